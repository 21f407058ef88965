"""The weeks of a month as a Qt model: a row is a week, a column a day of the week."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from sopapp.domain.kalender import BulanKalender, HariKalender
from sopapp.domain.tanggal import HARI, tanggal
from ui.calendar.day_words import cell_name, due_lines, meaning, office_words, spoken

MIME = "application/x-sop-hari-kantor"
"""A dragged day of the office: its date, or NEW for one that is to be made."""
NEW = "baru"
DAY_ROLE = Qt.ItemDataRole.UserRole

_Index = QModelIndex | QPersistentModelIndex
_WEEK = 7


class MonthModel(QAbstractTableModel):
    """Shows a month; never changes a day itself."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.month: BulanKalender | None = None

    def set_month(self, month: BulanKalender) -> None:
        """Show `month`."""
        self.beginResetModel()
        self.month = month
        self.endResetModel()

    def day(self, index: _Index) -> HariKalender | None:
        """The day in a cell."""
        if self.month is None or not index.isValid():
            return None
        return self.month.hari[index.row() * _WEEK + index.column()]

    def index_of(self, day: date) -> QModelIndex:
        """The cell of a day, invalid when it is not shown."""
        if self.month is None or self.month.day(day) is None:
            return QModelIndex()
        return self.index(*divmod((day - self.month.hari[0].tanggal).days, _WEEK))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Weeks."""
        if parent.isValid() or self.month is None:
            return 0
        return len(self.month.hari) // _WEEK

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Days of a week."""
        return 0 if parent.isValid() else _WEEK

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The day itself for the delegate, words for everything else."""
        day = self.day(index)
        if day is None or self.month is None:
            return None
        if role == DAY_ROLE:
            return day
        if role == Qt.ItemDataRole.DisplayRole:
            return str(day.tanggal.day)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(day, today=day.tanggal == self.month.hari_ini)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(day)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - Qt's signature
        """The days of the week, and for reading alone the first day of each week."""
        if orientation is not Qt.Orientation.Horizontal:
            if role != Qt.ItemDataRole.DisplayRole or self.month is None:
                return None
            return f"Pekan {tanggal(self.month.hari[section * _WEEK].tanggal)}"
        if role == Qt.ItemDataRole.DisplayRole:
            return HARI[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Every day takes a drop; only a day of the office can be dragged."""
        day = self.day(index)
        if day is None:
            return Qt.ItemFlag.NoItemFlags
        flags = (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDropEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )
        return flags | Qt.ItemFlag.ItemIsDragEnabled if day.kantor is not None else flags

    def supportedDragActions(self) -> Qt.DropAction:
        """Copy only: after a Move Qt would remove the source by itself."""
        return Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        """The program's own type."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The date of the office day being dragged."""
        day = self.day(indexes[0]) if indexes else None
        return office_drag(day.tanggal if day is not None else None)


def office_drag(day: date | None) -> QMimeData:
    """What is dragged: the office day of a date, or None for a new one."""
    data = QMimeData()
    data.setData(MIME, (day.isoformat() if day is not None else NEW).encode("ascii"))
    return data


def dragged_day(data: QMimeData) -> date | str | None:
    """The date of a dragged office day, NEW for a new one, None when it is something else."""
    if not data.hasFormat(MIME):
        return None
    text = bytes(data.data(MIME).data()).decode("ascii", "replace")
    if text == NEW:
        return NEW
    try:
        return date.fromisoformat(text)
    except ValueError:  # another program's
        return None


def _tip(day: HariKalender) -> str:
    lines = [office_words(day) or cell_name(day) or meaning(day)]
    lines += ["  ".join(due_lines(due)) for due in day.tenggat[:12]]
    if len(day.tenggat) > 12:
        lines.append(f"dan {len(day.tenggat) - 12} tenggat lagi")
    lines += [f"{begun.judul}  Berkas dimulai" for begun in day.mulai[:6]]
    return "\n".join(lines)
