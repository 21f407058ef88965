"""The contents page of a year's evidence: a page that opens in any browser, links to its files."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from sopapp.domain.bukti import INTERNAL, PUBLIK, Bagian, Bukti, DaftarIsi
from sopapp.domain.tanggal import tanggal
from sopapp.publication.html_page import fact, page, text

_STYLE = """\
.kurang { font-weight: 600; }
table { margin-bottom: 1.5rem; }
col.bukti { width: 32%; } col.file { width: 38%; }
h2 { font-size: 1.1rem; margin: 1.5rem 0 .4rem; }
a { color: var(--accent); overflow-wrap: anywhere; }
"""


def write_daftar_isi(isi: DaftarIsi) -> bytes:
    """Return the page, UTF-8."""
    return page(isi.judul, {"author": isi.instansi}, _body(isi), _STYLE)


def _body(isi: DaftarIsi) -> Iterator[str]:
    yield f'<p class="instansi">{text(isi.instansi)}</p>'
    yield f"<h1>{text(isi.judul)}</h1>"
    yield "<dl>"
    yield fact("Daftar menurut keadaan per", tanggal(isi.per_tanggal))
    yield fact("Dibuat tanggal", tanggal(isi.dibuat))
    yield fact("Ada", f"{len(isi.ada)} file")
    yield fact("Belum ada", f"{len(isi.kurang)} bukti" if isi.kurang else "tidak ada")
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
            yield f'<li class="kurang">{text(one.judul)}: {text(one.kurang)}</li>'
        yield "</ul>"
    for bagian in Bagian:
        own = (one for one in isi.bukti if one.bagian is bagian)
        lines = sorted(own, key=lambda one: not one.file)  # those with a file first
        if lines:
            yield f"<h2>{text(bagian.label)}</h2>"
            yield from _table(lines)


def _table(lines: list[Bukti]) -> Iterator[str]:
    yield "<table>"
    yield '<colgroup><col class="bukti"><col class="file"><col></colgroup>'
    yield (
        '<thead><tr><th scope="col">Bukti</th><th scope="col">File</th>'
        '<th scope="col">Keterangan</th></tr></thead>'
    )
    yield "<tbody>"
    for one in lines:
        file = f'<a href="{quote(one.file)}">{text(one.file)}</a>' if one.file else "–"
        lacks = f'<span class="kurang">Belum ada.</span> {text(one.kurang)}' if one.kurang else ""
        said = " ".join(part for part in (lacks, text(one.keterangan)) if part)
        yield f'<tr><th scope="row">{text(one.judul)}</th><td>{file}</td><td>{said}</td></tr>'
    yield "</tbody>"
    yield "</table>"
