"""Working days: the rule, the office's own days, and what they move."""

from __future__ import annotations

from datetime import date

from sopapp.services.libur import LiburKantor
from tests.services import carrying


def texts(model, column):
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_the_rule_is_stored_and_moves_the_board(page, open_tab, app, office):
    carrying.start(app)
    tab = open_tab("libur")
    tab.count_start_day.setChecked(True)
    tab.workweek.setCurrentIndex(1)
    assert page.save()
    assert app.setting.work().workweek == 6
    assert app.board.load().cards[0].due == date(2026, 11, 27)


def test_the_decreed_days_of_a_year_are_listed(open_tab):
    tab = open_tab("libur")
    assert "2026 sudah ditetapkan" in tab.status.text()
    names = texts(tab.state_model, 1)
    assert len(names) == 25
    assert "Libur nasional: Hari Raya Natal" in names
    assert any(name.startswith("Cuti bersama") for name in names)
    tab.year.setValue(2031)
    assert "masih perkiraan" in tab.status.text()


def test_an_office_day_is_added_after_showing_what_moves(open_tab, app, office):
    carrying.start(app, "Pemutakhiran 2026")
    tab = open_tab("libur")
    tab.add_button.click()
    dialog = tab.dialog
    dialog.date.set_day(date(2026, 11, 26))
    assert dialog.weekday.text() == "Kamis"
    assert "Pemutakhiran 2026, tahap 1: 30 November 2026 → 1 Desember 2026" in dialog.shifts.text()
    dialog.date.set_day(date(2026, 12, 26))
    assert "Tidak ada tenggat" in dialog.shifts.text()
    dialog.date.set_day(date(2026, 11, 26))
    dialog.reason.setText("Hari raya setempat")
    dialog.save()
    assert app.libur.list() == (LiburKantor(date(2026, 11, 26), False, "Hari raya setempat"),)
    assert texts(tab.office_model, 2) == ["Hari raya setempat"]
    assert app.board.load().cards[0].due == date(2026, 12, 1)


def test_a_day_without_a_reason_is_refused_at_its_field(open_tab, app):
    tab = open_tab("libur")
    tab.open_day(None)
    tab.dialog.save()
    assert "Alasan belum diisi" in tab.dialog.form.error_text("alasan")
    assert tab.dialog.isVisible()
    assert app.libur.list() == ()


def test_moving_a_day_leaves_no_twin(open_tab, app):
    app.libur.save(LiburKantor(date(2026, 11, 26), False, "Libur setempat"))
    tab = open_tab("libur")
    tab.open_day(tab.office_model.row(0))
    assert tab.dialog.reason.text() == "Libur setempat"
    tab.dialog.date.set_day(date(2026, 11, 27))
    tab.dialog.works.setChecked(True)
    tab.dialog.save()
    assert app.libur.list() == (LiburKantor(date(2026, 11, 27), True, "Libur setempat"),)


def test_removing_a_day_tells_what_moves(open_tab, app, office):
    app.libur.save(LiburKantor(date(2026, 11, 26), False, "Libur setempat"))
    carrying.start(app)
    tab = open_tab("libur")
    tab.office.choose(date(2026, 11, 26))
    tab.remove_button.click()
    assert "1 Desember 2026 → 30 November 2026" in tab.dialog.shifts.text()
    assert len(app.libur.list()) == 1
    tab.dialog.remove_button.click()
    assert app.libur.list() == ()
    assert not tab.remove_button.isEnabled()


def test_what_is_shown_before_saving_is_what_the_board_says_after(app, office):
    carrying.start(app)
    days = [date(2026, 11, 25), date(2026, 11, 28), date(2026, 12, 1), date(2026, 11, 23)]
    for day in days:
        for works in (True, False):
            before = app.board.load().cards[0].due
            shifts = app.libur.shifts(None, LiburKantor(day, works, ""))
            app.libur.save(LiburKantor(day, works, "x"))
            after = app.board.load().cards[0].due
            assert (shifts[0].baru if shifts else before) == after
            app.libur.remove(day)


def test_edits_of_the_rule_survive_a_new_day(page, open_tab, app):
    tab = open_tab("libur")
    tab.count_start_day.setChecked(True)
    app.libur.save(LiburKantor(date(2026, 11, 26), False, "Libur"))
    assert tab.count_start_day.isChecked()
    assert page.edited
    assert tab.office_model.rowCount() == 1
