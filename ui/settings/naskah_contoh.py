"""The picture of a sample paper beside its settings, following each change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sopapp.documents.content import Letter
from sopapp.domain.errors import SopappError
from sopapp.domain.naskah import JenisNaskah
from sopapp.services.contoh_kertas import Pilihan
from sopapp.services.contoh_naskah import ContohNaskah
from ui import errors
from ui.berkas.live_letter import LiveLetter
from ui.preview.pdf_preview import PdfPreview
from ui.widgets.toned import Notice, TonedLabel

if TYPE_CHECKING:
    from ui.context import UiContext


class Pictured(Protocol):
    """A panel whose choices can be shown on paper."""

    @property
    def jenis(self) -> JenisNaskah:
        """The kind whose picture shows the choices."""
        ...

    @property
    def wants_late(self) -> bool:
        """Whether the letter is shown as after its due date."""
        ...

    def pilihan(self, *, sudah_lewat: bool = False) -> Pilihan:
        """What is chosen; raises DomainError for what cannot be."""
        ...


class NaskahContoh(QWidget):
    """The last good page stays in sight below the reason why the newest cannot be shown."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        app = context.app
        self._context = context
        self._panel: Pictured | None = None
        self._building: JenisNaskah | None = None
        self._shown: JenisNaskah | None = None
        self._samples = ContohNaskah(
            app.instansi,
            app.pejabat,
            app.sop,
            app.clock.today,
            app.calendar,
            app.lembar_sop.compose,
        )
        self.preview = PdfPreview()
        self.trouble = Notice("danger")
        self.live = LiveLetter(context.tasks, self, self._compose, self._show, self._fail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(TonedLabel("Contoh hasil cetak", bold=True, wrap=False))
        column.addWidget(self.trouble)
        column.addWidget(self.preview, 1)
        self.preview.show_message("Menyiapkan contoh…")

    def show_panel(self, panel: Pictured) -> None:
        """Follow the choices of another panel."""
        self._panel = panel
        self.live.touch()

    def _compose(self) -> Letter | bytes:
        panel = self._panel
        if panel is None:
            return self.preview.data
        self._building = panel.jenis
        return self._samples.letter(panel.jenis, panel.pilihan(sudah_lewat=panel.wants_late))

    def _show(self, pdf: bytes) -> None:
        self.trouble.say("")
        self.preview.show_pdf(pdf, keep_place=self._building is self._shown)
        self._shown = self._building

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, SopappError):
            errors.show(self, self._context.prompts, error)
            return
        self.trouble.say(str(error), "danger")
        if not self.preview.data or self._building is not self._shown:
            self.preview.show_message("Contoh belum dapat ditampilkan.")
            self._shown = self._building
