"""Going back to a backup: seen before, agreed to, done while the data is closed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from sopapp.app import open_app
from sopapp.backup.manifest import Reason
from sopapp.paths import DataFolder
from ui import session
from ui.backup.opened import Choice
from ui.backup.rescue_dialog import RescueDialog
from ui.backup.restore_dialog import RestoreDialog
from ui.backup.restore_run import RestoreProgress, RestoreRun


@pytest.fixture
def dialog(qtbot, context, app, office):
    app.cadangan.job(Reason.TUTUP).run()
    owner = QWidget()  # it closes with its window, and is gone then
    qtbot.addWidget(owner)
    made = RestoreDialog(context, owner)
    made.show()
    yield made  # noqa: PT022 - the owner lives as long


def test_the_newest_is_chosen_and_shows_what_is_inside(dialog, settled):
    settled()
    settled()
    text = dialog.chooser.contents.text()
    assert "Dinas Uji" in text
    assert "skema data" in text


def test_in_small_letters_no_button_lies_over_the_list(qtbot, qapp, context, app, office, settled):
    app.cadangan.job(Reason.TUTUP).run()
    font, small = qapp.font(), QFont(qapp.font())
    small.setPixelSize(7)
    qapp.setFont(small)
    try:
        owner = QWidget()
        qtbot.addWidget(owner)
        dialog = RestoreDialog(context, owner)
        dialog.show()
        settled()
        settled()
        chooser = dialog.chooser
        assert dialog.consequence.isVisible()
        assert not chooser.table.geometry().intersects(chooser.file_button.geometry())
    finally:
        qapp.setFont(font)


def test_only_an_agreed_restore_goes_on(qtbot, dialog, app, settled):
    agreed = []
    dialog.agreed.connect(agreed.append)
    settled()
    settled()
    assert not dialog.restore_button.isEnabled()
    assert "tidak dihapus" in dialog.consequence.text
    dialog.accept()
    assert agreed == []
    dialog.agree.setChecked(True)
    dialog.restore_button.click()
    assert agreed[0].folder == app.data


def test_what_is_lost_and_what_stays_is_said_before_it_is_agreed_to(
    qtbot, context, app, clock, office, settled
):
    app.cadangan.job(Reason.TUTUP).run()
    owner = QWidget()
    qtbot.addWidget(owner)

    def told() -> str:
        dialog = RestoreDialog(context, owner)
        settled()
        settled()
        dialog.close()
        return dialog.consequence.text

    assert "Nomor surat" not in told()
    assert "sandi" not in told()
    app.berkas.create("Sesudah cadangan", 2026, clock.today())
    assert "catat dahulu agar tidak dipakai dua kali" in told()
    app.cadangan.use_key(app.cadangan.key_job("rahasia besar").run().key)
    app.kunci.put("kapal layar", 5)
    assert "Kata sandi tempat kedua tetap dipakai" in told()
    assert "Kata sandi pembuka kembali" in told()


def test_another_choice_takes_the_agreement_back(dialog, app, tmp_path, settled):
    settled()
    dialog.agree.setChecked(True)
    app.cadangan.single_job(tmp_path / "satu.sopdik", None).run()
    dialog.chooser.open(tmp_path / "satu.sopdik")
    assert not dialog.restore_button.isEnabled()
    settled()
    assert not dialog.agree.isChecked()


def test_a_password_is_asked_in_the_dialog(dialog, app, tmp_path, prompts, settled):
    app.cadangan.single_job(tmp_path / "satu.sopdik", "rahasia besar").run()
    settled()
    chooser = dialog.chooser
    chooser.open(tmp_path / "satu.sopdik")
    settled()
    assert chooser.inside is None
    assert chooser.password.isVisible()
    assert chooser.error.isHidden()  # nothing was wrong yet
    for typed, opens in (("salah", False), ("rahasia besar", True)):
        chooser.password.edit.setText(typed)
        chooser.unlock_button.click()
        settled()
        assert (chooser.inside is not None) is opens
        assert chooser.error.isHidden() is opens
    assert prompts.shown == []


def test_a_file_that_is_no_backup_is_told_in_the_dialog(dialog, prompts, tmp_path, settled):
    bad = tmp_path / "bukan.sopdik"
    bad.write_bytes(b"bukan cadangan")
    prompts.file = bad
    settled()
    dialog.chooser.file_button.click()
    settled()
    assert "bukan cadangan" in dialog.chooser.error.text
    assert not dialog.restore_button.isEnabled()
    assert prompts.shown == []


def run_to_end(qtbot, run: RestoreRun, tasks) -> RestoreProgress:
    progress = RestoreProgress(run, tasks)
    qtbot.addWidget(progress)
    progress.show()
    progress.begin()
    qtbot.waitUntil(lambda: not progress.running.going)
    return progress


def test_the_restored_data_says_so_and_the_old_is_kept(qtbot, app, clock, tasks, prompts, office):
    first = app.cadangan.job(Reason.TUTUP).run().local
    app.unit_kerja.reorder([])
    last = app.cadangan.head().nomor
    folder = app.data
    app.close()
    progress = run_to_end(qtbot, RestoreRun(Choice(first), folder, clock.now(), prompts), tasks)
    assert progress.restored.kept.is_dir()
    assert str(progress.restored.kept) in progress.notice.text.replace("\u200b", "")
    assert progress.open_button.isDefault()
    progress.open_button.click()
    with open_app(folder, clock, "Uji") as again:
        rows = again.riwayat.list(limit=2)
        assert again.cadangan.head().nomor == last  # one row less, and the one that tells of it
        assert "dipulihkan" in rows[0].ringkasan
        assert again.instansi.get().nama == "Dinas Uji"


def test_a_file_that_the_backup_lacks_is_named_before_anything_is_moved(
    qtbot, app, clock, tasks, prompts
):
    from sopapp.persistence import tables

    tables.Attachment.create(
        sha256="ab" * 32, nama="hilang.pdf", ukuran=3, tipe="application/pdf", ditambahkan="2026"
    )
    path = app.cadangan.job(Reason.DIMINTA).run().local
    folder = app.data
    app.close()
    before = DataFolder(folder).database.read_bytes()
    progress = run_to_end(qtbot, RestoreRun(Choice(path), folder, clock.now(), prompts), tasks)
    assert progress.restored is None
    assert "hilang.pdf" in progress.notice.text
    assert DataFolder(folder).database.read_bytes() == before
    progress.without_button.click()
    qtbot.waitUntil(lambda: not progress.running.going)
    assert progress.restored.missing


def damage(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096 * 12 : 4096 * 20] = b"\x5a" * (4096 * 8)
    path.write_bytes(bytes(data))


def test_a_damaged_file_is_rescued_from_the_newest_backup(
    qtbot, app, clock, tasks, prompts, office, settled
):
    app.cadangan.job(Reason.TUTUP).run()
    app.berkas.create("Berkas sesudah cadangan", 2026, clock.today())
    folder = app.data
    app.close()
    damage(DataFolder(folder).database)
    dialog = RescueDialog(tasks, prompts, folder, "File data rusak.", clock.now())
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.restore_button.isEnabled()  # the file is still being read
    settled()
    settled()
    assert dialog.restore_button.isEnabled()
    assert list(folder.glob("diselamatkan-*.sqlite3"))
    assert list(folder.glob("diselamatkan-*.txt"))
    dialog.accept()
    choice = dialog.chooser.inside.choice
    progress = run_to_end(qtbot, RestoreRun(choice, folder, clock.now(), prompts), tasks)
    assert progress.restored is not None
    with open_app(folder, clock, "Uji") as again:
        assert again.cadangan.health_job().run() == ()


@pytest.mark.parametrize("gone", [Path.unlink, lambda path: path.write_bytes(b"")])
def test_a_data_file_that_is_gone_is_not_begun_anew_but_restored(
    qtbot, app, clock, tasks, prompts, office, settled, monkeypatch, gone
):
    app.cadangan.job(Reason.TUTUP).run()
    folder = app.data
    app.close()
    gone(DataFolder(folder).database)
    offered = []

    def rescue(_prompts, root, error):
        offered.append(str(error))
        dialog = RescueDialog(tasks, prompts, root, str(error), clock.now())
        qtbot.addWidget(dialog)
        dialog.show()
        settled()
        settled()
        assert "Tidak ada catatan" in dialog.salvaged.text()
        dialog.accept()
        run = RestoreRun(dialog.chooser.inside.choice, root, clock.now(), prompts)
        return run_to_end(qtbot, run, tasks).restored is not None

    monkeypatch.setattr("ui.backup.rescue_dialog.rescue", rescue)
    names = []
    session.use_folder(
        prompts, folder, lambda window: names.append(window.context.app.instansi.get().nama) or 0
    )
    assert names == ["Dinas Uji"]
    assert len(offered) == 1
    assert "mempunyai cadangan" in offered[0]
    assert not list(folder.glob("diselamatkan-*"))


def test_no_backup_at_all_is_said_and_nothing_can_be_pressed(
    qtbot, app, clock, tasks, prompts, settled
):
    folder = app.data
    app.close()
    damage(DataFolder(folder).database)
    dialog = RescueDialog(tasks, prompts, folder, "File data rusak.", clock.now())
    qtbot.addWidget(dialog)
    dialog.show()
    settled()
    assert "Belum ada cadangan" in dialog.chooser.empty.text()
    dialog.accept()
    assert dialog.isVisible()


def test_the_second_place_is_in_the_list_too(qtbot, context, app, tmp_path, settled):
    (tmp_path / "usb").mkdir()
    settings = app.cadangan.settings()
    app.cadangan.save(settings._replace(di_luar=str(tmp_path / "usb")))
    app.cadangan.job(Reason.TUTUP).run()
    dialog = RestoreDialog(context, None)
    qtbot.addWidget(dialog)
    settled()
    places = {dialog.chooser.model.index(row, 1).data() for row in range(2)}
    assert places == {"Komputer ini", "Tempat kedua"}
