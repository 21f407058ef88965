"""Rows read from the pages of an SQLite file that SQLite itself refuses to read.

The format is the one of sqlite.org/fileformat2.html. What does not fit is left out, never guessed.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

Value = int | float | str | bytes | None

PAGE = 4096
"""Page size in bytes of every file that the program made."""

_INNER_INDEX, _INNER_TABLE, _LEAF_INDEX, _LEAF_TABLE = 0x02, 0x05, 0x0A, 0x0D
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


@dataclass(frozen=True, slots=True)
class Row:
    """A row's number (None in a table without) and its values in the order they are stored."""

    rowid: int | None
    values: tuple[Value, ...]


@dataclass(slots=True)
class Tree:
    """What one tree of pages gave: its rows, the pages it reached, how many were unreadable."""

    rows: list[Row] = field(default_factory=list)
    pages: set[int] = field(default_factory=set)
    broken: int = 0


class _UnfitError(Exception):
    """A page or a cell does not hold what the format asks for."""


class SqlitePages:
    """The pages of a damaged data file, held in memory. Raises OSError when it cannot be read."""

    def __init__(self, path: Path) -> None:
        self._data = path.read_bytes()
        self.count = len(self._data) // PAGE

    def user_version(self) -> int:
        """The schema version that the header tells; 0 when it has none."""
        if not self._data.startswith(b"SQLite format 3\0"):
            return 0
        return int(struct.unpack_from(">I", self._data, 60)[0])

    def tree(self, root: int) -> Tree:
        """The rows of the tree that begins at page `root`, in order as far as it holds."""
        found = Tree()
        waiting = [root]
        while waiting:
            number = waiting.pop()
            if number in found.pages:
                continue
            found.pages.add(number)
            try:
                rows, children, bad = self._page(number)
            except _UnfitError:
                found.broken += 1
                continue
            found.rows += rows
            found.broken += bad
            waiting += reversed(children)
        return found

    def leaves(self) -> Iterator[tuple[int, list[Row]]]:
        """Every page of table rows that is not known to be free, wherever it belongs."""
        free = self._free_pages()
        for number in range(1, self.count + 1):
            if number in free or self._kind(number) != _LEAF_TABLE:
                continue
            try:
                rows, _children, _bad = self._page(number)
            except _UnfitError:
                continue
            yield number, rows

    def _start(self, number: int) -> int:
        return 100 if number == 1 else 0  # the first page begins with the file's header

    def _bytes(self, number: int) -> bytes:
        if not 1 <= number <= self.count:
            raise _UnfitError
        return self._data[(number - 1) * PAGE : number * PAGE]

    def _kind(self, number: int) -> int:
        return self._bytes(number)[self._start(number)]

    def _free_pages(self) -> set[int]:
        """Pages whose rows were deleted; as many as the list of them can still tell."""
        free: set[int] = set()
        trunk = struct.unpack_from(">I", self._data, 32)[0] if self.user_version() else 0
        while 1 < trunk <= self.count and trunk not in free:
            free.add(trunk)
            following, held = struct.unpack_from(">II", self._bytes(trunk))
            if held > PAGE // 4 - 2:
                break
            free.update(struct.unpack_from(f">{held}I", self._bytes(trunk), 8))
            trunk = following
        return free

    def _page(self, number: int) -> tuple[list[Row], list[int], int]:
        """Rows, child pages and the count of unreadable cells. Raises _UnfitError."""
        page, start = self._bytes(number), self._start(number)
        kind, _free, cells, _content, _fragments, last = struct.unpack_from(">BHHHBI", page, start)
        inner = kind in {_INNER_INDEX, _INNER_TABLE}
        if not inner and kind not in {_LEAF_INDEX, _LEAF_TABLE}:
            raise _UnfitError
        first = start + (12 if inner else 8)
        if first + 2 * cells > PAGE:
            raise _UnfitError
        rows: list[Row] = []
        children: list[int] = []
        bad = 0
        for place in struct.unpack_from(f">{cells}H", page, first):
            try:
                if inner:
                    children.append(_number(page, place))
                if kind != _INNER_TABLE:
                    rows.append(self._cell(page, place + 4 * inner, kind))
            except (_UnfitError, IndexError, struct.error, UnicodeDecodeError):
                bad += 1
        if inner:
            children.append(last)
        return rows, children, bad

    def _cell(self, page: bytes, place: int, kind: int) -> Row:
        size, place = _varint(page, place)
        rowid = None
        if kind == _LEAF_TABLE:
            rowid, place = _varint(page, place)
            most = PAGE - 35
        else:
            most = (PAGE - 12) * 64 // 255 - 23
        if size > len(self._data):
            raise _UnfitError
        return Row(_signed(rowid), _record(self._payload(page, place, size, most)))

    def _payload(self, page: bytes, place: int, size: int, most: int) -> bytes:
        """The bytes of a record; what does not fit its page is followed through the others."""
        local = size
        if size > most:
            least = (PAGE - 12) * 32 // 255 - 23
            local = least + (size - least) % (PAGE - 4)
            local = local if local <= most else least
        parts = [page[place : place + local]]
        left = size - local
        onward = _number(page, place + local) if left else 0
        seen: set[int] = set()
        while left > 0:
            if onward in seen:
                raise _UnfitError
            seen.add(onward)
            piece = self._bytes(onward)
            parts.append(piece[4 : 4 + left])
            left -= PAGE - 4
            onward = _number(piece, 0)
        data = b"".join(parts)
        if len(data) != size:
            raise _UnfitError
        return data


def _number(page: bytes, place: int) -> int:
    return int(struct.unpack_from(">I", page, place)[0])


def _varint(data: bytes, place: int) -> tuple[int, int]:
    value = 0
    for step in range(9):
        byte = data[place + step]
        if step == 8:
            return value << 8 | byte, place + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + step + 1
    raise _UnfitError


def _signed(value: int | None) -> int | None:
    return value - (1 << 64) if value is not None and value >= 1 << 63 else value


def _record(data: bytes) -> tuple[Value, ...]:
    """The values of one record. Raises _UnfitError unless every byte is accounted for."""
    header, place = _varint(data, 0)
    if header > len(data):
        raise _UnfitError
    kinds = []
    while place < header:
        kind, place = _varint(data, place)
        kinds.append(kind)
    values: list[Value] = []
    for kind in kinds:
        value, place = _value(data, place, kind)
        values.append(value)
    if place != len(data):
        raise _UnfitError
    return tuple(values)


def _value(data: bytes, place: int, kind: int) -> tuple[Value, int]:
    if kind in _INTEGERS:
        end = place + _INTEGERS[kind]
        return int.from_bytes(data[place:end], "big", signed=True), end
    if kind == 7:
        return float(struct.unpack_from(">d", data, place)[0]), place + 8
    if kind in {8, 9}:
        return kind - 8, place
    if kind == 0:
        return None, place
    if kind < 12:
        raise _UnfitError
    end = place + (kind - 12) // 2
    piece = data[place:end]
    return (piece.decode("utf-8") if kind % 2 else piece), end
