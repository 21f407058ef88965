"""Sealing with a password: AES-256-GCM in pieces, the key by scrypt.

The layout follows the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015) as Tink has
it: a head of a mark, a random salt and a random prefix; then pieces of 1 MiB, each with its tag.
The nonce of a piece is prefix, number and whether it is the last, so a cut-off, a reordering and a
swap with another file (its name is authenticated too) are all found.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_bytes

from sopapp.backup.errors import BrokenSealError, WrongPasswordError, place_errors
from sopapp.domain.errors import DomainError, EnvironmentProblem
from sopapp.durable import write_durably

_MARK = b"SOPDIK1\n"
_SALT, _PREFIX, _TAG = 16, 7, 16
_HEAD = len(_MARK) + _SALT + _PREFIX
PIECE = 1 << 20
"""Bytes sealed at once."""
_HEX = re.compile(r"[0-9a-f]{32,128}", re.ASCII)
_LARGEST_N = 2**17  # a hostile bundle must not take all memory
_N, _R, _P = 2**15, 8, 1


@dataclass(frozen=True, slots=True)
class Sandi:
    """What a sealed bundle says openly about its password: how the key is made, and a check."""

    garam: str
    n: int
    r: int
    p: int
    periksa: str

    def __post_init__(self) -> None:
        """Raises ValueError for values that no program of ours wrote."""
        if not (_HEX.fullmatch(self.garam) and _HEX.fullmatch(self.periksa)):
            raise ValueError("salt or check is no hexadecimal text")
        if self.n not in {2**power for power in range(14, 18)} or self.n > _LARGEST_N:
            raise ValueError("n out of range")
        if not (1 <= self.r <= 16 and 1 <= self.p <= 4):
            raise ValueError("r or p out of range")

    def as_json(self) -> dict[str, object]:
        """For the manifest and the key file."""
        return {"garam": self.garam, "n": self.n, "r": self.r, "p": self.p, "periksa": self.periksa}

    @classmethod
    def of_json(cls, value: object) -> Sandi:
        """Back from JSON. Raises ValueError."""
        if not isinstance(value, dict):
            raise ValueError("no object")  # noqa: TRY004 - one kind of error for bad content
        texts = [value.get(name) for name in ("garam", "periksa")]
        numbers = [value.get(name) for name in ("n", "r", "p")]
        if any(type(text) is not str for text in texts):
            raise ValueError("no text")
        if any(type(number) is not int for number in numbers):
            raise ValueError("no number")
        garam, periksa = (str(text) for text in texts)
        n, r, p = (number for number in numbers if isinstance(number, int))
        return cls(garam, n, r, p, periksa)


@dataclass(frozen=True, slots=True)
class Key:
    """What seals and opens; made from a password, which itself is never kept."""

    secret: bytes = field(repr=False)
    sandi: Sandi

    @classmethod
    def derive(cls, password: str) -> Key:
        """A new key for `password` with a salt of its own; takes about 0.1 s.

        Raises DomainError when the password is empty.
        """
        if not password:
            raise DomainError("Kata sandi cadangan masih kosong. Isi dahulu.")
        salt = token_bytes(16)
        secret = _scrypt(password, salt, _N, _R, _P)
        return cls(secret, Sandi(salt.hex(), _N, _R, _P, _check(secret)))

    @classmethod
    def opening(cls, sandi: Sandi, password: str) -> Key:
        """The key that `sandi` was made with. Raises WrongPasswordError."""
        secret = _scrypt(password, bytes.fromhex(sandi.garam), sandi.n, sandi.r, sandi.p)
        key = cls(secret, sandi)
        if not key.opens(sandi):
            raise WrongPasswordError(
                "Kata sandi cadangan salah. Periksa huruf besar dan kecilnya, lalu ulangi."
            )
        return key

    @classmethod
    def stored(cls, path: Path) -> Key | None:
        """The key in the file at `path`; None when there is no file.

        Raises EnvironmentProblem when the file cannot be read or is no key.
        """
        try:
            value = json.loads(path.read_bytes())
            key = cls(bytes.fromhex(value["kunci"]), Sandi.of_json(value["sandi"]))
            sound = len(key.secret) == 32 and key.opens(key.sandi)
        except FileNotFoundError:
            return None
        except OSError as error:
            msg = f"Kunci cadangan tidak dapat dibaca. Periksa hak akses file:\n{path}"
            raise EnvironmentProblem(msg) from error
        except (ValueError, KeyError, TypeError, RecursionError):
            sound = False
        if not sound:
            msg = f"Kunci cadangan rusak. Atur ulang kata sandi cadangan.\nFile: {path}"
            raise EnvironmentProblem(msg)
        return key

    def store(self, path: Path) -> None:
        """Write the key to `path`, readable by its user only. Raises EnvironmentProblem."""
        text = json.dumps({"kunci": self.secret.hex(), "sandi": self.sandi.as_json()}, indent=1)
        with place_errors(path.parent):
            write_durably(path, text.encode())
            if os.name == "posix":
                path.chmod(0o600)

    def opens(self, sandi: Sandi) -> bool:
        """Whether this key is the one that `sandi` speaks of."""
        same = hmac.compare_digest(_check(self.secret), sandi.periksa)
        return same and self.sandi.garam == sandi.garam

    def name(self, sha256: str) -> str:
        """The name of a sealed file: it tells nobody else which file it is."""
        return self._sub(b"nama", bytes.fromhex(sha256)).hex()

    def seal(self, name: str, plain: Iterable[bytes]) -> Iterator[bytes]:
        """The sealed form of `plain`, under `name`, piece by piece."""
        salt, prefix = token_bytes(_SALT), token_bytes(_PREFIX)
        cipher = _cipher(self._sub(b"isi", salt))
        said = name.encode()
        yield _MARK + salt + prefix
        number = 0
        held: bytes | None = None
        for piece in _pieces(plain, PIECE):
            if held is not None:
                yield cipher.encrypt(_nonce(prefix, number, last=False), held, said)
                number += 1
            held = piece
        yield cipher.encrypt(_nonce(prefix, number, last=True), held or b"", said)

    def unseal(self, name: str, sealed: Iterable[bytes]) -> Iterator[bytes]:
        """What `seal` was given. Raises BrokenSealError at the first piece that is not ours."""
        from cryptography.exceptions import InvalidTag

        pieces = _pieces_after_head(sealed)
        head = next(pieces)
        if len(head) != _HEAD or not head.startswith(_MARK):
            raise BrokenSealError(_CHANGED)
        salt, prefix = head[len(_MARK) : -_PREFIX], head[-_PREFIX:]
        cipher = _cipher(self._sub(b"isi", salt))
        said = name.encode()
        held = next(pieces, b"")
        number = 0
        try:
            for piece in pieces:
                yield cipher.decrypt(_nonce(prefix, number, last=False), held, said)
                held, number = piece, number + 1
            yield cipher.decrypt(_nonce(prefix, number, last=True), held, said)
        except InvalidTag as error:
            raise BrokenSealError(_CHANGED) from error

    def _sub(self, use: bytes, about: bytes) -> bytes:
        return hmac.digest(self.secret, use + b"\0" + about, "sha256")


def sealed_size(size: int) -> int:
    """How many bytes `size` bytes are when sealed."""
    return _HEAD + size + _TAG * max(1, -(-size // PIECE))


_CHANGED = (
    "Isi cadangan yang dikunci rusak atau terpotong. Pakai cadangan lain, atau salin ulang "
    "file cadangan ini dari tempat asalnya."
)


def _scrypt(password: str, salt: bytes, n: int, r: int, p: int) -> bytes:
    # The same letters typed on another system may arrive composed otherwise.
    data = unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")
    room = 128 * r * (n + p + 2) + (1 << 20)
    return hashlib.scrypt(data, salt=salt, n=n, r=r, p=p, maxmem=room, dklen=32)


def _check(secret: bytes) -> str:
    return hmac.digest(secret, b"periksa", "sha256").hex()[:32]


def _nonce(prefix: bytes, number: int, *, last: bool) -> bytes:
    return prefix + number.to_bytes(4, "big") + bytes([last])


def _cipher(key: bytes):  # type: ignore[no-untyped-def]  # noqa: ANN202 - loaded only when needed
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(key)


def _pieces(parts: Iterable[bytes], size: int) -> Iterator[bytes]:
    """The same bytes in pieces of `size`; the last may be shorter, none is empty."""
    held = bytearray()
    for part in parts:
        held += part
        while len(held) >= size:
            yield bytes(held[:size])
            del held[:size]
    if held:
        yield bytes(held)


def _pieces_after_head(parts: Iterable[bytes]) -> Iterator[bytes]:
    """First the head, which may be too short, then sealed pieces."""
    source = iter(parts)
    held = b""
    while len(held) < _HEAD:
        part = next(source, b"")
        if not part:
            break
        held += part
    yield held[:_HEAD]

    def rest() -> Iterator[bytes]:
        yield held[_HEAD:]
        yield from source

    yield from _pieces(rest(), PIECE + _TAG)
