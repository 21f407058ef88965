"""When the advice about a cell is a text that can be put in as it stands."""

from __future__ import annotations

import re

from sopapp.domain.impor import CatatanSel

_QUOTED = re.compile(r"“([^“”]+)”")
_ADVICE = re.compile(r"\b(tulis|saja|maksudnya|tanggal|lengkap|kodenya):? “", re.IGNORECASE)


def value_in(note: CatatanSel) -> str | None:
    """The text to put in; None for advice that leaves the words to the user.

    Examples ("misalnya") and choices are never taken for an answer.
    """
    quoted = _QUOTED.findall(note.saran)
    if len(quoted) != 1 or "misalnya" in note.saran.casefold():
        return None
    return quoted[0] if _ADVICE.search(note.saran) else None
