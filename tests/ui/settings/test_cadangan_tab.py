"""The tab Cadangan: how backups stand, what is done at once, what is saved."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication

from sopapp.backup.bundle import open_bundle
from sopapp.backup.manifest import Reason
from sopapp.backup.place import Place
from sopapp.paths import DataFolder
from sopapp.persistence import tables
from ui.backup.password_dialog import PasswordDialog
from ui.backup.single_dialog import SingleDialog


@pytest.fixture
def settled(qtbot, tasks):
    """Waits until every answer has come."""
    return lambda: qtbot.waitUntil(lambda: not tasks.busy, timeout=10_000)


def test_the_rule_and_the_second_place_are_saved(page, open_tab, app, prompts, tmp_path, settled):
    tab = open_tab("cadangan")
    prompts.folder = tmp_path
    tab.form.folder_button.click()
    tab.form.terbaru.setValue(3)
    tab.form.harian.setChecked(False)
    assert page.save()
    stored = app.cadangan.settings()
    assert (stored.di_luar, stored.terbaru, stored.harian) == (str(tmp_path), 3, False)
    settled()


def test_a_second_place_inside_the_data_is_refused_at_its_field(
    page, open_tab, app, prompts, settled
):
    tab = open_tab("cadangan")
    prompts.folder = app.data / "cadangan"
    tab.form.folder_button.click()
    assert not page.save()
    assert "folder data" in tab.form.error_text("di_luar")
    settled()


def test_a_backup_is_made_now_and_the_state_follows(page, open_tab, app, settled):
    tab = open_tab("cadangan")
    settled()
    assert "Belum ada cadangan" in tab.state.text()
    tab.now_button.click()
    assert not tab.check_button.isEnabled()
    settled()
    settled()
    assert tab.now_button.isEnabled()
    assert "selesai" in tab.said.text
    assert "Semua perubahan sudah dicadangkan" in tab.state.text()
    assert len(Place(DataFolder(app.data).backups).bundles()) == 1


def test_a_missing_second_place_is_said_in_the_tab(page, open_tab, prompts, tmp_path, settled):
    tab = open_tab("cadangan")
    prompts.folder = tmp_path / "usb"
    tab.form.folder_button.click()
    page.save()
    settled()
    settled()
    assert str(tmp_path / "usb") in tab.warning.text.replace("\u200b", "")


def test_a_password_is_taken_when_it_was_typed_twice(qtbot, page, open_tab, app, context, settled):
    tab = open_tab("cadangan")
    dialog = PasswordDialog(context, tab)
    dialog.accepted.connect(tab.look)
    dialog.open()
    assert dialog.focusWidget() is dialog.sandi.edit  # what is typed at once goes there
    dialog.sandi.edit.setText("rahasia besar")
    dialog.ulang.edit.setText("rahasia besat")
    dialog.submit()
    assert dialog.form.error_text("ulang")
    assert not app.cadangan.settings().sandi
    dialog.ulang.edit.setText("rahasia besar")
    dialog.submit()
    settled()
    assert app.cadangan.settings().sandi
    assert tab.form.password_state.text() == "Terpasang"
    settled()
    DataFolder(app.data).backup_key.unlink()
    tab.reload()
    assert "dimasukkan lagi" in tab.form.password_state.text()
    tab.form.drop_button.click()
    assert not app.cadangan.settings().sandi
    settled()


def test_a_password_that_opens_no_copy_takes_a_second_press(
    page, open_tab, app, context, tmp_path, settled
):
    (tmp_path / "usb").mkdir()
    stored = app.cadangan.settings()._replace(di_luar=str(tmp_path / "usb"))
    app.cadangan.save(stored)
    app.cadangan.use_key(app.cadangan.key_job("rahasia besar").run().key)
    app.cadangan.job(Reason.TUTUP).run()
    key = DataFolder(app.data).backup_key
    key.unlink()
    tab = open_tab("cadangan")
    tab.reload()
    assert "dimasukkan lagi" in tab.form.password_state.text()
    dialog = PasswordDialog(context, tab)
    dialog.open()
    for typed in ("rahasia besat", "rahasia betul"):
        dialog.sandi.edit.setText(typed)
        dialog.ulang.edit.setText(typed)
        dialog.submit()
        settled()
        assert dialog.isVisible()
        assert "tidak membuka" in dialog.error.text
        assert not key.exists()
    dialog.submit()  # it is meant
    assert not dialog.isVisible()
    assert tab.form.password_state.text() == "Terpasang"
    sealed = app.cadangan.job(Reason.TUTUP).run().outside
    open_bundle(sealed, "rahasia betul").close()
    settled()


def test_one_file_is_asked_for_and_written(
    qtbot, page, open_tab, context, prompts, tmp_path, settled
):
    tab = open_tab("cadangan")
    prompts.file = tmp_path / "satu.sopdik"
    dialog = SingleDialog(context, tab)
    chosen = []
    dialog.chosen.connect(lambda *both: chosen.append(both))
    dialog.open()
    assert dialog.focusWidget() is dialog.browse
    dialog.submit()
    assert dialog.form.error_text("file")
    dialog.browse.click()
    dialog.sealed.setChecked(True)
    dialog.sandi.edit.setText("rahasia besar")
    dialog.ulang.edit.setText("rahasia besar")
    dialog.submit()
    assert chosen == [(tmp_path / "satu.sopdik", "rahasia besar")]
    tab._save_single(*chosen[0])
    settled()
    assert (tmp_path / "satu.sopdik").is_file()
    assert "satu.sopdik" in tab.said.text.replace("\u200b", "")
    settled()


def test_backups_are_read_through(page, open_tab, app, settled):
    tab = open_tab("cadangan")
    app.cadangan.job(Reason.TUTUP).run()
    tab.check_button.click()
    settled()
    assert "Baik" in tab.said.text
    bundle = Place(DataFolder(app.data).backups).bundles()[0]
    bundle.path.write_bytes(bundle.path.read_bytes()[:-100])
    tab.check_button.click()
    settled()
    assert "Rusak" in tab.said.text


def test_a_second_enter_neither_stops_the_work_nor_presses_another_button(page, open_tab, settled):
    tab = open_tab("cadangan")
    settled()
    tab.check_button.setFocus()
    tab.check_button.click()
    assert page.window().focusWidget() is tab.check_button
    tab.check_button.click()
    assert not tab.now_button.isEnabled()
    settled()
    assert page.window().focusWidget() is tab.check_button
    assert "Dibatalkan" not in tab.said.text
    assert tab.now_button.isEnabled()


def test_nothing_is_saved_to_one_file_while_a_backup_is_made(page, open_tab, settled):
    tab = open_tab("cadangan")
    settled()
    tab.single_button.setFocus()
    tab.back_up()
    tab.single_button.click()
    assert not page.findChildren(SingleDialog)
    settled()


def test_a_single_file_without_all_files_says_so(page, open_tab, app, tmp_path, settled):
    tables.Attachment.create(
        sha256="ab" * 32, nama="hilang.pdf", ukuran=3, tipe="application/pdf", ditambahkan="2026"
    )
    tab = open_tab("cadangan")
    tab._save_single(tmp_path / "satu.sopdik", None)
    settled()
    said = tab.said.text.replace("\u200b", "")
    assert "tidak lengkap" in said
    assert "hilang.pdf" in said
    settled()


def test_a_long_message_does_not_press_the_form_together(page, open_tab, settled):
    page.resize(1180, 560)
    page.show()
    tab = open_tab("cadangan")
    settled()
    words = "File “Nota Dinas Nomor 500.12/4/2026.pdf” tidak ditemukan di folder data; " * 6
    for notice in (tab.warning, tab.said):
        notice.say(words)
    QApplication.processEvents()
    inputs = tab.form.findChildren(QAbstractSpinBox)
    assert inputs
    assert all(each.height() >= each.minimumSizeHint().height() for each in inputs)
