"""Asks for the start password before any window of the data opens."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QVBoxLayout

from ui.lock.password_panel import PasswordPanel


class StartDialog(QDialog):
    """Accepted with the right password; closing it ends the start."""

    topic = "kunci-layar#bila-terlupa"

    def __init__(self, check: Callable[[str], bool]) -> None:
        super().__init__(None)
        self.setWindowTitle("Pemutakhiran DIK")
        self.panel = PasswordPanel(check, self)
        self.panel.opened.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.addWidget(self.panel)
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * 110, metrics.lineSpacing() * 22)
        self.panel.field.setFocus()
