"""The data looked over in full: each finding a sentence, lost files taken back from backups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sopapp.domain.errors import SopappError
from sopapp.domain.ribuan import ribuan
from ui import errors
from ui.backup.strip import WorkStrip
from ui.progress.running import Running, plain, with_progress
from ui.widgets.breakable import breakable
from ui.widgets.screen_room import screen_room
from ui.widgets.slim_scroll_bar import slim
from ui.widgets.toned import Notice, PrimaryButton, row

if TYPE_CHECKING:
    from sopapp.services.cadangan_periksa import Finding
    from ui.context import UiContext

_WIDTH, _LINES = 110, 26


class HealthDialog(QDialog):
    """Checks when it opens; everything it has to say stands in it."""

    topic = "data-dan-cadangan#memeriksa"

    def __init__(self, context: UiContext, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._context = context
        self._findings: tuple[Finding, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Periksa data")
        self.checking = Running(context.tasks, self)
        self.checking.done.connect(self._on_checked)
        self.checking.failed.connect(self._on_failed)
        self.fetching = Running(context.tasks, self)
        self.fetching.done.connect(self._on_fetched)
        self.fetching.failed.connect(self._on_failed)
        self.fetching.stopped.connect(self.check)
        self.notice = Notice("ok")
        self.fetched = Notice("ok")
        self.check_strip = WorkStrip(self.checking, "Pemeriksaan data")
        self.fetch_strip = WorkStrip(self.fetching, "Pengambilan dari cadangan")
        self.list = QListWidget()
        slim(self.list)
        self.list.setAccessibleName("Temuan pemeriksaan")
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.fetch_button = PrimaryButton("&Ambil dari cadangan")
        self.fetch_button.clicked.connect(self.fetch)
        self.copy_button = QPushButton("&Salin temuan")
        self.copy_button.clicked.connect(self._copy)
        self.again_button = QPushButton("&Periksa lagi")
        self.again_button.clicked.connect(self.check)
        self.close_button = QPushButton("&Tutup")
        self.close_button.clicked.connect(self.reject)
        for button in (self.copy_button, self.again_button, self.close_button):
            button.setAutoDefault(False)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 16, 18, 14)
        box.setSpacing(10)
        for part in (self.fetched, self.notice, self.check_strip, self.fetch_strip):
            box.addWidget(part)
        box.addWidget(self.list, 1)
        box.addStretch()  # while the list has nothing to say
        box.addLayout(
            row(self.copy_button, self.again_button, None, self.close_button, self.fetch_button)
        )
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * _WIDTH, metrics.lineSpacing() * _LINES)
        self.resize(self.size().boundedTo(screen_room(self)))
        self.check()

    def check(self) -> None:
        """Look everything over; nothing is changed."""
        if self.checking.going or self.fetching.going:
            return
        self.notice.say("")
        self.list.clear()
        self._enable(False)
        self.check_strip.begin(
            "Memeriksa catatan, riwayat, dan semua file tersimpan…", stoppable=False
        )
        self.checking.start(plain(self._context.app.cadangan.health_job().run))

    def fetch(self) -> None:
        """Take the stored files that are missing or changed back from the backups."""
        wanted = tuple(dict.fromkeys(each.sha256 for each in self._findings if each.sha256))
        self._enable(False)
        self.fetch_strip.begin("Mencari file di cadangan…")
        job = self._context.app.cadangan.fetch_job(wanted)
        self.fetching.start(with_progress(job.run))

    def reject(self) -> None:
        """Qt: what still runs is let go."""
        self.checking.cancel()
        self.fetching.cancel()
        super().reject()

    def _enable(self, on: bool) -> None:
        lost = {each.sha256 for each in self._findings if each.sha256}
        self.fetch_button.setVisible(bool(lost))
        self.fetch_button.setText(f"&Ambil {ribuan(len(lost))} file dari cadangan")
        for button in (self.fetch_button, self.again_button):
            button.setEnabled(on)
        self.copy_button.setEnabled(on and bool(self._findings))

    def _on_checked(self, findings: tuple[Finding, ...]) -> None:
        self._findings = findings
        for each in findings:
            self.list.addItem(breakable(each.text))
        self.list.setVisible(bool(findings))
        if findings:
            self.notice.say(
                f"{ribuan(len(findings))} masalah ditemukan. Jangan menghapus apa pun.", "danger"
            )
        else:
            self.notice.say("Data baik: catatan, riwayat, dan semua file tersimpan cocok.", "ok")
        self._enable(True)
        (self.fetch_button if self.fetch_button.isVisibleTo(self) else self.close_button).setFocus()

    def _on_fetched(self, left: tuple[str, ...]) -> None:
        wanted = len({each.sha256 for each in self._findings if each.sha256})
        got = wanted - len(left)
        if left:
            self.fetched.say(
                f"{ribuan(got)} file diambil kembali; {ribuan(len(left))} file tidak ada di "
                "cadangan mana pun yang dapat dibuka. Cari file aslinya atau cadangan lain.",
                "warn",
            )
        else:
            self.fetched.say(f"{ribuan(got)} file diambil kembali dari cadangan.", "ok")
        self.check()

    def _on_failed(self, error: Exception) -> None:
        self._enable(True)
        if isinstance(error, SopappError):
            self.notice.say(str(error), "danger")
            return
        self.reject()  # never a dialog on a dialog
        errors.show(self.parentWidget(), self._context.prompts, error)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(each.text for each in self._findings))
