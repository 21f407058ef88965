"""The SOP versions: the newest is in force, a berkas keeps the one it began on."""

from __future__ import annotations

import stat
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from sopapp.disk_refusal import why_refused
from sopapp.domain import panduan
from sopapp.domain.changes import Kind
from sopapp.domain.errors import DomainError, NotFoundError
from sopapp.domain.sop import Sop
from sopapp.persistence.store import Store
from sopapp.persistence.stored_time import utc_moment, utc_text
from sopapp.services.checked_input import checked_input
from sopapp.sop_file import bundled_sop_path, parse_sop

LARGEST = 4_000_000
"""Bytes; an SOP has some thirty thousand."""


class SopVersion(NamedTuple):
    """A version that was loaded, with the file's name and the moment (UTC)."""

    id: int
    nama: str
    dimuat: datetime
    sha256: str


@checked_input()
class SopService:
    """Reads the SOP and takes revised ones in."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._parsed = lru_cache(maxsize=None)(self._parse)

    def start(self) -> None:
        """Take the bundled SOP in when there is none yet."""
        if self._newest() is None:
            self.load(bundled_sop_path())

    @property
    def current_id(self) -> int:
        """The version that a new berkas begins on."""
        newest = self._newest()
        if newest is None:
            raise NotFoundError("SOP belum dimuat.")
        return newest

    def _newest(self) -> int | None:
        (newest,) = self._store.database.execute_sql("SELECT max(id) FROM sop_versi").fetchone()
        return newest  # type: ignore[no-any-return]

    def current(self) -> Sop:
        """The SOP in force."""
        return self.get(self.current_id)

    def get(self, version_id: int) -> Sop:
        """A version by id; versions never change, so each is parsed once."""
        return self._parsed(version_id)

    def versions(self) -> tuple[SopVersion, ...]:
        """All versions, newest first."""
        from sopapp.persistence import tables  # a start reads one version

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
        return self._file(version_id)[1]

    def load(self, path: Path) -> int:
        """Check a file and put it in force for berkas that begin from now on.

        Raises DomainError naming file, field and what is expected.
        """
        import hashlib  # a start only reads

        from sopapp.domain.nama_file import nama_asal
        from sopapp.persistence import tables

        nama = nama_asal(path.name)
        text = _read(path, nama)
        try:
            sop = parse_sop(text, nama)
        except DomainError as error:
            error.topic = panduan.FILE_SOP
            raise
        digest = hashlib.sha256(text.encode()).hexdigest()
        newest = tables.SopVersi.select().order_by(tables.SopVersi.id.desc()).first()
        if newest is not None and newest.sha256 == digest:
            raise DomainError(
                f"{nama}: isinya sama dengan SOP yang sudah berlaku.", topic=panduan.FILE_SOP
            )
        with self._store.write("sop.muat", Kind.SOP) as entry:
            row = tables.SopVersi.create(
                sha256=digest, nama=nama, isi=text, dimuat=utc_text(self._store.clock.now())
            )
            entry.say(f"SOP “{sop.head.nama}” dimuat dari {nama}.", sesudah={"sha256": digest})
        return int(row.id)

    def _parse(self, version_id: int) -> Sop:
        nama, text = self._file(version_id)
        return parse_sop(text, nama)

    def _file(self, version_id: int) -> tuple[str, str]:
        """Name and text of a version. Raises NotFoundError."""
        sql = "SELECT nama, isi FROM sop_versi WHERE id = ?"
        row = self._store.database.execute_sql(sql, (version_id,)).fetchone()
        if row is None:
            raise NotFoundError("Versi SOP itu tidak ada.")
        return str(row[0]), str(row[1])


def _read(path: Path, nama: str) -> str:
    """The text of an SOP file. Raises DomainError."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode) or about.st_size > LARGEST:
            raise DomainError(
                f"{nama}: bukan file SOP. Pilih salinan SOP yang sudah disunting.",
                topic=panduan.FILE_SOP,
            )
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        msg = f"{nama}: file SOP harus teks UTF-8. Simpan ulang sebagai UTF-8."
        raise DomainError(msg, topic=panduan.FILE_SOP) from error
    except (OSError, ValueError) as error:  # ValueError: no name that a disk could hold
        why = why_refused(error) if isinstance(error, OSError) else "nama filenya tidak sah"
        raise DomainError(f"{nama}: file SOP tidak dapat dibaca ({why}). Pilih lagi.") from error
