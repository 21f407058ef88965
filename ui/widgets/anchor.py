"""The name by which a heading is led to."""

from __future__ import annotations

import re

_BETWEEN = re.compile(r"[\W_]+")


def anchor(heading: str) -> str:
    """The heading in small letters with hyphens: `Status tahun` is `status-tahun`."""
    return _BETWEEN.sub("-", heading.casefold()).strip("-")
