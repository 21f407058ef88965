"""Giving all letters of a request their numbers at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from sopapp.domain.errors import DomainError
from sopapp.domain.progress import Progress
from ui.context import UiContext
from ui.progress.with_progress import with_progress
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_dialog import FormDialog


class NumberAllDialog(FormDialog):
    """One date for all letters that have no number yet; numbers follow one another."""

    topic = "surat-dan-cetak#nomor-surat"

    def __init__(
        self,
        context: UiContext,
        parent: QWidget | None,
        count: int,
        tanggal: date,
        propose: Callable[[date], str],
        save: Callable[[date, Progress], object],
    ) -> None:
        super().__init__(context, parent, "Nomori semua", f"&Nomori {count} surat")
        self._propose = propose
        self.tanggal = DateEdit(tanggal)
        self.first = QLineEdit()
        self.first.setReadOnly(True)
        self.form.add_row("tanggal", "&Tanggal surat", self.tanggal)
        self.form.add_row(
            "nomor", "Nomor &pertama", self.first,
            "Surat berikutnya memakai nomor sesudahnya, menurut urutan unit kerja.",
        )  # fmt: skip
        self._follow()
        self.tanggal.dateChanged.connect(self._follow)
        self.on_save(
            lambda: with_progress(
                context.tasks, self, "Menomori surat", partial(save, self.tanggal.day())
            )
        )

    def _follow(self) -> None:
        self.form.clear_errors()
        try:
            self.first.setText(self._propose(self.tanggal.day()))
        except DomainError as error:
            self.first.clear()
            self.show_error(error)
