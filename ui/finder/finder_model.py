"""The hits as rows of one list: the word of a kind, its hits, and how many more there are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sopapp.domain.find_shelf import Target, TargetKind

ROW_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class RowKind(Enum):
    """What a row is."""

    HEAD = auto()
    TARGET = auto()
    MORE = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """A row; `text` is the word of a head, or how many more hits there are.

    `icon` and `keys` belong to a target that is an action; "" for the icon of its kind.
    """

    kind: RowKind
    section: TargetKind | None
    text: str = ""
    target: Target | None = None
    icon: str = ""
    keys: str = ""

    @property
    def can_be_chosen(self) -> bool:
        """Whether the keyboard stops here."""
        return self.kind is not RowKind.HEAD

    @property
    def spoken(self) -> str:
        """Read by screen readers."""
        if self.target is None:
            return self.text
        return f"{self.target.spoken}, {self.keys}" if self.keys else self.target.spoken


class FinderModel(QAbstractListModel):
    """Rows as they are given."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self.sought: tuple[str, ...] = ()
        """The words that are marked in titles and lines."""

    def show_rows(self, rows: Iterable[Row], sought: tuple[str, ...]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.sought = sought
        self.endResetModel()

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, from the top."""
        return self._rows

    def row(self, number: int) -> Row:
        """The row with this number."""
        return self._rows[number]

    def stops(self) -> list[int]:
        """The numbers of the rows that can be chosen."""
        return [number for number, row in enumerate(self._rows) if row.can_be_chosen]

    def number_of(self, target: Target) -> int | None:
        """Where a target is shown, if it is."""
        return next(
            (
                number
                for number, row in enumerate(self._rows)
                if row.target is not None
                and (row.target.kind, row.target.key) == (target.kind, target.key)
            ),
            None,
        )

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Rows shown."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Title, the words for screen readers, and the row itself."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.target.title if row.target else row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole and row.target:
            return "\n".join(part for part in (row.target.title, row.target.detail) if part)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Heads are only to be read."""
        if index.isValid() and not self._rows[index.row()].can_be_chosen:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index) | Qt.ItemFlag.ItemNeverHasChildren
