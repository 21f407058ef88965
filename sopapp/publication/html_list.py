"""The public list as one page that any web site can host: no script, nothing from outside.

A real table for screen readers, stacked rows on a phone, a sheet of its own for print. The
roles repeat what the elements mean, because a browser forgets it when CSS stacks the rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html import escape

from sopapp.domain.daftar_terbuka import NIHIL, BarisTerbuka, DaftarTerbuka
from sopapp.domain.progress import Progress, counted, no_progress
from sopapp.domain.tanggal import tanggal
from sopapp.publication.html_page import fact, page

# Head, and the share of the width in per cent.
_COLUMNS = (
    ("No.", 5),
    ("Informasi", 18),
    ("Dasar hukum", 19),
    ("Konsekuensi bila dibuka", 17),
    ("Konsekuensi bila ditutup", 17),
    ("Jangka waktu", 11),
    ("Unit kerja", 13),
)
_STROKE = re.compile(r"(?<=\w)/(?=\w)")


def write_html(value: DaftarTerbuka, progress: Progress = no_progress) -> bytes:
    """Return the page, UTF-8."""
    about = {"author": value.instansi, "description": f"{value.sumber} {value.keadaan}"}
    return page(value.judul, about, _body(value, progress))


def _body(value: DaftarTerbuka, progress: Progress) -> Iterator[str]:
    yield "<header>"
    yield f'<p class="instansi" dir="auto">{escape(value.instansi)}</p>'
    yield f'<h1 dir="auto">{escape(value.judul)}</h1>'
    yield "<dl>"
    yield fact("Keputusan", f"Nomor {escape(value.nomor_keputusan)}")
    yield fact("Tanggal Keputusan", _time(value.tanggal_keputusan))
    yield fact("Keadaan per tanggal", _time(value.per_tanggal))
    yield fact("Jumlah informasi", str(len(value.baris) or NIHIL))
    yield "</dl>"
    yield "</header>"
    yield "<main>"
    yield from _table(value, progress)
    yield "</main>"
    yield "<footer>"
    yield from (f'<p dir="auto">{escape(text)}</p>' for text in value.catatan)
    yield f'<p dir="auto">{escape(value.sumber)}</p>'
    yield f"<p>Ditulis tanggal {_time(value.ditulis)}.</p>"
    yield "</footer>"


def _time(day: date) -> str:
    return f'<time datetime="{day.isoformat()}">{tanggal(day)}</time>'


def _table(value: DaftarTerbuka, progress: Progress) -> Iterator[str]:
    yield '<table role="table">'
    yield f"<caption>Informasi yang dikecualikan, keadaan {_time(value.per_tanggal)}</caption>"
    yield "<colgroup>"
    yield "".join(f'<col style="width:{share}%">' for _head, share in _COLUMNS)
    yield "</colgroup>"
    yield '<thead role="rowgroup"><tr role="row">'
    yield "".join(f'<th scope="col" role="columnheader">{head}</th>' for head, _share in _COLUMNS)
    yield "</tr></thead>"
    yield '<tbody role="rowgroup">'
    if not value.baris:
        told = f"{NIHIL}. Tidak ada informasi yang dikecualikan menurut {escape(value.keputusan)}."
        cell = f'<td role="cell" colspan="{len(_COLUMNS)}">{told}</td>'
        yield f'<tr class="nihil" role="row">{cell}</tr>'
    for number, baris in enumerate(counted(value.baris, progress), start=1):
        yield from _row(number, baris)
    yield "</tbody>"
    yield "</table>"


def _row(number: int, baris: BarisTerbuka) -> Iterator[str]:
    heads = [head for head, _share in _COLUMNS]
    yield f'<tr role="row" id="no-{number}">'
    yield f'<td role="cell" class="nomor">{number}</td>'
    yield f'<th scope="row" role="rowheader" dir="auto">{_breakable(baris.informasi)}</th>'
    cells = (
        _grounds(baris.dasar_hukum),
        escape(baris.dibuka),
        escape(baris.ditutup),
        escape(baris.jangka_waktu),
        escape(baris.unit_kerja),
    )
    for head, content in zip(heads[2:], cells, strict=True):
        yield f'<td role="cell" data-label="{head}" dir="auto">{content}</td>'
    yield "</tr>"


def _breakable(text: str) -> str:
    """`text` with a place to break after a stroke, where browsers would break inside a word."""
    return _STROKE.sub("/<wbr>", escape(text))


def _grounds(texts: tuple[str, ...]) -> str:
    if len(texts) < 2:
        return "".join(escape(text) for text in texts)
    points = "".join(f'<li dir="auto">{escape(text)}</li>' for text in texts)
    return f'<ol type="a">{points}</ol>'
