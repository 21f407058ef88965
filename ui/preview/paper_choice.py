"""The paper of a page, and on which of a printer's papers it can be printed, and how large."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPageSize

MM_PER_POINT = 25.4 / 72.0
_NEAR_MM = 1.0
_SAME_MM = 1.5
"""Papers that differ by less are the same: F4 is 215 x 330 mm here, 8,5 x 13 inch elsewhere."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper held upright; millimetres. `name` is "" for a size that has none."""

    name: str
    width: float
    height: float

    @property
    def size_text(self) -> str:
        """E.g. "215 × 330 mm"."""
        return f"{_number(self.width)} × {_number(self.height)} mm"

    @property
    def label(self) -> str:
        """Name and size, e.g. "F4 (215 × 330 mm)"."""
        return f"{self.name} ({self.size_text})" if self.name else self.size_text

    @property
    def short(self) -> str:
        """The name, or the size of a paper without one."""
        return self.name or self.size_text

    @property
    def key(self) -> str:
        """A name for settings that stays the same."""
        return self.name or f"{round(self.width)}x{round(self.height)}"

    def same(self, other: Paper) -> bool:
        """Whether the eye would take them for one paper."""
        return (
            abs(self.width - other.width) < _SAME_MM and abs(self.height - other.height) < _SAME_MM
        )

    def holds(self, other: Paper) -> bool:
        """Whether `other` fits on it unscaled."""
        return self.width > other.width - _NEAR_MM and self.height > other.height - _NEAR_MM


A4 = Paper("A4", 210.0, 297.0)
_NAMED = (
    A4,
    Paper("F4", 215.0, 330.0),
    Paper("Folio", 210.0, 330.0),
    Paper("Legal", 215.9, 355.6),
    Paper("Letter", 215.9, 279.4),
)
_QT = {
    "A4": QPageSize.PageSizeId.A4,
    "Legal": QPageSize.PageSizeId.Legal,
    "Letter": QPageSize.PageSizeId.Letter,
}


def paper_of(width: float, height: float, name: str = "") -> Paper:
    """The paper for a page of this size (points), lying or upright."""
    short, long = sorted((width * MM_PER_POINT, height * MM_PER_POINT))
    for paper in _NAMED:
        if abs(paper.width - short) < _NEAR_MM and abs(paper.height - long) < _NEAR_MM:
            return paper
    return Paper(name, round(short, 1), round(long, 1))


def page_size(paper: Paper) -> QPageSize:
    """Qt's word for a paper; F4 (215 x 330 mm) is not among Qt's and is made by size."""
    if paper.name in _QT:
        return QPageSize(_QT[paper.name])
    return QPageSize(
        QSizeF(paper.width, paper.height),
        QPageSize.Unit.Millimeter,
        paper.name or paper.size_text,
        QPageSize.SizeMatchPolicy.ExactMatch,
    )


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """One way to put a page on paper: which paper, and how large (1.0 is true size).

    `key` names the way in settings. A page that is made smaller lies in the middle of its
    sheet, all others at the top left.
    """

    key: str
    label: str
    sheet: QPageSize
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class PaperChoices:
    """The ways for one paper on one printer, the usual first; `warning` when none is plain."""

    choices: tuple[PaperChoice, ...]
    warning: str = ""


def choices(
    paper: Paper,
    known: Sequence[tuple[Paper, QPageSize]],
    *,
    largest: Paper | None = None,
    usual: Paper | None = None,
) -> PaperChoices:
    """How `paper` can be printed on a printer that has the papers `known`.

    A printer that has the paper, or one that tells no papers, prints true size and nothing
    is asked. Else it is said that the paper is not known, and true size stays the first way:
    nothing is made smaller unless the user says so. `largest` is the printer's largest paper,
    `usual` the one it takes when none is named.
    """
    true_size = PaperChoice("asli", "Ukuran sebenarnya", page_size(paper))
    if not known:
        return PaperChoices((true_size,))
    for other, size in sorted(known, key=lambda each: _distance(each[0], paper)):
        if other.same(paper):
            return PaperChoices((PaperChoice("asli", "Ukuran sebenarnya", size),))
    found = []
    if largest is None or largest.holds(paper):
        label = f"Cetak ukuran sebenarnya pada kertas {paper.short}"
        if paper.name:
            label += f" (pilih kertas {paper.size_text} pada pencetak)"
        found.append(PaperChoice("asli", label, true_size.sheet))
    found += _unscaled(paper, known) + _smaller(paper, known, usual)
    warning = f"Pencetak ini tidak mengenal kertas {paper.label}. Pilih cara mencetaknya:"
    if found and found[0].key != "asli":
        warning = (
            f"Kertas {paper.label} lebih besar daripada yang dapat dimuat pencetak ini. "
            "Pilih cara mencetaknya:"
        )
    return PaperChoices(tuple(found) or (true_size,), warning)


def _unscaled(paper: Paper, known: Sequence[tuple[Paper, QPageSize]]) -> list[PaperChoice]:
    """The smallest known paper that holds the page as it is; not a much larger one."""
    holding = [each for each in known if each[0].holds(paper)]
    if not holding:
        return []
    other, size = min(holding, key=lambda each: each[0].width * each[0].height)
    label = f"Cetak ukuran sebenarnya pada kertas {other.label}, rata kiri atas"
    return [PaperChoice(f"utuh:{other.key}", label, size)]


def _smaller(
    paper: Paper, known: Sequence[tuple[Paper, QPageSize]], usual: Paper | None
) -> list[PaperChoice]:
    """Made smaller to fit A4, or the printer's usual paper where there is no A4."""
    target = next((each for each in known if each[0].same(A4)), None)
    if target is None and usual is not None:
        target = next((each for each in known if each[0].same(usual)), None)
    if target is None or target[0].holds(paper):
        return []
    other, size = target
    # Rounded down to whole percents, so that the number said is the number printed.
    percent = floor(min(other.width / paper.width, other.height / paper.height) * 100 + 1e-6)
    label = f"Perkecil ke {other.short} ({percent}%)"
    return [PaperChoice(f"kecil:{other.key}", label, size, percent / 100)]


def _distance(one: Paper, other: Paper) -> float:
    return abs(one.width - other.width) + abs(one.height - other.height)


def _number(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".").replace(".", ",")
