"""Everything that can be done with one letter, from wherever it is listed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from sopapp.domain.sop import STAGE_NUMBER, StageKind
from sopapp.domain.surat import JenisSurat, Surat
from ui import errors
from ui.in_turns import InTurns
from ui.surat.letter_state import state_of

if TYPE_CHECKING:
    from ui.context import UiContext

_STAGE_OF_KEPUTUSAN = STAGE_NUMBER[StageKind.PENETAPAN]


class LetterActions:
    """Each act takes the id of a letter; dialogs open over `parent` and stop nothing."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        self._context = context
        self._parent = parent
        self._then: Callable[[], None] = lambda: None
        failed = partial(errors.show, parent, context.prompts)
        self._reading = InTurns(parent, self._go_on, failed)

    def edit(self, surat_id: int) -> None:
        """Open the editor of its words."""
        from ui.berkas.letter_editor import LetterEditor

        self._with(surat_id, lambda _surat: LetterEditor(self._context, surat_id, self._window))

    def number(self, surat_id: int) -> None:
        """Ask for number and date; of a Keputusan they are recorded in its stage."""
        self._with(surat_id, self._number_dialog)

    def number_then_preview(self, surat_id: int) -> None:
        """Ask a letter that has no number for it, then show it for printing.

        Left without a number, it is shown with room for a pen.
        """

        def make(surat: Surat) -> QDialog | None:
            dialog = None if surat.nomor else self._number_dialog(surat)
            if dialog is None:
                self.preview(surat_id)
            else:
                dialog.finished.connect(lambda _how: self.preview(surat_id))
            return dialog

        self._with(surat_id, make)

    def preview(self, surat_id: int) -> None:
        """Show the letter as it prints, or the very bytes that were kept."""
        from ui.preview.preview_dialog import PreviewDialog
        from ui.preview.preview_item import letter_item

        def make(surat: Surat) -> QDialog:
            settled = bool(surat.batal) or state_of(self._context.app, surat).settled
            item = letter_item(self._context.app, surat, settled=settled)
            return PreviewDialog(self._context, [item], self._window)

        self._with(surat_id, make)

    def salinan(self, surat_id: int) -> None:
        """Show the Salinan of a signed Keputusan, which is kept when it is printed."""
        from ui.berkas.salinan import salinan_item
        from ui.preview.preview_dialog import PreviewDialog

        self._with(
            surat_id,
            lambda surat: PreviewDialog(
                self._context, [salinan_item(self._context.app, surat)], self._window
            ),
        )

    def sign(self, surat_id: int) -> None:
        """Record that it is signed, with or without its scan."""
        self._scan_dialog(surat_id)

    def attach_scan(self, surat_id: int) -> None:
        """Take its scan; one that is not recorded as signed is so by the same act."""
        self._scan_dialog(surat_id)

    def void(self, surat_id: int) -> None:
        """Ask why, then make it void; its number stays in the book."""
        self._reasoned(
            surat_id, "Batalkan surat",
            "Mengapa surat ini dibatalkan? Nomornya tetap di buku agenda sebagai BATAL dan tidak "
            "dipakai lagi.",
            "Batalkan surat", self._context.app.surat.void,
        )  # fmt: skip

    def replace(self, surat_id: int) -> None:
        """Ask why, then make it void and draft another in its place."""
        self._reasoned(
            surat_id, "Ganti surat",
            "Mengapa surat ini diganti? Surat ini menjadi BATAL, dan konsep baru dengan isi yang "
            "sama dibuat untuk diperbaiki dan diberi nomor baru.",
            "Batalkan dan ganti", self._context.app.surat.replace,
        )  # fmt: skip

    def unsign(self, surat_id: int) -> None:
        """Ask why, then take back that it was recorded as signed."""
        self._reasoned(
            surat_id, "Batalkan pencatatan",
            "Mengapa pencatatan tanda tangan dibatalkan? Surat dapat dikoreksi lagi; cetakannya "
            "tetap tersimpan, dan pindaiannya dilepaskan dari surat ini.",
            "Batalkan pencatatan", self._context.app.surat.unsign,
        )  # fmt: skip

    def versions(self, surat_id: int) -> None:
        """Show what was printed and corrected."""
        from ui.surat.versions_dialog import VersionsDialog

        self._with(surat_id, lambda surat: VersionsDialog(self._context, surat, self._window))

    def history(self, surat_id: int) -> None:
        """Show all that riwayat tells of it."""
        from sopapp.domain.riwayat import Catatan, JenisCatatan
        from ui.lists.riwayat_dialog import show_record

        show_record(self._context, Catatan(JenisCatatan.SURAT, surat_id), self._parent)

    def hand_over(self, *surat_ids: int) -> None:
        """Record to whom letters were handed."""
        from ui.surat.hand_over_dialog import HandOverDialog

        self._open(lambda: HandOverDialog(self._context, self._window, surat_ids))

    # -- parts ------------------------------------------------------------------------------

    @property
    def _window(self) -> QWidget:
        return self._parent.window()

    def _open(self, make: Callable[[], QDialog | None]) -> None:
        with errors.guard(self._parent, self._context.prompts):
            dialog = make()
            if dialog is not None:
                dialog.open()

    def _with(self, surat_id: int, make: Callable[[Surat], QDialog | None]) -> None:
        """Read a letter and open its dialog; what a long one prints is read a part a turn."""
        surat = self._context.app.surat
        self._then = lambda: self._open(lambda: make(surat.get(surat_id)))
        with errors.guard(self._parent, self._context.prompts):
            self._reading.begin(surat.prepare(surat_id))

    def _go_on(self) -> None:
        self._then()

    def _number_dialog(self, surat: Surat) -> QDialog | None:
        from ui.surat.letter_number_dialog import LetterNumberDialog

        if self._belongs_to_stage(surat):
            return None
        return LetterNumberDialog(self._context, self._window, surat)

    def _scan_dialog(self, surat_id: int) -> None:
        from ui.surat.letter_sign_dialog import LetterSignDialog

        def make(surat: Surat) -> QDialog | None:
            if self._belongs_to_stage(surat):
                return None
            return LetterSignDialog(self._context, self._window, surat)

        self._with(surat_id, make)

    def _belongs_to_stage(self, surat: Surat) -> bool:
        """Whether it is an unsigned Keputusan; that one is numbered and signed in its stage."""
        if surat.jenis is not JenisSurat.KEPUTUSAN or surat.ditandatangani:
            return False
        assert surat.berkas_id is not None  # every Keputusan is of one
        self._context.navigate.berkas(surat.berkas_id, _STAGE_OF_KEPUTUSAN)
        return True

    def _reasoned(
        self,
        surat_id: int,
        title: str,
        question: str,
        yes: str,
        act: Callable[[int, str], object],
    ) -> None:
        prompts = self._context.prompts
        reason = prompts.ask_text(
            self._parent, title, question, multiline=True, yes=yes, no="Tidak jadi"
        )
        if reason:
            with errors.guard(self._parent, prompts):
                act(surat_id, reason)
