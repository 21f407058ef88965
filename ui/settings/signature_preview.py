"""The signature block as text, on paper, while an official is typed."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from sopapp.domain.nip import nomor_induk
from sopapp.domain.pejabat import Kepegawaian, PejabatInput, jabatan_lines, pangkat_printed
from ui.theme import scale_letters

_INK, _PAPER = "#111111", "#ffffff"  # paper is paper in the dark theme too
_ROOM = 3
_BEFORE = ("a.n. ", "Plt. ", "Plh. ", "Pj. ", "Pjs. ")


class SignaturePreview(QFrame):
    """Jabatan with its comma, room for the signature, name, pangkat, NIP."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, QColor(_PAPER))
        palette.setColor(QPalette.ColorRole.WindowText, QColor(_INK))
        palette.setColor(QPalette.ColorRole.Text, QColor(_INK))
        self.setPalette(palette)
        self._words = ""
        self._block = QLabel(self)
        self._block.setTextFormat(Qt.TextFormat.RichText)
        self._block.setWordWrap(True)
        scale_letters(self._block, 0.95)
        self._block.setAccessibleName("Contoh blok tanda tangan")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 12, 18, 12)
        layout.addWidget(self._block)

    @property
    def words(self) -> str:
        """The block's text, line by line."""
        return self._words

    def show_official(self, data: PejabatInput) -> None:
        """Write the block of this official."""
        above = jabatan_lines(data) if data.jabatan.strip() else ("JABATAN",)
        above = (*above[:-1], f"{above[-1]},")
        number = nomor_induk(data)
        if number and data.kepegawaian is Kepegawaian.PNS:
            number = f"NIP {number}"
        name = data.nama or "Nama dan gelar"
        below = tuple(line for line in (pangkat_printed(data), number) if line)
        self._words = "\n".join((*above, *[""] * _ROOM, name, *below))
        self._block.setText(_html(above, name, below))
        self._block.setAccessibleDescription(self._words)


def _html(above: tuple[str, ...], name: str, below: tuple[str, ...]) -> str:
    """As a letter has it: behind a.n. all jabatan stand below each other."""
    marked = any(line.startswith(_BEFORE) for line in above)
    rows = []
    for line in above:
        mark = next((each for each in _BEFORE if line.startswith(each)), "")
        cell = f"<td>{escape(mark.strip())}&nbsp;</td>" if marked else ""
        rows.append(f"<tr>{cell}<td>{escape(line[len(mark) :])}</td></tr>")
    table = f"<table cellspacing='0' cellpadding='0'>{''.join(rows)}</table>"
    lines = [f"<b><u>{escape(name)}</u></b>", *map(escape, below)]
    return table + "<br>" * _ROOM + "<br>".join(lines)
