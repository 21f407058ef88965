"""What a bundle says about itself: the open manifest, and the details that a password hides."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from sopapp.backup.errors import DamagedBundleError
from sopapp.backup.sealing import Sandi
from sopapp.domain.errors import DomainError, EnvironmentProblem
from sopapp.persistence.stored_time import utc_moment, utc_text

FORMAT = 1
MANIFEST = "manifest.json"
DETAILS = "rincian.json"
DATABASE = "data.sqlite3"
OBJECTS = "isi"
SEALED = ".aes"
SUFFIX = ".sopdik"
OBJECT_NAME = re.compile(r"[0-9a-f]{64}(\.aes)?", re.ASCII)
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)
_LONGEST_TEXT = 1000
_LARGEST = 2**53  # what JSON numbers hold exactly


class Reason(StrEnum):
    """Why a backup was made."""

    TUTUP = "tutup"
    HARIAN = "harian"
    IMPOR = "impor"
    MIGRASI = "migrasi"
    DIMINTA = "diminta"
    PULIH = "pulih"


@dataclass(frozen=True, slots=True)
class Manifest:
    """The open part. `objects` are names in `isi/` with their sizes in bytes as they lie there.

    `origin` is the hash of the first row of riwayat, `riwayat` and `rantai` are number and hash
    of the last, `restores` counts the restores that it tells of.
    """

    program: str
    schema: int
    made: datetime
    origin: str
    riwayat: int
    rantai: str
    database_sha256: str
    database_size: int
    objects: tuple[tuple[str, int], ...]
    sandi: Sandi | None
    reason: Reason
    restores: int = 0

    def to_json(self) -> bytes:
        """As it lies in the bundle. Raises EnvironmentProblem for a time that cannot be right."""
        if not _tellable(self.made):
            raise EnvironmentProblem(
                f"Jam komputer menunjukkan tahun {self.made.year}. Perbaiki tanggal dan jam "
                "komputer, lalu cadangkan lagi."
            )
        value = {
            "format": FORMAT,
            "program": self.program,
            "skema": self.schema,
            "dibuat": utc_text(self.made.astimezone(UTC)),
            "asal": self.origin,
            "riwayat": {"nomor": self.riwayat, "rantai": self.rantai, "pulih": self.restores},
            "basis_data": {"sha256": self.database_sha256, "ukuran": self.database_size},
            "objek": [list(each) for each in self.objects],
            "sandi": self.sandi.as_json() if self.sandi else None,
            "alasan": self.reason.value,
        }
        return json.dumps(value, indent=1).encode()

    @classmethod
    def of_json(cls, data: bytes, path: Path) -> Manifest:
        """Read back. Raises DamagedBundleError; DomainError when a newer program wrote it."""
        return _read(data, path, _manifest)


@dataclass(frozen=True, slots=True)
class BundledFile:
    """A stored file in a bundle: what it is, the object that holds it, its plain size in bytes."""

    sha256: str
    object: str
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class DamagedFile:
    """A file that the records name and that was missing or changed when the bundle was made."""

    sha256: str
    name: str
    problem: str


@dataclass(frozen=True, slots=True)
class Details:
    """The part that a password hides: the office, what there is how often, every file."""

    instansi: str
    berkas: int
    surat: int
    entri: int
    files: tuple[BundledFile, ...]
    damaged: tuple[DamagedFile, ...]

    def to_json(self) -> bytes:
        """As it lies in the bundle."""
        value = {
            "instansi": self.instansi,
            "berkas": self.berkas,
            "surat": self.surat,
            "entri": self.entri,
            "file": [[each.sha256, each.object, each.name, each.size] for each in self.files],
            "rusak": [[each.sha256, each.name, each.problem] for each in self.damaged],
        }
        return json.dumps(value, indent=1).encode()

    @classmethod
    def of_json(cls, data: bytes, path: Path) -> Details:
        """Read back. Raises DamagedBundleError."""
        return _read(data, path, _details)


@dataclass(frozen=True, slots=True)
class BundleInfo:
    """A bundle as a list shows it, without opening what is sealed. `size_bytes` of the file.

    `sandi` tells which key seals it.
    """

    path: Path
    made: datetime
    reason: Reason
    schema: int
    origin: str
    riwayat: int
    rantai: str
    size_bytes: int
    sandi: Sandi | None = None
    restores: int = 0

    @property
    def sealed(self) -> bool:
        """Whether it takes a password to open it."""
        return self.sandi is not None


def no_bundle(path: Path) -> DamagedBundleError:
    """For a file that is cut off, changed, or no bundle."""
    return DamagedBundleError(
        f"File cadangan rusak, terpotong, atau bukan cadangan program ini. Pakai cadangan lain, "
        f"atau salin ulang dari tempat asalnya.\nFile: {path}"
    )


T = TypeVar("T")
_Object = dict[str, object]


def _read(data: bytes, path: Path, reader: Callable[[_Object, Path], T]) -> T:
    try:
        value = json.loads(data)
        if not isinstance(value, dict):
            raise no_bundle(path)
        return reader(value, path)
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        raise no_bundle(path) from error


def _manifest(value: _Object, path: Path) -> Manifest:
    number = _number(value["format"])
    if number > FORMAT:
        raise DomainError(
            "Cadangan ini dibuat oleh versi program yang lebih baru. Pasang program versi "
            f"terbaru, lalu ulangi.\nFile: {path}"
        )
    if number != FORMAT:
        raise ValueError("format")
    last = _object(value["riwayat"])
    database = _object(value["basis_data"])
    sandi = None if value["sandi"] is None else Sandi.of_json(value["sandi"])
    objects = tuple(_pair(each, sealed=sandi is not None) for each in _list(value["objek"]))
    if len({name for name, _size in objects}) != len(objects):
        raise ValueError("an object twice")
    return Manifest(
        program=_text(value["program"]),
        schema=_number(value["skema"]),
        made=_moment(value["dibuat"]),
        origin=_digest(value["asal"]),
        riwayat=_number(last["nomor"]),
        rantai=_digest(last["rantai"]),
        database_sha256=_digest(database["sha256"]),
        database_size=_number(database["ukuran"]),
        objects=objects,
        sandi=sandi,
        reason=Reason(_text(value["alasan"])),
        restores=_number(last.get("pulih", 0)),
    )


def _details(value: _Object, path: Path) -> Details:
    del path
    files = []
    for each in _list(value["file"]):
        sha256, name_there, name, size = _list(each)
        files.append(
            BundledFile(_digest(sha256), _object_name(name_there), _text(name), _number(size))
        )
    damaged = []
    for each in _list(value["rusak"]):
        sha256, name, problem = _list(each)
        damaged.append(DamagedFile(_digest(sha256), _text(name), _text(problem)))
    return Details(
        instansi=_text(value["instansi"]),
        berkas=_number(value["berkas"]),
        surat=_number(value["surat"]),
        entri=_number(value["entri"]),
        files=tuple(files),
        damaged=tuple(damaged),
    )


def _object(value: object) -> _Object:
    if not isinstance(value, dict):
        raise ValueError("no object")  # noqa: TRY004 - one kind of error for bad content
    return value


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise ValueError("no list")  # noqa: TRY004
    return value


def _number(value: object) -> int:
    if type(value) is not int or not 0 <= value < _LARGEST:
        raise ValueError("no number")
    return value


def _text(value: object) -> str:
    """Text to be shown: shortened, and without what could not be shown."""
    if not isinstance(value, str):
        raise ValueError("no text")  # noqa: TRY004
    shown = value[:_LONGEST_TEXT]
    return "".join(sign for sign in shown if not unicodedata.category(sign).startswith("C"))


def _digest(value: object) -> str:
    if not isinstance(value, str) or not _DIGEST.fullmatch(value):
        raise ValueError("no SHA-256")
    return value


def _object_name(value: object) -> str:
    if not isinstance(value, str) or not OBJECT_NAME.fullmatch(value):
        raise ValueError("no name of an object")
    return value


def _pair(value: object, *, sealed: bool) -> tuple[str, int]:
    name, size = _list(value)
    told = _object_name(name)
    if told.endswith(SEALED) != sealed:
        raise ValueError("sealed and open mixed")
    return told, _number(size)


def _moment(value: object) -> datetime:
    moment = utc_moment(_text(value))
    if not _tellable(moment):
        raise ValueError("year")
    return moment


def _tellable(moment: datetime) -> bool:
    """Beyond these years, local time cannot be told everywhere."""
    return 1971 <= moment.astimezone(UTC).year < 2900
