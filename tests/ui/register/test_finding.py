"""Search and filters together, and what a large register costs to open."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QAbstractEventDispatcher, Qt
from PySide6.QtGui import QGuiApplication

import sopapp.persistence.daftar as daftar_module
from sopapp.domain.dik import JangkaWaktu, JenisJangka
from sopapp.domain.progress import Cancelled
from tests.ui.register.conftest import DAGANG, PDP, bring_in, entry, titles, until

UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
STATUS, INFORMASI, BERAKHIR = 7, 1, 6


@pytest.fixture
def page(five, make_page):
    return make_page()


def search(qtbot, page, text):
    page.filter.setText(text)
    qtbot.keyClick(page.filter, Qt.Key.Key_Return)


def pick(combo, text):
    combo.fill()
    combo.setCurrentIndex(next(n for n in range(combo.count()) if combo.itemText(n) == text))


def test_typing_finds_beginnings_of_words_in_all_text(qtbot, page):
    page.filter.setText("lelang stra")
    qtbot.waitUntil(lambda: titles(page) == ["Surat rahasia"])
    assert page._head.note == "1 dari 5 informasi, per 23 November 2026"
    search(qtbot, page, "tidak ada sama sekali")
    assert not page.stack.shows_list
    page.stack.no_hit.button.click()
    assert page.model.rowCount() == 5
    assert page.filter.text() == ""


def test_filters_narrow_each_other_and_one_button_clears_them(qtbot, page):
    bar = page.filter_bar
    assert not bar.clear_button.isEnabled()
    pick(bar.huruf, next(bar.huruf.itemText(n) for n in range(11) if _letter(bar, n, "h")))
    assert titles(page) == ["Identitas pelapor", "Data gaji"]
    pick(bar.unit, "Bidang 2")
    assert titles(page) == ["Data gaji"]
    pick(bar.status, "Berlaku")
    assert titles(page) == []
    pick(bar.status, "Akan berakhir")
    assert titles(page) == ["Data gaji"]
    search(qtbot, page, "gaji")
    assert page._head.note.startswith("1 dari 5 informasi")
    assert "unit kerja: Bidang 2" in page.shown_words()
    assert "memuat “gaji”" in page.shown_words()
    bar.clear_button.click()
    assert page.model.rowCount() == 5
    assert not bar.clear_button.isEnabled()


def _letter(bar, number, letter):
    bar.huruf.fill()
    return bar.huruf.itemData(number) == letter


def test_laws_are_those_of_the_list(page):
    combo = page.filter_bar.undang_undang
    combo.fill()
    assert [combo.itemText(n) for n in range(1, combo.count())] == [
        "Tanpa undang-undang lain",
        PDP,
        DAGANG,
    ]
    pick(combo, "Tanpa undang-undang lain")
    assert titles(page) == ["Rencana pengawasan", "Surat rahasia"]


def test_the_keputusan_that_set_the_words_is_a_filter(two_versions, make_page):
    page = make_page()
    pick(page.filter_bar.keputusan, "500.12/7/KEP/2026, 23 Nov 2026")
    assert titles(page) == ["Identitas pelapor", "Daftar saksi"]


def test_a_choice_stays_while_the_day_changes(two_versions, make_page):
    page = make_page()
    pick(page.filter_bar.unit, "Bidang 2")
    assert titles(page) == ["Data gaji", "Daftar saksi"]
    page.day_bar.day.set_day(date(2026, 1, 1))
    assert titles(page) == ["Resep produk", "Data gaji"]


def test_ctrl_f_reaches_the_search_and_escape_clears_it(qtbot, page):
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.filter.hasFocus()
    qtbot.keyClicks(page.filter, "gaji")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    qtbot.keyClick(page.filter, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.model.rowCount() == 5)


def test_a_hit_out_of_sight_is_told_in_the_row_and_in_the_detail(qtbot, page):
    page.show()
    search(qtbot, page, "strategi")
    painter, column = page.table.painter, 3
    assert painter.found_line(0) == ""  # to be seen in its own column
    page.table.show_column(column, False)
    assert painter.found_line(0) == "Ditemukan di Bila dibuka: Membocorkan strategi lelang"
    page.table.setCurrentIndex(page.model.index(0, INFORMASI))
    assert dict(page.detail.pairs)["Ditemukan di"] == "Bila dibuka: Membocorkan strategi lelang"
    assert not page.table.grab().isNull()
    search(qtbot, page, "")
    assert "Ditemukan di" not in dict(page.detail.pairs)


def test_order_is_that_of_the_list_until_a_head_is_clicked(qtbot, page):
    assert [page.model.index(n, 0).data() for n in range(5)] == ["1", "2", "3", "4", "5"]
    page.table.sortByColumn(INFORMASI, UP)
    assert titles(page)[0] == "Data gaji"
    assert page.model.index(0, 0).data() == "4"  # its number in the list
    page.table.sortByColumn(BERAKHIR, UP)
    assert titles(page)[:2] == ["Resep produk", "Rencana pengawasan"]
    search(qtbot, page, "rahasia")
    assert titles(page)[0] == "Resep produk"  # typing keeps the order
    search(qtbot, page, "")
    page.table.sortByColumn(STATUS, DOWN)
    assert titles(page)[0] == "Resep produk"
    page.table.sortByColumn(0, DOWN)
    assert titles(page)[0] == "Surat rahasia"


def test_a_version_is_chosen_by_its_keputusan(two_versions, make_page):
    page = make_page()
    assert len(titles(page)) == 5
    bar = page.day_bar
    bar.version.fill()
    assert bar.version.itemText(2) == "500.12/1/KEP/2025, 15 Jan 2025 (5 informasi)"
    bar.version.setCurrentIndex(2)
    assert "Resep produk" in titles(page)
    assert page._head.note == "5 informasi, menurut Keputusan 500.12/1/KEP/2025"
    assert bar.day.day() == date(2025, 1, 15)
    bar.today.click()
    assert "Daftar saksi" in titles(page)


def test_a_large_register_opens_without_reading_it(qtbot, app, office, make_page, monkeypatch):
    unit = office.units[0]
    bring_in(app, [(unit, entry(f"Informasi {n}")) for n in range(1500)])
    read = []
    real = daftar_module.isi_from_json
    monkeypatch.setattr(daftar_module, "isi_from_json", lambda text: read.append(1) or real(text))
    page = make_page()
    page.banner.watch.start(60_000)
    page.show()
    assert not page.grab().isNull()
    assert page.model.total == 1500
    assert 0 < len(read) <= 256  # one reading holds more than a screen shows
    pick(page.filter_bar.unit, "Bidang 1")
    search(qtbot, page, "informasi 149")
    assert page.model.rowCount() == 11
    assert len(read) <= 3 * 256


def test_the_words_found_are_marked_in_the_cells(page):
    page.show()
    table = page.table
    cell = table.visualRect(page.model.index(0, INFORMASI))

    def picture():
        return table.viewport().grab(cell).toImage()

    plain = picture()
    page.book.search("PELA")
    assert picture() != plain
    page.book.search("lapor")  # no word begins so
    assert picture() == plain


def test_a_word_found_only_out_of_sight_is_told_though_another_one_shows(qtbot, page, app):
    entri = page.model.row(4)
    app.dik.set_note(entri.id, "Surat lama ada di lemari besi")
    page.show()
    search(qtbot, page, "surat besi")
    assert titles(page) == ["Surat rahasia"]
    told = page.table.painter.found_line(0)
    assert told == "Ditemukan di Catatan internal: Surat lama ada di lemari besi"
    page.table.show_column(11, True)
    assert page.table.painter.found_line(0) == ""


def test_only_columns_that_are_searched_carry_marks(qtbot, page):
    page.show()
    table = page.table
    number, unit = page.model.index(0, 0), page.model.index(0, 8)

    def pictures():
        return [table.viewport().grab(table.visualRect(at)).toImage() for at in (number, unit)]

    plain = pictures()
    page.book.search("1")
    page.table.painter.forget()
    marked = pictures()
    assert marked[0] == plain[0]
    assert marked[1] != plain[1]


def test_signs_alone_are_no_filter_in_words(qtbot, page):
    search(qtbot, page, "*")
    assert page.model.rowCount() == 5
    assert "disaring" not in page.shown_words()


def test_periods_are_sorted_by_their_length(app, office, make_page):
    rows = [
        (office.units[0], entry(f"{months} bulan", jangka=JangkaWaktu(JenisJangka.DURASI, months)))
        for months in (120, 24, 6)
    ]
    bring_in(app, [*rows, (office.units[0], entry("Tanggal", jangka=until(date(2027, 1, 1))))])
    page = make_page()
    page.table.sortByColumn(5, UP)
    assert titles(page) == ["6 bulan", "24 bulan", "120 bulan", "Tanggal"]


def test_laws_are_listed_by_their_number(app, office, make_page):
    laws = ("UU Nomor 30 Tahun 2000", "UU Nomor 7 Tahun 2014", "UU Nomor 13 Tahun 2006")
    bring_in(app, [(office.units[0], entry(law, "j", law)) for law in laws])
    assert make_page().model.laws() == (laws[1], laws[2], laws[0])


def test_the_arrow_down_from_the_search_chooses_the_first_row(qtbot, page):
    page.show()
    search(qtbot, page, "data")
    qtbot.keyClick(page.filter, Qt.Key.Key_Down)
    assert page.table.chosen_rows() == [0]
    assert page.detail.entri is not None
    assert page.detail.entri.isi.informasi == "Data gaji"


def test_spaces_alone_hide_nothing(qtbot, page):
    rows = page.model.rowCount()
    search(qtbot, page, "   ")
    assert page.model.rowCount() == rows
    assert page.filter_bar.value().empty
    assert not page.filter_bar.clear_button.isEnabled()
    assert page.filter_bar.words() == ""


class TestWhatReadsTheWholeList:
    """Sorting and some filters read all entries: the window lives meanwhile, and it can be ended.

    The first three of `five` are read before the user stops it.
    """

    @pytest.fixture
    def ended(self, page, monkeypatch):
        def through(_words, work):
            def step(done, total):
                if done:
                    raise Cancelled

            return work(step)

        monkeypatch.setattr("sopapp.domain.progress._OFTEN", 3)
        monkeypatch.setattr(page.model, "through", through)

    def test_sorting_that_is_ended_leaves_rows_and_head_as_they_were(self, page, ended):
        head = page.table.horizontalHeader()
        before = titles(page)
        page.table.sortByColumn(INFORMASI, UP)

        assert titles(page) == before
        assert head.sortIndicatorSection() == -1
        page.table.choose(page.model.row(2).id)
        assert page.table.currentIndex().row() == 2

    def test_a_filter_that_is_ended_is_as_it_was(self, qtbot, page, ended):
        search(qtbot, page, "data")
        before = titles(page)
        pick(page.filter_bar.status, "Berlaku")

        assert titles(page) == before == ["Data gaji"]
        assert page.filter_bar.status.value() is None
        assert page.filter.text() == "data"
        assert page.notice.text.startswith("Dibatalkan")

    def test_the_laws_are_not_offered_when_their_reading_is_ended(self, page, ended):
        page.filter_bar.undang_undang.fill()
        assert page.filter_bar.undang_undang.count() == 1

    def test_copying_that_is_ended_leaves_the_clipboard_alone(self, page, ended):
        QGuiApplication.clipboard().setText("lama")
        page.table.selectAll()
        page.table.copy()

        assert QGuiApplication.clipboard().text() == "lama"

    def test_words_alone_are_found_without_reading(self, qtbot, page, monkeypatch):
        monkeypatch.setattr(page.model, "through", lambda *_: pytest.fail("read the whole list"))
        search(qtbot, page, "data")
        assert titles(page) == ["Data gaji"]

    def test_the_window_lives_while_it_is_sorted(self, qtbot, page, monkeypatch):
        monkeypatch.setattr("sopapp.domain.progress._OFTEN", 1)
        monkeypatch.setattr("ui.progress.with_progress._TURN", 0)
        page.show()
        turns = []
        loop = QAbstractEventDispatcher.instance()
        loop.awake.connect(note := lambda: turns.append(1))
        page.table.sortByColumn(INFORMASI, UP)
        loop.awake.disconnect(note)

        assert len(turns) > len(titles(page))
        assert titles(page)[0] == "Data gaji"


def test_an_index_that_lags_is_mended_in_turns_before_the_search(qtbot, page, app, monkeypatch):
    monkeypatch.setattr("sopapp.persistence.dik_index._TOGETHER", 1)
    app._database.execute_sql("DELETE FROM dik_cari")
    page.show()
    search(qtbot, page, "data")
    assert page.model.rowCount() == 5  # not yet
    search(qtbot, page, "rencana")  # the words of now are what is found

    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert titles(page) == ["Rencana pengawasan"]
    search(qtbot, page, "data")
    assert titles(page) == ["Data gaji"]
