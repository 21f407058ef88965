"""Printing, looked at through a printer that writes a PDF."""

from __future__ import annotations

import io
import sys
from threading import Event

import pypdf
import pypdfium2
import pytest
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from sopapp.domain.errors import EnvironmentProblem
from tests.ui.preview.conftest import A4, F4, F4_LANDSCAPE, make_pdf
from ui.preview import printing
from ui.preview.built_pdf import measure
from ui.preview.paper_choice import PaperChoice
from ui.preview.print_job import Part, Settings, SheetPlan
from ui.preview.printing import print_job

MM = 72 / 25.4
LEGAL = QPageSize(QPageSize.PageSizeId.Legal)
UPRIGHT_A4 = QPageSize(QPageSize.PageSizeId.A4)


@pytest.fixture
def printer(qtbot, tmp_path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "cetakan.pdf"))
    printer.setResolution(72)  # a coarse picture of each sheet will do
    return printer


def part(*sizes, copies: int = 1, title: str = "Nota Dinas") -> Part:
    pdf = make_pdf(*sizes)
    return Part(title, pdf, measure(pdf), copies)


def printed(printer: QPrinter) -> list[tuple[int, int]]:
    """Sheet sizes in millimetres, as they came out."""
    return sheet_sizes(printer.outputFileName())


def sheet_sizes(path: str) -> list[tuple[int, int]]:
    pages = pypdf.PdfReader(path).pages
    return [
        (round(float(p.mediabox.width) / MM), round(float(p.mediabox.height) / MM)) for p in pages
    ]


def picture(source, page: int = 0):
    return pypdfium2.PdfDocument(source)[page].render(scale=1).to_pil().convert("L")


