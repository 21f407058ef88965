"""The Qt model of a sheet that is being mended."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from sopapp.domain.errors import SopappError
from sopapp.domain.impor import CatatanSel, Kolom
from ui.impor.sheet_rows import SheetRows, Tampil

_Index = QModelIndex | QPersistentModelIndex
_TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_LONG_TIP = 60  # characters from which a cell's own words stand in the tool tip

TONE_ROLE = Qt.ItemDataRole.UserRole + 1
"""`danger` for a cell to mend, `warn` for one to look at, else empty."""

_HEADS = {
    Kolom.BAGIAN: "Bagian",
    Kolom.HURUF: "Huruf Pasal 17",
    Kolom.UNDANG_UNDANG: "UU lain dan pasalnya",
    Kolom.DIBUKA: "Bila dibuka",
    Kolom.DITUTUP: "Bila ditutup",
    Kolom.BENTUK: "Bentuk",
}
"""Shorter than the form's own heads, so that more fits beside each other."""

KIND_ROLE = Qt.ItemDataRole.UserRole + 2
"""A row's `Tampil`."""


class SheetModel(QAbstractTableModel):
    """Shows the rows of one kind; a mended row stays in sight until another kind is asked for."""

    edited = Signal()
    """A row was mended, dropped or taken back."""
    refused = Signal(object)
    """A check could not be made: the error."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: SheetRows | None = None
        self.what = Tampil.SEMUA
        self._shown: list[int] = []

    def show(self, rows: SheetRows | None, what: Tampil = Tampil.SEMUA) -> None:
        """Show another sheet, or none."""
        self.beginResetModel()
        self.rows = rows
        self.what = what
        self._shown = rows.shown(what) if rows else []
        self.endResetModel()

    def choose(self, what: Tampil) -> None:
        """Show the rows of another kind."""
        self.show(self.rows, what)

    # -- places ---------------------------------------------------------------------------------

    def kolom(self, column: int) -> Kolom:
        """What a column holds."""
        assert self.rows is not None
        return self.rows.columns[column]

    def column_of(self, kolom: Kolom) -> int:
        """Where a column stands."""
        assert self.rows is not None
        return self.rows.columns.index(kolom)

    def place(self, row: int) -> int:
        """Where the row shown stands in the sheet."""
        return self._shown[row]

    def row_of(self, place: int) -> int | None:
        """The row in which a place of the sheet is shown."""
        try:
            return self._shown.index(place)
        except ValueError:
            return None

    def notes(self, index: _Index) -> tuple[CatatanSel, ...]:
        """What is to be said about a cell."""
        if self.rows is None or not index.isValid():
            return ()
        return self.rows.notes(self._shown[index.row()], self.kolom(index.column()))

    def next_problem(self, index: _Index, step: int) -> QModelIndex | None:
        """The next cell to mend after (before, with step -1) a cell; it goes round."""
        rows, count = self.rows, len(self._shown)
        if rows is None or not count:
            return None
        start = index.row() if index.isValid() else (0 if step > 0 else count - 1)
        column = index.column() if index.isValid() else (-1 if step > 0 else len(rows.columns))
        for offset in range(count + 1):
            row = (start + step * offset) % count
            if not rows.problems(self._shown[row]):
                continue
            cells = self._to_mend(row)
            if offset == 0:
                cells = [c for c in cells if (c - column) * step > 0]
            if cells:
                return self.index(row, cells[0 if step > 0 else -1])
        return None

    def _to_mend(self, row: int) -> list[int]:
        rows = self.rows
        assert rows is not None
        noted = {note.kolom for note in rows.row(self._shown[row]).catatan if not note.warning}
        return [n for n, kolom in enumerate(rows.columns) if kolom in noted] or [0]

    # -- changes ----------------------------------------------------------------------------------

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        """Qt: words were typed; the row is checked anew at once."""
        if self.rows is None or role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        text = str(value).strip()
        if text == self.data(index, Qt.ItemDataRole.EditRole):
            return True
        rows, place, kolom = self.rows, self._shown[index.row()], self.kolom(index.column())
        return self._try(lambda: rows.type(place, kolom, text))

    def toggle(self, row: int) -> None:
        """Leave a row out, or take it in again."""
        rows = self.rows
        if rows is None:
            return
        place = self._shown[row]
        change = rows.take_in if rows.kind(place) is Tampil.ABAIKAN else rows.leave_out
        self._try(lambda: change(place))

    def undo(self) -> None:
        """Take the last change back."""
        if self.rows is not None and self.rows.undo():
            self._tell()

    def check_again(self) -> None:
        """Check all against the records as they are now."""
        if self.rows is not None:
            self._try(self.rows.check_again)

    def _try(self, change: Callable[[], None]) -> bool:
        try:
            change()
        except SopappError as error:
            self.refused.emit(error)
            return False
        self._tell()
        return True

    def _tell(self) -> None:
        """One row's change can bear on others, such as a title that stands twice."""
        if self._shown:
            last = len(self._shown) - 1
            self.dataChanged.emit(self.index(0, 0), self.index(last, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, last)
        self.edited.emit()

    # -- Qt ---------------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Rows shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Columns."""
        return 0 if parent.isValid() or self.rows is None else len(self.rows.columns)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Every cell of a row that is not left out can be typed over."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        dropped = self.rows is not None and self._kind(index.row()) is Tampil.ABAIKAN
        return flags if dropped else flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The words, what is wrong with them, and how they are drawn."""
        if self.rows is None or not index.isValid():
            return None
        place, kolom = self._shown[index.row()], self.kolom(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.rows.row(place).lembar.sel(kolom)
        if role == TONE_ROLE:
            return _tone(self.rows.notes(place, kolom))
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return self._tip(place, kolom, full=role == Qt.ItemDataRole.ToolTipRole)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _TOP
        if role == Qt.ItemDataRole.UserRole:
            return self._kind(index.row()) in (Tampil.ABAIKAN, Tampil.TETAP)
        if role == KIND_ROLE:
            return self._kind(index.row())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's signature
        """What a column holds and its letter; a row's number in the sheet and its state."""
        if self.rows is None:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self._column_head(self.rows.columns[section], role)
        if role == KIND_ROLE:
            return self._kind(section)
        nomor = self.rows.row(self._shown[section]).lembar.nomor
        if role == Qt.ItemDataRole.DisplayRole:
            return str(nomor)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._row_tip(section, nomor)
        return None

    def _column_head(self, kolom: Kolom, role: int) -> Any:  # noqa: ANN401 - Qt's signature
        letter = self.rows.hasil.lembar.kolom.get(kolom, "") if self.rows else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return _HEADS.get(kolom, kolom.label)
        if role == Qt.ItemDataRole.ToolTipRole:
            return (
                f"{kolom.label}: kolom {letter}"
                if letter
                else f"{kolom.label}: tidak ada di lembar"
            )
        return _TOP if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _row_tip(self, section: int, nomor: int) -> str:
        assert self.rows is not None
        reason = self.rows.row(self._shown[section]).alasan
        words = f"Baris {nomor}: {self._kind(section).value}"
        return f"{words}. {reason}" if reason else words

    def _kind(self, row: int) -> Tampil:
        assert self.rows is not None
        return self.rows.kind(self._shown[row])

    def _tip(self, place: int, kolom: Kolom, *, full: bool) -> str:
        assert self.rows is not None
        parts = [note_words(note) for note in self.rows.notes(place, kolom)]
        words = self.rows.row(place).lembar.sel(kolom)
        if full and len(words) > _LONG_TIP:
            parts.append(words)
        return "\n\n".join(parts)


def note_words(note: CatatanSel) -> str:
    """What is wrong with a cell and what to do."""
    return f"{note.text} Saran: {note.saran}" if note.saran else note.text


def _tone(notes: tuple[CatatanSel, ...]) -> str:
    if not notes:
        return ""
    return "warn" if all(note.warning for note in notes) else "danger"
