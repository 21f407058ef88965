"""The page that holds the books."""

from __future__ import annotations

from ui.permohonan.permohonan_page import PermohonanPage
from ui.surat.surat_page import SuratPage


def test_tabs_are_made_when_opened_and_the_head_counts_theirs(qtbot, context, letters):
    page = SuratPage(context)
    qtbot.addWidget(page)
    assert page.tab_name == "agenda"
    assert page._head.note == "3 surat bernomor tahun 2026"
    assert set(page._made) == {"agenda"}
    page.open_tab("ekspedisi")
    assert page._head.note == "3 surat"
    page.open_tab("tidak ada")
    assert page.tab_name == "ekspedisi"
    assert page.may_leave()


def test_refused_requests_have_their_tab(qtbot, context, letters):
    page = SuratPage(context)
    qtbot.addWidget(page)
    assert page.topic == "surat"
    page.open_tab("penolakan")
    assert isinstance(page.tab, PermohonanPage)
    assert page._head.note == ""
    assert page.topic == "permohonan-ditolak"
