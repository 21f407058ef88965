"""The content of an entry as JSON text, and back."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from sopapp.domain.dik import DasarPengecualian, IsiDik, JangkaWaktu, JenisJangka
from sopapp.persistence.odd_record import decodes

_ENCODER = json.JSONEncoder(ensure_ascii=False)


def isi_as_dict(isi: IsiDik) -> dict[str, Any]:
    """Plain values, also for riwayat."""
    jangka = isi.jangka
    return {
        "informasi": isi.informasi,
        "dasar": [
            {
                "huruf": d.huruf,
                "angka": d.angka,
                "undang_undang": d.undang_undang,
                "pasal": d.pasal,
            }
            for d in isi.dasar
        ],
        "konsekuensi_dibuka": isi.konsekuensi_dibuka,
        "manfaat_ditutup": isi.manfaat_ditutup,
        "jangka": jangka
        and {
            "jenis": jangka.jenis.value,
            "bulan": jangka.bulan,
            "sampai": jangka.sampai and jangka.sampai.isoformat(),
            "peristiwa": jangka.peristiwa,
        },
        "bentuk": isi.bentuk,
        "bagian": isi.bagian,
    }


def isi_to_json(isi: IsiDik) -> str:
    """The text that is stored."""
    return _ENCODER.encode(isi_as_dict(isi))


@decodes("informasi dalam daftar atau usulan")
def isi_from_json(text: str) -> IsiDik:
    """The content that was stored."""
    data = json.loads(text)
    return IsiDik(
        informasi=data["informasi"],
        dasar=tuple(
            # Entries of schema 1 knew neither article nor part.
            DasarPengecualian(d["huruf"], d["angka"], d["undang_undang"], d.get("pasal", ""))
            for d in data["dasar"]
        ),
        konsekuensi_dibuka=data["konsekuensi_dibuka"],
        manfaat_ditutup=data["manfaat_ditutup"],
        jangka=_jangka(data["jangka"]),
        bentuk=data["bentuk"],
        bagian=data.get("bagian", ""),
    )


@decodes("informasi dalam daftar atau usulan")
def jangka_from_json(text: str | None) -> JangkaWaktu | None:
    """The period alone, as it stands in the content that was stored."""
    return _jangka(json.loads(text)) if text else None


def _jangka(data: dict[str, Any] | None) -> JangkaWaktu | None:
    return data and JangkaWaktu(  # type: ignore[return-value]  # an empty one is none
        jenis=JenisJangka(data["jenis"]),
        bulan=data["bulan"],
        sampai=data["sampai"] and date.fromisoformat(data["sampai"]),
        peristiwa=data["peristiwa"],
    )
