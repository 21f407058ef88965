"""When a letter is built anew while it is typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject

from sopapp.domain.errors import DomainError
from sopapp.domain.progress import Cancelled
from ui.berkas import live_letter
from ui.berkas.live_letter import LiveLetter


class _Held:
    """Tasks that end when the test says so."""

    def __init__(self) -> None:
        self.open: list[tuple] = []

    def run(self, work, done, failed, *, owner):
        self.open.append((work, done, failed))
        return self

    def cancel(self) -> None:
        self.cancelled = True

    def finish(self) -> None:
        work, done, _failed = self.open.pop()
        done(work())


class _Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch) -> _Clock:
    clock = _Clock()
    monkeypatch.setattr(live_letter, "perf_counter", clock)
    return clock


@pytest.fixture
def live(qapp, clock) -> LiveLetter:
    owner, tasks = QObject(), _Held()
    shown: list[bytes] = []
    made = LiveLetter(tasks, owner, lambda: made.text, shown.append, shown.append)
    made.text = b"satu"
    made.held, made.tasks, made.shown = owner, tasks, shown
    return made


def typed(qtbot, live: LiveLetter, text: bytes) -> None:
    """A key, and the build that it begins."""
    live.text = text
    live.touch()
    qtbot.waitUntil(lambda: bool(live.tasks.open))


def test_what_is_typed_during_a_build_is_built_next_and_both_are_shown(qtbot, live):
    typed(qtbot, live, b"satu")
    live.text = b"dua"
    live.touch()
    live.text = b"tiga"
    live.touch()
    assert len(live.tasks.open) == 1  # one at a time
    live.tasks.finish()
    qtbot.waitUntil(lambda: bool(live.tasks.open))
    assert live.busy
    live.tasks.finish()
    assert live.shown == [b"satu", b"tiga"]
    assert not live.busy


def test_a_quick_letter_is_built_with_the_key_and_a_slow_one_after_a_rest(qtbot, live, clock):
    for seconds in (0.1, 0.1):
        typed(qtbot, live, b"x")
        clock.now += seconds
        live.tasks.finish()
    live.touch()
    assert live._timer.interval() == 0
    qtbot.waitUntil(lambda: bool(live.tasks.open))
    for seconds in (0.4, 0.4):
        clock.now += seconds
        live.tasks.finish()
        typed(qtbot, live, b"x")
    clock.now += 0.4
    live.tasks.finish()
    live.touch()
    assert live._timer.interval() == 400
    clock.now += 0.7  # typing goes on: not for ever
    live.touch()
    assert live._timer.interval() == 100


def test_what_cannot_be_composed_is_told_and_the_next_key_tries_again(qtbot, live):
    def refuse():
        raise DomainError("Hal belum diisi.")

    compose, live._compose = live._compose, refuse
    live.touch()
    qtbot.waitUntil(lambda: bool(live.shown))
    assert isinstance(live.shown.pop(), DomainError)
    assert not live.busy
    live._compose = compose
    typed(qtbot, live, b"dua")
    live.tasks.finish()
    assert live.shown == [b"dua"]


def test_a_letter_that_nobody_looks_at_any_more_is_not_built_to_its_end(qtbot, live, monkeypatch):
    built = []

    def build(_letter, progress):
        progress(1, 700)
        built.append("all")

    monkeypatch.setattr(live_letter, "pdf_of", build)
    typed(qtbot, live, b"dua")
    live.touch()
    live.stop()
    (work, _done, _failed) = live.tasks.open.pop()

    with pytest.raises(Cancelled):
        work()
    assert (built, live.busy, live.tasks.cancelled) == ([], False, True)
