"""Errors beside the fields of a form."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QRadioButton, QSpinBox
from pytestqt.qtbot import QtBot

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
