"""The workbook of the report read back: numbers, charts, and nothing that can run."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from sopapp.domain.kinerja import Kinerja
from sopapp.domain.kinerja_jalan import Diminta, UnitDiminta
from sopapp.domain.kinerja_kata import laporan
from sopapp.publication.kinerja_xlsx import write_kinerja
from tests.domain.test_kinerja import MONDAY, TODAY, path, year

EVIL = '=HYPERLINK("http://contoh")'


@pytest.fixture(scope="module")
def kinerja() -> Kinerja:
    done = path(1, MONDAY, [(1, 8), (2, 1), (1, 1), (2, 1), (3, 1), (4, 1), (5, 1)])
    runs = path(2, MONDAY, [(1, 0)], running=True)._replace(judul=EVIL)
    units = (UnitDiminta(1, EVIL, 1, 0), UnitDiminta(2, "Bidang 2", 0, 2))
    asked = [Diminta(1, MONDAY, TODAY, True, 5, 1), Diminta(2, MONDAY, MONDAY, True, 5, 2)]
    return year([done, runs], asked, units)


@pytest.fixture(scope="module")
def data(kinerja) -> bytes:
    return write_kinerja(kinerja, laporan(kinerja, "Contoh"), "Dinas Uji")


def rows(data: bytes, sheet: str) -> list[list[object]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name(sheet).to_python()


def table(data: bytes, sheet: str, head: str) -> list[dict[str, object]]:
    found = rows(data, sheet)
    at = next(n for n, row in enumerate(found) if row[0] == head)
    names = [str(name) for name in found[at] if name != ""]
    return [
        dict(zip(names, row, strict=False)) for row in found[at + 1 :] if row[0] and row[1] != ""
    ]


def test_the_stages_are_numbers_to_go_on_with(data, kinerja):
    found = table(data, "Tahap", "Tahap")
    first, *_rest, whole = found
    assert first["Tahap"] == "1. Permintaan"
    assert first["Standar (hari kerja)"] == 5
    assert first["Rata-rata (hari kerja)"] == kinerja.tahap[0].rekap.rata
    assert first["Berjalan, lewat standar"] == 1
    assert first["Bagian tepat waktu"] == kinerja.tahap[0].rekap.bagian_tepat
    assert found[1]["Dikembalikan"] == 1
    assert (whole["Tahap"], whole["Standar (hari kerja)"]) == ("Seluruh SOP", 11)


def test_units_berkas_and_returns_stand_on_their_sheets(data, kinerja):
    units = table(data, "Unit kerja", "Unit kerja")
    assert [row["Selesai tepat waktu"] for row in units] == [0, 2]
    assert [row["Usulan dikembalikan"] for row in units] == [0, 2]
    each = table(data, "Berkas", "Berkas")
    assert [row["Mulai"] for row in each] == [MONDAY, MONDAY]
    assert [row["Hari kerja"] for row in each] == [one.ukuran.hari for one in kinerja.berkas]
    (back,) = table(data, "Pengembalian", "Tanggal")
    assert (back["Dari tahap"], back["Ke tahap"], back["Alasan"]) == (2, 1, "alasan")
    assert isinstance(back["Tanggal"], date)


def test_the_charts_take_their_figures_from_the_cells(data):
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert [len(book[name]._charts) for name in ("Tahap", "Unit kerja", "Berkas")] == [2, 1, 0]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        chart = package.read("xl/charts/chart1.xml").decode()
    sheet, column, first, last = re.search(
        r"<c:val>.*?<c:f>'?([^'!]+)'?!\$(\w)\$(\d+):\$\w\$(\d+)", chart, re.DOTALL
    ).groups()
    values = [cell.value for cell in book[sheet][column][int(first) - 1 : int(last)]]
    assert values == [5, 2, 2, 1, 1, 11]


def test_standards_that_differ_stay_numbers(kinerja):
    both = replace(kinerja, tahap=(replace(kinerja.tahap[0], standar=(4, 6)), *kinerja.tahap[1:]))
    data = write_kinerja(both, laporan(both, "Contoh"), "Dinas Uji")
    sheet = openpyxl.load_workbook(io.BytesIO(data))["Tahap"]
    (cell,) = [row[1] for row in sheet.iter_rows() if row[0].value == "1. Permintaan"]
    assert (cell.value, cell.number_format) == (6, '"4–"0')


def test_no_text_can_run_and_the_same_year_gives_the_same_bytes(data, kinerja):
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    evil = [cell for cell in cells if cell.value == EVIL]
    assert len(evil) == 2
    assert all(cell.quotePrefix for cell in evil)
    assert write_kinerja(kinerja, laporan(kinerja, "Contoh"), "Dinas Uji") == data


def test_an_empty_year_has_no_chart_and_says_so():
    empty = year(units=())
    data = write_kinerja(empty, laporan(empty, "Contoh"), "Dinas Uji")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert not [name for name in package.namelist() if "chart" in name]
    assert any("Belum ada berkas" in str(row[0]) for row in rows(data, "Tahap"))
