"""The archive bundle holds every paper of a berkas, also its tests."""

from __future__ import annotations

import io
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest

from sopapp.app import App
from sopapp.domain.errors import DomainError
from sopapp.domain.surat import JenisSurat
from tests.conftest import Office
from tests.services import carrying
from tests.services.carrying import PDF


@pytest.fixture
def documented(app: App, office: Office, tmp_path: Path) -> int:
    """A berkas at the start of stage 5, its list written."""
    berkas_id = carrying.to_register(
        app, office.units, tmp_path, "7/UJI", [(office.units[0], "Data pemohon")]
    )
    app.berkas.advance(berkas_id)
    app.dokumentasi.keep_list(berkas_id, PDF + b"daftar")
    app.dokumentasi.publish(berkas_id, "Papan pengumuman", app.clock.today())
    return berkas_id


def members(app: App, berkas_id: int) -> dict[str, bytes]:
    bundle = app.dokumentasi.write_bundle(berkas_id)
    with zipfile.ZipFile(io.BytesIO(app.attachments.read(bundle.id))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_newest_print_of_each_test_is_in_it(app: App, documented: int) -> None:
    (usulan,) = app.usulan.list(documented)
    app.uji.keep_lembar(usulan.id, PDF + b"lama")
    app.uji.keep_lembar(usulan.id, PDF + b"lembar")
    app.uji.keep_berita_acara(documented, PDF + b"acara")

    tests = {name: data for name, data in members(app, documented).items() if "uji/" in name}
    assert sorted(tests.values()) == sorted([PDF + b"lembar", PDF + b"acara"])
    assert any("Data-pemohon" in name for name in tests)


def test_a_test_printed_afterwards_asks_for_a_new_bundle(app: App, documented: int) -> None:
    (usulan,) = app.usulan.list(documented)
    app.dokumentasi.write_bundle(documented)
    assert app.berkas.get(documented).facts.archived

    app.clock.day += timedelta(1)
    app.uji.keep_lembar(usulan.id, PDF + b"lembar")
    assert not app.berkas.get(documented).facts.archived


def test_what_comes_back_late_is_bundled_after_the_end(
    app: App, documented: int, tmp_path: Path
) -> None:
    app.dokumentasi.write_bundle(documented)
    app.berkas.advance(documented)
    with pytest.raises(DomainError, match="sudah selesai"):
        app.dokumentasi.write_bundle(documented)

    app.clock.day += timedelta(1)
    late = next(s for s in app.surat.list(documented) if s.jenis is JenisSurat.NOTA_DINAS)
    app.surat.void(late.id, "Salah alamat")
    assert not app.berkas.get(documented).facts.archived
    assert any("BATAL" in name for name in members(app, documented))
    assert app.berkas.get(documented).facts.archived


def test_an_exclusion_from_before_tests_were_kept_has_its_test_to_come(
    app: App, office: Office
) -> None:
    berkas_id = carrying.to_validasi(app, office.units)
    carrying.propose(app, berkas_id, office.units[0], carrying.complete("Data pemohon"))
    app._database.execute_sql("DELETE FROM uji")

    facts = app.berkas.get(berkas_id).facts
    assert (facts.usulan_final, facts.unjudged_titles) == (0, ("Data pemohon",))
