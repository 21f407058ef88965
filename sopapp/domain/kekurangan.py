"""What an entry lacks to be excluded, each gap with the rule that asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sopapp.domain.dik import (
    ANGKA_TERTINGGI,
    HURUF_PASAL_17,
    DasarPengecualian,
    IsiDik,
    JenisJangka,
)
from sopapp.domain.peraturan import Tingkat, only_kip, tingkat

CUKUP_JELAS = 20
"""Below so many characters a consequence is pointed out as thin (never refused)."""

_ISI_PENETAPAN = "Perki 1/2021 Pasal 49 ayat (2)"
_PASAL_17 = "UU 14/2008 Pasal 17"
_HURUF_J = "UU 14/2008 Pasal 17 huruf j"
_PP_61 = "PP 61/2010"


@dataclass(frozen=True, slots=True)
class Kekurangan:
    """A gap: the form field, the sentence, whether it only warns, and where the rule stands.

    A rule that nobody has checked against its source only ever warns.
    """

    field: str
    text: str
    warning: bool = False
    sumber: str = ""


def kekurangan(isi: IsiDik) -> tuple[Kekurangan, ...]:
    """What `isi` lacks to be excluded.

    A decision states the specific information, the undang-undang, the consequence and the
    period (Perki 1/2021 Pasal 49(2)). Unverified rules only warn.
    """
    return (
        *_words(isi),
        *(lack for dasar in isi.dasar for lack in _of_ground(dasar)),
        *_consequences(isi),
        *_period(isi),
    )


def must_mend(isi: IsiDik) -> tuple[Kekurangan, ...]:
    """The gaps that keep `isi` from being excluded."""
    return tuple(lack for lack in kekurangan(isi) if not lack.warning)


def _words(isi: IsiDik) -> Iterator[Kekurangan]:
    if not isi.informasi.strip():
        text = "Informasi yang dikecualikan belum disebut."
        yield Kekurangan("informasi", text, sumber=_ISI_PENETAPAN)
    if not isi.dasar:
        text = "Pilih huruf Pasal 17 UU Nomor 14 Tahun 2008 yang menjadi dasar."
        yield Kekurangan("dasar", text, sumber=_PASAL_17)
    if not isi.bentuk.strip():
        text = "Bentuk dokumen yang memuat informasi belum disebut."
        yield Kekurangan("bentuk", text, warning=True, sumber=_ISI_PENETAPAN)


def _of_ground(dasar: DasarPengecualian) -> Iterator[Kekurangan]:
    if not dasar.huruf:
        law = f"{dasar.pasal} {dasar.undang_undang}".strip()
        text = f"Pilih huruf Pasal 17 untuk “{law}”."
        yield Kekurangan("dasar", text, sumber=_PASAL_17)
        return
    if dasar.huruf not in HURUF_PASAL_17:
        text = f"Huruf “{dasar.huruf}” tidak ada di Pasal 17; pilih a sampai j."
        yield Kekurangan("dasar", text, sumber=_PASAL_17)
        return
    highest = ANGKA_TERTINGGI.get(dasar.huruf, 0)
    if dasar.angka is not None and not 1 <= dasar.angka <= highest:
        known = f"angka 1 sampai {highest}" if highest else "tanpa angka"
        text = f"Huruf {dasar.huruf} dikenal {known}; periksa angka {dasar.angka}."
        yield Kekurangan("dasar", text, warning=True, sumber=_PASAL_17)
    if dasar.huruf != "j":
        return
    law = f"{dasar.pasal} {dasar.undang_undang}".strip()
    if not dasar.undang_undang.strip():
        text = "Huruf j memerlukan Undang-Undang lain; sebutkan nomor dan pasalnya."
        yield Kekurangan("dasar", text, sumber=_HURUF_J)
    elif only_kip(law):
        text = "Huruf j memerlukan Undang-Undang selain UU Nomor 14 Tahun 2008."
        yield Kekurangan("dasar", text, sumber=_HURUF_J)
    elif tingkat(law) is Tingkat.DI_BAWAH:
        text = f"Huruf j memerlukan Undang-Undang; “{dasar.undang_undang}” di bawah itu."
        yield Kekurangan("dasar", text, sumber=_HURUF_J)
    elif tingkat(law) is Tingkat.TIDAK_DIKENAL:
        text = f"Pastikan “{dasar.undang_undang}” sebuah Undang-Undang; tulis nomor dan tahunnya."
        yield Kekurangan("dasar", text, warning=True, sumber=_HURUF_J)
    elif not dasar.pasal.strip() and "pasal" not in law.casefold():
        text = "Pasal dari Undang-Undang untuk huruf j belum disebut."
        yield Kekurangan("dasar", text, warning=True, sumber=_HURUF_J)


def _consequences(isi: IsiDik) -> Iterator[Kekurangan]:
    for field, value, name in (
        ("konsekuensi_dibuka", isi.konsekuensi_dibuka, "Konsekuensi bila dibuka"),
        ("manfaat_ditutup", isi.manfaat_ditutup, "Manfaat bila ditutup"),
    ):
        if not value.strip():
            yield Kekurangan(field, f"{name} belum diisi.", sumber=_ISI_PENETAPAN)
        elif len(value.strip()) < CUKUP_JELAS:
            text = f"{name} terlalu singkat untuk meyakinkan."
            yield Kekurangan(field, text, warning=True, sumber=_ISI_PENETAPAN)


def _period(isi: IsiDik) -> Iterator[Kekurangan]:
    jangka = isi.jangka
    if jangka is None or not jangka.teks().strip():
        text = "Jangka waktu belum diisi (lama, tanggal, atau peristiwa)."
        yield Kekurangan("jangka", text, sumber=_ISI_PENETAPAN)
    elif (
        jangka.jenis is JenisJangka.DURASI
        and (jangka.bulan or 0) > 30 * 12
        and any(dasar.huruf == "a" for dasar in isi.dasar)
    ):
        text = "Jangka waktu untuk huruf a paling lama 30 tahun."
        yield Kekurangan("jangka", text, warning=True, sumber=_PP_61)
