"""The preview dialog: one set of bytes on screen, on paper, in the file and kept."""

from __future__ import annotations

import pypdf
import pytest
from PySide6.QtPrintSupport import QPrinter

from sopapp.domain.errors import DomainError
from tests.ui.preview.conftest import A4, F4, make_pdf
from ui.preview.preview_dialog import PreviewDialog
from ui.preview.preview_item import PreviewItem, file_name

FIRST, SECOND = make_pdf(A4), make_pdf(F4, F4)


@pytest.fixture
def kept() -> list[tuple[str, bytes, str]]:
    return []


@pytest.fixture
def items(kept) -> list[PreviewItem]:
    def item(title: str, pdf: bytes) -> PreviewItem:
        return PreviewItem(
            title, file_name(title), lambda: pdf, lambda b, how: kept.append((title, b, how))
        )

    return [item("Nota Dinas – Sekretariat", FIRST), item("Nota Dinas – Bidang A", SECOND)]


def opened(qtbot, context, items, **options) -> PreviewDialog:
    dialog = PreviewDialog(context, items, **options)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: not context.tasks.busy)
    return dialog


def to_file(path):
    def choose(parent, pdf, title):
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return printer

    return choose


def test_saved_bytes_are_the_shown_bytes_and_are_kept(qtbot, context, items, kept, tmp_path):
    context.prompts.file = tmp_path / "surat.pdf"
    dialog = opened(qtbot, context, items[:1])
    dialog.save_current()
    assert context.prompts.file.read_bytes() == dialog.preview.data == FIRST
    assert kept == [("Nota Dinas – Sekretariat", FIRST, "Disimpan sebagai PDF")]


def test_printing_keeps_the_letter(qtbot, context, items, kept, tmp_path):
    dialog = opened(qtbot, context, items[:1], choose_printer=to_file(tmp_path / "out.pdf"))
    dialog.print_current()
    qtbot.waitUntil(lambda: bool(kept))
    assert kept == [("Nota Dinas – Sekretariat", FIRST, "Dicetak")]
    assert len(pypdf.PdfReader(tmp_path / "out.pdf").pages) == 1


def test_all_letters_print_as_one_job_and_each_is_kept(qtbot, context, items, kept, tmp_path):
    dialog = opened(qtbot, context, items, choose_printer=to_file(tmp_path / "out.pdf"))
    dialog.print_all()
    qtbot.waitUntil(lambda: len(kept) == 2)
    assert [entry[1] for entry in kept] == [FIRST, SECOND]
    assert len(pypdf.PdfReader(tmp_path / "out.pdf").pages) == 3


def test_backing_out_of_the_print_dialog_keeps_nothing(qtbot, context, items, kept):
    dialog = opened(qtbot, context, items[:1], choose_printer=lambda *_: None)
    dialog.print_current()
    assert not context.tasks.busy
    assert kept == []


def test_a_letter_that_cannot_be_made_says_why_and_cannot_be_printed(qtbot, context):
    def refuse():
        raise DomainError("Huruf “☃” pada isi paragraf 2 tidak ada di font.")

    dialog = opened(qtbot, context, [PreviewItem("Nota Dinas", "a.pdf", refuse)])
    assert "☃" in dialog.preview.message
    assert not dialog._print.isEnabled()
    assert not dialog._save.isEnabled()


def test_a_file_that_cannot_be_written_is_told_and_nothing_is_kept(
    qtbot, context, items, kept, tmp_path
):
    context.prompts.file = tmp_path / "tiada" / "surat.pdf"
    dialog = opened(qtbot, context, items[:1])
    dialog.save_current()
    assert "tidak dapat ditulis" in context.prompts.shown[0]
    assert kept == []


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("Nota Dinas – A/B", "500.12/1/X"), "Nota Dinas – A-B 500.12-1-X.pdf"),
        (("  ", ""), "surat.pdf"),
        (('a:b*"?<>|', ""), "a-b.pdf"),
    ],
)
def test_file_names_are_fit_for_every_system(parts, name):
    assert file_name(*parts) == name
