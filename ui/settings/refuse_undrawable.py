"""A character that no letter can print, found before it stops every letter of a kind."""

from __future__ import annotations

from collections.abc import Mapping

from sopapp.domain.errors import DomainError


def refuse_undrawable(texts: Mapping[str, str]) -> None:
    """Raise DomainError naming the first field whose text cannot be printed."""
    from sopapp.documents.fonts import undrawable

    for field, text in texts.items():
        if strange := undrawable(text) or undrawable(text.upper()):
            signs = ", ".join(f"“{char}” (U+{ord(char):04X})" for char in strange[:3])
            msg = f"Teks memuat {signs} yang tidak dapat dicetak. Hapus atau gantilah."
            raise DomainError(msg, field=field)
