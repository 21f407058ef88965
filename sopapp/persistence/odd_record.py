"""A record whose content is not what the program writes: told in a sentence, never a riddle."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from sopapp.domain.errors import unreadable

_P = ParamSpec("_P")
_R = TypeVar("_R")


def decodes(what: str) -> Callable[[Callable[_P, _R]], Callable[_P, _R]]:
    """Make a function that reads stored text raise EnvironmentProblem where it is not readable.

    `what` names the record to the user. Only for functions that do nothing but decode: a slip
    of their own would be told as one of the data.
    """

    def dress(function: Callable[_P, _R]) -> Callable[_P, _R]:
        @wraps(function)
        def call(*args: _P.args, **named: _P.kwargs) -> _R:
            try:
                return function(*args, **named)
            except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
                raise unreadable(what) from error

        return call

    return dress
