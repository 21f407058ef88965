"""To whom letters go, and who of them waits still."""

from __future__ import annotations

from collections.abc import Sequence

from sopapp.domain.agenda import AgendaRow
from sopapp.domain.surat import JenisSurat
from sopapp.persistence import tables


def recipients_of(letters: Sequence[AgendaRow]) -> dict[int, tuple[str, ...]]:
    """To whom each of the letters goes."""
    asked = (
        tables.Permintaan.select(tables.Permintaan, tables.UnitKerja)
        .join(tables.UnitKerja)
        .where(tables.Permintaan.surat.in_([row.id for row in letters]))
        .order_by(tables.UnitKerja.urutan, tables.UnitKerja.id)
    )
    units: dict[int, list[str]] = {}
    for each in asked:
        units.setdefault(each.surat_id, []).append(each.unit.pimpinan or each.unit.nama)
    return {
        row.id: tuple(named) if len(named := units.get(row.id, [])) > 1 else _addressed(row)
        for row in letters
    }


def _addressed(row: AgendaRow) -> tuple[str, ...]:
    """Whom the book names, one by one; an applicant's name is one whatever stands in it."""
    names = [row.tujuan] if row.jenis is JenisSurat.PENOLAKAN else row.tujuan.split("; ")
    return tuple(dict.fromkeys(name.strip() for name in names if name.strip()))


def handed_to(letters: Sequence[int]) -> dict[int, list[str]]:
    """To whom each of the letters was handed, by letter."""
    found: dict[int, list[str]] = {}
    for row in tables.Ekspedisi.select().where(tables.Ekspedisi.surat.in_(list(letters))):
        found.setdefault(row.surat_id, []).append(row.kepada)
    return found


def still_waiting(recipients: Sequence[str], handed: Sequence[str]) -> tuple[str, ...]:
    """The recipients that wait still.

    Once it was handed to somebody whom it does not name (a courier, "semua kepala unit"), the
    admin has seen to the letter in his own way and nobody waits.
    """
    given = {_key(name) for name in handed}
    if given - {_key(name) for name in recipients}:
        return ()
    return tuple(name for name in recipients if _key(name) not in given)


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()
