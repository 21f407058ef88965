"""Sheets of the units checked and taken in, whole or not at all."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from sopapp.app import App
from sopapp.clock import FixedClock
from sopapp.domain.dik import JenisUsulan, Putusan
from sopapp.domain.errors import DomainError
from sopapp.domain.formulir import nilai_formulir
from sopapp.domain.impor import BarisImpor, HasilPeriksa, Kolom, StatusBaris
from sopapp.domain.progress import Cancelled
from sopapp.services.impor_kembar import Kembar
from tests.conftest import TODAY, Office
from tests.services import carrying
from tests.services.carrying import complete

SIAP, PERLU, SAMA = (
    StatusBaris.SIAP,
    StatusBaris.PERLU_DIPERBAIKI,
    StatusBaris.TIDAK_BERUBAH,
)
GOOD = {
    Kolom.INFORMASI: "Rekam medis pegawai",
    Kolom.HURUF: "h",
    Kolom.DIBUKA: "Melanggar privasi kesehatan pegawai.",
    Kolom.DITUTUP: "Privasi kesehatan pegawai terlindungi.",
    Kolom.JANGKA: "5 tahun",
    Kolom.BENTUK: "Dokumen",
}


def sheet(folder: Path, rows: Sequence[dict[Kolom, str]], name: str = "usulan.csv") -> Path:
    """A sheet with the form's heads and these rows."""
    path = folder / name
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle)
        writer.writerow([each.label for each in Kolom])
        for row in rows:
            writer.writerow([row.get(each, "") for each in Kolom])
    return path


def entry_rows(app: App, unit_id: int | None = None) -> list[dict[Kolom, str]]:
    """The rows that the form writes for the present entries."""
    return [
        nilai_formulir(entry)
        for entry in app.dik.current()
        if unit_id is None or entry.unit_id == unit_id
    ]


def take(app: App, berkas_id: int, unit: int | None, path: Path) -> int:
    return app.impor.store(berkas_id, unit, app.impor.check(path, berkas_id, unit), path)


def state(app: App) -> tuple[object, ...]:
    """Everything an import could leave behind."""
    counted = ("usulan", "impor", "attachment", "riwayat", "dik_terbitan", "dik_entri")
    run = app._database.execute_sql
    return (
        *(run(f"SELECT count(*) FROM {table}").fetchone()[0] for table in counted),
        run("SELECT id, jenis, isi, putusan FROM usulan ORDER BY id").fetchall(),
    )


@pytest.fixture
def berkas_id(app: App, office: Office, tmp_path: Path) -> int:
    """A berkas that waits for answers; the register holds Satu, Dua (unit 1) and Tiga (unit 2)."""
    one, two, _ = office.units
    rows = [(one, complete("Satu")), (one, complete("Dua")), (two, complete("Tiga", 60))]
    app.dik_awal.bring_in("SK/1", TODAY, rows)
    return carrying.to_answers(app, office.units)


def only(hasil: HasilPeriksa) -> BarisImpor:
    (row,) = hasil.baris
    return row


def judged(app: App, berkas_id: int, unit: int | None, tmp_path: Path, **cells: str) -> BarisImpor:
    """A good new row with these cells changed, checked."""
    row = GOOD | {Kolom[name]: text for name, text in cells.items()}
    return only(app.impor.check(sheet(tmp_path, [row]), berkas_id, unit))


def mend(row: BarisImpor) -> list[Kolom]:
    return [note.kolom for note in row.catatan if not note.warning]


# New information


