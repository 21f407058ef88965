"""Grounds: sub-grounds with their words, and laws found in the catalogue."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from sopapp.domain.dik import DasarPengecualian
from ui.berkas.dasar_editor import DasarEditor

PDP = "Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi"


@pytest.fixture
def editor(qtbot, context):
    made = DasarEditor((), context)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def choose(ground, letter):
    ground.huruf.setCurrentIndex(ground.huruf.findData(letter))


def test_the_numbers_of_a_letter_come_with_their_words(editor, app):
    ground = editor.rows[0]
    choose(ground, "h")
    offered = [ground.angka.itemText(n) for n in range(ground.angka.count())]
    points = next(each for each in app.katalog.pasal_17() if each.huruf == "h").butir
    assert offered == ["tanpa angka", *(f"angka {p.angka} – {p.teks}" for p in points)]
    ground.angka.setCurrentIndex(3)
    assert editor.value() == (DasarPengecualian("h", 3),)


def test_another_letter_drops_the_number_of_the_first(editor):
    ground = editor.rows[0]
    choose(ground, "h")
    ground.angka.setCurrentIndex(3)
    choose(ground, "j")
    assert editor.value() == (DasarPengecualian("j"),)
    assert not ground.angka.isEnabled()


def test_the_key_of_a_letter_or_number_picks_it(editor, qtbot):
    ground = editor.rows[0]
    for key, letter in (("j", "j"), ("H", "h"), ("z", "h"), ("a", "a")):
        qtbot.keyClicks(ground.huruf, key)
        assert ground.huruf.currentData() == letter
    qtbot.keyClick(ground.huruf, "c", Qt.KeyboardModifier.ControlModifier)
    assert ground.huruf.currentData() == "a"
    for key, number in (("2", 2), ("9", 2), ("5", 5)):
        qtbot.keyClicks(ground.angka, key)
        assert ground.angka.currentData() == number


@pytest.mark.parametrize(
    "dasar",
    [
        DasarPengecualian("h", 2, PDP, "Pasal 4 ayat (2)"),
        DasarPengecualian("b", 7, "Pasal 4 UU Nomor 27 Tahun 2022"),
        DasarPengecualian("z", None, "Peraturan yang tidak dikenal"),
    ],
)
def test_what_was_stored_comes_back_as_it_was(qtbot, context, dasar):
    editor = DasarEditor((dasar,), context)
    qtbot.addWidget(editor)
    assert editor.value() == (dasar,)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("typed", ["27 2022", "pdp", "pelindungan", "2022 data"])
def test_a_law_is_found_by_number_year_or_word(qtbot, editor, typed):
    field = editor.rows[0].undang_undang
    field.setFocus()
    qtbot.keyClicks(field, typed)
    offered = field.completer().popup().model()
    assert offered.rowCount() >= 1
    assert PDP in offered.index(0, 0).data()
    qtbot.keyClick(field.completer().popup(), Qt.Key.Key_Down)
    qtbot.keyClick(field.completer().popup(), Qt.Key.Key_Return)
    assert field.text() == PDP


def test_free_text_stays_and_can_be_taken_into_the_catalogue(editor, app):
    ground = editor.rows[0]
    choose(ground, "j")
    ground.undang_undang.setText("Undang-Undang Nomor 99 Tahun 2030 tentang Percobaan")
    assert ground.stops[-1].isEnabled()
    ground.stops[-1].click()
    assert app.katalog.laws()[-1].kutipan == "Undang-Undang Nomor 99 Tahun 2030 tentang Percobaan"
    assert not ground.stops[-1].isEnabled()


def test_a_lower_regulation_is_taken_into_the_catalogue_after_a_question(editor, app, prompts):
    ground = editor.rows[0]
    ground.undang_undang.setText("Peraturan Gubernur Nomor 3 Tahun 2021")
    prompts.yes = False
    ground.stops[-1].click()
    assert all(law.bawaan for law in app.katalog.laws())
    assert "tidak cukup sebagai dasar huruf j" in prompts.shown[-1]
