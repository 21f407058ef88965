"""`python -m sopapp impor`, as the shell sees it."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from sopapp.app import open_app
from sopapp.cli.commands import main
from sopapp.clock import FixedClock
from sopapp.domain.impor import Kolom
from tests.conftest import TODAY, fill_office
from tests.services import carrying

CLOCK = FixedClock(TODAY)
GOOD = ["", "Baru", "U1", "Rekam medis", "", "h", "", "Melanggar privasi pegawai.",
        "Privasi pegawai terlindungi.", "5 tahun", "Dokumen"]  # fmt: skip


def call(*arguments: str) -> tuple[int, str, str]:
    """Exit status, what was said, what was complained of."""
    said: list[str] = []
    complained: list[str] = []
    status = main(("impor", *arguments), said.append, complained.append, CLOCK)
    return status, "\n".join(said), "\n".join(complained)


def titles(folder: Path) -> list[str]:
    with open_app(folder, CLOCK, "Penguji") as app:
        return [usulan.isi.informasi for usulan in app.usulan.list(1)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An office with a berkas named Pemutakhiran that waits for answers."""
    with open_app(tmp_path / "data", CLOCK, "Penguji") as app:
        carrying.to_answers(app, fill_office(app).units)
    return tmp_path / "data"


def sheet(folder: Path, *rows: list[str]) -> str:
    path = folder.parent / "usulan.csv"
    with path.open("w", encoding="utf-8", newline="") as handle:
        csv.writer(handle).writerows([[each.label for each in Kolom], *rows])
    return str(path)


def test_a_sheet_is_checked_then_stored_and_the_second_time_nothing(folder: Path) -> None:
    file = sheet(folder, GOOD)
    status, said, _ = call(str(folder), "Pemutakhiran", "U1", file, "--uji")
    assert status == 0
    assert "1 siap" in said
    assert "tidak ada yang disimpan" in said
    assert titles(folder) == []

    status, said, _ = call(str(folder), "1", "bidang 1", file)
    assert (status, said.splitlines()[-1]) == (0, "1 usulan disimpan.")
    assert titles(folder) == ["Rekam medis"]
    status, said, _ = call(str(folder), "1", "-", file)
    assert (status, said.splitlines()[-1]) == (0, "0 usulan disimpan.")
    assert titles(folder) == ["Rekam medis"]


def test_rows_to_mend_are_named_by_their_cell_and_nothing_is_stored(folder: Path) -> None:
    bad = [*GOOD[:3], "Lain", *GOOD[4:9], "31 Februari 2030", "Dokumen"]
    file = sheet(folder, GOOD, bad)
    status, said, _ = call(str(folder), "1", "U1", file)
    assert status == 1
    assert "J3 (perbaiki): Tanggal “31 Februari 2030” tidak ada." in said
    assert "28 Februari 2030" in said
    assert titles(folder) == []

    status, said, _ = call(str(folder), "1", "U1", file, "--json")
    told = json.loads(said)
    assert (status, told["disimpan"]) == (1, 0)
    assert told["jumlah"] == {"siap": 1, "perlu_diperbaiki": 1, "tidak_berubah": 0}
    (note,) = told["baris"][1]["catatan"]
    assert (note["sel"], note["kolom"], note["peringatan"]) == ("J3", "jangka", False)


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (("{folder}", "1", "U1"), 2, "memerlukan FILE"),
        ((), 2, "FOLDER BERKAS UNIT FILE"),
        (("{folder}", " ", "U1", ""), 2, "memerlukan BERKAS FILE"),
        (("{folder}", "1", "U1", "{file}", "x"), 2, "Tidak dipahami: x"),
        (("{folder}", "1", "U1", "{file}", "--simpan"), 2, "--simpan"),
        (("{folder}x", "1", "U1", "{file}"), 1, "Tidak ada data"),
        (("{folder}", "9", "U1", "{file}"), 1, "Yang ada: 1 (Pemutakhiran)"),
        (("{folder}", "1", "U9", "{file}"), 1, "U1, U2, U3"),
        (("{folder}", "1", "U1", "{file}.xlsx"), 1, "tidak ditemukan"),
    ],
)
def test_a_wrong_call_and_a_wrong_name(
    folder: Path, arguments: tuple[str, ...], status: int, told: str
) -> None:
    file = sheet(folder, GOOD)
    got, said, complained = call(*(each.format(folder=folder, file=file) for each in arguments))

    assert (got, said) == (status, "")
    assert told in complained
    assert not (folder.parent / "datax").exists()


def test_two_berkas_with_one_title_are_told_apart_by_their_number(folder: Path) -> None:
    with open_app(folder, CLOCK, "Penguji") as app:
        carrying.start(app)
    file = sheet(folder, GOOD)

    assert "sebutkan nomornya: " in call(str(folder), "Pemutakhiran", "U1", file)[2]
    assert call(str(folder), "2", "U1", file)[0] == 0
