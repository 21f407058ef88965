"""When a backup is wanted, where it goes, what is warned about, and what comes back."""

from __future__ import annotations

import dataclasses
import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from sopapp.app import App, open_app
from sopapp.backup.bundle import open_bundle
from sopapp.backup.errors import WrongPasswordError
from sopapp.backup.manifest import Reason
from sopapp.backup.place import Place
from sopapp.backup.restore_note import NOTE
from sopapp.backup.restoring import restore
from sopapp.backup.sealing import Key
from sopapp.clock import FixedClock
from sopapp.domain.errors import DamagedDataError, DomainError
from sopapp.domain.progress import Cancelled
from sopapp.paths import DataFolder
from sopapp.persistence.files import FileStore
from sopapp.services.cadangan import backup_before_migration
from sopapp.services.cadangan_job import BackupJob, BackupOutcome
from sopapp.services.cadangan_sandi import check_password
from sopapp.services.cadangan_state import SUBFOLDER, missing_words


@pytest.fixture
def second(app: App, tmp_path: Path) -> Path:
    """A second place that is there."""
    folder = tmp_path / "usb"
    folder.mkdir()
    choose(app, folder)
    return folder


def choose(app: App, folder: Path | str) -> None:
    settings = app.cadangan.settings()._replace(di_luar=str(folder))
    app.cadangan.save(settings)


def change(app: App) -> None:
    """A write, whatever it is."""
    app.unit_kerja.reorder([])


def bundles(root: Path) -> int:
    return len(Place(root).bundles())


def back_up(app: App, reason: Reason = Reason.TUTUP) -> BackupOutcome:
    return app.cadangan.job(reason).run()


def seal(app: App, password: str) -> None:
    app.cadangan.use_key(app.cadangan.key_job(password).run().key)


def test_what_did_not_change_is_not_backed_up_again(app: App) -> None:
    assert back_up(app).local is not None
    assert back_up(app).unchanged
    change(app)
    assert app.cadangan.look().run().changed
    assert back_up(app).local is not None
    assert not app.cadangan.look().run().changed
    assert bundles(DataFolder(app.data).backups) == 2


def test_a_backup_that_was_asked_for_is_always_made(app: App) -> None:
    back_up(app)
    assert back_up(app, Reason.DIMINTA).local is not None


def test_the_day_brings_a_backup_only_after_a_change(app: App, clock: FixedClock) -> None:
    def due(days: int = 0) -> bool:
        now = clock.now() + timedelta(days=days)
        return dataclasses.replace(app.cadangan.look(), now=now).run().due

    assert due()  # there is none at all
    back_up(app)
    assert not due(1)  # nothing changed
    change(app)
    assert not due()  # one of today is there
    assert due(1)
    app.cadangan.save(app.cadangan.settings()._replace(harian=False))
    assert not due(1)


def test_both_places_get_a_copy_each_with_what_it_lacks(app: App, second: Path) -> None:
    outcome = back_up(app)
    assert outcome.outside is not None
    assert outcome.outside.parent == second / SUBFOLDER
    shutil.rmtree(second / SUBFOLDER)
    again = back_up(app)
    assert (again.local, bool(again.outside)) == (None, True)


def test_a_second_place_that_is_away_stops_nothing_and_is_told(app: App, second: Path) -> None:
    second.rmdir()
    outcome = back_up(app)
    assert outcome.local is not None
    assert str(second) in outcome.outside_problem
    assert not second.exists()  # a mount point is not made up
    assert any(str(second) in said for said in app.cadangan.look().run().warnings)


def test_an_error_at_the_second_place_leaves_the_local_backup(app: App, second: Path) -> None:
    (second / SUBFOLDER).write_text("bukan folder", encoding="utf-8")
    outcome = back_up(app)
    assert outcome.local is not None
    assert outcome.outside is None
    assert outcome.outside_problem


def test_an_error_beside_the_data_leaves_the_second_place(app: App, second: Path) -> None:
    DataFolder(app.data).backups.write_text("bukan folder", encoding="utf-8")
    outcome = back_up(app)
    assert outcome.problem
    assert outcome.outside is not None


