"""Windows shuts down while the window is open."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import SIGNAL
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sopapp.domain.errors import InUseError
from sopapp.folder_lock import FolderLock
from tests.ui.closing import without_backup
from tests.ui.fakes import FakePrompts
from ui.board.new_berkas_dialog import NewBerkasDialog
from ui.lock.cover import Cover
from ui.main_window import MainWindow
from ui.session_end import SessionEnd

WORD = "kapal layar"


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


def nothing() -> None:
    """Nothing is still being written."""


@pytest.mark.parametrize("leaves", [True, False])
def test_the_window_closes_or_the_session_stays(qtbot: QtBot, leaves: bool) -> None:
    window = Window(leaves=leaves)
    qtbot.addWidget(window, before_close_func=lambda each: setattr(each, "leaves", True))
    window.show()
    manager = Manager()

    SessionEnd(window, window.close, nothing).close_window(manager)  # type: ignore[arg-type]

    assert window.isVisible() is not leaves
    assert manager.cancelled is not leaves


def test_nobody_is_asked_where_nobody_may_answer(qtbot: QtBot) -> None:
    window = Window(leaves=False)
    qtbot.addWidget(window, before_close_func=lambda each: setattr(each, "leaves", True))
    window.show()
    manager = Manager(interaction=False)

    SessionEnd(window, window.close, nothing).close_window(manager)  # type: ignore[arg-type]

    assert window.isVisible()
    assert not manager.cancelled


@pytest.mark.parametrize("leaves", [True, False])
def test_a_process_that_is_ended_with_its_answer_has_ended_well(
    qtbot: QtBot, tmp_path: Path, leaves: bool
) -> None:
    window = Window(leaves=leaves)
    qtbot.addWidget(window, before_close_func=lambda each: setattr(each, "leaves", True))
    window.show()
    file = tmp_path / "terpakai.lock"
    written: list[bytes] = []

    with FolderLock(file):
        end = SessionEnd(window, window.close, lambda: written.append(file.read_bytes()))
        end.close_window(Manager())  # type: ignore[arg-type]
        left = file.read_bytes()

        with pytest.raises(InUseError):
            FolderLock(file).acquire()
    assert bool(left) is not leaves  # what the next start takes for a kill
    assert [bool(mark) for mark in written] == [True] * leaves  # what is under way ends before


@pytest.mark.parametrize("drops", [True, False])
def test_what_is_typed_in_a_dialog_is_asked_about(
    window: MainWindow, prompts: FakePrompts, drops: bool
) -> None:
    window.new_berkas()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NewBerkasDialog)
    dialog.judul.setText("Belum disimpan")
    prompts.yes = drops
    without_backup(window)

    assert window.end_session() is drops

    assert dialog.isVisible() is window.isVisible() is not drops


def test_a_locked_window_lets_the_pc_shut_down(window: MainWindow) -> None:
    window.context.app.kunci.put(WORD, 5)
    without_backup(window)
    window.lock()
    assert not window.close()

    assert window.end_session()


def test_a_locked_window_keeps_what_is_typed(window: MainWindow, prompts: FakePrompts) -> None:
    window.context.app.kunci.put(WORD, 5)
    window.settings("instansi")
    window.page("settings").tab.nama.setText("Belum disimpan")
    window.lock()

    assert not window.end_session()

    assert window.isVisible()
    assert window.findChild(Cover) is not None
    assert not prompts.shown


@pytest.mark.parametrize(("platform", "listeners"), [("win32", 1), ("linux", 0)])
def test_only_windows_is_listened_to(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, platform: str, listeners: int
) -> None:
    window = Window(leaves=True)
    qtbot.addWidget(window)
    asked = SIGNAL("commitDataRequest(QSessionManager&)")
    before = qapp.receivers(asked)
    monkeypatch.setattr(sys, "platform", platform)

    SessionEnd(window, window.close, nothing)

    assert qapp.receivers(asked) - before == listeners
