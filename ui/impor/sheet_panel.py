"""A checked sheet with everything that is done to it, for the dialogs that store it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from sopapp.domain.ribuan import ribuan
from ui.impor.kind_bar import KindBar
from ui.impor.note_line import NoteLine
from ui.impor.sheet_model import SheetModel
from ui.impor.sheet_rows import SheetRows, Tampil
from ui.impor.sheet_table import SheetTable
from ui.widgets.toned import ElidedLabel, Notice, row

_REMARKS_SHOWN = 2


class SheetPanel(QWidget):
    """Remarks on the sheet, counts, the table, and the notes of the current cell."""

    edited = Signal()
    """A row was mended, dropped or taken back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = SheetModel(self)
        self.table = SheetTable(self.model)
        self.source = ElidedLabel(tone="muted")
        self.remarks = Notice("warn")
        self.kinds = KindBar()
        self.note = NoteLine()
        self.previous_button = self._button("Masalah sebelumnya", -1, "Shift+F8")
        self.next_button = self._button("Masalah berikut&nya", 1, "F8")
        self.drop_button = QPushButton("&Abaikan baris")
        self.drop_button.setAutoDefault(False)
        self.drop_button.clicked.connect(self.toggle_drop)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.source)
        box.addWidget(self.remarks)
        box.addLayout(row(self.kinds, None, self.previous_button, self.next_button))
        box.addWidget(self.table, 1)
        box.addWidget(self.note)
        self.kinds.asked.connect(self._choose)
        self.note.taken.connect(self._take)
        self.model.edited.connect(self._on_edited)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._tell())

    @property
    def rows(self) -> SheetRows | None:
        """The sheet shown."""
        return self.model.rows

    def show_rows(self, rows: SheetRows) -> None:
        """Show a sheet from its first problem on."""
        self.model.show(rows)
        self.kinds.choose(Tampil.SEMUA)
        self._tell_source(rows)
        self._count()
        if not self.table.go_to_problem(1) and self.model.rowCount():
            self.table.go(self.model.index(0, 0))
        self.table.setFocus()
        self._tell()

    def toggle_drop(self) -> None:
        """Leave the current row out, or take it in again."""
        index = self.table.currentIndex()
        if index.isValid():
            self.model.toggle(index.row())
            self.table.setFocus()

    def _button(self, text: str, step: int, keys: str) -> QPushButton:
        made = QPushButton(text)
        made.setAutoDefault(False)
        made.setToolTip(f"{text.replace('&', '')} ({keys})")
        made.clicked.connect(lambda _on=False: self._step(step))
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.setWhatsThis(text.replace("&", ""))
        shortcut.activated.connect(lambda: self._step(step))
        return made

    def _step(self, step: int) -> None:
        """Go to a problem, also to one that the rows shown leave out."""
        if self.table.go_to_problem(step):
            return
        rows = self.rows
        if rows is not None and rows.counts()[Tampil.PERLU] and self.model.what is not Tampil.SEMUA:
            self._choose(Tampil.SEMUA)
            self.kinds.choose(Tampil.SEMUA)
            self.table.go_to_problem(step)

    def _choose(self, what: Tampil) -> None:
        """Show the rows of a kind; the current cell stays when it is among them."""
        index = self.table.currentIndex()
        place = self.model.place(index.row()) if index.isValid() else None
        column = max(index.column(), 0)
        self.model.choose(what)
        self._count()
        at = None if place is None else self.model.row_of(place)
        if self.model.rowCount():
            self.table.go(self.model.index(at or 0, column))
        self._tell()

    def _take(self, value: str) -> None:
        self.model.setData(self.table.currentIndex(), value)
        self.table.setFocus()

    def _on_edited(self) -> None:
        self._count()
        self._tell()
        self.edited.emit()

    def _count(self) -> None:
        if self.rows is not None:
            counts = self.rows.counts()
            self.kinds.count(counts)
            for each in (self.previous_button, self.next_button):
                each.setEnabled(counts[Tampil.PERLU] > 0)

    def _dropped(self, index: QModelIndex) -> bool:
        rows = self.rows
        return rows is not None and rows.kind(self.model.place(index.row())) is Tampil.ABAIKAN

    def _tell(self) -> None:
        """The notes of the current cell, else why its row stands as it does."""
        index = self.table.currentIndex()
        rows = self.rows
        self.drop_button.setEnabled(rows is not None and index.isValid())
        if rows is None or not index.isValid():
            self.note.say("")
            return
        out = self._dropped(index)
        self.drop_button.setText("P&akai lagi baris" if out else "&Abaikan baris")
        place, kolom = self.model.place(index.row()), self.model.kolom(index.column())
        notes = self.model.notes(index)
        if notes:
            self.note.show_notes(rows.cell_name(place, kolom), kolom.label, notes)
            return
        value = rows.row(place)
        if out:
            self.note.say(f"Baris {value.lembar.nomor} diabaikan: tidak ikut disimpan.")
        elif value.catatan:
            cells = dict.fromkeys(note.kolom.label for note in value.catatan)
            self.note.say(f"Baris {value.lembar.nomor} diberi catatan pada: {', '.join(cells)}.")
        else:
            self.note.say(f"Baris {value.lembar.nomor}: {value.alasan}" if value.alasan else "")

    def _tell_source(self, rows: SheetRows) -> None:
        sheet = rows.hasil.lembar
        found = ", ".join(f"{kolom.label} ({letter})" for kolom, letter in sheet.kolom.items())
        where = (
            f"{sheet.nama_file} · lembar “{sheet.nama_lembar}”"
            if sheet.nama_lembar
            else (sheet.nama_file)
        )
        self.source.setText(f"{where} · {ribuan(len(sheet.baris))} baris. Kolom: {found}.")
        said = sheet.keterangan
        more = len(said) - _REMARKS_SHOWN
        lines = [*said[:_REMARKS_SHOWN], *([f"dan {more} keterangan lain."] if more > 0 else [])]
        self.remarks.say("\n".join(lines), "warn")
        self.remarks.setToolTip("\n".join(said) if more > 0 else "")
