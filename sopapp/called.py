"""How the program is called on this PC: as it was installed, or out of a checkout."""

from __future__ import annotations

import sys

_CHECKOUT = {"python -m sopapp": "sop-dik-cli", "python main.py": "sop-dik"}
"""What is typed in a checkout, and the program that was built for it."""


def is_built() -> bool:
    """Whether this is the program that was built, not the source."""
    return bool(getattr(sys, "frozen", False))


def as_called(text: str) -> str:
    """`text` with each command that it names written as it is typed on this PC."""
    if is_built():
        for checkout, built in _CHECKOUT.items():
            text = text.replace(checkout, built)
    return text
