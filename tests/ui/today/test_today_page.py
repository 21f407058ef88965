"""What the page of the day shows of a real office, and where it leads."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from sopapp.backup.manifest import Reason
from sopapp.domain.permohonan import PermohonanInput
from sopapp.services.permintaan import Jawaban
from tests.conftest import TODAY
from tests.services import carrying
from tests.services.carrying import PDF, complete
from ui.berkas.remind_dialog import RemindDialog
from ui.preview.preview_dialog import PreviewDialog
from ui.surat.letter_sign_dialog import LetterSignDialog
from ui.today.filling import LATER
from ui.today.today_page import TodayPage

ROOT = Path(__file__).resolve().parents[3]
REQUEST = PermohonanInput(
    "07/PI/XI/2026", TODAY, "Antonius Contoh", "Jalan Peragaan 3", "", "Nama pelapor"
)


def begun(app, days: int, judul: str = "Berkas") -> int:
    """A berkas that began so many days ago."""
    return app.berkas.create(judul, 2026, TODAY - timedelta(days=days))


def headings(page) -> list[str]:
    return [each.heading.text() for each in page.sections.values() if each.isVisible()]


def titles(page, section: str) -> list[str]:
    return [view.row.title for view in page.sections[section].views]


def dialog(kind):
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, kind)]
    return next((each for each in found if each.isVisible()), None)


@pytest.fixture(autouse=True)
def _no_dialog_is_left(qtbot):
    yield
    for each in QApplication.topLevelWidgets():
        if isinstance(each, RemindDialog | PreviewDialog | LetterSignDialog):
            each.close()
            each.deleteLater()


class TestShown:
    def test_what_is_urgent_comes_first_and_empty_sections_not_at_all(
        self, app, office, open_page
    ) -> None:
        begun(app, 20, "Lama")
        begun(app, 7, "Sekarang")
        berkas_id = begun(app, 0, "Baru")
        app.permohonan.add(REQUEST)
        carrying.ask(app, berkas_id, office.units)
        page = open_page()
        assert headings(page)[:6] == [
            "Terlambat (1)", "Tenggat hari ini (1)", "Lima hari kerja ke depan (1)",
            "Permohonan yang harus dijawab (1)", "Unit kerja yang belum menjawab (3)",
            "Surat yang belum selesai (3)",
        ]  # fmt: skip
        assert page.head.title == "Senin, 23 November 2026"
        assert page.summary.text() == (
            "1 terlambat  ·  1 tenggat hari ini  ·  1 mendekati tenggat  ·  1 permohonan"
            "  ·  3 unit kerja belum menjawab  ·  3 surat belum selesai"
        )
        for berkas in app.berkas.list():
            app.berkas.cancel(berkas.id, "Tidak jadi")
        qt_wait(page)
        assert headings(page)[0] == "Permohonan yang harus dijawab (1)"

    def test_a_line_is_read_in_one_breath(self, app, open_page, line) -> None:
        begun(app, 20, "Pemutakhiran DIK")
        view = line(open_page(), "terlambat")
        assert view.accessibleName().startswith(
            "Terlambat 9 hari kerja: Pemutakhiran DIK, tahap 1, Admin PPID."
        )
        assert "Masih kurang: Belum ada unit kerja yang diminta" in view.accessibleName()
        assert view.link.accessibleName().endswith("Pemutakhiran DIK")

    def test_units_stand_below_their_berkas(self, app, office, open_page) -> None:
        one, two = begun(app, 3, "Satu"), begun(app, 2, "Dua")
        carrying.ask(app, one, office.units[:2])
        carrying.ask(app, two, office.units[2:])
        page = open_page()
        assert titles(page, "unit") == ["Satu", "Bidang 1", "Bidang 2", "Dua", "Bidang 3"]

    def test_lines_that_come_later_have_their_room_before_anything_paints(
        self, app, office, open_page
    ) -> None:
        page = open_page()
        carrying.ask(app, begun(app, 3, "Satu"), office.units)
        filling = LATER["unit"](app)
        page.show_filling("unit", filling._replace(rows=filling.rows[:1]))
        QApplication.processEvents()
        page.show_filling("unit", filling)
        views = page.sections["unit"].views
        assert len(views) == 4
        assert [view for view in views if view.height() < view.sizeHint().height()] == []

    def test_of_many_only_twenty_are_shown_and_a_way_to_all(self, app, open_page, navigate) -> None:
        for number in range(25):
            begun(app, 20, f"Berkas {number}")
        page = open_page()
        section = page.sections["terlambat"]
        assert section.heading.text() == "Terlambat (25)"
        assert len(section.views) == 20
        assert section.more.text() == "Tampilkan semua 25 di Papan"
        section.more.click()
        assert navigate.went == [("board",)]

    def test_the_lines_painted_first_stay_where_they_are(self, app, context, qtbot) -> None:
        for number in range(15):
            begun(app, 20, f"Berkas {number}")
        begun(app, 3, "Hari ini")
        page = TodayPage(context)
        qtbot.addWidget(page)
        page.show()
        first = [view.row.title for view in page.views]
        assert len(first) == 12
        assert {section.name for section in page.sections.values() if section.views} == {
            "terlambat"
        }
        assert "tenggat" in page.summary.text()  # what is not shown yet is counted already
        qtbot.waitUntil(lambda: page.filled)
        assert [view.row.title for view in page.views][:12] == first
        assert len(page.sections["terlambat"].views) == 15

    def test_the_first_of_the_register_to_end(
        self, app, office, tmp_path, clock, open_page, line, navigate, qtbot
    ) -> None:
        berkas_id = carrying.to_validasi(app, office.units)
        for months in (2, 1, 60, 1, 1, 2, 2):
            carrying.propose(
                app, berkas_id, office.units[0], complete(f"Informasi {months} bulan", months)
            )
        carrying.to_penetapan(app, berkas_id)
        carrying.sign(app, berkas_id, "1")
        carrying.apply(app, berkas_id, tmp_path)
        clock.day = date(2026, 12, 28)
        page = open_page()
        section = page.sections["berakhir"]
        qtbot.waitUntil(lambda: section.isVisible())
        assert section.heading.text() == "Informasi yang akan berakhir (6)"
        assert "informasi: 3 akan berakhir, 3 sudah lewat" in page.summary.text()
        assert titles(page, "berakhir") == ["Informasi 1 bulan"] * 3 + ["Informasi 2 bulan"] * 2
        assert [view.row.state for view in section.views][2:4] == [
            "Lewat 23 Des 2026", "Berakhir 23 Jan 2027",
        ]  # fmt: skip
        section.views[0].click()
        section.more.click()
        assert navigate.went[0][0] == "entry"
        assert navigate.went[1] == ("register", ("due", True))

    def test_no_word_is_taken_for_a_key_or_for_markup(self, app, open_page, line) -> None:
        begun(app, 20, "R&D <b>tebal</b>")
        page = open_page()
        assert line(page, "terlambat").shortcut().isEmpty()
        assert page.sections["terlambat"].views[0].row.title == "R&D <b>tebal</b>"


class TestQuiet:
    def test_without_an_office_it_asks_for_one(self, open_page, navigate) -> None:
        page = open_page()
        title, text, button = page._quiet.words
        assert (title, button) == ("Lengkapi data kantor dahulu", "Buka Pengaturan")
        assert "•" in text
        page._quiet.button.click()
        assert navigate.went == [("settings", "instansi")]

    def test_without_a_berkas_it_offers_the_first(self, office, open_page, navigate) -> None:
        page = open_page()
        assert page._quiet.words[2] == "Buat berkas pertama"
        assert page.window().focusWidget() is page._quiet.button
        page._quiet.button.click()
        assert navigate.went == [("new_berkas",)]

    def test_after_the_last_berkas_it_offers_a_new_one(self, app, office, open_page) -> None:
        app.berkas.cancel(begun(app, 0), "Tidak jadi")
        assert open_page()._quiet.words[2] == "Buat berkas baru"

    def test_when_all_is_on_time_it_says_so_and_opens_the_board(
        self, app, office, open_page, navigate
    ) -> None:
        app.berkas.create("Berkas", 2026, TODAY + timedelta(days=14))
        page = open_page()
        title, text, button = page._quiet.words
        assert title == "Hari ini tidak ada yang mendesak"
        assert "Tenggat terdekat 14 Desember 2026: Berkas" in text
        assert button == "Buka Papan"
        page._quiet.button.click()
        assert navigate.went == [("board",)]

    def test_it_goes_when_something_comes(self, app, office, open_page, qtbot) -> None:
        page = open_page()
        assert page._quiet.isVisible()
        begun(app, 20)
        qtbot.waitUntil(lambda: not page._quiet.isVisible())
        assert headings(page)[0] == "Terlambat (1)"


class TestKeyboard:
    def test_arrows_go_from_line_to_line_and_enter_opens(
        self, app, office, open_page, navigate, qtbot, line
    ) -> None:
        late = begun(app, 20, "Lama")
        now = begun(app, 7, "Sekarang")
        page = open_page()
        first, second = line(page, "terlambat"), line(page, "hari_ini")
        assert page.window().focusWidget() is first
        qtbot.keyClick(first, Qt.Key.Key_Down)
        assert page.window().focusWidget() is second
        qtbot.keyClick(second, Qt.Key.Key_Return)
        qtbot.keyClick(second, Qt.Key.Key_Up)
        qtbot.keyClick(first, Qt.Key.Key_Space)
        assert navigate.went == [("berkas", now), ("berkas", late)]

    def test_tab_goes_through_the_buttons_of_a_line_and_on(
        self, app, office, open_page, qtbot
    ) -> None:
        berkas_id = begun(app, 20, "Lama")
        carrying.ask(app, berkas_id, office.units[:2])
        begun(app, 20, "Kedua")
        page = open_page()
        stops = [stop for section in page.sections.values() for stop in section.stops]
        seen = [page.window().focusWidget()]
        while len(seen) < len(stops):
            qtbot.keyClick(seen[-1], Qt.Key.Key_Tab)
            seen.append(page.window().focusWidget())
        assert seen == stops
        assert any(stop.accessibleName().startswith("Buat surat pengingat") for stop in seen)

    def test_arrows_on_a_button_go_to_the_next_button(
        self, app, office, open_page, qtbot, line
    ) -> None:
        carrying.ask(app, begun(app, 0), office.units)
        page = open_page()
        one, two = line(page, "unit", "Bidang 1"), line(page, "unit", "Bidang 2")
        one.take_focus("act")
        qtbot.keyClick(one.act, Qt.Key.Key_Down)
        assert page.window().focusWidget() is two.act
        qtbot.keyClick(two.act, Qt.Key.Key_Up)
        assert page.window().focusWidget() is one.act

    def test_what_is_missing_leads_to_its_panel(
        self, app, office, open_page, navigate, line, qtbot
    ) -> None:
        berkas_id = carrying.to_validasi(app, office.units)
        carrying.propose(app, berkas_id, office.units[0], complete("Satu"), putusan=None)
        page = open_page()
        view = line(page, "mendekat")
        assert view.link.text() == "1 usulan belum dinilai."
        view.take_focus("link")
        qtbot.keyClick(view.link, Qt.Key.Key_Return)
        assert navigate.went == [("berkas", berkas_id, 2)]

    def test_the_keyboard_stays_on_its_line_when_others_come_and_go(
        self, app, office, open_page, qtbot, line
    ) -> None:
        kept = begun(app, 20, "Dipegang")
        page = open_page()
        qtbot.waitUntil(lambda: page.window().focusWidget() is line(page, "terlambat"))
        older = begun(app, 30, "Lebih lama")
        qtbot.waitUntil(lambda: titles(page, "terlambat") == ["Lebih lama", "Dipegang"])
        assert page.window().focusWidget().row.key == ("berkas", kept)
        app.berkas.cancel(kept, "Tidak jadi")
        qtbot.waitUntil(lambda: titles(page, "terlambat") == ["Lebih lama"])
        assert page.window().focusWidget().row.key == ("berkas", older)


class TestActs:
    def test_one_click_makes_a_reminder_and_shows_it(
        self, app, office, open_page, line, qtbot
    ) -> None:
        berkas_id = begun(app, 3)
        carrying.ask(app, berkas_id, office.units)
        page = open_page()
        view = line(page, "unit", "Bidang 2")
        assert view.act.text() == "Buat surat pengingat…"
        qtbot.mouseClick(view.act, Qt.MouseButton.LeftButton)
        asking = dialog(RemindDialog)
        assert asking.checked() == [office.units[1]]
        assert asking.list.count() == 3
        asking.accept_button.click()
        qtbot.waitUntil(lambda: dialog(PreviewDialog) is not None)
        reminder = app.surat.list(berkas_id)[-1]
        assert (reminder.unit_id, bool(reminder.nomor)) == (office.units[1], True)
        qtbot.waitUntil(lambda: line(page, "unit", "Bidang 2").row.act == "Ingatkan lagi…")
        assert "Diingatkan 23 Nov" in line(page, "unit", "Bidang 2").row.detail
        assert line(page, "unit", "Bidang 1").row.act == "Buat surat pengingat…"

    def test_a_reminder_without_number_is_taken_up_again(
        self, app, office, open_page, line
    ) -> None:
        berkas_id = begun(app, 3)
        carrying.ask(app, berkas_id, office.units)
        app.penyusunan.pengingat(berkas_id, office.units[:1])
        row = line(open_page(), "unit", "Bidang 1").row
        assert row.act == "Nomori pengingat…"
        assert "belum bernomor" in row.detail

    def test_each_letter_is_moved_on_by_its_button(
        self, app, office, open_page, line, qtbot, navigate
    ) -> None:
        berkas_id = begun(app, 0)
        app.permintaan.choose_units(berkas_id, office.units[:1])
        (letter,) = app.penyusunan.permintaan(berkas_id, per_unit=True)
        app.surat.number_letters((letter,), TODAY)
        page = open_page()
        view = line(page, "surat")
        assert view.act.text() == "Cetak…"
        view.act.click()
        qtbot.waitUntil(lambda: dialog(PreviewDialog) is not None)
        dialog(PreviewDialog).close()
        app.surat.keep(letter, PDF, "dicetak")
        qtbot.waitUntil(lambda: line(page, "surat").row.act == "Catat tanda tangan…")
        view.act.click()
        signing = dialog(LetterSignDialog)
        signing.accept_button.click()
        qtbot.waitUntil(lambda: line(page, "surat").row.act == "Lampirkan pindaian…")
        view.click()
        assert navigate.went == [("letter", letter)]

    def test_a_request_is_opened_at_its_line(self, app, office, open_page, line, navigate) -> None:
        permohonan_id = app.permohonan.add(dataclasses.replace(REQUEST, diterima=TODAY))
        view = line(open_page(), "permohonan", "Antonius")
        assert view.row.state == "Sisa 10 hari kerja"
        view.click()
        assert navigate.went == [("permohonan", permohonan_id)]

    def test_an_answer_takes_the_unit_away(self, app, office, open_page, qtbot) -> None:
        berkas_id = begun(app, 0)
        carrying.ask(app, berkas_id, office.units[:2])
        page = open_page()
        app.permintaan.answer(app.permintaan.list(berkas_id)[0].id, Jawaban.NIHIL, TODAY)
        qtbot.waitUntil(lambda: titles(page, "unit") == ["Berkas", "Bidang 2"])

    def test_the_state_of_the_backups(self, app, office, open_page, qtbot, line, navigate) -> None:
        page = open_page()
        qtbot.waitUntil(lambda: bool(titles(page, "cadangan")))
        view = line(page, "cadangan")
        assert titles(page, "cadangan") == ["Belum ada cadangan"]
        view.act.click()
        assert navigate.went == [("backup_now",)]
        outcome = app.cadangan.job(Reason.DIMINTA).run()
        app.cadangan.finished(outcome)
        qtbot.waitUntil(lambda: line(page, "cadangan").row.detail == "Semuanya sudah dicadangkan.")
        assert line(page, "cadangan").row.title.startswith("Cadangan terakhir hari ini pukul")
        begun(app, 0)
        assert line(page, "cadangan").row.detail == "Ada perubahan yang belum dicadangkan."


class TestReading:
    def test_only_the_cards_are_read_before_the_first_paint(
        self, app, office, context, qtbot, monkeypatch
    ) -> None:
        berkas_id = begun(app, 20)
        carrying.ask(app, berkas_id, office.units)
        page = TodayPage(context)
        qtbot.addWidget(page)
        monkeypatch.setattr(page, "paintEvent", lambda _event: None)
        page.show()
        assert titles(page, "terlambat") == ["Berkas"]
        assert titles(page, "unit") == []

    def test_hidden_it_reads_nothing_until_it_is_seen_again(
        self, app, office, open_page, qtbot, monkeypatch
    ) -> None:
        page = open_page()
        page.hide()
        reads = []
        load = app.board.due
        monkeypatch.setattr(app.board, "due", lambda most: (reads.append(1), load(most))[1])
        begun(app, 20)
        begun(app, 21)
        QApplication.processEvents()
        assert reads == []
        page.show()
        qtbot.waitUntil(lambda: page.filled)
        assert len(reads) == 1
        assert headings(page)[0] == "Terlambat (2)"

    def test_one_act_with_many_changes_is_read_once(
        self, app, office, open_page, qtbot, monkeypatch
    ) -> None:
        page = open_page()
        reads = []
        load = app.board.due
        monkeypatch.setattr(app.board, "due", lambda most: (reads.append(1), load(most))[1])
        for days in (20, 21, 22):
            begun(app, days)
        qtbot.waitUntil(lambda: len(titles(page, "terlambat")) == 3)
        assert len(reads) == 1

    def test_another_day_is_read_anew(self, app, office, clock, open_page, qtbot) -> None:
        begun(app, 7)
        page = open_page()
        clock.day = TODAY + timedelta(days=1)
        page.check_day()
        assert page.head.title == "Selasa, 24 November 2026"
        assert headings(page)[0] == "Terlambat (1)"

    def test_a_new_page_loads_nothing_of_the_other_pages(self) -> None:
        code = (
            "import sys, ui.today.today_page\n"
            "print([name for name in sys.modules if name.startswith(('ui.berkas', 'ui.surat', "
            "'ui.register', 'ui.preview', 'ui.settings', 'ui.backup', 'sopapp.documents', "
            "'sopapp.domain.naskah', 'sopapp.services.hari_ini', 'ui.widgets.empty_state'))])"
        )
        done = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True, text=True, encoding="utf-8", cwd=ROOT, check=True,
            env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        )  # fmt: skip
        assert done.stdout.strip() == "[]"

    def test_every_label_is_plain_text(self, app, office, open_page) -> None:
        page = open_page()
        assert {label.textFormat() for label in page.findChildren(QLabel)} == {
            Qt.TextFormat.PlainText
        }


def qt_wait(page) -> None:
    """Let the changes come in and the page settle."""
    QApplication.processEvents()
    while not page.filled:
        QApplication.processEvents()
