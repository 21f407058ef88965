"""Makes the four Dika Bonum fonts from TeX Gyre Bonum.

ReportLab embeds TrueType outlines only, and TeX Gyre Bonum (metric-compatible with
Bookman Old Style) comes with PostScript outlines. This script draws each glyph again with
quadratic curves, keeps every width and the character map, drops the PostScript table, and
gives the fonts a name of their own, as the GUST Font License asks of derived works.

Usage, where FOLDER holds texgyrebonum-*.otf (Debian package fonts-texgyre):

    python convert_bonum.py FOLDER

It needs fontTools (a tool for this script alone, not for the program). The files are
written beside the script.
"""
# ruff: noqa: INP001  (a tool beside the data it makes, not a package)

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

FAMILY = "Dika Bonum"
STYLES = {
    "regular": "Regular",
    "bold": "Bold",
    "italic": "Italic",
    "bolditalic": "Bold Italic",
}
# Largest distance from the original curve, in units of 1/1000 em: far below what prints.
MAX_ERROR = 0.5
# The layout tables name glyph variants that ReportLab never uses; they would only add weight.
DROPPED_TABLES = ("CFF ", "VORG", "GPOS", "GSUB", "GDEF", "DSIG")
# A fixed time keeps two runs of this script byte-identical (seconds since 1904).
MODIFIED = 3_400_000_000


def convert(source: Path, target: Path, style: str) -> None:
    """Write `source` (OpenType, PostScript outlines) to `target` as a renamed TrueType font."""
    font = TTFont(source, recalcTimestamp=False)
    _replace_outlines(font)
    _rename(font, style)
    font["head"].modified = MODIFIED
    font.save(target)


def _replace_outlines(font: TTFont) -> None:
    """Swap the cubic `CFF ` outlines for quadratic `glyf` ones; advance widths stay."""
    glyph_set = font.getGlyphSet()
    order = font.getGlyphOrder()
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(glyph_set)
        # TrueType contours turn the other way round.
        glyph_set[name].draw(Cu2QuPen(pen, MAX_ERROR, reverse_direction=True))
        glyphs[name] = pen.glyph()
    for tag in DROPPED_TABLES:
        if tag in font:
            del font[tag]
    font["loca"] = newTable("loca")
    glyf = font["glyf"] = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = glyphs
    for name, (advance, _bearing) in font["hmtx"].metrics.items():
        glyph = glyphs[name]
        glyph.recalcBounds(glyf)
        font["hmtx"].metrics[name] = (advance, getattr(glyph, "xMin", 0))
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for field in (
        "maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs",
        "maxStackElements", "maxSizeOfInstructions", "maxComponentElements",
    ):  # fmt: skip
        setattr(maxp, field, 0)
    maxp.maxZones = 1
    font["post"].formatType = 3.0  # no glyph names: a PDF has no use for them
    font["head"].glyphDataFormat = 0
    font.sfntVersion = "\000\001\000\000"


def _rename(font: TTFont, style: str) -> None:
    """Give the font its own family name; the copyright notice stays."""
    postscript = f"{FAMILY}-{style}".replace(" ", "")
    names = {
        1: FAMILY,
        2: style,
        3: f"{postscript}; TrueType form of TeX Gyre Bonum 2.004",
        4: f"{FAMILY} {style}",
        6: postscript,
        10: "TeX Gyre Bonum with quadratic outlines, made by convert_bonum.py",
    }
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in (0, 5, 7, 13, 14)]
    for name_id, text in names.items():
        table.setName(text, name_id, 3, 1, 0x409)
        table.setName(text, name_id, 1, 0, 0)


def main(folder: Path) -> None:
    """Convert the four styles found in `folder`."""
    here = Path(__file__).parent
    for suffix, style in STYLES.items():
        target = here / f"DikaBonum-{style.replace(' ', '')}.ttf"
        convert(folder / f"texgyrebonum-{suffix}.otf", target, style)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
