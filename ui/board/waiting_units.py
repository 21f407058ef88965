"""The units of a berkas that a reminder can be sent to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopapp.domain.surat import JenisSurat, Surat
from ui.berkas.remind_dialog import Waiting

if TYPE_CHECKING:
    from sopapp.app import App


def waiting_units(app: App, berkas_id: int) -> list[Waiting]:
    """Units whose letter has a number and was printed, and that have not answered."""
    letters = app.surat.list(berkas_id)
    by_id = {surat.id: surat for surat in letters}
    reminders: dict[int | None, list[Surat]] = {}
    for surat in letters:
        if surat.jenis is JenisSurat.PENGINGAT and not surat.batal:
            reminders.setdefault(surat.unit_id, []).append(surat)
    found = []
    for asked in app.permintaan.list(berkas_id):
        letter = by_id.get(asked.surat_id) if asked.surat_id is not None else None
        if asked.jawaban is None and asked.nomor and letter is not None and letter.cetakan:
            sent = tuple(reminders.get(asked.unit.id, ()))
            found.append(Waiting(asked.unit.id, asked.unit.nama, sent))
    return found
