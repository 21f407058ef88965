"""A choice among the entries of the register, found by any part of their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QStringListModel,
    Qt,
)
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListView, QWidget

from ui.in_turns import InTurns

if TYPE_CHECKING:
    from sopapp.domain.daftar import Daftar
    from sopapp.services.dik import DikService

_TOGETHER = 2000
"""Titles read in one turn: some ten milliseconds."""
_MOST = 100
"""Entries offered for what is typed."""
_Index = QModelIndex | QPersistentModelIndex


class _Entries(QAbstractListModel):
    """Entries in an order; what one says is read when it is looked at."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._daftar: Daftar | None = None
        self._order: Sequence[int] = ()

    def show_entries(self, daftar: Daftar, order: Sequence[int]) -> None:
        """Offer the entries of `daftar` that stand at `order`."""
        self.beginResetModel()
        self._daftar, self._order = daftar, order
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Qt: entries offered."""
        return 0 if parent.isValid() else len(self._order)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Qt: title and unit, or the entry's id."""
        if not index.isValid() or self._daftar is None:
            return None
        at = self._order[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return self._daftar.bare_places[at][0]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            entry = self._daftar[at]
            return _words(entry.isi.informasi, entry.unit_nama)
        return None


class EntryBox(QComboBox):
    """A list of thousands that opens at once; typing finds in it."""

    def __init__(self, dik: DikService, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dik = dik
        self._daftar: Daftar | None = None
        self._order: Sequence[int] = ()
        self._texts: list[str] = []
        """What can be read of each entry, by its place in the register."""
        self._folded: list[str] = []
        self._hits: Sequence[int] = ()
        self._entries = _Entries(self)
        self.setModel(self._entries)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line = self.lineEdit()
        assert line is not None  # it can be typed into
        line.setPlaceholderText(hint)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(30)
        view = self.view()
        assert isinstance(view, QListView)
        view.setUniformItemSizes(True)  # else each of thousands is read to measure it
        self._find_by_typing(line)
        self._reading = InTurns(self, lambda: None, self._on_failed)

    def _find_by_typing(self, line: QLineEdit) -> None:
        # Not the one of QComboBox, which asks each row of the model at each key.
        self.setCompleter(None)  # type: ignore[arg-type]  # the stub forgets that None is one
        self._found = QStringListModel(self)
        completer = QCompleter(self._found, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        line.setCompleter(completer)
        line.textEdited.connect(self._find)
        picked = completer.activated[QModelIndex]  # type: ignore[index]  # missing in the stub
        picked.connect(lambda index: self._pick(index.row()))

    def offer(self, daftar: Daftar, unit_id: int | None) -> None:
        """Offer the register's entries, those of a unit first; a choice that is made stays."""
        kept = self.currentData()
        if daftar is not self._daftar:
            self._daftar, self._texts, self._folded = daftar, [], []
            self._reading.begin(self._read())
        rows = daftar.bare_places
        own = [at for at, row in enumerate(rows) if row[2] == unit_id]
        self._order = own + [at for at, row in enumerate(rows) if row[2] != unit_id]
        self.blockSignals(True)
        self._entries.show_entries(daftar, self._order)
        self.setCurrentIndex(-1 if kept is None else self._row_of(kept))
        if self.currentIndex() < 0:
            self.clearEditText()
        self.blockSignals(False)

    def currentData(self, role: int = Qt.ItemDataRole.UserRole) -> int | None:
        """Qt: the id of the entry whose words stand in the field; None for other words."""
        text, row = self.currentText(), self.currentIndex()
        if self.itemText(row) != text:  # typed, not picked; entries may share their words
            row = self._row_with(text)
        return self.itemData(row, role) if row >= 0 else None

    def _row_of(self, entri_id: int) -> int:
        assert self._daftar is not None
        (at,) = self._daftar.find((entri_id,)) or (-1,)
        return self._order.index(at) if at >= 0 else -1

    def _row_with(self, text: str) -> int:
        if not text:
            return -1
        self._read_all()
        return next((row for row, at in enumerate(self._order) if self._texts[at] == text), -1)

    def _read(self) -> Iterator[None]:
        """Read the words of every entry, which typing looks through."""
        daftar = self._daftar
        while daftar is not None and len(self._texts) < len(daftar):
            if self._texts or len(daftar) > _TOGETHER:
                yield
            at = len(self._texts)
            places = daftar.places[at : at + _TOGETHER]
            self._texts += [
                _words(title, daftar.unit_name(place.unit_id))
                for title, place in zip(self._dik.titles(places), places, strict=True)
            ]

    def _read_all(self) -> None:
        for _pause in self._read():
            pass

    def _find(self, typed: str) -> None:
        self._read_all()
        if len(self._folded) != len(self._texts):
            self._folded = [text.casefold() for text in self._texts]
        wanted, folded = typed.casefold(), self._folded
        hits = []
        for row, at in enumerate(self._order):
            if wanted in folded[at]:
                hits.append(row)
                if len(hits) == _MOST:
                    break
        self._hits = hits
        self._found.setStringList([self._texts[self._order[row]] for row in hits])

    def _pick(self, number: int) -> None:
        if 0 <= number < len(self._hits):
            self.setCurrentIndex(self._hits[number])

    def _on_failed(self, _error: Exception) -> None:
        """What cannot be read is told by the key that needs it."""


def _words(title: str, unit: str) -> str:
    return f"{title} ({unit})"