def ink_box(source) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of the black bar in millimetres from the top left corner."""
    shown = picture(source).point(lambda value: 255 if value < 100 else 0)
    return tuple(edge / MM for edge in shown.getbbox())


def test_each_sheet_has_the_size_and_turn_of_its_page(printer):
    outcome = print_job(printer, [part(A4, F4, F4_LANDSCAPE), part(A4)], Settings())
    assert (outcome.sheets, outcome.whole, outcome.problem) == (4, (0, 1), "")
    assert printed(printer) == [(210, 297), (215, 330), (330, 215), (210, 297)]


def test_a_lying_lampiran_at_the_end_does_not_turn_the_letter_before_it(printer):
    print_job(printer, [part(A4, F4_LANDSCAPE)], Settings())
    # What CUPS is told of the whole job when it ends.
    assert printer.pageLayout().orientation() is QPageLayout.Orientation.Portrait
    assert printed(printer) == [(210, 297), (330, 215)]


class QueuePrinter(QPrinter):
    """A printer as CUPS has it: what it writes to is not known as a file."""

    def outputFileName(self) -> str:  # noqa: N802
        return ""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has a paper for each page")
def test_a_change_of_paper_begins_a_document_of_its_own(qtbot, tmp_path, monkeypatch):
    printer = QueuePrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setResolution(72)
    files = []

    class Painter(QPainter):
        def begin(self, device) -> bool:
            files.append(str(tmp_path / f"{len(files)}.pdf"))
            printer.setOutputFileName(files[-1])
            return super().begin(device)

    monkeypatch.setattr(printing, "QPainter", Painter)
    told = []
    job = [part(A4, A4, F4_LANDSCAPE, F4), part(A4)]
    outcome = print_job(printer, job, Settings(), progress=lambda *sent: told.append(sent))
    assert [sheet_sizes(file) for file in files] == [
        [(210, 297), (210, 297)],
        [(330, 215), (215, 330)],
        [(210, 297)],
    ]
    assert told == [(sent, 5) for sent in range(1, 6)]
    assert (outcome.sheets, outcome.whole, outcome.complete) == (5, (0, 1), True)


def test_a_page_range_prints_only_those_pages(printer):
    job = [part(A4, F4, F4_LANDSCAPE, A4)]
    assert print_job(printer, job, Settings(pages=frozenset({2, 3}))).sheets == 2
    assert printed(printer) == [(215, 330), (330, 215)]


def test_each_letter_has_copies_of_its_own_and_its_pages_stay_together(printer):
    job = [part(A4, F4_LANDSCAPE, copies=2), part(F4, copies=1), part(A4, copies=3)]
    assert print_job(printer, job, Settings()).sheets == 8
    assert printed(printer) == [(210, 297), (330, 215)] * 2 + [(215, 330)] + [(210, 297)] * 3


def test_the_printer_is_not_asked_for_copies_on_top(printer):
    printer.setCopyCount(5)
    print_job(printer, [part(A4)], Settings(copies=2))
    assert len(printed(printer)) == 2
    assert printer.copyCount() == 1


def test_on_both_sides_no_letter_begins_on_the_back_of_another(printer):
    job = [part(A4, A4, A4), part(F4)]
    outcome = print_job(printer, job, Settings(duplex=True))
    assert printed(printer) == [(210, 297)] * 4 + [(215, 330)]
    assert outcome.sheets == 4
    assert set(picture(printer.outputFileName(), 3).tobytes()) == {255}


def test_the_last_page_can_come_first(printer):
    print_job(printer, [part(A4, F4)], Settings(backwards=True))
    assert printed(printer) == [(215, 330), (210, 297)]


def test_paper_is_white_and_ink_lies_where_the_letter_has_it(printer):
    letter = part(A4)
    printer.setResolution(1200)  # as fine as a printer is
    print_job(printer, [letter], Settings())
    want, got = picture(io.BytesIO(letter.pdf)), picture(printer.outputFileName())
    assert abs(got.width - want.width) <= 1
    assert abs(got.height - want.height) <= 1
    assert got.getpixel((5, 5)) == 255
    bar = (round(40 * MM), round(25 * MM))
    assert want.getpixel(bar) < 10
    assert got.getpixel(bar) < 10
    # The bar's right edge: a stretched or shifted sheet would move it.
    for x, dark in ((69, True), (71.5, False)):
        assert (got.getpixel((round(x * MM), round(25 * MM))) < 128) is dark


def test_f4_on_legal_keeps_its_size_and_lies_at_the_top_left(printer):
    plan = SheetPlan(PaperChoice("utuh:Legal", "", LEGAL))
    print_job(printer, [part(F4)], Settings(papers={"F4": plan}))
    assert printed(printer) == [(216, 356)]
    left, top, right, _ = ink_box(printer.outputFileName())
    assert (left, top, right) == pytest.approx((20, 20, 70), abs=0.6)


def test_f4_made_smaller_lies_whole_in_the_middle_of_a4(printer):
    plan = SheetPlan(PaperChoice("kecil:A4", "", UPRIGHT_A4, 0.9))
    print_job(printer, [part(F4)], Settings(papers={"F4": plan}))
    assert printed(printer) == [(210, 297)]
    left, top, right, _ = ink_box(printer.outputFileName())
    side = (210 - 215 * 0.9) / 2
    assert (left, top, right) == pytest.approx((side + 18, 18, side + 63), abs=0.6)


def test_a_lying_page_made_smaller_stays_lying(printer):
    plan = SheetPlan(PaperChoice("kecil:A4", "", UPRIGHT_A4, 0.9))
    print_job(printer, [part(F4_LANDSCAPE)], Settings(papers={"F4": plan}))
    assert printed(printer) == [(297, 210)]


def test_an_empty_range_is_refused_in_words(printer):
    with pytest.raises(EnvironmentProblem, match="rentang"):
        print_job(printer, [part(A4)], Settings(pages=frozenset({7})))


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told_in_words(printer, tmp_path):
    printer.setOutputFileName(str(tmp_path / "tiada" / "cetakan.pdf"))
    with pytest.raises(EnvironmentProblem, match="tidak menerima"):
        print_job(printer, [part(A4)], Settings())


def test_progress_is_told_sheet_by_sheet_and_the_job_can_be_stopped(printer):
    told, stop = [], Event()

    def progress(sent: int, total: int) -> None:
        told.append((sent, total))
        if sent == 3:
            stop.set()

    job = [part(A4, A4), part(A4, A4), part(A4, copies=2)]
    outcome = print_job(printer, job, Settings(), progress=progress, stop=stop)
    assert told == [(1, 6), (2, 6), (3, 6)]
    assert outcome.cancelled
    assert (outcome.sheets, outcome.whole, outcome.begun) == (3, (0,), (1,))


class FailingPrinter(QPrinter):
    """Out of order after some pages."""

    left = 2

    def newPage(self) -> bool:  # noqa: N802
        self.left -= 1
        return self.left >= 0 and super().newPage()


def test_a_printer_that_fails_midway_tells_which_letters_went_out(qtbot, tmp_path):
    printer = FailingPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "cetakan.pdf"))
    outcome = print_job(printer, [part(A4, A4), part(A4, copies=2), part(A4)], Settings())
    assert "berhenti" in outcome.problem
    assert (outcome.whole, outcome.begun) == ((0,), (1,))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows says so itself")
def test_a_printer_that_cups_lost_midway_is_told_and_nothing_counts_as_printed(printer):
    printer.printerName = lambda: "Pencetak yang dicabut"
    with pytest.raises(EnvironmentProblem, match="dicabut” tidak dapat dihubungi lagi"):
        print_job(printer, [part(A4)], Settings())


def test_gray_is_gray_also_on_a_printer_that_does_not_listen(printer):
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    print_job(printer, [part(A4)], Settings())
    image = next(iter(pypdf.PdfReader(printer.outputFileName()).pages[0].images))
    assert image.image.mode == "L"
