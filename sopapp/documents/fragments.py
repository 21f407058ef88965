"""Paragraphs of several fragments that lose nothing where their lines or pages end.

ReportLab puts the pieces of a word that it divided together again when a paragraph is measured
once more or cut in two, and takes a typed hyphen at the end of a piece for one of its own:
`undang-undang` comes out as `undangundang`. It also breaks the first part of a paragraph that
was cut a second time, into one line too many. Here every measuring starts from the fragments
as they were made, and a first part keeps its lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable
from reportlab.platypus.paraparser import ParaFrag

from sopapp.documents.justified import JustifiedParagraph


class FragmentParagraph(JustifiedParagraph):
    """A paragraph made of fragments (`frags`), to be used wherever there is more than one."""

    _made: Sequence[ParaFrag] = ()

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Measure; a part that was cut for this width is measured already."""
        if hasattr(self, "_splitpara") and hasattr(self, "blPara") and self.width == width:
            return self.width, self.height
        self._made = self._made or self.frags
        self.frags = list(self._made)
        wrapped: tuple[float, float] = super().wrap(width, height)
        return wrapped

    def split(self, width: float, height: float) -> list[Flowable]:
        """Cut between two lines; empty when too little fits here."""
        parts: list[Any] = list(super().split(width, height))
        if len(parts) == 2:
            first, rest = parts
            words = (word.text for line in first.blPara.lines for word in line.words)
            letters = sum(len("".join(text.split())) for text in words)
            first.frags, rest.frags = _cut(self._made, letters)
        return parts


def _cut(made: Sequence[ParaFrag], letters: int) -> tuple[list[ParaFrag], list[ParaFrag]]:
    """Divide fragments behind so many characters other than spaces.

    Spaces and line breaks at the cut go with the line end.
    """
    for index, fragment in enumerate(made):
        for place, char in enumerate(fragment.text):
            if char.isspace():
                continue
            if not letters:
                before, behind = fragment.text[:place], fragment.text[place:]
                return (
                    [*made[:index], fragment.clone(text=before)],
                    [fragment.clone(text=behind), *made[index + 1 :]],
                )
            letters -= 1
    return list(made), []
