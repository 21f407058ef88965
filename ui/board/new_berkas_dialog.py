"""Beginning a berkas."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QSpinBox, QWidget

from sopapp.domain.errors import DomainError
from sopapp.domain.tanggal import hari_tanggal
from ui.context import UiContext
from ui.theme import scale_letters
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_dialog import FormDialog
from ui.widgets.toned import TonedLabel

_YEARS = (2000, 2100)


def suggested_title(tahun: int) -> str:
    """The title most berkas will have."""
    return f"Pemutakhiran DIK Tahun {tahun}"


class NewBerkasDialog(FormDialog):
    """Title, year and start day; the due dates of all stages follow the start day live."""

    topic = "berkas-baru#membuat-berkas"

    created = Signal(int)
    """The id of the berkas begun."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, "Berkas baru", "&Mulai berkas")
        today = context.app.clock.today()
        self.judul = QLineEdit(suggested_title(today.year))
        self.tahun = QSpinBox()
        self.tahun.setRange(*_YEARS)
        self.tahun.setValue(today.year)
        self.mulai = DateEdit(today)
        self._suggestion = self.judul.text()
        self._dues: list[QLabel] = []
        self.form.add_row("judul", "&Judul", self.judul, "Tampil pada kartu dan di Arsip.")
        self.form.add_row("tahun", "T&ahun", self.tahun)
        self.form.add_row("mulai", "&Tanggal mulai", self.mulai)
        self.form.add_row("tenggat", "Tenggat", self._due_table())
        self.tahun.valueChanged.connect(self._suggest)
        self.mulai.dateChanged.connect(self._show_dues)
        self._show_dues()
        self.on_save(self._store)
        self.watch(lambda: (self.judul.text(), self.tahun.value(), self.mulai.day()))
        self.judul.selectAll()
        self.judul.setFocus()

    @property
    def dues(self) -> tuple[str, ...]:
        """The due dates as shown, one per stage."""
        return tuple(label.text() for label in self._dues)

    def _due_table(self) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(2, 1)
        for row, stage in enumerate(self.context.app.sop.current().stages):
            name = QLabel(f"{stage.number}. {stage.short_name}")
            days = TonedLabel(f"{stage.hari_kerja} hari kerja", "muted", wrap=False)
            due = QLabel()
            scale_letters(due, bold=True)
            due.setAccessibleName(f"Tenggat tahap {stage.number}")
            grid.addWidget(name, row, 0)
            grid.addWidget(days, row, 1)
            grid.addWidget(due, row, 2)
            self._dues.append(due)
        self._note = TonedLabel("", "muted")
        grid.addWidget(self._note, len(self._dues), 0, 1, 3)
        return table

    def _suggest(self, tahun: int) -> None:
        """Follow the year as long as the title was not changed by hand."""
        if self.judul.text() == self._suggestion:
            self._suggestion = suggested_title(tahun)
            self.judul.setText(self._suggestion)

    def _show_dues(self) -> None:
        start = self.mulai.day()
        lengths = [stage.hari_kerja for stage in self.context.app.sop.current().stages]
        calendar = self.context.app.calendar()
        self.form.clear_errors()
        try:
            dues = calendar.dues(start, lengths)
        except DomainError as error:
            self.form.show_error("mulai", str(error))
            return
        for label, due in zip(self._dues, dues, strict=True):
            label.setText(hari_tanggal(due))
        sentence = calendar.certainty(start, dues[-1]).sentence
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))

    def _store(self) -> None:
        new = self.context.app.berkas.create(
            self.judul.text(), self.tahun.value(), self.mulai.day()
        )
        self.created.emit(new)
