"""Errors as the user meets them: inline, in plain words, or as a report that can be copied."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from sopapp.domain.errors import (
    DomainError,
    EnvironmentProblem,
    IncompleteError,
    Missing,
    SopappError,
)
from sopapp.domain.progress import Cancelled

if TYPE_CHECKING:
    from ui.prompts import Prompts
    from ui.widgets.fields import Fields

log = logging.getLogger(__name__)

UNEXPECTED = (
    "Terjadi galat yang tidak terduga. Data yang sudah tersimpan tidak berubah. "
    "Salin laporannya dan kirimkan kepada pengelola program; laporan tidak memuat isi data."
)


class Outcome:
    """How a guarded block ended."""

    ok = True


@contextmanager
def guard(
    parent: QWidget | None,
    prompts: Prompts,
    *,
    form: Fields | None = None,
    go: Callable[[Missing], None] | None = None,
) -> Iterator[Outcome]:
    """Show a `SopappError` raised in the block instead of letting it pass.

    A `DomainError` whose field stands in `form` is shown under that field; an
    `IncompleteError` offers the way to what is missing and calls `go` with the choice.
    The outcome's `ok` is False when something was shown. Other exceptions pass through to
    the exception hook. A block that ends well puts away what its dialog still told.
    """
    outcome = Outcome()
    try:
        yield outcome
    except SopappError as error:
        outcome.ok = False
        show(parent, prompts, error, form=form, go=go)
    else:
        if outcome.ok:
            put_away(parent)


def put_away(parent: QWidget | None) -> None:
    """Put away what the dialog of `parent` tells, since something has gone well."""
    if parent is None:
        return
    bar: Any = parent.window().findChild(
        QWidget, "errorBar", Qt.FindChildOption.FindDirectChildrenOnly
    )
    if bar is not None:
        bar.clear()


def show(
    parent: QWidget | None,
    prompts: Prompts,
    error: Exception,
    *,
    form: Fields | None = None,
    go: Callable[[Missing], None] | None = None,
) -> None:
    """Show any error in the form that fits its family; also fit for `Tasks.run`'s `failed`."""
    if isinstance(error, Cancelled):
        say_below(parent, str(error))
    elif isinstance(error, IncompleteError):
        chosen = prompts.incomplete(parent, "Belum lengkap", error.missing)
        if chosen is not None and go is not None:
            go(chosen)
    elif isinstance(error, DomainError):
        if form is not None and error.field and form.has_field(error.field):
            form.show_error(error.field, str(error))
            explain(form, error.field, error)
        else:
            prompts.warn(parent, "Belum dapat dilakukan", str(error), error.topic)
    elif isinstance(error, EnvironmentProblem):
        log.error("Environment problem", exc_info=error)
        title = "Ada masalah pada komputer atau file data"
        prompts.warn(parent, title, str(error), error.topic)
    else:
        report(parent, prompts, error)


def say_below(page: QWidget | None, text: str) -> None:
    """Tell in the status line of the window, where there is one."""
    say = getattr(page.window(), "say", None) if page is not None else None
    if say is not None:
        say(text)


def explain(form: object, field: str, error: SopappError) -> None:
    """Lead from the error under a field to where the guide says why."""
    if error.topic and hasattr(form, "explain"):
        form.explain(field, error.topic)


def report(parent: QWidget | None, prompts: Prompts, error: BaseException) -> None:
    """Log an unexpected error and show it with everything a maintainer needs."""
    prompts.report(parent, "Galat tidak terduga", UNEXPECTED, details(error))


def details(error: BaseException) -> str:
    """Log an unexpected error; versions, places and the log's end as plain text."""
    from ui import error_report, program_log

    tails = program_log.tails()  # before the error itself stands there
    log.critical("Unexpected error", exc_info=error)
    return error_report.report_text(error, *tails)


class ExceptionHook(QObject):
    """Shows what no slot, thread or destructor caught, one at a time, on the GUI thread.

    It waits for the next turn of the event loop, since an exception may come out of a paint or
    a write. An error that was shown and comes again goes to `again`, a quiet place in the
    window, so that a fault in painting does not trap the user in dialogs.
    """

    _raised = Signal()

    def __init__(self, prompts: Prompts) -> None:
        super().__init__()
        self.again: Callable[[str, str], None] | None = None
        self._prompts = prompts
        self._waiting: deque[BaseException] = deque()
        self._seen: set[tuple[str, str]] = set()
        self._showing = False
        self._raised.connect(self.flush, Qt.ConnectionType.QueuedConnection)

    def install(self) -> Callable[[], None]:
        """Become the hook of Python, its threads and its destructors; call it to undo that."""
        before = sys.excepthook, threading.excepthook, sys.unraisablehook

        def undo() -> None:
            sys.excepthook, threading.excepthook, sys.unraisablehook = before

        sys.excepthook = self
        threading.excepthook = self._on_thread
        sys.unraisablehook = self._on_unraisable
        return undo

    def __call__(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Called by Python and by PySide, on any thread, for an exception nobody caught."""
        if error is None:
            error = kind()
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.tell(error)

    def tell(self, error: BaseException) -> None:
        """Show `error` in the next turn of the event loop; from any thread."""
        _let_go(error)
        self._waiting.append(error)
        self._raised.emit()

    def flush(self) -> None:
        """Show everything that waits, one after the other."""
        if self._showing:
            return
        self._showing = True
        try:
            while self._waiting:
                self._show(self._waiting.popleft())
        finally:
            self._showing = False

    def _show(self, error: BaseException) -> None:
        if isinstance(error, SopappError):
            show(None, self._prompts, error)
            return
        from ui.error_report import signature

        known = signature(error)
        if known not in self._seen:
            self._seen.add(known)
            report(None, self._prompts, error)
        elif self.again is not None:
            self.again(UNEXPECTED, details(error))

    def _on_thread(self, args: threading.ExceptHookArgs) -> None:
        if not issubclass(args.exc_type, SystemExit):
            self(args.exc_type, args.exc_value, args.exc_traceback)

    def _on_unraisable(self, args: Any) -> None:  # noqa: ANN401 - sys.UnraisableHookArgs
        self(args.exc_type, args.exc_value, args.exc_traceback)


def _let_go(error: BaseException) -> None:
    """Free what the frames that `error` left still hold; their places and lines stay known.

    A painter in one of them would go on painting on a widget that is drawn anew, or is gone,
    and take the whole program down with it.
    """
    chain: list[BaseException | None] = [error]
    seen: set[int] = set()
    while chain:
        link = chain.pop()
        if link is not None and id(link) not in seen:
            seen.add(id(link))
            traceback.clear_frames(link.__traceback__)
            chain += [link.__cause__, link.__context__]
