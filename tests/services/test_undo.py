"""What Ctrl+Z takes back, what it leaves and why, and that all is then as it was."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from sopapp.app import App, open_app
from sopapp.domain.changes import Changes, Kind
from sopapp.domain.dik import Putusan
from sopapp.domain.errors import DomainError
from sopapp.domain.sop import LaneCode
from sopapp.paths import DataFolder
from sopapp.persistence.check import check_data
from sopapp.services.permintaan import Jawaban
from sopapp.services.setting import GeneralSettings, WorkSettings
from sopapp.services.undo import DEEPEST, NO_MORE, NOT_UNDONE, NOTHING, STRANGER, ULANGI
from sopapp.services.unit_kerja import UnitKerja, UnitKerjaInput
from tests.conftest import ACTOR, TODAY, Office
from tests.services import carrying
from tests.services.carrying import PDF, complete
from tests.services.undo_checking import whole


@pytest.fixture(autouse=True)
def _following(app: App) -> None:
    """From the first write of each test on."""
    assert app.undo.next() is None


@pytest.fixture
def berkas(app: App, office: Office) -> int:
    return carrying.to_answers(app, office.units)


def state(app: App) -> dict[str, list[tuple[object, ...]]]:
    return whole(app._database.connection())


def problems(app: App) -> tuple[str, ...]:
    folder = DataFolder(app.data)
    return check_data(folder.database, folder.attachments)


def taken_back(app: App, act: Callable[[], object]) -> None:
    """Do it and take it back: everything is as before."""
    before, rows = state(app), len(app.riwayat.list(limit=None))
    act()
    assert state(app) != before
    app.undo.undo()
    assert state(app) == before
    assert len(app.riwayat.list(limit=None)) == rows + 2
    assert problems(app) == ()


def given(unit: UnitKerja) -> UnitKerjaInput:
    """What the admin entered about a unit."""
    names = [field.name for field in dataclasses.fields(UnitKerjaInput)]
    return UnitKerjaInput(**{name: getattr(unit, name) for name in names})


# What is done again


@pytest.mark.parametrize("act", ["judge", "remove", "add"])
def test_what_was_taken_back_is_done_again_and_riwayat_tells_it(
    app: App, berkas: int, office: Office, act: str
) -> None:
    usulan = carrying.propose(app, berkas, office.units[0], complete("Satu"), putusan=None)
    carrying.answer_all(app, berkas)
    app.berkas.advance(berkas)
    acts = {
        "judge": lambda: app.usulan.judge(usulan, Putusan.TERBUKA),
        "remove": lambda: app.usulan.remove(usulan),
        "add": lambda: app.unit_kerja.add(UnitKerjaInput("SA", "Satu", "Kepala")),
    }
    before = state(app)
    acts[act]()
    after = state(app)
    app.undo.undo()
    assert state(app) == before
    again = app.undo.redo()
    assert state(app) == after
    told = app.riwayat.list(limit=1)[0]
    assert (told.aksi, told.ringkasan) == (ULANGI, f"Diulangi: {again.ringkasan}")
    app.undo.undo()
    assert state(app) == before
    assert problems(app) == ()


def test_a_recorded_uji_is_not_lost_by_taking_it_back(
    app: App, berkas: int, office: Office
) -> None:
    usulan = carrying.propose(app, berkas, office.units[0], complete("Satu"), putusan=None)
    carrying.answer_all(app, berkas)
    app.berkas.advance(berkas)
    carrying.exclude(app, usulan)
    recorded = app.usulan.get(usulan)
    app.undo.undo()
    assert app.usulan.get(usulan).uji is None
    app.undo.redo()
    assert app.usulan.get(usulan) == recorded


def test_several_steps_are_done_again_in_their_order(app: App, office: Office) -> None:
    names = ("Satu", "Dua", "Tiga")
    states = [state(app)]
    for name in names:
        app.unit_kerja.add(UnitKerjaInput(name[:2].upper(), name, "Kepala"))
        states.append(state(app))
    for expected in reversed(states[:-1]):
        app.undo.undo()
        assert state(app) == expected
    for expected in states[1:]:
        app.undo.redo()
        assert state(app) == expected
    with pytest.raises(DomainError, match=NOT_UNDONE):
        app.undo.redo()
    app.undo.undo()
    assert state(app) == states[-2]


def test_another_write_ends_doing_again(app: App, office: Office) -> None:
    app.unit_kerja.add(UnitKerjaInput("SA", "Satu", "Kepala"))
    app.undo.undo()
    assert app.undo.next_again() is not None
    app.unit_kerja.add(UnitKerjaInput("DU", "Dua", "Kepala"))
    assert app.undo.next_again() is None
    with pytest.raises(DomainError, match=NOT_UNDONE):
        app.undo.redo()


def test_a_name_that_is_set_again_is_the_one_recorded(app: App) -> None:
    app.setting.save(app.setting.general()._replace(pelaku="Nama Lain"))
    app.undo.undo()
    app.undo.redo()
    app.unit_kerja.add(UnitKerjaInput("SA", "Satu", "Kepala"))
    assert app.riwayat.list(limit=1)[0].pelaku == "Nama Lain"


# What is taken back


def test_a_moved_card_goes_back_and_riwayat_tells_both(app: App, berkas: int) -> None:
    taken_back(app, lambda: app.berkas.move(berkas, 1, LaneCode.ADMIN_PPID, "Salah tahap"))

    undone, done = app.riwayat.list(berkas, limit=2)
    assert (undone.aksi, undone.ringkasan) == ("urungkan", f"Diurungkan: {done.ringkasan}")
    assert (undone.pelaku, undone.berkas_id) == (ACTOR, berkas)
    assert app.board.card(berkas).lane is LaneCode.UNIT_KERJA


def test_a_stage_that_was_left_is_the_present_one_again(app: App, berkas: int) -> None:
    carrying.answer_all(app, berkas)
    taken_back(app, lambda: app.berkas.advance(berkas))
    taken_back(app, lambda: app.berkas.cancel(berkas, "Salah pilih"))
    app.berkas.advance(berkas)
    taken_back(app, lambda: app.berkas.send_back(berkas, 1, "Salah tahap"))

    assert app.board.card(berkas).stage == 2


def test_a_usulan_comes_back_with_its_test_and_its_printed_sheet(app: App, berkas: int) -> None:
    carrying.answer_all(app, berkas)
    app.berkas.advance(berkas)
    unit = app.unit_kerja.list()[0].id
    usulan = carrying.propose(app, berkas, unit, complete("Satu"))
    app.uji.keep_lembar(usulan, PDF)
    taken_back(app, lambda: app.usulan.remove(usulan))

    assert app.usulan.get(usulan).putusan is Putusan.DIKECUALIKAN
    assert app.uji.list(usulan)[0].berlaku
    taken_back(app, lambda: app.usulan.judge(usulan, Putusan.TERBUKA))
    taken_back(app, lambda: app.usulan.edit(usulan, complete("Dua")))
    taken_back(app, lambda: carrying.exclude(app, usulan, complete("Tiga")))


def test_sebelum_and_sesudah_are_told_the_other_way_round(app: App, berkas: int) -> None:
    app.berkas.rename(berkas, "Judul keliru")
    app.undo.undo()

    undone, done = app.riwayat.list(berkas, limit=2)
    assert (undone.sebelum, undone.sesudah) == (done.sesudah, done.sebelum)
    assert app.berkas.get(berkas).judul == "Pemutakhiran"


def test_an_internal_note_is_found_no_more_by_its_words(
    app: App, office: Office, tmp_path: Path
) -> None:
    carrying.to_register(app, office.units, tmp_path, "1", [(office.units[0], "Satu")])
    (entry,) = app.dik.current()
    app.dik.set_note(entry.id, "lama")
    app.dik.set_note(entry.id, "keliru")
    app.undo.undo()

    assert app.dik.entry(entry.id).catatan == "lama"
    assert app.dik_search.find("keliru") == frozenset()
    assert app.dik_search.find("lama") == {entry.versi_id}


def test_a_renamed_unit_is_found_by_its_former_name(
    app: App, office: Office, tmp_path: Path
) -> None:
    carrying.to_register(app, office.units, tmp_path, "1", [(office.units[0], "Satu")])
    unit = app.unit_kerja.list()[0]
    app.unit_kerja.edit(unit.id, dataclasses.replace(given(unit), nama="Sekretariat"))
    assert app.dik_search.find("sekretariat")
    app.undo.undo()

    assert app.dik_search.find("sekretariat") == frozenset()
    assert app.dik_search.find("bidang 1")


def test_what_was_read_before_is_read_anew(app: App, office: Office) -> None:
    heard: list[Changes] = []
    app.subscribe(heard.append)
    before = app.calendar()
    app.setting.save(WorkSettings(workweek=6))
    assert app.calendar() is not before
    six = app.calendar()
    app.undo.undo()

    assert app.setting.work().workweek == 5
    assert app.calendar() is not six
    assert heard[0] == heard[1] == Changes(frozenset({Kind.SETTING}))


def test_the_former_name_signs_again(app: App) -> None:
    app.setting.save(GeneralSettings("Nama Keliru"))
    app.undo.undo()
    app.setting.save(WorkSettings(workweek=6))

    assert [row.pelaku for row in app.riwayat.list(limit=3)] == [ACTOR, "Nama Keliru", ACTOR]


def test_a_taken_file_stays_with_its_record(app: App, berkas: int, tmp_path: Path) -> None:
    request = app.permintaan.list(berkas)[0]
    file = carrying.scan_file(tmp_path)
    taken_back(app, lambda: app.permintaan.answer(request.id, Jawaban.NIHIL, TODAY, file=file))

    (row,) = app._database.execute_sql(
        "SELECT id FROM attachment WHERE nama = 'pindaian.pdf'"
    ).fetchall()
    assert app.attachments.read(row[0]) == file.read_bytes()


# How far


def test_writes_of_one_kind_go_back_one_by_one(app: App, office: Office) -> None:
    start = state(app)
    unit = app.unit_kerja.list()[0]
    for name in ("A", "B", "C"):
        app.unit_kerja.edit(unit.id, dataclasses.replace(given(unit), nama=name))
    for name in ("B", "A"):
        app.undo.undo()
        assert app.unit_kerja.list()[0].nama == name
    app.undo.undo()

    assert state(app) == start
    assert (app.undo.next(), app.undo.refusal) == (None, NO_MORE)


def test_a_write_of_another_kind_ends_it(app: App, berkas: int) -> None:
    app.berkas.rename(berkas, "Judul")
    moved = state(app)
    app.setting.save(WorkSettings(workweek=6))
    app.undo.undo()

    assert state(app) == moved
    with pytest.raises(DomainError, match=re.escape(NO_MORE)):
        app.undo.undo()
    assert app.berkas.get(berkas).judul == "Judul"


def test_after_taking_back_a_new_write_goes_on_top(app: App, berkas: int) -> None:
    app.berkas.rename(berkas, "Satu")
    app.berkas.rename(berkas, "Dua")
    app.undo.undo()
    app.berkas.rename(berkas, "Tiga")
    app.undo.undo()
    assert app.berkas.get(berkas).judul == "Satu"
    app.undo.undo()
    assert app.berkas.get(berkas).judul == "Pemutakhiran"


def test_no_more_than_the_last_ones_are_kept(app: App, berkas: int) -> None:
    for number in range(DEEPEST + 2):
        app.berkas.rename(berkas, f"Judul {number}")
    for _ in range(DEEPEST):
        app.undo.undo()

    assert app.undo.next() is None
    assert app.berkas.get(berkas).judul == "Judul 1"


def test_a_write_that_failed_changes_nothing_of_it(app: App, berkas: int) -> None:
    app.berkas.rename(berkas, "Judul")
    with pytest.raises(RuntimeError, match="said nothing"), app._store.write("berkas.judul"):
        app._database.execute_sql("UPDATE berkas SET judul = 'x'")
    app.undo.undo()

    assert app.berkas.get(berkas).judul == "Pemutakhiran"


def test_nothing_of_it_survives_a_restart(app: App, berkas: int) -> None:
    app.berkas.rename(berkas, "Judul")
    data, clock = app.data, app.clock
    app.close()
    with open_app(data, clock, ACTOR) as again:
        assert again.undo.next() is None
        with pytest.raises(DomainError, match=re.escape(NOTHING)):
            again.undo.undo()
        assert again.berkas.get(berkas).judul == "Judul"


def test_what_another_process_wrote_is_not_built_over(app: App, berkas: int) -> None:
    app.berkas.rename(berkas, "Judul")
    mine = state(app)
    _by_another_process(app)
    with pytest.raises(DomainError, match=re.escape(STRANGER)):
        app.undo.undo()

    assert state(app) == mine
    assert (app.undo.next(), app.undo.refusal) == (None, STRANGER)
    app.berkas.rename(berkas, "Lagi")
    app.undo.undo()
    assert state(app) == mine


def test_a_write_of_another_process_ends_a_row_of_one_kind(app: App, berkas: int) -> None:
    app.berkas.rename(berkas, "Satu")
    _by_another_process(app)
    app.berkas.rename(berkas, "Dua")
    app.undo.undo()

    assert (app.berkas.get(berkas).judul, app.undo.next()) == ("Satu", None)


def _by_another_process(app: App) -> None:
    """A row of riwayat, which each write of each process adds."""
    import sqlite3

    with closing(sqlite3.connect(DataFolder(app.data).database)) as other, other:
        other.execute(
            "INSERT INTO riwayat (waktu, pelaku, aksi, ringkasan, rantai) "
            "VALUES ('2026-11-23T02:00:00Z', 'Lain', 'usulan.impor', 'Impor', printf('%064d', 0))"
        )
