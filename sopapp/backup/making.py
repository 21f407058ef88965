"""Making a backup: everything is checked before it takes its name, and pruned only after."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sopapp import __version__
from sopapp.backup.bundle_writing import BundleWriter, write_bundle
from sopapp.backup.disk_writing import sync_names
from sopapp.backup.errors import place_errors
from sopapp.backup.manifest import (
    DATABASE,
    OBJECTS,
    SEALED,
    SUFFIX,
    BundledFile,
    DamagedFile,
    Details,
    Manifest,
    Reason,
)
from sopapp.backup.place import Place
from sopapp.backup.retention import Rule, surplus
from sopapp.backup.sealing import Key, sealed_size
from sopapp.backup.single_target import check_single_target
from sopapp.backup.source import Contents, NamedFile, Source, copy_database, links, read_contents
from sopapp.backup.stored_objects import (
    LostFileError,
    StoredObjects,
    source_chunks,
    source_size,
)
from sopapp.backup.work import Asked, Meter, chunks, never
from sopapp.backup.working_folder import others_at_work, spare_folder, working_folder
from sopapp.domain.errors import EnvironmentProblem
from sopapp.domain.progress import Progress, no_progress
from sopapp.durable import put_in_place

_SLACK = 1 << 20
"""Bytes that have to be free beyond the size of the records."""


@dataclass(frozen=True, slots=True)
class MadeBackup:
    """A backup that was made and checked. `damaged` are sentences, `pruned` counts bundles."""

    path: Path
    copied_files: int
    copied_bytes: int
    damaged: tuple[str, ...]
    pruned: int = 0


@dataclass(frozen=True, slots=True)
class _Made:
    path: Path
    manifest: Manifest
    details: Details


def make_backup(
    source: Source,
    place: Place,
    *,
    reason: Reason | str,
    now: datetime,
    key: Key | None = None,
    rule: Rule | None = None,
    progress: Progress = no_progress,
    cancelled: Asked = never,
    recheck: bool = False,
) -> MadeBackup:
    """Add a bundle to `place`, then remove those that `rule` does not keep (None: none).

    Stored files that lie there already are not copied again; `recheck` reads them and mends those
    that are not whole. Files that are missing or changed are told of and do not stop it. May be
    called in any thread. Raises DamagedDataError, DomainError without records,
    EnvironmentProblem, Cancelled; the place then has what it had.
    """
    meter = Meter(progress, cancelled)
    with place_errors(place.root):
        place.prepare()
    with (
        working_folder(place.root, source.database, handed_on=True) as work,
        _copied(source, meter, () if key else (place.root,)) as copy,
    ):
        contents = read_contents(copy)
        objects = StoredObjects(source, place, work, key, meter, recheck)
        objects.bring(contents)
        details = _details(contents, objects.files, objects.damaged)
        manifest = _manifest(contents, details.files, copy, Reason(reason), now, key)
        aside = work / "bundel"
        with place_errors(place.root):
            write_bundle(aside, manifest, details, copy, key, meter, lambda _writer: None)
            objects.still_there()
            target = _free_name(place.root, manifest)
            meter.check()
            put_in_place(aside, target)
            sync_names(place.root)
        made = _Made(target, manifest, details)
        pruned = 0 if rule is None else _prune(place, rule, work, copy, made, key)
        meter.finish()
    return MadeBackup(
        target, objects.copied_files, objects.copied_bytes, _sentences(details), pruned
    )


def make_single(
    source: Source,
    target: Path,
    *,
    reason: Reason | str,
    now: datetime,
    key: Key | None = None,
    progress: Progress = no_progress,
    cancelled: Asked = never,
) -> MadeBackup:
    """Write one bundle with all files inside to `target`, over what was there.

    Raises as `make_backup` does, and DomainError for a target among data or backups; `target` is
    then as it was.
    """
    check_single_target(source, target)
    meter = Meter(progress, cancelled)
    with (
        working_folder(target.parent, source.database, handed_on=True) as work,
        _copied(source, meter, () if key else (target.parent,)) as copy,
    ):
        contents = read_contents(copy)
        meter.total += 3 * sum(file.size for file in contents.files)
        files, damaged = _sound_files(source, contents, key, meter)
        details = _details(contents, files, damaged)
        manifest = _manifest(contents, details.files, copy, Reason(reason), now, key)
        aside = work / "bundel"

        def with_files(writer: BundleWriter) -> None:
            for file in files:
                _add_file(writer, source, file)

        with place_errors(target):
            write_bundle(aside, manifest, details, copy, key, meter, with_files)
            meter.check()
            put_in_place(aside, target)
            sync_names(target.parent)
        meter.finish()
    size = sum(file.size for file in files)
    return MadeBackup(target, len(files), size, _sentences(details))


@contextmanager
def _copied(source: Source, meter: Meter, more: tuple[Path, ...]) -> Iterator[Path]:
    """A checked copy of the records, beside them, or where there is room.

    Never at a place that is sealed: what was once on a stick can be read from it again.
    """
    try:
        size = sum(
            each.stat().st_size
            for each in source.database.parent.glob(f"{source.database.name}*")
            if each.name in (source.database.name, f"{source.database.name}-wal")
        )
    except OSError:
        size = 0
    meter.total += size * 3
    choices = (source.database.parent, *more)
    with spare_folder(choices, source.database, size + _SLACK) as folder:
        copy = folder / DATABASE
        copy_database(source, copy, meter)
        yield copy


def _details(contents: Contents, files: list[BundledFile], damaged: list[DamagedFile]) -> Details:
    return Details(
        contents.instansi,
        contents.berkas,
        contents.surat,
        contents.entri,
        tuple(files),
        tuple(damaged),
    )


def _manifest(
    contents: Contents,
    files: tuple[BundledFile, ...],
    copy: Path,
    reason: Reason,
    now: datetime,
    key: Key | None,
) -> Manifest:
    digest = hashlib.sha256()
    with copy.open("rb") as handle:
        for piece in chunks(handle):
            digest.update(piece)
    size_of = sealed_size if key else int
    return Manifest(
        program=__version__,
        schema=contents.schema,
        made=now,
        origin=contents.origin,
        riwayat=contents.riwayat,
        rantai=contents.rantai,
        restores=contents.restores,
        database_sha256=digest.hexdigest(),
        database_size=copy.stat().st_size,
        objects=tuple((file.object, size_of(file.size)) for file in files),
        sandi=key.sandi if key else None,
        reason=reason,
    )


def _free_name(root: Path, manifest: Manifest) -> Path:
    """Told by local time, since people read it; without a colon, which sticks do not take."""
    when = manifest.made.astimezone().strftime("%Y%m%d-%H%M%S")
    stem = f"cadangan-{when}-r{manifest.riwayat:06d}"
    target, number = root / f"{stem}{SUFFIX}", 1
    while target.exists():
        number += 1
        target = root / f"{stem}-{number}{SUFFIX}"
    return target


def _prune(place: Place, rule: Rule, work: Path, copy: Path, made: _Made, key: Key | None) -> int:
    """Remove what `rule` does not keep of the line of records that these are the end of.

    A bundle whose last row is not among these records stays: after a restore, the line that was
    left may be all there is of somebody's work. Of records whose riwayat is broken nothing goes:
    an older backup may be the last good one. The same for one with a file that is lost now.
    """
    rows = links(copy)
    if rows is None:
        return 0
    own = [
        bundle
        for bundle in place.bundles()
        if bundle.origin == made.manifest.origin
        and (bundle.riwayat == 0 or rows.get(bundle.riwayat) == bundle.rantai)
    ]
    past = [each for each in surplus(own, rule) if each.path != made.path]
    lost = {each.sha256 for each in made.details.damaged}
    lost -= {each.sha256 for each in made.details.files}
    if lost:
        held = place.naming(past, lambda found: _may_hold(found, lost, key))
        past = [each for each in past if each.path not in held]
    removed = sum(place.remove(each) for each in past)
    with place_errors(place.root):
        busy = others_at_work(work)
    if not busy:
        place.remove_unnamed()
    return removed


def _may_hold(found: Manifest, lost: set[str], key: Key | None) -> bool:
    """Whether the bundle has one of the files; names that another password hides may be any."""
    names = {name for name, _size in found.objects}
    if found.sandi is None:
        return not lost.isdisjoint(names)
    if key is None or key.sandi != found.sandi:
        return True
    return not names.isdisjoint(key.name(each) + SEALED for each in lost)


def _sound_files(
    source: Source, contents: Contents, key: Key | None, meter: Meter
) -> tuple[list[BundledFile], list[DamagedFile]]:
    """Each file read through once: what a zip has begun cannot be taken back."""
    files: list[BundledFile] = []
    damaged: list[DamagedFile] = []
    for file in contents.files:
        try:
            _read_through(source, file, meter)
        except LostFileError as lost:
            damaged.append(DamagedFile(file.sha256, file.name, str(lost)))
        else:
            name = key.name(file.sha256) + SEALED if key else file.sha256
            files.append(BundledFile(file.sha256, name, file.name, file.size))
    return files, damaged


def _read_through(source: Source, file: NamedFile, meter: Meter) -> None:
    source_size(source, file)
    for _piece in source_chunks(source, file, meter):
        pass


def _add_file(writer: BundleWriter, source: Source, file: BundledFile) -> None:
    named = NamedFile(file.sha256, file.name, file.size)
    parts = source_chunks(source, named, writer.meter)
    if writer.key is not None:
        parts = writer.key.seal(file.object, parts)
    try:
        writer.entry(f"{OBJECTS}/{file.object}", parts, packed=False, size=file.size)
    except LostFileError as lost:
        msg = (
            f"File “{file.name}” {lost} ketika disalin. Ulangi pencadangan.\n"
            f"File: {source.stored(file.sha256)}"
        )
        raise EnvironmentProblem(msg) from lost


def _sentences(details: Details) -> tuple[str, ...]:
    return tuple(f"File “{each.name}” {each.problem}." for each in details.damaged)
