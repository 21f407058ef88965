"""One record read in full: labels at the left, text as typed at the right."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from ui.widgets.breakable import breakable
from ui.widgets.slim_scroll_bar import slim


class DetailPane(QScrollArea):
    """Shows pairs of label and text; empty texts are left out."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        slim(self)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pairs: tuple[tuple[str, str], ...] = ()

    def show_pairs(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Show these pairs instead of what is shown."""
        wanted = tuple(pair for pair in pairs if pair[1])
        if wanted != self.pairs or self.widget() is None:
            self.pairs = wanted
            self._draw()
        self.verticalScrollBar().setValue(0)

    def _draw(self) -> None:
        body = QWidget()
        body.setBackgroundRole(QPalette.ColorRole.Base)
        grid = QGridLayout(body)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (label, text) in enumerate(self.pairs):
            head = _plain(label, body)
            head.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            value = _plain(text, body)
            value.setWordWrap(True)
            value.setAccessibleName(label)
            value.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            grid.addWidget(head, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
        grid.setRowStretch(len(self.pairs), 1)
        self.setWidget(body)


def _plain(text: str, parent: QWidget) -> QLabel:
    label = QLabel(breakable(text), parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
