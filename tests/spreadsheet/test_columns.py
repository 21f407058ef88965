"""The head is found wherever it stands and however it is worded."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from sopapp.domain.errors import DomainError
from sopapp.domain.impor import Kolom
from sopapp.spreadsheet.columns import choose, find_head
from sopapp.spreadsheet.grid import Grid, Sheet, read_grid
from tests.spreadsheet.makers import ENTRIES, HEADS, by_openpyxl, with_sheets

K = Kolom


def sheet(*rows: Sequence[str], merged: tuple[tuple[int, int, int, int], ...] = ()) -> Sheet:
    width = max(map(len, rows))
    return Sheet("S", tuple([*row, *[""] * (width - len(row))] for row in rows), merged)


def columns(*rows: Sequence[str], merged: tuple[tuple[int, int, int, int], ...] = ()) -> dict:
    head = find_head(sheet(*rows, merged=merged))
    assert head is not None
    return head.kolom


def test_the_heads_of_the_form_itself() -> None:
    heads = [kolom.label for kolom in Kolom]

    assert columns(heads) == {kolom: index for index, kolom in enumerate(Kolom)}


@pytest.mark.parametrize("seed", range(5))
def test_columns_may_be_moved(seed: int) -> None:
    order = list(Kolom)
    random.Random(seed).shuffle(order)

    assert columns(["No", *(kolom.label.upper() for kolom in order)]) == {
        kolom: index for index, kolom in enumerate(order, 1)
    }


@pytest.mark.parametrize(
    ("text", "kolom"),
    [
        ("INFORMASI", K.INFORMASI),
        ("Informasi yang\ndikecualikan", K.INFORMASI),
        ("Jenis Informasi", K.INFORMASI),
        ("Infomasi", K.INFORMASI),
        ("Judul/nama dokumen", K.INFORMASI),
        ("Dasar Hukum Pengecualian Informasi (a. b. c.)", K.HURUF),
        ("DASAR HUKUM", K.HURUF),
        ("Dasar: huruf Pasal 17", K.HURUF),
        ("Pasal 17 ayat/huruf", K.HURUF),
        ("UU lain", K.UNDANG_UNDANG),
        ("Akibat", K.DIBUKA),
        ("Konsekwensi bila dibuka", K.DIBUKA),
        ("Konsekuensi jika informasi dibuka", K.DIBUKA),
        ("Akibat Bila Dibuka", K.DIBUKA),
        ("Manfaat bila ditutup", K.DITUTUP),
        ("Pertimbangan apabila ditutup", K.DITUTUP),
        ("Jangka waktu", K.JANGKA),
        ("Jangka Wkatu", K.JANGKA),
        ("Masa pengecualian", K.JANGKA),
        ("Unit penguasa informasi", K.UNIT),
        ("Bidang", K.UNIT),
        ("Bentuk informasi", K.BENTUK),
        ("Bagian yang dikecualikan", K.BAGIAN),
        ("Kode", K.KODE),
        ("Usulan", K.USULAN),
    ],
)
def test_words_offices_use(text: str, kolom: Kolom) -> None:
    others = {K.INFORMASI: "Informasi", K.JANGKA: "Jangka waktu", K.UNIT: "Unit kerja"}
    others.pop(kolom, None)

    assert columns([*others.values(), text])[kolom] == len(others)


@pytest.mark.parametrize("text", ["Keterangan", "Tanggal SK", "Jangka waktu retensi arsip", "1"])
def test_words_that_mean_no_column(text: str) -> None:
    assert set(columns(["Informasi", "Unit kerja", text])) == {K.INFORMASI, K.UNIT}


def test_legal_grounds_beside_a_letter_column_are_the_other_law() -> None:
    found = columns(["Informasi", "Dasar hukum", "Huruf Pasal 17", "Jangka waktu"])

    assert found[K.UNDANG_UNDANG] == 1
    assert found[K.HURUF] == 2


def test_a_head_below_a_title_block() -> None:
    head = find_head(
        sheet(
            ["DAFTAR INFORMASI YANG DIKECUALIKAN"],
            ["Unit kerja: Bidang Uji", "", "Jangka waktu: 2026"],
            [""],
            HEADS,
            *[tuple(map(str, entry)) for entry in ENTRIES],
        )
    )

    assert head is not None
    assert (head.first, head.last) == (3, 3)


GROUPED = (
    ["No.", "Informasi", "Dasar Hukum", "Konsekuensi/Pertimbangan bagi Publik", "", "Jangka Waktu"],
    ["", "", "", "Dibuka", "Ditutup", ""],
)


@pytest.mark.parametrize("merged", [(), ((0, 3, 0, 4), (0, 0, 1, 0), (0, 1, 1, 1))])
def test_a_head_of_two_rows(merged: tuple[tuple[int, int, int, int], ...]) -> None:
    head = find_head(sheet(*GROUPED, ["1", "2", "3", "4", "5", "6"], merged=merged))

    assert head is not None
    assert (head.first, head.last) == (0, 1)
    assert head.kolom == {K.INFORMASI: 1, K.HURUF: 2, K.DIBUKA: 3, K.DITUTUP: 4, K.JANGKA: 5}
    assert head.keterangan == ()


def test_a_group_head_whose_merge_was_lost_stands_over_its_columns() -> None:
    found = columns(["Informasi", "Dasar hukum", "", "Jangka"], ["", "Pasal 17", "Lain", ""])

    assert found == {K.INFORMASI: 0, K.HURUF: 1, K.UNDANG_UNDANG: 2, K.JANGKA: 3}


def test_the_note_column_of_the_form_needs_no_remark() -> None:
    head = find_head(sheet(["Informasi", "Jangka waktu", "Catatan PPID"]))

    assert head is not None
    assert head.keterangan == ()


def test_columns_not_understood_are_told() -> None:
    head = find_head(sheet(["No", "Informasi", "Jangka waktu", "Warna", "Jangka waktu"]))

    assert head is not None
    assert head.kolom[K.JANGKA] == 2
    assert [remark.split(" tidak dibaca")[0] for remark in head.keterangan] == [
        "Kolom D “Warna”",
        "Kolom E “Jangka waktu”",
    ]


def test_the_sheet_with_most_rows_is_taken(tmp_path: Path) -> None:
    path = with_sheets(
        tmp_path / "a.xlsx",
        {
            "Petunjuk": [["Isi kolom informasi dan jangka waktu."], ["Informasi"], ["isi judul"]],
            "Lama": [HEADS, ENTRIES[0]],
            "Usulan": [["judul"], HEADS, *ENTRIES],
            "Tersembunyi": [HEADS, *ENTRIES, *ENTRIES],
        },
        hidden=["Tersembunyi"],
    )

    chosen, head, remarks = choose(read_grid(path))

    assert (chosen.nama, head.first) == ("Usulan", 1)
    assert "“Lama”" in remarks[0]
    assert "Petunjuk" not in remarks[0]


def test_a_table_in_a_hidden_sheet_only(tmp_path: Path) -> None:
    path = with_sheets(tmp_path / "a.xlsx", {"A": [["x"]], "B": [HEADS, *ENTRIES]}, hidden=["B"])

    chosen, _head, remarks = choose(read_grid(path))

    assert chosen.nama == "B"
    assert "tersembunyi" in remarks[0]


def test_without_the_information_column_the_heads_seen_are_named() -> None:
    grid = Grid("usul.xlsx", (sheet(["No", "Warna", "Dasar hukum", "Jangka waktu"], ["1"]),))

    with pytest.raises(DomainError) as caught:
        choose(grid)

    assert "“Warna”, “Dasar hukum”, “Jangka waktu”" in str(caught.value)
    assert "Kolom “Informasi” tidak ditemukan" in str(caught.value)


@pytest.mark.parametrize("rows", [[], [[""]], [["halo", "dunia"], ["1", "2"]]])
def test_no_table_at_all(tmp_path: Path, rows: list[list[str]]) -> None:
    with pytest.raises(DomainError, match="usul"):
        choose(read_grid(by_openpyxl(tmp_path / "usul.xlsx", rows)))


def test_a_list_of_titles_only(tmp_path: Path) -> None:
    path = by_openpyxl(tmp_path / "a.xlsx", [["Informasi"], ["Satu"], ["Dua"]])

    assert choose(read_grid(path))[1].kolom == {K.INFORMASI: 0}


def test_entries_that_read_like_heads_are_no_head() -> None:
    head = find_head(
        sheet(
            HEADS,
            [
                "1",
                "Informasi dikecualikan",
                "Pasal 17",
                "data dibuka",
                "aman ditutup",
                "jangka waktu",
            ],
        )
    )

    assert head is not None
    assert head.first == 0
