"""A copy of a Keputusan: who signed the first is named, who vouches for it signs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sopapp.documents.build import build
from sopapp.documents.paper_parts import A4, F4, FOLIO, PageSetup
from tests.documents.reading import MM, page_texts, squeezed, words
from tests.documents.samples import KEPUTUSAN, LAMPIRAN_TEKS, SALINAN, daftar

LETTER = replace(KEPUTUSAN, salinan=SALINAN, lampiran_lain=(LAMPIRAN_TEKS,))
PAPERS = pytest.mark.parametrize("paper", [A4, F4, FOLIO], ids=lambda p: p.name)


def first_part(pdf: bytes) -> list[list[dict]]:
    """Words of the pages before the Lampiran."""
    pages = words(pdf)
    return pages[: next(n for n, page in enumerate(pages) if page_is_lampiran(page))]


def page_is_lampiran(page: list[dict]) -> bool:
    return "LAMPIRAN" in [word["text"] for word in page]


def test_the_signer_stands_with_ttd_and_without_nip_everywhere():
    texts = page_texts(build(LETTER))
    assert "".join(texts).count("ttd.") == 3
    assert "19670101" not in "".join(texts)
    assert "Pembina Utama Muda" not in "".join(texts)
    for text in texts[-2:]:
        assert squeezed(text).endswith("ttd.Drs.YOHANESCONTOH,M.Si.")
    original = "".join(page_texts(build(replace(LETTER, salinan=None))))
    assert "ttd." not in original
    assert "SALINAN" not in original
    assert original.count("NIP 19670101") == 3


def test_ttd_stands_in_the_room_for_the_signature():
    page = first_part(build(LETTER))[-1]
    ttd = next(word for word in page if word["text"] == "ttd.")
    above = next(word for word in page if word["text"] == "TIMUR,")
    name = next(word for word in page if word["text"] == "YOHANES")
    assert above["bottom"] < ttd["top"] < ttd["bottom"] < name["top"]
    assert ttd["x0"] == pytest.approx(110 * MM, abs=0.5)


def test_who_vouches_signs_at_the_left_below_the_copies():
    page = first_part(build(LETTER))[-1]
    text = " ".join(word["text"] for word in page)
    parts = ["ttd.", "YOHANES", "Tembusan:", "Salinan sesuai dengan aslinya",
             "PERCONTOHAN DAN PERAGAAN,", "MARIA CONTOH", "NIP 19860926 201505 1 001"]  # fmt: skip
    places = [text.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)
    sentence = next(word for word in page if word["text"] == "Salinan")
    name = next(word for word in page if word["text"] == "MARIA")
    room = next(word for word in page if word["text"] == "PERAGAAN," and word["x0"] < 100 * MM)
    assert sentence["x0"] == pytest.approx(30 * MM, abs=0.5)
    assert name["x0"] == pytest.approx(30 * MM, abs=0.5)
    assert name["top"] - room["bottom"] > 3 * 12


def test_the_first_page_says_that_it_is_a_copy():
    pages = words(build(LETTER))
    [mark] = [word for page in pages for word in page if word["text"] == "SALINAN"]
    assert mark in pages[0]
    assert mark["x1"] == pytest.approx(190 * MM, abs=0.5)


@PAPERS
@pytest.mark.parametrize("copies", [0, 8, 40])
@pytest.mark.parametrize("length", [1, 150])
def test_the_vouching_block_is_never_divided_and_never_alone(paper, copies, length):
    letter = replace(
        LETTER,
        page=PageSetup(paper=paper),
        diktum=("kata " * length + "AKHIR",),
        tembusan=tuple(f"Penerima ke-{n}" for n in range(copies)),
        daftar=daftar(1),
    )
    pages = first_part(build(letter))
    texts = [" ".join(word["text"] for word in page) for page in pages]
    [vouched] = [text for text in texts if "Salinan sesuai" in text]
    assert "NIP 19860926" in vouched
    company = f"Penerima ke-{copies - 1}" if copies else "AKHIR"
    assert company in vouched
    [signed] = [text for text in texts if "ttd." in text]
    assert "AKHIR" in signed
    assert "YOHANES" in signed
