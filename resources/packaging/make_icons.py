"""Makes the program's icon for the desktop out of resources/icons/app.svg.

Inside the window the icon is an outline in the colour of the text; on a task bar, light or
dark, it needs a body: the sheet is filled, what stands on it is drawn white. The files are
committed, since building the program should not need a step that draws.

    python resources/packaging/make_icons.py

It needs PySide6 only. The files are written to icons/ beside the script.
"""
# ruff: noqa: INP001  (a tool beside what it makes, not a package)

from __future__ import annotations

import re
import struct
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCE = HERE.parent / "icons" / "app.svg"
FOLDER = HERE / "icons"

NAME = "sop-dik"
COLOUR, ON_IT = "#1d5b9f", "#ffffff"  # the accent of the light theme
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
"""What Windows asks for at 100, 125, 150 and 200 %."""

PNG_SIZES = (16, 24, 32, 48, 64, 128, 256)
"""The usual folders of a theme of icons on Linux."""

WIZARD, WIZARD_SMALL = "wizard.bmp", "wizard-small.bmp"
"""Pictures of the installer; build.py has them drawn, they are not committed."""

_BEHIND = "#e9edf2"  # panels of the light theme

# The drawing reaches from 3.1 to 20.9 across and from 2.1 to 21.9 down.
_VIEW = "2 2 20 20"


def desktop_svg(source: str) -> str:
    """The icon with a body. Raises ValueError when `source` has no sheet to fill."""
    sheet, count = re.subn(r"<rect ", f'<rect fill="{COLOUR}" stroke="{COLOUR}" ', source, count=1)
    if not count:
        msg = f"{SOURCE.name} has no <rect>: the sheet that is filled"
        raise ValueError(msg)
    framed = re.sub(r'viewBox="[^"]*"', f'viewBox="{_VIEW}"', sheet, count=1)
    return framed.replace("currentColor", ON_IT)


def png(svg: str, side: int) -> bytes:
    """The icon as a PNG of `side` pixels."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    picture = QImage(side, side, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG", 0)  # 0: packed as small as it goes
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """A Windows icon of PNG pictures by their side, as Windows has read them since Vista."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    entries, at = b"", len(head) + 16 * len(pictures)
    for side, data in sorted(pictures.items()):
        short = side if side < 256 else 0
        entries += struct.pack("<BBBBHHII", short, short, 0, 0, 1, 32, len(data), at)
        at += len(data)
    return head + entries + b"".join(data for _side, data in sorted(pictures.items()))


def draw_wizard(folder: Path) -> None:
    """Write the installer's two pictures, at twice the size of 100 %, into `folder`."""
    svg = desktop_svg(SOURCE.read_text(encoding="utf-8"))
    _bitmap(svg, (328, 628), 160, _BEHIND, folder / WIZARD)
    _bitmap(svg, (116, 116), 96, ON_IT, folder / WIZARD_SMALL)


def _bitmap(svg: str, size: tuple[int, int], side: int, behind: str, target: Path) -> None:
    from PySide6.QtCore import QByteArray, QRectF
    from PySide6.QtGui import QColor, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    picture = QImage(*size, QImage.Format.Format_RGB32)
    picture.fill(QColor(behind))
    place = QRectF(0, 0, side, side)
    place.moveCenter(QRectF(picture.rect()).center())
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, place)
    painter.end()
    if not picture.save(str(target), "BMP"):
        msg = f"{target} cannot be written"
        raise OSError(msg)


def main() -> None:
    """Write all files of icons/."""
    svg = desktop_svg(SOURCE.read_text(encoding="utf-8"))
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{NAME}.svg").write_text(svg, encoding="utf-8", newline="\n")
    drawn = {side: png(svg, side) for side in {*ICO_SIZES, *PNG_SIZES}}
    for side in PNG_SIZES:
        (FOLDER / f"{NAME}-{side}.png").write_bytes(drawn[side])
    (FOLDER / f"{NAME}.ico").write_bytes(ico({side: drawn[side] for side in ICO_SIZES}))


if __name__ == "__main__":
    main()
