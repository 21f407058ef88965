"""Samples: every kind, with the office's own names where they are, built from what is unsaved."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sopapp.app import App
from sopapp.documents.build import build
from sopapp.documents.content import Keputusan, LembarSop, NotaDinas
from sopapp.documents.paper_parts import F4
from sopapp.documents.templates import Item
from sopapp.domain.errors import DomainError
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.tanggal import tanggal
from sopapp.domain.templat import BAGIAN, Bagian, Bentuk
from sopapp.services.contoh_kertas import Pilihan
from sopapp.services.contoh_naskah import ContohNaskah
from tests.conftest import Office
from tests.documents.reading import page_texts, squeezed

PERMINTAAN, KEPUTUSAN = JenisNaskah.NOTA_DINAS, JenisNaskah.KEPUTUSAN


@pytest.fixture
def samples(app: App) -> ContohNaskah:
    return ContohNaskah(
        app.instansi,
        app.pejabat,
        app.sop,
        app.clock.today,
        app.calendar,
        app.lembar_sop.compose,
    )


def chosen(app: App, jenis: JenisNaskah) -> Pilihan:
    template = app.templat.get(jenis) if jenis.templat else None
    keputusan = chosen(app, KEPUTUSAN) if jenis is JenisNaskah.SALINAN else None
    settings = app.setting.naskah(jenis)
    return Pilihan(app.setting.letters(), settings, template, keputusan=keputusan)


@pytest.mark.parametrize("jenis", JenisNaskah)
def test_every_kind_can_be_built_before_the_office_is_filled_in(
    app: App, samples: ContohNaskah, jenis: JenisNaskah
) -> None:
    assert build(samples.letter(jenis, chosen(app, jenis))).startswith(b"%PDF")


@pytest.mark.parametrize("jenis", [each for each in JenisNaskah if each is not JenisNaskah.SOP])
def test_the_offices_own_names_are_used(
    app: App, samples: ContohNaskah, office: Office, jenis: JenisNaskah
) -> None:
    letter = samples.letter(jenis, chosen(app, jenis))
    assert letter.kop.instansi == "Dinas Uji"
    said = str(letter)
    assert "Dinas Contoh" not in said.replace("Ruang Rapat Dinas Contoh", "")
    if jenis.bernomor:
        assert "/UJI/" in letter.nomor


def test_what_is_not_saved_yet_is_shown(app: App, samples: ContohNaskah, office: Office) -> None:
    pilihan = chosen(app, PERMINTAAN)
    settings = pilihan.naskah._replace(
        pola="{urut:3}/X/{tahun}", label_yth="Kepada", nomor_di_judul=True
    )
    pilihan = replace(pilihan, umum=pilihan.umum._replace(paper="F4"), naskah=settings)
    letter = samples.letter(PERMINTAAN, pilihan)
    assert isinstance(letter, NotaDinas)
    assert (letter.nomor, letter.label_yth) == ("007/X/2026", "Kepada")
    assert letter.gaya.nomor_di_judul
    assert letter.page.paper is F4


def test_a_reminder_shows_the_text_before_or_after_the_due_date(
    app: App, samples: ContohNaskah
) -> None:
    pilihan = chosen(app, JenisNaskah.PENGINGAT)
    before = samples.letter(JenisNaskah.PENGINGAT, pilihan)
    after = samples.letter(JenisNaskah.PENGINGAT, replace(pilihan, sudah_lewat=True))
    assert "telah lewat" not in before.body
    assert "telah lewat" in after.body
    today, calendar = app.clock.today(), app.calendar()
    assert tanggal(calendar.add(today, 2)) in before.body
    assert tanggal(calendar.back(today, 3)) in after.body


def test_a_sample_asks_for_an_answer_after_its_own_day(app: App, samples: ContohNaskah) -> None:
    letter = samples.letter(PERMINTAAN, chosen(app, PERMINTAAN))
    assert letter.tanggal == app.clock.today()
    assert tanggal(app.calendar().add(app.clock.today(), 5)) in letter.body


def test_a_salinan_copies_the_keputusan_and_is_vouched_for(
    app: App, samples: ContohNaskah, office: Office
) -> None:
    letter = samples.letter(JenisNaskah.SALINAN, chosen(app, JenisNaskah.SALINAN))
    assert isinstance(letter, Keputusan)
    assert letter.salinan is not None
    assert letter.salinan.kalimat == "Salinan sesuai dengan aslinya"
    assert letter.signer.nama == "Nama Kepala"
    assert letter.salinan.signer.nama == "Nama Sekretaris"


def test_the_sop_sheet_has_its_own_paper(app: App, samples: ContohNaskah) -> None:
    pilihan = chosen(app, JenisNaskah.SOP)
    settings = pilihan.naskah._replace(kertas_sendiri=True, paper="F4")
    letter = samples.letter(JenisNaskah.SOP, replace(pilihan, naskah=settings))
    assert isinstance(letter, LembarSop)
    assert letter.page.paper is F4


def test_an_asterisk_in_the_offices_name_is_no_mark(app: App, samples: ContohNaskah) -> None:
    from sopapp.documents.rich_text import plain

    app.instansi.save(replace(samples.office(), nama="Dinas *Uji*"))
    letter = samples.letter(KEPUTUSAN, chosen(app, KEPUTUSAN))
    assert "Dinas *Uji*" in plain(letter.menimbang[1])


def test_a_pattern_that_cannot_be_is_told(app: App, samples: ContohNaskah) -> None:
    pilihan = chosen(app, PERMINTAAN)
    pilihan = replace(pilihan, naskah=pilihan.naskah._replace(pola="{nomor}"))
    with pytest.raises(DomainError, match=r"\{nomor\}"):
        samples.letter(PERMINTAAN, pilihan)


PARTS = [
    (jenis, bagian)
    for jenis in JenisNaskah
    for bagian in BAGIAN.get(jenis.templat, ())
    if not bagian.kunci.endswith(("_sebagian", "_sesudah"))
]


@pytest.mark.parametrize(("jenis", "bagian"), PARTS, ids=lambda each: getattr(each, "kunci", each))
def test_a_part_is_marked_up_where_its_description_says_so(
    app: App, samples: ContohNaskah, office: Office, jenis: JenisNaskah, bagian: Bagian
) -> None:
    words = "Zeta *eta* dan \\*theta, {instansi_singkat}"
    app.instansi.save(replace(app.instansi.get(), singkatan="I*o*ta *U*"))
    pilihan = chosen(app, jenis)
    template = app.templat.get(jenis)
    if bagian.bentuk is Bentuk.DAFTAR:
        template = replace(template, lists={**template.lists, bagian.kunci: (Item(words),)})
    else:
        template = replace(template, texts={**template.texts, bagian.kunci: words})
    paper = build(samples.letter(jenis, replace(pilihan, template=template)))
    printed = squeezed("".join(page_texts(paper))).casefold()
    wanted = "Zeta eta dan *theta" if bagian.bertanda else "Zeta *eta* dan \\*theta"
    assert squeezed(f"{wanted}, I*o*ta *U*").casefold() in printed
