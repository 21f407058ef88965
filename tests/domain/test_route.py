"""Where a berkas may go: the next step, what blocks it, and the words for what is missing."""

from __future__ import annotations

import pytest

from sopapp.domain.board import days_left_text
from sopapp.domain.facts import Facts
from sopapp.domain.requirements import CONDITIONS, RULES, missing
from sopapp.domain.route import blocking, next_step, position
from sopapp.domain.sop import LaneCode as L
from sopapp.domain.sop import Sop, StageKind
from sopapp.domain.sop_vocabulary import CONDITION_KEYS, REQUIREMENT_KEYS
from sopapp.sop_file import bundled_sop_text, parse_sop


@pytest.fixture(scope="module")
def sop() -> Sop:
    return parse_sop(bundled_sop_text(), "uji")


def test_every_word_of_the_sop_file_has_a_rule() -> None:
    assert set(RULES) == set(REQUIREMENT_KEYS)
    assert set(CONDITIONS) == set(CONDITION_KEYS)


EMPTY = Facts(asked=2, usulan=2, usulan_returned=1)
DONE = Facts(
    asked=2,
    letters_numbered=2,
    letters_printed=2,
    answered=2,
    usulan=2,
    usulan_judged=2,
    usulan_final=2,
    keputusan_drafted=True,
    keputusan_printed=True,
    keputusan_signed=True,
    scanned=True,
    register_applied=True,
    list_written=True,
    published=True,
    archived=True,
)


def test_each_rule_fails_and_holds_by_its_own_fact() -> None:
    needs = tuple(key for key in REQUIREMENT_KEYS if key != "unit_dipilih")
    assert [lack.key for lack in missing(needs, EMPTY)] == list(needs)
    assert [lack.key for lack in missing(("unit_dipilih",), Facts())] == ["unit_dipilih"]
    assert missing(REQUIREMENT_KEYS, DONE) == ()


def test_many_names_are_cut() -> None:
    facts = Facts(asked=7, unanswered_names=tuple("ABCDEFG"))
    (lack,) = missing(("unit_terjawab",), facts)
    assert lack.text == "7 unit kerja belum menjawab: A; B; C; D; E; dan 2 lainnya."


def test_the_panel_that_mends_is_the_stage_that_asks(sop: Sop) -> None:
    for stage in sop.stages:
        for step in stage.steps:
            assert all(RULES[key][0] == stage.number for key in step.needs)


def test_a_conditional_step_is_passed_over(sop: Sop) -> None:
    stage = sop.stage(2)
    assert next_step(stage, 0, Facts()) == 2
    assert next_step(stage, 0, Facts(usulan_returned=1)) == 1
    assert next_step(stage, 2, Facts(usulan_returned=1)) is None


def test_the_last_step_answers_for_the_whole_stage(sop: Sop) -> None:
    stage = sop.stage(1)
    assert [lack.key for lack in blocking(stage, 0, Facts(asked=1))] == [
        "nota_dinas_bernomor",
        "nota_dinas_dicetak",
    ]
    assert blocking(stage, 1, Facts(asked=1)) == ()
    assert [lack.key for lack in blocking(stage, 2, Facts(asked=1, answered=1))] == [
        "nota_dinas_bernomor",
        "nota_dinas_dicetak",
    ]


def test_the_cell_of_a_lane(sop: Sop) -> None:
    assert position(sop, 2, L.PPID_PEMBANTU) == 0
    assert position(sop, 2, L.PPID_PEMBANTU, after=0) == 2
    assert position(sop, 2, L.PPID_PEMBANTU, after=2) is None
    assert position(sop, 1, L.ATASAN_PPID_PEMBANTU) is None


def test_the_stages_are_the_five_kinds_in_order(sop: Sop) -> None:
    assert [stage.kind for stage in sop.stages] == list(StageKind)
    assert sop.total_hari_kerja == 11


@pytest.mark.parametrize(
    ("days", "words"),
    [(3, "Sisa 3 hari kerja"), (0, "Tenggat hari ini"), (-2, "Terlambat 2 hari kerja")],
)
def test_the_words_for_days_left(days: int, words: str) -> None:
    assert days_left_text(days) == words