def test_a_complete_row_becomes_a_usulan(
    app: App, office: Office, berkas_id: int, tmp_path: Path
) -> None:
    path = sheet(tmp_path, [GOOD])
    before = state(app)
    hasil = app.impor.check(path, berkas_id, office.units[0])
    assert [(row.status, row.jenis) for row in hasil.baris] == [(SIAP, JenisUsulan.BARU)]
    assert state(app) == before

    assert app.impor.store(berkas_id, office.units[0], hasil, path) == 1
    (usulan,) = app.usulan.list(berkas_id)
    assert (usulan.jenis, usulan.unit.id) == (JenisUsulan.BARU, office.units[0])
    assert usulan.isi.informasi == "Rekam medis pegawai"
    assert [each.huruf for each in usulan.isi.dasar] == ["h"]
    assert usulan.isi.jangka is not None
    assert usulan.isi.jangka.teks() == "5 tahun"
    (told,) = [p for p in app.riwayat.list(berkas_id) if p.aksi == "usulan.impor"]
    assert told.sesudah is not None
    assert told.sesudah["file"] == "usulan.csv"
    assert app.attachments.read(before[2] + 1) == path.read_bytes()


@pytest.mark.parametrize(
    ("cells", "kolom"),
    [
        ({"INFORMASI": ""}, Kolom.INFORMASI),
        ({"INFORMASI": "x" * 1001}, Kolom.INFORMASI),
        ({"HURUF": ""}, Kolom.HURUF),
        ({"HURUF": "k"}, Kolom.HURUF),
        ({"HURUF": "j"}, Kolom.UNDANG_UNDANG),
        ({"HURUF": "j", "UNDANG_UNDANG": "PP 61/2010"}, Kolom.UNDANG_UNDANG),
        ({"DIBUKA": ""}, Kolom.DIBUKA),
        ({"DIBUKA": "-"}, Kolom.DIBUKA),
        ({"DITUTUP": ""}, Kolom.DITUTUP),
        ({"DITUTUP": "x" * 5001}, Kolom.DITUTUP),
        ({"JANGKA": ""}, Kolom.JANGKA),
        ({"JANGKA": "31 Februari 2030"}, Kolom.JANGKA),
        ({"JANGKA": "1 Januari 2020"}, Kolom.JANGKA),
        ({"USULAN": "hpaus"}, Kolom.USULAN),
        ({"USULAN": "ubah"}, Kolom.USULAN),
        ({"KODE": "12"}, Kolom.KODE),
        ({"KODE": "DIK-99"}, Kolom.KODE),
        ({"KODE": "DIK-3"}, Kolom.KODE),
        ({"UNIT": "Bidang 2"}, Kolom.UNIT),
    ],
)
def test_a_cell_to_mend_is_named_with_a_way_out(
    app: App, office: Office, berkas_id: int, tmp_path: Path, cells: dict[str, str], kolom: Kolom
) -> None:
    row = judged(app, berkas_id, office.units[0], tmp_path, **cells)

    assert row.status is PERLU
    assert mend(row) == [kolom]
    assert all(note.text and note.saran for note in row.catatan if not note.warning)
    hasil = app.impor.check(tmp_path / "usulan.csv", berkas_id, office.units[0])
    before = state(app)
    with pytest.raises(DomainError, match="baris 2"):
        app.impor.store(berkas_id, office.units[0], hasil, tmp_path / "usulan.csv")
    assert state(app) == before


@pytest.mark.parametrize(
    ("cells", "kolom"),
    [
        ({"DIBUKA": "merugikan"}, Kolom.DIBUKA),
        ({"BENTUK": ""}, Kolom.BENTUK),
        ({"HURUF": "j", "UNDANG_UNDANG": "UU 27/2022"}, Kolom.UNDANG_UNDANG),
    ],
)
def test_what_is_only_thin_warns(
    app: App, office: Office, berkas_id: int, tmp_path: Path, cells: dict[str, str], kolom: Kolom
) -> None:
    row = judged(app, berkas_id, office.units[0], tmp_path, **cells)

    assert row.status is SIAP
    assert [(note.kolom, note.warning) for note in row.catatan] == [(kolom, True)]


def test_a_text_like_a_formula_is_only_text(
    app: App, office: Office, berkas_id: int, tmp_path: Path
) -> None:
    path = sheet(tmp_path, [GOOD | {Kolom.INFORMASI: '=HYPERLINK("http://x";"y")'}])
    take(app, berkas_id, office.units[0], path)

    assert app.usulan.list(berkas_id)[0].isi.informasi == '=HYPERLINK("http://x";"y")'


