"""The filter above the board: words, unit, year and due date, on one line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from sopapp.domain.board_filter import Batas, BoardFilter
from sopapp.domain.ribuan import ribuan
from ui.icons import icon
from ui.widgets.filter_field import FilterField
from ui.widgets.lazy_combo import Items, LazyCombo
from ui.widgets.page_head import mute


class BoardFilterBar(QWidget):
    """Emits `changed` with the `BoardFilter` that its fields make together."""

    changed = Signal(object)
    left = Signal()
    """The keyboard goes back to the cards."""
    closed = Signal()
    """Esc was pressed while nothing was filtered."""

    def __init__(self, units: Items, years: Items, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = FilterField("Saring kartu", self)
        self.field.setPlaceholderText("Saring judul, pelaksana, kegiatan")
        # The page answers Ctrl+F, also while this bar is closed; two answers would be none.
        for shortcut in self.findChildren(QShortcut):
            shortcut.setEnabled(False)
        self.unit = self._combo("unit kerja", units)
        self.tahun = self._combo("tahun", years)
        self.batas = self._combo("tenggat", lambda: [(each.label, each.value) for each in Batas])
        self.count = QLabel(self)
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setAccessibleName("Jumlah kartu yang tampil")
        self.all_button = QPushButton("Tampilkan s&emua", self)
        self.all_button.setToolTip("Kosongkan saringan (Esc)")
        self.all_button.setEnabled(False)
        self.all_button.clicked.connect(self.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.field, 3)
        for combo in (self.unit, self.tahun, self.batas):
            layout.addWidget(combo, 1)
        layout.addStretch(1)
        layout.addWidget(self.count)
        layout.addWidget(self.all_button)
        self.field.asked.connect(lambda _text: self._tell())
        self._draw()

    def value(self) -> BoardFilter:
        """What is typed and chosen."""
        batas = self.batas.value()
        return BoardFilter(
            kata=self.field.text().strip(),
            unit=self.unit.value(),
            tahun=self.tahun.value(),
            batas=None if batas is None else Batas(batas),  # Qt gives back a plain str
        )

    def clear(self) -> None:
        """Hide nothing any more."""
        # Without the field's own pause: what is hidden comes back at once.
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        for combo in (self.unit, self.tahun, self.batas):
            combo.set_value(None)
        self._tell()
        self.field.setFocus()

    def reach(self) -> None:
        """Put the keyboard on the words."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def say(self, shown: int, total: int) -> None:
        """Tell how many cards are shown of all."""
        narrowed = not self.value().empty
        self.count.setText(f"{ribuan(shown)} dari {ribuan(total)} berkas" if narrowed else "")
        self.all_button.setEnabled(narrowed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Esc shows all, then closes the bar; Down goes to the cards."""
        if event.key() == Qt.Key.Key_Escape:
            if self.value().empty:
                self.closed.emit()
            else:
                self.clear()
        elif event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Qt: follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "all_button"):
            self._draw()

    def _draw(self) -> None:
        mute(self.count)
        self.all_button.setIcon(icon("close", self, tone="muted"))

    def _combo(self, what: str, items: Items) -> LazyCombo:
        short = f"{what[0].upper()}{what[1:]}"
        combo = LazyCombo(f"Saring menurut {what}", f"Semua {what}", items, self, short=short)
        combo.picked.connect(self._tell)
        return combo

    def _tell(self) -> None:
        self.changed.emit(self.value())
