"""Printing, looked at through a printer that writes a PDF."""

from __future__ import annotations

import io

import pypdf
import pypdfium2
import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter

from sopapp.domain.errors import EnvironmentProblem
from tests.ui.preview.conftest import A4, F4, F4_LANDSCAPE, make_pdf
from ui.preview.printing import page_layout, prepare, print_pdfs

MM = 72 / 25.4


@pytest.fixture
def printer(qtbot, tmp_path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "cetakan.pdf"))
    return printer


def printed(printer: QPrinter) -> list[tuple[int, int]]:
    """Sheet sizes in millimetres, as they came out."""
    pages = pypdf.PdfReader(printer.outputFileName()).pages
    return [
        (round(float(p.mediabox.width) / MM), round(float(p.mediabox.height) / MM)) for p in pages
    ]


def test_each_sheet_has_the_size_and_turn_of_its_page(printer):
    assert print_pdfs(printer, [make_pdf(A4, F4, F4_LANDSCAPE), make_pdf(A4)]) == 4
    assert printed(printer) == [(210, 297), (215, 330), (330, 215), (210, 297)]


def test_the_dialog_is_offered_the_paper_of_the_letter(printer):
    assert prepare(printer, make_pdf(F4, F4), "Nota Dinas") == 2
    size = printer.pageLayout().pageSize().size(QPageSize.Unit.Millimeter)
    assert (size.width(), size.height()) == (215.0, 330.0)
    assert printer.docName() == "Nota Dinas"


def test_landscape_is_a_turned_sheet_not_another_paper():
    layout = page_layout(QSizeF(*F4_LANDSCAPE))
    assert layout.orientation() is QPageLayout.Orientation.Landscape
    assert layout.pageSize().size(QPageSize.Unit.Millimeter) == QSizeF(215.0, 330.0)


def test_a_page_range_prints_only_those_pages(printer):
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert print_pdfs(printer, [make_pdf(A4, F4, F4_LANDSCAPE, A4)]) == 2
    assert printed(printer) == [(215, 330), (330, 215)]


def test_copies_come_in_sets(printer):
    printer.setCopyCount(2)
    printer.setCollateCopies(True)
    print_pdfs(printer, [make_pdf(A4, F4)])
    assert printed(printer) == [(210, 297), (215, 330)] * 2


def test_the_last_page_can_come_first(printer):
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    print_pdfs(printer, [make_pdf(A4, F4)])
    assert printed(printer) == [(215, 330), (210, 297)]


def test_paper_is_white_and_ink_lies_where_the_letter_has_it(printer):
    pdf = make_pdf(A4)
    print_pdfs(printer, [pdf])

    def picture(source) -> bytes:
        page = pypdfium2.PdfDocument(source)[0]
        return page.render(scale=1).to_pil().convert("L")

    want, got = picture(io.BytesIO(pdf)), picture(printer.outputFileName())
    assert abs(got.width - want.width) <= 1
    assert abs(got.height - want.height) <= 1
    assert got.getpixel((5, 5)) == 255
    bar = (round(40 * MM), round(25 * MM))
    assert want.getpixel(bar) < 10
    assert got.getpixel(bar) < 10
    # The bar's right edge: a stretched or shifted sheet would move it.
    for x, dark in ((69, True), (71.5, False)):
        assert (got.getpixel((round(x * MM), round(25 * MM))) < 128) is dark


def test_an_empty_range_is_refused_in_words(printer):
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(7, 9)
    with pytest.raises(EnvironmentProblem, match="rentang"):
        print_pdfs(printer, [make_pdf(A4)])
