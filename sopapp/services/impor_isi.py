"""The cells of a row read as the content of an entry, with a note for what cannot be."""

from __future__ import annotations

import dataclasses
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from sopapp.domain.dasar_tertulis import read_dasar
from sopapp.domain.dik import DasarPengecualian, IsiDik, JangkaWaktu, JenisJangka
from sopapp.domain.formulir import nilai_isi, setara
from sopapp.domain.impor import BarisLembar, CatatanSel, Kolom
from sopapp.domain.jangka_tertulis import read_jangka
from sopapp.domain.kekurangan import CUKUP_JELAS, Kekurangan, kekurangan
from sopapp.domain.ribuan import ribuan
from sopapp.domain.tanggal import tanggal
from sopapp.domain.teks_berkas import teks_berkas

TERPANJANG_JUDUL = 1000
TERPANJANG = 5000
"""Characters; a longer text in a cell is taken for a mistake."""

_Rules = tuple[tuple[DasarPengecualian, ...], JangkaWaktu | None, tuple[CatatanSel, ...]]
_DASH = frozenset("-–—")
_KOLOM_OF = {
    "informasi": Kolom.INFORMASI,
    "dasar": Kolom.HURUF,
    "konsekuensi_dibuka": Kolom.DIBUKA,
    "manfaat_ditutup": Kolom.DITUTUP,
    "jangka": Kolom.JANGKA,
    "bentuk": Kolom.BENTUK,
}
_SARAN = {
    Kolom.INFORMASI: "Sebutkan informasinya secara khusus.",
    Kolom.HURUF: "Tulis hurufnya, misalnya “h.2” atau “b; j”.",
    Kolom.UNDANG_UNDANG: "Tulis misalnya “Pasal 36 UU Nomor 27 Tahun 2022”.",
    Kolom.DIBUKA: "Tulis akibat yang merugikan bila informasi ini dibuka.",
    Kolom.DITUTUP: "Tulis kepentingan yang terlindungi bila informasi ini ditutup.",
    Kolom.JANGKA: "Tulis misalnya “5 tahun”, “31 Desember 2030”, atau peristiwanya.",
    Kolom.BENTUK: "Tulis misalnya “Dokumen cetak dan elektronik”.",
}


@dataclass(frozen=True, slots=True)
class IsiTerbaca:
    """The content that was understood, what is wrong with it, and the cells that changed."""

    isi: IsiDik
    catatan: tuple[CatatanSel, ...]
    berubah: tuple[Kolom, ...]


def read_isi(row: BarisLembar, kolom: Container[Kolom], present: IsiDik | None) -> IsiTerbaca:
    """The content of a row; a cell that says what the form wrote keeps the entry's own value.

    A column that the sheet lacks changes nothing either.
    """
    return _Reading(row, kolom, present).result() if present is not None else _read_new(row)


def _read_new(row: BarisLembar) -> IsiTerbaca:
    sel = row.nilai.get
    informasi, bagian = _line(sel(Kolom.INFORMASI, "")), _line(sel(Kolom.BAGIAN, ""))
    dibuka, ditutup = _clean(sel(Kolom.DIBUKA, "")), _clean(sel(Kolom.DITUTUP, ""))
    huruf, law = sel(Kolom.HURUF, ""), sel(Kolom.UNDANG_UNDANG, "")
    jangka_text, bentuk = sel(Kolom.JANGKA, ""), _line(sel(Kolom.BENTUK, ""))
    dasar, jangka, notes = _rules(huruf, law, jangka_text)
    texts = (informasi, bagian, dibuka, ditutup, huruf, law, jangka_text, bentuk)
    if len(informasi) > TERPANJANG_JUDUL or len(max(texts, key=len)) > TERPANJANG:
        notes = (*_too_long(zip(_TEXTS, texts, strict=True)), *notes)
    return IsiTerbaca(IsiDik(informasi, dasar, dibuka, ditutup, jangka, bentuk, bagian), notes, ())


_TEXTS = (
    Kolom.INFORMASI, Kolom.BAGIAN, Kolom.DIBUKA, Kolom.DITUTUP, Kolom.HURUF, Kolom.UNDANG_UNDANG,
    Kolom.JANGKA, Kolom.BENTUK,
)  # fmt: skip


@lru_cache(maxsize=4096)  # thousands of rows share a few of these cells
def _rules(huruf: str, law: str, period: str) -> _Rules:
    dasar, notes = read_dasar(huruf, law)
    jangka, more = read_jangka(period)
    return dasar, jangka, more + notes


def _too_long(cells: Iterable[tuple[Kolom, str]]) -> Iterator[CatatanSel]:
    for kolom, text in cells:
        most = TERPANJANG_JUDUL if kolom is Kolom.INFORMASI else TERPANJANG
        if len(text) > most:
            length = ribuan(len(text))
            told = f"{kolom.label} terlalu panjang ({length} huruf; paling banyak {ribuan(most)})."
            yield CatatanSel(kolom, told, "Ringkas teksnya.")


def _clean(text: str) -> str:
    if not text.isprintable():
        text = teks_berkas(text)
    text = text.strip()
    return "" if text in _DASH else text


