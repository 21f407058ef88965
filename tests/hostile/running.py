"""Feeds bad input to an open folder and notes what it does: takes it whole, or says a sentence."""

from __future__ import annotations

import re
import shutil
import time
import traceback
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from sopapp.app import App, open_app
from sopapp.backup.sealing import Key
from sopapp.clock import FixedClock
from sopapp.domain.board import Board
from sopapp.domain.daftar import Place
from sopapp.domain.daftar_terbuka import DaftarTerbuka
from sopapp.domain.errors import SopappError
from sopapp.domain.impor import HasilPeriksa
from sopapp.domain.kinerja import Kinerja
from sopapp.domain.pejabat import Pejabat
from sopapp.domain.permohonan import Permohonan
from sopapp.domain.surat import IsiNotaDinas, Surat
from sopapp.paths import DataFolder
from sopapp.persistence.check import check_data
from sopapp.sample.making import make_sample
from tests.conftest import SAMPLE_DAY
from tests.hostile.entries import Entry, entries
from tests.hostile.files import BadFiles
from tests.hostile.making import Maker
from tests.hostile.reading import READERS, lost, sweep

TODAY = SAMPLE_DAY
_PER_FOLDER = 400
"""Inputs until a fresh copy of the sample is taken: later ones meet what earlier ones left."""
_SWEEP_EVERY = 40
_LONG = 1.0
"""Seconds; a longer call is reported."""
_INDONESIAN = re.compile(
    r"\b(?:tidak|belum|harus|sudah|pilih|bukan|paling|periksa|terlalu|hanya|isi|sedang|kosong|"
    r"sama|dari|ke|atau|dan|di|itu|ini|salah|lebih|untuk|ada|adalah|sampai|dahulu|mendahului|melebihi|ringkaskan|tuliskan)\b",
    re.IGNORECASE,
)
_RAW = re.compile(r"Traceback|object at 0x|\bError\b|Exception|\x00|[\ud800-\udfff]")


@dataclass(slots=True)
class Counts:
    """What became of the inputs of one entry point."""

    taken: int = 0
    answered: int = 0
    refused: int = 0
    crashed: int = 0


@dataclass(slots=True)
class Outcome:
    """All counts by entry point, and what went wrong in words."""

    by_entry: dict[str, Counts] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    slow: Counter[str] = field(default_factory=Counter)
    folders: int = 0

    @property
    def total(self) -> Counts:
        """The sum over all entry points."""
        all_of = self.by_entry.values()
        return Counts(
            sum(each.taken for each in all_of),
            sum(each.answered for each in all_of),
            sum(each.refused for each in all_of),
            sum(each.crashed for each in all_of),
        )


_WRITES = {"attachments.save_copy": "target", "profil.save": "path"}
"""Calls that write a file, and what they call it: never one that goes in."""


class Runner:
    """Runs inputs from a seed on copies of the sample data."""

    def __init__(self, seed: int, root: Path, *, sample: Path | None = None) -> None:
        self.outcome = Outcome()
        self._rng = Random(seed)
        self._root = root
        self._sample = sample or root / "contoh"
        if sample is None:
            make_sample(self._sample, TODAY, lambda _path: None, running=True)
        self._files = BadFiles(self._rng, root / "file")

    def run(
        self, inputs: int, *, only: str = "", begin: Callable[[], None] = lambda: None
    ) -> Outcome:
        """Feed `inputs` inputs, in turn to each entry point whose name holds `only`.

        `begin` is called before each of them.
        """
        left = inputs
        turn: list[Entry] = []
        while left > 0:
            folder = self._fresh_folder()
            with open_app(folder, FixedClock(TODAY), "Penguji") as app:
                app._database.execute_sql("PRAGMA synchronous = off")
                feeding = _Feeding(app, self._rng, self._files, self.outcome, folder)
                for number in range(min(left, _PER_FOLDER)):
                    if not turn:
                        turn = [each for each in entries(app) if only in each.name]
                        self._rng.shuffle(turn)
                    begin()
                    feeding.feed(turn.pop())
                    if number % _SWEEP_EVERY == _SWEEP_EVERY - 1:
                        feeding.sweep()
            left -= _PER_FOLDER
            self._look_over(folder)
            shutil.rmtree(folder)
        return self.outcome

    def _fresh_folder(self) -> Path:
        self.outcome.folders += 1
        folder = self._root / f"data-{self.outcome.folders}"
        shutil.copytree(self._sample, folder, ignore=shutil.ignore_patterns("keluaran"))
        return folder

    def _look_over(self, folder: Path) -> None:
        data = DataFolder(folder)
        self.outcome.problems += [
            f"data sesudah {self.outcome.folders} folder: {each}"
            for each in check_data(data.database, data.attachments)
        ]


