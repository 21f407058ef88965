"""The grounds of an exclusion: letters of Pasal 17 and other laws, one below the other."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from sopapp.domain.dik import HURUF_PASAL_17, DasarPengecualian
from sopapp.domain.katalog import HurufPasal, UndangUndang
from ui import errors
from ui.berkas.undang_undang_field import UndangUndangField
from ui.context import UiContext
from ui.widgets.field_group import FieldGroup
from ui.widgets.icon_button import button, tool
from ui.widgets.still_wheel import keep_still
from ui.widgets.toned import row

_NOT_TYPED = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class _Ground(QWidget):
    """One ground: the letter and its number above, the other law and its article below."""

    changed = Signal()
    removed = Signal()
    kept = Signal(str)
    """A law that the user wants in the catalogue."""

    def __init__(self, dasar: DasarPengecualian | None, letters: dict[str, HurufPasal]) -> None:
        super().__init__()
        self._letters = letters
        self.huruf = _choice("Huruf Pasal 17", 20)
        self.huruf.addItem("Pilih huruf Pasal 17…", "")
        for letter, meaning in HURUF_PASAL_17.items():
            self._add(self.huruf, f"huruf {letter} – {meaning}", letter)
        self.angka = _choice("Angka pada huruf itu", 12)
        self.undang_undang = UndangUndangField()
        self.undang_undang.setPlaceholderText("UU lain; ketik nomor, tahun, atau kata")
        self.undang_undang.setAccessibleName("Undang-Undang lain")
        self.pasal = QLineEdit()
        self.pasal.setPlaceholderText("Pasal … ayat …")
        self.pasal.setAccessibleName("Pasal dari Undang-Undang lain")
        self._keep = tool(
            "save", "Tambahkan ke katalog", lambda: self.kept.emit(self.undang_undang.text_of_law())
        )
        self._remove = tool("remove", "Hapus dasar ini", self.removed.emit)
        self._show(dasar)
        self._arrange()
        self.huruf.currentIndexChanged.connect(lambda _i: self._letter_chosen())
        self.angka.currentIndexChanged.connect(lambda _i: self._tell())
        for line in (self.undang_undang, self.pasal):
            line.textChanged.connect(lambda _text: self._tell())
        self._tell()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The inputs in the order of Tab."""
        return (self.huruf, self.angka, self._remove, self.undang_undang, self.pasal, self._keep)

    def value(self) -> DasarPengecualian | None:
        """The ground; None while no letter is chosen and nothing else is typed."""
        letter = self.huruf.currentData()
        law = self.undang_undang.text_of_law()
        article = " ".join(self.pasal.text().split())
        if not letter and not law and not article:
            return None
        return DasarPengecualian(letter, self.angka.currentData(), law, article)

    def set_laws(self, laws: Iterable[UndangUndang]) -> None:
        """The catalogue of laws."""
        self.undang_undang.set_laws(laws)
        self._tell()

    def _show(self, dasar: DasarPengecualian | None) -> None:
        letter = dasar.huruf if dasar else ""
        if self.huruf.findData(letter) < 0:
            self._add(self.huruf, f"huruf {letter}", letter)
        self.huruf.setCurrentIndex(self.huruf.findData(letter))
        self._offer_numbers(dasar.angka if dasar else None)
        self.undang_undang.setText(dasar.undang_undang if dasar else "")
        self.pasal.setText(dasar.pasal if dasar else "")
        for line in (self.undang_undang, self.pasal):
            line.setCursorPosition(0)

    def _arrange(self) -> None:
        upper = row(self.huruf, self.angka, self._remove, spacing=6)
        lower = row(self.undang_undang, self.pasal, self._keep, spacing=6)
        for line in (upper, lower):
            line.setStretch(0, 3)
            line.setStretch(1, 2)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 4)
        box.setSpacing(4)
        box.addLayout(upper)
        box.addLayout(lower)

    def _letter_chosen(self) -> None:
        self._offer_numbers(None)
        self._tell()

    def _offer_numbers(self, chosen: int | None) -> None:
        """The numbers of the letter with their words; one that the catalogue lacks stays."""
        known = self._letters.get(self.huruf.currentData())
        points = known.butir if known else ()
        self.angka.blockSignals(True)
        self.angka.clear()
        self.angka.addItem("tanpa angka" if points or chosen else "tidak berangka", None)
        for point in points:
            self._add(self.angka, f"angka {point.angka} – {point.teks}", point.angka)
        if chosen is not None and self.angka.findData(chosen) < 0:
            self._add(self.angka, f"angka {chosen}", chosen)
        self.angka.setCurrentIndex(max(self.angka.findData(chosen), 0) if chosen else 0)
        self.angka.setEnabled(self.angka.count() > 1)
        self.angka.blockSignals(False)

    def _add(self, box: QComboBox, text: str, value: object) -> None:
        box.addItem(text, value)
        box.setItemData(box.count() - 1, text, Qt.ItemDataRole.ToolTipRole)

    def _tell(self) -> None:
        full = self._letters.get(self.huruf.currentData())
        self.huruf.setToolTip(full.teks if full else self.huruf.currentText())
        self.angka.setToolTip(self.angka.currentText())
        self.undang_undang.setToolTip(self.undang_undang.text())
        law = self.undang_undang
        self._keep.setEnabled(bool(law.text().strip()) and not law.known)
        self.changed.emit()


class DasarEditor(FieldGroup):
    """Grounds with a button for one more; with a context, the catalogue helps to type."""

    changed = Signal()

    def __init__(
        self, dasar: tuple[DasarPengecualian, ...] = (), context: UiContext | None = None
    ) -> None:
        super().__init__()
        self._context = context
        katalog = context.app.katalog if context else None
        self._letters = {each.huruf: each for each in katalog.pasal_17()} if katalog else {}
        self._laws = katalog.laws() if katalog else ()
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
        ground = _Ground(dasar, self._letters)
        ground.set_laws(self._laws)
        ground.changed.connect(self.changed)
        ground.removed.connect(lambda: self._remove(ground))
        ground.kept.connect(self._keep_law)
        self._rows.append(ground)
        self._box.addWidget(ground)
        self.lead = self._rows[0].huruf
        self._order_tabs()
        if focus:
            ground.huruf.setFocus()
        self.changed.emit()

    def _keep_law(self, kutipan: str) -> None:
        """Add a typed law to the office's catalogue, after a remark that it calls for."""
        if self._context is None:
            return
        katalog, prompts = self._context.app.katalog, self._context.prompts
        remark = katalog.remark(kutipan)
        if remark and not prompts.confirm(
            self, "Tambahkan ke katalog?", remark, "&Tambahkan", "&Batal"
        ):
            return
        with errors.guard(self, prompts):
            katalog.add_law(kutipan)
        self._laws = katalog.laws()
        for ground in self._rows:
            ground.set_laws(self._laws)

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


class _Keyed(QComboBox):
    """A choice that the key of its letter or number picks; all its words begin alike."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: a letter or a digit that stands for a choice."""
        key = event.text()
        at = self.findData(int(key) if key.isdecimal() else key.casefold()) if key.strip() else -1
        if at >= 0 and not event.modifiers() & _NOT_TYPED:
            self.setCurrentIndex(at)
            return
        super().keyPressEvent(event)


def _choice(name: str, least: int) -> QComboBox:
    """A list whose long words do not make it wide."""
    box = _Keyed()
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(least)
    keep_still(box)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return box
