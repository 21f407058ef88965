"""Letter numbers from a pattern, and the running number read back out of them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopapp.domain.errors import DomainError
from sopapp.domain.numbering import BLANK, NumberPattern

USUAL = NumberPattern("{klasifikasi}/{urut}/{unit}/{bulan_romawi}/{tahun}", "500.12", "UJI")
DAY = date(2026, 11, 23)


def test_the_usual_pattern() -> None:
    assert USUAL.text(7, DAY) == "500.12/7/UJI/XI/2026"
    assert USUAL.text(None, DAY) == f"500.12/{BLANK}/UJI/XI/2026"


def test_padding_and_the_month_in_digits() -> None:
    pattern = NumberPattern("{urut:3}.{bulan}.{tahun}", "", "")
    assert pattern.text(7, date(2026, 3, 1)) == "007.03.2026"
    assert pattern.text(1234, date(2026, 3, 1)) == "1234.03.2026"


@pytest.mark.parametrize(
    ("pola", "words"),
    [
        ("{klasifikasi}", "tepat satu kali"),
        ("{urut}/{urut}", "tepat satu kali"),
        ("{urut}/{nomer}", r"\{nomer\} yang tidak dikenal"),
        ("{urut}/{Tahun}", "tidak dikenal"),
        ("{urut}/{}", "tidak dikenal"),
        ("{urut:0}", "tidak dikenal"),
        ("{urut:5}", "tidak dikenal"),
        ("{urut:12}", "tidak dikenal"),
        ("{urut:x}", "tidak dikenal"),
        ("{tahun:2}/{urut}", "tidak dikenal"),
        ("{urut}/{tahun", "tidak berpasangan"),
        ("{urut}/tahun}", "tidak berpasangan"),
    ],
)
def test_a_pattern_that_cannot_be(pola: str, words: str) -> None:
    with pytest.raises(DomainError, match=words) as caught:
        NumberPattern(pola, "", "").check()
    assert caught.value.field == "pola"


@pytest.mark.parametrize("pola", ["{urut}", USUAL.pola, "{urut:4}-{unit}", "B/{urut:1}/{bulan}"])
def test_a_pattern_that_can(pola: str) -> None:
    NumberPattern(pola, "", "").check()


@pytest.mark.parametrize(
    ("nomor", "urut"),
    [
        ("500.12/7/UJI/XI/2026", 7),
        (" 500.12/007/uji/xi/2026 ", 7),
        ("600.1/7/LAIN/I/2025", 7),  # klasifikasi and unit were others then
        ("7", None),
        ("500.12/tujuh/UJI/XI/2026", None),
        ("500.12/7/UJI/XI/2026/2", None),
        ("", None),
    ],
)
def test_the_running_number_of_a_typed_number(nomor: str, urut: int | None) -> None:
    assert USUAL.urut_of(nomor) == urut


FIXED = st.sampled_from(["/", "-", ".", "", "(", "ND", "[a]*"])
OTHERS = st.lists(
    st.tuples(FIXED, st.sampled_from(["{klasifikasi}", "{unit}", "{bulan_romawi}", "{tahun}"])),
    max_size=3,
)
WORDS = st.text(st.sampled_from("PPID/.-500{}\\"), max_size=8)


@given(
    before=OTHERS,
    after=OTHERS,
    between=st.sampled_from(["/", "-", "."]),
    urut=st.integers(1, 99_999),
    width=st.sampled_from(["", ":1", ":3", ":4"]),
    klasifikasi=st.sampled_from(["500.12", "", "005/PPID", "a{b}"]),
    unit=WORDS,
    day=st.dates(date(2020, 1, 1), date(2099, 12, 31)),
)
def test_the_running_number_is_read_back(
    before: list[tuple[str, str]],
    after: list[tuple[str, str]],
    between: str,
    urut: int,
    width: str,
    klasifikasi: str,
    unit: str,
    day: date,
) -> None:
    head = "".join(token + fixed for fixed, token in before if token != "{unit}")
    tail = "".join(fixed + token for fixed, token in after if token != "{klasifikasi}")
    pattern = NumberPattern(
        f"{head}{between if head else ''}{{urut{width}}}{between if tail else ''}{tail}",
        klasifikasi,
        unit,
    )
    assert pattern.urut_of(pattern.text(urut, day)) == urut
