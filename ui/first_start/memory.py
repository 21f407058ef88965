"""How far the guide of the first start was followed; kept with the window's looks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings

from ui.looks_file import looks_file

_STEP = "panduan_awal/langkah"
_DRAFT = "panduan_awal/isian"
OVER = "selesai"
"""The step of a guide that is over: finished, or put aside for good."""


class GuideMemory:
    """The step shown last, and what was typed there and could not be stored yet."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def _store(self) -> QSettings:
        # Made anew each time: a page may still keep something while the program ends.
        return looks_file(self._path)

    @property
    def step(self) -> str:
        """The name of the step, "" before the first."""
        return str(self._store.value(_STEP, ""))

    def set_step(self, name: str) -> None:
        """Remember the step shown."""
        if name != self.step:
            self._store.setValue(_STEP, name)

    def drafts(self) -> dict[str, Any]:
        """What was typed and not stored, by step."""
        try:
            found = json.loads(str(self._store.value(_DRAFT, "{}")))
        except ValueError:  # edited by hand
            return {}
        return found if isinstance(found, dict) else {}

    def set_draft(self, name: str, draft: dict[str, Any] | None) -> None:
        """Keep what was typed at a step, or forget it."""
        drafts = self.drafts()
        if drafts.get(name) == draft:
            return
        if draft is None:
            del drafts[name]
        else:
            drafts[name] = draft
        self._store.setValue(_DRAFT, json.dumps(drafts, ensure_ascii=False))
