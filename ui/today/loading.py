"""Loads on a thread what the slower sections read with."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from ui import errors

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.context import UiContext

_MODULES = (
    "sopapp.services.hari_ini",
    "sopapp.services.permohonan_rows",
    "sopapp.services.dik",
    "sopapp.services.cadangan",
)
"""Together they take as long as many turns of the page."""


def load_later(context: UiContext, page: QWidget, done: Callable[[object], None]) -> None:
    """Import the modules away from the GUI thread, then call `done` on it."""
    context.tasks.run(
        lambda: [import_module(name) for name in _MODULES],
        done,
        lambda error: errors.show(page, context.prompts, error),
        owner=page,
    )
