"""One line that tells how far some work is, with a button that stops it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from ui.progress import progress_dialog


class WorkBar(QWidget):
    """Hidden until there is work that lasts: what is over in a moment moves nothing."""

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel()
        self.bar = QProgressBar()
        self.bar.setAccessibleName("Kemajuan")
        self.bar.setTextVisible(False)
        self.stop_button = QPushButton("Henti&kan")
        self.stop_button.setAutoDefault(False)
        self.stop_button.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop_button)
        self.hide()
        self._late = QTimer(self, singleShot=True)
        self._late.timeout.connect(self.show)

    def show_work(self, act: str, done: int, total: int, unit: str) -> None:
        """E.g. "Mencetak 3 dari 12 lembar"; a total of 0 is not known yet."""
        self.words.setText(f"{act} {done} dari {total} {unit}…" if total else f"{act}…")
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        if self.isHidden() and not self._late.isActive():
            self.stop_button.setEnabled(True)
            self._late.start(round(progress_dialog.SHOW_AFTER * 1000))

    def put_away(self) -> None:
        """There is no more work."""
        self._late.stop()
        self.hide()

    def _stop(self) -> None:
        self.stop_button.setEnabled(False)
        self.stopped.emit()
