"""Changed words as rich text: struck out or underlined, and coloured besides."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from sopapp.domain.beda_kata import Potongan, Tanda
from ui.theme import Tokens


def runs_html(runs: Iterable[Potongan], look: Tokens) -> str:
    """The runs as HTML for a label."""
    parts = []
    before = Tanda.SAMA
    for run in runs:
        # A new word right after the one that it replaces would read as one word.
        touching = before is Tanda.HAPUS and run.tanda is Tanda.TAMBAH
        parts.append(f" {_run(run, look)}" if touching else _run(run, look))
        before = run.tanda
    return "".join(parts)


def _run(run: Potongan, look: Tokens) -> str:
    text = escape(run.text).replace("\n", "<br>")
    if run.tanda is Tanda.HAPUS:
        return f'<s style="color: {look.danger}; background: {look.danger_tint}">{text}</s>'
    if run.tanda is Tanda.TAMBAH:
        return f'<u style="color: {look.ok}; background: {look.ok_tint}">{text}</u>'
    return text
