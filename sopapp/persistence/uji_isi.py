"""A uji konsekuensi and the head of a Berita Acara as JSON text, and back."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from sopapp.domain.uji import IsiBeritaAcara, IsiUji, Kesimpulan, Peserta
from sopapp.persistence.odd_record import decodes


def uji_as_dict(uji: IsiUji) -> dict[str, Any]:
    """Plain values, also for riwayat."""
    return {
        "tanggal": uji.tanggal.isoformat(),
        "tempat": uji.tempat,
        "kepentingan_publik": uji.kepentingan_publik,
        "kepatutan": uji.kepatutan,
        "pasal_18": uji.pasal_18,
        "persetujuan": uji.persetujuan,
        "kesimpulan": uji.kesimpulan.value,
        "alasan": uji.alasan,
        "peserta": [{"nama": one.nama, "jabatan": one.jabatan} for one in uji.peserta],
    }


def uji_to_json(uji: IsiUji) -> str:
    """The text that is stored."""
    return json.dumps(uji_as_dict(uji), ensure_ascii=False)


@decodes("uji konsekuensi")
def uji_from_json(text: str) -> IsiUji:
    """The test that was stored."""
    data = json.loads(text)
    return IsiUji(
        tanggal=date.fromisoformat(data["tanggal"]),
        tempat=data["tempat"],
        kepentingan_publik=data["kepentingan_publik"],
        kepatutan=data["kepatutan"],
        pasal_18=data["pasal_18"],
        persetujuan=data["persetujuan"],
        kesimpulan=Kesimpulan(data["kesimpulan"]),
        alasan=data["alasan"],
        peserta=tuple(Peserta(one["nama"], one["jabatan"]) for one in data["peserta"]),
    )


def berita_acara_as_dict(isi: IsiBeritaAcara) -> dict[str, Any]:
    """Plain values, for riwayat."""
    return {"nomor": isi.nomor, "tanggal": isi.tanggal.isoformat(), "tempat": isi.tempat}


def berita_acara_to_json(isi: IsiBeritaAcara) -> str:
    """Day and place as they are stored; the number stands in the number book."""
    head = {"tanggal": isi.tanggal.isoformat(), "tempat": isi.tempat}
    return json.dumps(head, ensure_ascii=False)


@decodes("Berita Acara")
def berita_acara_from_json(text: str, nomor: str) -> IsiBeritaAcara:
    """The head that was stored, with the number of the book."""
    data = json.loads(text)
    return IsiBeritaAcara(nomor, date.fromisoformat(data["tanggal"]), data["tempat"])
