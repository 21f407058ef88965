"""The period of an exclusion: how long, until which day, or until what happens."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QStackedWidget, QWidget

from sopapp.domain.dik import JangkaWaktu, JenisJangka
from ui.widgets.date_edit import DateEdit
from ui.widgets.field_group import FieldGroup
from ui.widgets.still_wheel import keep_still
from ui.widgets.toned import row

_KINDS = (
    ("Belum diisi", None),
    ("Selama", JenisJangka.DURASI),
    ("Sampai tanggal", JenisJangka.TANGGAL),
    ("Sampai peristiwa", JenisJangka.PERISTIWA),
)
_MOST_YEARS = 100


class JangkaEditor(FieldGroup):
    """A kind and, beside it, the input that fits."""

    changed = Signal()

    def __init__(self, jangka: JangkaWaktu | None, today: date) -> None:
        super().__init__()
        self.jenis = QComboBox()
        self.jenis.setAccessibleName("Jenis jangka waktu")
        for label, kind in _KINDS:
            self.jenis.addItem(label, kind)
        self.tahun = QSpinBox()
        self.tahun.setRange(0, _MOST_YEARS)
        self.tahun.setSuffix(" tahun")
        self.tahun.setAccessibleName("Lama dalam tahun")
        self.bulan = QSpinBox()
        self.bulan.setRange(0, 11)
        self.bulan.setSuffix(" bulan")
        self.bulan.setAccessibleName("Lama tambahan dalam bulan")
        self.sampai = DateEdit(date(today.year + 5, today.month, 1))
        self.sampai.setAccessibleName("Hari terakhir")
        self.peristiwa = QLineEdit()
        self.peristiwa.setPlaceholderText("misalnya: sampai penetapan pemenang")
        self.peristiwa.setAccessibleName("Peristiwa yang mengakhiri")
        keep_still(self.jenis, self.tahun, self.bulan, self.sampai)
        self._stack = QStackedWidget()
        for page in (
            row(None),
            row(self.tahun, self.bulan, None),
            row(self.sampai, None),
            row(self.peristiwa),
        ):
            holder = QWidget()
            holder.setLayout(page)
            self._stack.addWidget(holder)
        line = row(self.jenis, self._stack)
        line.setStretch(1, 1)
        self.setLayout(line)
        self.lead = self.jenis
        self.jenis.currentIndexChanged.connect(self._stack.setCurrentIndex)
        for signal in (self.jenis.currentIndexChanged, self.tahun.valueChanged,
                       self.bulan.valueChanged, self.sampai.dateChanged,
                       self.peristiwa.textChanged):  # fmt: skip
            signal.connect(lambda _value: self.changed.emit())
        self.set_value(jangka)

    def value(self) -> JangkaWaktu | None:
        """The period; None while its kind is not chosen."""
        chosen = self.jenis.currentData()
        kind = JenisJangka(chosen) if chosen else None  # Qt gives a StrEnum back as plain text
        if kind is JenisJangka.DURASI:
            return JangkaWaktu(kind, bulan=self.tahun.value() * 12 + self.bulan.value() or None)
        if kind is JenisJangka.TANGGAL:
            return JangkaWaktu(kind, sampai=self.sampai.day())
        if kind is JenisJangka.PERISTIWA:
            return JangkaWaktu(kind, peristiwa=self.peristiwa.text().strip())
        return None

    def set_value(self, jangka: JangkaWaktu | None) -> None:
        """Show this period."""
        kinds = [kind for _, kind in _KINDS]
        self.jenis.setCurrentIndex(kinds.index(jangka.jenis if jangka else None))
        if jangka is None:
            return
        years, months = divmod(jangka.bulan or 0, 12)
        self.tahun.setValue(years)
        self.bulan.setValue(months)
        if jangka.sampai is not None:
            self.sampai.set_day(jangka.sampai)
        self.peristiwa.setText(jangka.peristiwa)
