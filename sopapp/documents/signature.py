"""The signature block in the right half of the page, as §3.5 of the office's rules draws it.

Place and date (a Keputusan only), jabatan with a closing comma, room for a wet signature,
name, pangkat, NIP. The left half stays empty: the paraf of those who checked the letter go
to the left of the name. In a copy `ttd.` stands in the room, and the one who vouches for the
copy signs at the left.
"""

from __future__ import annotations

import re

from reportlab.platypus import Flowable, Spacer

from sopapp.documents.flow import Column, Hanging, Mark
from sopapp.documents.headings import heading_lines
from sopapp.documents.paper_parts import Signer
from sopapp.documents.text import NBSP, one_line
from sopapp.documents.typesetting import Type, balanced, balanced_words, paragraph

ROOM_LINES = 4
_TTD = "ttd."
_FUZZ = 0.5
_PREFIX = re.compile(r"(a\.n\.|u\.b\.|Plt\.|Plh\.|Pj\.|Pjs\.)\s+", re.IGNORECASE)


def signature(
    signer: Signer,
    kind: Type,
    width: float,
    place: tuple[str, ...] = (),
    *,
    share: float = 0.5,
    left: bool = False,
) -> Column:
    """Return the block for text `width` points wide, in the right (or `left`) `share` of it.

    `place` are lines above the jabatan ("Ditetapkan di ..."). On a narrow sheet the block is
    as wide as its NIP needs.
    """
    own = _share(signer, kind, width, share)
    children = [
        *capacity(signer, kind, own, place),
        Spacer(1, ROOM_LINES * kind.line),
        *identity(signer, kind, own),
    ]
    return Column(children, 0 if left else width - own, own, before=kind.line)


def copied_signature(
    signer: Signer, kind: Type, width: float, place: tuple[str, ...] = (), *, share: float = 0.5
) -> Column:
    """Return the block as a copy has it: `ttd.` for the signature, then the name alone."""
    own = width * share
    plain = _plain(kind)
    above = (ROOM_LINES - 1) // 2 * kind.line
    children = [
        *capacity(signer, kind, own, place),
        Spacer(1, above),
        paragraph(_TTD, plain),
        Spacer(1, (ROOM_LINES - 1) * kind.line - above),
        *_name(signer.nama, plain, own),
    ]
    return Column(children, width - own, own, before=kind.line)


def capacity(
    signer: Signer, kind: Type, width: float, place: tuple[str, ...] = ()
) -> list[Flowable]:
    """Return what stands above the room to sign: `place` and jabatan."""
    own = _plain(kind)
    return [
        *(paragraph(line, own) for line in place),
        *_jabatan(_with_comma(signer.jabatan), own, width),
    ]


def identity(signer: Signer, kind: Type, width: float = 0.0) -> list[Flowable]:
    """Return what stands below the room to sign: name, pangkat, NIP.

    A name that is wider than `width` (where it is known) ends its lines between its titles.
    """
    own = _plain(kind)
    lines = _name(signer.nama, own.but(bold=True, underline=True), width)
    if signer.pangkat:
        lines.append(paragraph(signer.pangkat, own))
    if signer.nip:
        lines.append(paragraph(format_nip(signer.nip), own))
    return lines


def _plain(kind: Type) -> Type:
    return kind.but(before=0.0, hang=0.0, first=0.0)


def _share(signer: Signer, kind: Type, width: float, share: float) -> float:
    """Width of the block: its share, or what the NIP needs, but never more than there is."""
    nip = kind.width(format_nip(signer.nip)) + _FUZZ if signer.nip else 0.0
    return min(width, max(width * share, nip if nip <= width else 0.0))


def _name(nama: str, kind: Type, width: float) -> list[Flowable]:
    name = one_line(nama) or NBSP
    if width <= 0 or kind.width(name) <= width:
        return [paragraph(name, kind)]
    # First between titles ("S.E., M.Si."), within the name only where that alone is too long.
    parts = re.split(r"(?<=,)\s+", name)
    if all(kind.width(part) <= width for part in parts):
        lines = balanced_words(parts, kind, width)
    else:
        lines = balanced(name, kind, width)
    return [paragraph("\n".join(lines), kind)]


def _with_comma(jabatan: tuple[str, ...]) -> list[str]:
    lines = [line.strip() for line in jabatan if line.strip()]
    if lines:
        lines[-1] = lines[-1].rstrip(" ,") + ","
    return lines


def _prefix_width(lines: list[str], kind: Type) -> float:
    """Room at the left for `a.n.`, `u.b.` or `Plt.`: all that follows stands behind it."""
    prefixes = (found.group(1) for line in lines if (found := _PREFIX.match(line)))
    return max(kind.width(f"{prefix} ") for prefix in prefixes)


def _jabatan(lines: list[str], kind: Type, width: float) -> list[Flowable]:
    """Return the jabatan lines; what follows `a.n.` stands below the words behind it."""
    hang = 0.0
    rows: list[Flowable] = []
    for line in lines:
        prefix = _PREFIX.match(line)
        if prefix and not hang:
            hang = _prefix_width(lines, kind)
        text = line[prefix.end() :] if prefix else line
        body = paragraph("\n".join(heading_lines(text, kind, width - hang)), kind.but(hang=hang))
        if prefix:
            mark = Mark(0, hang, paragraph(prefix.group(1), kind))
            rows.append(Hanging((mark,), 0, body))
        else:
            rows.append(body)
    return rows


def format_nip(nip: str) -> str:
    """`NIP 19860926 201505 1 001`; anything but 18 digits is printed as typed."""
    digits = re.sub(r"[\s.]", "", nip)
    if re.fullmatch(r"[0-9]{18}", digits):
        nip = f"{digits[:8]} {digits[8:14]} {digits[14]} {digits[15:]}"
    text = nip.strip()
    if not text.upper().startswith("NI"):
        text = f"NIP {text}"
    return text.replace(" ", NBSP)
