"""The cards of one cell as a Qt model."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QStringListModel,
    Qt,
)

from sopapp.domain.board import Card
from ui.board.card_words import full_lines, spoken

MIME = "application/x-sop-berkas"
CARD_ROLE = Qt.ItemDataRole.UserRole
TODAY_ROLE = Qt.ItemDataRole.UserRole + 1

_Index = QModelIndex | QPersistentModelIndex


class CellModel(QStringListModel):
    """Holds cards, most urgent first; never moves them itself.

    Qt's own list holds their titles, for it counts them twice for each that is laid out: to ask
    Python that often takes longer than all the rest of a board of thousands.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[Card, ...] = ()
        self._rows: dict[int, int] = {}
        self._today = date.min

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards in order."""
        return self._cards

    def set_cards(self, cards: tuple[Card, ...], today: date) -> bool:
        """Show `cards`; whether anything is different from before."""
        if cards == self._cards and today == self._today:
            return False
        self._cards, self._today = cards, today
        self._rows = {card.berkas_id: row for row, card in enumerate(cards)}
        self.setStringList([card.judul for card in cards])
        return True

    def row_of(self, berkas_id: int) -> int | None:
        """The row of a berkas, or None when it is not here."""
        return self._rows.get(berkas_id)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The card itself for the delegate, words for everything else."""
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        if role == CARD_ROLE:
            return card
        if role == TODAY_ROLE:
            return self._today
        if role == Qt.ItemDataRole.DisplayRole:
            return card.judul
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join((*full_lines(card), "Klik dua kali untuk membuka."))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(card)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Cards can be dragged; nothing is ever dropped into the model."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def supportedDragActions(self) -> Qt.DropAction:
        """Copy only: a Move would make Qt delete the source row (a berkas) by itself."""
        return Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        """The program's own type."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The id of the berkas being dragged."""
        data = QMimeData()
        if indexes:
            card = self._cards[indexes[0].row()]
            data.setData(MIME, str(card.berkas_id).encode("ascii"))
        return data


def dragged_id(data: QMimeData) -> int | None:
    """The berkas in a drag, or None when it is something else."""
    if not data.hasFormat(MIME):
        return None
    text = bytes(data.data(MIME).data())
    return int(text) if text.isdigit() else None
