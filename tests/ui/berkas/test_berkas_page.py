"""The berkas page: where it stands, what is missing, and the moves."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sopapp.domain.berkas import StatusBerkas
from sopapp.domain.dik import Putusan
from tests.services import carrying
from tests.ui.berkas.conftest import TODAY
from ui.berkas.back_dialog import BackDialog
from ui.berkas.due_dialog import DueDialog
from ui.berkas.next_move import next_turn
from ui.berkas.stepper import StageState
from ui.widgets.icon_button import IconButton


def dialog_of(page, kind):
    """The open dialog of a kind."""
    found = [d for d in page.window().findChildren(kind) if d.isVisible()]
    assert len(found) == 1, found
    return found[0]


def settle():
    """Let Qt show what a layout has just taken in."""
    QApplication.processEvents()


def links(page):
    return [link.text() for link in page.missing.links]


def test_opens_at_the_stage_where_the_berkas_is(page, office):
    office.to_validation()
    page.resize(1400, 800)
    page.open(office.berkas_id)
    assert page.panel_number == 2
    assert page.header.title.text() == "Pemutakhiran DIK Tahun 2026"
    assert "Tahap 2 dari 5: Validasi" in page.header.where.text()
    assert page.stepper.button(1).mark.state is StageState.DONE
    assert page.stepper.button(2).mark.state is StageState.CURRENT
    assert page.stepper.button(3).mark.state is StageState.TODO


def test_says_what_comes_next_and_by_when(page, office):
    page.open(office.berkas_id)
    assert (
        page.header.advance.accessibleName() == "Lanjutkan: PPID Pembantu menandatangani Nota Dinas"
    )
    assert page.header.due.text() == "Tenggat 30 November 2026 · Sisa 5 hari kerja"


def test_lists_what_is_missing_and_leads_there(page, office, qtbot):
    office.to_validation()
    page.open(office.berkas_id, 1)
    assert page.panel_number == 1
    assert "2 usulan belum dinilai" in links(page)[0]
    page.missing.links[0].click()
    assert page.panel_number == 2


def test_missing_follows_every_write(page, office):
    page.open(office.berkas_id)
    assert links(page) == ["Belum ada unit kerja yang diminta."]
    office.app.permintaan.choose_units(
        office.berkas_id, [u.id for u in office.app.unit_kerja.list()]
    )
    assert "3 unit kerja belum mempunyai Nota Dinas bernomor." in links(page)


def test_an_incomplete_step_is_not_left_and_says_exactly_why(page, office, prompts):
    prompts.choose_missing = 0
    page.open(office.berkas_id, 3)
    page.header.advance.click()
    assert [lack.text for lack in prompts.missing] == ["Belum ada unit kerja yang diminta."]
    assert page.panel_number == 1
    assert office.stage == 1


def test_ctrl_enter_goes_on_and_the_page_follows_to_the_next_stage(page, office, qtbot):
    office.to_validation()
    for usulan in office.app.usulan.list(office.berkas_id):
        office.app.usulan.judge(usulan.id, Putusan.TERBUKA)
    page.open(office.berkas_id)
    settle()
    for _ in range(2):
        qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert office.stage == 3
    assert page.panel_number == 3


def test_the_keyboard_is_led_from_button_to_button(page, office):
    page.open(office.berkas_id)
    panel, app = page.panel(1), office.app
    panel.take_keyboard()
    assert page.focusWidget() is panel.empty.button
    app.permintaan.choose_units(office.berkas_id, [u.id for u in app.unit_kerja.list()])
    assert page.focusWidget() is panel.make_button
    panel.make_letters(per_unit=True)
    assert page.focusWidget() is panel.number_all_button
    for letter in app.surat.list(office.berkas_id):
        app.surat.set_number(letter.id, f"500/{letter.id}", TODAY)
    assert page.focusWidget() is panel.print_all_button


def filled(page):
    """The buttons that stand out, by their words."""
    shown = (b for b in page.findChildren(IconButton) if b.filled and b.isVisibleTo(page))
    return [button.text().replace("&", "") for button in shown]


def test_one_button_stands_out_and_it_is_the_next_to_press(page, office):
    page.open(office.berkas_id)
    app, panel = office.app, page.panel(1)
    assert filled(page) == ["Pilih unit kerja…"]
    app.permintaan.choose_units(office.berkas_id, [u.id for u in app.unit_kerja.list()])
    assert filled(page) == ["Buat Nota Dinas"]
    panel.make_letters(per_unit=True)
    assert filled(page) == ["Nomori semua…"]
    page.show_panel(2)
    assert filled(page) == []  # what is lacking is mended elsewhere
    for letter in app.surat.list(office.berkas_id):
        app.surat.set_number(letter.id, f"500/{letter.id}", TODAY)
        app.surat.keep(letter.id, b"%PDF-1.7", "dicetak")
    (move,) = filled(page)
    assert move.startswith("Lanjutkan")


def test_validating_stands_out_until_all_is_judged(page, office):
    office.to_validation()
    page.open(office.berkas_id)
    assert filled(page) == ["Uji konsekuensi…"]
    for each in office.app.usulan.list(office.berkas_id):
        office.app.usulan.judge(each.id, Putusan.TERBUKA)
    (move,) = filled(page)
    assert move.startswith("Lanjutkan")


def test_the_stage_is_said_as_far_as_what_is_to_be_done_leaves_room(page, office):
    page.resize(1400, 800)
    page.open(office.berkas_id)
    settle()
    head = page.header
    assert head.where.text() == "Tahap 1 dari 5: Permintaan"
    page.resize(860, 800)
    settle()
    assert not head.where.isVisibleTo(page)
    assert head.activity.width() > 0


def test_the_keyboard_stays_in_a_table(page, office):
    app = office.app
    app.permintaan.choose_units(office.berkas_id, [u.id for u in app.unit_kerja.list()])
    page.open(office.berkas_id)
    panel = page.panel(1)
    panel.table.setFocus()
    panel.make_letters(per_unit=True)
    assert page.focusWidget() is panel.table


def test_a_move_is_told_in_the_status_line(page, office, scan, prompts):
    said = []
    page.announced.connect(said.append)
    office.ask()
    page.open(office.berkas_id)
    page.advance()
    assert said == ["Berkas sekarang di tahap 1 pada PPID Pembantu."]
    page.advance()
    page.advance()  # no unit has answered yet
    assert said[1:] == ["Berkas sekarang di tahap 1 pada Unit Kerja."]


def test_the_end_is_told_in_the_status_line(page, office, scan):
    said = []
    page.announced.connect(said.append)
    office.to_documentation(scan)
    app = office.app
    app.dokumentasi.keep_list(office.berkas_id, b"%PDF-1.4 daftar")
    app.dokumentasi.publish(office.berkas_id, "Laman PPID", TODAY)
    app.dokumentasi.write_bundle(office.berkas_id)
    page.open(office.berkas_id)
    page.advance()
    assert said == ["Berkas selesai dan masuk ke Arsip."]


def test_only_stages_that_can_be_returned_to_are_offered(page, office, scan):
    office.to_update()
    page.open(office.berkas_id)
    page.send_back()
    assert _offered(dialog_of(page, BackDialog)) == [3, 2, 1]
    dialog_of(page, BackDialog).reject()
    office.app.dokumentasi.attach_scan(office.berkas_id, scan)
    office.app.dik.apply(office.berkas_id)
    assert page.header.back.isHidden()
    page.advance()
    assert page.header.back.isVisible()
    page.send_back()
    assert _offered(dialog_of(page, BackDialog)) == [4]


def _offered(dialog):
    return [dialog.tahap.itemData(row) for row in range(dialog.tahap.count())]


def test_sending_back_needs_a_reason_and_tells_it_afterwards(page, office):
    office.to_validation()
    page.open(office.berkas_id)
    page.header.back.click()
    dialog = dialog_of(page, BackDialog)
    dialog.accept_button.click()
    assert dialog.isVisible()
    assert "mengapa" in dialog.form.error_text("alasan").lower()
    dialog.alasan.setPlainText("Satu unit belum ditanya")
    dialog.accept_button.click()
    assert office.stage == 1
    assert page.sent_back.text == "Dikembalikan: Satu unit belum ditanya"


def test_a_cancelled_berkas_is_read_only_and_keeps_its_reason(page, office, prompts):
    prompts.text = "Digabung dengan berkas lain"
    office.ask()
    page.open(office.berkas_id)
    page.header.cancel_action.trigger()
    assert office.app.berkas.get(office.berkas_id).status is StatusBerkas.BATAL
    assert "Dibatalkan" in page.header.where.text()
    assert page.header.activity.text() == "Digabung dengan berkas lain"
    assert not page.header.advance.isVisible()
    assert not page.panel(1).answer_button.isEnabled()


def test_backing_out_of_cancelling_changes_nothing(page, office, prompts):
    prompts.text = None
    page.open(office.berkas_id)
    page.header.cancel_action.trigger()
    assert office.stage == 1


def test_renames(page, office, prompts):
    prompts.text = "Pemutakhiran DIK Semester II"
    page.open(office.berkas_id)
    page.header.rename.click()
    assert page.header.title.text() == "Pemutakhiran DIK Semester II"


def test_finishing_asks_first(page, office, scan, prompts):
    office.to_documentation(scan)
    app = office.app
    app.dokumentasi.keep_list(office.berkas_id, b"%PDF-1.4 daftar")
    app.dokumentasi.publish(office.berkas_id, "Laman", TODAY)
    app.dokumentasi.write_bundle(office.berkas_id)
    page.open(office.berkas_id)
    assert page.header.advance.text() == "Selesaikan berkas"
    prompts.yes = False
    page.header.advance.click()
    assert office.stage == 5
    prompts.yes = True
    page.header.advance.click()
    assert app.berkas.get(office.berkas_id).status is StatusBerkas.SELESAI
    assert "Selesai" in page.header.where.text()


def test_explains_the_due_date_day_by_day(page, office):
    page.open(office.berkas_id)
    page.header.why.click()
    dialog = dialog_of(page, DueDialog)
    counted = [dialog.days.index(i, 1).data() for i in range(dialog.days.rowCount())]
    assert counted == ["tidak", "hari ke-1", "hari ke-2", "hari ke-3", "hari ke-4", "tidak",
                       "tidak", "hari ke-5"]  # fmt: skip
    assert "Senin, 30 November 2026" in dialog.head.text()


def test_history_tells_the_way_and_every_write(page, office):
    office.to_validation()
    page.open(office.berkas_id, 0)
    view = page.panel(0)
    way = [view.way.index(i, 2).data() for i in range(view.way.rowCount())]
    assert way[1] == "Menandatangani Nota Dinas"
    events = [view.journal.index(i, 2).data() for i in range(view.journal.rowCount())]
    assert any("dimulai" in event for event in events)


def test_a_hidden_page_catches_up_when_it_is_shown(page, office):
    page.open(office.berkas_id)
    page.hide()
    office.app.berkas.rename(office.berkas_id, "Judul baru")
    page.show()
    assert page.header.title.text() == "Judul baru"


def test_changes_of_another_berkas_do_not_disturb(page, office):
    page.open(office.berkas_id)
    before = page.detail
    other = office.app.berkas.create("Lain", 2026, TODAY)
    office.app.berkas.rename(other, "Lain lagi")
    assert page.detail is before


def test_a_berkas_that_is_not_there_leads_back_to_the_board(page, office, prompts, navigate):
    page.open(4711)
    assert prompts.shown
    assert navigate.went == [("board",)]


def test_the_stages_are_walked_by_keyboard(page, office, qtbot):
    page.open(office.berkas_id)
    settle()
    first = page.stepper.button(1)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    second = page.stepper.button(2)
    assert page.focusWidget() is second
    qtbot.keyClick(second, Qt.Key.Key_Space)
    assert page.panel_number == 2


def test_a_double_click_on_lanjutkan_is_one_move(page, office, qtbot):
    office.ask()
    page.open(office.berkas_id)
    settle()
    before = office.app.berkas.get(office.berkas_id).card.step_index
    press = page.header.advance
    qtbot.mouseClick(press, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(press, Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(press, Qt.MouseButton.LeftButton)
    assert office.app.berkas.get(office.berkas_id).card.step_index == before + 1


def test_buka_puts_the_keyboard_on_what_mends_it(page, office, prompts):
    office.app.permintaan.choose_units(
        office.berkas_id, [u.id for u in office.app.unit_kerja.list()]
    )
    page.open(office.berkas_id)
    settle()
    panel = page.panel(1)
    panel.table.setFocus()
    page.missing.links[0].click()
    assert page.focusWidget() is panel.make_button
    panel.make_letters(per_unit=True)
    page.missing.links[0].click()
    assert page.focusWidget() is panel.number_all_button


def test_a_wide_window_has_room_for_the_whole_move(page, office):
    page.resize(1400, 800)
    page.open(office.berkas_id)
    settle()
    header = page.header
    assert header.advance.text() == header.advance.accessibleName()
    said = set()
    for width in range(1300, 600, -20):
        page.resize(width, 800)
        settle()
        said.add(header.advance.text())
    who, _what = next_turn(office.app.berkas.get(office.berkas_id))
    named = said - {"Lanjutkan"}
    assert len(named) > 1  # as much of what is done as there is room for
    assert all(text.startswith(f"Lanjutkan: {who} ") for text in named)  # never only who does it
    assert header.advance.text() == "Lanjutkan"


def test_the_next_move_never_pushes_the_title_into_a_second_line(page, office, qtbot):
    office.to_setting()
    page.open(office.berkas_id)
    page.show()
    header = page.header
    header.advance.setAccessibleName("Lanjutkan: " + "WAWANCARA MASYARAKAT " * 5)  # wide letters
    lines = header.title.fontMetrics().lineSpacing()
    for width in range(1000, 1500, 23):
        page.resize(width, 700)
        settle()
        assert header.title.height() < 2 * lines, width


def test_a_title_like_a_paragraph_leaves_room_for_the_work(page, office):
    whole = "Pemutakhiran Daftar Informasi Publik yang Dikecualikan " * 5 + "akhir"
    office.app.berkas.rename(office.berkas_id, whole)
    page.open(office.berkas_id)
    page.resize(850, 480)
    page.show()
    settle()
    title = page.header.title
    assert title.height() < 4 * title.fontMetrics().lineSpacing()
    assert title.text().endswith("…")
    assert title.toolTip() == title.accessibleName() == whole
    page.resize(6000, 480)
    settle()
    assert title.text().replace("\u200b", "") == whole
    assert title.toolTip() == ""


class TestALongRegister:
    """What the Keputusan lists is read a part a turn before its panel is shown."""

    @pytest.fixture
    def long(self, office, monkeypatch):
        monkeypatch.setattr("sopapp.services.daftar_cetak._TOGETHER", 1)
        unit = office.app.unit_kerja.list()[0].id
        rows = [(unit, carrying.complete(title)) for title in ("Satu", "Dua", "Tiga")]
        office.app.dik_awal.bring_in("SK/1", TODAY, rows)
        office.to_setting()
        office.app.keputusan.draft(office.berkas_id)
        return office

    def test_the_window_lives_meanwhile(self, page, long, qtbot):
        page.open(long.berkas_id)
        assert page.stack.currentWidget() is page.waiting
        assert page.header.isVisible()

        qtbot.waitUntil(lambda: page.stack.currentWidget() is page.panel(3))
        assert page.panel(3).draft_card.done
        assert page.panel(3).isAncestorOf(page.window().focusWidget())

        page.open(long.berkas_id)  # known now
        assert page.stack.currentWidget() is page.panel(3)

    def test_a_berkas_that_was_left_is_not_shown_later(self, page, long, qtbot):
        other = long.app.berkas.create("Lain", 2026, TODAY)
        page.open(long.berkas_id)
        page.open(other)
        shown = page.stack.currentWidget()
        qtbot.wait(20)

        assert page.stack.currentWidget() is shown is page.panel(1)
        assert page.panel(1).berkas_id == other

    def test_a_page_that_was_hidden_meanwhile_reads_it_when_it_comes_back(self, page, long, qtbot):
        page.open(long.berkas_id)
        page.hide()
        qtbot.wait(20)
        page.show()

        qtbot.waitUntil(lambda: page.stack.currentWidget() is page.panel(3))

    def test_what_became_of_the_register_is_read_a_part_a_turn_too(
        self, page, office, qtbot, tmp_path, monkeypatch
    ):
        monkeypatch.setattr("sopapp.services.dik._TOGETHER", 0)
        scan = tmp_path / "SK.pdf"
        scan.write_bytes(carrying.PDF)
        office.to_documentation(scan)
        page.open(office.berkas_id, 4)
        assert page.stack.currentWidget() is page.waiting

        qtbot.waitUntil(lambda: page.stack.currentWidget() is page.panel(4))
        assert "1 ditambahkan" in page.panel(4).changes.summary.text()
