"""Numbered and dashed points in typed text, and lists of points as one text; no Qt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_MARKER = re.compile(
    r"(?P<indent>\s*)(?:(?P<mark>\d{1,3}|[a-z])(?P<close>[.)])|(?P<dash>[-•–]))[ \t\u00a0]+"
)
_MOST = 999
_CONTINUED = "    "
_SPACES = re.compile(r"[ \t]+")
_FIRST = {"1": "1. ", "a": "a. ", "-": "- "}


class Marker(NamedTuple):
    """The beginning of a line that makes it a point: `1. `, `a) `, `- `."""

    text: str
    indent: str
    mark: str
    close: str

    @property
    def sort(self) -> str:
        """Numbers, letters or dashes, with their closing sign: markers of one run share it."""
        if self.mark.isdigit():
            return "1" + self.close
        return "a" + self.close if self.mark else self.text.strip()

    def following(self) -> str | None:
        """The next marker of the run; None after z and 999."""
        if not self.mark:
            return self.text
        if self.mark.isdigit():
            number = int(self.mark) + 1
            return f"{self.indent}{number}{self.close} " if number <= _MOST else None
        letter = chr(ord(self.mark) + 1)
        return f"{self.indent}{letter}{self.close} " if letter <= "z" else None


def marker_of(line: str) -> Marker | None:
    """The marker at the beginning of a line, also of a point without words yet."""
    found = _MARKER.match(line)
    if found is None:
        return None
    return Marker(found.group(), found["indent"], found["mark"] or "", found["close"] or "")


def toggled_points(lines: Sequence[str], sort: str, before: str = "") -> list[str]:
    """Make points of the lines that say something, or plain lines when all are such points.

    `sort` is `1`, `a` or `-`; the count goes on from `before`, the line above.
    """
    markers = [marker_of(line) for line in lines if line.strip()]
    if markers and all(each and each.sort.startswith(sort) for each in markers):
        return [_without(line) for line in lines]
    above = marker_of(before)
    next_one: str | None = _FIRST[sort]
    if above and above.sort.startswith(sort):
        next_one = above.following()
    made = []
    for line in lines:
        if not line.strip() or next_one is None:
            made.append(line)
            continue
        made.append(next_one + _without(line).lstrip())
        following = marker_of(next_one)
        next_one = following.following() if following else None
    return made


def _without(line: str) -> str:
    marker = marker_of(line)
    return line[len(marker.text) :] if marker else line


def items_of(text: str, *, sub_points: bool) -> tuple[str, ...]:
    """The items of a list typed one per line; a line that begins with a space goes on.

    With `sub_points` a line that begins as a point, directly below an item that does not,
    belongs to that item too, and so do the points below it. What belongs to an item follows it
    after a line break; an empty line ends the item.
    """
    items: list[list[str]] = []
    is_open = False
    for line in text.split("\n"):
        words = _SPACES.sub(" ", line).strip(" ")
        if not words:
            is_open = False
        elif is_open and (
            line[0].isspace() or (sub_points and marker_of(line) and not marker_of(items[-1][0]))
        ):
            items[-1].append(words)
        else:
            items.append([words])
            is_open = True
    return tuple("\n".join(lines) for lines in items)


def text_of(items: Iterable[str], *, sub_points: bool) -> str:
    """The list as it is typed, one item per line; `items_of` reads the same items from it."""
    lines: list[str] = []
    above: list[str] = []
    for item in items:
        first, *rest = item.split("\n")
        if sub_points and above and marker_of(first) and not marker_of(above[0]):
            lines.append("")  # else it would belong to the item above
        lines.append(first)
        for line in rest:
            is_point = sub_points and marker_of(line) and not marker_of(first)
            lines += [line if is_point else _CONTINUED + line] if line.strip() else []
        above = [first, *rest]
    return "\n".join(lines)
