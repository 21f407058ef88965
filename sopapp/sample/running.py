"""The running berkas of the sample: fresh, waiting for answers, and late in validation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sopapp.app import App
from sopapp.clock import FixedClock
from sopapp.domain.dik import IsiDik, JenisUsulan
from sopapp.sample.letters import SampleLetters
from sopapp.services.permintaan import Jawaban

_ANSWERED = 3
"""So many units have answered the request that still runs."""


def leave_running(
    app: App, clock: FixedClock, today: date, letters: SampleLetters, units: Mapping[str, int]
) -> None:
    """Leave three berkas on their way; the clock stands at `today` then."""
    calendar, year = app.calendar(), today.year

    clock.day = calendar.back(today, 9)
    judul = f"Pemutakhiran susulan Bidang Industri {year} (contoh)"
    late = app.berkas.create(judul, year, clock.day)
    _ask(app, letters, late, [units["AGRO"], units["NAGRO"]])
    clock.day = calendar.back(today, 5)
    app.usulan.add(
        late,
        units["AGRO"],
        JenisUsulan.BARU,
        IsiDik("Daftar calon penerima fasilitasi mesin yang belum ditetapkan (contoh)"),
    )
    for permintaan in app.permintaan.list(late):
        answer = Jawaban.USULAN if permintaan.usulan_count else Jawaban.NIHIL
        app.permintaan.answer(permintaan.id, answer, clock.day)
    app.berkas.advance(late)

    clock.day = calendar.back(today, 3)
    asking = app.berkas.create(f"Peninjauan entri pengadaan {year} (contoh)", year, clock.day)
    _ask(app, letters, asking, list(units.values()))
    clock.day = calendar.back(today, 1)
    for permintaan in app.permintaan.list(asking)[:_ANSWERED]:
        app.permintaan.answer(permintaan.id, Jawaban.NIHIL, clock.day)
    clock.day = today
    first, *_others = app.penyusunan.pengingat(asking)
    letters.put_out(first)

    app.berkas.create(f"Pemutakhiran DIK Tahun {year + 1} (contoh)", year + 1, today)


def _ask(app: App, letters: SampleLetters, berkas_id: int, unit_ids: list[int]) -> None:
    """A Nota Dinas for each unit, handed over; it is not yet known who took it."""
    app.permintaan.choose_units(berkas_id, unit_ids)
    made = app.penyusunan.permintaan(berkas_id, per_unit=True)
    for surat_id in made:
        letters.put_out(surat_id)
    app.berkas.advance(berkas_id)
    letters.hand_over(*made, taken=False)
    app.berkas.advance(berkas_id)
