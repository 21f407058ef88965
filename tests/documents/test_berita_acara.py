from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopapp.documents.bilangan import terbilang
from sopapp.documents.build import build
from sopapp.documents.content import Hadir
from sopapp.documents.paper_parts import A4, F4, FontFamily, PageSetup, Signer
from sopapp.domain.errors import DomainError
from tests.documents.reading import MM, embedded_fonts, page_texts, squeezed, words
from tests.documents.test_any_text import TYPED, assert_printed_or_refused
from tests.documents.uji_samples import BERITA_ACARA, baris, hadir

LONG_TITLE = "Informasi dengan judul yang sangat panjang sekali " * 6


def test_the_parts_stand_in_the_order_of_the_form():
    flat = squeezed("".join(page_texts(build(BERITA_ACARA))))
    parts = [
        "BERITA ACARA UJI KONSEKUENSI", "NOMOR : 500.12/", "Pada hari ini Senin",
        "dengan hasil sebagai berikut:", "Kesimpulan", "IB0001IB", "IB0003IB",
        "Pertimbangan atas setiap", "Demikian Berita Acara", "Menyetujui,", "YOHANES CONTOH",
        "DAFTAR HADIR", "Senin, 23 November 2026", "PX000PX", "PX007PX",
    ]  # fmt: skip
    places = [flat.find(squeezed(part)) for part in parts]
    assert -1 not in places, dict(zip(parts, places, strict=True))
    assert places == sorted(places)


@pytest.mark.parametrize("font", [FontFamily.ARIAL, FontFamily.BOOKMAN])
def test_a_conclusion_is_never_torn_apart(font):
    row = replace(baris(1), kesimpulan="Dikecualikan seluruhnya", dasar_hukum=("Pasal 17",))
    letter = replace(BERITA_ACARA, page=PageSetup(font=font), baris=(row,))
    found = {w["text"] for w in words(build(letter))[0]}
    assert {"Kesimpulan", "Dikecualikan", "seluruhnya"} <= found


def test_the_attendance_list_stands_on_a_sheet_of_its_own():
    pages = page_texts(build(BERITA_ACARA))
    assert pages[-1].split()[:3] == [str(len(pages)), "DAFTAR", "HADIR"]
    assert not any("PX0" in page for page in pages[:-1])
    assert "500.12/" in pages[-1]
    assert "Ruang rapat Sekretariat" in pages[-1]
    assert "Menyetujui," not in pages[-1]


@pytest.mark.parametrize(
    ("judul", "acara"),
    [
        ("Berita Acara Uji Konsekuensi", "Acara : Uji Konsekuensi"),
        ("Risalah Uji Konsekuensi", "Acara : Risalah Uji Konsekuensi"),
    ],
)
def test_the_attendance_list_names_the_event_and_not_its_minutes(judul, acara):
    text = " ".join(page_texts(build(replace(BERITA_ACARA, judul=judul)))[-1].split())
    assert acara in text


