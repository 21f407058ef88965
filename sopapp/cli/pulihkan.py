"""The command `pulihkan`: shows what a backup holds, and puts it into a data folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sopapp.cli.call import FAILED, OK, CallParser, WrongCallError
from sopapp.cli.sandi import asked_password, password_in
from sopapp.clock import Clock
from sopapp.domain.errors import DomainError
from sopapp.domain.tanggal import tanggal
from sopapp.paths import DataFolder

if TYPE_CHECKING:
    from sopapp.backup.bundle import OpenBundle
    from sopapp.backup.plain import PlainData

HELP = """\
  python -m sopapp pulihkan BUNDLE FOLDER [--isi] [--tanpa-file-hilang] [--sandi-dari FILE]
      Menunjukkan isi cadangan BUNDLE lalu memulihkannya ke FOLDER. Yang sudah ada di FOLDER
      dipindahkan ke FOLDER/sebelum-pulih-..., tidak pernah dihapus. --isi hanya menunjukkan isi
      dan memeriksanya. BUNDLE boleh juga salinan folder data. Bila ada file yang hilang dari
      cadangan, pemulihan hanya dilanjutkan dengan --tanpa-file-hilang.
"""


def run(arguments: Sequence[str], say: Callable[[str], None], clock: Clock) -> int:
    """Show and restore; gives the exit status.

    Raises WrongCallError for a wrong call, DomainError and EnvironmentProblem for the rest.
    """
    parser = CallParser()
    parser.add_argument("bundle", nargs="?")
    parser.add_argument("folder", nargs="?")
    parser.add_argument("--isi", action="store_true")
    parser.add_argument("--tanpa-file-hilang", action="store_true")
    parser.add_argument("--sandi-dari", nargs="?", const="")
    parsed, unknown = parser.parse_known_intermixed_args(list(arguments))
    if unknown:
        raise WrongCallError(f"Tidak dipahami: {' '.join(unknown)}.")
    if not parsed.bundle:
        raise WrongCallError("Perintah pulihkan memerlukan BUNDLE.")
    if not parsed.folder and not parsed.isi:
        raise WrongCallError("Perintah pulihkan memerlukan FOLDER, atau --isi.")
    if parsed.sandi_dari == "":
        raise WrongCallError("--sandi-dari memerlukan nama FILE.")
    with _opened(Path(parsed.bundle), parsed.sandi_dari) as source:
        for line in _inside(source):
            say(line)
        if parsed.isi:
            return _verify(source, say)
        _restore(source, Path(parsed.folder), say, clock, go_on=parsed.tanpa_file_hilang)
    return OK


@contextmanager
def _opened(path: Path, password_file: str | None) -> Iterator[OpenBundle | PlainData]:
    """The source; its password is asked for only when there is one."""
    from sopapp.backup.choosing import open_source
    from sopapp.backup.errors import WrongPasswordError

    if password_file is not None:
        source = open_source(path, password_in(Path(password_file)))
    else:
        try:
            source = open_source(path)
        except WrongPasswordError:
            source = open_source(path, asked_password())
    with source:
        yield source


def _inside(source: OpenBundle | PlainData) -> Iterator[str]:
    info, details = source.info, source.details
    made = info.made.astimezone()
    yield f"Cadangan : {info.path}"
    yield f"Dibuat   : {tanggal(made.date())} pukul {made:%H.%M}"
    yield f"Kantor   : {details.instansi or '(belum diisi)'}"
    yield (
        f"Isi      : {details.berkas} berkas, {details.surat} surat, {details.entri} informasi, "
        f"{len(details.files)} file"
    )
    yield f"Riwayat  : sampai nomor {info.riwayat}"
    program, records = _program(source)
    size = records + sum(each.size for each in details.files)
    yield f"Ukuran   : {size / 1e6:.1f} MB setelah dipulihkan"
    yield f"Versi    : program {program}, skema data {info.schema}"
    if info.sealed:
        yield "Terkunci : ya, dengan kata sandi"
    for each in details.damaged:
        yield f"- File “{each.name}” {each.problem} ketika cadangan dibuat."


def _program(source: OpenBundle | PlainData) -> tuple[str, int]:
    """The version that made it, and the size of the records in bytes."""
    from sopapp.backup.plain import PlainData

    if isinstance(source, PlainData):
        return "(tidak tercatat)", source.info.size_bytes
    return source.manifest.program, source.manifest.database_size


def _verify(source: OpenBundle | PlainData, say: Callable[[str], None]) -> int:
    problems = source.verify()
    for sentence in problems:
        say(f"- {sentence}")
    if problems or source.details.damaged:
        return FAILED
    say("Cadangan ini utuh. Belum ada yang diubah.")
    return OK


def _restore(
    source: OpenBundle | PlainData,
    folder: Path,
    say: Callable[[str], None],
    clock: Clock,
    *,
    go_on: bool,
) -> None:
    from sopapp.backup.restoring import MissingFilesError, check_target, restore
    from sopapp.folder_lock import FolderLock
    from sopapp.persistence.steps import STEPS

    check_target(source, folder)
    with _unmade(folder), FolderLock(DataFolder(folder).lock):
        try:
            done = restore(source, folder, now=clock.now(), allow_missing=go_on)
        except MissingFilesError as error:
            msg = f"{error}\nUntuk melanjutkan tanpa file itu, tambahkan --tanpa-file-hilang."
            raise DomainError(msg) from error
        _record(folder, clock)
    for sentence in done.missing:
        say(f"- {sentence}")
    say(f"Data dipulihkan ke {folder} ({done.files} file).")
    if done.kept is not None:
        say(f"Yang ada sebelumnya disimpan di {done.kept}.")
    if source.info.schema < len(STEPS):
        say("Data itu dari versi program yang lama dan sudah diperbarui.")


def _record(folder: Path, clock: Clock) -> None:
    """Say in riwayat where the data comes from, which also brings its schema up to date."""
    from functools import partial

    from sopapp.app import open_app
    from sopapp.services.cadangan import backup_before_migration

    before = partial(backup_before_migration, DataFolder(folder), clock.now())
    with open_app(folder, clock, before_migration=before) as app:
        app.cadangan.finish_restore()


@contextmanager
def _unmade(folder: Path) -> Iterator[None]:
    """A folder that was made for the lock only goes again when nothing came into it."""
    fresh = not folder.exists()
    try:
        yield
    except BaseException:
        if fresh and [each.name for each in folder.glob("*")] == [DataFolder(folder).lock.name]:
            with suppress(OSError):
                DataFolder(folder).lock.unlink()
                folder.rmdir()
        raise
