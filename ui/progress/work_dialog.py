"""What all dialogs that wait for work look like: words, a bar, a notice, a row of buttons."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from ui.progress.growing_dialog import GrowingDialog
from ui.widgets.toned import Notice, TonedLabel, row

FULL = 1000
"""What `Running` tells when nothing is left to do."""


class WorkDialog(GrowingDialog):
    """Shows how far the work is; subclasses say what their buttons do."""

    def __init__(self, parent: QWidget | None = None, *, tone: str = "warn", width: int) -> None:
        """`width` is in characters, `tone` that of the notice."""
        super().__init__(parent)
        self.words = TonedLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Kemajuan")
        self.notice = Notice(tone)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * width)

    def lay_out(self, *buttons: QPushButton) -> None:
        """Put everything in its place; the buttons stand at the right."""
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 16, 18, 14)
        box.setSpacing(12)
        for part in (self.words, self.bar, self.notice):
            box.addWidget(part)
        box.addStretch(1)
        box.addLayout(row(None, *buttons))

    def begin_bar(self) -> None:
        """Show the bar; nobody knows yet how far it is."""
        self.bar.setRange(0, 0)
        self.bar.show()

    def tell(self, thousandths: int) -> None:
        """How far it is; -1 while nobody knows."""
        self.bar.setRange(0, FULL if thousandths >= 0 else 0)
        if thousandths >= 0:
            self.bar.setValue(thousandths)
