"""The command `profil`: settings out of a folder and into another."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sopapp.app import open_app
from sopapp.clock import FixedClock
from tests.cli.test_commands import call
from tests.conftest import ACTOR, TODAY, fill_office


@pytest.fixture
def folders(tmp_path: Path, blank_data: Path) -> tuple[Path, Path]:
    """An office, and an empty folder of data."""
    for name in ("kantor", "kosong"):
        shutil.copytree(blank_data, tmp_path / name)
    with open_app(tmp_path / "kantor", FixedClock(TODAY), ACTOR) as app:
        fill_office(app)
    return tmp_path / "kantor", tmp_path / "kosong"


def test_saved_shown_and_loaded(folders: tuple[Path, Path], tmp_path: Path) -> None:
    office, empty = folders
    file = tmp_path / "kantor.sopprofil"

    assert call("profil", "simpan", str(office), str(file))[0] == 0
    status, said, _ = call("profil", "muat", str(file), str(empty), "--isi")
    assert status == 0
    assert "  Nama: kosong -> Dinas Uji" in said.splitlines()
    assert said.endswith("Belum ada yang diubah.")
    status, said, _ = call("profil", "muat", str(file), str(empty), "--bagian", "instansi")
    assert (status, said.splitlines()[-1]) == (0, "Profil dimuat: Instansi dan kop surat.")

    with open_app(empty, FixedClock(TODAY), ACTOR) as app:
        assert app.instansi.get().nama == "Dinas Uji"
        assert app.unit_kerja.list() == ()

    assert call("profil", "muat", str(file), str(empty))[0] == 0
    assert "Tidak ada yang diubah." in call("profil", "muat", str(file), str(empty))[1]


def test_a_file_that_is_there_is_not_written_over(
    folders: tuple[Path, Path], tmp_path: Path
) -> None:
    file = tmp_path / "kantor.sopprofil"
    file.write_text("milik orang lain", encoding="utf-8")

    status, _, complained = call("profil", "simpan", str(folders[0]), str(file))
    assert (status, "sudah ada" in complained) == (1, True)
    assert file.read_text(encoding="utf-8") == "milik orang lain"
    assert call("profil", "simpan", str(folders[0]), str(file), "--timpa")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        ((), 2, "simpan atau muat"),
        (("buang",), 2, "simpan atau muat"),
        (("simpan",), 2, "memerlukan FOLDER"),
        (("simpan", "tidak-ada"), 2, "memerlukan FILE"),
        (("muat", "x"), 2, "memerlukan FOLDER"),
        (("muat", "x", "y", "--bagian", "semua"), 2, "Bagian “semua” tidak dikenal"),
        (("muat", "x", "y", "--bagian"), 2, "memerlukan nama bagian"),
        (("simpan", "tidak-ada", "x"), 1, "Tidak ada data program"),
    ],
)
def test_a_wrong_call_is_told(arguments: tuple[str, ...], status: int, told: str) -> None:
    got, _, complained = call("profil", *arguments)
    assert (got, told in complained) == (status, True), complained


def test_a_file_at_fault_changes_nothing(folders: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "rusak.sopprofil").write_text("{", encoding="utf-8")
    status, _, complained = call(
        "profil", "muat", str(tmp_path / "rusak.sopprofil"), str(folders[1])
    )
    assert (status, "terpotong" in complained) == (1, True)
