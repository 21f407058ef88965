"""Pages that follow typing: what changed is drawn anew, what did not stays."""

from __future__ import annotations

import io

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication
from reportlab.pdfgen.canvas import Canvas

from tests.ui.preview.conftest import A4, F4_LANDSCAPE, make_pdf
from ui.preview.pdf_preview import PdfPreview
from ui.theme import DARK, LIGHT, make_palette

LONG = 30_000


def pages(*words: str, size: tuple[float, float] = A4) -> bytes:
    """One page per word, large at its middle."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for word in words:
        canvas.setPageSize(size)
        canvas.setFont("Helvetica", 60)
        canvas.drawString(80, size[1] / 2, word)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.fixture
def preview(qtbot) -> PdfPreview:
    preview = PdfPreview()
    qtbot.addWidget(preview)
    preview.resize(600, 900)
    preview.show()
    return preview


def show(qtbot, preview: PdfPreview, pdf: bytes, **how: bool) -> None:
    preview.show_pdf(pdf, **how)
    qtbot.waitUntil(lambda: preview.view.pictures.is_settled, timeout=LONG)


def image(preview: PdfPreview, page: int):
    return preview.view.pictures.image(page)


def test_only_the_page_that_changed_gets_another_picture(qtbot, preview):
    show(qtbot, preview, pages("satu", "dua"))
    first, second = image(preview, 0), image(preview, 1)
    told: list[int] = []
    preview.view.pictures.changed.connect(told.append)
    show(qtbot, preview, pages("satu", "tiga"), keep_place=True)
    assert image(preview, 0) is first
    assert image(preview, 1) is not second
    assert image(preview, 1) != second
    assert told == [1]


def test_the_old_picture_stays_until_the_new_one_is_drawn(qtbot, preview):
    show(qtbot, preview, pages("satu"))
    old = image(preview, 0)
    preview.show_pdf(pages("dua"), keep_place=True)
    assert image(preview, 0) is old
    qtbot.waitUntil(lambda: image(preview, 0) is not old, timeout=LONG)


def test_another_document_never_shows_pictures_of_the_last(qtbot, preview):
    show(qtbot, preview, pages("satu"))
    preview.show_pdf(pages("dua"))
    assert image(preview, 0) is None


def test_of_many_editions_the_last_one_is_shown(qtbot, preview):
    show(qtbot, preview, pages("akhir"))
    wanted = image(preview, 0).copy()
    for number in range(5):
        preview.show_pdf(pages(f"ke-{number}"), keep_place=True)
    show(qtbot, preview, pages("akhir"), keep_place=True)
    qtbot.waitUntil(lambda: image(preview, 0) == wanted, timeout=LONG)


def test_says_when_all_is_drawn(qtbot, preview):
    with qtbot.waitSignal(preview.drawn, timeout=LONG):
        preview.show_pdf(pages("satu"))
    assert image(preview, 0) is not None


def test_only_pictures_near_the_view_are_kept(qtbot, preview):
    show(qtbot, preview, pages(*(f"lembar {n}" for n in range(60))))
    most = 0
    for page in range(1, 61, 7):
        preview.go_to(page)
        qtbot.waitUntil(lambda: preview.view.pictures.is_settled, timeout=LONG)
        assert image(preview, page - 1) is not None
        most = max(most, preview.view.pictures.held_bytes)
    assert most < 5 * image(preview, preview.page - 1).sizeInBytes()
    assert image(preview, 0) is None


def test_the_largest_zoom_does_not_take_all_the_memory(qtbot, preview):
    show(qtbot, preview, pages("satu", size=(1200, 1700)))
    preview.view.zoom_to(99)
    qtbot.waitUntil(lambda: preview.view.pictures.is_settled, timeout=LONG)
    assert preview.zoom_percent == 500
    assert preview.view.pictures.held_bytes <= 100_000_000


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_pictures_have_the_pixels_of_the_screen(qtbot, preview, monkeypatch, ratio):
    monkeypatch.setattr(preview.view, "devicePixelRatioF", lambda: ratio)
    show(qtbot, preview, pages("satu"))
    sheet = preview.view._sheets[0]
    assert image(preview, 0).size() == QSize(
        round(sheet.width() * ratio), round(sheet.height() * ratio)
    )


def test_the_last_short_page_can_be_looked_at(qtbot, preview):
    show(qtbot, preview, make_pdf(A4, F4_LANDSCAPE))
    preview.go_to(2)
    assert preview.page == 2


def test_the_point_in_the_middle_stays_when_zooming(qtbot, preview):
    show(qtbot, preview, pages("a", "b", "c"))
    preview.go_to(2)
    preview.view.verticalScrollBar().setValue(preview.view.verticalScrollBar().value() + 200)
    middle = QPointF(preview.view.viewport().rect().center())
    before = preview.view._under(middle)
    preview.zoom_in()
    after = preview.view._under(middle)
    assert after[0] == before[0]
    assert after[1].y() == pytest.approx(before[1].y(), abs=0.01)


def test_the_wheel_scrolls_and_zooms_with_ctrl(qtbot, preview):
    show(qtbot, preview, pages("a", "b", "c"))
    place, zoom = preview.view.verticalScrollBar().value(), preview.zoom_percent
    wheel(preview, -120)
    assert preview.view.verticalScrollBar().value() > place
    assert preview.zoom_percent == zoom
    wheel(preview, 120, Qt.KeyboardModifier.ControlModifier)
    assert preview.zoom_percent > zoom


def wheel(preview, turn, keys=Qt.KeyboardModifier.NoModifier):
    at = preview.view.viewport().rect().center()
    event = QWheelEvent(
        QPointF(at), QPointF(preview.view.viewport().mapToGlobal(at)), QPoint(), QPoint(0, turn),
        Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(preview.view.viewport(), event)


def test_keys_go_through_the_pages(qtbot, preview):
    show(qtbot, preview, pages("a", "b", "c"))
    bar = preview.view.verticalScrollBar()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_PageDown):
        before = bar.value()
        qtbot.keyClick(preview.view, key)
        assert bar.value() > before
    qtbot.keyClick(preview.view, Qt.Key.Key_End)
    assert (bar.value(), preview.page) == (bar.maximum(), 3)
    qtbot.keyClick(preview.view, Qt.Key.Key_Home)
    assert (bar.value(), preview.page) == (0, 1)


def test_what_is_at_the_top_stays_when_the_window_is_resized(qtbot, preview):
    show(qtbot, preview, pages("a", "b", "c"))
    preview.go_to(2)
    preview.resize(420, 700)
    page, inside = preview.view._under(QPointF(0, 20))
    assert page == 1
    assert 0 <= inside.y() < 0.1


def test_a_screen_reader_hears_the_place(qtbot, preview):
    show(qtbot, preview, pages("a", "b"))
    preview.go_to(2)
    assert preview.view.accessibleName() == "Pratinjau surat"
    assert preview.view.accessibleDescription() == "Halaman 2 dari 2"


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_the_sheet_is_white_on_a_desk_in_the_themes_colour(qtbot, preview, look):
    preview.setPalette(make_palette(look))
    show(qtbot, preview, pages("satu"))
    picture = preview.view.viewport().grab().toImage()
    assert picture.pixelColor(4, 4) == QColor(look.border)
    assert picture.pixelColor(30, 30) == QColor("white")


def test_what_is_typed_is_on_the_screen(qtbot, preview):
    show(qtbot, preview, pages(""))
    blank = preview.view.viewport().grab().toImage()
    show(qtbot, preview, pages("kata"), keep_place=True)
    assert preview.view.viewport().grab().toImage() != blank


def test_later_pages_of_a_long_document_come_to_their_own_size(qtbot, preview, monkeypatch):
    """Of thousands of pages the sizes are asked for a part a turn."""
    sizes = [A4, A4, F4_LANDSCAPE, A4]
    show(qtbot, preview, make_pdf(*sizes))
    whole = preview.view.verticalScrollBar().maximum()

    monkeypatch.setattr("ui.preview.page_view._TOGETHER", 1)
    preview.show_pdf(make_pdf(*sizes, word="Lain"))
    assert preview.page_count == 4
    assert preview.view.verticalScrollBar().maximum() != whole  # all as large as the first yet
    qtbot.waitUntil(lambda: preview.view.verticalScrollBar().maximum() == whole)
