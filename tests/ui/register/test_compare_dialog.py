"""Two versions side by side."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sopapp.domain.beda_kata import Tanda
from sopapp.domain.dik import Perubahan
from sopapp.domain.terbitan import BarisBanding
from tests.journeys.papers import text_of
from tests.services import carrying
from ui.preview.preview_dialog import PreviewDialog
from ui.register.compare_model import AFTER, BEFORE


@pytest.fixture
def dialog(two_versions, make_page):
    page = make_page()
    page.show()
    page.actions_row.compare.click()
    opened = QApplication.activeModalWidget()
    yield opened
    opened.close()


def rows(dialog):
    return {
        dialog.model.row(n).entri_id: [dialog.model.index(n, c).data() for c in range(4)]
        for n in range(dialog.model.rowCount())
    }


def test_the_newest_two_are_compared_and_only_changes_shown(dialog):
    shown = sorted((cells[0], cells[1].split("\n")[0]) for cells in rows(dialog).values())
    assert shown == [
        ("Dibuka kembali", "Resep produk"),
        ("Ditambahkan", "Daftar saksi"),
        ("Diubah", "Identitas pelapor"),
    ]
    assert dialog.counts.text() == (
        "1 ditambahkan, 1 diubah, 1 dibuka kembali, 3 tetap; dari 5 menjadi 5 informasi."
    )
    assert (
        dialog.model.headerData(BEFORE, Qt.Orientation.Horizontal)
        == "Versi lama: 500.12/1/KEP/2025"
    )
    dialog.only_changed.click()
    assert len(rows(dialog)) == 6


def test_changed_words_are_marked_on_both_sides(dialog):
    row = next(
        dialog.model.row(n)
        for n in range(dialog.model.rowCount())
        if dialog.model.index(n, 0).data() == "Diubah"
    )
    before, after = (dialog.model.runs(row, side) for side in (BEFORE, AFTER))
    assert "5" in [run.text.strip() for run in before if run.tanda is Tanda.HAPUS]
    assert "3" in [run.text.strip() for run in after if run.tanda is Tanda.TAMBAH]
    assert not any(run.tanda is Tanda.TAMBAH for run in before)
    assert not dialog.grab().isNull()


def test_rows_are_as_high_as_their_words(qtbot, dialog):
    heights = set()
    qtbot.waitUntil(lambda: bool(dialog.table._measured))
    for number in range(dialog.model.rowCount()):
        heights.add(dialog.table.rowHeight(number))
    assert len(heights) > 1


def test_the_same_version_twice_is_no_comparison(dialog):
    dialog.older.setCurrentIndex(dialog.newer.currentIndex())
    assert not dialog.table.isVisible()
    assert not dialog.print_button.isEnabled()
    dialog.older.setCurrentIndex(0)
    assert dialog.table.isVisible()


def test_the_order_chosen_does_not_matter(dialog):
    before = rows(dialog)
    dialog.older.setCurrentIndex(1)
    dialog.newer.setCurrentIndex(0)
    assert rows(dialog) == before


def test_it_is_printed(qtbot, dialog):
    dialog.print_button.click()
    preview = QApplication.activeModalWidget()
    assert isinstance(preview, PreviewDialog)
    qtbot.waitUntil(lambda: preview.preview.page_count > 0, timeout=20_000)
    preview.close()


def test_one_version_has_nothing_to_be_compared_with(five, make_page, prompts):
    page = make_page()
    page.actions_row.compare.click()
    assert "satu versi" in prompts.shown[-1]


def emoji_row() -> BarisBanding:
    old = carrying.complete("Arsip 📁 lama")
    new = replace(old, informasi="Arsip 📁 baru", bentuk="Kotak 😀 besi")
    return BarisBanding(Perubahan.UBAH, 1, "Bidang 📁 1", "Bidang 📁 1", old, new)


def test_marks_stand_under_their_words_also_after_an_emoji(dialog):
    dialog.model.compare((emoji_row(),), only_changed=True)
    delegate = dialog.table.itemDelegate()
    for column, words in ((BEFORE, ["lama", "Dokumen"]), (AFTER, ["baru", "Kotak 😀 besi"])):
        layout = delegate.layout_of(dialog.model.index(0, column), 4000)
        units = layout.text().encode("utf-16-le")
        marked = [
            units[2 * each.start : 2 * (each.start + each.length)].decode("utf-16-le")
            for each in layout.formats()
            if each.format.fontUnderline() or each.format.fontStrikeOut()
        ]
        assert marked == words


def test_an_emoji_of_an_old_version_keeps_no_comparison_from_being_printed(
    qtbot, app, office, two_versions, make_page, monkeypatch
):
    found = app.perbandingan.compare(1, two_versions)
    with_emoji = replace(found, baris=(emoji_row(),))
    monkeypatch.setattr(app.perbandingan, "compare", lambda *_ids: with_emoji)
    page = make_page()
    page.actions_row.open_comparison()
    opened = QApplication.activeModalWidget()
    opened.print_button.click()
    preview = QApplication.activeModalWidget()
    qtbot.waitUntil(lambda: preview.preview.page_count > 0, timeout=20_000)
    assert "[U+1F4C1]" in text_of(preview.preview.data)
    preview.close()
    opened.close()
