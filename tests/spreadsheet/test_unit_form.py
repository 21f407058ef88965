"""The form as two other programs read it: what is filled in, locked, offered and printed."""

from __future__ import annotations

import dataclasses
import io
import zipfile

import openpyxl
import pytest
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from sopapp.domain.dik import HURUF_PASAL_17
from sopapp.domain.errors import DomainError
from sopapp.domain.formulir_unit import KOLOM_FORMULIR, BarisFormulir
from sopapp.domain.impor import Kolom
from sopapp.spreadsheet.unit_form import write_form
from tests.publication.samples import HOSTILE_TEXTS
from tests.spreadsheet.form_samples import FIRST, FORM, SECOND

HEAD = 7
"""Row of the heads, counted from 1."""
FIRST_NEW = HEAD + 1 + len(FORM.baris)
LAST = FIRST_NEW + 29


@pytest.fixture(scope="module")
def data() -> bytes:
    return write_form(FORM)


@pytest.fixture(scope="module")
def book(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


@pytest.fixture(scope="module")
def usulan(book: openpyxl.Workbook) -> Worksheet:
    return book["Usulan"]


def column(usulan: Worksheet, kolom: Kolom) -> str:
    return next(cell.column_letter for cell in usulan[HEAD] if cell.value == kolom.label)


def rule(usulan: Worksheet, kolom: Kolom, row: int) -> DataValidation:
    place = f"{column(usulan, kolom)}{row}"
    (found,) = (each for each in usulan.data_validations.dataValidation if place in each.sqref)
    return found


def rows_of(form_bytes: bytes) -> list[list[object]]:
    read = CalamineWorkbook.from_filelike(io.BytesIO(form_bytes)).get_sheet_by_name("Usulan")
    return read.to_python(skip_empty_area=False)


def test_the_title_says_whose_it_is_and_until_when(data: bytes) -> None:
    title = "\n".join(str(row[0]) for row in rows_of(data)[: HEAD - 1])
    for words in (
        FORM.instansi,
        "Tahun 2026",
        f"Unit kerja: {FORM.unit_nama} (SPK)",
        FORM.berkas,
        "paling lambat 30 November 2026",
        "Petunjuk",
    ):
        assert words in title


def test_the_heads_are_those_that_come_back(data: bytes) -> None:
    heads = rows_of(data)[HEAD - 1]
    assert heads == ["No.", *(kolom.label for kolom in KOLOM_FORMULIR), "Catatan PPID"]


def test_present_entries_are_filled_in(data: bytes) -> None:
    first, second = rows_of(data)[HEAD : HEAD + 2]
    assert first == [1.0, "DIK-7", *(FIRST[kolom] for kolom in KOLOM_FORMULIR[1:]), ""]
    assert second[1:-1] == ["DIK-12", *(SECOND[kolom] for kolom in KOLOM_FORMULIR[1:])]
    assert second[-1] == "Jangka waktu berakhir 31 Desember 2026."


def test_there_is_room_for_new_ones(data: bytes, usulan: Worksheet) -> None:
    empty = rows_of(data)[FIRST_NEW - 1 : LAST]
    assert [row[0] for row in empty] == [float(number) for number in range(3, 33)]
    assert not [cell for row in empty for cell in row[1:] if cell != ""]


def test_a_unit_without_entries_gets_an_empty_form() -> None:
    rows = rows_of(write_form(dataclasses.replace(FORM, baris=())))
    assert len(rows) == HEAD + 30


def test_only_what_is_to_be_filled_in_is_unlocked(usulan: Worksheet) -> None:
    assert usulan.protection.sheet
    assert not usulan.protection.password
    fixed = {"A", column(usulan, Kolom.KODE), usulan.cell(HEAD, usulan.max_column).column_letter}
    for row in usulan.iter_rows(min_row=HEAD + 1, max_row=LAST):
        for cell in row:
            assert cell.protection.locked == (cell.column_letter in fixed), cell.coordinate
    assert all(cell.protection.locked for row in usulan.iter_rows(max_row=HEAD) for cell in row)


def test_what_helps_reading_is_allowed(usulan: Worksheet) -> None:
    # openpyxl tells what is locked.
    locks = usulan.protection
    allowed = (
        locks.formatColumns,
        locks.formatRows,
        locks.insertRows,
        locks.sort,
        locks.autoFilter,
        locks.selectUnlockedCells,
    )
    assert not any(allowed)
    assert locks.deleteRows
    assert locks.insertColumns


def test_the_proposal_is_picked_from_a_list(usulan: Worksheet) -> None:
    old = rule(usulan, Kolom.USULAN, HEAD + 1)
    assert old.formula1 == '"Tetap,Ubah,Dibuka kembali"'
    assert (old.showErrorMessage, old.errorStyle) == (True, "warning")
    assert rule(usulan, Kolom.USULAN, FIRST_NEW - 1) is old
    new = rule(usulan, Kolom.USULAN, FIRST_NEW)
    assert new.formula1 == '"Baru"'
    assert rule(usulan, Kolom.USULAN, LAST) is new


def test_letters_and_laws_are_offered_and_others_taken(
    book: openpyxl.Workbook, usulan: Worksheet
) -> None:
    letters = rule(usulan, Kolom.HURUF, LAST)
    assert letters.formula1 == f'"{",".join(HURUF_PASAL_17)}"'
    assert not letters.showErrorMessage
    laws = rule(usulan, Kolom.UNDANG_UNDANG, HEAD + 1)
    assert laws.formula1 == "Pilihan!$A$1:$A$2"
    assert not laws.showErrorMessage
    hidden = book["Pilihan"]
    assert hidden.sheet_state == "hidden"
    assert [row[0].value for row in hidden] == list(FORM.undang_undang)


def test_without_laws_there_is_no_list_of_them() -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(write_form(dataclasses.replace(FORM, undang_undang=())))
    )
    assert book.sheetnames == ["Usulan", "Petunjuk"]
    told = rule(book["Usulan"], Kolom.UNDANG_UNDANG, HEAD + 1)
    assert (told.type, told.formula1) == (None, None)
    assert "huruf j" in told.prompt


