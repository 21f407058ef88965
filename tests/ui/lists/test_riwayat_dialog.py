"""Riwayat of one record, from wherever the record is listed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from sopapp.domain.riwayat import Catatan, JenisCatatan
from tests.services import carrying
from ui.lists.riwayat_dialog import RiwayatDialog, show_record
from ui.settings.pejabat_tab import PejabatTab


def opened(page) -> RiwayatDialog:
    return page.window().findChild(RiwayatDialog)


def rows(dialog: RiwayatDialog) -> list[str]:
    model = dialog.content.model
    return [model.row(number).ringkasan for number in range(model.rowCount())]


def test_it_holds_the_rows_of_the_record_and_says_what_it_cannot_tell(qtbot, context, office):
    dialog = RiwayatDialog(context, Catatan(JenisCatatan.UNIT_KERJA, office.units[1]))
    qtbot.addWidget(dialog)
    dialog.show()
    assert rows(dialog) == ["Unit kerja ditambahkan: Bidang 2."]
    assert dialog.limits.text()
    dialog.content.table.setCurrentIndex(dialog.content.model.index(0, 0))
    assert ("Pelaku", "Penguji") in dialog.content.detail.pairs


def test_what_happens_meanwhile_is_added(qtbot, app, context, office):
    berkas_id = carrying.start(app)
    kind = carrying.JenisUsulan.BARU
    usulan = app.usulan.add(berkas_id, office.units[0], kind, carrying.complete("Data A"))
    dialog = RiwayatDialog(context, Catatan(JenisCatatan.USULAN, usulan))
    qtbot.addWidget(dialog)
    dialog.show()
    app.usulan.edit(usulan, carrying.complete("Data B"))
    assert rows(dialog) == ["Usulan diubah: Data B", "Usulan baru dari Bidang 1: Data A"]


def test_a_record_that_is_removed_meanwhile_keeps_what_was_shown(qtbot, app, context, office):
    dialog = RiwayatDialog(context, Catatan(JenisCatatan.UNIT_KERJA, office.units[2]))
    qtbot.addWidget(dialog)
    dialog.show()
    app.unit_kerja.remove(office.units[2])
    assert rows(dialog) == ["Unit kerja ditambahkan: Bidang 3."]
    assert "dihapus" in dialog.limits.text()


def test_enter_opens_the_berkas(qtbot, app, context, office, navigate):
    berkas_id = carrying.start(app)
    kind = carrying.JenisUsulan.BARU
    usulan = app.usulan.add(berkas_id, office.units[0], kind, carrying.complete("Data A"))
    dialog = RiwayatDialog(context, Catatan(JenisCatatan.USULAN, usulan))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.content.table.setCurrentIndex(dialog.content.model.index(0, 0))
    qtbot.keyClick(dialog.content.table, Qt.Key.Key_Return)
    assert navigate.went == [("berkas", berkas_id)]


def test_a_record_that_is_gone_is_said_to_be(qtbot, context, prompts, office):
    page = QWidget()
    qtbot.addWidget(page)
    show_record(context, Catatan(JenisCatatan.PEJABAT, 999), page)
    assert opened(page) is None
    assert prompts.shown == ["Pejabat itu tidak ada lagi."]


def test_an_official_in_the_settings_has_his_riwayat(qtbot, context, office):
    tab = PejabatTab(context)
    qtbot.addWidget(tab)
    tab.reload()
    tab.show()
    tab.table.choose(office.kepala)
    tab.history_button.click()
    dialog = opened(tab)
    assert rows(dialog) == ["Pejabat Nama Kepala ditambahkan."]
    dialog.done(QDialog.DialogCode.Rejected)
    (action,) = tab.table.actions()
    assert action.shortcut().toString() == "Ctrl+H"
