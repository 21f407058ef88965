"""The SOP sheet, read back: head, lists, table, and the flow as it is drawn."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings

from sopapp.documents.build import build
from sopapp.documents.content import LangkahSop, TahapSop
from sopapp.documents.paper_parts import F4, FontFamily, PageSetup
from sopapp.documents.sop_flow import Node, Shape, arrows
from sopapp.documents.text import clean
from sopapp.domain.errors import DomainError
from tests.documents.drawing import curves, rectangles, segments
from tests.documents.reading import MM, embedded_fonts, page_texts, squeezed, words
from tests.documents.sop_samples import LEMBAR_SOP
from tests.documents.test_any_text import TYPED, assert_printed_or_refused

F4_BOOKMAN = replace(LEMBAR_SOP, page=PageSetup(paper=F4, font=FontFamily.BOOKMAN))
LANES = LEMBAR_SOP.pelaksana


def _tahap(number: int, *langkah: LangkahSop, kegiatan: str = "Kegiatan") -> TahapSop:
    return TahapSop(number, f"{kegiatan} T{number}T", langkah, "Ada", "1 hari kerja", "Hasil", "")


def _stages(count: int) -> tuple[TahapSop, ...]:
    return tuple(
        _tahap(n, LangkahSop(n % 4, f"Langkah L{n}aL"), LangkahSop((n + 1) % 4, f"Lain L{n}bL"))
        for n in range(1, count + 1)
    )


def _boxes(pdf: bytes, page: int) -> list[tuple[float, float, float, float]]:
    """The acts of a page: rectangles as wide as a symbol."""
    return [box for box in rectangles(pdf, page) if 5 * MM < box[2] - box[0] < 20 * MM]


def _closed(pdf: bytes, page: int, points: int) -> list[dict]:
    """Stroked outlines with so many corners (diamonds have 4, connectors 5)."""
    return [
        one
        for one in curves(pdf, page)
        if one["stroke"] and not one["fill"] and len(set(one["pts"])) == points
        and one["pts"][0] == one["pts"][-1]
    ]  # fmt: skip


def _lane_edges(pdf: bytes, page: int) -> list[float]:
    """X of the rules between the lanes, from the columns' heads."""
    heads = words(pdf)[page]
    first = next(w for w in heads if w["text"] == "Kegiatan")
    last = next(w for w in heads if w["text"] == "Kelengkapan")
    low = next(w for w in heads if w["text"] == "Admin")["bottom"]
    rules = {round(s[0], 1) for s in segments(pdf, page) if s[0] == s[2] and max(s[1], s[3]) > low}
    wide = (LEMBAR_SOP.page.paper.height - 50) * MM * 0.345
    between = sorted(x for x in rules if first["x1"] < x < last["x0"])
    # Arrows stand in the middle of a lane, rules at every quarter of the lanes' width.
    return [between[0] + wide / 4 * n for n in range(5)]


def test_the_first_page_has_the_head_and_the_six_lists():
    pdf = build(LEMBAR_SOP)
    text = squeezed(page_texts(pdf)[0])
    for part in (
        "PEMERINTAH PROVINSI CONTOH TIMUR", "DINAS PERCONTOHAN DAN PERAGAAN", "Nomor SOP",
        "Tanggal Pembuatan", "5 September 2022", "Disahkan oleh", "Drs. YOHANES CONTOH, M.Si.",
        "NIP 19670101 199203 1 005", "Nama SOP", LEMBAR_SOP.nama, "Dasar Hukum:",
        "Kualifikasi Pelaksana:", "Keterkaitan:", "Peralatan/Perlengkapan:", "Peringatan:",
        "Pencatatan dan Pendataan:", "7. SOP Pendokumentasian Informasi Publik",
        "2. Pemberian informasi publik pada Dinas tidak dipungut biaya",
    ):  # fmt: skip
        assert squeezed(part) in text
    assert "Kegiatan" not in text


def test_the_office_stands_left_and_its_numbers_right_of_the_middle():
    page = words(build(LEMBAR_SOP))[0]
    middle = (30 + (297 - 50) / 2) * MM
    at = {w["text"]: w for w in reversed(page)}
    assert at["PEMERINTAH"]["x1"] < middle < at["Nomor"]["x0"]
    assert at["Dasar"]["x0"] < middle < at["Kualifikasi"]["x0"]
    assert at["Dasar"]["top"] == pytest.approx(at["Kualifikasi"]["top"], abs=0.5)
    assert at["Keterkaitan:"]["top"] == pytest.approx(at["Peralatan/Perlengkapan:"]["top"], abs=0.5)


def test_there_is_room_to_sign():
    page = words(build(LEMBAR_SOP))[0]
    above = next(w for w in page if w["text"] == "TIMUR,")
    name = next(w for w in page if w["text"] == "YOHANES")
    assert name["top"] - above["bottom"] > 12 * MM