def test_an_old_copy_in_the_second_place_is_told_after_so_many_days(
    app: App, second: Path, clock: FixedClock
) -> None:
    back_up(app)
    clock.day += timedelta(days=8)
    assert app.cadangan.look().run().warnings == ()  # nothing changed, so nothing lags behind
    change(app)
    assert any("8 hari" in said for said in app.cadangan.look().run().warnings)
    back_up(app)
    assert app.cadangan.look().run().warnings == ()


def test_a_clock_that_was_once_ahead_hides_no_old_backup(
    app: App, second: Path, clock: FixedClock
) -> None:
    right = clock.day
    clock.day = right + timedelta(days=400)
    back_up(app)
    clock.day = right
    change(app)
    assert len(app.cadangan.look().run().warnings) == 2  # one for each place: that is no age
    assert all("jam komputer" in said for said in app.cadangan.look().run().warnings)
    newer = back_up(app)
    state = app.cadangan.look().run()
    assert (state.local.path, state.outside.path) == (newer.local, newer.outside)
    listed = [each.info.path for each in app.cadangan.bundles_job().run()]
    assert set(listed[:2]) == {newer.local, newer.outside}
    assert state.warnings == ()
    change(app)
    clock.day = right + timedelta(days=8)
    assert len(app.cadangan.look().run().warnings) == 2


def test_a_clock_that_was_once_ahead_gives_no_more_than_one_backup_a_day(
    app: App, clock: FixedClock
) -> None:
    right = clock.day
    clock.day = right + timedelta(days=400)
    back_up(app)
    clock.day = right
    made = 0
    for _beat in range(5):
        change(app)
        if app.cadangan.look().run().due:
            made += 1
            back_up(app, Reason.HARIAN)
    assert made == 1


@pytest.mark.parametrize("year", [1970, 2901])
def test_a_clock_that_cannot_be_right_is_told_and_not_the_disk(
    app: App, clock: FixedClock, year: int
) -> None:
    clock.day = date(year, 6, 1)
    outcome = back_up(app)
    assert outcome.local is None
    assert f"tahun {year}" in outcome.problem
    assert "jam" in outcome.problem.lower()
    assert "disk" not in outcome.problem.lower()


def test_a_second_place_that_no_folder_can_be_is_refused_by_field(app: App) -> None:
    with pytest.raises(DomainError) as caught:
        choose(app, f"{app.data.parent / 'usb'}\0x")
    assert caught.value.field == "di_luar"


@pytest.mark.parametrize("inside", [".", "cadangan", "lain/di/sini"])
def test_the_second_place_is_not_inside_the_data(app: App, inside: str) -> None:
    with pytest.raises(DomainError) as caught:
        choose(app, app.data / inside)
    assert caught.value.field == "di_luar"


def test_a_damaged_data_file_makes_no_backup_and_prunes_none(app: App) -> None:
    back_up(app)
    change(app)
    job = app.cadangan.job(Reason.TUTUP)
    app._database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    app.close()
    path = DataFolder(app.data).database
    data = bytearray(path.read_bytes())
    data[4096 : 4096 * 20] = b"\x5a" * (4096 * 19)
    path.write_bytes(bytes(data))
    with pytest.raises(DamagedDataError):
        job.run()
    assert bundles(DataFolder(app.data).backups) == 1


def test_only_the_second_place_is_sealed(app: App, second: Path) -> None:
    seal(app, "rahasia besar")
    outcome = back_up(app)
    with open_bundle(outcome.local) as opened:
        assert opened.verify() == ()
    with pytest.raises(WrongPasswordError):
        open_bundle(outcome.outside)
    with open_bundle(outcome.outside, "rahasia besar") as opened:
        assert opened.verify() == ()
    assert b"rahasia besar" not in DataFolder(app.data).backup_key.read_bytes()


def test_without_its_key_no_open_copy_goes_out(app: App, second: Path) -> None:
    seal(app, "rahasia besar")
    DataFolder(app.data).backup_key.unlink()
    outcome = back_up(app)
    assert outcome.local is not None
    assert outcome.outside is None
    assert "Kata sandi" in outcome.outside_problem
    assert not (second / SUBFOLDER).exists()
    assert any("Kata sandi" in said for said in app.cadangan.look().run().warnings)
    seal(app, "rahasia baru")
    assert back_up(app).outside is not None


