"""The print dialog: what it offers, remembers and warns about."""

from __future__ import annotations

from dataclasses import replace

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QLabel

from tests.ui.berkas.test_access import clashes, nameless
from tests.ui.preview.conftest import A4, F4, F4_LANDSCAPE, make_pdf
from tests.ui.preview.fakes import LEGAL, OFFICE, SMALL, FakePrinters, facts
from ui.preview import print_edges
from ui.preview.built_pdf import measure
from ui.preview.paper_choice import A4 as A4_PAPER
from ui.preview.print_dialog import PrintDialog
from ui.preview.print_job import Part
from ui.preview.printer_memory import PrinterMemory
from ui.preview.printing import print_job

MM = 72 / 25.4


def part(*sizes, copies: int = 1, title: str = "Nota Dinas") -> Part:
    pdf = make_pdf(*sizes)
    return Part(title, pdf, measure(pdf), copies)


@pytest.fixture
def show(qtbot, tmp_path):
    alive = []  # a dialog without a parent goes with the last that names it

    def make(parts, *printers, default="", **more) -> PrintDialog:
        system = FakePrinters(tmp_path / "out.pdf", *printers, default=default)
        dialog = PrintDialog(None, parts, system, PrinterMemory(tmp_path), **more)
        qtbot.addWidget(dialog)
        dialog.show()
        alive.append(dialog)
        return dialog

    return make


def texts(box) -> list[str]:
    return [box.itemText(row) for row in range(box.count())]


def pick(box, words: str) -> None:
    box.setCurrentIndex(next(n for n, text in enumerate(texts(box)) if text.startswith(words)))


def test_the_default_is_marked_and_saving_as_pdf_stands_last(show):
    dialog = show([part(A4)], OFFICE, SMALL, default=SMALL.name)
    assert texts(dialog.printer_box) == [
        "HP Lantai 2", "Epson L3210 (bawaan)", "Simpan sebagai PDF…"
    ]  # fmt: skip
    assert dialog.printer_box.currentText() == "Epson L3210 (bawaan)"
    assert not dialog.notice.isVisible()


def test_a_printer_without_f4_says_so_and_offers_legal_and_a4(show, tmp_path):
    dialog = show([part(F4)], OFFICE)
    (row,) = dialog.rows
    assert "tidak mengenal kertas F4 (215 × 330 mm)" in row.notice.text.replace("\u200b", "")
    assert row.way.isVisible()
    assert row.choice.scale == 1.0
    pick(row.way, "Perkecil ke A4 (90%)")
    dialog.print_button.click()
    print_job(dialog.plan.printer, [part(F4)], dialog.plan.settings)
    page = pypdf.PdfReader(tmp_path / "out.pdf").pages[0]
    assert round(float(page.mediabox.height) / MM) == 297


def test_a_printer_that_knows_f4_asks_nothing_about_it(show):
    (row,) = show([part(F4)], SMALL).rows
    assert not row.way.isVisible()
    assert not row.notice.isVisible()
    assert not row.tray.isVisible()


def test_each_paper_of_a_job_has_a_tray_of_its_own(show):
    dialog = show([part(A4, A4), part(F4_LANDSCAPE)], OFFICE)
    assert [row.heading.text() for row in dialog.rows] == [
        "Kertas A4 (210 × 297 mm), 2 halaman",
        "Kertas F4 (215 × 330 mm), 1 halaman",
    ]
    for row, tray in zip(dialog.rows, ("Baki 1", "Baki 2"), strict=True):
        pick(row.tray, tray)
    dialog.print_button.click()
    plans = dialog.plan.settings.papers
    assert (plans["A4"].tray, plans["F4"].tray) == (0, 258)


def test_printer_tray_way_and_colour_are_remembered_per_paper(show):
    first = show([part(F4)], OFFICE, SMALL)
    pick(first.rows[0].tray, "Baki 2")
    pick(first.rows[0].way, "Cetak ukuran sebenarnya pada kertas Legal")
    first.print_button.click()
    second = show([part(A4)], OFFICE, SMALL)
    pick(second.printer_box, "Epson")
    pick(second.colour_box, "Hitam putih")
    second.print_button.click()

    f4 = show([part(F4)], OFFICE, SMALL)
    assert f4.printer_box.currentData() == "HP Lantai 2"
    assert f4.rows[0].tray.currentText() == "Baki 2"
    assert f4.rows[0].choice.key == "utuh:Legal"
    a4 = show([part(A4)], OFFICE, SMALL)
    assert a4.printer_box.currentData() == "Epson L3210"
    assert a4.colour_box.currentText().startswith("Hitam putih")


