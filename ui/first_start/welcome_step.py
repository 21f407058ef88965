"""Selamat datang: what to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.first_start.step import Step
from ui.widgets.toned import PrimaryButton, TonedLabel

if TYPE_CHECKING:
    from ui.context import UiContext

_WIDTH = 130  # letters
_SETTLE = (
    "Instansi dan kop, pejabat, unit kerja, dan nomor surat. Setiap langkah boleh dilewati dan "
    "dapat diubah lagi di Pengaturan."
)
_PROFIL = (
    "Pengaturan yang sudah disimpan di komputer atau instansi lain, dalam satu file .sopprofil."
)
_SAMPLE = "Kantor contoh dengan berkas, surat, dan daftar. Data kantor sendiri tidak tersentuh."
_SKIP = "Langsung ke papan. Panduan ini dapat dibuka lagi di Pengaturan, bagian Umum."
_WORDS = (_SETTLE, _PROFIL, _SAMPLE, _SKIP)


class WelcomeStep(Step):
    """Four ways, each with a sentence; the first one has the keyboard."""

    name = "mulai"
    head = "Selamat datang"
    lead = (
        "Program ini membantu memutakhirkan Daftar Informasi Publik yang Dikecualikan, dari Nota "
        "Dinas pertama sampai arsip. Siapkan kantor sekali saja, kira-kira lima menit."
    )
    profil_asked = Signal()
    sample_asked = Signal()
    leave_asked = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.begin = PrimaryButton("&Siapkan kantor saya")
        self.begin.clicked.connect(self.go_on)
        self.profil = QPushButton("&Muat profil instansi…")
        self.profil.clicked.connect(self.profil_asked)
        self.sample = QPushButton("&Coba dengan data contoh")
        self.sample.clicked.connect(self.sample_asked)
        self.skip = QPushButton("&Lewati")
        self.skip.clicked.connect(self.leave_asked)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(16)
        grid.setColumnStretch(1, 1)
        ways = (self.begin, self.profil, self.sample, self.skip)
        for line, (button, words) in enumerate(zip(ways, _WORDS, strict=True)):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setMinimumHeight(round(self.fontMetrics().height() * 2.2))
            button.setAccessibleDescription(words)
            grid.addWidget(button, line, 0)
            note = TonedLabel(words, "muted")
            grid.addWidget(note, line, 1, Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        inner = QWidget()
        inner.setLayout(grid)
        inner.setMaximumWidth(self.fontMetrics().averageCharWidth() * _WIDTH)
        layout.addWidget(inner)
        layout.addStretch(1)

    def lead_widget(self) -> QWidget:
        """The first way."""
        return self.begin
