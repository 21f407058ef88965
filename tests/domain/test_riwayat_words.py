"""Nothing of the program's own keys and codes is seen in riwayat."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from contextlib import closing
from dataclasses import fields
from enum import StrEnum

import pytest

from sopapp.domain.dik import IsiDik, JenisUsulan, Perubahan, Putusan
from sopapp.domain.pejabat import Kepegawaian, PejabatInput, StatusPejabat
from sopapp.domain.permohonan import PermohonanInput
from sopapp.domain.riwayat_labels import CODES, LABELS
from sopapp.domain.riwayat_words import difference, label, value_words
from sopapp.domain.sop import LaneCode
from sopapp.domain.surat import IsiKeputusan, IsiNotaDinas, IsiPenolakan, LampiranLain
from sopapp.domain.uji import IsiBeritaAcara, IsiUji, Kesimpulan
from sopapp.services.cadangan_settings import CadanganSettings
from sopapp.services.instansi import Instansi
from sopapp.services.letter_settings import LetterSettings, NaskahSettings
from sopapp.services.permintaan import Jawaban
from sopapp.services.register_settings import RegisterSettings
from sopapp.services.setting import GeneralSettings, WorkSettings
from sopapp.services.unit_kerja import UnitKerjaInput

SNAPSHOTS = (
    IsiDik, IsiUji, IsiBeritaAcara, IsiNotaDinas, IsiKeputusan, IsiPenolakan, LampiranLain,
    Instansi, UnitKerjaInput, PejabatInput, PermohonanInput, GeneralSettings, WorkSettings,
    RegisterSettings, CadanganSettings, LetterSettings, NaskahSettings,
)  # fmt: skip


@pytest.mark.parametrize("kind", SNAPSHOTS)
def test_every_field_that_may_stand_in_riwayat_has_words(kind) -> None:
    plain = re.compile(r"[A-Z][a-z]+")
    names = getattr(kind, "_fields", None) or [field.name for field in fields(kind)]
    unnamed = {
        name
        for name in names
        if name not in LABELS and ("_" in name or not plain.match(label(name)))
    }
    assert unnamed == set()


@pytest.mark.parametrize(
    ("key", "codes"),
    [
        ("putusan", Putusan),
        ("kesimpulan", Kesimpulan),
        ("jawaban", Jawaban),
        ("perubahan", Perubahan),
        ("jenis", JenisUsulan),
        ("jumlah", JenisUsulan),
        ("kepegawaian", Kepegawaian),
        ("status", StatusPejabat),
        ("peran", LaneCode),
        ("signer", LaneCode),
    ],
)
def test_every_code_has_words(key: str, codes: type[StrEnum]) -> None:
    assert set(CODES[key]) >= {code.value for code in codes}


def test_a_word_that_only_looks_like_a_code_stays() -> None:
    assert value_words("terbuka", "nama") == "terbuka"
    assert value_words("terbuka", "putusan") == "Terbuka"


def test_a_ground_and_a_period_read_as_in_the_letters() -> None:
    ground = {"huruf": "h", "angka": 2, "undang_undang": "", "pasal": ""}
    assert value_words([ground], "dasar") == "Pasal 17 huruf h angka 2 UU Nomor 14 Tahun 2008"
    period = {"jenis": "durasi", "bulan": 30, "sampai": None, "peristiwa": ""}
    assert value_words(period, "jangka") == "2 tahun 6 bulan"
    people = [{"nama": "A", "jabatan": "B"}, {"nama": "C", "jabatan": ""}]
    assert value_words(people, "peserta") == "A (B)\nC"


def test_numbers_of_records_read_as_their_names() -> None:
    names = {"unit_id": {1: "Bidang 1", 2: "Bidang 2"}}
    assert value_words([1, 2, 3], "unit_id", names) == "Bidang 1; Bidang 2; nomor 3 (sudah dihapus)"


def test_a_long_list_is_told_shortly() -> None:
    words = value_words([{"nama": str(n)} for n in range(1000)], "isi")
    assert words.endswith("… dan 988 lainnya")
    assert len(words) < 400


def test_due_dates_that_moved_stand_one_below_the_other() -> None:
    def side(*days: str) -> dict[str, object]:
        return {
            "tenggat": [
                {"berkas_id": n, "nama": f"Berkas {n}, tahap 1", "tenggat": day}
                for n, day in enumerate(days)
            ]
        }

    told = difference(side("2026-11-30", "2026-12-01"), side("2026-12-01", "2026-12-02"))
    words = (
        "Berkas 0, tahap 1: 30 November 2026  →  1 Desember 2026\n"
        "Berkas 1, tahap 1: 1 Desember 2026  →  2 Desember 2026"
    )
    assert told == (("Tenggat", words),)
    ((_label, words),) = difference(side(*["2026-11-30"] * 50), side(*["2026-12-01"] * 50))
    assert words.endswith("\n… dan 38 lainnya")


def test_a_whole_office_reads_as_words(sample_data, tmp_path) -> None:
    copy = shutil.copy2(sample_data.folder / "data.sqlite3", tmp_path)
    with closing(sqlite3.connect(copy)) as connection:
        rows = connection.execute("SELECT aksi, sebelum, sesudah FROM riwayat").fetchall()
    for aksi, before, after in rows:
        told = difference(before and json.loads(before), after and json.loads(after))
        for title, words in told:
            assert "_" not in title, (aksi, title)
            assert not re.search(r"[{}\[\]]|\b[a-z]+_[a-z]+\b|None|True|False", words), (
                aksi, title, words,
            )  # fmt: skip
