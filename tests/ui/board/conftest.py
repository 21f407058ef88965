"""A board page over services that are played by a stage hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from sopapp.clock import FixedClock
from sopapp.domain.board import Board
from sopapp.domain.changes import Kind
from tests.ui.board.boards import TODAY, board, busy_board
from ui.board.board_page import BoardPage
from ui.board.board_view import BoardView
from ui.context import UiContext


@dataclass
class FakeBerkas:
    """Records what was asked for; raises `errors` one after the other, then obeys."""

    calls: list[tuple[object, ...]] = field(default_factory=list)
    errors: list[Exception] = field(default_factory=list)

    def __getattr__(self, name: str):
        if name.startswith("_"):
            raise AttributeError(name)

        def call(*arguments: object) -> None:
            self.calls.append((name, *arguments))
            if self.errors:
                raise self.errors.pop(0)

        return call


@dataclass
class FakeInstansi:
    lacking: tuple[tuple[Kind, str], ...] = ()

    def ready(self) -> tuple[tuple[Kind, str], ...]:
        return self.lacking


@dataclass
class FakeBoard:
    now: Board
    loads: int = 0
    closed: int = 0
    asked: dict[int, frozenset[int]] = field(default_factory=dict)

    def load(self) -> Board:
        self.loads += 1
        return self.now

    def renewed(self, _board: Board, _berkas_id: int) -> Board:
        return self.load()

    def ended(self) -> int:
        return self.closed

    def units(self) -> tuple[tuple[int, str], ...]:
        return tuple((unit, f"Bidang {unit}") for unit in self.asked)

    def of_unit(self, unit_id: int) -> frozenset[int]:
        return self.asked.get(unit_id, frozenset())


@dataclass
class FakeApp:
    data: Path
    board: FakeBoard = field(default_factory=lambda: FakeBoard(board()))
    berkas: FakeBerkas = field(default_factory=FakeBerkas)
    instansi: FakeInstansi = field(default_factory=FakeInstansi)
    clock: FixedClock = field(default_factory=lambda: FixedClock(TODAY))


@pytest.fixture(autouse=True)
def _no_expiry(monkeypatch) -> None:
    """A slow machine must not count what ends soon: nobody plays the register here."""
    monkeypatch.setattr(BoardPage, "_watch_expiry", lambda _page: None)


@pytest.fixture
def app(tmp_path) -> FakeApp:
    return FakeApp(tmp_path, FakeBoard(busy_board()))


@pytest.fixture
def context(app, hub, tasks, prompts, navigate) -> UiContext:
    return UiContext(app, hub, tasks, prompts, navigate)


@pytest.fixture
def page(qtbot, context) -> BoardPage:
    made = BoardPage(context)
    _show(qtbot, made)
    return made


@pytest.fixture
def view(qtbot) -> BoardView:
    made = BoardView()
    made.show_board(busy_board())
    _show(qtbot, made)
    return made


def _show(qtbot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.resize(1200, 700)
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
