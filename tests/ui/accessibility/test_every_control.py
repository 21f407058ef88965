"""Nothing in the program is nameless, out of reach of the keyboard, unseen or cut off.

One walk through the real window on sample data, at the size of a small office screen, opens
every page, tab and dialog; what it finds wrong is told by place and control.
"""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from sopapp.app import open_app
from sopapp.clock import FixedClock
from tests.conftest import SAMPLE_DAY
from tests.ui.accessibility import checks
from tests.ui.accessibility.controls import controls
from tests.ui.accessibility.tabbing import FocusSeen, tab_round
from tests.ui.accessibility.walk import TasksInTurn, places, settle
from tests.ui.closing import without_backup
from tests.ui.fakes import FakePrompts
from ui.main_window import MainWindow

_SCREEN = QRect(0, 0, 1366, 728)
"""1366×768 without the bar of the system."""
_FEWEST = 90
"""Places that a walk comes to; fewer means that something no longer opens."""


@pytest.fixture
def window(qtbot, tmp_path, sample_data, hub, monkeypatch):
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _screen: _SCREEN)
    shutil.copytree(sample_data.folder, tmp_path / "data")
    with open_app(tmp_path / "data", FixedClock(SAMPLE_DAY), "Penguji") as app:
        hub.feed(app)
        made = MainWindow(app, hub, TasksInTurn(), FakePrompts(yes=False, text=None))
        qtbot.addWidget(made, before_close_func=without_backup)
        made.resize(_SCREEN.size())
        made.show()
        made.activateWindow()
        settle(made)
        yield made
        made.close_all()


@pytest.mark.qt_log_ignore(r"raise\(\)", r"grabbing the keyboard", extend=True)
def test_every_control_has_a_name_can_be_reached_and_is_seen(window):
    focus, found, visited = FocusSeen(), {}, []
    for name, root in places(window.context.app, window):
        visited.append(name)
        for words in _wrong(root, focus):
            found.setdefault(words, name)  # a fault on many pages is told once
    if found:
        pytest.fail("\n".join(f"{place}: {words}" for words, place in found.items()))
    assert len(visited) >= _FEWEST, visited


def _wrong(root: QWidget, focus: FocusSeen) -> list[str]:
    found = [
        *checks.nameless(root), *checks.undescribed(root), *checks.clashes(root),
        *checks.cut_off(root), *checks.traps(root), *checks.too_large(root, _SCREEN.size()),
        *checks.thick_bars(root),
    ]  # fmt: skip
    wanted = controls(root)
    order = tab_round(root)
    inside = [each for each in order if each is root or root.isAncestorOf(each)]
    found += checks.unreachable(wanted, set(order))
    found += checks.jumps(inside)
    return found + focus.unseen(inside)
