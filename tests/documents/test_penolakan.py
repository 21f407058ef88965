"""The refusal of a request, read back."""

from __future__ import annotations

import functools
from dataclasses import replace

import pytest
from hypothesis import given, settings

from sopapp.documents.build import build
from sopapp.documents.paper_parts import F4, FontFamily, PageSetup
from sopapp.documents.text import clean
from sopapp.domain.errors import DomainError
from tests.documents.drawing import rectangles, segments
from tests.documents.penolakan_samples import PENOLAKAN
from tests.documents.reading import MM, embedded_fonts, page_texts, squeezed, words
from tests.documents.test_any_text import TYPED, assert_printed_or_refused

SHORT = replace(
    PENOLAKAN,
    alasan=PENOLAKAN.alasan[:1],
    lampiran=(),
    pemohon=PENOLAKAN.pemohon[:1],
    pembuka="",
    page=replace(PENOLAKAN.page, size=11),
)
LONG = replace(
    PENOLAKAN,
    page=PageSetup(paper=F4, font=FontFamily.BOOKMAN),
    rincian="Rincian dokumen pengadaan barang dan jasa " * 8,
    alasan=tuple(f"Pasal {n} Undang-Undang Nomor {n} Tahun 2008 AL{n:02d}AL" for n in range(1, 41)),
    konsekuensi=tuple(f"menghambat proses penegakan hukum {n}" for n in range(5)),
    signer=replace(
        PENOLAKAN.signer,
        nama="Prof. Dr. Ir. H. MARIA ANTONIA CONTOH PANJANG, S.E., M.Si., M.M., Ph.D., CGAA",
    ),
)


def test_the_parts_of_the_form_stand_in_their_order():
    text = squeezed("".join(page_texts(build(PENOLAKAN))))
    places = [
        text.index(squeezed(part))
        for part in (
            "PEMERINTAH PROVINSI",
            "SURAT KEPUTUSAN PPID TENTANG PENOLAKAN PERMOHONAN INFORMASI",
            "NOMOR : 500.12/ /CONTOH/XII/2026",
            "No. Pendaftaran",
            "07/PI/XI/2026",
            "Antonius Contoh",
            "Rincian informasi yang dibutuhkan",
            "Nama dan alamat pelapor",
            "PPID memutuskan bahwa informasi yang dimohon adalah:",
            "INFORMASI YANG DIKECUALIKAN",
            "Pasal 17 huruf h angka 2",
            "Keputusan Kepala Dinas Nomor 500.12/45/CONTOH/XII/2025",
            "konsekuensi sebagai berikut:",
            "Dengan demikian menyatakan bahwa:",
            "PERMOHONAN INFORMASI DITOLAK",
            "30 (tiga puluh) hari kerja",
            "tidak dipungut biaya",
            "Kota Contoh, 3 Desember 2026",
            "MARIA CONTOH",
            "Lampiran:",
            "Lembar Uji Konsekuensi.",
        )
    ]
    assert places == sorted(places)


def test_a_blank_number_keeps_its_room():
    (first, *_rest) = words(build(PENOLAKAN))
    before, after = (
        next(w for w in first if w["text"].startswith(part)) for part in ("500.12/", "/CONTOH")
    )
    assert after["x0"] - before["x1"] > 5 * 12 * 0.2


def test_both_sentences_stand_in_frames_as_wide_as_the_text():
    pdf = build(SHORT)
    page = words(pdf)[0]
    frames = [box for box in rectangles(pdf) if box[2] - box[0] > 100]
    assert len(frames) == 2
    for (x0, top, x1, bottom), sentence in zip(
        sorted(frames, key=lambda box: box[1]), ("DIKECUALIKAN", "DITOLAK"), strict=True
    ):
        assert x0 == pytest.approx(30 * MM, abs=1)
        assert x1 == pytest.approx((210 - 20) * MM, abs=1)
        word = next(w for w in page if w["text"] == sentence)
        assert top < word["top"] < word["bottom"] < bottom


def test_each_ground_has_a_crossed_box_of_lines_at_its_first_line():
    pdf = build(LONG)
    found = 0
    for number, page in enumerate(words(pdf)):
        boxes = [
            box
            for box in rectangles(pdf, number)
            if box[2] - box[0] == pytest.approx(box[3] - box[1], abs=0.1)
        ]
        diagonals = [s for s in segments(pdf, number) if s[0] != s[2] and s[1] != s[3]]
        found += len(boxes)
        assert len(diagonals) == 2 * len(boxes)
        for x0, top, x1, bottom in boxes:
            crosses = [s for s in diagonals if top < min(s[1], s[3]) < max(s[1], s[3]) < bottom]
            assert len(crosses) == 2
            line = [w for w in page if w["top"] < (top + bottom) / 2 < w["bottom"]]
            assert line[0]["text"] == "Pasal"
            assert line[0]["x0"] > x1 > x0
    assert found == 40


@functools.cache
def grounded(grounds: int) -> bytes:
    """The refusal with so many grounds, built once."""
    return build(replace(PENOLAKAN, alasan=LONG.alasan[:grounds]))


