"""The printed table, read back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sopapp.documents.build import build
from sopapp.documents.list_content import KolomCetak, TabelCetak
from sopapp.documents.paper_parts import PageSetup
from sopapp.domain.errors import DomainError
from tests.documents.reading import MM, embedded_fonts, page_texts, squeezed, words

HEADS = (
    ("No.", 1), ("Informasi", 5), ("Unit Kerja", 3), ("Dasar Hukum", 4), ("Jangka Waktu", 2),
    ("Berakhir", 2), ("Keputusan", 3), ("Status", 2), ("Konsekuensi", 4), ("Manfaat", 4),
    ("Bentuk", 2), ("Catatan", 3),
)  # fmt: skip
CELLS = (
    "Identitas pelapor pengaduan konsumen",
    "Bidang Standardisasi dan Perlindungan Konsumen",
    "Pasal 17 huruf h angka 2 UU Nomor 14 Tahun 2008",
    "5 tahun",
    "8 Desember 2030",
    "500.12/45/CONTOH/XII/2025",
    "Berlaku",
    "Pelapor dapat diintimidasi",
    "Pelapor terlindungi",
    "Dokumen",
    "",
)


def table(rows: int, columns: int = 8) -> TabelCetak:
    return TabelCetak(
        page=PageSetup(),
        instansi="Dinas Percontohan dan Peragaan",
        judul="Daftar Informasi yang Dikecualikan",
        keterangan="Per 23 November 2026; huruf h; kata “pelapor”",
        kolom=tuple(KolomCetak(head, share) for head, share in HEADS[:columns]),
        baris=tuple((f"B{n}B", *CELLS)[:columns] for n in range(1, rows + 1)),
        tanggal_cetak=date(2026, 11, 23),
    )


def test_it_says_what_it_is():
    text = squeezed("".join(page_texts(build(table(3)))))
    for part in (
        "Dinas Percontohan dan Peragaan",
        "DAFTAR INFORMASI YANG DIKECUALIKAN",
        "Per 23 November 2026; huruf h; kata “pelapor”",
        "Dicetak tanggal 23 November 2026",
        "Halaman 1 dari 1",
        "500.12/45/CONTOH/XII/2025",
    ):
        assert squeezed(part) in text


def test_each_page_has_the_head_its_number_and_how_many_there_are():
    texts = page_texts(build(table(300)))
    for number, text in enumerate(texts, start=1):
        assert f"Halaman {number} dari {len(texts)}" in text
        assert "Dasar Hukum" in text
    everything = squeezed("".join(texts))
    assert [everything.count(f"B{n}B") for n in range(1, 301)] == [1] * 300
    assert sum("DAFTAR INFORMASI" in text for text in texts) == 1


@pytest.mark.parametrize("columns", [1, 2, 8, 12])
def test_any_number_of_columns_fits_between_the_margins(columns):
    for page in words(build(table(20, columns))):
        assert min(word["x0"] for word in page) >= 30 * MM - 0.5
        assert max(word["x1"] for word in page) <= (297 - 20) * MM + 0.5


def test_words_are_not_broken_where_there_is_room():
    found = {word["text"] for page in words(build(table(5, 12))) for word in page}
    assert {"Desember", "Standardisasi", "Konsekuensi", "Keputusan", "Dokumen"} <= found


def test_an_empty_table_says_so():
    (text,) = page_texts(build(table(0)))
    assert "Tidak ada data." in text
    assert "Informasi" in text


def test_short_and_long_rows_keep_to_the_columns():
    letter = replace(table(0), baris=(("satu",), tuple("abcdefghijkl")))
    (text,) = page_texts(build(letter))
    assert "satu" in text
    assert "h" in text.split()
    assert "i" not in text.split()


def test_columns_without_a_share_still_get_their_width():
    kolom = tuple(KolomCetak(head, 0) for head, _share in HEADS[:8])
    assert build(replace(table(3), kolom=kolom)).startswith(b"%PDF")


def test_without_a_date_none_is_printed():
    (text,) = page_texts(build(replace(table(1), tanggal_cetak=None)))
    assert "Dicetak" not in text


def test_words_as_long_as_a_line_stay_inside():
    letter = replace(
        table(0), baris=(("W" * 400,) * 8, ("https://contoh.go.id/" + "a/b" * 90,) * 8)
    )
    for page in words(build(letter)):
        assert max(word["x1"] for word in page) <= (297 - 20) * MM + 0.5


def test_fonts_are_inside_and_the_same_table_gives_the_same_bytes():
    pdf = build(table(30))
    assert all(embedded_fonts(pdf).values())
    assert build(table(30)) == pdf


def test_progress_ends_with_the_last_row():
    told: list[tuple[int, int]] = []
    build(table(90), lambda done, total: told.append((done, total)))
    assert told[-1] == (90, 90)
    assert len(told) > 1


def test_what_cannot_be_printed_is_refused_with_its_place():
    letter = replace(table(1, 2), baris=(("1", "gambar \U0001f512"),))
    with pytest.raises(DomainError, match="Informasi, baris 1"):
        build(letter)
