"""A strip across the window that must not be overlooked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.icons import paint_icon
from ui.theme import scaled_font, tokens


class Banner(QWidget):
    """One bold line on the warning tint."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = text
        self.button: QPushButton | None = None
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(round(self.fontMetrics().height() * 1.7))

    def offer(self, words: str, act: Callable[[], object]) -> None:
        """Put a button at the right that does `act`."""
        self.button = QPushButton(words, self)
        self.button.clicked.connect(lambda _checked: act())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 2, 10, 2)
        layout.addStretch(1)
        layout.addWidget(self.button)
        self.setFixedHeight(self.button.sizeHint().height() + 6)

    @property
    def text(self) -> str:
        """The line."""
        return self._text

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw ground, icon and words."""
        look = tokens(self)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(look.warn_tint))
            side = self.fontMetrics().height()
            paint_icon(
                painter, "info", look.warn, QRectF(12, (self.height() - side) / 2, side, side)
            )
            painter.setPen(QColor(look.warn))
            painter.setFont(scaled_font(self.font(), bold=True))
            painter.drawText(
                self.rect().adjusted(20 + side, 0, -8, 0), Qt.AlignmentFlag.AlignVCenter, self._text
            )
