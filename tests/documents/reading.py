"""Reading a PDF back: text, words with their places, fonts."""

from __future__ import annotations

import io
import unicodedata

import pdfplumber
import pypdf

MM = 72 / 25.4


def page_texts(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def words(pdf: bytes) -> list[list[dict]]:
    """Return the words of each page with x0, x1, top, bottom in points from the top left."""
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return [page.extract_words() for page in document.pages]


def squeezed(text: str) -> str:
    """Return text without spaces, in one form for every way to write the same letter."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def embedded_fonts(pdf: bytes) -> dict[str, bool]:
    """Return each font of the file and whether its outlines are inside."""
    fonts = {}
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        for font in page["/Resources"]["/Font"].get_object().values():
            font = font.get_object()
            descriptor = font.get("/FontDescriptor")
            fonts[font["/BaseFont"]] = bool(descriptor and "/FontFile2" in descriptor.get_object())
    return fonts
