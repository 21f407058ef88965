"""Cells come out as texts, where the spreadsheet shows them, from every kind of file."""

from __future__ import annotations

import datetime as dt
import tracemalloc
from pathlib import Path

import pytest
import xlsxwriter
import xlwt

from sopapp.domain.errors import DomainError
from sopapp.spreadsheet import limits
from sopapp.spreadsheet.grid import Sheet, read_grid
from sopapp.spreadsheet.xlsx_scan import QuickLook
from tests.spreadsheet.makers import (
    MAKERS,
    TABLE,
    by_hand_csv,
    by_odfpy,
    by_openpyxl,
    by_xlsxwriter,
    by_xlwt,
    changed_part,
    with_sheets,
)

SHEET = "xl/worksheets/sheet1.xml"
FILES = Path(__file__).parent / "files"


def only(path: Path) -> Sheet:
    (sheet,) = read_grid(path).sheets
    return sheet


def cell(tmp_path: Path, value: object) -> str:
    return only(by_openpyxl(tmp_path / "a.xlsx", [["x"], [value]])).rows[1][0]


@pytest.mark.parametrize("name", MAKERS)
def test_rows_as_they_were_written(tmp_path: Path, name: str) -> None:
    sheet = only(MAKERS[name](tmp_path / name))

    assert [tuple(row) for row in sheet.rows] == [tuple(map(str, row)) for row in TABLE]


@pytest.mark.parametrize("name", MAKERS)
def test_blank_rows_and_columns_keep_their_place(tmp_path: Path, name: str) -> None:
    rows = [["", "", ""], ["", "", ""], ["", "", "C3"], ["", "", ""], ["", "B5", ""]]

    sheet = only(MAKERS[name](tmp_path / name, rows))

    assert sheet.rows[2][2] == "C3"
    assert sheet.rows[4][1] == "B5"
    assert sum(map(bool, (text for row in sheet.rows for text in row))) == 2


@pytest.mark.parametrize("name", [name for name in MAKERS if name != "tangan.csv"])
def test_a_cell_merged_over_rows_fills_them(tmp_path: Path, name: str) -> None:
    rows = [["a", "b", "c"], ["1", "", ""], ["2", "", ""], ["3", "", ""]]

    sheet = only(MAKERS[name](tmp_path / name, rows, {(1, 1, 3, 2): "gabung"}))

    assert [row[1] for row in sheet.rows] == ["b", "gabung", "gabung", "gabung"]
    assert (1, 1, 3, 2) in sheet.merged


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (5.0, "5"),
        (12, "12"),
        (2.5, "2,5"),
        (0.1 + 0.2, "0,3"),
        (1e20, "1e+20"),
        (-3, "-3"),
        (True, "ya"),
        (False, "tidak"),
        (dt.date(2030, 12, 31), "31 Desember 2030"),
        (dt.datetime(2030, 1, 1), "1 Januari 2030"),  # noqa: DTZ001
        (dt.datetime(2030, 1, 1, 8, 5), "1 Januari 2030 08.05"),  # noqa: DTZ001
        (dt.time(8, 5), "08.05"),
        ("  dua   spasi ", "dua spasi"),
        ("baris satu \n baris dua", "baris satu\nbaris dua"),
        ("a\r\nb", "a\nb"),
        ("tab\tdan\xa0spasi", "tab dan spasi"),
        ("tak\u200bterlihat\ufeff", "takterlihat"),
        ("cafe\u0301", "caf\xe9"),
        ("“kutip” — é", "“kutip” — é"),
        ("_x000D_", ""),
        ("berkas_x12", "berkas_x12"),
    ],
)  # fmt: skip
def test_what_a_cell_shows(tmp_path: Path, value: object, shown: str) -> None:
    assert cell(tmp_path, value) == shown


def test_control_characters_are_left_out(tmp_path: Path) -> None:
    path = by_hand_csv(tmp_path / "a.csv", [["a\x00b\x07", "c" * 900], ["d", "e\x0bf"]])

    assert only(path).rows == (["ab", "c" * 900], ["d", "e\nf"])


def with_formulas(path: Path) -> Path:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Daftar")
    sheet.write_row(0, 0, ["Informasi", "Jangka waktu"])
    sheet.write_formula("B2", '=5&" tahun"', None, "5 tahun")
    sheet.write_formula("B3", "=1/0", None, "#DIV/0!")
    sheet.write_formula("C5", "=A1", None, "")
    book.close()
    return path


def test_formulas_give_their_stored_value_and_a_remark(tmp_path: Path) -> None:
    sheet = only(with_formulas(tmp_path / "a.xlsx"))

    assert sheet.rows[1][1] == "5 tahun"
    assert sheet.rows[2][1] == "#DIV/0!"
    first, second = sheet.keterangan
    assert "Sel B2 dan 2 sel lain berisi rumus" in first
    assert "C5" in second
    assert "terbaca kosong" in second


def test_a_sheet_without_formulas_has_no_remark(tmp_path: Path) -> None:
    assert only(by_xlsxwriter(tmp_path / "a.xlsx")).keterangan == ()