def test_two_rows_with_one_title(app: App, office: Office, berkas_id: int, tmp_path: Path) -> None:
    again = GOOD | {Kolom.INFORMASI: "REKAM  MEDIS pegawai."}
    part = GOOD | {Kolom.BAGIAN: "Diagnosis"}
    path = sheet(tmp_path, [GOOD, again, part])
    hasil = app.impor.check(path, berkas_id, office.units[0])
    assert [row.status for row in hasil.baris] == [SIAP, PERLU, SIAP]
    assert "baris 2" in hasil.baris[1].catatan[0].text

    hasil = app.impor.drop(hasil, 2)
    assert [(row.lembar.nomor, row.status) for row in hasil.baris] == [(3, SIAP), (4, SIAP)]
    assert app.impor.store(berkas_id, office.units[0], hasil, path) == 2


def test_a_row_typed_anew(app: App, office: Office, berkas_id: int, tmp_path: Path) -> None:
    other = GOOD | {Kolom.INFORMASI: "Lain"}
    path = sheet(tmp_path, [GOOD, GOOD | {Kolom.HURUF: "rahasia pribadi"}, other])
    hasil = app.impor.check(path, berkas_id, office.units[0])
    assert [row.status for row in hasil.baris] == [SIAP, PERLU, SIAP]

    # The other of two equal titles is renamed to what a third row says.
    hasil = app.impor.recheck(hasil, 3, other, berkas_id, office.units[0])
    assert [row.status for row in hasil.baris] == [SIAP, SIAP, PERLU]
    hasil = app.impor.recheck(hasil, 3, GOOD | {Kolom.INFORMASI: "Ketiga"})
    assert [row.status for row in hasil.baris] == [SIAP, SIAP, SIAP]
    assert app.impor.store(berkas_id, office.units[0], hasil, path) == 3


# Present entries


def test_the_form_as_it_was_sent_changes_nothing(
    app: App, office: Office, berkas_id: int, tmp_path: Path
) -> None:
    path = sheet(tmp_path, entry_rows(app, office.units[0]))
    hasil = app.impor.check(path, berkas_id, office.units[0])
    assert [(row.status, row.entri_id) for row in hasil.baris] == [(SAMA, 1), (SAMA, 2)]

    before = state(app)
    assert app.impor.store(berkas_id, office.units[0], hasil, path) == 0
    assert state(app) == before


@pytest.mark.parametrize(
    ("word", "cells", "status", "jenis"),
    [
        ("", {}, SAMA, JenisUsulan.TETAP),
        ("Tetap", {}, SAMA, JenisUsulan.TETAP),
        ("Ubah", {}, SAMA, JenisUsulan.TETAP),
        ("Ubah", {"JANGKA": "3 tahun"}, SIAP, JenisUsulan.UBAH),
        ("", {"JANGKA": "24 bulan", "HURUF": "H angka 2"}, SAMA, JenisUsulan.TETAP),
        ("", {"JANGKA": "3 tahun"}, SIAP, JenisUsulan.UBAH),
        ("tetap", {"DIBUKA": "Akibat lain yang lebih merugikan."}, SIAP, JenisUsulan.UBAH),
        ("Dibuka kembali", {}, SIAP, JenisUsulan.BUKA),
        ("HAPUS", {"DIBUKA": ""}, SIAP, JenisUsulan.BUKA),
        ("cabut", {}, SIAP, JenisUsulan.BUKA),
        ("Baru", {}, PERLU, None),
        ("Ubah", {"DIBUKA": ""}, PERLU, None),
    ],
)
def test_what_a_unit_says_of_an_entry(
    app: App,
    office: Office,
    berkas_id: int,
    tmp_path: Path,
    word: str,
    cells: dict[str, str],
    status: StatusBaris,
    jenis: JenisUsulan | None,
) -> None:
    row = entry_rows(app)[0] | {Kolom.USULAN: word}
    row |= {Kolom[name]: text for name, text in cells.items()}
    path = sheet(tmp_path, [row])
    hasil = app.impor.check(path, berkas_id, office.units[0])
    found = only(hasil)

    assert (found.status, found.entri_id) == (status, 1)
    assert jenis is None or found.jenis is jenis
    assert found.alasan or status is not SAMA
    warned = word != "Ubah" and found.jenis is JenisUsulan.UBAH and status is SIAP
    assert any(note.kolom is Kolom.USULAN and note.warning for note in found.catatan) == warned
    if status is SIAP:
        app.impor.store(berkas_id, office.units[0], hasil, path)
        (usulan,) = app.usulan.list(berkas_id)
        assert (usulan.jenis, usulan.entri_id) == (jenis, 1)


