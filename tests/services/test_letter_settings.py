"""What may be set for papers and their numbers, and that a kind goes back to what came with it."""

from __future__ import annotations

import pytest

from sopapp.app import App
from sopapp.documents.content import NotaDinas
from sopapp.documents.paper_parts import FontFamily
from sopapp.domain.errors import DomainError
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.sop import LaneCode
from sopapp.services.letter_settings import BAWAAN, LetterSettings, NaskahSettings
from tests.conftest import TODAY, Office
from tests.services import carrying

ND = JenisNaskah.NOTA_DINAS


def composed(app: App, office: Office) -> NotaDinas:
    berkas_id = carrying.start(app)
    app.permintaan.choose_units(berkas_id, office.units[:2])
    app.penyusunan.permintaan(berkas_id, per_unit=True)
    letter = app.surat.compose(app.surat.list(berkas_id)[0].id)
    assert isinstance(letter, NotaDinas)
    return letter


def test_each_setting_of_a_nota_dinas_is_followed(app: App, office: Office) -> None:
    app.setting.save_naskah(
        ND,
        NaskahSettings(
            kertas_sendiri=True, paper="Lain", lebar=200.0, tinggi=300.0, top=10.0, font="bookman",
            size=11.0, label_yth=" Kepada \n", label_kapital=True, nomor_di_judul=True,
            signer=LaneCode.ATASAN_PPID_PEMBANTU, pola="{kode}/{urut}".replace("kode", "sifat"),
            kode_sifat=" B ", rangkap_penerima=2, rangkap_tembusan=3, rangkap_arsip=1,
        ),
    )  # fmt: skip
    letter = composed(app, office)
    assert (letter.page.paper.width, letter.page.top, letter.page.font, letter.page.size) == (
        200.0, 10.0, FontFamily.BOOKMAN, 11.0,
    )  # fmt: skip
    assert (letter.label_yth, letter.gaya.label_kapital, letter.gaya.nomor_di_judul) == (
        "Kepada", True, True,
    )  # fmt: skip
    assert letter.signer.nama == "Nama Kepala"
    assert letter.nomor.startswith("B/")
    surat = app.surat.list(1)[0]
    assert surat.rangkap == 2 + 1 + 3 * len(surat.isi.tembusan)
    app.surat.set_number(surat.id, app.nomor.propose(ND, TODAY), TODAY)
    assert app.surat.get(surat.id).nomor == "B/1"


def test_a_kind_without_paper_of_its_own_follows_the_common_one(app: App, office: Office) -> None:
    app.setting.save(
        LetterSettings(paper="F4", left=40.0, klasifikasi=" 500  12 ", sifat=" Biasa ")
    )
    letter = composed(app, office)
    assert (letter.page.paper.name, letter.page.left, letter.sifat) == ("F4", 40.0, "Biasa")
    assert letter.nomor.startswith("500 12/")


def test_a_kind_goes_back_to_what_came_with_the_program(app: App) -> None:
    changed = BAWAAN[ND]._replace(size=10.0, pola="{urut}")
    app.setting.save_naskah(ND, changed)
    assert app.setting.naskah(ND) == changed
    assert app.setting.naskah(JenisNaskah.PENGINGAT) == BAWAAN[JenisNaskah.PENGINGAT]
    app.setting.reset_naskah(ND)
    assert app.setting.naskah(ND) == BAWAAN[ND]
    before = len(app.riwayat.list(limit=None))
    app.setting.reset_naskah(ND)
    assert len(app.riwayat.list(limit=None)) == before


@pytest.mark.parametrize(
    ("jenis", "changes", "field"),
    [
        (ND, {"pola": "{urut}/{nomer}"}, "pola"),
        (ND, {"pola": "tanpa nomor"}, "pola"),
        (ND, {"deret": " \n "}, "deret"),
        (ND, {"label_yth": " "}, "label_yth"),
        (ND, {"font": "comic"}, "font"),
        (ND, {"size": 15.0}, "size"),
        (ND, {"size": float("nan")}, "size"),
        (ND, {"rangkap_penerima": -1}, "rangkap_penerima"),
        (ND, {"rangkap_arsip": 21}, "rangkap_arsip"),
        (ND, {"kertas_sendiri": True, "paper": "A3"}, "paper"),
        (ND, {"kertas_sendiri": True, "paper": "Lain", "lebar": 100.0}, "lebar"),
        (ND, {"kertas_sendiri": True, "paper": "Lain", "lebar": 320.0}, "lebar"),
        (ND, {"kertas_sendiri": True, "left": 80.0, "right": 80.0}, "left"),
        (ND, {"kertas_sendiri": True, "top": 80.0, "bottom": 80.0}, "top"),
        (ND, {"kertas_sendiri": True, "bottom": 4.0}, "bottom"),
        (
            JenisNaskah.KEPUTUSAN,
            {"lampiran_sendiri": True, "lampiran_top": 70.0, "lampiran_bottom": 70.0},
            "lampiran_top",
        ),
        (JenisNaskah.KEPUTUSAN, {"lampiran_sendiri": True, "lampiran_left": 2.0}, "lampiran_left"),
    ],
)
def test_what_cannot_be_set(
    app: App, jenis: JenisNaskah, changes: dict[str, object], field: str
) -> None:
    before = app.setting.naskah(jenis)
    with pytest.raises(DomainError) as told:
        app.setting.save_naskah(jenis, before._replace(**changes))
    assert told.value.field == field
    assert app.setting.naskah(jenis) == before


def test_margins_that_are_not_used_are_not_asked_about(app: App) -> None:
    group = BAWAAN[ND]._replace(left=80.0, right=80.0, lampiran_top=2.0)
    app.setting.save_naskah(ND, group)
    assert app.setting.naskah(ND) == group


def test_signs_that_cannot_be_seen_stay_out_of_a_number(app: App) -> None:
    pasted = BAWAAN[ND]._replace(pola="{urut}\u200b/\x07{tahun}", deret="Nota\u200b Dinas")
    app.setting.save_naskah(ND, pasted)
    stored = app.setting.naskah(ND)
    assert (stored.pola, stored.deret) == ("{urut}/{tahun}", "Nota Dinas")
