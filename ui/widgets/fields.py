"""What a form, several forms and the editor of a template are to an error."""

from __future__ import annotations

from typing import Protocol


class Fields(Protocol):
    """Says beside a field what is wrong with it."""

    def has_field(self, field: str) -> bool:
        """Whether there is a field of that name."""
        ...

    def show_error(self, field: str, text: str) -> None:
        """Say what is wrong at the field."""
        ...

    def clear_errors(self) -> None:
        """Take all of it away."""
        ...

    def error_text(self, field: str) -> str:
        """What is said at the field."""
        ...
