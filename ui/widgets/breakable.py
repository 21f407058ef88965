"""Words too long for a line, e.g. an address on the web, may break."""

from __future__ import annotations

import re

_BREAK = "\u200b"  # a zero-width space: Qt may end a line there, the eye sees nothing
_TOO_LONG = re.compile(r"\S{24}(?=\S)")


def breakable(text: str) -> str:
    """`text` with places to break in long words, so that they do not stretch their window."""
    return _TOO_LONG.sub(rf"\g<0>{_BREAK}", text)
