"""Keputusan (SK): title, considerations, legal basis, decisions, signature, copies, Lampiran.

Form of the decisions of a Kepala Dinas: title block without a full stop, label column with
colons under each other, markers hanging, text justified; the Lampiran follows in the same
file on landscape sheets and goes on with the page numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportlab.platypus import Flowable, NextPageTemplate, PageBreak, Spacer

from sopapp.documents.bilangan import huruf, label_diktum
from sopapp.documents.content import Keputusan
from sopapp.documents.flow import Column, Hanging, Mark, WithEnd
from sopapp.documents.headings import centered
from sopapp.documents.lampiran import lampiran
from sopapp.documents.letterhead import Letterhead
from sopapp.documents.page import About, area, page_template, write
from sopapp.documents.signature import signature
from sopapp.documents.table import Progress
from sopapp.documents.text import NBSP, one_line, parse_body, unbroken, with_ending
from sopapp.documents.typesetting import CENTER, JUSTIFY, LEFT, Type, balanced, paragraph
from sopapp.domain.tanggal import tanggal

_NUMBER = "- {} -"
# Shares of the width: label, colon, marker; the text takes the rest.
_LABEL, _COLON, _MARKER = 0.2, 0.025, 0.05
_WIDEST_LABEL = 0.28
_ITEM_GAP = 3.0
_PART_GAP = 8.0
# Room for a date that is written by hand.
_BLANK_DATE = NBSP * 24


def build_keputusan(letter: Keputusan, progress: Progress | None = None) -> bytes:
    """Return the PDF of a Keputusan with its Lampiran."""
    kind = Type(letter.page.font, letter.page.size)
    page = _Keputusan(letter, kind)
    story: list[Flowable] = [
        Letterhead(letter.kop),
        *page.title(),
        *page.grounds(),
        *page.decisions(),
        NextPageTemplate("lampiran"),
        PageBreak(),
        *lampiran(letter, kind, progress),
    ]
    templates = [
        page_template("keputusan", letter.page, _NUMBER),
        page_template("lampiran", letter.page, _NUMBER, landscape=True),
    ]
    about = About(
        title=f"Keputusan {letter.pejabat} tentang {letter.tentang}",
        author=letter.kop.instansi,
        subject=f"Keputusan Nomor {one_line(letter.nomor)}",
    )
    return write(story, templates, letter.page, about)


class _Keputusan:
    """The portrait part of one Keputusan."""

    def __init__(self, letter: Keputusan, kind: Type) -> None:
        self._letter = letter
        self._kind = kind
        inside = area(letter.page)
        self._width, self._height = inside.width, inside.height
        # Between a long label and its colon.
        self._gap = kind.size * 0.4
        self._label = self._label_width()
        self._colon = _COLON * self._width
        self._marker = _MARKER * self._width

    def _label_width(self) -> float:
        """Return the usual width, or more for labels as long as KEDELAPAN BELAS."""
        labels = [label_diktum(n) for n in range(1, len(self._letter.diktum) + 1)]
        widest = max(self._kind.width(label) for label in ("Memperhatikan", *labels))
        wanted = widest + self._gap
        return max(_LABEL * self._width, min(wanted, _WIDEST_LABEL * self._width))

    def title(self) -> list[Flowable]:
        """Title block and the line of the deciding official before Menimbang."""
        letter, kind = self._letter, self._kind
        pejabat = letter.pejabat.upper()
        tentang = letter.tentang.strip().rstrip(".").upper()
        gap = Spacer(1, kind.line * 0.8)
        lines = [self._centered(f"KEPUTUSAN {pejabat}")]
        if letter.selaku.strip():
            lines.append(self._centered(selaku(letter.selaku)))
        return [
            *lines,
            self._centered(unbroken(f"NOMOR : {letter.nomor}")),
            gap,
            self._centered("TENTANG"),
            gap,
            paragraph("\n".join(balanced(tentang, kind, self._width)), kind.but(align=CENTER)),
            gap,
            self._centered(f"{pejabat},"),
            gap,
        ]

    def _centered(self, text: str) -> Flowable:
        return centered(text, self._kind, self._width)

    def grounds(self) -> list[Flowable]:
        """Menimbang, Mengingat and, when there is any, Memperhatikan."""
        letter = self._letter
        mengingat = [with_ending(text, ";") for text in letter.mengingat]
        if letter.mengingat:
            # The full stop belongs to the place, not to the text that now stands last.
            mengingat[-1] = with_ending(letter.mengingat[-1].rstrip(" ;"), ".")
        return [
            *self._part("Menimbang", [with_ending(t, ";") for t in letter.menimbang], huruf),
            *self._part("Mengingat", mengingat, str),
            *self._part("Memperhatikan", [with_ending(t, ";") for t in letter.memperhatikan], str),
        ]

    def _part(
        self, label: str, texts: Sequence[str], marker: Callable[[int], str]
    ) -> list[Flowable]:
        """Return one labelled list; a single text stands without a marker."""
        rows: list[Flowable] = []
        for number, text in enumerate(texts, start=1):
            mark = f"{marker(number)}." if len(texts) > 1 else ""
            rows.append(self._row(label if number == 1 else "", text, mark))
        return rows

    def _row(self, label: str, text: str, marker: str = "", *, align: int = JUSTIFY) -> Hanging:
        gap = _PART_GAP if label else _ITEM_GAP
        kind = self._kind.but(
            align=align, before=gap, hang=self._marker if marker else 0.0
        )  # fmt: skip
        indent = self._label + self._colon
        column = self._width - indent
        body = paragraph(text.strip() or NBSP, kind, marker=marker, column=column)
        return Hanging(self._marks(label), indent, body)

    def _marks(self, label: str) -> tuple[Mark, ...]:
        if not label:
            return ()
        return (
            Mark(0, self._label - self._gap, paragraph(label, self._kind)),
            Mark(self._label, self._colon, paragraph(":", self._kind)),
        )

    def decisions(self) -> list[Flowable]:
        """MEMUTUSKAN, Menetapkan and the decisions, the last bound to signature and copies."""
        letter, kind = self._letter, self._kind
        subject = f"KEPUTUSAN {letter.pejabat} TENTANG {letter.tentang.strip().rstrip('.')}."
        heading = self._centered("MEMUTUSKAN :")
        heading.keepWithNext = True  # never the last line of a page
        rows: list[Flowable] = [
            Spacer(1, kind.line * 0.8),
            heading,
            # Words in capitals are long, so justified lines of them would gape.
            self._row("Menetapkan", subject.upper(), align=LEFT),
        ]
        for number, text in enumerate(letter.diktum, start=1):
            rows += self._decision(label_diktum(number), text)
        rows[-1] = WithEnd(rows[-1], self._end(), kind.line, self._height)
        return rows

    def _decision(self, label: str, text: str) -> list[Flowable]:
        """Return one decision; points inside it hang below its text."""
        rows: list[Flowable] = []
        for block in parse_body(with_ending(text, ".")):
            own = "" if rows else label
            row = self._row(own, block.text, block.marker)
            rows.append(row)
        return rows or [self._row(label, "")]

    def _end(self) -> Column:
        """Place, date, signature and copies."""
        letter, kind = self._letter, self._kind
        day = tanggal(letter.tanggal) if letter.tanggal else _BLANK_DATE
        place = (f"Ditetapkan di {letter.kota}", f"pada tanggal {day}")
        block = signature(letter.signer, kind, self._width, place)
        return Column([block, *self._copies()], 0, self._width, before=kind.line * 1.2)

    def _copies(self) -> list[Flowable]:
        texts = [text for text in self._letter.tembusan if text.strip()]
        if not texts:
            return []
        kind = self._kind
        rows: list[Flowable] = [paragraph("Tembusan:", kind.but(before=kind.line))]
        for number, text in enumerate(texts, start=1):
            ended = with_ending(text, "." if number == len(texts) else ";")
            if len(texts) == 1:
                rows.append(paragraph(ended, kind))
            else:
                rows.append(paragraph(ended, kind.but(hang=self._marker), marker=f"{number}."))
        return rows


def selaku(text: str) -> str:
    """Return the capacity line of a title: `SELAKU ...`."""
    capacity = text.strip().upper()
    return capacity if capacity.startswith("SELAKU") else f"SELAKU {capacity}"
