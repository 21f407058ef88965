"""A damaged data file at start: the newest backup, and what can still be read of the file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QDialog, QListWidget, QPushButton, QVBoxLayout

from sopapp.backup.salvage import salvage
from sopapp.backup.sealing import Key
from sopapp.domain.errors import EnvironmentProblem, SopappError
from sopapp.domain.ribuan import ribuan
from sopapp.durable import write_durably
from sopapp.paths import DataFolder
from sopapp.services.cadangan_periksa import BundlesJob
from ui import errors
from ui.backup.bundle_chooser import BundleChooser
from ui.backup.restore_run import RestoreRun
from ui.progress.growing_dialog import GrowingDialog
from ui.progress.running import Running, plain
from ui.tasks import Tasks
from ui.widgets.breakable import breakable
from ui.widgets.screen_room import screen_room
from ui.widgets.slim_scroll_bar import slim
from ui.widgets.toned import Notice, PrimaryButton, TonedLabel, row

if TYPE_CHECKING:
    from sopapp.backup.salvage import Salvaged
    from ui.backup.opened import Inside
    from ui.prompts import Prompts

_WIDTH, _LINES, _SHOWN = 148, 44, 500
_KEPT = (
    "Pilih cadangannya, lalu pulihkan. File yang rusak tidak dihapus; semua yang sekarang ada "
    "dipindahkan ke folder sebelum-pulih-… di dalam folder data."
)
_READING = "Membaca apa yang masih terbaca dari file yang rusak…"


def rescue(prompts: Prompts, folder: Path, error: Exception, now: datetime | None = None) -> bool:
    """Offer a backup in the place of a damaged data file; whether the data is whole again.

    The caller holds the folder's lock and has nothing of it open.
    """
    tasks = Tasks()
    dialog = RescueDialog(tasks, prompts, folder, str(error), now or datetime.now(UTC))
    agreed = dialog.exec() == QDialog.DialogCode.Accepted
    tasks.wait()
    chosen, crash = dialog.chooser.inside, dialog.crash
    dialog.deleteLater()
    if crash is not None:
        errors.show(None, prompts, crash)
    if not agreed or chosen is None:
        return False
    return RestoreRun(chosen.choice, folder, now or datetime.now(UTC), prompts)()


@dataclass(frozen=True, slots=True)
class _SalvageJob:
    """Reads the damaged file into a new one, and lists its riwayat as text."""

    folder: Path
    now: datetime

    def run(self) -> Salvaged | None:
        """None when there is nothing to read. Raises SopappError."""
        database = DataFolder(self.folder).database
        if not database.exists() or not database.stat().st_size:
            return None
        stem = f"diselamatkan-{self.now.astimezone():%Y%m%d-%H%M%S}"
        saved = salvage(database, self.folder / f"{stem}.sqlite3")
        lines = [f"{one}\t{when}\t{said}" for one, when, said in saved.events]
        target = self.folder / f"{stem}.txt"
        try:
            write_durably(target, "\n".join(lines).encode())
        except OSError as error:
            msg = f"Daftar perubahan tidak dapat ditulis. Periksa ruang disk:\n{target}"
            raise EnvironmentProblem(msg) from error
        return saved


class RescueDialog(GrowingDialog):
    """Accepted when the chosen backup is to be restored."""

    topic = "data-dan-cadangan#bila-file-data-rusak"

    def __init__(
        self, tasks: Tasks, prompts: Prompts, folder: Path, problem: str, now: datetime
    ) -> None:
        super().__init__()
        self.crash: Exception | None = None
        self._events: tuple[tuple[int, str, str], ...] = ()
        self._later: list[str] = []
        self._words = ""
        self.setWindowTitle("Data perlu dipulihkan")
        self.problem = Notice("danger", problem)
        data = DataFolder(folder)
        self.chooser = BundleChooser(
            tasks, prompts, BundlesJob((data.backups,), None).run, _key(data.backup_key)
        )
        self.chooser.chosen.connect(self._on_chosen)
        self.chooser.crashed.connect(self._on_crashed)
        self.salvaged = TonedLabel(_READING, "muted")
        self.list = QListWidget()
        slim(self.list)
        self.list.setAccessibleName("Perubahan sesudah cadangan yang dipilih")
        self.list.setWordWrap(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMaximumHeight(self.fontMetrics().lineSpacing() * 7)
        self.list.hide()
        self.copy_button = QPushButton("&Salin daftar perubahan")
        self.copy_button.setAutoDefault(False)
        self.copy_button.clicked.connect(
            lambda: QGuiApplication.clipboard().setText("\n".join(self._later))
        )
        self.copy_button.hide()
        self.restore_button = PrimaryButton("&Pulihkan cadangan ini")
        self.restore_button.clicked.connect(self.accept)
        self.restore_button.setEnabled(False)
        leave = QPushButton("&Tutup program")
        leave.setAutoDefault(False)
        leave.clicked.connect(self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 16, 18, 14)
        box.setSpacing(10)
        box.addWidget(self.problem)
        box.addWidget(TonedLabel(_KEPT))
        box.addWidget(self.chooser, 1)
        box.addWidget(self.salvaged)
        box.addWidget(self.list)
        box.addLayout(row(self.copy_button, None, leave, self.restore_button))
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * _WIDTH, metrics.lineSpacing() * _LINES)
        self.resize(self.size().boundedTo(screen_room(self)))
        self._saving = Running(tasks, self)
        self._saving.done.connect(self._on_salvaged)
        self._saving.failed.connect(self._on_lost)
        self._saving.start(plain(_SalvageJob(folder, now).run))

    def accept(self) -> None:
        """Qt: not while the damaged file is still being read: it is moved away then."""
        if self.chooser.inside is not None and not self._saving.going:
            super().accept()

    def _on_chosen(self, _inside: Inside | None) -> None:
        self._enable()
        self._tell()

    def _on_salvaged(self, saved: Salvaged | None) -> None:
        if saved is None:
            self._words = "Tidak ada catatan yang dapat diselamatkan dari file data itu."
            self._enable()
            self._tell()
            return
        self._events = saved.events
        lost = f", paling sedikit {ribuan(saved.lost)} hilang" if saved.lost else ""
        self._words = (
            f"{ribuan(saved.read)} catatan masih terbaca{lost}; disimpan di {saved.target.name} "
            "di folder data."
        )
        self._enable()
        self._tell()

    def _on_lost(self, error: Exception) -> None:
        if not isinstance(error, SopappError):
            self._on_crashed(error)
            return
        self._words = f"Isi file yang rusak tidak dapat diselamatkan. {error}"
        self._enable()
        self._tell()

    def _tell(self) -> None:
        """What the damaged file still tells of that the chosen backup does not have."""
        inside = self.chooser.inside
        base = inside.info.riwayat if inside is not None else 0
        self._later = [f"{one}: {said}" for one, _when, said in self._events if one > base]
        words = self._words or _READING
        if self._later and inside is not None:
            words += (
                f" {ribuan(len(self._later))} perubahan ini tidak ada di cadangan yang dipilih; "
                "kerjakan ulang sesudah dipulihkan:"
            )
        self.salvaged.setText(words)
        self.list.clear()
        self.list.addItems([breakable(each) for each in self._later[-_SHOWN:]])
        shown = bool(self._later) and inside is not None
        self.list.setVisible(shown)
        self.copy_button.setVisible(shown)

    def _enable(self) -> None:
        self.restore_button.setEnabled(self.chooser.inside is not None and not self._saving.going)

    def _on_crashed(self, error: Exception) -> None:
        self.crash = error
        self.reject()


def _key(path: Path) -> Key | None:
    try:
        return Key.stored(path)
    except EnvironmentProblem:
        return None
