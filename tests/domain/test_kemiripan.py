"""Titles that nearly repeat each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopapp.domain.kemiripan import IndeksJudul, kata_judul

TITLE = "Data pribadi pegawai (NIK, KK, alamat, rekening, keluarga)"


@pytest.mark.parametrize(
    "other",
    [
        "DATA PRIBADI PEGAWAI: NIK, KK, ALAMAT, REKENING, KELUARGA",
        "Data pribadi dari pegawai yang memuat NIK dan KK, alamat, rekening, serta keluarga",
        "Data pegawai pribadi (KK, NIK, alamat, keluarga, rekening)",
        "Data pribadi pegawi (NIK, KK, alamat, rekning, keluarga)",
        "Data pribadi pegawai (NIK, KK, almaat, rekening, keluargga)",
    ],
)
def test_the_same_in_other_words(other: str) -> None:
    assert [place for place, _ in IndeksJudul([TITLE, "Rekam medis"]).mirip(other)] == [0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Data pribadi pegawai", "Data pribadi pelanggan"),
        ("Laporan hasil pengawasan tahun 2025", "Laporan hasil pengawasan tahun 2026"),
        ("Rincian harga perkiraan sendiri", "Dokumen penawaran peserta"),
    ],
)
def test_different_information_is_left_alone(one: str, other: str) -> None:
    assert IndeksJudul([one]).mirip(other) == []


def test_the_nearest_come_first_and_only_so_many() -> None:
    index = IndeksJudul([f"{TITLE} pokok", TITLE, TITLE])

    assert [place for place, _ in index.mirip(TITLE)] == [1, 2, 0]
    assert [place for place, _ in index.mirip(TITLE, most=2)] == [1, 2]
    assert index.mirip(TITLE)[0][1] == 1


WORDS = st.sampled_from(
    ["data", "pribadi", "pegawai", "pegawi", "harga", "kontrak", "2025", "2026", "uji", "di"]
)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=6).map(" ".join), max_size=20))
def test_every_title_finds_itself_whatever_stands_beside_it(titles: list[str]) -> None:
    index = IndeksJudul(titles)

    for place, title in enumerate(titles):
        found = index.mirip(title)
        assert (place, 1) in found
        # The same as looking at each pair alone: the index leaves nothing out.
        alone = {at for at, each in enumerate(titles) if IndeksJudul([each]).mirip(title)}
        assert {at for at, _ in found} == alone


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text(one: str, other: str) -> None:
    found = IndeksJudul([one]).mirip(other)

    assert all(0 < near <= 1 for _, near in found)
    if kata_judul(one) and kata_judul(one) == kata_judul(other):
        assert found == [(0, 1)]
