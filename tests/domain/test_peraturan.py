"""Whether a text names an Undang-Undang, by how it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopapp.domain.peraturan import Tingkat, only_kip, tingkat


@pytest.mark.parametrize(
    "text",
    [
        "Undang-Undang Nomor 27 Tahun 2022",
        "undang undang no. 27 th 2022",
        "UNDANG-UNDANG NOMOR 8 TAHUN 1999 TENTANG PERLINDUNGAN KONSUMEN",
        "Pasal 4 UU 27/2022",
        "UU PDP",
        "Perppu Nomor 2 Tahun 2022",
        "Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022",
        "KUHP Pasal 322",
        "KUH Perdata",
        "Staatsblad 1847 Nomor 23",
        "PP Nomor 71 Tahun 2019 dan UU Nomor 11 Tahun 2008",
        "PP 61/2010 tentang Pelaksanaan UU 14/2008 jo. UU 27/2022",
    ],
)
def test_an_undang_undang_is_known(text: str) -> None:
    assert tingkat(text) is Tingkat.UNDANG_UNDANG


@pytest.mark.parametrize(
    "text",
    [
        "Peraturan Pemerintah Nomor 61 Tahun 2010",
        "PP 61/2010",
        "Peraturan Presiden Nomor 95 Tahun 2018",
        "Perpres 95/2018",
        "Permendagri 3/2017",
        "Peraturan Menteri Dalam Negeri Nomor 3 Tahun 2017",
        "Perki 1/2021",
        "Pergub NTT 22/2022",
        "Perda Nomor 1 Tahun 2020",
        "Perdasus Papua 2/2008",
        "Perkapolri 1/2012",
        "Keputusan Gubernur Nomor 91/KEP/HK/2019",
        "Surat Edaran Sekretaris Daerah",
        "Instruksi Presiden Nomor 2 Tahun 2020",
        "PP 61/2010 tentang Pelaksanaan Undang-Undang Nomor 14 Tahun 2008",
        "Peraturan Pemerintah Nomor 29 Tahun 2021 sebagai pelaksana dari UU Nomor 7 Tahun 2014",
    ],
)
def test_a_regulation_below_it_is_known(text: str) -> None:
    assert tingkat(text) is Tingkat.DI_BAWAH


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "Kode etik",
        "Perbankan",
        "Perdagangan 7/2014",
        "RUU",
        "Rancangan Undang-Undang Perkoperasian",
        "UUD",
        "Pasal 17",
        "SUU 12",
        "ppid",
    ],
)
def test_anything_else_is_not_guessed(text: str) -> None:
    assert tingkat(text) is Tingkat.TIDAK_DIKENAL


@pytest.mark.parametrize(
    "text",
    [
        "UU 14/2008",
        "UU Nomor 14 Tahun 2008",
        "Pasal 17 huruf j Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik",
        "Undang-Undang Republik Indonesia Nomor 14 Tahun 2008",
        "UU No. 14 Th. 2008",
        "Undang-Undang Keterbukaan Informasi Publik",
        "Undang-Undang tentang Keterbukaan Informasi Publik",
        "Undang-undang KIP",
        "UU KIP",
        "UU KIP jo. PP 61/2010",
    ],
)
def test_the_law_on_openness_alone_is_known(text: str) -> None:
    assert only_kip(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "UU 27/2022",
        "UU Nomor 114 Tahun 2008",
        "UU Nomor 14 Tahun 2001 tentang Paten",
        "UU 14/2008 jo. UU 27/2022",
        "UU 10/1998 jo. UU 14/2008",
        "UU KIP dan Undang-Undang Nomor 8 Tahun 1999",
        "PP 61/2010",
    ],
)
def test_another_law_beside_it_is_another_law(text: str) -> None:
    assert not only_kip(text)


@given(st.text(max_size=80))
def test_any_text_has_a_rank(text: str) -> None:
    assert tingkat(text) in Tingkat
    if only_kip(text):
        assert tingkat(text) is Tingkat.UNDANG_UNDANG
