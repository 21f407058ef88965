"""The short form of `python -m tests.kill 1000`."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from sopapp.paths import DataFolder
from tests.kill.after import Findings, look_over
from tests.kill.golden import Golden, data_folder, tell

ROOT = Path(__file__).resolve().parents[2]
KILLS = 12
CALLS = 40


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Golden, Path]:
    """A short story and where it was told."""
    root = tmp_path_factory.mktemp("cerita")
    return tell(3, CALLS, root), root


@pytest.mark.timeout(180)
def test_whatever_was_said_to_be_saved_survives_being_killed(tmp_path: Path) -> None:
    # A process of its own: pytest's has threads, and a process with threads is not to be forked.
    done = subprocess.run(
        [sys.executable, "-m", "tests.kill", str(KILLS), "--seed", "5", "--calls", str(CALLS),
         "--folder", str(tmp_path)],
        capture_output=True, text=True, encoding="utf-8", cwd=ROOT, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{KILLS} kills" in done.stdout
    assert "0 lost, 0 damaged" in done.stdout


# The inspector is no good if it sees nothing.


def test_the_same_story_ends_in_the_same_records(told: tuple[Golden, Path], tmp_path: Path) -> None:
    golden, _root = told

    assert tell(3, CALLS, tmp_path).digests == golden.digests
    assert len(set(golden.names)) > 10


def test_a_call_that_was_acknowledged_and_is_not_there_is_found(
    told: tuple[Golden, Path], tmp_path: Path
) -> None:
    golden, root = told
    shorter = tell(3, CALLS - 5, tmp_path)
    findings = Findings()
    look_over(tmp_path, golden, CALLS, findings)

    assert shorter.length == CALLS - 5
    assert findings.lost
    assert root != tmp_path


def test_records_that_are_between_two_calls_are_found(tmp_path: Path) -> None:
    golden = tell(3, CALLS, tmp_path)
    changed = replace(golden, digests=["" for _ in golden.digests])
    findings = Findings()
    look_over(tmp_path, changed, CALLS, findings)

    assert any("neither" in each for each in findings.damaged)


def test_a_missing_file_and_a_rest_are_found(tmp_path: Path) -> None:
    golden = tell(3, CALLS, tmp_path)
    dokumen = DataFolder(data_folder(tmp_path)).attachments
    next(path for path in dokumen.rglob("*") if path.is_file()).unlink()
    (dokumen / ".baru-abc").write_bytes(b"")
    findings = Findings()
    look_over(tmp_path, golden, CALLS, findings)

    assert any("tidak ditemukan" in each for each in findings.damaged)
    assert any(".baru-abc" in each for each in findings.damaged)
