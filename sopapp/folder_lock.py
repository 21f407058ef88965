"""One run of the program at a time on a data folder."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from sopapp.disk_refusal import Refusal, refusal, why_refused
from sopapp.domain.errors import EnvironmentProblem, InUseError
from sopapp.domain.tanggal import tanggal
from sopapp.file_lock import lock_file, unlock_file
from sopapp.pc_name import pc_name
from sopapp.private_folder import make_folder, not_made

_LONGEST = 4096  # bytes of content that are looked at


class Holder(NamedTuple):
    """Who has the folder open; `sejak` is a UTC time in ISO form."""

    pid: int
    komputer: str
    sejak: str

    @property
    def here(self) -> bool:
        """Whether it is a run on this PC."""
        return self.komputer == pc_name()

    def since(self) -> str:
        """Day and time by this PC's clock, in words; empty when it cannot be read."""
        try:
            moment = datetime.fromisoformat(self.sejak).astimezone()
        except (ValueError, OverflowError, OSError):
            return ""
        return f"{tanggal(moment.date())} pukul {moment:%H.%M}"


class ElsewhereError(InUseError):
    """Another PC has, by its own word, the folder open; whether it still does nobody can see."""

    def __init__(self, path: Path, holder: Holder) -> None:
        since = f" sejak {holder.since()}" if holder.since() else ""
        self.facts = (
            f"Folder data ini tercatat sedang dibuka di komputer lain, “{holder.komputer}”{since}. "
            "Bila dua komputer memakainya bersamaan, data dapat rusak.\n\n"
            "Periksa dahulu komputer itu dan tutup program di sana."
        )
        super().__init__(
            f"{self.facts} Bila program di sana sudah tidak berjalan (misalnya komputernya mati "
            f"atau folder ini salinan), hapus file berikut, lalu buka lagi:\n{path}"
        )


class FolderLock:
    """The lock of one data folder, held by the system: a crash leaves no obstacle.

    The content of the file says who holds it and is removed by a clean end, so content that is
    found by the next run tells of an unclean one. Use as a context, or `acquire`/`release`.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None
        self._unclean = False

    @property
    def was_unclean(self) -> bool:
        """Whether the last run ended without releasing: a crash, a kill, a power cut."""
        return self._unclean

    def holder(self) -> Holder | None:
        """Who is written in the file now; None when nobody is or it cannot be read."""
        try:
            with self._path.open("rb") as handle:
                return _parsed(handle.read(_LONGEST))
        except OSError:
            return None

    def acquire(self, *, take_over: bool = False) -> None:
        """Take the lock, making the folder, for its user alone, when it is not there.

        Raises InUseError when another run on this PC holds it, ElsewhereError (an InUseError)
        when the file names another PC, unless `take_over`; EnvironmentProblem when the folder
        cannot be made or written.
        """
        if self._descriptor is not None:
            raise RuntimeError("the lock is held already")
        descriptor = self._open()
        try:
            self._take(descriptor, take_over=take_over)
        except OSError as error:
            os.close(descriptor)
            raise _not_written(self._path, error) from error
        except BaseException:
            os.close(descriptor)
            raise
        self._descriptor = descriptor
        _held.add(self)

    def release(self, *, clean: bool = True) -> None:
        """Let go of it; with `clean` False the next run is told of an unclean end."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is None:
            return
        _held.discard(self)
        try:
            if clean:
                os.ftruncate(descriptor, 0)
        except OSError:
            pass  # the next run then only checks the data once more than it had to
        finally:
            unlock_file(descriptor)
            os.close(descriptor)

    def expect_end(self) -> None:
        """Let an end that comes without `release` pass for a clean one; the lock is still held."""
        if self._descriptor is not None:
            with suppress(OSError):  # the next run then only checks the data once more
                os.ftruncate(self._descriptor, 0)

    def __enter__(self) -> FolderLock:
        self.acquire()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # Data that were suspicious stay so until a run with them ends well.
        self.release(clean=error is None or not self._unclean)

    def _open(self) -> int:
        folder = self._path.parent
        try:
            make_folder(folder)
        except OSError as error:
            raise not_made(folder, error) from error
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
        try:
            return os.open(self._path, flags, 0o600)
        except OSError as error:
            raise _not_written(self._path, error) from error

    def _take(self, descriptor: int, *, take_over: bool) -> None:
        before = _parsed(_read(descriptor))
        held = lock_file(descriptor)
        if held is None:  # a share without locks: only the content can tell
            held = before is not None and before.here and _alive(before.pid)
        if held:
            raise InUseError(_in_use(self._path, before))
        # Read again under the lock: the one before may have ended in between.
        found = _read(descriptor)
        before = _parsed(found)
        if before is not None and not before.here and not take_over:
            unlock_file(descriptor)
            raise ElsewhereError(self._path, before)
        self._write(descriptor, unclean=bool(found))
        self._unclean = bool(found)

    def _write(self, descriptor: int, *, unclean: bool) -> None:
        """Say who holds it, so that it survives a power cut."""
        me = Holder(os.getpid(), pc_name(), datetime.now(UTC).isoformat(timespec="seconds"))
        text = json.dumps(me._asdict(), ensure_ascii=False).encode()
        try:
            os.lseek(descriptor, 0, os.SEEK_SET)
            os.write(descriptor, text)
            os.ftruncate(descriptor, len(text))
            os.fsync(descriptor)
        except OSError:
            if not unclean:
                os.ftruncate(descriptor, 0)
            raise


_held: set[FolderLock] = set()
"""The locks of this process."""


def expect_end() -> None:
    """Let the end of this process, whatever way it comes now, pass for a clean one.

    For a system that ends processes without waiting; everything must be written by then.
    """
    for lock in _held:
        lock.expect_end()


def _read(descriptor: int) -> bytes:
    os.lseek(descriptor, 0, os.SEEK_SET)
    return os.read(descriptor, _LONGEST)


def _parsed(content: bytes) -> Holder | None:
    try:
        said = json.loads(content.decode("utf-8"))
        return Holder(int(said["pid"]), str(said["komputer"])[:100], str(said["sejak"])[:40])
    except (ValueError, KeyError, TypeError):
        return None


def _in_use(path: Path, holder: Holder | None) -> str:
    where = f" di komputer “{holder.komputer}”" if holder is not None and not holder.here else ""
    since = f" sejak {holder.since()}" if holder is not None and holder.since() else ""
    return (
        f"Program ini sudah terbuka{where} dengan folder data yang sama{since}. Pakai jendela "
        f"yang sudah terbuka itu, atau tutup dahulu.\n{path.parent}"
    )


def _not_written(path: Path, error: OSError) -> EnvironmentProblem:
    if refusal(error) is Refusal.FULL:
        remedy = (
            "Ruang disk penuh, jadi program belum dibuka dan tidak ada data yang berubah. "
            "Kosongkan sebagian disk, lalu buka lagi."
        )
    else:
        remedy = (
            f"Folder data tidak dapat ditulisi ({why_refused(error)}). Periksa hak akses "
            "folder ini dan program pemindai virus, minta bantuan pengelola komputer, atau buka "
            "program dengan folder lain (pilihan --data)."
        )
    return EnvironmentProblem(f"{remedy}\nFile: {path}")


def _alive(pid: int) -> bool:
    """Whether a process of this PC runs; only asked where a share has no locks."""
    if sys.platform == "win32" or pid <= 0:  # Windows has locks on every share
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
