"""Rows below the head: entries are kept, what only holds the sheet together is told and left."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from sopapp.domain.errors import DomainError
from sopapp.domain.impor import Kolom, LembarTerbaca
from sopapp.spreadsheet import limits
from sopapp.spreadsheet.sheet import read_sheet
from tests.spreadsheet.makers import (
    ENTRIES,
    HEADS,
    MAKERS,
    TABLE,
    TITLES,
    Merge,
    by_hand_csv,
    by_openpyxl,
)

FILES = Path(__file__).parent / "files"


def read(
    tmp_path: Path, *rows: Sequence[object], merges: dict[Merge, object] | None = None
) -> LembarTerbaca:
    return read_sheet(by_openpyxl(tmp_path / "usul.xlsx", rows, merges))


def titles(lembar: LembarTerbaca) -> tuple[str, ...]:
    return tuple(row.sel(Kolom.INFORMASI) for row in lembar.baris)


@pytest.mark.parametrize("name", MAKERS)
def test_a_plain_table_from_every_kind_of_file(tmp_path: Path, name: str) -> None:
    lembar = read_sheet(MAKERS[name](tmp_path / name))

    assert lembar.nama_file == name
    assert titles(lembar) == TITLES
    assert [row.nomor for row in lembar.baris] == [2, 3, 4]
    assert lembar.baris[0].nilai == dict(
        zip(
            (Kolom.INFORMASI, Kolom.HURUF, Kolom.DIBUKA, Kolom.DITUTUP, Kolom.JANGKA),
            ENTRIES[0][1:],
            strict=True,
        )
    )
    assert lembar.baris[0].sel(Kolom.UNIT) == ""
    assert lembar.kolom == {
        Kolom.INFORMASI: "B",
        Kolom.HURUF: "C",
        Kolom.DIBUKA: "D",
        Kolom.DITUTUP: "E",
        Kolom.JANGKA: "F",
    }
    assert lembar.keterangan == ()


@pytest.mark.parametrize("name", ["daftar.xlsx", "daftar.xls", "daftar.ods"])
def test_a_list_as_offices_write_it_saved_by_libreoffice(name: str) -> None:
    lembar = read_sheet(FILES / name)

    assert lembar.nama_lembar == "Daftar"
    assert [(row.nomor, row.sel(Kolom.UNIT)) for row in lembar.baris] == [
        (8, "Bidang Perdagangan"),
        (9, "Bidang Perdagangan"),
        (10, "Bidang Perdagangan"),
        (12, "Sekretariat"),
    ]
    assert titles(lembar) == ("Data pembeli", "Rekam medis", "Formula, resep", "Kata sandi")
    assert lembar.baris[2].sel(Kolom.JANGKA) == "5"
    assert lembar.baris[3].sel(Kolom.HURUF) == "j\nUU 11/2008"
    assert lembar.kolom[Kolom.UNIT] == "A"
    told = " ".join(lembar.keterangan)
    for words in (
        "Kolom G “Catatan” tidak dibaca",
        "Baris 7 “Bidang Perdagangan” dibaca sebagai nama unit kerja",
        "Baris 13 digabungkan",
        "Baris 15 tidak dibaca karena hanya berisi jumlah",
        "Baris 17–18, 21–22 tidak dibaca karena berada di bawah tabel",
    ):
        assert words in told


def test_empty_rows_and_rows_only_numbered_are_passed_over(tmp_path: Path) -> None:
    lembar = read(tmp_path, HEADS, [], ENTRIES[0], [""], [2], [3, "-", "–", "…"], ENTRIES[1], [])

    assert [row.nomor for row in lembar.baris] == [3, 7]
    assert lembar.keterangan == ()


def test_a_head_repeated_on_every_page(tmp_path: Path) -> None:
    lembar = read(
        tmp_path, HEADS, [1, 2, 3, 4, 5, 6], ENTRIES[0], HEADS, ["(1)", "(2)", "(3)"], ENTRIES[1]
    )

    assert titles(lembar) == TITLES[:2]


def test_a_head_of_two_rows_repeated(tmp_path: Path) -> None:
    head = [
        ["No", "Informasi", "Dasar hukum", "Konsekuensi", "", "Jangka waktu"],
        ["", "", "", "Dibuka", "Ditutup", ""],
    ]

    assert titles(read(tmp_path, *head, ENTRIES[0], *head, ENTRIES[1])) == TITLES[:2]


def test_numbering_by_letters_of_the_entries_is_no_numbering_row(tmp_path: Path) -> None:
    lembar = read(tmp_path, HEADS, [1, "17", "h", "satu", "dua", "tiga"])

    assert titles(lembar) == ("17",)


@pytest.mark.parametrize(
    "group",
    [
        ["Bidang Satu"],
        ["A.", "Bidang Satu"],
        ["", "I. Bidang Satu"],
        ["", "Unit kerja: Bidang Satu"],
        ["", "BIDANG SATU"],
    ],
)
def test_a_row_with_a_unit_alone_names_it_for_those_below(
    tmp_path: Path, group: Sequence[str]
) -> None:
    lembar = read(tmp_path, HEADS, group, ENTRIES[0], ["", "Sekretariat"], ENTRIES[1], ENTRIES[2])

    units = [row.sel(Kolom.UNIT) for row in lembar.baris]
    assert [unit.title() for unit in units] == ["Bidang Satu", "Sekretariat", "Sekretariat"]
    assert Kolom.UNIT in lembar.kolom
    assert "dibaca sebagai nama unit kerja" in lembar.keterangan[0]


@pytest.mark.parametrize(
    "heading",
    [
        ["A. Informasi yang menghambat penegakan hukum"],
        ["A.", "Rahasia dagang"],
        ["I", "Pasal 17 huruf h"],
    ],
)
def test_a_heading_of_a_kind_of_information_is_neither_unit_nor_entry(
    tmp_path: Path, heading: Sequence[str]
) -> None:
    lembar = read(tmp_path, HEADS, ["Sekretariat"], heading, ENTRIES[0], heading, ENTRIES[1])

    assert titles(lembar) == TITLES[:2]
    assert {row.sel(Kolom.UNIT) for row in lembar.baris} == {"Sekretariat"}
    assert "Baris 3, 5 tidak dibaca karena hanya berisi judul kelompok." in lembar.keterangan


def test_a_merged_unit_row_of_any_name(tmp_path: Path) -> None:
    merges = {(1, 0, 1, 5): "Urusan Rumah Tangga"}

    lembar = read(tmp_path, HEADS, [], ENTRIES[0], merges=merges)

    assert [row.sel(Kolom.UNIT) for row in lembar.baris] == ["Urusan Rumah Tangga"]


def test_a_title_alone_is_an_entry_still_to_be_mended(tmp_path: Path) -> None:
    lembar = read(tmp_path, HEADS, ENTRIES[0], ["", "Rekam medis pegawai"], [3, "Unit cost usaha"])

    assert titles(lembar) == (TITLES[0], "Rekam medis pegawai", "Unit cost usaha")


def test_beside_a_unit_column_a_group_row_is_left_out(tmp_path: Path) -> None:
    heads = [*HEADS, "Unit kerja"]
    lembar = read(
        tmp_path,
        heads,
        ["Bidang Satu"],
        [*ENTRIES[0], "Bidang Dua"],
        ["", "", "", "", "", "", "Bidang Tiga"],
        [*ENTRIES[1], ""],
    )

    assert [row.sel(Kolom.UNIT) for row in lembar.baris] == ["Bidang Dua", ""]
    assert lembar.kolom[Kolom.UNIT] == "G"
    assert "dilewati" in lembar.keterangan[0]


@pytest.mark.parametrize("word", ["Nihil", "NIHIL", "- nihil -", "Tidak ada"])
def test_nihil(tmp_path: Path, word: str) -> None:
    lembar = read(tmp_path, HEADS, [1, word])

    assert lembar.baris == ()
    assert "Baris 2 tidak dibaca karena berisi “Nihil”." in lembar.keterangan


@pytest.mark.parametrize("row", [["Jumlah", "", 3], ["", "TOTAL:", 3], ["Jumlah informasi 3"]])
def test_a_total(tmp_path: Path, row: Sequence[object]) -> None:
    lembar = read(tmp_path, HEADS, *ENTRIES, row)

    assert titles(lembar) == TITLES
    assert "Baris 5 tidak dibaca karena hanya berisi jumlah." in lembar.keterangan


def test_signatures_on_both_sides_below_the_table(tmp_path: Path) -> None:
    lembar = read(
        tmp_path,
        HEADS,
        *ENTRIES,
        [],
        ["", "", "", "", "Kupang, 23 November 2026"],
        ["", "Mengetahui,", "", "", "Kepala Bidang"],
        ["", "Nama Satu", "", "", "Nama Dua"],
        ["", "NIP. 1980", "", "", "NIP. 1981"],
    )

    assert titles(lembar) == TITLES
    assert "Baris 6–9 tidak dibaca karena berada di bawah tabel" in lembar.keterangan[-1]


def test_an_entry_without_its_title_is_kept(tmp_path: Path) -> None:
    lembar = read(tmp_path, HEADS, [1, "", "h", "rusak", "aman", "5 tahun"], [2, "", "h"])

    assert [row.nomor for row in lembar.baris] == [2, 3]


def test_a_title_merged_over_rows_is_one_entry(tmp_path: Path) -> None:
    rows = [
        HEADS,
        [1, None, "h", "rusak", "aman", "5 tahun"],
        ["", None, "j", "UU lain rusak", "aman", ""],
        [2, "Dua", "b", "x", "y", "z"],
    ]
    lembar = read(tmp_path, *rows, merges={(1, 1, 2, 1): "Satu"})

    assert titles(lembar) == ("Satu", "Dua")
    assert lembar.baris[0].sel(Kolom.HURUF) == "h\nj"
    assert lembar.baris[0].sel(Kolom.DIBUKA) == "rusak\nUU lain rusak"
    assert lembar.baris[0].sel(Kolom.DITUTUP) == "aman"
    assert "Baris 3 digabungkan" in lembar.keterangan[-1]


def test_a_unit_merged_over_its_rows(tmp_path: Path) -> None:
    rows = [[*HEADS, "Unit kerja"], *([*entry, None] for entry in ENTRIES)]

    lembar = read(tmp_path, *rows, merges={(1, 6, 3, 6): "Bidang Satu"})

    assert [row.sel(Kolom.UNIT) for row in lembar.baris] == ["Bidang Satu"] * 3


@pytest.mark.parametrize("mark", ["sda", "S.D.A.", "Idem", '"'])
def test_a_cell_that_points_to_the_one_above(tmp_path: Path, mark: str) -> None:
    number, title, *rest = ENTRIES[0]
    below = [2, "Rekam medis", *([mark] * len(rest))]

    lembar = read(tmp_path, HEADS, [number, title, *rest], below, [3, mark, *rest])

    first, second, third = (dict(row.nilai) for row in lembar.baris)
    assert second == first | {Kolom.INFORMASI: "Rekam medis"}
    assert third[Kolom.INFORMASI] == mark
    assert any("C3, D3, E3, F3 menunjuk ke atas" in each for each in lembar.keterangan)


def test_words_beside_the_table_are_told_of(tmp_path: Path) -> None:
    lembar = read(tmp_path, HEADS, ENTRIES[0], [], ["", "", "", "", "", "", "Mohon dikoreksi"])

    assert len(lembar.baris) == 1
    assert lembar.keterangan == (
        "Baris 4 tidak dibaca karena tulisannya di luar kolom yang dibaca.",
    )


def test_formulas_are_told_of(tmp_path: Path) -> None:
    lembar = read_sheet(FILES / "rumus.xlsx")

    assert titles(lembar) == ("Data 1", "tetap")
    assert lembar.baris[1].sel(Kolom.JANGKA) == "#DIV/0!"
    assert any("berisi rumus" in remark for remark in lembar.keterangan)


def test_more_rows_than_are_taken(tmp_path: Path) -> None:
    rows = [("Informasi", "Jangka waktu")]
    rows += [(f"Data {n}", "5 tahun") for n in range(limits.BATAS_BARIS)]
    path = by_hand_csv(tmp_path / "a.csv", rows)
    assert len(read_sheet(path).baris) == limits.BATAS_BARIS

    with pytest.raises(DomainError, match=r"20\.001 baris data"):
        read_sheet(by_hand_csv(path, [*rows, ("Satu lagi", "1 tahun")]))


def test_progress_grows_to_its_end_and_may_cancel(tmp_path: Path) -> None:
    path = by_openpyxl(tmp_path / "a.xlsx", [HEADS, *ENTRIES * 400])
    seen: list[tuple[int, int]] = []
    read_sheet(path, lambda done, total: seen.append((done, total)))

    shares = [done / total for done, total in seen]
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert len(seen) > 8

    class Stop(Exception):
        pass

    def stop_late(done: int, total: int) -> None:
        if done > total * 0.7:
            raise Stop

    with pytest.raises(Stop):
        read_sheet(path, stop_late)


def test_reading_changes_nothing(tmp_path: Path) -> None:
    path = by_openpyxl(tmp_path / "a.xlsx", TABLE)
    before = path.read_bytes(), path.stat().st_mtime_ns

    read_sheet(path)

    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert list(tmp_path.iterdir()) == [path]
