"""The signature block as text, on paper, while an official is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from sopapp.domain.pejabat import PejabatInput, jabatan_lines, nip_printed
from ui.theme import scaled_font

_INK, _PAPER = "#111111", "#ffffff"  # paper is paper in the dark theme too
_ROOM = "\n\n\n"


class SignaturePreview(QFrame):
    """Jabatan with its comma, room for the signature, name, pangkat, NIP."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, QColor(_PAPER))
        palette.setColor(QPalette.ColorRole.WindowText, QColor(_INK))
        self.setPalette(palette)
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setFont(scaled_font(self.font(), 0.95))
        self._words.setAccessibleName("Contoh blok tanda tangan")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 12, 18, 12)
        layout.addWidget(self._words)

    @property
    def words(self) -> str:
        """The block's text."""
        return self._words.text()

    def show_official(self, data: PejabatInput) -> None:
        """Write the block of this official."""
        jabatan = "\n".join(jabatan_lines(data)) if data.jabatan else "JABATAN"
        nip = f"NIP {nip_printed(data.nip)}" if data.nip.strip() else ""
        below = "\n".join(
            line for line in (data.nama or "Nama dan gelar", data.pangkat, nip) if line
        )
        self._words.setText(f"{jabatan},{_ROOM}\n{below}")
