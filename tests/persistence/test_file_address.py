"""Addresses that SQLite opens, whatever the folder is called."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path, PurePosixPath

import pytest

from sopapp.persistence.file_address import file_address

ASKING = "?" if os.name == "posix" else ""  # a sign that no name on Windows has


@pytest.mark.parametrize("name", ["a b", f"50% #1{ASKING}", "é 日", "titik.", "a&b=c;"])
def test_a_file_is_opened_whatever_its_name(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    path = folder / "data.sqlite3"
    with closing(sqlite3.connect(path)) as made, made:
        made.execute("CREATE TABLE ada (a)")

    with closing(sqlite3.connect(f"{file_address(path)}?mode=ro", uri=True)) as found:
        assert found.execute("SELECT count(*) FROM ada").fetchone() == (0,)


class _Elsewhere(PurePosixPath):
    """A path as Windows resolves it."""

    def resolve(self) -> PurePosixPath:
        return self


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("//server/bagian/data.sqlite3", "file:////server/bagian/data.sqlite3"),
        ("C:/Data Kantor/data.sqlite3", "file:///C:/Data%20Kantor/data.sqlite3"),
    ],
)
def test_shares_and_drives_have_no_authority(path: str, address: str) -> None:
    assert file_address(_Elsewhere(path)) == address  # type: ignore[arg-type]
