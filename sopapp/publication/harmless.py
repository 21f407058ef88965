"""Keeps a spreadsheet from running as a formula what was typed as text."""

from __future__ import annotations

import re

# What can stand before a formula unseen: spaces of any kind, quotes, marks without width.
_BEFORE = "[\\s\"'`\u2018\u2019\u201c\u201d\u200b-\u200f\u2060\ufeff]*"
# = + - @ in their plain, small and full-width forms, and what old DDE calls begin with.
_SIGNS = "[=+\\-@|%\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212]"
_RISKY = re.compile(f"{_BEFORE}{_SIGNS}|[\t\r\n]")
_DASH = "-"
"""An office's sign for "nothing"; alone it is no formula."""


def risky(text: str) -> bool:
    """Whether some spreadsheet might take `text` for a formula."""
    return text.strip() != _DASH and _RISKY.match(text) is not None


def harmless(text: str) -> str:
    """`text` with an apostrophe before it when it is risky (the custom that OWASP advises)."""
    return f"'{text}" if risky(text) else text
