"""Follows the chain of riwayat and says which rows were changed, removed, put in or moved.

The number of a row is no part of its hash: where a row fits to another than the one before it,
that tells where it stood. What the file alone cannot tell (an end that was cut off cleanly, a
chain that was made anew) shows against anchors: what backups know of riwayat.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sopapp.persistence.chain_rows import ChainRow, chain_rows
from sopapp.persistence.store import AWAL, hashing

PULIH = "cadangan.pulih"
"""The act that records a restore: backups made before it know another end of riwayat."""

# Breaks that are told one by one, and those whose true place is looked for among all rows.
_MOST, _SEARCHED = 50, 6
_NEAR = 100  # rows on either side that are always looked through


class Anchor(NamedTuple):
    """What a backup says of riwayat: its last number and that row's hash.

    `where` names the backup; `made` is when (UTC as riwayat writes it), "" when unknown.
    """

    number: int
    rantai: str
    where: str
    made: str = ""


def riwayat_problems(
    connection: sqlite3.Connection, anchors: Iterable[Anchor] = ()
) -> Iterator[str]:
    """What is wrong with riwayat, one sentence for each row or run of rows."""
    walk = _Walk(connection)
    yield from walk.problems()
    yield from walk.against([Anchor(*anchor) for anchor in anchors])


class _Walk:
    """One pass over the chain, then a closer look at the places where it is broken."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._numbers: list[int] = []
        self._links: list[str] = []
        self._broken: dict[int, ChainRow] = {}  # by place, the row that does not fit
        self._gaps: dict[int, tuple[int, int]] = {}  # by place, numbers missing before it
        self._restored = ""
        self._read()
        self._behind = self._places_behind()
        self._missing: list[tuple[int, int]] = []

    def _read(self) -> None:
        previous, expected = AWAL, 1
        for place, row in enumerate(chain_rows(self._connection)):
            if row.number != expected:
                self._gaps[place] = expected, row.number - 1
            if row.after(previous) != row.link:
                self._broken[place] = row
            if row.values["aksi"] == PULIH:
                self._restored = str(row.values["waktu"])
            self._numbers.append(row.number)
            self._links.append(row.link)
            previous, expected = row.link, max(row.number + 1, 1)

    # Where rows stood

    def _places_behind(self) -> dict[int, int]:
        """For each broken row that fits behind another one: the other's place (-1: the start)."""
        breaks = list(self._broken)[:_MOST]
        ends = {-1, len(self._links) - 1, *(place - 1 for place in breaks)}
        everywhere = len(self._broken) <= _SEARCHED
        found = {}
        for place in breaks:
            near = range(max(place - _NEAR, 0), min(place + _NEAR, len(self._links)))
            tried = range(-1, len(self._links)) if everywhere else sorted({*ends, *near})
            other = self._fitting(self._broken[place], tried)
            if other is not None:
                found[place] = other
        return found

    def _fitting(self, row: ChainRow, tried: Iterable[int]) -> int | None:
        """The first of these places that the row fits behind."""
        hashed = hashing(row.values)
        return next((each for each in tried if hashed(self._link(each)) == row.link), None)

    def _link(self, place: int) -> str:
        return AWAL if place < 0 else self._links[place]

    def _former(self, place: int) -> int:
        """The number that the row had, as far as the chain tells."""
        steps, at, seen = 0, place, {place}
        while True:
            if at < 0:
                return steps
            behind = self._behind.get(at)
            if behind is None:
                if at not in self._gaps or at in self._broken:
                    return self._numbers[at] + steps
                behind = at - 1  # it fits to the row before, with numbers left out between
            at, steps = behind, steps + 1
            if at in seen:
                return self._numbers[place]
            seen.add(at)

    # What is told

    def problems(self) -> Iterator[str]:
        """One sentence for each row or run of rows."""
        moved = self._moved()
        self._missing = self._lacking(moved)
        yield from self._said_missing()
        told = 0
        explained: set[int] = set()
        for place in sorted({*self._broken, *moved}):
            if told >= _MOST:
                break
            for sentence in self._said(place, moved, explained):
                told += 1
                yield sentence
        if told >= _MOST and len(self._broken) > _MOST:
            yield f"Masih ada {len(self._broken) - _MOST} catatan riwayat lain yang tidak cocok."
        yield from self._counter(moved)

    def _moved(self) -> dict[int, int]:
        """Former numbers of rows that had another one, by place; rows pushed on are left out."""
        found = {}
        for place in {*self._behind, *(each for each in self._gaps if each not in self._broken)}:
            former = self._former(place)
            if former != self._numbers[place]:
                found[place] = former
        return found

    def _lacking(self, moved: dict[int, int]) -> list[tuple[int, int]]:
        """Runs of numbers that no row has now nor had."""
        runs = [gap for place, gap in self._gaps.items() if place not in moved]
        last = max(
            (number for place, number in enumerate(self._numbers) if place not in moved), default=0
        )
        counted = self._counted()
        if counted is not None and counted > last:
            runs.append((last + 1, counted))
        for number in moved.values():
            runs = [part for run in runs for part in _without(run, number)]
        return runs

    def _is_missing(self, number: int) -> bool:
        return any(first <= number <= last for first, last in self._missing)

    def _said_missing(self) -> Iterator[str]:
        """The missing numbers in runs; the row behind a run has nothing to be held against."""
        after = {last: place for place, (_first, last) in self._gaps.items()}
        for first, last in self._missing:
            place = after.get(last)
            then = ""
            if place is not None and place in self._broken and place not in self._behind:
                then = f" Apakah {self._broken[place]} utuh, tidak dapat dipastikan."
            yield f"Riwayat nomor {_span(first, last)} hilang.{then}"

    def _said(self, place: int, moved: dict[int, int], explained: set[int]) -> Iterator[str]:
        row = self._broken.get(place)
        if place in explained:
            return
        if place in moved:
            yield from self._said_moved(place, moved)
        elif place in self._behind or row is None or self._follows_missing(place):
            return
        elif self._only_mark(place, row):
            explained.add(place + 1)
            yield f"Tanda rantai riwayat {row} pernah diubah; isinya cocok."
        elif not self._is_put_in(place):
            if place == 0:
                yield f"Riwayat {row} tidak cocok dengan rantainya: isinya pernah diubah."
                return
            yield (
                f"Riwayat {row} tidak cocok dengan rantainya: isinya pernah diubah, atau nomor "
                f"{self._numbers[place - 1]} di depannya pernah diganti atau dihapus."
            )

    def _said_moved(self, place: int, moved: dict[int, int]) -> Iterator[str]:
        behind = self._behind.get(place, place - 1)
        between = range(behind + 1, place)
        if between and not any(each in moved or each in self._behind for each in between):
            first, last = self._row(between[0]), self._row(between[-1])
            named = str(first) if len(between) == 1 else f"{first} sampai {last}"
            yield (
                f"Riwayat {named} disisipkan kemudian: rantai bersambung dari nomor "
                f"{self._numbers[behind] if behind >= 0 else 0} ke nomor {self._numbers[place]}."
            )
        else:
            yield f"Riwayat {self._row(place)} tidak pada tempatnya: dahulu nomor {moved[place]}."

    def _follows_missing(self, place: int) -> bool:
        gap = self._gaps.get(place)
        return gap is not None and self._is_missing(gap[1])

    def _only_mark(self, place: int, row: ChainRow) -> bool:
        """Whether its own hash alone was changed: the next row fits to what it should be."""
        following = self._broken.get(place + 1)
        return following is not None and following.link == following.after(
            row.after(self._link(place - 1))
        )

    def _is_put_in(self, place: int) -> bool:
        return any(
            behind < place < other and self._former(other) != self._numbers[other]
            for other, behind in self._behind.items()
        )

    def _counted(self) -> int | None:
        """The highest number ever given, as the file itself remembers."""
        rows = self._connection.execute(
            "SELECT seq FROM sqlite_sequence WHERE name = 'riwayat'"
        ).fetchall()
        # SQLite keeps one row with a whole number; any other was written by somebody else.
        one = rows[0][0] if len(rows) == 1 else None
        return one if isinstance(one, int) else None

    def _counter(self, moved: dict[int, int]) -> Iterator[str]:
        counted = self._counted()
        if not self._numbers or moved:
            return
        last = self._numbers[-1]
        if counted is None or counted < last:
            known = "tidak ada" if counted is None else f"berhenti pada {counted}"
            yield (
                f"Penghitung nomor riwayat {known}, padahal riwayat terakhir bernomor {last}; "
                "penghitung itu pernah diubah."
            )

    def _row(self, place: int) -> ChainRow:
        if place in self._broken:
            return self._broken[place]
        return next(chain_rows(self._connection, f"WHERE id = {self._numbers[place]}"))

    # Against backups

    def against(self, anchors: Sequence[Anchor]) -> Iterator[str]:
        """What backups know of riwayat and the file does not say so."""
        links = dict(zip(self._numbers, self._links, strict=True))
        # A restore goes back to an older riwayat, and says so in a row of its own.
        held = sorted(each for each in anchors if not each.made or each.made > self._restored)
        present = [each for each in held if each.number in links]
        differing = [each for each in present if links[each.number] != each.rantai]
        if differing:
            first = differing[0]
            good = [each.number for each in present
                    if each.number < first.number and each not in differing]  # fmt: skip
            yield (
                f"Riwayat nomor {_span(max(good, default=0) + 1, first.number)} tidak sama dengan "
                f"yang dicatat cadangan “{first.where}”: ada yang diubah, dihapus, atau disusun "
                "ulang."
            )
        gone = [
            each for each in held if each.number not in links and not self._is_missing(each.number)
        ]
        if gone:
            most, last = gone[-1], max(self._numbers, default=0)
            since = last + 1 if most.number > last else most.number
            yield (
                f"Riwayat nomor {_span(since, most.number)} hilang: cadangan “{most.where}” "
                f"memuat riwayat sampai nomor {most.number}."
            )


def _without(run: tuple[int, int], number: int) -> list[tuple[int, int]]:
    first, last = run
    if not first <= number <= last:
        return [run]
    parts = ((first, number - 1), (number + 1, last))
    return [(low, high) for low, high in parts if low <= high]


def _span(first: int, last: int) -> str:
    return f"{first}" if first == last else f"{first}–{last}"
