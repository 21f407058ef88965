"""The register of refused requests as a table; a due date that presses is toned."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from sopapp.domain.permohonan import StatusPermohonan
from ui.permohonan.request_row import DUE, RequestRow, request_columns
from ui.widgets.data_table import DataTable
from ui.widgets.rows_model import RowsModel
from ui.widgets.table_paint import RowPainter

LINES = 2
TONE_ROLE = Qt.ItemDataRole.UserRole + 1
"""The token of a due date that presses, "" for the rest."""
_Index = QModelIndex | QPersistentModelIndex


class RequestModel(RowsModel[RequestRow]):
    """The requests; cancelled ones are muted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            request_columns(),
            key=lambda row: row.permohonan.id,
            muted=lambda row: row.permohonan.status is StatusPermohonan.BATAL,
            parent=parent,
        )

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """As for every list, with the tone of the due date."""
        if role == TONE_ROLE:
            at_due = index.isValid() and index.column() == DUE
            return self.row(index.row()).tone if at_due else ""
        return super().data(index, role)


class RequestTable(DataTable[RequestRow]):
    """Shows a `RequestModel`."""

    def __init__(self, model: RequestModel, parent: QWidget) -> None:
        super().__init__(model, "Permohonan yang ditolak", lines=LINES, parent=parent)
        self.setItemDelegate(_Painter(LINES, self))


class _Painter(RowPainter):
    """Lays the tint of its tone under a due date."""

    def paint_cell(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: _Index,
        inside: QRectF,
        align: Qt.AlignmentFlag,
    ) -> None:
        """Draw the cell."""
        tone = index.data(TONE_ROLE)
        if not tone:
            super().paint_cell(painter, option, index, inside, align)
            return
        self.plate(painter, option, str(index.data() or ""), inside, tone, LINES)
