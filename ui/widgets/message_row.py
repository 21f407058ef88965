"""A strip with a sentence in it that can be put away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui.icons import icon
from ui.theme import tokens
from ui.widgets.breakable import breakable
from ui.widgets.why_link import WhyLink

Tone = Literal["danger", "warn", "ok", "accent"]

_PICTURES = {"danger": "late", "warn": "warning", "ok": "done", "accent": "info"}


class MessageRow(QWidget):
    """Plain words on a tint, with buttons of their own and a cross."""

    closed = Signal()
    """The user put it away with the cross."""

    def __init__(self, parent: QWidget, tone: Tone) -> None:
        super().__init__(parent)
        self._tone = tone
        self._picture = QLabel(self)
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._words.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._cross = QToolButton(self)
        self._cross.setAutoRaise(True)
        self._cross.setAccessibleName("Tutup pesan ini")
        self._cross.setToolTip("Tutup pesan ini")
        self._cross.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._cross.clicked.connect(self._put_away)
        self._why: WhyLink | None = None
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(4)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 8, 8, 8)
        line.setSpacing(10)
        top = Qt.AlignmentFlag.AlignTop
        line.addWidget(self._picture, 0, top)
        line.addWidget(self._words, 1)
        line.addLayout(self._buttons)
        line.addWidget(self._cross, 0, top)
        self.setVisible(False)
        self._draw()

    @property
    def text(self) -> str:
        """The words as they were given."""
        return self._words.accessibleName()

    def tell(self, text: str) -> None:
        """Show `text` as typed, and have a screen reader say it."""
        self._words.setText(breakable(text))
        self._words.setAccessibleName(text)
        self.explain(None)
        self.setVisible(True)
        said = QAccessibleAnnouncementEvent(self._words, text)
        said.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(said)

    def explain(self, topic: str | None) -> None:
        """Lead to where the guide says why; what is told next needs it anew."""
        if self._why is None:
            if not topic:
                return
            self._why = WhyLink(self)
            self._buttons.insertWidget(0, self._why)
        self._why.lead_to(topic)

    def offer(self, words: str, act: Callable[[], None]) -> QPushButton:
        """A button beside the words."""
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked: act())
        self._buttons.addWidget(button)
        return button

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """The tint, and a line below it."""
        look = tokens(self)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(getattr(look, f"{self._tone}_tint")))
            painter.setPen(QColor(getattr(look, self._tone)))
            painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())

    def _draw(self) -> None:
        side = self.fontMetrics().height()
        picture = icon(_PICTURES[self._tone], self, tone=self._tone)
        self._picture.setPixmap(picture.pixmap(side, side))
        self._cross.setIcon(icon("close", self))

    def _put_away(self) -> None:
        self.setVisible(False)
        self.closed.emit()
