"""Form rows that look and read the same everywhere."""

from __future__ import annotations

from functools import partial
from html import escape

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QLabel,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from ui.help_key import open_guide
from ui.icons import icon
from ui.theme import scale_letters, tokens
from ui.widgets.breakable import breakable
from ui.widgets.field_group import FieldGroup
from ui.widgets.spoken import describe, name_lead
from ui.widgets.still_wheel import keep_still
from ui.widgets.tab_order import tab_stops
from ui.widgets.why_link import WORD

_ROWS_PER_FIELD = 3  # input, hint, error
_ERROR_ROOM = 6
_CHANGES = ("textChanged", "toggled", "valueChanged", "currentIndexChanged", "changed")
_BEARING = 3  # a T or J at the left edge reaches out of its own width, and would be clipped


class _Row:
    """The parts of one field."""

    __slots__ = (
        "error", "error_mark", "fresh", "hint", "label", "said", "top", "watched", "widget",
        "words",
    )  # fmt: skip

    def __init__(self, label: QLabel, widget: QWidget, hint: QLabel | None, top: int) -> None:
        self.label = label
        self.widget = widget
        self.hint = hint
        self.top = top  # the first of its rows in the grid
        self.said = widget.accessibleDescription()
        self.error_mark: QLabel | None = None
        self.error: QLabel | None = None
        self.words = ""
        self.fresh = False  # the error was said by what is being told right now
        self.watched = False


