"""Writing the evidence piece by piece: how far it is, and a stop inside a piece."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from sopapp.domain.bukti import Bagian, Bukti, DaftarIsi
from sopapp.domain.progress import Cancelled, Progress
from sopapp.services.bukti_tulis import Make, Potong, RencanaBukti, write_bukti


def plan(*makes: Make) -> RencanaBukti:
    pieces = tuple(
        Potong(Bukti(Bagian.SOP, f"Lembar {number}", f"internal/{number}.pdf"), make)
        for number, make in enumerate(makes)
    )
    isi = DaftarIsi("Dinas Uji", 2026, date(2026, 12, 31), date(2027, 1, 4),
                    tuple(piece.bukti for piece in pieces))  # fmt: skip
    return RencanaBukti(isi, pieces, datetime(2027, 1, 4, tzinfo=UTC))


def half_told(progress: Progress) -> bytes:
    progress(1, 2)
    return b"satu"


def silent(_progress: Progress) -> bytes:
    return b"dua"


def test_progress_is_even_whatever_the_pieces_tell(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    write_bukti(plan(half_told, silent), tmp_path / "b.zip", lambda *step: told.append(step))
    assert told == [(0, 2000), (500, 2000), (1000, 2000), (2000, 2000)]
    told.clear()
    write_bukti(plan(), tmp_path / "b.zip", lambda *step: told.append(step))
    assert told == [(0, 1)]


def test_a_stop_inside_a_piece_is_no_piece_that_failed(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    with pytest.raises(Cancelled):
        write_bukti(
            plan(half_told), tmp_path / "b.zip", lambda *step: told.append(step),
            lambda: len(told) == 1,
        )  # fmt: skip
    assert list(tmp_path.iterdir()) == []
