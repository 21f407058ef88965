"""The archive bundle: one ZIP that can be read without this program."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from sopapp.domain.progress import Progress, no_progress, one_by_one
from sopapp.services.checked_zip import CheckedZip
from sopapp.services.file_names import file_name, free_place
from sopapp.services.riwayat import Peristiwa


@dataclass(frozen=True, slots=True)
class BundleFile:
    """A file in the bundle: folder, the words its name is made from, what gives its bytes."""

    folder: str
    title: str
    suffix: str
    read: Callable[[], bytes]
    """Reads a stored file; raises EnvironmentProblem when it is gone or damaged."""


@dataclass(frozen=True, slots=True)
class BundlePlan:
    """All that goes into the bundle of a berkas, read at `now` (UTC)."""

    berkas_id: int
    title: str
    files: tuple[BundleFile, ...]
    riwayat: tuple[Peristiwa, ...]
    now: datetime

    def write(self, progress: Progress = no_progress) -> bytes:
        """The ZIP's bytes; takes long for many letters, and needs no data file.

        Raises EnvironmentProblem when a stored file cannot be read.
        """
        return write_bundle(self.title, self.files, self.riwayat, self.now, progress)


def write_bundle(
    title: str,
    files: Iterable[BundleFile],
    riwayat: Iterable[Peristiwa],
    now: datetime,
    progress: Progress = no_progress,
) -> bytes:
    """The ZIP's bytes: the files, riwayat as text and JSON, and SHA-256 of each.

    `now` (UTC) stands as the time of every member, so the same input gives the same bytes.
    """
    events, taken = tuple(riwayat), set[str]()
    buffer = io.BytesIO()
    with CheckedZip(buffer, now) as archive:
        for file in one_by_one(tuple(files), progress):
            name = file_name(file.title, file.suffix)
            archive.put(free_place(f"{file.folder}/{name}", taken), file.read())
        archive.put("riwayat.txt", _readable(title, events).encode())
        archive.put("riwayat.json", _plain(events).encode())
        archive.end()
    return buffer.getvalue()


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
