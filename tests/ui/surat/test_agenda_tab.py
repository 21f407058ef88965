"""The Buku Agenda on screen."""

from __future__ import annotations

from datetime import date

import openpyxl
import pytest
from PySide6.QtCore import Qt

from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.numbering import Penomoran
from sopapp.domain.progress import Cancelled
from sopapp.services.nomor_luar import CatatanLuar
from tests.conftest import TODAY
from tests.services import carrying
from tests.ui.surat.conftest import cells, dialog_of, shown
from ui.berkas.panel_numbers import SURAT
from ui.preview.preview_dialog import PreviewDialog
from ui.surat.agenda_tab import AgendaTab
from ui.surat.hand_over_dialog import HandOverDialog
from ui.surat.letter_sign_dialog import LetterSignDialog
from ui.surat.outside_dialog import OutsideDialog
from ui.widgets.table_paint import PADDING


def outside(app, urut: int, day: date = TODAY) -> int:
    nomor = app.agenda._parts.pattern(JenisNaskah.NOTA_DINAS).text(urut, day)
    noted = CatatanLuar(JenisNaskah.NOTA_DINAS, perihal="Undangan rapat")
    return app.nomor_luar.record(Penomoran(nomor, day), noted)


def rows(tab: AgendaTab) -> list[str]:
    return cells(tab.model, "No.")


def choose(tab: AgendaTab, *numbers: str) -> None:
    """Choose rows, whatever keys another test left pressed."""
    tab.table.clearSelection()
    model = tab.table.selectionModel()
    flags = model.SelectionFlag.Select | model.SelectionFlag.Rows
    for number in numbers:
        model.setCurrentIndex(tab.model.index(rows(tab).index(number), 0), flags)


def test_the_newest_letter_stands_first(agenda):
    assert rows(agenda) == ["3", "2", "1"]
    assert cells(agenda.model, "Tujuan")[0] == "Kepala Bidang 3"
    assert set(cells(agenda.model, "Keadaan")) == {"Dicetak"}
    assert agenda.count_words() == "3 surat bernomor tahun 2026"


def test_typing_narrows_at_once(qtbot, agenda):
    agenda.filter_bar.search.setText("kepala 12/2/")
    qtbot.waitUntil(lambda: rows(agenda) == ["2"])
    agenda.filter_bar.search.setText("tidak ada yang begini")
    qtbot.waitUntil(lambda: rows(agenda) == [])
    assert agenda.stack.currentWidget() is agenda.stack.no_hit
    agenda.filter_bar.clear_button.click()
    assert rows(agenda) == ["3", "2", "1"]


def test_choices_narrow_and_the_year_turns_the_book(agenda, app, office):
    outside(app, 1, date(2025, 5, 5))
    bar = agenda.filter_bar
    assert [bar.year.itemText(n) for n in range(bar.year.count())] == ["2026", "2025"]
    bar.unit.set_value(office.units[0])
    bar.unit.picked.emit()
    assert rows(agenda) == ["1"]
    assert cells(agenda.model, "Tujuan") == ["Kepala Bidang 1"]
    bar.clear()
    bar.year.setCurrentIndex(1)
    assert cells(agenda.model, "Keadaan") == ["Di luar program"]
    assert agenda.filter_bar.value().year == 2025


def test_gaps_are_told_below_the_book(qtbot, agenda, app):
    assert not agenda.gaps.isVisible()
    outside(app, 7)
    qtbot.waitUntil(lambda: agenda.gaps.isVisible())
    assert agenda.gaps.text() == "Nomor yang belum dipakai tahun 2026: Nota Dinas 4–6."


def test_a_void_letter_is_struck_through_but_not_its_reason(agenda, app, letters, prompts):
    choose(agenda, "2")
    prompts.text = "Salah alamat"
    agenda.void_button.click()
    at = rows(agenda).index("2")
    titles = [column.title for column in agenda.model.columns]
    struck = {
        title: agenda.model.look(agenda.model.index(at, column))[2]
        for column, title in enumerate(titles)
    }
    assert struck["Nomor surat"]
    assert not struck["Keterangan"]
    assert agenda.model.look(agenda.model.index(at, titles.index("Keadaan")))[1] == "danger"
    assert cells(agenda.model, "Keterangan")[at] == "BATAL: Salah alamat"
    assert "tetap di buku" in prompts.shown[-1]


def test_no_reason_no_void(agenda, app, letters, prompts):
    choose(agenda, "2")
    prompts.text = None
    agenda.void_button.click()
    assert set(cells(agenda.model, "Keadaan")) == {"Dicetak"}


