"""How the program is called on this PC: as it was installed, or out of a checkout."""

from __future__ import annotations

import sys

_CHECKOUT = {"python -m sopapp": "sop-dik-cli", "python main.py": "sop-dik"}
"""What is typed in a checkout, and the program that was built for it."""


MUTEX = "PemutakhiranDIK.SopDik.terbuka"
"""While it exists the installer for Windows asks for the program to be closed first."""


def is_built() -> bool:
    """Whether this is the program that was built, not the source."""
    return bool(getattr(sys, "frozen", False))


def as_called(text: str) -> str:
    """`text` with each command that it names written as it is typed on this PC."""
    if is_built():
        for checkout, built in _CHECKOUT.items():
            text = text.replace(checkout, built)
    return text


def tell_installer() -> None:
    """Let the installer for Windows wait as long as this process lives; elsewhere nothing.

    Windows takes the mark away with the process, whatever way that ends.
    """
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.CreateMutexW(None, False, MUTEX)
