"""The commands without a window, as the shell sees them."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from sopapp.cli.commands import COMMANDS, main
from sopapp.clock import FixedClock
from sopapp.paths import DataFolder
from tests.privacy.test_no_network import watched

ROOT = Path(__file__).resolve().parents[2]
CLOCK = FixedClock(date(2026, 12, 18))


def call(*arguments: str) -> tuple[int, str, str]:
    """Exit status, what was said, what was complained of."""
    said: list[str] = []
    complained: list[str] = []
    status = main(arguments, said.append, complained.append, CLOCK)
    return status, "\n".join(said), "\n".join(complained)


def test_the_due_dates_as_json() -> None:
    status, said, complained = call("tenggat", "2026-11-23", "--json")

    assert (status, complained) == (0, "")
    assert json.loads(said) == {
        "mulai": "2026-11-23",
        "tahap": [
            {"nomor": 1, "hari_kerja": 5, "tenggat": "2026-11-30"},
            {"nomor": 2, "hari_kerja": 2, "tenggat": "2026-12-02"},
            {"nomor": 3, "hari_kerja": 2, "tenggat": "2026-12-04"},
            {"nomor": 4, "hari_kerja": 1, "tenggat": "2026-12-07"},
            {"nomor": 5, "hari_kerja": 1, "tenggat": "2026-12-08"},
        ],
    }


def test_the_due_dates_in_words() -> None:
    status, said, _ = call("tenggat", "2026-12-21")

    assert status == 0
    assert said.splitlines()[0] == "Mulai Senin, 21 Desember 2026"
    assert said.splitlines()[-1].endswith("Senin, 11 Januari 2027")


def test_a_year_without_a_decree_is_remarked() -> None:
    assert "Hari libur 2028 belum ditetapkan" in call("tenggat", "2028-01-03")[1]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("tenggat",), "memerlukan TANGGAL"),
        (("tenggat", "23-11-2026"), "tulis seperti 2026-11-23"),
        (("tenggat", "2026-02-30"), "tidak dikenal"),
        (("tenggat", "2026-11-23", "--jsom"), "--jsom"),
        (("contoh",), "memerlukan FOLDER"),
        (("periksa", "a", "b"), "Tidak dipahami: b"),
        (("hapus", "x"), "“hapus” tidak dikenal"),
    ],
)
def test_a_wrong_call_is_status_two_and_says_why(arguments: tuple[str, ...], told: str) -> None:
    status, said, complained = call(*arguments)

    assert (status, said) == (2, "")
    assert told in complained
    assert "--help" in complained


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("asked", ["-h", "--help"])
def test_each_command_tells_how_it_is_called(name: str, asked: str) -> None:
    status, said, complained = call(name, asked)
    assert (status, complained) == (0, "")
    assert said.startswith(f"Pemakaian:\n  python -m sopapp {name} ")
    assert "Status keluar" not in said


def test_help_is_indonesian() -> None:
    status, said, _ = call("--help")

    assert status == 0
    assert "Pemakaian:" in said
    assert call()[0] == 2


def test_the_sample_is_made_without_a_socket_and_found_well(tmp_path: Path) -> None:
    folder = tmp_path / "contoh"
    done = watched("-m", "sopapp", "contoh", str(folder))

    assert done.returncode == 0, done.stderr
    written = [Path(line) for line in done.stdout.splitlines()[:-1]]
    assert written
    assert all(path.is_file() and path.parent == folder / "keluaran" for path in written)
    assert {path.suffix for path in written} == {".pdf", ".zip", ".xlsx"}
    assert call("periksa", str(folder))[0] == 0

    stored = next(path for path in DataFolder(folder).attachments.rglob("*") if path.is_file())
    stored.write_bytes(b"")
    status, said, _ = call("periksa", str(folder), "--json")
    assert status == 1
    assert len(json.loads(said)["masalah"]) >= 1


def test_a_folder_with_something_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "surat.txt").write_text("penting", encoding="utf-8")
    status, said, complained = call("contoh", str(tmp_path))

    assert (status, said) == (1, "")
    assert "tidak kosong" in complained
    assert [path.name for path in tmp_path.iterdir()] == ["surat.txt"]


def test_a_folder_without_data_cannot_be_looked_over(tmp_path: Path) -> None:
    assert call("periksa", str(tmp_path))[0] == 1


def test_the_module_runs_without_qt() -> None:
    script = (
        "import runpy, sys\n"
        "sys.argv = ['sopapp', 'tenggat', '2026-11-23', '--json']\n"
        "try:\n    runpy.run_module('sopapp', run_name='__main__')\n"
        "except SystemExit as left:\n    assert left.code == 0, left.code\n"
        "assert not [name for name in sys.modules if name.startswith('PySide6')]\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["mulai"] == "2026-11-23"
