from __future__ import annotations

import gc
from dataclasses import replace

import pytest

from sopapp.documents.build import build
from sopapp.domain.errors import DomainError
from tests.documents.reading import page_texts, squeezed
from tests.documents.samples import DAFTAR_PUBLIK, KOP, daftar


def test_it_names_its_keputusan_its_date_and_that_it_is_free():
    text = squeezed("".join(page_texts(build(DAFTAR_PUBLIK))))
    for part in (
        "DAFTAR INFORMASI PUBLIK YANG DIKECUALIKAN TAHUN 2026",
        "Berdasarkan Keputusan Nomor 500.12/45/CONTOH/XII/2026 tanggal 7 Desember 2026",
        "Diterbitkan tanggal 8 Desember 2026.",
        "Layanan ini tidak dipungut biaya.",
        "IB0003IB",
    ):
        assert squeezed(part) in text


def test_a_list_without_entries_counts_none():
    (text,) = page_texts(build(replace(DAFTAR_PUBLIK, daftar=())))
    assert "Nihil" in text
    assert "1." not in text


def test_kop_and_notes_stand_once_and_the_pages_are_numbered():
    texts = page_texts(build(replace(DAFTAR_PUBLIK, daftar=daftar(30))))
    assert len(texts) > 2
    assert [number for number, text in enumerate(texts) if "PEMERINTAH" in text] == [0]
    assert [n for n, text in enumerate(texts) if "dipungut" in text] == [len(texts) - 1]
    for number, text in enumerate(texts[1:], start=2):
        assert str(number) in text.split()


@pytest.mark.parametrize("logo", [b"not a picture", b"\x89PNG\r\n\x1a\nbroken"])
def test_a_broken_logo_is_refused(logo):
    with pytest.raises(DomainError, match="Logo"):
        build(replace(DAFTAR_PUBLIK, kop=replace(KOP, logo=logo)))


def test_a_kop_that_fills_the_page_is_refused_in_words():
    kop = replace(KOP, alamat=("Jalan " * 40,) * 30)
    with pytest.raises(DomainError, match="kop terlalu panjang"):
        build(replace(DAFTAR_PUBLIK, kop=kop))


def test_a_long_list_leaves_no_more_garbage_than_a_short_one():
    """Thousands of its parts would halt the window on the day when they are collected."""

    def left(rows):
        gc.collect()
        gc.disable()
        try:
            build(replace(DAFTAR_PUBLIK, daftar=daftar(rows)))
            return gc.collect()
        finally:
            gc.enable()

    left(1)  # what is loaded with the first one
    assert left(60) == left(2)
