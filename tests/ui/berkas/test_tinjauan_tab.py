"""Entries whose period ends and titles that repeat another: pointed out, never acted upon."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sopapp.app import App
from sopapp.domain.dik import IsiDik, JangkaWaktu, JenisJangka, JenisUsulan, Putusan, StatusJangka
from tests.remembered import remembered
from tests.services import carrying
from tests.ui.berkas.test_berkas_page import dialog_of
from ui.berkas.mirip_dialog import MiripDialog
from ui.berkas.tinjauan_dialog import ExtensionDialog
from ui.berkas.tinjauan_words import present_period, proposed

ENDING, LASTING = "Data gaji pegawai", "Berkas perkara pelanggaran"


@pytest.fixture
def second(app, office, tmp_path):
    """A berkas in validation after one that set an entry of two months and one of two years."""
    return carried(app, office.berkas_id, tmp_path)


@remembered
def carried(app: App, unused: int, folder: Path) -> int:
    """What `second` is, walked once; `unused` is called off before."""
    units = [unit.id for unit in app.unit_kerja.list()]
    app.berkas.cancel(unused, "Tidak dipakai")
    first = carrying.to_validasi(app, units)
    carrying.propose(app, first, units[0], carrying.complete(ENDING, 2))
    carrying.propose(app, first, units[1], carrying.complete(LASTING))
    carrying.to_penetapan(app, first)
    carrying.sign(app, first, "500.12/1/UJI/2026")
    carrying.apply(app, first, folder)
    carrying.finish(app, first)
    return carrying.to_validasi(app, units)


@pytest.fixture
def panel(page, second):
    page.open(second)
    return page.panel(2)


def entry(app, informasi):
    return next(each for each in app.dik.current() if each.isi.informasi == informasi)


def shown(panel):
    model = panel.tinjauan.model
    return [
        tuple(model.index(row, column).data() for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def tab_text(panel):
    return panel.tabs.tabText(panel.tabs.indexOf(panel.tinjauan))


def test_what_ends_soon_is_told_and_listed(panel):
    assert panel.ending.text.startswith("1 informasi di daftar")
    assert tab_text(panel) == "&Jangka waktu (1)"
    panel.ending_link.click()
    assert panel.tabs.currentWidget() is panel.tinjauan
    assert shown(panel) == [
        (ENDING, "Sekretariat", "23 Jan 2027", "Akan berakhir", "belum diputuskan")
    ]


def test_what_is_past_is_told_apart(panel, app, second):
    app.clock.day = date(2027, 2, 1)
    panel.refresh()
    assert shown(panel)[0][3] == "Lewat jangka waktu"
    assert len(app.dik.current()) == 2


def test_opening_again_is_proposed_and_nothing_more(panel, app, second):
    panel.tinjauan.open_button.click()
    (usulan,) = app.usulan.list(second)
    assert (usulan.jenis, usulan.entri_id) == (JenisUsulan.BUKA, entry(app, ENDING).id)
    assert usulan.putusan is None
    assert panel.ending.text == ""
    assert shown(panel)[0][4] == "Dibuka kembali (belum dinilai)"
    assert not panel.tinjauan.open_button.isEnabled()
    panel.tinjauan.go_button.click()
    assert panel.tabs.currentIndex() == 0
    assert panel.table.current.id == usulan.id


def test_an_extension_asks_for_its_period_and_needs_a_new_test(panel, page, app, second):
    panel.tinjauan.extend_button.click()
    dialog = dialog_of(page, ExtensionDialog)
    assert dialog.jangka.value() == JangkaWaktu(JenisJangka.DURASI, bulan=2)
    dialog.jangka.jenis.setCurrentIndex(0)
    dialog.accept_button.click()
    assert dialog.form.error_text("jangka")
    dialog.jangka.set_value(JangkaWaktu(JenisJangka.DURASI, bulan=36))
    dialog.accept_button.click()
    (usulan,) = app.usulan.list(second)
    assert usulan.jenis is JenisUsulan.UBAH
    assert usulan.isi.jangka.bulan == 36
    assert usulan.uji is None
    assert shown(panel)[0][4] == "Diperpanjang: 3 tahun (belum dinilai)"
    assert not panel.exclude_button.isVisible()


def test_later_stages_propose_nothing_more(page, panel, app, second):
    panel.tinjauan.open_button.click()
    (usulan,) = app.usulan.list(second)
    app.usulan.judge(usulan.id, Putusan.TERBUKA)
    carrying.to_penetapan(app, second)
    page.open(second, 2)
    assert not panel.tabs.isTabVisible(panel.tabs.indexOf(panel.tinjauan))
    assert panel.ending.text == ""


def test_without_anything_that_ends_nothing_is_told(page, office):
    page.open(office.berkas_id, 2)
    panel = page.panel(2)
    assert panel.ending.text == ""
    assert tab_text(panel) == "&Jangka waktu"


def test_a_title_near_one_of_the_register_is_pointed_out(panel, page, app, second):
    unit = app.unit_kerja.list()[1].id
    app.usulan.add(second, unit, JenisUsulan.BARU, IsiDik("Data gaji para pegawai"))
    assert panel.model.index(0, 3).data().endswith("1 mirip")
    (link,) = panel.view.similar_links
    assert link.text() == f"“{ENDING}” (Sekretariat, sudah di daftar)"
    link.click()
    dialog = dialog_of(page, MiripDialog)
    assert ("Jangka waktu", "2 bulan") in dialog.other.pairs
    assert not dialog.go_button.isVisible()


def test_near_titles_of_two_units_lead_to_one_another(panel, page, app, second):
    units = app.unit_kerja.list()
    one, two = (
        app.usulan.add(second, units[n].id, JenisUsulan.BARU, IsiDik(text))
        for n, text in ((0, "Notulen rapat penetapan tarif"), (1, "Notulen rapat penetapan tarip"))
    )
    panel.table.choose(one)
    (link,) = panel.view.similar_links
    link.click()
    dialog_of(page, MiripDialog).go_button.click()
    assert panel.table.current.id == two


def test_a_title_of_its_own_is_not_marked(panel, app, second):
    app.usulan.add(second, app.unit_kerja.list()[0].id, JenisUsulan.BARU, IsiDik("Peta rawan"))
    assert "mirip" not in panel.model.index(0, 3).data()
    assert panel.view.similar.text == ""


def looked_at(app, jangka, berkas_id):
    """The entry that ends soonest, as if it had this period."""
    found = app.tinjauan.list(berkas_id)[0]
    return replace(found, entri=replace(found.entri, isi=replace(found.entri.isi, jangka=jangka)))


def test_the_day_of_the_end_is_told_once(app, second):
    day = JangkaWaktu(JenisJangka.TANGGAL, sampai=date(2026, 12, 20))
    ending = looked_at(app, day, second)
    assert present_period(ending) == "sampai dengan 20 Desember 2026"
    past = replace(ending, status=StatusJangka.LEWAT)
    assert present_period(past) == "sampai dengan 20 Desember 2026, sudah lewat"
    months = looked_at(app, JangkaWaktu(JenisJangka.DURASI, bulan=2), second)
    assert present_period(months) == "2 bulan, akan berakhir 23 Januari 2027"


def test_only_a_new_period_is_called_an_extension(panel, app, second):
    told = entry(app, ENDING)
    number = app.usulan.add(second, told.unit_id, JenisUsulan.TETAP, told.isi, told.id)
    kept = app.usulan.get(number)
    day = JangkaWaktu(JenisJangka.TANGGAL, sampai=date(2026, 12, 20))
    ending = looked_at(app, day, second)
    unchanged = replace(kept, jenis=JenisUsulan.UBAH, isi=ending.entri.isi)
    assert proposed(ending, unchanged).startswith("Diubah: ")
    longer = replace(day, sampai=date(2028, 12, 20))
    extended = replace(unchanged, isi=replace(unchanged.isi, jangka=longer))
    assert proposed(ending, extended).startswith("Diperpanjang: ")
    app.clock.day = date(2027, 2, 1)
    panel.refresh()
    assert shown(panel)[0][4] == "Tetap, tidak diperpanjang (belum dinilai)"
