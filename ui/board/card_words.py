"""The words of a card: short for its face, whole for its tooltip and for screen readers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from sopapp.domain.board import Card, days_left_text
from sopapp.domain.tanggal import BULAN, tanggal

_MOST_SHARED = 4  # words
MISSING = "Masih kurang: "
"""Begins the line about something that the step still lacks."""


def short_day(day: date, today: date) -> str:
    """`30 Nov`, with the year only when it is not this year's."""
    text = f"{day.day} {BULAN[day.month - 1][:3]}"
    return text if day.year == today.year else f"{text} {day.year}"


def dates_lines(card: Card, today: date) -> tuple[str, str]:
    """Since when it lies there and when it is due: in words, and shorter for a narrow card."""
    mark = "±" if card.due_note else ""
    since, due = short_day(card.held_since, today), mark + short_day(card.due, today)
    return f"Sejak {since} · tenggat {due}", f"{since} → {due}"


def progress_line(card: Card) -> str:
    """`3/6 unit menjawab`, or empty text."""
    if card.progress is None:
        return ""
    done, total, what = card.progress
    return f"{done}/{total} {what}"


def missing_line(card: Card) -> str:
    """The first thing lacking and how many more, or empty text."""
    if not card.missing:
        return ""
    more = len(card.missing) - 1
    return card.missing[0] + (f" (+{more})" if more else "")


def tone(days_left: int) -> str:
    """The token that colours the due date."""
    if days_left < 0:
        return "danger"
    return "warn" if days_left == 0 else "ok"


def due_icon(days_left: int) -> str:
    """The shape that says the same as the colour."""
    if days_left < 0:
        return "late"
    return "warning" if days_left == 0 else "clock"


def urgent_words(days_left: int) -> str:
    """How a due date stands, in a word or two: the unit, working days, is told elsewhere."""
    if days_left < 0:
        return f"lewat {-days_left} hk"
    return f"sisa {days_left} hk" if days_left else "hari ini"


def short_words(days_left: int) -> str:
    """As `urgent_words`, where every letter counts."""
    if days_left < 0:
        return f"lewat {-days_left}"
    return f"{days_left} hk" if days_left else "hari ini"


def shared_beginning(titles: Sequence[str]) -> str:
    """The first words that more than half of the titles share; a lone title shares none.

    At least one word of each title is left.
    """
    beginning = ""
    for length in range(1, _MOST_SHARED + 1):
        heads = Counter(
            " ".join(words[:length]) for words in map(str.split, titles) if len(words) > length
        )
        ((head, count),) = heads.most_common(1) or (("", 0),)
        if count < 2 or count * 2 <= len(titles) or not head.startswith(beginning):
            break
        beginning = head
    return beginning


def without_beginning(title: str, beginning: str) -> str:
    """The title with an ellipsis for the words that most titles begin with."""
    if beginning and title.startswith(f"{beginning} "):
        return f"…{title[len(beginning) :].strip()}"
    return title


def full_lines(card: Card) -> tuple[str, ...]:
    """Everything about the card in whole sentences, one a line."""
    lines = [
        card.judul,
        f"Langkah {card.stage}.{card.step_index + 1}: {card.activity}.",
        f"Di sini sejak {tanggal(card.held_since)}; tahap dimulai {tanggal(card.stage_since)}.",
        f"{days_left_text(card.days_left)}; tenggat {tanggal(card.due)}.",
    ]
    if card.due_note:
        lines.append(card.due_note)
    if card.progress is not None:
        done, total, what = card.progress
        lines.append(f"{done} dari {total} {what}.")
    lines.extend(f"{MISSING}{text}" for text in card.missing)
    if card.sent_back:
        lines.append(f"Dikembalikan: {card.sent_back}")
    return tuple(lines)


def spoken(card: Card) -> str:
    """The card in one breath, for screen readers: title, due date, what is missing, the rest."""
    first, step, since, due, *rest = full_lines(card)
    missing = [line for line in rest if line.startswith(MISSING)]
    others = [line for line in rest if line not in missing]
    return " ".join((f"{first}.", due, *missing, *others, step, since))
