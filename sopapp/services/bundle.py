"""The archive bundle: one ZIP that can be read without this program."""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath

from sopapp.domain.nama_file import nama_aman
from sopapp.services.riwayat import Peristiwa

_UNSAFE = re.compile(r"[^\w.\-]+")
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class BundleFile:
    """A file in the bundle: folder, the words its name is made from, bytes."""

    folder: str
    title: str
    suffix: str
    data: bytes


@dataclass(frozen=True, slots=True)
class BundlePlan:
    """All that goes into the bundle of a berkas, read at `now` (UTC)."""

    berkas_id: int
    title: str
    files: tuple[BundleFile, ...]
    riwayat: tuple[Peristiwa, ...]
    now: datetime

    def write(self) -> bytes:
        """The ZIP's bytes; takes long for many letters, and needs no data file."""
        return write_bundle(self.title, self.files, self.riwayat, self.now)


def file_name(title: str, suffix: str) -> str:
    """A name that every system takes, with the suffix (`.pdf`)."""
    stem = _UNSAFE.sub("-", title).strip("-.")[:_LONGEST_NAME].rstrip("-.")
    return nama_aman(stem, _UNSAFE.sub("-", suffix))


def write_bundle(
    title: str, files: Iterable[BundleFile], riwayat: Iterable[Peristiwa], now: datetime
) -> bytes:
    """The ZIP's bytes: the files, riwayat as text and JSON, and SHA-256 of each.

    `now` (UTC) stands as the time of every member, so the same input gives the same bytes.
    """
    events = tuple(riwayat)
    members: dict[str, bytes] = {}
    for file in files:
        _put(members, file.folder, file_name(file.title, file.suffix), file.data)
    members["riwayat.txt"] = _readable(title, events).encode()
    members["riwayat.json"] = _plain(events).encode()
    sums = "".join(
        f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in members.items()
    )
    members["SHA256SUMS"] = sums.encode()
    buffer = io.BytesIO()
    stamp = (now.year, now.month, now.day, now.hour, now.minute, now.second)
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, stamp)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, data)
    return buffer.getvalue()


def _put(members: dict[str, bytes], folder: str, name: str, data: bytes) -> None:
    """Add under a name that is not taken yet; names differ by more than case on Windows."""
    taken = {present.casefold() for present in members}
    path = PurePosixPath(folder, name)
    unique, number = str(path), 2
    while unique.casefold() in taken:
        unique = str(path.with_name(f"{path.stem}-{number}{path.suffix}"))
        number += 1
    members[unique] = data


def _readable(title: str, events: tuple[Peristiwa, ...]) -> str:
    lines = [f"Riwayat berkas: {title}", "Waktu dalam UTC.", ""]
    lines += [
        f"{event.waktu:%Y-%m-%d %H:%M:%S}  {event.pelaku}  {event.ringkasan}" for event in events
    ]
    return "\n".join(lines) + "\n"


def _plain(events: tuple[Peristiwa, ...]) -> str:
    rows = [
        {
            "id": event.id,
            "waktu": f"{event.waktu:%Y-%m-%dT%H:%M:%SZ}",
            "pelaku": event.pelaku,
            "aksi": event.aksi,
            "ringkasan": event.ringkasan,
            "sebelum": event.sebelum,
            "sesudah": event.sesudah,
        }
        for event in events
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
