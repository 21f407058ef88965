"""The book of outgoing letters, read back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from sopapp.documents.build import build
from sopapp.documents.paper_parts import F4, FontFamily, PageSetup
from sopapp.documents.text import clean
from sopapp.domain.errors import DomainError
from tests.documents.buku_samples import agenda, buku_agenda
from tests.documents.drawing import segments
from tests.documents.reading import MM, embedded_fonts, page_texts, squeezed, words
from tests.documents.test_any_text import TYPED, assert_printed_or_refused

HEADS = (
    "No. Urut", "Nomor Surat", "Tanggal Surat", "Tanggal Kirim", "Tujuan", "Isi Ringkas/Perihal",
    "Kode Klasifikasi", "Lampiran", "Penanda Tangan", "Keterangan",
)  # fmt: skip
F4_BOOKMAN = PageSetup(paper=F4, font=FontFamily.BOOKMAN)


def _struck(pdf: bytes) -> list[str]:
    """The words of the first page with a rule through their middle."""
    levels = [s for s in segments(pdf) if s[1] == s[3]]
    return [
        word["text"]
        for word in words(pdf)[0]
        if any(
            x0 <= word["x0"] + 1 and x1 >= word["x1"] - 1 and word["top"] + 1 < y < word["bottom"]
            for x0, y, x1, _y in levels
            if x1 - x0 < 150
        )
    ]


def test_it_has_the_columns_of_the_office_in_their_order():
    pdf = build(buku_agenda(3))
    titles = [word for word in words(pdf)[0] if word["text"] in " ".join(HEADS).split()]
    firsts = [
        min(w["x0"] for w in titles if w["text"] == head.split()[-1])
        for head in HEADS
        if head not in ("Tanggal Surat", "Tanggal Kirim")
    ]
    assert firsts == sorted(firsts)
    text = squeezed(page_texts(pdf)[0])
    for part in ("BUKU AGENDA SURAT KELUAR TAHUN 2026", "Semua jenis surat", "6 Januari 2026"):
        assert squeezed(part) in text


@pytest.mark.parametrize("setup", [PageSetup(), F4_BOOKMAN])
def test_a_book_of_several_sequences_names_the_one_of_each_line(setup):
    one = replace(agenda(7, urut="7"), deret="Nota Dinas")
    two = replace(agenda(8, urut="7"), deret="Surat Keputusan")
    letter = replace(buku_agenda(0), page=setup, baris=(one,), sisipan=(two,))
    (page,) = words(build(letter))
    heads = [w for w in page if w["text"] == "Deret"]
    assert len(heads) == 2  # that of the sisipan is another table
    for first, title in (("Nota", heads[0]), ("Keputusan", heads[1])):
        below = next(w for w in page if w["text"] == first and w["top"] > title["bottom"])
        assert abs((below["x0"] + below["x1"] - title["x0"] - title["x1"]) / 2) < 12 * MM
    right = (setup.paper.height - setup.right) * MM
    assert max(w["x1"] for w in page) <= right + 0.5
    assert "Deret" not in page_texts(build(replace(letter, baris=(agenda(7),), sisipan=())))[0]


def test_void_rows_are_struck_through_and_others_are_not():
    struck = _struck(build(buku_agenda(3, batal=(2,))))
    assert "IB00002IB" in struck
    assert "Sekretaris" in struck
    assert not {"IB00001IB", "IB00003IB", "BATAL:"} & set(struck)


def test_a_void_row_says_so_though_its_remark_does_not():
    letter = replace(
        buku_agenda(0), baris=(replace(agenda(1, batal=True), keterangan="salah ketik"),)
    )
    assert squeezed("BATAL. salah ketik") in squeezed(page_texts(build(letter))[0])


def test_sisipan_stand_below_in_a_table_of_their_own():
    (page,) = words(build(buku_agenda(2, sisipan=2)))
    title = next(w for w in page if w["text"] == "sisipan")
    heads = [w["top"] for w in page if w["text"] == "Klasifikasi"]
    assert len(heads) == 2
    assert heads[0] < title["top"] < heads[1]
    last = next(w for w in page if w["text"] == "IB00002IB")
    first = next(w for w in page if w["text"] == "IB90001IB")
    assert last["top"] < title["top"] < first["top"]


@pytest.mark.parametrize("deret", ["", "Nota Dinas"])
def test_a_long_running_number_and_a_long_day_are_not_torn_apart(deret):
    rows = [
        replace(agenda(9, urut=urut), deret=deret, tanggal=date(2026, 9, 30), dikirim=None)
        for urut in ("1234", "1234.01")
    ]
    (page,) = words(build(replace(buku_agenda(0), baris=rows[:1], sisipan=rows[1:])))
    assert {"1234", "1234.01"} <= {w["text"] for w in page}
    days = [w["top"] for w in page if w["text"] == "30"]
    assert days == [w["top"] for w in page if w["text"] == "September"]


def test_gaps_are_named_in_a_line():
    text = page_texts(build(buku_agenda(2, rumpang=("14", "17–19"))))[0]
    assert "Nomor yang belum dipakai: 14, 17–19." in text
    assert "belum dipakai" not in page_texts(build(buku_agenda(2)))[0]


def test_the_head_repeats_and_no_row_is_lost():
    texts = page_texts(build(buku_agenda(120, sisipan=40)))
    everything = squeezed("".join(texts))
    for number in (*range(1, 121), *range(90001, 90041)):
        assert everything.count(f"IB{number:05d}IB") == 1
    assert all("Penanda" in text for text in texts)
    assert [text.split()[0] for text in texts[1:]] == [str(n) for n in range(2, len(texts) + 1)]


def test_sisipan_title_stays_with_its_table():
    for count in range(4, 11):
        for page in words(build(buku_agenda(count, sisipan=1))):
            if "sisipan" in {w["text"] for w in page}:
                assert "IB90001IB" in {w["text"] for w in page}


@pytest.mark.parametrize("setup", [PageSetup(), F4_BOOKMAN], ids=["a4", "f4"])
def test_words_stay_inside_and_whole(setup):
    long = replace(
        agenda(2, batal=True),
        nomor="B/500.12.16.3/573/" + "CONTOH-PANJANG/" * 8 + "IX/2026",
        perihal="Permintaan " * 60,
        tujuan="W" * 200,
    )
    letter = replace(buku_agenda(3), page=setup, baris=(agenda(1), long, agenda(3)))
    found = set()
    for page in words(build(letter)):
        assert min(w["x0"] for w in page) >= 30 * MM - 0.5
        assert max(w["x1"] for w in page) <= (setup.paper.height - 20) * MM + 0.5
        found |= {w["text"] for w in page}
    assert {"Keterangan", "Klasifikasi", "Standardisasi", "Penanda", "Lampiran"} <= found


def test_progress_counts_both_tables_and_ends_with_the_last_row():
    told: list[tuple[int, int]] = []
    build(buku_agenda(60, sisipan=20), lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1] == (80, 80)
    assert len(told) > 2


def test_each_row_is_measured_a_bounded_number_of_times(monkeypatch):
    # Linear: twice the rows, twice the work. Counted, not timed.
    from reportlab.platypus import Paragraph

    counts = []
    own = Paragraph.breakLines

    def counted(self, *args, **kwargs):
        counts[-1] += 1
        return own(self, *args, **kwargs)

    monkeypatch.setattr(Paragraph, "breakLines", counted)
    for rows in (100, 200):
        counts.append(0)
        build(buku_agenda(rows))
    assert counts[1] < 2.1 * counts[0]


def test_an_empty_book_says_so():
    (text,) = page_texts(build(buku_agenda(0)))
    assert "Belum ada surat." in text


def test_fonts_are_inside_and_the_same_book_gives_the_same_bytes():
    pdf = build(buku_agenda(20, batal=(3,)))
    assert all(embedded_fonts(pdf).values())
    assert build(buku_agenda(20, batal=(3,))) == pdf


def test_what_cannot_be_printed_is_refused_with_its_place():
    letter = replace(buku_agenda(1), sisipan=(replace(agenda(2), perihal="x \U0001f512"),))
    with pytest.raises(DomainError, match="Perihal, sisipan 1"):
        build(letter)


def test_the_end_stays_with_the_last_row_and_many_gaps_take_pages_of_their_own():
    for count in range(1, 12):
        last = page_texts(build(buku_agenda(count, rumpang=("14",))))[-1]
        assert "belum dipakai: 14." in last
        assert f"IB{count:05d}IB" in squeezed(last)
    numbers = tuple(f"G{n}G" for n in range(3000))
    text = squeezed("".join(page_texts(build(buku_agenda(3, rumpang=numbers)))))
    assert all(f"G{n}G" in text for n in range(0, 3000, 100))
    assert "Dicetaktanggal23November2026." in text


@settings(max_examples=15, deadline=None)
@given(TYPED, TYPED, TYPED)
def test_whatever_is_typed_is_printed_or_refused(one, two, three):
    rows = (replace(agenda(1, batal=True), perihal=one, tujuan=two, keterangan=three),)
    letter = replace(buku_agenda(0), baris=rows)
    assert_printed_or_refused(letter, clean(one), clean(two), clean(three))
