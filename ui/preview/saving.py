"""Letters written as files: one, several into a folder, or a copy for another program."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from sopapp.domain.errors import EnvironmentProblem
from sopapp.saved_file import save_file
from ui.written_files import apart, handed_folder, may_write

if TYPE_CHECKING:
    from ui.prompts import Prompts


def places_for(parent: QWidget, prompts: Prompts, names: Sequence[str]) -> tuple[Path, ...]:
    """Ask for a folder and give a place in it for each name; () when the user backs out.

    Names that are the same are made to differ; files that are there already are asked about
    first.
    """
    folder = prompts.open_folder(parent, "Simpan PDF ke folder")
    if folder is None:
        return ()
    names = apart(names)
    if not may_write(parent, prompts, folder, names, "file surat"):
        return ()
    return tuple(folder / name for name in names)


def lies_there(path: Path, pdf: bytes) -> bool:
    """Whether a file holds just these bytes."""
    try:
        return path.read_bytes() == pdf
    except OSError:
        return False


def save_one(parent: QWidget, prompts: Prompts, name: str, pdf: bytes) -> Path | None:
    """Ask where to save and write there; None when the user backs out.

    Raises EnvironmentProblem when the file cannot be written.
    """
    path = prompts.save_file(parent, "Simpan PDF", name, "Dokumen PDF (*.pdf)")
    if path is not None:
        save_file(path, pdf)
    return path


def open_copy(name: str, pdf: bytes) -> None:
    """Hand a copy to the system's PDF program. Raises EnvironmentProblem where there is none."""
    path = handed_folder() / name
    save_file(path, pdf)
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        raise EnvironmentProblem(
            "Tidak ada program PDF pada komputer ini. Simpan PDF, lalu buka di "
            "komputer lain, atau cetak langsung dari sini."
        )
