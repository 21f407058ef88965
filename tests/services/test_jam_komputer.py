"""A clock that jumped is told before it dates a letter."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sopapp.app import App
from sopapp.clock import FixedClock
from sopapp.domain.tanggal import waktu
from sopapp.services.setting import GeneralSettings
from tests.conftest import TODAY


@pytest.fixture
def used(app: App) -> App:
    app.setting.save(GeneralSettings("Nama Admin"))
    return app


@pytest.mark.parametrize("days", [0, 1, 30, 399])
def test_a_usual_pause_is_no_matter(used: App, clock: FixedClock, days: int) -> None:
    clock.day = TODAY + timedelta(days=days)
    assert used.clock_warning() is None


def test_a_clock_that_fell_back_is_told_with_both_days(used: App, clock: FixedClock) -> None:
    clock.day = TODAY - timedelta(days=2)
    said = used.clock_warning() or ""
    assert "21 November 2026" in said
    assert "23 November 2026" in said
    assert "Betulkan" in said


def test_a_clock_that_fell_back_on_the_same_day_is_told_with_the_hours(
    used: App, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier = clock.now() - timedelta(hours=2)
    monkeypatch.setattr(clock, "now", lambda: earlier)
    said = used.clock_warning() or ""
    assert waktu(earlier) in said
    assert waktu(earlier + timedelta(hours=2)) in said


def test_a_clock_that_leapt_ahead_is_told(used: App, clock: FixedClock) -> None:
    clock.day = TODAY + timedelta(days=500)
    assert "jauh sesudah" in (used.clock_warning() or "")
