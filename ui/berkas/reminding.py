"""The units of a berkas that have not answered, and reminding them from anywhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sopapp.domain.surat import JenisSurat, Surat
from ui.berkas.remind_dialog import RemindDialog, Waiting
from ui.errors import guard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sopapp.app import App
    from sopapp.services.permintaan import Permintaan
    from ui.context import UiContext


def reminders_by_unit(letters: Iterable[Surat]) -> dict[int | None, tuple[Surat, ...]]:
    """The reminders among the letters of a berkas that are not void, oldest first."""
    found: dict[int | None, tuple[Surat, ...]] = {}
    for surat in letters:
        if surat.jenis is JenisSurat.PENGINGAT and not surat.batal:
            found[surat.unit_id] = (*found.get(surat.unit_id, ()), surat)
    return found


def waiting_among(asked: Iterable[Permintaan], letters: Iterable[Surat]) -> list[Waiting]:
    """Units whose letter has a number and was printed, and that have not answered.

    `letters` are those of the berkas that asked.
    """
    by_id = {surat.id: surat for surat in letters}
    reminders = reminders_by_unit(by_id.values())
    found = []
    for each in asked:
        letter = by_id.get(each.surat_id) if each.surat_id is not None else None
        if each.jawaban is None and each.nomor and letter is not None and letter.cetakan:
            found.append(Waiting(each.unit.id, each.unit.nama, reminders.get(each.unit.id, ())))
    return found


def waiting_units(app: App, berkas_id: int) -> list[Waiting]:
    """The units of a berkas that a reminder can be sent to."""
    return waiting_among(app.permintaan.list(berkas_id), app.surat.list(berkas_id))


def remind(
    context: UiContext,
    owner: QWidget,
    berkas_id: int,
    waiting: list[Waiting],
    chosen: int | None = None,
) -> None:
    """Ask whom to remind, with the unit `chosen` ticked; then show the letters for printing.

    Raises NotFoundError when the berkas is gone.
    """
    detail = context.app.berkas.get(berkas_id)
    dialog = RemindDialog(context, owner, detail, waiting, chosen)
    dialog.accepted.connect(lambda: preview_letters(context, owner, dialog.letters))
    dialog.open()


def preview_letters(context: UiContext, owner: QWidget, surat_ids: Iterable[int]) -> None:
    """Preview letters together; they print as one job."""
    from ui.preview.preview_dialog import PreviewDialog
    from ui.preview.preview_item import letter_item

    with guard(owner, context.prompts):
        items = [letter_item(context.app, context.app.surat.get(each)) for each in surat_ids]
        if items:
            PreviewDialog(context, items, owner).open()
