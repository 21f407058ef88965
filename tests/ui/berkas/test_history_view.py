"""The history of a berkas: every write of it, and its print."""

from __future__ import annotations

from sopapp.domain.riwayat import RiwayatFilter
from ui.berkas.panel_numbers import HISTORY
from ui.preview.preview_dialog import PreviewDialog


def test_every_write_of_the_berkas_is_there_and_printed(page, office):
    office.app.berkas.rename(office.berkas_id, "Judul lain")
    page.open(office.berkas_id, 0)
    view = page.panel(0)
    wanted = RiwayatFilter(berkas_id=office.berkas_id)
    assert view.journal.total == len(office.app.riwayat.rows(wanted)) >= 2
    view.print_button.click()
    dialog = view.window().findChild(PreviewDialog)
    letter = dialog._items[0].source()()
    assert len(letter.baris) == view.journal.total
    assert letter.keterangan.startswith("Berkas “Judul lain”: ")
    dialog.close()


def test_a_long_riwayat_is_read_in_turns(page, office, monkeypatch, qtbot):
    monkeypatch.setattr("sopapp.services.riwayat_index._TOGETHER", 2)
    page.open(office.berkas_id, HISTORY)
    view = page.panel(HISTORY)
    assert view.way.rowCount()
    assert view.journal.rowCount() == 0

    qtbot.waitUntil(lambda: view.journal.rowCount() > 0)
    titles = {office.app.riwayat.get(view.journal.row(n).id).berkas_id
              for n in range(view.journal.rowCount())}  # fmt: skip
    assert titles == {office.berkas_id}
