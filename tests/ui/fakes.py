"""Stand-ins for what asks the user and what shows other pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from sopapp.domain.errors import Missing
from ui.prompts import Unsaved


@dataclass
class FakePrompts:
    """Answers as prepared, and keeps everything that was shown or asked."""

    yes: bool = True
    leave: Unsaved = Unsaved.DROP
    text: str | None = "Alasan yang diketik"
    file: Path | None = None
    folder: Path | None = None
    choose_missing: int | None = None
    shown: list[str] = field(default_factory=list)
    topics: list[str | None] = field(default_factory=list)
    missing: tuple[Missing, ...] = ()

    def inform(self, parent, title, text):
        self.shown.append(text)

    def warn(self, parent, title, text, topic=None):
        self.shown.append(text)
        self.topics.append(topic)

    def confirm(self, parent, title, text, yes, no="Batal"):
        self.shown.append(text)
        return self.yes

    def unsaved(self, parent, text):
        self.shown.append(text)
        return self.leave

    def ask_text(
        self,
        parent,
        title,
        label,
        *,
        multiline=False,
        initial="",
        yes="OK",
        no="Batal",
    ):
        self.shown.append(label)
        return self.text

    def open_file(self, parent, title, filters):
        return self.file

    def save_file(self, parent, title, suggested, filters):
        return self.file

    def open_folder(self, parent, title):
        return self.folder

    def incomplete(self, parent, title, missing):
        self.missing = missing
        return None if self.choose_missing is None else missing[self.choose_missing]

    def report(self, parent, title, text, details, copy=""):
        self.shown.append(details)


class Recorder:
    """Stands for navigation: keeps where the user was sent."""

    def __init__(self) -> None:
        self.went: list[tuple[object, ...]] = []

    def __getattr__(self, name: str):
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *arguments, **named: self.went.append((name, *arguments, *named.items()))
