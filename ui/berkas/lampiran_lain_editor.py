"""The further Lampiran of a Keputusan: a title and a body each, in an order of one's own."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sopapp.documents.bilangan import romawi
from sopapp.domain.surat import LampiranLain
from ui.berkas.rich_text_field import RichTextField
from ui.widgets.field_group import FieldGroup
from ui.widgets.growing_text import GrowingText
from ui.widgets.icon_button import button, tool
from ui.widgets.toned import TonedLabel, row


class _Sheet(QWidget):
    """One Lampiran: its number and tools above, then title and body."""

    changed = Signal()
    removed = Signal()
    moved = Signal(int)
    """One place up (-1) or down (1)."""

    def __init__(self, lampiran: LampiranLain) -> None:
        super().__init__()
        self.label = TonedLabel("", "muted", wrap=False)
        self.up = tool("up", "Naikkan lampiran ini", lambda: self.moved.emit(-1))
        self.down = tool("down", "Turunkan lampiran ini", lambda: self.moved.emit(1))
        self.remove = tool("remove", "Hapus lampiran ini", self.removed.emit)
        self.judul = GrowingText(lampiran.judul, least=1, most=10)
        self.judul.setPlaceholderText("Judul lampiran")
        self.isi = RichTextField(least=4)
        self.isi.setPlaceholderText("Isi: paragraf dan butir")
        self.isi.setPlainText(lampiran.isi)
        for text in (self.judul, self.isi):
            text.textChanged.connect(self.changed)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 8)
        box.setSpacing(4)
        box.addLayout(row(self.label, None, self.up, self.down, self.remove, spacing=2))
        box.addWidget(self.judul)
        box.addWidget(self.isi)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The inputs in the order of Tab."""
        return (self.judul, self.isi, self.up, self.down, self.remove)

    def value(self) -> LampiranLain:
        """The Lampiran as typed."""
        return LampiranLain(self.judul.one_line(), self.isi.text())

    def number(self, number: int, last: int) -> None:
        """Tell which one it is; the first of these comes after the list, so it is the second."""
        name = f"Lampiran {romawi(number + 1)}"
        self.label.setText(name)
        self.judul.setAccessibleName(f"Judul {name}")
        self.isi.setAccessibleName(f"Isi {name}")
        self.up.setEnabled(number > 1)
        self.down.setEnabled(number < last)


class LampiranLainEditor(FieldGroup):
    """The list with a button for one more; an empty Lampiran is none."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._sheets: list[_Sheet] = []
        self._box = QVBoxLayout()
        self._box.setSpacing(2)
        self.add_button = button("Tambah lampiran", self.add, "add")
        self.lead = self.add_button
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        outer.addLayout(self._box)
        outer.addLayout(row(self.add_button, None))

    @property
    def sheets(self) -> tuple[_Sheet, ...]:
        """What is shown."""
        return tuple(self._sheets)

    def value(self) -> tuple[LampiranLain, ...]:
        """Every Lampiran in which something is typed."""
        values = (sheet.value() for sheet in self._sheets)
        return tuple(value for value in values if value.judul or value.isi)

    def set_value(self, lampiran: Iterable[LampiranLain]) -> None:
        """Show these."""
        for sheet in tuple(self._sheets):
            self._drop(sheet)
        for each in lampiran:
            self._put(_Sheet(each))
        self._tell()

    def add(self) -> None:
        """One more, empty, with the keyboard in its title."""
        sheet = _Sheet(LampiranLain("", ""))
        self._put(sheet)
        self._tell()
        sheet.judul.setFocus()

    def set_read_only(self) -> None:
        """Let nothing be typed any more."""
        self.add_button.hide()
        for sheet in self._sheets:
            sheet.judul.setReadOnly(True)
            sheet.isi.setReadOnly(True)
            for each in (sheet.up, sheet.down, sheet.remove):
                each.hide()

    def _put(self, sheet: _Sheet) -> None:
        sheet.changed.connect(self.changed)
        sheet.removed.connect(lambda: self._remove(sheet))
        sheet.moved.connect(lambda step: self._move(sheet, step))
        self._sheets.append(sheet)
        self._box.addWidget(sheet)

    def _remove(self, sheet: _Sheet) -> None:
        self._drop(sheet)
        self._tell()
        self.add_button.setFocus()
        self.changed.emit()

    def _drop(self, sheet: _Sheet) -> None:
        self._sheets.remove(sheet)
        self._box.removeWidget(sheet)
        sheet.hide()
        sheet.deleteLater()

    def _move(self, sheet: _Sheet, step: int) -> None:
        at = self._sheets.index(sheet)
        self._sheets.insert(at + step, self._sheets.pop(at))
        self._box.removeWidget(sheet)
        self._box.insertWidget(at + step, sheet)
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        """Numbers, and Tab from sheet to sheet and then to the button below."""
        for number, sheet in enumerate(self._sheets, 1):
            sheet.number(number, len(self._sheets))
        stops = [stop for sheet in self._sheets for stop in sheet.stops] + [self.add_button]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        self.lead = stops[0]
