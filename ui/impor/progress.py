"""How far a worker is, told between threads, and the wish to stop it."""

from __future__ import annotations

import threading
from collections.abc import Callable

from sopapp.domain.progress import Cancelled

Step = Callable[[int, int], None]
"""Called by work with (done, total); may raise Cancelled."""


class Progress:
    """Called by the work with (done, total); read by the window; stops the work when asked.

    Both numbers are set in one assignment, so that no lock is needed.
    """

    def __init__(self) -> None:
        self.state: tuple[int, int] = (0, 0)
        self._stop = threading.Event()

    def __call__(self, done: int, total: int) -> None:
        """Note how far it is. Raises Cancelled once `cancel` was called."""
        if self._stop.is_set():
            raise Cancelled
        self.state = (done, total)

    def cancel(self) -> None:
        """Stop the work at its next step."""
        self._stop.set()
