"""Reminding units that have not answered: who, when, and from which number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from sopapp.domain.berkas import BerkasDetail
from sopapp.domain.errors import DomainError
from sopapp.domain.progress import Cancelled
from sopapp.domain.surat import JenisSurat, Surat
from sopapp.domain.tanggal import tanggal, tanggal_pendek
from ui.context import UiContext
from ui.progress.with_progress import with_progress
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_dialog import FormDialog
from ui.widgets.slim_scroll_bar import slim
from ui.widgets.toned import TonedLabel


@dataclass(frozen=True, slots=True)
class Waiting:
    """A unit that has not answered, with the reminders that it was sent."""

    unit_id: int
    nama: str
    reminders: tuple[Surat, ...]

    @property
    def words(self) -> str:
        """The unit, and when it was reminded last."""
        if not self.reminders:
            return self.nama
        last = self.reminders[-1]
        if last.tanggal is None:
            return f"{self.nama} – pengingat sudah disusun, belum bernomor"
        return f"{self.nama} – diingatkan {tanggal_pendek(last.tanggal)}"

    def due_for_one(self, day: date) -> bool:
        """Whether it is proposed: not when it was reminded that very day."""
        return not any(surat.tanggal == day for surat in self.reminders)


class RemindDialog(FormDialog):
    """Drafts a reminder for each unit ticked and numbers them; `letters` are their ids.

    With `chosen`, the id of a unit, only that one is ticked at first.
    """

    topic = "tahap-1-permintaan#mengingatkan-unit-kerja"

    def __init__(
        self,
        context: UiContext,
        parent: QWidget | None,
        detail: BerkasDetail,
        waiting: Sequence[Waiting],
        chosen: int | None = None,
    ) -> None:
        super().__init__(
            context, parent, "Ingatkan unit kerja", "&Ingatkan",
            hint="Nota Dinas pengingat merujuk permintaan pertama. Sesudah ini suratnya "
            "ditampilkan untuk dicetak.",
        )  # fmt: skip
        self._detail = detail
        self.letters: tuple[int, ...] = ()
        today = context.app.clock.today()
        self.list = self._check_list(waiting, today, chosen)
        self.tanggal = DateEdit(today)
        self.due = TonedLabel(tone="muted")
        self.numbered = QCheckBox("Beri &nomor sekarang")
        self.numbered.setChecked(True)
        self.first = QLineEdit()
        self.first.setReadOnly(True)
        self.form.add_row("unit", "&Unit kerja", self.list)
        self.form.add_row("tanggal", "&Tanggal surat", self.tanggal)
        self.form.add_row("tenggat", "Batas waktu", self.due)
        self.form.add_row("bernomor", "", self.numbered)
        self.numbered.setAccessibleName("Beri nomor sekarang")
        self.form.add_row(
            "nomor", "Nomor &pertama", self.first,
            "Surat berikutnya memakai nomor sesudahnya, menurut urutan unit kerja.",
        )  # fmt: skip
        self._follow()
        self.tanggal.dateChanged.connect(self._follow)
        self.numbered.toggled.connect(self._follow)
        self.list.itemChanged.connect(lambda _item: self._count())
        self._count()
        self.on_save(self._store)
        self.watch(self._typed)
        ids = [each.unit_id for each in waiting]
        self.list.setCurrentRow(ids.index(chosen) if chosen in ids else 0)
        self.list.setFocus()

    def _check_list(
        self, waiting: Sequence[Waiting], today: date, chosen: int | None
    ) -> QListWidget:
        made = QListWidget()
        slim(made)
        made.setSpacing(2)
        made.setWordWrap(True)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for each in waiting:
            item = QListWidgetItem(each.words)
            item.setToolTip(each.words)
            item.setData(Qt.ItemDataRole.UserRole, each.unit_id)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
                          | Qt.ItemFlag.ItemIsUserCheckable)  # fmt: skip
            on = each.due_for_one(today) if chosen is None else each.unit_id == chosen
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            made.addItem(item)
        made.setMinimumHeight(self.fontMetrics().height() * min(4 + 2 * len(waiting), 14))
        for text, state in (("Centang &semua", Qt.CheckState.Checked),
                            ("&Kosongkan", Qt.CheckState.Unchecked)):  # fmt: skip
            press = QPushButton(text)
            press.setAutoDefault(False)
            press.clicked.connect(lambda _=False, state=state: self._all(state))
            self.extra.addWidget(press)
        return made

    def checked(self) -> list[int]:
        """The ids of the units ticked, in order."""
        items = (self.list.item(number) for number in range(self.list.count()))
        return [
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        ]

    def _all(self, state: Qt.CheckState) -> None:
        for number in range(self.list.count()):
            self.list.item(number).setCheckState(state)

    def _count(self) -> None:
        self.accept_button.setText(f"&Ingatkan {len(self.checked())} unit kerja")

    def _typed(self) -> tuple[object, ...]:
        return (*self.checked(), self.tanggal.day(), self.numbered.isChecked())

    def _follow(self) -> None:
        """What the date makes of the number and of the words about the due date."""
        self.form.clear_errors()
        self.due.setText(self._due_words())
        on = self.numbered.isChecked()
        self.form.set_row_visible("nomor", on)
        if not on:
            return
        try:
            jenis, day = JenisSurat.PENGINGAT, self.tanggal.day()
            self.first.setText(self.context.app.surat.propose_number(jenis, day))
        except DomainError as error:
            self.first.clear()
            self.show_error(error)

    def _due_words(self) -> str:
        card = self._detail.card
        if card is None:
            return ""
        day, calendar = self.tanggal.day(), self.context.app.calendar()
        if day > card.due:
            return f"{tanggal(card.due)}, sudah lewat {calendar.count(card.due, day)} hari kerja"
        if day == card.due:
            return f"{tanggal(card.due)}, pada tanggal surat itu"
        return f"{tanggal(card.due)}, masih {calendar.count(day, card.due)} hari kerja"

    def _store(self) -> None:
        app, units = self.context.app, self.checked()
        if not units:
            raise DomainError("Centang sedikitnya satu unit kerja.", field="unit")
        self.letters = app.penyusunan.pengingat(self._detail.id, units)
        if self.numbered.isChecked():
            self._number()

    def _number(self) -> None:
        """Number the drafts; raises Cancelled, and they stay drafts."""
        surat, day = self.context.app.surat, self.tanggal.day()
        try:
            with_progress(
                self.context.tasks, self, "Menomori surat pengingat",
                lambda progress: surat.number_letters(self.letters, day, progress),
            )  # fmt: skip
        except Cancelled as error:
            msg = "Dibatalkan. Surat pengingat sudah disusun, tetapi belum diberi nomor."
            raise Cancelled(msg) from error
