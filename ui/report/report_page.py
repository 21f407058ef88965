"""Laporan: how the SOP was kept in a year, on screen, on paper, as workbook, picture and ZIP."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QMenu,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sopapp.domain.changes import Kind
from sopapp.domain.kinerja_hitung import BERSAMA
from sopapp.domain.tanggal import tanggal
from ui import errors
from ui.in_turns import InTurns
from ui.report.report_output import ReportOutput
from ui.report.report_view import ReportView
from ui.widgets.empty_state import EmptyState
from ui.widgets.folding_row import FoldingRow
from ui.widgets.icon_button import button
from ui.widgets.menu_button import give_menu
from ui.widgets.page_head import PAGE_MARGINS, PageHead
from ui.widgets.read_when_seen import ReadWhenSeen
from ui.widgets.slim_scroll_bar import frameless
from ui.widgets.toned import ElidedLabel

if TYPE_CHECKING:
    from sopapp.domain.kinerja import Kinerja
    from sopapp.domain.laporan import Laporan
    from ui.context import UiContext

_KINDS = (
    Kind.BERKAS, Kind.PERMINTAAN, Kind.SURAT, Kind.LIBUR, Kind.SETTING, Kind.SOP, Kind.UNIT_KERJA,
)  # fmt: skip


class ReportPage(QWidget):
    """The report of a year, read when the page is first shown."""

    topic = "laporan"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._kinerja: Kinerja | None = None
        self.view: ReportView | None = None
        self.output = ReportOutput(context, self)
        self._head = PageHead("Laporan", parent=self)
        self._controls()
        self._empty = EmptyState(
            "report",
            "Belum ada yang dapat dilaporkan",
            "Laporan terisi sendiri dari perjalanan berkas. Mulailah berkas pertama di Papan.",
            "Buka &Papan",
            self,
        )
        self._empty.activated.connect(context.navigate.board)
        self.told = ElidedLabel("", "muted")
        self.told.hide()
        self._scroll = QScrollArea(self)
        frameless(self._scroll)
        self._scroll.setAccessibleName("Isi laporan")
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self._empty)
        self.stack.addWidget(self._scroll)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*PAGE_MARGINS)
        layout.setSpacing(12)
        layout.addWidget(FoldingRow([self._head], self._outputs))
        layout.addWidget(self.told)
        layout.addWidget(self.stack, 1)
        self.output.told.connect(self._tell)
        self._made: tuple[Kinerja, Laporan, ReportView] | None = None
        self._reading = InTurns(self, self._show_read, partial(errors.show, self, context.prompts))
        self._reader = ReadWhenSeen(self, context.hub, _KINDS, self.reload)

    def _controls(self) -> None:
        self.year = QComboBox(self)
        self.year.setAccessibleName("Tahun laporan")
        self.year.setAccessibleDescription("Tahun berkas yang dilaporkan.")
        self.year.setToolTip("Tahun berkas yang dilaporkan")
        self.year.activated.connect(lambda _index: self._show(self.year.currentData()))
        self.print_button = button(
            "&Cetak / PDF…", lambda: self._with(self.output.print), "print",
            tip="Lihat laporan sebagai lembar, lalu cetak atau simpan sebagai PDF",
        )  # fmt: skip
        self.export_button = button(
            "&Excel…", lambda: self._with(self.output.export), "save",
            tip="Simpan angkanya sebagai Excel dengan grafik",
        )  # fmt: skip
        self.picture_button = button(
            "&Gambar", lambda: None, "copy",
            tip="Grafik sebagai gambar untuk Word atau PowerPoint",
        )  # fmt: skip
        menu = QMenu(self.picture_button)
        self.copy_action = menu.addAction(
            "&Salin gambar", lambda: self._with(self.output.copy_picture)
        )
        self.save_action = menu.addAction(
            "Simpan &gambar…", lambda: self._with(self.output.save_picture)
        )
        give_menu(self.picture_button, menu)
        self.evidence_button = button(
            "&Bukti monev…", lambda: self._with(self.output.evidence), "archive",
            tip="Kumpulkan Keputusan, daftar, SOP, register, dan riwayat tahun ini dalam satu ZIP",
        )  # fmt: skip
        self._outputs = (
            self.year, self.print_button, self.export_button, self.picture_button,
            self.evidence_button,
        )  # fmt: skip

    @property
    def shown_year(self) -> int | None:
        """The year shown; None while there is nothing to report."""
        return None if self._kinerja is None else self._kinerja.tahun

    def reload(self, year: int | None = None) -> None:
        """Read everything anew, of the year shown unless another with berkas is given."""
        self._reader.stale = False
        service = self._context.app.kinerja
        years = service.years()
        self.year.blockSignals(True)  # filling is no choice
        self.year.clear()
        for each in years:
            self.year.addItem(str(each), each)
        self.year.blockSignals(False)
        wanted = next((each for each in (year, self.shown_year) if each in years), None)
        some = bool(years)
        self.year.setVisible(some)  # a list without a year is an empty box
        for control in self._outputs[1:]:
            control.setEnabled(some and self._kinerja is not None)
        if some:
            self._show(wanted or service.usual_year())
        else:
            self._reading.give_up()
            self._kinerja = None
            self._head.set_note("")
            self.stack.setCurrentWidget(self._empty)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: read when the page is first seen, and on another day."""
        super().showEvent(event)
        today = self._context.app.clock.today()
        stale = self._kinerja is None or self._kinerja.per_tanggal != today
        if stale and not self._reading.busy:
            self.reload()

    def _show(self, year: int) -> None:
        self.year.setCurrentIndex(self.year.findData(year))
        self.stack.setCurrentWidget(self._scroll)
        self._tell("")
        self._reading.begin(self._read(year))

    def _read(self, year: int) -> Iterator[None]:
        """Read a year and make its view; of a year of many berkas each is a turn of its own."""
        service = self._context.app.kinerja
        kinerja = yield from service.in_parts(year)
        many = len(kinerja.berkas) > BERSAMA
        if many:
            yield
        report = service.laporan(kinerja)
        if many:
            yield
        self._made = kinerja, report, self.view or ReportView(report)
        if many:
            yield

    def _show_read(self) -> None:
        assert self._made is not None
        (kinerja, report, view), self._made = self._made, None
        self._kinerja = kinerja
        day = tanggal(kinerja.per_tanggal)
        self._head.set_note(f"Berkas tahun {kinerja.tahun}, keadaan per {day}")
        if view is self.view:
            view.show_report(report)
        else:
            self.view = view
            view.opened.connect(self._context.navigate.berkas)
            self._scroll.setWidget(view)
        for control in self._outputs:
            control.setEnabled(True)

    def _tell(self, text: str) -> None:
        self.told.setText(text)
        self.told.setVisible(bool(text))

    def _with(self, act: Callable[[Kinerja], None]) -> None:
        """Hand out what is shown."""
        if self._kinerja is not None:
            act(self._kinerja)
