"""What a screen reader says of the inputs of a form, and where the keyboard is seen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ui.focus_ring import FocusRing
from ui.widgets.date_edit import DateEdit
from ui.widgets.field_group import FieldGroup
from ui.widgets.form import FormPanel

RING = "ui.focus_ring"


def group(*parts: QWidget) -> FieldGroup:
    made = FieldGroup()
    row = QHBoxLayout(made)
    for part in parts:
        row.addWidget(part)
    made.lead = parts[0]
    return made


def lines_on(area: QWidget) -> list[QWidget]:
    """The ring that is to be seen."""
    parts = area.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [each for each in parts if each.isVisible() and type(each).__module__ == RING]


def test_an_input_without_a_hint_says_what_it_takes(qtbot):
    form, days, way = FormPanel(), QSpinBox(), QComboBox()
    qtbot.addWidget(form)
    days.setRange(1, 60)
    days.setSuffix(" menit")
    way.addItems(["Tegak", "Mendatar"])
    form.add_row("hari", "&Lama", days)
    form.add_row("arah", "&Arah", way)
    form.add_row("nama", "&Nama", QLineEdit(), said="Boleh kosong.")
    assert days.accessibleDescription() == "1 sampai 60 menit."
    assert way.accessibleDescription() == "Pilihan: Tegak; Mendatar."
    assert form.widget("nama").accessibleDescription() == "Boleh kosong."


def test_an_error_is_said_of_the_input_that_leads_a_group(qtbot):
    form, day = FormPanel(), DateEdit()
    qtbot.addWidget(form)
    usual = day.accessibleDescription()
    form.add_row("tanggal", "&Tanggal", group(day, QLineEdit()))
    assert day.accessibleName() == "Tanggal"
    form.show_error("tanggal", "Tanggal belum dipilih.")
    assert "Tanggal belum dipilih." in day.accessibleDescription()
    form.clear_errors()
    assert day.accessibleDescription() == usual


def test_a_ring_lies_on_the_text_that_has_the_keyboard(qtbot, qapp):
    page = QWidget()
    column = QVBoxLayout(page)
    text, field = QPlainTextEdit(), QLineEdit()
    column.addWidget(text)
    column.addWidget(field)
    qtbot.addWidget(page)
    if qapp.findChild(FocusRing) is None:  # the suite's application may have been made without
        FocusRing(qapp)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    text.setFocus()
    qtbot.waitUntil(lambda: len(lines_on(text)) == 4)
    lines = lines_on(text)
    assert page.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    assert all(text.rect().contains(each.geometry()) for each in lines)
    assert not any(each.geometry().intersects(text.viewport().geometry()) for each in lines)
    field.setFocus()
    qtbot.waitUntil(lambda: lines_on(text) == [])
