"""Files written where the user says: none is overwritten unasked, none is left half."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from sopapp.domain.errors import EnvironmentProblem

if TYPE_CHECKING:
    from ui.prompts import Prompts

_NAMES_SHOWN = 4


def write_file(path: Path, data: bytes) -> None:
    """Write aside first, then in place. Raises EnvironmentProblem naming the file."""
    aside = path.with_name(f".{path.name}.baru")
    try:
        aside.write_bytes(data)
        aside.replace(path)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise EnvironmentProblem(
            f"{path} tidak dapat ditulis: {error.strerror or error}. "
            "Tutup file itu bila sedang dibuka, atau pilih folder lain."
        ) from error


def may_write(
    parent: QWidget, prompts: Prompts, folder: Path, names: Sequence[str], what: str
) -> bool:
    """Ask before files that are there already are replaced; `what` names them ("formulir")."""
    there = [name for name in names if (folder / name).exists()]
    if not there:
        return True
    shown = "\n".join(there[:_NAMES_SHOWN])
    more = f"\ndan {len(there) - _NAMES_SHOWN} lagi" if len(there) > _NAMES_SHOWN else ""
    return prompts.confirm(
        parent, "Ganti file yang sudah ada?",
        f"Di folder itu sudah ada {len(there)} {what}:\n{shown}{more}\n\nIsinya akan diganti.",
        "&Ganti",
    )  # fmt: skip


def apart(names: Iterable[str]) -> list[str]:
    """The names, made to differ where two are the same but for capitals."""
    taken: set[str] = set()
    result = []
    for name in names:
        path, number, unique = Path(name), 2, name
        while unique.casefold() in taken:
            unique, number = f"{path.stem}-{number}{path.suffix}", number + 1
        taken.add(unique.casefold())
        result.append(unique)
    return result
