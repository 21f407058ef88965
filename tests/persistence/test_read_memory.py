"""Office data that was read is read again as soon as a write touched it, and never half-written."""

from __future__ import annotations

from contextlib import suppress

import pytest

from sopapp.app import App
from sopapp.domain.changes import Kind
from sopapp.domain.errors import DomainError
from sopapp.persistence import tables
from sopapp.persistence.read_memory import ReadMemory
from sopapp.services.instansi import Instansi
from sopapp.services.letter_settings import LetterSettings


def test_what_a_listener_reads_is_already_new(app: App) -> None:
    app.instansi.save(Instansi("Pemerintah", "Dinas Lama", "D", (), "Kupang"))
    app.instansi.get()
    seen = []
    app.subscribe(lambda _changes: seen.append(app.instansi.get().nama))
    app.instansi.save(Instansi("Pemerintah", "Dinas Baru", "D", (), "Kupang"))

    assert seen == ["Dinas Baru"]


def test_a_write_that_was_taken_back_leaves_nothing_behind(app: App) -> None:
    before = app.setting.letters()
    with suppress(DomainError), app._store.write("uji", Kind.SETTING):
        tables.Setting.replace(kunci="surat", nilai='{"paper": "F4"}').execute()
        assert app.setting.letters().paper == "F4"
        raise DomainError("tidak jadi")

    assert app.setting.letters() == before


def test_only_what_is_touched_is_read_again(app: App) -> None:
    memory, reads = ReadMemory(app._store, Kind.PEJABAT), []
    for group in (LetterSettings(paper="F4"), LetterSettings(paper="A4")):
        memory.get("x", lambda: reads.append(1))
        app.setting.save(group)
    memory.get("x", lambda: reads.append(1))

    assert len(reads) == 1


@pytest.mark.parametrize(("kind", "times"), [(Kind.SURAT, 1), (Kind.PEJABAT, 3)])
def test_a_write_of_other_things_does_not_make_it_read_again(
    app: App, kind: Kind, times: int
) -> None:
    """Sixty letters that are numbered in one write ask for the same office sixty times."""
    memory, reads = ReadMemory(app._store, Kind.PEJABAT), []
    with app._store.write("uji", kind) as entry:
        for _letter in range(3):
            memory.get("x", lambda: reads.append(1))
        entry.say("Uji.")
    assert len(reads) == times


@pytest.mark.parametrize("paper", ["F4", "Folio"])
def test_a_setting_holds_at_once(app: App, paper: str) -> None:
    app.setting.save(app.setting.letters()._replace(paper=paper))
    assert app.setting.letters().paper == paper
