"""Boards made by hand, for tests that need no database."""

from __future__ import annotations

from datetime import date, timedelta

from sopapp.domain.board import URGENCY, Board, Card
from sopapp.domain.sop import LaneCode, Sop
from sopapp.sop_file import bundled_sop_text, parse_sop

TODAY = date(2026, 11, 26)


def sop() -> Sop:
    """The SOP shipped with the program."""
    return parse_sop(bundled_sop_text(), "bawaan")


def card(number: int, stage: int, step: int, **changes: object) -> Card:
    """A card in a step (from 0) of a stage of the shipped SOP."""
    here = sop().stage(stage)
    values: dict[str, object] = {
        "berkas_id": number,
        "judul": f"Pemutakhiran DIK Tahun {2020 + number % 10} nomor {number}",
        "tahun": 2020 + number % 10,
        "stage": stage,
        "lane": here.steps[step].lane,
        "step_index": step,
        "activity": here.steps[step].activity,
        "held_since": TODAY - timedelta(days=2),
        "stage_since": TODAY - timedelta(days=3),
        "due": TODAY + timedelta(days=4),
        "days_left": 2,
        "progress": None,
        "missing": (),
        "sent_back": "",
        "due_note": "",
    }
    return Card(**(values | changes))


def board(*cards: Card) -> Board:
    """A board with these cards, most urgent first."""
    return Board(sop(), TODAY, tuple(sorted(cards, key=URGENCY)))


def busy_board() -> Board:
    """A few berkas in every kind of state."""
    return board(
        card(1, 1, 2, judul="Pemutakhiran DIK Tahun 2026", days_left=-3,
             due=date(2026, 11, 23), progress=(3, 6, "unit menjawab"),
             missing=("3 unit kerja belum menjawab: Sekretariat; Bidang Perdagangan; UPTD.",)),
        card(2, 1, 0, judul="Pemutakhiran DIK Triwulan III Tahun 2026 pada Unit Pelaksana Teknis "
             "Daerah Metrologi Legal", days_left=0, due=TODAY, progress=(0, 0, "unit menjawab"),
             missing=("Belum ada unit kerja yang diminta.", "a", "b")),
        card(3, 2, 0, judul="Pemutakhiran DIK Tahun 2025", days_left=1, due=date(2026, 11, 27),
             progress=(4, 25, "usulan diputus"), missing=("21 usulan belum dinilai: Data.",),
             sent_back="Dasar hukum tiga usulan belum menyebut huruf Pasal 17."),
        card(4, 3, 1, judul="Pemutakhiran DIK Tahun 2024", days_left=2,
             missing=("Nomor dan tanggal Keputusan yang ditandatangani belum dicatat.",)),
        card(5, 5, 0, judul="Pemutakhiran DIK Tahun 2023", due=date(2027, 1, 4), days_left=20,
             missing=("Daftar untuk diumumkan belum dibuat.", "x", "y"),
             due_note="Hari libur 2027 belum ditetapkan; tenggat dapat berubah."),
        card(6, 5, 0, judul="Pemutakhiran DIK Tahun 2022", days_left=4),
    )  # fmt: skip


def crowd(count: int) -> Board:
    """Many cards, spread over every step of the SOP."""
    places = [(stage.number, step) for stage in sop().stages for step in range(len(stage.steps))]
    whole = sop()
    cards = []
    for number in range(1, count + 1):
        stage, step = places[number % len(places)]
        here = whole.stage(stage)
        cards.append(
            Card(
                berkas_id=number,
                judul=f"Pemutakhiran Daftar Informasi yang Dikecualikan nomor {number}",
                tahun=2020 + number % 10,
                stage=stage,
                lane=LaneCode(here.steps[step].lane),
                step_index=step,
                activity=here.steps[step].activity,
                held_since=TODAY - timedelta(days=number % 9),
                stage_since=TODAY - timedelta(days=number % 9),
                due=TODAY + timedelta(days=number % 7 - 3),
                days_left=number % 7 - 3,
                progress=(number % 5, 6, "unit menjawab") if stage == 1 else None,
                missing=("Belum ada unit kerja yang diminta.",) if number % 3 else (),
                sent_back="Perlu dilengkapi." if number % 11 == 0 else "",
                due_note="",
            )
        )
    return Board(whole, TODAY, tuple(sorted(cards, key=URGENCY)))