def test_a_remembered_printer_that_is_gone_is_told_and_the_default_taken(show):
    show([part(A4)], SMALL).print_button.click()
    dialog = show([part(A4)], OFFICE)
    assert dialog.printer_box.currentData() == "HP Lantai 2"
    assert "“Epson L3210” yang dipakai terakhir tidak ada lagi" in dialog.notice.text
    assert "HP Lantai 2" in dialog.notice.text


def test_a_printer_that_is_off_is_told_of_and_the_queue_keeps_the_letters(show):
    dialog = show([part(A4)], SMALL, replace(OFFICE, ready=False))
    assert not dialog.notice.isVisible()
    pick(dialog.printer_box, "HP Lantai 2")
    assert "menunggu di antrean" in dialog.notice.text
    dialog.print_button.click()
    assert dialog.plan is not None


def test_a_printer_that_goes_while_it_is_asked_about_is_not_printed_on(show, monkeypatch):
    dialog = show([part(A4)], OFFICE, SMALL)
    monkeypatch.setattr(FakePrinters, "names", lambda _self: ["Epson L3210"])
    dialog.print_button.click()
    assert "“HP Lantai 2” tidak ada lagi" in dialog.error.text
    assert dialog.plan is None
    assert dialog.isVisible()


def test_without_a_printer_it_is_said_and_pdf_files_are_offered(show):
    dialog = show([part(A4)])
    assert "Tidak ada pencetak" in dialog.notice.text
    assert dialog.print_button.text() == "Simpa&n PDF…"
    assert not dialog.amount.copies_box.isEnabled()
    dialog.print_button.click()
    assert dialog.plan.printer is None


def test_pages_that_do_not_exist_are_told_and_nothing_is_agreed(show, qtbot):
    dialog = show([part(A4, A4), part(A4)], SMALL)
    qtbot.keyClicks(dialog.amount.range_edit, "2-9")
    assert dialog.amount.some_pages.isChecked()
    dialog.print_button.click()
    assert "Halaman 2-9 tidak ada" in dialog.error.text
    assert dialog.isVisible()
    assert dialog.plan is None
    dialog.amount.range_edit.clear()
    qtbot.keyClicks(dialog.amount.range_edit, "2-3")
    assert not dialog.error.isVisible()
    assert dialog.total.text() == "2 lembar, 2 surat."
    qtbot.keyClick(dialog.amount.range_edit, Qt.Key.Key_Return)
    assert dialog.plan.settings.pages == {2, 3}


def test_copies_multiply_and_both_sides_halve_the_paper(show, monkeypatch):
    dialog = show([part(A4, A4), part(A4, copies=3)], OFFICE)
    assert dialog.total.text() == "5 lembar, 2 surat."
    dialog.amount.copies_box.setValue(2)
    assert dialog.total.text() == "10 lembar, 2 surat."
    assert not dialog.amount.duplex_box.isChecked()
    dialog.amount.duplex_box.setChecked(True)
    assert dialog.total.text() == "8 lembar, 2 surat."
    asked = []
    monkeypatch.setattr(QPrinter, "setDuplex", lambda _self, mode: asked.append(mode))
    dialog.print_button.click()
    assert dialog.plan.settings.duplex
    assert asked == [QPrinter.DuplexMode.DuplexLongSide]


def test_one_letter_is_offered_its_copies_and_for_whom(show):
    dialog = show([part(A4)], SMALL, copies=3, note="1 asli, 2 tembusan")
    assert dialog.amount.copies_box.value() == 3
    assert dialog.amount.copies_hint.text() == "1 asli, 2 tembusan"


