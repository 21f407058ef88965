"""What each step of the SOP needs before it is left, keyed as in the SOP file."""

from __future__ import annotations

from collections.abc import Callable

from sopapp.domain.errors import Missing
from sopapp.domain.facts import Facts
from sopapp.domain.sop import Step

_NAMED = 5


def _named(names: tuple[str, ...]) -> str:
    """`: A; B; C`, cut after a few; empty when no names were asked for."""
    if not names:
        return ""
    more = f"; dan {len(names) - _NAMED} lainnya" if len(names) > _NAMED else ""
    return ": " + "; ".join(names[:_NAMED]) + more


def _unit_dipilih(f: Facts) -> str | None:
    return None if f.asked else "Belum ada unit kerja yang diminta."


def _nota_dinas_bernomor(f: Facts) -> str | None:
    left = f.asked - f.letters_numbered
    return f"{left} unit kerja belum mempunyai Nota Dinas bernomor." if left else None


def _nota_dinas_dicetak(f: Facts) -> str | None:
    left = f.asked - f.letters_printed
    return f"Nota Dinas untuk {left} unit kerja belum dicetak." if left else None


def _unit_terjawab(f: Facts) -> str | None:
    left = f.asked - f.answered
    return f"{left} unit kerja belum menjawab{_named(f.unanswered_names)}." if left else None


def _unrecorded(f: Facts) -> str:
    names = _named(f.unrecorded_names)
    return f"Usulan {f.unrecorded} unit kerja belum dicatat{names}." if f.unrecorded else ""


def _usulan_dinilai(f: Facts) -> str | None:
    if f.unrecorded:
        return _unrecorded(f)
    left = f.usulan - f.usulan_judged
    return f"{left} usulan belum dinilai{_named(f.unjudged_titles)}." if left else None


def _usulan_diperbaiki(f: Facts) -> str | None:
    if not f.usulan_returned:
        return None
    return f"{f.usulan_returned} usulan masih di unit kerja{_named(f.returned_titles)}."


def _usulan_diputus(f: Facts) -> str | None:
    if f.unrecorded:
        return _unrecorded(f)
    left = f.usulan - f.usulan_final
    names = f.unjudged_titles + f.returned_titles
    return f"{left} usulan belum diputus{_named(names)}." if left else None


def _flag(attribute: str, text: str) -> Callable[[Facts], str | None]:
    def rule(facts: Facts) -> str | None:
        return None if getattr(facts, attribute) else text

    return rule


_Rule = Callable[[Facts], str | None]

RULES: dict[str, tuple[int, _Rule]] = {
    "unit_dipilih": (1, _unit_dipilih),
    "nota_dinas_bernomor": (1, _nota_dinas_bernomor),
    "nota_dinas_dicetak": (1, _nota_dinas_dicetak),
    "unit_terjawab": (1, _unit_terjawab),
    "usulan_dinilai": (2, _usulan_dinilai),
    "usulan_diperbaiki": (2, _usulan_diperbaiki),
    "usulan_diputus": (2, _usulan_diputus),
    "keputusan_disusun": (3, _flag("keputusan_drafted", "Rancangan Keputusan belum disusun.")),
    "keputusan_dicetak": (
        3,
        _flag("keputusan_printed", "Rancangan Keputusan belum dicetak untuk ditandatangani."),
    ),
    "keputusan_bernomor": (
        3,
        _flag("keputusan_signed", "Nomor dan tanggal Keputusan yang ditandatangani belum dicatat."),
    ),
    "keputusan_dipindai": (4, _flag("scanned", "Pindaian Keputusan belum dilampirkan.")),
    "register_diselaraskan": (
        4,
        _flag("register_applied", "Daftar belum diselaraskan dengan Keputusan."),
    ),
    "daftar_ditulis": (5, _flag("list_written", "Daftar untuk diumumkan belum dibuat.")),
    "daftar_diumumkan": (5, _flag("published", "Tempat dan tanggal pengumuman belum dicatat.")),
    "arsip_dibuat": (5, _flag("archived", "Bundel arsip belum dibuat.")),
}
"""Requirement key -> (stage whose panel mends it, rule: the sentence, or None when it holds)."""

CONDITIONS: dict[str, Callable[[Facts], bool]] = {
    "ada_usulan_dikembalikan": lambda facts: facts.usulan_returned > 0,
}
"""Condition key -> whether a step marked with it is on the way."""


def missing(needs: tuple[str, ...], facts: Facts) -> tuple[Missing, ...]:
    """What of `needs` does not hold, in order."""
    found = []
    for key in needs:
        panel, rule = RULES[key]
        text = rule(facts)
        if text:
            found.append(Missing(key, text, panel))
    return tuple(found)


def applies(step: Step, facts: Facts) -> bool:
    """Whether `step` is on the way for a berkas with these facts."""
    return step.only_if is None or CONDITIONS[step.only_if](facts)
