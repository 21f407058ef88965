"""Names typed in capitals, set as names are written in a sentence."""

from __future__ import annotations

_SMALL = {"dan", "di", "ke", "dari", "untuk", "pada", "dengan", "serta", "atau", "yang"}


def as_name(text: str) -> str:
    """`DINAS PERINDUSTRIAN DAN PERDAGANGAN` as `Dinas Perindustrian dan Perdagangan`.

    Text with any small letter stands as it was typed; so does a single word, which may be
    an abbreviation.
    """
    words = text.split()
    if not text.isupper() or len(words) < 2:
        return text
    named = [word.lower() if word.lower() in _SMALL else word.capitalize() for word in words]
    return " ".join(named)
