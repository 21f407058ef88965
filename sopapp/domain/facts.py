"""The facts about a berkas on which its requirements and its card are judged."""

from __future__ import annotations

from typing import NamedTuple


class Facts(NamedTuple):
    """Counts and flags of one berkas; names are filled in only when one berkas is asked for.

    `unrecorded` counts units that answered with usulan of which none is entered yet.
    `letters_*` count permintaan whose Nota Dinas has a number and date / was printed.
    """

    asked: int = 0
    letters_numbered: int = 0
    letters_printed: int = 0
    answered: int = 0
    unrecorded: int = 0
    usulan: int = 0
    usulan_judged: int = 0
    usulan_final: int = 0
    usulan_returned: int = 0
    keputusan_drafted: bool = False
    keputusan_printed: bool = False
    keputusan_signed: bool = False
    scanned: bool = False
    register_applied: bool = False
    list_written: bool = False
    published: bool = False
    archived: bool = False
    unrecorded_names: tuple[str, ...] = ()
    unanswered_names: tuple[str, ...] = ()
    unjudged_titles: tuple[str, ...] = ()
    returned_titles: tuple[str, ...] = ()
