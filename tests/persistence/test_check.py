"""What `periksa` finds: damage, lost or changed files, a riwayat that was touched."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from sopapp.domain.errors import DomainError, NewerDataError
from sopapp.paths import DataFolder
from sopapp.persistence.check import check_data
from sopapp.sample import make_sample


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one berkas carried to its end; copy it before touching it."""
    root = tmp_path_factory.mktemp("periksa") / "contoh"
    make_sample(root, date(2026, 12, 18), lambda _path: None)
    return root


@pytest.fixture
def folder(finished: Path, tmp_path: Path) -> DataFolder:
    root = tmp_path / "data"
    shutil.copytree(finished, root)
    return DataFolder(root)


def check(folder: DataFolder) -> tuple[str, ...]:
    return check_data(folder.database, folder.attachments)


def change(folder: DataFolder, *statements: str) -> None:
    with closing(sqlite3.connect(folder.database)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def test_a_whole_folder_is_well_and_left_as_it_is(folder: DataFolder) -> None:
    before = folder.database.read_bytes()

    assert check(folder) == ()
    assert folder.database.read_bytes() == before
    assert sorted(path.name for path in folder.root.glob("data*")) == ["data.sqlite3"]


def test_a_changed_riwayat_is_named(folder: DataFolder) -> None:
    change(folder, "DROP TRIGGER riwayat_tetap", "UPDATE riwayat SET pelaku = 'x' WHERE id = 10")

    (said,) = check(folder)
    assert said.startswith("Riwayat nomor 10 tidak cocok")


@pytest.mark.parametrize(
    ("gone", "told"),
    [
        ("id = 21", "Riwayat nomor 21 hilang."),
        ("id < 3", "Riwayat nomor 1–2"),
        ("id > (SELECT max(id) - 4 FROM riwayat)", "Riwayat nomor "),
    ],
)
def test_a_removed_riwayat_is_named(folder: DataFolder, gone: str, told: str) -> None:
    change(folder, "DROP TRIGGER riwayat_kekal", f"DELETE FROM riwayat WHERE {gone}")

    (said,) = check(folder)
    assert said.startswith(told)


def test_a_riwayat_put_in_afterwards_is_named(folder: DataFolder) -> None:
    change(
        folder,
        "INSERT INTO riwayat (waktu, pelaku, aksi, ringkasan, rantai) "
        f"VALUES ('2026-12-18T00:00:00Z', 'x', 'x', 'x', '{'0' * 64}')",
    )

    (said,) = check(folder)
    assert "tidak cocok dengan rantainya" in said


def test_a_number_that_no_service_gave_is_named(folder: DataFolder) -> None:
    forged = "UPDATE surat SET nomor = '99/PALSU' WHERE jenis = 'keputusan'"
    change(folder, "DROP TRIGGER surat_beku", forged)

    (said,) = check(folder)
    assert said.startswith("Nomor Keputusan “99/PALSU”")


@pytest.mark.parametrize("how", ["changed", "missing"])
def test_a_file_is_named_with_its_letter(folder: DataFolder, how: str) -> None:
    with closing(sqlite3.connect(folder.database)) as connection:
        ((sha256,),) = connection.execute(
            "SELECT a.sha256 FROM cetakan c JOIN attachment a ON a.id = c.attachment_id LIMIT 1"
        )
    path = folder.attachments / sha256[:2] / sha256
    if how == "missing":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes() + b"x")

    (said,) = check(folder)
    assert "Nota Dinas" in said
    assert ("tidak ditemukan" if how == "missing" else "isinya berubah") in said


def test_text_that_cannot_be_read_is_named(folder: DataFolder) -> None:
    change(folder, "UPDATE dik_versi SET isi = '{' WHERE id = 3")

    assert check(folder) == ("Isi dik_versi (isi) pada catatan 3 tidak terbaca.",)


def test_a_berkas_without_a_clear_place_is_named(folder: DataFolder) -> None:
    change(folder, "UPDATE stage_run SET selesai = NULL, hasil = NULL WHERE id = 5")

    (said,) = check(folder)
    assert said.startswith("Posisi berkas “Pemutakhiran DIK")


def test_a_record_without_its_parent_is_named(folder: DataFolder) -> None:
    change(folder, "DELETE FROM dik_entri WHERE id = 7")

    assert any("dik_versi" in said for said in check(folder))


def test_a_file_that_is_no_database_is_said_to_be_damaged(folder: DataFolder) -> None:
    folder.database.write_bytes(b"bukan basis data" * 400)

    (said,) = check(folder)
    assert "rusak" in said


def test_overwritten_pages_are_found(folder: DataFolder) -> None:
    data = bytearray(folder.database.read_bytes())
    middle = len(data) // 2 // 4096 * 4096
    data[middle : middle + 4096] = b"\xff" * 4096
    folder.database.write_bytes(data)

    assert check(folder)


def test_a_newer_file_is_not_judged(folder: DataFolder) -> None:
    change(folder, "PRAGMA user_version = 999")
    with pytest.raises(NewerDataError, match="lebih baru"):
        check(folder)


def test_a_folder_without_data_is_said_to_be_one(tmp_path: Path) -> None:
    with pytest.raises(DomainError, match="Tidak ada data"):
        check(DataFolder(tmp_path))
