"""Where a reader has been."""

from __future__ import annotations

Place = tuple[str, int]
"""Name of a topic, and how far it was scrolled, in pixels."""


class StepsBack:
    """Back and forward through what was read, as a browser has them."""

    def __init__(self) -> None:
        self._past: list[Place] = []
        self._future: list[Place] = []

    @property
    def has_past(self) -> bool:
        """Whether `back` leads anywhere."""
        return bool(self._past)

    @property
    def has_future(self) -> bool:
        """Whether `forward` leads anywhere."""
        return bool(self._future)

    def leave(self, here: Place) -> None:
        """The reader goes on to another place of his choice."""
        self._past.append(here)
        self._future.clear()

    def back(self, here: Place) -> Place | None:
        """The place before; None when there is none."""
        if not self._past:
            return None
        self._future.append(here)
        return self._past.pop()

    def forward(self, here: Place) -> Place | None:
        """The place that `back` left; None when there is none."""
        if not self._future:
            return None
        self._past.append(here)
        return self._future.pop()
