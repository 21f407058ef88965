"""The contents page of a year's evidence: a page that opens in any browser, links to its files."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from urllib.parse import quote

from sopapp.domain.bukti import INTERNAL, PUBLIK, Bagian, Bukti, DaftarIsi
from sopapp.domain.tanggal import tanggal
from sopapp.domain.teks_berkas import teks_berkas
from sopapp.publication.page_style import PAGE_STYLE

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_STYLE = """\
.kurang { font-weight: 600; }
table { margin-bottom: 1.5rem; }
col.bukti { width: 32%; } col.file { width: 38%; }
h2 { font-size: 1.1rem; margin: 1.5rem 0 .4rem; }
a { color: var(--accent); overflow-wrap: anywhere; }
"""


def write_daftar_isi(isi: DaftarIsi) -> bytes:
    """Return the page, UTF-8."""
    return ("\n".join(_page(isi)) + "\n").encode("utf-8")


def _page(isi: DaftarIsi) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield '<html lang="id">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{_text(isi.judul)}</title>"
    yield f"<style>\n{PAGE_STYLE}{_STYLE}</style>"
    yield "</head>"
    yield "<body>"
    yield f'<p class="instansi">{_text(isi.instansi)}</p>'
    yield f"<h1>{_text(isi.judul)}</h1>"
    yield "<dl>"
    yield _fact("Daftar menurut keadaan per", tanggal(isi.per_tanggal))
    yield _fact("Dibuat tanggal", tanggal(isi.dibuat))
    yield _fact("Ada", f"{len(isi.ada)} file")
    yield _fact("Belum ada", f"{len(isi.kurang)} bukti" if isi.kurang else "tidak ada")
    yield "</dl>"
    yield (
        f"<p>Folder <strong>{PUBLIK}</strong> boleh diumumkan apa adanya. Folder "
        f"<strong>{INTERNAL}</strong> untuk kantor dan penilai: memuat nama, NIP, dan data "
        "pemohon.</p>"
    )
    if isi.kurang:
        yield "<h2>Yang masih kurang</h2>"
        yield "<ul>"
        for one in isi.kurang:
            yield f'<li class="kurang">{_text(one.judul)}: {_text(one.kurang)}</li>'
        yield "</ul>"
    for bagian in Bagian:
        own = (one for one in isi.bukti if one.bagian is bagian)
        lines = sorted(own, key=lambda one: not one.file)  # those with a file first
        if lines:
            yield f"<h2>{_text(bagian.label)}</h2>"
            yield from _table(lines)
    yield "</body>"
    yield "</html>"


def _fact(name: str, content: str) -> str:
    return f"<div><dt>{name}</dt><dd>{_text(content)}</dd></div>"


def _table(lines: list[Bukti]) -> Iterator[str]:
    yield "<table>"
    yield '<colgroup><col class="bukti"><col class="file"><col></colgroup>'
    yield (
        '<thead><tr><th scope="col">Bukti</th><th scope="col">File</th>'
        '<th scope="col">Keterangan</th></tr></thead>'
    )
    yield "<tbody>"
    for one in lines:
        file = f'<a href="{quote(one.file)}">{_text(one.file)}</a>' if one.file else "–"
        said = one.keterangan
        state = f'<span class="kurang">Belum ada.</span> {_text(one.kurang)}' if one.kurang else ""
        yield (
            f'<tr><th scope="row">{_text(one.judul)}</th><td>{file}</td>'
            f"<td>{state}{_text(said)}</td></tr>"
        )
    yield "</tbody>"
    yield "</table>"


def _text(text: str) -> str:
    return escape(teks_berkas(text))
