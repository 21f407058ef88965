"""A date field as the office writes dates."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPalette,
    QTextCharFormat,
    QValidator,
)
from PySide6.QtWidgets import QDateEdit, QLineEdit, QToolButton, QWidget

from sopapp.domain.errors import DomainError
from ui.icons import icon
from ui.theme import tokens
from ui.widgets.typed_date import typed_date

_CHARS = 22  # "30 September 2026" with room for the arrow
_HINT = "Tulis misalnya 5 Januari 2027 atau 5-1-2027."
_WRONG = f"Ini bukan tanggal. {_HINT}"
_STEPS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ERASE = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_PASSING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
_BY_POINTER = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class DateEdit(QDateEdit):
    """`23 November 2026`, four-digit years, calendar popup with weeks from Monday.

    Qt edits day, month and year as three fields, and a date typed over the whole text then
    keeps parts of the old one. Here the text is one text while it is typed: the date follows
    as soon as the text names one, until then the text is marked as wrong and the date from
    before stays. Leaving the field writes the date out again.
    """

    def __init__(self, day: date | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before: QDate | None = None
        """The date before typing began; None while nobody types."""
        self._description = ""
        self._mark = self.lineEdit().addAction(
            icon("warning", self, tone="danger"), QLineEdit.ActionPosition.TrailingPosition
        )
        self._mark.setVisible(False)
        self.setLocale(QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia))
        self.setDisplayFormat("d MMMM yyyy")
        self.setCalendarPopup(True)
        self.calendarWidget().setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._name_arrows()
        self._dress_calendar()
        self.setMinimumDate(QDate(2000, 1, 1))
        self.setMaximumDate(QDate(2999, 12, 31))
        self.setAccessibleDescription(_HINT)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _CHARS)
        if day is not None:
            self.set_day(day)

    def day(self) -> date:
        """The date shown."""
        return date(self.date().year(), self.date().month(), self.date().day())

    def set_day(self, day: date) -> None:
        """Show `day`."""
        self._finish()
        self.setDate(QDate(day.year, day.month, day.day))

    @property
    def wrong(self) -> bool:
        """Whether the text typed names no date."""
        return self._before is not None and self._typed() is None

    def _name_arrows(self) -> None:
        """Qt's arrows of the calendar say nothing to a screen reader."""
        for name, words in (("prev", "Bulan sebelumnya"), ("next", "Bulan berikutnya")):
            arrow = self.calendarWidget().findChild(QToolButton, f"qt_calendar_{name}month")
            if arrow is not None:
                arrow.setAccessibleName(words)
                arrow.setToolTip(words)

    def _dress_calendar(self) -> None:
        """Days off in the theme's red: Qt's own can hardly be read in the dark."""
        calendar, look = self.calendarWidget(), tokens(self)
        red = QTextCharFormat()
        red.setForeground(QColor(look.danger))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, red)
        for name, picture in (("prev", "left"), ("next", "right")):
            arrow = calendar.findChild(QToolButton, f"qt_calendar_{name}month")
            if arrow is not None:
                arrow.setIcon(icon(picture, calendar, tone="on_accent"))
                ground = QPalette(arrow.palette())
                ground.setColor(QPalette.ColorRole.Button, QColor(look.accent))
                arrow.setPalette(ground)

    def changeEvent(self, event: QEvent) -> None:
        """Qt: follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.calendarPopup():
            self._dress_calendar()

    # -- typing -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: what changes the text goes to the text as a whole."""
        key = event.key()
        if self._before is None and not self._changes_text(event):
            super().keyPressEvent(event)
        elif key in _ENDS and self.wrong:
            event.accept()  # a default button must not save another date than is written
        elif key in _STEPS or key in _ENDS:
            self._finish()
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape:
            event.ignore()  # for the dialog
        else:
            self._begin()
            self.lineEdit().event(event)
            self._follow()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt: what the menu pastes is typed text as well."""
        self._begin()
        super().contextMenuEvent(event)
        if self._before is not None:
            self._follow()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: the arrow opens the calendar on the date that is meant."""
        self._finish()
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: typing replaces the whole date, as in every other field."""
        super().focusInEvent(event)
        if event.reason() not in _BY_POINTER and self._before is None:
            line = self.lineEdit()
            line.blockSignals(True)  # Qt would move its arrow keys from the day to the year
            line.selectAll()
            line.blockSignals(False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: write the date out; a text that is none gives way to the date from before."""
        if self._before is not None and event.reason() in _PASSING:
            QWidget.focusOutEvent(self, event)
            self.lineEdit().event(event)
            return
        self._finish()
        super().focusOutEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt: Tab leaves the field; it does not walk through day, month and year."""
        return QWidget.focusNextPrevChild(self, forward)

    def stepBy(self, steps: int) -> None:
        """Qt: step from the date that is meant."""
        self._finish()
        super().stepBy(steps)

    def validate(self, text: str, pos: int) -> tuple[QValidator.State, str, int]:
        """Qt: anything may stand here while it is typed."""
        if self._before is not None:
            return QValidator.State.Intermediate, text, pos
        return super().validate(text, pos)

    def _changes_text(self, event: QKeyEvent) -> bool:
        if self.isReadOnly():
            return False
        if event.key() in _ERASE or event.matches(QKeySequence.StandardKey.Paste):
            return True
        held = event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        cut = event.matches(QKeySequence.StandardKey.Cut)
        return cut or (event.text().isprintable() and event.text() != "" and not held)

    def _begin(self) -> None:
        if self._before is None:
            self._before = self.date()
            self._description = self.accessibleDescription()
            self.lineEdit().blockSignals(True)  # Qt reads nothing into half a date

    def _typed(self) -> QDate | None:
        day = typed_date(self.lineEdit().text())
        if day is None:
            return None
        found = QDate(day.year, day.month, day.day)
        return found if self.minimumDate() <= found <= self.maximumDate() else None

    def _follow(self) -> None:
        """Take the date of the text, or the one from before; leave the text as it is."""
        if self._before is None:
            return
        line = self.lineEdit()
        wanted = self._typed() or self._before
        if wanted != self.date():
            text, place = line.text(), line.cursorPosition()
            self.setDate(wanted)
            line.setText(text)
            line.setCursorPosition(place)
        self._show_wrong(self.wrong)

    def _finish(self) -> None:
        """End the typing: the text is that of the date again."""
        if self._before is None:
            return
        self._before = None
        line = self.lineEdit()
        line.setText(self.textFromDateTime(self.dateTime()))
        line.blockSignals(False)
        self._show_wrong(False)
        self.setAccessibleDescription(self._description)

    def _show_wrong(self, wrong: bool) -> None:
        if wrong == self._mark.isVisible():
            return
        self._mark.setVisible(wrong)
        self._mark.setToolTip(_WRONG)
        self.lineEdit().setToolTip(_WRONG if wrong else "")
        self.setAccessibleDescription(f"Galat: {_WRONG}" if wrong else self._description)
        palette = QPalette(self.palette())
        if wrong:
            palette.setColor(QPalette.ColorRole.Text, tokens(self).danger)
        self.lineEdit().setPalette(palette if wrong else QPalette())


def refuse_wrong_dates(form: QWidget) -> None:
    """Before saving: raise DomainError while a date field in `form` shows what is no date."""
    for edit in form.findChildren(DateEdit):
        if edit.isVisible() and edit.wrong:
            edit.setFocus()
            raise DomainError(f"“{edit.lineEdit().text()}” bukan tanggal. {_HINT}")
