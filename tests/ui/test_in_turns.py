"""Long work on the GUI thread goes a part a turn; short work is done at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.in_turns import InTurns


class Seen:
    """What was done, in its order."""

    def __init__(self, qtbot: QtBot) -> None:
        self.widget = QWidget()
        qtbot.addWidget(self.widget)
        self.said: list[object] = []
        self.turns = InTurns(self.widget, lambda: self.said.append("done"), self.said.append)

    def work(self, *parts: object) -> Iterator[None]:
        for number, part in enumerate(parts):
            if number:
                yield
            if isinstance(part, Exception):
                raise part
            self.said.append(part)


@pytest.fixture
def seen(qtbot: QtBot) -> Seen:
    """A shown widget with work of its own."""
    made = Seen(qtbot)
    made.widget.show()
    return made


def test_what_never_pauses_is_done_at_once(seen: Seen) -> None:
    seen.turns.begin(seen.work(1))

    assert seen.said == [1, "done"]
    assert not seen.turns.busy


def test_the_rest_follows_in_later_turns(seen: Seen, qtbot: QtBot) -> None:
    seen.turns.begin(seen.work(1, 2, 3))
    assert seen.said == [1]
    assert seen.turns.busy

    qtbot.waitUntil(lambda: not seen.turns.busy)

    assert seen.said == [1, 2, 3, "done"]


def test_a_fault_in_the_first_part_is_the_caller_s_and_the_next_work_begins(seen: Seen) -> None:
    with pytest.raises(ValueError, match="x"):
        seen.turns.begin(seen.work(ValueError("x")))
    assert not seen.turns.busy
    seen.turns.begin(seen.work(2))
    assert seen.said == [2, "done"]


def test_new_work_replaces_what_is_not_done(seen: Seen, qtbot: QtBot) -> None:
    seen.turns.begin(seen.work(1, 2))
    seen.turns.begin(seen.work("a", "b"))
    qtbot.waitUntil(lambda: not seen.turns.busy)

    assert seen.said == [1, "a", "b", "done"]


def test_short_work_ends_long_work_for_good(seen: Seen, qapp: QApplication) -> None:
    seen.turns.begin(seen.work(1, 2))
    seen.turns.begin(seen.work("a"))
    qapp.processEvents()

    assert seen.said == [1, "a", "done"]


def test_a_closed_window_ends_it(seen: Seen, qtbot: QtBot) -> None:
    seen.turns.begin(seen.work(1, 2))
    seen.widget.close()
    qtbot.waitUntil(lambda: not seen.turns.busy)

    assert seen.said == [1]


def test_what_a_later_part_raises_is_told(seen: Seen, qtbot: QtBot) -> None:
    fault = ValueError()
    seen.turns.begin(seen.work(1, fault))
    qtbot.waitUntil(lambda: not seen.turns.busy)

    assert seen.said == [1, fault]
