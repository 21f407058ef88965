"""Buttons that count the rows by state and show one state at a time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from sopapp.domain.ribuan import ribuan
from ui.impor.sheet_rows import Tampil
from ui.theme import tokens


class KindBar(QWidget):
    """One of the buttons is down; each carries its count."""

    asked = Signal(object)
    """A `Tampil` was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[Tampil, QPushButton] = {}
        group = QButtonGroup(self)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for kind in Tampil:
            made = _KindButton()
            made.clicked.connect(lambda _on=False, kind=kind: self.asked.emit(kind))
            group.addButton(made)
            box.addWidget(made)
            self.buttons[kind] = made
        self.choose(Tampil.SEMUA)

    def choose(self, kind: Tampil) -> None:
        """Press a button without asking."""
        self.buttons[kind].setChecked(True)

    def count(self, counts: dict[Tampil, int]) -> None:
        """Show how many rows each button stands for; an empty one is off unless it is down."""
        for kind, made in self.buttons.items():
            made.setText(f"{kind.value} ({ribuan(counts[kind])})")
            made.setEnabled(counts[kind] > 0 or made.isChecked() or kind is Tampil.SEMUA)
            made.setVisible(kind is not Tampil.ABAIKAN or counts[kind] > 0 or made.isChecked())


class _KindButton(QPushButton):
    """Tinted while it is down: Fusion's own look hardly differs in the dark."""

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.toggled.connect(lambda _on: self._colour())

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()

    def _colour(self) -> None:
        look = tokens(self.parentWidget() or self)
        down = self.isChecked()
        palette = QPalette(self.palette())
        ground, ink = (look.accent_tint, look.accent) if down else (look.panel, look.text)
        if palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Button).name() == ground:
            return
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
            palette.setColor(group, QPalette.ColorRole.Button, QColor(ground))
            palette.setColor(group, QPalette.ColorRole.ButtonText, QColor(ink))
        self.setPalette(palette)
