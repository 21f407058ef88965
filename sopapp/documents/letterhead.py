"""The kop: lambang at the left, government, office and address, a thick and a thin rule.

Sizes follow the usual ratio 3 : 4 of government to office name. A long office name first
makes both smaller, then takes two or three lines; it is never cut or abbreviated.
"""

from __future__ import annotations

from io import BytesIO

from PIL import Image, UnidentifiedImageError
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable, Paragraph

from sopapp.documents.paper_parts import FontFamily, Kop
from sopapp.documents.text import one_line
from sopapp.documents.typesetting import CENTER, Type, balanced, paragraph
from sopapp.domain.errors import DomainError

_GOVERNMENT = Type(FontFamily.ARIAL, 15, align=CENTER, leading=1.15)
_OFFICE = Type(FontFamily.ARIAL, 20, bold=True, align=CENTER, leading=1.25)
_ADDRESS = Type(FontFamily.ARIAL, 10, align=CENTER, leading=1.2)
# Below this scale the office name rather takes one line more.
_COMFORTABLE = 0.78
_SMALLEST = 0.5
_MOST_LINES = 3

_LOGO_WIDTH, _LOGO_HEIGHT = 22 * mm, 26 * mm
_LOGO_GAP = 4 * mm
# Enough for 600 dpi at the printed size; a larger picture only makes the file heavy.
_LOGO_PIXELS = 640

_THICK, _THIN, _RULE_GAP = 2.25, 0.75, 1.5
_ABOVE_RULE, _BELOW_RULE = 5.0, 12.0
# A kop higher than this is a mistake and leaves no room for the letter.
_HIGHEST = 100 * mm


class Letterhead(Flowable):
    """The kop as wide as the text, with the space below its rule.

    It is set in Arial: the PC's own where the letter's `font` is one of the PC's own too.

    Raises DomainError when the logo is not a picture or the text fills half the page.
    """

    def __init__(self, kop: Kop, font: FontFamily = FontFamily.ARIAL) -> None:
        super().__init__()
        own = font in (FontFamily.ARIAL_PC, FontFamily.BOOKMAN_PC)
        self._family = FontFamily.ARIAL_PC if own else FontFamily.ARIAL
        self._kop = kop
        self._logo = read_logo(kop.logo) if kop.logo else None

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Choose sizes and lines for this width."""
        logo_column = _LOGO_WIDTH + _LOGO_GAP if self._logo else 0.0
        lines, widest = _lines(self._kop, width - logo_column, self._family)
        # Centred on the sheet when the logo leaves room for that, else beside the logo.
        fits_centred = widest <= width - 2 * logo_column
        self._text_x = 0.0 if fits_centred else logo_column
        self._text_width = width - self._text_x
        self._lines = lines
        self._heights = [line.wrap(self._text_width, height)[1] for line in lines]
        self._inner = max(sum(self._heights), _LOGO_HEIGHT if self._logo else 0.0)
        if self._inner > _HIGHEST:
            message = "Teks kop terlalu panjang. Singkatkan nama instansi atau alamatnya."
            raise DomainError(message, field="kop")
        self.width = width
        self.height = self._inner + _ABOVE_RULE + _THICK + _RULE_GAP + _THIN + _BELOW_RULE
        return self.width, self.height

    def draw(self) -> None:
        """Draw logo and text centred on each other, and the rule."""
        canvas = self.canv
        y = self.height - (self._inner - sum(self._heights)) / 2
        for line, own in zip(self._lines, self._heights, strict=True):
            y -= own
            line.drawOn(canvas, self._text_x, y)
        if self._logo:
            canvas.drawImage(
                self._logo, 0, self.height - (self._inner + _LOGO_HEIGHT) / 2,
                width=_LOGO_WIDTH, height=_LOGO_HEIGHT,
                preserveAspectRatio=True, anchor="c", mask="auto",
            )  # fmt: skip
        thick = _BELOW_RULE + _THIN + _RULE_GAP + _THICK / 2
        for y, line_width in ((thick, _THICK), (_BELOW_RULE + _THIN / 2, _THIN)):
            canvas.setLineWidth(line_width)
            canvas.line(0, y, self.width, y)


def _lines(kop: Kop, width: float, family: FontFamily) -> tuple[list[Paragraph], float]:
    """Return the lines of the kop for `width` and the widest of them, points."""
    office, scale = _office(kop.instansi.upper(), width)
    government = one_line(kop.pemerintah.upper())
    scale = min(scale, width / max(_GOVERNMENT.width(government), 1))
    scale = max(scale, _SMALLEST)
    first = _GOVERNMENT.but(size=_GOVERNMENT.size * scale)
    second = _OFFICE.but(size=_OFFICE.size * scale)
    typed = [(government, first), *((line, second) for line in office)]
    typed += [(one_line(line), _ADDRESS) for line in kop.alamat]
    typed = [(text, kind.but(family=family)) for text, kind in typed if text.strip()]
    widest = max((kind.width(text) for text, kind in typed), default=0.0)
    return [paragraph(text, kind) for text, kind in typed], widest


def _office(name: str, width: float) -> tuple[list[str], float]:
    """Return the lines of the office name and the scale at which they fit."""
    best: tuple[list[str], float] = ([name], 0.0)
    for most in range(1, _MOST_LINES + 1):
        lines = balanced(name, _OFFICE, width, most=most)
        scale = min(1.0, width / max(1.0, *map(_OFFICE.width, lines)))
        if scale > best[1]:
            best = lines, scale
        if scale >= _COMFORTABLE:
            break
    return best


def read_logo(data: bytes) -> ImageReader:
    """The logo for print, no larger than it needs. Raises DomainError when it is no picture."""
    try:
        with Image.open(BytesIO(data)) as picture:
            picture.load()
            drawn = picture.convert("RGBA" if _has_alpha(picture) else "RGB")
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        message = "Logo pada kop bukan gambar PNG atau JPG yang utuh. Pilih file gambar lain."
        raise DomainError(message, field="logo") from error
    drawn.thumbnail((_LOGO_PIXELS, _LOGO_PIXELS))
    return ImageReader(drawn)


def _has_alpha(picture: Image.Image) -> bool:
    return "A" in picture.getbands() or "transparency" in picture.info
