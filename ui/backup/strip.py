"""One line that says how far long work is, with a thin bar and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ui.progress import progress_dialog
from ui.progress.running import Running
from ui.widgets.link_button import LinkButton
from ui.widgets.toned import TonedLabel

_BAR_CHARS = 22
_FULL = 1000


class WorkStrip(QWidget):
    """Follows a `Running`: shown while it goes on, hidden otherwise."""

    def __init__(self, running: Running, name: str, *, stop: str = "Batalkan") -> None:
        super().__init__()
        self._running = running
        self.setAccessibleName(name)
        self.words = TonedLabel("", "muted", wrap=False)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(name)
        self.bar.setFixedHeight(max(6, self.fontMetrics().height() // 3))
        self.bar.setFixedWidth(self.fontMetrics().averageCharWidth() * _BAR_CHARS)
        self.stop_button = LinkButton(stop)
        self.stop_button.clicked.connect(self._stop)
        box = QHBoxLayout(self)
        box.setContentsMargins(4, 0, 4, 0)
        box.setSpacing(8)
        box.addWidget(self.words)
        box.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignVCenter)
        box.addWidget(self.stop_button)
        box.addStretch(1)
        running.told.connect(self._tell)
        for end in (running.done, running.failed, running.stopped):
            end.connect(self._end)
        self.hide()
        self._late = QTimer(self, singleShot=True)
        self._late.timeout.connect(self.show)

    def begin(self, words: str, *, stoppable: bool = True, asked: bool = True) -> None:
        """Appear before the work says anything; what nobody `asked` for only when it lasts."""
        self.stop_button.setVisible(stoppable)
        self.stop_button.setEnabled(True)
        self._tell(words, -1)
        if asked:
            self.show()
        else:
            self._late.start(round(progress_dialog.SHOW_AFTER * 1000))

    def _end(self) -> None:
        self._late.stop()
        self.hide()

    def _tell(self, words: str, thousandths: int) -> None:
        if words:
            self.words.setText(words if thousandths < 0 else f"{words} · {thousandths // 10}%")
        self.bar.setRange(0, _FULL if thousandths >= 0 else 0)
        if thousandths >= 0:
            self.bar.setValue(thousandths)

    def _stop(self) -> None:
        self.stop_button.setEnabled(False)
        self._running.cancel()
