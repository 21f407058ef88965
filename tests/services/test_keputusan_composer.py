"""The Keputusan as it is composed, frozen, and copied years later."""

from __future__ import annotations

import dataclasses
import json
import threading
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sopapp.app import App
from sopapp.documents.build import build
from sopapp.documents.content import Keputusan, LampiranTeks, Salinan
from sopapp.documents.list_content import BarisDaftar
from sopapp.documents.paper_parts import PAPERS, FontFamily, Gaya, Kop, PageSetup, Paper, Signer
from sopapp.documents.rich_text import marked
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.pejabat import PejabatInput
from sopapp.domain.sop import LaneCode
from sopapp.domain.surat import IsiKeputusan, LampiranLain
from sopapp.services.bundle_files import bundle_files
from sopapp.services.instansi import Instansi
from sopapp.services.naskah_beku import naskah_from_json, naskah_to_json
from sopapp.sop_file import bundled_sop_text
from tests.conftest import TODAY, Office
from tests.services import carrying
from tests.services.carrying import PDF


@pytest.fixture
def berkas_id(app: App, office: Office) -> int:
    """A berkas in stage 3 with one entry, its Keputusan drafted."""
    berkas_id = carrying.to_validasi(app, office.units)
    carrying.propose(app, berkas_id, office.units[0], carrying.complete("Data *pemohon*"))
    carrying.to_penetapan(app, berkas_id)
    app.keputusan.draft(berkas_id)
    return berkas_id


def composed(app: App, berkas_id: int) -> Keputusan:
    letter = app.surat.compose(app.keputusan.find(berkas_id) or 0)
    assert isinstance(letter, Keputusan)
    return letter


def set_up(app: App, **changes: object) -> None:
    group = app.setting.naskah(JenisNaskah.KEPUTUSAN)
    app.setting.save_naskah(JenisNaskah.KEPUTUSAN, group._replace(**changes))


def sign(app: App, berkas_id: int) -> int:
    surat_id = app.keputusan.find(berkas_id) or 0
    app.surat.keep(surat_id, build(app.surat.compose(surat_id)), "dicetak")
    app.keputusan.sign(berkas_id, "7/KEP", TODAY)
    return surat_id


# -- composed -------------------------------------------------------------------------------------


def test_each_setting_of_the_kind_is_followed(app: App, berkas_id: int) -> None:
    assert composed(app, berkas_id).page_lampiran is None
    set_up(
        app, kertas_sendiri=True, paper="F4", top=15.0, bottom=22.0, left=35.0, right=15.0,
        font="arial", size=11.0, lampiran_sendiri=True, lampiran_mendatar=False,
        lampiran_top=12.0, lampiran_left=18.0, label_kapital=True, diktum_pertama=True,
        signer=LaneCode.PPID_PEMBANTU,
    )  # fmt: skip
    letter = composed(app, berkas_id)
    page = PageSetup(PAPERS["F4"], 15.0, 22.0, 35.0, 15.0, FontFamily.ARIAL, 11.0)
    assert letter.page == page
    assert letter.page_lampiran == dataclasses.replace(
        page, top=12.0, bottom=25.0, left=18.0, right=20.0
    )
    assert not letter.lampiran_mendatar
    assert letter.gaya == Gaya(label_kapital=True, diktum_pertama=True)
    assert letter.signer.nama == "Nama Sekretaris"
    app.setting.reset_naskah(JenisNaskah.KEPUTUSAN)
    assert composed(app, berkas_id).signer.nama == "Nama Kepala"


def test_who_signs_for_another_decides_nothing_of_his_own(app: App, berkas_id: int) -> None:
    app.pejabat.add(
        PejabatInput(
            "Nama Sekda",
            "Sekretaris Daerah",
            LaneCode.ATASAN_PPID_PEMBANTU,
            TODAY,
            atas_nama="Gubernur Uji",
            selaku="Atasan PPID",
        )
    )
    letter = composed(app, berkas_id)
    assert letter.pejabat == "Gubernur Uji"
    assert letter.signer.jabatan[0] == "a.n. GUBERNUR UJI"
    assert "SELAKU" not in " ".join(letter.signer.jabatan)
    assert letter.selaku == ""
    set_up(app, selaku_line=True)
    letter = composed(app, berkas_id)
    assert letter.selaku == "selaku Atasan PPID"
    assert "SELAKU ATASAN PPID" in " ".join(letter.signer.jabatan)


