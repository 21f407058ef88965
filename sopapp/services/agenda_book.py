"""The Buku Agenda of a year as a paper."""

from __future__ import annotations

from sopapp.documents.content import BarisAgenda, BukuAgenda, Kop, PageSetup
from sopapp.domain.agenda import AgendaFilter, AgendaRow, BukuAgendaLengkap


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
        f"memuat “{wanted.text.strip()}”" if wanted.text.strip() else "",
    ]
    said = ", ".join(part for part in parts if part)
    return f"{said[:1].upper()}{said[1:]}" if said else "Semua surat"


def printed_book(book: BukuAgendaLengkap, kop: Kop, page: PageSetup) -> BukuAgenda:
    """The book as the PDF builder takes it."""
    return BukuAgenda(
        kop=kop,
        page=page,
        judul=book.judul,
        keterangan=book.keterangan,
        baris=tuple(_printed(row) for row in book.baris),
        sisipan=tuple(_printed(row) for row in book.sisipan),
        # Divided by semicolons: within a sequence the numbers have commas already.
        rumpang=("; ".join(map(str, book.rumpang)),) if book.rumpang else (),
        tanggal_cetak=book.tanggal_cetak,
    )


def _printed(row: AgendaRow) -> BarisAgenda:
    return BarisAgenda(
        urut=row.no_urut,
        nomor=row.nomor,
        tanggal=row.tanggal,
        dikirim=row.dikirim,
        tujuan=row.tujuan,
        perihal=row.perihal,
        klasifikasi=row.klasifikasi,
        lampiran=row.lampiran,
        penanda_tangan=row.penanda_tangan,
        keterangan=row.keterangan,
        batal=bool(row.batal),
    )
