"""Shows the marks for bold and italics as bold and italics while they are typed."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextBlock, QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit

from ui.berkas.code_units import raw_text
from ui.berkas.rich_marks import parts
from ui.theme import tokens

_LONGEST = 30_000
"""Characters; a text that no letter has is shown as it is."""

_Stretch = tuple[int, int, bool, bool, bool]
"""Start, length, bold, italic, mark."""


class RichHighlighter(QSyntaxHighlighter):
    """Marks pair over several lines of a paragraph, so it is read whole at each change."""

    def __init__(self, field: QPlainTextEdit, *, by_line: bool) -> None:
        super().__init__(field)
        self._field = field
        self._by_line = by_line
        self._lines: dict[int, list[_Stretch]] | None = None
        self._has_some = False
        self._tone = ""  # of the marks
        # Before the highlighter's own slot, which looks at the changed lines, and after it.
        field.document().contentsChange.connect(self._forget)
        self.setDocument(field.document())
        field.document().contentsChange.connect(self._mend_others)

    def highlightBlock(self, _text: str) -> None:
        """Qt: give one line its faces."""
        stretches = self._stretches().get(self.currentBlock().blockNumber(), [])
        for start, length, bold, italic, mark in stretches:
            self.setFormat(start, length, self._format(bold=bold, italic=italic, mark=mark))
        self.setCurrentBlockState(_state(stretches))

    def recolour(self) -> None:
        """Follow light and dark, where there are marks to be toned."""
        if self._stretches() and tokens(self._field).muted != self._tone:
            with QSignalBlocker(self._field):  # the text stays as it is
                self.rehighlight()

    def _format(self, *, bold: bool, italic: bool, mark: bool) -> QTextCharFormat:
        made = QTextCharFormat()
        if mark:
            self._tone = tokens(self._field).muted
            made.setForeground(QColor(self._tone))
        else:
            if bold:
                made.setFontWeight(QFont.Weight.Bold)
            made.setFontItalic(italic)
        return made

    def _mend_others(self, *_change: int) -> None:
        """Give other lines of the same paragraph their new faces: a mark found its partner."""
        lines, had_some = self._stretches(), self._has_some
        self._has_some = bool(lines)
        if not lines and not had_some:
            return
        block = self.document().begin()
        while block.isValid():
            if _state(lines.get(block.blockNumber(), [])) != max(block.userState(), 0):
                self.rehighlightBlock(block)
            block = block.next()

    def _forget(self, *_change: int) -> None:
        self._lines = None

    def _stretches(self) -> dict[int, list[_Stretch]]:
        if self._lines is None:
            self._lines = self._read()
        return self._lines

    def _read(self) -> dict[int, list[_Stretch]]:
        text = raw_text(self.document())
        if "*" not in text or len(text) > _LONGEST:
            return {}
        from sopapp.documents.rich_text import spans

        lines: dict[int, list[_Stretch]] = {}
        for first, behind in parts(text, by_line=self._by_line):
            if "*" not in text[first:behind]:
                continue
            for span in spans(text[first:behind]):
                start, end = first + span.start, first + span.end
                for number, at, length in _by_blocks(self.document().findBlock(start), start, end):
                    lines.setdefault(number, []).append(
                        (at, length, span.bold, span.italic, span.is_mark)
                    )
        return lines


def _state(stretches: list[_Stretch]) -> int:
    return hash(tuple(stretches)) & 0x3FFFFFFF if stretches else 0


def _by_blocks(block: QTextBlock, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield (block number, place in it, length) of a stretch that may go over lines."""
    while block.isValid() and block.position() < end:
        first = max(start, block.position())
        behind = min(end, block.position() + block.length() - 1)
        if behind > first:
            yield block.blockNumber(), first - block.position(), behind - first
        block = block.next()
