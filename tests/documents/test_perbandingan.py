"""The printed comparison, read back: words, marks, pages."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pdfplumber
import pytest
from hypothesis import given, settings

from sopapp.documents.build import build
from sopapp.documents.list_content import BarisPerbandingan, PerbandinganDaftar, SelBanding
from sopapp.documents.paper_parts import PageSetup
from sopapp.domain.beda_kata import beda_kata
from sopapp.domain.errors import DomainError
from tests.documents.reading import MM, page_texts, squeezed, words
from tests.documents.samples import KOP
from tests.documents.test_any_text import TYPED, assert_printed_or_refused


def sel(label: str, before: str, after: str) -> SelBanding:
    beda = beda_kata(before, after)
    return SelBanding(label, beda.sebelum, beda.sesudah)


CHANGED = BarisPerbandingan(
    "Diubah",
    "Data formula produk",
    "Bidang Industri",
    (
        sel("Jangka waktu", "2 tahun", "5 tahun"),
        sel("Konsekuensi bila dibuka", "Merugikan pemilik formula", "Merugikan pemohon formula"),
    ),
)
ADDED = BarisPerbandingan(
    "Ditambahkan", "Identitas pelapor", "Bidang Pengaduan", (sel("Jangka waktu", "", "3 tahun"),)
)
REMOVED = BarisPerbandingan(
    "Dibuka kembali", "Rencana operasi pasar", "UPTD", (sel("Jangka waktu", "4 bulan", ""),)
)
LETTER = PerbandinganDaftar(
    kop=KOP,
    page=PageSetup(),
    judul="Perbandingan Daftar Informasi Publik yang Dikecualikan",
    lama="Keputusan Nomor 500/1/UJI/2025 tanggal 8 Desember 2025",
    baru="Keputusan Nomor 500/2/UJI/2026 tanggal 7 Desember 2026",
    ringkasan="1 ditambahkan, 1 diubah, 1 dibuka kembali, 4 tetap; dari 6 menjadi 6 informasi.",
    tanggal_cetak=date(2026, 12, 8),
    baris=(CHANGED, ADDED, REMOVED),
)


def numbered(count: int) -> tuple[BarisPerbandingan, ...]:
    return tuple(replace(CHANGED, informasi=f"IB{n:04d}IB") for n in range(1, count + 1))


def marked(pdf: bytes) -> tuple[set[str], set[str]]:
    """The words that have a line through them, and those with one below them, on all pages."""
    struck, underlined = set(), set()
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        for page, found in zip(document.pages, words(pdf), strict=True):
            lines = [line for line in page.lines if line["top"] == line["bottom"]]
            for word in found:
                height = word["bottom"] - word["top"]
                for line in lines:
                    over = line["x0"] <= word["x0"] + 1 and line["x1"] >= word["x1"] - 1
                    if not over or line["x1"] - line["x0"] > 400:
                        continue
                    depth = (line["top"] - word["top"]) / height
                    if 0.3 < depth < 0.75:
                        struck.add(word["text"])
                    elif 0.75 <= depth < 1.1:
                        underlined.add(word["text"])
    return struck, underlined


def bold_words(pdf: bytes) -> set[str]:
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return {
            word["text"]
            for page in document.pages
            for word in page.extract_words(extra_attrs=["fontname"])
            if "Bold" in word["fontname"]
        }


def test_both_versions_the_counts_and_the_day_are_named():
    text = squeezed("".join(page_texts(build(LETTER))))
    for part in (
        "PERBANDINGAN DAFTAR INFORMASI PUBLIK YANG DIKECUALIKAN",
        "PEMERINTAH PROVINSI CONTOH TIMUR",
        LETTER.lama,
        LETTER.baru,
        LETTER.ringkasan,
        "Dicetak tanggal 8 Desember 2026.",
        "1. (±) DIUBAH: Data formula produk – Bidang Industri",
        "2. (+) DITAMBAHKAN: Identitas pelapor – Bidang Pengaduan",
        "3. (–) DIBUKA KEMBALI: Rencana operasi pasar – UPTD",
    ):
        assert squeezed(part) in text


def test_changes_show_without_colour():
    pdf = build(LETTER)
    struck, underlined = marked(pdf)

    assert {"2", "pemilik", "4", "bulan", "dihapus"} <= struck
    assert {"5", "pemohon", "3", "tahun", "ditambahkan"} <= underlined
    assert {"5", "pemohon", "3"} <= bold_words(pdf)
    assert not {"Merugikan", "formula"} & (struck | underlined)


def test_before_stands_left_of_after_and_inside_the_margins():
    (page,) = words(build(LETTER))
    place = {word["text"]: word for word in page}
    assert place["pemilik"]["x1"] < place["pemohon"]["x0"]
    assert max(word["x1"] for word in page) <= (297 - 20) * MM + 0.5


def test_every_entry_is_printed_once_under_a_repeated_head():
    texts = page_texts(build(replace(LETTER, baris=numbered(300))))
    everything = squeezed("".join(texts))

    assert [everything.count(f"IB{n:04d}IB") for n in range(1, 301)] == [1] * 300
    assert all("Bagian" in text and "Sesudah" in text for text in texts)
    assert [n for n, text in enumerate(texts) if "PEMERINTAH" in text] == [0]
    assert [n for n, text in enumerate(texts) if "Dicetak" in text] == [len(texts) - 1]


def test_a_title_never_stands_alone_at_the_foot_of_a_page():
    for text in page_texts(build(replace(LETTER, baris=numbered(120)))):
        last = [line for line in text.splitlines() if line.strip()][-1]
        assert "IB" not in last


def test_a_long_text_goes_on_where_it_is_said_to():
    before = " ".join(f"lama{n}" for n in range(1500))
    after = " ".join(f"baru{n}" for n in range(1500))
    letter = replace(LETTER, baris=(replace(CHANGED, sel=(sel("Bentuk", before, after),)), ADDED))
    texts = page_texts(build(letter))
    everything = squeezed("".join(texts))

    assert len(texts) > 2
    assert "(lanjutan)" in texts[1]
    assert all(f"lama{n}" in everything and f"baru{n}" in everything for n in range(1500))


@pytest.mark.parametrize(
    "word",
    [
        "W" * 300,
        f"ab-{'W' * 300}",
        "a-b" * 120,
        "https://contoh.go.id/" + "abc/" * 60,
        "x/y-z" * 80,
    ],
)
def test_words_as_long_as_a_line_stay_inside(word):
    cells = (sel(word, f"dua {word}", f"{word} tiga"), sel("Bentuk", "", word))
    row = BarisPerbandingan("Diubah", word, word, cells)
    for page in words(build(replace(LETTER, baris=(row,)))):
        assert max(found["x1"] for found in page) <= (297 - 20) * MM + 0.5


def test_a_long_number_breaks_behind_a_slash():
    number = "9/" + "bagiansatu/" * 12 + "2026"
    row = replace(ADDED, sel=(sel("Bentuk", "", number),))
    (page,) = words(build(replace(LETTER, baris=(row,))))
    pieces = [found["text"] for found in page if "bagian" in found["text"]]
    assert len(pieces) > 1
    assert all(piece.endswith("/") for piece in pieces[:-1])


def test_versions_that_do_not_differ_say_so():
    text = squeezed("".join(page_texts(build(replace(LETTER, baris=())))))
    assert squeezed("Tidak ada perbedaan antara kedua versi.") in text


def test_progress_counts_every_row():
    told: list[tuple[int, int]] = []
    build(replace(LETTER, baris=numbered(60)), lambda done, total: told.append((done, total)))
    assert told[-1] == (180, 180)
    assert told == sorted(told)


def test_the_same_comparison_gives_the_same_bytes():
    assert build(LETTER) == build(LETTER)


def test_a_letter_that_cannot_be_printed_is_refused_with_its_place():
    row = replace(ADDED, sel=(sel("Bentuk", "", "gambar \U0001f512"),))
    with pytest.raises(DomainError, match="Bentuk, baris 1"):
        build(replace(LETTER, baris=(row,)))


@settings(max_examples=30, deadline=None)
@given(TYPED, TYPED)
def test_any_text_comes_out(before, after):
    row = BarisPerbandingan("Diubah", after, before, (sel("Bentuk", before, after),))
    assert_printed_or_refused(replace(LETTER, baris=(row,)), before, after)
