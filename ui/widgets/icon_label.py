"""An icon that stands by itself, in the colours of the palette."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QWidget

from ui.icons import icon


class IconLabel(QLabel):
    """Shows an icon as high as a line, or `side` pixels, and follows light and dark."""

    def __init__(
        self, name: str = "", tone: str = "text", parent: QWidget | None = None, *, side: int = 0
    ) -> None:
        super().__init__(parent)
        self._name, self._tone, self._side = name, tone, side
        self._draw()

    def show_icon(self, name: str, tone: str) -> None:
        """Show another icon, in a token's colour."""
        self._name, self._tone = name, tone
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: follow light and dark, and the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._draw()

    def _draw(self) -> None:
        if self._name:
            side = self._side or self.fontMetrics().height() + 2
            self.setPixmap(icon(self._name, self, tone=self._tone).pixmap(side, side))
