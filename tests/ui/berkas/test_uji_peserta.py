"""Participants: typed, pasted, taken from the officials or from the test before."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from sopapp.domain.uji import Peserta
from ui.berkas.uji_peserta import PesertaEditor
from ui.berkas.uji_peserta_lines import read_peserta_lines

BEFORE = (Peserta("Orang Lama", "Jabatan Lama"),)


@pytest.fixture
def editor(qtbot, context, office):
    made = PesertaEditor(context, lambda: BEFORE)
    qtbot.addWidget(made)
    made.resize(500, 300)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.mark.parametrize(
    ("line", "nama", "jabatan"),
    [
        ("Budi, Kepala Bidang", "Budi", "Kepala Bidang"),
        ("Budi Contoh, S.Sos., M.Si, Sekretaris", "Budi Contoh, S.Sos., M.Si", "Sekretaris"),
        ("Budi Contoh, SE, Kepala Seksi Sarana, Prasarana", "Budi Contoh, SE",
         "Kepala Seksi Sarana, Prasarana"),
        ("Budi Contoh, S.T.", "Budi Contoh, S.T.", ""),
        ("1\tBudi, S.E.\tKepala  Bidang", "Budi, S.E.", "Kepala Bidang"),
        ("2. Budi; Analis", "2. Budi", "Analis"),
        ("Budi", "Budi", ""),
    ],
)  # fmt: skip
def test_a_line_is_a_person(line, nama, jabatan):
    assert read_peserta_lines(line) == (Peserta(nama, jabatan),)


def test_heads_and_blank_lines_are_passed_over():
    text = "No\tNama\tJabatan\n\n1\tBudi\tAnalis\n\t\t\n2\tAni\tKepala\n"
    assert read_peserta_lines(text) == (Peserta("Budi", "Analis"), Peserta("Ani", "Kepala"))


def test_several_lines_are_pasted_into_the_table(qtbot, editor):
    QGuiApplication.clipboard().setText("Budi\tAnalis\nAni\tKepala")
    editor.table.setFocus()
    qtbot.keyClick(editor.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert editor.value() == (Peserta("Budi", "Analis"), Peserta("Ani", "Kepala"))


def test_several_lines_are_pasted_by_the_button_and_nobody_comes_twice(editor, prompts):
    prompts.text = "Budi, Analis\nBUDI, Analis\nAni, Kepala"
    editor.paste_button.click()
    editor.paste_button.click()
    assert [one.nama for one in editor.value()] == ["Budi", "Ani"]


def test_a_person_is_typed_with_the_keyboard(qtbot, editor):
    editor.add_button.click()
    qtbot.keyClicks(QApplication.focusWidget(), "Budi")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "Analis")
    assert editor.value() == (Peserta("Budi", "Analis"),)  # taken in though still being typed
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() not in (editor.table, editor.table.viewport())


def test_a_row_is_removed_by_key_and_empty_ones_do_not_count(qtbot, editor):
    editor.set_value((Peserta("Budi"), Peserta(""), Peserta("Ani")))
    assert [one.nama for one in editor.value()] == ["Budi", "Ani"]
    editor.table.setCurrentCell(0, 0)
    qtbot.keyClick(editor.table, Qt.Key.Key_Delete)
    assert [one.nama for one in editor.value()] == ["Ani"]


def test_an_official_in_office_is_taken(editor):
    menu = editor.official_button.menu()
    menu.aboutToShow.emit()
    assert len(menu.actions()) == 2
    menu.actions()[0].trigger()
    (one,) = editor.value()
    assert one.jabatan in ("Sekretaris", "Kepala Dinas Contoh")


def test_the_people_of_the_test_before_are_taken(editor):
    editor.add_lines("Orang Baru")
    editor.same_button.click()
    assert editor.value() == BEFORE
