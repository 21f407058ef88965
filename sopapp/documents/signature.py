"""The signature block in the right half of the page, as §3.5 of the office's rules draws it.

Place and date (a Keputusan only), jabatan with a closing comma, room for a wet signature,
name, pangkat, NIP. The left half stays empty: the paraf of those who checked the letter go
to the left of the name.
"""

from __future__ import annotations

import re

from reportlab.platypus import Flowable, Spacer

from sopapp.documents.content import Signer
from sopapp.documents.flow import Column
from sopapp.documents.text import NBSP, one_line
from sopapp.documents.typesetting import Type, balanced, paragraph

ROOM_LINES = 4
_PREFIX = re.compile(r"(a\.n\.|u\.b\.|Plt\.|Plh\.|Pj\.|Pjs\.)\s+", re.IGNORECASE)


def signature(
    signer: Signer, kind: Type, width: float, place: tuple[str, ...] = (), *, share: float = 0.5
) -> Column:
    """Return the block for text `width` points wide, in the right `share` of it.

    `place` are lines above the jabatan ("Ditetapkan di ...").
    """
    children = [
        *capacity(signer, kind, width * share, place),
        Spacer(1, ROOM_LINES * kind.line),
        *identity(signer, kind),
    ]
    return Column(children, width * (1 - share), width * share, before=kind.line)


def capacity(
    signer: Signer, kind: Type, width: float, place: tuple[str, ...] = ()
) -> list[Flowable]:
    """Return what stands above the room to sign: `place` and jabatan."""
    own = _plain(kind)
    return [
        *(paragraph(line, own) for line in place),
        *(_jabatan(line, own, width) for line in _with_comma(signer.jabatan)),
    ]


def identity(signer: Signer, kind: Type) -> list[Flowable]:
    """Return what stands below the room to sign: name, pangkat, NIP."""
    own = _plain(kind)
    name = one_line(signer.nama) or NBSP
    lines: list[Flowable] = [paragraph(name, own.but(bold=True, underline=True))]
    if signer.pangkat:
        lines.append(paragraph(signer.pangkat, own))
    if signer.nip:
        lines.append(paragraph(format_nip(signer.nip), own))
    return lines


def _plain(kind: Type) -> Type:
    return kind.but(before=0.0, hang=0.0, first=0.0)


def _with_comma(jabatan: tuple[str, ...]) -> list[str]:
    lines = [line.strip() for line in jabatan if line.strip()]
    if lines:
        lines[-1] = lines[-1].rstrip(" ,") + ","
    return lines


def _jabatan(line: str, kind: Type, width: float) -> Flowable:
    """Return one jabatan line; what follows `a.n.` hangs below its own beginning."""
    prefix = _PREFIX.match(line)
    marker = prefix.group(1) if prefix else ""
    hang = kind.width(marker + " ") if prefix else 0.0
    text = line[prefix.end() :] if prefix else line
    lines = balanced(text, kind, width - hang)
    return paragraph("\n".join(lines), kind.but(hang=hang), marker=marker)


def format_nip(nip: str) -> str:
    """`NIP 19860926 201505 1 001`; anything but 18 digits is printed as typed."""
    digits = re.sub(r"[\s.]", "", nip)
    if re.fullmatch(r"[0-9]{18}", digits):
        nip = f"{digits[:8]} {digits[8:14]} {digits[14]} {digits[15:]}"
    text = nip.strip()
    if not text.upper().startswith("NI"):
        text = f"NIP {text}"
    return text.replace(" ", NBSP)
