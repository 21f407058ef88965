"""Values for any type that a service asks for: most of a call is tame, one part or more is not."""

from __future__ import annotations

import collections.abc
import dataclasses
import enum
import importlib
import pkgutil
import types
import typing
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import sopapp
from tests.hostile.files import BadFiles
from tests.hostile.texts import DAYS, FRACTIONS, WHOLE, bad_text, tame_text

_HEAT = (0.05, 0.15, 0.4)
"""How often a part of a call is hostile, differing from call to call."""
_TODAY = date(2026, 11, 23)


@cache
def names() -> dict[str, Any]:
    """Every class of the program by its name, for annotations that are only seen by a checker."""
    found: dict[str, Any] = {**vars(typing), **vars(collections.abc)}
    for module in pkgutil.walk_packages(sopapp.__path__, "sopapp."):
        if module.name.endswith(("__main__", ".tables")) or ".cli" in module.name:
            continue
        loaded = importlib.import_module(module.name)
        found |= {key: value for key, value in vars(loaded).items() if isinstance(value, type)}
    return found


@cache
def hints(function: Callable[..., Any]) -> dict[str, Any]:
    """The annotations of a function or class, resolved."""
    module = importlib.import_module(function.__module__)
    # A service may have a method called `list`; it must not hide the type.
    return typing.get_type_hints(function, localns={**names(), **vars(module), "list": list})


class Maker:
    """Makes values of a type; `known` gives the ids of a table, `supply` ready values by type."""

    def __init__(
        self,
        rng: Random,
        files: BadFiles,
        known: Callable[[str], list[int]],
        supply: dict[type, Callable[[], Any]],
    ) -> None:
        self._rng = rng
        self._files = files
        self._known = known
        self._supply = supply
        self.heat = 0.0

    def call(self, parameters: Mapping[str, Any]) -> dict[str, Any]:
        """Arguments for parameters of these types."""
        self.heat = self._rng.choice(_HEAT)
        return {name: self.value(hint, name) for name, hint in parameters.items()}

    def value(self, hint: Any, name: str) -> Any:
        """A value of the annotated type; `name` is that of the parameter or the field."""
        origin = typing.get_origin(hint)
        if origin in (types.UnionType, typing.Union):
            return self._union(typing.get_args(hint), name)
        if origin is typing.Literal:
            return self._rng.choice(typing.get_args(hint))
        if origin in (typing.Annotated, typing.Final):
            return self.value(typing.get_args(hint)[0], name)
        if origin is not None:
            return self._many(origin, typing.get_args(hint), name)
        return self._plain(hint, name)

    def _union(self, options: tuple[Any, ...], name: str) -> Any:
        if type(None) in options and self._rng.random() < 0.2:
            return None
        return self.value(self._rng.choice([o for o in options if o is not type(None)]), name)

    def _many(self, origin: Any, inner: tuple[Any, ...], name: str) -> Any:
        if isinstance(origin, type) and issubclass(origin, collections.abc.Mapping):
            return self._mapping(inner, name)
        if origin is collections.abc.Callable:
            return lambda *_given: None
        if origin is tuple and inner and inner[-1] is not Ellipsis:
            return tuple(self.value(each, name) for each in inner)
        count = self._rng.choice((0, 1, 1, 2, 3, 40 if self._rng.random() < 0.1 else 2))
        made = [self.value(inner[0], name) for _ in range(count)]
        if origin in (set, frozenset, collections.abc.Set):
            return frozenset(made)
        return list(made) if origin is list else tuple(made)

    def _mapping(self, inner: tuple[Any, ...], name: str) -> dict[Any, Any]:
        keys = [self.value(inner[0], name) for _ in range(self._rng.randrange(4))]
        return {key: self.value(inner[1], name) for key in keys}

    def _plain(self, hint: Any, name: str) -> Any:  # noqa: C901 - one line a type
        rng = self._rng
        hot = rng.random() < self.heat
        if hint in self._supply:
            return self._supply[hint]()
        if hint is Any or hint is object:
            return rng.choice((None, {}, bad_text(rng), 3))
        if hint is str:
            return bad_text(rng) if hot else tame_text(rng)
        if hint is bool:
            return rng.random() < 0.5
        if hint is int:
            return self._whole(name, hot=hot)
        if hint is float:
            return rng.choice(FRACTIONS) if hot else float(rng.randrange(10, 40))
        if hint is bytes:
            return self._files.pdf_bytes(hot=hot)
        if hint is datetime:
            return datetime(2026, 11, 23, tzinfo=UTC)
        if hint is date:
            return rng.choice(DAYS) if hot else _TODAY
        if hint is Path:
            return self._files.path(name)
        if isinstance(hint, type) and issubclass(hint, enum.Enum):
            return rng.choice(list(hint))
        if dataclasses.is_dataclass(hint):
            return self._record(hint)
        if hasattr(hint, "_fields"):
            return self._row(hint)
        raise NotImplementedError(f"{name}: {hint}")

    def _record(self, kind: Any) -> Any:
        wanted = hints(kind)
        return kind(
            **{
                field.name: self.value(wanted[field.name], field.name)
                for field in dataclasses.fields(kind)
                if field.init
                # What has a default is left alone about as often as a form leaves it.
                and (_required(field) or self._rng.random() < 0.7)
            }
        )

    def _row(self, kind: Any) -> Any:
        """A tuple with names."""
        wanted = hints(kind)
        return kind(
            **{
                name: self.value(wanted[name], name)
                for name in kind._fields
                if name not in kind._field_defaults or self._rng.random() < 0.7
            }
        )

    def _whole(self, name: str, *, hot: bool) -> int:
        ids = self._known(name)
        if ids and not (hot and self._rng.random() < 0.4):
            return self._rng.choice(ids)
        if hot or ids:
            return self._rng.choice(WHOLE)
        return 2026 if name in ("tahun", "year") else self._rng.randrange(1, 30)


def _required(field: dataclasses.Field[Any]) -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
