"""Names typed in capitals inside sentences."""

from __future__ import annotations

import pytest

from sopapp.domain.kapital import as_name


@pytest.mark.parametrize(
    ("typed", "set_as"),
    [
        ("DINAS PERINDUSTRIAN DAN PERDAGANGAN", "Dinas Perindustrian dan Perdagangan"),
        ("PEMERINTAH PROVINSI NUSA TENGGARA TIMUR", "Pemerintah Provinsi Nusa Tenggara Timur"),
        ("Dinas Kelautan dan Perikanan", "Dinas Kelautan dan Perikanan"),
        ("UPTD Balai Pengujian", "UPTD Balai Pengujian"),
        ("DISPERINDAG", "DISPERINDAG"),
        ("", ""),
    ],
)
def test_only_whole_capitals_are_set_anew(typed: str, set_as: str) -> None:
    assert as_name(typed) == set_as