def test_the_refusal_is_never_without_how_to_object_nor_the_signature_alone():
    for grounds in range(1, 41):
        pages = page_texts(grounded(grounds))
        (signed,) = [text for text in pages if "NIP 1986" in text]
        assert "dipungut biaya" in signed
        (refused,) = [text for text in pages if "INFORMASI DITOLAK" in text]
        assert "mengajukan keberatan" in refused


def test_a_page_that_goes_on_is_full_but_for_what_stays_together():
    for grounds in range(4, 30):
        pages = words(grounded(grounds))
        if len(pages) > 1:
            assert max(word["bottom"] for word in pages[0]) > 0.68 * 297 * MM, grounds


def test_an_ordinary_refusal_fits_one_sheet():
    assert len(page_texts(build(SHORT))) == 1
    assert len(page_texts(build(PENOLAKAN))) == 1
    on_f4 = replace(PENOLAKAN, page=replace(PENOLAKAN.page, paper=F4))
    assert len(page_texts(build(on_f4))) == 1


def test_place_and_signature_stand_in_the_right_half_and_lampiran_at_the_left():
    page = words(build(PENOLAKAN))[-1]
    middle = (30 + (210 - 50) / 2) * MM
    city = [w for w in page if w["text"] == "Kota"][-1]  # the address above has one too
    nip = next(w for w in page if w["text"] == "NIP")
    lampiran = next(w for w in page if w["text"] == "Lampiran:")
    assert city["x0"] == pytest.approx(middle, abs=1)
    assert nip["x0"] == pytest.approx(middle, abs=1)
    assert lampiran["x0"] == pytest.approx(30 * MM, abs=1)
    assert lampiran["top"] > nip["bottom"]


@pytest.mark.parametrize("letter", [PENOLAKAN, LONG], ids=["a4", "f4"])
def test_nothing_leaves_the_margins(letter):
    setup = letter.page
    for page in words(build(letter)):
        assert min(w["x0"] for w in page) >= setup.left * MM - 0.5
        assert max(w["x1"] for w in page) <= (setup.paper.width - setup.right) * MM + 0.5
        assert max(w["bottom"] for w in page) <= (setup.paper.height - setup.bottom) * MM + 0.5


def test_hostile_content_is_all_there():
    text = squeezed("".join(page_texts(build(LONG))))
    assert all(f"AL{n:02d}AL" in text for n in range(1, 41))
    assert squeezed(LONG.signer.nama) in text
    assert text.count("Rinciandokumen") == 8
    assert "e.menghambatprosespenegakanhukum4." in text


@pytest.mark.parametrize("said", ["rugi", "rugi.", "**rugi**"])
def test_a_single_consequence_is_a_sentence_too(said):
    (text,) = page_texts(build(replace(PENOLAKAN, konsekuensi=(said,))))
    assert "\nrugi.\n" in text


def test_longer_than_a_page_in_any_part():
    filler = "kata yang panjang sekali " * 400
    for part in ("rincian", "putusan", "pernyataan", "keberatan"):
        text = squeezed("".join(page_texts(build(replace(PENOLAKAN, **{part: filler})))))
        assert text.lower().count("panjang") == 400


def test_without_a_date_there_is_room_for_one():
    (text,) = [t for t in page_texts(build(replace(PENOLAKAN, tanggal=None))) if "NIP 1986" in t]
    assert "Kota Contoh," in text
    assert "2026" not in text.partition("dipungut biaya")[2]


def test_fonts_are_inside_and_the_same_letter_gives_the_same_bytes():
    pdf = build(PENOLAKAN)
    assert all(embedded_fonts(pdf).values())
    assert build(PENOLAKAN) == pdf


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"rincian": "a \U0001f512"}, "Rincian informasi"),
        ({"alasan": ("satu", "dua \U0001f512")}, "Alasan 2"),
        ({"pemohon": (("Nama", "x \U0001f512"),)}, "Pemohon, Nama"),
        ({"catatan": ("x \U0001f512",)}, "Catatan"),
    ],
)
def test_what_cannot_be_printed_is_refused_with_its_place(change, place):
    with pytest.raises(DomainError, match=place):
        build(replace(PENOLAKAN, **change))


def test_consequences_may_be_bold_and_names_stay_as_typed():
    letter = replace(
        PENOLAKAN,
        konsekuensi=("merugikan **pelapor** sekali", "mengganggu *proses*"),
        pemohon=(("Nama", "A **B** C"),),
    )
    text = squeezed("".join(page_texts(build(letter))))
    assert "a.merugikanpelaporsekali;b.mengganggu" in text
    assert "A**B**C" in text


@settings(max_examples=25, deadline=None)
@given(TYPED, TYPED, TYPED)
def test_whatever_is_typed_is_printed_or_refused(one, two, three):
    letter = replace(PENOLAKAN, rincian=one, alasan=(two,), pemohon=(("Nama", three),))
    assert_printed_or_refused(letter, clean(one), clean(two), clean(three))
