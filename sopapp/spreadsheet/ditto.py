"""Cells that say "as above" instead of their words, as people write in long tables."""

from __future__ import annotations

from sopapp.domain.impor import Kolom

_WORDS = ("sda", "s.d.a", "s.d.a.", "sda.", "s d a", "idem", "idem.", "sama dengan di atas",
          "sama dengan atas", "sama seperti di atas", "sama di atas")  # fmt: skip
_MARKS = ('"', '""', "''", "”", "“", "″", "〃", '-"-', "-”-", "- “ -", '- " -', "-''-")
DITTO = frozenset(
    (*_MARKS, *(form for word in _WORDS for form in (word, word.upper(), word.capitalize())))
)
"""All the ways; looked up whole, so that thousands of rows cost little."""

_OWN = (Kolom.KODE, Kolom.INFORMASI)
"""What makes a row another one than the row above cannot be the same as there."""


def filled_from(nilai: dict[Kolom, str], above: dict[Kolom, str]) -> tuple[Kolom, ...]:
    """Put the words of the row above where a cell only points there; gives those columns."""
    found = tuple(
        kolom
        for kolom, text in nilai.items()
        if text in DITTO and kolom not in _OWN and kolom in above
    )
    for kolom in found:
        nilai[kolom] = above[kolom]
    return found
