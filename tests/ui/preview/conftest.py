"""PDFs to look at and a context without services."""

from __future__ import annotations

import io

import pytest
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from ui.context import UiContext

A4 = (210 * mm, 297 * mm)
F4 = (215 * mm, 330 * mm)
F4_LANDSCAPE = (330 * mm, 215 * mm)


def make_pdf(*sizes: tuple[float, float], word: str = "Halaman") -> bytes:
    """One page per size, each with a black bar at the top left and its number."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for number, size in enumerate(sizes, start=1):
        canvas.setPageSize(size)
        canvas.rect(20 * mm, size[1] - 30 * mm, 50 * mm, 10 * mm, fill=1)
        canvas.drawString(20 * mm, size[1] - 50 * mm, f"{word} {number}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.fixture
def context(qtbot, hub, tasks, prompts) -> UiContext:
    return UiContext(app=None, hub=hub, tasks=tasks, prompts=prompts, navigate=None)
