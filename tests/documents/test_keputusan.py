from __future__ import annotations

import io
from dataclasses import replace
from itertools import pairwise

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopapp.documents.build import build
from sopapp.documents.list_content import BarisDaftar
from sopapp.documents.paper_parts import A4, F4, FontFamily, PageSetup
from tests.documents.reading import MM, page_texts, squeezed, words
from tests.documents.samples import KEPUTUSAN, baris, daftar

PAPERS = pytest.mark.parametrize("paper", [A4, F4], ids=lambda p: p.name)


def lampiran_of(texts: list[str]) -> list[str]:
    """Return the pages from the one that is headed LAMPIRAN."""
    return texts[next(n for n, text in enumerate(texts) if "LAMPIRAN" in text) :]


def on_paper(paper):
    return PageSetup(paper=paper, font=FontFamily.BOOKMAN)


def test_the_parts_stand_in_the_order_of_the_form():
    text = squeezed("".join(page_texts(build(KEPUTUSAN)))).replace("-2-", "")
    parts = [
        "PEMERINTAH PROVINSI CONTOH TIMUR",
        "KEPUTUSAN KEPALA DINAS PERCONTOHAN DAN PERAGAAN PROVINSI CONTOH TIMUR",
        "NOMOR : 500.12/45/CONTOH/XII/2026", "TENTANG",
        "PEMUTAKHIRAN DAFTAR INFORMASI PUBLIK YANG DIKECUALIKAN TAHUN 2026",
        "KEPALA DINAS PERCONTOHAN DAN PERAGAAN PROVINSI CONTOH TIMUR,",
        "Menimbang : a. bahwa daftar perlu dimutakhirkan;",
        "b. bahwa perlu menetapkan Keputusan ini;",
        "Mengingat : 1. Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik;",
        "2. Peraturan Pemerintah Nomor 61 Tahun 2010.",
        "MEMUTUSKAN :",
        "Menetapkan : KEPUTUSAN KEPALA DINAS PERCONTOHAN DAN PERAGAAN PROVINSI CONTOH TIMUR",
        "TENTANG PEMUTAKHIRAN DAFTAR INFORMASI PUBLIK YANG DIKECUALIKAN TAHUN 2026. KESATU",
        "KESATU : Menetapkan Daftar sebagaimana tercantum dalam Lampiran.",
        "KEDUA : Keputusan ini mulai berlaku pada tanggal ditetapkan.",
        "Ditetapkan di Kota Contoh", "pada tanggal 7 Desember 2026",
        "KEPALA DINAS PERCONTOHAN DAN PERAGAAN PROVINSI CONTOH TIMUR,",
        "Drs. YOHANES CONTOH, M.Si.", "Pembina Utama Muda", "NIP 19670101 199203 1 005",
        "Tembusan: 1. Gubernur Contoh Timur; 2. PPID Utama.",
    ]  # fmt: skip
    place = 0
    for part in parts:
        found = text.find(squeezed(part), place)
        assert found >= place, part
        place = found


def test_optional_parts_are_printed_when_they_are_there():
    letter = replace(KEPUTUSAN, selaku="Atasan PPID Pembantu", memperhatikan=("Berita Acara",))
    text = squeezed("".join(page_texts(build(letter))))
    assert squeezed("SELAKU ATASAN PPID PEMBANTU NOMOR") in text
    assert "Memperhatikan:BeritaAcara;" in text
    assert "Memperhatikan" not in "".join(page_texts(build(KEPUTUSAN)))


def test_the_last_legal_basis_ends_with_a_full_stop_whatever_stood_there():
    letter = replace(KEPUTUSAN, mengingat=("Satu;", "Dua;"))
    text = squeezed(page_texts(build(letter))[0])
    assert "1.Satu;2.Dua.MEMUTUSKAN" in text


def test_a_single_ground_has_no_marker():
    letter = replace(
        KEPUTUSAN, menimbang=("bahwa satu",), mengingat=("Dasar",), tembusan=("Arsip",)
    )
    text = squeezed("".join(page_texts(build(letter))))
    assert "Menimbang:bahwasatu;Mengingat:Dasar." in text
    assert "Tembusan:Arsip." in text


def test_labels_colons_and_markers_stand_under_each_other():
    many = tuple(f"keputusan nomor {n} " + "kata " * 30 for n in range(22))
    letter = replace(KEPUTUSAN, diktum=many, memperhatikan=("Berita Acara",))
    pages = words(build(letter))
    portrait = [w for page in pages[:-1] for w in page if w["top"] > 15 * MM]
    colons = [w for w in portrait if w["text"] == ":" and w["x0"] < 80 * MM]
    # NOMOR has its colon in the title; the labels have theirs in one column.
    assert len(colons) == 22 + 4
    assert len({round(w["x0"], 1) for w in colons}) == 1
    assert {w["text"] for w in portrait} >= {"KESATU", "KESEPULUH", "KEDUA", "PULUH", "SATU"}
    texts = [w for w in portrait if w["text"] == "keputusan" and w["x0"] < 100 * MM]
    assert len({round(w["x0"], 1) for w in texts}) == 1


