"""Lembar Uji Konsekuensi: what was weighed on one usulan, by whom, and how it ended.

No official form exists; the parts are those that Perki 1/2021 Pasal 49 ayat (2) asks for, in
the order in which they are weighed, then the participants and two signatures.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable, Spacer

from sopapp.documents.bilangan import huruf
from sopapp.documents.content import LembarUji
from sopapp.documents.daftar_hadir import daftar_hadir
from sopapp.documents.flow import Hanging, Mark
from sopapp.documents.headings import centered
from sopapp.documents.letterhead import Letterhead
from sopapp.documents.page import About, area, page_template, write
from sopapp.documents.signature_pair import signature_pair
from sopapp.documents.text import one_line
from sopapp.documents.typesetting import JUSTIFY, Type, paragraph
from sopapp.domain.tanggal import hari_tanggal

# Shares of the width; "Bagian yang dikecualikan" stands on one line of an A4 sheet.
_LABEL, _COLON, _MARKER = 0.312, 0.025, 0.05
_GAP = 6.0
_POINT_GAP = 3.0
_SIGNATURE_SCALE = 11 / 12
MENYETUJUI = "Menyetujui,"
MENETAPKAN = "Menetapkan,"


def build_lembar_uji(letter: LembarUji) -> bytes:
    """Return the PDF of a Lembar Uji Konsekuensi."""
    inside = area(letter.page)
    kind = Type(letter.page.font, letter.page.size)
    text = kind.but(align=JUSTIFY, before=_GAP)
    end = signature_pair(
        (MENYETUJUI, letter.menyetujui),
        (MENETAPKAN, letter.menetapkan),
        kind.but(size=kind.size * _SIGNATURE_SCALE),
        inside.width,
    )
    caption = paragraph("Peserta uji konsekuensi:", kind)
    story: list[Flowable] = [
        Letterhead(letter.kop, letter.page.font),
        centered(letter.judul.upper(), kind.but(bold=True), inside.width),
        Spacer(1, kind.line * 0.5),
        *_text(letter.pengantar, text, inside.width),
        Spacer(1, _GAP),
        *_Rows(kind, inside.width).of(letter),
        # The closing words go along with the table: a sheet to sign says what is signed.
        *daftar_hadir(
            letter.peserta,
            letter.page,
            end,
            above=(
                Spacer(1, kind.line * 0.5),
                *_text(letter.penutup, text, inside.width),
                Spacer(1, kind.line * 0.5),
                caption,
                Spacer(1, _POINT_GAP),
            ),
        ),
    ]
    about = About(
        title=f"{letter.judul}: {letter.informasi}",
        author=letter.kop.instansi,
        subject=f"{letter.judul}, {hari_tanggal(letter.tanggal)}",
    )
    return write(story, [page_template("lembar-uji", letter.page, "{}")], letter.page, about)


def _text(text: str, kind: Type, width: float) -> list[Flowable]:
    return [paragraph(text, kind, column=width)] if text.strip() else []


class _Rows:
    """The list of labels and values."""

    def __init__(self, kind: Type, width: float) -> None:
        self._kind = kind
        self._label, self._colon = _LABEL * width, _COLON * width
        self._indent = self._label + self._colon
        self._column = width - self._indent
        self._marker = _MARKER * width

    def of(self, letter: LembarUji) -> Iterator[Flowable]:
        """All rows, in the order in which they are weighed."""
        yield from self._row("Informasi yang diuji", letter.informasi)
        yield from self._row("Unit kerja pemilik", letter.unit_kerja)
        yield from self._row("Bentuk dokumen", letter.bentuk)
        yield from self._row("Hari/tanggal", hari_tanggal(letter.tanggal))
        yield from self._row("Tempat", letter.tempat)
        yield from self._points("Dasar hukum", letter.dasar_hukum)
        yield from self._row("Konsekuensi bila dibuka", letter.dibuka)
        yield from self._row("Manfaat bila ditutup", letter.ditutup)
        yield from self._row("Kepentingan publik", letter.kepentingan_publik)
        yield from self._row("Kepatutan", letter.kepatutan)
        yield from self._questions(letter.pertanyaan)
        yield from self._row("Kesimpulan", letter.kesimpulan, bold=True)
        if letter.bagian.strip():
            yield from self._row("Bagian yang dikecualikan", letter.bagian)
        yield from self._row("Alasan", letter.alasan)
        yield from self._row("Jangka waktu", letter.jangka_waktu)

    def _row(
        self, label: str, value: str, marker: str = "", *, bold: bool = False, before: float = _GAP
    ) -> Iterator[Flowable]:
        hang = self._marker if marker else 0.0
        kind = self._kind.but(bold=bold, before=before, hang=hang)
        body = paragraph(value.strip() or "-", kind, marker=marker, column=self._column)
        yield Hanging(self._marks(label), self._indent, body)

    def _marks(self, label: str) -> tuple[Mark, ...]:
        if not label:
            return ()
        return (
            Mark(0, self._label - self._kind.size * 0.4, paragraph(label, self._kind)),
            Mark(self._label, self._colon, paragraph(":", self._kind)),
        )

    def _points(self, label: str, texts: tuple[str, ...]) -> Iterator[Flowable]:
        """One value below the other, lettered a., b., ... when there are several."""
        for number, text in enumerate(texts or ("",), start=1):
            marker = f"{huruf(number)}." if len(texts) > 1 else ""
            first = number == 1
            yield from self._row(
                label if first else "", text, marker, before=_GAP if first else _POINT_GAP
            )

    def _questions(self, pertanyaan: tuple[tuple[str, str], ...]) -> Iterator[Flowable]:
        """Each question with its answer on a line of its own."""
        texts = tuple(f"{one_line(asked)}\nJawaban: {answer}" for asked, answer in pertanyaan)
        if texts:
            yield from self._points("Pasal 18 UU Nomor 14 Tahun 2008", texts)
