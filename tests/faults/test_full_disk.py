"""A disk that is really full: a sentence, nothing half done, and the call goes through later."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults import full_disk

LIMITED = """
import resource, signal, sys
from datetime import date
from pathlib import Path
from sopapp.app import open_app
from sopapp.clock import FixedClock
from sopapp.domain.errors import EnvironmentProblem
from sopapp.persistence.check import check_data
from sopapp.paths import DataFolder
from sopapp.services.unit_kerja import UnitKerjaInput
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
folder = DataFolder(Path(sys.argv[1]))
refused = 0
with open_app(folder.root, FixedClock(date(2026, 1, 5))) as app:
    here = max(path.stat().st_size for path in folder.root.iterdir() if path.is_file())
    resource.setrlimit(resource.RLIMIT_FSIZE, (here + 20000, resource.RLIM_INFINITY))
    for number in range(60):
        try:
            app.unit_kerja.add(UnitKerjaInput(f"U{number}", "Bidang " * 40, "Kepala"))
        except EnvironmentProblem:
            refused += 1
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    app.unit_kerja.add(UnitKerjaInput("AKHIR", "Bidang", "Kepala"))
    units, rows = len(app.unit_kerja.list()), len(app.riwayat.list(limit=None))
    assert refused and units == 61 - refused, (refused, units)
print(check_data(folder.database, folder.attachments))
"""


@pytest.mark.timeout(180)
def test_calls_on_a_file_system_that_is_full(tmp_path: Path) -> None:
    if why := full_disk.possible(tmp_path):
        pytest.skip(why)
    done = full_disk.inside(tmp_path, 24_000, 35, 2)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "refused for want of room, 0 half done" in done.stdout
    assert int(done.stdout.split(" calls, ")[1].split()[0]) > 30


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_files_that_may_not_grow(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(tmp_path / "data")],
        capture_output=True, text=True, encoding="utf-8", cwd=full_disk.ROOT, check=False,
    )  # fmt: skip

    assert (done.returncode, done.stdout.strip()) == (0, "()"), done.stderr
