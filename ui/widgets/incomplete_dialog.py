"""What a stage still lacks, each with a way there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sopapp.domain.errors import Missing
from sopapp.domain.panduan import selesai
from ui.widgets.breakable import breakable
from ui.widgets.icon_label import IconLabel
from ui.widgets.why_link import WhyLink


class IncompleteDialog(QDialog):
    """Lists `missing`; a "Buka" button beside each closes the dialog and sets `chosen`."""

    def __init__(self, parent: QWidget | None, title: str, missing: tuple[Missing, ...]) -> None:
        super().__init__(parent)
        self.chosen: Missing | None = None
        self.setWindowTitle(title)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 70)
        head = QLabel("Langkah ini belum dapat ditinggalkan. Yang masih kurang:", self)
        head.setWordWrap(True)
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(10)
        for row, item in enumerate(missing):
            self._add(grid, row, item)
        buttons = QDialogButtonBox(self)
        buttons.addButton("Tutup", QDialogButtonBox.ButtonRole.RejectRole)
        why = WhyLink(self)
        why.lead_to(selesai(missing[0].panel) if missing else None)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(head)
        layout.addLayout(grid)
        foot = QHBoxLayout()
        foot.addWidget(why)
        foot.addWidget(buttons, 1)
        layout.addLayout(foot)

    def _add(self, grid: QGridLayout, row: int, item: Missing) -> None:
        mark = IconLabel("warning", "warn", self)
        text = QLabel(breakable(item.text), self)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        go = QPushButton("Buka", self)
        go.setAccessibleName(f"Buka: {item.text}")
        go.clicked.connect(partial(self._choose, item))
        grid.addWidget(mark, row, 0)
        grid.addWidget(text, row, 1)
        grid.addWidget(go, row, 2)

    def _choose(self, item: Missing) -> None:
        self.chosen = item
        self.accept()
