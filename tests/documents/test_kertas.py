"""Papers of the office and of its own, with what makes a form burst."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import pairwise

import pdfplumber
import pytest

from sopapp.documents.build import build
from sopapp.documents.content import Keputusan, NotaDinas
from sopapp.documents.page import area
from sopapp.documents.paper_parts import A4, F4, FOLIO, FontFamily, Gaya, PageSetup, Paper
from sopapp.domain.errors import DomainError
from tests.documents.reading import MM, embedded_fonts, page_texts, squeezed, words
from tests.documents.samples import (
    FIVE_TITLES,
    KEPUTUSAN,
    KOP,
    LAMPIRAN_TEKS,
    LONG_HAL,
    MANY_RECIPIENTS,
    NINE_MENGINGAT,
    NOTA_DINAS,
    SALINAN,
    UNTUK_BELIAU,
    daftar,
)

OFFICE = pytest.mark.parametrize("paper", [A4, F4, FOLIO], ids=lambda p: p.name)
FONTS = pytest.mark.parametrize("font", [FontFamily.ARIAL, FontFamily.BOOKMAN])
OWN = pytest.mark.parametrize(
    "paper",
    [Paper("kecil", 100, 150), Paper("lebar", 450, 100), Paper("besar", 450, 450),
     Paper("panjang", 210, 350), Paper("A5", 148, 210)],
    ids=lambda p: p.name,
)  # fmt: skip


def assert_inside(pdf: bytes, setup: PageSetup) -> None:
    """Every word stands between the margins (the page number in the upper one)."""
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        sizes = [(page.width, page.height) for page in document.pages]
    for (width, height), page in zip(sizes, words(pdf), strict=True):
        body = [word for word in page if word["top"] >= setup.top * MM - 2]
        numbers = [word["text"].strip("- ") for word in page if word not in body]
        assert all(text.isdigit() or not text for text in numbers), numbers
        assert min(w["x0"] for w in body) >= setup.left * MM - 0.5
        assert max(w["x1"] for w in body) <= width - setup.right * MM + 0.5
        assert max(w["bottom"] for w in body) <= height - setup.bottom * MM + 0.5


def hostile_nota(setup: PageSetup) -> NotaDinas:
    return replace(
        NOTA_DINAS,
        page=setup,
        hal=LONG_HAL,
        yth=MANY_RECIPIENTS,
        tembusan=MANY_RECIPIENTS[:9],
        signer=UNTUK_BELIAU,
        body="\n\n".join(f"Alinea {n} **tebal{' kata biasa' * 30}** *miring*." for n in range(6)),
    )


def hostile_keputusan(setup: PageSetup) -> Keputusan:
    return replace(
        KEPUTUSAN,
        page=setup,
        mengingat=NINE_MENGINGAT,
        tentang=LONG_HAL,
        signer=UNTUK_BELIAU,
        lampiran_lain=(LAMPIRAN_TEKS,),
        salinan=SALINAN,
        daftar=daftar(12),
        gaya=Gaya(label_kapital=True),
    )


@OFFICE
@FONTS
def test_a_nota_dinas_with_everything_too_long_stays_in_its_margins(paper, font):
    setup = PageSetup(paper=paper, font=font)
    pdf = build(hostile_nota(setup))
    assert_inside(pdf, setup)
    text = squeezed("".join(page_texts(pdf)))
    assert squeezed(LONG_HAL) in text
    assert squeezed(FIVE_TITLES) in text
    assert all(f"Wilayah{number}padaDinas" in text for number in range(1, 41))
    last = page_texts(pdf)[-1]
    assert "NIP" in last
    assert "u.b." in last
    assert "miring." in last


@FONTS
def test_markers_of_one_and_two_figures_hang_alike(font):
    setup = PageSetup(font=font)
    header = replace(NOTA_DINAS, page=setup, yth=MANY_RECIPIENTS, tembusan=())
    points = "\n".join(f"{n}. Kepala Unit {'kata ' * 20}" for n in range(1, 13))
    listed = replace(NOTA_DINAS, page=setup, yth=(), tembusan=(), daftar_penerima=MANY_RECIPIENTS)
    body = replace(listed, body=points, daftar_penerima=())
    decided = replace(KEPUTUSAN, page=setup, mengingat=("Kepala Unit " + "kata " * 20,) * 12)
    for letter in (header, listed, body, decided):
        pages = [page for page in words(build(letter)) if "LAMPIRAN" not in str(page)]
        firsts = [
            after["x0"]
            for page in pages
            for marker, after in pairwise(page)
            if after["text"] == "Kepala" and marker["text"].rstrip(".").isdigit()
        ]
        assert len(firsts) >= 12
        assert max(firsts) - min(firsts) < 0.1


@OFFICE
@FONTS
def test_a_keputusan_with_everything_too_long_stays_in_its_margins(paper, font):
    setup = PageSetup(paper=paper, font=font)
    letter = hostile_keputusan(setup)
    pdf = build(letter)
    texts = page_texts(pdf)
    first = next(number for number, text in enumerate(texts) if "LAMPIRAN I" in text)
    assert_inside(pdf, setup)
    text = squeezed("".join(texts))
    assert all(f"Nomor48{number}6" in text for number in range(1, 10))
    signed = [t for t in texts[:first] if "ttd." in t]
    assert len(signed) == 1
    assert "KEDUA" in signed[0]


@OWN
@FONTS
def test_letters_fit_a_paper_of_ones_own(paper, font):
    setup = PageSetup(paper=paper, left=12, right=10, top=15, bottom=12, size=9, font=font)
    pdf = build(replace(NOTA_DINAS, page=setup, signer=UNTUK_BELIAU, kop=replace(KOP, logo=None)))
    assert_inside(pdf, setup)
    assert "NIP 19860926 201505 1 001" in page_texts(pdf)[-1].replace("\u00a0", " ")
    pdf = build(replace(KEPUTUSAN, page=setup, daftar=daftar(2), kop=replace(KOP, logo=None)))
    assert_inside(pdf, setup)
    assert all(embedded_fonts(pdf).values())


def test_a_sheet_that_is_wide_already_is_not_turned():
    wide = PageSetup(paper=Paper("lebar", 330, 215))
    assert area(wide, landscape=True).sheet_width == pytest.approx(330 * MM)
    assert area(wide).sheet_width == pytest.approx(330 * MM)


def test_margins_that_leave_no_room_are_named():
    setup = PageSetup(paper=Paper("sendiri", 100, 150), left=50, right=40)
    with pytest.raises(DomainError, match="Margin pada kertas sendiri"):
        build(replace(NOTA_DINAS, page=setup))
