"""Justified paragraphs without rivers: a line that would be torn apart ends ragged instead.

A long word that does not fit (a number such as `500.12/1/BA/DINAS/XII/2026`, an address on the
web) leaves so much room in the line before it that the few words there would stand far apart.
"""

from __future__ import annotations

from typing import Any

from reportlab.lib.enums import TA_JUSTIFY
from reportlab.platypus import Paragraph

from sopapp.documents.text import NBSP

# Room added to each space of a line, in ems; with more the line is not stretched at all.
_WIDEST = 1.5


class JustifiedParagraph(Paragraph):
    """A paragraph whose lines are stretched only as far as the eye takes them for lines."""

    blPara: Any  # noqa: N815  (ReportLab's: the lines, made when it is measured)

    def drawPara(self, debug: int = 0) -> None:  # noqa: N802  (ReportLab's name)
        """Draw; lines that are too loose keep their own spaces."""
        if self.style.alignment == TA_JUSTIFY:
            self._loosen(self.blPara.lines)
        super().drawPara(debug)

    def _loosen(self, lines: list[Any]) -> None:
        """Take the room from lines that have more of it than their spaces bear.

        ReportLab has a line of one font as (room, words), one of several as an object.
        """
        most = _WIDEST * self.style.fontSize
        for place, line in enumerate(lines):
            if isinstance(line, tuple):
                room, words = line[0], line[1]
                # The cheap count first: no-break spaces are stretched too.
                if room > most * (len(words) - 1) and room > most * _spaces(words):
                    lines[place] = (0.0, *line[1:])
                continue
            spaces = line.wordCount - 1 + sum(word.text.count(NBSP) for word in line.words)
            if line.extraSpace > most * spaces:
                line.extraSpace = 0.0
            if line.words:  # a space before the line's end would stand in the margin
                line.words[-1].text = line.words[-1].text.rstrip(" ")


def _spaces(words: list[str]) -> int:
    return len(words) - 1 + sum(word.count(NBSP) for word in words)
