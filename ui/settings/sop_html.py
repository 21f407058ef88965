"""The SOP as a sheet that can be read, out of the same values that run the board."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from html import escape

from sopapp.domain.sop import Sop, SopHead, Stage
from sopapp.domain.tanggal import tanggal

_BLANK = "–"


def sop_html(sop: Sop) -> str:
    """Head, laws, lists, stages and steps; every text is escaped."""
    parts = [
        f"<h1>{escape(sop.head.nama)}</h1>",
        _table(None, _head_rows(sop.head)),
        "<h2>Dasar hukum</h2>",
        _list("ol", (law.teks for law in sop.dasar_hukum)),
        "<h2>Keterkaitan</h2>",
        _list("ol", sop.keterkaitan),
        "<h2>Peringatan</h2>",
        _list("ul", sop.peringatan),
        "<h2>Pencatatan dan pendataan</h2>",
        _list("ul", sop.pencatatan),
        f"<h2>Tahap ({sop.total_hari_kerja} hari kerja)</h2>",
        _table(
            ("No.", "Tahap kegiatan", "Kelengkapan", "Hari kerja", "Hasil"),
            (_stage_row(stage) for stage in sop.stages),
        ),
        "<h2>Langkah di tiap tahap</h2>",
    ]
    for stage in sop.stages:
        parts.append(f"<h3>{stage.number}. {escape(stage.short_name)}</h3>")
        parts.append(_list("ol", (f"{sop.lane_name(s.lane)}: {s.activity}" for s in stage.steps)))
    return "".join(parts)


def _head_rows(head: SopHead) -> tuple[tuple[str, str], ...]:
    def day(value: date | None) -> str:
        return tanggal(value) if value else ""

    return (
        ("Instansi", f"{head.pemerintah}, {head.instansi}"),
        ("Nomor SOP", head.nomor),
        ("Tanggal pembuatan", day(head.tanggal_pembuatan)),
        ("Tanggal revisi", day(head.tanggal_revisi)),
        ("Tanggal efektif", day(head.tanggal_efektif)),
        ("Disahkan oleh", ", ".join(filter(None, (head.disahkan_jabatan, head.disahkan_nama)))),
        ("NIP", head.disahkan_nip),
        ("Pengawas", head.pengawas),
        ("Kontak/telepon", head.kontak),
        ("Peralatan/perlengkapan", head.peralatan),
    )


def _stage_row(stage: Stage) -> tuple[str, ...]:
    return (
        str(stage.number),
        stage.name,
        stage.kelengkapan,
        str(stage.hari_kerja),
        stage.output,
    )


def _list(kind: str, items: Iterable[str]) -> str:
    lines = "".join(f"<li>{escape(item)}</li>" for item in items)
    return f"<{kind}>{lines}</{kind}>" if lines else f"<p>{_BLANK}</p>"


def _table(head: tuple[str, ...] | None, rows: Iterable[tuple[str, ...]]) -> str:
    top = "".join(f"<th align='left'>{escape(cell)}</th>" for cell in head or ())
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell) or _BLANK}</td>" for cell in row) + "</tr>"
        for row in rows
    )
    return f"<table>{f'<thead><tr>{top}</tr></thead>' if head else ''}{body}</table>"
