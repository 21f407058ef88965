"""A text field for what may be bold, italic or a point, and nothing more."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from ui.berkas.calm_editing import renumber_below, replace_text
from ui.berkas.code_units import joined, raw_text
from ui.berkas.pasted_html import bare_text, text_of_html
from ui.berkas.points import items_of, marker_of, text_of, toggled_points
from ui.berkas.rich_highlighter import RichHighlighter
from ui.berkas.rich_marks import has_face, parts, spaced_pair, toggled
from ui.widgets.growing_text import GrowingText
from ui.widgets.plain_text import usable


class RichTextField(GrowingText):
    """Plain text with `**tebal**` and `*miring*`, shown so while typing; Enter goes on a list.

    With `by_line` the field is a list of items, one per line, which may have points below them
    with `sub_points`; see `items`.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        least: int = 3,
        most: int = 60,
        by_line: bool = False,
        sub_points: bool = False,
    ) -> None:
        super().__init__("", parent, least=least, most=most)
        self._by_line = by_line
        self._sub_points = sub_points
        self._highlighter = RichHighlighter(self, by_line=by_line)

    @property
    def takes_points(self) -> bool:
        """Whether lines may be points; in a plain list the program gives numbers."""
        return self._sub_points or not self._by_line

    # -- a list of items --------------------------------------------------------------------

    def items(self) -> tuple[str, ...]:
        """The items of the list; one with points below it holds line breaks."""
        return items_of(joined(self._raw()), sub_points=self._sub_points)

    def show_items(self, items: tuple[str, ...]) -> None:
        """Show these items, one per line."""
        self.setPlainText(text_of(items, sub_points=self._sub_points))

    # -- faces --------------------------------------------------------------------------------

    def toggle_bold(self) -> None:
        """Make the selection, or the word at the cursor, bold or plain."""
        self._toggle(bold=True)

    def toggle_italic(self) -> None:
        """Make the selection, or the word at the cursor, italic or plain."""
        self._toggle(bold=False)

    def has_face(self, *, bold: bool) -> bool:
        """Whether the selection, or the letter before the cursor, is bold (or italic)."""
        text = self._raw()
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        if start == end:
            start = max(start - 1, 0)
        return _all_have(self._chosen(text, start, end), bold=bold)

    def _toggle(self, *, bold: bool) -> None:
        if self.isReadOnly():
            return
        mark = "**" if bold else "*"
        cursor = self.textCursor()
        if not cursor.hasSelection() and not self._choose_word(cursor):
            self._toggle_at(cursor, mark)
            return
        text, start, end = self._raw(), cursor.selectionStart(), cursor.selectionEnd()
        chosen = self._chosen(text, start, end)
        give = not _all_have(chosen, bold=bold)
        had_selection = self.textCursor().hasSelection()
        kept = self.textCursor().position() - start
        cursor.beginEditBlock()
        selected: list[int] = []
        shift = 0
        for first, part, inside in chosen:
            if has_face(part, *inside, bold=bold) is give:
                continue
            changed = toggled(part, *inside, bold=bold)
            replace_text(cursor, first + shift, part, changed.text)
            selected += [first + shift + changed.start, first + shift + changed.end]
            shift += len(changed.text) - len(part)
        cursor.endEditBlock()
        if selected and had_selection:
            cursor.setPosition(selected[0])
            cursor.setPosition(selected[-1], QTextCursor.MoveMode.KeepAnchor)
        elif selected:
            cursor.setPosition(min(selected[0] + kept, selected[-1]))
        self.setTextCursor(cursor)

    def _choose_word(self, cursor: QTextCursor) -> bool:
        """Select the word that the cursor stands in, not at the end of."""
        text, at = self._raw(), cursor.position()
        inside = text[at - 1 : at + 1] if at else ""
        if len(inside) < len("ab") or not all(c.isalnum() or c == "_" for c in inside):
            return False
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        return cursor.hasSelection()

    def _toggle_at(self, cursor: QTextCursor, mark: str) -> None:
        """Begin to type in that face between two new marks, or leave it behind its mark."""
        text, at = self._raw(), cursor.position()
        around = text[max(at - len(mark), 0) : at + len(mark)]
        if around == mark * 2:
            cursor.setPosition(at - len(mark))
            cursor.setPosition(at + len(mark), QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        elif text[at : at + len(mark)] == mark and self.has_face(bold=mark == "**"):
            cursor.setPosition(at + len(mark))
        elif (pair := spaced_pair(text, at, mark)) is not None:
            replace_text(cursor, pair.start, text[pair.start : at + len(mark)], pair.text)
            cursor.setPosition(pair.start + len(pair.text))
        else:
            cursor.insertText(mark * 2)
            cursor.setPosition(at + len(mark))
        self.setTextCursor(cursor)

    # -- points -------------------------------------------------------------------------------

    def toggle_points(self, sort: str) -> None:
        """Make points (`1`, `a` or `-`) of the selected lines, or plain lines of such points."""
        if self.isReadOnly() or not self.takes_points:
            return
        cursor = self.textCursor()
        first = self.document().findBlock(cursor.selectionStart())
        last = self.document().findBlock(cursor.selectionEnd())
        if last.position() == cursor.selectionEnd() and last != first:
            last = last.previous()  # the selection ends before the line begins
        lines, block = [first.text()], first
        while block != last:
            block = block.next()
            lines.append(block.text())
        above = first.previous().text() if first.previous().isValid() else ""
        # On an empty line a point begins that waits for its words.
        is_empty = lines == [""]
        made = [_begin(sort, above)] if is_empty else toggled_points(lines, sort, above)
        start, old = first.position(), "\n".join(lines)
        at = cursor.position() - start
        replace_text(cursor, start, old, new := "\n".join(made))
        if len(lines) == 1:
            cursor.setPosition(start + max(at + len(new) - len(old), 0))
        else:
            cursor.setPosition(start)
            cursor.setPosition(start + len(new), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _next_point(self) -> bool:
        """Enter in a point: begin the next one, or end the list on an empty one."""
        cursor = self.textCursor()
        marker = marker_of(cursor.block().text())
        if marker is None or cursor.hasSelection() or cursor.positionInBlock() < len(marker.text):
            return False
        if cursor.block().text().strip() == marker.text.strip():
            cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock,
                                QTextCursor.MoveMode.KeepAnchor)  # fmt: skip
            cursor.removeSelectedText()
            self.setTextCursor(cursor)
            return True
        following = marker.following()
        if following is None:
            return False
        cursor.beginEditBlock()
        cursor.insertText("\n" + following)
        renumber_below(cursor.block(), marker.sort)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    # -- events -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Ctrl+B, Ctrl+I and Enter in a point."""
        if not self.isReadOnly():
            control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier,
                                          Qt.KeyboardModifier.KeypadModifier)  # fmt: skip
            if control and event.key() == Qt.Key.Key_B:
                self.toggle_bold()
                return
            if control and event.key() == Qt.Key.Key_I:
                self.toggle_italic()
                return
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if plain and is_enter and self.takes_points and self._next_point():
                return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Qt: follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._highlighter.recolour()

    # -- paste and copy -----------------------------------------------------------------------

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Qt: text in either form."""
        return source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Qt: paste; of Word and the web only bold, italics and points come along."""
        text = pasted = ""
        if source.hasHtml():
            pasted = source.html()
            # What another text field copied says the same in its plain text.
            if 'name="qrichtext"' not in pasted[:500]:
                text = text_of_html(pasted, by_line=self._by_line)
        text = text or source.text() or bare_text(pasted)
        self.insert_fitting(usable(text))

    def tell_cut(self, said: str) -> None:
        """The editor of the letter has a line of its own for that."""
        self.shortened.emit(said)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Qt: copy what is typed, with its marks."""
        copied = QMimeData()
        cursor = self.textCursor()
        copied.setText(joined(self._raw()[cursor.selectionStart() : cursor.selectionEnd()]))
        return copied

    # -- parts --------------------------------------------------------------------------------

    def _raw(self) -> str:
        return raw_text(self.document())

    def _chosen(self, text: str, start: int, end: int) -> list[_Chosen]:
        """The parts that a selection touches; of a list, each line is one."""
        return [
            _Chosen(
                first,
                text[first:behind],
                (max(start - first, 0), min(end, behind) - first),
            )
            for first, behind in parts(text, by_line=self._by_line)
            if first < end and start < behind
        ]


class _Chosen(NamedTuple):
    """A part of the text, its place, and what of it is selected."""

    first: int
    part: str
    inside: tuple[int, int]


def _all_have(chosen: list[_Chosen], *, bold: bool) -> bool:
    """Whether all that is selected and printed is bold (or italic)."""
    said = [each for each in chosen if each.part[slice(*each.inside)].strip()]
    return bool(said) and all(has_face(each.part, *each.inside, bold=bold) for each in said)


def _begin(sort: str, above: str) -> str:
    """The marker of a new point on an empty line."""
    return toggled_points(["x"], sort, above)[0].removesuffix("x")
