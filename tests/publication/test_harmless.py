"""What a spreadsheet would run as a formula gets an apostrophe, and only that."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopapp.publication.harmless import harmless, risky


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+62 380",
        "-2+3",
        "- butir pertama",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\nbaris",
        "  =1",
        "\u00a0=1",
        '"=1',
        "'=1",
        "“=1”",
        "\u200b=1",
        "\ufeff@x",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "﹦1",
        "−1",
        "|calc",
        "%0A",
    ],
)
def test_a_formula_in_any_disguise_is_risky(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["", "-", " - ", "Pasal 17", "a = b", "500.12/45", "(1) satu", "1-2", "é", "x@y.id"]
)
def test_ordinary_text_stays(text: str) -> None:
    assert harmless(text) == text


@given(st.text())
def test_nothing_that_comes_out_begins_as_a_formula(text: str) -> None:
    shown = harmless(text)
    assert shown[1:] == text if shown != text else not risky(text)
    first = shown.strip()[:1]
    assert shown.strip() == "-" or first not in {"=", "+", "-", "@"}
