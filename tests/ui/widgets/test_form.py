"""Errors beside the fields of a form."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.widgets.date_edit import DateEdit
from ui.widgets.field_group import FieldGroup
from ui.widgets.form import FormPanel
from ui.widgets.plain_text import PlainText


@pytest.fixture
def form(qtbot: QtBot) -> FormPanel:
    made = FormPanel()
    qtbot.addWidget(made)
    choice = FieldGroup()
    box, made.group = QHBoxLayout(choice), QButtonGroup(choice)
    for word in ("Ya", "Tidak"):
        box.addWidget(button := QRadioButton(word))
        made.group.addButton(button)
    for key, widget in (
        ("judul", QLineEdit()), ("alasan", PlainText()), ("tahun", QSpinBox()), ("pilihan", choice),
    ):  # fmt: skip
        made.add_row(key, key.title(), widget)
    made.show()
    return made


def test_an_error_goes_when_its_field_is_filled_in(form, qtbot):
    for key in ("judul", "alasan", "tahun", "pilihan"):
        form.show_error(key, f"{key} belum diisi.")
    qtbot.wait(1)
    form.widget("judul").setText("J")
    form.widget("alasan").setPlainText("A")
    form.widget("tahun").setValue(3)
    assert [form.error_text(key) for key in ("judul", "alasan", "tahun")] == ["", "", ""]
    assert form.error_text("pilihan") == "pilihan belum diisi."
    form.group.buttons()[1].click()
    assert form.error_text("pilihan") == ""


def test_what_is_looked_at_while_typing_keeps_its_error(form, qtbot):
    field = form.widget("judul")

    def look() -> None:
        form.clear_errors()
        if len(field.text()) < 3:
            form.show_error("judul", "Terlalu pendek.")

    field.textChanged.connect(look)
    for typed, error in (("a", "Terlalu pendek."), ("ab", "Terlalu pendek."), ("abc", "")):
        field.setText(typed)
        assert form.error_text("judul") == error
        qtbot.wait(1)


def test_an_error_does_not_touch_the_field_below(form, qtbot):
    form.show_error("judul", "Judul belum diisi.")
    qtbot.wait(1)
    error = next(label for label in form.findChildren(QLabel) if "belum" in label.text())
    assert form.widget("judul").geometry().bottom() < error.y()
    assert error.contentsRect().bottom() < error.rect().bottom() - 3


def test_a_number_is_no_wider_than_its_digits_need(form):
    form.resize(900, 300)
    number, words = form.widget("tahun"), form.widget("judul")
    assert number.width() <= number.sizeHint().width() < words.width()
    assert number.x() == words.x()


def test_the_first_letter_of_the_longest_label_is_whole(qtbot: QtBot):
    def columns(other: str) -> list[bool]:
        """Which columns of pixels of the label hold ink."""
        form = FormPanel()
        qtbot.addWidget(form)
        field = QLineEdit()
        form.add_row("tembusan", "T&embusan", field)
        form.add_row("lain", other, QLineEdit())
        form.show()
        field.clearFocus()
        picture = form.grab().toImage()
        ground = picture.pixelColor(0, picture.height() - 1)
        rows = range(field.y(), field.geometry().bottom())
        across = range(max(field.x() - 90, 0), field.x() - 1)
        return [any(picture.pixelColor(x, y) != ground for y in rows) for x in across]

    alone, roomy = columns("Hal"), columns("Kata yang jauh lebih panjang")
    assert sum(alone) == sum(roomy)


def test_the_wheel_changes_nothing_that_a_form_holds(qtbot: QtBot):
    number, choice = QSpinBox(), QComboBox()
    choice.addItems(["satu", "dua"])
    day, inner = DateEdit(date(2026, 11, 23)), QSpinBox()
    group = FieldGroup()
    QHBoxLayout(group).addWidget(inner)
    form = FormPanel()
    qtbot.addWidget(form)
    for key, widget in (("a", number), ("b", choice), ("c", day), ("d", group)):
        form.add_row(key, key, widget)
    form.show()
    for widget in (number, choice, day, inner):
        widget.setFocus()
        for turn in (-120, 120, 120):
            _turn_wheel(widget, turn)
    assert (number.value(), choice.currentIndex(), inner.value()) == (0, 0, 0)
    assert day.day() == date(2026, 11, 23)


def _turn_wheel(widget: QWidget, turn: int) -> None:
    event = QWheelEvent(
        QPointF(5, 5), QPointF(widget.mapToGlobal(QPoint(5, 5))), QPoint(), QPoint(0, turn),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_larger_letters_in_the_midst_of_it_cut_no_label_and_lose_nothing(qtbot: QtBot):
    panel, line = FormPanel(), QLineEdit("sedang diketik")
    qtbot.addWidget(panel)
    panel.add_row("mulai", "&Tanggal mulai", line)
    panel.resize(300, 60)
    panel.show()
    font = panel.font()
    font.setPointSizeF(font.pointSizeF() * 1.6)
    panel.setFont(font)
    (label,) = (each for each in panel.findChildren(QLabel) if each.buddy() is line)
    assert label.minimumWidth() > label.sizeHint().width()
    assert line.text() == "sedang diketik"
