"""The SOP: read whole, copied as it is, revised from a file; slips change nothing."""

from __future__ import annotations

import io

import pypdf

from sopapp.sop_file import bundled_sop_text
from ui.preview.preview_dialog import PreviewDialog


def test_the_sheet_shows_head_laws_stages_and_steps(open_tab, app):
    tab = open_tab("sop")
    words = tab.sheet.toPlainText()
    sop = app.sop.current()
    for text in (
        sop.head.nama,
        sop.dasar_hukum[0].teks,
        sop.keterkaitan[-1],
        sop.peringatan[0],
        sop.stages[4].name,
        sop.stages[1].steps[1].activity,
        "11 hari kerja",
    ):
        assert text in words


def test_the_copy_is_the_file_itself(open_tab, prompts, tmp_path):
    tab = open_tab("sop")
    prompts.file = tmp_path / "salinan.toml"
    tab.ask_save_copy()
    assert prompts.file.read_bytes() == bundled_sop_text().encode()


def test_a_copy_that_cannot_be_written_is_told(open_tab, prompts, tmp_path):
    tab = open_tab("sop")
    prompts.file = tmp_path / "tidak ada" / "salinan.toml"
    tab.ask_save_copy()
    assert "tidak dapat ditulis" in prompts.shown[-1]


def test_a_revised_sop_holds_from_now_on(open_tab, app, prompts, tmp_path):
    tab = open_tab("sop")
    revised = tmp_path / "revisi.toml"
    text = bundled_sop_text().replace("hari_kerja = 5", "hari_kerja = 6", 1)
    revised.write_text(text, encoding="utf-8")
    prompts.file = revised
    tab.ask_load()
    assert app.sop.current().stage(1).hari_kerja == 6
    assert tab.version.count() == 2
    assert tab.version.currentText().startswith("Berlaku: revisi.toml")
    assert "12 hari kerja" in tab.sheet.toPlainText()
    tab.version.setCurrentIndex(1)
    assert "11 hari kerja" in tab.sheet.toPlainText()


def test_slips_are_told_whole_and_change_nothing(open_tab, app, prompts, tmp_path):
    tab = open_tab("sop")
    wrong = tmp_path / "keliru.toml"
    text = bundled_sop_text().replace("hari_kerja = 5", 'hari_kerja = "lima"', 1)
    wrong.write_text(text.replace('jenis = "validasi"', 'jenis = "lain"'), encoding="utf-8")
    before = app.sop.current_id
    prompts.file = wrong
    tab.ask_load()
    assert "hari_kerja" in prompts.shown[-1]
    assert "jenis" in prompts.shown[-1]
    assert "keliru.toml" in prompts.shown[-1]
    assert app.sop.current_id == before
    assert tab.version.count() == 1


def test_nothing_to_save_here(page, open_tab):
    open_tab("sop")
    assert not page.save_button.isVisibleTo(page)
    assert page.may_leave()


def test_the_sheet_of_the_version_shown_is_previewed(qtbot, open_tab, app, tmp_path, prompts):
    tab = open_tab("sop")
    revised = tmp_path / "revisi.toml"
    text = bundled_sop_text().replace("hari_kerja = 5", "hari_kerja = 6", 1)
    revised.write_text(text, encoding="utf-8")
    prompts.file = revised
    tab.ask_load()
    tab.version.setCurrentIndex(1)
    tab.print_sheet.click()
    (dialog,) = tab.findChildren(PreviewDialog)
    qtbot.waitUntil(lambda: bool(dialog.preview.data), timeout=20_000)
    assert app.sop.current().head.nama in dialog.windowTitle()
    reader = pypdf.PdfReader(io.BytesIO(dialog.preview.data))
    words = " ".join(page.extract_text() for page in reader.pages)
    assert "11 hari kerja" in words
    assert "12 hari kerja" not in words
    dialog.close()
