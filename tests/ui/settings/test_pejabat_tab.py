"""Officials: stored, warned about, ended instead of overwritten; the block as printed."""

from __future__ import annotations

from datetime import date

from sopapp.domain.pejabat import Kepegawaian, PejabatInput, StatusPejabat
from sopapp.domain.sop import LaneCode


def test_an_official_is_stored_with_everything(page, open_tab, app):
    tab = open_tab("pejabat")
    tab.nama.setText("Dra. Nama Contoh, M.Si.")
    tab.nip.setText("19860926 201505 2 001")
    tab.pangkat.setCurrentText("Pembina Tingkat I")
    tab.pangkat.textActivated.emit("Pembina Tingkat I")
    tab.jabatan.setText("Sekretaris")
    tab.selaku.setText("PPID Pembantu")
    tab.status.setCurrentIndex(tab.status.findData(StatusPejabat.PLT))
    tab.dari.set_day(date(2026, 1, 5))
    tab.sampai.open.setChecked(False)
    tab.sampai.field.set_day(date(2026, 12, 31))
    assert page.save()
    data = app.pejabat.list()[0].data
    assert data.nama == "Dra. Nama Contoh, M.Si."
    assert (data.pangkat, data.golongan) == ("Pembina Tingkat I", "IV/b")
    assert data.status is StatusPejabat.PLT
    assert data.peran is LaneCode.PPID_PEMBANTU
    assert (data.berlaku_dari, data.berlaku_sampai) == (date(2026, 1, 5), date(2026, 12, 31))
    assert not page.edited


def test_the_block_reads_as_it_is_printed(open_tab):
    tab = open_tab("pejabat")
    tab.nama.setText("Nama & Gelar")
    tab.jabatan.setText("Kepala Dinas")
    tab.status.setCurrentIndex(tab.status.findData(StatusPejabat.PLT))
    tab.selaku.setText("Atasan PPID")
    tab.nip.setText("198609262015052001")
    words = tab.preview.words
    assert words.startswith("Plt. KEPALA DINAS SELAKU ATASAN PPID,\n")
    assert words.endswith("Nama & Gelar\nNIP 19860926 201505 2 001")


def test_a_strange_nip_warns_and_is_stored(page, open_tab, app):
    tab = open_tab("pejabat")
    tab.nama.setText("Nama")
    tab.jabatan.setText("Kepala")
    tab.nip.setText("123")
    assert "18 angka" in tab.warned["nip"].warning
    assert page.save()
    assert app.pejabat.list()[0].data.nip == "123"


def test_a_good_nip_takes_the_warning_away(open_tab):
    tab = open_tab("pejabat")
    tab.nip.setText("1")
    assert tab.warned["nip"].warning
    tab.nip.setText("19860926 201505 2 001")
    assert tab.warned["nip"].warning == ""
    tab.kepegawaian.setCurrentIndex(tab.kepegawaian.findData(Kepegawaian.PPPK))
    assert "NI PPPK" in tab.warned["nip"].warning


def test_a_warning_does_not_hide_the_hint_from_a_screen_reader(open_tab):
    tab = open_tab("pejabat")
    hint = tab.jabatan.accessibleDescription()
    assert hint
    tab.jabatan.setText("Plt. Kepala Dinas")
    said = tab.jabatan.accessibleDescription()
    assert "dipilih pada Status" in said
    assert said.endswith(hint)
    tab.jabatan.setText("Kepala Dinas")
    assert tab.jabatan.accessibleDescription() == hint


def test_a_missing_name_and_a_term_that_ends_too_early(page, open_tab, office, app):
    tab = open_tab("pejabat")
    tab.add_button.click()
    tab.jabatan.setText("Kepala")
    assert not page.save()
    assert "Nama" in tab.form.error_text("nama")
    tab.nama.setText("Nama")
    tab.sampai.open.setChecked(False)
    tab.sampai.field.set_day(date(2020, 1, 1))
    assert not page.save()
    assert tab.form.error_text("nama") == ""
    assert "mendahului" in tab.form.error_text("berlaku_sampai")
    assert len(app.pejabat.list()) == 2


def test_ending_a_term_changes_who_signs(page, open_tab, office, app, clock):
    tab = open_tab("pejabat")
    assert tab.table.choose(office.sekretaris)
    tab.sampai.open.setChecked(False)
    tab.sampai.field.set_day(date(2026, 11, 22))
    assert page.save()
    assert app.pejabat.signer(LaneCode.PPID_PEMBANTU, clock.today()) is None
    assert app.pejabat.signer(LaneCode.PPID_PEMBANTU, date(2026, 11, 22)) is not None


def test_an_official_of_no_lane(page, open_tab, app):
    tab = open_tab("pejabat")
    tab.nama.setText("Nama")
    tab.jabatan.setText("Kepala")
    tab.peran.setCurrentIndex(tab.peran.count() - 1)
    assert page.save()
    assert app.pejabat.list()[0].data.peran is None
    assert not page.edited


