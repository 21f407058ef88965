"""The SOP versions: the newest is in force, a berkas keeps the one it began on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from sopapp.domain.changes import Kind
from sopapp.domain.errors import DomainError, NotFoundError
from sopapp.domain.sop import Sop
from sopapp.persistence import tables
from sopapp.persistence.store import Store
from sopapp.persistence.stored_time import utc_moment, utc_text
from sopapp.sop_file import bundled_sop_path, parse_sop


@dataclass(frozen=True, slots=True)
class SopVersion:
    """A version that was loaded, with the file's name and the moment (UTC)."""

    id: int
    nama: str
    dimuat: datetime
    sha256: str


class SopService:
    """Reads the SOP and takes revised ones in."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._parsed = lru_cache(maxsize=None)(self._parse)

    def start(self) -> None:
        """Take the bundled SOP in when there is none yet."""
        if not tables.SopVersi.select().exists():
            self.load(bundled_sop_path())

    @property
    def current_id(self) -> int:
        """The version that a new berkas begins on."""
        row = tables.SopVersi.select(tables.SopVersi.id).order_by(tables.SopVersi.id.desc()).get()
        return int(row.id)

    def current(self) -> Sop:
        """The SOP in force."""
        return self.get(self.current_id)

    def get(self, version_id: int) -> Sop:
        """A version by id; versions never change, so each is parsed once."""
        return self._parsed(version_id)

    def versions(self) -> tuple[SopVersion, ...]:
        """All versions, newest first."""
        rows = tables.SopVersi.select().order_by(tables.SopVersi.id.desc())
        return tuple(
            SopVersion(
                row.id,
                row.nama,
                utc_moment(row.dimuat),
                row.sha256,
            )
            for row in rows
        )

    def text(self, version_id: int) -> str:
        """The file's text as it was loaded. Raises NotFoundError."""
        row = tables.SopVersi.get_or_none(tables.SopVersi.id == version_id)
        if row is None:
            raise NotFoundError("Versi SOP itu tidak ada.")
        return str(row.isi)

    def load(self, path: Path) -> int:
        """Check a file and put it in force for berkas that begin from now on.

        Raises DomainError naming file, field and what is expected.
        """
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            msg = f"{path.name}: file SOP harus teks UTF-8. Simpan ulang sebagai UTF-8."
            raise DomainError(msg) from error
        except OSError as error:
            msg = f"{path.name}: file SOP tidak dapat dibaca ({error.strerror})."
            raise DomainError(msg) from error
        sop = parse_sop(text, path.name)
        digest = hashlib.sha256(text.encode()).hexdigest()
        newest = tables.SopVersi.select().order_by(tables.SopVersi.id.desc()).first()
        if newest is not None and newest.sha256 == digest:
            raise DomainError(f"{path.name}: isinya sama dengan SOP yang sudah berlaku.")
        with self._store.write("sop.muat", Kind.SOP) as entry:
            row = tables.SopVersi.create(
                sha256=digest, nama=path.name, isi=text, dimuat=utc_text(self._store.clock.now())
            )
            entry.say(f"SOP “{sop.head.nama}” dimuat dari {path.name}.", sesudah={"sha256": digest})
        return int(row.id)

    def _parse(self, version_id: int) -> Sop:
        row = tables.SopVersi.get_or_none(tables.SopVersi.id == version_id)
        if row is None:
            raise NotFoundError("Versi SOP itu tidak ada.")
        return parse_sop(row.isi, row.nama)
