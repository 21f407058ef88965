"""The guide's topics as they lie in resources/panduan, in the order of isi.toml."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from sopapp.called import as_called
from ui.widgets.anchor import anchor

FIRST_TOPIC = "mulai"
_TARGET = re.compile(r"\]\([^)]*\)")
_HEADING = re.compile(r"^#{2,}\s+(.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Part:
    """What stands below one heading of a page; `words` are for the search."""

    title: str
    anchor: str
    words: str


@dataclass(frozen=True, slots=True)
class Topic:
    """One page: `name` is the file's stem, `title` its first heading, `text` markdown."""

    name: str
    title: str
    text: str
    words: str
    parts: tuple[Part, ...]

    @property
    def beginning(self) -> str:
        """What stands before the first heading below the title, for the search."""
        head = _HEADING.search(self.text)
        return _searched(self.text[: head.start()] if head is not None else self.text)

    def matches(self, words: tuple[str, ...]) -> bool:
        """Whether every word (case-folded) occurs in the page."""
        return all(word in self.words for word in words)

    def hits(self, words: tuple[str, ...]) -> tuple[Part, ...]:
        """The parts in which every word occurs, those with one in their heading first."""
        if not words:
            return ()
        found = [part for part in self.parts if all(word in part.words for word in words)]
        found.sort(key=lambda part: not any(word in part.title.casefold() for word in words))
        return tuple(found)


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
    text = as_called((folder / f"{name}.md").read_text(encoding="utf-8"))
    title = text.partition("\n")[0].removeprefix("#").strip()
    return Topic(name, title, text, _searched(text), tuple(_parts(text)))


def _parts(text: str) -> list[Part]:
    heads = list(_HEADING.finditer(text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    return [
        Part(head[1], anchor(head[1]), _searched(text[head.start() : end]))
        for head, end in zip(heads, ends, strict=False)
    ]


def _searched(text: str) -> str:
    """What a reader sees: no names of files behind links and pictures, lines run on."""
    seen = _TARGET.sub("]", text).replace("**", "")
    return " ".join(seen.casefold().split())
