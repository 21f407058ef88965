"""Inputs side by side."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from ui.settings.setting_inputs import in_a_row, length
from ui.widgets.form import FormPanel


def test_numbers_side_by_side_are_no_wider_than_they_need(qtbot):
    spins = {words: length(5, 80, 1, " mm", lambda: None) for words in ("Atas", "Bawah")}
    row = in_a_row(spins, "Margin")
    qtbot.addWidget(row)
    row.resize(900, 60)
    row.show()
    assert all(spin.width() <= spin.sizeHint().width() + 4 for spin in spins.values())


def test_the_label_stands_beside_the_inputs_not_beside_their_words(qtbot):
    spin, form = length(5, 80, 1, " mm", lambda: None), FormPanel()
    qtbot.addWidget(form)
    form.add_row("margin", "Margin", in_a_row({"Atas": spin}, "Margin"))
    form.adjustSize()
    form.show()
    label = next(each for each in form.findChildren(QLabel) if each.text() == "Margin")
    words = label.contentsRect().top() + label.fontMetrics().height() / 2
    middle = spin.mapTo(form, spin.rect().center()).y()
    assert abs(label.y() + words - middle) <= 3