def test_the_table_has_all_columns_on_each_page_and_the_total_at_the_end():
    texts = page_texts(build(LEMBAR_SOP))[1:]
    for text in texts:
        for head in ("Kegiatan", "Pelaksana", "Mutu Baku", "Kelengkapan", "Waktu", "Output",
                     "Keterangan", *LANES):  # fmt: skip
            assert squeezed(head) in squeezed(text)
    assert ["Total Waktu" in text for text in texts] == [False] * (len(texts) - 1) + [True]
    assert squeezed("11 hari kerja") in squeezed(texts[-1])


def test_each_step_has_its_symbol_in_its_lane_level_with_its_words():
    for letter in (LEMBAR_SOP, replace(LEMBAR_SOP, tahap=_stages(3))):
        pdf = build(letter)
        found: list[float] = []
        for number in range(1, len(page_texts(pdf))):
            edges = _lane_edges(pdf, number)
            shapes = [
                *((b[0], b[1], b[2], b[3]) for b in _boxes(pdf, number)),
                *(
                    (c["x0"], c["top"], c["x1"], c["bottom"])
                    for c in curves(pdf, number)
                    if c["stroke"] and not c["fill"] and 12 * MM < c["x1"] - c["x0"] < 20 * MM
                    and c["bottom"] - c["top"] < 10 * MM
                    and c["pts"][0] == c["pts"][-1]
                ),
            ]  # fmt: skip
            shapes.sort(key=lambda box: box[1])
            found += [sum((box[0] + box[2]) / 2 > edge for edge in edges) - 1 for box in shapes]
            for box in shapes:
                level = (box[1] + box[3]) / 2
                assert any(
                    abs((w["top"] + w["bottom"]) / 2 - level) < 12
                    for w in words(pdf)[number]
                    if w["x1"] < edges[0]
                )
        assert found == [one.lane for tahap in letter.tahap for one in tahap.langkah]


def test_the_first_and_the_last_symbol_are_rounded_and_decisions_are_diamonds():
    pdf = build(LEMBAR_SOP)
    pages = range(1, len(page_texts(pdf)))
    round_ones = [c for n in pages for c in curves(pdf, n) if c["stroke"] and len(c["pts"]) > 6]
    assert len(round_ones) == 2
    assert sum(len(_closed(pdf, n, 4)) for n in pages) == 2
    assert sum(len(_boxes(pdf, n)) for n in pages) == 10 - 2 - 2


def test_the_flow_goes_on_overleaf_with_the_same_letter():
    pdf = build(replace(LEMBAR_SOP, tahap=_stages(20)))
    pages = len(page_texts(pdf))
    assert pages > 4
    connectors = [len(_closed(pdf, n, 5)) for n in range(1, pages)]
    assert connectors == [1, *[2] * (pages - 3), 1]
    letters = []
    for number in range(1, pages):
        shapes = sorted(_closed(pdf, number, 5), key=lambda c: c["top"])
        page = words(pdf)[number]
        letters.append(
            [
                w["text"]
                for c in shapes
                for w in page
                if c["x0"] < w["x0"] < w["x1"] < c["x1"] and abs(w["top"] - c["top"]) < 8
            ]
        )
    for this, following in pairwise(letters):
        assert this[-1] == following[0]


def test_every_stage_and_step_is_printed_once_inside_the_sheet():
    for letter in (replace(LEMBAR_SOP, tahap=_stages(25)), replace(F4_BOOKMAN, tahap=_stages(25))):
        pdf = build(letter)
        setup = letter.page
        everything = squeezed("".join(page_texts(pdf)))
        for n in range(1, 26):
            for mark in (f"T{n}T", f"L{n}aL", f"L{n}bL"):
                assert everything.count(mark) == 1
        for number, page in enumerate(words(pdf)):
            assert max(w["x1"] for w in page) <= (setup.paper.height - setup.right) * MM + 0.5
            low = (setup.paper.width - setup.bottom) * MM + 0.5
            assert max(w["bottom"] for w in page) <= low
            drawn = [*rectangles(pdf, number), *segments(pdf, number)]
            assert max(max(box[1], box[3]) for box in drawn) <= low


def test_a_stage_higher_than_a_page_is_divided_and_loses_nothing():
    many = _tahap(1, *(LangkahSop(n % 4, f"Langkah L{n}L " + "kata " * 20) for n in range(40)))
    long = _tahap(2, LangkahSop(1, "kata " * 900), kegiatan="Kegiatan " * 50)
    wide = replace(_tahap(3, LangkahSop(2, "x")), output="hasil " * 900)
    pdf = build(replace(LEMBAR_SOP, tahap=(many, long, wide)))
    everything = squeezed("".join(page_texts(pdf)))
    assert all(everything.count(f"L{n}L") == 1 for n in range(40))
    assert everything.count("hasil") == 900
    assert everything.count("kata") == 40 * 20 + 900
    assert "T3T" in everything


def test_long_lists_go_on_overleaf():
    letter = replace(LEMBAR_SOP, dasar_hukum=tuple(f"Undang-Undang D{n}D " * 4 for n in range(80)))
    everything = squeezed("".join(page_texts(build(letter))))
    assert all(everything.count(f"D{n}D") == 4 for n in range(80))


