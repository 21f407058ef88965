"""Going elsewhere while edits are not saved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.prompts import Prompts, Unsaved


def may_leave(
    parent: QWidget,
    prompts: Prompts,
    text: str,
    save: Callable[[], bool],
    drop: Callable[[], object],
) -> bool:
    """Whether the user may go: the edits of which `text` tells are saved now or dropped.

    False when the user stays, or when what was to be saved is not fit to be.
    """
    answer = prompts.unsaved(parent, text)
    if answer is Unsaved.SAVE:
        return save()
    if answer is Unsaved.DROP:
        drop()
    return answer is Unsaved.DROP
