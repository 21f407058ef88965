"""Papers of a preview on their way into files, and the note that they went out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sopapp.domain.errors import SopappError
from sopapp.domain.progress import Progress, one_by_one
from sopapp.saved_file import save_files
from ui import errors
from ui.preview.saving import lies_there, places_for
from ui.progress.file_work import NOT_WRITTEN
from ui.progress.long_work import LongWork
from ui.progress.running import stoppable
from ui.progress.with_progress import with_progress

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.context import UiContext
    from ui.preview.built_pdf import BuiltPdf
    from ui.preview.preview_item import PreviewItem

_SAVED = "Disimpan sebagai PDF"


class PaperOutput(QObject):
    """Works for a dialog over `items`, of which `built` holds those that are ready, by number."""

    told = Signal(str)
    """How it went."""

    def __init__(
        self,
        context: UiContext,
        items: Sequence[PreviewItem],
        built: Mapping[int, BuiltPdf],
        dialog: QWidget,
    ) -> None:
        super().__init__(dialog)
        self._context = context
        self._items = items
        self._built = built
        self._dialog = dialog
        self._saving = LongWork(context.tasks, dialog)

    def keep(self, how: Mapping[int, str]) -> bool:
        """Keep what came out, by number with how it did; whether that went well.

        One that cannot be kept is told of, and the others are kept all the same. It cannot be
        stopped: what lies on paper has to be known.
        """
        problems: list[SopappError] = []

        def work(progress: Progress) -> None:
            for number, words in one_by_one(tuple(how.items()), progress):
                keep = self._items[number].keep
                try:
                    if keep is not None:
                        keep(self._built[number].pdf, words)
                except SopappError as error:
                    problems.append(error)

        words = "Mencatat surat yang keluar"
        with_progress(self._context.tasks, self._dialog, words, work, stoppable=False)
        for error in problems:
            errors.show(self._dialog, self._context.prompts, error)
        return not problems

    def save(self, numbers: Sequence[int]) -> None:
        """Ask for a folder, write the papers into it, all or none, and keep them."""
        names = [self._items[number].file_name for number in numbers]
        places = places_for(self._dialog, self._context.prompts, names)
        if not places:
            return
        files = [(at, self._built[n].pdf) for n, at in zip(numbers, places, strict=True)]
        self.told.emit("")
        self._saving.start(
            f"Menyimpan {len(files)} file",
            stoppable(partial(save_files, files)),
            lambda _done: self._saved(numbers, places[0].parent),
            lambda error: self._refused(error, numbers, files),
            lambda: self.told.emit(NOT_WRITTEN),
        )

    def _saved(self, numbers: Sequence[int], folder: Path) -> None:
        if self.keep(dict.fromkeys(numbers, _SAVED)):
            self.told.emit(f"{len(numbers)} file tersimpan di {folder}")

    def _refused(
        self, error: Exception, numbers: Sequence[int], files: Sequence[tuple[Path, bytes]]
    ) -> None:
        """Some may have taken their names before the disk refused: those are kept."""
        there = [n for n, (at, pdf) in zip(numbers, files, strict=True) if lies_there(at, pdf)]
        self.keep(dict.fromkeys(there, _SAVED))
        errors.show(self._dialog, self._context.prompts, error)
