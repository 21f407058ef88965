"""What the next move of a berkas is, in words."""

from __future__ import annotations

from sopapp.domain.berkas import BerkasDetail
from sopapp.domain.route import next_step


def next_move(detail: BerkasDetail) -> str:
    """Who does what next, e.g. `PPID Pembantu menandatangani Nota Dinas`.

    Empty when the next move finishes the berkas, or when it does not run.
    """
    return " ".join(next_turn(detail)).strip()


def next_turn(detail: BerkasDetail) -> tuple[str, str]:
    """Who acts next, and what they do; both empty when nobody does."""
    card = detail.card
    if card is None:
        return "", ""
    number = card.stage
    index = next_step(detail.sop.stage(number), card.step_index, detail.facts)
    if index is None:
        if number == len(detail.sop.stages):
            return "", ""
        number, index = number + 1, 0
    step = detail.sop.stage(number).steps[index]
    return detail.sop.lane_name(step.lane), lowered(step.activity)


def lowered(activity: str) -> str:
    """An activity inside a sentence: its first letter small, unless it is an abbreviation."""
    if len(activity) > 1 and activity[1].isupper():
        return activity
    return activity[:1].lower() + activity[1:]
