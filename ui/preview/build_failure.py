"""What is said of letters that cannot be built."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sopapp.domain.errors import SopappError
from ui import errors

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.prompts import Prompts


def failure_words(error: Exception) -> str:
    """What stands in the place of the pages."""
    if isinstance(error, SopappError):
        return f"Surat belum dapat dibuat.\n\n{error}"
    return errors.UNEXPECTED


def refuse_several(
    parent: QWidget, prompts: Prompts, titles: Sequence[str], error: Exception
) -> None:
    """Tell that letters of a list cannot be printed or saved, and why the first cannot."""
    more = f" (dan {len(titles) - 1} surat lain)" if len(titles) > 1 else ""
    why = str(error) if isinstance(error, SopappError) else ""
    text = (
        f"{titles[0]}{more} belum dapat dibuat. Perbaiki dahulu, atau hilangkan centangnya."
        f"\n\n{why}"
    )
    topic = error.topic if isinstance(error, SopappError) else None
    prompts.warn(parent, "Belum dapat dilakukan", text, topic)