@pytest.mark.parametrize(
    ("paper", "font", "count"),
    [
        (F4, FontFamily.BOOKMAN, 200),
        *((paper, font, 40) for paper in (A4, F4) for font in FontFamily),
    ],
    ids=lambda value: getattr(value, "name", str(value)),
)
def test_many_usulan_and_sixty_participants_are_all_there(paper, font, count):
    setup = PageSetup(paper=paper, font=font)
    rows = tuple(baris(n, LONG_TITLE if n % 7 == 0 else "Informasi") for n in range(1, count + 1))
    pdf = build(replace(BERITA_ACARA, page=setup, baris=rows, peserta=hadir(60)))
    text = squeezed("".join(page_texts(pdf)))
    assert all(f"IB{n:04d}IB" in text for n in range(1, count + 1))
    assert all(f"PX{n:03d}PX" in text for n in range(60))
    for word in ("sangat", "panjang", "sekali"):  # a page may end between them
        assert text.count(word) == 6 * (count // 7)
    for page in words(pdf):
        body = [w for w in page if w["top"] > 15 * MM]
        assert min(w["x0"] for w in body) >= setup.left * MM - 0.5
        assert max(w["x1"] for w in body) <= (paper.width - setup.right) * MM + 0.5
        assert max(w["bottom"] for w in body) <= (paper.height - setup.bottom) * MM + 0.5
    assert all(embedded_fonts(pdf).values())


def test_ordinary_words_are_not_broken_inside_a_narrow_column():
    row = replace(
        baris(1), jangka_waktu="sampai pengawasan selesai, berkekuatan hukum tetap",
        kesimpulan="Dikecualikan seluruhnya", unit_kerja="Bidang Standardisasi",
    )  # fmt: skip
    found = {w["text"] for page in words(build(replace(BERITA_ACARA, baris=(row,)))) for w in page}
    assert {"pengawasan", "berkekuatan", "Dikecualikan", "seluruhnya", "Standardisasi"} <= found


@settings(max_examples=15, deadline=None)
@given(count=st.integers(1, 40), lines=st.integers(1, 60), paper=st.sampled_from([A4, F4]))
def test_the_signatures_keep_the_closing_words(count, lines, paper):
    closing = " ".join(["penutup berita acara ini"] * lines * 2)
    letter = replace(
        BERITA_ACARA, page=PageSetup(paper=paper), baris=tuple(baris(n) for n in range(count)),
        penutup=("Pertimbangan dimuat terpisah.", f"{closing} AKHIR"),
    )  # fmt: skip
    texts = page_texts(build(letter))
    [signed] = [number for number, text in enumerate(texts) if "Menyetujui," in text]
    for part in ("AKHIR", "Menetapkan,", "YOHANES CONTOH", "MARIA CONTOH"):
        assert part in texts[signed]
    assert len(texts[signed].split("Menyetujui,")[0].strip().splitlines()) >= 2
    assert "DAFTAR HADIR" in texts[signed + 1]


def test_progress_counts_the_results():
    told: list[tuple[int, int]] = []
    rows = tuple(baris(n) for n in range(60))
    build(replace(BERITA_ACARA, baris=rows), lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1] == (60, 60)
    assert len(told) > 2


@settings(max_examples=20, deadline=None)
@given(TYPED, TYPED, TYPED)
def test_whatever_is_typed_is_printed_or_refused(one, two, three):
    row = replace(baris(1), informasi=one, dasar_hukum=(two, three), jangka_waktu=three)
    letter = replace(
        BERITA_ACARA, baris=(row,), pembuka=(one, two), penutup=(three,), tempat=two,
        peserta=(Hadir(one, two), Hadir(three)),
    )  # fmt: skip
    assert_printed_or_refused(letter, one, two, three)


def test_a_character_without_a_glyph_is_refused_with_its_place():
    rows = (baris(1), replace(baris(2), informasi="Rahasia \U0001f600"))
    with pytest.raises(DomainError, match="Informasi, baris 2"):
        build(replace(BERITA_ACARA, baris=rows))


def test_extremes_do_not_stop_the_build():
    signer = Signer(("KEPALA " * 30,), "NAMA " * 40, "Pangkat " * 20, "1" * 120)
    for text in ("W" * 1200, "kata " * 1200, "", " \n "):
        row = replace(baris(1), informasi=text, dasar_hukum=(text,), unit_kerja=text)
        letter = replace(
            BERITA_ACARA, baris=(row, row), nomor=text[:300], tempat=text[:400], pembuka=(text,),
            penutup=(text,), peserta=(Hadir(text[:400], text[:400]),), menetapkan=signer,
        )  # fmt: skip
        assert build(letter).startswith(b"%PDF")


def test_without_closing_words_the_signatures_still_stand():
    text = page_texts(build(replace(BERITA_ACARA, penutup=())))
    assert any("Menyetujui," in page for page in text)


@pytest.mark.parametrize(
    ("number", "words_of_it"),
    [
        (1, "satu"), (11, "sebelas"), (23, "dua puluh tiga"), (31, "tiga puluh satu"),
        (2026, "dua ribu dua puluh enam"), (2100, "dua ribu seratus"),
    ],
)  # fmt: skip
def test_days_and_years_in_words(number, words_of_it):
    assert terbilang(number) == words_of_it
