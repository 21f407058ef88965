"""Officials: what is refused, kept and recorded, and who signs on which day."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopapp.app import App, open_app
from sopapp.clock import FixedClock
from sopapp.domain.errors import DomainError
from sopapp.domain.pejabat import Kepegawaian, PejabatInput, StatusPejabat
from sopapp.domain.sop import LaneCode
from sopapp.services.letter_parts import from_line, signature_block
from tests.conftest import TODAY

ATASAN = LaneCode.ATASAN_PPID_PEMBANTU
KEPALA = PejabatInput("Nama Kepala", "Kepala Dinas Uji", ATASAN, date(2020, 1, 1))
WAKIL = PejabatInput(
    "Nama Wakil",
    "Sekretaris",
    ATASAN,
    date(2026, 11, 1),
    date(2026, 11, 30),
    atas_nama="Kepala Dinas Uji",
)
BIDANG = dataclasses.replace(WAKIL, jabatan="Kepala Bidang", melalui="Sekretaris")


def stored(app: App) -> PejabatInput:
    return app.pejabat.list()[0].data


@pytest.mark.parametrize(
    ("data", "field"),
    [
        (dataclasses.replace(KEPALA, melalui="Sekretaris"), "melalui"),
        (dataclasses.replace(KEPALA, melalui="u.b. Sekretaris", atas_nama=" "), "melalui"),
        (dataclasses.replace(KEPALA, atas_nama="KEPALA DINAS UJI"), "atas_nama"),
        (dataclasses.replace(WAKIL, melalui="Kepala Dinas Uji"), "melalui"),
        (dataclasses.replace(WAKIL, melalui="sekretaris"), "melalui"),
    ],
)
def test_a_mandate_that_cannot_be(app: App, data: PejabatInput, field: str) -> None:
    with pytest.raises(DomainError) as caught:
        app.pejabat.add(data)
    assert caught.value.field == field
    assert app.pejabat.list() == ()


def test_a_whole_page_is_no_name(app: App) -> None:
    for field, at in (("nama", "nama"), ("jabatan", "jabatan"), ("golongan", "pangkat")):
        with pytest.raises(DomainError, match="Terlalu panjang") as caught:
            app.pejabat.add(dataclasses.replace(KEPALA, **{field: "x" * 301}))
        assert caught.value.field == at
    app.pejabat.add(dataclasses.replace(KEPALA, nama="x" * 300))


def test_saving_what_is_there_already_is_no_event(app: App) -> None:
    made = app.pejabat.add(KEPALA)
    before = len(app.riwayat.list())
    app.pejabat.edit(made, KEPALA)
    assert len(app.riwayat.list()) == before
    app.pejabat.edit(made, dataclasses.replace(KEPALA, nama="Nama Lain"))
    assert len(app.riwayat.list()) == before + 1


def test_words_that_a_letter_puts_there_itself_are_not_kept(app: App) -> None:
    pejabat_id = app.pejabat.add(
        dataclasses.replace(
            BIDANG, atas_nama=" a.n. Kepala Dinas Uji", melalui="u.b. Sekretaris",
            selaku="selaku PPID", status=StatusPejabat.PLH, jabatan="Plh. Kepala Bidang",
        )
    )  # fmt: skip
    assert stored(app) == dataclasses.replace(BIDANG, selaku="PPID", status=StatusPejabat.PLH)
    app.pejabat.edit(pejabat_id, dataclasses.replace(BIDANG, atas_nama="Andalan Negeri"))
    assert stored(app).atas_nama == "Andalan Negeri"


def test_riwayat_has_the_whole_official_before_and_after(app: App) -> None:
    pejabat_id = app.pejabat.add(BIDANG)
    changed = dataclasses.replace(
        BIDANG, atas_nama="Gubernur", melalui="", kepegawaian=Kepegawaian.PPPK
    )
    app.pejabat.edit(pejabat_id, changed)
    event = app.riwayat.list()[0]
    was, now = event.sebelum, event.sesudah
    assert [was["atas_nama"], was["melalui"], was["kepegawaian"]] == [
        "Kepala Dinas Uji", "Sekretaris", "pns",
    ]  # fmt: skip
    assert [now["atas_nama"], now["melalui"], now["kepegawaian"]] == ["Gubernur", "", "pppk"]
    app.pejabat.remove(pejabat_id)
    assert app.riwayat.list()[0].sebelum == now


def test_a_mandate_signs_for_its_days_and_a_stand_in_before_it(app: App) -> None:
    app.pejabat.add(WAKIL)
    app.pejabat.add(KEPALA)

    def signer(day: date) -> str:
        found = app.pejabat.signer(ATASAN, day)
        assert found is not None
        return found.data.nama

    assert signer(date(2026, 10, 31)) == "Nama Kepala"
    assert signer(TODAY) == "Nama Wakil"
    assert signer(date(2026, 12, 1)) == "Nama Kepala"
    app.pejabat.add(dataclasses.replace(KEPALA, nama="Nama Plh", status=StatusPejabat.PLH))
    assert signer(TODAY) == "Nama Plh"


@pytest.mark.parametrize(
    ("data", "jabatan", "pangkat", "nip", "dari"),
    [
        (
            dataclasses.replace(
                KEPALA, pangkat="Pembina Tk. I, IV/b", nip="198609262015051001",
                status=StatusPejabat.PLT,
            ),
            ("Plt. KEPALA DINAS UJI",),
            "Pembina Tk. I",
            "19860926 201505 1 001",
            "Plt. Kepala Dinas Uji",
        ),
        (
            dataclasses.replace(BIDANG, selaku="PPID Pembantu"),
            ("a.n. KEPALA DINAS UJI", "SEKRETARIS", "u.b.", "KEPALA BIDANG SELAKU PPID PEMBANTU"),
            None,
            None,
            "Kepala Bidang selaku PPID Pembantu",
        ),
        (
            dataclasses.replace(
                KEPALA, kepegawaian=Kepegawaian.PPPK, pangkat="IX", nip="199001012023211012"
            ),
            ("KEPALA DINAS UJI",),
            None,
            "NI PPPK 19900101 202321 1 012",
            "Kepala Dinas Uji",
        ),
    ],
)  # fmt: skip
def test_how_an_official_stands_in_a_letter(
    data: PejabatInput, jabatan: tuple[str, ...], pangkat: str | None, nip: str | None, dari: str
) -> None:
    block = signature_block(data)
    assert block.jabatan == jabatan
    assert (block.nama, block.pangkat, block.nip) == (data.nama, pangkat, nip)
    assert from_line(data) == dari


_WORDS = st.text(max_size=12)


@given(
    data=st.builds(
        PejabatInput,
        nama=_WORDS,
        jabatan=_WORDS,
        peran=st.one_of(st.none(), st.sampled_from(LaneCode)),
        berlaku_dari=st.dates(date(2000, 1, 1), date(2030, 1, 1)),
        berlaku_sampai=st.one_of(st.none(), st.dates(date(2000, 1, 1), date(2030, 1, 1))),
        status=st.sampled_from(StatusPejabat),
        nip=_WORDS,
        pangkat=_WORDS,
        golongan=_WORDS,
        selaku=_WORDS,
        atas_nama=_WORDS,
        melalui=_WORDS,
        kepegawaian=st.sampled_from(Kepegawaian),
    )
)
@settings(max_examples=60, deadline=None)
def test_what_is_kept_is_kept_as_it_is_when_saved_again(
    data: PejabatInput, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tmp_path_factory.getbasetemp() / "pejabat"
    with open_app(root, FixedClock(TODAY), "Penguji") as app:
        try:
            pejabat_id = app.pejabat.add(data)
        except DomainError as error:
            assert error.field  # noqa: PT017 - most of what is made up is refused
            return
        kept = next(row.data for row in app.pejabat.list() if row.id == pejabat_id)
        app.pejabat.edit(pejabat_id, kept)
        again = next(row.data for row in app.pejabat.list() if row.id == pejabat_id)
        assert again == kept
        app.pejabat.remove(pejabat_id)
