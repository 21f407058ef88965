"""Officials: stored, warned about, ended instead of overwritten; the block as printed."""

from __future__ import annotations

from datetime import date

from sopapp.domain.pejabat import StatusPejabat
from sopapp.domain.sop import LaneCode
from ui.widgets.warned_line_edit import WarnedLineEdit


def test_an_official_is_stored_with_everything(page, open_tab, app):
    tab = open_tab("pejabat")
    tab.nama.setText("Dra. Nama Contoh, M.Si.")
    tab.nip.set_text("19860926 201505 2 001")
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
    tab.nip.set_text("198609262015052001")
    words = tab.preview.words
    assert words.startswith("Plt. KEPALA DINAS SELAKU ATASAN PPID,\n")
    assert words.endswith("Nama & Gelar\nNIP 19860926 201505 2 001")


def test_a_strange_nip_warns_and_is_stored(page, open_tab, app):
    tab = open_tab("pejabat")
    tab.nama.setText("Nama")
    tab.jabatan.setText("Kepala")
    tab.nip.set_text("123")
    assert "18 angka" in tab.nip.warning
    assert page.save()
    assert app.pejabat.list()[0].data.nip == "123"


def test_a_good_nip_takes_the_warning_away(qtbot):
    field = WarnedLineEdit(lambda text: "Salah." if text == "x" else None)
    qtbot.addWidget(field)
    field.set_text("x")
    assert field.warning == "Salah."
    field.set_text("y")
    assert field.warning == ""


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
