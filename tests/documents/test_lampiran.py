"""Lampiran of a Keputusan: sheets of their own, several of them, each signed."""

from __future__ import annotations

import io
from dataclasses import replace

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopapp.documents.build import build
from sopapp.documents.content import LampiranTeks
from sopapp.documents.paper_parts import A4, F4, FOLIO, FontFamily, PageSetup
from tests.documents.reading import MM, embedded_fonts, page_texts, squeezed, words
from tests.documents.samples import KEPUTUSAN, LAMPIRAN_TEKS, daftar

OWN = PageSetup(paper=FOLIO, left=20, right=15, top=18, bottom=16, size=10, font=FontFamily.ARIAL)


def sizes(pdf: bytes) -> list[tuple[float, float]]:
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return [
        (round(float(page.mediabox.width) / MM), round(float(page.mediabox.height) / MM))
        for page in pages
    ]


@pytest.mark.parametrize("wide", [True, False])
def test_the_list_has_paper_margins_and_type_of_its_own(wide):
    letter = replace(
        KEPUTUSAN, page_lampiran=OWN, lampiran_mendatar=wide, daftar=daftar(40)
    )  # fmt: skip
    pdf = build(letter)
    texts = page_texts(pdf)
    first = next(number for number, text in enumerate(texts) if "LAMPIRAN" in text)
    sheet = (330, 210) if wide else (210, 330)
    assert set(sizes(pdf)[:first]) == {(210, 297)}
    assert set(sizes(pdf)[first:]) == {sheet}
    for page in words(pdf)[first:]:
        body = [word for word in page if word["top"] > 15 * MM]
        assert min(w["x0"] for w in body) >= 20 * MM - 0.5
        assert max(w["x1"] for w in body) <= (sheet[0] - 15) * MM + 0.5
        assert min(w["top"] for w in body) >= 18 * MM - 0.5
        assert max(w["bottom"] for w in body) <= (sheet[1] - 16) * MM + 0.5
    title = [w for w in words(pdf)[first] if w["text"] == "DAFTAR"][-1]
    assert title["bottom"] - title["top"] == pytest.approx(10, abs=0.1)
    assert {name.split("+")[1].split("-")[0] for name in embedded_fonts(pdf)} == {
        "DikaBonum", "LiberationSans"
    }  # fmt: skip


@pytest.mark.parametrize(("wide", "count"), [(True, 1), (False, 1), (True, 500), (False, 150)])
def test_long_and_short_lists_are_whole_signed_and_counted_on_any_sheet(wide, count):
    steps: list[tuple[int, int]] = []
    letter = replace(KEPUTUSAN, daftar=daftar(count), lampiran_mendatar=wide)
    texts = page_texts(build(letter, lambda done, total: steps.append((done, total))))
    everything = "".join(texts)
    places = [squeezed(everything).find(f"IB{n:04d}IB") for n in range(1, count + 1)]
    assert -1 not in places
    assert places == sorted(places)
    assert f"IB{count:04d}IB" in squeezed(texts[-1])
    assert "NIP" in texts[-1]
    assert steps[-1] == (count, count)


@pytest.mark.parametrize("font", [FontFamily.ARIAL, FontFamily.BOOKMAN])
def test_no_word_of_the_list_is_cut_on_an_upright_sheet(font):
    setup = PageSetup(font=font)
    letter = replace(KEPUTUSAN, page=setup, lampiran_mendatar=False, daftar=daftar(120))
    for page in words(build(letter))[2:]:
        found = {word["text"] for word in page}
        assert {"No.", "Standardisasi", "Perlindungan", "Pengecualian", "Konsumen"} <= found
        numbers = [w["text"] for w in page if w["x1"] < 45 * MM and w["text"][:1].isdigit()]
        assert numbers
        assert all(number.endswith(".") for number in numbers)


def test_one_lampiran_has_no_number_and_several_have_roman_ones():
    assert "LAMPIRAN I" not in "".join(page_texts(build(KEPUTUSAN)))
    many = (LAMPIRAN_TEKS,) * 8
    texts = page_texts(build(replace(KEPUTUSAN, lampiran_lain=many)))
    heads = [
        next(line for line in text.splitlines() if line.startswith("LAMPIRAN"))
        for text in texts
        if "LAMPIRAN" in text
    ]
    figures = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    assert [head.strip() for head in heads] == [f"LAMPIRAN {figure}" for figure in figures]


def test_each_lampiran_begins_a_page_names_its_keputusan_and_is_signed():
    letter = replace(KEPUTUSAN, lampiran_lain=(LAMPIRAN_TEKS, LAMPIRAN_TEKS))
    pdf = build(letter)
    last = page_texts(pdf)[-3:]
    for text in last:
        flat = squeezed(text)
        assert "NOMOR:500.12/45/CONTOH/XII/2026TANGGAL:7DESEMBER2026TENTANG:PEMUTAKHIRAN" in flat
        assert "NIP196701011992031005" in flat
    assert "TATA CARA PENGABURAN" in last[1]
    assert sizes(pdf)[-3:] == [(297, 210), (210, 297), (210, 297)]
    page = words(pdf)[-1]
    marker = next(w for w in page if w["text"] == "1.")
    child = next(w for w in page if w["text"] == "a.")
    assert child["x0"] - marker["x0"] == pytest.approx(7.5 * MM, abs=3)


@settings(max_examples=15, deadline=None)
@given(lines=st.integers(0, 70), last=st.integers(1, 90))
def test_the_signature_never_parts_from_the_last_lines_of_a_text(lines, last):
    body = "baris\n" * lines + "\n" + "penutup " * last + "AKHIR"
    letter = replace(KEPUTUSAN, lampiran_lain=(LampiranTeks("Judul", body),))
    texts = page_texts(build(letter))
    assert "AKHIR" in texts[-1]
    assert "NIP" in texts[-1]
    assert "baris" in texts[-1] or "penutup" in texts[-1]


@pytest.mark.parametrize("paper", [A4, F4, FOLIO], ids=lambda p: p.name)
def test_an_empty_text_is_still_a_signed_lampiran(paper):
    letter = replace(KEPUTUSAN, page=PageSetup(paper=paper), lampiran_lain=(LampiranTeks("", ""),))
    last = page_texts(build(letter))[-1]
    assert "LAMPIRAN II" in last
    assert "NIP" in last
