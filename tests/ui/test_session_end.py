"""Windows shuts down while the window is open."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import SIGNAL
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.session_end import SessionEnd


class Manager:
    """Stands for Qt's session manager, which only Qt can make."""

    def __init__(self, *, interaction: bool = True) -> None:
        self.interaction = interaction
        self.cancelled = False

    def allowsInteraction(self) -> bool:  # noqa: N802 - Qt's name
        return self.interaction

    def release(self) -> None:
        self.interaction = False

    def cancel(self) -> None:
        self.cancelled = True


class Window(QWidget):
    """Closes, or not: the user may want to keep what was typed."""

    def __init__(self, *, leaves: bool) -> None:
        super().__init__()
        self.leaves = leaves

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        event.setAccepted(self.leaves)


@pytest.mark.parametrize("leaves", [True, False])
def test_the_window_closes_or_the_session_stays(qtbot: QtBot, leaves: bool) -> None:
    window = Window(leaves=leaves)
    qtbot.addWidget(window, before_close_func=lambda each: setattr(each, "leaves", True))
    window.show()
    manager = Manager()

    SessionEnd(window).close_window(manager)  # type: ignore[arg-type]

    assert window.isVisible() is not leaves
    assert manager.cancelled is not leaves


def test_nobody_is_asked_where_nobody_may_answer(qtbot: QtBot) -> None:
    window = Window(leaves=False)
    qtbot.addWidget(window, before_close_func=lambda each: setattr(each, "leaves", True))
    window.show()
    manager = Manager(interaction=False)

    SessionEnd(window).close_window(manager)  # type: ignore[arg-type]

    assert window.isVisible()
    assert not manager.cancelled


@pytest.mark.parametrize(("platform", "listeners"), [("win32", 1), ("linux", 0)])
def test_only_windows_is_listened_to(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, platform: str, listeners: int
) -> None:
    window = Window(leaves=True)
    qtbot.addWidget(window)
    asked = SIGNAL("commitDataRequest(QSessionManager&)")
    before = qapp.receivers(asked)
    monkeypatch.setattr(sys, "platform", platform)

    SessionEnd(window)

    assert qapp.receivers(asked) - before == listeners