def test_more_than_26_considerations_are_lettered():
    letter = replace(KEPUTUSAN, menimbang=tuple(f"bahwa {n}" for n in range(28)))
    text = squeezed("".join(page_texts(build(letter))))
    for part in ("a.bahwa0;", "z.bahwa25;", "aa.bahwa26;", "ab.bahwa27;"):
        assert part in text


@PAPERS
def test_portrait_letter_and_landscape_lampiran_are_one_file(paper):
    pdf = build(replace(KEPUTUSAN, page=on_paper(paper), daftar=daftar(12)))
    sizes = [
        (float(page.mediabox.width), float(page.mediabox.height))
        for page in pypdf.PdfReader(io.BytesIO(pdf)).pages
    ]
    upright = (paper.width * MM, paper.height * MM)
    texts = page_texts(pdf)
    first = next(n for n, text in enumerate(texts) if "LAMPIRAN" in text)
    for number, size in enumerate(sizes):
        expected = upright if number < first else upright[::-1]
        assert size == pytest.approx(expected, abs=0.1)
    assert f"- {first + 1} -" in texts[first]
    assert "- 1 -" not in texts[0]
    assert f"- {len(texts)} -" in texts[-1]


@PAPERS
def test_margins_are_respected_on_every_page(paper):
    letter = replace(
        KEPUTUSAN, page=on_paper(paper), diktum=("kata " * 150,) * 6, daftar=daftar(12)
    )
    setup = letter.page
    for page in words(build(letter)):
        wide = any(w["text"] == "Dibuka" for w in page)
        width, height = (paper.height, paper.width) if wide else (paper.width, paper.height)
        body = [w for w in page if w["top"] > 15 * MM]
        assert min(w["x0"] for w in body) >= setup.left * MM - 0.5
        assert max(w["x1"] for w in body) <= (width - setup.right) * MM + 0.5
        assert min(w["top"] for w in body) >= setup.top * MM - 0.5
        assert max(w["bottom"] for w in body) <= (height - setup.bottom) * MM + 0.5


@settings(max_examples=15, deadline=None)
@given(count=st.integers(1, 12), length=st.integers(1, 120))
def test_the_signature_stays_with_the_last_decision(count, length):
    diktum = (*(("kata " * 40,) * (count - 1)), "penutup " * length + "AKHIR.")
    texts = page_texts(build(replace(KEPUTUSAN, diktum=diktum, daftar=daftar(1))))
    [signed] = [text for text in texts if "Ditetapkan di" in text]
    assert "AKHIR." in signed
    assert "NIP" in signed
    assert "Tembusan" in signed


@pytest.mark.parametrize("lines", range(8, 20))
def test_a_last_decision_of_one_line_takes_the_one_before_along(lines):
    diktum = (*(f"Keputusan butir {n}." for n in range(lines)), "Keputusan ini mulai berlaku.")
    pages = page_texts(build(replace(KEPUTUSAN, diktum=diktum)))
    (signed,) = [text for text in pages if "Ditetapkan di" in text]
    assert f"Keputusan butir {lines - 1}." in signed
    assert "Keputusan ini mulai berlaku." in signed


def test_a_date_and_number_still_to_come_leave_room_for_a_pen():
    letter = replace(KEPUTUSAN, tanggal=None, nomor="500.12/          /CONTOH")
    pages = words(build(letter))
    lampiran = [w["text"] for w in pages[-1]]
    assert lampiran[lampiran.index("TANGGAL") : lampiran.index("TENTANG")] == ["TANGGAL", ":"]
    parts = [w for w in pages[0] if w["text"].startswith(("500.12/", "/CONTOH"))]
    assert parts[1]["x0"] - parts[0]["x1"] > 10 * 3
    [(page, pada)] = [
        (p, w) for p in pages for w in p if w["text"] == "pada" and abs(w["x0"] - 110 * MM) < 1
    ]
    beside = [w["text"] for w in page if abs(w["bottom"] - pada["bottom"]) < 1]
    assert beside == ["pada", "tanggal"]


def test_the_lampiran_names_its_keputusan_at_the_upper_right_and_is_signed():
    page = words(build(KEPUTUSAN))[-1]
    heading = page[: next(n for n, w in enumerate(page) if w["text"] == "TENTANG")]
    assert "LAMPIRAN" in [w["text"] for w in heading]
    assert min(w["x0"] for w in heading if w["top"] > 15 * MM) > 297 / 2 * MM
    text = squeezed(page_texts(build(KEPUTUSAN))[-1])
    assert "NOMOR:500.12/45/CONTOH/XII/2026TANGGAL:7DESEMBER2026TENTANG:PEMUTAKHIRAN" in text
    assert "NIP196701011992031005" in text
    assert "Ditetapkandi" not in text


