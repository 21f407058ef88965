"""What was found and opened last, kept in the window's ini: kinds and ids, never a word."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings

from sopapp.domain.find_shelf import TargetKind
from ui.looks_file import looks_file

_LAST, _COUNTS = "temukan/terakhir", "temukan/perintah"
_KEPT = 12
_BY_NAME = {kind.name: kind for kind in TargetKind}

Recent = tuple[TargetKind, int]


@dataclass(frozen=True, slots=True)
class FinderMemory:
    """Reads and writes two keys of `path`; what another version wrote there is passed over."""

    path: Path

    def recent(self) -> tuple[Recent, ...]:
        """The records opened last, the latest first."""
        return tuple(
            (_BY_NAME[each[0]], each[1])
            for each in self._read(_LAST, [])
            if isinstance(each, list)
            and len(each) == 2
            and isinstance(each[0], str)
            and each[0] in _BY_NAME
            and type(each[1]) is int
        )

    def frequent(self) -> tuple[str, ...]:
        """The names of the actions done from here, the most frequent first."""
        counts = {
            name: count for name, count in self._read(_COUNTS, {}).items() if type(count) is int
        }
        return tuple(sorted(counts, key=lambda name: -counts[name]))

    def keep_record(self, kind: TargetKind, key: int) -> None:
        """A record was opened."""
        rest = [each for each in self.recent() if each != (kind, key)]
        value = [(each.name, number) for each, number in [(kind, key), *rest][:_KEPT]]
        self._store().setValue(_LAST, json.dumps(value))

    def keep_action(self, name: str) -> None:
        """An action was done."""
        counts: dict[str, Any] = self._read(_COUNTS, {})
        known = counts.get(name)
        counts[name] = known + 1 if type(known) is int else 1
        self._store().setValue(_COUNTS, json.dumps(counts))

    def _read(self, key: str, empty: Any) -> Any:  # noqa: ANN401 - what JSON holds
        text = self._store().value(key)
        try:
            value = json.loads(text) if isinstance(text, str) else empty
        except ValueError:
            return empty
        return value if isinstance(value, type(empty)) else empty

    def _store(self) -> QSettings:
        return looks_file(self.path)
