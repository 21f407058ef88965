"""The office's own texts: refused before they are stored when wrong, and taken back whole."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from unittest.mock import Mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopapp.app import App
from sopapp.documents.templates import Item, Template
from sopapp.domain.errors import DomainError
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.templat import Bentuk, contoh
from sopapp.paths import RESOURCES
from sopapp.persistence import tables
from sopapp.persistence.store import Store
from sopapp.services.templat import TemplatService

PERMINTAAN, KEPUTUSAN = JenisNaskah.NOTA_DINAS, JenisNaskah.KEPUTUSAN
WITH_TEMPLATE = tuple(jenis for jenis in JenisNaskah if jenis.templat)


@pytest.fixture
def templat(app: App) -> TemplatService:
    return TemplatService(app._store, RESOURCES / "templates")


def edited(template: Template, **texts: str) -> tuple[dict[str, str], dict[str, tuple[Item, ...]]]:
    return dict(template.texts) | texts, dict(template.lists)


def filled(
    service: TemplatService, jenis: JenisNaskah, template: Template, values: dict[str, str]
) -> list[object]:
    """Every part with its fields filled in."""
    return [
        (template.items if part.bentuk is Bentuk.DAFTAR else template.text)(part.kunci, values)
        for part in service.parts(jenis)
    ]


def events(app: App) -> list[str]:
    return [event.ringkasan for event in app.riwayat.list(limit=None)]


@pytest.mark.parametrize("jenis", WITH_TEMPLATE)
def test_what_the_program_ships_is_accepted_by_its_own_rules(
    app: App, templat: TemplatService, jenis: JenisNaskah
) -> None:
    shipped = templat.get(jenis)
    assert templat.problems(jenis, shipped.texts, shipped.lists) == ()
    templat.save(jenis, shipped.texts, shipped.lists)
    assert not templat.own(jenis)
    assert "Templat" not in "".join(events(app))


def test_own_words_are_kept_and_told_once_in_riwayat(app: App, templat: TemplatService) -> None:
    heard = []
    app._store.subscribe(heard.append)
    texts, lists = edited(templat.get(PERMINTAAN), hal="  Permintaan\n usulan {tahun} ")
    lists["tembusan"] = (Item("Kepala Dinas (sebagai laporan)"), Item("  "))
    templat.save(PERMINTAAN, texts, lists)

    kept = templat.get(PERMINTAAN)
    assert kept.texts["hal"] == "Permintaan usulan {tahun}"
    assert kept.items("tembusan", {}) == ("Kepala Dinas (sebagai laporan)",)
    assert templat.own(PERMINTAAN)
    assert events(app)[0] == "Templat Nota Dinas permintaan diubah."
    row = tables.Riwayat.select().order_by(tables.Riwayat.id.desc()).get()
    assert set(json.loads(row.sesudah)) == {"hal", "tembusan"}
    assert len(heard) == 1
    templat.save(PERMINTAAN, texts, lists)
    assert len(heard) == 1


def test_parts_that_were_not_changed_follow_the_program(
    tmp_path: Path, app: App, templat: TemplatService
) -> None:
    for path in (RESOURCES / "templates").glob("*.toml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    service = TemplatService(app._store, tmp_path)
    texts, lists = edited(service.get(PERMINTAAN), hal="Hal kami {tahun}")
    service.save(PERMINTAAN, texts, lists)
    file = tmp_path / "nota_dinas_permintaan.toml"
    text = file.read_text(encoding="utf-8").replace(
        'lampiran = "-"', 'lampiran = "1 (satu) lembar"'
    )
    later = file.stat().st_mtime_ns + 1_000_000_000
    file.write_text(text, encoding="utf-8")
    os.utime(file, ns=(later, later))

    again = service.get(PERMINTAAN)
    assert (again.texts["hal"], again.texts["lampiran"]) == ("Hal kami {tahun}", "1 (satu) lembar")


def test_conditions_of_points_are_kept(templat: TemplatService) -> None:
    texts, lists = edited(templat.get(KEPUTUSAN))
    lists["diktum"] = (Item("Satu."), Item("Mencabut {keputusan_lama}.", "keputusan_lama"))
    templat.save(KEPUTUSAN, texts, lists)
    kept = templat.get(KEPUTUSAN)
    assert kept.items("diktum", {"keputusan_lama": ""}) == ("Satu.",)
    assert kept.items("diktum", {"keputusan_lama": "Nomor 1"})[1] == "Mencabut Nomor 1."


def test_going_back_restores_every_word_of_one_kind_only(app: App, templat: TemplatService) -> None:
    shipped = templat.get(PERMINTAAN)
    for jenis, key in ((PERMINTAAN, "hal"), (KEPUTUSAN, "tentang")):
        texts, lists = edited(templat.get(jenis), **{key: "Kata lain"})
        templat.save(jenis, texts, lists)
    templat.reset(PERMINTAAN)

    assert templat.get(PERMINTAAN) == shipped
    assert (templat.own(PERMINTAAN), templat.own(KEPUTUSAN)) == (False, True)
    assert events(app)[0] == "Templat Nota Dinas permintaan dikembalikan ke bawaan."
    before = len(events(app))
    templat.reset(PERMINTAAN)
    assert len(events(app)) == before


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Tahun {tahn}", "isian {tahn} tidak dikenal; mungkin {tahun}?"),
        ("Tahun { tahun }", "isian { tahun } tidak dikenal; mungkin {tahun}?"),
        ("Tahun {Tahun}", "mungkin {tahun}?"),
        ("Tahun {tahun:4}", "isian {tahun:4} tidak dikenal; mungkin {tahun}?"),
        ("Tahun {tahun!r}", "{tahun!r}"),
        ("Tahun {xyzzy}", "isian {xyzzy} tidak dikenal."),
        ("Tahun {}", "isian {} tidak dikenal."),
        ("Tahun {tahun", "tidak berpasangan"),
        ("Tahun tahun}", "tidak berpasangan"),
        ("   ", "Hal tidak boleh kosong."),
    ],
)
def test_a_wrong_text_is_refused_at_its_part_and_nothing_is_stored(
    app: App, templat: TemplatService, text: str, told: str
) -> None:
    texts, lists = edited(templat.get(PERMINTAAN), hal=text)
    with pytest.raises(DomainError) as refusal:
        templat.save(PERMINTAAN, texts, lists)
    assert refusal.value.field == "hal"
    assert told in str(refusal.value)
    assert not templat.own(PERMINTAAN)
    assert "Templat" not in "".join(events(app))


def test_a_slip_in_a_long_text_is_told_with_its_line(templat: TemplatService) -> None:
    texts, lists = edited(templat.get(PERMINTAAN), body="Satu.\n\n1. dua;\n2. {tengat}.")
    (problem,) = templat.problems(PERMINTAAN, texts, lists)
    assert problem.pesan == "Baris 4: isian {tengat} tidak dikenal; mungkin {tenggat}?"


def test_a_slip_in_a_list_is_told_with_its_item(templat: TemplatService) -> None:
    texts, lists = edited(templat.get(KEPUTUSAN))
    lists["menimbang"] = (*lists["menimbang"], Item("bahwa {instasi}"))
    lists["diktum"] = (Item("Mencabut.", "keputusan_lma"),)
    first, second = templat.problems(KEPUTUSAN, texts, lists)
    assert (first.bagian, first.butir) == ("menimbang", 4)
    assert "{instansi}?" in first.pesan
    assert (second.bagian, second.butir) == ("diktum", 1)
    assert "{keputusan_lama}?" in second.pesan


def test_a_field_of_another_kind_is_unknown(templat: TemplatService) -> None:
    texts, lists = edited(templat.get(PERMINTAAN), hal="{nomor_rujukan}")
    assert templat.problems(PERMINTAAN, texts, lists)
    texts, lists = edited(templat.get(JenisNaskah.PENGINGAT), hal="{nomor_rujukan}")
    assert not templat.problems(JenisNaskah.PENGINGAT, texts, lists)


def test_optional_parts_may_be_empty_and_lists_that_are_required_may_not(
    templat: TemplatService,
) -> None:
    texts, lists = edited(templat.get(KEPUTUSAN))
    lists["memperhatikan"] = lists["tembusan"] = ()
    assert templat.problems(KEPUTUSAN, texts, lists) == ()
    lists["diktum"] = (Item(" \n "),)
    (problem,) = templat.problems(KEPUTUSAN, texts, lists)
    assert problem.bagian == "diktum"


@pytest.mark.parametrize("jenis", WITH_TEMPLATE)
def test_what_is_shipped_leaves_no_field_open_and_takes_given_values(
    templat: TemplatService, jenis: JenisNaskah
) -> None:
    shipped = templat.get(jenis)
    office = contoh(jenis.templat) | {"instansi": "Dinas {x} & Peragaan"}
    words = " ".join(str(filled(templat, jenis, shipped, office)).split())
    assert "{" not in words.replace("Dinas {x}", "")
    if "{instansi}" in str(shipped):
        assert "Dinas {x} & Peragaan" in words


def test_a_kind_without_a_template_says_so(templat: TemplatService) -> None:
    assert templat.parts(JenisNaskah.SOP) == templat.fields(JenisNaskah.SOP) == ()
    assert not templat.own(JenisNaskah.SOP)
    with pytest.raises(DomainError, match="Lembar SOP"):
        templat.get(JenisNaskah.SOP)


def test_a_stored_part_that_is_no_more_does_no_harm(templat: TemplatService) -> None:
    tables.Templat.create(nama="keputusan_dik", isi='{"bab": "x", "tentang": "Kata kami"}')
    assert templat.get(KEPUTUSAN).texts["tentang"] == "Kata kami"
    assert "bab" not in templat.get(KEPUTUSAN).texts


def test_a_text_that_nobody_typed_is_refused(templat: TemplatService) -> None:
    texts, lists = edited(templat.get(PERMINTAAN), body="x" * 20_001)
    assert "20.000 huruf" in templat.problems(PERMINTAAN, texts, lists)[0].pesan


@given(text=st.text(alphabet="a {}tahun:!\n*\\", max_size=40))
def test_what_is_accepted_can_always_be_filled(text: str) -> None:
    service = TemplatService(Mock(spec=Store), RESOURCES / "templates")
    shipped = service.bawaan(PERMINTAAN)
    texts = dict(shipped.texts) | {"body": text}
    if service.problems(PERMINTAAN, texts, shipped.lists):
        with pytest.raises(DomainError) as refusal:
            service.draft(PERMINTAAN, texts, shipped.lists)
        assert refusal.value.field == "body"
    else:
        template = service.draft(PERMINTAAN, texts, shipped.lists)
        filled(service, PERMINTAAN, template, contoh(PERMINTAAN.templat))


def test_every_part_has_a_form_and_marks_only_where_words_are_free(
    templat: TemplatService,
) -> None:
    for jenis in WITH_TEMPLATE:
        for part in templat.parts(jenis):
            assert part.label
            assert not (part.bertanda and part.bentuk is Bentuk.BARIS)
    names = [part.kunci for part in templat.parts(PERMINTAAN) if part.bertanda]
    assert names == ["body"]


def test_a_draft_is_not_stored(templat: TemplatService) -> None:
    shipped = templat.get(PERMINTAAN)
    draft = templat.draft(PERMINTAAN, dict(shipped.texts) | {"hal": "Lain"}, shipped.lists)
    assert draft == replace(draft, texts=dict(shipped.texts) | {"hal": "Lain"})
    assert templat.get(PERMINTAAN) is shipped
