from __future__ import annotations

import pytest

from sopapp.documents.bilangan import bilangan, huruf, label_diktum
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
