from __future__ import annotations

import pytest

from sopapp.documents.bilangan import bilangan, huruf, label_diktum, romawi
from sopapp.domain.errors import DomainError


@pytest.mark.parametrize(
    ("number", "label"),
    [
        (1, "KESATU"),
        (2, "KEDUA"),
        (10, "KESEPULUH"),
        (11, "KESEBELAS"),
        (12, "KEDUA BELAS"),
        (19, "KESEMBILAN BELAS"),
        (20, "KEDUA PULUH"),
        (21, "KEDUA PULUH SATU"),
        (99, "KESEMBILAN PULUH SEMBILAN"),
    ],
)
def test_decisions_are_labelled_in_words(number, label):
    assert label_diktum(number) == label


def test_the_first_decision_may_be_called_pertama_and_no_other_changes():
    labels = [label_diktum(number, pertama=True) for number in (1, 2, 11, 21)]
    assert labels == ["PERTAMA", "KEDUA", "KESEBELAS", "KEDUA PULUH SATU"]


@pytest.mark.parametrize(
    ("number", "figures"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (49, "XLIX"), (90, "XC")]
)
def test_lampiran_are_numbered_in_roman_figures(number, figures):
    assert romawi(number) == figures


def test_more_decisions_than_there_are_words_for_are_refused():
    with pytest.raises(DomainError, match="99 diktum"):
        label_diktum(100)


def test_considerations_go_on_after_z():
    assert [huruf(n) for n in (1, 2, 26, 27, 28, 52, 53)] == ["a", "b", "z", "aa", "ab", "az", "ba"]


@pytest.mark.parametrize(
    ("number", "words"), [(1, "1 (satu)"), (5, "5 (lima)"), (11, "11 (sebelas)")]
)
def test_amounts_have_figure_and_words(number, words):
    assert bilangan(number) == words
