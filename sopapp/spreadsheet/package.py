"""The zip that an .xlsx or .ods is: opened without trusting what it says of itself."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress

from sopapp.domain.errors import DomainError
from sopapp.spreadsheet.limits import (
    BATAS_BAGIAN,
    BATAS_ISI,
    BATAS_RASIO,
    RASIO_MULAI,
)

OVERLAP = 256
"""Bytes of a piece shown again with the next, so that no tag is cut in two."""

_CHUNK = 1 << 20
_GROWING = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_MAX_PARTS = 5_000
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError,
    OSError, IndexError, KeyError, OverflowError,
)  # fmt: skip
"""What zipfile raises on bytes that are no sound zip."""


class Package:
    """The parts of a zip in memory. Raises DomainError when it is damaged or a zip bomb."""

    def __init__(self, data: bytes, nama: str) -> None:
        self._nama = nama
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._parts = {info.filename: info for info in self._zip.infolist()}
            doubled = len(self._parts) != len(self._zip.infolist())
        except _DAMAGED as error:
            raise damaged(nama) from error
        if doubled:
            raise damaged(nama)
        said = [info.file_size for info in self._parts.values()]
        if len(said) > _MAX_PARTS or sum(said) > BATAS_ISI or max(said, default=0) > BATAS_BAGIAN:
            raise _bomb(nama)
        if any(info.flag_bits & 1 for info in self._parts.values()):
            raise DomainError(
                f"Isi file “{nama}” dikunci dengan kata sandi. "
                "Simpan ulang tanpa kata sandi, lalu impor lagi."
            )
        self._left = BATAS_ISI

    @property
    def names(self) -> tuple[str, ...]:
        """The parts, as the zip lists them."""
        return tuple(self._parts)

    def __contains__(self, part: str) -> bool:
        return part in self._parts

    def stream(self, part: str) -> Iterator[bytes]:
        """A part in pieces of 1 MiB, counted while it is unpacked."""
        info = self._parts[part]
        said, packed = info.file_size, max(info.compress_size, 1)
        done = 0
        # zipfile would stop silently at the size the zip claims; the spreadsheet library does not.
        info.file_size = BATAS_BAGIAN + _CHUNK
        try:
            with self._zip.open(info) as source:
                while chunk := source.read(_CHUNK):
                    done += len(chunk)
                    self._left -= len(chunk)
                    if done > BATAS_BAGIAN or self._left < 0:
                        raise _bomb(self._nama)
                    if done > RASIO_MULAI and done > packed * BATAS_RASIO:
                        raise _bomb(self._nama)
                    yield chunk
        except _DAMAGED as error:
            raise damaged(self._nama) from error
        finally:
            info.file_size = said
        if done != said:
            raise damaged(self._nama)

    def again(self, part: str) -> Iterator[bytes]:
        """A part that was streamed before, not counted a second time."""
        left, self._left = self._left, BATAS_ISI
        try:
            yield from self.stream(part)
        finally:
            self._left = left

    def read(self, part: str) -> bytes:
        """A whole (small) part, b"" when there is none."""
        return b"".join(self.again(part)) if part in self._parts else b""

    def check_all(self, seen: Callable[[str, bytes], None]) -> None:
        """Unpack every XML part once and show it to `seen(part, piece)`; pieces overlap a little.

        Refuses a DOCTYPE: no spreadsheet program writes one, and entities could be made to grow.
        """
        for part in self._parts:
            if not part.endswith((".xml", ".rels")):
                continue
            tail = b""
            for chunk in self.stream(part):
                piece = tail + chunk
                if (b"<!" in piece and _GROWING.search(piece)) or _wide(tail, chunk):
                    raise damaged(self._nama)
                seen(part, piece)
                tail = chunk[-OVERLAP:]

    def close(self) -> None:
        """Let go of the memory."""
        with suppress(*_DAMAGED):
            self._zip.close()


def _wide(tail: bytes, chunk: bytes) -> bool:
    """Whether a part starts as UTF-16, in which no tag could be searched for."""
    return not tail and (chunk[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in chunk[:4])


def damaged(nama: str) -> DomainError:
    """The file cannot be unpacked or read."""
    return DomainError(
        f"File “{nama}” rusak atau tidak lengkap sehingga tidak dapat dibaca. "
        "Buka di Excel atau LibreOffice, simpan ulang sebagai .xlsx, "
        "atau minta unit kerja mengirim ulang."
    )


def _bomb(nama: str) -> DomainError:
    return DomainError(
        f"Isi file “{nama}” membengkak tidak wajar ketika dibuka dan mungkin berbahaya. "
        "Jangan dipakai; salin tabelnya ke buku kerja baru dan simpan sebagai .xlsx."
    )
