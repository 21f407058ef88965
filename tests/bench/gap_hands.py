"""What hands do to the window, for the benches that measure how it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

Act = tuple[str, Callable[[], object]]
"""What is done, in words, and the call that does it."""


def keys(widget: Any, letter: str) -> None:
    """Press Ctrl with a letter."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    key = getattr(Qt.Key, f"Key_{letter}")
    QTest.keyClick(widget, key, Qt.KeyboardModifier.ControlModifier)


def typed(words: str, text: str) -> Iterator[Act]:
    """Each letter is an act of its own; the name tells which."""
    for place, letter in enumerate(text, 1):
        yield f"{words}, letter {place}", lambda letter=letter: type_letter(letter)


def type_letter(letter: str) -> None:
    """Press a letter in the line that has the keyboard."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QLineEdit

    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit), field  # else nothing would be measured
    QTest.keyClicks(field, letter)


def choose_kind(row: int) -> None:
    """Choose what a usulan is about in its open form."""
    from PySide6.QtWidgets import QApplication

    from ui.berkas.usulan_dialog import UsulanDialog

    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, UsulanDialog):
            dialog.jenis.setCurrentIndex(row)


def close_dialog() -> None:
    """Close what is in front of the window, when something is."""
    from PySide6.QtWidgets import QApplication

    dialog = QApplication.activeModalWidget() or QApplication.activePopupWidget()
    if dialog is not None:
        dialog.close()
        dialog.parentWidget().window().activateWindow()  # no desktop does it here


def press(name: str) -> None:
    """Press a key by its name in Qt, where the keyboard is."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    widget = QApplication.focusWidget() or QApplication.activeWindow()
    QTest.keyClick(widget, getattr(Qt.Key, f"Key_{name}"))


def wheel(widget: Any) -> None:
    """Turn the wheel by two steps over the middle of a widget."""
    from PySide6.QtCore import QPoint, QPointF, Qt
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    at = QPointF(widget.width() / 2, widget.height() / 2)
    event = QWheelEvent(
        at, widget.mapToGlobal(at), QPoint(), QPoint(0, -240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def scroll(area: Any, part: float) -> None:
    """Drag the bar at the right of an area to a part of its length."""
    bar = area.verticalScrollBar()
    bar.setValue(round(bar.maximum() * part))