class _Feeding:
    """One open folder and what is known of its records."""

    def __init__(
        self, app: App, rng: Random, files: BadFiles, outcome: Outcome, folder: Path
    ) -> None:
        self._app = app
        self._rng = rng
        self._outcome = outcome
        self._maker = Maker(rng, files, self._ids, _supply(app, rng, files))
        self._targets = folder / "salinan"
        self._targets.mkdir()

    def feed(self, entry: Entry) -> None:
        """Make one call and judge what came of it."""
        counts = self._outcome.by_entry.setdefault(entry.name, Counts())
        try:
            given = entry.arguments(self._maker)
        except SopappError:  # a value that another call makes, and refuses to make now
            counts.refused += 1
            return
        if where := _WRITES.get(entry.name):
            given[where] = self._targets / f"salinan-{self._rng.randrange(9)}"
        if entry.name in ("surat.edit", "surat.compose_with"):
            given["surat_id"] = self._rng.choice(self._edited())
            given["isi"] = self._words_of(given["surat_id"])
        before = self._rows()
        begun = time.perf_counter()
        try:
            result = getattr(getattr(self._app, entry.service), entry.method)(**given)
        except SopappError as error:
            counts.refused += 1
            self._judge_refusal(entry, str(error), before, given)
        except Exception:  # noqa: BLE001 - that is what is looked for
            counts.crashed += 1
            self._note(entry, traceback.format_exc(limit=-6), given)
        else:
            self._judge_taken(entry, given, result, before, counts)
        if (took := time.perf_counter() - begun) > _LONG:
            self._outcome.slow[f"{entry.name} {took:.1f} s"] += 1

    def sweep(self) -> None:
        """Read everything that is stored by now, and make papers of it."""
        counts = self._outcome.by_entry.setdefault("(baca semua)", Counts())
        for name, call in sweep(self._app, self._rng):
            try:
                call()
                counts.answered += 1
            except SopappError as error:
                counts.refused += 1
                self._judge_sentence(name, str(error))
            except Exception:  # noqa: BLE001 - that is what is looked for
                counts.crashed += 1
                self._outcome.problems.append(f"{name}: {traceback.format_exc(limit=-6)}")

    def _judge_refusal(
        self, entry: Entry, said: str, before: dict[str, int], given: dict[str, Any]
    ) -> None:
        self._judge_sentence(entry.name, said)
        if self._rows() != before:
            self._note(entry, f"menolak, tetapi menyimpan: {said}", given)

    def _judge_sentence(self, name: str, said: str) -> None:
        if not _INDONESIAN.search(said) or _RAW.search(said):
            self._outcome.problems.append(f"{name}: bukan kalimat: {said[:300]!r}")

    def _judge_taken(
        self,
        entry: Entry,
        given: dict[str, Any],
        result: Any,
        before: dict[str, int],
        counts: Counts,
    ) -> None:
        rows = self._rows()
        if rows == before:
            counts.answered += 1
            return
        counts.taken += 1
        if rows["riwayat"] != before["riwayat"] + 1:
            self._note(entry, "menyimpan tanpa tepat satu baris riwayat", given)
        reader = READERS.get(entry.name)
        if reader is None:
            return
        try:
            missing = lost(given, reader(self._app, given, result))
        except Exception:  # noqa: BLE001 - that is what is looked for
            counts.crashed += 1
            self._note(entry, "dibaca kembali: " + traceback.format_exc(limit=-6), given)
            return
        if missing:
            self._note(entry, f"tidak kembali seutuhnya: {missing[0][:200]!r}", given)

    def _edited(self) -> list[int]:
        """The letters whose words are edited as a letter's; a Berita Acara has a form."""
        asked = "SELECT id FROM surat WHERE jenis <> 'berita_acara'"
        return [row[0] for row in self._app._database.execute_sql(asked).fetchall()]

    def _words_of(self, surat_id: int) -> Any:
        """Words of the kind that the letter has, as its editor gives them."""
        try:
            present: Any = self._app.surat.get(surat_id).isi
        except SopappError:
            present = None
        return self._maker.value(type(present) if present else IsiNotaDinas, "isi")

    def _note(self, entry: Entry, what: str, given: dict[str, Any]) -> None:
        self._outcome.problems.append(f"{entry.name}: {what}\n  {_short(given)}")

    def _rows(self) -> dict[str, int]:
        asked = self._app._database.execute_sql(_ROWS).fetchall()
        return dict(asked)

    def _ids(self, name: str) -> list[int]:
        table = _table_of(name)
        if table is None:
            return []
        found = self._app._database.execute_sql(f"SELECT id FROM {table}").fetchall()
        return [row[0] for row in found]


