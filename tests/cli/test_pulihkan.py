"""`pulihkan`: shows what is inside, restores on a new PC, keeps what was there."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from sopapp import __version__
from sopapp.backup.exchange import KEPT
from sopapp.cli.commands import main
from sopapp.clock import FixedClock
from sopapp.folder_lock import FolderLock
from sopapp.paths import DataFolder
from sopapp.persistence.steps import STEPS
from tests.backup.older_schemas import make_folder, records, stored_files
from tests.cli.test_cadangkan import type_passwords

CLOCK = FixedClock(date(2026, 12, 18))


def call(*arguments: object) -> tuple[int, str, str]:
    """Exit status, what was said, what was complained of."""
    said: list[str] = []
    complained: list[str] = []
    words = [str(each) for each in arguments]
    status = main(words, said.append, complained.append, CLOCK)
    return status, "\n".join(said), "\n".join(complained)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "data", len(STEPS))


@pytest.fixture
def bundle(folder: Path, tmp_path: Path) -> Path:
    assert call("cadangkan", folder, tmp_path / "satu.sopdik")[0] == 0
    return tmp_path / "satu.sopdik"


def test_what_is_inside_is_shown_and_nothing_is_made(
    bundle: Path, folder: Path, tmp_path: Path
) -> None:
    files = sum(len(data) for data in stored_files(folder).values())
    size = files + (folder / "data.sqlite3").stat().st_size
    before = {each.name for each in tmp_path.iterdir()}
    status, said, complained = call("pulihkan", bundle, "--isi")

    assert (status, complained) == (0, "")
    assert "18 Desember 2026 pukul" in said
    assert "Dinas Lama" in said
    assert "3 berkas, 6 surat, 2 informasi, 9 file" in said
    assert f"program {__version__}, skema data {len(STEPS)}" in said
    assert "sampai nomor" in said
    assert f"Ukuran   : {size / 1e6:.1f} MB" in said
    assert "utuh" in said
    assert {each.name for each in tmp_path.iterdir()} == before


def test_a_new_pc(bundle: Path, folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "pc-baru"
    status, said, complained = call("pulihkan", bundle, target)

    assert (status, complained) == (0, "")
    assert f"Data dipulihkan ke {target} (9 file)." in said
    assert "sebelumnya" not in said
    now, before = records(target), records(folder)
    (added,) = now["riwayat"] - before["riwayat"]
    assert "dipulihkan dari cadangan" in str(added)
    now["riwayat"].discard(added)
    assert (now, stored_files(target)) == (before, stored_files(folder))
    assert call("periksa", target)[0] == 0


def test_what_was_there_is_kept_and_told_where(bundle: Path, tmp_path: Path) -> None:
    target = make_folder(tmp_path / "lama", 1)
    before = records(target)
    status, said, _ = call("pulihkan", bundle, target)
    (kept,) = target.glob(f"{KEPT}*")

    assert status == 0
    assert f"disimpan di {kept}" in said
    assert records(kept) == before


def test_an_older_program_is_said_to_be_one(tmp_path: Path) -> None:
    old = make_folder(tmp_path / "lama", 1)
    status, said, _ = call("pulihkan", old, tmp_path / "baru")

    assert status == 0
    assert "sudah diperbarui" in said


def test_a_sealed_one_asks(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sealed, file = tmp_path / "sandi.sopdik", tmp_path / "sandi.txt"
    file.write_text("rahasia", encoding="utf-8")
    assert call("cadangkan", folder, sealed, "--sandi-dari", file)[0] == 0

    asked = type_passwords(monkeypatch, "salah", "rahasia")
    status, said, complained = call("pulihkan", sealed, tmp_path / "baru")
    assert (status, said) == (1, "")
    assert "Kata sandi cadangan salah" in complained
    assert not (tmp_path / "baru").exists()
    assert call("pulihkan", sealed, tmp_path / "baru")[0] == 0
    assert len(asked) == 2
    assert call("pulihkan", sealed, "--isi", "--sandi-dari", file)[0] == 0

    monkeypatch.setattr(sys.stdin, "isatty", lambda: False)
    assert "--sandi-dari" in call("pulihkan", sealed, "--isi")[2]


def test_missing_files_need_a_word(folder: Path, tmp_path: Path) -> None:
    next(folder.glob("dokumen/*/*")).unlink()
    bundle, target = tmp_path / "satu.sopdik", tmp_path / "baru"
    call("cadangkan", folder, bundle)

    status, said, _ = call("pulihkan", bundle, "--isi")
    assert status == 1
    assert "ketika cadangan dibuat" in said
    status, _, complained = call("pulihkan", bundle, target)
    assert status == 1
    assert "milik" in complained
    assert "--tanpa-file-hilang" in complained
    assert not target.exists()
    status, said, _ = call("pulihkan", bundle, target, "--tanpa-file-hilang")
    assert status == 0
    assert "milik" in said
    assert "(8 file)" in said


def test_a_folder_in_use_is_refused(bundle: Path, folder: Path) -> None:
    with FolderLock(DataFolder(folder).lock):
        status, _, complained = call("pulihkan", bundle, folder)

    assert status == 1
    assert "sudah terbuka" in complained
    assert not list(folder.glob(f"{KEPT}*"))


def test_a_damaged_one_makes_nothing(bundle: Path, tmp_path: Path) -> None:
    raw = bytearray(bundle.read_bytes())
    raw[len(raw) // 20] ^= 0xFF
    bundle.write_bytes(raw)
    status, _, complained = call("pulihkan", bundle, tmp_path / "baru")

    assert status == 1
    assert complained
    assert not (tmp_path / "baru").exists()
    assert call("pulihkan", bundle, "--isi")[0] == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("pulihkan",), "memerlukan BUNDLE"),
        (("pulihkan", "a"), "memerlukan FOLDER, atau --isi"),
        (("pulihkan", "a", "b", "c"), "Tidak dipahami: c"),
        (("pulihkan", "a", "b", "--sandi", "c"), "Tidak dipahami"),
        (("pulihkan", "a", "b", "--sandi-dari"), "memerlukan nama FILE"),
    ],
)
def test_a_wrong_call(arguments: tuple[str, ...], told: str) -> None:
    status, said, complained = call(*arguments)

    assert (status, said) == (2, "")
    assert told in complained


def test_nothing_to_restore_from(tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    (tmp_path / "catatan.txt").write_text("bukan cadangan", encoding="utf-8")
    for name in ("tiada.sopdik", "kosong", "catatan.txt", "x" * 300, "a\0b"):
        status, said, complained = call("pulihkan", tmp_path / name, tmp_path / "baru")
        assert (status, said) == (1, "")
        assert complained
    assert not (tmp_path / "baru").exists()
