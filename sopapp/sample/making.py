"""Sample data: an office, its units, 25 entries, berkas, letters with their books, requests.

The words come from resources/contoh/contoh.toml; the data folder is marked as a sample.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from sopapp.app import App, open_app
from sopapp.clock import FixedClock
from sopapp.disk_refusal import why_refused
from sopapp.domain.agenda import AgendaFilter
from sopapp.domain.errors import DomainError, EnvironmentProblem
from sopapp.domain.pejabat import PejabatInput
from sopapp.domain.sop import LaneCode
from sopapp.durable import write_durably
from sopapp.paths import RESOURCES, DataFolder
from sopapp.private_folder import make_private
from sopapp.sample.berkas import FinishedBerkas
from sopapp.sample.history import first_day, leave_history
from sopapp.sample.letters import SampleLetters, Say
from sopapp.sample.permohonan import leave_requests, refuse_request
from sopapp.sample.running import leave_running
from sopapp.services.instansi import Instansi
from sopapp.services.letter_settings import LetterSettings
from sopapp.services.unit_kerja import UnitKerjaInput

OUTPUT = "keluaran"
"""Folder inside the sample folder that the papers are written to."""

_ACTOR = "Admin Contoh"
_YEARS = 4
"""So many years back the sample folder is first opened."""
_LENGTH = 26
"""Working days before today on which the finished sample berkas began."""


def make_sample(folder: Path, today: date, say: Say, *, running: bool = False) -> None:
    """Fill `folder` with sample data and one finished berkas; papers go to its OUTPUT.

    With `running` some more berkas stand in different stages, for a look at the board, and
    those of earlier years are finished.
    `say` hears the path of each file written. Raises DomainError when the folder is not empty.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        msg = f"Folder {folder} tidak kosong. Pilih folder baru; data yang ada tidak disentuh."
        raise DomainError(msg)
    try:
        make_private(folder)
        mark = DataFolder(folder).sample_mark
        write_durably(mark, b"Folder ini berisi data contoh, bukan data kantor.\n")
    except OSError as error:
        msg = f"Folder {folder} tidak dapat dibuat ({why_refused(error)}). Pilih yang lain."
        raise EnvironmentProblem(msg) from error
    data = tomllib.loads((RESOURCES / "contoh" / "contoh.toml").read_text(encoding="utf-8"))
    # The folder is opened before all that is told in it.
    clock = FixedClock(date(today.year - _YEARS, 1, 1))
    answered, extended, new = data["permohonan"]
    with open_app(folder, clock, _ACTOR) as app:
        begun = app.calendar().back(today, _LENGTH)
        clock.day = first_day(app, data["lampau"][0], begun.year) if running else begun
        units = _fill_office(app, data, clock.day)
        if running:
            leave_history(app, clock, data, units, begun.year)
        clock.day = begun
        letters = SampleLetters(app, data["surat"], folder / OUTPUT, say)
        letters.write_paper("Lembar SOP", app.lembar_sop.compose())
        finished = FinishedBerkas(app, clock, letters, data)
        finished_id = finished.carry(units)
        clock.day = app.calendar().add(clock.day, 1)
        refuse_request(app, letters, answered)
        if running:
            leave_running(app, clock, today, letters, units)
        clock.day = today
        leave_requests(app, extended, new)
        _write_books(app, letters, finished_id, begun.year)


def _fill_office(app: App, data: Mapping[str, Any], day: date) -> dict[str, int]:
    office = data["instansi"]
    app.instansi.save(
        Instansi(
            office["pemerintah"],
            office["nama"],
            office["singkatan"],
            tuple(office["alamat"]),
            office["kota"],
        )
    )
    app.setting.save(LetterSettings(klasifikasi=office["klasifikasi"]))
    for official in data["pejabat"]:
        app.pejabat.add(
            PejabatInput(
                nama=official["nama"],
                jabatan=official["jabatan"],
                peran=LaneCode(official["peran"]),
                berlaku_dari=day.replace(month=1, day=1),
                nip=official["nip"],
                pangkat=official["pangkat"],
                golongan=official["golongan"],
                selaku=official["selaku"],
            )
        )
    return {
        unit["kode"]: app.unit_kerja.add(
            UnitKerjaInput(unit["kode"], unit["nama"], unit["pimpinan"])
        )
        for unit in data["unit"]
    }


def _write_books(app: App, letters: SampleLetters, berkas_id: int, since: int) -> None:
    """The agenda of each year with letters from `since` on, and the finished berkas' hand-overs."""
    from sopapp.publication.agenda_xlsx import write_agenda

    for year in reversed(app.agenda.years()):
        if year < since:
            continue
        wanted = AgendaFilter(year)
        book = app.agenda.book(wanted)
        if book.baris:
            letters.write_paper(f"Buku Agenda {year}", app.agenda.compose(wanted))
            letters.write(f"Buku Agenda {year}", ".xlsx", write_agenda(book))
    letters.write_paper("Buku Ekspedisi", app.ekspedisi.compose(berkas_id=berkas_id))
