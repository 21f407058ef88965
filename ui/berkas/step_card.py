"""A card for one act of a stage: whether it is done, what it is, its buttons."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.icons import icon
from ui.widgets.slim_scroll_bar import frameless
from ui.widgets.toned import Plate, TonedLabel, row


class CardColumn(QScrollArea):
    """The cards of a stage, one below the other from the top.

    They scroll where the screen is lower than they are, and are never cut at the side.
    """

    def __init__(self, *cards: StepCard) -> None:
        super().__init__()
        frameless(self, sideways=False)
        self._inner = inner = QWidget()
        box = QVBoxLayout(inner)
        box.setContentsMargins(0, 0, 6, 0)
        box.setSpacing(10)
        for card in cards:
            box.addWidget(card)
        box.addStretch(1)
        self.setWidget(inner)

    def minimumSizeHint(self) -> QSize:
        """Qt: the cards side by side with the bar."""
        bar = self.verticalScrollBar().sizeHint().width()
        width = self._inner.minimumSizeHint().width() + bar
        return QSize(width, super().minimumSizeHint().height())


class StepCard(Plate):
    """A numbered act; `say` tells how it stands."""

    def __init__(self, number: int, title: str) -> None:
        super().__init__("card", "border")
        self._done = False
        self._mark = QLabel()
        self._title = TonedLabel(f"{number}. {title}", bold=True)
        self.status = TonedLabel(tone="muted")
        self.body = QVBoxLayout()
        self.body.setSpacing(6)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(6)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.box = box = QVBoxLayout(self)
        box.setContentsMargins(14, 10, 14, 10)
        box.setSpacing(6)
        head = row(self._mark, self._title)
        head.setStretch(1, 1)
        box.addLayout(head)
        box.addWidget(self.status)
        box.addLayout(self.body)
        box.addLayout(self.buttons)
        self._draw()

    def add_buttons(self, *buttons: QWidget) -> None:
        """Put buttons at the left of the card's foot."""
        for each in buttons:
            self.buttons.addWidget(each)
        self.buttons.addStretch(1)

    def say(self, text: str, *, done: bool) -> None:
        """How the act stands."""
        self._done = done
        self.status.say(text, "ok" if done else "muted")
        self.status.setVisible(bool(text))
        self._draw()

    @property
    def done(self) -> bool:
        """Whether the act is done."""
        return self._done

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark, and the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._draw()

    def _draw(self) -> None:
        side = self.fontMetrics().height() + 2
        name, tone = ("done", "ok") if self._done else ("clock", "muted")
        self._mark.setPixmap(icon(name, self, tone=tone).pixmap(side, side))
        self._mark.setAccessibleName("selesai" if self._done else "belum")
