"""What `periksa` finds: damage, lost or changed files, a riwayat that was touched."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sopapp.app import App
from sopapp.domain.errors import DomainError, NewerDataError
from sopapp.paths import DataFolder
from sopapp.persistence.check import check_data
from sopapp.persistence.check_riwayat import Anchor
from tests.conftest import Office, Sample
from tests.services import carrying


@pytest.fixture
def folder(sample_data: Sample, tmp_path: Path) -> DataFolder:
    root = tmp_path / "data"
    shutil.copytree(sample_data.folder, root)
    return DataFolder(root)


def check(folder: DataFolder) -> tuple[str, ...]:
    return check_data(folder.database, folder.attachments)


def change(folder: DataFolder, *statements: str) -> None:
    with closing(sqlite3.connect(folder.database)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def change_past(folder: DataFolder, guard: str, statement: str) -> None:
    """As somebody would who takes a guard away and puts it back."""
    with closing(sqlite3.connect(folder.database)) as connection, connection:
        (sql,) = connection.execute(
            "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?", (guard,)
        ).fetchone()
        connection.execute(f"DROP TRIGGER {guard}")
        connection.execute(statement)
        connection.execute(sql)


def test_a_whole_folder_is_well_and_left_as_it_is(folder: DataFolder) -> None:
    before = folder.database.read_bytes()

    assert check(folder) == ()
    assert folder.database.read_bytes() == before
    assert sorted(path.name for path in folder.root.glob("data.*")) == ["data.sqlite3"]


def test_a_changed_riwayat_is_named(folder: DataFolder) -> None:
    change_past(folder, "riwayat_tetap", "UPDATE riwayat SET pelaku = 'x' WHERE id = 10")

    (said,) = check(folder)
    assert said.startswith("Riwayat nomor 10 (")
    assert "tidak cocok dengan rantainya" in said


@pytest.mark.parametrize(
    ("gone", "told"),
    [
        ("id = 10", "Riwayat nomor 10 hilang."),
        ("id < 3", "Riwayat nomor 1–2"),
        ("id > (SELECT max(id) - 4 FROM riwayat)", "Riwayat nomor "),
    ],
)
def test_a_removed_riwayat_is_named(folder: DataFolder, gone: str, told: str) -> None:
    change_past(folder, "riwayat_kekal", f"DELETE FROM riwayat WHERE {gone}")

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


KEPUTUSAN = "id = (SELECT max(id) FROM surat WHERE jenis = 'keputusan')"


def test_a_number_that_no_service_gave_is_named(folder: DataFolder) -> None:
    forged = f"UPDATE surat SET nomor = '99/PALSU' WHERE {KEPUTUSAN}"
    change_past(folder, "surat_beku", forged)

    forged, gone = check(folder)
    assert forged.startswith("Nomor Keputusan “99/PALSU”")
    assert "yang diberikan menurut riwayat nomor " in gone


VOID = "batal <> ''"
SPARE = "SELECT sha256 FROM attachment WHERE nama LIKE 'Naskah%'"
FIRST = "(SELECT min(id) FROM surat WHERE jenis = 'nota_dinas' AND unit_id IS NOT NULL)"
SECOND = f"SELECT replace(nomor, '/1/', '/2/') FROM surat WHERE id = {FIRST} + 1"
PRINT = "SELECT max(attachment_id) FROM cetakan"


def sql_of(folder: DataFolder, query: str) -> str:
    with closing(sqlite3.connect(folder.database)) as connection:
        return connection.execute(query).fetchone()[0]


@pytest.mark.parametrize(
    ("statements", "told"),
    [
        (
            [f"UPDATE surat SET tanggal = '2026-11-30' WHERE {KEPUTUSAN}"],
            "Tanggal Keputusan “",
        ),
        (
            [f"UPDATE surat SET ditandatangani = 0 WHERE {KEPUTUSAN}"],
            "Tanda tangan Keputusan “",
        ),
        (
            [f"UPDATE surat SET batal = '', dibatalkan = NULL, ditandatangani = 1 WHERE {VOID}"],
            "Tanda tangan Nota Dinas “",
        ),
        (["PRAGMA foreign_keys = OFF", f"DELETE FROM surat WHERE {VOID}"], "Nomor “"),
        (
            [f"UPDATE attachment SET nama = 'palsu.pdf', sha256 = ({SPARE}) WHERE id = ({PRINT})"],
            "File “palsu.pdf” tidak tercatat",
        ),
        (
            [
                f"UPDATE surat SET nomor = 'x' WHERE id = {FIRST}",
                f"UPDATE surat SET nomor = replace(nomor, '/2/', '/1/') WHERE id = {FIRST} + 1",
                f"UPDATE surat SET nomor = ({SECOND}) WHERE id = {FIRST}",
            ],
            "Arsip Nota Dinas “",
        ),
    ],
    ids=["date", "unsigned", "signed", "deleted", "paper", "swapped"],
)
def test_a_letter_that_riwayat_knows_otherwise_is_named(
    folder: DataFolder, statements: list[str], told: str
) -> None:
    guard = sql_of(folder, "SELECT sql FROM sqlite_schema WHERE name = 'surat_beku'")
    change(folder, "DROP TRIGGER surat_beku", *statements, guard)

    assert any(said.startswith(told) for said in check(folder)), check(folder)


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


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("instansi", "logo_id"),
        ("permintaan", "attachment_id"),
        ("cetakan", "attachment_id"),
        ("cetakan", "naskah_id"),
        ("cetakan_uji", "attachment_id"),
        ("pindaian", "attachment_id"),
        ("daftar_terbit", "attachment_id"),
        ("bundel", "attachment_id"),
        ("dik_terbitan", "attachment_id"),
        ("impor", "attachment_id"),
    ],
)
def test_whatever_a_file_belongs_to_is_named(folder: DataFolder, table: str, column: str) -> None:
    digest = "ab" * 32
    new = (
        "INSERT INTO attachment (sha256, nama, ukuran, tipe, ditambahkan) "
        f"VALUES ('{digest}', 'x.pdf', 1, 'application/pdf', '2026-12-18T00:00:00Z')"
    )
    belongs = f"{column} = (SELECT max(id) FROM attachment)"
    row = f"rowid = (SELECT min(rowid) FROM {table})"
    with closing(sqlite3.connect(folder.database)) as connection, connection:
        guard = connection.execute(
            "SELECT sql FROM sqlite_schema WHERE name = 'cetakan_tetap'"
        ).fetchone()[0]
        connection.execute("DROP TRIGGER cetakan_tetap")
        connection.execute(new)
        if not connection.execute(f"SELECT 1 FROM {table}").fetchone():
            connection.execute(
                f"INSERT INTO {table} (attachment_id, ringkasan, waktu) VALUES (1, 'daftar', '')"
            )
        connection.execute(f"UPDATE {table} SET {belongs} WHERE {row}")
        connection.execute(guard)

    (said,) = [each for each in check(folder) if "tidak tercatat dalam riwayat" not in each]
    assert said.startswith("File “x.pdf” milik ")
    assert "tidak ditemukan" in said


def test_every_column_that_points_to_a_file_is_known(folder: DataFolder) -> None:
    """Else a new owner of files would go unnamed: add it to the check, and above."""
    with closing(sqlite3.connect(folder.database)) as connection:
        pointing = {
            (table, row[3])
            for (table,) in connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table'"
            ).fetchall()
            for row in connection.execute(f"PRAGMA foreign_key_list({table})")
            if row[2] == "attachment"
        }
    (marked,) = (
        mark for mark in test_whatever_a_file_belongs_to_is_named.pytestmark
        if mark.name == "parametrize"
    )  # fmt: skip
    assert pointing == set(marked.args[1])


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("DROP TRIGGER riwayat_tetap", "Pengaman riwayat terhadap perubahan (riwayat_tetap)"),
        ("DROP TRIGGER riwayat_kekal", "Pengaman riwayat terhadap penghapusan"),
        ("DROP TRIGGER cetakan_tetap", "Pengaman cetakan surat terhadap perubahan"),
        ("DROP TRIGGER cetakan_kekal", "Pengaman cetakan surat terhadap penghapusan"),
        ("DROP TRIGGER surat_beku", "Pengaman surat yang ditandatangani"),
        ("DROP INDEX surat_nomor", "Indeks “surat_nomor” hilang"),
        (
            "CREATE TRIGGER x AFTER INSERT ON berkas BEGIN DELETE FROM setting; END",
            "Pemicu “x” bukan buatan program ini",
        ),
        ("ALTER TABLE surat ADD COLUMN x TEXT", "Tabel “surat” diubah"),
    ],
)
def test_a_changed_make_is_named(folder: DataFolder, statement: str, told: str) -> None:
    change(folder, statement)

    (said,) = check(folder)
    assert said.startswith(told)


def test_a_guard_that_no_longer_guards_is_named(folder: DataFolder) -> None:
    change(
        folder,
        "DROP TRIGGER riwayat_tetap",
        "CREATE TRIGGER riwayat_tetap BEFORE UPDATE ON riwayat BEGIN SELECT 1; END",
    )

    (said,) = check(folder)
    assert "(riwayat_tetap) diubah" in said


def test_backups_are_held_against_riwayat(folder: DataFolder) -> None:
    with closing(sqlite3.connect(folder.database)) as connection:
        number, link = connection.execute(
            "SELECT id, rantai FROM riwayat ORDER BY id DESC LIMIT 1"
        ).fetchone()
    known = Anchor(number, link, "cadangan-1.sopdik")
    assert check_data(folder.database, folder.attachments, [known]) == ()

    (said,) = check_data(folder.database, folder.attachments, [known._replace(rantai="0" * 64)])
    assert "cadangan-1.sopdik" in said


def test_text_that_cannot_be_read_is_named(folder: DataFolder) -> None:
    change(folder, "UPDATE dik_versi SET isi = '{' WHERE id = 3")

    assert check(folder) == ("Isi dik_versi (isi) pada catatan 3 tidak terbaca.",)


def test_a_berkas_without_a_clear_place_is_named(folder: DataFolder) -> None:
    change(folder, "UPDATE stage_run SET selesai = NULL, hasil = NULL WHERE id = 5")

    (said,) = check(folder)
    assert said.startswith("Posisi berkas “Penyusunan DIK")


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


ODD = "CAST(X'ff' AS TEXT)"
DEEP = "[" * 20000 + "]" * 20000


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE riwayat SET waktu = 'kemarin' WHERE id = 10", "Riwayat nomor 10 (kemarin"),
        (f"UPDATE riwayat SET ringkasan = {ODD} WHERE id = 10", "Riwayat nomor 10 ("),
        (f"UPDATE riwayat SET sesudah = '{DEEP}' WHERE id = 10", "Riwayat nomor 10 ("),
        ("UPDATE riwayat SET id = -10 WHERE id = 10", "Riwayat nomor -10 ("),
        (f"UPDATE setting SET nilai = '{DEEP}'", "Isi setting (nilai)"),
        ("UPDATE sqlite_sequence SET seq = 'x' WHERE name = 'riwayat'", "Penghitung nomor riwayat"),
        ("UPDATE sqlite_sequence SET seq = NULL WHERE name = 'riwayat'", "Penghitung nomor"),
        ("INSERT INTO sqlite_sequence VALUES ('riwayat', 3)", "Penghitung nomor riwayat"),
        ("DROP TABLE koreksi", "Tabel “koreksi” hilang"),
        ("PRAGMA application_id = 7", "Tanda pengenal file data diubah"),
    ],
)
def test_no_oddity_keeps_the_check_from_telling_where_it_is(
    folder: DataFolder, statement: str, told: str
) -> None:
    """Who changes a record could else blind what would find it."""
    guard = sql_of(folder, "SELECT sql FROM sqlite_schema WHERE name = 'riwayat_tetap'")
    change(folder, "DROP TRIGGER riwayat_tetap", statement, guard)

    assert any(said.startswith(told) for said in check(folder)), check(folder)


def test_a_keputusan_that_was_taken_back_and_signed_anew_is_well(app: App, office: Office) -> None:
    """Whatever the reason says: another number and another day, too."""
    berkas_id = carrying.to_validasi(app, office.units)
    carrying.propose(app, berkas_id, office.units[0], carrying.complete("Data pribadi"))
    carrying.to_penetapan(app, berkas_id)
    carrying.print_keputusan(app, berkas_id)
    app.berkas.advance(berkas_id)
    for nomor in ("KEP/1/2026", "KEP/2/2026", "KEP/1/2026"):
        app.keputusan.sign(berkas_id, nomor, app.clock.today(), carrying.PDF + nomor.encode())
        assert check(DataFolder(app.data)) == ()
        app.keputusan.unsign(berkas_id, "Seharusnya Nomor 7 tanggal 3 Mei 2026")
        assert check(DataFolder(app.data)) == ()
