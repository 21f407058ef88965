"""A dialog around a form: stays open with the error beside the field until it is saved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sopapp.domain.errors import DomainError, SopappError
from sopapp.domain.progress import Cancelled
from ui import errors
from ui.context import UiContext
from ui.widgets.asking_dialog import AskingDialog
from ui.widgets.date_edit import refuse_wrong_dates
from ui.widgets.focus_chain import following, has_proxy, preceding
from ui.widgets.form import FormPanel
from ui.widgets.screen_room import screen_room
from ui.widgets.slim_scroll_bar import frameless
from ui.widgets.tab_order import tab_stops, tab_through
from ui.widgets.toned import Notice, PrimaryButton, TonedLabel, row


class FormDialog(AskingDialog):
    """Title, optional hint, a form and two buttons; subclasses fill `form` and set `save`.

    What was typed is never lost: an error keeps the dialog open, and leaving it with
    changes asks first.
    """

    def __init__(
        self,
        context: UiContext,
        parent: QWidget | None,
        title: str,
        accept: str,
        *,
        hint: str = "",
        scroll: bool = False,
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.form = FormPanel()
        self.error = Notice("danger")
        self._save: Callable[[], object] = lambda: None
        self._untouched: object = None
        self._snapshot: Callable[[], object] = lambda: None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.accept_button = PrimaryButton(accept)
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self.submit)
        cancel = QPushButton("&Batal")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.extra = row()
        self.scroll_area: QScrollArea | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(18, 16, 18, 14)
        self._box.setSpacing(10)
        if hint:
            self._box.addWidget(TonedLabel(hint, "muted"))
        self._box.addWidget(self.error)
        if scroll:
            self.scroll_area = self._scrolled()
            self._box.addWidget(self.scroll_area, 1)
        else:
            self._box.addWidget(self.form)
            self._box.addStretch(1)
        self._foot = row(None, self.accept_button, cancel)  # as Qt's own boxes have them
        self._foot.insertLayout(0, self.extra)
        self._box.addLayout(self._foot)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setWhatsThis("Menyimpan isian jendela ini")
            shortcut.activated.connect(self.submit)
        self._keep_wide()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._keep_wide()

    def _keep_wide(self) -> None:
        least = self.fontMetrics().averageCharWidth() * 84
        self.setMinimumWidth(max(least, self.minimumWidth()))  # a dialog may want more

    def room(self) -> QSize:
        """How large the dialog may open."""
        return screen_room(self)

    def open_at(self, size: QSize) -> None:
        """Take this size, or less where the screen has no room for it."""
        self.resize(size.boundedTo(self.room()))

    def on_save(self, save: Callable[[], object]) -> None:
        """What the accept button does; raises SopappError to keep the dialog open."""
        self._save = save

    def watch(self, snapshot: Callable[[], object]) -> None:
        """Ask before leaving when `snapshot()` differs from what it is now."""
        self._snapshot = snapshot
        self._untouched = snapshot()

    def submit(self) -> None:
        """Save and close, or stay with the error in sight."""
        self.form.clear_errors()
        self.error.say("")
        errors.put_away(self)
        try:
            refuse_wrong_dates(self)
            self._save()
        except SopappError as error:
            self.show_error(error)
        else:
            self.accept()

    def show_error(self, error: SopappError) -> None:
        """Beside its field where there is one, else above the form."""
        field = error.field if isinstance(error, DomainError) else None
        if field and self.form.has_field(field):
            self.form.show_error(field, str(error))
            errors.explain(self.form, field, error)
        elif isinstance(error, DomainError):
            self.error.say(str(error), "accent" if isinstance(error, Cancelled) else "danger")
            self.error.explain(error.topic)
        else:
            errors.show(self, self.context.prompts, error)

    def reject(self) -> None:
        """Leave without saving, after a question when something was typed."""
        if self._snapshot() != self._untouched and not self.context.prompts.confirm(
            self, "Buang isian?", "Isian di jendela ini belum disimpan.", "&Buang", "&Kembali"
        ):
            return
        super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: Tab goes through the buttons at the foot as they stand there, after the inputs."""
        tab_through(self._foot)
        foot = tab_stops(self._foot)
        first = self._stop(self, following)
        if first in foot:  # it was made before the inputs were
            last = first
            while last in foot:
                last = self._stop(last, preceding)
            self.setTabOrder(last, first)
            tab_through(self._foot)
        super().showEvent(event)

    def _stop(self, start: QWidget, step: Callable[[QWidget], QWidget | None]) -> QWidget:
        """The widget next to `start` at which Tab stops."""
        each = step(start)
        while each is not None and each is not start:
            if not has_proxy(each) and each.focusPolicy() & Qt.FocusPolicy.TabFocus:
                return each
            each = step(each)
        return start

    def event(self, event: QEvent) -> bool:
        """Qt: grow with the form; wrapped text has no fixed least height that Qt would keep."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.scroll_area is None:
            needed = self._box.totalHeightForWidth(self.width())
            if needed > self.height():
                self.resize(self.width(), needed)
        return handled

    def _scrolled(self) -> QScrollArea:
        area = QScrollArea()
        frameless(area, sideways=False)
        inner = QWidget()
        box = QVBoxLayout(inner)
        box.setContentsMargins(0, 0, 10, 0)
        box.addWidget(self.form)
        box.addStretch(1)
        area.setWidget(inner)
        return area
