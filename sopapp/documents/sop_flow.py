"""The flow symbols of an SOP sheet and the arrows between them, drawn as lines.

Symbols and their meaning are those of Permenpan 35/2012: a rounded terminator for the first and
the last step, a box for an act, a diamond for a decision, a pentagon where the flow goes on
on another page. All measures in points, y upwards.

No arrow crosses a symbol: a step has a height of the sheet to itself, so an arrow runs level
beside its symbol and then straight down into the next one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from sopapp.documents.fonts import font_name
from sopapp.documents.typesetting import Type

YA, TIDAK = "Ya", "Tidak"

_LINE = 0.9
_ARROW, _ARROW_HALF = 4.6, 2.0
# Between a line and its word.
_WORD_GAP = 1.6
_WORD_SCALE = 0.82
# From the edge of the lane to an arrow that runs back beside its symbols.
_INSET = 2.2
_Points = tuple[tuple[float, float], ...]


class Shape(Enum):
    """What a symbol means."""

    TERMINATOR = auto()
    ACT = auto()
    DECISION = auto()
    CONNECTOR = auto()


_HEIGHTS = {
    Shape.TERMINATOR: 7 * mm,
    Shape.ACT: 7 * mm,
    Shape.DECISION: 9.5 * mm,
    Shape.CONNECTOR: 6 * mm,
}
_WIDTHS = {
    Shape.TERMINATOR: 15 * mm,
    Shape.ACT: 15 * mm,
    Shape.DECISION: 17 * mm,
    Shape.CONNECTOR: 6 * mm,
}
# Share of a narrow lane that a symbol takes.
_WIDEST = 0.72


@dataclass(frozen=True, slots=True)
class Node:
    """A symbol at its place; `tahap` is the stage it belongs to, 0 for a connector."""

    shape: Shape
    x: float
    y: float
    lane_width: float
    tahap: int = 0
    label: str = ""

    @property
    def half(self) -> float:
        """Half its width."""
        return min(_WIDTHS[self.shape], _WIDEST * self.lane_width) / 2

    @property
    def top(self) -> float:
        """Y of its upper edge."""
        return self.y + symbol_height(self.shape) / 2

    @property
    def bottom(self) -> float:
        """Y of its lower edge."""
        return self.y - symbol_height(self.shape) / 2


@dataclass(frozen=True, slots=True)
class Arrow:
    """A line through `points` with its head at the last one; `word` stands at its beginning."""

    points: _Points
    word: str = ""


def symbol_height(shape: Shape) -> float:
    """Height of a symbol, points."""
    return _HEIGHTS[shape]


def arrows(nodes: Sequence[Node]) -> Iterator[Arrow]:
    """The arrows between neighbours, and the second exit of each decision.

    A decision whose next step stands in another lane and is followed by its own lane again sends
    back to that next step (Tidak) and otherwise passes it over (Ya). Any other decision goes on
    to the next step (Ya) and sends back to the one before (Tidak).
    """
    for index, (node, after) in enumerate(pairwise(nodes)):
        before = nodes[index - 1] if index else None
        beyond = nodes[index + 2] if index + 2 < len(nodes) else None
        if node.shape is not Shape.DECISION:
            yield Arrow(_down(node, after))
        elif beyond and _passes_over(node, after, beyond):
            yield Arrow(_down(node, after), TIDAK)
            yield Arrow(((node.x, node.bottom), (beyond.x, beyond.top)), YA)
        elif before:
            yield from _two_ways(node, before, after, turn=1 if index % 2 else -1)
        else:
            yield Arrow(_down(node, after))


def _passes_over(node: Node, after: Node, beyond: Node) -> bool:
    same_stage = node.tahap == after.tahap == beyond.tahap
    return same_stage and node.x == beyond.x and node.x != after.x


def _down(node: Node, after: Node) -> _Points:
    """Straight down, or level beside the symbol and then down."""
    if node.x == after.x:
        return ((node.x, node.bottom), (after.x, after.top))
    side = node.x + _side(node, after) * node.half
    return ((side, node.y), (after.x, node.y), (after.x, after.top))


def _two_ways(node: Node, before: Node, after: Node, turn: int) -> Iterator[Arrow]:
    """On to the next step, and back to the one before at a side that is free."""
    onward, back = _side(node, after), _side(node, before)
    if onward and onward == back:
        # Both lie at one side: on from the lower tip, between the two symbols.
        middle = (node.bottom + after.top) / 2
        yield Arrow(
            ((node.x, node.bottom), (node.x, middle), (after.x, middle), (after.x, after.top)), YA
        )
    else:
        yield Arrow(_down(node, after), YA)
    if back:
        start = node.x + back * node.half
        yield Arrow(((start, node.y), (before.x, node.y), (before.x, before.bottom)), TIDAK)
        return
    side = -onward or turn
    edge = node.x + side * (node.lane_width / 2 - _INSET)
    start, end = node.x + side * node.half, before.x + side * before.half
    yield Arrow(((start, node.y), (edge, node.y), (edge, before.y), (end, before.y)), TIDAK)


def _side(node: Node, other: Node) -> int:
    """1 when the other stands at the right, -1 at the left, 0 in the same lane."""
    return (other.x > node.x) - (other.x < node.x)


def draw_flow(canvas: Canvas, nodes: Sequence[Node], kind: Type) -> None:
    """Draw the symbols of one page in their order, with the arrows between them."""
    canvas.saveState()
    canvas.setLineWidth(_LINE)
    canvas.setLineJoin(0)
    canvas.setFillGray(0)
    for arrow in arrows(nodes):
        _draw_arrow(canvas, arrow, kind)
    for node in nodes:
        _draw_symbol(canvas, node, kind)
    canvas.restoreState()


def _draw_arrow(canvas: Canvas, arrow: Arrow, kind: Type) -> None:
    (x0, y0), (x, y) = arrow.points[-2:]
    length = abs(x - x0) + abs(y - y0) or 1.0
    dx, dy = (x - x0) / length, (y - y0) / length
    neck = (x - dx * _ARROW, y - dy * _ARROW)
    path = canvas.beginPath()
    path.moveTo(*arrow.points[0])
    for point in (*arrow.points[1:-1], neck):
        path.lineTo(*point)
    canvas.drawPath(path, stroke=1, fill=0)
    head = canvas.beginPath()
    head.moveTo(x, y)
    head.lineTo(neck[0] - dy * _ARROW_HALF, neck[1] + dx * _ARROW_HALF)
    head.lineTo(neck[0] + dy * _ARROW_HALF, neck[1] - dx * _ARROW_HALF)
    head.close()
    canvas.drawPath(head, stroke=0, fill=1)
    if arrow.word:
        _draw_word(canvas, arrow, kind)


def _draw_word(canvas: Canvas, arrow: Arrow, kind: Type) -> None:
    """Write the word at the arrow's beginning: above a level line, right of an upright one."""
    small = kind.but(size=kind.size * _WORD_SCALE)
    width = small.width(arrow.word)
    (x, y), (x1, y1) = arrow.points[:2]
    if y == y1:
        left = x + _WORD_GAP if x1 > x else x - _WORD_GAP - width
        low = y + _WORD_GAP
    else:
        left, low = x + _WORD_GAP, y - small.size
    # The rules of the table do not run through the word.
    canvas.setFillGray(1)
    canvas.rect(left - 0.4, low - 0.4, width + 0.8, small.size * 0.78, stroke=0, fill=1)
    canvas.setFillGray(0)
    canvas.setFont(font_name(kind.family), small.size)
    canvas.drawString(left, low, arrow.word)


def _draw_symbol(canvas: Canvas, node: Node, kind: Type) -> None:
    height, half = symbol_height(node.shape), node.half
    left, low = node.x - half, node.bottom
    if node.shape is Shape.TERMINATOR:
        canvas.roundRect(left, low, 2 * half, height, height / 2)
    elif node.shape is Shape.ACT:
        canvas.rect(left, low, 2 * half, height)
    elif node.shape is Shape.DECISION:
        _outline(
            canvas,
            ((node.x, node.top), (node.x + half, node.y), (node.x, low), (left, node.y)),
        )
    else:
        shoulder = low + height * 0.4
        right = node.x + half
        _outline(
            canvas,
            (
                (left, node.top), (right, node.top), (right, shoulder),
                (node.x, low), (left, shoulder),
            ),
        )  # fmt: skip
        small = kind.but(size=kind.size * _WORD_SCALE)
        canvas.setFont(font_name(kind.family, bold=True), small.size)
        canvas.drawCentredString(node.x, node.top - small.size - 0.6, node.label)


def _outline(canvas: Canvas, points: _Points) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    path.close()
    canvas.drawPath(path, stroke=1, fill=0)