_TABLES = (
    "attachment", "setting", "instansi", "unit_kerja", "pejabat", "libur_kantor", "sop_versi",
    "berkas", "stage_run", "step_run", "permohonan", "surat", "cetakan", "koreksi", "ekspedisi",
    "templat", "permintaan", "dik_entri", "permohonan_entri", "usulan", "uji", "cetakan_uji",
    "undang_undang", "impor", "dik_terbitan", "dik_terbitan_unit", "dik_versi", "pindaian",
    "daftar_terbit", "publikasi", "bundel", "riwayat",
)  # fmt: skip
_ROWS = " UNION ALL ".join(f"SELECT '{name}', count(*) FROM {name}" for name in _TABLES)
_OF_PARAMETER = {
    "unit": "unit_kerja", "versi": "dik_versi", "version": "sop_versi", "sop": "sop_versi",
    "entri": "dik_entri", "terbitan": "dik_terbitan", "lama": "dik_terbitan",
    "baru": "dik_terbitan", "law": "undang_undang",
}  # fmt: skip


def _table_of(name: str) -> str | None:
    stem = re.sub(r"_ids?$", "", name)
    if stem == name:
        return None
    table = _OF_PARAMETER.get(stem, stem)
    return table if table in _TABLES else None


def _supply(app: App, rng: Random, files: BadFiles) -> dict[type, Callable[[], Any]]:
    """Values that a user never types but gets from another call."""

    def one(values: Any) -> Any:
        found = list(values)
        return rng.choice(found) if found else None

    def sheet() -> Any:
        berkas = one(app.berkas.list())
        with suppress(SopappError):
            return app.impor.check(files.path(), berkas.id, None)
        return app.impor.check(rng.choice(files.sheets), berkas.id, None)

    def letter() -> Any:
        berkas = one(app.berkas.list())
        return one(app.surat.list(berkas.id)) or app.surat.get(1)

    return {
        HasilPeriksa: sheet,
        Surat: letter,
        Permohonan: lambda: one(app.permohonan.list()),
        Pejabat: lambda: one(app.pejabat.list()),
        DaftarTerbuka: lambda: app.ekspor.value(TODAY),
        Kinerja: lambda: app.kinerja.of(rng.choice((TODAY.year, TODAY.year - 1))),
        Key: lambda: Key.derive("sandi contoh"),
        Board: app.board.load,
        # An empty register has none, which an unknown letter says in the right way.
        Place: lambda: one(app.dik.current().places) or app.surat.get(0),
    }


def _short(given: dict[str, Any]) -> str:
    return ", ".join(f"{name}={repr(value)[:160]}" for name, value in given.items())
