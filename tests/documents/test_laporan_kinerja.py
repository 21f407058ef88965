"""The yearly report, read back: words, bars to scale, pages, what cannot be printed."""

from __future__ import annotations

import io
from dataclasses import replace

import pdfplumber
import pytest

from sopapp.documents.arsip import ArchiveInfo, archive_copy
from sopapp.documents.build import build
from sopapp.documents.paper_parts import F4, PageSetup
from tests.documents.laporan_samples import laporan
from tests.documents.measuring import measure
from tests.documents.reading import embedded_fonts, page_texts, squeezed

GREEN = (0.16, 0.45, 0.29)


def fills(pdf: bytes, page: int, colour: tuple[float, ...]) -> list[dict]:
    """The filled rectangles of a colour on a page, from the top."""
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        found = [
            one
            for one in document.pages[page].rects
            if one["fill"] and one["non_stroking_color"] == pytest.approx(colour, abs=0.01)
        ]
    return sorted(found, key=lambda one: one["top"])


def test_it_says_what_the_report_says_in_its_order():
    text = squeezed("".join(page_texts(build(laporan()))))
    place = 0
    for part in (
        "PEMERINTAH PROVINSI CONTOH TIMUR", "LAPORAN KINERJA SOP TAHUN 2026", "keadaan per 23",
        "Angka 1", "1 hari", "standar 11", "1. Waktu tiap tahap", "Hari kerja dibanding standar",
        "2 hari, standar 5", "melewati standar", "Berkas 0001", "2. Waktu jawab unit kerja",
        "Belum ada unit yang diminta.", "3. Tiap berkas", "Cara menghitung", "kalender kantor",
        "Kota Contoh, 23 November 2026", "PPID PEMBANTU,", "MARIA CONTOH", "NIP 19860926",
    ):  # fmt: skip
        found = text.find(squeezed(part), place)
        assert found >= 0, part
        place = found + len(squeezed(part))


def test_bars_are_as_long_as_their_days_and_drawn_as_areas():
    """The first five bars are of 2, 3, 4, 5 and 6 days; the last of them is late."""
    pdf = build(laporan())
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        assert not document.pages[0].images[1:]  # the logo alone is a picture
    chart = [one["width"] for one in fills(pdf, 0, GREEN) if 8 < one["height"] < 12]
    days = [length for length in chart if length > 20][:4]
    assert [length / days[0] for length in days] == pytest.approx([1, 1.5, 2, 2.5], rel=0.02)


def test_what_is_late_is_told_without_colour():
    late = fills(build(laporan()), 0, (0.70, 0.17, 0.13))
    assert late
    with pdfplumber.open(io.BytesIO(build(laporan()))) as document:
        bar = max(late, key=lambda one: one["width"])
        hatch = [
            line
            for line in document.pages[0].lines
            if line["top"] < bar["bottom"] and line["bottom"] > bar["top"]
            and line["width"] > 1 and line["height"] > 1
        ]  # fmt: skip
    assert len(hatch) > 5


@pytest.mark.parametrize("setup", [PageSetup(), PageSetup(paper=F4)], ids=["a4", "f4"])
def test_everything_stays_inside_the_margins_on_every_page(setup):
    found = measure(build(laporan(units=60, berkas=90, setup=setup)))
    assert len(found.sheets) > 3
    for number, sheet in enumerate(found.sheets, start=1):
        assert sheet.width < sheet.height
        body = [line for line in sheet.lines if line.top > 15]
        marks = [line.text.strip(" -") for line in sheet.lines if line not in body]
        assert marks == ([str(number)] if number > 1 else [])
        assert min(line.x0 for line in body) > 29.7
        assert max(line.x1 for line in body) < sheet.width - 19.7
        assert max(line.bottom for line in body) < sheet.height - 24.5


def test_a_chart_too_high_for_a_page_goes_on_and_loses_no_bar():
    texts = page_texts(build(laporan(units=120)))
    everything = squeezed("".join(texts))
    assert all(squeezed(f"Unit kerja nomor {n}") in everything for n in range(1, 121))
    assert squeezed("Hari sampai unit menjawab (lanjutan)") in everything
    assert squeezed("(lanjutan) (lanjutan)") not in everything


def test_rows_progress_and_the_same_bytes():
    told: list[tuple[int, int]] = []
    pdf = build(laporan(berkas=100), lambda done, total: told.append((done, total)))
    everything = squeezed("".join(page_texts(pdf)))
    assert [everything.count(f"Berkas{n:04d}") for n in range(7, 101)] == [1] * 94
    assert told == sorted(told)
    assert told[-1] == (107, 107)  # the empty table counts as one row
    assert all(embedded_fonts(pdf).values())
    assert build(laporan(berkas=100)) == pdf


def test_records_are_printed_whatever_they_hold():
    letter = laporan()
    part = letter.laporan.bagian[2]
    table = replace(part.tabel, baris=(("Berkas \U0001f512", "5", "x"),))
    parts = (*letter.laporan.bagian[:2], replace(part, tabel=table))
    odd = replace(letter, laporan=replace(letter.laporan, bagian=parts))
    assert "[U+1F512]" in "".join(page_texts(build(odd)))


def test_it_may_be_kept_as_an_archive_copy_and_goes_out_without_a_signer():
    letter = replace(laporan(), signer=None)
    pdf = build(letter)
    assert "MARIA" not in "".join(page_texts(pdf))
    about = ArchiveInfo("Laporan", "Dinas", "SOP", letter.tanggal)
    assert archive_copy(pdf, about).startswith(b"%PDF-1.7")


def test_the_signature_never_stands_alone():
    for count in (24, 26, 28, 30, 32):
        last = page_texts(build(laporan(units=1, berkas=count)))[-1]
        if "MARIA CONTOH" in last:
            assert "Yang batal tidak dihitung." in last, count


def test_the_head_of_a_table_repeats():
    texts = page_texts(build(laporan(berkas=120)))
    assert sum("Keterangan" in text for text in texts) >= 4