def test_a_column_that_the_sheet_lacks_keeps_what_the_register_says(
    app: App, office: Office, berkas_id: int, tmp_path: Path
) -> None:
    path = tmp_path / "pendek.csv"
    row = entry_rows(app)[0]
    heads = [Kolom.KODE, Kolom.INFORMASI, Kolom.HURUF, Kolom.JANGKA]
    cells = [row[Kolom.KODE], row[Kolom.INFORMASI], row[Kolom.HURUF], "7 tahun"]
    with path.open("w", encoding="utf-8", newline="") as handle:
        csv.writer(handle).writerows([[each.label for each in heads], cells])
    found = only(app.impor.check(path, berkas_id, office.units[0]))

    assert found.status is SIAP
    assert found.isi == complete("Satu", 84)


def test_a_row_without_code_is_known_by_its_title(
    app: App, office: Office, berkas_id: int, tmp_path: Path
) -> None:
    row = entry_rows(app)[0] | {Kolom.KODE: "", Kolom.INFORMASI: " SATU "}
    found = only(app.impor.check(sheet(tmp_path, [row]), berkas_id, office.units[0]))

    assert (found.status, found.entri_id, found.jenis) == (SIAP, 1, JenisUsulan.UBAH)
    assert any("DIK-1" in note.saran for note in found.catatan)


def test_a_code_and_a_title_that_name_two_entries(
    app: App, office: Office, berkas_id: int, tmp_path: Path
) -> None:
    """As a column of codes leaves them that was dragged or sorted alone."""
    one, two = entry_rows(app, office.units[0])
    swapped = [one | {Kolom.KODE: two[Kolom.KODE]}, two | {Kolom.KODE: one[Kolom.KODE]}]
    swapped[1] |= {Kolom.USULAN: "Dibuka kembali"}
    path = sheet(tmp_path, swapped)
    for unit in (office.units[0], None):
        hasil = app.impor.check(path, berkas_id, unit)

        assert [each.status for each in hasil.baris] == [PERLU, PERLU]
        assert [mend(each) for each in hasil.baris] == [[Kolom.KODE], [Kolom.KODE]]
        assert one[Kolom.KODE] in hasil.baris[0].catatan[0].saran

    renamed = one | {Kolom.INFORMASI: "Satu dengan nama lain"}
    hasil = app.impor.check(sheet(tmp_path, [renamed]), berkas_id, office.units[0])
    assert (only(hasil).status, only(hasil).entri_id) == (SIAP, 1)


def test_entries_that_came_back_without_are_told_of(
    app: App, office: Office, berkas_id: int, tmp_path: Path
) -> None:
    unit = office.units[0]
    one, two = entry_rows(app, unit)
    for rows, told in (
        ([one, two], ""),
        ([one], "(DIK-2)"),
        ([one, two | {Kolom.KODE: "DIK-1"}], ""),
        ([GOOD | {Kolom.KODE: "DIK-3"}], ""),  # the form of another unit
        ([GOOD], ""),  # a sheet of the unit's own
    ):
        remarks = app.impor.check(sheet(tmp_path, rows), berkas_id, unit).lembar.keterangan
        found = " ".join(each for each in remarks if "tidak ada di lembar ini" in each)
        assert told in found
        assert bool(told) == bool(found)


