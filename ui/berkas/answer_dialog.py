"""Recording what a unit answered."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from sopapp.domain.errors import DomainError
from ui.context import UiContext
from ui.errors import guard
from ui.progress.with_progress import with_progress
from ui.widgets.date_edit import DateEdit
from ui.widgets.field_group import FieldGroup
from ui.widgets.file_field import FileField
from ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from sopapp.services.attachments import Attachment
    from sopapp.services.permintaan import Jawaban, Permintaan

_FILTERS = "Dokumen (*.pdf *.jpg *.jpeg *.png *.docx *.doc *.xlsx *.xls *.ods *.csv);;Semua (*)"


class _Choice(FieldGroup):
    """Radio buttons one below the other; one of them is on."""

    def __init__(self, options: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self.group = QButtonGroup(self)
        self._values = [value for value, _ in options]
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 0)
        box.setSpacing(4)
        for number, (_, label) in enumerate(options):
            button = QRadioButton(label)
            self.group.addButton(button, number)
            box.addWidget(button)
        self.group.button(0).setChecked(True)
        self.lead = self.group.button(0)

    @property
    def value(self) -> str:
        """The value that is on."""
        return self._values[self.group.checkedId()]

    def choose(self, value: str) -> None:
        """Turn a value on."""
        button = self.group.button(self._values.index(value))
        button.setChecked(True)
        self.lead = button


class AnswerDialog(FormDialog):
    """Answer, date, reason for a unit that did not answer, and the file it sent.

    `jawaban` and `file` are proposed, as after an import; they only count once saved.
    """

    topic = "tahap-1-permintaan#unit-kerja-jawaban"

    def __init__(
        self,
        context: UiContext,
        parent: QWidget | None,
        permintaan: Permintaan,
        today: date,
        *,
        jawaban: str = "",
        file: Path | None = None,
    ) -> None:
        super().__init__(context, parent, f"Jawaban {permintaan.unit.nama}", "&Simpan jawaban")
        self._permintaan = permintaan
        self.jawaban = _Choice(
            (
                ("usulan", "&Usulan – unit kerja menyampaikan usulan"),
                ("nihil", "Ni&hil – tidak ada yang diusulkan"),
                ("tidak_menjawab", "Tidak &menjawab – ditutup tanpa jawaban"),
            )
        )
        self.tanggal = DateEdit(permintaan.dijawab or today)
        self.alasan = QLineEdit(permintaan.alasan)
        self.berkas = FileField(context.prompts, "Pilih surat jawaban", _FILTERS)
        self.form.add_row("jawaban", "Jawaban", self.jawaban)
        self.form.add_row("tanggal", "&Tanggal", self.tanggal)
        self.form.add_row("alasan", "&Alasan", self.alasan, "Misalnya sudah diingatkan dua kali.")
        stored = permintaan.attachment
        self.form.add_row(
            "file", "Surat &jawaban", self.berkas,
            f"Sudah tersimpan: {stored.nama}. File baru menggantikannya." if stored else "",
        )  # fmt: skip
        if stored is not None:
            self.berkas.offer_stored(partial(self._view, stored))
        if permintaan.jawaban is not None:
            self.jawaban.choose(permintaan.jawaban.value)
        elif jawaban:
            self.jawaban.choose(jawaban)
        if file is not None:
            self.berkas.set_path(file)
        self.jawaban.group.idToggled.connect(self._fit)
        self._fit()
        self.on_save(self._store)
        self.jawaban.setFocus()  # on what was answered, not on the first choice
        self.watch(
            lambda: (self.jawaban.value, self.tanggal.day(), self.alasan.text(), self.berkas.path)
        )

    def _view(self, stored: Attachment) -> None:
        from ui.berkas.scan_dialog import open_scan

        with guard(self, self.context.prompts):
            open_scan(self.context, stored, self)

    def _fit(self) -> None:
        silent = self.jawaban.value == "tidak_menjawab"
        self.form.set_row_visible("alasan", silent)
        self.form.set_row_visible("file", not silent)

    def _store(self) -> None:
        from sopapp.services.permintaan import Jawaban

        jawaban: Jawaban = Jawaban(self.jawaban.value)
        silent = jawaban is Jawaban.TIDAK_MENJAWAB
        alasan = self.alasan.text().strip() if silent else ""
        if silent and not alasan:
            raise DomainError("Tuliskan mengapa unit kerja ditutup tanpa jawaban.", field="alasan")
        answer = partial(
            self.context.app.permintaan.answer,
            self._permintaan.id,
            jawaban,
            self.tanggal.day(),
            alasan,
            None if silent else self.berkas.path,
        )
        with_progress(self.context.tasks, self, "Menyimpan jawaban", answer)
