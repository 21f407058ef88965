"""The form for a unit as an .xlsx: filled in without help, locked where it must stay."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from sopapp.domain.formulir_unit import (
    LEMBAR_PETUNJUK,
    LEMBAR_PILIHAN,
    LEMBAR_USULAN,
    FormulirUnit,
)
from sopapp.domain.progress import Progress, no_progress
from sopapp.domain.sel_lembar import fit_cell, workbook_options
from sopapp.spreadsheet import form_words as words

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook


def write_form(form: FormulirUnit, progress: Progress = no_progress) -> bytes:
    """Return the workbook; the same form gives the same bytes.

    Raises DomainError when a text is longer than a cell can hold.
    """
    from xlsxwriter.workbook import Workbook

    from sopapp.spreadsheet.form_sheet import write_usulan
    from sopapp.spreadsheet.growing_sheet import GrowingSheet
    from sopapp.spreadsheet.guide_sheet import write_petunjuk

    buffer = io.BytesIO()
    book = Workbook(buffer, workbook_options())
    book.set_properties(
        {
            "title": words.judul(form)[:255],
            "subject": f"{form.unit_kode} {form.unit_nama}"[:255],
            "author": form.instansi[:255],
            "created": form.dibuat.replace(tzinfo=None),
        }
    )
    usulan = book.add_worksheet(LEMBAR_USULAN, GrowingSheet)
    petunjuk = book.add_worksheet(LEMBAR_PETUNJUK, GrowingSheet)
    laws = _write_choices(book, form)
    write_usulan(book, usulan, form, laws, progress)
    write_petunjuk(book, petunjuk, form)
    usulan.activate()
    book.close()
    return buffer.getvalue()


def _write_choices(book: Workbook, form: FormulirUnit) -> str:
    """The hidden sheet behind the drop-downs; gives where the laws stand, "" for none."""
    if not form.undang_undang:
        return ""
    sheet = book.add_worksheet(LEMBAR_PILIHAN)
    for row, law in enumerate(form.undang_undang):
        sheet.write_string(row, 0, fit_cell(law, "daftar Undang-Undang"))
    sheet.set_column(0, 0, 90)
    sheet.protect()
    sheet.hide()
    return f"={LEMBAR_PILIHAN}!$A$1:$A${len(form.undang_undang)}"
