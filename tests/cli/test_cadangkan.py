"""`cadangkan`: one file with everything, made without touching the data."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from sopapp.app import App
from sopapp.backup.choosing import open_source
from sopapp.backup.errors import WrongPasswordError
from sopapp.backup.unfinished import PLAN, STAGING
from sopapp.cli import sandi
from sopapp.cli.commands import main
from sopapp.clock import FixedClock
from sopapp.persistence.steps import STEPS
from tests.backup.older_schemas import make_folder, records
from tests.conftest import Office

CLOCK = FixedClock(date(2026, 12, 18))


def call(*arguments: object) -> tuple[int, str, str]:
    """Exit status, what was said, what was complained of."""
    said: list[str] = []
    complained: list[str] = []
    words = [str(each) for each in arguments]
    status = main(words, said.append, complained.append, CLOCK)
    return status, "\n".join(said), "\n".join(complained)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "data", len(STEPS))


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "cadangan.sopdik"


def type_passwords(monkeypatch: pytest.MonkeyPatch, *passwords: str) -> list[str]:
    """Answers to getpass, and the questions that were asked."""
    asked: list[str] = []
    answers = iter(passwords)

    def answer(question: str) -> str:
        asked.append(question)
        return next(answers)

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(sandi.getpass, "getpass", answer)
    return asked


def test_a_folder_as_one_file(folder: Path, target: Path) -> None:
    before = {each.name for each in folder.iterdir()}
    status, said, complained = call("cadangkan", folder, target)

    assert (status, complained) == (0, "")
    assert f"Cadangan ditulis ke {target}" in said
    assert "9 file" in said
    assert {each.name for each in folder.iterdir()} == before
    with open_source(target) as opened:
        assert opened.verify() == ()
        assert opened.details.surat == 6


def test_it_works_while_the_program_is_open(app: App, office: Office, target: Path) -> None:
    status, _said, _ = call("cadangkan", app.data, target)

    assert status == 0
    with open_source(target) as opened:
        assert opened.details.instansi == "Dinas Uji"


def test_what_is_there_is_not_overwritten_unasked(folder: Path, target: Path) -> None:
    target.write_bytes(b"lama")
    status, said, complained = call("cadangkan", folder, target)

    assert (status, said) == (1, "")
    assert "--timpa" in complained
    assert target.read_bytes() == b"lama"
    assert call("cadangkan", folder, target, "--timpa")[0] == 0
    with open_source(target) as opened:
        assert opened.verify() == ()


def test_a_password_is_asked_twice(
    folder: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = type_passwords(monkeypatch, "rahasia", "rahasia")
    status, said, _ = call("cadangkan", folder, target, "--sandi")

    assert (status, len(asked)) == (0, 2)
    assert "dengan kata sandi" in said
    assert "rahasia" not in said
    with pytest.raises(WrongPasswordError):
        open_source(target)
    open_source(target, "rahasia").close()


@pytest.mark.parametrize("typed", [("a", "b"), ("", "")])
def test_passwords_that_differ_or_are_empty_make_nothing(
    folder: Path, target: Path, monkeypatch: pytest.MonkeyPatch, typed: tuple[str, str]
) -> None:
    type_passwords(monkeypatch, *typed)

    assert call("cadangkan", folder, target, "--sandi")[0] == 1
    assert not target.exists()


def test_a_password_from_a_file(folder: Path, target: Path, tmp_path: Path) -> None:
    file = tmp_path / "sandi.txt"
    file.write_bytes("\ufeffrahasia é\r\nbaris lain\n".encode())
    assert call("cadangkan", folder, target, "--sandi-dari", file)[0] == 0
    open_source(target, "rahasia é").close()

    for content in (b"", b"\n", b"\xff\xfe"):
        file.write_bytes(content)
        assert call("cadangkan", folder, tmp_path / "dua.sopdik", "--sandi-dari", file)[0] == 1
    status, _, complained = call("cadangkan", folder, target, "--timpa", "--sandi-dari", "tiada")
    assert status == 1
    assert "tidak dapat dibaca" in complained


def test_nobody_there_to_type_a_password(
    folder: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False)
    status, _, complained = call("cadangkan", folder, target, "--sandi")

    assert status == 1
    assert "--sandi-dari" in complained


def test_a_missing_file_is_told_and_the_rest_is_saved(folder: Path, target: Path) -> None:
    next(folder.glob("dokumen/*/*")).unlink()
    status, said, _ = call("cadangkan", folder, target)

    assert status == 1
    assert "Cadangan tetap dibuat" in said
    assert target.is_file()


def test_damaged_records_are_not_saved(folder: Path, target: Path) -> None:
    path = folder / "data.sqlite3"
    raw = bytearray(path.read_bytes())
    raw[4096 * 3 : 4096 * 6] = b"\x5a" * 4096 * 3
    path.write_bytes(raw)
    status, _, complained = call("cadangkan", folder, target)

    assert status == 1
    assert "rusak" in complained
    assert not target.exists()


def test_a_restore_that_was_cut_off_is_finished_first(folder: Path, target: Path) -> None:
    """Else the folder would seem to have no records."""
    before = records(folder)
    (folder / STAGING).mkdir()
    (folder / "data.sqlite3").rename(folder / STAGING / "data.sqlite3")
    (folder / PLAN).write_text(
        '{"simpan": "sebelum-pulih-1", "lama": [], "baru": ["data.sqlite3"]}', encoding="utf-8"
    )
    assert call("cadangkan", folder, target)[0] == 0
    assert records(folder) == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("cadangkan",), "memerlukan FOLDER"),
        (("cadangkan", "a"), "memerlukan BUNDLE"),
        (("cadangkan", "a", "b", "c"), "Tidak dipahami: c"),
        (("cadangkan", "a", "b", "--sandi-dari"), "memerlukan nama FILE"),
        (("cadangkan", "a", "b", "--sandi", "--sandi-dari", "c"), "Pilih salah satu"),
    ],
)
def test_a_wrong_call(arguments: tuple[str, ...], told: str) -> None:
    status, said, complained = call(*arguments)

    assert (status, said) == (2, "")
    assert told in complained


def test_places_that_cannot_be_written(folder: Path, tmp_path: Path) -> None:
    for target, told in (
        (tmp_path, "adalah folder"),
        (tmp_path / "tiada" / "x.sopdik", "folder"),
        (folder / "dokumen" / "x.sopdik", "di antara data itu sendiri"),
        (folder / "data.sqlite3-wal", "di antara data itu sendiri"),
        (tmp_path / ("x" * 300), ""),
    ):
        status, _, complained = call("cadangkan", folder, target)
        assert status == 1
        assert told in complained
    assert call("cadangkan", tmp_path / "tiada", tmp_path / "x.sopdik")[0] == 1
