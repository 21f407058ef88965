"""The steps of the guide in a row: where one is, what is done, and the way to each."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from ui.first_start.steps import ORDER, TITLES
from ui.icons import icon
from ui.theme import scaled_font, tokens


class StepBar(QWidget):
    """A button per step; the one shown is pressed, one that is done has a tick."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QToolButton] = {}
        self._done: frozenset[str] = frozenset()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for number, name in enumerate(ORDER, 1):
            button = QToolButton(self)
            button.setText(f"{number}  {TITLES[name]}")
            button.setAccessibleName(f"Langkah {number}, {TITLES[name]}")
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setMinimumHeight(round(self.fontMetrics().height() * 1.9))
            button.clicked.connect(lambda _on=False, name=name: self._ask(name))
            self.buttons[name] = button
            layout.addWidget(button)
        layout.addStretch(1)
        self._shown = ""

    def show_step(self, shown: str) -> None:
        """Mark the step shown."""
        self._shown = shown
        for name, button in self.buttons.items():
            button.setChecked(name == shown)
            button.setFont(scaled_font(self.font(), bold=name == shown))
        self._draw()

    def show_done(self, done: Iterable[str]) -> None:
        """Tick these steps."""
        self._done = frozenset(done)
        for number, (name, button) in enumerate(self.buttons.items(), 1):
            state = ", selesai" if name in self._done else ""
            button.setAccessibleName(f"Langkah {number}, {TITLES[name]}{state}")
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        look = tokens(self)
        for name, button in self.buttons.items():
            ground = QColor(look.accent_tint if name == self._shown else look.panel)
            if button.palette().color(QPalette.ColorRole.Button) != ground:
                palette = QPalette(button.palette())
                palette.setColor(QPalette.ColorRole.Button, ground)
                ink = look.accent if name == self._shown else look.text
                palette.setColor(QPalette.ColorRole.ButtonText, QColor(ink))
                button.setPalette(palette)
            button.setIcon(icon("check", self, tone="ok") if name in self._done else QIcon())

    def _ask(self, name: str) -> None:
        for each, button in self.buttons.items():  # the mark follows when the step changes
            button.setChecked(each == self._shown)
        self.asked.emit(name)
