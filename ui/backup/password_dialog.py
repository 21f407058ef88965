"""A password for the copies in the second place, typed twice, with what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopapp.domain.errors import DomainError, SopappError
from sopapp.services.cadangan import check_password, make_key
from ui.backup.password_field import PasswordField
from ui.backup.running import Running, plain
from ui.berkas.form_dialog import FormDialog
from ui.berkas.toned import Notice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.context import UiContext

CONSEQUENCE = (
    "Bila sandi ini hilang, salinan yang dikunci dengannya tidak dapat dibuka lagi oleh siapa "
    "pun. Tulis sandinya dan simpan di tempat yang aman."
)
PLACE = (
    "Cadangan di folder data tetap tanpa sandi, seperti datanya sendiri. Kuncinya disimpan di "
    "komputer ini supaya pencadangan berjalan tanpa bertanya; di komputer lain sandinya diminta. "
    "Salinan lama yang sudah ada di tempat kedua tetap terbuka."
)


class PasswordDialog(FormDialog):
    """Seals the copies in the second place from now on."""

    def __init__(self, context: UiContext, parent: QWidget | None) -> None:
        super().__init__(context, parent, "Sandi tempat kedua", "&Pasang sandi", hint=PLACE)
        self.sandi = PasswordField("Sandi")
        self.ulang = PasswordField("Ulangi sandi")
        self.form.add_row("sandi", "&Sandi", self.sandi, "Paling sedikit 8 karakter.")
        self.form.add_row("ulang", "&Ulangi sandi", self.ulang)
        self._box.insertWidget(1, Notice("warn", CONSEQUENCE))
        self.deriving = Running(context.tasks, self)
        self.deriving.done.connect(self._use)
        self.deriving.failed.connect(self.show_error)

    def submit(self) -> None:
        """Make the key off the GUI thread: that takes its time on purpose."""
        self.form.clear_errors()
        self.error.say("")
        if self.deriving.going:
            return
        password = self.sandi.text
        try:
            check_password(password, self.ulang.text)
        except DomainError as error:
            self.show_error(error)
            return
        self.deriving.start(plain(lambda: make_key(password)))

    def _use(self, key: object) -> None:
        try:
            self.context.app.cadangan.use_key(key)
        except SopappError as error:
            self.error.say(str(error), "danger")
        else:
            self.accept()
