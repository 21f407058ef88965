"""Two versions compared from the command line."""

from __future__ import annotations

import dataclasses
import json
from datetime import date
from pathlib import Path

import pytest

from sopapp.app import open_app
from sopapp.cli.banding import find_terbitan, run
from sopapp.cli.call import WrongCallError
from sopapp.clock import FixedClock
from sopapp.domain.dik import JenisUsulan, Putusan
from sopapp.domain.errors import DomainError
from sopapp.domain.terbitan import Terbitan
from tests.conftest import TODAY, fill_office
from tests.services import carrying

CLOCK = FixedClock(TODAY)
OLD, NEW = "500/1/UJI/2025", "500/2/UJI/2026"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with a first version and one Keputusan that adds, changes and opens."""
    root = tmp_path_factory.mktemp("banding")
    with open_app(root / "data", CLOCK, "Penguji") as app:
        unit = fill_office(app).units[0]
        rows = [(unit, carrying.complete(name)) for name in ("Data satu", "Data dua", "Data tiga")]
        app.dik_awal.bring_in(OLD, date(2025, 12, 8), rows)
        first, second, _third = app.dik.current()
        berkas_id = carrying.to_validasi(app, [unit])
        changed = dataclasses.replace(
            first.isi, konsekuensi_dibuka="Mengungkap rahasia keluarga pemohon layanan."
        )
        carrying.propose(app, berkas_id, unit, changed, JenisUsulan.UBAH, first.id)
        carrying.propose(
            app, berkas_id, unit, second.isi, JenisUsulan.BUKA, second.id, Putusan.TERBUKA
        )
        carrying.propose(app, berkas_id, unit, carrying.complete("Data empat"))
        carrying.to_penetapan(app, berkas_id)
        carrying.sign(app, berkas_id, NEW)
        carrying.apply(app, berkas_id, root)
    return root / "data"


def call(*arguments: str) -> str:
    said: list[str] = []
    assert run(arguments, said.append, CLOCK) == 0
    return "\n".join(said)


def test_it_lists_what_was_added_changed_and_opened_with_the_words(folder: Path) -> None:
    lines = call(str(folder), OLD, NEW).splitlines()

    assert lines[0] == f"Sebelum: Keputusan Nomor {OLD} tanggal 8 Desember 2025"
    assert lines[1] == f"Sesudah: Keputusan Nomor {NEW} tanggal 23 November 2026"
    assert "~ Diubah: Data satu (Bidang 1)" in lines
    assert (
        "    Konsekuensi bila dibuka: Mengungkap rahasia [-pribadi-] {+keluarga+} pemohon layanan."
        in lines
    )
    assert "- Dibuka kembali: Data dua (Bidang 1)" in lines
    assert "+ Ditambahkan: Data empat (Bidang 1)" in lines
    assert not any("Data tiga" in line for line in lines)
    assert lines[-1] == (
        "1 ditambahkan, 1 diubah, 1 dibuka kembali, 1 tetap; dari 3 menjadi 3 informasi."
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (NEW, OLD),
        (OLD.lower(), NEW.lower()),
        ("2025-12-08", "2026-11-23"),
        ("8 Desember 2025", f" {NEW} "),
    ],
)
def test_number_or_date_in_any_order_name_the_versions(
    folder: Path, first: str, second: str
) -> None:
    assert call(str(folder), first, second) == call(str(folder), OLD, NEW)


def test_json_holds_the_same(folder: Path) -> None:
    found = json.loads(call(str(folder), OLD, NEW, "--json"))

    assert found["lama"] == {"nomor": OLD, "tanggal": "2025-12-08", "informasi": 3}
    assert found["jumlah"] == {"tambah": 1, "ubah": 1, "tetap": 1, "cabut": 1}
    (changed,) = [row for row in found["perbedaan"] if row["perubahan"] == "ubah"]
    (part,) = changed["bagian"]
    assert part["sebelum"] == "Mengungkap rahasia pribadi pemohon layanan."
    assert {"tanda": "hapus", "teks": "pribadi"} in part["kata"]
    assert {"tanda": "tambah", "teks": "keluarga"} in part["kata"]


def test_an_unknown_keputusan_is_told_with_those_that_exist(folder: Path) -> None:
    with pytest.raises(DomainError) as caught:
        call(str(folder), "999/X", NEW)

    assert "“999/X” tidak ada" in str(caught.value)
    assert f"- Nomor {OLD} tanggal 8 Desember 2025" in str(caught.value)
    assert f"- Nomor {NEW} tanggal 23 November 2026" in str(caught.value)


def test_one_keputusan_against_itself_is_refused(folder: Path) -> None:
    with pytest.raises(DomainError, match="berlainan"):
        call(str(folder), OLD, "2025-12-08")


def test_a_date_that_two_share_asks_for_the_number() -> None:
    versions = [Terbitan(n, f"{n}/SK", date(2026, 1, 5), None, 1) for n in (1, 2)]
    with pytest.raises(DomainError, match="lebih dari satu"):
        find_terbitan(versions, "2026-01-05")
    assert find_terbitan(versions, "2/sk").id == 2


def test_an_empty_register_says_so() -> None:
    with pytest.raises(DomainError, match="belum ditetapkan"):
        find_terbitan((), "1")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "FOLDER"),
        (("data",), "SK1"),
        (("data", "1"), "SK2"),
        (("data", "1", "2", "3"), "Tidak dipahami: 3"),
        (("data", "1", "2", "--jsom"), "--jsom"),
    ],
)
def test_a_wrong_call_says_what_is_lacking(arguments: tuple[str, ...], told: str) -> None:
    with pytest.raises(WrongCallError, match=told):
        run(arguments, print, CLOCK)


def test_a_folder_without_data_stays_as_it_is(tmp_path: Path) -> None:
    with pytest.raises(DomainError, match="Tidak ada data"):
        run((str(tmp_path), "1", "2"), print, CLOCK)
    assert list(tmp_path.iterdir()) == []
