"""Cadangan: how the backups stand, what to do with them, and the rule by which they are made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sopapp.backup.manifest import Reason
from sopapp.domain.changes import Kind
from sopapp.domain.errors import SopappError
from sopapp.domain.ribuan import ribuan
from sopapp.domain.tanggal import waktu
from sopapp.services.cadangan_settings import CadanganSettings
from ui import errors
from ui.backup.strip import WorkStrip
from ui.backup.words import damage_words, outcome_words
from ui.progress.running import Running
from ui.settings.cadangan_form import CadanganForm
from ui.settings.settings_tab import SettingsTab
from ui.tasks import Latest
from ui.widgets.narrow import narrow
from ui.widgets.page_head import PAGE_MARGINS
from ui.widgets.toned import Notice, PrimaryButton, TonedLabel, row

if TYPE_CHECKING:
    from sopapp.services.cadangan_job import BackupOutcome
    from sopapp.services.cadangan_state import CadanganState
    from ui.context import UiContext

_FORM_CHARS = 110


class CadanganTab(SettingsTab):
    """The state and the buttons act at once; the rows below are saved like every setting."""

    kinds = (Kind.SETTING,)

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self._service = context.app.cadangan
        self.work = Running(context.tasks, self)
        self.work.done.connect(self._on_done)
        self.work.failed.connect(self._on_failed)
        self.work.stopped.connect(self._on_stopped)
        self._looking = Latest(context.tasks, self, self._on_looked, self._on_failed)
        self._after: Any = None
        self._pressed: QPushButton | None = None
        self._damaged = False  # whether the last look at the backups found something
        self.state = TonedLabel("", "muted")
        self.state.setAccessibleName("Keadaan cadangan")
        self.warning = Notice("warn")
        self.said = Notice("ok")
        self.strip = WorkStrip(self.work, "Kemajuan pencadangan")
        self.form: CadanganForm = CadanganForm(context.prompts, self.touch, self)
        self.form.password_asked.connect(self.ask_password)
        self.form.drop_asked.connect(self.drop_password)
        inner = QWidget(self)
        box = QVBoxLayout(inner)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        for part in (self.state, self.warning):
            box.addWidget(part)
        box.addLayout(self._buttons())
        for below in (self.strip, self.said):  # so that no button moves away when pressed
            box.addWidget(below)
        box.addSpacing(6)
        box.addWidget(self.form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*PAGE_MARGINS)
        layout.addLayout(narrow(inner, self.fontMetrics().averageCharWidth() * _FORM_CHARS))
        layout.addStretch(1)
        self._service.subscribe(self._on_finished)

    # -- SettingsTab --------------------------------------------------------------------

    def load(self) -> CadanganSettings:
        """The stored settings, but for the password, which is set on its own."""
        return self._service.settings()._replace(sandi=False)

    def value(self) -> CadanganSettings:
        """The settings as chosen."""
        return self.form.value()

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - CadanganSettings
        """Fill the form."""
        self.form.show_value(value)

    def store(self, value: Any) -> None:  # noqa: ANN401 - CadanganSettings
        """Save."""
        self._service.save(value)

    def reload(self) -> None:
        """Show what is stored, and look at the backups anew."""
        super().reload()
        self._show_password()
        self.look()

    def refresh(self) -> None:
        """Something else changed: the password too while the rows are being edited."""
        super().refresh()
        self._show_password()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: a stick may have been pulled since the tab was last seen."""
        super().showEvent(event)
        self.look()

    # -- acts ---------------------------------------------------------------------------

    def look(self) -> None:
        """Ask how the backups stand; the answer comes when it comes."""
        self._looking.request(self._service.look().run)

    def back_up(self) -> None:
        """Back up to both places now."""
        job = self._service.job(Reason.DIMINTA, recheck=self._damaged)
        self._begin(self.now_button, "Mencadangkan data", job.run, self._backed_up)

    def save_single(self) -> None:
        """Ask for a file, and write everything into it."""
        from ui.backup.single_dialog import SingleDialog

        if self.work.going:
            return
        dialog = SingleDialog(self.context, self)
        dialog.chosen.connect(self._save_single)
        dialog.open()

    def restore(self) -> None:
        """Choose a backup and go back to it."""
        from ui.backup.restore_dialog import RestoreDialog

        dialog = RestoreDialog(self.context, self)
        # After the dialog has gone: the window is closed for it.
        dialog.agreed.connect(
            lambda work: QTimer.singleShot(0, lambda: self.context.navigate.reopen_after(work))
        )
        dialog.open()

    def check_data(self) -> None:
        """Look the data over in full."""
        from ui.backup.health_dialog import HealthDialog

        HealthDialog(self.context, self).open()

    def check_backups(self) -> None:
        """Read the newest backup of each place through."""
        job = self._service.backups_job()
        self._begin(self.check_button, "Memeriksa cadangan", job.run_told, self._checked)

    def ask_password(self) -> None:
        """Set or change the password of the second place."""
        from ui.backup.password_dialog import PasswordDialog

        dialog = PasswordDialog(self.context, self)
        dialog.accepted.connect(self.look)
        dialog.open()

    def drop_password(self) -> None:
        """Copies to come are open again, after a question."""
        agreed = self.context.prompts.confirm(
            self,
            "Hapus kata sandi?",
            "Salinan berikutnya di tempat kedua dapat dibaca siapa pun yang memegangnya. Salinan "
            "yang sudah ada tetap terkunci dengan kata sandi lama.",
            "&Hapus kata sandi",
        )
        if agreed:
            with errors.guard(self, self.context.prompts):
                self._service.use_key(None)

    # -- parts --------------------------------------------------------------------------

    def _buttons(self) -> QHBoxLayout:
        self.now_button = PrimaryButton("&Cadangkan sekarang")
        self.single_button = QPushButton("Simpan ke satu &file…")
        self.restore_button = QPushButton("Pulih&kan…")
        self.health_button = QPushButton("Periksa &data…")
        self.check_button = QPushButton("P&eriksa cadangan")
        acts = (self.back_up, self.save_single, self.restore, self.check_data, self.check_backups)
        self._acts = (
            self.now_button,
            self.single_button,
            self.restore_button,
            self.health_button,
            self.check_button,
        )
        for button, act in zip(self._acts, acts, strict=True):
            button.clicked.connect(lambda _on=False, act=act: act())
        return row(*self._acts, None)

    def _show_password(self) -> None:
        look = self._service.look()
        self.form.show_password(look.settings.sandi, look.key_missing)

    # -- ends ---------------------------------------------------------------------------

    def _begin(self, button: QPushButton, words: str, work: Any, after: Any) -> None:  # noqa: ANN401 - callables
        if self.work.going:
            return
        self.said.say("")
        self._after = after
        self._pressed = button
        self.strip.begin(words)
        self._enable(False)
        self.work.start(work)

    def _save_single(self, target: Path, password: str | None) -> None:
        job = self._service.single_job(target, password)
        self._begin(self.single_button, "Menyimpan ke satu file", job.run, self._saved_single)

    def _enable(self, on: bool) -> None:
        for button in self._acts:
            # The one pressed keeps the keyboard: else a second Enter presses what Qt hands it to.
            button.setEnabled(on or button is self._pressed)
        if on and self._pressed is not None:
            # The button that stops hands the keyboard to whatever comes next.
            pressed, self._pressed = self._pressed, None
            if self.window().focusWidget() in (None, self.strip.stop_button, self.form.folder):
                pressed.setFocus()

    def _on_done(self, result: object) -> None:
        self._enable(True)
        self._after(result)

    def _on_failed(self, error: Exception) -> None:
        self._enable(not self.work.going)
        if isinstance(error, SopappError):
            self.said.say(str(error), "danger")
        else:
            errors.show(self, self.context.prompts, error)

    def _on_stopped(self) -> None:
        self._enable(True)
        self.said.say("Dibatalkan. Cadangan yang sudah ada tidak berubah.", "accent")

    def _backed_up(self, outcome: BackupOutcome) -> None:
        self.said.say(*outcome_words(outcome))
        self._service.finished(outcome)

    def _saved_single(self, outcome: BackupOutcome) -> None:
        words = f"Semua data tersimpan di {outcome.local} dan sudah diperiksa."
        if outcome.damaged:
            words = (
                f"Data tersimpan di {outcome.local}, tetapi tidak lengkap. "
                f"{damage_words(outcome.damaged)}"
            )
        self.said.say(words, "warn" if outcome.damaged else "ok")

    def _checked(self, found: tuple[tuple[str, bool], ...]) -> None:
        good = all(well for _words, well in found)
        words = "\n".join(words for words, _well in found)
        self._damaged = not good
        if not good:
            words += "\nTekan Cadangkan sekarang untuk menyalin ulang yang rusak."
        self.said.say(words or "Belum ada cadangan untuk diperiksa.", "ok" if good else "danger")

    def _on_finished(self, _outcome: BackupOutcome) -> None:
        self.look()

    def _on_looked(self, state: CadanganState) -> None:
        self.state.setText(_state_words(state, bool(self._service.settings().di_luar)))
        self.warning.say("\n".join((*state.warnings, *state.remarks)), "warn")


def _state_words(state: CadanganState, second: bool) -> str:
    lines = ["Belum ada cadangan."]
    if state.local is not None:
        kept = f"{ribuan(state.local_count)} cadangan disimpan."
        lines = [f"Cadangan terakhir di komputer ini: {waktu(state.local.made)}. {kept}"]
        lines.append(
            "Ada perubahan sesudahnya yang belum dicadangkan."
            if state.changed
            else "Semua perubahan sudah dicadangkan."
        )
    if state.outside is not None:
        lines.append(f"Di tempat kedua: {waktu(state.outside.made)}.")
    elif not second:
        lines.append("Belum ada tempat kedua: bila komputer ini rusak, cadangannya ikut hilang.")
    return "\n".join(lines)
