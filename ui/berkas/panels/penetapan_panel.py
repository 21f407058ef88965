"""Stage 3: the Keputusan is drafted, printed, signed; its number and date are recorded."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from sopapp.domain.changes import Kind
from sopapp.domain.dik import Perubahan
from sopapp.domain.errors import DomainError, SopappError
from sopapp.domain.ribuan import ribuan
from sopapp.domain.sop import StageKind
from sopapp.domain.surat import JenisSurat, Surat
from sopapp.domain.tanggal import tanggal
from ui.berkas.salinan import salinan_button
from ui.berkas.stage_panel import StagePanel
from ui.berkas.stage_print import print_stage_button
from ui.berkas.step_card import CardColumn, StepCard
from ui.context import UiContext
from ui.preview.pdf_preview import PdfPreview
from ui.preview.preview_item import letter_item, pdf_of
from ui.surat.letter_actions import LetterActions
from ui.tasks import Latest
from ui.widgets.icon_button import button
from ui.widgets.toned import Notice, row


class PenetapanPanel(StagePanel):
    """Three acts at the left, the Keputusan as it prints at the right."""

    stage_kind = StageKind.PENETAPAN
    shows_list = True
    kinds = frozenset(
        {Kind.SURAT, Kind.USULAN, Kind.DIK, Kind.SETTING, Kind.INSTANSI, Kind.PEJABAT,
         Kind.UNIT_KERJA}
    )  # fmt: skip

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.surat: Surat | None = None
        self.acts = LetterActions(context, self)
        self.preview = PdfPreview()
        self._latest = Latest(context.tasks, self, self._show_pdf, self._show_failure)
        self.divide(self._cards(), self.preview, (420, 720))
        self.leads = (self.draft_button, self.print_button)

    def _cards(self) -> QWidget:
        self.draft_card = StepCard(1, "Rancangan Keputusan")
        self.draft_button = button("&Susun rancangan", self.draft, "letter")
        self.edit_button = button("&Ubah teks…", self.edit, "edit")
        self.draft_card.add_buttons(self.draft_button, self.edit_button)
        self.print_card = StepCard(2, "Cetak untuk ditandatangani")
        self.print_button = button("&Pratinjau dan cetak…", self.print_draft, "print")
        self.pengantar_button = button(
            "Nota &Dinas pengantar…", self.pengantar, "letter",
            tip="Nota Dinas kepada penanda tangan yang mengantarkan rancangan ini",
        )  # fmt: skip
        self.print_all_button = print_stage_button(self, 3, "Cetak se&mua…")
        self.print_card.body.addLayout(row(self.print_button, None))
        self.print_card.add_buttons(self.pengantar_button, self.print_all_button)
        self.sign_card = StepCard(3, "Nomor dan tanggal Keputusan")
        self.sign_button = button("&Catat nomor dan tanggal…", self.sign, "sign")
        self.unsign_button = button("&Batalkan pencatatan…", self.unsign)
        self.salinan_button = salinan_button(self)
        self.mandate = Notice("warn")
        self.sign_card.body.addWidget(self.mandate)
        self.sign_card.body.addLayout(row(self.salinan_button, None))
        self.sign_card.add_buttons(self.sign_button, self.unsign_button)
        return CardColumn(self.draft_card, self.print_card, self.sign_card)

    def menders(self, key: str) -> tuple[QWidget, ...]:
        """Susun, Pratinjau dan cetak, or Catat nomor."""
        return {
            "keputusan_disusun": (self.draft_button,),
            "keputusan_dicetak": (self.print_button,),
            "keputusan_bernomor": (self.sign_button,),
        }.get(key, ())

    # -- showing ----------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read everything anew."""
        surat_id = self.app.keputusan.find(self.berkas_id)
        self.surat = None
        if surat_id is not None:
            self.act(lambda: self._read(surat_id))
        self._tell()
        self._warn()
        self._enable()
        self._draw_preview()

    def _read(self, surat_id: int) -> None:
        self.surat = self.app.surat.get(surat_id)

    def _tell(self) -> None:
        surat = self.surat
        if surat is None:
            self.draft_card.say("Lampirannya diambil dari rancangan daftar tahap 2.", done=False)
            self.print_card.say("Nomor dan tanggal dikosongkan untuk diisi tangan.", done=False)
            self.sign_card.say("Dicatat setelah Keputusan ditandatangani.", done=False)
            return
        words = " dengan teks yang diubah" if surat.edited else " dengan teks bawaan"
        if surat.ditandatangani:
            words = ""  # a signed one keeps its words, whosever they were
        rows = self.app.keputusan.rows(self.berkas_id)
        count = len(rows) - rows.counts()[Perubahan.CABUT]
        self.draft_card.say(
            f"Disusun{words}; lampiran memuat {ribuan(count)} informasi.", done=True
        )
        if surat.dicetak or surat.ditandatangani:
            self.print_card.say("Sudah dicetak.", done=True)
        elif surat.cetakan:
            self.print_card.say("Berubah sejak dicetak terakhir; cetak ulang.", done=False)
        else:
            self.print_card.say("Nomor dan tanggal dikosongkan untuk diisi tangan.", done=False)
        if surat.ditandatangani and surat.tanggal:
            self.sign_card.say(f"Nomor {surat.nomor}\ntanggal {tanggal(surat.tanggal)}", done=True)
        else:
            self.sign_card.say("Dicatat setelah Keputusan ditandatangani.", done=False)

    def _warn(self) -> None:
        """What the signer needs who signs a.n., while it is not signed."""
        surat, words = self.surat, ""
        if surat is not None and not surat.ditandatangani and self.here:
            try:
                words = self.app.keputusan.mandate_warning(self.berkas_id)
            except DomainError:
                words = ""  # that nobody signs is told by the preview
        self.mandate.say(words, "warn")

    def _enable(self) -> None:
        surat, free = self.surat, self.here and not self.read_only
        signed = surat is not None and surat.ditandatangani
        self.draft_button.setVisible(surat is None)
        self.draft_button.setEnabled(free)
        self.edit_button.setVisible(surat is not None)
        self.edit_button.setEnabled(free and not signed)
        self.print_button.setEnabled(surat is not None)
        self.print_button.setText("&Pratinjau…" if signed else "&Pratinjau dan cetak…")
        self.pengantar_button.setEnabled(surat is not None and (free or self._sent() is not None))
        self.print_all_button.setEnabled(surat is not None)
        self.salinan_button.setVisible(signed)
        self.sign_button.setVisible(not signed)
        self.sign_button.setEnabled(free and surat is not None)
        self.unsign_button.setVisible(signed)
        self.unsign_button.setEnabled(free)

    def _draw_preview(self) -> None:
        if self.surat is None:
            self._latest.cancel()
            self.preview.show_message("Keputusan tampil di sini setelah rancangannya disusun.")
            return
        if not self.preview.data:
            self.preview.show_message("Menyiapkan Keputusan…")
        try:
            source = letter_item(self.app, self.surat, settled=self.passed).source()
        except SopappError as error:
            self._latest.cancel()
            self._show_failure(error)
            return
        self._latest.request_long(partial(pdf_of, source))

    def _show_pdf(self, pdf: bytes) -> None:
        if self.surat is not None:
            self.preview.show_pdf(pdf, keep_place=True)

    def _show_failure(self, error: Exception) -> None:
        if isinstance(error, SopappError):
            self.preview.show_message(f"Keputusan belum dapat dibuat.\n\n{error}")
        else:
            self.failed(error)

    # -- acts ---------------------------------------------------------------------------------

    def draft(self) -> None:
        """Draft the Keputusan."""
        self.act(lambda: self.app.keputusan.draft(self.berkas_id))

    def edit(self) -> None:
        """Open the editor of its words."""
        from ui.berkas.letter_editor import LetterEditor

        if self.surat is not None:
            self.show_dialog(LetterEditor(self.context, self.surat.id, self))

    def print_draft(self) -> None:
        """Preview it; printing and saving are done there."""
        from ui.preview.preview_dialog import PreviewDialog

        if self.surat is not None:
            item = letter_item(self.app, self.surat, settled=self.passed)
            self.show_dialog(PreviewDialog(self.context, [item], self))

    def pengantar(self) -> None:
        """Number and preview the letter that goes with the draft, drafted now if it was not."""
        sent = self._sent()
        made = [] if sent is None else [sent.id]
        if made or self.act(lambda: made.append(self.app.penyusunan.pengantar(self.berkas_id))):
            self.acts.number_then_preview(made[0])

    def _sent(self) -> Surat | None:
        """The Nota Dinas pengantar, once it is drafted."""
        letters = self.app.surat.list(self.berkas_id)
        found = (s for s in letters if s.jenis is JenisSurat.PENGANTAR and not s.batal)
        return next(found, None)

    def sign(self) -> None:
        """Ask for number and date, build the final PDF and record all three."""
        from ui.berkas.sign_dialog import SignDialog

        if self.surat is not None:
            self.show_dialog(SignDialog(self.context, self, self.surat))

    def unsign(self) -> None:
        """Take the recorded number and date back, with a reason."""
        reason = self.context.prompts.ask_text(
            self, "Batalkan pencatatan",
            "Mengapa nomor dan tanggal yang dicatat dibatalkan?", multiline=True,
            yes="Batalkan pencatatan", no="Tidak jadi",
        )  # fmt: skip
        if reason:
            self.act(lambda: self.app.keputusan.unsign(self.berkas_id, reason))
