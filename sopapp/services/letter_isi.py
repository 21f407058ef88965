"""The parts of a letter that the admin may edit, and their JSON."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from typing import Any, TypeVar


@dataclass(frozen=True, slots=True)
class IsiNotaDinas:
    """The words of a Nota Dinas; see documents.content.NotaDinas for their form."""

    yth: tuple[str, ...]
    tembusan: tuple[str, ...]
    sifat: str
    lampiran: str
    hal: str
    body: str
    daftar_penerima: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IsiKeputusan:
    """The words of a Keputusan; its Lampiran comes from the draft and is not edited here."""

    tentang: str
    menimbang: tuple[str, ...]
    mengingat: tuple[str, ...]
    memperhatikan: tuple[str, ...]
    diktum: tuple[str, ...]
    tembusan: tuple[str, ...]
    judul_daftar: str


Isi = IsiNotaDinas | IsiKeputusan


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
