"""What the five stage panels have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from sopapp.domain.berkas import BerkasDetail, StatusBerkas
from sopapp.domain.changes import Kind
from sopapp.domain.progress import Progress
from sopapp.domain.sop import STAGE_NUMBER, StageKind
from ui import errors
from ui.context import UiContext
from ui.widgets.panes import panes

Made = TypeVar("Made")


class StagePanel(QWidget):
    """One stage's work; told the berkas by `load`, drawn anew by `refresh`.

    `kinds` says which changes it depends on. A finished or cancelled berkas is read-only.
    """

    kinds: frozenset[Kind] = frozenset()
    stage_kind: StageKind | None = None
    shows_list = False
    """Whether it shows what the berkas makes of the register."""
    go_to_panel = Signal(int)
    """The user wants the panel of another stage."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.context = context
        self.app = context.app
        self.detail: BerkasDetail | None = None
        self.leads: tuple[QWidget, ...] = ()

    def divide(self, left: QWidget, right: QWidget, widths: tuple[int, int]) -> None:
        """Fill the panel with two parts that the user can weigh; the right one grows."""
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(panes(left, right, share=widths, grow=(0, 1)))

    @property
    def berkas_id(self) -> int:
        """The berkas shown."""
        assert self.detail is not None
        return self.detail.id

    @property
    def read_only(self) -> bool:
        """Whether nothing may be changed any more."""
        return self.detail is None or self.detail.status is not StatusBerkas.BERJALAN

    @property
    def here(self) -> bool:
        """Whether the berkas stands in this panel's stage, so that its work can be done."""
        card = self.detail.card if self.detail else None
        kind = self.stage_kind
        return card is not None and kind is not None and card.stage == STAGE_NUMBER[kind]

    @property
    def passed(self) -> bool:
        """Whether this stage's papers are settled: the berkas ended or is further on."""
        card = self.detail.card if self.detail else None
        kind = self.stage_kind
        return card is None or (kind is not None and card.stage > STAGE_NUMBER[kind])

    def load(self, detail: BerkasDetail) -> None:
        """Show this berkas."""
        self.detail = detail
        self.refresh()

    def refresh(self) -> None:
        """Read everything anew."""
        raise NotImplementedError

    def take_keyboard(self) -> None:
        """Put the keyboard where the work of this panel begins: the first lead of use now."""
        for lead in self.leads:
            if lead.isVisibleTo(self) and lead.isEnabled():
                lead.setFocus()
                return

    def menders(self, key: str) -> tuple[QWidget, ...]:  # noqa: ARG002 - panels know theirs
        """The controls that give what requirement `key` asks for, the likeliest first."""
        return ()

    def mender(self, key: str) -> QWidget | None:
        """The control of use now that gives what requirement `key` asks for."""
        usable = (m for m in self.menders(key) if m.isVisibleTo(self) and m.isEnabled())
        return next(usable, None)

    def next_button(self, key: str) -> QWidget | None:
        """The button to press next while requirement `key` is lacking."""
        return self.mender(key)

    def take_keyboard_for(self, key: str) -> None:
        """Put the keyboard on what mends a lacking thing, or where the work begins."""
        control = self.mender(key)
        if control is not None:
            control.setFocus()
        else:
            self.take_keyboard()

    def act(self, call: Callable[[], object]) -> bool:
        """Call a service; errors are shown and nothing is lost. Whether it went well."""
        with errors.guard(
            self, self.context.prompts, go=lambda missing: self.go_to_panel.emit(missing.panel)
        ) as outcome:
            inside = self._has_keyboard()
            call()
        if inside and not self._has_keyboard():  # what had it is of no use now and hidden
            self.take_keyboard()
        return outcome.ok

    def _has_keyboard(self) -> bool:
        now = self.window().focusWidget()
        return now is not None and self.isAncestorOf(now)

    def work_through(self, words: str, work: Callable[[Progress], Made]) -> Made | None:
        """Do long work with the records and give what it makes; `words` say what is being done.

        None when the user stopped it or it went wrong, of which the user has been told.
        """
        from ui.progress.with_progress import with_progress

        made: list[Made] = []
        self.act(lambda: made.append(with_progress(self.context.tasks, self, words, work)))
        return made[0] if made else None

    def failed(self, error: Exception) -> None:
        """Show what went wrong in a worker."""
        errors.show(self, self.context.prompts, error)

    def show_dialog(self, dialog: QDialog) -> None:
        """Open a dialog above the page without stopping the program."""
        dialog.open()
