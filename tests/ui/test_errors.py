"""Each family of errors reaches the user in its own form."""

from __future__ import annotations

import logging
import sys

import pytest
from PySide6.QtWidgets import QLineEdit

from sopapp.domain.errors import DomainError, EnvironmentProblem, IncompleteError, Missing
from ui.errors import ExceptionHook, guard, show
from ui.widgets.form import FormPanel

LACK = Missing("unit_dipilih", "Belum ada unit kerja yang diminta.", 1)


def test_a_domain_error_is_told_in_plain_words(prompts):
    with guard(None, prompts) as outcome:
        raise DomainError("Judul berkas belum diisi.")
    assert prompts.shown == ["Judul berkas belum diisi."]
    assert not outcome.ok


def test_an_error_of_a_field_stands_under_that_field(qtbot, prompts):
    form = FormPanel()
    qtbot.addWidget(form)
    edit = form.add_row("judul", "&Judul", QLineEdit(), "Tampil pada kartu.")
    with guard(form, prompts, form=form):
        raise DomainError("Judul belum diisi.", field="judul")
    assert prompts.shown == []
    assert form.error_text("judul") == "Judul belum diisi."
    assert edit.accessibleName() == "Judul"
    assert edit.accessibleDescription() == "Galat: Judul belum diisi. Tampil pada kartu."
    form.clear_errors()
    assert form.error_text("judul") == ""
    assert edit.accessibleDescription() == "Tampil pada kartu."


def test_what_is_missing_is_listed_and_leads_there(prompts):
    prompts.choose_missing = 0
    went = []
    with guard(None, prompts, go=went.append):
        raise IncompleteError("Belum lengkap.", (LACK,))
    assert prompts.missing == (LACK,)
    assert went == [LACK]


def test_an_environment_problem_is_told_and_logged(prompts, caplog):
    with guard(None, prompts):
        raise EnvironmentProblem("Disk penuh. Kosongkan ruang.")
    assert prompts.shown == ["Disk penuh. Kosongkan ruang."]
    assert "Disk penuh" in caplog.text


def test_anything_else_passes_the_guard(prompts):
    with pytest.raises(ZeroDivisionError), guard(None, prompts):
        _ = 1 / 0


def test_the_report_has_versions_and_traceback(prompts, caplog):
    try:
        _ = 1 / 0
    except ZeroDivisionError as error:
        show(None, prompts, error)
    (details,) = prompts.shown
    assert "PySide6 6." in details
    assert "ZeroDivisionError" in details
    assert "test_errors.py" in details
    assert caplog.records[-1].levelno == logging.CRITICAL


def test_one_report_at_a_time(prompts, caplog, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    hook = ExceptionHook(prompts)
    hook.install()
    plain = prompts.report

    def report_and_fail_again(parent, title, text, details):
        plain(parent, title, text, details)
        sys.excepthook(ValueError, ValueError("kedua"), None)

    prompts.report = report_and_fail_again
    sys.excepthook(ValueError, ValueError("pertama"), None)
    assert len(prompts.shown) == 1
    assert "pertama" in prompts.shown[0]
    assert "kedua" in caplog.text
