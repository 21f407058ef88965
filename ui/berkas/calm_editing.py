"""Changes to a document that touch only what differs, so that cursor and view stay calm."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor

from ui.berkas.code_units import joined
from ui.berkas.points import marker_of


def replace_text(cursor: QTextCursor, start: int, old: str, new: str) -> None:
    """Write `new` for `old`, touching only what differs, so that the view stays calm."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    cursor.setPosition(start + head)
    cursor.setPosition(start + len(old) - tail, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(joined(new[head : len(new) - tail]))


def renumber_below(block: QTextBlock, sort: str) -> None:
    """Count the points below `block` on from it, as far as they were counted on before."""
    marker = marker_of(block.text())
    expected = marker.text if marker else None
    block = block.next()
    while block.isValid() and block.text().strip() and expected:
        marker = marker_of(block.text())
        if marker and marker.sort == sort:
            following = marker.following()
            if marker.text.strip() != expected.strip() or following is None:
                return
            cursor = QTextCursor(block)
            replace_text(cursor, block.position(), marker.text, following)
            expected = following
        block = block.next()
