"""The content of a signed Keputusan as JSON text, so that a copy can be made of it years later."""

from __future__ import annotations

import base64
import dataclasses
import json
import types
import typing
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from sopapp.documents.content import Keputusan
from sopapp.documents.list_content import BarisDaftar
from sopapp.domain.progress import Progress, no_progress
from sopapp.persistence.odd_record import decodes

_OFTEN = 500  # rows


def naskah_to_json(letter: Keputusan, progress: Progress = no_progress) -> str:
    """The text that is kept; pictures in base64, days as ISO text.

    `progress` hears of the rows of the Lampiran, and may stop it.
    """
    rows, done = len(letter.daftar), 0

    def plain(value: Any) -> Any:
        nonlocal done
        if isinstance(value, BarisDaftar):
            done += 1
            if done % _OFTEN == 0 and done < rows:
                progress(done, rows)
        return _plain(value)

    return json.dumps(letter, ensure_ascii=False, default=plain)


@decodes("naskah Keputusan")
def naskah_from_json(text: str) -> Keputusan:
    """The content that was kept; what a later program added has its default."""
    letter: Keputusan = _value(Keputusan, json.loads(text))
    return letter


def _plain(value: Any) -> Any:
    """What JSON can say, for a value of which it cannot say anything itself."""
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    return {name: getattr(value, name) for name in _hints(type(value))}


def _hints(kind: Any) -> dict[str, Any]:
    """The fields of a dataclass with their types."""
    return _read_hints(kind)


@cache
def _read_hints(kind: Any) -> dict[str, Any]:
    hints = typing.get_type_hints(kind)
    return {field.name: hints[field.name] for field in dataclasses.fields(kind)}


def _value(kind: Any, data: Any) -> Any:
    """`data` as a value of the annotated type `kind`."""
    if kind is str:
        return data
    if typing.get_origin(kind) in (types.UnionType, typing.Union):
        if data is None:
            return None
        return _value(next(one for one in typing.get_args(kind) if one is not type(None)), data)
    if typing.get_origin(kind) is tuple:
        inside = typing.get_args(kind)
        if inside[-1] is Ellipsis:
            return tuple(_value(inside[0], each) for each in data)
        return tuple(_value(one, each) for one, each in zip(inside, data, strict=True))
    if dataclasses.is_dataclass(kind):
        hints = _hints(kind)
        made = {key: _value(hints[key], each) for key, each in data.items() if key in hints}
        return kind(**made)  # type: ignore[operator]
    if kind is bytes:
        return base64.b64decode(data)
    if kind is date:
        return date.fromisoformat(data)
    return kind(data) if isinstance(kind, type) and issubclass(kind, Enum) else data
