"""What can be found that is no record: actions, buttons of the page, settings, the guide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from sopapp.domain.find_index import Field
from sopapp.domain.find_shelf import Shelf, Target, TargetKind
from ui.actions.action import Action, Menu
from ui.actions.catalogue import ACTIONS
from ui.actions.page_buttons import PageButton

OFTEN = ("new_berkas", "today", "board", "register", "surat", "guide")
"""Actions that are offered before any was done from here."""

_ITSELF = "finder"
_WORDS = Field(2)
_ARTICLE = Field(5)
"""What stands somewhere in an article is the last thing to be looked for."""

ACTION_KINDS = (TargetKind.PERINTAH, TargetKind.HALAMAN, TargetKind.PENGATURAN)
"""What the sign ">" looks in."""


def actions() -> dict[str, Action]:
    """Every action by name, but the one that opens the finder."""
    return {each.name: each for each in ACTIONS if each.name != _ITSELF}


def action_target(action: Action) -> Target:
    """An action as something to choose; the settings have a section of their own."""
    setting = action.menu is Menu.PENGATURAN
    kind = TargetKind.PENGATURAN if setting else TargetKind.PERINTAH
    return Target(kind, action.name, action.plain)


def action_shelves(offered: Iterable[Action]) -> tuple[Shelf, Shelf]:
    """Commands and settings."""
    commands = Shelf(TargetKind.PERINTAH, Field(short=True), _WORDS)
    settings = Shelf(TargetKind.PENGATURAN, Field(short=True), _WORDS)
    for action in offered:
        target = action_target(action)
        shelf = settings if target.kind is TargetKind.PENGATURAN else commands
        shelf.add(target, action.plain, action.words)
    return _ready(commands), _ready(settings)


def button_shelf(buttons: Iterable[PageButton]) -> Shelf:
    """The buttons of the page in front that can be pressed; the key is their place."""
    shelf = Shelf(TargetKind.HALAMAN, Field(short=True))
    for place, button in enumerate(buttons):
        title = button.text.replace("&", "").strip().removesuffix("…")
        if button.enabled and title:
            shelf.add(Target(TargetKind.HALAMAN, place, title), title)
    return _ready(shelf)


def guide_turns(folder: Path, made: list[Shelf]) -> Iterator[None]:
    """Read the guide in turns of a few milliseconds; the shelf is put into `made` at the end.

    A page is found by its title and what stands before its first heading, each heading by what
    stands below it; so a hit leads to its place on the page.
    """
    from ui.guide.contents import read_guide

    guide = read_guide(folder)
    yield
    shelf = Shelf(TargetKind.PANDUAN, Field(short=True), _ARTICLE)
    for section in guide.sections:
        for topic in section.topics:
            target = Target(TargetKind.PANDUAN, topic.name, topic.title, section.title)
            shelf.add(target, topic.title, topic.beginning)
            for part in topic.parts:
                name = part.title if len(part.title) > 1 else f"{topic.title}, {part.title}"
                key = f"{topic.name}#{part.anchor}"
                target = Target(TargetKind.PANDUAN, key, name, topic.title)
                shelf.add(target, name, f"{topic.title} {part.words}")
            yield
    yield from shelf.index.settle()
    made.append(shelf)


def _ready(shelf: Shelf) -> Shelf:
    for _turn in shelf.index.settle():
        pass
    return shelf
