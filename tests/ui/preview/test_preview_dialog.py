"""The preview dialog: one set of bytes on screen, on paper, in the file and kept."""

from __future__ import annotations

import threading

import pypdf
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrinter

from sopapp.domain.errors import DomainError, EnvironmentProblem
from tests.ui.berkas.test_access import clashes, nameless
from tests.ui.preview.conftest import A4, F4, make_pdf
from ui.preview.preview_dialog import PreviewDialog
from ui.preview.preview_item import PreviewItem, file_name
from ui.preview.print_job import Settings
from ui.preview.print_plan import PrintPlan
from ui.preview.printing import Outcome

FIRST, SECOND = make_pdf(A4), make_pdf(F4, F4)


@pytest.fixture
def kept() -> list[tuple[str, bytes, str]]:
    return []


@pytest.fixture
def items(kept) -> list[PreviewItem]:
    def item(title: str, pdf: bytes, copies: int) -> PreviewItem:
        return PreviewItem(
            title,
            file_name(title),
            lambda: pdf,
            lambda b, how: kept.append((title, b, how)),
            copies=copies,
            copies_note="1 asli, 1 tembusan" if copies == 2 else "",
        )

    return [
        item("Nota Dinas – Sekretariat", FIRST, 1),
        item("Nota Dinas – Bidang A", SECOND, 2),
    ]


def opened(qtbot, context, items, **options) -> PreviewDialog:
    dialog = PreviewDialog(context, items, **options)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: not context.tasks.busy)
    return dialog


def to_file(path, settings: Settings | None = None):
    """Stands for the print dialog: agrees, and the printer writes a file."""

    def ask(parent, context, parts, copies, note):
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        printer.setResolution(72)  # a coarse picture of each sheet will do
        return PrintPlan(printer, settings or Settings(copies=copies))

    return ask


def pages(path) -> int:
    return len(pypdf.PdfReader(path).pages)


def test_saved_bytes_are_the_shown_bytes_and_are_kept(qtbot, context, items, kept, tmp_path):
    context.prompts.file = tmp_path / "surat.pdf"
    dialog = opened(qtbot, context, items[:1])
    dialog.save()
    assert context.prompts.file.read_bytes() == dialog.preview.data == FIRST
    assert kept == [("Nota Dinas – Sekretariat", FIRST, "Disimpan sebagai PDF")]


def test_what_could_not_be_saved_is_not_told_as_saved(qtbot, context, items, tmp_path):
    context.prompts.file = tmp_path / "surat.pdf"
    dialog = opened(qtbot, context, items[:1])
    dialog.save()
    assert "Tersimpan" in dialog.buttons.status.text()

    context.prompts.file = tmp_path / "tidak ada" / "surat.pdf"
    dialog.save()

    assert "tidak dapat ditulis" in context.prompts.shown[-1]
    assert not dialog.buttons.status.text()


def test_printing_keeps_the_letter(qtbot, context, items, kept, tmp_path):
    dialog = opened(qtbot, context, items[:1], ask_print=to_file(tmp_path / "out.pdf"))
    dialog.print_checked()
    qtbot.waitUntil(lambda: bool(kept))
    assert kept == [("Nota Dinas – Sekretariat", FIRST, "Dicetak")]
    assert pages(tmp_path / "out.pdf") == 1


def test_after_printing_the_keyboard_is_where_it_was(qtbot, context, items, kept, tmp_path):
    dialog = opened(qtbot, context, items[:1], ask_print=to_file(tmp_path / "out.pdf"))
    dialog.buttons.print_button.setFocus()
    dialog.print_checked()
    qtbot.waitUntil(lambda: bool(kept) and dialog.buttons.print_button.isEnabled())
    assert dialog.focusWidget() is dialog.buttons.print_button


def test_one_letter_is_offered_in_the_copies_it_wants(qtbot, context, items, kept, tmp_path):
    dialog = opened(qtbot, context, items[1:], ask_print=to_file(tmp_path / "out.pdf"))
    dialog.print_checked()
    qtbot.waitUntil(lambda: bool(kept))
    assert kept[0][2] == "Dicetak, 2 rangkap"
    assert pages(tmp_path / "out.pdf") == 4


def test_all_letters_print_as_one_job_and_each_is_kept(qtbot, context, items, kept, tmp_path):
    dialog = opened(qtbot, context, items, ask_print=to_file(tmp_path / "out.pdf"))
    assert dialog.list.total.text() == "5 lembar, 2 surat"
    dialog.print_checked()
    qtbot.waitUntil(lambda: len(kept) == 2)
    assert [entry[1:] for entry in kept] == [(FIRST, "Dicetak"), (SECOND, "Dicetak, 2 rangkap")]
    assert pages(tmp_path / "out.pdf") == 5
    assert [dialog.list.table.state_words(row) for row in (0, 1)] == ["Tercetak", "Tercetak"]
    assert "5 halaman dikirim ke pencetak" in dialog.buttons.status.text()


