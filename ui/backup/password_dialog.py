"""A password for the copies in the second place, typed twice, with what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopapp.domain.errors import DomainError, SopappError
from sopapp.services.cadangan_sandi import check_password
from ui.backup.password_field import PasswordField
from ui.progress.running import Running, plain
from ui.widgets.form_dialog import FormDialog
from ui.widgets.toned import Notice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sopapp.backup.sealing import Key
    from sopapp.services.cadangan_sandi import MadeKey
    from ui.context import UiContext

CONSEQUENCE = (
    "Bila kata sandi ini hilang, salinan yang dikunci dengannya tidak dapat dibuka lagi oleh "
    "siapa pun. Tulis kata sandinya dan simpan di tempat yang aman."
)
PLACE = (
    "Cadangan di folder data tetap tanpa kata sandi, seperti datanya sendiri. Kuncinya disimpan "
    "di komputer ini supaya pencadangan berjalan tanpa bertanya; di komputer lain kata sandinya "
    "diminta. Salinan lama di tempat kedua tetap seperti semula: terbuka, atau terkunci dengan "
    "kata sandi lamanya."
)


class PasswordDialog(FormDialog):
    """Seals the copies in the second place from now on."""

    topic = "data-dan-cadangan#kata-sandi-tempat-kedua"

    def __init__(self, context: UiContext, parent: QWidget | None) -> None:
        wanted = context.app.cadangan.look().key_missing
        act = "&Masukkan kata sandi" if wanted else "&Pasang kata sandi"
        super().__init__(context, parent, "Kata sandi tempat kedua", act, hint=PLACE)
        self._doubted: Key | None = None
        self.sandi = PasswordField("Kata sandi")
        self.sandi.changed.connect(self._forget)
        self.ulang = PasswordField("Ulangi kata sandi")
        self.form.add_row("sandi", "&Kata sandi", self.sandi, "Paling sedikit 8 karakter.")
        self.form.add_row(
            "ulang",
            "&Ulangi kata sandi",
            self.ulang,
            said="Ketik sekali lagi; keduanya harus sama.",
        )
        self._box.insertWidget(1, Notice("warn", CONSEQUENCE))
        self.sandi.edit.setFocus()  # else a blank that is typed presses a button
        self.deriving = Running(context.tasks, self)
        self.deriving.done.connect(self._found)
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
        if self._doubted is not None:
            self._use(self._doubted)
        else:
            self.deriving.start(plain(self.context.app.cadangan.key_job(password).run))

    def _found(self, made: MadeKey) -> None:
        if made.doubt:
            self._doubted = made.key
            act = self.accept_button.text().replace("&", "")
            self.error.say(
                f"{made.doubt} Periksa ketikannya, atau tekan {act} sekali lagi untuk memakainya "
                "sebagai kata sandi baru.",
                "warn",
            )
        else:
            self._use(made.key)

    def _forget(self) -> None:
        self._doubted = None

    def _use(self, key: Key) -> None:
        try:
            self.context.app.cadangan.use_key(key)
        except SopappError as error:
            self.error.say(str(error), "danger")
        else:
            self.accept()
