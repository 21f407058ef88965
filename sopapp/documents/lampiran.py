"""The Lampiran of a Keputusan: heading at the upper right, list or text, signature at the end.

The first holds the list, on sheets of its own size and direction. More of them are texts, each
from a new upright page with its own heading and signature; then all are numbered.
"""

from __future__ import annotations

from reportlab.platypus import Flowable, NextPageTemplate, PageBreak, PageTemplate, Spacer

from sopapp.documents.bilangan import romawi
from sopapp.documents.body import body_parts, signed
from sopapp.documents.content import Keputusan, LampiranTeks
from sopapp.documents.daftar import daftar_table
from sopapp.documents.flow import Column
from sopapp.documents.headings import centered, corner, heading_lines, labelled
from sopapp.documents.page import area, page_template
from sopapp.documents.paper_parts import PageSetup
from sopapp.documents.signature import copied_signature, signature
from sopapp.documents.text import unbroken
from sopapp.documents.typesetting import Type, paragraph, without_lone_word
from sopapp.domain.progress import Progress
from sopapp.domain.tanggal import tanggal

# The heading is set a little smaller than the letter, in the right part of the sheet.
_SCALE = 10 / 12
_COLON = 0.03
# Shares of the width for heading and signature: a landscape sheet, an upright one.
_WIDE = (0.45, 0.4)
_UPRIGHT = (0.55, 0.5)
_LIST, _TEXT = "lampiran", "lampiran-teks"


def lampiran_pages(letter: Keputusan, number: str) -> list[PageTemplate]:
    """Return the sheets that `lampiran` asks for; `number` as for `page_template`."""
    setup = _setup(letter)
    return [
        page_template(_LIST, setup, number, landscape=letter.lampiran_mendatar),
        page_template(_TEXT, setup, number),
    ]


def lampiran(letter: Keputusan, progress: Progress) -> list[Flowable]:
    """Return every Lampiran, each from a new page."""
    story = [NextPageTemplate(_LIST), PageBreak(), *_daftar(letter, progress)]
    for number, teks in enumerate(letter.lampiran_lain, start=2):
        story += [NextPageTemplate(_TEXT), PageBreak(), *_teks(letter, teks, number)]
    return story


def _setup(letter: Keputusan) -> PageSetup:
    return letter.page_lampiran or letter.page


def _daftar(letter: Keputusan, progress: Progress) -> list[Flowable]:
    """Return the Lampiran with the list; its signature stays with the last row."""
    setup = _setup(letter)
    wide = letter.lampiran_mendatar
    inside = area(setup, landscape=wide)
    kind = Type(setup.font, setup.size)
    end = _signature(letter, _small(kind), inside.width, _WIDE[1] if wide else _UPRIGHT[1])
    return [
        *_opening(letter, 1, kind, inside.width, _WIDE[0] if wide else _UPRIGHT[0]),
        centered(letter.judul_daftar.upper(), kind.but(bold=True), inside.width),
        Spacer(1, kind.line * 0.6),
        *daftar_table(letter.daftar, setup, end, progress, landscape=wide),
    ]


def _teks(letter: Keputusan, teks: LampiranTeks, number: int) -> list[Flowable]:
    """Return a Lampiran of text; its signature stays with the last lines."""
    inside = area(_setup(letter))
    kind = Type(_setup(letter).font, _setup(letter).size)
    heading, share = _UPRIGHT
    end = _signature(letter, kind, inside.width, share)
    return [
        *_opening(letter, number, kind, inside.width, heading),
        centered(teks.judul.upper(), kind.but(bold=True), inside.width),
        Spacer(1, kind.line * 0.6),
        *signed(body_parts(teks.isi, kind, inside.width), end, kind, inside.width, inside.height),
    ]


def _small(kind: Type) -> Type:
    return kind.but(size=kind.size * _SCALE, leading=1.2)


def _signature(letter: Keputusan, kind: Type, width: float, share: float) -> Column:
    sign = copied_signature if letter.salinan else signature
    return sign(letter.signer, kind, width, share=share)


def _opening(
    letter: Keputusan, number: int, kind: Type, width: float, share: float
) -> list[Flowable]:
    """Return the heading in its corner and the space below it."""
    small = _small(kind)
    heading = _heading(letter, number, small, width * share)
    return [corner(heading, width, share), Spacer(1, kind.line)]


def _heading(letter: Keputusan, number: int, kind: Type, width: float) -> list[Flowable]:
    """Return LAMPIRAN, the Keputusan it belongs to, its number, date and subject."""
    title = "\n".join(heading_lines(f"KEPUTUSAN {letter.pejabat.upper()}", kind, width))
    day = tanggal(letter.tanggal).upper() if letter.tanggal else ""
    label = kind.width("TANGGAL") + kind.size * 0.6
    column = width - label - width * _COLON
    rows = (
        ("NOMOR", unbroken(letter.nomor)),
        ("TANGGAL", day),
        ("TENTANG", letter.tentang.strip().rstrip(".").upper()),
    )
    return [
        paragraph(f"LAMPIRAN {romawi(number)}" if letter.lampiran_lain else "LAMPIRAN", kind),
        paragraph(title, kind),
        *(
            labelled(name, without_lone_word(value, kind, column), kind, label, width * _COLON)
            for name, value in rows
        ),
    ]
