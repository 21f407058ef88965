"""Grounds as people write them in a sheet, and back: `h.2; j` with `j: Pasal 4 UU …`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from sopapp.domain.dasar_butir import Butir, Jenis, items, names_letter
from sopapp.domain.dik import HURUF_PASAL_17, DasarPengecualian
from sopapp.domain.impor import CatatanSel, Kolom
from sopapp.domain.kutipan import split_article

_CONTOH = "Tulis hurufnya, misalnya “h.2” atau “b; j”."


def write_huruf(dasar: Sequence[DasarPengecualian]) -> str:
    """The letters as the form writes them: `h.2; j`."""
    return "; ".join(_label(each) for each in dasar)


def write_undang_undang(dasar: Sequence[DasarPengecualian]) -> str:
    """The other laws as the form writes them, a line each.

    With several grounds each line begins with its own: `j: Pasal 4 UU Nomor 27 Tahun 2022`.
    """
    lines = []
    for each in dasar:
        law = f"{each.pasal} {each.undang_undang}".strip()
        if law:
            lines.append(f"{_label(each)}: {law}" if len(dasar) > 1 else law)
    return "\n".join(lines)


@lru_cache(maxsize=4096)  # a sheet repeats a few grounds over and over
def read_dasar(
    huruf: str, undang_undang: str = ""
) -> tuple[tuple[DasarPengecualian, ...], tuple[CatatanSel, ...]]:
    """The grounds that the two cells name, and what could not be understood of them.

    Either cell may hold everything. A law that stands alone belongs to letter j when j is named,
    else to the ground it follows. A letter is never guessed.
    """
    reading = _Reading()
    for item in items(huruf):
        reading.take(item, Kolom.HURUF)
    only_column = not reading.grounds
    for item in items(undang_undang):
        reading.take(item, Kolom.UNDANG_UNDANG, apart=not only_column)
    return reading.result()


def _label(dasar: DasarPengecualian) -> str:
    return f"{dasar.huruf}.{dasar.angka}" if dasar.angka else dasar.huruf


@dataclass(slots=True)
class _Ground:
    huruf: str
    angka: int | None
    laws: list[str] = field(default_factory=list)

    def value(self) -> DasarPengecualian:
        if not self.laws:
            return DasarPengecualian(self.huruf, self.angka)
        pasal, law = split_article(self.laws[0])
        # Of further laws the article stays where it stands; printed they read in this order.
        return DasarPengecualian(self.huruf, self.angka, ", ".join((law, *self.laws[1:])), pasal)


class _Reading:
    """Collects grounds and laws in the order in which they are named."""

    def __init__(self) -> None:
        self.grounds: list[_Ground] = []
        self._alone: list[tuple[str, Kolom, _Ground | None]] = []
        self._problems: list[CatatanSel] = []

    def take(self, item: Butir, kolom: Kolom, *, apart: bool = False) -> None:
        """Take one item; `apart` when the grounds themselves stand in the other cell."""
        if item.jenis is Jenis.TAK_JELAS:
            self._unclear(item.text, kolom)
        elif item.jenis is Jenis.UNDANG_UNDANG:
            self._law(item, kolom, apart=apart)
        elif item.jenis is Jenis.PASAL:
            text = f"“{item.text}” belum menyebut Undang-Undangnya."
            hint = f"Tulis misalnya “{item.text} UU Nomor 27 Tahun 2022”."
            self._problems.append(CatatanSel(kolom, text, hint))
        else:
            self._ground(item, kolom, apart=apart)

    def result(self) -> tuple[tuple[DasarPengecualian, ...], tuple[CatatanSel, ...]]:
        """The grounds with their laws, and the problems."""
        for law, kolom, follows in self._alone:
            self._place(law, kolom, follows)
        return tuple(each.value() for each in self.grounds), tuple(self._problems)

    def _ground(self, item: Butir, kolom: Kolom, *, apart: bool) -> None:
        huruf = item.huruf
        if huruf not in HURUF_PASAL_17:
            text = f"Huruf “{huruf}” tidak ada di Pasal 17 UU Nomor 14 Tahun 2008."
            self._problems.append(CatatanSel(kolom, text, "Pilih huruf a sampai j."))
            return
        if apart:
            ground = self._named(huruf, item.angka, for_law=bool(item.undang_undang))
            if ground is None:
                text = f"Huruf {huruf} disebut di sini, tetapi tidak di kolom dasar."
                hint = f"Tambahkan “{huruf}” di kolom dasar, atau hapus di sini."
                self._problems.append(CatatanSel(kolom, text, hint))
                return
        else:
            ground = self._same(huruf, item.angka, item.undang_undang)
            if ground is None:
                ground = _Ground(huruf, item.angka)
                self.grounds.append(ground)
        if item.undang_undang:
            ground.laws.append(item.undang_undang)

    def _law(self, item: Butir, kolom: Kolom, *, apart: bool) -> None:
        last = self.grounds[-1] if self.grounds and not apart else None
        if item.juncto and last is not None:
            last.laws.append(item.text)
        else:
            self._alone.append((item.text, kolom, last))

    def _place(self, law: str, kolom: Kolom, follows: _Ground | None) -> None:
        free = [each for each in self.grounds if each.huruf == "j"]
        if free:
            (next((each for each in free if not each.laws), free[-1])).laws.append(law)
        elif follows is not None:
            follows.laws.append(law)
        elif len(self.grounds) == 1:
            self.grounds[0].laws.append(law)
        elif self.grounds:
            text = f"“{law}” belum jelas untuk huruf yang mana."
            hint = f"Tulis hurufnya di depan, misalnya “{self.grounds[-1].huruf}: {law}”."
            self._problems.append(CatatanSel(kolom, text, hint))
        elif not self._problems:
            text = f"“{law}” disebut tanpa huruf Pasal 17 UU Nomor 14 Tahun 2008."
            hint = (
                f"Tulis hurufnya, misalnya “j: {law}” bila Undang-Undang itu melarang membukanya."
            )
            self._problems.append(CatatanSel(kolom, text, hint))

    def _named(self, huruf: str, angka: int | None, *, for_law: bool) -> _Ground | None:
        same = [each for each in self.grounds if each.huruf == huruf]
        exact = [each for each in same if each.angka == angka] or (same if angka is None else [])
        if for_law:
            return next((each for each in exact if not each.laws), exact[-1] if exact else None)
        return exact[0] if exact else None

    def _same(self, huruf: str, angka: int | None, law: str) -> _Ground | None:
        """The ground named already; a repeated bare letter is one more ground (`j; j`)."""
        repeated = Counter((each.huruf, each.angka) for each in self.grounds)
        if not law or not repeated[huruf, angka]:
            return None
        return next(
            (e for e in self.grounds if (e.huruf, e.angka) == (huruf, angka) and not e.laws), None
        )

    def _unclear(self, words: str, kolom: Kolom) -> None:
        shown = words if len(words) <= 60 else f"{words[:59]}…"
        letter = names_letter(words)
        hint = _CONTOH
        if letter:
            summary = HURUF_PASAL_17[letter]
            hint = f"Bila yang dimaksud “{summary}”, tulis “{letter}”."
        text = f"“{shown}” tidak dikenal sebagai dasar pengecualian."
        self._problems.append(CatatanSel(kolom, text, hint))
