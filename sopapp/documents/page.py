"""Pages: paper, margins, page numbers, and what the PDF says about itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate
from reportlab.platypus.doctemplate import LayoutError

from sopapp.documents.fonts import font_name
from sopapp.documents.paper_parts import PageSetup
from sopapp.documents.text import one_line
from sopapp.domain.errors import DomainError

LANGUAGE = "id-ID"
# Base line of the page number below the upper edge: the middle of a 20 mm margin.
_NUMBER_DROP = 0.6
_DESCENT = 0.1
# Less than this is no place for a letter, points.
_NARROWEST, _LOWEST = 40 * mm, 40 * mm


@dataclass(frozen=True, slots=True)
class About:
    """What the file says about itself."""

    title: str
    author: str
    subject: str


@dataclass(frozen=True, slots=True)
class Area:
    """The printed area of a page, points; x and y from the lower left corner of the sheet."""

    sheet_width: float
    sheet_height: float
    x: float
    y: float
    width: float
    height: float


def area(setup: PageSetup, *, landscape: bool = False) -> Area:
    """Return the area inside the margins; a landscape sheet keeps the names of its margins.

    Raises DomainError when the margins leave no room for text.
    """
    width, height = setup.paper.width * mm, setup.paper.height * mm
    if landscape:
        width, height = max(width, height), min(width, height)
    # ReportLab lets descenders hang below the last line's box, into the margin.
    descent = setup.size * _DESCENT
    inside = Area(
        sheet_width=width,
        sheet_height=height,
        x=setup.left * mm,
        y=setup.bottom * mm + descent,
        width=width - (setup.left + setup.right) * mm,
        height=height - (setup.top + setup.bottom) * mm - descent,
    )
    if inside.width < _NARROWEST or inside.height < _LOWEST:
        message = (
            f"Margin pada kertas {setup.paper.name} tidak menyisakan ruang untuk teks. "
            "Perkecil margin atau pilih kertas lain pada pengaturan."
        )
        raise DomainError(message, field="kertas")
    return inside


def page_template(
    name: str, setup: PageSetup, number: str, *, landscape: bool = False
) -> PageTemplate:
    """Return a page whose number stands top centre from page 2; `number` is like `- {} -`."""
    inside = area(setup, landscape=landscape)

    def draw_number(canvas: Canvas, _document: BaseDocTemplate) -> None:
        page = canvas.getPageNumber()
        if page == 1:
            return
        canvas.setFont(font_name(setup.font), setup.size)
        y = inside.sheet_height - setup.top * mm * _NUMBER_DROP
        canvas.drawCentredString(inside.x + inside.width / 2, y, number.format(page))

    frame = Frame(
        inside.x, inside.y, inside.width, inside.height,
        leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0, id=name,
    )  # fmt: skip
    size = (inside.sheet_width, inside.sheet_height)
    return PageTemplate(id=name, frames=[frame], onPage=draw_number, pagesize=size)


def write(
    story: Sequence[Flowable],
    templates: Sequence[PageTemplate],
    setup: PageSetup,
    about: About,
    canvas: Callable[..., Canvas] = Canvas,
) -> bytes:
    """Return the PDF: the same story gives the same bytes (no date or random id inside).

    The canvas starts in a bundled font, so that no font enters the file without being
    embedded; `canvas` makes it (one that counts pages, say). Raises DomainError when the page
    has no room for one line.
    """
    buffer = BytesIO()
    document = BaseDocTemplate(
        buffer,
        pageTemplates=list(templates),
        pagesize=templates[0].pagesize,
        invariant=1,
        pageCompression=1,
        lang=LANGUAGE,
        title=one_line(about.title),
        author=one_line(about.author),
        subject=one_line(about.subject),
        creator="Pemutakhiran DIK",
        producer="ReportLab",
        initialFontName=font_name(setup.font),
        initialFontSize=setup.size,
        displayDocTitle=True,
    )
    drawn: list[Canvas] = []

    def begin(*arguments: object, **named: object) -> Canvas:
        drawn.append(canvas(*arguments, **named))
        return drawn[-1]

    try:
        document.build(list(story), canvasmaker=begin)
    except LayoutError as error:
        message = (
            "Surat ini memuat bagian yang lebih tinggi daripada satu halaman. Periksa kertas, "
            "margin, dan ukuran huruf pada pengaturan."
        )
        raise DomainError(message) from error
    finally:
        for each in drawn:  # else canvas and pages are garbage in a circle, long to collect
            vars(each).clear()
    return buffer.getvalue()
