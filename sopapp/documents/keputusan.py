"""Keputusan (SK): title, considerations, legal basis, decisions, signature, copies, Lampiran.

Form of the decisions of a Kepala Dinas: title block without a full stop, label column with
colons under each other, markers hanging, text justified; the Lampiran follow in the same file
on sheets of their own and go on with the page numbers. A copy (Salinan) says so above the kop,
has `ttd.` for the signature and is vouched for at its end.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportlab.platypus import Flowable, Spacer

from sopapp.documents.bilangan import huruf, label_diktum
from sopapp.documents.body import signed
from sopapp.documents.content import Keputusan
from sopapp.documents.flow import Column, Hanging, Mark, WithEnd
from sopapp.documents.headings import centered
from sopapp.documents.lampiran import lampiran, lampiran_pages
from sopapp.documents.letterhead import Letterhead
from sopapp.documents.page import About, area, page_template, write
from sopapp.documents.rich_text import ended
from sopapp.documents.signature import copied_signature, signature
from sopapp.documents.text import NBSP, one_line, parse_body, unbroken, with_ending
from sopapp.documents.typesetting import (
    CENTER,
    JUSTIFY,
    LEFT,
    RIGHT,
    Type,
    balanced,
    paragraph,
    rich,
)
from sopapp.domain.progress import Progress, no_progress
from sopapp.domain.tanggal import tanggal

_NUMBER = "- {} -"
# Shares of the width: label, colon, marker; the text takes the rest.
_LABEL, _COLON, _MARKER = 0.2, 0.025, 0.05
_WIDEST_LABEL, _WIDEST_WORD = 0.28, 0.4
_ITEM_GAP = 3.0
_PART_GAP = 8.0
# Room for a date that is written by hand.
_BLANK_DATE = NBSP * 24


def build_keputusan(letter: Keputusan, progress: Progress = no_progress) -> bytes:
    """Return the PDF of a Keputusan with its Lampiran."""
    kind = Type(letter.page.font, letter.page.size)
    page = _Keputusan(letter, kind)
    story: list[Flowable] = [
        *page.mark(),
        Letterhead(letter.kop, letter.page.font),
        *page.title(),
        *page.grounds(),
        *page.decisions(),
        *lampiran(letter, progress),
    ]
    templates = [
        page_template("keputusan", letter.page, _NUMBER),
        *lampiran_pages(letter, _NUMBER),
    ]
    prefix = "Salinan " if letter.salinan else ""
    about = About(
        title=f"{prefix}Keputusan {letter.pejabat} tentang {letter.tentang}",
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
        self._marker = max(_MARKER * self._width, kind.marker_width(self._markers()))

    def _label_width(self) -> float:
        """Return the usual width, or more for labels as long as KEDELAPAN BELAS.

        A label of several words may take several lines, a single word may not.
        """
        decisions = [self._diktum(n) for n in range(1, len(self._letter.diktum) + 1)]
        labels = [self._name("Memperhatikan"), *decisions]
        words = {word for label in labels for word in label.split()}
        widest = max(self._kind.width(label) for label in labels) + self._gap
        word = max(self._kind.width(word) for word in words) + self._gap
        usual = max(_LABEL * self._width, min(widest, _WIDEST_LABEL * self._width))
        return max(usual, min(word, _WIDEST_WORD * self._width))

    def _markers(self) -> set[str]:
        """Every marker of the grounds: their texts stand under each other."""
        letter = self._letter
        points = max(len(letter.mengingat), len(letter.memperhatikan), len(letter.tembusan))
        letters = {f"{huruf(number)}." for number in range(1, len(letter.menimbang) + 1)}
        return letters | {f"{points}."}

    def _name(self, label: str) -> str:
        return label.upper() if self._letter.gaya.label_kapital else label

    def _diktum(self, number: int) -> str:
        return label_diktum(number, pertama=self._letter.gaya.diktum_pertama)

    def mark(self) -> list[Flowable]:
        """What a copy says at the top of its first page."""
        if not self._letter.salinan:
            return []
        return [paragraph("SALINAN", self._kind.but(align=RIGHT, bold=True))]

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
        mengingat = [ended(text, ";") for text in letter.mengingat]
        if letter.mengingat:
            # The full stop belongs to the place, not to the text that now stands last.
            mengingat[-1] = ended(letter.mengingat[-1], ".", instead_of=";")
        return [
            *self._part("Menimbang", [ended(t, ";") for t in letter.menimbang], huruf),
            *self._part("Mengingat", mengingat, str),
            *self._part("Memperhatikan", [ended(t, ";") for t in letter.memperhatikan], str),
        ]

    def _part(
        self, label: str, texts: Sequence[str], marker: Callable[[int], str]
    ) -> list[Flowable]:
        """Return one labelled list; a single text stands without a marker."""
        rows: list[Flowable] = []
        for number, text in enumerate(texts, start=1):
            mark = f"{marker(number)}." if len(texts) > 1 else ""
            rows.append(self._row(self._name(label) if number == 1 else "", text, mark))
        return rows

    def _row(self, label: str, text: str, marker: str = "") -> Hanging:
        kind = self._text_kind(label, marker).but(align=JUSTIFY)
        body = rich(text.strip() or NBSP, kind, marker=marker, column=self._column)
        return Hanging(self._marks(label), self._width - self._column, body)

    def _text_kind(self, label: str, marker: str = "") -> Type:
        hang = max(self._marker, self._kind.marker_width((marker,))) if marker else 0.0
        return self._kind.but(before=_PART_GAP if label else _ITEM_GAP, hang=hang)

    @property
    def _column(self) -> float:
        """Width of the text beside label and colon."""
        return self._width - self._label - self._colon

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
        heading = self._centered("MEMUTUSKAN :")
        heading.keepWithNext = True  # never the last line of a page
        rows: list[Flowable] = [
            Spacer(1, kind.line * 0.8),
            heading,
            self._subject(),
        ]
        for number, text in enumerate(letter.diktum, start=1):
            rows += self._decision(self._diktum(number), text)
        return signed(rows, self._end(), kind, self._width, self._height)

    def _subject(self) -> Hanging:
        """Menetapkan and what is set, as it was typed in the title."""
        letter, label = self._letter, self._name("Menetapkan")
        subject = f"KEPUTUSAN {letter.pejabat} TENTANG {letter.tentang.strip().rstrip('.')}."
        # Words in capitals are long, so justified lines of them would gape.
        kind = self._text_kind(label).but(align=LEFT)
        body = paragraph(subject.upper(), kind, column=self._column)
        return Hanging(self._marks(label), self._width - self._column, body)

    def _decision(self, label: str, text: str) -> list[Flowable]:
        """Return one decision; points inside it hang below its text."""
        rows: list[Flowable] = []
        for block in parse_body(ended(text, ".")):
            own = "" if rows else label
            row = self._row(own, block.text, block.marker)
            rows.append(row)
        return rows or [self._row(label, "")]

    def _end(self) -> Column:
        """Place, date, signature and copies; in a copy, who vouches for it."""
        letter, kind = self._letter, self._kind
        day = tanggal(letter.tanggal) if letter.tanggal else _BLANK_DATE
        place = (f"Ditetapkan di {letter.kota}", f"pada tanggal {day}")
        sign = copied_signature if letter.salinan else signature
        rows = [sign(letter.signer, kind, self._width, place), *self._copies()]
        if letter.salinan:
            vouched = (letter.salinan.kalimat,)
            block = signature(letter.salinan.signer, kind, self._width, vouched, left=True)
            # Where no page holds all of it, it still takes along the last line of the copies.
            rows[-1] = WithEnd(rows[-1], block, kind.line, self._height)
        return Column(rows, 0, self._width, before=kind.line * 1.2)

    def _copies(self) -> list[Flowable]:
        texts = [text for text in self._letter.tembusan if text.strip()]
        if not texts:
            return []
        kind = self._kind
        rows: list[Flowable] = [paragraph(f"{self._name('Tembusan')}:", kind.but(before=kind.line))]
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
