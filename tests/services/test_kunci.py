"""The start password: set, checked, changed, taken away; never written in plain or as hash."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sopapp.app import App
from sopapp.cli.commands import main
from sopapp.domain.errors import DomainError
from sopapp.paths import DataFolder
from tests.quick_scrypt import REAL

WORD = "kapal layar biru"


def test_without_a_password_nothing_is_asked(app: App) -> None:
    assert not app.kunci.state().terpasang
    assert app.kunci.check("apa saja")


def test_only_the_password_opens(app: App) -> None:
    app.kunci.put(WORD, 10)
    assert app.kunci.check(WORD)
    assert not app.kunci.check(WORD.upper())
    assert not app.kunci.check("")
    assert app.kunci.state().menit == 10


def test_the_same_word_in_other_code_points_opens(app: App) -> None:
    app.kunci.put("caf\u00e9 kupang", 10)
    assert app.kunci.check("cafe\u0301 kupang")


def test_a_stranger_neither_changes_nor_removes_it(app: App) -> None:
    app.kunci.put(WORD, 10)
    for act in (
        lambda: app.kunci.put("yang baru", 5, present="salah"),
        lambda: app.kunci.remove("salah"),
    ):
        with pytest.raises(DomainError, match="tidak cocok") as caught:
            act()
        assert caught.value.field == "sekarang"
    assert app.kunci.check(WORD)


def test_it_is_changed_and_taken_away_by_who_knows_it(app: App) -> None:
    app.kunci.put(WORD, 10)
    app.kunci.put("yang baru", 5, present=WORD)
    assert app.kunci.check("yang baru")
    assert not app.kunci.check(WORD)
    app.kunci.remove("yang baru")
    assert not app.kunci.state().terpasang


def test_guessing_it_is_dear(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hashlib, "scrypt", REAL)
    app.kunci.put(WORD, 10)
    assert app.kunci.check(WORD)
    kept = app._database.execute_sql("SELECT nilai FROM setting WHERE kunci = 'kunci'").fetchone()
    said = json.loads(kept[0])
    n, r, p = (said[name] for name in "nrp")
    salt = bytes.fromhex(said["garam"])
    made = REAL(WORD.encode(), salt=salt, n=n, r=r, p=p, maxmem=1 << 26, dklen=32)
    assert said["sidik"] == made.hex()
    assert n * r * p >= 2**18


@pytest.mark.parametrize(
    ("word", "minutes", "field"),
    [
        ("pendek"[:5], 10, "sandi"),
        ("x" * 129, 10, "sandi"),
        (WORD, 0, "menit"),
        (WORD, 999, "menit"),
    ],
)
def test_what_cannot_be_is_refused_by_field(app: App, word: str, minutes: int, field: str) -> None:
    with pytest.raises(DomainError) as caught:
        app.kunci.put(word, minutes)
    assert caught.value.field == field
    assert not app.kunci.state().terpasang


def test_riwayat_tells_that_it_happened_but_neither_word_nor_hash(app: App) -> None:
    app.kunci.put(WORD, 10)
    app.kunci.set_minutes(15)
    app.kunci.put("yang baru", 15, present=WORD)
    app.kunci.remove("yang baru")
    with closing(sqlite3.connect(DataFolder(app.data).database)) as connection:
        rows = connection.execute("SELECT ringkasan, sebelum, sesudah FROM riwayat").fetchall()
    text = json.dumps(rows)
    for sentence in ("dipasang", "15 menit", "diganti", "dihapus"):
        assert sentence in text
    for secret in (WORD, "yang baru", "garam", "sidik"):
        assert secret not in text


def test_who_forgot_it_gets_in_from_the_command_line(app: App, tmp_path: Path) -> None:
    app.kunci.put(WORD, 10)
    said: list[str] = []
    assert main(["buka-kunci", str(app.data)], said.append, said.append) == 0
    assert "dihapus" in said[0]
    assert not app.kunci.state().terpasang
    # The command was the last to open the file, so the tables speak of what it closed again.
    newest = "SELECT ringkasan FROM riwayat ORDER BY id DESC LIMIT 1"
    assert "baris perintah" in app._database.execute_sql(newest).fetchone()[0]
