"""Files that belong to records: taken in once, kept under their checksum."""

from __future__ import annotations

import stat
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sopapp.documents.pdf_check import refuse_broken_pdf
from sopapp.documents.picture_check import refuse_broken_picture
from sopapp.domain.errors import DomainError, NotFoundError
from sopapp.domain.nama_file import nama_asal
from sopapp.domain.progress import Progress, no_progress
from sopapp.persistence import tables
from sopapp.persistence.files import FileStore
from sopapp.persistence.store import Store
from sopapp.persistence.stored_time import utc_text
from sopapp.saved_file import save_file
from sopapp.services.checked_input import checked_input

_PDF = "application/pdf"
_TYPES = (
    (b"%PDF-", _PDF),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"PK\x03\x04", "application/zip"),
)
_SUFFIX_OF = {"application/pdf": "pdf", "image/png": "png", "image/jpeg": "jpg"}
_PICTURES = ("image/png", "image/jpeg")
_BY_SUFFIX = {suffix: media for media, suffix in _SUFFIX_OF.items()} | {"jpeg": "image/jpeg"}
_HEAD = 1024
SCAN_TYPES = ("application/pdf", "image/jpeg", "image/png")
"""What a scan of a signed letter may be."""

LARGEST = 200 * 1024 * 1024
"""Bytes; a larger file is refused with a sentence."""


def suffix_of(tipe: str) -> str:
    """The ending of a file of this kind, with its dot; "" for a kind without a usual one."""
    return f".{_SUFFIX_OF[tipe]}" if tipe in _SUFFIX_OF else ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A stored file: `nama` as it was given, `ukuran` in bytes, `tipe` by its content."""

    id: int
    nama: str
    sha256: str
    ukuran: int
    tipe: str


@dataclass(frozen=True, slots=True)
class TakenFile:
    """A file that lies in the store already but has no record yet."""

    nama: str
    sha256: str
    ukuran: int
    tipe: str


def kind_of(head: bytes) -> str:
    """The media type that the first bytes show; a PDF may begin a little later."""
    for sign, media_type in _TYPES:
        if head.startswith(sign) or (sign == b"%PDF-" and sign in head[:_HEAD]):
            return media_type
    return "application/octet-stream"


def _honest_name(name: str, media_type: str) -> str:
    """The name with the suffix of what the file really is.

    A photo renamed .pdf is kept as the photo that it is; a file that claims to be a PDF or a
    picture and is neither is refused with DomainError.
    """
    stem, _, suffix = name.rpartition(".")
    claimed = _BY_SUFFIX.get(suffix.lower()) if stem else None
    if claimed is None or claimed == media_type:
        return name
    real = _SUFFIX_OF.get(media_type)
    if real is None:
        msg = f"Isi file “{name}” bukan {suffix.upper()}. Periksa filenya atau pilih yang lain."
        raise DomainError(msg)
    return f"{stem}.{real}"


def _size(source: Path, nama: str) -> int:
    """The size in bytes of a file that may be taken. Raises DomainError."""
    try:
        about = source.stat()
    except FileNotFoundError as error:
        raise DomainError(f"File “{nama}” tidak ditemukan. Pilih file yang lain.") from error
    except (
        OSError,
        ValueError,
    ) as error:  # a disk or share out of reach, or no name at all
        raise DomainError(f"File “{nama}” tidak dapat dibaca. Pilih file yang lain.") from error
    if stat.S_ISDIR(about.st_mode):
        raise DomainError(f"“{nama}” adalah folder. Pilih file di dalamnya.")
    if not stat.S_ISREG(about.st_mode):  # a pipe or a device, which has no end
        raise DomainError(f"“{nama}” bukan file biasa. Pilih file yang lain.")
    if about.st_size == 0:
        raise DomainError(f"File “{nama}” kosong. Pilih file yang lain.")
    if about.st_size > LARGEST:
        msg = (
            f"File “{nama}” terlalu besar ({about.st_size // 1024**2} MB; paling besar "
            f"{LARGEST // 1024**2} MB). Pindai ulang dengan mutu yang lebih rendah."
        )
        raise DomainError(msg)
    return about.st_size


@checked_input()
class AttachmentService:
    """Takes files in and hands them out."""

    def __init__(self, store: Store, files: FileStore) -> None:
        self._store = store
        self._files = files

    def take(
        self,
        source: Path,
        *,
        allowed: tuple[str, ...] = (),
        progress: Progress = no_progress,
    ) -> TakenFile:
        """Copy `source` into the store, before the record's own write.

        `allowed` are media types; the content decides, not the name. `progress` hears of bytes
        and may stop it; nothing is kept then. Raises DomainError
        when the file is missing, empty, too large or of another type, or a PDF or a
        picture that nothing can open.
        """
        nama = nama_asal(source.name)
        size = _size(source, nama)
        try:
            with source.open("rb") as handle:
                media_type = kind_of(handle.read(_HEAD))
        except OSError as error:
            msg = f"File “{nama}” tidak dapat dibaca. Tutup program yang memakainya."
            raise DomainError(msg) from error
        if allowed and media_type not in allowed:
            msg = f"Isi file “{nama}” bukan PDF, JPG, atau PNG. Pilih file pindaian."
            raise DomainError(msg)
        honest = _honest_name(nama, media_type)
        if media_type == _PDF:
            refuse_broken_pdf(source, nama)
        elif media_type in _PICTURES:
            refuse_broken_picture(source, nama)
        stored = self._files.put_file(source, progress)
        if stored.size != size:
            msg = (
                f"File “{nama}” berubah ketika dibaca. Tunggu sampai selesai ditulis atau diunduh, "
                "lalu pilih lagi."
            )
            raise DomainError(msg)
        return TakenFile(honest, stored.sha256, stored.size, media_type)

    def take_bytes(self, name: str, data: bytes, media_type: str) -> TakenFile:
        """Put `data` into the store, before the record's own write."""
        stored = self._files.put_bytes(data)
        return TakenFile(name, stored.sha256, stored.size, media_type)

    def record(self, taken: TakenFile) -> int:
        """Make the record of a taken file; call inside the write that refers to it."""
        row = tables.Attachment.create(
            sha256=taken.sha256,
            nama=taken.nama,
            ukuran=taken.ukuran,
            tipe=taken.tipe,
            ditambahkan=utc_text(self._store.clock.now()),
        )
        return int(row.id)

    def get(self, attachment_id: int) -> Attachment:
        """The record. Raises NotFoundError."""
        row = tables.Attachment.get_or_none(tables.Attachment.id == attachment_id)
        if row is None:
            raise NotFoundError("Lampiran itu tidak ada lagi.")
        return Attachment(row.id, row.nama, row.sha256, row.ukuran, row.tipe)

    def read(self, attachment_id: int) -> bytes:
        """The bytes, checked against the checksum. Raises EnvironmentProblem."""
        return self._files.read(self.get(attachment_id).sha256)

    def reader(self, attachment_id: int) -> Callable[[], bytes]:
        """What reads the bytes later, on any thread, as `read` does."""
        return partial(self._files.read, self.get(attachment_id).sha256)

    def save_copy(self, attachment_id: int, target: Path) -> None:
        """Write a checked copy to `target`, aside first. Raises EnvironmentProblem."""
        save_file(target, self.read(attachment_id))