def test_a_letter_can_be_left_out_and_another_printed_more_often(
    qtbot, context, items, kept, tmp_path
):
    dialog = opened(qtbot, context, items, ask_print=to_file(tmp_path / "out.pdf"))
    table = dialog.list.table
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Space)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Plus)
    assert dialog.list.total.text() == "6 lembar, 1 surat"
    assert dialog.buttons.print_button.text() == "&Cetak 1 surat…"
    dialog.print_checked()
    qtbot.waitUntil(lambda: bool(kept))
    assert [entry[0] for entry in kept] == ["Nota Dinas – Bidang A"]
    assert pages(tmp_path / "out.pdf") == 6


def test_nothing_checked_prints_and_saves_nothing(qtbot, context, items):
    dialog = opened(qtbot, context, items)
    dialog.list.all_box.click()
    assert dialog.list.checked() == []
    assert not dialog.buttons.print_button.isEnabled()
    assert not dialog.buttons.save_button.isEnabled()
    dialog.list.all_box.click()
    assert dialog.buttons.print_button.isEnabled()


def test_a_page_range_keeps_only_the_letters_it_touches(qtbot, context, items, kept, tmp_path):
    plan = Settings(pages=frozenset({3}))
    dialog = opened(qtbot, context, items, ask_print=to_file(tmp_path / "out.pdf", plan))
    dialog.print_checked()
    qtbot.waitUntil(lambda: bool(kept))
    qtbot.waitUntil(lambda: not context.tasks.busy)
    assert [(entry[0], entry[2]) for entry in kept] == [
        ("Nota Dinas – Bidang A", "Dicetak sebagian, halaman 2, 2 rangkap")
    ]


def test_backing_out_of_the_print_dialog_keeps_nothing(qtbot, context, items, kept):
    dialog = opened(qtbot, context, items[:1], ask_print=lambda *_: None)
    dialog.print_checked()
    assert not context.tasks.busy
    assert kept == []


def test_choosing_pdf_in_the_print_dialog_saves_the_shown_bytes(
    qtbot, context, items, kept, tmp_path
):
    context.prompts.folder = tmp_path
    dialog = opened(qtbot, context, items, ask_print=lambda *_: PrintPlan(None))
    dialog.print_checked()
    qtbot.waitUntil(lambda: len(kept) == 2)
    assert (tmp_path / "Nota Dinas – Bidang A.pdf").read_bytes() == SECOND
    assert [entry[2] for entry in kept] == ["Disimpan sebagai PDF"] * 2


@pytest.mark.parametrize("out", [True, False])
def test_a_job_that_stops_midway_tells_what_went_out_and_keeps_what_came_out(
    qtbot, context, items, kept, monkeypatch, tmp_path, out
):
    stopped = Outcome(2, whole=(0,), begun=(1,), problem="Kertas habis.")
    monkeypatch.setattr("ui.preview.print_run.print_job", lambda *_a, **_k: stopped)
    context.prompts.yes = out
    dialog = opened(qtbot, context, items, ask_print=to_file(tmp_path / "out.pdf"))
    dialog.print_checked()
    qtbot.waitUntil(lambda: bool(context.prompts.shown))
    text = context.prompts.shown[0]
    assert text.startswith("Kertas habis.")
    assert "Terkirim utuh (1): Nota Dinas – Sekretariat" in text
    assert "Terkirim sebagian (1): Nota Dinas – Bidang A" in text
    assert [entry[0] for entry in kept] == (["Nota Dinas – Sekretariat"] if out else [])
    assert dialog.buttons.close_button.isEnabled()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_refusing_printer_is_told_and_nothing_is_kept(qtbot, context, items, kept, tmp_path):
    dialog = opened(qtbot, context, items, ask_print=to_file(tmp_path / "tiada" / "out.pdf"))
    dialog.print_checked()
    qtbot.waitUntil(lambda: bool(context.prompts.shown))
    assert "tidak menerima" in context.prompts.shown[0]
    assert kept == []
    assert dialog.buttons.print_button.isEnabled()


def test_when_one_letter_cannot_be_kept_the_others_are(qtbot, context, items, kept, tmp_path):
    def refuse(_pdf, _how):
        raise EnvironmentProblem("Cakram penuh.")

    bad = PreviewItem("Buruk", "b.pdf", lambda: FIRST, refuse)
    dialog = opened(qtbot, context, [bad, *items], ask_print=to_file(tmp_path / "out.pdf"))
    dialog.print_checked()
    qtbot.waitUntil(lambda: len(kept) == 2)
    assert context.prompts.shown == ["Cakram penuh."]


def refuse_letter():
    raise DomainError("Huruf “☃” pada isi paragraf 2 tidak ada di font.")


