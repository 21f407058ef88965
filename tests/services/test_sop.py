"""A revised SOP is for the berkas that begin after it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sopapp.app import App, open_app
from sopapp.clock import FixedClock
from sopapp.domain.errors import DomainError, NotFoundError
from sopapp.sop_file import bundled_sop_text
from tests.conftest import Office
from tests.services import carrying


def revised(folder: Path) -> Path:
    """The bundled SOP with a longer first stage and a renamed lane."""
    text = bundled_sop_text()
    assert text.count("hari_kerja = 5\n") == 1
    text = text.replace("hari_kerja = 5\n", "hari_kerja = 7\n").replace(
        'nama = "Admin PPID"', 'nama = "Petugas PPID"'
    )
    path = folder / "revisi.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_running_berkas_stays_on_its_version(app: App, office: Office, tmp_path: Path) -> None:
    old = carrying.start(app, "Lama")
    app.sop.load(revised(tmp_path))
    new = carrying.start(app, "Baru")

    before, after = app.berkas.get(old), app.berkas.get(new)
    assert (before.card.due, after.card.due) == (date(2026, 11, 30), date(2026, 12, 2))
    assert before.sop.lanes[3].name == "Admin PPID"
    assert after.sop.lanes[3].name == app.board.load().sop.lanes[3].name == "Petugas PPID"
    carrying.ask(app, old, office.units)
    app.berkas.advance(old)
    assert app.berkas.get(old).sop == before.sop
    assert "30 November 2026" in app.surat.list(old)[0].isi.body


def test_versions_are_kept_with_their_text(app: App, tmp_path: Path) -> None:
    path = revised(tmp_path)
    version_id = app.sop.load(path)

    newest, first = app.sop.versions()
    assert (newest.id, newest.nama, app.sop.current_id) == (version_id, "revisi.toml", version_id)
    assert app.sop.text(version_id) == path.read_text(encoding="utf-8")
    assert app.sop.text(first.id) == bundled_sop_text()
    assert app.riwayat.list()[0].aksi == "sop.muat"


def test_they_survive_a_restart(tmp_path: Path, clock: FixedClock) -> None:
    with open_app(tmp_path / "data", clock, "Penguji") as app:
        app.sop.load(revised(tmp_path))
        sop = app.sop.current()
    with open_app(tmp_path / "data", clock, "Penguji") as app:
        assert app.sop.current() == sop
        assert len(app.sop.versions()) == 2


@pytest.mark.parametrize("what", ["same", "missing", "latin", "wrong"])
def test_a_file_that_cannot_be_taken_in(app: App, tmp_path: Path, what: str) -> None:
    path = tmp_path / "sop baru.toml"
    text = bundled_sop_text()
    if what == "same":
        path.write_text(text, encoding="utf-8")
    elif what == "latin":
        path.write_bytes("# é\n".encode("latin-1") + text.encode())
    elif what == "wrong":
        path.write_text(text.replace("hari_kerja = 5", "hari_kerja = 0"), encoding="utf-8")
    before = app.sop.versions()
    with pytest.raises(DomainError, match=r"sop baru\.toml"):
        app.sop.load(path)
    assert app.sop.versions() == before


def test_a_version_that_there_is_not(app: App) -> None:
    for call in (app.sop.get, app.sop.text):
        with pytest.raises(NotFoundError):
            call(404)
