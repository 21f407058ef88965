"""The pages show what was found, whatever they showed before."""

from __future__ import annotations

from datetime import date, timedelta

from sopapp.domain.dik import JenisUsulan, Putusan
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.numbering import Penomoran
from sopapp.services.nomor_luar import CatatanLuar
from tests.conftest import TODAY
from tests.services import carrying
from ui.prompts import Unsaved
from ui.register.entry_filter import EntryFilter
from ui.register.register_page import RegisterPage
from ui.settings.settings_page import SettingsPage
from ui.surat.surat_page import SuratPage


def shown(qtbot, page):
    qtbot.addWidget(page)
    page.resize(1280, 700)
    page.show()
    qtbot.waitExposed(page)
    return page


def test_an_entry_is_chosen_though_it_was_filtered_away(qtbot, full, context):
    page = shown(qtbot, RegisterPage(context))
    page.filter_bar.set_value(EntryFilter(kata="identitas"))
    entri = full.dik.current()[1]
    page.show_entry(entri.id)
    assert page.table.current.id == entri.id
    assert page.detail.entri.id == entri.id
    assert page.filter_bar.value().empty


def test_a_filter_that_shows_the_entry_stays(qtbot, full, context):
    page = shown(qtbot, RegisterPage(context))
    page.filter_bar.set_value(EntryFilter(kata="resep"))
    page.show_entry(full.dik.current()[1].id)
    assert page.filter_bar.value().kata == "resep"


def test_an_entry_that_was_opened_is_shown_as_of_its_last_day(
    qtbot, full, context, office, tmp_path, clock
):
    entri = full.dik.current()[1]
    clock.day = TODAY + timedelta(days=30)
    berkas = carrying.to_validasi(full, office.units, "Berikutnya")
    carrying.propose(
        full, berkas, office.units[1], entri.isi, JenisUsulan.BUKA, entri.id, Putusan.TERBUKA
    )
    carrying.to_penetapan(full, berkas)
    carrying.sign(full, berkas, "9/KEP/2026")
    carrying.apply(full, berkas, tmp_path)
    page = shown(qtbot, RegisterPage(context))
    page.show_entry(entri.id)
    assert page.table.current.id == entri.id
    assert page.day_bar.day.day() == clock.today() - timedelta(days=1)
    page.show_entry(full.dik.current()[0].id)
    assert page.day_bar.is_today


def test_a_letter_is_chosen_in_the_book_of_its_year(qtbot, full, context):
    nomor = full.agenda._parts.pattern(JenisNaskah.NOTA_DINAS).text(1, date(2025, 5, 5))
    noted = CatatanLuar(JenisNaskah.NOTA_DINAS, perihal="Undangan rapat")
    old = full.nomor_luar.record(Penomoran(nomor, date(2025, 5, 5)), noted)
    page = shown(qtbot, SuratPage(context))
    page.open_tab("ekspedisi")
    page.show_letter(old)
    assert page.tab_name == "agenda"
    assert page.tab.filter_bar.value().year == 2025
    assert [row.id for row in page.tab.chosen] == [old]


def test_a_letter_is_chosen_though_it_was_filtered_away(qtbot, full, context):
    page = shown(qtbot, SuratPage(context))
    letters = [letter.id for letter in full.surat.list(1) if letter.nomor]
    page.tab.filter_bar.search.setText("tidak ada yang begini")
    qtbot.waitUntil(lambda: page.tab.model.rowCount() == 0)
    page.show_letter(letters[0])
    assert [row.id for row in page.tab.chosen] == [letters[0]]


def test_a_letter_that_is_gone_is_told(qtbot, full, context, prompts):
    page = shown(qtbot, SuratPage(context))
    page.show_letter(999)
    assert prompts.shown == ["Surat itu tidak ada di buku agenda."]


def test_a_request_is_chosen(qtbot, full, context):
    page = shown(qtbot, SuratPage(context))
    page.show_request(1)
    assert page.tab_name == "penolakan"
    assert page.tab.chosen.permohonan.id == 1


def test_a_unit_and_an_official_are_chosen_in_the_settings(qtbot, full, context, office):
    page = shown(qtbot, SettingsPage(context))
    page.open_record("unit_kerja", office.units[2])
    assert page.tab.table.current.id == office.units[2]
    assert page.tab.kode.text() == "U3"
    page.open_record("pejabat", office.sekretaris)
    assert page.tab.editing == office.sekretaris


def test_edits_keep_the_user_where_they_are(qtbot, full, context, office, prompts):
    page = shown(qtbot, SettingsPage(context))
    page.open_record("unit_kerja", office.units[0])
    page.tab.nama.setText("Nama yang diketik")
    prompts.leave = Unsaved.KEEP
    page.open_record("pejabat", office.kepala)
    assert page.tab_name == "unit_kerja"
    page.open_record("unit_kerja", office.units[1])
    assert page.tab.editing == office.units[0]
    assert page.tab.nama.text() == "Nama yang diketik"
