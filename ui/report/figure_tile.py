"""A main figure of the report: what it counts, the figure, what it is measured against."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from sopapp.domain.laporan import AngkaPokok, Nada
from ui.widgets.toned import Plate, TonedLabel

_TONES = {Nada.TEPAT: "ok", Nada.TERLAMBAT: "danger", Nada.BERJALAN: "text", Nada.NETRAL: "text"}


class FigureTile(Plate):
    """A few lines on a plate."""

    def __init__(self) -> None:
        super().__init__()
        self._title = TonedLabel("", "muted", wrap=False)
        self._value = TonedLabel("", scale=1.7, bold=True, wrap=False)
        self._note = TonedLabel("", "muted")
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 10, 14, 10)
        box.setSpacing(2)
        for label in (self._title, self._value, self._note):
            box.addWidget(label)
        box.addStretch(1)

    def show_figure(self, figure: AngkaPokok) -> None:
        """Show another figure."""
        self._title.setText(figure.judul)
        self._value.say(figure.nilai, _TONES[figure.nada])
        self._note.setText("\n".join(figure.bawah))
        self.setAccessibleName(f"{figure.judul}: {figure.nilai}, {', '.join(figure.bawah)}")
