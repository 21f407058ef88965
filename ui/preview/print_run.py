"""A print job under way: off the GUI thread, with its progress, and how it ended in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.preview.print_job import Part, Settings
from ui.preview.printing import Outcome, print_job
from ui.tasks import Tasks

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from ui.prompts import Prompts

_LOOK_EVERY = 100  # milliseconds
_NAMES_SHOWN = 6


class PrintRun(QObject):
    """Prints one job; each letter has a number of the caller's own.

    `moved` tells how many sheets of how many were sent; `ended` how the job ended, with words
    for the record by the number of each letter that was sent whole; `failed` an error before
    the first sheet.
    """

    moved = Signal(int, int)
    ended = Signal(object, object)
    failed = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._stop = Event()
        self.titles: list[str] = []
        # Set in one assignment by the worker and read by the timer: needs no lock.
        self._state = (0, 0)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY)
        self._timer.timeout.connect(lambda: self.moved.emit(*self._state))

    def start(self, printer: QPrinter, parts: Mapping[int, Part], settings: Settings) -> None:
        """Print; the signals tell the rest."""
        job, numbers = list(parts.values()), list(parts)
        self.titles = [part.title for part in job]
        self._stop.clear()
        self._state = (0, 0)
        self._timer.start()

        def work() -> Outcome:
            return print_job(printer, job, settings, progress=self._note, stop=self._stop)

        def finish(outcome: Outcome) -> None:
            self._timer.stop()
            words = records(job, settings)
            self.ended.emit(outcome, {numbers[n]: words[n] for n in outcome.whole})

        def give_up(error: Exception) -> None:
            self._timer.stop()
            self.failed.emit(error)

        self._tasks.run(work, finish, give_up, owner=self)

    def cancel(self) -> None:
        """Send no further sheet, and take back from the queue what is not on paper yet."""
        self._stop.set()

    def _note(self, sent: int, total: int) -> None:
        self._state = (sent, total)


def story(outcome: Outcome, titles: Sequence[str]) -> str:
    """Why a job stopped, which letters were sent and which were not; a text of some lines."""
    first = outcome.problem or "Pencetakan dihentikan."
    rest = [n for n in range(len(titles)) if n not in outcome.whole and n not in outcome.begun]
    lines = [first, ""]
    for words, numbers in (
        ("Terkirim utuh", outcome.whole),
        ("Terkirim sebagian", outcome.begun),
        ("Belum terkirim", rest),
    ):
        if numbers:
            lines.append(f"{words} ({len(numbers)}): {_names([titles[n] for n in numbers])}")
    return "\n".join(lines)


def came_out(parent: QWidget, prompts: Prompts, outcome: Outcome, titles: Sequence[str]) -> bool:
    """Tell how far a job came that stopped; whether the letters sent whole lie on paper.

    Only the user can see that: a printer's queue may throw away what was sent.
    """
    text = story(outcome, titles)
    if not outcome.whole:
        prompts.warn(parent, "Pencetakan berhenti", text)
        return False
    question = "Periksa kertas di pencetak. Apakah surat yang terkirim utuh sudah keluar?"
    return prompts.confirm(
        parent, "Pencetakan berhenti", f"{text}\n\n{question}",
        "&Sudah, catat tercetak", "&Belum",
    )  # fmt: skip


def records(parts: Sequence[Part], settings: Settings) -> list[str]:
    """How each letter was printed, for its record: in part or whole, how many times."""
    result = []
    first = 1
    for part in parts:
        words = "Dicetak"
        if settings.pages is not None:
            own = [n + 1 for n in range(len(part.pages)) if first + n in settings.pages]
            if len(own) < len(part.pages):
                words += f" sebagian, halaman {', '.join(map(str, own))}"
        copies = part.copies * settings.copies
        result.append(f"{words}, {copies} rangkap" if copies > 1 else words)
        first += len(part.pages)
    return result


def _names(titles: Sequence[str]) -> str:
    shown = "; ".join(titles[:_NAMES_SHOWN])
    more = len(titles) - _NAMES_SHOWN
    return f"{shown}; dan {more} lagi" if more > 0 else shown