def test_a_mandate_is_asked_for_only_when_there_is_one(page, open_tab, office, app):
    tab = open_tab("pejabat")
    page.show()
    assert tab.table.choose(office.sekretaris)
    fields = (tab.atas_nama, tab.melalui)
    assert not any(each.isVisible() for each in fields)
    tab.mandate.setChecked(True)
    assert all(each.isVisible() for each in fields)
    tab.atas_nama.setText("Kepala Dinas Uji")
    tab.melalui.setText("Kepala Bagian")
    assert tab.preview.words.startswith("a.n. KEPALA DINAS UJI\nKEPALA BAGIAN\nu.b.\nSEKRETARIS,\n")
    assert page.save()

    def stored():
        return next(row.data for row in app.pejabat.list() if row.id == office.sekretaris)

    assert (stored().atas_nama, stored().melalui) == ("Kepala Dinas Uji", "Kepala Bagian")
    assert tab.mandate.isChecked()
    assert not page.edited
    tab.mandate.setChecked(False)
    assert page.save()
    assert (stored().atas_nama, stored().melalui) == ("", "")


def test_through_whom_without_for_whom_is_told_at_its_field(page, open_tab, office):
    tab = open_tab("pejabat")
    tab.mandate.setChecked(True)
    tab.melalui.setText("Sekretaris")
    assert not page.save()
    assert "pemberi mandat" in tab.form.error_text("melalui")


def test_a_mandate_ticked_and_left_blank_is_none(page, open_tab, office):
    tab = open_tab("pejabat")
    tab.mandate.setChecked(True)
    assert not page.edited


def test_who_signs_the_keputusan_for_another_is_told_of_the_mandate(open_tab, office):
    tab = open_tab("pejabat")
    assert tab.table.choose(office.sekretaris)
    tab.mandate.setChecked(True)
    tab.atas_nama.setText("Kepala Dinas")
    assert tab.warned["atas_nama"].warning == ""
    tab.peran.setCurrentIndex(tab.peran.findData(LaneCode.ATASAN_PPID_PEMBANTU))
    assert "mandat tertulis" in tab.warned["atas_nama"].warning


def test_a_golongan_typed_with_the_pangkat_is_put_apart(page, open_tab, office, app):
    tab = open_tab("pejabat")
    page.show()
    assert tab.table.choose(office.kepala)
    assert not tab.warned["pangkat"].button.isVisible()
    tab.pangkat.setCurrentText("Pembina Tk. I, IV/b")
    assert tab.preview.words.endswith("Nama Kepala\nPembina Tk. I")
    assert "“IV/b”" in tab.warned["pangkat"].warning
    tab.warned["pangkat"].button.click()
    assert (tab.pangkat.currentText(), tab.golongan.currentText()) == ("Pembina Tk. I", "IV/b")
    assert tab.warned["pangkat"].warning == ""
    assert not tab.warned["pangkat"].button.isVisible()
    assert page.save()


def test_a_pppk_has_a_number_of_its_own_and_no_pangkat(page, open_tab, office, app):
    tab = open_tab("pejabat")
    assert tab.table.choose(office.kepala)
    tab.kepegawaian.setCurrentIndex(tab.kepegawaian.findData(Kepegawaian.PPPK))
    tab.nip.setText("199001012023211012")
    tab.pangkat.setCurrentText("Pembina")
    assert tab.preview.words.endswith("Nama Kepala\nNI PPPK 19900101 202321 1 012")
    assert "tidak mempunyai pangkat" in tab.warned["pangkat"].warning
    assert not tab.warned["pangkat"].button.isVisibleTo(tab)
    assert page.save()
    kept = next(row.data for row in app.pejabat.list() if row.id == office.kepala)
    assert kept.kepegawaian is Kepegawaian.PPPK


def test_terms_that_meet_are_told_where_they_are_typed(page, open_tab, office, app):
    tab = open_tab("pejabat")
    tab.add_button.click()
    assert tab.warned["berlaku_dari"].warning == ""  # nobody is typed yet
    tab.nama.setText("Nama Baru")
    assert "Nama Sekretaris juga memegang peran ini" in tab.warned["berlaku_dari"].warning
    tab.status.setCurrentIndex(tab.status.findData(StatusPejabat.PLT))
    assert tab.warned["berlaku_dari"].warning == ""
    page.discard()

    assert tab.table.choose(office.kepala)
    assert tab.warned["berlaku_dari"].warning == ""  # not two of himself
    tab.sampai.open.setChecked(False)
    tab.sampai.field.set_day(date(2026, 12, 31))
    assert "Mulai 1 Januari 2027 belum ada" in tab.warned["berlaku_sampai"].warning
    assert page.save()
    app.pejabat.add(
        PejabatInput("Penerus", "Kepala", LaneCode.ATASAN_PPID_PEMBANTU, date(2027, 1, 1))
    )
    assert tab.warned["berlaku_sampai"].warning == ""


def test_the_block_takes_text_as_it_is(open_tab):
    tab = open_tab("pejabat")
    tab.nama.setText("<b>Nama</b> & Co")
    tab.jabatan.setText("<i>Kepala")
    assert tab.preview.words.startswith("<I>KEPALA,\n")
    assert "&lt;b&gt;Nama&lt;/b&gt; &amp; Co" in tab.preview._block.text()


def test_a_new_official_is_offered_the_role_that_nobody_holds(open_tab, app):
    tab = open_tab("pejabat")
    assert tab.value().peran is LaneCode.PPID_PEMBANTU
    app.pejabat.add(PejabatInput("Nama", "Sekretaris", LaneCode.PPID_PEMBANTU, date(2026, 1, 1)))
    tab.begin()
    assert tab.value().peran is LaneCode.ATASAN_PPID_PEMBANTU
