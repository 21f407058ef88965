"""One row of riwayat as it is searched: what its sentence says and what its snapshots hold."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class RiwayatEvent:
    """A row of riwayat with its snapshots as text."""

    id: int
    waktu: str
    aksi: str
    berkas_id: int | None
    ringkasan: str
    sebelum: str
    sesudah: str

    @property
    def is_edit(self) -> bool:
        """Whether it says what was before and what is after."""
        return bool(self.sebelum and self.sesudah)

    def holds(self, values: Iterable[str], *, after: bool = False) -> bool:
        """Whether a snapshot has one of the values as a whole text."""
        quoted = [json.dumps(value, ensure_ascii=False) for value in values if value]
        return any(each in self.sesudah or (not after and each in self.sebelum) for each in quoted)

    def says(self, names: Iterable[str]) -> bool:
        """Whether the sentence names one of them, as whole words."""
        return any(
            name in self.ringkasan
            and re.search(rf"(?<!\w){re.escape(name)}(?![\w/])", self.ringkasan) is not None
            for name in names
            if name
        )

    def values(self, key: str, *, before: bool) -> set[str]:
        """The texts under a key of a snapshot."""
        found = parsed(self.sebelum if before else self.sesudah).get(key)
        return {found} if isinstance(found, str) and found else set()

    def numbers(self, key: str) -> set[int]:
        """The numbers under a key of the later snapshot."""
        found = parsed(self.sesudah).get(key)
        return {found} if isinstance(found, int) else set()

    def replaced(self) -> set[int]:
        """The usulan that an import took the place of."""
        found = parsed(self.sebelum).get("diganti")
        return {each["id"] for each in found or () if isinstance(each, dict) and "id" in each}


def parsed(text: str) -> dict[str, Any]:
    """A snapshot as values; {} where there is none."""
    found = json.loads(text) if text else {}
    return found if isinstance(found, dict) else {}
