"""What Word, Excel and a plain editor get from the clipboard."""

from __future__ import annotations

import csv
from html.parser import HTMLParser
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from ui.register.clipboard_table import clipboard_rows

HEADS = ("No.", "Informasi")


class Cells(HTMLParser):
    """Reads the rows of the one table."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._open = False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
            self._open = True
        elif tag == "br":
            self.rows[-1][-1] += "\n"

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self._open = False

    def handle_data(self, data):
        if self._open:
            self.rows[-1][-1] += data


def sheet(text: str) -> list[list[str]]:
    return list(csv.reader(StringIO(text), dialect="excel-tab"))


def test_one_row_comes_without_heads_several_with_them():
    one = clipboard_rows(HEADS, [("1", "A")])
    assert one.text() == "1\tA"
    two = clipboard_rows(HEADS, [("1", "A"), ("2", "B")])
    assert sheet(two.text()) == [list(HEADS), ["1", "A"], ["2", "B"]]
    assert Cells(two.html()).rows == [list(HEADS), ["1", "A"], ["2", "B"]]


def test_line_breaks_tabs_and_quotes_stay_in_their_cell():
    row = ("1", 'satu\ndua "tiga"\tempat')
    mime = clipboard_rows(HEADS, [row])
    assert sheet(mime.text()) == [list(row)]
    assert Cells(mime.html()).rows == [list(row)]


def test_text_that_looks_like_a_formula_or_markup_is_only_text():
    mime = clipboard_rows(HEADS, [("1", "=HYPERLINK(1)"), ("2", "<b>tebal</b> & lain")])
    assert sheet(mime.text())[1][1] == "'=HYPERLINK(1)"
    assert Cells(mime.html()).rows[1][1] == "'=HYPERLINK(1)"
    assert Cells(mime.html()).rows[2][1] == "<b>tebal</b> & lain"


CELL = st.text(st.sampled_from("ab\t\n\"'<&; 1"), max_size=8)


@given(st.lists(st.tuples(CELL, CELL), min_size=2, max_size=5))
def test_a_sheet_reads_back_what_was_copied(rows):
    expected = [[cell.strip() for cell in row] for row in rows]
    mime = clipboard_rows(HEADS, rows)
    assert sheet(mime.text())[1:] == expected
    assert Cells(mime.html()).rows[1:] == expected
