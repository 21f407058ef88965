"""The frame of a page that any browser opens: no script, nothing from outside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from sopapp.domain.teks_berkas import teks_berkas
from sopapp.publication.page_style import PAGE_STYLE

# Even a text that slipped through could run nothing and fetch nothing.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def page(title: str, about: Mapping[str, str], body: Iterator[str], style: str = "") -> bytes:
    """The page, UTF-8; `about` are its meta names, `body` is HTML, `style` adds to the common."""
    return ("\n".join(_lines(title, about, body, style)) + "\n").encode("utf-8")


def text(words: str) -> str:
    """Words as HTML that shows them."""
    return escape(teks_berkas(words))


def fact(name: str, content: str) -> str:
    """A line of a `dl`; `content` is HTML."""
    return f'<div><dt>{name}</dt><dd dir="auto">{content}</dd></div>'


def _lines(title: str, about: Mapping[str, str], body: Iterator[str], style: str) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield '<html lang="id">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield from (f'<meta name="{name}" content="{text(words)}">' for name, words in about.items())
    yield f"<title>{text(title)}</title>"
    yield f"<style>\n{PAGE_STYLE}{style}</style>"
    yield "</head>"
    yield "<body>"
    yield from body
    yield "</body>"
    yield "</html>"
