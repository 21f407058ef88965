"""What is being done, how far it is, and a button that stops it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.progress.work_dialog import FULL, WorkDialog

SHOW_AFTER = 0.5
"""Seconds that work may take before anything is said about it."""
NOT_FOR = 0.3
"""Seconds: work that is over sooner than that is not worth a dialog any more."""
STAYS = 0.4
"""Seconds that a dialog stays once it is there, so that it can be read and does not flash."""
_WIDTH = 64


class ProgressDialog(WorkDialog):
    """Stays until whoever made it takes it away; Esc and the cross do as Batalkan.

    The button is off while the work cannot be stopped: `stoppable` is False, or all is counted.
    """

    topic = "mengembalikan-dan-membatalkan#menghentikan-pekerjaan-yang-lama"

    stopped = Signal()
    """The user wants it to end; told once."""

    def __init__(self, parent: QWidget | None, words: str, *, stoppable: bool = True) -> None:
        super().__init__(parent, width=_WIDTH)
        self._stoppable = stoppable
        self.asked = False
        self.setWindowTitle("Tunggu sebentar")
        self.cancel_button = QPushButton("&Batalkan")
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.setEnabled(stoppable)
        self.cancel_button.clicked.connect(self.reject)
        self.lay_out(self.cancel_button)
        self.begin_bar()
        self._words = ""
        self.say(words, -1)
        self.cancel_button.setFocus()

    def say(self, words: str, thousandths: int) -> None:
        """What is being done ("" as before) and how far it is; -1 while nobody knows."""
        self.tell(thousandths)
        if self.asked:
            return
        self._words = words.rstrip(".… ") or self._words
        far = f" · {thousandths // 10}%" if thousandths >= 0 else "…"
        self.words.setText(f"{self._words}{far}")
        self.setAccessibleDescription(self._words)
        self.cancel_button.setAccessibleDescription(f"Menghentikan: {self._words}")
        self.cancel_button.setEnabled(self._stoppable and thousandths < FULL)

    def reject(self) -> None:
        """Qt: ask for the end; it comes when the work gives up."""
        if self.asked or not self.cancel_button.isEnabled():
            return
        self.asked = True
        self.cancel_button.setEnabled(False)
        self.words.setText("Membatalkan…")
        self.stopped.emit()

    def put_away(self) -> None:
        """The work is over; the keyboard goes back to where it was."""
        self.asked = True  # nothing is asked any more
        before = self.parentWidget() if self.isActiveWindow() else None
        self.hide()
        if before is not None:
            before.activateWindow()
        self.deleteLater()


def worth_showing(took: float, thousandths: int) -> bool:
    """Whether work that took so many seconds until now will last long enough to be told of."""
    if took < SHOW_AFTER:
        return False
    if thousandths <= 0:
        return True
    return took * (FULL - thousandths) / thousandths >= NOT_FOR
