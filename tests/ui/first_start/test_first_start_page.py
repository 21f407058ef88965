"""The guide writes as it goes, loses nothing, and each step can be passed over or gone back to."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.sop import LaneCode
from sopapp.paths import DataFolder
from sopapp.services.profil_file import profil_bytes
from sopapp.services.unit_kerja import UnitKerjaInput
from tests.conftest import TODAY, fill_office
from tests.services.test_profil import png
from ui.first_start.due import first_start_due
from ui.first_start.first_start_page import FirstStartPage

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
CTRL = Qt.KeyboardModifier.ControlModifier


def press(page: FirstStartPage, key: Qt.Key, *modifier: Qt.KeyboardModifier) -> None:
    QTest.keyClick(page.focusWidget() or page, key, *modifier)
    QApplication.processEvents()


def go(page: FirstStartPage, name: str) -> None:
    page.open_step(name)
    QApplication.processEvents()
    assert page.step.name == name


def fill_instansi(page: FirstStartPage) -> None:
    tab = page.steps["instansi"].tab
    tab.pemerintah.setText("Pemerintah Provinsi Uji")
    tab.nama.setText("Dinas Uji")
    tab.kota.setText("Kupang")


def test_enter_begins_and_goes_from_step_to_step(page):
    assert page.focusWidget() is page.steps["mulai"].begin
    shown = []
    for _ in range(6):
        press(page, ENTER)
        shown.append(page.step.name)
    assert shown == ["instansi", "pejabat", "unit_kerja", "unit_kerja", "unit_kerja", "unit_kerja"]
    press(page, ENTER, CTRL)  # in a field of several lines Enter makes a line
    press(page, ENTER)
    press(page, ENTER)
    assert page.step.name == "selesai"


def test_a_step_that_is_not_shown_reads_nothing_until_it_is(page, app, monkeypatch):
    go(page, "unit_kerja")
    go(page, "nomor")
    unit, read = page.steps["unit_kerja"], []
    monkeypatch.setattr(unit, "load", lambda: read.append(1))
    monkeypatch.setattr(unit, "hear", lambda _changes: read.append(1))
    app.unit_kerja.add(UnitKerjaInput("BA", "Bidang A", "Kepala Bidang A"))
    QApplication.processEvents()
    assert read == []
    go(page, "unit_kerja")
    assert read == [1]


def test_each_step_puts_the_keyboard_into_its_first_field(page):
    expected = {
        "instansi": page.steps["instansi"].tab.pemerintah,
        "pejabat": page.steps["pejabat"].forms[0].fields.nama,
        "unit_kerja": page.steps["unit_kerja"].editor.text,
        "nomor": page.steps["nomor"].klasifikasi,
        "daftar": page.next_button,
        "selesai": page.next_button,
    }
    for name, field in expected.items():
        go(page, name)
        assert page.focusWidget() is field, name


def test_what_is_typed_is_stored_by_going_on(page, app):
    press(page, ENTER)
    fill_instansi(page)
    press(page, ENTER)
    assert app.instansi.get().nama == "Dinas Uji"

    signer, decider = page.steps["pejabat"].forms
    signer.fields.nama.setText("Nama Sekretaris")
    signer.fields.jabatan.setText("Sekretaris")
    press(page, ENTER)
    assert app.pejabat.signer(LaneCode.PPID_PEMBANTU, TODAY).data.nama == "Nama Sekretaris"
    assert app.pejabat.signer(LaneCode.PPID_PEMBANTU, TODAY.replace(day=1)) is not None
    assert app.pejabat.signer(decider.role, TODAY) is None

    page.steps["unit_kerja"].editor.text.setPlainText("Sekretariat\nBidang Arsip")
    press(page, ENTER, CTRL)
    assert [unit.nama for unit in app.unit_kerja.list()] == ["Sekretariat", "Bidang Arsip"]

    page.steps["nomor"].klasifikasi.setText("500.12")
    page.steps["nomor"].section.pola.setText("{klasifikasi}/{urut:3}/{tahun}")
    assert page.steps["nomor"].section.samples["berikut"].text() == "500.12/001/2026"
    press(page, ENTER)
    for jenis in (JenisNaskah.NOTA_DINAS, JenisNaskah.PENGINGAT, JenisNaskah.PENGANTAR):
        assert app.setting.naskah(jenis).pola == "{klasifikasi}/{urut:3}/{tahun}"
    assert "KEP" in app.setting.naskah(JenisNaskah.KEPUTUSAN).pola
    assert app.setting.letters().klasifikasi == "500.12"
    # Everything that a first letter needs.
    assert app.instansi.ready() == ()


def test_a_gap_keeps_the_step_and_is_told_at_its_field(page, app):
    go(page, "instansi")
    page.steps["instansi"].tab.nama.setText("Dinas Uji")
    press(page, ENTER)
    assert page.step.name == "instansi"
    assert page.step.form.error_text("pemerintah") == "Pemerintah belum diisi."
    page.skip_button.click()
    assert page.step.name == "pejabat"
    assert app.instansi.get().nama == ""


def test_a_signer_without_jabatan_keeps_the_step(page, app):
    go(page, "pejabat")
    second = page.steps["pejabat"].forms[1]
    second.fields.nama.setText("Nama Kepala")
    press(page, ENTER)
    assert page.step.name == "pejabat"
    assert second.form.error_text("jabatan") == "Jabatan belum diisi."
    assert app.pejabat.list() == ()


def test_a_line_at_fault_adds_no_unit(page, app):
    go(page, "unit_kerja")
    page.step.editor.text.setPlainText("A;Bidang A;Kepala\nA;Bidang B;Kepala")
    page.next_button.click()
    assert page.step.name == "unit_kerja"
    assert "Baris 2" in page.step.editor.report.text()
    assert app.unit_kerja.list() == ()


def test_a_pattern_without_a_number_keeps_the_step(page, app):
    go(page, "nomor")
    page.step.section.pola.setText("ND/{tahun}")
    page.next_button.click()
    assert page.step.name == "nomor"
    assert "{urut}" in page.step.form.error_text("pola")
    assert "{urut}" in app.setting.naskah(JenisNaskah.NOTA_DINAS).pola


def test_going_back_stores_what_is_whole(page, app):
    go(page, "instansi")
    fill_instansi(page)
    page.back_button.click()
    assert page.step.name == "mulai"
    assert app.instansi.get().nama == "Dinas Uji"


def test_esc_leaves_without_a_question(page, app, navigate, prompts):
    go(page, "instansi")
    fill_instansi(page)
    press(page, ESC)
    assert navigate.went == [("board",)]
    assert page.may_leave()
    assert prompts.shown == []
    assert app.instansi.get().nama == "Dinas Uji"


def test_a_later_start_goes_on_where_it_was_left_with_what_was_typed(page, open_page, app):
    go(page, "pejabat")
    page.step.forms[0].fields.nama.setText("Nama tanpa jabatan")
    page.steps["instansi"].tab.nama.setText("Dinas setengah jadi")
    page.steps["unit_kerja"].editor.text.setPlainText("A;;C")
    page.steps["nomor"].section.pola.setText("{urut")
    page.may_leave()
    page.close()

    again = open_page()
    assert again.step.name == "pejabat"
    assert again.step.forms[0].fields.nama.text() == "Nama tanpa jabatan"
    assert again.steps["instansi"].tab.nama.text() == "Dinas setengah jadi"
    assert again.steps["unit_kerja"].editor.text.toPlainText() == "A;;C"
    assert again.steps["nomor"].section.pola.text() == "{urut"

    again.step.forms[0].fields.jabatan.setText("Sekretaris")
    again.next()
    assert app.pejabat.list()[0].data.nama == "Nama tanpa jabatan"
    again.close()
    last = open_page()
    assert last.steps["pejabat"].draft() is None


def test_the_official_who_is_there_is_changed_and_not_doubled(app, open_page):
    office = fill_office(app)
    page = open_page()
    go(page, "pejabat")
    signer = page.step.forms[0]
    assert signer.fields.nama.text() == "Nama Sekretaris"
    signer.fields.nip.setText("197505052000032002")
    page.next()
    found = {each.id: each.data for each in app.pejabat.list()}
    assert len(found) == 2
    assert found[office.sekretaris].nip == "197505052000032002"
    assert found[office.sekretaris].berlaku_dari.year == 2020


def test_the_end_says_what_is_lacking_and_leads_there(page, app):
    app.setting.save(app.setting.letters().__class__(klasifikasi="1"))
    go(page, "selesai")
    assert page.steps["selesai"].words["instansi"].text() == "Instansi: belum diisi"
    assert page.steps["selesai"].words["nomor"].text() == "Nomor surat: siap"
    assert page.steps["selesai"].buttons["nomor"].text() == "Lihat"
    page.steps["selesai"].buttons["instansi"].click()
    assert page.step.name == "instansi"


def test_the_first_berkas_ends_the_guide(page, app, navigate):
    go(page, "selesai")
    press(page, ENTER)
    assert navigate.went == [("new_berkas",)]
    assert page.over
    assert not first_start_due(DataFolder(app.data), app)


def test_passing_over_ends_it_until_it_is_asked_for(page, app, navigate):
    data = DataFolder(app.data)
    assert first_start_due(data, app)
    page.steps["mulai"].skip.click()
    assert navigate.went == [("board",)]
    assert not first_start_due(data, app)
    page.begin_again()
    assert page.step is page.steps["mulai"]


def test_an_office_that_works_already_is_not_guided(app):
    fill_office(app)
    data = DataFolder(app.data)
    assert not first_start_due(data, app)


def test_a_running_berkas_ends_a_guide_that_was_left(page, app):
    go(page, "nomor")
    assert first_start_due(DataFolder(app.data), app)
    app.berkas.create("Berkas", 2026, TODAY)
    assert not first_start_due(DataFolder(app.data), app)


def test_a_profil_is_looked_over_in_the_page_and_then_changed(page, app, prompts, tmp_path):
    fill_office(app)
    made = app.profil.now()
    for unit in app.unit_kerja.list():
        app.unit_kerja.remove(unit.id)
    prompts.file = tmp_path / "lain.sopprofil"
    prompts.file.write_bytes(profil_bytes(made, TODAY))

    page.steps["mulai"].profil.click()
    QApplication.processEvents()
    assert page.step is page.steps["profil"]
    assert page.next_button.text() == "&Muat 1 bagian"
    press(page, ENTER)
    assert page.step.name == "instansi"
    assert page.step.tab.nama.text() == "Dinas Uji"
    assert len(app.unit_kerja.list()) == 3


def test_a_profil_that_is_put_back_changes_nothing(page, app, prompts, tmp_path):
    fill_office(app)
    was = app.profil.now()
    prompts.file = tmp_path / "lain.sopprofil"
    prompts.file.write_text("bukan profil", encoding="utf-8")
    page.steps["mulai"].profil.click()
    assert page.step is page.steps["mulai"]
    prompts.file.write_bytes(profil_bytes(was, TODAY))
    page.steps["mulai"].profil.click()
    page.back_button.click()
    assert page.step is page.steps["mulai"]
    assert app.profil.now() == was


def test_units_come_from_a_sheet(page, prompts, tmp_path):
    prompts.file = tmp_path / "unit.csv"
    prompts.file.write_text(
        "No;Nama Unit;Pimpinan\n1;Sekretariat;Sekretaris\n2;Bidang A;\n", encoding="utf-8"
    )
    go(page, "unit_kerja")
    page.step.sheet_button.click()
    units = [(unit.nama, unit.pimpinan) for unit in page.step.editor.units]
    assert units == [("Sekretariat", "Sekretaris"), ("Bidang A", "Kepala Bidang A")]


def test_a_logo_is_chosen_and_stored(page, app, prompts, tmp_path):
    go(page, "instansi")
    fill_instansi(page)
    prompts.file = tmp_path / "lambang.png"
    prompts.file.write_bytes(png())
    page.step.tab.logo_button.click()
    page.next()
    assert app.instansi.logo() == png()


def test_the_bar_tells_what_is_done(page, app, qtbot):
    fill_office(app)
    page.show()
    qtbot.waitUntil(lambda: "selesai" in page.bar.buttons["instansi"].accessibleName())
    names = [button.accessibleName() for button in page.bar.buttons.values()]
    assert names[:3] == ["Langkah 1, Mulai", "Langkah 2, Instansi, selesai",
                         "Langkah 3, Pejabat, selesai"]  # fmt: skip
    page.bar.buttons["nomor"].click()
    assert page.step.name == "nomor"


@pytest.mark.parametrize("name", ["mulai", "instansi", "pejabat", "unit_kerja", "nomor", "daftar"])
def test_tab_reaches_everything_that_answers(page, name):
    go(page, name)
    start = page.focusWidget()
    met = [start]
    for _ in range(80):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        if page.focusWidget() is start:
            break
        met.append(page.focusWidget())
    assert page.focusWidget() is start
    assert {page.leave_button, *page.bar.buttons.values()} <= set(met)
    for widget in met:
        assert widget.accessibleName() or getattr(widget, "text", str)(), widget


def test_the_units_that_are_stored_stand_in_lines_that_can_be_read(page, app):
    for number in range(9):
        app.unit_kerja.add(
            UnitKerjaInput(f"B{number}", f"Bidang Perdagangan Nomor {number}", "Kepala")
        )
    page.resize(2400, 700)
    go(page, "unit_kerja")
    told = page.step.stored
    page.layout().activate()
    assert told.width() < page.width() / 2
    assert told.height() >= told.heightForWidth(told.width()) >= 2 * told.fontMetrics().height()
