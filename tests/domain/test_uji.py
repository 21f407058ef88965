"""What a uji konsekuensi lacks before its conclusion counts."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopapp.domain.dik import DasarPengecualian, IsiDik, JangkaWaktu, JenisJangka, Putusan
from sopapp.domain.uji import IsiUji, Kesimpulan, Peserta, kekurangan_uji

ISI = IsiDik("Identitas pelapor", dasar=(DasarPengecualian("a"),))
UJI = IsiUji(
    tanggal=date(2026, 11, 23),
    tempat="Ruang rapat",
    kepentingan_publik="Publik mengetahui jumlah pengaduan.",
    kepatutan="Pelapor patut dilindungi.",
    pasal_18=False,
    persetujuan=None,
    kesimpulan=Kesimpulan.SELURUHNYA,
    alasan="Kerugian lebih besar.",
    peserta=(Peserta("Maria", "Sekretaris"),),
)


def fields(uji: IsiUji, isi: IsiDik = ISI, *, warning: bool = False) -> list[str]:
    return [lack.field for lack in kekurangan_uji(isi, uji) if lack.warning is warning]


def test_a_complete_test_lacks_nothing() -> None:
    assert kekurangan_uji(ISI, UJI) == ()


@pytest.mark.parametrize("kesimpulan", Kesimpulan)
@pytest.mark.parametrize("field", ["tempat", "kepentingan_publik", "kepatutan", "alasan"])
def test_every_text_is_needed_whatever_the_conclusion(field: str, kesimpulan: Kesimpulan) -> None:
    uji = dataclasses.replace(UJI, kesimpulan=kesimpulan, **{field: " \n"})
    isi = dataclasses.replace(ISI, bagian="nama")
    assert fields(uji, isi) == [field]


@pytest.mark.parametrize("peserta", [(), (Peserta("Maria"), Peserta(" ", "Sekretaris"))])
def test_somebody_with_a_name_took_part(peserta: tuple[Peserta, ...]) -> None:
    assert fields(dataclasses.replace(UJI, peserta=peserta)) == ["peserta"]


def test_a_part_that_is_excluded_is_named() -> None:
    partly = dataclasses.replace(UJI, kesimpulan=Kesimpulan.SEBAGIAN)
    assert fields(partly) == ["bagian"]
    assert fields(partly, dataclasses.replace(ISI, bagian="nama")) == []


@pytest.mark.parametrize("answer", [None, True])
def test_pasal_18_is_asked_and_a_yes_ends_in_open(answer: bool | None) -> None:
    uji = dataclasses.replace(UJI, pasal_18=answer)
    assert fields(uji) == ["pasal_18"]
    assert fields(dataclasses.replace(uji, kesimpulan=Kesimpulan.TERBUKA)) == []


@pytest.mark.parametrize(("huruf", "asked"), [("g", True), ("h", True), ("b", False)])
@pytest.mark.parametrize("answer", [None, True])
def test_consent_only_concerns_g_and_h_and_only_warns(
    huruf: str, answer: bool | None, asked: bool
) -> None:
    isi = dataclasses.replace(ISI, dasar=(DasarPengecualian("a"), DasarPengecualian(huruf)))
    uji = dataclasses.replace(UJI, persetujuan=answer)
    assert fields(uji, isi) == []
    assert fields(uji, isi, warning=True) == (["persetujuan"] if asked else [])
    settled = dataclasses.replace(UJI, persetujuan=False)
    assert fields(settled, isi, warning=True) == []


def test_the_conclusion_gives_the_verdict() -> None:
    assert {each: each.putusan for each in Kesimpulan} == {
        Kesimpulan.SELURUHNYA: Putusan.DIKECUALIKAN,
        Kesimpulan.SEBAGIAN: Putusan.DIKECUALIKAN,
        Kesimpulan.TERBUKA: Putusan.TERBUKA,
    }


@given(
    st.builds(
        IsiUji,
        tanggal=st.just(date(2026, 11, 23)),
        tempat=st.text(max_size=3),
        kepentingan_publik=st.text(max_size=3),
        kepatutan=st.text(max_size=3),
        pasal_18=st.sampled_from([None, True, False]),
        persetujuan=st.sampled_from([None, True, False]),
        kesimpulan=st.sampled_from(Kesimpulan),
        alasan=st.text(max_size=3),
        peserta=st.lists(st.builds(Peserta, st.text(max_size=2)), max_size=3).map(tuple),
    )
)
def test_every_gap_is_told_in_a_sentence_with_its_source(uji: IsiUji) -> None:
    for lack in kekurangan_uji(ISI, uji):
        assert lack.text.endswith(".")
        assert lack.sumber
        assert hasattr(uji, lack.field) or hasattr(ISI, lack.field)


@pytest.mark.parametrize(("days", "refused"), [(-1, ["jangka"]), (0, []), (30, [])])
def test_nothing_is_excluded_until_a_day_that_is_past(days: int, refused: list[str]) -> None:
    until = JangkaWaktu(JenisJangka.TANGGAL, sampai=UJI.tanggal + timedelta(days))
    isi = dataclasses.replace(ISI, jangka=until)
    assert fields(UJI, isi) == refused
    assert fields(dataclasses.replace(UJI, kesimpulan=Kesimpulan.TERBUKA), isi) == []