def test_each_head_explains_itself(usulan: Worksheet) -> None:
    for cell in usulan[HEAD][1:-1]:
        assert cell.comment is not None, cell.value
        assert "Contoh: " in cell.comment.text
    for each in usulan.data_validations.dataValidation:
        assert each.showInputMessage
        assert 0 < len(each.prompt) <= 255
        assert 0 < len(each.promptTitle) <= 32


def test_everything_is_text(usulan: Worksheet) -> None:
    cells = [cell for row in usulan.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells if cell.column > 1} == {"s"}
    # What is typed into a cell stays text too.
    assert usulan[f"{column(usulan, Kolom.JANGKA)}{LAST}"].number_format == "@"


def test_it_reads_and_prints_well(usulan: Worksheet) -> None:
    assert usulan.freeze_panes == f"E{HEAD + 1}"
    assert usulan.auto_filter.ref == f"A{HEAD}:L{LAST}"
    assert usulan.print_title_rows == f"${HEAD}:${HEAD}"
    assert usulan.sheet_properties.pageSetUpPr.fitToPage
    setup = usulan.page_setup
    assert (setup.orientation, setup.paperSize, setup.fitToHeight) == ("landscape", 14, 0)
    assert usulan.oddFooter.right.text.endswith("Halaman &P dari &N")
    assert "Standardisasi &" in usulan.oddFooter.left.text.replace("&&", "&")
    for row in (HEAD + 1, LAST):
        assert all(cell.alignment.wrap_text for cell in usulan[row])
    a4 = write_form(dataclasses.replace(FORM, kertas="A4"))
    assert openpyxl.load_workbook(io.BytesIO(a4))["Usulan"].page_setup.paperSize == 9


def test_rows_show_their_text_and_still_grow(data: bytes, usulan: Worksheet) -> None:
    assert usulan.row_dimensions[HEAD + 1].height >= 2 * 13
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    assert " ht=" in sheet
    assert "customHeight" not in sheet.split("<sheetData>")[1].split("</sheetData>")[0]


def test_the_guide_tells_letters_examples_and_the_way_back(book: openpyxl.Workbook) -> None:
    told = "\n".join(
        str(cell.value) for row in book["Petunjuk"].iter_rows() for cell in row if cell.value
    )
    for words in (
        *HURUF_PASAL_17.values(),
        *(kolom.label for kolom in KOLOM_FORMULIR),
        "h.2; j",
        "Pasal 36 UU Nomor 27 Tahun 2022",
        FORM.penerima,
        "Senin, 30 November 2026",
        "memuat 2 informasi",
    ):
        assert words in told
    assert book.active.title == "Usulan"


def test_the_same_form_gives_the_same_bytes(data: bytes, book: openpyxl.Workbook) -> None:
    assert write_form(FORM) == data
    assert book.properties.created == FORM.dibuat.replace(tzinfo=None)


def test_any_text_comes_back_as_text() -> None:
    texts = [text for text in HOSTILE_TEXTS if "\x00" not in text and "\ud83d" not in text]
    baris = tuple(
        BarisFormulir(number, dict.fromkeys(KOLOM_FORMULIR, text), text)
        for number, text in enumerate(texts, start=1)
    )
    form = dataclasses.replace(
        FORM, baris=baris, unit_nama="=1+1 & <Bidang>", berkas="<r>x</r>", instansi="@kantor"
    )
    data = write_form(form)
    rows = rows_of(data)[HEAD : HEAD + len(texts)]
    informasi = 1 + KOLOM_FORMULIR.index(Kolom.INFORMASI)
    for text, row in zip(texts, rows, strict=True):
        flat = str(row[informasi]).split()
        assert flat == text.replace("\u202e", "").split()
    for sheet in openpyxl.load_workbook(io.BytesIO(data)):
        for row in sheet.iter_rows():
            assert not [cell for cell in row if cell.data_type == "f" or cell.hyperlink]


def test_a_text_too_long_for_a_cell_is_refused_with_its_place() -> None:
    long = BarisFormulir(31, FIRST | {Kolom.DIBUKA: "a" * 32_768})
    with pytest.raises(DomainError, match="“Konsekuensi bila dibuka” dari DIK-31"):
        write_form(dataclasses.replace(FORM, baris=(long,)))