def test_one_entry_named_in_two_rows(
    app: App, office: Office, berkas_id: int, tmp_path: Path
) -> None:
    row = entry_rows(app)[0] | {Kolom.JANGKA: "9 tahun"}
    bare = row | {Kolom.KODE: ""}
    part = bare | {Kolom.BAGIAN: "Sebagian"}
    for rows, expected in (
        ([row, row], [SIAP, PERLU]),
        ([bare, row], [PERLU, SIAP]),
        ([bare, part], [SIAP, PERLU]),
    ):
        hasil = app.impor.check(sheet(tmp_path, rows), berkas_id, office.units[0])
        assert [each.status for each in hasil.baris] == expected

    # Without the code in the other row, the one known by its title may stay.
    renamed = row | {Kolom.INFORMASI: "Satu menurut unit"}
    hasil = app.impor.check(sheet(tmp_path, [bare, renamed]), berkas_id, office.units[0])
    assert [each.status for each in hasil.baris] == [PERLU, SIAP]
    hasil = app.impor.recheck(hasil, 3, row | {Kolom.KODE: "", Kolom.INFORMASI: "Lain"})
    assert [each.status for each in hasil.baris] == [SIAP, SIAP]


def test_keeping_what_is_about_to_end_is_not_enough(
    app: App, office: Office, berkas_id: int, tmp_path: Path, clock: FixedClock
) -> None:
    clock.day = date(2028, 10, 1)  # both of the first unit end on 23 November 2028
    rows = entry_rows(app, office.units[0])
    kept, extended = rows[0] | {Kolom.USULAN: "Tetap"}, rows[1] | {Kolom.JANGKA: "5 tahun"}
    hasil = app.impor.check(sheet(tmp_path, [kept, extended]), berkas_id, office.units[0])

    assert [row.status for row in hasil.baris] == [PERLU, SIAP]
    (note,) = hasil.baris[0].catatan
    assert "23 November 2028" in note.text
    assert "dibuka kembali" in note.saran


# What the berkas has already


def test_the_same_file_twice_adds_nothing(
    app: App, office: Office, berkas_id: int, tmp_path: Path
) -> None:
    rows = entry_rows(app, office.units[0])
    rows = [rows[0] | {Kolom.JANGKA: "9 tahun"}, rows[1] | {Kolom.USULAN: "buka"}, GOOD]
    path = sheet(tmp_path, rows)
    assert take(app, berkas_id, office.units[0], path) == 3
    before = state(app)

    hasil = app.impor.check(path, berkas_id, office.units[0])
    assert [row.status for row in hasil.baris] == [SAMA, SAMA, SAMA]
    assert {row.alasan for row in hasil.baris} == {"Sudah ada di berkas ini."}
    assert app.impor.store(berkas_id, office.units[0], hasil, path) == 0
    assert state(app) == before


def test_a_better_version_replaces_what_is_not_judged(
    app: App, office: Office, berkas_id: int, tmp_path: Path
) -> None:
    unit = office.units[0]
    take(app, berkas_id, unit, sheet(tmp_path, [GOOD]))
    (first,) = app.usulan.list(berkas_id)
    path = sheet(tmp_path, [GOOD | {Kolom.JANGKA: "9 tahun"}], "dua.csv")
    hasil = app.impor.check(path, berkas_id, unit)
    assert only(hasil).status is SIAP
    assert any("Mengganti" in note.text and note.warning for note in only(hasil).catatan)
    app.impor.store(berkas_id, unit, hasil, path)

    (usulan,) = app.usulan.list(berkas_id)
    assert usulan.id == first.id
    assert usulan.isi.jangka is not None
    assert usulan.isi.jangka.teks() == "9 tahun"
    (told,) = [p for p in app.riwayat.list(berkas_id) if p.sebelum and "diganti" in p.sebelum]
    assert told.sebelum is not None
    assert told.sebelum["diganti"][0]["isi"]["jangka"]["bulan"] == 60


