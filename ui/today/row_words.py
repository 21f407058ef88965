"""The words of each kind of line, and of what leads on from it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from sopapp.domain.board import Card, days_left_text
from sopapp.domain.tanggal import tanggal, tanggal_pendek, waktu
from ui.board.card_words import due_icon, missing_line, short_day, tone
from ui.today.row import Row

if TYPE_CHECKING:
    from sopapp.domain.dik import EntriDik
    from sopapp.domain.hari_ini import PermohonanMenunggu, SuratMenunggu, UnitMenunggu
    from sopapp.domain.tenggatan import Tenggatan
    from sopapp.services.cadangan_state import CadanganState

_LETTER_ACTS = {
    "cetak": ("Cetak…", "print"),
    "tanda_tangan": ("Catat tanda tangan…", "sign"),
    "pindaian": ("Lampirkan pindaian…", "scan"),
}


def due_row(card: Card, board: Tenggatan) -> Row:
    """A running berkas by the day on which its stage is due."""
    lane, stage = board.sop.lane_name(card.lane), board.sop.stage(card.stage)
    left = days_left_text(card.days_left)
    mark = "±" if card.due_note else ""
    spoken = [f"{left}: {card.judul}, tahap {card.stage}, {lane}", f"tenggat {tanggal(card.due)}"]
    spoken += [f"masih kurang: {text}" for text in card.missing]
    return Row(
        key=("berkas", card.berkas_id),
        title=card.judul,
        spoken=_sentences(spoken),
        about=card,
        detail=f"Tahap {card.stage} {stage.short_name} · {lane}",
        state=left,
        since=f"Tenggat {mark}{short_day(card.due, board.today)}",
        tone=tone(card.days_left),
        icon=due_icon(card.days_left),
        link=missing_line(card),
    )


def unit_rows(units: Iterable[UnitMenunggu], today: date, most: int) -> list[Row]:
    """At most `most` lines: each berkas, and below it its units that have not answered."""
    by_berkas: dict[int, list[UnitMenunggu]] = {}
    for unit in units:
        by_berkas.setdefault(unit.berkas_id, []).append(unit)
    rows: list[Row] = []
    for group in by_berkas.values():
        if len(rows) + 1 >= most:  # a berkas without any of its units says nothing
            break
        rows.append(_group_row(group))
        rows += [_unit_row(unit, today) for unit in group[: most - len(rows)]]
    return rows


def letter_row(letter: SuratMenunggu, today: date) -> Row:
    """A numbered letter by what it lacks."""
    act, icon = _LETTER_ACTS[letter.menunggu]
    name = f"{letter.jenis.label} Nomor {letter.nomor}"
    state = letter.menunggu.label
    what = " · ".join(filter(None, (letter.tujuan, letter.perihal)))
    return Row(
        key=("surat", letter.id),
        title=name,
        spoken=_sentences(
            [f"{state.capitalize()}: {name}", what, f"tanggal {tanggal(letter.tanggal)}"]
        ),
        about=letter,
        detail=what,
        state=state.capitalize(),
        since=f"Tanggal {short_day(letter.tanggal, today)}",
        icon=icon,
        act=act,
    )


def request_row(waiting: PermohonanMenunggu, today: date) -> Row:
    """A request for information by the day on which it must be answered."""
    data, due = waiting.permohonan.data, waiting.tenggat
    left, status = days_left_text(due.sisa), waiting.permohonan.status.label
    name = " · ".join(filter(None, (data.nama, data.nomor_pendaftaran)))
    what = " ".join(data.rincian.split())
    mark = "±" if due.catatan else ""
    return Row(
        key=("permohonan", waiting.permohonan.id),
        title=name,
        spoken=_sentences([f"{left}: permohonan {name}", status, what]),
        about=waiting,
        detail=f"{status} · {what}" if what else status,
        state=left,
        since=f"Tenggat {mark}{short_day(due.akhir, today)}",
        tone=tone(due.sisa),
        icon=due_icon(due.sisa),
    )


def entry_row(entry: EntriDik, today: date) -> Row:
    """An entry of the register by the last day of its period."""
    end = entry.berakhir or date.max
    past = end < today
    title = " ".join(entry.isi.judul().split())
    state = f"{'Lewat' if past else 'Berakhir'} {tanggal_pendek(end)}"
    spoken = f"{'Lewat sejak' if past else 'Berakhir'} {tanggal(end)}: {title}"
    return Row(
        key=("entri", entry.id),
        title=title,
        spoken=_sentences([spoken, entry.unit_nama]),
        about=entry,
        detail=entry.unit_nama,
        state=state,
        tone="danger" if past else "warn",
        icon="late" if past else "warning",
    )


def backup_rows(state: CadanganState, today: date) -> list[Row]:
    """How the backups stand; the first line has the button, warnings come first."""
    here = "Belum ada cadangan"
    if state.local is not None:
        local = state.local.made.astimezone()
        here = f"Cadangan terakhir {waktu(state.local.made)}"
        if local.date() == today:
            here = f"Cadangan terakhir hari ini pukul {local:%H.%M}"
    rest = "Ada perubahan yang belum dicadangkan" if state.changed else "Semuanya sudah dicadangkan"
    if state.outside_changed:
        rest += "; tempat kedua belum"
    told = [*state.warnings, here]
    rows = []
    for number, text in enumerate(told):
        warned = number < len(state.warnings)
        rows.append(
            Row(
                key=("cadangan", number),
                title=text.rstrip("."),
                spoken=_sentences([text] if warned else [text, rest]),
                about=None,
                detail="" if warned else f"{rest}.",
                tone="warn" if warned else ("text" if state.changed else "ok"),
                icon="warning" if warned else ("save" if state.changed else "done"),
                act="" if number else "Cadangkan sekarang",
            )
        )
    return rows


def _group_row(group: list[UnitMenunggu]) -> Row:
    first, count = group[0], len(group)
    words = f"{count} unit kerja belum menjawab"
    return Row(
        key=("berkas", first.berkas_id),
        title=first.judul,
        spoken=_sentences([f"{words}: {first.judul}, tahap 1"]),
        about=first,
        state=words,
        icon="units",
    )


def _unit_row(unit: UnitMenunggu, today: date) -> Row:
    waited = f"{unit.hari} hari kerja" if unit.hari else "Baru diminta"
    reminded, act = "", "Buat surat pengingat…"
    if unit.diingatkan is not None:
        reminded, act = f"Diingatkan {short_day(unit.diingatkan, today)}", "Ingatkan lagi…"
    if unit.pengingat_id is not None:
        reminded, act = "Pengingat disusun, belum bernomor", "Nomori pengingat…"
    asked = f"Nota Dinas Nomor {unit.nomor}"
    spoken = [f"Belum menjawab: {unit.unit_nama}, {unit.judul}", f"diminta {tanggal(unit.diminta)}"]
    return Row(
        key=("unit", unit.berkas_id, unit.unit_id),
        title=unit.unit_nama,
        spoken=_sentences([*spoken, waited, reminded]),
        about=unit,
        detail=" · ".join(filter(None, (reminded, asked))),
        state=waited,
        since=f"Diminta {short_day(unit.diminta, today)}",
        act=act,
        inner=True,
    )


def _sentences(parts: Iterable[str]) -> str:
    """The parts that say something, each a sentence."""
    said = (part.strip().rstrip(".") for part in parts)
    return " ".join(f"{part[0].upper()}{part[1:]}." for part in said if part)
