"""Rows of a table as the clipboard carries them into Word, Excel and plain text."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData

from sopapp.domain.progress import Progress, counted, no_progress
from sopapp.publication.harmless import harmless

_QUOTED = ("\t", "\n", "\r", '"')
# Excel reads the cells as text by this, so that 1-2 stays no date.
_STYLE = "td, th { mso-number-format: '\\@'; vertical-align: top; } br { mso-data-placement: same-cell; }"  # noqa: E501


def clipboard_rows(
    heads: Sequence[str], rows: Sequence[Sequence[str]], progress: Progress = no_progress
) -> QMimeData:
    """`rows` as tab-separated text and as an HTML table, with `heads` when there are several.

    Text that a spreadsheet would run as a formula carries an apostrophe before it. `progress`
    hears of the rows, and may stop it.
    """
    lines, marked = [], []
    for row in counted(rows, progress):
        safe = [harmless(_tidy(cell)) for cell in row]
        lines.append("\t".join(map(_quoted, safe)))
        marked.append("<tr>" + "".join(f"<td>{_cell(each)}</td>" for each in safe) + "</tr>")
    heads = heads if len(rows) > 1 else ()
    if heads:
        lines.insert(0, "\t".join(map(_quoted, heads)))
    mime = QMimeData()
    mime.setText("\n".join(lines))
    mime.setHtml(_html(heads, marked))
    return mime


def clipboard_cell(text: str) -> QMimeData:
    """One cell as plain text, just as it reads."""
    mime = QMimeData()
    mime.setText(text)
    return mime


def _tidy(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\u2028", "\n").strip()


def _quoted(text: str) -> str:
    if any(mark in text for mark in _QUOTED):
        return '"' + text.replace('"', '""') + '"'
    return text


def _html(heads: Sequence[str], rows: Sequence[str]) -> str:
    head = ""
    if heads:
        head = (
            "<thead><tr>" + "".join(f"<th>{_cell(each)}</th>" for each in heads) + "</tr></thead>"
        )
    return (
        f'<html><head><meta charset="utf-8"><style>{_STYLE}</style></head><body>'
        f'<table border="1" style="border-collapse: collapse">{head}<tbody>'
        f"{''.join(rows)}</tbody></table>"
        "</body></html>"
    )


def _cell(text: str) -> str:
    return escape(text).replace("\n", "<br>")