def test_buttons_follow_the_choice(agenda, app, letters, tmp_path):
    buttons = (
        agenda.open_button, agenda.preview_button, agenda.scan_button, agenda.hand_button,
        agenda.void_button,
    )  # fmt: skip
    assert not any(each.isEnabled() for each in buttons)
    choose(agenda, "1")
    assert all(each.isEnabled() for each in buttons)
    choose(agenda, "1", "2")
    assert [each.isEnabled() for each in buttons] == [False, False, False, True, False]
    app.surat.sign(letters[0], carrying.scan_file(tmp_path))
    choose(agenda, "1")
    assert [each.isEnabled() for each in buttons] == [True, True, True, True, False]
    assert cells(agenda.model, "Keadaan")[-1] == "Diarsipkan"
    assert cells(agenda.model, "Pindai")[-1] == "Ada"


def test_a_number_used_elsewhere_is_only_noted(agenda, app, prompts):
    outside(app, 4)
    choose(agenda, "4")
    assert not agenda.preview_button.isVisible()
    assert agenda.edit_button.isEnabled()
    assert not agenda.scan_button.isEnabled()
    agenda.edit_button.click()
    dialog = dialog_of(agenda, OutsideDialog)
    dialog.tujuan.setText("Sekretaris Daerah")
    dialog.accept_button.click()
    assert cells(agenda.model, "Tujuan")[0] == "Sekretaris Daerah"
    choose(agenda, "4")
    agenda.void_button.click()
    assert cells(agenda.model, "Keadaan")[0] == "BATAL"


def test_numbers_used_elsewhere_are_recorded_in_a_row(agenda, app):
    agenda.outside_button.click()
    dialog = dialog_of(agenda, OutsideDialog)
    assert dialog.nomor.text() == app.nomor.propose(JenisNaskah.NOTA_DINAS, TODAY)
    words = [dialog.seperti.itemText(n) for n in range(dialog.seperti.count())]
    assert words == ["Nota Dinas", "Berita Acara", "Keputusan", "Surat keluar"]
    dialog.beberapa.setChecked(True)
    dialog.urut.setText("2, 6 sampai 8")
    dialog.perihal.setText("Undangan")
    dialog.accept_button.click()
    assert "2 tahun 2026 sudah dipakai" in dialog.form.error_text("urut")
    dialog.urut.setText("6 sampai 8")
    dialog.accept_button.click()
    assert rows(agenda)[:3] == ["8", "7", "6"]


def test_what_the_number_was_for_is_asked_beside_its_field(agenda):
    agenda.record_outside()
    dialog = dialog_of(agenda, OutsideDialog)
    dialog.accept_button.click()
    assert dialog.form.error_text("perihal")
    assert len(rows(agenda)) == 3
    dialog.watch(lambda: None)
    dialog.reject()


def test_several_letters_are_handed_over_at_once(agenda, app):
    choose(agenda, "1", "3")
    agenda.hand_button.click()
    dialog = dialog_of(agenda, HandOverDialog)
    assert not dialog.kepada.isVisible()
    dialog.accept_button.click()
    sent = dict(zip(rows(agenda), cells(agenda.model, "Tgl. kirim"), strict=True))
    assert sent == {"1": "23 Nov 2026", "2": "", "3": "23 Nov 2026"}
    kepada = [line.kepada for line in app.ekspedisi.of_day(TODAY) if line.id]
    assert sorted(kepada) == ["Kepala Bidang 1", "Kepala Bidang 3"]


def test_one_act_from_the_scan_does_all(agenda, app, letters, tmp_path):
    choose(agenda, "1")
    agenda.scan_button.click()
    dialog = dialog_of(agenda, LetterSignDialog)
    dialog.scan.set_path(carrying.scan_file(tmp_path))
    dialog.accept_button.click()
    assert cells(agenda.model, "Keadaan")[-1] == "Diarsipkan"
    assert app.surat.get(letters[0]).ditandatangani
    assert app.surat.scan(letters[0]) is not None


def test_enter_shows_the_letter(qtbot, agenda, berkas, navigate, tasks):
    choose(agenda, "1")
    qtbot.keyClick(agenda.table, Qt.Key.Key_Return)
    preview = dialog_of(agenda, PreviewDialog)
    qtbot.waitUntil(lambda: not tasks.busy, timeout=20_000)
    preview.reject()
    agenda.open_button.click()
    assert navigate.went == [("berkas", berkas, SURAT)]


