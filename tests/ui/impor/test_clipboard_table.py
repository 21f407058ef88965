"""Tables as Word, Excel and browsers put them on the clipboard."""

from __future__ import annotations

import csv

import pytest
from PySide6.QtCore import QMimeData

from sopapp.domain.errors import DomainError
from ui.impor.clipboard_table import write_clipboard_table


@pytest.fixture
def rows_of(tmp_path):
    def rows(text: str = "", html: str = "") -> list[list[str]]:
        data = QMimeData()
        if text:
            data.setText(text)
        if html:
            data.setHtml(html)
        path = tmp_path / "tempelan.csv"
        write_clipboard_table(data, path)
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file))

    return rows


def test_tabs_and_line_ends_of_any_kind(rows_of):
    assert rows_of("No\tInformasi\r\n1\tData gaji\r\n") == [["No", "Informasi"], ["1", "Data gaji"]]


def test_a_cell_of_several_lines_from_excel(rows_of):
    assert rows_of('No\tIsi\n1\t"Satu\nDua"\n') == [["No", "Isi"], ["1", "Satu\nDua"]]


def test_a_table_of_word_is_read_rather_than_its_bare_text(rows_of):
    html = """<html><head><style>td {color: red}</style></head><body>
    <p>Daftar kami</p><table><tr><td><p class=MsoNormal>No<o:p></o:p></p></td>
    <td><p>Informasi yang
    dikecualikan</p></td></tr><tr><td><p>1</p></td><td><p>Data gaji</p><p>dan&nbsp;rekening</p>
    </td></tr></table></body></html>"""
    assert rows_of("No\n\tInformasi\n1\tx", html) == [
        ["No", "Informasi yang dikecualikan"],
        ["1", "Data gaji\ndan rekening"],
    ]


def test_cells_that_were_joined_keep_their_columns(rows_of):
    html = """<table><tr><th>No</th><th colspan=2>Konsekuensi</th><th>Unit</th></tr>
    <tr><td>1</td><td>a</td><td>b</td><td rowspan=2>Sekretariat</td></tr>
    <tr><td>2</td><td>c</td><td>d</td></tr></table>"""
    assert rows_of(html=html) == [
        ["No", "Konsekuensi", "", "Unit"],
        ["1", "a", "b", "Sekretariat"],
        ["2", "c", "d", "Sekretariat"],
    ]


def test_a_unit_over_several_rows_stands_in_each_of_them(rows_of):
    html = """<table><tr><th>Unit</th><th>Informasi</th></tr>
    <tr><td rowspan=3>Sekretariat</td><td>a</td></tr><tr><td>b</td></tr><tr><td>c</td></tr>
    <tr><td>Bidang</td><td>d</td></tr></table>"""
    assert rows_of(html=html)[1:] == [
        ["Sekretariat", "a"], ["Sekretariat", "b"], ["Sekretariat", "c"], ["Bidang", "d"],
    ]  # fmt: skip


def test_the_largest_table_is_taken(rows_of):
    html = """<table><tr><td>Kop</td><td>surat</td></tr></table>
    <table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table>"""
    assert rows_of(html=html) == [["a", "b"], ["1", "2"]]


def test_a_table_in_a_cell_is_words_of_that_cell(rows_of):
    html = """<table><tr><td>No</td><td>Informasi</td><td>Dasar</td></tr>
    <tr><td>1</td><td>Gaji<table><tr><td>x</td><td>y</td></tr></table>lagi</td><td>h</td></tr>
    </table>"""
    assert rows_of(html=html)[1] == ["1", "Gaji\nx y\nlagi", "h"]


def test_a_table_that_a_web_page_puts_in_a_layout_table(rows_of):
    html = """<table><tr><td>Menu</td><td><table><tr><th>a<th>b<tr><td>1<td>2</table></td></tr>
    </table>"""
    assert rows_of(html=html) == [["a", "b"], ["1", "2"]]


@pytest.mark.parametrize("text", ["", "Yth. Kepala Bidang", "satu baris\tsaja"])
def test_what_is_no_table_is_refused(rows_of, text):
    with pytest.raises(DomainError, match="tidak berisi tabel"):
        rows_of(text)


@pytest.mark.timeout(20)
@pytest.mark.parametrize("piece", ["<!--", "</", "<", "<!", "<?", "<td ", "<a b='", "<![CDATA["])
def test_a_megabyte_of_beginnings_is_read_at_once(rows_of, piece):
    rows = "<tr><td>satu</td><td>dua</td></tr>" * 2
    with pytest.raises(DomainError, match="tidak berisi tabel"):
        rows_of(html="<table><tr><td>" + piece * (1_000_000 // len(piece)))
    assert rows_of(html=f"<table>{rows}</table>{piece}") == [["satu", "dua"]] * 2


def test_a_sign_that_is_no_tag_stays_a_word(rows_of):
    rows = rows_of(html="<table><tr><td>a < b</td><td>2</td></tr><tr><td>c</td><td>3</td></tr>")
    assert rows[0] == ["a < b", "2"]
