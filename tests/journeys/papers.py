"""Reading what was printed."""

from __future__ import annotations

from io import BytesIO

import pypdf


def text_of(pdf: bytes) -> str:
    """The words of all pages with single spaces."""
    pages = pypdf.PdfReader(BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def pages_of(pdf: bytes) -> int:
    """How many pages."""
    return len(pypdf.PdfReader(BytesIO(pdf)).pages)
