"""The refused requests of the sample: one is answered, one extended, one came in just now."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sopapp.app import App
from sopapp.domain.permohonan import PermohonanInput
from sopapp.sample.letters import SampleLetters

_ANSWERED_AFTER = 8
_RECEIVED = 7
_RECEIVED_LAST = 1
"""Working days."""


def refuse_request(app: App, letters: SampleLetters, words: Mapping[str, Any]) -> None:
    """Answer a request today, with its letter signed and handed to the applicant."""
    received = app.calendar().back(app.clock.today(), _ANSWERED_AFTER)
    request = app.permohonan.add(_request(app, words, received))
    letters.send(app.permohonan.draft_letter(request))


def leave_requests(app: App, extended: Mapping[str, Any], new: Mapping[str, Any]) -> None:
    """Two requests that wait: one with more time and a letter begun, one without a letter."""
    calendar, today = app.calendar(), app.clock.today()
    request = app.permohonan.add(_request(app, extended, calendar.back(today, _RECEIVED)))
    app.permohonan.extend(request, extended["perpanjangan"])
    app.permohonan.draft_letter(request)
    app.permohonan.add(_request(app, new, calendar.back(today, _RECEIVED_LAST)))


def _request(app: App, words: Mapping[str, Any], received: date) -> PermohonanInput:
    wanted = words["informasi"]
    listed = {entry.isi.informasi: entry.id for entry in app.dik.as_of(app.clock.today())}
    return PermohonanInput(
        nomor_pendaftaran=words["nomor_pendaftaran"],
        diterima=received,
        nama=words["nama"],
        alamat=words["alamat"],
        kontak=words["kontak"],
        rincian=words["rincian"],
        entri_ids=tuple(listed[title] for title in wanted),
        ditolak=words.get("ditolak", ""),
    )