class FormPanel(QWidget):
    """Rows of label and input, each with a hint and room for an error under the input.

    The label is the input's buddy and accessible name; hint and error are its description,
    so a screen reader says them.
    """

    mended = Signal()
    """A field with an error was changed, which took its error away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, _Row] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(2, 1)

    def add_row(
        self, key: str, label: str, widget: QWidget, hint: str = "", *, said: str = ""
    ) -> QWidget:
        """Add a field named `key` (the name a DomainError's `field` uses); returns `widget`.

        `said` is for a screen reader alone, where the eye needs no hint.
        """
        caption = QLabel(label, self)
        caption.setBuddy(widget)
        caption.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        above = widget.above if isinstance(widget, FieldGroup) else 0
        caption.setContentsMargins(0, 5 + above, 0, 0)  # beside the inputs
        _keep_whole(caption)
        widget.setAccessibleName(label.replace("&", ""))
        name_lead(widget)
        describe(widget, hint or said)
        keep_still(*_choices(widget))
        below = self._text(hint) if hint else None
        top = len(self._rows) * _ROWS_PER_FIELD
        self._grid.addWidget(caption, top, 0)
        self._grid.addWidget(widget, top, 1, 1, 2)
        if isinstance(widget, QSpinBox | QDoubleSpinBox):
            self._grid.setAlignment(widget, Qt.AlignmentFlag.AlignLeft)  # as wide as its digits
        if below is not None:
            self._grid.addWidget(below, top + 1, 1, 1, 2)
        self._grid.setRowMinimumHeight(top + 2, _ERROR_ROOM)
        row = self._rows[key] = _Row(caption, widget, below, top)
        self._colour(row)
        return widget

    def has_field(self, field: str) -> bool:
        """Whether there is a row of that name."""
        return field in self._rows

    def widget(self, field: str) -> QWidget:
        """The input of a row."""
        return self._rows[field].widget

    def set_row_visible(self, field: str, visible: bool) -> None:
        """Show or hide a whole row."""
        row = self._rows[field]
        row.label.setVisible(visible)
        row.widget.setVisible(visible)
        if row.hint is not None:
            row.hint.setVisible(visible)
        # The room for an error would gape where the row was.
        self._grid.setRowMinimumHeight(row.top + 2, _ERROR_ROOM if visible else 0)
        if not visible:
            self._clear(row)

    def show_error(self, field: str, text: str) -> None:
        """Show `text` under the field and put the keyboard there."""
        row = self._rows[field]
        error = self._error_of(row)
        error.setTextFormat(Qt.TextFormat.PlainText)
        error.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        row.words = breakable(text)
        error.setText(row.words)
        error.setAccessibleName(text)
        error.show()
        self._mark(row)
        row.fresh = True
        QTimer.singleShot(0, self, partial(setattr, row, "fresh", False))
        self._watch(row)
        row.widget.setAccessibleDescription(f"Galat: {text} {row.said}".strip())
        row.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def explain(self, field: str, topic: str) -> None:
        """Lead from the error under the field to where the guide says why."""
        row = self._rows[field]
        said, error = escape(row.words), self._error_of(row)
        error.setTextFormat(Qt.TextFormat.RichText)
        error.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        error.setText(f'{said} <a href="{topic}">{WORD}</a>')
        error.setAccessibleName(f"{row.words} {WORD}")

    def clear_errors(self) -> None:
        """Take all errors away, as before a new attempt."""
        for row in self._rows.values():
            self._clear(row)

    @property
    def errors(self) -> tuple[str, ...]:
        """The fields that an error is shown under."""
        return tuple(key for key, row in self._rows.items() if row.words)

    def error_text(self, field: str) -> str:
        """The error shown under the field, or empty text."""
        return self._rows[field].words

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark, and the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            for row in self._rows.values():
                _keep_whole(row.label)
        if event.type() == QEvent.Type.PaletteChange:
            for row in self._rows.values():
                self._colour(row)
                if row.words:
                    self._mark(row)

    def _watch(self, row: _Row) -> None:
        """Let an error go as soon as its field is another, unless that is wrong too."""
        if row.watched:
            return
        row.watched = True
        for part in (row.widget, *row.widget.findChildren(QWidget)):
            for name in _CHANGES:
                if isinstance(signal := getattr(part, name, None), SignalInstance):
                    signal.connect(partial(self._changed, row))

    def _changed(self, row: _Row, *_told: object) -> None:
        if row.words and not row.fresh:
            self._clear(row)
            self.mended.emit()

    def _clear(self, row: _Row) -> None:
        row.words = ""
        if row.error is not None and row.error_mark is not None:
            row.error.clear()
            row.error.hide()
            row.error_mark.hide()
        row.widget.setAccessibleDescription(row.said)

    def _error_of(self, row: _Row) -> QLabel:
        """The words below the field, made for its first error: most fields never have one."""
        if row.error is None:
            row.error_mark = QLabel(self)
            error = row.error = self._text("")
            error.setContentsMargins(0, 0, 0, _ERROR_ROOM)  # or it would touch the field below
            error.linkActivated.connect(lambda topic: open_guide(self, topic))
            self._grid.addWidget(row.error_mark, row.top + 2, 1, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(error, row.top + 2, 2)
            if stops := tab_stops(row.widget):
                QWidget.setTabOrder(stops[-1], error)
            self._colour(row)
        return row.error

    def _text(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        scale_letters(label, 0.92)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)  # a new policy forgets that the words wrap
        label.setSizePolicy(policy)
        return label

    def _colour(self, row: _Row) -> None:
        look = tokens(self)
        if row.hint is not None:
            _ink(row.hint, look.muted)
        if row.error is not None:
            _ink(row.error, look.danger)

    def _mark(self, row: _Row) -> None:
        assert row.error_mark is not None
        side = self.fontMetrics().height()
        row.error_mark.setPixmap(icon("warning", self, tone="danger").pixmap(side, side))
        row.error_mark.show()


def _ink(label: QLabel, colour: str) -> None:
    palette = QPalette(label.palette())
    if palette.color(QPalette.ColorRole.WindowText).name() != colour:
        palette.setColor(QPalette.ColorRole.WindowText, colour)
        label.setPalette(palette)


def _choices(field: QWidget) -> list[QComboBox | QAbstractSpinBox]:
    """The boxes of a field that the wheel would turn, dates among them."""
    own = [field] if isinstance(field, (QComboBox, QAbstractSpinBox)) else []
    return [*own, *field.findChildren(QComboBox), *field.findChildren(QAbstractSpinBox)]


def _keep_whole(caption: QLabel) -> None:
    caption.setMinimumWidth(caption.sizeHint().width() + _BEARING)