def test_sorting_by_the_day_reads_no_line(agenda, monkeypatch):
    model = agenda.model
    model.sort(1, Qt.SortOrder.AscendingOrder)
    assert rows(agenda) == ["1", "2", "3"]
    model.sort(3, Qt.SortOrder.DescendingOrder)
    assert cells(model, "Tujuan") == ["Kepala Bidang 3", "Kepala Bidang 2", "Kepala Bidang 1"]
    model.sort(-1)
    assert rows(agenda) == ["3", "2", "1"]


def test_the_book_is_written_as_it_is_filtered(qtbot, agenda, prompts, tmp_path, tasks):
    prompts.file = tmp_path / "buku.xlsx"
    agenda.filter_bar.search.setText("kepala 12/2/")
    qtbot.waitUntil(lambda: rows(agenda) == ["2"])
    agenda.export_button.click()
    qtbot.waitUntil(lambda: agenda.notice.text.startswith("Tersimpan"), timeout=20_000)
    sheet = openpyxl.load_workbook(prompts.file).active
    texts = [str(cell.value) for row in sheet for cell in row if cell.value is not None]
    assert "Kepala Bidang 2" in texts
    assert "Kepala Bidang 1" not in texts


def test_a_book_that_is_stopped_half_way_is_not_written(agenda, prompts, tmp_path, stop_work):
    prompts.file = tmp_path / "buku.xlsx"
    agenda.export_button.click()
    stop_work()
    assert agenda.notice.text == "Dibatalkan. Tidak ada file yang ditulis."
    assert list(tmp_path.glob("*.xlsx")) == []


def test_a_file_that_cannot_be_written_is_told(qtbot, agenda, prompts, tmp_path):
    prompts.file = tmp_path / "tidak ada" / "buku.xlsx"
    agenda.export_button.click()
    qtbot.waitUntil(lambda: any("tidak dapat ditulis" in text for text in prompts.shown),
                    timeout=20_000)  # fmt: skip
    assert agenda.notice.text == ""


def test_an_empty_book_offers_to_record_a_number(qtbot, context, office):
    tab = shown(qtbot, AgendaTab(context))
    assert not tab.stack.shows_list
    tab.stack.empty.button.click()
    dialog_of(tab, OutsideDialog).reject()


@pytest.mark.parametrize("hidden", [True, False])
def test_a_book_out_of_sight_reads_when_it_is_seen_again(agenda, app, hidden):
    agenda.setVisible(not hidden)
    outside(app, 4)
    agenda.show()
    assert rows(agenda)[0] == "4"


def test_a_kind_and_a_state_are_chosen_by_keys(qtbot, agenda):
    for combo in (agenda.filter_bar.jenis, agenda.filter_bar.keadaan):
        qtbot.keyClick(combo, Qt.Key.Key_Down)
        assert agenda.filter_bar.narrows
        qtbot.keyClick(combo, Qt.Key.Key_Home)
        assert rows(agenda) == ["3", "2", "1"]


def test_a_book_whose_reading_is_ended_is_neither_printed_nor_written(agenda, prompts, tmp_path,
                                                                      monkeypatch):  # fmt: skip
    def ended(_tasks, _page, _words, _work):
        raise Cancelled

    monkeypatch.setattr("ui.surat.agenda_output.with_progress", ended)
    prompts.file = tmp_path / "buku.xlsx"
    agenda.print_button.click()
    assert "Tidak ada yang dicetak" in agenda.notice.text
    assert agenda.window().findChildren(PreviewDialog) == []
    agenda.export_button.click()
    assert "Tidak ada file yang ditulis" in agenda.notice.text
    assert not prompts.file.exists()


@pytest.mark.parametrize("width", [700, 1900])
def test_a_date_and_a_code_are_never_cut_and_a_wide_window_is_for_words(agenda, width):
    table = agenda.table
    table.resize(width, 300)
    titles = [column.title for column in agenda.model.columns]
    widths = {titles[column]: table.columnWidth(column) for column in table.shown_columns()}
    assert ("Kode" in widths) is (width > 1500)  # it stands at the head of the number too
    for title, text in (("Tgl. surat", "28 Agu 2026"), ("Kode", "500.12.3")):
        assert title not in widths or (
            widths[title] >= table.fontMetrics().horizontalAdvance(text) + PADDING
        )
    if width > 1500:
        assert widths["Perihal"] > widths["Nomor surat"] > 2 * widths["Tgl. kirim"]
