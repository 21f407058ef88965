from __future__ import annotations

from pathlib import Path

import pytest

from sopapp.documents.templates import fill, load_template
from sopapp.domain.errors import DomainError

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "templates"
FIELDS = {
    "tahun": "2026",
    "tenggat": "30 November 2026",
    "hari_kerja": "5 (lima)",
    "instansi": "Dinas Percontohan & Peragaan {x}",
    "instansi_singkat": "CONTOH",
    "pemerintah": "Pemerintah Provinsi Contoh",
    "pejabat": "Kepala Dinas Percontohan",
    "unit": "Sekretariat",
    "nama_sop": "Pemutakhiran Daftar",
    "keputusan_lama": "Nomor 1/2025 tanggal 30 April 2025",
    "kota": "Kota Contoh",
}
NAMES = ("nota_dinas_permintaan", "keputusan_dik", "daftar_publik")


@pytest.mark.parametrize("name", NAMES)
def test_every_shipped_template_can_be_filled(name):
    template = load_template(name, FOLDER)
    texts = [template.text(key, FIELDS) for key in template.texts]
    texts += [text for key in template.lists for text in template.items(key, FIELDS)]
    assert all(texts)
    assert not any("{tahun}" in text for text in texts)


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
