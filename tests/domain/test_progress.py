"""How far work is: told often enough to be stopped, and to its end."""

from __future__ import annotations

import pytest

from sopapp.domain.progress import Cancelled, counted, no_progress, one_by_one, share


def test_counting_tells_now_and_then_and_the_end() -> None:
    told: list[tuple[int, int]] = []
    assert list(counted(range(70), lambda *step: told.append(step))) == list(range(70))
    assert told == [(0, 70), (32, 70), (64, 70), (70, 70)]


def test_one_by_one_tells_before_each_and_the_end() -> None:
    told: list[tuple[int, int]] = []
    assert list(one_by_one("ab", lambda *step: told.append(step))) == ["a", "b"]
    assert told == [(0, 2), (1, 2), (2, 2)]


def test_nothing_to_do_is_told_as_done() -> None:
    told: list[tuple[int, int]] = []
    assert list(counted((), share(lambda *step: told.append(step), 1, 2))) == []
    assert told == [(0, 1)]
    assert list(counted((), no_progress)) == []


def test_parts_follow_one_another_to_the_end() -> None:
    told: list[float] = []
    for number in range(3):
        list(one_by_one("ab", share(lambda done, total: told.append(done / total), number, 3)))
    assert told == sorted(told)
    assert told[0] == 0
    assert told[-1] == 1


def test_stopping_says_what_did_not_change() -> None:
    def stop(done: int, _total: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled, match="tidak berubah"):
        list(one_by_one("abc", stop))


def test_work_that_was_stopped_says_so() -> None:
    assert str(Cancelled()) == "Dibatalkan. Yang sudah ada tidak berubah."
