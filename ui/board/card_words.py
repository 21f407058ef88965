"""The words of a card: short for its face, whole for its tooltip and for screen readers."""

from __future__ import annotations

from datetime import date

from sopapp.domain.board import Card, days_left_text
from sopapp.domain.tanggal import BULAN, tanggal


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
    lines.extend(f"Masih kurang: {text}" for text in card.missing)
    if card.sent_back:
        lines.append(f"Dikembalikan: {card.sent_back}")
    return tuple(lines)


def spoken(card: Card) -> str:
    """The card in one breath, for screen readers."""
    first, *rest = full_lines(card)
    return f"{first}. " + " ".join(rest)
