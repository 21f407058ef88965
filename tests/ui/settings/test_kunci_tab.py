"""The start password is set, changed and taken away; what is wrong stands at its field."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

WORD = "kapal layar"


@pytest.fixture
def tab(page, open_tab):
    return open_tab("kunci")


def fill(tab, new: str, again: str, present: str = "") -> None:
    tab.new.setText(new)
    tab.again.setText(again)
    tab.present.setText(present)


def test_a_password_is_set_and_not_shown_again(tab, app):
    tab.minutes.setValue(1)
    fill(tab, WORD, WORD)
    tab.put_button.click()
    assert app.kunci.check(WORD)
    assert app.kunci.state().menit == 1
    assert "terpasang" in tab.state.text()
    assert tab.new.text() == tab.again.text() == ""


def test_enter_in_the_last_field_sets_it_too(qtbot, tab, app):
    fill(tab, WORD, WORD)
    qtbot.keyClick(tab.again, Qt.Key.Key_Return)
    assert app.kunci.state().terpasang


@pytest.mark.parametrize(
    ("new", "again", "field"),
    [("kapal layar", "kapal layat", "ulang"), ("abc", "abc", "sandi"), ("", "", "sandi")],
)
def test_what_does_not_fit_is_said_at_its_field(tab, app, prompts, new, again, field):
    fill(tab, new, again)
    tab.put_button.click()
    assert tab.form.error_text(field)
    assert not app.kunci.state().terpasang
    assert prompts.shown == []


def test_changing_and_taking_away_ask_for_the_present_one(tab, app):
    app.kunci.put(WORD, 10)
    fill(tab, "kata yang baru", "kata yang baru", "bukan ini")
    tab.put_button.click()
    tab.remove_button.click()
    assert tab.form.error_text("sekarang")
    assert app.kunci.check(WORD)
    fill(tab, "kata yang baru", "kata yang baru", WORD)
    tab.put_button.click()
    assert app.kunci.check("kata yang baru")
    tab.present.setText("kata yang baru")
    tab.remove_button.click()
    assert not app.kunci.state().terpasang
    assert not tab.remove_button.isVisibleTo(tab)
