"""Typed text as Qt counts it: a sign beyond 16 bits, such as an emoji, takes two places."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument

_BREAKS = str.maketrans({"\u2029": "\n", "\u2028": "\n"})


def raw_text(document: QTextDocument) -> str:
    """All that is typed, line ends as LF, each character at the place that Qt gives it.

    Unlike toPlainText() it leaves no-break spaces what they are.
    """
    text = document.toRawText().translate(_BREAKS)
    if text.isascii() or max(text) <= "\uffff":
        return text
    return "".join(
        char
        if char <= "\uffff"
        else "".join(map(chr, memoryview(char.encode("utf-16-le")).cast("H")))
        for char in text
    )


def joined(text: str) -> str:
    """A piece of such a text as Python's and everybody's text again."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
