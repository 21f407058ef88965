"""PDFs to look at and a context without services."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from ui.changes import ChangeHub
from ui.context import UiContext
from ui.tasks import Tasks

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


@dataclass
class FakePrompts:
    """Answers prepared beforehand, messages recorded."""

    save_to: Path | None = None
    told: list[str] = field(default_factory=list)

    def save_file(self, parent, title, suggested, filters):
        self.suggested = suggested
        return self.save_to

    def warn(self, parent, title, text):
        self.told.append(text)

    def report(self, parent, title, text, details):
        self.told.append(details)


@pytest.fixture
def context(qtbot) -> Iterator[UiContext]:
    tasks = Tasks()
    yield UiContext(app=None, hub=ChangeHub(), tasks=tasks, prompts=FakePrompts(), navigate=None)
    tasks.wait()
