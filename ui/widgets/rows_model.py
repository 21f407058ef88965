"""A table of frozen values: filtered by words and sorted by column, fast with 20,000 rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from sopapp.domain.progress import Cancelled, Progress, counted, no_progress

T = TypeVar("T")
_Index = QModelIndex | QPersistentModelIndex
Through = Callable[[str, Callable[[Progress], Any]], Any]
"""Does work that may last, named by the words; raises Cancelled when the user stops it."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


def at_once(_words: str, work: Callable[[Progress], Any]) -> Any:  # noqa: ANN401 - what it makes
    """For work that never lasts."""
    return work(no_progress)


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column: its head, the text of a row, and the sort key (the text when None).

    `width` is in average characters. `tip` is the head's tool tip. An unsortable column
    counts the rows shown. A column that `grows` holds words of any length: it takes the width
    that is left when the others have theirs, and gives first when there is too little. One with
    `folded`, in average characters too, may be as narrow as that where its text then takes more
    lines. A `spare` column stands only where the table need not scroll sideways for it.
    """

    title: str
    text: Callable[[T], str]
    width: int
    key: Callable[[T], Any] | None = None
    align: Qt.AlignmentFlag = _LEFT
    tip: str = ""
    counts: bool = False
    grows: bool = False
    folded: int = 0
    spare: bool = False


class RowsModel(QAbstractTableModel, Generic[T]):
    """Shows `rows` in `columns`; a filter keeps the rows that hold every word.

    Rows are kept as they were given and are asked for by their place, so a sequence that reads
    its rows when they are looked at is not read by showing it. Sorting reads them all, `through`
    what keeps the window alive meanwhile.
    """

    stopped = Signal()
    """The user stopped the sorting; rows and order are as before."""

    def __init__(
        self,
        columns: Iterable[Column[T]],
        *,
        key: Callable[[T], Any],
        muted: Callable[[T], bool] | None = None,
        through: Through = at_once,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.through = through
        self.columns = tuple(columns)
        self._key = key
        self._muted = muted
        self._rows: Sequence[T] = ()
        self._texts: list[str] | None = None
        self._order: Sequence[int] = ()
        self._words: tuple[str, ...] = ()
        self._sort: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    @property
    def total(self) -> int:
        """How many rows there are without the filter."""
        return len(self._rows)

    def set_rows(self, rows: Iterable[T]) -> None:
        """Replace all rows; filter and sorting stay."""
        self.beginResetModel()
        # A list may change under the model's hands; other sequences are taken as they are.
        self._rows = (
            rows if isinstance(rows, Sequence) and not isinstance(rows, list) else tuple(rows)
        )
        self._texts = None
        self._order = self._arranged()
        self.endResetModel()

    def set_filter(self, text: str) -> None:
        """Keep only rows in whose cells every word of `text` occurs."""
        words = tuple(text.casefold().split())
        if words != self._words:
            self._words = words
            self._refresh()

    def row(self, number: int) -> T:
        """The value shown in row `number`."""
        return self._rows[self._order[number]]

    def texts(self, number: int, columns: Iterable[int]) -> tuple[str, ...]:
        """What stands in some columns of row `number`."""
        row = self.row(number)
        return tuple(self._text(number, row, each) for each in columns)

    def place(self, number: int) -> int:
        """Where the value shown in row `number` stands among all rows, from 0."""
        return self._order[number]

    def number_of(self, key: object) -> int | None:
        """The row where the value with this key is shown, if it is."""
        rows = self._rows
        return next((n for n, at in enumerate(self._order) if self._key(rows[at]) == key), None)

    def key_of(self, row: T) -> Any:  # noqa: ANN401 - whatever the caller's key is
        """The key that stays the same when rows are read anew."""
        return self._key(row)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Rows shown."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Text, alignment and the full text as tool tip."""
        if not index.isValid():
            return None
        row = self.row(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(index.row(), row, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.columns[index.column()].align
        if role == Qt.ItemDataRole.UserRole:
            return self._muted is not None and self._muted(row)
        return None

    def _text(self, number: int, row: T, column: int) -> str:
        how = self.columns[column]
        return str(number + 1) if how.counts else how.text(row)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - Qt's signature
        """Column titles, aligned as their cells."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            horizontal = column.align & Qt.AlignmentFlag.AlignHorizontal_Mask
            return horizontal | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column's key; rows without a value come last."""
        before, self._sort = self._sort, (column, order)
        try:
            self._refresh(self.through if self._rows else at_once)  # a new table sorts nothing
        except Cancelled:
            self._sort = before
            self.stopped.emit()

    @property
    def sorting(self) -> tuple[int, Qt.SortOrder]:
        """The column that is sorted by, -1 for none, and how."""
        return self._sort

    def _refresh(self, through: Through = at_once) -> None:
        order = through("Menyusun baris", self._arranged)
        self.beginResetModel()
        self._order = order
        self.endResetModel()

    def _arranged(self, progress: Progress = no_progress) -> Sequence[int]:
        """The places of the rows to show, in the order to show them."""
        return self._sorted(self._filtered(), progress)

    def _sorted(self, places: Sequence[int], progress: Progress = no_progress) -> Sequence[int]:
        column, order = self._sort
        if not 0 <= column < len(self.columns) or self.columns[column].counts:
            return places
        how = self.columns[column]
        key = how.key or (lambda row: how.text(row).casefold())
        keyed = [(key(self._rows[at]), at) for at in counted(places, progress)]
        filled = [pair for pair in keyed if pair[0] is not None]
        filled.sort(key=itemgetter(0), reverse=order is Qt.SortOrder.DescendingOrder)
        return [at for _key, at in filled] + [at for key_, at in keyed if key_ is None]

    def _filtered(self) -> Sequence[int]:
        if not self._words:
            return range(len(self._rows))
        if self._texts is None:
            # Read once per load: typing in the filter then only looks through strings.
            cells = [column.text for column in self.columns if not column.counts]
            self._texts = ["\n".join(cell(row) for cell in cells).casefold() for row in self._rows]
        return [
            at for at, text in enumerate(self._texts) if all(word in text for word in self._words)
        ]