def test_formulas_and_errors_in_xls(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("S")
    sheet.write(0, 0, "a")
    sheet.write(1, 2, xlwt.Formula("1+1"))
    book.save(str(tmp_path / "a.xls"))

    remarks = only(tmp_path / "a.xls").keterangan

    assert any("Sel C2 berisi rumus" in remark for remark in remarks)


@pytest.mark.parametrize("name", ["rumus.xlsx", "rumus.xls", "rumus.ods"])
def test_formulas_as_libreoffice_stores_them(name: str) -> None:
    sheet = only(FILES / name)

    assert sheet.rows[1][:3] == ["Data 1", "5 tahun", "7"]
    assert sheet.rows[2][1] == "#DIV/0!"
    assert any("Sel A2 dan 3 sel lain berisi rumus" in remark for remark in sheet.keterangan)


def test_links_and_macros_are_told_and_left_alone(tmp_path: Path) -> None:
    path = by_xlsxwriter(tmp_path / "a.xlsm")
    changed_part(path, "xl/externalLinks/externalLink1.xml", lambda _old: b"<externalLink/>")
    changed_part(path, "xl/vbaProject.bin", lambda _old: b"\0")

    links, macros = read_grid(path).keterangan

    assert "file lain" in links
    assert "makro tidak dijalankan" in macros


def test_hidden_sheets_are_told_apart(tmp_path: Path) -> None:
    path = with_sheets(tmp_path / "a.xlsx", {"Satu": TABLE, "Dua": TABLE}, hidden=["Dua"])

    assert [(s.nama, s.visible) for s in read_grid(path).sheets] == [("Satu", True), ("Dua", False)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_csv_of_any_kind(tmp_path: Path, encoding: str, delimiter: str) -> None:
    rows = [("Informasi", "Jangka waktu"), ("Kafé — “uji”", "5 tahun"), ("Dua", "b")]
    path = by_hand_csv(tmp_path / "a.csv", rows, delimiter, encoding)

    assert [tuple(row) for row in only(path).rows] == rows


def test_csv_whose_cells_hold_commas_and_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        'Informasi;Jangka\n"Alamat, nomor; dan\nrekening ""rahasia""";5 tahun\nDua, tiga;a, b\n',
        encoding="utf-8",
    )

    assert only(path).rows == (
        ["Informasi", "Jangka"],
        ['Alamat, nomor; dan\nrekening "rahasia"', "5 tahun"],
        ["Dua, tiga", "a, b"],
    )


def test_csv_that_names_its_delimiter(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("sep=|\nInformasi|a;b;c\nSatu|d;e;f\n", encoding="utf-8")

    assert only(path).rows[-1] == ["Satu", "d;e;f"]


def test_csv_with_an_open_quote_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('Informasi;Jangka\n"Satu;5 tahun\nDua;3 tahun\n', encoding="utf-8")

    with pytest.raises(DomainError, match="tanda kutip pembuka"):
        read_grid(path)


def test_csv_with_careless_quotes_is_read_with_a_remark(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('Informasi;Jangka\n"Rekam" medis;5 tahun\n', encoding="utf-8")

    grid = read_grid(path)

    assert grid.sheets[0].rows[1] == ["Rekam medis", "5 tahun"]
    assert "kutip" in grid.keterangan[0]


def long_workbook(path: Path, rows: int) -> Path:
    cells = "".join(
        f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="B{n}"><v>{n * 7}</v></c></row>'
        for n in range(1, rows + 1)
    )
    return changed_part(
        by_xlsxwriter(path, [], name="Panjang"),
        SHEET,
        lambda old: old.replace(b"<sheetData/>", f"<sheetData>{cells}</sheetData>".encode()),
    )


def test_200_000_rows_are_refused_without_eating_memory(tmp_path: Path) -> None:
    path = long_workbook(tmp_path / "a.xlsx", 200_000)

    tracemalloc.start()
    with pytest.raises(DomainError, match=r"20\.000 baris") as caught:
        read_grid(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert "“Panjang”" in str(caught.value)
    assert peak < 30 << 20


@pytest.mark.parametrize("name", ["a.csv", "a.xls", "a.ods"])
def test_too_many_rows_in_other_files(tmp_path: Path, name: str) -> None:
    rows = [[index] for index in range(limits.BARIS_TERAKHIR + 1)]
    path = {".csv": by_hand_csv, ".xls": by_xlwt, ".ods": by_odfpy}[name[1:]](tmp_path / name, rows)

    with pytest.raises(DomainError, match=r"baris 21\.000"):
        read_grid(path)


def test_the_last_row_that_is_taken(tmp_path: Path) -> None:
    path = long_workbook(tmp_path / "a.xlsx", limits.BARIS_TERAKHIR)
    assert len(only(path).rows) == limits.BARIS_TERAKHIR

    with pytest.raises(DomainError, match=r"baris 21\.000"):
        read_grid(long_workbook(tmp_path / "b.xlsx", limits.BARIS_TERAKHIR + 1))


@pytest.mark.parametrize(
    ("address", "said"),
    [("A1048576", "1.048.576"), ("XFD1", "16.384"), ("GS1", "ke-201"), ("A21000", "21.000")],
)
def test_one_cell_far_out_does_not_fill_the_memory(tmp_path: Path, address: str, said: str) -> None:
    book = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    sheet = book.add_worksheet()
    sheet.write("A2", "Informasi")
    sheet.write(address, "jauh")
    book.close()

    with pytest.raises(DomainError) as caught:
        read_grid(tmp_path / "a.xlsx")
    assert said in str(caught.value)


def test_a_sheet_coloured_to_its_last_row_is_fine(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    sheet = book.add_worksheet()
    fill = book.add_format({"bg_color": "yellow"})
    sheet.write("A1", "Informasi")
    for row in (30_000, 1_048_575):
        sheet.write_blank(row, 0, None, fill)
        sheet.write_blank(row, 16_383, None, fill)
    book.close()

    assert only(tmp_path / "a.xlsx").rows == (["Informasi"],)


def test_a_tag_that_is_cut_in_two_is_not_overlooked() -> None:
    look = QuickLook()
    look("xl/worksheets/sheet1.xml", b'<row r="1"><c' + b" " * 300)
    look("xl/worksheets/sheet2.xml", b'<row r="1"><c r="A1"><v>1</v></c><c ')

    assert look.odd == {"xl/worksheets/sheet1.xml"}


@pytest.mark.parametrize(
    "cells",
    [
        b'<row r="1048576"><c t="inlineStr"><is><t>x</t></is></c></row>',
        b"<row r='1048576'><c r='A1048576'><v>1</v></c></row>",
        b'<row><c s="0" r="ZZZ3"><v>1</v></c></row>',
        b'<x:row r="1048576"><x:c r="A1048576"><x:v>1</x:v></x:c></x:row>',
        b'<row r="5"><c' + b" " * 300 + b'r="A1048576"><v>1</v></c></row>',
    ],
)
def test_cells_far_out_by_other_spellings(tmp_path: Path, cells: bytes) -> None:
    path = changed_part(
        by_xlsxwriter(tmp_path / "a.xlsx"),
        SHEET,
        lambda old: old.replace(b"<worksheet ", b'<worksheet xmlns:x="urn:x" ').replace(
            b"</sheetData>", cells + b"</sheetData>"
        ),
    )

    with pytest.raises(DomainError, match="paling banyak"):
        read_grid(path)


def _odf_row(row: str = "", cell: str = "", value: str = "<text:p>x</text:p>") -> str:
    kind = ' office:value-type="string"' if value else ""
    return (
        f"<table:table-row {row}><table:table-cell {cell}{kind}>{value}</table:table-cell>"
        "</table:table-row>"
    )


_ROWS, _COLUMNS = "table:number-rows-repeated", "table:number-columns-repeated"


@pytest.mark.parametrize(
    "cells",
    [
        _odf_row(f'{_ROWS}="1000000"'),
        _odf_row("", f'{_COLUMNS}="16384"'),
        _odf_row(f'{_ROWS}="99999999999999999999"'),
        _odf_row(f'{_ROWS}="900000"', "", "") + _odf_row(),
    ],
)
def test_repeats_in_ods_do_not_fill_the_memory(tmp_path: Path, cells: str) -> None:
    path = changed_part(
        by_odfpy(tmp_path / "a.ods"),
        "content.xml",
        lambda old: old.replace(b"</table:table>", cells.encode() + b"</table:table>"),
    )

    with pytest.raises(DomainError, match="paling banyak"):
        read_grid(path)


def test_one_long_text_in_very_many_cells(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    sheet = book.add_worksheet()
    for row in range(8_000):
        sheet.write_string(row, 0, "panjang " * 4_000)
    book.close()

    with pytest.raises(DomainError, match="terlalu banyak"):
        read_grid(tmp_path / "a.xlsx")


def test_too_many_sheets(tmp_path: Path) -> None:
    sheets = {f"L{n}": [["a"]] for n in range(limits.BATAS_LEMBAR + 1)}

    with pytest.raises(DomainError, match="101 lembar"):
        read_grid(with_sheets(tmp_path / "a.xlsx", sheets))


class Stop(OSError):
    """What a caller raises to cancel; an OSError must not be taken for a damaged file."""


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.ods", "a.xls"])
def test_progress_is_told_often_and_may_cancel(tmp_path: Path, name: str) -> None:
    rows = [[index, "x"] for index in range(2_000)]
    path = {".xlsx": by_xlsxwriter, ".csv": by_hand_csv, ".ods": by_odfpy, ".xls": by_xlwt}[
        name[1:]
    ](tmp_path / name, rows)
    seen: list[tuple[int, int]] = []
    read_grid(path, lambda done, total: seen.append((done, total)))

    assert len(seen) >= 5
    assert seen[-1] == (2_000, 2_000)

    def stop(_done: int, _total: int) -> None:
        raise Stop

    with pytest.raises(Stop):
        read_grid(path, stop)
