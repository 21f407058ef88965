"""Which printer, tray and colour each paper was printed with last, on this computer."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from sopapp.paths import DataFolder
from ui.looks_file import looks_file
from ui.preview.paper_choice import Paper

_FILE = "pencetak.ini"


class PrinterMemory:
    """Kept beside how the window was left. A4 and F4 mostly lie in different trays."""

    def __init__(self, data: Path) -> None:
        path = DataFolder(data).window.with_name(_FILE)
        self._store = looks_file(path)

    def printer(self, paper: Paper) -> str:
        """The printer that took this paper last, or ""."""
        return str(self._store.value(f"{_word(paper.key)}/pencetak", ""))

    def tray(self, paper: Paper, printer: str) -> int | None:
        """The tray of that printer from which the paper came."""
        return _number(self._store.value(f"{_place(paper, printer)}/baki"))

    def way(self, paper: Paper, printer: str) -> str:
        """The key of the `PaperChoice` taken, or ""."""
        return str(self._store.value(f"{_place(paper, printer)}/cara", ""))

    def gray(self, paper: Paper, printer: str) -> bool:
        """Whether it was printed without colour."""
        return _number(self._store.value(f"{_place(paper, printer)}/abu")) == 1

    def remember(
        self, paper: Paper, printer: str, *, tray: int | None, way: str, gray: bool
    ) -> None:
        """Keep what was chosen for the next letter on this paper."""
        place = _place(paper, printer)
        self._store.setValue(f"{_word(paper.key)}/pencetak", printer)
        self._store.setValue(f"{place}/cara", way)
        self._store.setValue(f"{place}/abu", int(gray))
        if tray is None:
            self._store.remove(f"{place}/baki")
        else:
            self._store.setValue(f"{place}/baki", tray)
        self._store.sync()


def _place(paper: Paper, printer: str) -> str:
    return f"{_word(paper.key)}/pada/{_word(printer)}"


def _word(text: str) -> str:
    """A name as one step of a key; printers of a network have slashes in theirs."""
    return quote(text, safe=" ")


def _number(value: object) -> int | None:
    try:
        return int(str(value))
    except ValueError:
        return None  # nothing kept, or the file was edited by hand
