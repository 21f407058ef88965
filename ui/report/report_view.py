"""What a report shows: main figures, charts beside their tables, how it was counted."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sopapp.domain.laporan import BagianLaporan, Laporan
from ui.report.bar_chart import BarChart
from ui.report.figure_tile import FigureTile
from ui.report.report_table import ReportTable
from ui.report.side_by_side import NARROW, SideBySide
from ui.widgets.toned import TonedLabel, column, heading

_METHOD = "Cara menghitung"
_NARROW_NAMES = 200
"""Letters of the width below which a table of long names stands below its chart."""


class ReportView(QWidget):
    """Shows reports of one form, one after the other; `opened` carries the id of a berkas."""

    opened = Signal(int)

    def __init__(self, report: Laporan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles = [FigureTile() for _figure in report.pokok]
        self.charts: list[list[BarChart]] = []
        self.tables: list[ReportTable] = []
        self._empty: list[TonedLabel] = []
        self._notes = TonedLabel("", "muted")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 12, 0)
        box.setSpacing(10)
        tiles = QHBoxLayout()
        tiles.setSpacing(12)
        for tile in self.tiles:
            tiles.addWidget(tile, 1)
        box.addLayout(tiles)
        for part in report.bagian:
            box.addSpacing(8)
            for widget in self._part(part):
                box.addWidget(widget)
        box.addSpacing(8)
        box.addWidget(heading(_METHOD))
        box.addWidget(self._notes)
        box.addStretch(1)
        self.show_report(report)

    def show_report(self, report: Laporan) -> None:
        """Show another year."""
        for tile, figure in zip(self.tiles, report.pokok, strict=True):
            tile.show_figure(figure)
        for part, charts, table, empty in zip(
            report.bagian, self.charts, self.tables, self._empty, strict=True
        ):
            for chart, grafik in zip(charts, part.grafik, strict=True):
                chart.show_chart(grafik)
                chart.setVisible(bool(grafik.batang))
            table.show_table(part.tabel)
            table.setVisible(bool(part.tabel.baris))
            empty.setText(part.tabel.kosong)
            empty.setVisible(not part.tabel.baris)
        self._notes.setText("\n".join(f"• {text}" for text in report.catatan))

    def _part(self, part: BagianLaporan) -> Iterator[QWidget]:
        table = ReportTable(part.tabel, part.judul)
        table.opened.connect(self._open)
        charts = [BarChart(grafik) for grafik in part.grafik]
        empty = TonedLabel("", "muted")
        self.tables.append(table)
        self.charts.append(charts)
        self._empty.append(empty)
        yield heading(part.judul)
        if not charts:
            yield from (table, empty)
            return
        left, right = QWidget(), QWidget()
        for side, parts in ((left, charts), (right, (table, empty))):
            box = column(*parts)
            box.addStretch(1)
            side.setLayout(box)
        yield SideBySide(left, right, NARROW if len(charts) > 1 else _NARROW_NAMES)

    def _open(self, row: tuple[int, int, tuple[str, ...]]) -> None:
        if row[1]:
            self.opened.emit(row[1])
