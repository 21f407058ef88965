from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopapp.documents.build import build
from sopapp.documents.content import Hadir
from sopapp.documents.paper_parts import A4, F4, FontFamily, PageSetup, Signer
from sopapp.domain.errors import DomainError
from tests.documents.reading import MM, embedded_fonts, page_texts, squeezed, words
from tests.documents.test_any_text import TYPED, assert_printed_or_refused
from tests.documents.uji_samples import LEMBAR_UJI, hadir

LONG = "pertimbangan yang panjang dan saksama " * 60
LABELS = (
    "Informasi yang diuji", "Unit kerja pemilik", "Bentuk dokumen", "Hari/tanggal", "Tempat",
    "Dasar hukum", "Konsekuensi bila dibuka", "Manfaat bila ditutup", "Kepentingan publik",
    "Kepatutan", "Pasal 18 UU Nomor 14 Tahun 2008", "Kesimpulan", "Bagian yang dikecualikan",
    "Alasan", "Jangka waktu",
)  # fmt: skip


def whole(pdf: bytes) -> str:
    return squeezed("".join(page_texts(pdf)))


def label_column(pdf: bytes) -> str:
    """The words left of the colons, down all pages."""
    found = [w["text"] for page in words(pdf) for w in page if w["x1"] < 79 * MM]
    return squeezed("".join(found))


def test_the_parts_stand_in_the_order_in_which_they_are_weighed():
    pdf = build(LEMBAR_UJI)
    text = label_column(pdf)
    places = [text.find(squeezed(label)) for label in LABELS]
    assert -1 not in places, dict(zip(LABELS, places, strict=True))
    assert places == sorted(places)
    for value in (
        LEMBAR_UJI.informasi, LEMBAR_UJI.bentuk, "Senin, 23 November 2026", LEMBAR_UJI.tempat,
        *LEMBAR_UJI.dasar_hukum, LEMBAR_UJI.dibuka, LEMBAR_UJI.ditutup, LEMBAR_UJI.kepatutan,
        LEMBAR_UJI.kepentingan_publik, LEMBAR_UJI.kesimpulan, LEMBAR_UJI.bagian, LEMBAR_UJI.alasan,
        LEMBAR_UJI.jangka_waktu, LEMBAR_UJI.pengantar, LEMBAR_UJI.penutup,
    ):  # fmt: skip
        assert squeezed(value) in whole(pdf)


def test_each_question_has_its_answer():
    letter = replace(LEMBAR_UJI, pertanyaan=(("Pertama?", "Ya"), ("Kedua?", "Tidak dijawab")))
    assert "a.Pertama?Jawaban:Yab.Kedua?Jawaban:Tidakdijawab" in whole(build(letter))


def test_no_part_is_named_when_all_of_it_is_excluded():
    text = whole(build(replace(LEMBAR_UJI, bagian="  ")))
    assert squeezed("Bagian yang dikecualikan") not in text


def test_the_usual_labels_stand_on_one_line_each():
    page = [w for sheet in words(build(LEMBAR_UJI)) for w in sheet]
    for label in ("Konsekuensi bila dibuka", "Bagian yang dikecualikan"):
        first, *_between, last = label.split()
        tops = [next(w["top"] for w in page if w["text"] == word) for word in (first, last)]
        assert tops[0] == pytest.approx(tops[1], abs=1), label


def test_an_empty_value_is_a_dash():
    page = words(build(replace(LEMBAR_UJI, bentuk="", jangka_waktu="", dasar_hukum=())))[0]
    for label in ("Bentuk", "Jangka", "Dasar"):
        first = next(w for w in page if w["text"] == label)
        line = [w["text"] for w in page if abs(w["bottom"] - first["bottom"]) < 1]
        assert line[-2:] == [":", "-"]


@pytest.mark.parametrize("paper", [A4, F4], ids=lambda p: p.name)
@pytest.mark.parametrize("font", list(FontFamily))
def test_margins_are_respected_and_nothing_is_lost_over_many_pages(paper, font):
    setup = PageSetup(paper=paper, font=font)
    letter = replace(
        LEMBAR_UJI, page=setup, informasi="Judul panjang " * 21, dibuka=LONG, kepatutan=LONG,
        alasan=LONG, peserta=hadir(60),
    )  # fmt: skip
    pdf = build(letter)
    pages = words(pdf)
    assert len(pages) > 4
    for page in pages:
        body = [w for w in page if w["top"] > 15 * MM]
        assert min(w["x0"] for w in body) >= setup.left * MM - 0.5
        assert max(w["x1"] for w in body) <= (paper.width - setup.right) * MM + 0.5
        assert max(w["bottom"] for w in body) <= (paper.height - setup.bottom) * MM + 0.5
    text = whole(pdf)
    assert text.count("saksama") == 3 * 60 + 1
    assert all(f"PX{n:03d}PX" in text for n in range(60))
    assert all(embedded_fonts(pdf).values())


