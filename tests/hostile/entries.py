"""The places where something comes in: every public call of every service of an open folder."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sopapp.app import App
from tests.hostile.making import Maker, hints


@dataclass(frozen=True, slots=True)
class Entry:
    """A call of a service: `name` as `service.method`."""

    name: str
    service: str
    method: str
    function: Callable[..., Any]

    def arguments(self, maker: Maker) -> dict[str, Any]:
        """Arguments of the types that it asks for, some of them bad."""
        wanted = hints(self.function)
        parameters = inspect.signature(self.function).parameters
        return maker.call(
            {
                name: wanted[name]
                for name, parameter in parameters.items()
                if name in wanted and parameter.kind is not parameter.VAR_POSITIONAL
            }
        )


INSIDE = frozenset(
    {
        "nomor.give",
        "nomor.take_back",
        "attachments.record",
        "dokumentasi.pack_bundle",
        "surat.keep_row",
    }
)
"""Calls inside another's write, or with what another made; nothing comes in by them."""


def services() -> Iterator[str]:
    """The names of the services of App, so that a new one is met without being told."""
    for part in reversed(App.__mro__):
        for name, value in vars(part).items():
            if isinstance(value, cached_property) and not name.startswith("_"):
                yield name


def entries(app: App) -> tuple[Entry, ...]:
    """Every public call that takes something."""
    found = []
    for service in services():
        kind = type(getattr(app, service))
        for method, function in inspect.getmembers(kind, inspect.isfunction):
            if f"{service}.{method}" in INSIDE:
                continue
            if method.startswith("_") or len(inspect.signature(function).parameters) < 2:
                continue
            found.append(Entry(f"{service}.{method}", service, method, function))
    return tuple(found)
