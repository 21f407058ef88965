"""A dialog whose cross asks what its button for leaving asks."""

from __future__ import annotations

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog


class AskingDialog(QDialog):
    """Subclasses ask in `reject` before what was typed is lost; Esc and the cross go there too."""

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt: the window's cross asks as Batal does."""
        if self.result() != QDialog.DialogCode.Accepted and self.isVisible():
            event.ignore()
            self.reject()
            return
        super().closeEvent(event)
