"""Whether the program begins with the guide of the first start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.first_start.memory import OVER, GuideMemory

if TYPE_CHECKING:
    from sopapp.app import App
    from sopapp.paths import DataFolder


def first_start_due(data: DataFolder, app: App) -> bool:
    """True in a folder that nobody has settled, and while the guide was left before its end.

    Once it is not, that is remembered: later starts ask the records nothing.
    """
    memory = GuideMemory(data.window)
    if memory.step == OVER:
        return False
    settled = bool(app.board.due(0).berjalan) or (not memory.step and bool(app.instansi.get().nama))
    if settled:
        memory.set_step(OVER)
    return not settled
