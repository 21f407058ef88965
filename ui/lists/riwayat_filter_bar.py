"""Words, kinds, persons, berkas and days above riwayat."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sopapp.domain.riwayat import Kelompok, RiwayatFilter
from ui.widgets.date_edit import DateEdit
from ui.widgets.filter_field import FilterField, clear_button
from ui.widgets.lazy_combo import Items, LazyCombo

if TYPE_CHECKING:
    from sopapp.app import App

_CHOSEN = "pilih"
_TODAY, _WEEK, _MONTH, _YEAR = "hari", "pekan", "bulan", "tahun"
_PERIODS = (
    ("Hari ini", _TODAY),
    ("7 hari terakhir", _WEEK),
    ("30 hari terakhir", _MONTH),
    ("Tahun ini", _YEAR),
    ("Pilih tanggal…", _CHOSEN),
)


class RiwayatFilterBar(QWidget):
    """Emits `changed` with the `RiwayatFilter` that its fields make together."""

    changed = Signal(object)

    def __init__(self, app: App, page: QWidget) -> None:
        super().__init__(page)
        self._app = app
        self.search = FilterField("Saring riwayat", page)
        self.search.setPlaceholderText("Cari peristiwa, pelaku, berkas")
        self.kelompok = self._combo("jenis peristiwa", _kinds, "Jenis")
        self.pelaku = self._combo("pelaku", self._actors, "Pelaku")
        self.berkas = self._combo("berkas", self._titles, "Berkas")
        self.waktu = self._combo("waktu", lambda: _PERIODS, "Waktu")
        self.clear_button = clear_button(self.clear)
        first = QHBoxLayout()
        first.setSpacing(6)
        first.addWidget(self.search, 3)
        for combo in self.combos:
            first.addWidget(combo, 2)
        first.addWidget(self.clear_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(first)
        layout.addWidget(self._make_days())
        self.search.asked.connect(lambda _text: self._tell())
        self.waktu.picked.connect(self._show_days)
        self._show_days()
        self._enable()

    @property
    def combos(self) -> tuple[LazyCombo, ...]:
        """The drop-down lists behind the search, from the left."""
        return (self.kelompok, self.pelaku, self.berkas, self.waktu)

    def value(self) -> RiwayatFilter:
        """What is typed and chosen."""
        dari, sampai = self._span()
        kelompok = self.kelompok.value()
        return RiwayatFilter(
            text=self.search.text().strip(),
            dari=dari,
            sampai=sampai,
            pelaku=self.pelaku.value(),
            kelompok=None if kelompok is None else Kelompok(kelompok),  # Qt keeps its text
            berkas_id=self.berkas.value(),
        )

    def clear(self) -> None:
        """Hide nothing any more."""
        with QSignalBlocker(self.search):
            self.search.setText("")
        for combo in self.combos:
            combo.set_value(None)
        self._show_days()
        self._tell()
        self.search.setFocus()

    def _make_days(self) -> QWidget:
        today = self._app.clock.today()
        self.days = QWidget(self)
        row = QHBoxLayout(self.days)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.dari = DateEdit(today - timedelta(days=30), self.days)
        self.sampai = DateEdit(today, self.days)
        for words, field in (("&Dari", self.dari), ("&sampai dengan", self.sampai)):
            caption = QLabel(words, self.days)
            caption.setBuddy(field)
            field.setAccessibleName(words.replace("&", ""))
            field.dateChanged.connect(self._on_day)
            row.addWidget(caption)
            row.addWidget(field)
        row.addStretch(1)
        return self.days

    def _span(self) -> tuple[date | None, date | None]:
        today = self._app.clock.today()
        match self.waktu.value():
            case "hari":
                return today, today
            case "pekan":
                return today - timedelta(days=6), today
            case "bulan":
                return today - timedelta(days=29), today
            case "tahun":
                return date(today.year, 1, 1), date(today.year, 12, 31)
            case "pilih":
                first, last = self.dari.day(), self.sampai.day()
                return min(first, last), max(first, last)
        return None, None

    def _show_days(self) -> None:
        self.days.setVisible(self.waktu.value() == _CHOSEN)

    def _on_day(self, _day: QDate) -> None:
        self._tell()

    def _combo(self, what: str, items: Items, short: str) -> LazyCombo:
        combo = LazyCombo(f"Saring menurut {what}", f"Semua {what}", items, self, short=short)
        combo.picked.connect(self._tell)
        return combo

    def _tell(self) -> None:
        self._enable()
        self.changed.emit(self.value())

    def _enable(self) -> None:
        self.clear_button.setEnabled(self.value().narrows)

    def _actors(self) -> Iterator[tuple[str, str]]:
        for name in self._app.riwayat.actors():
            yield name or "(tanpa nama)", name

    def _titles(self) -> Iterator[tuple[str, int]]:
        for number, title in sorted(self._app.riwayat.titles().items(), reverse=True):
            yield title, number


def _kinds() -> Iterator[tuple[str, Kelompok]]:
    for kind in Kelompok:
        yield kind.label, kind
