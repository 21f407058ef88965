"""Whatever is called in whatever order: each write is taken back exactly, and done again."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from sopapp.app import open_app
from sopapp.clock import FixedClock
from sopapp.domain.errors import SopappError
from sopapp.paths import DataFolder
from sopapp.persistence.check import check_data
from sopapp.services.undo_rules import EXCEPTED
from tests.conftest import ACTOR, TODAY, fill_office
from tests.services.test_transitions_machine import SopMachine
from tests.services.undo_checking import whole


class UndoMachine(SopMachine):
    """As SopMachine; each call that wrote is undone, looked at, and called again."""

    def call(self, action: Callable[[], object], writes: int | None = None) -> bool:
        undo = self.app.undo
        before, rows, known = self.whole(), self.rows(), undo.next()
        try:
            action()
        except SopappError:
            assert (self.whole(), self.rows(), undo.next()) == (before, rows, known)
            return False
        if self.rows() == rows:
            assert self.whole() == before
            return True
        (newest,) = self.app.riwayat.list(limit=1)
        if undo.next() is None:
            assert newest.aksi in EXCEPTED or "bukti" in undo.refusal or "Nomor" in undo.refusal
            return True
        after = self.whole()
        assert undo.undo().ringkasan == newest.ringkasan
        assert self.whole() == before
        self.app.board.load()  # what is read in between is kept by nobody
        for berkas_id in self.berkas:
            self.app.berkas.get(berkas_id)
        action()
        assert self.whole() == after
        return True

    def whole(self) -> object:
        return whole(self.app._database.connection())

    def teardown(self) -> None:
        if hasattr(self, "app"):
            self.app.close()
            folder = DataFolder(self.folder)
            assert check_data(folder.database, folder.attachments) == ()
            shutil.rmtree(self.folder)


def test_each_write_is_taken_back_exactly(
    tmp_path: Path, blank_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(blank_data, tmp_path, dirs_exist_ok=True)
    with open_app(tmp_path, FixedClock(TODAY), ACTOR) as app:
        fill_office(app)
        app.berkas.create("Pertama", 2026, date(2026, 11, 20))
        app.berkas.create("Kedua", 2026, TODAY)
    monkeypatch.setattr(UndoMachine, "template", tmp_path, raising=False)
    case = UndoMachine.TestCase
    case.settings = settings(
        max_examples=7,
        stateful_step_count=20,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    case("runTest").runTest()
