"""The command ekspor, as the shell would call it."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

import pytest

from sopapp.app import App
from sopapp.cli.call import WrongCallError
from sopapp.cli.ekspor import run
from sopapp.clock import FixedClock
from sopapp.domain.errors import DomainError, EnvironmentProblem, SopappError
from tests.conftest import TODAY, Office
from tests.services.carrying import complete

CLOCK = FixedClock(date(2026, 12, 31))
DAY = "2026-12-01"


@pytest.fixture
def folder(app: App, office: Office) -> Path:
    """A data folder with a list of one entry, of TODAY."""
    app.dik_awal.bring_in("45/2026", TODAY, [(office.units[0], complete("Satu"))])
    return app.data


def call(*arguments: str) -> tuple[int, str]:
    said: list[str] = []
    return run(arguments, said.append, CLOCK), "\n".join(said)


def export(folder: Path, output: Path, *more: str, form: str = "json") -> tuple[int, str]:
    return call(str(folder), "--tanggal", DAY, "--format", form, str(output), *more)


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        ("pdf", b"%PDF"),
        ("xlsx", b"PK"),
        ("csv", b"\xef\xbb\xbf"),
        ("json", b"{"),
        ("html", b"<!DOCTYPE html>"),
        ("JSON", b"{"),
    ],
)
def test_each_form_is_written(folder: Path, tmp_path: Path, form: str, begins: bytes) -> None:
    output = tmp_path / "daftar"
    status, said = export(folder, output, form=form)

    assert status == 0
    assert output.read_bytes().startswith(begins)
    assert "Keputusan Nomor 45/2026" in said
    assert "1 informasi" in said
    assert str(output) in said


def test_the_list_is_that_of_the_day(folder: Path, tmp_path: Path) -> None:
    export(folder, tmp_path / "daftar.json")
    read = json.loads((tmp_path / "daftar.json").read_text(encoding="utf-8"))
    assert (read["per_tanggal"], read["ditulis"]) == (DAY, "2026-12-31")
    assert [entry["informasi"] for entry in read["informasi"]] == ["Satu"]


def test_a_file_that_is_there_is_not_written_over(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "daftar.json"
    output.write_text("penting", encoding="utf-8")
    with pytest.raises(DomainError, match="--timpa"):
        export(folder, output)
    assert output.read_text(encoding="utf-8") == "penting"

    assert export(folder, output, "--timpa")[0] == 0
    assert json.loads(output.read_text(encoding="utf-8"))["jumlah"] == 1
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_nothing_is_left_behind_when_the_list_cannot_be_had(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "keluar" / "daftar.json"
    with pytest.raises(EnvironmentProblem, match="tidak dapat ditulis"):
        export(folder, output)
    output.parent.mkdir()
    with pytest.raises(DomainError, match="Belum ada Keputusan"):
        call(str(folder), "--tanggal", "2020-01-01", "--format", "csv", str(output))
    assert list(output.parent.iterdir()) == []


def test_a_folder_in_place_of_a_file_is_refused(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(DomainError, match="adalah folder"):
        export(folder, tmp_path, "--timpa")


@pytest.mark.parametrize("name", ["a" * 300, "nihil/daftar.csv"])
def test_a_place_that_takes_no_file_is_told_in_words(
    folder: Path, tmp_path: Path, name: str
) -> None:
    with pytest.raises(SopappError, match=r"dapat dipakai|tidak ada\. Buat|terlalu panjang"):
        export(folder, tmp_path / name)
    with pytest.raises(DomainError, match="Tidak ada data program"):
        export(tmp_path / name, tmp_path / "daftar.json")


def test_a_folder_without_data_stays_without(tmp_path: Path) -> None:
    empty = tmp_path / "kosong"
    with pytest.raises(DomainError, match="Tidak ada data"):
        export(empty, tmp_path / "daftar.json")
    assert not empty.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_others_may_read_what_is_published(folder: Path, tmp_path: Path) -> None:
    export(folder, tmp_path / "daftar.html", form="html")
    assert (tmp_path / "daftar.html").stat().st_mode & 0o044 == 0o044


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "memerlukan FOLDER"),
        (("data",), "memerlukan FILE_KELUARAN"),
        (("data", "a.csv", "--format", "csv"), "memerlukan --tanggal"),
        (("data", "a.csv", "--tanggal", DAY), "memerlukan --format pdf|xlsx|csv|json|html"),
        (("data", "a.csv", "--tanggal", "1-12-2026", "--format", "csv"), "2026-11-23"),
        (("data", "a.csv", "--tanggal", DAY, "--format", "docx"), "pilih pdf, xlsx, csv"),
        (("data", "a", "b", "--tanggal", DAY, "--format", "csv"), "Tidak dipahami: b"),
        (("data", "a", "--tanggal", DAY, "--format", "csv", "--timpah"), "--timpah"),
    ],
)
def test_a_wrong_call_says_why(arguments: tuple[str, ...], told: str) -> None:
    with pytest.raises(WrongCallError) as raised:
        call(*arguments)
    assert told in str(raised.value)