def _line(text: str) -> str:
    text = _clean(text)
    return text if text.isprintable() and "  " not in text else " ".join(text.split())


_FIELDS = {
    Kolom.INFORMASI: ("informasi", _line),
    Kolom.BAGIAN: ("bagian", _line),
    Kolom.DIBUKA: ("konsekuensi_dibuka", _clean),
    Kolom.DITUTUP: ("manfaat_ditutup", _clean),
    Kolom.BENTUK: ("bentuk", _line),
}


class _Reading:
    """Reads a row about a present entry."""

    def __init__(self, row: BarisLembar, kolom: Container[Kolom], present: IsiDik) -> None:
        self._row = row
        self._kolom = kolom
        self._present = present
        self._form = nilai_isi(present)

    def result(self) -> IsiTerbaca:
        """Read every cell."""
        own = self._present
        typed = {kolom: text for kolom in _TEXTS if (text := self._typed(kolom)) is not None}
        if not typed:
            return IsiTerbaca(own, (), ())
        notes = list(_too_long(typed.items()))
        jangka, dasar = own.jangka, own.dasar
        if Kolom.JANGKA in typed:
            jangka, more = read_jangka(typed[Kolom.JANGKA])
            notes += more
        if Kolom.HURUF in typed or Kolom.UNDANG_UNDANG in typed:
            form = self._form
            huruf = typed.get(Kolom.HURUF, form[Kolom.HURUF])
            dasar, more = read_dasar(
                huruf, typed.get(Kolom.UNDANG_UNDANG, form[Kolom.UNDANG_UNDANG])
            )
            notes += more
        texts: dict[str, Any] = {
            name: made(typed[kolom]) for kolom, (name, made) in _FIELDS.items() if kolom in typed
        }
        isi = dataclasses.replace(own, jangka=jangka, dasar=dasar, **texts)
        return IsiTerbaca(isi, tuple(notes), tuple(typed))

    def _typed(self, kolom: Kolom) -> str | None:
        """What the cell says, None while it says what the form wrote."""
        text = self._row.nilai.get(kolom)
        if text is None:
            if kolom not in self._kolom:
                return None
            text = ""
        form = self._form[kolom]
        return None if text == form or setara(text) == setara(form) else text


def lacks(isi: IsiDik, notes: Sequence[CatatanSel], *, warn: bool = False) -> list[CatatanSel]:
    """A note for each gap of `isi` in a cell that has no note yet; `warn` makes all warnings."""
    gaps = _gaps(
        isi.dasar,
        isi.jangka,
        len(isi.informasi.strip()[:CUKUP_JELAS]),
        len(isi.konsekuensi_dibuka.strip()[:CUKUP_JELAS]),
        len(isi.manfaat_ditutup.strip()[:CUKUP_JELAS]),
        len(isi.bentuk.strip()[:CUKUP_JELAS]),
    )
    if not gaps:
        return []
    noted = {note.kolom for note in notes if not note.warning}
    if Kolom.UNDANG_UNDANG in noted:
        noted.add(Kolom.HURUF)
    found = [gap for gap in gaps if gap.kolom not in noted]
    return [dataclasses.replace(gap, warning=True) for gap in found] if warn else found


@lru_cache(maxsize=4096)
def _gaps(
    dasar: tuple[DasarPengecualian, ...], jangka: JangkaWaktu | None, *lengths: int
) -> tuple[CatatanSel, ...]:
    """The gaps of a content; of its texts only the length counts, up to what is long enough.

    Thousands of rows share a few grounds and periods, so each combination is judged once.
    """
    informasi, dibuka, ditutup, bentuk = ("x" * length for length in lengths)
    isi = IsiDik(informasi, dasar, dibuka, ditutup, jangka, bentuk)
    found = []
    for lack in kekurangan(isi):
        kolom = _place(lack, isi)
        text = f"{lack.text} ({lack.sumber})" if lack.sumber else lack.text
        found.append(CatatanSel(kolom, text, _SARAN[kolom], warning=lack.warning))
    return tuple(found)


def past(isi: IsiDik, today: date, *, warn: bool = False) -> list[CatatanSel]:
    """A note when the period ended before it begins (PP 61/2010: it is public then)."""
    jangka = isi.jangka
    if jangka is None or jangka.jenis is not JenisJangka.TANGGAL or jangka.sampai is None:
        return []
    if jangka.sampai >= today:
        return []
    text = f"Jangka waktu sudah berakhir pada {tanggal(jangka.sampai)}."
    hint = "Tulis jangka waktu yang baru, atau usulkan “dibuka kembali”."
    return [CatatanSel(Kolom.JANGKA, text, hint, warning=warn)]


def _place(lack: Kekurangan, isi: IsiDik) -> Kolom:
    """The cell that a gap is mended in; what letter j lacks stands in the cell of the law."""
    kolom = _KOLOM_OF[lack.field]
    if kolom is Kolom.HURUF and isi.dasar and not lack.text.startswith("Huruf “"):
        return Kolom.UNDANG_UNDANG
    return kolom