def test_what_a_printer_cannot_do_is_not_shown(show):
    dialog = show([part(A4)], OFFICE, SMALL)
    assert not dialog.colour_box.isVisible()
    assert dialog.amount.duplex_box.isVisible()
    pick(dialog.printer_box, "Epson")
    assert dialog.colour_box.isVisible()
    assert not dialog.amount.duplex_box.isVisible()


def test_ink_that_the_printer_cannot_reach_is_warned_about(show, monkeypatch):
    edges = (25.0, 5.0, 5.0, 5.0)
    monkeypatch.setattr(print_edges, "unprintable", lambda *_a, **_k: edges)
    dialog = show([part(A4)], SMALL)
    assert "mulai 20 mm dari tepi kiri" in dialog.edge_notice.text
    monkeypatch.setattr(print_edges, "unprintable", lambda *_a, **_k: (5.0,) * 4)
    assert not show([part(A4)], SMALL).edge_notice.isVisible()


def test_the_systems_dialog_takes_over_and_its_pages_and_copies_count(show):
    def agree(printer, _parent) -> bool:
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(2, 2)
        printer.setCopyCount(4)
        return True

    dialog = show([part(A4, A4)], SMALL, ask_system=agree)
    dialog.system_button.click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.plan.settings.pages == {2}
    assert dialog.plan.settings.copies == 4


def test_the_systems_dialog_knows_the_pages(show, monkeypatch):
    seen = []

    def look(dialog: QPrintDialog) -> int:
        seen.append((dialog.minPage(), dialog.maxPage(), dialog.fromPage(), dialog.toPage()))
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(QPrintDialog, "exec", look)
    show([part(A4, A4)], SMALL).system_button.click()
    assert seen == [(1, 2, 1, 2)]


def test_backing_out_of_the_systems_dialog_comes_back_here(show):
    dialog = show([part(A4)], SMALL, ask_system=lambda *_: False)
    dialog.system_button.click()
    assert dialog.isVisible()
    assert dialog.plan is None


class Renamed(QPrinter):
    def printerName(self) -> str:  # noqa: N802
        return OFFICE.name


def test_another_printer_from_the_systems_dialog_is_asked_about_a_paper_it_lacks(show, tmp_path):
    dialog = show([part(F4)], SMALL, OFFICE, ask_system=lambda *_: True)
    dialog._printers.make = lambda _name: Renamed(QPrinter.PrinterMode.HighResolution)
    dialog.system_button.click()
    assert dialog.isVisible()
    assert dialog.printer_box.currentData() == OFFICE.name
    assert dialog.rows[0].way.isVisible()


def test_escape_prints_nothing(show, qtbot):
    dialog = show([part(A4)], SMALL)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.plan is None
    assert not dialog.isVisible()


@pytest.mark.parametrize("sizes", [[A4], [A4, F4]])
def test_everything_has_a_name_and_a_letter_of_its_own(show, sizes):
    printer = facts("Semua", A4_PAPER, LEGAL, duplex=True, trays=OFFICE.trays)
    dialog = show([part(*sizes)], printer)
    assert nameless(dialog) == []
    assert clashes(dialog) == []
    assert dialog.print_button.isDefault()


def test_the_inputs_stand_in_one_line(show):
    dialog = show([part(A4)], OFFICE, default=OFFICE.name)
    (row,) = dialog.rows

    def left(widget) -> int:
        return widget.mapTo(dialog, widget.rect().topLeft()).x()

    assert left(row.tray) == left(dialog.printer_box) == left(dialog.amount.copies_box)


def test_words_and_inputs_stand_as_in_every_form(show):
    dialog = show([part(A4)], OFFICE, default=OFFICE.name)
    (row,) = dialog.rows
    inputs = (dialog.printer_box, row.tray, dialog.amount.copies_box, dialog.amount.duplex_box)
    assert len({each.mapTo(dialog, each.rect().topLeft()).x() for each in inputs}) == 1
    words = [each for each in dialog.findChildren(QLabel) if each.buddy() and each.isVisible()]
    ends = {each.mapTo(dialog, each.rect().topRight()).x() for each in words}
    assert len(words) >= 3
    assert len(ends) == 1
    assert all(each.alignment() & Qt.AlignmentFlag.AlignRight for each in words)
    assert not any(each.text().endswith(":") for each in words)
