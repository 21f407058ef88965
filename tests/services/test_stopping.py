"""Long services are told how far they are, and stopped at any step they have changed nothing."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from sopapp.app import App
from sopapp.domain.progress import Cancelled, Progress
from sopapp.persistence import tables
from sopapp.services.bundle import BundleFile, write_bundle
from sopapp.spreadsheet.unit_form import write_form
from tests.conftest import TODAY, Office
from tests.services import carrying


class Steps:
    """Hears of every step; stops the work at one of them when asked."""

    def __init__(self, stop_at: int | None = None) -> None:
        self.told: list[tuple[int, int]] = []
        self._stop_at = stop_at

    def __call__(self, done: int, total: int) -> None:
        if len(self.told) == self._stop_at:
            raise Cancelled
        self.told.append((done, total))


def stopped_everywhere(app: App, act: Callable[[Progress], Any], state: Callable[[], Any]) -> None:
    """Stop `act` at each of its steps, then let it go on to its end."""
    before, last = state(), app.riwayat.end()
    for step in range(50):
        try:
            act(Steps(step))
        except Cancelled:
            assert (state(), app.riwayat.end()) == (before, last), step
        else:
            break
    else:
        pytest.fail("it never came to its end")
    assert step >= 2  # it could be stopped at all
    assert state() != before


@pytest.fixture
def drafted(app: App, office: Office) -> int:
    berkas_id = carrying.start(app)
    app.permintaan.choose_units(berkas_id, office.units)
    app.penyusunan.permintaan(berkas_id, per_unit=True)
    return berkas_id


def numbers(app: App, berkas_id: int) -> list[str]:
    return [surat.nomor for surat in app.surat.list(berkas_id)]


def test_numbering_all_gives_all_numbers_or_none(app: App, drafted: int) -> None:
    stopped_everywhere(
        app,
        lambda progress: app.surat.number_all(drafted, TODAY, progress),
        lambda: numbers(app, drafted),
    )
    assert len({*numbers(app, drafted)} - {""}) == 3


def test_a_number_is_not_lost_to_a_stopped_run(app: App, drafted: int) -> None:
    first = [surat.id for surat in app.surat.list(drafted)]
    with pytest.raises(Cancelled):
        app.surat.number_letters(tuple(first), TODAY, Steps(2))
    wanted = app.surat.propose_number(app.surat.get(first[0]).jenis, TODAY)
    app.surat.number_letters(tuple(first), TODAY)
    assert numbers(app, drafted)[0] == wanted


def test_the_register_follows_the_keputusan_whole_or_not(
    app: App, office: Office, tmp_path: Path
) -> None:
    berkas_id = carrying.to_validasi(app, office.units)
    for n in range(3):
        carrying.propose(app, berkas_id, office.units[n], carrying.complete(f"Data {n}"))
    carrying.to_penetapan(app, berkas_id)
    carrying.sign(app, berkas_id, "7/UJI")
    app.berkas.advance(berkas_id)

    def state() -> tuple[int, int]:
        return len(app.dik.current()), tables.DikEntri.select().count()

    def apply(progress: Progress) -> None:
        app.dik.apply(berkas_id, progress)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sopapp.domain.progress._OFTEN", 1)
        stopped_everywhere(app, apply, state)
    assert state() == (3, 3)


def test_signing_keeps_the_archive_copy_that_was_made_beforehand(app: App, office: Office) -> None:
    berkas_id = carrying.to_validasi(app, office.units)
    carrying.propose(app, berkas_id, office.units[0], carrying.complete("Data"))
    carrying.to_penetapan(app, berkas_id)
    surat_id = carrying.print_keputusan(app, berkas_id)
    app.berkas.advance(berkas_id)
    arsip = app.keputusan.archive_plan(berkas_id, "7/UJI", TODAY).write(steps := Steps())
    assert steps.told[-1] == (1, 1)
    stopped_everywhere(
        app,
        lambda progress: app.keputusan.sign(
            berkas_id, "7/UJI", TODAY, arsip=arsip, progress=progress
        ),
        lambda: app.surat.get(surat_id).ditandatangani,
    )
    kept = app.surat.kept(surat_id)
    assert kept == arsip
    with pikepdf.open(io.BytesIO(arsip)) as document:
        assert "pdfaid:part" in document.Root.Metadata.read_bytes().decode()


def test_what_is_archived_is_what_the_service_itself_would_make(app: App, office: Office) -> None:
    berkas_id = carrying.to_validasi(app, office.units)
    carrying.propose(app, berkas_id, office.units[0], carrying.complete("Data"))
    carrying.to_penetapan(app, berkas_id)
    surat_id = carrying.print_keputusan(app, berkas_id)
    app.berkas.advance(berkas_id)
    arsip = app.keputusan.archive_plan(berkas_id, "7/UJI", TODAY).write()
    app.keputusan.sign(berkas_id, "7/UJI", TODAY)
    assert app.surat.kept(surat_id) == arsip


def test_the_list_is_read_with_a_way_to_stop(app: App, office: Office) -> None:
    rows = [(office.units[0], carrying.complete(f"Data {n}")) for n in range(100)]
    app.dik_awal.bring_in("7", TODAY, rows)
    value = app.ekspor.value(TODAY, steps := Steps())
    assert steps.told[0] == (0, 100)
    assert steps.told[-1] == (100, 100)
    assert len(value.baris) == 100
    with pytest.raises(Cancelled):
        app.ekspor.value(TODAY, Steps(2))


def test_a_form_and_a_bundle_tell_their_end_and_can_be_stopped(
    app: App, office: Office, drafted: int
) -> None:
    form = app.formulir.value(drafted, office.units[0])
    files = [BundleFile("surat", f"Surat {n}", ".pdf", lambda: b"isi") for n in range(4)]
    now = datetime(2026, 11, 23, tzinfo=UTC)

    def bundle(progress: Progress) -> bytes:
        return write_bundle("Judul", files, (), now, progress)

    for make in (lambda progress: write_form(form, progress), bundle):
        made = make(steps := Steps())
        assert steps.told[-1][0] == steps.told[-1][1]
        assert zipfile.is_zipfile(io.BytesIO(made))
        with pytest.raises(Cancelled):
            make(Steps(0))
    with pytest.raises(Cancelled):
        bundle(Steps(3))


def test_a_scan_that_is_stopped_while_it_is_read_is_not_kept(
    app: App, drafted: int, tmp_path: Path
) -> None:
    surat_id = app.surat.list(drafted)[0].id
    app.surat.set_number(surat_id, "7", TODAY)
    app.surat.keep(surat_id, carrying.PDF, "dicetak")
    scan = tmp_path / "pindaian.jpg"
    scan.write_bytes(carrying.photo())

    def kept() -> list[str]:
        return sorted(each.name for each in app.data.glob("dokumen/*/*"))

    def state() -> tuple[bool, list[str]]:
        return app.surat.get(surat_id).ditandatangani, kept()

    stopped_everywhere(app, lambda progress: app.surat.sign(surat_id, scan, progress), state)
    assert app.surat.get(surat_id).pindaian
    before = kept()
    scan.write_bytes(scan.read_bytes() + b"lain")
    with pytest.raises(Cancelled):
        app.surat.attach_scan(surat_id, scan, Steps(1))
    assert kept() == before