def test_places_to_sign_are_numbered_left_and_right_in_turn():
    pages = words(build(replace(LEMBAR_UJI, peserta=hadir(6))))
    flat = [w for page in pages for w in page]
    pairs = list(pairwise(flat))
    marks = [mark for mark, dots in pairs if dots["text"].startswith("…")]
    assert [w["text"] for w in marks] == ["1.", "2.", "3.", "4.", "5.", "6."]
    left, right = {round(w["x0"]) for w in marks[::2]}, {round(w["x0"]) for w in marks[1::2]}
    assert (len(left), len(right)) == (1, 1)
    assert right.pop() - left.pop() > 15 * MM
    for above, below in pairwise(marks):
        assert below["top"] - above["top"] >= 9 * MM  # room for a pen


def test_the_two_signatures_stand_side_by_side_with_their_names_level():
    page = words(build(LEMBAR_UJI))[-1]
    approves = next(w for w in page if w["text"] == "Menyetujui,")
    sets = next(w for w in page if w["text"] == "Menetapkan,")
    assert approves["x1"] < 110 * MM < sets["x0"]
    assert approves["top"] == pytest.approx(sets["top"], abs=0.1)
    left, right = (next(w for w in page if w["text"] == name) for name in ("YOHANES", "MARIA"))
    assert left["top"] == pytest.approx(right["top"], abs=0.1)
    comma = next(w for w in page if w["text"] == "PEMBANTU," and w["x0"] < 110 * MM)
    assert left["top"] - comma["bottom"] > 35  # room for a wet signature


@settings(max_examples=20, deadline=None)
@given(count=st.integers(1, 60), lines=st.integers(1, 70), paper=st.sampled_from([A4, F4]))
def test_the_signatures_never_stand_alone(count, lines, paper):
    letter = replace(
        LEMBAR_UJI, page=PageSetup(paper=paper), peserta=hadir(count),
        alasan="\n".join(f"baris {n}" for n in range(lines)),
    )  # fmt: skip
    texts = page_texts(build(letter))
    [signed] = [number for number, text in enumerate(texts) if "Menyetujui," in text]
    assert signed == len(texts) - 1
    for part in ("Menetapkan,", "YOHANES CONTOH", "MARIA CONTOH", f"PX{count - 1:03d}PX"):
        assert part in texts[signed]
    [begun] = [number for number, text in enumerate(texts) if "Peserta uji konsekuensi:" in text]
    assert "PX000PX" in texts[begun]  # the caption stays with the table
    assert "sebagaimana mestinya" in " ".join(texts[begun].split())


def test_the_head_of_the_table_repeats():
    pages = page_texts(build(replace(LEMBAR_UJI, peserta=hadir(60))))
    assert sum("Tanda Tangan" in page for page in pages) == sum("PX0" in page for page in pages)


@settings(max_examples=20, deadline=None)
@given(TYPED, TYPED, TYPED)
def test_whatever_is_typed_is_printed_or_refused(one, two, three):
    letter = replace(
        LEMBAR_UJI, informasi=one, dasar_hukum=(two, three), dibuka=three, tempat=two, alasan=one,
        bagian=three, peserta=(Hadir(one, two), Hadir(three, one)),
    )  # fmt: skip
    assert_printed_or_refused(letter, one, two, three)


@pytest.mark.parametrize("change", [
    {"alasan": "a ⬛ b \U0001f600"}, {"peserta": (Hadir("Maria \U0001f600"),)},
])  # fmt: skip
def test_a_character_without_a_glyph_is_refused_with_its_place(change):
    place = "Alasan" if "alasan" in change else "Nama peserta 1"
    with pytest.raises(DomainError, match=place):
        build(replace(LEMBAR_UJI, **change))


def test_extremes_do_not_stop_the_build():
    signer = Signer(("KEPALA " * 30,), "NAMA " * 40, "Pangkat " * 20, "1" * 120)
    for text in ("W" * 1200, "kata " * 1200, "", " \n "):
        letter = replace(
            LEMBAR_UJI, informasi=text, tempat=text, dasar_hukum=(text, text), alasan=text,
            pertanyaan=((text, "Ya"),), penutup=text, pengantar=text,
            peserta=(Hadir(text[:400] or "x", text[:400]),), menyetujui=signer,
        )  # fmt: skip
        assert build(letter).startswith(b"%PDF")
    narrow = PageSetup(left=60, right=50, top=70, bottom=70, size=14)
    pages = page_texts(build(replace(LEMBAR_UJI, page=narrow, menyetujui=signer)))
    assert "".join(pages).count("NAMA") == 40


def test_the_same_sheet_gives_the_same_bytes():
    assert build(LEMBAR_UJI) == build(replace(LEMBAR_UJI))
