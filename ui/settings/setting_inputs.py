"""Inputs of the settings of papers: choices, lengths, rows of four margins."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from ui.widgets.field_group import FieldGroup
from ui.widgets.still_wheel import keep_still

Told = Callable[[], None]
SIDES = (("top", "Atas"), ("bottom", "Bawah"), ("left", "Kiri"), ("right", "Kanan"))


def choice(choices: Mapping[str, Any], told: Told) -> QComboBox:
    """A choice of one; the data of each is its value."""
    combo = QComboBox()
    for text, data in choices.items():
        combo.addItem(text, data)
    # A long choice is cut in the box, not the page stretched.
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(12)
    combo.currentIndexChanged.connect(lambda _index: told())
    keep_still(combo)
    return combo


def choose(combo: QComboBox, data: object) -> None:
    """Show the choice with this value."""
    combo.setCurrentIndex(combo.findData(data))


def offered(choices: tuple[str, ...], told: Told) -> QComboBox:
    """Words to choose from or to type."""
    combo = QComboBox()
    combo.setEditable(True)
    combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    combo.addItems(list(choices))
    completer = combo.completer()
    assert completer is not None  # it can be typed into
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseSensitive)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(12)
    combo.currentTextChanged.connect(lambda _text: told())
    keep_still(combo)
    return combo


def line(told: Told) -> QLineEdit:
    """One line of text."""
    edit = QLineEdit()
    edit.textChanged.connect(lambda _text: told())
    return edit


def check(text: str, told: Told) -> QCheckBox:
    """Yes or no."""
    box = QCheckBox(text)
    box.toggled.connect(lambda _on: told())
    return box


def length(low: float, high: float, step: float, unit: str, told: Told) -> QDoubleSpinBox:
    """A length or size with one decimal, as Indonesian writes it."""
    spin = QDoubleSpinBox()
    spin.setLocale(QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia))
    spin.setRange(low, high)
    spin.setSingleStep(step)
    spin.setDecimals(1)
    spin.setSuffix(unit)
    spin.valueChanged.connect(lambda _value: told())
    keep_still(spin)
    return spin


def count(most: int, told: Told) -> QSpinBox:
    """A whole number from 0."""
    spin = QSpinBox()
    spin.setRange(0, most)
    spin.valueChanged.connect(lambda _value: told())
    keep_still(spin)
    return spin


def in_a_row(captioned: Mapping[str, QWidget], name: str = "") -> FieldGroup:
    """Inputs side by side, each below its words; `name` goes before them for a screen reader."""
    row = FieldGroup()
    grid = QGridLayout(row)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(8)
    for column, (words, widget) in enumerate(captioned.items()):
        caption = QLabel(words, row)
        caption.setBuddy(widget)
        widget.setAccessibleName(f"{name} {words.lower()}".strip())
        grid.addWidget(caption, 0, column)
        grid.addWidget(widget, 1, column)
        row.lead = row.lead or widget
        row.above = caption.sizeHint().height() + grid.verticalSpacing()
    captions = (grid.itemAtPosition(0, column) for column in range(len(captioned)))
    widest = max(item.sizeHint().width() for item in captions if item is not None)
    for column in range(len(captioned)):
        grid.setColumnMinimumWidth(column, widest)
    grid.setColumnStretch(len(captioned), 1)  # none is wider than its digits or words need
    return row


def sides(told: Told) -> dict[str, QDoubleSpinBox]:
    """The four margins in millimetres, by the names of their settings."""
    return {side: length(5, 80, 1, " mm", told) for side, _words in SIDES}


def sides_row(spins: Mapping[str, QWidget], name: str) -> FieldGroup:
    """The four margins as one field."""
    return in_a_row({words: spins[side] for side, words in SIDES}, name)
