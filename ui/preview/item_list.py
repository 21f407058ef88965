"""The letters of a preview beside their pages: the table, "semua", and how much paper it takes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from ui.preview.build_queue import BuildQueue
from ui.preview.item_table import ItemTable
from ui.preview.preview_item import PreviewItem
from ui.preview.print_job import Part, Settings, size_text
from ui.widgets.toned import TonedLabel


class ItemList(QWidget):
    """`chosen` tells the row looked at, `edited` that checks or copies have changed."""

    chosen = Signal(int)
    edited = Signal()

    def __init__(self, items: Sequence[PreviewItem], queue: BuildQueue) -> None:
        super().__init__()
        self._items = items
        self._queue = queue
        self._done: set[int] = set()
        self.table = ItemTable(items)
        self.table.chosen.connect(self._chosen)
        self.table.edited.connect(self._edited)
        self.all_box = QCheckBox("Pilih semu&a")
        self.all_box.clicked.connect(self._check_all)
        self.total = TonedLabel("", bold=True, wrap=False)
        self.copies_note = TonedLabel("", "muted")
        line = QHBoxLayout()
        line.addWidget(self.all_box)
        line.addStretch(1)
        line.addWidget(self.total)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.table, 1)
        box.addWidget(self.copies_note)
        box.addLayout(line)
        self.table.setCurrentCell(0, 0)
        queue.changed.connect(self._tell)
        self._note(0)
        self._count()

    def checked(self) -> list[int]:
        """The letters that are to be printed."""
        return self.table.checked()

    def copies(self, row: int) -> int:
        """How many are wanted of a letter."""
        return self.table.copies(row)

    def printed(self, row: int) -> None:
        """Note on screen that a letter came out."""
        self._done.add(row)
        self._tell(row)

    def _tell(self, row: int) -> None:
        queue = self._queue
        if row in queue.failed:
            self.table.tell(row, "Gagal", "–", "danger")
        elif row in queue.built:
            pages = len(queue.built[row].pages)
            state, tone = ("Tercetak", "ok") if row in self._done else ("Siap", "muted")
            self.table.tell(row, state, str(pages), tone)
        else:
            self.table.tell(row, "Disiapkan…")
        self._count()

    def _chosen(self, row: int) -> None:
        self._note(row)
        self.chosen.emit(row)

    def _note(self, row: int) -> None:
        words = self._items[row].copies_note
        self.copies_note.setText(f"Surat yang dipilih: {words}" if words else "")
        self.copies_note.setVisible(bool(words))

    def _edited(self) -> None:
        self._count()
        self.edited.emit()

    def _check_all(self) -> None:
        self.table.check(on=len(self.checked()) < len(self._items))

    def _count(self) -> None:
        rows = self.checked()
        state = Qt.CheckState
        self.all_box.setCheckState(
            state.Checked if len(rows) == len(self._items)
            else state.PartiallyChecked if rows else state.Unchecked
        )  # fmt: skip
        parts = [
            Part("", b"", self._queue.built[row].pages, self.copies(row))
            for row in rows if row in self._queue.built
        ]  # fmt: skip
        failed = sum(row in self._queue.failed for row in rows)
        waiting = len(rows) - len(parts) - failed
        words = [size_text(parts, Settings())]
        words += [f"{failed} gagal"] if failed else []
        words += [f"{waiting} belum siap"] if waiting else []
        self.total.setText("; ".join(words))