def test_a_new_password_for_a_lost_one_seals_a_new_copy_at_once(app: App, second: Path) -> None:
    seal(app, "rahasia lama")
    back_up(app)
    Key.derive("rahasia baru").store(DataFolder(app.data).backup_key)  # riwayat tells of none
    state = app.cadangan.look().run()
    assert state.outside_changed
    assert any("kata sandi lain" in said for said in state.warnings)
    outcome = back_up(app)
    assert outcome.local is None  # beside the data nothing is missing
    with open_bundle(outcome.outside, "rahasia baru") as opened:
        assert opened.verify() == ()
    assert app.cadangan.look().run().warnings == ()
    assert back_up(app).unchanged


def test_the_same_password_typed_again_is_the_key_in_use(app: App, second: Path) -> None:
    stored = app._files.put_bytes(b"isi lampiran")
    attach(app, stored.sha256, stored.size)
    seal(app, "rahasia besar")
    back_up(app)
    DataFolder(app.data).backup_key.unlink()
    made = app.cadangan.key_job("rahasia besar").run()
    assert made.doubt == ""
    app.cadangan.use_key(made.key)
    assert all(well for _words, well in app.cadangan.backups_job().run_told())
    objects = sorted((second / SUBFOLDER / "isi").glob("??/*"))
    assert back_up(app).outside is not None
    assert sorted((second / SUBFOLDER / "isi").glob("??/*")) == objects  # not copied again


def test_riwayat_tells_of_a_password_that_is_changed_or_typed_again(app: App) -> None:
    seal(app, "rahasia besar")
    seal(app, "rahasia baru")
    assert "diganti" in app.riwayat.list(limit=1)[0].ringkasan
    DataFolder(app.data).backup_key.unlink()
    seal(app, "rahasia baru")
    assert "dimasukkan" in app.riwayat.list(limit=1)[0].ringkasan


def test_a_password_that_opens_no_copy_is_doubted_where_one_is_asked_for(
    app: App, second: Path
) -> None:
    assert app.cadangan.key_job("rahasia besar").run().doubt == ""  # the first one
    seal(app, "rahasia besar")
    back_up(app)
    assert app.cadangan.key_job("rahasia lain").run().doubt == ""  # it is changed
    DataFolder(app.data).backup_key.unlink()
    assert "tidak membuka" in app.cadangan.key_job("rahasia besat").run().doubt
    shutil.rmtree(second)
    assert "tidak ditemukan" in app.cadangan.key_job("rahasia besar").run().doubt


def test_going_back_to_before_the_password_leaves_the_second_place_sealed(
    app: App, second: Path, clock: FixedClock
) -> None:
    first = back_up(app).local
    seal(app, "rahasia besar")
    data = app.data
    app.close()
    with open_bundle(first) as bundle:
        restore(bundle, data, now=clock.now())
    with open_app(data, clock, "Uji") as again:
        again.cadangan.finish_restore()
        assert again.cadangan.settings().sandi
        outside = again.cadangan.job(Reason.TUTUP).run().outside
    with open_bundle(outside, "rahasia besar") as opened:
        assert opened.verify() == ()
    with pytest.raises(WrongPasswordError):
        open_bundle(outside)


def test_a_damaged_key_is_asked_for_again(app: App, second: Path) -> None:
    seal(app, "rahasia besar")
    DataFolder(app.data).backup_key.write_text("{}", encoding="utf-8")
    assert app.cadangan.look().key_missing
    assert back_up(app).outside is None


def test_saving_the_settings_leaves_the_password_alone(app: App, second: Path) -> None:
    before = app.cadangan.settings()
    seal(app, "rahasia besar")
    app.cadangan.save(before)
    assert app.cadangan.settings().sandi
    app.cadangan.use_key(None)
    assert not app.cadangan.settings().sandi
    assert not DataFolder(app.data).backup_key.exists()


def test_a_password_is_typed_twice_and_not_short() -> None:
    assert check_password("delapan8", "delapan8") == "delapan8"
    for password, again, field in (
        ("pendek", "pendek", "sandi"),
        ("delapan8", "Delapan8", "ulang"),
    ):
        with pytest.raises(DomainError) as caught:
            check_password(password, again)
        assert caught.value.field == field


