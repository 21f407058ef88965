"""Passwords of tests are not guarded: their keys are made in a moment.

What a key depends on stays as it is: the password, the salt and each number. That the program asks
for scrypt at its full price is held by tests of their own, which put `REAL` in its place again.
"""

from __future__ import annotations

import hashlib

REAL = hashlib.scrypt


def quick_scrypt(
    password: bytes, *, salt: bytes, n: int, r: int, p: int, maxmem: int = 0, dklen: int = 64
) -> bytes:
    """As `hashlib.scrypt`, at a price that does not grow with the numbers."""
    told = f"{n} {r} {p} ".encode() + salt
    return REAL(password, salt=told, n=2, r=1, p=1, dklen=dklen)
