"""Files written where the user says: asked about before they replace others, named apart."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from sopapp.disk_refusal import why_refused
from sopapp.domain.errors import EnvironmentProblem

if TYPE_CHECKING:
    from ui.prompts import Prompts

EXCEL = "Lembar kerja Excel (*.xlsx)"
"""The filter of a question where a workbook is to be written."""

_NAMES_SHOWN = 4
_HANDED = "sop-dik-buka-"
_DAY = 24 * 3600  # seconds


def passing_folder(prefix: str = "sop-dik-") -> Path:
    """A folder for files that are needed for a while; the caller removes it.

    Raises EnvironmentProblem when the disk of passing files refuses.
    """
    try:
        return Path(tempfile.mkdtemp(prefix=prefix))
    except OSError as error:
        msg = (
            f"Folder sementara tidak dapat dibuat ({why_refused(error)}). Kosongkan sebagian "
            f"disk, lalu ulangi:\n{tempfile.gettempdir()}"
        )
        raise EnvironmentProblem(msg) from error


def handed_folder() -> Path:
    """A folder for a copy that another program opens; it goes when this program ends.

    What that program still holds then (on Windows), or what a kill leaves, goes a day later:
    Windows itself does not empty the folder of passing files. Raises EnvironmentProblem.
    """
    _sweep_handed()
    folder = passing_folder(_HANDED)
    away = partial(shutil.rmtree, folder, ignore_errors=True)
    application = QApplication.instance()
    assert application is not None
    application.aboutToQuit.connect(away)
    return folder


def _sweep_handed() -> None:
    old = time.time() - _DAY
    for folder in Path(tempfile.gettempdir()).glob(f"{_HANDED}*"):
        with suppress(OSError):
            if folder.stat().st_mtime < old:
                shutil.rmtree(folder, ignore_errors=True)


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
