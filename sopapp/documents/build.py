"""The one door to the letters: content in, PDF bytes out.

ReportLab is loaded at the first letter, not when the program starts.
"""

from __future__ import annotations

from sopapp.documents.content import (
    BeritaAcara,
    Keputusan,
    LembarSop,
    LembarUji,
    Letter,
    NotaDinas,
    Penolakan,
)
from sopapp.documents.list_content import (
    BukuAgenda,
    BukuEkspedisi,
    DaftarPublik,
    LaporanKinerja,
    PerbandinganDaftar,
    TabelCetak,
)
from sopapp.domain.progress import Progress, no_progress

_List = BukuAgenda | BukuEkspedisi | DaftarPublik | PerbandinganDaftar | TabelCetak | LaporanKinerja


def build(letter: Letter, progress: Progress = no_progress) -> bytes:
    """Return the PDF of `letter`: the same letter gives the same bytes.

    `progress` is told (rows drawn, all rows) after each page of a list. Raises DomainError
    when a character cannot be printed (with its place) or the logo is no picture, and
    EnvironmentProblem when a bundled font is missing.
    """
    from sopapp.documents.places import refuse_undrawable

    refuse_undrawable(letter)
    match letter:
        case NotaDinas():
            from sopapp.documents.nota_dinas import build_nota_dinas

            return build_nota_dinas(letter)
        case Keputusan():
            from sopapp.documents.keputusan import build_keputusan

            return build_keputusan(letter, progress)
        case Penolakan():
            from sopapp.documents.penolakan import build_penolakan

            return build_penolakan(letter)
        case LembarSop():
            from sopapp.documents.lembar_sop import build_lembar_sop

            return build_lembar_sop(letter)
        case LembarUji():
            from sopapp.documents.lembar_uji import build_lembar_uji

            return build_lembar_uji(letter)
        case BeritaAcara():
            from sopapp.documents.berita_acara import build_berita_acara

            return build_berita_acara(letter, progress)
        case _:
            return _build_list(letter, progress)


def _build_list(letter: _List, progress: Progress) -> bytes:
    """The PDF of a book, a list or a report."""
    match letter:
        case BukuAgenda():
            from sopapp.documents.buku_agenda import build_buku_agenda

            return build_buku_agenda(letter, progress)
        case BukuEkspedisi():
            from sopapp.documents.buku_ekspedisi import build_buku_ekspedisi

            return build_buku_ekspedisi(letter, progress)
        case DaftarPublik():
            from sopapp.documents.daftar_publik import build_daftar_publik

            return build_daftar_publik(letter, progress)
        case PerbandinganDaftar():
            from sopapp.documents.perbandingan import build_perbandingan

            return build_perbandingan(letter, progress)
        case TabelCetak():
            from sopapp.documents.tabel_cetak import build_tabel

            return build_tabel(letter, progress)
        case LaporanKinerja():
            from sopapp.documents.laporan_kinerja import build_laporan_kinerja

            return build_laporan_kinerja(letter, progress)
