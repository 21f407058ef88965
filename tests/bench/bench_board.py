"""The board with 5,000 cards: build and first paint, and a reload after one card moved.

Run: `python -m tests.bench.bench_board`. Needs no screen.
"""

from __future__ import annotations

import dataclasses
import os
import statistics
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_CARDS = 5_000
_TURNS = 7
_AIM = 80.0  # milliseconds, from the issue
_RELOAD_AIM = 30.0


def run() -> list[tuple[str, float, float]]:
    """(what, milliseconds (median), aim in milliseconds)."""
    from PySide6.QtWidgets import QApplication

    from tests.ui.board.boards import crowd
    from ui.application import prepare
    from ui.board.board_view import BoardView

    application = QApplication.instance() or QApplication([])
    prepare(application)
    board = crowd(_CARDS)
    first, *rest = board.cards
    moved = dataclasses.replace(board, cards=(*rest, first._replace(days_left=99)))
    built, reloaded = [], []
    for _turn in range(_TURNS):
        start = time.perf_counter()
        view = BoardView()
        view.resize(1366, 700)
        view.show_board(board)
        view.show()
        view.grab()
        built.append((time.perf_counter() - start) * 1000)
        start = time.perf_counter()
        view.show_board(moved)
        view.grab()
        reloaded.append((time.perf_counter() - start) * 1000)
        view.deleteLater()
        application.processEvents()
    return [
        (f"Board of {_CARDS} cards: build and first paint", statistics.median(built), _AIM),
        ("Board: reload after one card changed", statistics.median(reloaded), _RELOAD_AIM),
    ]


if __name__ == "__main__":
    for what, milliseconds, aim in run():
        print(f"{what}: {milliseconds:.0f} ms (aim {aim:.0f} ms)")
