"""The Lampiran of a Keputusan: heading at the upper right, list, signature with the last row."""

from __future__ import annotations

from reportlab.platypus import Flowable, Spacer

from sopapp.documents.content import Keputusan
from sopapp.documents.daftar import daftar_table
from sopapp.documents.headings import centered, corner, heading_lines, labelled
from sopapp.documents.page import area
from sopapp.documents.signature import signature
from sopapp.documents.table import Progress
from sopapp.documents.text import unbroken
from sopapp.documents.typesetting import Type, paragraph
from sopapp.domain.tanggal import tanggal

# The heading is set a little smaller than the letter, in the right part of the sheet.
_SCALE = 10 / 12
_SHARE = 0.45
_SIGNATURE_SHARE = 0.4
_COLON = 0.03


def lampiran(letter: Keputusan, kind: Type, progress: Progress | None) -> list[Flowable]:
    """Return the Lampiran for landscape sheets."""
    inside = area(letter.page, landscape=True)
    small = kind.but(size=kind.size * _SCALE, leading=1.2)
    end = signature(letter.signer, small, inside.width, share=_SIGNATURE_SHARE)
    return [
        corner(_heading(letter, small, inside.width * _SHARE), inside.width, _SHARE),
        Spacer(1, kind.line),
        centered(letter.judul_daftar.upper(), kind.but(bold=True), inside.width),
        Spacer(1, kind.line * 0.6),
        *daftar_table(letter.daftar, letter.page, end, progress),
    ]


def _heading(letter: Keputusan, kind: Type, width: float) -> list[Flowable]:
    """Return LAMPIRAN, the Keputusan it belongs to, its number, date and subject."""
    title = "\n".join(heading_lines(f"KEPUTUSAN {letter.pejabat.upper()}", kind, width))
    day = tanggal(letter.tanggal).upper() if letter.tanggal else ""
    label = kind.width("TANGGAL") + kind.size * 0.6
    rows = (
        ("NOMOR", unbroken(letter.nomor)),
        ("TANGGAL", day),
        ("TENTANG", letter.tentang.strip().rstrip(".").upper()),
    )
    return [
        paragraph("LAMPIRAN", kind),
        paragraph(title, kind),
        *(labelled(name, value, kind, label, width * _COLON) for name, value in rows),
    ]
