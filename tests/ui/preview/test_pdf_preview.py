"""The PDF widget."""

from __future__ import annotations

from tests.ui.preview.conftest import A4, F4_LANDSCAPE, make_pdf
from ui.preview.pdf_preview import PdfPreview


def shown(qtbot, pdf: bytes) -> PdfPreview:
    preview = PdfPreview()
    qtbot.addWidget(preview)
    preview.resize(700, 500)
    preview.show()
    preview.show_pdf(pdf)
    return preview


def test_shows_every_page_and_the_place(qtbot):
    preview = shown(qtbot, make_pdf(A4, A4, F4_LANDSCAPE))
    assert (preview.page, preview.page_count) == (1, 3)
    preview.go_to(3)
    assert preview.page == 3


def test_keeps_the_place_when_the_letter_changes_under_it(qtbot):
    preview = shown(qtbot, make_pdf(A4, A4, A4))
    bar = preview.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    preview.show_pdf(make_pdf(A4, A4, A4, word="Lembar"), keep_place=True)
    assert bar.value() == place > 0
    preview.show_pdf(make_pdf(A4, word="Lain"))
    assert bar.value() == 0


def test_zooms_in_steps_and_back_to_the_width(qtbot):
    preview = shown(qtbot, make_pdf(A4))
    fitted = preview.zoom_percent
    preview.zoom_in()
    assert preview.zoom_percent > fitted
    preview.real_size()
    assert preview.zoom_percent == 100
    preview.fit_width()
    assert preview.zoom_percent == fitted


def test_says_so_when_the_bytes_are_not_a_pdf(qtbot):
    preview = shown(qtbot, b"bukan pdf")
    assert "tidak dapat ditampilkan" in preview.message
    assert preview.page_count == 0


def test_a_message_takes_the_place_of_the_pages(qtbot):
    preview = shown(qtbot, make_pdf(A4))
    preview.show_message("Huruf ini tidak ada di font.")
    assert preview.message == "Huruf ini tidak ada di font."
    assert preview.data == b""


def test_a_page_that_just_fits_is_as_wide_as_one_that_does_not(qtbot):
    """Else the scroll bar and the fitted width chase each other, and the window stands still."""
    preview = shown(qtbot, make_pdf(F4_LANDSCAPE))
    widths = set()
    for height in range(420, 640, 5):
        preview.resize(700, height)
        widths.add(preview.view.viewport().width())
    assert len(widths) == 1
