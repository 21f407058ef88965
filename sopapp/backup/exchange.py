"""Moves new records and files into a data folder and the old out, whole or not at all.

A plan is written down, what was there is moved into a folder that stays, and the new moved in.
Whoever finds a plan (`finish_restore`, called before a folder is opened) carries it to its end,
so a power cut at any point leaves the old or the new whole, and the old is never deleted.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sopapp.backup.restore_note import NOTE, RestoreNote
from sopapp.backup.unfinished import PLAN, STAGING
from sopapp.disk_refusal import why_refused
from sopapp.domain.errors import EnvironmentProblem
from sopapp.durable import put_in_place, sync_folder, write_durably
from sopapp.paths import DataFolder

KEPT = "sebelum-pulih-"
"""How the folders begin that hold what was there before."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """Names inside the data folder: where the old goes, what goes there, what comes."""

    kept: str
    old: tuple[str, ...]
    new: tuple[str, ...]

    def text(self, note: RestoreNote) -> bytes:
        """As it is written down, with what riwayat is to say when all is moved."""
        names = {"simpan": self.kept, "lama": self.old, "baru": self.new}
        return json.dumps(names | note.said(self.kept if self.old else None)).encode()


def finish_restore(folder: Path) -> Path | None:
    """Carry a restore that was cut off to its end; call before anything opens `folder`.

    One that had not begun to move is taken back. Gives the folder that holds what was there
    before when a restore was completed now. Raises EnvironmentProblem.
    """
    plan_file, staging = folder / PLAN, folder / STAGING
    try:
        if not os.path.lexists(plan_file):
            if os.path.lexists(staging):
                shutil.rmtree(staging)
            return None
        plan = _read_plan(plan_file)
        if not _whole(folder, plan):  # somebody took the new away: the old is all there is
            _take_back(folder, plan)
            return None
        _carry_out(folder, plan)
    except OSError as error:
        raise _half_done(folder, error) from error
    return folder / plan.kept if plan.old else None


def _whole(folder: Path, plan: _Plan) -> bool:
    """Whether everything new lies ready or in its place already."""
    return all(
        os.path.lexists(folder / STAGING / name) or _moved_in(folder, plan, name)
        for name in plan.new
    )


def _moved_in(folder: Path, plan: _Plan, name: str) -> bool:
    """Whether the one in the folder is the new: the old, where there was one, is kept."""
    away = name not in plan.old or os.path.lexists(folder / plan.kept / name)
    return away and os.path.lexists(folder / name)


def exchange(folder: Path, now: datetime, note: RestoreNote) -> Path | None:
    """Put what lies in STAGING into the place of what is in `folder`.

    Gives the folder in which the old lies now; `note` stays until riwayat tells of it. Raises
    OSError, with everything as it was, and EnvironmentProblem when the disk refused the way
    back too.
    """
    plan = _Plan(
        kept=_free_name(folder, now),
        old=tuple(_belongings(folder)),
        new=tuple(sorted(each.name for each in (folder / STAGING).iterdir())),
    )
    _sync_all(folder / STAGING)
    try:
        write_durably(folder / PLAN, plan.text(note))
        _carry_out(folder, plan)
    except OSError as error:
        try:
            _take_back(folder, plan)
        except OSError:
            raise _half_done(folder, error) from error
        raise
    return folder / plan.kept if plan.old else None


def _belongings(folder: Path) -> Iterator[str]:
    """What is exchanged: records with what SQLite and the program keep beside them, files."""
    data = DataFolder(folder)
    names = {data.attachments.name, data.sample_mark.name}
    for each in sorted(folder.iterdir()):
        if each.name in names or each.name.startswith(data.database.name):
            yield each.name


def _free_name(folder: Path, now: datetime) -> str:
    name = f"{KEPT}{now.astimezone():%Y%m%d-%H%M%S}"
    number = 1
    wanted = name
    while os.path.lexists(folder / wanted):
        number += 1
        wanted = f"{name}-{number}"
    return wanted


def _carry_out(folder: Path, plan: _Plan) -> None:
    """Move the old away, then the new in; done again after a power cut it goes on. OSError."""
    kept, staging = folder / plan.kept, folder / STAGING
    if plan.old:
        kept.mkdir(exist_ok=True, mode=0o700)
    for name in plan.old:
        # Once it lies there, one in the folder is the new.
        if not os.path.lexists(kept / name) and os.path.lexists(folder / name):
            put_in_place(folder / name, kept / name)
    if plan.old:
        sync_folder(kept)
    sync_folder(folder)
    for name in plan.new:
        if os.path.lexists(staging / name):
            put_in_place(staging / name, folder / name)
    sync_folder(folder)
    put_in_place(folder / PLAN, folder / NOTE)
    # Done: without a plan there is no way back, and none is needed. What riwayat has to say
    # is still to be written; see RestoreNote.
    with suppress(OSError):
        sync_folder(folder)
    shutil.rmtree(staging, ignore_errors=True)  # empty; the next start removes it otherwise


def _take_back(folder: Path, plan: _Plan) -> None:
    """Undo a begun move; done again after a power cut it goes on. Raises OSError."""
    kept, staging = folder / plan.kept, folder / STAGING
    staging.mkdir(mode=0o700, exist_ok=True)
    for name in plan.new:
        if not os.path.lexists(staging / name) and _moved_in(folder, plan, name):
            put_in_place(folder / name, staging / name)
    for name in plan.old:
        if os.path.lexists(kept / name):
            put_in_place(kept / name, folder / name)
    sync_folder(folder)
    (folder / PLAN).unlink(missing_ok=True)
    with suppress(OSError):
        sync_folder(folder)
        kept.rmdir()


def _half_done(folder: Path, error: OSError) -> EnvironmentProblem:
    return EnvironmentProblem(
        f"Pemulihan terhenti di tengah ({why_refused(error)}). Data lama dan data baru masih "
        "ada semua. Periksa disk, tutup program lain yang memakai folder ini, lalu buka program "
        f"ini lagi; pemulihan akan diselesaikan.\nFolder: {folder}"
    )


def clear(folder: Path, *, fresh: bool) -> None:
    """Remove what was taken out of the bundle, unless a plan still needs it."""
    if os.path.lexists(folder / PLAN):
        return
    shutil.rmtree(folder / STAGING, ignore_errors=True)
    if fresh:
        with suppress(OSError):  # somebody put something there meanwhile
            folder.rmdir()


def _sync_all(root: Path) -> None:
    """Every folder below `root` and `root` itself; the files were synced when written."""
    for place, _folders, _files in os.walk(root):
        sync_folder(Path(place))


def _read_plan(path: Path) -> _Plan:
    """Raises EnvironmentProblem for a plan that the program did not write."""
    try:
        value = json.loads(path.read_bytes())
        plan = _Plan(str(value["simpan"]), tuple(value["lama"]), tuple(value["baru"]))
        names = (plan.kept, *plan.old, *plan.new)
        whole = all(isinstance(name, str) and Path(name).name == name for name in names)
    except (ValueError, KeyError, TypeError):
        whole = False
    if not whole:
        msg = (
            "Catatan pemulihan yang terhenti tidak terbaca. Jangan menghapus apa pun; hubungi "
            f"pengelola program.\nFile: {path}"
        )
        raise EnvironmentProblem(msg)
    return plan