def test_one_file_holds_everything_and_opens_with_its_password(app: App, tmp_path: Path) -> None:
    stored = app._files.put_bytes(b"isi lampiran")
    attach(app, stored.sha256, stored.size)
    target = tmp_path / "satu.sopdik"
    app.cadangan.single_job(target, "rahasia besar").run()
    with open_bundle(target, "rahasia besar") as opened:
        restore(opened, tmp_path / "baru", now=datetime(2026, 12, 1, tzinfo=UTC))
    assert FileStore(DataFolder(tmp_path / "baru").attachments).read(stored.sha256) == (
        b"isi lampiran"
    )


def test_a_stopped_backup_says_so_also_while_it_waits_for_another(app: App) -> None:
    job: BackupJob = app.cadangan.job(Reason.DIMINTA)
    with pytest.raises(Cancelled):
        job.run(cancelled=lambda: True)
    with job.lock, pytest.raises(Cancelled):
        app.cadangan.job(Reason.TUTUP).run(cancelled=lambda: True)
    assert bundles(DataFolder(app.data).backups) == 0
    assert back_up(app).local is not None  # the lock is free again


def test_many_rows_are_preceded_by_a_backup_and_few_are_not(app: App) -> None:
    assert app.cadangan.before_import(99) is None
    assert app.cadangan.before_import(100).local is not None
    assert Place(DataFolder(app.data).backups).bundles()[0].reason is Reason.IMPOR


def test_a_migration_is_preceded_by_a_backup_without_an_open_app(tmp_path: Path) -> None:
    clock = FixedClock(date(2026, 11, 23))
    with open_app(tmp_path / "data", clock, "Uji"):
        pass
    backup_before_migration(DataFolder(tmp_path / "data"), clock.now())
    assert Place(tmp_path / "data" / "cadangan").bundles()[0].reason is Reason.MIGRASI


def attach(app: App, sha256: str, size: int, name: str = "surat.pdf") -> None:
    from sopapp.persistence import tables

    tables.Attachment.create(
        sha256=sha256, nama=name, ukuran=size, tipe="application/pdf", ditambahkan="2026-11-23"
    )


def test_lost_and_changed_files_are_named_and_come_back_from_a_backup(app: App) -> None:
    lost, changed = (app._files.put_bytes(text) for text in (b"satu", b"dua"))
    attach(app, lost.sha256, lost.size, "hilang.pdf")
    attach(app, changed.sha256, changed.size, "berubah.pdf")
    back_up(app, Reason.DIMINTA)
    app._files.path(lost.sha256).unlink()
    app._files.path(changed.sha256).write_bytes(b"xxx")
    findings = app.cadangan.health_job().run()
    named = {each.sha256 for each in findings if each.sha256}
    assert named == {lost.sha256, changed.sha256}
    assert any("hilang.pdf" in each.text for each in findings)
    assert app.cadangan.fetch_job(tuple(named)).run() == ()
    assert app._files.read(changed.sha256) == b"dua"
    assert app.cadangan.health_job().run() == ()


def test_a_file_that_no_backup_has_is_told_back(app: App) -> None:
    gone = "ab" * 32
    assert app.cadangan.fetch_job((gone,)).run() == (gone,)


def test_a_lost_file_does_not_stop_the_backup_and_is_named(app: App) -> None:
    attach(app, "cd" * 32, 10, "tidak-ada.pdf")
    outcome = back_up(app, Reason.DIMINTA)
    assert outcome.local is not None
    assert any("tidak-ada.pdf" in said for said in outcome.damaged)


def test_the_look_at_backups_finds_a_damaged_object_and_the_next_backup_mends_it(
    app: App,
) -> None:
    stored = app._files.put_bytes(b"isi lampiran")
    attach(app, stored.sha256, stored.size)
    back_up(app, Reason.DIMINTA)
    assert all(well for _words, well in app.cadangan.backups_job().run_told())
    Place(DataFolder(app.data).backups).object_path(stored.sha256).write_bytes(b"isi lampirax")
    assert not all(well for _words, well in app.cadangan.backups_job().run_told())
    app.cadangan.job(Reason.DIMINTA, recheck=True).run()
    assert all(well for _words, well in app.cadangan.backups_job().run_told())


