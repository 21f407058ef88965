"""The guide's topics as they lie in resources/panduan, in the order of isi.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

FIRST_TOPIC = "mulai"


@dataclass(frozen=True, slots=True)
class Topic:
    """One page: `name` is the file's stem, `title` its first heading, `text` markdown."""

    name: str
    title: str
    text: str

    def matches(self, words: tuple[str, ...]) -> bool:
        """Whether every word (case-folded) occurs in the page."""
        haystack = self.text.casefold()
        return all(word in haystack for word in words)


@dataclass(frozen=True, slots=True)
class Section:
    """A titled group of topics."""

    title: str
    topics: tuple[Topic, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """All sections in reading order."""

    sections: tuple[Section, ...]

    @property
    def topics(self) -> tuple[Topic, ...]:
        """All topics in reading order."""
        return tuple(topic for section in self.sections for topic in section.topics)

    def find(self, name: str | None) -> Topic:
        """The topic called `name`; the first one for None and for a name not known."""
        by_name = {topic.name: topic for topic in self.topics}
        return by_name.get(name or FIRST_TOPIC, self.topics[0])


def search_words(text: str) -> tuple[str, ...]:
    """The words of a search, case-folded."""
    return tuple(text.casefold().split())


def read_guide(folder: Path) -> Guide:
    """Read isi.toml and its topics.

    Raises OSError or tomllib.TOMLDecodeError: the files are shipped with the program and
    held by a test.
    """
    contents = tomllib.loads((folder / "isi.toml").read_text(encoding="utf-8"))
    return Guide(
        tuple(
            Section(
                str(part["judul"]),
                tuple(_topic(folder, str(name)) for name in part["topik"]),
            )
            for part in contents["bagian"]
        )
    )


def _topic(folder: Path, name: str) -> Topic:
    text = (folder / f"{name}.md").read_text(encoding="utf-8")
    title = text.partition("\n")[0].removeprefix("#").strip()
    return Topic(name, title, text)
