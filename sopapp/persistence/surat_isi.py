"""The editable words of a letter as JSON text, and back."""

from __future__ import annotations

import dataclasses
import json
from typing import Any, TypeVar

from sopapp.domain.surat import Isi, IsiKeputusan, IsiNotaDinas


def isi_to_json(isi: Isi) -> str:
    """The text that is stored."""
    return json.dumps(dataclasses.asdict(isi), ensure_ascii=False)


_I = TypeVar("_I", IsiNotaDinas, IsiKeputusan)


def isi_from_json(text: str, kind: type[_I]) -> _I:
    """The words that were stored."""
    data: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value
        for key, value in json.loads(text).items()
    }
    return kind(**data)
