"""The door of a service: what comes in by any public call is looked over first."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import wraps
from types import FunctionType
from typing import Any, TypeVar

from sopapp.domain.teks_masuk import periksa_masukan

_T = TypeVar("_T")


def checked_input(
    *, trusted: Collection[str] = (), free: Collection[str] = ()
) -> Callable[[type[_T]], type[_T]]:
    """Check the arguments of every public method of a class by `sopapp.domain.teks_masuk`.

    `trusted` are parameters whose value another service made (a checked sheet, a list of
    thousands of rows); `free` are methods that only look something up, where odd words simply
    find nothing. The methods then raise DomainError as `periksa_masukan` does.
    """

    def dress(service: type[_T]) -> type[_T]:
        for name, method in list(vars(service).items()):
            if isinstance(method, FunctionType) and not name.startswith("_") and name not in free:
                setattr(service, name, _checked(method, frozenset(trusted)))
        return service

    return dress


def _checked(method: FunctionType, trusted: frozenset[str]) -> Callable[..., Any]:
    code = method.__code__  # read at each start, where `inspect.signature` would take long
    names = code.co_varnames[1 : code.co_argcount]
    if not names and not code.co_kwonlyargcount:
        return method

    @wraps(method)
    def call(self: object, *args: Any, **named: Any) -> Any:
        for name, value in zip(names, args, strict=False):
            if name not in trusted:
                periksa_masukan(value, name)
        for name, value in named.items():
            if name not in trusted:
                periksa_masukan(value, name)
        return method(self, *args, **named)

    return call
