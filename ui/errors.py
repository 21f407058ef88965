"""Errors as the user meets them: inline, in plain words, or as a report that can be copied."""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QWidget

from sopapp import __version__
from sopapp.domain.errors import (
    DomainError,
    EnvironmentProblem,
    IncompleteError,
    Missing,
    SopappError,
)

if TYPE_CHECKING:
    from ui.prompts import Prompts
    from ui.widgets.form import FormPanel

log = logging.getLogger(__name__)

UNEXPECTED = (
    "Terjadi galat yang tidak terduga. Data yang sudah tersimpan tidak berubah. "
    "Salin rincian di bawah ini dan kirimkan kepada pengelola program."
)


@dataclass(slots=True)
class Outcome:
    """How a guarded block ended."""

    ok: bool = True


@contextmanager
def guard(
    parent: QWidget | None,
    prompts: Prompts,
    *,
    form: FormPanel | None = None,
    go: Callable[[Missing], None] | None = None,
) -> Iterator[Outcome]:
    """Show a `SopappError` raised in the block instead of letting it pass.

    A `DomainError` whose field stands in `form` is shown under that field; an
    `IncompleteError` offers the way to what is missing and calls `go` with the choice.
    The outcome's `ok` is False when something was shown. Other exceptions pass through to
    the exception hook.
    """
    outcome = Outcome()
    try:
        yield outcome
    except SopappError as error:
        outcome.ok = False
        show(parent, prompts, error, form=form, go=go)


def show(
    parent: QWidget | None,
    prompts: Prompts,
    error: Exception,
    *,
    form: FormPanel | None = None,
    go: Callable[[Missing], None] | None = None,
) -> None:
    """Show any error in the form that fits its family; also fit for `Tasks.run`'s `failed`."""
    if isinstance(error, IncompleteError):
        chosen = prompts.incomplete(parent, "Belum lengkap", error.missing)
        if chosen is not None and go is not None:
            go(chosen)
    elif isinstance(error, DomainError):
        if form is not None and error.field and form.has_field(error.field):
            form.show_error(error.field, str(error))
        else:
            prompts.warn(parent, "Belum dapat dilakukan", str(error))
    elif isinstance(error, EnvironmentProblem):
        log.error("Environment problem: %s", error, exc_info=error)
        prompts.warn(parent, "Ada masalah pada komputer atau berkas data", str(error))
    else:
        report(parent, prompts, error)


def report(parent: QWidget | None, prompts: Prompts, error: BaseException) -> None:
    """Log an unexpected error and show it with everything a maintainer needs."""
    log.critical("Unexpected error", exc_info=error)
    prompts.report(parent, "Galat tidak terduga", UNEXPECTED, details(error))


def details(error: BaseException) -> str:
    """Versions and traceback as plain text."""
    trace = "".join(traceback.format_exception(error))
    return (
        f"Program {__version__}; Python {platform.python_version()}; "
        f"PySide6 {pyside_version}; Qt {qVersion()}; {platform.platform()}\n\n{trace}"
    )


class ExceptionHook:
    """Shows what no slot caught; while one report is open, further ones are only logged."""

    def __init__(self, prompts: Prompts) -> None:
        self._prompts = prompts
        self._showing = False

    def install(self) -> None:
        """Become `sys.excepthook`."""
        sys.excepthook = self

    def __call__(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Called by Python and by PySide for an exception that left a slot."""
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if self._showing:
            log.critical("Unexpected error while another is shown", exc_info=error)
            return
        self._showing = True
        try:
            if isinstance(error, Exception):
                show(None, self._prompts, error)
            else:
                report(None, self._prompts, error)
        finally:
            self._showing = False
