"""What can be done with the letter that answers a request."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from sopapp.domain.permohonan import Permohonan
from ui import errors
from ui.preview.preview_item import PreviewItem, file_name, kept_item, letter_item
from ui.surat.letter_actions import LetterActions
from ui.surat.letter_state import LetterState, state_of

if TYPE_CHECKING:
    from ui.context import UiContext


class LetterWork(QMenu):
    """Drafts the letter of the request chosen, and carries it on; what is not open to it is off."""

    def __init__(self, context: UiContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._request: Permohonan | None = None
        self._acts = LetterActions(context, page)
        self.draft_action = self.addAction("&Susun surat", self.draft)
        self.preview_action = self.addAction("&Pratinjau dan cetak…", self.preview)
        self.edit_action = self._add("&Ubah teks…", self._acts.edit)
        self.addSeparator()
        self.number_action = self._add("&Nomor dan tanggal…", self._acts.number)
        self.sign_action = self._add("&Catat tanda tangan…", self._acts.sign)
        self.scan_action = self._add("Pin&daian…", self._acts.attach_scan)
        self.hand_over_action = self._add("Se&rah terima…", self._acts.hand_over)
        self.versions_action = self._add("Riwayat ce&takan…", self._acts.versions)
        self.history_action = self._add("Ri&wayat surat…", self._acts.history)
        self.addSeparator()
        self.void_action = self._add("&Batalkan surat…", self._acts.void)
        self.unsign_action = self._add("Batalkan pencat&atan tanda tangan…", self._acts.unsign)
        self.show_request(None)

    def show_request(self, permohonan: Permohonan | None) -> None:
        """Take this request."""
        self._request = permohonan
        surat_id = self._surat_id
        state = LetterState()
        if surat_id is not None:
            state = state_of(self._context.app, self._context.app.surat.get(surat_id))
        self.draft_action.setEnabled(
            permohonan is not None and surat_id is None and not permohonan.batal
        )
        self.preview_action.setEnabled(surat_id is not None)
        self.versions_action.setEnabled(surat_id is not None)
        self.history_action.setEnabled(surat_id is not None)
        for action, on in (
            (self.edit_action, state.edit),
            (self.number_action, state.number),
            (self.sign_action, state.sign),
            (self.scan_action, state.scan),
            (self.hand_over_action, state.hand_over),
            (self.void_action, state.void),
            (self.unsign_action, state.unsign),
        ):
            action.setEnabled(on)
        self.sign_action.setVisible(not state.scan)
        self.unsign_action.setVisible(state.unsign)
        self.scan_action.setVisible(state.scan)
        self.void_action.setVisible(not state.unsign)

    def draft(self) -> None:
        """Make the letter and show it."""
        request = self._request
        if request is None:
            return
        with errors.guard(self._page, self._context.prompts) as outcome:
            self._context.app.permohonan.draft_letter(request.id)
            self.show_request(self._context.app.permohonan.get(request.id))
        if outcome.ok:
            self.preview()

    def preview(self) -> None:
        """Show the letter with the Lembar Uji that go with it."""
        from ui.preview.preview_dialog import PreviewDialog

        items: list[PreviewItem] = []
        with errors.guard(self._page, self._context.prompts) as outcome:
            items = self.items()
        if outcome.ok and items:
            PreviewDialog(self._context, items, self._page.window()).open()

    def items(self) -> list[PreviewItem]:
        """The letter first, then each kept Lembar Uji; what is not kept is told."""
        app, request, surat_id = self._context.app, self._request, self._surat_id
        if request is None or surat_id is None:
            return []
        sheets = app.permohonan.attachments_of(request.id)
        letter = letter_item(app, app.surat.get(surat_id))
        if missing := [f"“{each.judul}”" for each in sheets if each.attachment is None]:
            told = (
                f"Cetakan lembar uji {', '.join(missing)} tidak tersimpan; lampirkan salinan "
                "Keputusannya."
            )
            letter = replace(letter, note=f"{letter.note} {told}".strip())
        items = [letter]
        for each in sheets:
            if each.attachment is not None:
                title = f"Lembar uji: {each.judul}"
                data = app.attachments.read(each.attachment.id)
                items.append(replace(kept_item(title, file_name(title), data), label=title))
        return items

    # -- parts ----------------------------------------------------------------------------

    @property
    def _surat_id(self) -> int | None:
        surat = self._request.surat if self._request else None
        return surat.id if surat else None

    def _add(self, text: str, act: Callable[[int], None]) -> QAction:
        return self.addAction(text, partial(self._act, act))

    def _act(self, act: Callable[[int], None]) -> None:
        surat_id = self._surat_id
        if surat_id is not None:
            act(surat_id)
