"""The commands are named as this PC has them."""

from __future__ import annotations

import sys

import pytest

from sopapp.called import as_called
from sopapp.cli.commands import main
from sopapp.paths import RESOURCES
from ui.guide.contents import read_guide

TEXT = "Jalankan `python -m sopapp periksa FOLDER` atau `python main.py --contoh`."


def test_a_checkout_has_python() -> None:
    assert as_called(TEXT) == TEXT


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)


@pytest.mark.usefixtures("built")
def test_an_office_pc_has_the_two_programs() -> None:
    assert as_called(TEXT) == "Jalankan `sop-dik-cli periksa FOLDER` atau `sop-dik --contoh`."


@pytest.mark.usefixtures("built")
def test_help_complaints_and_guide_name_what_can_be_typed() -> None:
    said: list[str] = []
    main(["--help"], said.append, said.append)
    main(["keliru"], said.append, said.append)
    said += [topic.text for topic in read_guide(RESOURCES / "panduan").topics]

    assert "sop-dik-cli" in "".join(said)
    assert not [text for text in said if "python " in text]
