"""Service calls of every kind, each failing at some of its steps: told in words, nothing done."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.telling import some_steps, tell_with_faults


@pytest.mark.timeout(300)
def test_a_call_that_failed_anywhere_left_nothing_and_can_be_made_again(tmp_path: Path) -> None:
    outcome = tell_with_faults(11, 45, tmp_path, some_steps)

    assert outcome.wrong == []
    assert outcome.failures > 80