def test_a_letter_that_cannot_be_made_says_why_and_cannot_be_printed(qtbot, context):
    dialog = opened(qtbot, context, [PreviewItem("Nota Dinas", "a.pdf", refuse_letter)])
    assert "☃" in dialog.preview.message
    assert not dialog.buttons.print_button.isEnabled()
    assert not dialog.buttons.save_button.isEnabled()


def test_one_bad_letter_among_many_is_named_before_anything_prints(qtbot, context, items, kept):
    asked = []
    bad = PreviewItem("Nota Dinas – Bidang B", "b.pdf", refuse_letter)
    dialog = opened(qtbot, context, [*items, bad], ask_print=lambda *_: asked.append(1))
    assert [dialog.list.table.state_words(row) for row in range(3)] == ["Siap", "Siap", "Gagal"]
    dialog.print_checked()
    assert "Nota Dinas – Bidang B belum dapat dibuat" in context.prompts.shown[0]
    assert "☃" in context.prompts.shown[0]
    dialog.list.table.check([2], on=False)
    dialog.print_checked()
    assert asked == [1]


def test_printing_before_all_is_built_waits_for_it(qtbot, context, items, kept, tmp_path):
    dialog = PreviewDialog(context, items, ask_print=to_file(tmp_path / "out.pdf"))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.print_checked()
    assert kept == []
    assert not dialog.buttons.print_button.isEnabled()
    qtbot.waitUntil(lambda: len(kept) == 2)


def test_building_can_be_stopped_and_what_is_looked_at_is_still_built(qtbot, context, kept):
    made = []

    def source(n: int):
        return lambda: made.append(n) or FIRST

    items = [PreviewItem(f"Surat {n}", f"{n}.pdf", source(n)) for n in range(20)]
    dialog = PreviewDialog(context, items, ask_print=lambda *_: None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog._bar.stop_button.click()
    qtbot.waitUntil(lambda: not context.tasks.busy)
    assert len(made) < 20
    dialog.list.table.setCurrentCell(15, 0)
    qtbot.waitUntil(lambda: dialog.preview.data == FIRST)
    assert made[-1] == 15
    dialog.print_checked()
    qtbot.waitUntil(lambda: sorted(made) == list(range(20)))


def test_several_are_saved_under_names_of_their_own(qtbot, context, items, kept, tmp_path):
    context.prompts.folder = tmp_path
    same = [items[0], items[0], items[1]]
    dialog = opened(qtbot, context, same)
    dialog.save()
    qtbot.waitUntil(lambda: len(kept) == 3)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "Nota Dinas – Bidang A.pdf",
        "Nota Dinas – Sekretariat-2.pdf",
        "Nota Dinas – Sekretariat.pdf",
    ]
    assert f"3 file tersimpan di {tmp_path}" in dialog.buttons.status.text()


def test_saving_many_that_is_stopped_leaves_none_and_says_so(
    qtbot, context, items, kept, tmp_path, stop_work
):
    context.prompts.folder = tmp_path
    dialog = opened(qtbot, context, items)
    dialog.save()
    stop_work()
    assert list(tmp_path.iterdir()) == []
    assert kept == []
    assert dialog.buttons.status.text() == "Dibatalkan. Tidak ada file yang ditulis."


def test_what_took_its_name_before_the_disk_refused_is_kept(
    qtbot, context, items, kept, tmp_path, monkeypatch
):
    context.prompts.folder = tmp_path

    def half(files, _progress):
        files[0][0].write_bytes(files[0][1])
        raise EnvironmentProblem("Ruang disk penuh.")

    monkeypatch.setattr("ui.preview.paper_output.save_files", half)
    opened(qtbot, context, items).save()
    qtbot.waitUntil(lambda: context.prompts.shown == ["Ruang disk penuh."])
    assert len(kept) == 1


def test_keeping_many_that_were_printed_says_how_far_it_is_and_cannot_be_stopped(
    qtbot, context, items, kept, tmp_path, stop_with_progress
):
    dialog = opened(qtbot, context, items, ask_print=to_file(tmp_path / "out.pdf"))
    dialog.print_checked()
    qtbot.waitUntil(lambda: len(kept) == len(items))
    assert stop_with_progress[0].startswith("Mencatat surat yang keluar")  # Batalkan was pressed


def test_a_long_paper_says_how_far_it_is_and_ends_with_its_preview(qtbot, context, monkeypatch):
    """Whoever closes the preview of a book of 500 pages does not wait for it in vain."""
    go, steps = threading.Event(), []

    def build(source, progress):
        for done in range(100):
            progress(done, 100)
            steps.append(done)
            if done == 40:
                go.wait(20)
        return FIRST

    monkeypatch.setattr("ui.preview.built_pdf.pdf_of", build)
    dialog = PreviewDialog(context, [PreviewItem("Buku agenda", "buku.pdf", lambda: FIRST)])
    dialog.show()
    qtbot.waitUntil(lambda: "40%" in dialog.preview.message)
    dialog.reject()
    go.set()
    qtbot.waitUntil(lambda: not context.tasks.busy)
    assert len(steps) == 41
    assert context.prompts.shown == []


