"""Letters of the sample on their way: numbered, printed, signed, scanned, handed over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from sopapp.app import App
from sopapp.documents.build import build
from sopapp.documents.content import Letter
from sopapp.domain.ekspedisi import SerahTerima
from sopapp.domain.errors import EnvironmentProblem
from sopapp.saved_file import not_written, save_file
from sopapp.services.file_names import file_name

Say = Callable[[str], None]

_SCANNED = b"\n% pindaian contoh\n"


class SampleLetters:
    """What the office does with a letter; a copy of each paper goes into the output folder."""

    def __init__(self, app: App, words: Mapping[str, Any], output: Path, say: Say) -> None:
        self._app = app
        self._words = words
        self._output = output
        self._say = say

    def put_out(self, surat_id: int) -> bytes:
        """Number a letter that has none, and print it."""
        app = self._app
        app.surat.number_letters((surat_id,), app.clock.today())
        pdf = build(app.surat.compose(surat_id))
        app.surat.keep(surat_id, pdf, "dicetak")
        return pdf

    def sign(self, surat_id: int) -> None:
        """Record a printed letter as signed, with its scan, and write it."""
        app = self._app
        surat = app.surat.get(surat_id)
        title = f"{surat.jenis.panjang} {surat.nomor}"
        # No paper was signed, so the print stands in for its scan; a scan is a file of its own.
        scan = self._path(title, ".pdf")
        save_file(scan, (app.surat.kept(surat_id) or b"") + _SCANNED)
        app.surat.sign(surat_id, scan)
        self.write(title, ".pdf", app.surat.kept(surat_id) or b"")

    def hand_over(self, *surat_ids: int, day: date | None = None, taken: bool = True) -> None:
        """Record that letters went to those they name on a day (today without one)."""
        for_each = ((each, self._app.ekspedisi.recipients(each)) for each in surat_ids)
        self._record(for_each, day, taken=taken)

    def hand_to(self, surat_id: int, recipients: Sequence[str]) -> None:
        """Record that a letter went to these today."""
        self._record([(surat_id, recipients)], None, taken=True)

    def send(self, *surat_ids: int) -> None:
        """The whole way, from the number to the hand-over."""
        for surat_id in surat_ids:
            self.put_out(surat_id)
            self.sign(surat_id)
        self.hand_over(*surat_ids)

    def write_paper(self, title: str, paper: Letter) -> bytes:
        """Build a paper and write it to the output folder."""
        pdf = build(paper)
        self.write(title, ".pdf", pdf)
        return pdf

    def write(self, title: str, suffix: str, data: bytes) -> Path:
        """Write a file to the output folder and say so."""
        path = self._path(title, suffix)
        save_file(path, data)
        self._say(str(path))
        return path

    def _record(
        self, letters: Iterable[tuple[int, Sequence[str]]], day: date | None, *, taken: bool
    ) -> None:
        sent = day or self._app.clock.today()
        taker = (sent, self._words["penerima"]) if taken else ()
        self._app.ekspedisi.record(
            [
                (surat_id, SerahTerima(recipient, sent, *taker))
                for surat_id, recipients in letters
                for recipient in recipients
            ]
        )

    def _path(self, title: str, suffix: str) -> Path:
        try:
            self._output.mkdir(exist_ok=True)
        except OSError as error:
            raise EnvironmentProblem(not_written(self._output, error)) from error
        return self._output / file_name(title, suffix)
