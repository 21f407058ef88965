"""An ICC profile of sRGB, written from the numbers of IEC 61966-2-1.

The program makes its own so that it ships nobody's file: a matrix profile of ICC version 2 with
the primaries adapted to D50 and the sRGB curve in 1,024 samples. The same bytes each time.
"""

from __future__ import annotations

import functools
import struct

NAME = "sRGB IEC61966-2.1"
_COPYRIGHT = "Public domain"
_VERSION = 0x02100000
_DATE = (2000, 1, 1, 0, 0, 0)
_HEADER = 128
_D50 = (0.9642, 1.0, 0.8249)
# Red, green, blue of sRGB after Bradford's adaptation from D65 to D50: X, Y, Z of each.
_PRIMARIES = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
}
_SAMPLES = 1024
_CURVES = (b"rTRC", b"gTRC", b"bTRC")


@functools.cache
def srgb_profile() -> bytes:
    """Return the profile."""
    tags = {b"desc": _description(NAME), b"cprt": _text(_COPYRIGHT), b"wtpt": _xyz(_D50)}
    tags |= {name: _xyz(value) for name, value in _PRIMARIES.items()}
    curve = _curve()
    tags |= dict.fromkeys(_CURVES, curve)
    table, data = _packed(tags)
    body = struct.pack(">I", len(tags)) + table + data
    return _header(_HEADER + len(body)) + body


def _packed(tags: dict[bytes, bytes]) -> tuple[bytes, bytes]:
    """Return the tag table and the tags' data; the same data is stored once."""
    start = _HEADER + 4 + 12 * len(tags)
    table, data = b"", b""
    places: dict[bytes, int] = {}
    for name, value in tags.items():
        if value not in places:
            places[value] = start + len(data)
            data += value + b"\0" * (-len(value) % 4)
        table += struct.pack(">4sII", name, places[value], len(value))
    return table, data


def _header(size: int) -> bytes:
    return struct.pack(
        ">I4xI4s4s4s6H4s28x3I48x",
        size, _VERSION, b"mntr", b"RGB ", b"XYZ ", *_DATE, b"acsp", *map(_fixed, _D50),
    )  # fmt: skip


def _fixed(value: float) -> int:
    """A number with 16 bits after the point."""
    return round(value * 65536)


def _xyz(value: tuple[float, float, float]) -> bytes:
    return struct.pack(">4s4x3i", b"XYZ ", *map(_fixed, value))


def _text(text: str) -> bytes:
    return b"text" + bytes(4) + text.encode("ascii") + b"\0"


def _description(text: str) -> bytes:
    """The name in ASCII; the parts for Unicode and Macintosh stay empty."""
    name = text.encode("ascii") + b"\0"
    return struct.pack(">4s4xI", b"desc", len(name)) + name + bytes(4 + 4 + 2 + 1 + 67)


def _curve() -> bytes:
    values = (round(_linear(n / (_SAMPLES - 1)) * 65535) for n in range(_SAMPLES))
    return struct.pack(f">4s4xI{_SAMPLES}H", b"curv", _SAMPLES, *values)


def _linear(value: float) -> float:
    """Light for a signal, both from 0 to 1."""
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)
