"""Long work on a thread: nothing is shown of what is short, the rest can be stopped."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from sopapp.domain.errors import DomainError
from sopapp.domain.progress import counted
from tests.ui.stopping import at_once, shown
from ui.progress import progress_dialog
from ui.progress.long_work import LongWork
from ui.progress.progress_dialog import worth_showing
from ui.progress.running import plain, stoppable


@pytest.fixture
def page(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.field = QLineEdit(made)
    made.show()
    made.activateWindow()
    made.field.setFocus()
    return made


@pytest.fixture
def ends() -> list[object]:
    return []


@pytest.fixture
def start(page, tasks, ends):
    made = LongWork(tasks, page)

    def go(work, words="Menulis daftar…") -> LongWork:
        assert made.start(words, work, ends.append, ends.append, lambda: ends.append("batal"))
        return made

    return go


def test_short_work_is_never_told_of(start, ends, qtbot, monkeypatch):
    seen = []
    monkeypatch.setattr(progress_dialog, "SHOW_AFTER", 0.5)
    monkeypatch.setattr("ui.progress.long_work.ProgressDialog", lambda *_a: seen.append(1))
    start(plain(lambda: "jadi"))
    qtbot.waitUntil(lambda: bool(ends))
    assert ends == ["jadi"]
    assert seen == []


def test_lasting_work_says_what_is_done_and_how_far(start, page, ends, qtbot, monkeypatch):
    at_once(monkeypatch)
    go = threading.Event()

    def work(progress):
        progress(1, 4)
        go.wait(20)
        return "jadi"

    start(stoppable(work))
    qtbot.waitUntil(lambda: shown() is not None and "25%" in shown().words.text())
    dialog = shown()
    assert dialog.words.text() == "Menulis daftar · 25%"
    assert dialog.isModal()
    assert dialog.focusWidget() is dialog.cancel_button
    assert dialog.accessibleDescription() == "Menulis daftar"
    assert "Menulis daftar" in dialog.cancel_button.accessibleDescription()
    assert dialog.bar.accessibleName() == "Kemajuan"
    go.set()
    qtbot.waitUntil(lambda: ends == ["jadi"])
    assert shown() is None
    assert page.focusWidget() is page.field


@pytest.mark.parametrize("how", ["mouse", "esc", "cross"])
def test_it_is_stopped(start, ends, qtbot, monkeypatch, how):
    at_once(monkeypatch)
    go = threading.Event()
    reached = []

    def work(progress):
        for number in counted(range(100), progress):
            reached.append(number)
            if number == 40:
                go.wait(20)

    start(stoppable(work))
    qtbot.waitUntil(lambda: shown() is not None and len(reached) == 41)
    dialog = shown()
    if how == "mouse":
        QTest.mouseClick(dialog.cancel_button, Qt.MouseButton.LeftButton)
    elif how == "esc":
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        dialog.close()
    assert dialog.words.text() == "Membatalkan…"
    assert not dialog.cancel_button.isEnabled()
    assert dialog.isVisible()  # until the work has let go
    go.set()
    qtbot.waitUntil(lambda: ends == ["batal"])
    assert len(reached) < 100
    assert shown() is None


def test_the_last_step_cannot_be_cut_and_the_button_says_so(start, ends, qtbot, monkeypatch):
    at_once(monkeypatch)
    go = threading.Event()

    def work(progress):
        progress(7, 7)
        go.wait(20)
        return "jadi"

    start(stoppable(work))
    qtbot.waitUntil(lambda: shown() is not None and not shown().cancel_button.isEnabled())
    QTest.keyClick(shown(), Qt.Key.Key_Escape)
    go.set()
    qtbot.waitUntil(lambda: ends == ["jadi"])


def test_what_goes_wrong_is_handed_on_after_the_dialog_has_gone(page, tasks, qtbot, monkeypatch):
    at_once(monkeypatch)
    seen = []

    def work():
        raise DomainError("Huruf itu tidak ada.")

    made = LongWork(tasks, page)
    made.start(
        "Menulis", plain(work), seen.append, lambda error: seen.append((shown(), error)), list
    )
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0][0] is None
    assert str(seen[0][1]) == "Huruf itu tidak ada."


def test_one_piece_at_a_time(start, ends, qtbot):
    go = threading.Event()
    work = start(plain(lambda: go.wait(20)))
    assert not work.start("Lagi", plain(lambda: "lagi"), ends.append, ends.append, list)
    go.set()
    qtbot.waitUntil(lambda: ends == [True])
    assert not work.going


def test_a_dialog_that_has_come_stays_long_enough_to_be_read(start, ends, qtbot, monkeypatch):
    at_once(monkeypatch)
    monkeypatch.setattr(progress_dialog, "STAYS", 3600)
    go = threading.Event()
    work = start(plain(lambda: go.wait(20)))
    qtbot.waitUntil(lambda: shown() is not None)
    go.set()
    qtbot.waitUntil(lambda: not work.running.going)
    assert shown() is not None
    assert ends == []


@pytest.mark.parametrize(
    ("took", "thousandths", "worth"),
    [(0.4, 0, False), (0.6, -1, True), (0.6, 100, True), (0.6, 900, False), (5.0, 900, True)],
)
def test_only_what_still_lasts_is_worth_a_dialog(took, thousandths, worth, monkeypatch):
    monkeypatch.setattr(progress_dialog, "SHOW_AFTER", 0.5)
    assert worth_showing(took, thousandths) is worth