def test_records_are_printed_as_they_stand(app: App, berkas_id: int) -> None:
    app.instansi.save(Instansi("Pemerintah *Uji*", "Dinas **Uji**", "UJI", (), "Kupang"))
    letter = composed(app, berkas_id)
    body = (*letter.menimbang, *letter.mengingat, *letter.memperhatikan, *letter.diktum)
    assert not any(run.bold or run.italic for text in body for run in marked(text))
    assert any(r"\*\*Uji\*\*" in text for text in letter.menimbang)
    assert letter.daftar[0].informasi == "Data *pemohon*"


def test_the_laws_of_the_sop_are_printed_as_they_stand(
    app: App, office: Office, tmp_path: Path
) -> None:
    text = bundled_sop_text().replace("Keterbukaan", "*Keterbukaan*")
    (tmp_path / "sop.toml").write_text(text, encoding="utf-8")
    app.sop.load(tmp_path / "sop.toml")
    berkas_id = carrying.to_validasi(app, office.units)
    carrying.to_penetapan(app, berkas_id)
    app.keputusan.draft(berkas_id)
    assert any(r"\*Keterbukaan\*" in law for law in composed(app, berkas_id).mengingat)


def test_more_lampiran(app: App, berkas_id: int) -> None:
    surat_id = app.keputusan.find(berkas_id) or 0
    isi = app.surat.get(surat_id).isi
    assert isinstance(isi, IsiKeputusan)
    more = (LampiranLain("Tata cara", "1. **Satu**\n2. dua"), LampiranLain("Formulir", "Isi"))
    app.surat.edit(surat_id, dataclasses.replace(isi, lampiran_lain=more))
    assert composed(app, berkas_id).lampiran_lain == (
        LampiranTeks("Tata cara", "1. **Satu**\n2. dua"), LampiranTeks("Formulir", "Isi"),
    )  # fmt: skip
    sign(app, berkas_id)
    assert app.agenda.row(surat_id).lampiran == "3 lampiran"


# -- frozen and copied ----------------------------------------------------------------------------


def test_a_copy_says_what_was_signed(app: App, berkas_id: int, office: Office) -> None:
    before = app.surat.compose(app.keputusan.find(berkas_id) or 0, "7/KEP", TODAY)
    surat_id = sign(app, berkas_id)
    kept = app.surat.kept(surat_id)
    app.instansi.save(Instansi("Pemerintah Lain", "Dinas Lain", "LAIN", (), "Ende"))
    kepala = next(each for each in app.pejabat.list() if each.id == office.kepala)
    app.pejabat.edit(office.kepala, dataclasses.replace(kepala.data, nama="Nama Lain"))
    set_up(app, font="arial", pola="{urut}")
    copy = app.keputusan.compose_salinan(berkas_id)

    assert dataclasses.replace(copy, salinan=None) == before
    assert copy.salinan is not None
    assert copy.salinan.signer.nama == "Nama Sekretaris"
    app.keputusan.keep_salinan(berkas_id, build(copy))
    assert app.surat.kept(surat_id) == kept  # the copy is no print of the letter itself
    files = [file for file in bundle_files(berkas_id, app.attachments) if "Keputusan" in file.title]
    assert [file.read() for file in files] == [kept]


def test_a_copy_of_one_that_was_signed_before_its_content_was_kept(
    app: App, berkas_id: int
) -> None:
    surat_id = sign(app, berkas_id)
    wanted = app.keputusan.compose_salinan(berkas_id)
    # As schema 2 left it: prints without content.
    app._database.execute_sql("DROP TRIGGER cetakan_tetap")
    app._database.execute_sql("UPDATE cetakan SET naskah_id = NULL, nomor = NULL, sidik = 'lama'")
    assert app.keputusan.compose_salinan(berkas_id) == wanted
    assert app.surat.get(surat_id).dicetak


