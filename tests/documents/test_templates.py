from __future__ import annotations

from pathlib import Path

import pytest

from sopapp.documents.templates import fill, load_template
from sopapp.domain.errors import DomainError
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.templat import BAGIAN, ISIAN, Bentuk, contoh

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "templates"
FIELDS = contoh("nota_dinas_permintaan") | {
    "tenggat": "30 November 2026",
    "hari_kerja": "5 (lima)",
    "keputusan_lama": "Nomor 1/2025 tanggal 30 April 2025",
}
REMINDED = contoh("nota_dinas_pengingat")


@pytest.mark.parametrize("name", BAGIAN)
def test_every_shipped_template_can_be_filled_and_has_its_required_parts(name):
    template = load_template(name, FOLDER)
    fields = contoh(name)
    for bagian in BAGIAN[name]:
        if bagian.bentuk is Bentuk.DAFTAR:
            filled = template.items(bagian.kunci, fields)
            assert all(text.strip() for text in filled)
        else:
            filled = template.text(bagian.kunci, fields)
        assert filled or not bagian.wajib
        assert "{" not in str(filled)


@pytest.mark.parametrize("name", BAGIAN)
def test_a_header_of_the_shipped_texts_has_initial_capitals_and_no_full_stop(name):
    template = load_template(name, FOLDER)
    for bagian in BAGIAN[name]:
        if bagian.bentuk is Bentuk.BARIS and (text := template.texts[bagian.kunci]):
            assert not text.endswith(".")
            assert text[0].isupper() or text[0] in "-1"


def test_the_folder_holds_no_template_that_nothing_uses():
    assert {path.stem for path in FOLDER.glob("*.toml")} == set(BAGIAN)


def test_each_paper_but_the_sop_sheet_has_a_template_of_its_own():
    names = [jenis.templat for jenis in JenisNaskah if jenis is not JenisNaskah.SOP]
    assert sorted(names) == sorted(BAGIAN) == sorted(ISIAN)


def test_the_reminder_cites_the_first_letter_before_and_after_the_due_date():
    template = load_template("nota_dinas_pengingat", FOLDER)
    before = template.text("body_sebelum", REMINDED | {"terlambat": ""})
    after = template.text("body_sesudah", REMINDED | {"sisa": ""})
    for body in (before, after):
        assert "Nota Dinas Nomor 500.12/3/CONTOH/XI/2026 tanggal 23 November 2026" in body
        assert "30 November 2026" in body
    assert "lewat" not in before
    assert "telah lewat 3 (tiga) hari kerja" in after


def test_what_is_to_be_mended_stands_as_points_of_their_own():
    body = load_template("nota_dinas_pengembalian", FOLDER).text(
        "body", contoh("nota_dinas_pengembalian")
    )
    lines = body.splitlines()
    assert [line[:2] for line in lines if line[:1].isdigit()] == ["1.", "2."]
    assert "paling lambat tanggal 2 Desember 2026" in body


def test_the_list_and_the_refusal_say_that_the_service_is_free_and_internal_letters_do_not():
    free = {
        name
        for name in BAGIAN
        if "tidak dipungut biaya" in (FOLDER / f"{name}.toml").read_text(encoding="utf-8")
        .partition("judul")[2]
    }  # fmt: skip
    assert free == {"penolakan", "daftar_publik"}


def test_the_request_names_due_date_kinds_of_usulan_and_nihil():
    body = load_template("nota_dinas_permintaan", FOLDER).text("body", FIELDS)
    assert "5 (lima) hari kerja, paling lambat tanggal 30 November 2026" in body
    for word in ("baru", "ubah", "tetap", "dibuka kembali", "nihil", "Pasal 17", "jangka waktu"):
        assert word in body


def test_the_former_keputusan_is_revoked_only_when_there_is_one():
    template = load_template("keputusan_dik", FOLDER)
    with_former = template.items("diktum", FIELDS)
    without = template.items("diktum", {**FIELDS, "keputusan_lama": " "})
    assert len(with_former) == len(without) + 1
    assert any("Nomor 1/2025 tanggal 30 April 2025 dicabut" in text for text in with_former)
    assert not any("dicabut" in text for text in without)


def test_a_value_is_not_read_as_a_template():
    assert fill("{a} {{b}}", {"a": "{b}"}) == "{b} {b}"


@pytest.mark.parametrize(
    "text",
    ["{tahum}", "{tahun.x}", "{tahun[0]}", "{}", "{tahun!r}", "{tahun:>9}", "{tahun", "tahun}"],
)
def test_a_wrong_field_is_refused_with_its_place(text):
    with pytest.raises(DomainError, match=r"surat\.toml"):
        fill(text, FIELDS, where="surat.toml")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ('judul = "x', "tidak dapat dipahami"),
        ("judul = 1\ncatatan = []", "“judul”"),
        ('judul = "x"', "“catatan”"),
        ('judul = "x"\ncatatan = [1]', "butir 1"),
        ('judul = "x"\ncatatan = [{teks = "a", kalau = "b"}]', "butir 1"),
        ('judul = "x"\ncatatan = []\njudl = "y"', "“judl” tidak dikenal"),
    ],
)
def test_a_broken_file_is_refused_by_name(tmp_path, content, complaint):
    (tmp_path / "daftar_publik.toml").write_text(content, encoding="utf-8")
    with pytest.raises(DomainError, match=complaint) as refusal:
        load_template("daftar_publik", tmp_path)
    assert "daftar_publik.toml" in str(refusal.value)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(DomainError, match=r"daftar_publik\.toml"):
        load_template("daftar_publik", tmp_path)


def test_an_unknown_condition_is_refused(tmp_path):
    text = 'judul = "x"\ncatatan = [{teks = "a", bila = "keputusan_lma"}]'
    (tmp_path / "daftar_publik.toml").write_text(text, encoding="utf-8")
    with pytest.raises(DomainError, match="keputusan_lma"):
        load_template("daftar_publik", tmp_path).items("catatan", FIELDS)
