"""The start password: it locks the window, not the files; only its scrypt hash is kept."""

from __future__ import annotations

import json
import os
from typing import NamedTuple

from sopapp.domain import panduan
from sopapp.domain.changes import Kind
from sopapp.domain.errors import DomainError
from sopapp.persistence.store import Store

SHORTEST = 6
"""Characters."""
LONGEST = 128
LEAST_MINUTES, MOST_MINUTES = 1, 240
USUAL_MINUTES = 10

_KEY = "kunci"
_N, _R, _P = 2**15, 8, 1  # about a tenth of a second on an office PC
_MEMORY = 64 * 1024 * 1024


class Kunci(NamedTuple):
    """Whether a password is set, and after how many idle `menit` the window locks."""

    terpasang: bool = False
    menit: int = USUAL_MINUTES


class _Stored(NamedTuple):
    garam: str
    sidik: str
    menit: int
    n: int = _N
    r: int = _R
    p: int = _P


class KunciService:
    """Sets, checks and takes away the start password."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def state(self) -> Kunci:
        """How it stands."""
        stored = self._stored()
        return Kunci() if stored is None else Kunci(True, stored.menit)

    def check(self, password: str) -> bool:
        """Whether `password` is the one; True when none is set."""
        stored = self._stored()
        if stored is None:
            return True
        import hmac

        found = _digest(password, bytes.fromhex(stored.garam), stored.n, stored.r, stored.p)
        return hmac.compare_digest(found, stored.sidik)

    def put(self, password: str, menit: int, *, present: str = "") -> None:
        """Set or change the password; `present` is the one that holds until now.

        Raises DomainError for the fields sekarang, sandi and menit.
        """
        self._refuse_stranger(present)
        if not SHORTEST <= len(password) <= LONGEST:
            msg = f"Kata sandi terdiri atas {SHORTEST} sampai {LONGEST} karakter."
            raise DomainError(msg, field="sandi")
        _check_minutes(menit)
        had = self.state().terpasang
        salt = os.urandom(16)
        stored = _Stored(salt.hex(), _digest(password, salt, _N, _R, _P), menit)
        self._write(stored, "diganti" if had else "dipasang")

    def set_minutes(self, menit: int) -> None:
        """Change after how long the window locks. Raises DomainError for the field menit."""
        _check_minutes(menit)
        stored = self._stored()
        if stored is None or stored.menit == menit:
            return
        with self._store.write("kunci.menit", Kind.SETTING) as entry:
            self._put(stored._replace(menit=menit))
            entry.say(
                f"Layar terkunci sesudah {menit} menit tidak dipakai.",
                sebelum={"menit": stored.menit},
                sesudah={"menit": menit},
            )

    def remove(self, present: str) -> None:
        """Take the password away. Raises DomainError for the field sekarang."""
        if self._stored() is not None:
            self._refuse_stranger(present)
            self._delete("Kata sandi pembuka dihapus.")

    def remove_unasked(self) -> None:
        """Take the password away for one who forgot it but has the PC and its files."""
        if self._stored() is not None:
            self._delete("Kata sandi pembuka dihapus tanpa kata sandi, dari baris perintah.")

    def _refuse_stranger(self, present: str) -> None:
        if not self.check(present):
            raise DomainError(
                "Kata sandi sekarang tidak cocok. Ketik ulang.",
                field="sekarang",
                topic=panduan.KATA_SANDI_LUPA,
            )

    def _write(self, stored: _Stored, what: str) -> None:
        with self._store.write("kunci.pasang", Kind.SETTING) as entry:
            self._put(stored)
            # Neither password nor hash goes into riwayat, which is printed and backed up.
            entry.say(f"Kata sandi pembuka {what}.", sesudah={"menit": stored.menit})

    def _put(self, stored: _Stored) -> None:
        from sopapp.persistence import tables  # a start only reads

        tables.Setting.replace(kunci=_KEY, nilai=json.dumps(stored._asdict())).execute()

    def _delete(self, sentence: str) -> None:
        with self._store.write("kunci.lepas", Kind.SETTING) as entry:
            self._store.database.execute_sql("DELETE FROM setting WHERE kunci = ?", (_KEY,))
            entry.say(sentence)

    def _stored(self) -> _Stored | None:
        sql = "SELECT nilai FROM setting WHERE kunci = ?"
        row = self._store.database.execute_sql(sql, (_KEY,)).fetchone()
        return None if row is None else _Stored(**json.loads(row[0]))


def _digest(password: str, salt: bytes, n: int, r: int, p: int) -> str:
    import hashlib  # most offices set no password
    import unicodedata

    # The same word typed on another keyboard may come as other code points.
    text = unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")
    return hashlib.scrypt(text, salt=salt, n=n, r=r, p=p, maxmem=_MEMORY, dklen=32).hex()


def _check_minutes(menit: int) -> None:
    if not LEAST_MINUTES <= menit <= MOST_MINUTES:
        msg = f"Waktu sampai terkunci adalah {LEAST_MINUTES} sampai {MOST_MINUTES} menit."
        raise DomainError(msg, field="menit")
