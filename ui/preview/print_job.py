"""What one print job is made of, and in which order its sheets leave the printer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ui.preview.paper_choice import Paper, PaperChoice, paper_of


@dataclass(frozen=True, slots=True)
class Page:
    """Size of a page in points, and where its ink begins.

    `ink` is the blank space left, top, right and bottom of it in millimetres; None when it
    was not measured or the page is empty.
    """

    width: float
    height: float
    ink: tuple[float, float, float, float] | None = None

    @property
    def paper(self) -> Paper:
        """The paper it is meant for."""
        return paper_of(self.width, self.height)

    @property
    def landscape(self) -> bool:
        """Whether the sheet lies."""
        return self.width > self.height


@dataclass(frozen=True, slots=True)
class Part:
    """One letter with its lampiran, and how many times it is wanted."""

    title: str
    pdf: bytes
    pages: tuple[Page, ...]
    copies: int = 1


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """What is done with the pages of one paper; `tray` is the printer's number for a tray."""

    choice: PaperChoice
    tray: int | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """How a job is printed: which pages of it (from 1, None for all) and how often."""

    pages: frozenset[int] | None = None
    copies: int = 1
    duplex: bool = False
    backwards: bool = False
    papers: dict[str, SheetPlan] = field(default_factory=dict)
    """By the key of the paper; true size from any tray for one that is not named."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One side of paper: a page of a part, or a blank back when `page` is None."""

    part: int
    page: int | None


def sides(parts: Sequence[Part], settings: Settings) -> list[Sheet]:
    """The sides of a job: the first letter with all its pages, copy by copy, then the next.

    Printed on both sides, a letter with an odd number of pages is given a blank back, so
    that no letter begins on the back of another.
    """
    result: list[Sheet] = []
    before = 0
    for number, part in enumerate(parts):
        chosen = [
            Sheet(number, page)
            for page in range(len(part.pages))
            if settings.pages is None or before + page + 1 in settings.pages
        ]
        before += len(part.pages)
        if chosen and settings.duplex and len(chosen) % 2:
            chosen.append(Sheet(number, None))
        result += chosen * (part.copies * settings.copies)
    while result and result[-1].page is None:
        result.pop()
    if settings.backwards:
        result.reverse()
    return result


def papers(parts: Sequence[Part]) -> dict[Paper, int]:
    """The papers that a job needs and how many pages lie on each, the commonest first."""
    counts: dict[Paper, int] = {}
    for part in parts:
        for page in part.pages:
            counts[page.paper] = counts.get(page.paper, 0) + part.copies
    return dict(sorted(counts.items(), key=lambda each: -each[1]))


def size_text(parts: Sequence[Part], settings: Settings) -> str:
    """How much paper it takes, e.g. "12 lembar, 5 surat"."""
    job = sides(parts, settings)
    sheets = len(job)
    if settings.duplex:
        # A letter's sides come in pairs; only the job's very last back is left out.
        sheets = (len(job) + 1) // 2
    letters = len({sheet.part for sheet in job})
    return f"{sheets} lembar, {letters} surat"
