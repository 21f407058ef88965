"""A password typed for the second place: the key in use there, or a new one; for any thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sopapp.backup.errors import WrongPasswordError
from sopapp.backup.sealing import Key, Sandi
from sopapp.domain import panduan
from sopapp.domain.errors import DomainError
from sopapp.services.cadangan_state import Head, bundles_of, is_there, outside_root

LEAST_PASSWORD = 8
"""Characters of the shortest password taken."""
_MOST_TRIED = 5  # a tenth of a second each


@dataclass(frozen=True, slots=True)
class MadeKey:
    """A key, and why it may not be the one that copies in use are sealed with; "" when it is."""

    key: Key
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class KeyJob:
    """`outside` is the second place; `expected` says that its password is only typed again."""

    password: str
    outside: Path | None
    head: Head
    expected: bool

    def run(self) -> MadeKey:
        """The key of the newest copies that the password opens, else a new one.

        A new key for the same password would lock the user out of nothing, but would have all
        files copied again, and old copies told as locked. Raises DomainError.
        """
        seals = self._seals()
        for sandi in seals[:_MOST_TRIED]:
            try:
                return MadeKey(Key.opening(sandi, self.password))
            except WrongPasswordError:
                continue
        return MadeKey(Key.derive(self.password), self._doubt(seals) if self.expected else "")

    def _seals(self) -> list[Sandi]:
        """How the copies of this data in the second place are sealed, newest first."""
        if self.outside is None or not is_there(self.outside):
            return []
        found = bundles_of(outside_root(self.outside), self.head, [])
        return list(dict.fromkeys(each.sandi for each in found if each.sandi is not None))

    def _doubt(self, seals: list[Sandi]) -> str:
        if seals:
            return "Kata sandi ini tidak membuka salinan yang ada di tempat kedua."
        if self.outside is not None and not is_there(self.outside):
            return (
                "Tempat kedua tidak ditemukan, jadi kata sandi ini tidak dapat dicocokkan dengan "
                "salinan di sana."
            )
        return ""


def check_password(password: str, again: str) -> str:
    """The password, typed the same twice. Raises DomainError by field."""
    if len(password) < LEAST_PASSWORD:
        msg = f"Kata sandi paling sedikit {LEAST_PASSWORD} karakter."
        raise DomainError(msg, field="sandi", topic=panduan.KATA_SANDI_CADANGAN)
    if password != again:
        raise DomainError("Kedua kata sandi tidak sama. Ketik sekali lagi.", field="ulang")
    return password
