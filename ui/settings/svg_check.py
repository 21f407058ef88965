"""Drawings (SVG) that are refused before anything draws them; no Qt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from sopapp.domain.errors import DomainError

_MOST_BYTES = 2_000_000
_MOST_SHAPES = 50_000
"""Shapes that are drawn in all; an emblem has some thousand."""
_DEEPEST = 200
_NO_DOCTYPE = re.compile(rb"<!\s*(?:ENTITY|DOCTYPE[^>]*\[)", re.IGNORECASE)
_URL = re.compile(r"url\(\s*['\"]?(?!#)\s*(?!data:image/(?:png|jpe?g);)", re.IGNORECASE)
_PICTURE = re.compile(r"data:image/(?:png|jpe?g);base64,", re.IGNORECASE)
_OWN = re.compile(r"url\(\s*['\"]?#([^)'\"]+)", re.IGNORECASE)
_SLOW = re.compile(r"\b(?:filter|mask)\s*:", re.IGNORECASE)
_SLOW_WEIGHT = 5_000
_IMPORT = re.compile(r"@import", re.IGNORECASE)
_PROGRAMS = frozenset({"script", "foreignobject", "iframe", "object", "embed"})


def refuse_svg(name: str, data: bytes) -> None:
    """Raise DomainError(field="logo") for a drawing that is broken or not to be trusted.

    Refused: entities (they multiply), programs, anything outside the file, and copies of
    copies that come to more shapes than a logo has.
    """
    if len(data) > _MOST_BYTES:
        raise _refusal(name, f"lebih besar dari {_MOST_BYTES // 1_000_000} MB")
    if b"\0" in data:  # UTF-16, in which the next question would see nothing
        raise _refusal(name, "bukan gambar SVG yang ditulis sebagai UTF-8")
    if _NO_DOCTYPE.search(data):
        raise _refusal(name, "memuat entitas XML, yang tidak diterima")
    try:
        root = ET.fromstring(data)
    except (ET.ParseError, ValueError, LookupError, RecursionError) as error:
        raise _refusal(name, "bukan gambar SVG yang utuh") from error
    if _tag(root) != "svg":
        raise _refusal(name, "bukan gambar SVG")
    elements = _trusted(name, root)
    try:
        shapes = _count(root, elements, {}, frozenset())
    except RecursionError as error:
        raise _refusal(name, "terlalu rumit") from error
    if shapes > _MOST_SHAPES:
        raise _refusal(name, "terlalu rumit")


def _trusted(name: str, root: ET.Element) -> dict[str, ET.Element]:
    """The elements by their ids. Raises DomainError for one that is not to be trusted."""
    elements: dict[str, ET.Element] = {}
    for element, depth in _walk(root):
        if depth > _DEEPEST:
            raise _refusal(name, "terlalu rumit")
        if _tag(element) in _PROGRAMS:
            raise _refusal(name, "memuat program atau halaman lain")
        if _reaches_out(element):
            raise _refusal(name, "memakai gambar atau file di luar dirinya")
        if own := element.get("id"):
            elements.setdefault(own, element)
    return elements


def _refusal(name: str, why: str) -> DomainError:
    msg = f"“{name}” {why}. Simpan gambarnya sebagai PNG, lalu pilih PNG itu."
    return DomainError(msg, field="logo")


def _walk(root: ET.Element) -> Iterator[tuple[ET.Element, int]]:
    waiting = [(root, 0)]
    while waiting:
        element, depth = waiting.pop()
        yield element, depth
        waiting += [(child, depth + 1) for child in element]


def _tag(element: ET.Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _reaches_out(element: ET.Element) -> bool:
    """Whether an attribute or a style names something outside the file."""
    for key, value in element.attrib.items():
        name = key.rpartition("}")[2].lower()
        if name.startswith("on"):
            return True
        if name in ("href", "src") and _tag(element) != "a":
            target = value.strip()
            if target and not target.startswith("#") and not _PICTURE.match(target):
                return True
        if _URL.search(value):
            return True
    text = element.text or ""
    return _tag(element) == "style" and bool(_IMPORT.search(text) or _URL.search(text))


def _count(
    element: ET.Element,
    elements: dict[str, ET.Element],
    known: dict[int, int],
    above: frozenset[int],
) -> int:
    """How many shapes an element draws with everything that it copies."""
    key = id(element)
    if key in above:
        return _MOST_SHAPES + 1  # it copies itself
    if key in known:
        return known[key]
    above |= {key}
    shapes = _own_weight(element) + sum(_count(child, elements, known, above) for child in element)
    for copied in _copied(element):
        if copied in elements:
            shapes += _count(elements[copied], elements, known, above)
    known[key] = min(shapes, _MOST_SHAPES + 1)
    return known[key]


def _own_weight(element: ET.Element) -> int:
    """A shape counts one; a filter or mask costs as much as thousands of them."""
    if _tag(element) == "style" and _SLOW.search(element.text or ""):
        return _MOST_SHAPES + 1  # on who knows how many shapes
    names = {key.rpartition("}")[2].lower() for key in element.attrib}
    slow = {"filter", "mask"} & names or _SLOW.search(element.get("style", ""))
    return _SLOW_WEIGHT if slow else 1


def _copied(element: ET.Element) -> Iterator[str]:
    """Names of the elements that an element draws again: by `use`, as a pattern, a mask."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2].lower() == "href" and _tag(element) == "use":
            yield value.strip().removeprefix("#")
        yield from _OWN.findall(value)
