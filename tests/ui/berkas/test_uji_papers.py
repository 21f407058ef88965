"""The papers of tests: previewed, printed or saved, and then kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sopapp.documents.build import build
from sopapp.domain.dik import Putusan
from tests.journeys.papers import text_of
from tests.services.carrying import exclude, weighed
from tests.ui.berkas.conftest import GOOD
from tests.ui.berkas.test_berkas_page import dialog_of
from tests.ui.berkas.test_validasi_panel import usulan
from ui.berkas.uji_berita_acara import BeritaAcaraDialog
from ui.preview.preview_dialog import PreviewDialog


@pytest.fixture
def panel(page, office):
    office.to_validation()
    page.open(office.berkas_id)
    return page.panel(2)


def preview_of(page, qtbot):
    """The open preview once its letter is built."""
    preview = dialog_of(page, PreviewDialog)
    qtbot.waitUntil(lambda: bool(preview.preview.data), timeout=15_000)
    return preview


def kept(office):
    return office.app.uji.kept(office.berkas_id)


def test_before_the_first_test_there_is_nothing_to_print(panel):
    assert not panel.paper_button.isEnabled()


def test_the_sheet_of_a_test_is_saved_and_kept(panel, page, office, prompts, tmp_path, qtbot):
    good = usulan(office)[0]
    exclude(office.app, good.id)
    panel.table.choose(good.id)
    panel.paper_button.one_action.trigger()
    preview = preview_of(page, qtbot)
    prompts.file = tmp_path / "lembar.pdf"
    preview.save_current()
    assert GOOD.informasi in text_of(prompts.file.read_bytes())
    (paper,) = kept(office)
    assert (paper.jenis, paper.usulan_id) == ("lembar_uji", good.id)
    assert office.app.attachments.read(paper.attachment.id) == prompts.file.read_bytes()


def test_a_usulan_without_a_test_has_no_sheet(panel, office):
    good, poor = usulan(office)
    exclude(office.app, good.id)
    panel.table.choose(poor.id)
    assert not panel.paper_button.one_action.isEnabled()
    assert panel.paper_button.all_action.isEnabled()


def test_all_sheets_come_in_one_preview(panel, page, office, qtbot):
    good, poor = usulan(office)
    exclude(office.app, good.id)
    exclude(office.app, poor.id, GOOD)
    panel.paper_button.all_action.trigger()
    preview = preview_of(page, qtbot)
    assert len(preview._items) == 2
    assert panel.paper_button.all_action.text() == "&Semua lembar uji (2)…"


def test_the_berita_acara_takes_number_day_and_place(panel, page, office, prompts, tmp_path, qtbot):
    test = replace(weighed(office.app), tanggal=date(2026, 11, 18))
    office.app.uji.record(usulan(office)[0].id, test)
    panel.paper_button.berita_acara_action.trigger()
    dialog = dialog_of(page, BeritaAcaraDialog)
    assert dialog.tempat.text() == "Ruang rapat"
    dialog.nomor.setText("BA/1/2026")
    dialog.tempat.clear()
    dialog.accept_button.click()
    assert dialog.form.error_text("tempat")
    dialog.tempat.setText("Aula Dinas")
    dialog.tanggal.set_day(date(2026, 11, 17))
    dialog.accept_button.click()
    assert dialog.form.error_text("tanggal")
    dialog.tanggal.set_day(date(2026, 11, 20))
    dialog.accept_button.click()
    stored = office.app.uji.berita_acara(office.berkas_id)
    assert (stored.nomor, stored.tanggal, stored.tempat) == (
        "BA/1/2026", date(2026, 11, 20), "Aula Dinas",
    )  # fmt: skip
    preview = preview_of(page, qtbot)
    prompts.file = tmp_path / "ba.pdf"
    preview.save_current()
    assert "BA/1/2026" in text_of(prompts.file.read_bytes())
    assert [paper.jenis for paper in kept(office)] == ["berita_acara"]


def test_a_finished_berkas_shows_the_bytes_that_were_printed(page, office, scan, qtbot):
    office.to_validation()
    good = usulan(office)[0]
    exclude(office.app, good.id)
    printed = build(office.app.uji.compose_lembar(good.id))
    office.app.uji.keep_lembar(good.id, printed)
    office.app.usulan.judge(usulan(office)[1].id, Putusan.TERBUKA)
    office.app.berkas.cancel(office.berkas_id, "Coba")
    office.app.instansi.save(replace(office.app.instansi.get(), nama="Dinas Nama Baru"))
    page.open(office.berkas_id, 2)
    panel = page.panel(2)
    panel.table.choose(good.id)
    assert not panel.test_button.isEnabled()
    panel.paper_button.one_action.trigger()
    assert preview_of(page, qtbot).preview.data == printed
    assert len(kept(office)) == 1
