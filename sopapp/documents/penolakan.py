"""Surat Keputusan PPID tentang Penolakan Permohonan Informasi.

The parts and their order are those of the form attached to Perki 1/2010: who asked for what,
the boxed decision, the ticked grounds, the consequences, the boxed refusal, how to object. The
number, a note that the service is free and the list of what is attached are added to them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Spacer

from sopapp.documents.bilangan import huruf
from sopapp.documents.boxed import boxed, ticked
from sopapp.documents.content import Penolakan
from sopapp.documents.flow import Column, Hanging, Mark, WithEnd
from sopapp.documents.headings import centered
from sopapp.documents.letterhead import Letterhead
from sopapp.documents.page import About, area, page_template, write
from sopapp.documents.rich_text import ended
from sopapp.documents.signature import signature
from sopapp.documents.text import NBSP, one_line, unbroken, with_ending
from sopapp.documents.typesetting import JUSTIFY, LEADING, Type, paragraph, rich
from sopapp.domain.tanggal import tanggal

_PENDAFTARAN = "No. Pendaftaran"
_RINCIAN = "Rincian informasi yang dibutuhkan"
_TENTANG = " TENTANG "
# Shares of the width: the widest label column, the colon, the marker of a point.
_WIDEST_LABEL, _COLON, _MARKER = 0.36, 0.025, 0.05
# Room for a date that is written by hand.
_BLANK_DATE = NBSP * 24


@dataclass(frozen=True, slots=True)
class _Air:
    """How wide the lines of a letter are set and what stands between its parts, points."""

    leading: float
    gap: float
    point_gap: float
    row_gap: float
    box_gap: float
    above_lampiran: float


_OPEN = _Air(LEADING, gap=6.0, point_gap=3.0, row_gap=3.0, box_gap=5.0, above_lampiran=12.0)
# Closer lines are still well read; they are for a letter that only just leaves its sheet.
_CLOSE = _Air(1.05, gap=4.0, point_gap=1.5, row_gap=1.0, box_gap=3.0, above_lampiran=6.0)
_CLOSEST = replace(_CLOSE, leading=1.0)


def build_penolakan(letter: Penolakan) -> bytes:
    """Return the PDF of a refusal: on one sheet where it can be, else set wide on several."""
    wide, sheets = _set(letter, _OPEN)
    if sheets == 2:
        for air in (_CLOSE, _CLOSEST):
            pdf, sheets = _set(letter, air)
            if sheets == 1:
                return pdf
    return wide


def _set(letter: Penolakan, air: _Air) -> tuple[bytes, int]:
    """The PDF of a refusal set so, and how many sheets it takes."""
    page = _Penolakan(letter, air)
    story: list[Flowable] = [
        Letterhead(letter.kop, letter.page.font),
        *page.title(),
        *page.request(),
        *page.decision(),
        *page.refusal(),
    ]
    about = About(
        title=f"{letter.judul} {one_line(letter.nomor_pendaftaran)}",
        author=letter.kop.instansi,
        subject=f"Nomor {one_line(letter.nomor)}",
    )
    sheets: list[int] = []

    class Counted(Canvas):
        """Tells of each sheet."""

        def showPage(self) -> None:  # noqa: N802  (ReportLab's name)
            sheets.append(self.getPageNumber())
            super().showPage()

    template = page_template("penolakan", letter.page, "{}")
    return write(story, [template], letter.page, about, Counted), len(sheets)


class _Penolakan:
    """The parts of one refusal."""

    def __init__(self, letter: Penolakan, air: _Air) -> None:
        self._letter = letter
        self._air = air
        self._kind = kind = Type(letter.page.font, letter.page.size, leading=air.leading)
        self._text = kind.but(align=JUSTIFY, before=air.gap)
        inside = area(letter.page)
        self._width, self._height = inside.width, inside.height
        self._marker = _MARKER * self._width

    def title(self) -> list[Flowable]:
        """Title and number."""
        bold = self._kind.but(bold=True)
        return [
            *(centered(line, bold, self._width) for line in _title_lines(self._letter.judul)),
            centered(unbroken(f"NOMOR : {self._letter.nomor}"), self._kind, self._width),
            Spacer(1, self._kind.line * 0.6),
        ]

    def request(self) -> Iterator[Flowable]:
        """Who asked for what, under which number of the register of requests."""
        letter = self._letter
        if letter.pembuka.strip():
            yield self._paragraph(letter.pembuka)
            yield Spacer(1, self._air.row_gap)
        rows = (
            (_PENDAFTARAN, letter.nomor_pendaftaran),
            *letter.pemohon,
            (_RINCIAN, letter.rincian),
        )
        widest = max(self._kind.width(label) for label, _value in rows) + self._kind.size * 0.4
        label_width = min(widest, _WIDEST_LABEL * self._width)
        for label, value in rows:
            yield self._row(label, value, label_width)

    def _row(self, label: str, value: str, label_width: float) -> Hanging:
        colon = _COLON * self._width
        marks = (
            Mark(0, label_width, paragraph(label, self._kind)),
            Mark(label_width, colon, paragraph(":", self._kind)),
        )
        kind = self._kind.but(before=self._air.row_gap)
        column = self._width - label_width - colon
        body = paragraph(value.strip() or NBSP, kind, column=column)
        return Hanging(marks, label_width + colon, body)

    def decision(self) -> Iterator[Flowable]:
        """The boxed decision with its grounds and the consequences of opening."""
        letter, kind = self._letter, self._kind
        yield from self._caption(letter.pengantar_putusan)
        yield boxed(letter.putusan, kind.but(before=self._air.box_gap), self._width)
        yield from self._caption(letter.pengantar_alasan)
        ground = kind.but(before=self._air.point_gap)
        yield from (ticked(text, ground, self._width) for text in letter.alasan if text.strip())
        yield from self._caption(letter.pengantar_konsekuensi)
        yield from self._points(letter.konsekuensi)

    def refusal(self) -> Iterator[Flowable]:
        """The boxed refusal with how to object, then the notes, signature and lampiran.

        The refusal is never without the words on how to object to it.
        """
        letter = self._letter
        yield from self._caption(letter.pengantar_pernyataan)
        box = boxed(letter.pernyataan, self._kind.but(before=self._air.box_gap), self._width)
        box.keepWithNext = True
        yield box
        texts = [text for text in (letter.keberatan, *letter.catatan) if text.strip()]
        words = [self._paragraph(text) for text in texts] or [Spacer(1, self._kind.line)]
        yield from words[:-1]
        yield WithEnd(words[-1], self._end(), self._kind.line, self._height)

    def _caption(self, text: str) -> Iterator[Flowable]:
        """Words that announce what follows, never the last line of a page."""
        if text.strip():
            caption = self._paragraph(text)
            caption.keepWithNext = True
            yield caption

    def _points(self, texts: tuple[str, ...]) -> Iterator[Flowable]:
        """Paragraphs, lettered a., b., ... when there are several."""
        own = [text for text in texts if text.strip()]
        markers = [f"{huruf(number)}." for number in range(1, len(own) + 1)]
        if len(own) < 2:
            yield from (self._paragraph(ended(text, ".")) for text in own)
            return
        kind = self._text.but(before=self._air.point_gap, hang=self._hang(markers))
        for marker, text in zip(markers, own, strict=True):
            closed = ended(text, "." if marker == markers[-1] else ";")
            yield rich(closed, kind, marker=marker, column=self._width)

    def _hang(self, markers: Sequence[str]) -> float:
        return max(self._marker, self._kind.marker_width(markers))

    def _paragraph(self, text: str) -> Flowable:
        return rich(text.strip(), self._text, column=self._width)

    def _end(self) -> Column:
        """Place and date, signature, and what is attached at the lower left."""
        letter, kind = self._letter, self._kind
        day = tanggal(letter.tanggal) if letter.tanggal else _BLANK_DATE
        block = signature(letter.signer, kind, self._width, (f"{letter.kota}, {day}",))
        return Column([block, *self._lampiran()], 0, self._width, before=kind.line)

    def _lampiran(self) -> list[Flowable]:
        texts = [text for text in self._letter.lampiran if text.strip()]
        if not texts:
            return []
        kind, above = self._kind, self._kind.but(before=self._air.above_lampiran)
        if len(texts) == 1:
            words = f"Lampiran: {with_ending(texts[0], '.')}"
            return [paragraph(words, above, column=self._width)]
        rows: list[Flowable] = [paragraph("Lampiran:", above)]
        markers = [f"{number}." for number in range(1, len(texts) + 1)]
        point = kind.but(hang=self._hang(markers))
        for marker, text in zip(markers, texts, strict=True):
            closed = with_ending(text, "." if marker == markers[-1] else ";")
            rows.append(paragraph(closed, point, marker=marker, column=self._width))
        return rows


def _title_lines(judul: str) -> list[str]:
    """The title in capitals; what it is about stands on lines of its own."""
    name, tentang, about = one_line(judul).upper().partition(_TENTANG)
    return [name, tentang.strip(), about] if about else [name]
