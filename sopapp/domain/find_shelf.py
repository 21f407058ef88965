"""Everything that can be found, by kind, and one search over all of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sopapp.domain.find_index import Field, FindIndex, Found
from sopapp.domain.finding import sought_words

ENOUGH = 8
"""Hits from which words are taken as they were typed."""


class TargetKind(StrEnum):
    """What was found, as the list of hits names it; of equally near ones the first stands first."""

    PERINTAH = "Perintah"
    HALAMAN = "Di halaman ini"
    BERKAS = "Berkas"
    SURAT = "Surat"
    INFORMASI = "Informasi"
    UNIT_KERJA = "Unit kerja"
    PEJABAT = "Pejabat"
    PERMOHONAN = "Permohonan"
    PENGATURAN = "Pengaturan"
    PANDUAN = "Panduan"


@dataclass(frozen=True, slots=True)
class Target:
    """Something to go to: a record by its id, anything else by its name.

    A letter that is not `numbered` lies with its `berkas_id` or `permohonan_id`.
    """

    kind: TargetKind
    key: int | str
    title: str
    detail: str = ""
    berkas_id: int | None = None
    permohonan_id: int | None = None
    numbered: bool = True

    @property
    def spoken(self) -> str:
        """Read by screen readers: kind, title and what stands below it."""
        detail = self.detail.replace(" · ", ", ")
        return ", ".join(part for part in (str(self.kind), self.title, detail) if part)


class Shelf:
    """Targets of one kind with the index of their texts, in the order they are to be shown."""

    def __init__(self, kind: TargetKind, *fields: Field) -> None:
        self.kind = kind
        self.index = FindIndex(*fields)
        # Plain tuples: the garbage collector soon passes over them, however many there are.
        self._targets: list[tuple[int | str, str, str, int | None, int | None, bool]] = []

    def add(self, target: Target, *texts: str) -> None:
        """Take a target in, found by a text for each field."""
        self.index.add(*texts)
        belongs = target.berkas_id, target.permohonan_id, target.numbered
        self._targets.append((target.key, target.title, target.detail, *belongs))

    def target(self, at: int) -> Target:
        """The target that was added as number `at`, from 0."""
        return Target(self.kind, *self._targets[at])


@dataclass(frozen=True, slots=True)
class Section:
    """The hits of one kind."""

    shelf: Shelf
    found: Found

    @property
    def kind(self) -> TargetKind:
        """What they are."""
        return self.shelf.kind

    @property
    def count(self) -> int:
        """How many there are."""
        return self.found.count

    def first(self, most: int) -> tuple[Target, ...]:
        """The nearest ones."""
        return tuple(self.shelf.target(at) for at in self.found.first(most))


def find_sections(
    shelves: Iterable[Shelf],
    text: str,
    only: Mapping[TargetKind, tuple[int, ...] | None] | None = None,
) -> tuple[Section, ...]:
    """The hits for `text`, the kind with the nearest one first; none for a text without words.

    Mistyped words are thought of only where few records hold them as they were typed. `only`
    names the kinds to look in, and the fields of each (None for all).
    """
    sought = sought_words(text)
    wanted = [each for each in shelves if only is None or each.kind in only]
    sections = _sections(wanted, sought, only or {}, loose=False)
    if sum(each.count for each in sections) < ENOUGH:
        sections = _sections(wanted, sought, only or {}, loose=True)
    order = list(TargetKind)
    sections.sort(key=lambda each: (each.found.nearest, order.index(each.kind)))
    return tuple(sections)


def _sections(
    shelves: list[Shelf],
    sought: tuple[str, ...],
    fields: Mapping[TargetKind, tuple[int, ...] | None],
    *,
    loose: bool,
) -> list[Section]:
    made = (
        Section(each, each.index.find(sought, loose=loose, fields=fields.get(each.kind)))
        for each in shelves
    )
    return [each for each in made if each.found.levels]
