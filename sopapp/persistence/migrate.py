"""Bring a data file's schema up to date, step by step, after keeping a checked copy."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from sopapp.disk_refusal import why_refused
from sopapp.domain.errors import DamagedDataError, EnvironmentProblem, NewerDataError
from sopapp.durable import put_in_place, sync_folder
from sopapp.persistence.steps import STEPS

MARK = 0x534F5044  # "SOPD": tells our file from any other SQLite file


class SchemaStep(Protocol):
    """A module with the statements that lead from one schema version to the next.

    One that needs more than SQL has a function `after` too, that is given the connection.
    """

    @property
    def SQL(self) -> tuple[str, ...]:  # noqa: N802
        """The statements in order."""
        ...


def migrate(
    connection: sqlite3.Connection,
    path: Path,
    steps: Sequence[SchemaStep] = STEPS,
    *,
    before: Callable[[], None] | None = None,
) -> None:
    """Run the steps that `connection`'s file still lacks, all or nothing.

    A file with records is first copied to `<name>.sebelum-skema-<version>` and the copy is
    checked, and `before` is called. Raises NewerDataError or EnvironmentProblem; the file is
    then as it was.
    """
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if tables and mark != MARK:
        msg = f"File ini bukan data program ini: {path}\nPilih folder data yang lain."
        raise EnvironmentProblem(msg)
    if version > len(steps):
        msg = (
            f"Data ini dibuat oleh versi program yang lebih baru (skema {version}; program ini "
            f"mengenal sampai {len(steps)}). Pasang program versi terbaru. Data tidak diubah.\n"
            f"File: {path}"
        )
        raise NewerDataError(msg)
    if version == len(steps):
        return
    if version:
        _keep_copy(connection, path, version)
        if before is not None:
            before()
    # Off outside the transaction: a table rebuilt while it is on deletes its children.
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            for step in steps[version:]:
                for statement in step.SQL:
                    connection.execute(statement)
                after = getattr(step, "after", None)
                if after is not None:
                    after(connection)
            _refuse_orphans(connection, path)
            connection.execute(f"PRAGMA application_id = {MARK}")
            connection.execute(f"PRAGMA user_version = {len(steps)}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:  # a full disk ends it by itself
                connection.execute("ROLLBACK")
            raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _refuse_orphans(connection: sqlite3.Connection, path: Path) -> None:
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if broken:
        msg = (
            "Pembaruan data dibatalkan karena ada catatan yang kehilangan induknya "
            f"(tabel {broken[0]}). Data tidak diubah; hubungi pengelola program.\n"
            f"File: {path}"
        )
        raise EnvironmentProblem(msg)


def _keep_copy(connection: sqlite3.Connection, path: Path, version: int) -> None:
    target = path.with_name(f"{path.name}.sebelum-skema-{version}")
    try:
        _write_copy(connection, path, target)
    except OSError as error:
        msg = (
            f"Salinan pengaman sebelum pembaruan tidak dapat dibuat ({why_refused(error)}), "
            "jadi data tidak diperbarui. Periksa ruang disk dan hak akses folder, lalu ulangi.\n"
            f"File: {target}"
        )
        raise EnvironmentProblem(msg) from error


def _write_copy(connection: sqlite3.Connection, path: Path, target: Path) -> None:
    fresh = target.with_name(f"{target.name}.baru")
    # Those of a run that was killed; SQLite would take the journal for that of the new file.
    fresh.unlink(missing_ok=True)
    fresh.with_name(f"{fresh.name}-journal").unlink(missing_ok=True)
    try:
        copy = sqlite3.connect(fresh)
        try:
            connection.backup(copy)
            said = copy.execute("PRAGMA quick_check").fetchone()[0]
        finally:
            copy.close()
        if said != "ok":
            msg = (
                "Data rusak, jadi tidak diperbarui. Pulihkan dari cadangan terakhir.\n"
                f"File: {path}\nKeterangan: {said}"
            )
            raise DamagedDataError(msg)
        put_in_place(fresh, target)
        sync_folder(target.parent)
    finally:
        fresh.unlink(missing_ok=True)
