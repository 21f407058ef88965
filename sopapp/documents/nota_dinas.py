"""Nota Dinas: kop, title, header list, rule, body, signature; recipients on a second sheet.

The form is that of the provincial tata naskah dinas: header labels in one column with their
colons under each other, paragraphs with an indented first line, points with a hanging indent,
no place beside the signature because the date stands in the header, no stamp.
"""

from __future__ import annotations

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, HRFlowable, PageBreak, Spacer

from sopapp.documents.content import NotaDinas
from sopapp.documents.flow import Hanging, Mark, WithEnd
from sopapp.documents.headings import corner, labelled
from sopapp.documents.letterhead import Letterhead
from sopapp.documents.page import About, area, page_template, write
from sopapp.documents.signature import signature
from sopapp.documents.text import NBSP, Block, one_line, parse_body, unbroken
from sopapp.documents.typesetting import CENTER, JUSTIFY, Type, paragraph
from sopapp.domain.tanggal import tanggal

_JUDUL = "NOTA DINAS"
_JUDUL_PENERIMA = "DAFTAR PENERIMA NOTA DINAS"
_TERLAMPIR = "(daftar terlampir)"
_LABEL, _COLON = 26 * mm, 4 * mm
_FIRST_LINE = 12.5 * mm
_POINT_INDENT = 7.5 * mm
_PARAGRAPH_GAP = 6.0
_CORNER = 0.55


def build_nota_dinas(letter: NotaDinas) -> bytes:
    """Return the PDF of a Nota Dinas."""
    inside = area(letter.page)
    kind = Type(letter.page.font, letter.page.size)
    story: list[Flowable] = [
        Letterhead(letter.kop),
        paragraph(_JUDUL, kind.but(bold=True, align=CENTER)),
        Spacer(1, kind.line * 0.8),
        *_header(letter, kind),
        HRFlowable("100%", 0.75, color="black", lineCap="butt", spaceBefore=7, spaceAfter=9),
        *_signed(_body(letter.body, kind, inside.width), letter, kind, inside.width, inside.height),
    ]
    if letter.daftar_penerima:
        story += [PageBreak(), *_penerima(letter, kind, inside.width, inside.height)]
    about = About(
        title=letter.hal or _JUDUL,
        author=letter.kop.instansi,
        subject=f"Nota Dinas Nomor {one_line(letter.nomor)}",
    )
    return write(story, [page_template("nota-dinas", letter.page, "{}")], letter.page, about)


def _header(letter: NotaDinas, kind: Type) -> list[Flowable]:
    """Return the rows Yth., Dari, Tembusan, ..., Hal; a Tembusan without copies is left out."""
    rows = [
        (letter.label_yth, letter.yth or (_TERLAMPIR,)),
        ("Dari", (letter.dari,)),
        ("Tembusan", letter.tembusan),
        ("Tanggal", (tanggal(letter.tanggal) if letter.tanggal else "",)),
        ("Nomor", (unbroken(letter.nomor),)),
        ("Sifat", (letter.sifat,)),
        ("Lampiran", (letter.lampiran or "-",)),
        ("Hal", (letter.hal,)),
    ]
    return [row for label, values in rows for row in _row(label, values, kind)]


def _row(label: str, values: tuple[str, ...], kind: Type) -> list[Flowable]:
    """Return one row of the header list, with numbers when it has several values."""
    rows: list[Flowable] = []
    for number, value in enumerate(values, start=1):
        marker = f"{number}." if len(values) > 1 else ""
        hang = max(_POINT_INDENT, kind.width(f"{len(values)}. ")) if marker else 0.0
        text = kind.but(hang=hang, before=1.5)
        marks = (
            Mark(0, _LABEL, paragraph(label, kind)),
            Mark(_LABEL, _COLON, paragraph(":", kind)),
        )
        body = paragraph(value.strip() or NBSP, text, marker=marker)
        rows.append(Hanging(marks if number == 1 else (), _LABEL + _COLON, body))
    return rows


def _body(body: str, kind: Type, width: float) -> list[Flowable]:
    """Return the paragraphs and points of the body; at least one, so the signature has company."""
    parts = [_block(block, kind, width) for block in parse_body(body)]
    return parts or [paragraph(NBSP, kind)]


def _block(block: Block, kind: Type, width: float) -> Flowable:
    text = kind.but(align=JUSTIFY, before=_PARAGRAPH_GAP)
    if not block.marker:
        return paragraph(block.text, text.but(first=_FIRST_LINE), column=width - _FIRST_LINE)
    # The first line of a point holds its marker, so it starts where the others do.
    indent = _POINT_INDENT * block.level
    kind = text.but(hang=_POINT_INDENT, before=3.0)
    point = paragraph(block.text, kind, marker=block.marker, column=width - indent)
    return Hanging((), indent, point)


def _signed(
    body: list[Flowable], letter: NotaDinas, kind: Type, width: float, height: float
) -> list[Flowable]:
    """Return `body` with the signature bound to its last part."""
    block = signature(letter.signer, kind, width)
    return [*body[:-1], WithEnd(body[-1], block, kind.line, height)]


def _penerima(letter: NotaDinas, kind: Type, width: float, height: float) -> list[Flowable]:
    """Return the second sheet: which letter it belongs to, the recipients, the signature."""
    day = tanggal(letter.tanggal) if letter.tanggal else ""
    label, colon = 20 * mm, 4 * mm
    heading = [
        paragraph("Lampiran Nota Dinas", kind),
        labelled("Nomor", unbroken(letter.nomor), kind, label, colon),
        labelled("Tanggal", day, kind, label, colon),
    ]
    point = kind.but(hang=_POINT_INDENT * 1.3, before=3.0)
    names: list[Flowable] = [
        paragraph(name, point, marker=f"{number}.")
        for number, name in enumerate(letter.daftar_penerima, start=1)
    ]
    return [
        corner(heading, width, _CORNER),
        Spacer(1, kind.line * 1.5),
        paragraph(_JUDUL_PENERIMA, kind.but(bold=True, align=CENTER)),
        Spacer(1, kind.line * 0.5),
        *_signed(names, letter, kind, width, height),
    ]
