"""A text field that grows with what is typed."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.plain_text import PlainText

_SPACES = re.compile(r"[ \t]+")
_BREAKS = re.compile("[\u2028\u2029]")


class GrowingText(PlainText):
    """Between `least` and `most` lines high; Tab leaves the field."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, least: int = 2, most: int = 12
    ) -> None:
        super().__init__(parent=parent)
        self._least = least
        self._most = most
        self.setTabChangesFocus(True)
        self.setPlainText(text)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    def text(self) -> str:
        """What was typed, without space at the ends."""
        # toPlainText() would turn the no-break spaces of a letter into common ones.
        return _BREAKS.sub("\n", self.document().toRawText()).strip()

    def lines(self) -> tuple[str, ...]:
        """The lines that say something, each trimmed and with single spaces."""
        lines = (_SPACES.sub(" ", line).strip(" ") for line in self.text().split("\n"))
        return tuple(line for line in lines if line)

    def one_line(self) -> str:
        """Everything on one line."""
        return " ".join(self.lines())

    def _fit(self) -> None:
        lines = min(max(self._count_lines(), self._least), self._most)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if lines == self._most else policy.ScrollBarAlwaysOff
        )
        frame = 2 * self.frameWidth() + 2 * round(self.document().documentMargin())
        height = lines * self.fontMetrics().lineSpacing() + frame + 2
        if height != self.height():
            self.setFixedHeight(height)

    def _count_lines(self) -> int:
        # The document's own size counts a block that was never in sight as one line.
        layout, block, height = self.document().documentLayout(), self.document().begin(), 0.0
        while block.isValid():
            height += layout.blockBoundingRect(block).height()
            block = block.next()
        return max(round(height / max(self.fontMetrics().lineSpacing(), 1)), 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another width wraps to another number of lines."""
        super().resizeEvent(event)
        self._fit()