def test_files_that_are_there_already_are_asked_about(qtbot, context, items, kept, tmp_path):
    old = tmp_path / "Nota Dinas – Sekretariat.pdf"
    old.write_bytes(b"lama")
    context.prompts.folder, context.prompts.yes = tmp_path, False
    opened(qtbot, context, items).save()
    assert old.read_bytes() == b"lama"
    assert kept == []
    assert "Nota Dinas – Sekretariat.pdf" in context.prompts.shown[0]


def test_a_file_that_cannot_be_written_is_told_and_nothing_is_kept(
    qtbot, context, items, kept, tmp_path
):
    context.prompts.file = tmp_path / "tiada" / "surat.pdf"
    dialog = opened(qtbot, context, items[:1])
    dialog.save_current()
    assert "tidak dapat ditulis" in context.prompts.shown[0]
    assert kept == []


def test_what_is_no_pdf_can_be_saved_but_not_printed(qtbot, context):
    dialog = opened(qtbot, context, [PreviewItem("Foto", "foto.jpg", lambda: b"\xff\xd8foto")])
    assert not dialog.buttons.print_button.isEnabled()
    assert dialog.buttons.save_button.isEnabled()


def test_the_note_on_copies_follows_the_row(qtbot, context, items):
    dialog = opened(qtbot, context, items)
    assert not dialog.list.copies_note.isVisible()
    dialog.list.table.setCurrentCell(1, 0)
    assert "1 asli, 1 tembusan" in dialog.list.copies_note.text()
    assert dialog.preview.data == SECOND


def test_the_bar_comes_for_work_that_lasts_only(qtbot, context, items, monkeypatch):
    dialog = opened(qtbot, context, items)
    dialog._bar.show_work("Mencetak", 1, 5, "lembar")
    dialog._bar.put_away()
    monkeypatch.setattr("ui.progress.progress_dialog.SHOW_AFTER", 0)
    assert dialog._bar.isHidden()
    dialog._bar.show_work("Mencetak", 2, 5, "lembar")
    assert dialog._bar.isHidden()  # nothing moves for what is over in a moment
    qtbot.waitUntil(dialog._bar.isVisible)
    assert dialog._bar.words.text() == "Mencetak 2 dari 5 lembar…"


def test_everything_has_a_name_and_a_letter_of_its_own(qtbot, context, items):
    dialog = opened(qtbot, context, items)
    dialog._bar.show_work("Mencetak", 1, 5, "lembar")
    dialog._bar.show()
    dialog.buttons.mark_button.show()
    assert nameless(dialog) == []
    assert clashes(dialog) == []
    assert dialog.list.table.copies_box(1).accessibleName() == "Rangkap: Nota Dinas – Bidang A"


def test_checks_and_copies_are_changed_by_mouse(qtbot, context, items):
    dialog = opened(qtbot, context, items)
    table = dialog.list.table
    cell = table.visualItemRect(table.item(1, 0))
    at = QPoint(cell.left() + 10, cell.center().y())
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert dialog.list.checked() == [0]
    box = table.copies_box(0)
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() - 6, 6))
    assert dialog.list.total.text() == "2 lembar, 1 surat"


@pytest.mark.parametrize("several", [True, False])
@pytest.mark.parametrize(
    ("keys", "asked"),
    [("Alt+C", "print"), ("Ctrl+P", "print"), ("Alt+S", "save"), ("Ctrl+S", "save")],
)
def test_printing_and_saving_have_both_of_their_keys(
    qtbot, context, items, monkeypatch, keys, asked, several
):
    done = []
    monkeypatch.setattr(PreviewDialog, "print_checked", lambda _self: done.append("print"))
    monkeypatch.setattr(PreviewDialog, "save", lambda _self: done.append("save"))
    dialog = opened(qtbot, context, items if several else items[:1])
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.isActiveWindow())
    modifier, key = keys.split("+")
    held = (
        Qt.KeyboardModifier.AltModifier
        if modifier == "Alt"
        else Qt.KeyboardModifier.ControlModifier
    )
    qtbot.keyClick(dialog, getattr(Qt.Key, f"Key_{key}"), held)
    qtbot.waitUntil(lambda: done == [asked])


def test_the_pages_of_one_letter_have_the_keyboard(qtbot, context, items):
    dialog = opened(qtbot, context, items[:1])
    qtbot.waitUntil(lambda: dialog.focusWidget() is dialog.preview.view)
