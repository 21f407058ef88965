"""A table of the report: as high as its rows, up to a dozen of them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sopapp.domain.laporan import Tabel
from ui.widgets.data_table import DataTable
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.table_paint import PADDING

_MOST_ROWS = 12
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_LOOKED_AT = 200
_MOST_LETTERS, _LEAST_LETTERS = 56, 18
"""Of a column's widest text; longer ones take a second line."""

Row = tuple[int, int, tuple[str, ...]]
"""Place, id of its berkas (0 for none), cells."""


def _cell(place: int, row: Row) -> str:
    return row[2][place]


class ReportTable(DataTable[Row]):
    """Shows a `Tabel`; its columns are those of the table that it is made with."""

    def __init__(
        self, tabel: Tabel, name: str, parent: QWidget | None = None, *, lines: int = 2
    ) -> None:
        self._lines = lines
        self._widest: list[int] = []
        columns = [
            Column(
                kolom.judul,
                partial(_cell, place),
                round(kolom.bobot),
                align=_RIGHT if kolom.kanan else _LEFT,
                tip=kolom.judul,
            )
            for place, kolom in enumerate(tabel.kolom)
        ]
        super().__init__(
            RowsModel(columns, key=lambda row: row[0]),
            name,
            lines=lines,
            sortable=False,
            parent=parent,
        )
        self.horizontalScrollBar().rangeChanged.connect(lambda *_range: self._fit_height())
        self.show_table(tabel)

    def show_table(self, tabel: Tabel) -> None:
        """Show other rows."""
        self._widest = self._measure(tabel)
        ids = tabel.kunci or (0,) * len(tabel.baris)
        self.rows.set_rows(
            tuple(
                (place, key, cells)
                for place, (key, cells) in enumerate(zip(ids, tabel.baris, strict=True))
            )
        )
        self._fit()
        self._fit_height()

    def _fit(self) -> None:
        """Every column as wide as its texts, but one that takes what is left of the width."""
        most = self.fontMetrics().averageCharWidth() * _MOST_LETTERS
        title = self.horizontalHeader().fontMetrics().horizontalAdvance
        widths = [
            max(min(widest, most), title(column.title)) + 2 * PADDING + 2
            for widest, column in zip(self._widest, self.rows.columns, strict=False)
        ]
        if not widths:  # while the table is made
            return
        wide = max(range(len(widths)), key=lambda place: self.rows.columns[place].width)
        left = self.viewport().width() - sum(widths) + widths[wide]
        widths[wide] = max(left, min(widths[wide], self._least()))
        self._fitting = True  # nobody dragged them
        for place, width in enumerate(widths):
            self.setColumnWidth(place, width)
        self._fitting = False
        pairs = zip(self._widest, widths, strict=True)
        lines = self._lines if any(widest > width - 2 * PADDING for widest, width in pairs) else 1
        height = self.fontMetrics().lineSpacing() * lines + 2 * PADDING
        if self.verticalHeader().defaultSectionSize() != height:
            self.verticalHeader().setDefaultSectionSize(height)
            self._fit_height()

    def _measure(self, tabel: Tabel) -> list[int]:
        """The widest text of each column in pixels; of many rows the first are looked at."""
        texts = self.fontMetrics().horizontalAdvance
        looked_at = tabel.baris[:_LOOKED_AT]
        return [
            max((texts(row[place]) for row in looked_at), default=0)
            for place in range(len(tabel.kolom))
        ]

    def _least(self) -> int:
        return self.fontMetrics().averageCharWidth() * _LEAST_LETTERS

    def _fit_height(self) -> None:
        """As high as the rows, with room for the bar below where the columns need one."""
        bar = self.horizontalScrollBar()
        shown = min(max(self.rows.total, 1), _MOST_ROWS)
        rows = shown * self.verticalHeader().defaultSectionSize()
        below = bar.sizeHint().height() if bar.maximum() > 0 else 0
        frame = 2 * self.frameWidth()
        self.setFixedHeight(self.horizontalHeader().height() + rows + below + frame)