@pytest.mark.parametrize(
    ("putusan", "status"), [(Putusan.TERBUKA, PERLU), (Putusan.DIKEMBALIKAN, SIAP)]
)
def test_what_was_judged_stays_unless_it_was_sent_back(
    app: App, office: Office, berkas_id: int, tmp_path: Path, putusan: Putusan, status: StatusBaris
) -> None:
    unit = office.units[0]
    take(app, berkas_id, unit, sheet(tmp_path, [GOOD]))
    carrying.answer_all(app, berkas_id)
    app.berkas.advance(berkas_id)
    (usulan,) = app.usulan.list(berkas_id)
    app.usulan.judge(usulan.id, putusan, "Catatan")
    path = sheet(tmp_path, [GOOD | {Kolom.JANGKA: "9 tahun"}])
    hasil = app.impor.check(path, berkas_id, unit)

    assert only(hasil).status is status
    if status is SIAP:
        app.impor.store(berkas_id, unit, hasil, path)
        assert app.usulan.get(usulan.id).putusan is None


# Which unit


def test_rows_name_their_unit_by_code_or_name(
    app: App, office: Office, berkas_id: int, tmp_path: Path
) -> None:
    rows = [
        GOOD | {Kolom.UNIT: "u1"},
        GOOD | {Kolom.UNIT: "BIDANG 2"},
        GOOD | {Kolom.UNIT: "Bidan 3"},
        GOOD,
        *entry_rows(app),
    ]
    hasil = app.impor.check(sheet(tmp_path, rows), berkas_id, None)

    one, two, _ = office.units
    assert [row.unit_id for row in hasil.baris] == [one, two, None, None, one, one, two]
    assert [row.status for row in hasil.baris] == [SIAP, SIAP, PERLU, PERLU, SAMA, SAMA, SAMA]
    near = [note for note in hasil.baris[2].catatan if note.kolom is Kolom.UNIT]
    assert "Bidang 3" in near[0].saran
    assert mend(hasil.baris[3]) == [Kolom.UNIT]


def test_a_unit_that_said_nihil(app: App, office: Office, berkas_id: int, tmp_path: Path) -> None:
    unit = office.units[0]
    path = sheet(tmp_path, [GOOD | {Kolom.UNIT: "U1"}])
    early = app.impor.check(path, berkas_id, unit)
    carrying.answer_all(app, berkas_id)
    with pytest.raises(DomainError, match="tercatat nihil") as caught:
        app.impor.check(path, berkas_id, unit)
    assert caught.value.field == "unit"
    assert mend(only(app.impor.check(path, berkas_id, None))) == [Kolom.UNIT]
    with pytest.raises(DomainError, match="berubah sejak"):
        app.impor.store(berkas_id, unit, early, path)

    app.berkas.advance(berkas_id)  # while the usulan are judged, a late one is still heard
    assert take(app, berkas_id, unit, path) == 1


def test_only_while_usulan_are_taken(
    app: App, office: Office, berkas_id: int, tmp_path: Path
) -> None:
    path = sheet(tmp_path, [GOOD])
    hasil = app.impor.check(path, berkas_id, office.units[0])
    carrying.answer_all(app, berkas_id)
    app.berkas.advance(berkas_id)
    carrying.to_penetapan(app, berkas_id)

    with pytest.raises(DomainError, match="tahap 3"):
        app.impor.check(path, berkas_id, office.units[0])
    with pytest.raises(DomainError, match="tahap 3"):
        app.impor.store(berkas_id, office.units[0], hasil, path)


# All or nothing


