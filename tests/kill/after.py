"""What must hold after a kill: the folder opens, and every word that was given is kept."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from sopapp.app import App
from sopapp.backup.bundle import open_bundle
from sopapp.backup.place import Place
from sopapp.clock import FixedClock
from sopapp.durable import ASIDE
from sopapp.folder_lock import FolderLock
from sopapp.paths import DataFolder
from sopapp.persistence.check import check_data
from tests.kill.golden import Golden, data_folder, digest, last_riwayat
from tests.kill.story import FIRST_DAY
from tests.kill.victim import open_folder

_NUMBERS = """
SELECT deret, substr(tanggal, 1, 4), urut, sisipan, nomor, count(*) FROM surat
WHERE nomor IS NOT NULL AND urut IS NOT NULL GROUP BY 1, 2, 3, 4, 5 HAVING count(*) > 1
"""


@dataclass(slots=True)
class Findings:
    """What went wrong: acknowledged calls that are lost, and everything damaged."""

    lost: list[str] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)
    torn: int = 0
    """Calls that were under way and are wholly there; no fault, only counted."""

    known_pdfs: set[str] = field(default_factory=set)
    known_bundles: set[str] = field(default_factory=set)
    last_backup: int = 0
    """Riwayat's last number in the backup that was acknowledged last."""


def look_over(root: Path, golden: Golden, done: int, findings: Findings) -> int:
    """Open the folder again and compare it with the story; gives the place where it stands.

    `done` is the place after the last acknowledged call.
    """
    folder = DataFolder(data_folder(root))
    lock = FolderLock(folder.lock)
    lock.acquire()
    app = open_folder(root, FixedClock(FIRST_DAY), suspicious=lock.was_unclean)
    try:
        place = _records(app, golden, done, findings)
        _pdfs(app, folder, findings)
    finally:
        app.close()
        lock.release()
    findings.damaged.extend(check_data(folder.database, folder.attachments))
    _copies(root, findings)
    _backups(folder, findings)
    _leftovers(folder, findings)
    return place


def _records(app: App, golden: Golden, done: int, findings: Findings) -> int:
    found = digest(app)
    number = last_riwayat(app)
    if number < golden.riwayat[done]:
        findings.lost.append(f"riwayat ends at {number}, {golden.riwayat[done]} was acknowledged")
    matching = [
        place
        for place in range(min(done, golden.length), min(done + 2, golden.length + 1))
        if golden.digests[place] == found
    ]
    if not matching:
        name = golden.names[min(done, golden.length - 1)]
        findings.damaged.append(
            f"after place {done} ({name}) the records are neither those before nor after the call"
        )
    elif golden.digests[done] != found:
        findings.torn += 1
    twice = app._database.execute_sql(_NUMBERS).fetchall()
    findings.damaged.extend(f"number given twice: {row}" for row in twice)
    synchronous = app._database.execute_sql("PRAGMA synchronous").fetchone()[0]
    mode = app._database.execute_sql("PRAGMA journal_mode").fetchone()[0]
    if (synchronous, mode) != (2, "wal"):
        findings.damaged.append(f"synchronous {synchronous}, journal {mode}")
    return max(matching, default=golden.place(number) or 0)


def _pdfs(app: App, folder: DataFolder, findings: Findings) -> None:
    """Every stored PDF opens; each is looked at once, its bytes are its name."""
    import pikepdf

    sql = "SELECT DISTINCT sha256 FROM attachment WHERE tipe = 'application/pdf'"
    for (sha256,) in app._database.execute_sql(sql).fetchall():
        if sha256 in findings.known_pdfs:
            continue
        findings.known_pdfs.add(sha256)
        try:
            with pikepdf.open(folder.attachments / sha256[:2] / sha256) as pdf:
                if not len(pdf.pages):
                    findings.damaged.append(f"PDF without a page: {sha256}")
        except (OSError, pikepdf.PdfError) as error:
            findings.damaged.append(f"PDF does not open: {sha256} ({error})")


def _copies(root: Path, findings: Findings) -> None:
    """A file that was handed out is whole; its name is the checksum of what was asked for."""
    for path in (root / "salinan").glob("*"):
        if path.name.startswith("."):
            continue
        if hashlib.sha256(path.read_bytes()).hexdigest() != path.name:
            findings.damaged.append(f"half a copy was left: {path.name}")


def _backups(folder: DataFolder, findings: Findings) -> None:
    """Each bundle is whole, and the one that was acknowledged last is among them."""
    place = Place(folder.backups)
    findings.damaged.extend(f"bundle does not open: {path}" for path in place.unreadable())
    bundles = place.bundles()
    for info in bundles:
        if info.path.name not in findings.known_bundles:
            with open_bundle(info.path) as bundle:
                findings.damaged.extend(bundle.verify())
            findings.known_bundles.add(info.path.name)
    if max((info.riwayat for info in bundles), default=0) < findings.last_backup:
        findings.lost.append(f"the backup of riwayat {findings.last_backup}")


def _leftovers(folder: DataFolder, findings: Findings) -> None:
    for path in folder.root.rglob("*"):
        if path.name.startswith(ASIDE) or path.name.endswith((".baru", "-journal")):
            findings.damaged.append(f"left lying after the next start: {path}")
