"""A strip that says what ends soon, and leads there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from ui.register.expiry_watch import ExpiryWatch, expiry_words
from ui.widgets.link_button import LinkButton
from ui.widgets.toned import Notice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.context import UiContext


class ExpiryBanner(Notice):
    """Hidden while nothing ends soon."""

    asked = Signal()
    """The button was pressed: show these entries."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__("warn")
        self.setParent(parent)
        self.setAccessibleName("Peringatan jangka waktu")
        self._context = context
        self.button = LinkButton("Tampilkan", "text")
        self.button.setToolTip("Tampilkan informasi yang akan berakhir atau sudah lewat")
        self.button.clicked.connect(self.asked)
        self.row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.row.setContentsMargins(10, 4, 10, 4)
        self.watch = ExpiryWatch(context, self)
        self.watch.counted.connect(self._on_counted)
        self.hide()

    def _on_counted(self, soon: int, past: int) -> None:
        ahead = self._context.app.setting.register().batas_hari
        self.say(expiry_words(soon, past, ahead), "danger" if past else "warn")
