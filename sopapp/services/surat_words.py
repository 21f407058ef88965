"""What a letter's words must have before they are stored."""

from __future__ import annotations

from sopapp.domain.errors import DomainError
from sopapp.domain.surat import Isi, IsiKeputusan, IsiNotaDinas, IsiPenolakan
from sopapp.domain.uji import IsiBeritaAcara

_NEEDED = {
    IsiNotaDinas: (("yth", "Penerima"), ("hal", "Hal"), ("body", "Isi surat")),
    IsiKeputusan: (
        ("tentang", "Tentang"),
        ("menimbang", "Menimbang"),
        ("mengingat", "Mengingat"),
        ("diktum", "Diktum"),
    ),
    IsiPenolakan: (
        ("rincian", "Rincian informasi"),
        ("putusan", "Putusan"),
        ("alasan", "Alasan"),
        ("konsekuensi", "Konsekuensi"),
        ("pernyataan", "Pernyataan"),
        ("keberatan", "Hak mengajukan keberatan"),
    ),
}


def refuse_words(isi: Isi) -> None:
    """Raise DomainError naming the part that is empty."""
    if isinstance(isi, IsiBeritaAcara):
        raise DomainError("Tanggal dan tempat Berita Acara diubah di tahap 2.")
    for field, label in _NEEDED[type(isi)]:
        value = getattr(isi, field)
        if not (value.strip() if isinstance(value, str) else any(v.strip() for v in value)):
            raise DomainError(f"{label} belum diisi.", field=field)
    if isinstance(isi, IsiKeputusan):
        for number, one in enumerate(isi.lampiran_lain, start=2):
            if not one.judul.strip() or not one.isi.strip():
                msg = f"Judul atau isi Lampiran {number} belum diisi. Isi, atau hapus lampirannya."
                raise DomainError(msg, field="lampiran_lain")
