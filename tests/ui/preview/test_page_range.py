"""Page numbers as people write them."""

from __future__ import annotations

import pytest

from sopapp.domain.errors import DomainError
from ui.preview.page_range import page_range


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("1-3, 5", {1, 2, 3, 5}),
        ("2", {2}),
        ("4-", {4, 5, 6}),
        ("-2", {1, 2}),
        ("1;3", {1, 3}),
        (" 2 – 3 ,", {2, 3}),
        ("2,2,1-2", {1, 2}),
    ],
)
def test_ranges_are_read_as_meant(text, pages):
    assert page_range(text, 6) == pages


@pytest.mark.parametrize("text", ["", " , ", "-", "a", "1-2-3", "0", "7", "3-2", "5-7", "1.5"])
def test_what_is_no_page_is_refused_by_name(text):
    with pytest.raises(DomainError) as refused:
        page_range(text, 6)
    assert refused.value.field == "halaman"
