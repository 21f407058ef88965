"""The SOP's path over the grid."""

from __future__ import annotations

from itertools import pairwise
from math import ceil

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from sopapp.domain.sop import LaneCode
from tests.ui.board.boards import sop
from ui.board.card_delegate import two_lines
from ui.board.flow import flow_of, route, terminator
from ui.board.grid import Grid, GridSizes

SIZES = GridSizes(
    lane_width=80,
    column_min=120,
    gutter=24,
    gap=16,
    card=100,
    room=30,
    fold=34,
    strips=(40, 40, 40, 40),
)


def grid(width=1200, height=700, fullest=(1, 1, 0, 3)):
    return Grid(width, height, 5, fullest, SIZES)


def test_the_path_is_the_sop_in_its_order():
    flow = flow_of(sop())
    legs = [(leg.start, leg.end) for leg in flow.legs]
    assert legs == [
        ((0, 3), (0, 0)),
        ((0, 0), (0, 1)),
        ((0, 1), (1, 0)),
        ((1, 0), (1, 1)),
        ((1, 1), (1, 0)),
        ((1, 0), (2, 3)),
        ((2, 3), (2, 2)),
        ((2, 2), (3, 3)),
        ((3, 3), (4, 3)),
    ]
    assert [number for number, _ in flow.steps[1, 0]] == ["2.1", "2.3"]
    assert [leg.sometimes for leg in flow.legs] == [*[False] * 3, True, True, *[False] * 4]


def test_no_arrow_crosses_a_cell():
    flow, here = flow_of(sop()), grid()
    boxes = [
        QRectF(here.cell(column, row)).adjusted(1, 1, -1, -1)
        for column in range(5)
        for row in range(4)
    ]
    for leg in flow.legs:
        for a, b in pairwise(route(here, leg)):
            line = QRectF(a, b).normalized().adjusted(-0.1, -0.1, 0.1, 0.1)
            assert not any(box.intersects(line) for box in boxes), leg


def test_every_arrow_ends_at_the_edge_of_its_cell():
    flow, here = flow_of(sop()), grid()
    for leg in flow.legs:
        corners = route(here, leg)
        for cell, point in ((leg.start, corners[0]), (leg.end, corners[-1])):
            edge = QRectF(here.cell(*cell))
            assert edge.adjusted(-1, -1, 1, 1).contains(point)
            assert not edge.adjusted(1, 1, -1, -1).contains(point)


def test_start_and_end_stand_in_a_free_cell_beside_the_path():
    flow = flow_of(sop())
    assert terminator(flow, flow.first, 4, set()) == (0, 2)
    assert terminator(flow, flow.last, 4, set()) == (4, 2)
    assert terminator(flow, flow.last, 4, {(4, 2)}) is None


def test_a_path_with_no_free_cell_still_begins_and_ends():
    present = sop()
    stage = present.stages[0]
    step = stage.steps[0]
    steps = tuple(step._replace(lane=lane) for lane in LaneCode)
    full = present._replace(stages=(stage._replace(steps=steps), *present.stages[1:]))
    flow = flow_of(full)
    assert terminator(flow, flow.first, 4, set()) is None


def test_rows_with_cards_get_the_room():
    here = grid(fullest=(0, 0, 0, 3))
    heights = [here.cell(0, row).height() for row in range(4)]
    assert heights[0] == heights[1] == heights[2] < heights[3]
    assert here.cards(0, 3).height() >= 3 * SIZES.card
    assert here.height <= 700


def test_every_row_with_cards_shows_one_whole_card_however_low_the_window():
    here = grid(width=400, height=200, fullest=(1, 1, 1, 9))
    assert all(here.cards(0, row).height() >= SIZES.card for row in range(4))
    assert here.height > 200
    assert here.column_width == SIZES.column_min


def test_a_word_wider_than_its_line_is_cut_and_not_broken_in_two(qapp):
    font = qapp.font()
    width = QFontMetricsF(font).horizontalAdvance("Menandatanga")
    assert two_lines("Menandatangani Nota Dinas", font.toString(), round(width))[0][-1] == "…"
    wide = ceil(QFontMetricsF(font).horizontalAdvance("Menandatangani Nota"))
    assert two_lines("Menandatangani Nota Dinas", font.toString(), wide) == (
        "Menandatangani Nota", "Dinas",
    )  # fmt: skip


def test_rows_move_closer_before_a_few_pixels_make_the_board_scroll():
    roomy = grid(height=200)  # lower than all rows together
    closest = roomy.height
    usual = closest + 4 * (SIZES.gap - roomy.sizes.gap)
    assert closest < usual
    for height in range(closest, usual + 1):
        assert grid(height=height).height <= height
    assert grid(height=usual).sizes.gap == SIZES.gap
