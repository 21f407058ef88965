"""The list that is published: the rows of the Keputusan in force, with its number and date."""

from __future__ import annotations

from reportlab.platypus import Flowable, Spacer

from sopapp.documents.daftar import daftar_table
from sopapp.documents.flow import Column
from sopapp.documents.headings import centered
from sopapp.documents.letterhead import Letterhead
from sopapp.documents.list_content import DaftarPublik
from sopapp.documents.page import About, area, page_template, write
from sopapp.documents.text import one_line
from sopapp.documents.typesetting import Type, paragraph
from sopapp.domain.progress import Progress, no_progress
from sopapp.domain.tanggal import tanggal

_NOTE_SCALE = 10 / 12


def build_daftar_publik(letter: DaftarPublik, progress: Progress = no_progress) -> bytes:
    """Return the PDF of the public list, on landscape sheets."""
    inside = area(letter.page, landscape=True)
    kind = Type(letter.page.font, letter.page.size)
    note = kind.but(size=kind.size * _NOTE_SCALE)
    basis = (
        f"Keputusan Nomor {one_line(letter.nomor_keputusan)} "
        f"tanggal {tanggal(letter.tanggal_keputusan)}"
    )
    notes = [f"Diterbitkan tanggal {tanggal(letter.tanggal_terbit)}.", *letter.catatan]
    end = Column([paragraph(text, note) for text in notes], 0, inside.width, before=kind.line * 0.6)
    story: list[Flowable] = [
        Letterhead(letter.kop, letter.page.font),
        centered(letter.judul.upper(), kind.but(bold=True), inside.width),
        centered(f"Berdasarkan {basis}", note, inside.width),
        Spacer(1, kind.line * 0.6),
        *daftar_table(letter.daftar, letter.page, end, progress),
    ]
    about = About(title=letter.judul, author=letter.kop.instansi, subject=basis)
    template = page_template("daftar", letter.page, "{}", landscape=True)
    return write(story, [template], letter.page, about)
