"""Reading a PDF back: text, words with their places, fonts."""

from __future__ import annotations

import ctypes
import io
import unicodedata
from collections.abc import Iterator

import pypdf
import pypdfium2 as pdfium
import pypdfium2.raw as raw

MM = 72 / 25.4
_GAP = 3
"""Points: letters further apart begin another word, tops further apart another line."""
_TORN = {0x02: "-", 0xFFFE: "-"}
"""What PDFium says of the hyphen at the end of a line."""


def page_texts(pdf: bytes) -> list[str]:
    """Return the text of each page in the order it was drawn, a line to a line."""
    with pdfium.PdfDocument(pdf) as document:
        found = [page.get_textpage().get_text_range() for page in document]
    return [text.replace("\r\n", "\n").translate(_TORN) for text in found]


def words(pdf: bytes) -> list[list[dict]]:
    """Return the words of each page with x0, x1, top, bottom in points from the top left.

    From the top, a line from the left; a word is as high as its size, not as its ink.
    """
    with pdfium.PdfDocument(pdf) as document:
        return [_words(page) for page in document]


def _words(page: pdfium.PdfPage) -> list[dict]:
    found: list[dict] = []
    for line in _lines(sorted(_letters(page), key=lambda letter: letter[0])):
        word: dict = {}
        for top, x0, x1, bottom, text in sorted(line, key=lambda letter: letter[1]):
            if text.isspace():
                word = {}
            elif word and x0 <= word["end"] + _GAP:
                word["text"] += text
                word["x1"], word["end"] = max(word["x1"], x1), x1
                word["top"], word["bottom"] = min(word["top"], top), max(word["bottom"], bottom)
            else:
                word = {"text": text, "x0": x0, "x1": x1, "top": top, "bottom": bottom, "end": x1}
                found.append(word)
    return found


_Letter = tuple[float, float, float, float, str]


def _letters(page: pdfium.PdfPage) -> Iterator[_Letter]:
    """Top, x0, x1, bottom and character of each letter in the order they were drawn."""
    height = page.get_height()
    whole = page.get_textpage()
    text = whole.raw  # else asked of `whole` anew for each call
    box = raw.FS_RECTF()
    place = ctypes.byref(box)
    for index in range(whole.count_chars()):
        if raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        code = raw.FPDFText_GetUnicode(text, index)
        raw.FPDFText_GetLooseCharBox(text, index, place)
        size = raw.FPDFText_GetFontSize(text, index)
        bottom = height - box.bottom
        yield bottom - size, box.left, box.right, bottom, _TORN.get(code, chr(code))


def _lines(letters: list[_Letter]) -> Iterator[list[_Letter]]:
    """Letters sorted by their tops, divided where one stands lower than the one before."""
    line: list[_Letter] = []
    for letter in letters:
        if line and letter[0] > line[-1][0] + _GAP:
            yield line
            line = []
        line.append(letter)
    if line:
        yield line


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
