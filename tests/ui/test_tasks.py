"""Work off the GUI thread comes back on it, and only to those who still want it."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from sopapp.domain.errors import DomainError
from sopapp.domain.progress import Cancelled
from ui.tasks import Latest


def _never(error):
    raise error


def test_result_arrives_on_the_gui_thread(qtbot, tasks):
    seen = []
    owner = QObject()

    def work():
        return threading.get_ident()

    tasks.run(work, lambda where: seen.append((where, threading.get_ident())), _never, owner=owner)
    qtbot.waitUntil(lambda: bool(seen))
    worked_on, delivered_on = seen[0]
    assert delivered_on == threading.get_ident()
    assert worked_on != delivered_on


def test_garbage_is_not_collected_on_a_pool_thread(qtbot, tasks):
    """A model or timer would be deleted there, under the feet of the GUI thread."""

    class Circle:
        def __init__(self):
            self.me = self

        def __del__(self):
            where.append(threading.get_ident())

    def fill():
        return [[] for _ in range(5 * gc.get_threshold()[0])]

    where = []
    gc.collect()
    assert gc.isenabled()
    Circle()
    tasks.run(fill, lambda _: None, _never, owner=tasks)
    qtbot.waitUntil(lambda: not tasks.busy)
    assert gc.isenabled()
    fill()
    assert where == [threading.get_ident()]


def test_an_error_goes_to_failed(qtbot, tasks):
    errors = []

    def work():
        raise ValueError("rusak")

    tasks.run(work, lambda _: None, errors.append, owner=tasks)
    qtbot.waitUntil(lambda: bool(errors))
    assert str(errors[0]) == "rusak"


def test_nothing_is_called_after_the_owner_is_deleted(qtbot, tasks):
    go = threading.Event()
    calls = []
    owner = QObject()
    destroyed = []
    owner.destroyed.connect(lambda: destroyed.append(True))
    tasks.run(lambda: go.wait(10), calls.append, calls.append, owner=owner)
    owner.deleteLater()
    qtbot.waitUntil(lambda: bool(destroyed))
    go.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert calls == []


def test_a_cancelled_result_is_dropped(qtbot, tasks):
    go = threading.Event()
    calls = []
    handle = tasks.run(lambda: go.wait(10), calls.append, calls.append, owner=tasks)
    handle.cancel()
    go.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert calls == []


def test_waiting_ends_all_work(qtbot, tasks):
    done = []
    tasks.run(lambda: done.append(1), _never, _never, owner=tasks)
    tasks.wait()
    assert done == [1]
    assert not tasks.busy


def test_only_the_newest_request_is_shown(qtbot, tasks):
    go = threading.Event()
    shown = []
    latest = Latest(tasks, tasks, shown.append, _never)

    def slow():
        go.wait(10)
        return "lama"

    latest.request(slow)
    ran = []
    latest.request(lambda: ran.append("tengah"))
    latest.request(lambda: "baru")
    go.set()
    qtbot.waitUntil(lambda: bool(shown))
    assert shown == ["baru"]
    assert ran == []
    assert not latest.busy


def test_results_wait_until_the_records_are_free(qtbot, tasks):
    seen = []
    with tasks.held():
        tasks.run(lambda: "hasil", seen.append, _never, owner=tasks)
        tasks._pool.waitForDone()
        with tasks.held():
            QApplication.processEvents()
        QApplication.processEvents()
        assert seen == []
        assert tasks.busy
    qtbot.waitUntil(lambda: seen == ["hasil"])
    assert not tasks.busy


@pytest.mark.parametrize("again", [True, False])
def test_long_work_that_nobody_wants_any_more_ends_early(qtbot, tasks, again):
    begun, go = threading.Event(), threading.Event()
    shown, steps = [], []

    def long(progress):
        for number in range(100):
            progress(number, 100)
            steps.append(number)
            begun.set()
            go.wait(10)
        return "lama"

    latest = Latest(tasks, tasks, shown.append, _never)
    latest.request_long(long)
    begun.wait(10)
    if again:
        latest.request_long(lambda _progress: "baru")
    else:
        latest.cancel()
    go.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert len(steps) == 1
    assert shown == (["baru"] if again else [])


@pytest.mark.parametrize("again", [True, False])
def test_a_cancelled_preview_can_be_asked_for_again(qtbot, tasks, again):
    go = threading.Event()
    shown = []
    latest = Latest(tasks, tasks, shown.append, _never)
    latest.request(lambda: go.wait(10))
    latest.cancel()
    assert not latest.busy
    if again:
        latest.request(lambda: "baru")
    go.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert shown == (["baru"] if again else [])


def test_a_bug_is_told_also_when_nobody_waits_for_it(qtbot, tasks, monkeypatch):
    go = threading.Event()
    told = []
    monkeypatch.setattr("sys.excepthook", lambda _kind, error, _trace: told.append(error))
    owners = [QObject(), QObject()]
    gone = []
    for owner, error in zip(owners, (ZeroDivisionError(), DomainError("Kosong.")), strict=True):

        def work(error=error):
            go.wait(10)
            raise error

        owner.destroyed.connect(lambda: gone.append(True))
        tasks.run(work, _never, _never, owner=owner)
        owner.deleteLater()
    qtbot.waitUntil(lambda: len(gone) == 2)
    go.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert [type(error) for error in told] == [ZeroDivisionError]


def test_what_stopped_work_had_made_goes_with_it(tasks, qtbot):
    """On its thread: to let go of a long list would halt the window."""
    gone_on = []

    class Made:
        def __del__(self):
            gone_on.append(threading.get_ident())

    held = []

    def work():
        made = Made()
        held.append(weakref.ref(made))
        raise Cancelled

    told = []
    owner = QObject()
    gc.disable()
    try:
        tasks.run(work, told.append, lambda error: told.append(type(error)), owner=owner)
        qtbot.waitUntil(lambda: bool(told))
        qtbot.waitUntil(lambda: not tasks.busy)
        assert held[0]() is None
    finally:
        gc.enable()
    assert told == [Cancelled]
    assert gone_on != [threading.get_ident()]
