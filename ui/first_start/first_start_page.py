"""The guide of the first start: Enter goes on by a step, Esc leaves without a question."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sopapp.domain.changes import Changes
from sopapp.domain.errors import SopappError
from sopapp.paths import DataFolder
from ui.first_start.memory import OVER, GuideMemory
from ui.first_start.step import Step
from ui.first_start.step_bar import StepBar
from ui.first_start.steps import FILLED, FIRST, LAST, ORDER, PROFIL, complete, make_step
from ui.first_start.welcome_step import WelcomeStep
from ui.widgets.page_head import PAGE_MARGINS
from ui.widgets.slim_scroll_bar import frameless
from ui.widgets.tab_order import tab_by_layout
from ui.widgets.toned import PrimaryButton, TonedLabel, row

if TYPE_CHECKING:
    from ui.context import UiContext
    from ui.first_start.done_step import DoneStep
    from ui.first_start.profil_step import ProfilStep

_AFTER_PAINT = 30  # milliseconds
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FirstStartPage(QWidget):
    """Steps write as one goes on; what could not be written is kept and typed again."""

    topic = "mulai"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._memory = GuideMemory(DataFolder(context.app.data).window)
        self.steps: dict[str, Step] = _Made(self._make)
        self._areas: dict[str, QScrollArea] = {}
        self._shown = FIRST
        self._build()
        self._connect()
        at = self._memory.step
        self._show(at if at in ORDER and at != OVER else FIRST)

    def _make(self, name: str) -> Step:
        """A step made when it is first shown, with what was typed there before."""
        step = make_step(name, self._context)
        self._areas[name] = area = _scrolled(step)
        self._stack.addWidget(area)
        if isinstance(step, WelcomeStep):
            step.go_on.connect(self.next)
            step.profil_asked.connect(self.load_profil)
            step.sample_asked.connect(self.visit_sample)
            step.leave_asked.connect(self.put_aside)
        elif name == LAST:
            cast("DoneStep", step).step_asked.connect(self.open_step)
        elif name == PROFIL:
            cast("ProfilStep", step).words_changed.connect(self._entitle)
        draft = self._memory.drafts().get(name)
        if isinstance(draft, dict):
            step.restore(draft)
        return step

    @property
    def step(self) -> Step:
        """The step shown."""
        return self.steps[self._shown]

    @property
    def over(self) -> bool:
        """Whether it was finished or put aside for good."""
        return self._memory.step == OVER

    def begin_again(self) -> None:
        """From where it was left; from the first step when it is over."""
        if self.over:
            self._show(FIRST)

    def open_step(self, name: str) -> None:
        """Show a step by name; what was typed in the one before is stored where it can be."""
        if name in ORDER:
            self._store_or_keep(self.step)
            self._show(name)

    def next(self) -> None:
        """Store the step and go on to the following one."""
        if not self.step.save():
            return
        self._memory.set_draft(self._shown, None)
        if self._shown == LAST:
            self.finish()
            return
        self._show(self._following(1))

    def skip(self) -> None:
        """Go on without storing; what was typed stays in its fields."""
        self._keep(self.step)
        self._show(self._following(1))

    def back(self) -> None:
        """Go back by one step."""
        if self._shown != FIRST:
            self._store_or_keep(self.step)
            self._show(self._following(-1))

    def finish(self) -> None:
        """End the guide and begin the first berkas."""
        self._memory.set_step(OVER)
        self._context.navigate.new_berkas()

    def leave(self) -> None:
        """To the board; the guide is begun again at this step when it is asked for."""
        self._context.navigate.board()

    def put_aside(self) -> None:
        """To the board, and no more guide at the start."""
        self._memory.set_step(OVER)
        self._context.navigate.board()

    def may_leave(self) -> bool:
        """Nothing is asked: what was typed is stored or kept."""
        for step in tuple(self.steps.values()):
            self._store_or_keep(step)
        return True

    def load_profil(self) -> None:
        """Ask for a profil and show what it would change."""
        from ui.settings.profil_files import ask_profil

        profil = ask_profil(self._context, self)
        if profil is not None:
            cast("ProfilStep", self.steps[PROFIL]).show_profil(profil)
            self._show(PROFIL)

    def visit_sample(self) -> None:
        """Open the sample data in the place of this window, with a way back."""
        from ui.sample_visit import visit_sample

        self._context.navigate.reopen_after(partial(visit_sample, self._context.prompts))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter goes on, or presses the button that has the keyboard; Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in _ENTER:
            focus = self.focusWidget()
            if isinstance(focus, QAbstractButton) and focus.hasFocus():
                focus.click()
            else:
                self.next()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: read anew, with the keyboard in the step's first field."""
        super().showEvent(event)
        if not event.spontaneous():
            self._show(self._shown)

    def hideEvent(self, event: QHideEvent) -> None:
        """Qt: nothing typed is lost when the window goes without asking."""
        super().hideEvent(event)
        if not event.spontaneous():
            for step in self.steps.values():
                self._keep(step)

    # -- parts --------------------------------------------------------------------------------

    def _build(self) -> None:
        self.head = TonedLabel("", bold=True, scale=1.5, wrap=False)
        self.lead = TonedLabel("", "muted")
        self.bar = StepBar(self)
        self._stack = QStackedWidget(self)
        self.back_button = QPushButton("K&embali")
        self.skip_button = QPushButton("Lewati lan&gkah ini")
        self.next_button = PrimaryButton()
        self.leave_button = QPushButton("Nan&ti saja")
        self.leave_button.setToolTip("Ke papan (Esc); dapat dibuka lagi di Pengaturan, bagian Umum")
        line = QFrame(self)
        line.setFrameShape(QFrame.Shape.HLine)
        line.setFrameShadow(QFrame.Shadow.Plain)
        line.setForegroundRole(self.palette().ColorRole.Mid)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*PAGE_MARGINS)
        layout.setSpacing(10)
        layout.addWidget(self.bar)
        layout.addWidget(self.head)
        layout.addWidget(self.lead)
        layout.addWidget(self._stack, 1)
        layout.addWidget(line)
        layout.addLayout(
            row(self.leave_button, None, self.back_button, self.skip_button, self.next_button)
        )

    def _connect(self) -> None:
        self.bar.asked.connect(self.open_step)
        self.back_button.clicked.connect(self.back)
        self.skip_button.clicked.connect(self.skip)
        self.next_button.clicked.connect(self.next)
        self.leave_button.clicked.connect(self.leave)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            there = QShortcut(QKeySequence(keys), self)
            there.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            there.setWhatsThis("Menyimpan dan melanjutkan ke langkah berikutnya")
            there.activated.connect(self.next)
        self._context.hub.changed.connect(self._on_changed)

    def _show(self, name: str) -> None:
        self._shown = name
        self.step.load()
        listed = name if name != PROFIL else FIRST
        self._memory.set_step(listed)
        self._stack.setCurrentWidget(self._areas[name])
        self.bar.show_step(listed)
        self._entitle()
        order = [
            *tab_by_layout(self.step), self.next_button, self.skip_button, self.back_button,
            self.leave_button, *self.bar.buttons.values(),
        ]  # fmt: skip
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)
        # After the click or the key that led here has done all it does.
        QTimer.singleShot(0, self, self._take_keyboard)
        QTimer.singleShot(_AFTER_PAINT, self, self._tick)

    def _take_keyboard(self) -> None:
        if self.isVisible():
            (self.step.lead_widget() or self.next_button).setFocus(Qt.FocusReason.TabFocusReason)

    def _tick(self) -> None:
        """Say which steps are done; what that needs is loaded once the page is painted."""
        if not self.isVisible():
            return
        app = self._context.app
        if self._shown == FIRST and not complete(FILLED[0], app):
            return  # an office without a name has nothing else either
        self.bar.show_done(name for name in FILLED if complete(name, app))

    def _entitle(self) -> None:
        step = self.step
        self.head.setText(step.head)
        self.lead.setText(step.lead)
        self.next_button.setText(step.next_words)
        self.next_button.setToolTip("Enter; di kolom berbaris banyak Ctrl+Enter")
        at_start = self._shown == FIRST
        self.next_button.setVisible(not at_start)
        self.back_button.setVisible(not at_start)
        self.skip_button.setVisible(step.optional and not at_start)

    def _following(self, by: int) -> str:
        if self._shown == PROFIL:
            return ORDER[1] if by > 0 else FIRST
        place = ORDER.index(self._shown) + by
        return ORDER[min(max(place, 0), len(ORDER) - 1)]

    def _store_or_keep(self, step: Step) -> None:
        """What is whole is stored without a word; what is not stays in its fields and is kept."""
        if step.name == PROFIL:
            return
        with suppress(SopappError):
            step.store()
        self._keep(step)

    def _keep(self, step: Step) -> None:
        self._memory.set_draft(step.name, step.draft())

    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible():  # what is shown later reads anew as it is shown
            self.step.hear(changes)
            self._tick()


class _Made(dict[str, Step]):
    """The steps that were asked for, each made at its first question."""

    def __init__(self, make: Callable[[str], Step]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, name: str) -> Step:
        self[name] = step = self._make(name)
        return step


def _scrolled(step: Step) -> QScrollArea:
    area = QScrollArea()
    frameless(area)
    area.setWidget(step)
    return area
