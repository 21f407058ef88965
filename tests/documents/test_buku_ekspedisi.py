"""The book of hand-overs, read back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sopapp.documents.build import build
from sopapp.documents.paper_parts import F4, PageSetup
from sopapp.domain.errors import DomainError
from tests.documents.buku_samples import buku_ekspedisi, ekspedisi
from tests.documents.drawing import segments
from tests.documents.reading import MM, embedded_fonts, page_texts, squeezed, words


def _levels(pdf: bytes, page: int) -> list[float]:
    """The heights of the rules across the table, from the top."""
    return sorted(
        {round(s[1], 2) for s in segments(pdf, page) if s[1] == s[3] and s[2] - s[0] > 300}
    )


def test_it_has_the_columns_and_the_receivers_that_are_known():
    (page,) = words(build(buku_ekspedisi(2)))
    heads = ["No.", "Tujuan", "Isi", "Diterima", "Penerima", "Paraf"]
    places = [min(w["x0"] for w in page if w["text"] == head) for head in heads]
    assert places == sorted(places)
    first = next(w for w in page if w["text"] == "Yohana")
    row = next(w for w in page if w["text"] == "IB00001IB")
    assert abs(first["top"] - row["top"]) < 14 * MM / 2
    assert [w["text"] for w in page].count("Yohana") == 1


def test_each_row_has_room_for_a_pen_on_every_page():
    pdf = build(buku_ekspedisi(30))
    for number, page in enumerate(words(pdf)):
        levels = _levels(pdf, number)
        for word in (w for w in page if w["text"].endswith("IB")):
            above = max(y for y in levels if y < word["top"])
            below = min(y for y in levels if y > word["bottom"])
            assert below - above >= 14 * MM - 0.1


def test_the_place_for_the_paraf_is_empty():
    pdf = build(buku_ekspedisi(5))
    (page,) = words(pdf)
    head = next(w for w in page if w["text"] == "Paraf")
    right = (297 - 20) * MM
    left = max(s[0] for s in segments(pdf) if s[0] == s[2] and s[0] < right - 1)
    assert right - left >= 20 * MM
    assert not [w for w in page if w["x1"] > left and w["top"] > head["bottom"]]


def test_the_head_repeats_and_no_row_is_lost():
    texts = page_texts(build(buku_ekspedisi(60)))
    everything = squeezed("".join(texts))
    assert [everything.count(f"IB{n:05d}IB") for n in range(1, 61)] == [1] * 60
    assert all("Paraf" in text for text in texts)


@pytest.mark.parametrize("paper", [PageSetup(), PageSetup(paper=F4)], ids=["a4", "f4"])
def test_long_words_stay_inside(paper):
    long = replace(ekspedisi(1), perihal="Permintaan " * 120, tujuan="W" * 200)
    letter = replace(buku_ekspedisi(1), page=paper, baris=(long, ekspedisi(2)))
    for page in words(build(letter)):
        assert max(w["x1"] for w in page) <= (paper.paper.height - 20) * MM + 0.5
        assert max(w["bottom"] for w in page) <= (paper.paper.width - 25) * MM + 0.5


def test_an_empty_book_says_so():
    (text,) = page_texts(build(buku_ekspedisi(0)))
    assert "Belum ada surat yang diserahkan." in text


def test_progress_fonts_and_the_same_bytes():
    told: list[tuple[int, int]] = []
    pdf = build(buku_ekspedisi(40), lambda done, total: told.append((done, total)))
    assert told[-1] == (40, 40)
    assert all(embedded_fonts(pdf).values())
    assert build(buku_ekspedisi(40)) == pdf


def test_what_cannot_be_printed_is_refused_with_its_place():
    letter = replace(buku_ekspedisi(1), baris=(replace(ekspedisi(1), penerima="x \U0001f512"),))
    with pytest.raises(DomainError, match="Nama penerima, baris 1"):
        build(letter)


def test_the_day_of_the_print_never_stands_alone():
    for count in range(5, 12):
        last = page_texts(build(buku_ekspedisi(count)))[-1]
        assert "Dicetak tanggal 25 November 2026." in last
        assert squeezed(f"IB{count:05d}IB") in squeezed(last)
