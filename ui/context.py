"""What every page is given when it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sopapp.app import App
    from ui.changes import ChangeHub
    from ui.navigation import Navigate
    from ui.prompts import Prompts
    from ui.tasks import Tasks


class UiContext(NamedTuple):
    """The services, the change signal, background work, questions and navigation."""

    app: App
    hub: ChangeHub
    tasks: Tasks
    prompts: Prompts
    navigate: Navigate