def test_a_copy_of_one_signed_anew_is_of_the_new_one(app: App, berkas_id: int) -> None:
    sign(app, berkas_id)
    app.keputusan.unsign(berkas_id, "salah ketik")
    app.keputusan.sign(berkas_id, "8/KEP", TODAY)
    assert app.keputusan.compose_salinan(berkas_id).nomor == "8/KEP"
    app.keputusan.keep_salinan(berkas_id, PDF)
    app.keputusan.unsign(berkas_id, "salah ketik lagi")
    app.keputusan.sign(berkas_id, "9/KEP", TODAY)  # the copy did not make the draft stale


def test_taken_back_it_follows_template_and_records_again(app: App, berkas_id: int) -> None:
    surat_id = sign(app, berkas_id)
    assert app.surat.get(surat_id).edited
    app.keputusan.unsign(berkas_id, "salah ketik")
    assert not app.surat.get(surat_id).edited
    app.instansi.save(Instansi("Pemerintah Uji", "Dinas Baru", "UJI", (), "Kupang"))
    assert "Dinas Baru" in composed(app, berkas_id).tentang


TEXT = st.text(max_size=12)
TEXTS = st.lists(TEXT, max_size=3).map(tuple)
LENGTH = st.floats(5, 330)
PAGES = st.builds(
    PageSetup,
    paper=st.builds(Paper, TEXT, LENGTH, LENGTH),
    top=LENGTH,
    font=st.sampled_from(FontFamily),
    size=st.floats(9, 14),
)
SIGNERS = st.builds(Signer, TEXTS, TEXT, st.none() | TEXT, st.none() | TEXT)
KEPUTUSAN = st.builds(
    Keputusan,
    kop=st.builds(Kop, TEXT, TEXT, TEXTS, st.none() | st.binary(max_size=20)),
    page=PAGES,
    pejabat=TEXT,
    selaku=TEXT,
    nomor=TEXT,
    tentang=TEXT,
    menimbang=TEXTS,
    mengingat=TEXTS,
    memperhatikan=TEXTS,
    diktum=TEXTS,
    kota=TEXT,
    tanggal=st.none() | st.dates(),
    signer=SIGNERS,
    tembusan=TEXTS,
    judul_daftar=TEXT,
    daftar=st.lists(st.builds(BarisDaftar, TEXT, TEXTS, TEXT, TEXT, TEXT, TEXT), max_size=2).map(
        tuple
    ),
    page_lampiran=st.none() | PAGES,
    lampiran_mendatar=st.booleans(),
    lampiran_lain=st.lists(st.builds(LampiranTeks, TEXT, TEXT), max_size=2).map(tuple),
    gaya=st.builds(Gaya, st.booleans(), st.booleans(), st.booleans()),
    salinan=st.none() | st.builds(Salinan, TEXT, SIGNERS),
)


@given(letter=KEPUTUSAN)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_kept_is_read_back_as_it_was(letter: Keputusan) -> None:
    text = naskah_to_json(letter)
    assert naskah_from_json(text) == letter
    text.encode()  # it is stored as UTF-8


def test_what_a_later_program_added_has_its_default() -> None:
    letter = Keputusan(
        Kop("P", "I", ()), PageSetup(), "Kepala", "", "1", "T", ("a",), ("b",), (), ("c",),
        "Kupang", date(2026, 11, 23), Signer(("KEPALA",), "N", None, None), (), "J", (),
    )  # fmt: skip
    data = json.loads(naskah_to_json(letter))
    for key in ("gaya", "salinan", "lampiran_lain", "page_lampiran"):
        del data[key]
    data["kelak"] = "apa saja"
    assert naskah_from_json(json.dumps(data)) == letter


def test_a_salinan_is_put_together_without_the_records(app: App, berkas_id: int) -> None:
    sign(app, berkas_id)
    wanted = app.keputusan.compose_salinan(berkas_id)
    plan = app.keputusan.plan_salinan(berkas_id)

    made: list[object] = []
    thread = threading.Thread(target=lambda: made.append(plan()))  # the file of records refuses it
    thread.start()
    thread.join()
    assert made == [wanted]
