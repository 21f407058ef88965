"""One line of the page of the day, as a value."""

from __future__ import annotations

from typing import Any, NamedTuple


class Row(NamedTuple):
    """What a line says, what can be pressed on it and what it is about.

    `key` tells it from the other lines of its section. `state` stands at the right in `tone`,
    `since` below it. `link` are words below the title that lead to what is missing, `act` those
    of its button; without them it has none. `spoken` is the whole in one breath. `inner` lines
    belong to the line without it above them. `about` is the value that it shows.
    """

    key: tuple[object, ...]
    title: str
    spoken: str
    about: Any
    detail: str = ""
    state: str = ""
    since: str = ""
    tone: str = "text"
    icon: str = ""
    link: str = ""
    act: str = ""
    inner: bool = False
