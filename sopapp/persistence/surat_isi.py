"""The editable words of a letter as JSON text, and back."""

from __future__ import annotations

import dataclasses
import json
from typing import Any, TypeVar

from sopapp.domain.surat import Isi, IsiKeputusan, IsiNotaDinas, IsiPenolakan, LampiranLain
from sopapp.persistence.odd_record import decodes


def isi_to_json(isi: Isi) -> str:
    """The text that is stored."""
    return json.dumps(dataclasses.asdict(isi), ensure_ascii=False)


_I = TypeVar("_I", IsiNotaDinas, IsiKeputusan, IsiPenolakan)


@decodes("kata-kata surat")
def isi_from_json(text: str, kind: type[_I]) -> _I:
    """The words that were stored."""
    data: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value
        for key, value in json.loads(text).items()
    }
    if "lampiran_lain" in data:
        data["lampiran_lain"] = tuple(LampiranLain(**one) for one in data["lampiran_lain"])
    return kind(**data)
