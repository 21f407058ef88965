"""A date is what was typed, whole; what is no date is marked and never becomes another."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from sopapp.domain.tanggal import tanggal, tanggal_pendek
from ui.widgets.date_edit import DateEdit
from ui.widgets.typed_date import typed_date

OLD = date(2026, 11, 23)
NEW = date(2027, 1, 5)


@pytest.fixture
def form(qtbot) -> QWidget:
    """A date field with another field after it."""
    window = QWidget()
    window.day, window.after = DateEdit(OLD, window), QLineEdit(window)
    box = QVBoxLayout(window)
    box.addWidget(window.day)
    box.addWidget(window.after)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    window.day.setFocus()
    qtbot.waitUntil(window.day.hasFocus)
    return window


def type_over(qtbot, day: DateEdit, text: str) -> None:
    qtbot.keyClick(day, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(day, text)


@pytest.mark.parametrize(
    "text", ["5 Januari 2027", "5-1-2027", "5/1/2027", "05.01.2027", "2027-01-05", "5 jan 2027"]
)
def test_a_date_typed_over_the_old_one_is_that_date(qtbot, form, text):
    changes = []
    form.day.dateChanged.connect(changes.append)
    type_over(qtbot, form.day, text)
    assert form.day.day() == NEW
    assert form.day.text() == text
    assert not form.day.wrong
    qtbot.keyClick(form.day, Qt.Key.Key_Tab)
    assert form.after.hasFocus()
    assert form.day.day() == NEW
    assert form.day.text() == "5 Januari 2027"
    assert len(changes) == 1


def test_a_pasted_date_is_that_date(qtbot, form):
    QGuiApplication.clipboard().setText("5 Januari 2027")
    type_over(qtbot, form.day, "")
    qtbot.keyClick(form.day, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert form.day.day() == NEW


@pytest.mark.parametrize("text", ["31-2-2027", "besok", "5 Januari", "5-1-27", "5-1-1999"])
def test_what_is_no_date_is_marked_and_the_old_date_comes_back_in_full(qtbot, form, text):
    form.day.setAccessibleDescription("Petunjuk")
    type_over(qtbot, form.day, text)
    assert form.day.wrong
    assert form.day.text() == text
    assert "bukan tanggal" in form.day.accessibleDescription()
    assert form.day.day() == OLD
    qtbot.keyClick(form.day, Qt.Key.Key_Tab)
    assert form.day.text() == "23 November 2026"
    assert form.day.day() == OLD
    assert not form.day.wrong
    assert form.day.accessibleDescription() == "Petunjuk"


def test_enter_on_what_is_no_date_goes_nowhere(qtbot, form):
    type_over(qtbot, form.day, "besok")
    qtbot.keyClick(form.day, Qt.Key.Key_Return)
    assert form.day.text() == "besok"
    assert form.day.wrong


def test_tab_into_the_field_and_typing_replaces_the_date(qtbot, form):
    form.after.setFocus()
    qtbot.keyClick(form.after, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert form.day.hasFocus()
    qtbot.keyClicks(form.day, "5-1-2027")
    assert form.day.day() == NEW


def test_typing_where_the_window_put_the_keyboard_replaces_the_date(qtbot, form):
    qtbot.keyClicks(form.day, "5-1-2027")
    assert form.day.day() == NEW


def test_a_part_of_the_text_can_be_typed_anew(qtbot, form):
    line = form.day.lineEdit()
    line.setSelection(len("23 November "), 4)
    qtbot.keyClicks(form.day, "2031")
    assert form.day.day() == date(2031, 11, 23)


def test_arrow_keys_still_turn_the_day(qtbot, form):
    qtbot.keyClick(form.day, Qt.Key.Key_Home)
    qtbot.keyClick(form.day, Qt.Key.Key_Up)
    assert form.day.day() == date(2026, 11, 24)
    type_over(qtbot, form.day, "5-1-2027")
    qtbot.keyClick(form.day, Qt.Key.Key_Down)
    assert form.day.text() != "5-1-2027"
    assert form.day.day() < NEW


def test_a_date_set_by_the_program_ends_the_typing(qtbot, form):
    type_over(qtbot, form.day, "besok")
    form.day.set_day(OLD)
    assert form.day.text() == "23 November 2026"
    assert not form.day.wrong


@given(st.dates(date(2000, 1, 1), date(2999, 12, 31)))
def test_every_date_is_read_as_the_program_writes_it(day):
    for text in (tanggal(day), tanggal_pendek(day), day.isoformat(), f"{day:%d/%m/%Y}"):
        assert typed_date(text) == day
