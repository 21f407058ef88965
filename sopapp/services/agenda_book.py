"""The Buku Agenda of a year as a paper."""

from __future__ import annotations

from textwrap import shorten

from sopapp.documents.list_content import BarisAgenda, BukuAgenda
from sopapp.documents.paper_parts import Kop, PageSetup
from sopapp.domain.agenda import AgendaFilter, AgendaRow, BukuAgendaLengkap

_MOST_NAMED, _NAMED = 6, 3
"""Of more recipients than the first, the second are named; the letter itself lists them all."""

_SHOWN = 80
"""Letters of the words looked for that a heading repeats."""


def title(year: int) -> str:
    """The heading of a book."""
    return f"Buku Agenda Surat Keluar Tahun {year}"


def filter_words(wanted: AgendaFilter, unit_nama: str) -> str:
    """Which letters a book holds, for the line below its title."""
    parts = [
        f"deret {wanted.deret}" if wanted.deret is not None else "",
        wanted.jenis.panjang if wanted.jenis is not None else "",
        unit_nama,
        wanted.keadaan.label if wanted.keadaan is not None else "",
        f"memuat “{shorten(wanted.text, _SHOWN, placeholder=' …')}”" if wanted.text.strip() else "",
    ]
    said = ", ".join(part for part in parts if part)
    return f"{said[:1].upper()}{said[1:]}" if said else "Semua surat"


def printed_book(book: BukuAgendaLengkap, kop: Kop, page: PageSetup, *, deret: bool) -> BukuAgenda:
    """The book as the PDF builder takes it; `deret` says that it holds several sequences."""
    return BukuAgenda(
        kop=kop,
        page=page,
        judul=book.judul,
        keterangan=book.keterangan,
        baris=tuple(_printed(row, deret=deret) for row in book.baris),
        sisipan=tuple(_printed(row, deret=deret) for row in book.sisipan),
        # Divided by semicolons: within a sequence the numbers have commas already.
        rumpang=("; ".join(map(str, book.rumpang)),) if book.rumpang else (),
        tanggal_cetak=book.tanggal_cetak,
    )


def _printed(row: AgendaRow, *, deret: bool) -> BarisAgenda:
    return BarisAgenda(
        urut=row.no_urut,
        nomor=row.nomor,
        tanggal=row.tanggal,
        dikirim=row.dikirim,
        tujuan=_recipients(row.tujuan),
        perihal=row.perihal,
        klasifikasi=row.klasifikasi,
        lampiran=row.lampiran,
        penanda_tangan=row.penanda_tangan,
        keterangan=row.keterangan,
        batal=bool(row.batal),
        deret=row.deret if deret else "",
    )


def _recipients(tujuan: str) -> str:
    """To whom a letter went, in a few lines of a narrow column."""
    names = tujuan.split("; ")
    if len(names) <= _MOST_NAMED:
        return tujuan
    return f"{'; '.join(names[:_NAMED])}; dan {len(names) - _NAMED} penerima lain"
