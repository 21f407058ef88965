"""Rows of riwayat as its chain ties them together, read without the program's own tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from textwrap import shorten
from typing import NamedTuple

from sopapp.domain.errors import EnvironmentProblem
from sopapp.domain.tanggal import waktu_pendek
from sopapp.persistence.store import chain
from sopapp.persistence.stored_time import utc_moment

_NAMES = ("waktu", "pelaku", "aksi", "berkas", "ringkasan", "sebelum", "sesudah")
_COLUMNS = "id, rantai, waktu, pelaku, aksi, berkas_id, ringkasan, sebelum, sesudah"
_SHOWN = 70  # letters of what a row says


class ChainRow(NamedTuple):
    """One row: its number, the hash that it has, and what the hash is made of."""

    number: int
    link: str
    values: dict[str, object]

    def after(self, previous: str) -> str:
        """What its hash would be behind this one."""
        return chain(previous, self.values)

    def __str__(self) -> str:
        return f"nomor {self.number} ({self.said})"

    @property
    def said(self) -> str:
        """When it was and what it says."""
        words = shorten(str(self.values["ringkasan"]), _SHOWN, placeholder=" …")
        return f"{_moment(str(self.values['waktu']))}: “{words}”"


def chain_rows(connection: sqlite3.Connection, where: str = "") -> Iterator[ChainRow]:
    """The rows in the order of their numbers; `where` is a clause without values of a user."""
    for number, link, *values in connection.execute(
        f"SELECT {_COLUMNS} FROM riwayat {where} ORDER BY id"
    ):
        yield ChainRow(number, link, dict(zip(_NAMES, values, strict=True)))


def _moment(text: str) -> str:
    try:
        return waktu_pendek(utc_moment(text))
    except EnvironmentProblem:  # somebody wrote something else there
        return shorten(text, _SHOWN, placeholder=" …")
