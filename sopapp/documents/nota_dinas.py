"""Nota Dinas: kop, title, header list, rule, body, signature; recipients on a second sheet.

The form is that of the provincial tata naskah dinas: header labels in one column with their
colons under each other, paragraphs with an indented first line, points with a hanging indent,
no place beside the signature because the date stands in the header, no stamp.
"""

from __future__ import annotations

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, HRFlowable, PageBreak, Spacer

from sopapp.documents.body import POINT_INDENT, body_parts, signed
from sopapp.documents.content import NotaDinas
from sopapp.documents.flow import Column, Hanging, Mark
from sopapp.documents.headings import corner, labelled
from sopapp.documents.letterhead import Letterhead
from sopapp.documents.page import About, area, page_template, write
from sopapp.documents.signature import signature
from sopapp.documents.text import NBSP, one_line, unbroken
from sopapp.documents.typesetting import CENTER, Type, paragraph, without_lone_word
from sopapp.domain.tanggal import tanggal

_JUDUL = "NOTA DINAS"
_JUDUL_PENERIMA = "DAFTAR PENERIMA NOTA DINAS"
_TERLAMPIR = "(daftar terlampir)"
_LABEL, _COLON = 26 * mm, 4 * mm
# Between the widest label and its colon, in ems.
_LABEL_GAP = 0.4
_CORNER = 0.55


def build_nota_dinas(letter: NotaDinas) -> bytes:
    """Return the PDF of a Nota Dinas."""
    inside = area(letter.page)
    kind = Type(letter.page.font, letter.page.size)
    block = signature(letter.signer, kind, inside.width)
    body = body_parts(letter.body, kind, inside.width)
    story: list[Flowable] = [
        Letterhead(letter.kop, letter.page.font),
        *_title(letter, kind),
        Spacer(1, kind.line * 0.8),
        *_header(letter, kind),
        HRFlowable("100%", 0.75, color="black", lineCap="butt", spaceBefore=7, spaceAfter=9),
        *signed(body, block, kind, inside.width, inside.height),
    ]
    if letter.daftar_penerima:
        story += [PageBreak(), *_penerima(letter, kind, inside.width, inside.height)]
    about = About(
        title=letter.hal or _JUDUL,
        author=letter.kop.instansi,
        subject=f"Nota Dinas Nomor {one_line(letter.nomor)}",
    )
    return write(story, [page_template("nota-dinas", letter.page, "{}")], letter.page, about)


def _title(letter: NotaDinas, kind: Type) -> list[Flowable]:
    """Return the title, with the number below it where the office puts it there."""
    title: list[Flowable] = [paragraph(_JUDUL, kind.but(bold=True, align=CENTER))]
    if letter.gaya.nomor_di_judul:
        label = _label("Nomor", letter)
        text = unbroken(f"{label} : {letter.nomor}")
        title.append(paragraph(text, kind.but(align=CENTER)))
    return title


def _label(text: str, letter: NotaDinas) -> str:
    return text.upper() if letter.gaya.label_kapital else text


def _header(letter: NotaDinas, kind: Type) -> list[Flowable]:
    """Return the rows Yth., Dari, Tembusan, ..., Hal; a Tembusan without copies is left out."""
    nomor = () if letter.gaya.nomor_di_judul else (unbroken(letter.nomor),)
    rows: list[tuple[str, tuple[str, ...]]] = [
        (letter.label_yth, letter.yth or (_TERLAMPIR,)),
        ("Dari", (letter.dari,)),
        ("Tembusan", letter.tembusan),
        ("Tanggal", (tanggal(letter.tanggal) if letter.tanggal else "",)),
        ("Nomor", nomor),
        ("Sifat", (letter.sifat,)),
        ("Lampiran", (letter.lampiran or "-",)),
        ("Hal", (letter.hal,)),
    ]
    rows = [(_label(label, letter), values) for label, values in rows]
    column = max(_LABEL, *(kind.width(label) + _LABEL_GAP * kind.size for label, _values in rows))
    width = area(letter.page).width - column - _COLON
    return [row for label, values in rows for row in _row(label, values, kind, column, width)]


def _row(
    label: str, values: tuple[str, ...], kind: Type, column: float, width: float
) -> list[Flowable]:
    """Return one row of the header list, with numbers when it has several values."""
    rows: list[Flowable] = []
    for number, value in enumerate(values, start=1):
        marker = f"{number}." if len(values) > 1 else ""
        hang = max(POINT_INDENT, kind.marker_width((f"{len(values)}.",))) if marker else 0.0
        text = kind.but(hang=hang, before=1.5)
        marks = (
            Mark(0, column, paragraph(label, kind)),
            Mark(column, _COLON, paragraph(":", kind)),
        )
        said = without_lone_word(value.strip(), kind, width - hang)
        body = paragraph(said or NBSP, text, marker=marker)
        rows.append(Hanging(marks if number == 1 else (), column + _COLON, body))
    return rows


def _penerima(letter: NotaDinas, kind: Type, width: float, height: float) -> list[Flowable]:
    """Return the second sheet: which letter it belongs to, the recipients, the signature."""
    day = tanggal(letter.tanggal) if letter.tanggal else ""
    nomor, hari = _label("Nomor", letter), _label("Tanggal", letter)
    label = max(20 * mm, kind.width(hari) + _LABEL_GAP * kind.size)
    heading = [
        paragraph(_label("Lampiran Nota Dinas", letter), kind),
        labelled(nomor, unbroken(letter.nomor), kind, label, _COLON),
        labelled(hari, day, kind, label, _COLON),
    ]
    hang = max(POINT_INDENT, kind.marker_width((f"{len(letter.daftar_penerima)}.",)))
    point = kind.but(hang=hang, before=3.0)
    names: list[Flowable] = [
        paragraph(name, point, marker=f"{number}.")
        for number, name in enumerate(letter.daftar_penerima, start=1)
    ]
    # Two of them at least keep the signature company.
    names[-2:] = [Column(names[-2:], 0, width, before=point.before)]
    return [
        corner(heading, width, _CORNER),
        Spacer(1, kind.line * 1.5),
        paragraph(_JUDUL_PENERIMA, kind.but(bold=True, align=CENTER)),
        Spacer(1, kind.line * 0.5),
        *signed(names, signature(letter.signer, kind, width), kind, width, height),
    ]
