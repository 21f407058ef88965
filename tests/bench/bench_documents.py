"""Time of our letters against bare ReportLab that prints the same text.

"Bare" is what a short script would do: the same fonts, paper, sizes and columns, one
Paragraph a text, one LongTable with a repeated head; no kop rules, no signature rules, no
check of characters. Run: python -m tests.bench.bench_documents
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from time import process_time
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Image, LongTable, Paragraph, SimpleDocTemplate

from sopapp.documents.build import build
from sopapp.documents.content import Keputusan, NotaDinas
from sopapp.documents.fonts import font_name
from sopapp.documents.places import places
from sopapp.documents.text import parse_body
from tests.documents.samples import KEPUTUSAN, NOTA_DINAS, daftar

_AIM = 1.3
_LINEAR, _STEP = 1.1, 25
_LETTERS = 100
_ROWS = 1000
_WIDTHS = (0.045, 0.19, 0.2, 0.165, 0.165, 0.11, 0.125)


def _bare_nota_dinas(letter: NotaDinas) -> bytes:
    family = letter.page.font
    style = ParagraphStyle("bare", fontName=font_name(family), fontSize=12, leading=13.8)
    bold = ParagraphStyle("bold", style, fontName=font_name(family, bold=True))
    # The title and the labels stand on the page without being part of the content.
    texts = ["NOTA DINAS", "Dari:|Tembusan:|Tanggal:|Nomor:|Sifat:|Lampiran:|Hal:"]
    texts += [text for place, text in places(letter) if text and not place.startswith("Isi")]
    texts += [block.text for block in parse_body(letter.body)]
    is_bold = {"NOTA DINAS", letter.kop.instansi, letter.signer.nama}
    story = [
        Paragraph(escape(part), bold if part in is_bold else style)
        for text in texts
        for part in text.split("|")
    ]
    return _bare([Image(BytesIO(letter.kop.logo or b""), 22 * mm, 26 * mm), *story], A4)


def _bare_keputusan(letter: Keputusan) -> bytes:
    font = font_name(letter.page.font)
    style = ParagraphStyle("bare", fontName=font, fontSize=12, leading=13.8)
    cell = ParagraphStyle("cell", fontName=font, fontSize=9, leading=10.8)
    head = [
        Paragraph(text, cell)
        for text in ("No.", "Informasi", "Dasar", "Dibuka", "Ditutup", "Jangka", "Unit")
    ]
    rows = [
        [
            Paragraph(f"{number}.", cell),
            Paragraph(escape(baris.informasi), cell),
            [Paragraph(escape(text), cell) for text in baris.dasar_hukum],
            Paragraph(escape(baris.dibuka), cell),
            Paragraph(escape(baris.ditutup), cell),
            Paragraph(escape(baris.jangka_waktu), cell),
            Paragraph(escape(baris.unit_kerja), cell),
        ]
        for number, baris in enumerate(letter.daftar, start=1)
    ]
    paper = landscape(A4)
    table = LongTable(
        [head, *rows],
        colWidths=[share * (paper[0] - 50 * mm) for share in _WIDTHS],
        repeatRows=1,
        style=[("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")],
    )
    texts = [t for p, t in places(replace(letter, daftar=())) if t]
    return _bare([*(Paragraph(escape(text), style) for text in texts), table], paper)


def _bare(story: list[object], paper: tuple[float, float]) -> bytes:
    buffer = BytesIO()
    SimpleDocTemplate(
        buffer, pagesize=paper, leftMargin=30 * mm, rightMargin=20 * mm, topMargin=20 * mm,
        bottomMargin=25 * mm, invariant=1,
    ).build(story)  # fmt: skip
    return buffer.getvalue()


def _best(work: Callable[[], object], rounds: int) -> float:
    """Return the shortest of some runs, seconds of the processor: others may be at work too."""
    times = []
    for _round in range(rounds):
        gc.collect()
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times)


def _ratio(ours: Callable[[], object], bare: Callable[[], object], rounds: int) -> float:
    """Ours against bare, turn about so that a busy moment of the machine touches both."""
    ours()
    bare()
    times = [(_best(ours, 1), _best(bare, 1)) for _round in range(rounds)]
    return min(time for time, _ in times) / min(time for _, time in times)


def _letters() -> list[NotaDinas]:
    """As many Nota Dinas as units would get, no two alike."""
    return [
        replace(
            NOTA_DINAS,
            nomor=f"500.12/{number:03}/UJI/XI/2026",
            yth=(f"Kepala Bidang Nomor {number}",),
        )
        for number in range(1, _LETTERS + 1)
    ]


def _progress(letter: Keputusan) -> list[int]:
    """How many rows were told of at each step."""
    told: list[int] = []
    build(letter, lambda done, _all: told.append(done))
    return told


def run() -> list[tuple[str, float, float]]:
    """Measure and return (name, figure, aim)."""
    letters = _letters()
    long, half = (replace(KEPUTUSAN, daftar=daftar(rows)) for rows in (_ROWS, _ROWS // 2))
    told = _progress(long)
    return [
        (
            f"{_LETTERS} Nota Dinas against bare ReportLab",
            _ratio(
                lambda: [build(letter) for letter in letters],
                lambda: [_bare_nota_dinas(letter) for letter in letters],
                3,
            ),
            _AIM,
        ),
        (
            f"lampiran of {_ROWS} rows against bare ReportLab",
            _ratio(lambda: build(long), lambda: _bare_keputusan(long), 3),
            _AIM,
        ),
        (
            f"lampiran of {_ROWS} rows against twice that of {_ROWS // 2}",
            _ratio(lambda: build(long), lambda: build(half), 3) / 2,
            _LINEAR,
        ),
        (
            f"rows of {_ROWS} drawn between two signs of progress, at most",
            max(later - former for former, later in pairwise((0, *told))),
            _STEP,
        ),
    ]


if __name__ == "__main__":
    for name, figure, aim in run():
        print(f"{name}: {figure:.2f} (aim {aim:g})")
