"""The chosen day beside the month: what it is and why, what is due, what can be done."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from sopapp.domain.kalender import HariKalender, TenggatHari
from sopapp.domain.ribuan import ribuan
from sopapp.domain.tanggal import hari_tanggal
from sopapp.domain.tenggat_berjalan import JenisTenggat
from ui.board.card_words import due_icon, tone
from ui.calendar.day_words import begun_lines, due_lines, meaning, source, working_number
from ui.icons import icon
from ui.widgets.slim_scroll_bar import slim
from ui.widgets.toned import TonedLabel

_WIDTH, _NARROW = 44, 34  # average characters
_ROOM = 4  # pixels
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LINES = 2  # that an item has at least
_TALLEST = 2500  # pixels: more than a list gets on any screen
_ALL = 1000  # of the room that the list can fill; what it does not need stays bare
NOTHING = "Tidak ada tenggat."


class DueList(QListWidget):
    """Due dates and beginnings of a day; Enter or a double click opens one."""

    opened = Signal(object)
    """(JenisTenggat, id)."""
    left = Signal()
    """Esc: back to the month."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        slim(self)
        self._icons: dict[tuple[str, str], QIcon] = {}
        self.setAccessibleName("Tenggat dan berkas hari itu")
        self.setAccessibleDescription("Enter membuka berkas, Esc kembali ke kalender.")
        self.setWordWrap(True)
        self.setSpacing(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.itemActivated.connect(self._open)
        side = self.fontMetrics().height()
        self.setIconSize(QSize(side, side))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Esc leaves."""
        if event.key() in _ENTER and self.currentItem() is not None:
            self._open(self.currentItem())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def show_day(self, day: HariKalender) -> None:
        """List what is due, then what began."""
        self.clear()
        self._icons.clear()  # light and dark have their own
        for due in day.tenggat:
            self._add(due_lines(due), *_looks(due), (due.tenggat.jenis, due.tenggat.id))
        for begun in day.mulai:
            self._add(begun_lines(begun), "advance", "muted", (JenisTenggat.BERKAS, begun.id))
        if self.isVisible():
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: other words may wrap at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and self.isVisible():
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: what is not seen was not measured."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be no higher than what is in it; what no screen can show is not measured."""
        needed = 2 * self.frameWidth() + _ROOM
        least = self.count() * (_LINES * self.fontMetrics().lineSpacing() + 2 * self.spacing())
        if least > _TALLEST:
            self.setMaximumHeight(least)
            return
        for number in range(self.count()):
            needed += self.visualItemRect(self.item(number)).height() + 2 * self.spacing()
            if needed > _TALLEST:
                break
        self.setMaximumHeight(needed)

    def _add(
        self, lines: tuple[str, str], picture: str, ink: str, target: tuple[JenisTenggat, int]
    ) -> None:
        if (picture, ink) not in self._icons:
            self._icons[picture, ink] = icon(picture, self, tone=ink)
        item = QListWidgetItem(self._icons[picture, ink], "\n".join(lines))
        item.setData(Qt.ItemDataRole.UserRole, target)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(lines))
        item.setToolTip("\n".join(lines))
        self.addItem(item)

    def _open(self, item: QListWidgetItem) -> None:
        self.opened.emit(item.data(Qt.ItemDataRole.UserRole))


class DayPane(QWidget):
    """Shows one day; what is asked for leaves as signals with its date."""

    off_asked = Signal(object)
    on_asked = Signal(object)
    edit_asked = Signal(object)
    remove_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day: HariKalender | None = None
        self.set_narrow(False)
        self.title = TonedLabel("", scale=1.15, bold=True)
        self.meaning = TonedLabel()
        self.number = TonedLabel("", "muted")
        self.source = TonedLabel("", "muted")
        self.caption = TonedLabel("", bold=True)
        self.list = DueList(self)
        self.off_button = self._button("Jadikan &libur kantor…", self.off_asked)
        self.on_button = self._button("Jadikan hari &masuk…", self.on_asked)
        self.edit_button = self._button("Ubah atau &pindahkan…", self.edit_asked)
        self.remove_button = self._button("&Hapus hari khusus…", self.remove_asked)
        box = QVBoxLayout(self)
        box.setContentsMargins(4, 0, 0, 0)
        box.setSpacing(6)
        for part in (self.title, self.meaning, self.number, self.source):
            box.addWidget(part)
        box.addSpacing(4)
        for button in (self.off_button, self.on_button, self.edit_button, self.remove_button):
            box.addWidget(button)
        box.addSpacing(8)
        box.addWidget(self.caption)
        box.addWidget(self.list, _ALL)
        box.addStretch(1)

    def show_day(self, day: HariKalender, workweek: int, warning: str, *, today: bool) -> None:
        """Show `day`; `warning` is what to know of its year and stands nowhere else."""
        self._day = day
        self.title.say(hari_tanggal(day.tanggal))
        self.meaning.say(meaning(day, today=today))
        number = working_number(day)
        self.number.say(number)
        self.number.setVisible(bool(number))
        self.source.say(f"{source(day, workweek)} {warning}".rstrip())
        count = len(day.tenggat)
        parts = [f"{ribuan(count)} tenggat"] if count else []
        if day.mulai:
            parts.append(f"{ribuan(len(day.mulai))} berkas dimulai")
        self.caption.say(", ".join(parts) or NOTHING)
        self.list.show_day(day)
        self.list.setVisible(self.list.count() > 0)
        own = day.kantor is not None
        self.off_button.setVisible(not own and not day.libur)
        self.on_button.setVisible(not own and day.libur)
        self.edit_button.setVisible(own)
        self.remove_button.setVisible(own)

    def set_narrow(self, narrow: bool) -> None:
        """Leave more room to the month."""
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * (_NARROW if narrow else _WIDTH))

    def take_focus(self) -> None:
        """Put the keyboard on the first due date, or on what can be done."""
        if self.list.count():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.list.setCurrentRow(0)
            return
        buttons = (self.off_button, self.on_button, self.edit_button)
        shown = next((button for button in buttons if not button.isHidden()), None)
        if shown is not None:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._day is not None:
            self.list.show_day(self._day)

    def _button(self, words: str, asked: SignalInstance) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked: self._emit(asked))
        return button

    def _emit(self, asked: SignalInstance) -> None:
        if self._day is not None:
            day: date = self._day.tanggal
            asked.emit(day)


def _looks(due: TenggatHari) -> tuple[str, str]:
    """The icon of a due date and the token of its colour."""
    waits = due.tenggat.jenis is JenisTenggat.PERMOHONAN and due.sisa >= 0
    return "letter" if waits else due_icon(due.sisa), tone(due.sisa)
