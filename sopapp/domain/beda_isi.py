"""What differs in an entry between two versions, part by part and word by word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sopapp.domain.beda_kata import Beda, beda_kata
from sopapp.domain.dik import IsiDik, JangkaWaktu
from sopapp.domain.terbitan import BarisBanding

_SAME_WORDS = "{} (dicatat dengan cara lain)"


@dataclass(frozen=True, slots=True)
class BedaBagian:
    """A part of the content, named as on the form, with its words on both sides."""

    label: str
    beda: Beda


@dataclass(frozen=True, slots=True)
class _Bagian:
    """A part of an entry: its name, its words, and the value that they stand for."""

    label: str
    text: str
    value: object


def beda_isi(baris: BarisBanding) -> tuple[BedaBagian, ...]:
    """The parts that differ; of an entry that was added or removed, every part with words.

    A part whose value changed under the same printed words (a period recorded as an event
    instead of a duration) is among them, and its label says so.
    """
    before = _parts(baris.unit_sebelum, baris.sebelum)
    after = _parts(baris.unit_sesudah, baris.sesudah)
    return tuple(
        BedaBagian(_label(old, new), beda_kata(old.text, new.text))
        for old, new in zip(before, after, strict=True)
        if old.value != new.value and (old.text.strip() or new.text.strip())
    )


def _label(old: _Bagian, new: _Bagian) -> str:
    return new.label if old.text != new.text else _SAME_WORDS.format(new.label)


def _parts(unit: str, isi: IsiDik | None) -> tuple[_Bagian, ...]:
    shown = isi or IsiDik("")
    return (
        _words("Informasi", shown.informasi),
        _words("Bagian yang dikecualikan", shown.bagian),
        _Bagian("Dasar hukum", "\n".join(_grounds(shown)), shown.dasar),
        _words("Konsekuensi bila dibuka", shown.konsekuensi_dibuka),
        _words("Manfaat bila ditutup", shown.manfaat_ditutup),
        _Bagian("Jangka waktu", _period(shown.jangka), shown.jangka),
        _words("Bentuk", shown.bentuk),
        _words("Unit kerja", unit if isi else ""),
    )


def _words(label: str, text: str) -> _Bagian:
    return _Bagian(label, text, text)


def _grounds(isi: IsiDik) -> Iterator[str]:
    for dasar in isi.dasar:
        yield dasar.teks()


def _period(jangka: JangkaWaktu | None) -> str:
    return jangka.teks() if jangka else ""
