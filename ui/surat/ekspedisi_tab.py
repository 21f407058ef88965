"""Buku ekspedisi: what was handed over on a day or of a berkas, and what waits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from sopapp.domain.changes import Kind
from sopapp.domain.ekspedisi import BarisSerah
from sopapp.domain.tanggal import hari_tanggal, tanggal
from ui import errors
from ui.berkas.panel_numbers import SURAT
from ui.surat.ekspedisi_model import EkspedisiModel
from ui.surat.hand_over_dialog import EditTransferDialog, HandOverDialog, ReceiptDialog
from ui.surat.letter_look import LetterPainter
from ui.widgets.data_table import DataTable
from ui.widgets.date_edit import DateEdit
from ui.widgets.empty_state import EmptyState
from ui.widgets.folding_row import FoldingRow
from ui.widgets.icon_button import button, tool
from ui.widgets.list_stack import ListStack
from ui.widgets.read_when_seen import ReadWhenSeen
from ui.widgets.tab_order import tab_by_layout

if TYPE_CHECKING:
    from sopapp.documents.list_content import BukuEkspedisi
    from ui.context import UiContext

_KINDS = (Kind.SURAT, Kind.PERMINTAAN, Kind.PERMOHONAN, Kind.BERKAS)
_LINES = 2
_BY_DAY, _BY_BERKAS = 0, 1


class EkspedisiTab(QWidget):
    """The book of the chosen day or berkas."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.model = EkspedisiModel(self)
        self.table = DataTable(self.model, "Buku ekspedisi", lines=_LINES, parent=self)
        self.table.setItemDelegate(LetterPainter(_LINES, self.table))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._empty = EmptyState("surat", "", "", "", self)
        self.stack = ListStack(self.model, self.table, self._empty, self)
        self._arrange()
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.table.opened.connect(self._on_opened)
        self._seen = ReadWhenSeen(self, context.hub, _KINDS, self.reload)
        self.reload()

    def _arrange(self) -> None:
        self.by = QComboBox(self)
        self.by.addItems(["Menurut hari", "Menurut berkas"])
        self.by.setAccessibleName("Buku ekspedisi menurut")
        self.by.setAccessibleDescription("Satu hari penyerahan, atau semua surat satu berkas.")
        self.day = DateEdit(self._context.app.clock.today(), self)
        self.day.setAccessibleName("Hari penyerahan")
        self.earlier = tool("left", "Hari penyerahan sebelumnya", lambda: self._step(-1))
        self.later = tool("right", "Hari penyerahan berikutnya", lambda: self._step(1))
        for arrow in (self.earlier, self.later):
            arrow.setFlat(False)  # as beside every date
        self.berkas = QComboBox(self)
        self.berkas.setAccessibleName("Berkas")
        self.berkas.setAccessibleDescription("Berkas yang bukunya ditampilkan.")
        self.berkas.setMinimumContentsLength(40)
        self.hand_button = button("Serah &terima…", self.hand_over, "advance")
        self.receipt_button = button(
            "Catat &penerimaan…", self.receive, "check", tip="Siapa yang menerima, dan kapan"
        )
        self.edit_button = button("&Ubah…", self.edit, "edit")
        self.remove_button = button(
            "&Hapus…", self.remove, "delete", tip="Hapus catatan yang keliru"
        )
        self.open_button = button("&Buka berkas", self.open_berkas, "folder")
        self.print_button = button("&Cetak buku…", self.print, "print")
        bar = QHBoxLayout()
        bar.setSpacing(6)
        for widget in (self.by, self.earlier, self.day, self.later, self.berkas):
            bar.addWidget(widget)
        bar.addStretch(1)
        left = (
            self.hand_button, self.receipt_button, self.edit_button, self.remove_button,
            self.open_button,
        )  # fmt: skip
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(bar)
        layout.addWidget(self.stack, 1)
        layout.addWidget(FoldingRow(left, (self.print_button,), spacing=6))
        tab_by_layout(self)
        self.by.currentIndexChanged.connect(lambda _index: self.reload())
        self.day.dateChanged.connect(lambda _day: self._show())
        self.berkas.currentIndexChanged.connect(lambda _index: self._show())

    # -- reading ----------------------------------------------------------------------------

    def show_day(self, day: date) -> None:
        """Show the book of a day."""
        self.by.setCurrentIndex(_BY_DAY)
        self.day.set_day(day)

    def reload(self) -> None:
        """Read anew what can be chosen and what is shown."""
        self._seen.stale = False
        by_day = self.by.currentIndex() == _BY_DAY
        for widget in (self.day, self.earlier, self.later):
            widget.setVisible(by_day)
        self.berkas.setVisible(not by_day)
        if not by_day:
            self._read_berkas()
        self._show()

    def count_words(self) -> str:
        """What the head of the page says of the book."""
        return self.stack.count_words("surat")

    def _read_berkas(self) -> None:
        chosen = self.berkas.currentData()
        self.berkas.blockSignals(True)
        self.berkas.clear()
        for words, berkas_id in self._berkas_items():
            self.berkas.addItem(words, berkas_id)
        self.berkas.setCurrentIndex(max(self.berkas.findData(chosen), 0))
        self.berkas.blockSignals(False)

    def _berkas_items(self) -> Iterator[tuple[str, int]]:
        for row in self._context.app.berkas.list():
            yield f"{row.judul} ({row.tahun})", row.id

    def _show(self) -> None:
        service = self._context.app.ekspedisi
        if self.by.currentIndex() == _BY_DAY:
            lines = service.of_day(self.day.day())
        else:
            berkas_id = self.berkas.currentData()
            lines = () if berkas_id is None else service.of_berkas(berkas_id)
        self.model.set_rows(lines)
        self._say_empty()
        self._enable()

    def _say_empty(self) -> None:
        if self.by.currentIndex() == _BY_DAY:
            self._empty.say(
                "Tidak ada serah terima pada tanggal ini",
                f"Tidak ada surat bertanggal atau diserahkan {hari_tanggal(self.day.day())}. Catat "
                "serah terima dari buku agenda.",
                "",
            )
        else:
            self._empty.say("Berkas ini belum punya surat bernomor", "", "")

    # -- acts -------------------------------------------------------------------------------

    @property
    def chosen(self) -> tuple[BarisSerah, ...]:
        """The lines chosen, from the top."""
        return tuple(self.model.row(number) for number in self.table.chosen_rows())

    def hand_over(self) -> None:
        """Record that the chosen letters that wait were handed over."""
        waiting: dict[int, list[str]] = {}
        for line in self.chosen:
            if line.id is None:
                waiting.setdefault(line.surat_id, []).append(line.kepada)
        if waiting:
            self._open(
                lambda: HandOverDialog(self._context, self.window(), tuple(waiting), waiting)
            )

    def receive(self) -> None:
        """Record who took the chosen letters."""
        given = tuple(line.id for line in self.chosen if line.id is not None)
        if given:
            self._open(lambda: ReceiptDialog(self._context, self.window(), given))

    def edit(self) -> None:
        """Correct a hand-over."""
        if (line := self._one) is not None and line.id is not None:
            self._open(lambda: EditTransferDialog(self._context, self.window(), line))

    def remove(self) -> None:
        """Take a hand-over out of the book, after a question."""
        line, prompts = self._one, self._context.prompts
        if line is None or line.id is None:
            return
        if prompts.confirm(
            self, "Hapus serah terima?",
            f"Catatan serah terima Nomor {line.nomor} kepada {line.kepada} dihapus dari buku.",
            "&Hapus",
        ):  # fmt: skip
            with errors.guard(self, prompts):
                self._context.app.ekspedisi.remove(line.id)

    def open_berkas(self) -> None:
        """Open the berkas that the letter belongs to."""
        if (line := self._one) is not None and line.berkas_id is not None:
            self._context.navigate.berkas(line.berkas_id, SURAT)

    def print(self) -> None:
        """Show the book as sheets with room for initials, to print or save."""
        from ui.preview.preview_dialog import PreviewDialog
        from ui.preview.preview_item import PreviewItem, file_name

        service = self._context.app.ekspedisi
        day, berkas_id = self.day.day(), self.berkas.currentData()
        by_day = self.by.currentIndex() == _BY_DAY
        what, berkas = "Buku ekspedisi", self.berkas.currentText()

        def sheets() -> BukuEkspedisi:
            return service.compose(day=day) if by_day else service.compose(berkas_id=berkas_id)

        item = PreviewItem(
            title=f"{what} {tanggal(day) if by_day else berkas}",
            file_name=file_name(what, day.isoformat() if by_day else berkas),
            source=sheets,
        )
        self._open(lambda: PreviewDialog(self._context, [item], self.window()))

    # -- answers ----------------------------------------------------------------------------

    @property
    def _one(self) -> BarisSerah | None:
        rows = self.chosen
        return rows[0] if len(rows) == 1 else None

    def _open(self, make: Callable[[], QDialog]) -> None:
        with errors.guard(self, self._context.prompts):
            make().open()

    def _step(self, way: int) -> None:
        """Go to the next day in this direction that has hand-overs, or to today."""
        days = {*self._context.app.ekspedisi.days(), self._context.app.clock.today()}
        now = self.day.day()
        beyond = [day for day in days if (day > now if way > 0 else day < now)]
        if beyond:
            self.day.set_day(min(beyond) if way > 0 else max(beyond))

    def _on_opened(self, line: BarisSerah) -> None:
        if line.id is None:
            self.hand_over()
        else:
            self.edit()

    def _enable(self) -> None:
        rows = self.chosen
        one = rows[0] if len(rows) == 1 else None
        self.hand_button.setEnabled(any(line.id is None for line in rows))
        self.receipt_button.setEnabled(any(line.id is not None for line in rows))
        for control in (self.edit_button, self.remove_button):
            control.setEnabled(one is not None and one.id is not None)
        self.open_button.setEnabled(one is not None and one.berkas_id is not None)
        self.print_button.setEnabled(bool(self.model.rowCount()))
