"""The filter of a list: narrows while typing, Ctrl+F reaches it, Esc empties it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from ui.icons import icon
from ui.widgets.icon_button import button

_PAUSE = 120  # milliseconds after the last key, so that fast typing filters once
_USUAL, _SMALLEST = 36, 16  # widths in average characters


class FilterField(QLineEdit):
    """Emits `asked` with the text when typing pauses."""

    asked = Signal(str)

    def __init__(self, name: str, page: QWidget) -> None:
        super().__init__(page)
        self.setPlaceholderText("Saring")
        self.setAccessibleName(name)
        self.setToolTip(f"{name}: ketik beberapa kata (Ctrl+F)")
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _SMALLEST)
        self.addAction(icon("search", self, tone="muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(lambda: self.asked.emit(self.text()))
        self.textChanged.connect(lambda _text: self._pause.start())
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), page)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.setWhatsThis("Mencari di halaman ini")
        find.activated.connect(self._reach)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the filter; Enter applies it at once."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pause.stop()
            self.asked.emit(self.text())
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Room for a few words; it gives way in a narrow window."""
        return QSize(self.fontMetrics().averageCharWidth() * _USUAL, super().sizeHint().height())

    def _reach(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()


def clear_button(act: Callable[[], object]) -> QPushButton:
    """The button beside a filter that empties all of it; of no use while nothing is hidden."""
    tip = "Kosongkan pencarian dan semua saringan"
    made = button("&Hapus saringan", act, "close", tip=tip, tone="muted")
    made.setEnabled(False)
    return made
