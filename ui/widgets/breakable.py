"""Words too long for a line, e.g. an address on the web, may break."""

from __future__ import annotations

import re

BREAK = "\u200b"
"""A zero-width space: Qt may end a line there, the eye sees nothing."""
_LONG_WORD = re.compile(r"\S{25,}")
_AFTER_MARK = re.compile(r"(?<!^.)(?<=[/\\._:?&=-])(?=[^/\\._:?&=-])")
_TOO_LONG = re.compile(rf"[^{BREAK}]{{24}}(?=[^{BREAK}])")


def breakable(text: str) -> str:
    """`text` with places to break in long words, so that they do not stretch their window.

    A path or address breaks after its marks; only a part that is still too long breaks anywhere.
    """
    return _LONG_WORD.sub(_broken, text)


def _broken(word: re.Match[str]) -> str:
    parts = _AFTER_MARK.sub(BREAK, word.group())
    return _TOO_LONG.sub(rf"\g<0>{BREAK}", parts)
