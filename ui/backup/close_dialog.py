"""The window waits for the last backup: calm progress, and a way to leave at once."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.progress.running import Running
from ui.progress.work_dialog import WorkDialog
from ui.widgets.toned import PrimaryButton

_WIDTH = 76  # letters
_DOING = "Mencadangkan perubahan sebelum program ditutup."


class CloseDialog(WorkDialog):
    """Emits one of `leave` and `stay`; shows a problem in itself instead of in another dialog."""

    topic = "data-dan-cadangan#kapan-program-mencadangkan"

    leave = Signal()
    """Close the window now, backed up or not."""
    stay = Signal()
    again = Signal()

    def __init__(self, running: Running, parent: QWidget) -> None:
        super().__init__(parent, width=_WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle("Menutup program")
        self.words.setText(_DOING)
        self.bar.setAccessibleName("Kemajuan pencadangan")
        self.again_button = PrimaryButton("&Coba lagi")
        self.again_button.clicked.connect(self._again)
        self.leave_button = QPushButton("&Tutup tanpa mencadangkan")
        self.leave_button.clicked.connect(self.leave)
        self.stay_button = QPushButton("&Kembali ke program")
        self.stay_button.clicked.connect(self.reject)
        for button in (self.leave_button, self.stay_button):
            button.setAutoDefault(False)
        self.lay_out(self.stay_button, self.leave_button, self.again_button)
        self.begin_bar()
        self.again_button.hide()
        running.told.connect(self._tell)

    def say_problem(self, text: str, *, backed_up: bool) -> None:
        """The end was not a good one; the user decides."""
        self.bar.hide()
        self.words.setText(
            "Perubahan sudah dicadangkan, tetapi ada yang perlu diketahui."
            if backed_up
            else "Perubahan belum dicadangkan. Data itu sendiri sudah tersimpan."
        )
        self.notice.say(text, "warn")
        self.leave_button.setText("&Tutup" if backed_up else "&Tutup tanpa mencadangkan")
        self.again_button.show()
        (self.leave_button if backed_up else self.again_button).setFocus()

    def reject(self) -> None:
        """Qt: Esc and the cross lead back to the program."""
        self.stay.emit()
        super().reject()

    def _again(self) -> None:
        self.notice.say("")
        self.words.setText(_DOING)
        self.leave_button.setText("&Tutup tanpa mencadangkan")
        self.begin_bar()
        self.again_button.hide()
        self.again.emit()

    def _tell(self, words: str, thousandths: int) -> None:
        if self.bar.isHidden():
            return
        self.tell(thousandths)
        if words:
            self.words.setText(f"{words} sebelum program ditutup.")
