"""What comes along when a letter is pasted from Word or a web page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopapp.documents.rich_text import Run, marked
from ui.berkas.pasted_html import bare_text, text_of_html

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p {x: y}</style>
<!--[if gte mso 9]><xml>rahasia</xml><![endif]--></head><body lang=IN><!--StartFragment-->
<p class=MsoNormal style='mso-margin-top-alt:auto'>Dengan <b style='mso-bidi-font-weight:
normal'>hormat</b>,<span style='mso-spacerun:yes'>  </span>bersama <i>ini</i>.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:l0 level1 lfo1'>
<![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>
&nbsp;&nbsp;&nbsp; </span></span><![endif]>usulan baru</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]>
<span style='mso-list:Ignore'>2.<span>&nbsp;&nbsp; </span></span><![endif]>usulan <b>ubah</b></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='font-family:Symbol;
mso-list:Ignore'>&middot;<span>&nbsp; </span></span>berkas</p><!--EndFragment--></body></html>"""


def test_a_letter_from_word():
    assert text_of_html(WORD) == (
        "Dengan **hormat**, bersama *ini*.\n\n1. usulan baru\n2. usulan **ubah**\n- berkas"
    )


def test_a_list_field_gets_no_empty_lines():
    assert text_of_html("<p>satu</p><p>dua</p>", by_line=True) == "satu\ndua"


def test_a_web_page():
    page = (
        "<h2>Judul</h2><p>Teks <a href='x'>tautan</a> &amp; <em>miring</em><br>baris</p>"
        "<ol start=3><li>tiga<ul><li>dalam</li></ul></li><li>empat</li></ol>"
        "<ol type=a><li>huruf</ol><table><tr><td>A</td><td>B</td></tr></table>"
        "<img src='http://contoh/x.png'><script>alert('x')</script>"
    )
    assert text_of_html(page) == (
        "Judul\n\nTeks tautan & *miring*\nbaris\n\n3. tiga\n- dalam\n4. empat\na. huruf\n\nA B"
    )


def test_a_style_may_take_the_face_of_a_tag_away():
    google = "<b style='font-weight:normal'><span style='font-weight:700'>tebal</span> biasa</b>"
    assert text_of_html(google) == "**tebal** biasa"


def test_asterisks_of_the_source_stay_asterisks():
    text = text_of_html("<p>2 * 3, *penting*, <b>catatan *)</b></p>")
    assert marked(text) == (Run("2 * 3, *penting*, "), Run("catatan *)", bold=True))


@pytest.mark.parametrize(
    "hostile",
    ["<", "<b>", '<a "', "<!--", "<style>", "&", "&#9", "<ol><li>x", "</", "<![", "<p style='",
     "<b>*</b>", "&lt;b&gt;"],
)  # fmt: skip
def test_hostile_html_is_read_to_its_end(hostile):
    """A parser that looks back would take hours here; the test's own timeout is its judge."""
    text = text_of_html(hostile * (100_000 // len(hostile)))
    assert len(text) <= 100_000


def test_more_than_any_letter_loses_its_faces_and_then_all_but_its_words():
    long = text_of_html("<ol>" + "<li><b>kata</b></li>" * 15_000 + "</ol>")
    assert long.startswith("1. kata\n2. kata\n")
    longer = "<p><b>kata</b></p>" * 40_000
    assert text_of_html(longer) == ""
    assert bare_text(longer).split() == ["kata"] * 40_000


def test_a_number_without_end_is_no_character():
    assert text_of_html("<p>a&#" + "9" * 9000 + ";b</p>") == "ab"


@given(st.text(st.sampled_from("<>/bip!-&;# x\"'="), max_size=60))
def test_any_text_can_be_pasted(source):
    assert isinstance(text_of_html(source), str)
