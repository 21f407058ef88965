"""Papers, and what is offered when a printer lacks the one that is needed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QPageSize

from ui.preview.paper_choice import A4, Paper, choices, page_size, paper_of

MM = 72 / 25.4
F4 = Paper("F4", 215.0, 330.0)
LEGAL = Paper("Legal", 215.9, 355.6)
LETTER = Paper("Letter", 215.9, 279.4)


def known(*papers: Paper) -> list[tuple[Paper, QPageSize]]:
    return [(paper, page_size(paper)) for paper in papers]


def offered(paper: Paper, *papers: Paper, **more) -> list[str]:
    return [each.label for each in choices(paper, known(*papers), **more).choices]


@pytest.mark.parametrize(
    ("width", "height", "label"),
    [
        (210, 297, "A4 (210 × 297 mm)"),
        (297, 210, "A4 (210 × 297 mm)"),
        (215, 330, "F4 (215 × 330 mm)"),
        (210, 330, "Folio (210 × 330 mm)"),
        (200, 300.5, "200 × 300,5 mm"),
    ],
)
def test_a_page_tells_its_paper(width, height, label):
    assert paper_of(width * MM, height * MM).label == label


def test_a_printer_that_has_the_paper_asks_nothing():
    found = choices(F4, known(A4, F4))
    assert [each.label for each in found.choices] == ["Ukuran sebenarnya"]
    assert found.warning == ""


def test_a_printers_own_folio_of_inches_is_f4():
    inches = Paper("Folio (8.5 x 13 in)", 215.9, 330.2)
    found = choices(F4, known(A4, LEGAL, inches))
    assert found.warning == ""
    assert found.choices[0].sheet == page_size(inches)
    assert found.choices[0].scale == 1.0


def test_a_printer_that_tells_no_papers_asks_nothing():
    assert choices(F4, []).warning == ""


def test_f4_on_a_printer_with_a4_and_legal_leaves_the_choice():
    found = choices(F4, known(A4, LETTER, LEGAL))
    assert "tidak mengenal kertas F4 (215 × 330 mm)" in found.warning
    assert [(each.label, each.scale) for each in found.choices] == [
        ("Cetak ukuran sebenarnya pada kertas F4 (pilih kertas 215 × 330 mm pada pencetak)", 1.0),
        ("Cetak ukuran sebenarnya pada kertas Legal (215,9 × 355,6 mm), rata kiri atas", 1.0),
        ("Perkecil ke A4 (90%)", 0.9),
    ]


def test_without_legal_it_is_not_offered():
    assert [each[:8] for each in offered(F4, A4)] == ["Cetak uk", "Perkecil"]


def test_a_printer_without_a4_makes_it_smaller_to_its_usual_paper():
    assert offered(F4, LETTER, usual=LETTER)[-1] == "Perkecil ke Letter (84%)"


def test_a_paper_larger_than_the_printer_takes_is_not_offered():
    a3 = Paper("", 297.0, 420.0)
    found = choices(a3, known(A4, LEGAL), largest=LEGAL)
    assert "lebih besar daripada yang dapat dimuat" in found.warning
    assert [each.label for each in found.choices] == ["Perkecil ke A4 (70%)"]


papers = st.builds(
    Paper, st.just(""), st.floats(100, 300).map(round), st.floats(150, 450).map(round)
).filter(lambda paper: paper.width <= paper.height)


@given(papers, st.lists(papers, max_size=5))
def test_nothing_is_made_smaller_unasked_and_what_is_fits(paper, others):
    found = choices(paper, known(*others, A4))
    assert found.choices[0].scale == 1.0
    for each in found.choices:
        sheet = each.sheet.size(QPageSize.Unit.Millimeter)
        if each.key != "asli":
            assert paper.width * each.scale <= sheet.width() + 1.1
            assert paper.height * each.scale <= sheet.height() + 1.1
        if each.scale != 1.0:
            assert f"({round(each.scale * 100)}%)" in each.label
