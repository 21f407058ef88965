"""A change of signer reaches every open letter and no signed one."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from sopapp.app import App
from sopapp.documents.build import build
from sopapp.domain.errors import DomainError
from sopapp.domain.pejabat import PejabatInput, StatusPejabat
from sopapp.domain.sop import LaneCode
from tests.conftest import TODAY, Office
from tests.services import carrying

PLT = PejabatInput(
    "Nama Plt",
    "Kepala Dinas Uji",
    LaneCode.ATASAN_PPID_PEMBANTU,
    date(2026, 11, 1),
    status=StatusPejabat.PLT,
)
PENERUS = PejabatInput(
    "Nama Penerus", "Sekretaris", LaneCode.PPID_PEMBANTU, TODAY, atas_nama="Kepala Dinas Uji"
)


def signers(app: App, berkas_id: int) -> set[str]:
    return {app.surat.compose(surat.id).signer.nama for surat in app.surat.list(berkas_id)}


def test_it_reaches_every_letter_that_is_not_signed(app: App, office: Office) -> None:
    berkas_id = carrying.start(app)
    carrying.ask(app, berkas_id, office.units)
    assert signers(app, berkas_id) == {"Nama Sekretaris"}

    app.pejabat.add(PENERUS)
    assert signers(app, berkas_id) == {"Nama Penerus"}
    letter = app.surat.compose(app.surat.list(berkas_id)[0].id)
    assert letter.signer.jabatan == ("a.n. KEPALA DINAS UJI", "SEKRETARIS")
    assert letter.dari == "Sekretaris"


def test_a_print_with_the_former_signer_is_not_taken_for_the_letter(
    app: App, office: Office
) -> None:
    berkas_id = carrying.start(app)
    carrying.ask(app, berkas_id, office.units)
    surat_id = app.surat.list(berkas_id)[0].id
    app.pejabat.add(PENERUS)
    with pytest.raises(DomainError, match="Cetak"):
        app.surat.sign(surat_id)
    app.surat.keep(surat_id, carrying.PDF, "dicetak lagi")
    app.surat.sign(surat_id)
    assert app.agenda.row(surat_id).penanda_tangan == "Nama Penerus"


def test_a_signed_letter_keeps_its_signer_and_its_bytes(app: App, office: Office) -> None:
    berkas_id = carrying.to_validasi(app, office.units)
    carrying.propose(app, berkas_id, office.units[0], carrying.complete("Data pemohon"))
    carrying.to_penetapan(app, berkas_id)
    surat_id = carrying.print_keputusan(app, berkas_id)
    app.berkas.advance(berkas_id)
    pdf = build(app.surat.compose(surat_id, "1", TODAY))
    app.keputusan.sign(berkas_id, "1", TODAY, pdf)
    before = app.surat.kept(surat_id)
    assert before is not None

    app.pejabat.add(PLT)
    app.pejabat.remove(office.kepala)
    assert app.surat.kept(surat_id) == before
    assert app.surat.get(surat_id).ditandatangani
    assert app.agenda.row(surat_id).penanda_tangan == "Nama Kepala"


def test_an_open_keputusan_follows_a_plt_and_a_mandate(app: App, office: Office) -> None:
    berkas_id = carrying.to_validasi(app, office.units)
    carrying.propose(app, berkas_id, office.units[0], carrying.complete("Data pemohon"))
    carrying.to_penetapan(app, berkas_id)
    surat_id = app.keputusan.draft(berkas_id)

    plt_id = app.pejabat.add(PLT)
    assert app.surat.compose(surat_id, "1", TODAY).signer.jabatan == ("Plt. KEPALA DINAS UJI",)
    assert app.surat.compose(surat_id, "1", date(2026, 10, 30)).signer.nama == "Nama Kepala"

    app.pejabat.edit(
        plt_id,
        dataclasses.replace(
            PLT, nama="Nama Wakil", jabatan="Sekretaris", status=StatusPejabat.DEFINITIF,
            atas_nama="Kepala Dinas Uji",
        ),
    )  # fmt: skip
    made = app.surat.compose(surat_id, "1", TODAY)
    assert made.signer.jabatan == ("a.n. KEPALA DINAS UJI", "SEKRETARIS")
    # The decision is that of the one in whose name it is signed.
    assert made.pejabat == "Kepala Dinas Uji"
