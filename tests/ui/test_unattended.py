"""A run that nobody watches neither waits nor passes over what it would have shown."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from sopapp.domain.errors import DomainError
from ui.errors import report, show
from ui.self_test import tell_failures
from ui.unattended import Unattended


def test_nothing_waits_and_everything_is_told(
    qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    prompts = Unattended()

    show(None, prompts, DomainError("Tanggal keliru."))
    report(None, prompts, KeyError("kunci"))
    answer = prompts.confirm(None, "Hapus?", "Hapus semua?", "&Hapus")

    assert not answer
    assert tell_failures(prompts.shown) == 1
    said = capsys.readouterr().err
    for word in ("Tanggal keliru.", "KeyError", "Hapus semua?"):
        assert word in said


def test_a_quiet_run_is_a_good_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert tell_failures([]) == 0
    assert capsys.readouterr().err == ""
