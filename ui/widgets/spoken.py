"""What a screen reader adds to the name of an input that has no hint of its own."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QDoubleSpinBox,
    QSpinBox,
    QWidget,
)

_FEW = 5


def describe(widget: QWidget, hint: str = "") -> None:
    """Describe an input by `hint`, else by what it takes; of a group, the inputs in it."""
    if hint:
        widget.setAccessibleDescription(hint)
    kinds = (QAbstractSpinBox, QComboBox)
    inner = [each for each in widget.findChildren(QWidget) if isinstance(each, kinds)]
    for each in (widget, *inner):
        if not each.accessibleDescription() and (words := _words(each)):
            each.setAccessibleDescription(words)


def name_lead(widget: QWidget) -> None:
    """Give the leading input of a group the name of the group, when it has none of its own."""
    lead = getattr(widget, "lead", None)
    if lead is not None and not isinstance(lead, QAbstractButton) and not lead.accessibleName():
        lead.setAccessibleName(widget.accessibleName())


def _words(widget: QWidget) -> str:
    if isinstance(widget, QSpinBox):
        least, most = (widget.textFromValue(each) for each in (widget.minimum(), widget.maximum()))
        return f"{least} sampai {most}{widget.suffix()}."
    if isinstance(widget, QDoubleSpinBox):
        low, high = (widget.textFromValue(each) for each in (widget.minimum(), widget.maximum()))
        return f"{low} sampai {high}{widget.suffix()}."
    if isinstance(widget, QComboBox):
        items = [widget.itemText(number) for number in range(widget.count())]
        few = 0 < len(items) <= _FEW
        return f"Pilihan: {'; '.join(items)}." if few else "Pilih satu dari daftar."
    return ""
