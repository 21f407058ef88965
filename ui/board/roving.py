"""Where the cards lie that can be seen, and where Tab stops among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.board.flow import Cell

if TYPE_CHECKING:
    from ui.board.board_canvas import BoardCanvas


def place_of(canvas: BoardCanvas, berkas_id: int | None) -> tuple[Cell, int] | None:
    """The cell of a card and its row there; None when it is not shown."""
    if berkas_id is not None:
        for cell, cell_list in canvas.cells():
            row = cell_list.cell.row_of(berkas_id)
            if row is not None:
                return cell, row
    return None


def filled(canvas: BoardCanvas) -> list[Cell]:
    """The cells whose cards are seen."""
    folded = canvas.folded_rows
    return [cell for cell, each in canvas.cells() if each.cell.rowCount() and cell[1] not in folded]


def rove(canvas: BoardCanvas, current: int | None) -> None:
    """Tab stops once among the cards, at the current one, and once among the lanes' heads."""
    holder = place_of(canvas, current)
    for cell, cell_list in canvas.lists.items():
        stop = holder is not None and cell == holder[0]
        policy = Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus
        if cell_list.focusPolicy() != policy:
            cell_list.setFocusPolicy(policy)
    at = holder[0][1] if holder is not None else 0
    for row, head in enumerate(canvas.lane_heads):
        head.setFocusPolicy(Qt.FocusPolicy.TabFocus if row == at else Qt.FocusPolicy.NoFocus)
