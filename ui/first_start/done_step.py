"""The end of the guide: what is ready, what is lacking, and the first berkas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from ui.first_start.step import Step
from ui.first_start.steps import FILLED, TITLES, complete
from ui.widgets.icon_label import IconLabel
from ui.widgets.toned import TonedLabel

if TYPE_CHECKING:
    from ui.context import UiContext


class DoneStep(Step):
    """A line per step, with the way back to it."""

    name = "selesai"
    head = "Siap untuk berkas pertama"
    lead = (
        "Satu berkas adalah satu pemutakhiran daftar. Halaman berkas menunjukkan langkah "
        "berikutnya sampai Nota Dinas tercetak."
    )
    next_words = "&Buat berkas pertama"
    optional = False
    step_asked = Signal(str)

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.marks: dict[str, IconLabel] = {}
        self.words: dict[str, TonedLabel] = {}
        self.buttons: dict[str, QPushButton] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(3, 1)
        for line, name in enumerate(FILLED):
            mark, words = IconLabel(), TonedLabel("", wrap=False)
            button = QPushButton()
            button.clicked.connect(lambda _on=False, name=name: self.step_asked.emit(name))
            grid.addWidget(mark, line, 0)
            grid.addWidget(words, line, 1)
            grid.addWidget(button, line, 2)
            self.marks[name], self.words[name], self.buttons[name] = mark, words, button
        self.later = TonedLabel("", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(14)
        layout.addLayout(grid)
        layout.addWidget(self.later)
        layout.addStretch(1)

    def load(self) -> None:
        """See Step."""
        lacking = False
        for name in FILLED:
            there, needed = complete(name, self.context.app), name != "daftar"
            lacking = lacking or (needed and not there)
            tone = "ok" if there else ("warn" if needed else "muted")
            mark = "done" if there else ("warning" if needed else "info")
            self.marks[name].show_icon(mark, tone)
            state = "siap" if there else ("belum diisi" if needed else "belum dimasukkan")
            self.words[name].say(f"{TITLES[name]}: {state}", tone)
            act = "Lihat" if there else "Isi"
            self.buttons[name].setText(act)
            self.buttons[name].setAccessibleName(f"{act} {TITLES[name].lower()}")
        self.later.setText(
            "Berkas dapat dibuat sekarang; yang belum diisi diminta ketika surat dibuat."
            if lacking
            else "Semuanya dapat diubah di Pengaturan; panduan ini ada di bagian Umum."
        )

    def lead_widget(self) -> QWidget | None:
        """The foot's button, which begins the berkas."""
        return None
