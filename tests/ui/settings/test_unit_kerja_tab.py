"""Units: added, changed, ordered, retired, pasted; slips are told where they are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from sopapp.services.unit_kerja import UnitKerjaInput
from tests.services import carrying
from ui.prompts import Unsaved
from ui.settings.unit_lines import lines_of_rows, read_unit_lines
from ui.settings.unit_lines_editor import UnitLinesEditor


def codes(app):
    return [unit.kode for unit in app.unit_kerja.list()]


def type_unit(tab, kode, nama, pimpinan):
    tab.kode.setText(kode)
    tab.nama.setText(nama)
    tab.pimpinan.setText(pimpinan)


def test_the_first_unit_needs_no_button(page, open_tab, app):
    tab = open_tab("unit_kerja")
    type_unit(tab, "SET", "Sekretariat", "Sekretaris")
    assert page.save()
    assert codes(app) == ["SET"]
    assert tab.editing == app.unit_kerja.list()[0].id


def test_the_second_unit_after_tambah(page, open_tab, app, office):
    tab = open_tab("unit_kerja")
    tab.add_button.click()
    assert tab.kode.text() == ""
    type_unit(tab, "SET", "Sekretariat", "Sekretaris")
    assert page.save()
    assert codes(app) == ["U1", "U2", "U3", "SET"]
    assert tab.table.current.kode == "SET"


def test_a_code_in_use_is_told_at_its_field(page, open_tab, app, office):
    tab = open_tab("unit_kerja")
    tab.add_button.click()
    type_unit(tab, "u2", "Lain", "Kepala")
    assert not page.save()
    assert "Bidang 2" in tab.form.error_text("kode")
    assert len(codes(app)) == 3


def test_choosing_a_row_shows_it_and_saving_changes_it(page, open_tab, app, office):
    tab = open_tab("unit_kerja")
    tab.table.choose(office.units[1])
    assert tab.nama.text() == "Bidang 2"
    tab.nama.setText("Bidang Dua")
    tab.aktif.setChecked(False)
    assert page.save()
    unit = app.unit_kerja.list()[1]
    assert (unit.nama, unit.aktif) == ("Bidang Dua", False)
    assert app.unit_kerja.list(active_only=True)[1].kode == "U3"


def test_choosing_another_row_asks_before_edits_are_lost(open_tab, prompts, office):
    tab = open_tab("unit_kerja")
    tab.nama.setText("Belum disimpan")
    prompts.leave = Unsaved.KEEP
    tab.table.choose(office.units[2])
    assert tab.nama.text() == "Belum disimpan"
    assert tab.table.current.id == office.units[0]
    prompts.leave = Unsaved.DROP
    tab.table.choose(office.units[2])
    assert tab.nama.text() == "Bidang 3"


def test_a_click_that_is_taken_back_leaves_the_row_in_the_form_marked(
    page, open_tab, prompts, office, qtbot
):
    tab = open_tab("unit_kerja")
    page.show()
    tab.nama.setText("Belum disimpan")
    prompts.leave = Unsaved.KEEP
    table = tab.table
    there = table.visualRect(table.rows.index(2, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=there)
    qtbot.waitUntil(lambda: table.chosen_rows() == [0])
    assert tab.nama.text() == "Belum disimpan"
    assert table.current.id == office.units[0]


def test_choosing_another_row_may_save_the_edits_first(open_tab, app, prompts, office):
    tab = open_tab("unit_kerja")
    tab.nama.setText("Bidang yang berganti nama")
    prompts.leave = Unsaved.SAVE
    tab.table.choose(office.units[2])
    assert tab.nama.text() == "Bidang 3"
    assert tab.table.current.id == office.units[2]
    assert not tab.edited
    assert app.unit_kerja.list()[0].nama == "Bidang yang berganti nama"
    tab.nama.setText("")
    tab.table.choose(office.units[0])
    assert tab.table.current.id == office.units[2]
    assert tab.form.error_text("nama")


def test_the_order_is_moved_and_kept(open_tab, app, office):
    tab = open_tab("unit_kerja")
    tab.table.choose(office.units[2])
    tab.up.click()
    assert codes(app) == ["U1", "U3", "U2"]
    tab.up.click()
    assert codes(app) == ["U3", "U1", "U2"]
    assert not tab.up.isEnabled()
    assert tab.table.current.kode == "U3"


def test_a_unit_never_used_is_removed_after_a_question(open_tab, app, prompts, office):
    tab = open_tab("unit_kerja")
    prompts.yes = False
    tab.remove_button.click()
    assert len(codes(app)) == 3
    prompts.yes = True
    tab.remove_button.click()
    assert codes(app) == ["U2", "U3"]
    assert tab.table.current.kode == "U2"


def test_a_unit_in_use_stays_and_the_way_out_is_told(open_tab, app, prompts, office):
    carrying.to_answers(app, office.units)
    tab = open_tab("unit_kerja")
    tab.remove_button.click()
    assert len(codes(app)) == 3
    assert "tidak aktif" in prompts.shown[-1]


def test_pasted_lines_become_units(open_tab, app, office):
    tab = open_tab("unit_kerja")
    tab.open_paste()
    tab.dialog.text.setPlainText("KODE\tNAMA\tPIMPINAN\nSET\tSekretariat\tSekretaris\nX; Y; Z\n")
    assert tab.dialog.add_button.text() == "Tambah 2 unit"
    tab.dialog.accept()
    assert codes(app) == ["U1", "U2", "U3", "SET", "X"]
    assert tab.model.rowCount() == 5


def test_pasted_lines_with_a_slip_add_nothing(open_tab, app, office):
    tab = open_tab("unit_kerja")
    tab.open_paste()
    tab.dialog.text.setPlainText("SET;Sekretariat;Sekretaris\nU1;Kembar;Kepala\nA;B;C;D")
    assert not tab.dialog.add_button.isEnabled()
    words = tab.dialog.report.text()
    assert "Baris 2" in words
    assert "Baris 3" in words
    tab.dialog.reject()
    assert tab.dialog is None
    assert len(codes(app)) == 3


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("A;B;C;D", "ada 4"),
        (";B;C", "kode kosong"),
        ("A;;C", "nama kosong"),
        ("A;B;", "pimpinan kosong"),
        ("A;B;C\na;D;E", "Baris 2: kode a sama dengan unit pada baris 1"),
    ],
)
def test_each_slip_in_lines_names_its_line(text, problem):
    _units, problems = read_unit_lines(text)
    assert problem in problems[0]


def test_lines_take_tabs_semicolons_and_blank_lines():
    units, problems = read_unit_lines("\n A ; B ; C \n\nD\tE; F\tG\t\t\n")
    assert not problems
    assert units == (UnitKerjaInput("A", "B", "C"), UnitKerjaInput("D", "E; F", "G"))


def test_a_name_alone_is_enough():
    units, problems = read_unit_lines(
        "1. Sekretariat\n2. Bidang Arsip dan Data\nBidang Aset Daerah\n"
        "UPTD Laboratorium; Kepala Lab\nAD; Kelompok Jabatan Fungsional",
        ("SEKR",),
    )
    assert not problems
    assert units == (
        UnitKerjaInput("SEKR2", "Sekretariat", "Sekretaris"),
        UnitKerjaInput("AD2", "Bidang Arsip dan Data", "Kepala Bidang Arsip dan Data"),
        UnitKerjaInput("AD3", "Bidang Aset Daerah", "Kepala Bidang Aset Daerah"),
        UnitKerjaInput("UPTDL", "UPTD Laboratorium", "Kepala Lab"),
        UnitKerjaInput(
            "AD", "Kelompok Jabatan Fungsional", "Koordinator Kelompok Jabatan Fungsional"
        ),
    )


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ([["No", "Nama Unit", ""], ["1", "Sekretariat", ""], ["2", "Bidang A", ""]],
         "Nama Unit\nSekretariat\nBidang A"),
        ([["DAFTAR UNIT", "", ""], ["", "", ""], ["Kode", "Nama", "Pimpinan"], ["S", "Set", "Ses"]],
         "Kode\tNama\tPimpinan\nS\tSet\tSes"),
        ([["Sekretariat"], [""], ["Bidang  A"]], "Sekretariat\nBidang A"),
        ([], ""),
    ],
)  # fmt: skip
def test_rows_of_a_sheet_become_lines(rows, lines):
    assert lines_of_rows(rows) == lines


@pytest.mark.parametrize("key", [Qt.Key.Key_N, Qt.Key.Key_Up])
def test_a_unit_moves_up_by_either_of_its_keys(page, open_tab, app, office, qtbot, key):
    tab = open_tab("unit_kerja")
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    tab.table.choose(office.units[1])
    qtbot.keyClick(page, key, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: codes(app) == ["U2", "U1", "U3"])  # a letter presses the button


def test_until_units_are_read_the_text_has_all_the_room(qtbot):
    editor = UnitLinesEditor(())
    qtbot.addWidget(editor)
    editor.resize(500, 400)
    editor.show()
    assert editor.text.height() > 350
    editor.text.setPlainText("Sekretariat")
    qtbot.waitUntil(lambda: editor.table.isVisible() and editor.text.height() < 300)
    assert editor.table.height() > 100