def test_the_head_is_smaller_where_that_keeps_it_on_one_page():
    more = (*LEMBAR_SOP.dasar_hukum, *LEMBAR_SOP.dasar_hukum[:2])
    pdf = build(replace(LEMBAR_SOP, dasar_hukum=more))
    assert "Pencatatan" in page_texts(pdf)[0]


@pytest.mark.parametrize("lanes", [1, 2, 7])
def test_any_number_of_lanes(lanes):
    tahap = tuple(_tahap(n, LangkahSop(n % lanes, "Langkah")) for n in range(1, 6))
    names = tuple(f"Pelaksana P{n}P" for n in range(lanes))
    text = squeezed("".join(page_texts(build(replace(LEMBAR_SOP, pelaksana=names, tahap=tahap)))))
    assert all(f"P{n}P" in text for n in range(lanes))


def test_stages_without_steps_and_a_sheet_without_stages():
    assert "T1T" in "".join(page_texts(build(replace(LEMBAR_SOP, tahap=(_tahap(1),)))))
    assert "Total Waktu" in "".join(page_texts(build(replace(LEMBAR_SOP, tahap=()))))


def test_fonts_are_inside_and_the_same_sheet_gives_the_same_bytes():
    pdf = build(LEMBAR_SOP)
    assert all(embedded_fonts(pdf).values())
    assert build(LEMBAR_SOP) == pdf


def test_what_cannot_be_printed_is_refused_with_its_place():
    bad = _tahap(1, LangkahSop(0, "a"), LangkahSop(0, "b \U0001f512"))
    with pytest.raises(DomainError, match="Langkah 2 tahap 1"):
        build(replace(LEMBAR_SOP, tahap=(bad,)))
    with pytest.raises(DomainError, match="Kepala SOP, Nomor SOP"):
        build(replace(LEMBAR_SOP, kepala=(("Nomor SOP", "\U0001f512"),)))


def _nodes(*steps: tuple[int, Shape]) -> list[Node]:
    return [
        Node(shape, 30 + 60 * lane, 500 - 40 * row, 60, 1)
        for row, (lane, shape) in enumerate(steps)
    ]


ACT, DECISION = Shape.ACT, Shape.DECISION


def test_arrows_end_at_the_next_symbol_and_cross_none():
    for lanes in ((0, 0, 0), (0, 1, 0), (3, 0, 1), (0, 3, 2)):
        for decision in (None, 0, 1, 2):
            shapes = [DECISION if row == decision else ACT for row in range(3)]
            nodes = _nodes(*zip(lanes, shapes, strict=True))
            drawn = list(arrows(nodes))
            ends = [arrow.points[-1] for arrow in drawn]
            for node in nodes[1:]:
                assert (node.x, node.top) in ends
            for arrow in drawn:
                for (x0, y0), (x1, y1) in pairwise(arrow.points):
                    assert x0 == x1 or y0 == y1
                    for node in nodes:
                        inside_x = max(x0, x1) > node.x - node.half + 0.1 and min(x0, x1) < (
                            node.x + node.half - 0.1
                        )
                        inside_y = max(y0, y1) > node.bottom + 0.1 and min(y0, y1) < node.top - 0.1
                        assert not (inside_x and inside_y)


def test_a_decision_before_a_mending_step_passes_it_over():
    nodes = _nodes((0, DECISION), (1, ACT), (0, ACT))
    said = {arrow.word: arrow.points for arrow in arrows(nodes) if arrow.word}
    assert said["Tidak"][-1] == (nodes[1].x, nodes[1].top)
    assert said["Ya"] == ((nodes[0].x, nodes[0].bottom), (nodes[2].x, nodes[2].top))


@pytest.mark.parametrize("lanes", [(3, 2, 3), (0, 1, 2), (1, 1, 1), (1, 1, 0), (0, 1, 1)])
def test_any_other_decision_sends_back_to_the_step_before(lanes):
    nodes = _nodes(*zip(lanes, (ACT, DECISION, ACT), strict=True))
    said = {arrow.word: arrow.points for arrow in arrows(nodes) if arrow.word}
    x, y = said["Tidak"][-1]
    assert abs(x - nodes[0].x) <= nodes[0].half
    assert nodes[0].bottom <= y <= nodes[0].top
    assert said["Ya"][-1] == (nodes[2].x, nodes[2].top)
    assert said["Ya"][0] != said["Tidak"][0]


@settings(max_examples=15, deadline=None)
@given(TYPED, TYPED, TYPED)
def test_whatever_is_typed_is_printed_or_refused(one, two, three):
    tahap = replace(_tahap(1, LangkahSop(1, one)), output=two)
    letter = replace(LEMBAR_SOP, tahap=(tahap,), dasar_hukum=(three, "x"))
    assert_printed_or_refused(letter, clean(one), clean(two), clean(three))