def test_nothing_is_stored_when_records_or_file_changed(
    app: App, office: Office, berkas_id: int, tmp_path: Path
) -> None:
    unit = office.units[0]
    path = sheet(tmp_path, [GOOD])
    hasil = app.impor.check(path, berkas_id, unit)
    app.usulan.add(berkas_id, unit, JenisUsulan.BARU, complete("Rekam medis pegawai"))
    before = state(app)
    with pytest.raises(DomainError, match="berubah sejak"):
        app.impor.store(berkas_id, unit, hasil, path)
    assert state(app) == before

    hasil = app.impor.check(path, berkas_id, unit)
    sheet(tmp_path, [GOOD, GOOD])
    with pytest.raises(DomainError, match="berubah sejak diperiksa"):
        app.impor.store(berkas_id, unit, hasil, path)
    with pytest.raises(DomainError, match="berkas atau unit kerja lain"):
        app.impor.store(berkas_id, office.units[1], hasil, path)
    assert state(app) == before


@pytest.mark.parametrize("error", [Cancelled(), RuntimeError("listrik")])
def test_a_stop_midway_leaves_nothing(
    app: App, office: Office, berkas_id: int, tmp_path: Path, error: Exception
) -> None:
    unit = office.units[0]
    path = sheet(tmp_path, [GOOD | {Kolom.INFORMASI: f"Informasi {n}"} for n in range(1200)])
    hasil = app.impor.check(path, berkas_id, unit)
    before = state(app)

    def stop(done: int, total: int) -> None:
        assert total == 1200
        if done >= 500:
            raise error

    with pytest.raises(type(error)):
        app.impor.store(berkas_id, unit, hasil, path, stop)
    assert state(app) == before
    assert app.impor.store(berkas_id, unit, hasil, path) == 1200


def test_checking_can_be_cancelled(
    app: App, office: Office, berkas_id: int, tmp_path: Path
) -> None:
    path = sheet(tmp_path, [GOOD | {Kolom.INFORMASI: f"Informasi {n}"} for n in range(600)])
    seen: list[tuple[int, int]] = []

    def watch(done: int, total: int) -> None:
        seen.append((done, total))
        if len(seen) == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        app.impor.check(path, berkas_id, office.units[0], watch)
    assert all(0 <= done <= total for done, total in seen)


