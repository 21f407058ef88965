"""Search and choices above the register of refused requests."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from textwrap import shorten
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sopapp.domain.permohonan import StatusPermohonan
from ui.widgets.filter_field import FilterField, clear_button
from ui.widgets.lazy_combo import LazyCombo

_SHOWN = 80
"""Letters of the words looked for that a heading repeats."""


class RequestFilter(QWidget):
    """Emits `changed` when a year, a state or words are chosen."""

    changed = Signal()

    def __init__(self, years: Callable[[], Iterable[int]], page: QWidget) -> None:
        super().__init__(page)
        self.search = FilterField("Cari permohonan", page)
        self.search.setPlaceholderText("Cari nomor, pemohon, atau informasi")
        self.year = LazyCombo(
            "Saring menurut tahun", "Semua tahun", lambda: [(str(y), y) for y in years()], self,
            short="Tahun",
        )  # fmt: skip
        self.status = LazyCombo(
            "Saring menurut keadaan", "Semua keadaan",
            lambda: [(each.label, each) for each in StatusPermohonan], self, short="Keadaan",
        )  # fmt: skip
        self.clear_button = clear_button(self.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.search, 3)
        layout.addWidget(self.year, 1)
        layout.addWidget(self.status, 1)
        layout.addWidget(self.clear_button)
        self.search.asked.connect(lambda _text: self._tell())
        for combo in (self.year, self.status):
            combo.picked.connect(self._tell)

    def value(self) -> dict[str, Any]:
        """What is chosen, as `PermohonanService.list` takes it."""
        status = self.status.value()
        return {
            "tahun": self.year.value(),
            # Qt hands the word back, not the member.
            "status": None if status is None else StatusPermohonan(status),
            "teks": self.search.text().strip(),
        }

    @property
    def empty(self) -> bool:
        """Whether nothing is hidden."""
        return not any(value not in (None, "") for value in self.value().values())

    def clear(self) -> None:
        """Hide nothing any more."""
        self.search.blockSignals(True)  # told once below, not again after its pause
        self.search.clear()
        self.search.blockSignals(False)
        self.year.set_value(None)
        self.status.set_value(None)
        self._tell()

    def words(self) -> str:
        """The filter as a reader of a print needs it; empty when nothing is hidden."""
        chosen = self.value()
        parts = [f"tahun {chosen['tahun']}"] if chosen["tahun"] else []
        parts += [chosen["status"].label.lower()] if chosen["status"] else []
        text = shorten(chosen["teks"], _SHOWN, placeholder=" …")
        parts += [f"memuat “{text}”"] if text else []
        return "; ".join(parts)

    def _tell(self) -> None:
        self.clear_button.setEnabled(not self.empty)
        self.changed.emit()