def test_a_riwayat_that_lost_its_end_is_found_by_what_a_backup_knows(app: App) -> None:
    change(app)
    back_up(app)
    connection = app._database.connection()
    for trigger in connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'riwayat'"
    ).fetchall():
        connection.execute(f"DROP TRIGGER {trigger[0]}")
    last = connection.execute("SELECT max(id) FROM riwayat").fetchone()[0]
    connection.execute("DELETE FROM riwayat WHERE id = ?", (last,))
    connection.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = 'riwayat'", (last - 1,))
    said = " ".join(each.text for each in app.cadangan.health_job().run())
    assert f"nomor {last}" in said


def test_going_back_is_told_in_riwayat_and_is_no_finding(
    app: App, tmp_path: Path, clock: FixedClock
) -> None:
    first = back_up(app).local
    change(app)
    clock.day += timedelta(days=1)
    back_up(app)
    made, data = app.cadangan.look().run().local.made, app.data
    app.close()
    clock.day += timedelta(days=1)
    with open_bundle(first) as bundle:
        done = restore(bundle, data, now=clock.now())
        info = bundle.info
    with open_app(data, clock, "Uji") as again:
        again.cadangan.record_restore(info.made, info.riwayat, done.kept)
        assert "dipulihkan" in again.riwayat.list(limit=1)[0].ringkasan
        assert again.cadangan.health_job().run() == ()
    assert made > info.made


def test_a_restore_that_was_cut_off_is_told_in_riwayat_once(
    app: App, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = back_up(app).local
    change(app)
    data = app.data
    app.close()
    with open_bundle(first) as bundle:
        done = restore(bundle, data, now=clock.now())  # killed before riwayat tells of it
    with open_app(data, clock, "Uji") as again:
        with monkeypatch.context() as patch:  # killed before the note is gone
            patch.setattr("sopapp.services.cadangan.drop_note", lambda _folder: None)
            again.cadangan.finish_restore()
        again.cadangan.finish_restore()
        again.cadangan.finish_restore()
        rows = [each.ringkasan for each in again.riwayat.list(limit=10)]
        assert [each for each in rows if "dipulihkan" in each] == rows[:1]
        assert done.kept.name in rows[0]
        assert not (data / NOTE).exists()
        assert again.cadangan.health_job().run() == ()


def test_going_back_to_the_same_backup_twice_is_told_twice(
    app: App, tmp_path: Path, clock: FixedClock
) -> None:
    first = back_up(app).local
    target = tmp_path / "pc-baru"
    for _time in range(2):
        with open_bundle(first) as bundle:
            restore(bundle, target, now=clock.now())
        with open_app(target, clock, "Uji") as again:
            again.cadangan.finish_restore()
            assert "dipulihkan" in again.riwayat.list(limit=1)[0].ringkasan


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"dibuat": 3}', '{"dibuat": "besok"}'])
def test_a_note_that_cannot_be_read_tells_nothing(app: App, text: str) -> None:
    (app.data / NOTE).write_text(text, encoding="utf-8")
    before = app.cadangan.head()
    app.cadangan.finish_restore()
    assert app.cadangan.head() == before


@pytest.mark.parametrize("own", [True, False])
def test_sample_data_stay_marked_when_they_go_back_to_their_own(
    app: App, tmp_path: Path, clock: FixedClock, own: bool
) -> None:
    first = back_up(app).local
    folder = app.data
    app.close()
    if not own:
        folder = tmp_path / "contoh"
        open_app(folder, clock, "Uji").close()
    mark = DataFolder(folder).sample_mark
    mark.write_text("contoh", encoding="utf-8")
    with open_bundle(first) as bundle:
        done = restore(bundle, folder, now=clock.now())
    assert mark.exists() is own
    assert (done.kept / mark.name).exists()


def test_a_stick_that_windows_gave_another_letter_is_chosen_anew() -> None:
    assert "bukan E: lagi" in missing_words(PureWindowsPath(r"E:\cadangan"))
    for place in (PurePosixPath("/media/usb"), PureWindowsPath(r"\\server\bagi\cadangan")):
        assert "lagi, pilih" not in missing_words(place)