def test_mending_looks_at_no_row_that_it_does_not_touch(
    app: App, office: Office, berkas_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unit = office.units[0]
    rows = [GOOD | {Kolom.INFORMASI: f"Informasi {n % 4}", Kolom.BAGIAN: str(n)} for n in range(12)]
    rows[5] |= entry_rows(app)[0]
    hasil = app.impor.check(sheet(tmp_path, rows), berkas_id, unit)
    hasil = app.impor.recheck(hasil, 2, rows[0] | {Kolom.BAGIAN: "lain"})
    looked: list[int] = []
    key = Kembar._key
    monkeypatch.setattr(
        Kembar, "_key", lambda self, row: (looked.append(row.nomor), key(self, row))[1]
    )
    for nomor, cells in ((3, {Kolom.KODE: "DIK-1"}), (4, {Kolom.BAGIAN: "6"}), (9, GOOD)):
        rows[nomor - 2] = rows[nomor - 2] | cells
        hasil = app.impor.recheck(hasil, nomor, rows[nomor - 2])
    hasil = app.impor.drop(hasil, 6)
    assert looked == [3, 4, 9]

    monkeypatch.undo()
    rows[0] = rows[0] | {Kolom.BAGIAN: "lain"}
    anew = app.impor.check(sheet(tmp_path, rows, "lagi.csv"), berkas_id, unit)
    anew = app.impor.drop(anew, 6)
    assert [(row.status, row.catatan, row.isi, row.entri_id) for row in hasil.baris] == [
        (row.status, row.catatan, row.isi, row.entri_id) for row in anew.baris
    ]


# The list that the office has


def test_the_present_list_becomes_the_first_version(
    app: App, office: Office, tmp_path: Path
) -> None:
    thin = {Kolom.INFORMASI: "Daftar lama", Kolom.UNIT: "Bidang 2", Kolom.JANGKA: "2030"}
    path = sheet(tmp_path, [GOOD | {Kolom.UNIT: "U1"}, thin])
    hasil = app.impor.prepare_first()(path)
    assert [row.status for row in hasil.baris] == [SIAP, SIAP]
    assert all(note.warning for row in hasil.baris for note in row.catatan)
    assert {note.kolom for note in hasil.baris[1].catatan} >= {Kolom.HURUF, Kolom.JANGKA}

    terbitan = app.impor.store_first("SK/7/2025", date(2025, 4, 30), hasil, path)
    first, second = app.dik.at(terbitan)
    assert (first.unit_nama, second.unit_nama) == ("Bidang 1", "Bidang 2")
    assert second.isi.jangka is not None
    assert second.isi.jangka.teks() == "2030"
    assert second.keputusan_nomor == "SK/7/2025"
    with pytest.raises(DomainError, match="sudah berisi"):
        app.impor.prepare_first()(path)


def test_the_first_version_shows_how_far_it_is_and_can_be_stopped(
    app: App, office: Office, tmp_path: Path
) -> None:
    rows = [GOOD | {Kolom.INFORMASI: f"Informasi {n}", Kolom.UNIT: "U1"} for n in range(600)]
    path = sheet(tmp_path, rows)
    hasil = app.impor.prepare_first()(path)
    before = state(app)
    seen: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        seen.append((done, total))
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        app.impor.store_first("SK/7", TODAY, hasil, path, progress=stop)
    assert state(app) == before
    assert seen == [(0, 600), (500, 600)]

    app.impor.store_first("SK/7", TODAY, hasil, path, progress=lambda *step: seen.append(step))
    assert len(app.dik.current()) == 600
    assert seen[-1] == (600, 600)


def test_what_the_first_version_cannot_do_without(app: App, office: Office, tmp_path: Path) -> None:
    rows = [
        GOOD | {Kolom.UNIT: "Bidng 1"},
        GOOD | {Kolom.UNIT: "U1", Kolom.INFORMASI: ""},
        GOOD | {Kolom.UNIT: "U1", Kolom.HURUF: "rahasia pribadi"},
        GOOD,
    ]
    path = sheet(tmp_path, rows)
    hasil = app.impor.prepare_first()(path)
    assert [mend(row) for row in hasil.baris] == [
        [Kolom.UNIT], [Kolom.INFORMASI], [Kolom.HURUF], [Kolom.UNIT],
    ]  # fmt: skip
    with pytest.raises(DomainError, match="4 baris"):
        app.impor.store_first("SK/7", TODAY, hasil, path)

    hasil = app.impor.prepare_first(office.units[2])(path)
    assert hasil.baris[3].unit_id == office.units[2]
    for nomor in (2, 3, 4):
        hasil = app.impor.drop(hasil, nomor)
    app.impor.store_first("SK/7", TODAY, hasil, path)
    assert [entry.unit_nama for entry in app.dik.current()] == ["Bidang 3"]


def test_the_same_duration_once_more_extends_an_entry_at_its_end(
    app: App, office: Office, tmp_path: Path, clock: FixedClock
) -> None:
    app.dik_awal.bring_in("1", date(2024, 11, 1), [(office.units[0], complete("Lewat", 24))])
    berkas = carrying.to_answers(app, office.units)
    (row,) = entry_rows(app)
    path = sheet(tmp_path, [{**row, Kolom.USULAN: "ubah"}])

    assert take(app, berkas, office.units[0], path) == 1
    (usulan,) = app.usulan.list(berkas)
    assert usulan.jenis is JenisUsulan.UBAH
    assert usulan.isi == app.dik.current()[0].isi


def test_on_its_last_day_a_period_has_not_ended_yet(
    app: App, office: Office, tmp_path: Path
) -> None:
    app.dik_awal.bring_in("1", date(2024, 11, 23), [(office.units[0], complete("Hari ini", 24))])
    berkas = carrying.to_answers(app, office.units)
    (row,) = entry_rows(app)
    hasil = app.impor.check(
        sheet(tmp_path, [{**row, Kolom.USULAN: "tetap"}]), berkas, office.units[0]
    )

    (note,) = hasil.baris[0].catatan
    assert "berakhir pada 23 November 2026" in note.text
    assert "sudah" not in note.text
