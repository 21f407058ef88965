"""Search and choices above the table, on one line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sopapp.domain.dik import HURUF_PASAL_17, StatusJangka
from sopapp.domain.progress import Cancelled
from sopapp.domain.tanggal import tanggal_pendek
from sopapp.domain.temuan import kata_dicari
from ui.register.entry_filter import DUE, EntryFilter
from ui.register.register_model import RegisterModel
from ui.register.search_field import SearchField
from ui.widgets.filter_field import clear_button
from ui.widgets.lazy_combo import Items, LazyCombo

if TYPE_CHECKING:
    from sopapp.services.dik import DikService

_NO_LAW = "Tanpa undang-undang lain"
_STATUS = (
    *((status.label, frozenset({status})) for status in StatusJangka),
    ("Perlu ditinjau", DUE),
)


class FilterBar(QWidget):
    """Emits `changed` with the `EntryFilter` that its fields make together."""

    changed = Signal(object)

    def __init__(self, model: RegisterModel, dik: DikService, page: QWidget) -> None:
        super().__init__(page)
        self._model = model
        self._dik = dik
        self.search = SearchField(page)
        self.unit = self._combo("unit kerja", self._units)
        self.huruf = self._combo("huruf Pasal 17", _letters, "Pasal 17")
        self.undang_undang = self._combo("undang-undang", self._laws, "UU")
        self.status = self._combo("status", lambda: _STATUS)
        self.keputusan = self._combo("Keputusan", self._decisions)
        self.clear_button = clear_button(self.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.search, 3)
        for combo in self.combos:
            layout.addWidget(combo, 2)
        layout.addWidget(self.clear_button)
        self.search.asked.connect(lambda _text: self._tell())

    @property
    def combos(self) -> tuple[LazyCombo, ...]:
        """The drop-down lists, from the left."""
        return (self.unit, self.huruf, self.undang_undang, self.status, self.keputusan)

    def value(self) -> EntryFilter:
        """What is typed and chosen."""
        return EntryFilter(
            kata=self.search.text().strip(),
            unit=self.unit.value(),
            huruf=self.huruf.value(),
            undang_undang=self.undang_undang.value(),
            status=self.status.value(),
            terbitan=self.keputusan.value(),
        )

    def set_value(self, choice: EntryFilter) -> None:
        """Type and choose."""
        self.search.setText(choice.kata)
        for combo, value in zip(
            self.combos,
            (choice.unit, choice.huruf, choice.undang_undang, choice.status, choice.terbitan),
            strict=True,
        ):
            combo.set_value(value)
        self._tell()

    def clear(self) -> None:
        """Hide nothing any more."""
        self.set_value(EntryFilter())
        self.search.setFocus()

    def words(self) -> str:
        """The filter as a reader of a print needs it; empty when nothing is hidden."""
        sought = self.search.text().strip()
        # Signs alone are no words and narrow nothing.
        parts = [f"memuat “{sought}”"] if kata_dicari(sought) else []
        names = ("unit kerja", "Pasal 17", "undang-undang", "status", "Keputusan")
        parts += [
            f"{name}: {combo.currentText()}"
            for name, combo in zip(names, self.combos, strict=True)
            if combo.value() is not None
        ]
        return "; ".join(parts)

    def _combo(self, what: str, items: Items, short: str = "") -> LazyCombo:
        named = short or f"{what[0].upper()}{what[1:]}"
        combo = LazyCombo(f"Saring menurut {what}", f"Semua {what}", items, self, short=named)
        combo.picked.connect(self._tell)
        return combo

    def _tell(self) -> None:
        choice = self.value()
        self.clear_button.setEnabled(not choice.empty)
        self.changed.emit(choice)

    def _units(self) -> Iterator[tuple[str, int]]:
        for unit, name in self._model.unit_names.items():
            yield name, unit

    def _laws(self) -> Iterator[tuple[str, str]]:
        with suppress(Cancelled):  # then there is nothing to choose
            for law in self._model.laws():
                yield law or _NO_LAW, law

    def _decisions(self) -> Iterator[tuple[str, int]]:
        setting = set(self._model.terbitan_ids)
        for version in reversed(self._dik.terbitan()):
            if version.id in setting:
                yield f"{version.nomor}, {tanggal_pendek(version.tanggal)}", version.id


def _letters() -> Iterator[tuple[str, str]]:
    for letter, words in HURUF_PASAL_17.items():
        yield f"Huruf {letter} – {words}", letter
