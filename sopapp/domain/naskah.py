"""The kinds of paper that have a page of settings and a template of their own."""

from __future__ import annotations

from enum import StrEnum


class JenisNaskah(StrEnum):
    """Papers of the office; those with a life and a number are `JenisSurat` by the same value."""

    NOTA_DINAS = "nota_dinas"
    PENGINGAT = "pengingat"
    PENGEMBALIAN = "pengembalian"
    PENGANTAR = "pengantar"
    LEMBAR_UJI = "lembar_uji"
    BERITA_ACARA = "berita_acara"
    KEPUTUSAN = "keputusan"
    SALINAN = "salinan"
    PENOLAKAN = "penolakan"
    DAFTAR = "daftar"
    SOP = "sop"

    @property
    def label(self) -> str:
        """The words on screen."""
        return _LABELS[self]

    @property
    def bernomor(self) -> bool:
        """Whether it gets a number of its own."""
        return self in _NUMBERED

    @property
    def nota_dinas(self) -> bool:
        """Whether it has the form of a Nota Dinas."""
        return self in _NOTA_DINAS

    @property
    def templat(self) -> str:
        """The name of its template file; the SOP sheet has none: its words are the SOP."""
        return _TEMPLATES[self]


_LABELS = {
    JenisNaskah.NOTA_DINAS: "Nota Dinas permintaan",
    JenisNaskah.PENGINGAT: "Nota Dinas pengingat",
    JenisNaskah.PENGEMBALIAN: "Nota Dinas pengembalian usulan",
    JenisNaskah.PENGANTAR: "Nota Dinas pengantar Keputusan",
    JenisNaskah.LEMBAR_UJI: "Lembar Uji Konsekuensi",
    JenisNaskah.BERITA_ACARA: "Berita Acara",
    JenisNaskah.KEPUTUSAN: "Keputusan",
    JenisNaskah.SALINAN: "Salinan Keputusan",
    JenisNaskah.PENOLAKAN: "Penolakan permohonan informasi",
    JenisNaskah.DAFTAR: "Daftar untuk diumumkan",
    JenisNaskah.SOP: "Lembar SOP",
}
_NOTA_DINAS = (
    JenisNaskah.NOTA_DINAS,
    JenisNaskah.PENGINGAT,
    JenisNaskah.PENGEMBALIAN,
    JenisNaskah.PENGANTAR,
)
_NUMBERED = (
    *_NOTA_DINAS,
    JenisNaskah.BERITA_ACARA,
    JenisNaskah.KEPUTUSAN,
    JenisNaskah.PENOLAKAN,
)
_TEMPLATES = {
    JenisNaskah.NOTA_DINAS: "nota_dinas_permintaan",
    JenisNaskah.PENGINGAT: "nota_dinas_pengingat",
    JenisNaskah.PENGEMBALIAN: "nota_dinas_pengembalian",
    JenisNaskah.PENGANTAR: "nota_dinas_pengantar",
    JenisNaskah.LEMBAR_UJI: "lembar_uji",
    JenisNaskah.BERITA_ACARA: "berita_acara",
    JenisNaskah.KEPUTUSAN: "keputusan_dik",
    JenisNaskah.SALINAN: "salinan_keputusan",
    JenisNaskah.PENOLAKAN: "penolakan",
    JenisNaskah.DAFTAR: "daftar_publik",
    JenisNaskah.SOP: "",
}
