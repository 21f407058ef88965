"""The prompts of a run that nobody watches: nothing waits for an answer."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.prompts import Prompts, Unsaved


class Unattended(Prompts):
    """Keeps what would have been shown in `shown`; a dialog would wait for ever."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def warn(
        self,
        parent: QWidget | None,  # noqa: ARG002
        title: str,
        text: str,
        topic: str | None = None,  # noqa: ARG002 - for users
    ) -> None:
        """Keep it."""
        self.shown.append(f"{title}: {text}")

    def report(
        self,
        parent: QWidget | None,  # noqa: ARG002
        title: str,
        text: str,  # noqa: ARG002 - for users
        details: str,
        copy: str = "",  # noqa: ARG002
    ) -> None:
        """Keep what a maintainer needs."""
        self.shown.append(f"{title}: {details}")

    def confirm(
        self, parent: QWidget | None, title: str, text: str, yes: str, no: str = "Batal"
    ) -> bool:
        """Keep the question; the answer is no."""
        self.warn(parent, title, f"{text} [{yes}, {no}]")
        return False

    def unsaved(self, parent: QWidget | None, text: str) -> Unsaved:
        """Keep the question; the edits stay."""
        self.warn(parent, "Perubahan belum disimpan", text)
        return Unsaved.KEEP
