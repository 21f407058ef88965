"""The grounds of an exclusion: letters of Pasal 17 and other laws, row by row."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QSpinBox, QVBoxLayout, QWidget

from sopapp.domain.dik import HURUF_PASAL_17, DasarPengecualian
from ui.berkas.stage_panel import button, tool
from ui.berkas.toned import row
from ui.widgets.field_group import FieldGroup

_MOST_POINTS = 20


class _Ground(QWidget):
    """One ground in a row of inputs."""

    changed = Signal()
    removed = Signal()

    def __init__(self, dasar: DasarPengecualian | None) -> None:
        super().__init__()
        self.huruf = QComboBox()
        self.huruf.setAccessibleName("Huruf Pasal 17")
        self.huruf.addItem("Pilih huruf Pasal 17…", "")
        for letter, meaning in HURUF_PASAL_17.items():
            self.huruf.addItem(f"huruf {letter} – {meaning}", letter)
        self.huruf.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.huruf.setMinimumContentsLength(24)
        self.huruf.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.angka = QSpinBox()
        self.angka.setRange(0, _MOST_POINTS)
        self.angka.setPrefix("angka ")
        self.angka.setSpecialValueText("tanpa angka")
        self.angka.setAccessibleName("Angka pada huruf itu")
        self.undang_undang = QLineEdit()
        self.undang_undang.setPlaceholderText("UU lain, misalnya Pasal 4 UU Nomor 27 Tahun 2022")
        self.undang_undang.setAccessibleName("Undang-Undang lain")
        self._remove = tool("remove", "Hapus dasar ini", self.removed.emit)
        if dasar is not None:
            at = self.huruf.findData(dasar.huruf)
            if at < 0:
                self.huruf.addItem(f"huruf {dasar.huruf}", dasar.huruf)
                at = self.huruf.count() - 1
            self.huruf.setCurrentIndex(at)
            self.angka.setValue(dasar.angka or 0)
            self.undang_undang.setText(dasar.undang_undang)
        line = row(self.huruf, self.angka, self.undang_undang, self._remove, spacing=6)
        line.setStretch(0, 5)
        line.setStretch(2, 4)
        self.setLayout(line)
        for signal in (self.huruf.currentIndexChanged, self.angka.valueChanged,
                       self.undang_undang.textChanged):  # fmt: skip
            signal.connect(lambda _value: self._tell())
        self._tell()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The inputs in the order of Tab."""
        return self.huruf, self.angka, self.undang_undang, self._remove

    def value(self) -> DasarPengecualian | None:
        """The ground; None while no letter is chosen and nothing else is typed."""
        letter = self.huruf.currentData()
        law = self.undang_undang.text().strip()
        if not letter and not law:
            return None
        return DasarPengecualian(letter, self.angka.value() or None, law)

    def _tell(self) -> None:
        self.huruf.setToolTip(self.huruf.currentText())
        self.changed.emit()


class DasarEditor(FieldGroup):
    """Rows of grounds with a button for one more."""

    changed = Signal()

    def __init__(self, dasar: tuple[DasarPengecualian, ...] = ()) -> None:
        super().__init__()
        self._rows: list[_Ground] = []
        self._box = QVBoxLayout()
        self._box.setSpacing(4)
        self.add_button = button("Dasar &lain", lambda: self._add(None, focus=True), "add")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        outer.addLayout(self._box)
        outer.addLayout(row(self.add_button, None))
        self.set_value(dasar)

    @property
    def rows(self) -> tuple[_Ground, ...]:
        """The rows shown."""
        return tuple(self._rows)

    def value(self) -> tuple[DasarPengecualian, ...]:
        """The grounds that were chosen."""
        values = (ground.value() for ground in self._rows)
        return tuple(value for value in values if value is not None)

    def set_value(self, dasar: tuple[DasarPengecualian, ...]) -> None:
        """Show these grounds; at least one empty row."""
        for ground in tuple(self._rows):
            self._drop(ground)
        for each in dasar or (None,):
            self._add(each)

    def _add(self, dasar: DasarPengecualian | None, *, focus: bool = False) -> None:
        ground = _Ground(dasar)
        ground.changed.connect(self.changed)
        ground.removed.connect(lambda: self._remove(ground))
        self._rows.append(ground)
        self._box.addWidget(ground)
        self.lead = self._rows[0].huruf
        self._order_tabs()
        if focus:
            ground.huruf.setFocus()
        self.changed.emit()

    def _order_tabs(self) -> None:
        """Tab walks the rows from left to right, then to the button below."""
        stops = [stop for ground in self._rows for stop in ground.stops] + [self.add_button]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _remove(self, ground: _Ground) -> None:
        self._drop(ground)
        if not self._rows:
            self._add(None)
        self.changed.emit()

    def _drop(self, ground: _Ground) -> None:
        self._rows.remove(ground)
        self._box.removeWidget(ground)
        ground.hide()
        ground.deleteLater()
        if self._rows:
            self.lead = self._rows[0].huruf
