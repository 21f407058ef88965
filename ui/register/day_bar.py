"""Which register is looked at: that of a day, or one version."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from sopapp.domain.tanggal import tanggal_pendek
from sopapp.domain.terbitan import Terbitan
from ui.widgets.date_edit import DateEdit
from ui.widgets.lazy_combo import LazyCombo

if TYPE_CHECKING:
    from sopapp.services.dik import DikService

_LETTERS = 14


class DayBar(QWidget):
    """A date, the way back to today, and the versions by their Keputusan."""

    changed = Signal()

    def __init__(self, dik: DikService, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._dik = dik
        self._today = today
        self._versions: dict[int, Terbitan] = {}
        caption = QLabel("&Per tanggal", self)
        self.day = DateEdit(today, self)
        self.day.setAccessibleName("Per tanggal")
        self.day.setToolTip("Lihat daftar seperti berlaku pada tanggal ini")
        caption.setBuddy(self.day)
        self.today = QPushButton("Ke har&i ini", self)
        self.today.clicked.connect(self.go_to_today)
        which = QLabel("&Versi", self)
        self.version = LazyCombo("Versi daftar", "Menurut tanggal", self._items, self)
        self.version.setMinimumContentsLength(_LETTERS)
        self.version.setToolTip("Lihat daftar seperti ditetapkan satu Keputusan")
        which.setBuddy(self.version)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for control in (caption, self.day, self.today, which, self.version):
            layout.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self.day.dateChanged.connect(self._on_day)
        self.version.picked.connect(self._on_version)
        self._enable()

    @property
    def chosen(self) -> Terbitan | None:
        """The version chosen; None while the date decides."""
        value = self.version.value()
        return None if value is None else self._versions[value]

    @property
    def is_today(self) -> bool:
        """Whether the register in force today is looked at."""
        return self.chosen is None and self.day.day() == self._today

    def set_today(self, today: date) -> None:
        """Another day has come; who looked at today looks at the new one."""
        was_today = self.is_today
        self._today = today
        if was_today:
            self.day.set_day(today)
        self._enable()

    def go_to_today(self) -> None:
        """Look at the register in force today."""
        if not self.is_today:
            self._show(self._today, None)
            self.changed.emit()

    def go_to(self, day: date) -> None:
        """Look at the register in force on a day."""
        if self.chosen is not None or self.day.day() != day:
            self._show(day, None)
            self.changed.emit()

    def _show(self, day: date, version: int | None) -> None:
        with QSignalBlocker(self.day):
            self.day.set_day(day)
        self.version.set_value(version)
        self._enable()

    def _items(self) -> Iterator[tuple[str, int]]:
        self._versions = {each.id: each for each in self._dik.terbitan()}
        for each in reversed(self._versions.values()):
            words = f"{each.nomor}, {tanggal_pendek(each.tanggal)} ({each.jumlah} informasi)"
            yield words, each.id

    def _on_day(self, _date: QDate) -> None:
        self.version.set_value(None)
        self._enable()
        self.changed.emit()

    def _on_version(self) -> None:
        version = self.chosen
        if version is not None:
            with QSignalBlocker(self.day):
                self.day.set_day(version.tanggal)
        self._enable()
        self.changed.emit()

    def _enable(self) -> None:
        self.today.setEnabled(not self.is_today)
