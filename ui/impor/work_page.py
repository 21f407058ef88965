"""What is shown while a sheet is read or stored."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from ui.berkas.toned import TonedLabel, row
from ui.impor.progress import Progress

_LOOK_EVERY = 50  # milliseconds
_STEPS = 1000


class WorkPage(QWidget):
    """Words, a bar and a button that stops the work."""

    stopped = Signal()
    """The user wants it to end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress: Progress | None = None
        self.words = TonedLabel(bold=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bar = QProgressBar()
        self.bar.setAccessibleName("Kemajuan")
        self.bar.setFixedWidth(self.fontMetrics().averageCharWidth() * 50)
        self.stop_button = QPushButton("&Hentikan")
        self.stop_button.setAutoDefault(False)
        self.stop_button.clicked.connect(self._stop)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        box = QVBoxLayout(self)
        box.addStretch(1)
        box.addWidget(self.words)
        box.addLayout(row(None, self.bar, None))
        box.addLayout(row(None, self.stop_button, None))
        box.addStretch(2)

    def begin(self, words: str, progress: Progress) -> None:
        """Show the progress of some work from now on."""
        self._progress = progress
        self.words.setText(words)
        self.stop_button.setEnabled(True)
        self.stop_button.setFocus()
        self.bar.setRange(0, 0)
        self._timer.start()

    def end(self) -> None:
        """The work is over."""
        self._timer.stop()
        self._progress = None

    def look(self) -> None:
        """Show how far it is now."""
        if self._progress is None:
            return
        done, total = self._progress.state
        if total > 0:
            self.bar.setRange(0, _STEPS)
            self.bar.setValue(min(done * _STEPS // total, _STEPS))

    def _stop(self) -> None:
        self.stop_button.setEnabled(False)
        self.stopped.emit()
