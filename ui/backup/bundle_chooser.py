"""Which backup: a list of those known, any other file, and what is inside the chosen one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from sopapp.backup.errors import WrongPasswordError
from sopapp.domain.errors import SopappError
from sopapp.domain.ribuan import ribuan
from sopapp.domain.tanggal import waktu
from ui.backup.opened import FILTER, Choice, Inside, look_inside
from ui.backup.password_field import PasswordField
from ui.backup.words import REASONS, contents_words, size
from ui.progress.running import Running, plain
from ui.widgets.data_table import DataTable
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.toned import Notice, Plate, TonedLabel, heading, row

if TYPE_CHECKING:
    from collections.abc import Callable

    from sopapp.backup.sealing import Key
    from sopapp.services.cadangan_periksa import ListedBundle
    from ui.prompts import Prompts
    from ui.tasks import Tasks

_ROWS = 5  # in sight
_LOOK = "Membaca isi cadangan…"


class BundleChooser(QWidget):
    """Emits `chosen` with what is inside a backup that was opened, None while there is none."""

    chosen = Signal(object)
    crashed = Signal(object)
    """With an exception that is a fault of ours."""

    def __init__(
        self,
        tasks: Tasks,
        prompts: Prompts,
        listing: Callable[[], tuple[ListedBundle, ...]],
        key: Key | None = None,
    ) -> None:
        super().__init__()
        self._prompts = prompts
        self._key = key
        self._path: Path | None = None
        self._wanted: Choice | None = None
        self.inside: Inside | None = None
        self._listing = Running(tasks, self)
        self._listing.done.connect(self._on_listed)
        self._listing.failed.connect(self._on_failed)
        self._opening = Running(tasks, self)
        self._opening.done.connect(self._on_opened)
        self._opening.failed.connect(self._on_failed)
        self._parts()
        self._listing.start(plain(listing))

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._listing.going or self._opening.going

    def pick_file(self) -> None:
        """Ask for a file that stands in no list."""
        path = self._prompts.open_file(self, "Pilih file cadangan", FILTER)
        if path is not None:
            self.table.clear_choice()
            self.open(path)

    def open(self, path: Path, password: str | None = None) -> None:
        """Look into the backup at `path`."""
        if self._path != path:
            self.password.edit.clear()
            self._show_password(False)
        self._path = path
        self._wanted = Choice(path, password, self._key)
        self._show(None)
        self.contents.setText(_LOOK)
        self.error.say("")
        if not self._opening.going:
            self._open_next(self._wanted)

    def _open_next(self, choice: Choice) -> None:
        self._wanted = None
        self._opening.start(plain(lambda: look_inside(choice)))

    def _parts(self) -> None:
        model: RowsModel[ListedBundle] = RowsModel(
            (
                Column("Dibuat", lambda each: waktu(each.info.made), 22,
                       key=lambda each: each.info.made),
                Column("Tempat", lambda each: "Komputer ini" if each.here else "Tempat kedua", 15),
                Column("Sebab", lambda each: REASONS.get(each.info.reason, ""), 17),
                Column("Riwayat", lambda each: ribuan(each.info.riwayat), 9,
                       key=lambda each: each.info.riwayat),
                Column("Ukuran", lambda each: size(each.info.size_bytes), 9,
                       key=lambda each: each.info.size_bytes),
                Column("Terkunci", lambda each: "Ya" if each.info.sealed else "", 9),
            ),
            key=lambda each: each.info.path,
        )  # fmt: skip
        self.model = model
        self.table = DataTable(model, "Cadangan yang ada")
        self.table.setMinimumHeight(self.table.verticalHeader().defaultSectionSize() * _ROWS)
        self.table.chosen.connect(self._on_chosen)
        self.file_button = QPushButton("Pilih &file lain…")
        self.file_button.setAutoDefault(False)
        self.file_button.clicked.connect(self.pick_file)
        self.empty = TonedLabel("Mencari cadangan…", "muted", wrap=False)
        self.contents = TonedLabel("Pilih cadangan untuk melihat isinya.", "muted")
        self.contents.setAccessibleName("Isi cadangan")
        self.error = Notice("danger")
        self.password = PasswordField("Kata sandi cadangan")
        self.password.returned.connect(self._unlock)
        self.unlock_button = QPushButton("&Buka")
        self.unlock_button.setAutoDefault(False)
        self.unlock_button.clicked.connect(self._unlock)
        self._password_row = QWidget()
        caption = TonedLabel("Kata sandi cadangan", wrap=False)
        line = row(caption, self.password, self.unlock_button)
        line.setStretch(1, 1)
        self._password_row.setLayout(line)
        self._show_password(False)
        plate = Plate()
        inner = QVBoxLayout(plate)
        inner.setContentsMargins(12, 10, 12, 10)
        for part in (heading("Isi cadangan"), self.contents, self._password_row, self.error):
            inner.addWidget(part)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.table, 1)
        box.addLayout(row(self.empty, None, self.file_button))
        box.addWidget(plate)

    def _show_password(self, on: bool) -> None:
        self._password_row.setVisible(on)

    def _unlock(self) -> None:
        if self._path is not None and not self._opening.going:
            self.open(self._path, self.password.text or None)

    def _show(self, inside: Inside | None) -> None:
        self.inside = inside
        self.chosen.emit(inside)

    def _on_listed(self, found: tuple[ListedBundle, ...]) -> None:
        self.model.set_rows(found)
        self.empty.setText("" if found else "Belum ada cadangan di komputer ini.")
        if found and self._path is None:
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _on_chosen(self, listed: ListedBundle | None) -> None:
        if listed is not None:
            self.open(listed.info.path)

    def _on_opened(self, inside: Inside) -> None:
        if self._wanted is not None:  # another was chosen meanwhile
            self._open_next(self._wanted)
            return
        self.error.say("")
        self._show_password(inside.info.sealed and inside.choice.password is not None)
        self.contents.say(contents_words(inside.info, inside.details), "text")
        self._show(inside)

    def _on_failed(self, error: Exception) -> None:
        if self._wanted is not None:
            self._open_next(self._wanted)
            return
        if not isinstance(error, SopappError):
            self.crashed.emit(error)
            return
        locked = isinstance(error, WrongPasswordError)
        self.contents.say("Isinya terkunci." if locked else "", "muted")
        self._show_password(locked)
        tried = bool(self.password.text)
        self.error.say("" if locked and not tried else str(error), "danger")
        if locked:
            self.password.edit.setFocus()
            self.password.edit.selectAll()
