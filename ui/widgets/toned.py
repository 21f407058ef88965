"""Labels, notices and the main button in the theme's tokens, in light and dark."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.icons import icon
from ui.theme import scale_letters, tokens
from ui.widgets.breakable import breakable
from ui.widgets.icon_button import IconButton
from ui.widgets.why_link import WhyLink

_RADIUS = 6.0
_AIR = 8  # pixels


class TonedLabel(QLabel):
    """Plain wrapping text in a token's colour, e.g. `muted` or `danger`."""

    def __init__(
        self,
        text: str = "",
        tone: str = "text",
        *,
        scale: float = 1.0,
        bold: bool = False,
        wrap: bool = True,
    ) -> None:
        super().__init__()
        self._tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(text)
        if bold or scale != 1.0:
            scale_letters(self, scale, bold=bold)
        self._colour()

    def setText(self, text: str) -> None:
        """Qt: a word too long for a line may break, instead of stretching the window."""
        super().setText(breakable(text) if self.wordWrap() else text)

    def say(self, text: str, tone: str | None = None) -> None:
        """Change the words, and the tone when it is given."""
        self.setText(text)
        if tone is not None and tone != self._tone:
            self._tone = tone
            self._colour()

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()

    def _colour(self) -> None:
        colour = getattr(tokens(self), self._tone)
        palette = QPalette(self.palette())
        if palette.color(QPalette.ColorRole.WindowText).name() != colour:
            palette.setColor(QPalette.ColorRole.WindowText, QColor(colour))
            self.setPalette(palette)


class ElidedLabel(TonedLabel):
    """One line, cut with an ellipsis where the room ends; the tooltip has it all."""

    def __init__(self, text: str = "", tone: str = "text") -> None:
        super().__init__(text, tone, wrap=False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw what fits."""
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            room = self.fontMetrics().elidedText(
                self.text(), Qt.TextElideMode.ElideRight, self.width()
            )
            self.setToolTip("" if room == self.text() else self.text())
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, room)


class Plate(QFrame):
    """A rounded ground in a token's colour, with a border when one is named."""

    def __init__(self, ground: str = "card", border: str = "border") -> None:
        super().__init__()
        self._ground = ground
        self._border = border

    def set_ground(self, ground: str, border: str) -> None:
        """Use other tokens."""
        self._ground, self._border = ground, border
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw the plate."""
        look = tokens(self)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(QColor(getattr(look, self._ground)))
            painter.setPen(
                QPen(QColor(getattr(look, self._border)), 1.0)
                if self._border
                else Qt.PenStyle.NoPen
            )
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS
            )


_NOTICES = {
    "warn": ("warn_tint", "warning"),
    "danger": ("danger_tint", "warning"),
    "ok": ("ok_tint", "done"),
    "accent": ("accent_tint", "info"),
}


class Notice(Plate):
    """A sentence with an icon on the tint of its tone: warn, danger, ok or accent."""

    def __init__(self, tone: str = "warn", text: str = "") -> None:
        super().__init__("warn_tint", "")
        self._tone = tone
        self._why: WhyLink | None = None
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.label = TonedLabel()
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(2)
        self.body.addWidget(self.label)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(10, 7, 10, 7)
        self.row.setSpacing(8)
        self.row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        self.row.addLayout(self.body, 1)
        self.say(text, tone)

    def say(self, text: str, tone: str | None = None) -> None:
        """Change the words and the tone; an empty text hides the notice."""
        self._tone = tone or self._tone
        self.label.say(text, self._tone)
        self.explain(None)
        if text:
            self.set_ground(_NOTICES[self._tone][0], "")
            self._draw()
        self.setVisible(bool(text))

    def explain(self, topic: str | None) -> None:
        """Lead to where the guide says why, until something else is said."""
        if self._why is None:
            if not topic:
                return
            self._why = WhyLink(self)
            self.body.insertWidget(1, self._why)
        self._why.lead_to(topic)

    @property
    def text(self) -> str:
        """The words shown."""
        return self.label.text()

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark, and the font."""
        super().changeEvent(event)
        told = event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange)
        if told and self.text:
            self._draw()

    def _draw(self) -> None:
        side = self.fontMetrics().height()
        name = _NOTICES[self._tone][1]
        self._picture.setPixmap(icon(name, self, tone=self._tone).pixmap(side, side))


class PrimaryButton(IconButton):
    """The one button of a page that goes on, in the accent colour; a double click is one."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.set_filled(True)

    def sizeHint(self) -> QSize:
        """Qt: with more air beside the words than the style leaves, since there is no frame."""
        usual = super().sizeHint()
        return QSize(usual.width() + _AIR, usual.height())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt: the second press of a double click asks for nothing more."""
        event.accept()


def heading(text: str) -> TonedLabel:
    """A heading inside a panel."""
    return TonedLabel(text, scale=1.12, bold=True, wrap=False)


def column(*widgets: QWidget, spacing: int = 8) -> QVBoxLayout:
    """Widgets one below the other without margins."""
    box = QVBoxLayout()
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(spacing)
    for widget in widgets:
        box.addWidget(widget)
    return box


def row(*items: QWidget | None, spacing: int = 8) -> QHBoxLayout:
    """Widgets side by side without margins; None stretches."""
    box = QHBoxLayout()
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(spacing)
    for item in items:
        if item is None:
            box.addStretch(1)
        else:
            box.addWidget(item)
    return box
