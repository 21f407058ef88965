"""The OLE container that an .xls is: its streams by name, read without trusting its chains."""

from __future__ import annotations

import struct
from collections.abc import Iterator

_FREE = 0xFFFFFFFA
"""Sector numbers from here on are marks (end of chain, free, FAT), not sectors."""

_ENTRY = 128


class OleError(ValueError):
    """The container does not hang together."""


class OleFile:
    """An OLE container in memory. Raises OleError when it is damaged."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            shift, mini_shift = struct.unpack_from("<HH", data, 30)
            if shift not in (9, 12) or mini_shift != 6:
                raise OleError("sector size")
            self._size = 1 << shift
            first_directory = struct.unpack_from("<I", data, 48)[0]
            self._cutoff, first_mini = struct.unpack_from("<II", data, 56)
            self._fat = self._read_fat()
            self._streams = dict(self._entries(self._chain(first_directory)))
            mini_fat = self._chain(first_mini)
            self._mini_fat = struct.unpack(f"<{len(mini_fat) // 4}I", mini_fat)
            root = next((e for e in self._streams.values() if e[2] == 5), None)
            self._mini = self._chain(root[0]) if root else b""
        except struct.error as error:
            raise OleError("header") from error

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all streams and storages."""
        return tuple(self._streams)

    def read(self, name: str) -> bytes:
        """A stream, b"" when there is none."""
        first, size, _kind = self._streams.get(name, (_FREE, 0, 0))
        if size >= self._cutoff:
            return self._chain(first)[:size]
        pieces = [self._mini[at * 64 : at * 64 + 64] for at in _walk(first, self._mini_fat)]
        return b"".join(pieces)[:size]

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        return self._data[start : start + self._size]

    def _chain(self, first: int) -> bytes:
        return b"".join(self._sector(number) for number in _walk(first, self._fat))

    def _read_fat(self) -> tuple[int, ...]:
        numbers = list(struct.unpack_from("<109I", self._data, 76))
        following = struct.unpack_from("<I", self._data, 68)[0]
        seen: set[int] = set()
        per_sector = self._size // 4
        while following < _FREE and following not in seen:
            seen.add(following)
            more = struct.unpack(f"<{per_sector}I", self._whole(following))
            numbers += more[:-1]
            following = more[-1]
        fat: list[int] = []
        for number in dict.fromkeys(numbers):
            if number < _FREE:
                fat += struct.unpack(f"<{per_sector}I", self._whole(number))
        return tuple(fat)

    def _whole(self, number: int) -> bytes:
        return self._sector(number).ljust(self._size, b"\xff")

    @staticmethod
    def _entries(directory: bytes) -> Iterator[tuple[str, tuple[int, int, int]]]:
        for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
            length = struct.unpack_from("<H", directory, at + 64)[0]
            kind = directory[at + 66]
            if kind in (1, 2, 5) and 2 <= length <= 64:
                name = directory[at : at + length - 2].decode("utf-16-le", errors="replace")
                first, size = struct.unpack_from("<II", directory, at + 116)
                yield name, (first, size, kind)


def _walk(first: int, table: tuple[int, ...]) -> Iterator[int]:
    """The sectors of a chain; one that bites its tail or leaves the table is damaged."""
    number = first
    left = len(table)
    while number < _FREE:
        if number >= len(table) or left < 0:
            raise OleError("chain")
        yield number
        number = table[number]
        left -= 1
