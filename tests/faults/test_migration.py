"""A file of each older schema: an update that fails at any step leaves it as it was."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sopapp.app import open_app
from sopapp.clock import FixedClock
from sopapp.paths import DataFolder
from sopapp.persistence.check import check_data
from sopapp.persistence.steps import STEPS
from tests.backup.older_schemas import make_folder, records, stored_files
from tests.conftest import ACTOR, TODAY
from tests.faults.injecting import each_failure


@pytest.mark.parametrize("schema", range(1, len(STEPS)))
def test_an_update_that_fails_leaves_the_old_file(tmp_path: Path, schema: int) -> None:
    kept = make_folder(tmp_path / "asal", schema)
    before = records(kept), stored_files(kept)
    folder = tmp_path / "data"

    def afresh() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(kept, folder)

    def start() -> None:
        open_app(folder, FixedClock(TODAY), ACTOR).close()

    def held(what: str) -> None:
        problems = check_data(DataFolder(folder).database, DataFolder(folder).attachments)
        if problems and "Skema" in problems[0]:
            assert (records(folder), stored_files(folder)) == before, what
        else:  # brought up to date, and a later step of the start failed
            assert problems == (), what
        assert not list(folder.glob("*.baru*")), what
        start()

    assert each_failure(folder, start, held, prepare=afresh, every=3) > 20
    problems = check_data(DataFolder(folder).database, DataFolder(folder).attachments)
    assert problems == ()
