"""The short form of `python -m tests.hostile N`: a few hundred bad inputs at every entry point."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopapp.app import App
from tests.conftest import Sample
from tests.hostile.entries import INSIDE, entries, services
from tests.hostile.running import Runner

INPUTS = 400
SEED = 5


@pytest.mark.timeout(240)
def test_bad_input_is_taken_whole_or_refused_with_a_sentence(
    sample_data: Sample, tmp_path: Path
) -> None:
    outcome = Runner(SEED, tmp_path, sample=sample_data.folder).run(INPUTS)
    assert outcome.problems == []
    assert outcome.total.crashed == 0
    # Both ends were met: some went in, some were refused.
    assert outcome.total.taken > 20
    assert outcome.total.refused > 80
    assert len(outcome.by_entry) > 150


def test_every_service_is_met(app: App) -> None:
    met = {entry.service for entry in entries(app)}
    # What takes nothing at all has nothing to be fed with.
    silent = set(services()) - met
    assert silent <= {"libur", "undo", "hari_ini"}, "hostile input does not reach these"
    assert all(name.partition(".")[0] in services() for name in INSIDE)
