"""The draft of the register reads a row when it is looked at, and counts without reading."""

from __future__ import annotations

from datetime import date

from sopapp.domain.daftar import Daftar, NamaTerbitan, Places
from sopapp.domain.dik import BarisRancangan, IsiDik, Perubahan
from sopapp.domain.rancangan import Rancangan

ORDER = (Perubahan.TAMBAH, Perubahan.UBAH, Perubahan.CABUT, Perubahan.TETAP)


def row(change: Perubahan, number: int) -> BarisRancangan:
    isi = IsiDik(f"Informasi {number}", (), "", "", None)
    return BarisRancangan(change, number, None, 1, "Unit", isi)


def draft() -> tuple[Rancangan, list[int]]:
    """Five rows, of which the second and fourth were spoken of; and what was read."""
    reads: list[int] = []
    names = {1: NamaTerbitan("1", date(2026, 1, 5))}

    class Listed(Daftar):
        def __getitem__(self, at):  # type: ignore[override]
            reads.append(at)
            return super().__getitem__(at)

    def read(versions):
        return [(each, row(Perubahan.TETAP, each).isi, "") for each in versions]

    places = Places([(number, number, 1, 1) for number in range(5)])
    listed = Listed(read, places, names[1], names, {1: "Unit"})

    slots = (0, row(Perubahan.CABUT, 1), 2, row(Perubahan.UBAH, 3), row(Perubahan.TETAP, 4))
    return Rancangan(slots, listed), reads


def test_counting_and_sorting_read_nothing() -> None:
    rows, reads = draft()
    assert len(rows) == 5
    counts = {Perubahan.TAMBAH: 0, Perubahan.UBAH: 1, Perubahan.CABUT: 1, Perubahan.TETAP: 3}
    assert rows.counts() == counts
    assert [each.entri_id for each in rows.changed()] == [1, 3]
    arranged = rows.by_change(ORDER)
    assert len(rows.without(Perubahan.CABUT)) == 4
    made = rows.without(Perubahan.CABUT).each(lambda row: row.entri_id, lambda at: -at)
    assert list(made) == [0, -2, 3, 4]
    assert reads == []
    assert [each.entri_id for each in arranged] == [3, 1, 0, 2, 4]


def test_a_row_is_read_when_it_is_looked_at() -> None:
    rows, reads = draft()
    assert rows[2].isi.informasi == "Informasi 2"
    assert rows[-1].entri_id == 4
    assert [each.entri_id for each in rows[:2]] == [0, 1]
    assert reads == [2, 0]
    assert rows == tuple(rows)


def test_what_became_of_a_listed_entry_is_told_without_reading_it() -> None:
    rows, reads = draft()
    listed = rows.listed
    changes = {0: Perubahan.TAMBAH, 2: Perubahan.UBAH}
    slots = (0, 1, row(Perubahan.CABUT, 9), 2)
    applied = Rancangan(slots, listed, changes, lambda entry: row(changes[entry.id], entry.id))
    counts = {Perubahan.TAMBAH: 1, Perubahan.UBAH: 1, Perubahan.CABUT: 1, Perubahan.TETAP: 1}
    assert applied.counts() == counts
    arranged = applied.by_change(ORDER).without(Perubahan.CABUT)
    assert list(arranged.each(lambda row: row.entri_id, lambda at: -at)) == [0, -2, -1]
    assert reads == []
    made = [(each.entri_id, each.perubahan) for each in arranged]
    assert made == [(0, Perubahan.TAMBAH), (2, Perubahan.UBAH), (1, Perubahan.TETAP)]
    assert [each.entri_id for each in applied.changed()] == [0, 9, 2]
