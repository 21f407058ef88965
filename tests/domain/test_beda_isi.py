"""Which parts of an entry differ, named as on the form."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopapp.domain.beda_isi import beda_isi
from sopapp.domain.dik import DasarPengecualian, IsiDik, JangkaWaktu, JenisJangka, Perubahan
from sopapp.domain.terbitan import BarisBanding

WHOLE = IsiDik(
    informasi="Data pemohon",
    dasar=(DasarPengecualian("h", 2), DasarPengecualian("j", None, "UU PDP", "Pasal 4")),
    konsekuensi_dibuka="Mengungkap rahasia pribadi pemohon.",
    manfaat_ditutup="Melindungi rahasia pribadi pemohon.",
    jangka=JangkaWaktu(JenisJangka.DURASI, bulan=24),
    bentuk="Dokumen",
    bagian="alamat",
)


def row(
    before: IsiDik | None, after: IsiDik | None, unit_before: str = "U", unit_after: str = "U"
) -> BarisBanding:
    return BarisBanding(Perubahan.UBAH, 1, unit_before, unit_after, before, after)


def labels(found: BarisBanding) -> list[str]:
    return [part.label for part in beda_isi(found)]


@pytest.mark.parametrize(
    ("changed", "label"),
    [
        ({"informasi": "Data pelapor"}, "Informasi"),
        ({"bagian": ""}, "Bagian yang dikecualikan"),
        ({"dasar": WHOLE.dasar[:1]}, "Dasar hukum"),
        ({"konsekuensi_dibuka": "Lain"}, "Konsekuensi bila dibuka"),
        ({"manfaat_ditutup": "Lain"}, "Manfaat bila ditutup"),
        ({"jangka": None}, "Jangka waktu"),
        ({"bentuk": "Arsip"}, "Bentuk"),
    ],
)
def test_only_the_part_that_changed_is_there(changed: dict[str, object], label: str) -> None:
    assert labels(row(WHOLE, dataclasses.replace(WHOLE, **changed))) == [label]


def test_equal_content_has_no_parts() -> None:
    assert beda_isi(row(WHOLE, WHOLE)) == ()


def test_a_move_to_another_unit_is_a_part() -> None:
    assert labels(row(WHOLE, WHOLE, "Bidang 1", "Bidang 2")) == ["Unit kerja"]


def test_a_whole_entry_shows_every_part_that_has_words() -> None:
    added = beda_isi(row(None, dataclasses.replace(WHOLE, bentuk=""), "", "U"))

    assert [part.label for part in added] == [
        "Informasi",
        "Bagian yang dikecualikan",
        "Dasar hukum",
        "Konsekuensi bila dibuka",
        "Manfaat bila ditutup",
        "Jangka waktu",
        "Unit kerja",
    ]
    assert all(not part.beda.sebelum for part in added)
    removed = beda_isi(row(WHOLE, None, "U", ""))
    assert all(not part.beda.sesudah for part in removed)
    assert added[2].beda.sesudah[0].text == (
        "Pasal 17 huruf h angka 2 UU Nomor 14 Tahun 2008\n"
        "Pasal 17 huruf j UU Nomor 14 Tahun 2008 jo. Pasal 4 UU PDP"
    )


def test_another_value_under_the_same_words_says_so() -> None:
    event = JangkaWaktu(JenisJangka.PERISTIWA, peristiwa="2 tahun")
    found = row(WHOLE, dataclasses.replace(WHOLE, jangka=event))
    assert labels(found) == ["Jangka waktu (dicatat dengan cara lain)"]


@given(st.text(max_size=30), st.text(max_size=30))
def test_a_side_reads_as_its_text(before: str, after: str) -> None:
    found = beda_isi(row(IsiDik(before), IsiDik(after)))
    if before == after or not (before.strip() or after.strip()):
        assert found == ()
        return
    (part,) = found
    assert "".join(run.text for run in part.beda.sebelum) == before
    assert "".join(run.text for run in part.beda.sesudah) == after
