"""Letters take every field that their template offers, and follow a change until signed."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopapp.app import App
from sopapp.documents.templates import Item
from sopapp.domain.dik import Putusan
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.permohonan import PermohonanInput
from sopapp.domain.surat import JenisSurat
from sopapp.domain.templat import Bentuk
from tests.conftest import Office
from tests.services import carrying
from tests.services.carrying import complete


def name_all_fields(app: App, jenis: JenisNaskah) -> None:
    """Make every part of a kind say every field that is offered for it."""
    every = " ".join(f"{{{one.nama}}}" for one in app.templat.fields(jenis))
    template = app.templat.get(jenis)
    texts, lists = dict(template.texts), dict(template.lists)
    for part in app.templat.parts(jenis):
        if part.bentuk is Bentuk.DAFTAR:
            lists[part.kunci] = tuple(
                Item(f"SEMUA {every}", one.nama) for one in app.templat.fields(jenis)
            )
        else:
            texts[part.kunci] = f"SEMUA {every}"
    app.templat.save(jenis, texts, lists)


def letters(app: App, berkas_id: int, jenis: JenisSurat) -> list[object]:
    return [
        app.surat.compose(surat.id) for surat in app.surat.list(berkas_id) if surat.jenis is jenis
    ]


@pytest.mark.parametrize("per_unit", [True, False])
def test_a_request(app: App, office: Office, per_unit: bool) -> None:
    name_all_fields(app, JenisNaskah.NOTA_DINAS)
    berkas_id = carrying.start(app)
    carrying.ask(app, berkas_id, office.units, per_unit=per_unit)
    assert "SEMUA 2026" in str(letters(app, berkas_id, JenisSurat.NOTA_DINAS)[0])


def test_a_reminder(app: App, office: Office) -> None:
    name_all_fields(app, JenisNaskah.PENGINGAT)
    berkas_id = carrying.to_answers(app, office.units)
    app.penyusunan.pengingat(berkas_id)
    assert "SEMUA 2026" in str(letters(app, berkas_id, JenisSurat.PENGINGAT)[0])


def test_what_goes_back_to_be_mended(app: App, office: Office) -> None:
    name_all_fields(app, JenisNaskah.PENGEMBALIAN)
    berkas_id = carrying.to_validasi(app, office.units)
    carrying.propose(
        app, berkas_id, office.units[0], complete("Satu"), putusan=Putusan.DIKEMBALIKAN
    )
    app.penyusunan.pengembalian(berkas_id, office.units[0])
    assert "SEMUA 2026" in str(letters(app, berkas_id, JenisSurat.PENGEMBALIAN)[0])


def test_the_papers_of_a_keputusan(app: App, office: Office, tmp_path: Path) -> None:
    for jenis in (JenisNaskah.LEMBAR_UJI, JenisNaskah.BERITA_ACARA, JenisNaskah.PENGANTAR,
                  JenisNaskah.KEPUTUSAN, JenisNaskah.SALINAN, JenisNaskah.DAFTAR):  # fmt: skip
        name_all_fields(app, jenis)
    berkas_id = carrying.to_validasi(app, office.units)
    usulan_id = carrying.propose(app, berkas_id, office.units[0], complete("Satu"))
    assert "SEMUA 2026" in str(app.uji.compose_lembar(usulan_id))
    assert "SEMUA 2026" in str(app.uji.compose_berita_acara(berkas_id))
    carrying.to_penetapan(app, berkas_id)
    surat_id = app.keputusan.draft(berkas_id)
    assert "SEMUA 2026" in str(app.surat.compose(surat_id))
    app.penyusunan.pengantar(berkas_id)
    assert "SEMUA 2026" in str(letters(app, berkas_id, JenisSurat.PENGANTAR)[0])
    carrying.sign(app, berkas_id, "1")
    assert "SEMUA 2026" in str(app.keputusan.compose_salinan(berkas_id).salinan)
    carrying.apply(app, berkas_id, tmp_path)
    value = app.ekspor.value(app.clock.today())
    assert "SEMUA 2026" in value.judul
    assert "SEMUA 2026" in str(value.catatan)


def test_a_refusal(app: App, office: Office, tmp_path: Path) -> None:
    name_all_fields(app, JenisNaskah.PENOLAKAN)
    carrying.to_register(app, office.units, tmp_path, "1", [(office.units[0], "Satu")])
    entri_ids = tuple(entri.id for entri in app.dik.current())
    request = PermohonanInput(
        "07/PI/XI/2026", app.clock.today(), "Nama", "Alamat", "Kontak", "Rincian",
        entri_ids=entri_ids,
    )  # fmt: skip
    surat_id = app.permohonan.draft_letter(app.permohonan.add(request))
    assert "SEMUA 2026" in str(app.surat.compose(surat_id))


def test_an_open_letter_follows_a_change_and_a_signed_one_does_not(
    app: App, office: Office
) -> None:
    berkas_id = carrying.start(app)
    carrying.ask(app, berkas_id, office.units)
    first, second, *_rest = app.surat.list(berkas_id)
    app.surat.sign(first.id)
    before = app.surat.get(first.id).isi
    template = app.templat.get(JenisNaskah.NOTA_DINAS)
    app.templat.save(
        JenisNaskah.NOTA_DINAS, dict(template.texts) | {"hal": "Hal baru"}, template.lists
    )
    assert app.surat.get(first.id).isi == before
    assert app.surat.get(second.id).isi.hal == "Hal baru"
    app.templat.reset(JenisNaskah.NOTA_DINAS)
    assert app.surat.get(second.id).isi.hal == before.hal
