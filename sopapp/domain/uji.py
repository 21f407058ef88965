"""A uji konsekuensi: what was weighed before information is excluded, by whom, and the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sopapp.domain.dik import IsiDik, JenisJangka, Putusan
from sopapp.domain.kekurangan import Kekurangan
from sopapp.domain.tanggal import tanggal

PASAL_18 = (
    "putusan badan peradilan",
    (
        "ketetapan, keputusan, peraturan, surat edaran, atau bentuk kebijakan lain, baik yang "
        "tidak berlaku mengikat maupun mengikat ke dalam ataupun ke luar, serta pertimbangan "
        "lembaga penegak hukum"
    ),
    "surat perintah penghentian penyidikan atau penuntutan",
    "rencana pengeluaran tahunan lembaga penegak hukum",
    "laporan keuangan tahunan lembaga penegak hukum",
    "laporan hasil pengembalian uang hasil korupsi",
    "informasi lain sebagaimana dimaksud dalam Pasal 11 ayat (2)",
)
"""What Pasal 18 ayat (1) UU 14/2008 says can never be excluded; asked about, never guessed."""

HURUF_PERSETUJUAN = frozenset({"g", "h"})
"""Letters that do not hold after a written consent or for a public office (Pasal 18 ayat (2))."""


class Kesimpulan(StrEnum):
    """How a test ends."""

    SELURUHNYA = "seluruhnya"
    SEBAGIAN = "sebagian"
    TERBUKA = "terbuka"

    @property
    def label(self) -> str:
        """The words on screen and paper."""
        return {
            "seluruhnya": "Dikecualikan seluruhnya",
            "sebagian": "Dikecualikan sebagian",
            "terbuka": "Terbuka",
        }[self]

    @property
    def putusan(self) -> Putusan:
        """The verdict that follows."""
        return Putusan.TERBUKA if self is Kesimpulan.TERBUKA else Putusan.DIKECUALIKAN


@dataclass(frozen=True, slots=True)
class Peserta:
    """Somebody who took part and signs the attendance list."""

    nama: str
    jabatan: str = ""


@dataclass(frozen=True, slots=True)
class IsiUji:
    """What the test adds to the content of the usulan (Perki 1/2021 Pasal 49(2)).

    `pasal_18` None means the question was not answered; `persetujuan` (only letters g and h)
    likewise. `alasan` says why the conclusion was reached.
    """

    tanggal: date
    tempat: str
    kepentingan_publik: str
    kepatutan: str
    pasal_18: bool | None
    persetujuan: bool | None
    kesimpulan: Kesimpulan
    alasan: str
    peserta: tuple[Peserta, ...] = ()


@dataclass(frozen=True, slots=True)
class Uji:
    """A stored test with the content that was tested; `waktu` is UTC.

    `berlaku` tells whether the usulan still says what was tested.
    """

    id: int
    usulan_id: int
    waktu: datetime
    isi: IsiDik
    uji: IsiUji
    berlaku: bool


_STEPS = "Perki 1/2021 Pasal 49 ayat (2)"
_CONTENTS = "PP 61/2010, isi surat penetapan"
# No regulation asks for it: the sheet without signers would prove nothing.
_PAPER = "isi Lembar Uji"


@dataclass(frozen=True, slots=True)
class IsiBeritaAcara:
    """The head of a berkas' Berita Acara; an empty `nomor` is filled in by hand on paper."""

    nomor: str
    tanggal: date
    tempat: str


def kekurangan_uji(isi: IsiDik, uji: IsiUji) -> tuple[Kekurangan, ...]:
    """What the test lacks before its conclusion counts; an unverified rule only warns."""
    found = list(_weighed(uji))
    if uji.kesimpulan is not Kesimpulan.TERBUKA:
        found += _excluding(isi, uji)
    return tuple(found)


def _weighed(uji: IsiUji) -> Iterator[Kekurangan]:
    public = "Pertimbangan kepentingan publik belum diisi."
    for field, value, text, source in (
        ("tempat", uji.tempat, "Tempat uji konsekuensi belum diisi.", _CONTENTS),
        ("kepentingan_publik", uji.kepentingan_publik, public, _STEPS),
        ("kepatutan", uji.kepatutan, "Pertimbangan kepatutan belum diisi.", _STEPS),
        ("alasan", uji.alasan, "Alasan kesimpulan belum diisi.", _CONTENTS),
    ):
        if not value.strip():
            yield Kekurangan(field, text, sumber=source)
    if not uji.peserta:
        text = "Peserta uji konsekuensi belum disebut."
        yield Kekurangan("peserta", text, sumber=_PAPER)
    if any(not one.nama.strip() for one in uji.peserta):
        yield Kekurangan("peserta", "Ada peserta tanpa nama.", sumber=_PAPER)


def _excluding(isi: IsiDik, uji: IsiUji) -> Iterator[Kekurangan]:
    if uji.kesimpulan is Kesimpulan.SEBAGIAN and not isi.bagian.strip():
        yield Kekurangan("bagian", "Sebutkan bagian yang dikecualikan.", sumber=_STEPS)
    ends = isi.jangka.sampai if isi.jangka and isi.jangka.jenis is JenisJangka.TANGGAL else None
    if ends is not None and ends < uji.tanggal:
        text = (
            f"Jangka waktunya sudah berakhir pada {tanggal(ends)}, jadi informasi ini menjadi "
            "informasi publik. Isi jangka waktu yang baru, atau simpulkan terbuka."
        )
        yield Kekurangan("jangka", text, sumber="PP 61/2010")
    pasal_18 = "UU 14/2008 Pasal 18"
    if uji.pasal_18 is None:
        text = "Jawab dahulu pertanyaan Pasal 18 ayat (1)."
        yield Kekurangan("pasal_18", text, sumber=pasal_18)
    elif uji.pasal_18:
        text = (
            "Informasi yang termasuk Pasal 18 ayat (1) tidak dapat dikecualikan; "
            "kesimpulannya harus terbuka."
        )
        yield Kekurangan("pasal_18", text, sumber=pasal_18)
    letters = {dasar.huruf for dasar in isi.dasar}
    if letters & HURUF_PERSETUJUAN and uji.persetujuan is not False:
        text = (
            "Belum dijawab apakah ada persetujuan tertulis atau kaitan dengan jabatan publik."
            if uji.persetujuan is None
            else "Ada persetujuan tertulis atau kaitan dengan jabatan publik, jadi huruf g dan h "
            "tidak berlaku."
        )
        yield Kekurangan("persetujuan", text, warning=True, sumber=f"{pasal_18} ayat (2)")
