"""What was read is kept until a write touches it: office data is read for every letter."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from sopapp.domain.changes import Kind
from sopapp.persistence.store import Store

_V = TypeVar("_V")


class ReadMemory:
    """Answers of one service, forgotten when a committed write touches one of `kinds`."""

    def __init__(self, store: Store, *kinds: Kind) -> None:
        self._store = store
        self._kinds = kinds
        self._known: dict[Hashable, Any] = {}
        self._stamp = store.stamp(kinds)

    def get(self, key: Hashable, read: Callable[[], _V]) -> _V:
        """The value for `key`, read when it is not known.

        Inside a write that touches one of the kinds nothing is kept: it may still be taken back.
        """
        if self._store.changing(self._kinds):
            return read()
        stamp = self._store.stamp(self._kinds)
        if stamp != self._stamp:
            self._stamp = stamp
            self._known.clear()
        if key not in self._known:
            self._known[key] = read()
        found: _V = self._known[key]
        return found
