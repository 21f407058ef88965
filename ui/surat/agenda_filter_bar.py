"""Year, words and choices above the book, on one line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from sopapp.domain.agenda import AgendaFilter, KeadaanAgenda
from sopapp.domain.surat import JenisSurat
from ui.widgets.filter_field import FilterField, clear_button
from ui.widgets.lazy_combo import Items, LazyCombo

if TYPE_CHECKING:
    from sopapp.app import App

_AT_ONCE = 0  # milliseconds: an answer takes less than a frame


class AgendaFilterBar(QWidget):
    """Emits `changed` with the `AgendaFilter` that its fields make together."""

    changed = Signal(object)

    def __init__(self, app: App, page: QWidget) -> None:
        super().__init__(page)
        self._app = app
        self.year = _YearCombo(self)
        self.year.setAccessibleName("Tahun")
        self.year.setToolTip("Tahun surat")
        self.search = _Search(page)
        self.deret = self._combo("deret nomor", self._sequences, "Deret")
        self.jenis = self._combo("jenis surat", _kinds, "Jenis")
        self.unit = self._combo("unit kerja", self._units, "Unit kerja")
        self.keadaan = self._combo("keadaan", _states, "Keadaan")
        self.clear_button = clear_button(self.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.year)
        layout.addWidget(self.search, 3)
        for combo in self.combos:
            layout.addWidget(combo, 2)
        layout.addWidget(self.clear_button)
        self.read_years()
        self.year.currentIndexChanged.connect(lambda _index: self._tell())
        self.search.asked.connect(lambda _text: self._tell())

    @property
    def combos(self) -> tuple[LazyCombo, ...]:
        """The drop-down lists behind the search, from the left."""
        return (self.deret, self.jenis, self.unit, self.keadaan)

    def value(self) -> AgendaFilter:
        """What is typed and chosen."""
        # Qt hands enum members back as plain text.
        jenis, keadaan = self.jenis.value(), self.keadaan.value()
        return AgendaFilter(
            year=self.year.currentData(),
            jenis=None if jenis is None else JenisSurat(jenis),
            deret=self.deret.value(),
            unit_id=self.unit.value(),
            text=self.search.text().strip(),
            keadaan=None if keadaan is None else KeadaanAgenda(keadaan),
        )

    def read_years(self) -> None:
        """Offer the years that the book has; the choice stays while it is there."""
        years = self._app.agenda.years()
        if years == tuple(self.year.itemData(n) for n in range(self.year.count())):
            return
        chosen = self.year.currentData() or self._app.clock.today().year
        self.year.blockSignals(True)
        self.year.clear()
        for year in years:
            self.year.addItem(str(year), year)
        self.year.setCurrentIndex(max(self.year.findData(chosen), 0))
        self.year.blockSignals(False)

    def show_year(self, year: int) -> None:
        """Turn to the book of a year that has letters."""
        self.read_years()
        self.year.setCurrentIndex(self.year.findData(year))

    def clear(self) -> None:
        """Hide nothing of the year any more."""
        self.search.setText("")
        for combo in self.combos:
            combo.set_value(None)
        self._tell()
        self.search.setFocus()

    @property
    def narrows(self) -> bool:
        """Whether something of the year is hidden."""
        return bool(self.search.text().strip()) or any(
            combo.value() is not None for combo in self.combos
        )

    def _combo(self, what: str, items: Items, short: str) -> LazyCombo:
        combo = LazyCombo(f"Saring menurut {what}", f"Semua {what}", items, self, short=short)
        combo.picked.connect(self._tell)
        return combo

    def _tell(self) -> None:
        self.clear_button.setEnabled(self.narrows)
        self.changed.emit(self.value())

    def _sequences(self) -> Iterator[tuple[str, str]]:
        for deret in self._app.agenda.sequences():
            yield deret, deret

    def _units(self) -> Iterator[tuple[str, int]]:
        for unit in self._app.unit_kerja.list():
            yield unit.nama, unit.id


class _Search(FilterField):
    """Finds while typing; words that are typed faster than they are found are taken together."""

    def __init__(self, page: QWidget) -> None:
        super().__init__("Cari di buku agenda", page)
        self._pause.setInterval(_AT_ONCE)
        self.setPlaceholderText("Cari nomor, tujuan, perihal, …")
        self.setToolTip("Cari nomor, tujuan, perihal, dan keterangan (Ctrl+F)")


class _YearCombo(QComboBox):
    """A turn of the wheel over the page must not change the book."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt: leave it to the page."""
        event.ignore()


def _kinds() -> Iterator[tuple[str, JenisSurat]]:
    for kind in JenisSurat:
        yield kind.panjang, kind


def _states() -> Iterator[tuple[str, KeadaanAgenda]]:
    for state in KeadaanAgenda:
        yield state.label, state