@pytest.mark.parametrize("count", [0, 1, 2, 5, 40])
def test_the_head_repeats_and_the_signature_shares_the_page_of_the_last_row(count):
    texts = page_texts(build(replace(KEPUTUSAN, daftar=daftar(count))))
    lampiran = lampiran_of(texts)
    for text in lampiran:
        flat = " ".join(text.split())
        assert "Konsekuensi/Pertimbangan bagi Publik" in flat
        for title in ("No.", "Informasi", "Dibuka", "Ditutup", "Jangka Waktu", "Unit Kerja"):
            assert title in flat
    last = f"IB{count:04d}IB" if count else "Nihil"
    assert last in lampiran[-1]
    assert "NIP" in lampiran[-1]
    everything = "".join(texts)
    assert all(everything.count(f"IB{n:04d}IB") == 1 for n in range(1, count + 1))


@pytest.mark.parametrize("count", range(1, 8))
def test_a_last_row_that_moves_with_the_signature_moves_in_one_piece(count):
    last = lampiran_of(page_texts(build(replace(KEPUTUSAN, daftar=daftar(count)))))[-1]
    row = squeezed(last[last.index("Identitas pelapor") :])
    assert f"IB{count:04d}IB" in row
    assert "UnitKerja" in squeezed(last)
    assert "BidangStandardisasidanPerlindunganKonsumen" in row
    assert "NIP" in row


def test_the_first_lampiran_page_is_never_a_heading_alone():
    tall = replace(baris(1), dibuka="\n".join(f"butir{n:03d}x" for n in range(26)))
    texts = lampiran_of(page_texts(build(replace(KEPUTUSAN, daftar=(tall,)))))
    assert len(texts) == 2
    assert "butir000x" in texts[0]
    assert "butir025x" in texts[1]
    assert "NIP" in texts[1]


def test_300_rows_are_all_there_once_and_in_order_without_wasted_pages():
    steps: list[tuple[int, int]] = []
    letter = replace(KEPUTUSAN, daftar=daftar(300))
    texts = page_texts(build(letter, lambda done, total: steps.append((done, total))))
    everything = "".join(texts)
    places = [everything.find(f"IB{n:04d}IB") for n in range(1, 301)]
    assert -1 not in places
    assert places == sorted(places)
    assert steps[-1] == (300, 300)
    assert [done for done, _total in steps] == sorted(done for done, _total in steps)
    # Each page but the first (heading) and the last (signature) carries its share.
    rows = [text.count("Standardisasi") for text in lampiran_of(texts)[1:-1]]
    assert min(rows) >= max(rows) - 2


def test_a_cell_higher_than_pages_goes_on_with_nothing_lost():
    tall = replace(baris(2), dibuka="\n".join(f"butir{n:03d}x" for n in range(150)))
    letter = replace(KEPUTUSAN, daftar=(baris(1), tall, baris(3)))
    texts = page_texts(build(letter))
    everything = "".join(texts)
    places = [everything.find(f"butir{n:03d}x") for n in range(150)]
    assert -1 not in places
    assert places == sorted(places)
    assert sum("butir" in text for text in texts) >= 4
    assert "IB0003IB" in texts[-1]


def test_a_last_row_higher_than_a_page_still_accompanies_the_signature():
    tall = replace(baris(1), dibuka="\n".join(f"butir{n:03d}x" for n in range(100)))
    texts = page_texts(build(replace(KEPUTUSAN, daftar=(tall,))))
    assert "NIP" in texts[-1]
    assert "butir099x" in texts[-1]


def test_no_two_texts_overlap_in_a_crowded_list():
    words_40 = "\n".join(f"baris {n}" for n in range(40))
    rows = (
        BarisDaftar("X" * 200, ("Y" * 200, "pasal"), words_40, "Z" * 200, "w" * 60, "u" * 60),
        BarisDaftar("Judul " * 50, ("<b>", "&"), "x", "y", "", ""),
    )
    for page in words(build(replace(KEPUTUSAN, daftar=rows * 3))):
        for one, other in pairwise(page):
            same_line = abs(one["bottom"] - other["bottom"]) < 1
            if same_line and other["x0"] >= one["x0"]:
                assert other["x0"] >= one["x1"] - 0.1


def test_the_same_keputusan_gives_the_same_bytes():
    letter = replace(KEPUTUSAN, daftar=daftar(40))
    assert build(letter) == build(letter)


def test_the_file_says_what_it_is():
    pdf = pypdf.PdfReader(io.BytesIO(build(KEPUTUSAN)))
    assert pdf.metadata is not None
    assert pdf.metadata.title == (
        "Keputusan Kepala Dinas Percontohan dan Peragaan Provinsi Contoh Timur tentang "
        "Pemutakhiran Daftar Informasi Publik yang Dikecualikan Tahun 2026"
    )
    assert pdf.metadata.author == "Dinas Percontohan dan Peragaan"
    assert pdf.trailer["/Root"]["/Lang"] == "id-ID"
