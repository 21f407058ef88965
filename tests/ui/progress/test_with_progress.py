"""Work with the records lets the window live, is stopped whole, and keeps all else away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from sopapp.domain.progress import Cancelled, counted
from tests.ui.stopping import at_once, shown
from ui.progress import with_progress as module
from ui.progress.with_progress import with_progress


@pytest.fixture
def page(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.button = QPushButton("Lain", made)
    made.pressed = []
    made.button.clicked.connect(lambda: made.pressed.append(True))
    made.show()
    return made


def test_short_work_shows_nothing_and_gives_what_it_makes(page, tasks, monkeypatch):
    monkeypatch.setattr(module, "_TURN", 0)
    seen = []

    def work(progress):
        for _each in counted(range(100), progress):
            seen.append(shown())  # noqa: PERF401 - between two steps
        return "jadi"

    assert with_progress(tasks, page, "Membaca", work) == "jadi"
    assert set(seen) == {None}


def test_what_is_typed_before_a_dialog_is_there_waits_and_is_not_lost(page, tasks, monkeypatch):
    """Ctrl+5, Ctrl+2: the second is typed while the first page reads its rows."""
    monkeypatch.setattr(module, "_TURN", 0)
    turns = []
    real = QApplication.processEvents

    def watched(*flags):
        turns.append((*flags, shown() is not None))
        real(*flags)

    monkeypatch.setattr(QApplication, "processEvents", staticmethod(watched))

    def work(progress):
        progress(0, 3)
        at_once(monkeypatch)
        progress(1, 3)
        progress(2, 3)

    with_progress(tasks, page, "Membaca", work)
    monkeypatch.undo()
    flags = QEventLoop.ProcessEventsFlag
    alone, told = (flags.ExcludeUserInputEvents, False), (flags.AllEvents, True)
    assert turns == [alone, alone, told, told]


def test_lasting_work_says_how_far_it_is(page, tasks, monkeypatch):
    at_once(monkeypatch)
    monkeypatch.setattr(module, "_TURN", 0)
    seen = []

    def work(progress):
        for number in range(4):
            progress(number, 4)
            seen.append((shown().words.text(), shown().bar.value()))
        progress(4, 4)
        assert not shown().cancel_button.isEnabled()  # the last step cannot be cut

    with_progress(tasks, page, "Menomori surat…", work)
    assert seen[2] == ("Menomori surat · 50%", 500)
    assert shown() is None


def test_batalkan_stops_it(page, tasks, stop_with_progress):
    reached = []

    def work(progress):
        reached.extend(counted(range(1000), progress))

    with pytest.raises(Cancelled):
        with_progress(tasks, page, "Membaca", work)
    assert 0 < len(reached) < 1000
    assert shown() is None


def test_what_must_not_be_stopped_says_so(page, tasks, stop_with_progress):
    def work(progress):
        for _each in counted(range(100), progress):
            assert shown() is None or not shown().cancel_button.isEnabled()
        return "utuh"

    assert with_progress(tasks, page, "Mencatat", work, stoppable=False) == "utuh"
    assert stop_with_progress  # somebody did press


def test_the_report_of_a_fault_meanwhile_can_be_put_away(page, tasks, monkeypatch):
    """It stands before everything: if it did not answer, nothing would ever again."""
    monkeypatch.setattr(module, "_TURN", 0)
    report = QDialog(page)
    report.setModal(True)
    put_away = QPushButton("Tutup", report)
    put_away.clicked.connect(report.accept)

    def work(progress):
        progress(0, 2)
        report.show()
        QTest.mouseClick(page.button, Qt.MouseButton.LeftButton)
        QTest.mouseClick(put_away, Qt.MouseButton.LeftButton)
        return report.isVisible()

    assert with_progress(tasks, page, "Menulis", work) is False
    assert page.pressed == []


def test_the_form_that_began_the_work_waits_for_it(qtbot, tasks, monkeypatch):
    monkeypatch.setattr(module, "_TURN", 0)
    form = QDialog()
    qtbot.addWidget(form)
    form.setModal(True)
    save = QPushButton("Simpan", form)
    pressed = []
    save.clicked.connect(lambda: pressed.append(True))
    form.show()

    def work(progress):
        progress(0, 2)
        QTest.mouseClick(save, Qt.MouseButton.LeftButton)
        QTest.keyClick(form, Qt.Key.Key_Escape)
        progress(1, 2)

    with_progress(tasks, form, "Menomori", work)
    assert pressed == []
    assert form.isVisible()


def test_nothing_else_comes_between_two_steps(page, tasks, qtbot, monkeypatch):
    """Neither a click, a timer nor the result of other work may reach half-written records."""
    monkeypatch.setattr(module, "_TURN", 0)
    late = []
    tasks.run(lambda: "hasil", late.append, late.append, owner=page)
    tasks._pool.waitForDone()
    QTimer.singleShot(0, page, lambda: late.append("tertunda"))  # runs before the work begins
    timer = QTimer(page, singleShot=True, interval=0)
    timer.timeout.connect(lambda: late.append("jam"))
    timer.start()

    def work(progress):
        for _each in counted(range(200), progress):
            QTest.mouseClick(page.button, Qt.MouseButton.LeftButton)
            page.close()
        return list(late)

    assert with_progress(tasks, page, "Menulis", work) == ["tertunda"]
    assert page.isVisible()
    assert page.pressed == []
    qtbot.waitUntil(lambda: sorted(late) == ["hasil", "jam", "tertunda"])


def test_when_it_ended_the_window_answers_at_once_while_the_fault_is_still_in_hand(page, tasks):
    with pytest.raises(ZeroDivisionError) as caught:
        with_progress(tasks, page, "Membaca", lambda _progress: 1 // 0)
    QTest.mouseClick(page.button, Qt.MouseButton.LeftButton)
    assert caught.tb is not None  # what the work made use of still lives
    assert page.pressed == [True]
    assert QGuiApplication.overrideCursor() is None
