"""A profil may come from anywhere: each fault is told in a sentence, and nothing is changed."""

from __future__ import annotations

import base64
import json
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopapp.app import App
from sopapp.domain.errors import DomainError
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.pejabat import Kepegawaian, Pejabat, PejabatInput, StatusPejabat
from sopapp.domain.sop import LaneCode
from sopapp.services.instansi import Instansi
from sopapp.services.letter_settings import BAWAAN, LetterSettings
from sopapp.services.profil_file import profil_bytes, read_profil
from sopapp.services.profil_gabung import gabung_pejabat, gabung_unit, kunci_nama
from sopapp.services.profil_isi import Kerja, Logo, Peraturan, Profil, Surat
from sopapp.services.register_settings import RegisterSettings
from sopapp.services.setting import WorkSettings
from sopapp.services.unit_kerja import UnitKerja, UnitKerjaInput
from tests.conftest import Office
from tests.services.test_profil import ALL, png

DAY = date(2026, 11, 23)
LOGO = base64.b64encode(png()).decode()

# One line as people write it: no ends of space, nothing broken.
words = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp", "Zs")),
    min_size=1,
    max_size=30,
)
days = st.dates(date(1950, 1, 1), date(2100, 1, 1))
units = st.lists(
    st.builds(UnitKerjaInput, words, words, words, st.booleans()),
    max_size=4,
    unique_by=lambda unit: unit.kode.casefold(),
).map(tuple)
officials = st.lists(
    st.builds(
        PejabatInput,
        nama=words,
        jabatan=words.map(lambda text: f"Kepala {text}"),
        peran=st.none() | st.sampled_from(LaneCode),
        berlaku_dari=days,
        status=st.sampled_from(StatusPejabat),
        nip=words,
        selaku=words.map(lambda text: f"PPID {text}"),
        kepegawaian=st.sampled_from(Kepegawaian),
    ),
    max_size=3,
).map(tuple)
profils = st.builds(
    Profil,
    instansi=st.builds(
        Instansi, words, words, words, st.lists(words, max_size=4).map(tuple), words
    ),
    logo=st.none() | st.just(Logo("logo.png", png())),
    unit_kerja=units,
    pejabat=officials,
    surat=st.none()
    | st.builds(
        Surat,
        # Hypothesis fills what a tuple with names has by default with anything.
        st.sampled_from(["A4", "F4"]).map(lambda paper: LetterSettings(paper, klasifikasi="5.1")),
        st.just(dict(BAWAAN)),
    ),
    templat=st.just({}) | words.map(lambda text: {JenisNaskah.NOTA_DINAS: {"hal": text}}),
    katalog=st.lists(st.builds(Peraturan, words.map(lambda t: f"UU {t}"), words), max_size=2).map(
        tuple
    ),
    kerja=st.none()
    | st.builds(
        Kerja,
        st.sampled_from([5, 6]).map(WorkSettings),
        st.integers(1, 3650).map(RegisterSettings),
    ),
    sop=st.none() | words.map(lambda text: ("sop.toml", text)),
)


@given(profils)
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, profil: Profil) -> None:
    path = tmp_path_factory.getbasetemp() / "putaran.sopprofil"
    path.write_bytes(profil_bytes(profil, DAY))

    assert read_profil(path) == profil


names = st.sampled_from(["A", "a ", "B", "C", "D"])
codes = st.sampled_from(["1", "2", "3", "x", "X"])
wanted_units = st.lists(
    st.builds(UnitKerjaInput, codes, names, st.just("p")),
    max_size=5,
    unique_by=lambda unit: unit.kode.casefold(),
)


@given(wanted_units, wanted_units, st.sets(st.integers(1, 5)))
def test_units_are_put_together_without_loss(
    before: list[UnitKerjaInput], wanted: list[UnitKerjaInput], used: set[int]
) -> None:
    there = [UnitKerja(n, u.kode, u.nama, u.pimpinan, n, u.aktif) for n, u in enumerate(before, 1)]
    steps, refused = gabung_unit(there, wanted, used)
    after = {unit.id: UnitKerjaInput(unit.kode, unit.nama, unit.pimpinan) for unit in there}
    for number, step in enumerate(steps, len(there) + 1):
        if step.id in used:
            assert kunci_nama(after[step.id].nama) == kunci_nama(step.baru.nama)
        after[step.id or number] = step.baru

    assert set(after) >= {unit.id for unit in there}
    assert len({unit.kode.casefold() for unit in after.values()}) == len(after)
    assert len(refused) <= len(wanted)
    # Once more changes nothing, and says the same of those that are left out.
    again = [UnitKerja(n, u.kode, u.nama, u.pimpinan, n, u.aktif) for n, u in after.items()]
    assert gabung_unit(again, wanted, used) == ((), refused)


@given(officials, officials)
def test_officials_are_put_together_once(
    before: tuple[PejabatInput, ...], wanted: tuple[PejabatInput, ...]
) -> None:
    there = [Pejabat(n, data) for n, data in enumerate(before, 1)]
    after = {each.id: each.data for each in there}
    for number, step in enumerate(gabung_pejabat(there, wanted), len(there) + 1):
        after[step.id or number] = step.baru

    assert set(after) >= {each.id for each in there}
    assert gabung_pejabat([Pejabat(n, data) for n, data in after.items()], wanted) == ()


def good() -> dict[str, Any]:
    return {
        "jenis": "profil-instansi",
        "format": 1,
        "instansi": {
            "pemerintah": "Pemerintah Provinsi Uji", "nama": "Dinas Uji", "kota": "Kupang",
            "alamat": ["Jalan Uji 1"], "logo": {"nama": "l.png", "isi": LOGO},
        },
        "unit_kerja": [{"kode": "A", "nama": "Bidang A", "pimpinan": "Kepala A"}],
        "pejabat": [{"nama": "N", "jabatan": "Kepala", "berlaku_dari": "2024-01-01"}],
        "surat": {"umum": {"klasifikasi": "500"}, "naskah": {"keputusan": {"size": 12}}},
        "templat": {"nota_dinas": {"hal": "Hal", "tembusan": ["Satu", {"teks": "Dua"}]}},
        "katalog": [{"kutipan": "Peraturan Daerah 1"}],
        "kerja": {"hari_kerja": {"workweek": 5}, "daftar": {"batas_hari": 30}},
        "sop": {"nama": "sop.toml", "isi": "x"},
    }  # fmt: skip


def put(path: str, value: object) -> bytes:
    """The good file with one value in another's place; `None` takes it out."""
    root = deepcopy(good())
    at: Any = root
    *way, last = [int(key) if key.isdigit() else key for key in path.split("/")]
    for key in way:
        at = at[key]
    at[last] = value
    return json.dumps(root).encode()


def test_the_good_one_is_good(tmp_path: Path) -> None:
    (tmp_path / "x.sopprofil").write_bytes(json.dumps(good()).encode())
    profil = read_profil(tmp_path / "x.sopprofil")

    assert profil.unit_kerja == (UnitKerjaInput("A", "Bidang A", "Kepala A"),)
    assert profil.surat is not None
    assert profil.surat.naskah == {JenisNaskah.KEPUTUSAN: BAWAAN[JenisNaskah.KEPUTUSAN]}


def test_as_much_as_is_allowed_is_read(tmp_path: Path) -> None:
    root = good()
    root["instansi"]["alamat"] = [f"Baris {number}" for number in range(12)]
    root["katalog"][0]["kutipan"] = "x" * 500
    (tmp_path / "x").write_bytes(json.dumps(root).encode())
    profil = read_profil(tmp_path / "x")

    assert profil.instansi is not None
    assert len(profil.instansi.alamat) == 12
    assert len(profil.katalog[0].kutipan) == 500


NEST = b'{"jenis": "profil-instansi", "format": 1, "sop": ' + b"[" * 200_000


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "bukan profil instansi, atau terpotong"),
        (b"PK\x03\x04zip", "bukan profil instansi. File cadangan"),
        (b"\xff\xfe{}", "bukan profil instansi"),
        (b"[]", "bukan profil instansi"),
        (b'{"jenis": "surat"}', "bukan profil instansi"),
        (json.dumps(good()).encode()[:-40], "terpotong"),
        (NEST, "terpotong"),
        (b'{"jenis": "profil-instansi", "jenis": "profil-instansi"}', "bukan profil instansi"),
        (b'{"jenis": "profil-instansi", "format": NaN}', "bukan profil instansi"),
        (b'{"jenis": "profil-instansi", "format": ' + b"9" * 5000 + b"}", "bukan profil instansi"),
        (b'{"jenis": "profil-instansi"}', "tidak menyebut versi formatnya"),
        (put("format", 2), "versi program yang lebih baru"),
        (put("format", True), "tidak menyebut versi formatnya"),
        (b'{"jenis": "profil-instansi", "format": 1}', "tidak memuat pengaturan apa pun"),
        (put("berkas", []), "profil, berkas: tidak dikenal; mungkin dari versi"),
        (put("instansi", "Dinas"), "instansi: harus kelompok dalam { }, bukan “Dinas”"),
        (put("instansi/nama", ""), "instansi, nama: Instansi belum diisi."),
        (put("instansi/nama", 5), "instansi, nama: harus teks, bukan “5”"),
        (put("instansi/kota", "K\u0000"), "instansi, kota: Kota memuat tanda rusak"),
        (put("instansi/alamat", ["a", 5]), "instansi, alamat baris 2: harus teks, bukan “5”"),
        (put("instansi/alamat", ["a"] * 13), "instansi, alamat: memuat 13 butir; paling banyak 12"),
        (put("instansi/logo/isi", "bukan"), "instansi, logo, isi: bukan gambar yang utuh"),
        (put("instansi/logo/isi", LOGO[:60]), "instansi, logo, isi: “l.png” bukan gambar"),
        (
            put("instansi/logo/isi", base64.b64encode(png(900, 2)).decode()),
            "terlalu panjang untuk logo",
        ),
        (put("unit_kerja/0/kode", " "), "unit kerja 1, kode: Kode belum diisi."),
        (put("unit_kerja/0/aktif", "ya"), "unit kerja 1, aktif: harus true atau false"),
        (put("unit_kerja", [good()["unit_kerja"][0]] * 2), "unit kerja 2, kode: kode A tertulis"),
        (put("unit_kerja", [{}] * 1001), "unit_kerja: memuat 1001 butir; paling banyak 1000"),
        (put("pejabat/0/peran", "raja"), "pejabat 1, peran: harus salah satu dari ppid_pembantu"),
        (put("pejabat/0/berlaku_dari", "kemarin"), "pejabat 1, berlaku_dari: harus tanggal"),
        (put("pejabat/0/berlaku_dari", ""), "pejabat 1, berlaku_dari: belum diisi"),
        (put("pejabat/0/berlaku_sampai", "2020-01-01"), "pejabat 1, berlaku_sampai: Tanggal akhir"),
        (put("surat/umum/paper", "A0"), "surat, umum, paper: Kertas “A0” tidak dikenal"),
        (put("surat/umum/top", "1 cm"), "surat, umum, top: harus bilangan, bukan “1 cm”"),
        (put("surat/umum/top", 1e308), "surat, umum, top: harus bilangan"),
        (put("surat/naskah/keputusan/pola", "x"), "surat, Keputusan, pola: Pola nomor harus"),
        (put("surat/naskah/nota", {}), "surat, naskah, nota: tidak dikenal"),
        (put("templat/nota_dinas/hal", 5), "teks Nota Dinas permintaan, hal: harus daftar"),
        (put("templat/nota_dinas/tembusan", [5]), "tembusan butir 1: harus kelompok"),
        (put("katalog/0/kutipan", "x" * 501), "peraturan 1, kutipan: terlalu panjang"),
        (put("kerja/hari_kerja/workweek", 7), "hari kerja, workweek: Hari kerja seminggu"),
        (put("kerja/daftar/batas_hari", 0), "hari kerja, batas_hari: Batas peringatan"),
        (put("surat/umum/top", 10**400), "surat, umum, top: harus bilangan"),
        (put("templat/nota_dinas/\ud800", "x"), "teks Nota Dinas permintaan, : tidak dikenal"),
        (put(f"templat/nota_dinas/{'x' * 500}", "x"), "x…: tidak dikenal"),
        (put("sop/isi", ""), "SOP, isi: harus teks SOP"),
        (put("sop/isi", "# \ud800"), "SOP, isi: memuat tanda rusak"),
        (put("sop/isi", "#" * 4_000_001), "SOP, isi: harus teks SOP"),
    ],
)
def test_a_fault_is_told_with_its_place(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "dari luar.sopprofil"
    path.write_bytes(content)

    with pytest.raises(DomainError) as error:
        read_profil(path)

    assert told in str(error.value)
    assert "dari luar.sopprofil" in str(error.value)


def test_no_file_a_folder_and_a_huge_one(tmp_path: Path) -> None:
    huge = tmp_path / "besar.sopprofil"
    with huge.open("wb") as handle:
        handle.truncate(20_000_001)
    for path in (tmp_path / "tidak ada", tmp_path, huge, Path("x\0y")):
        with pytest.raises(DomainError, match=r"profil|dibaca"):
            read_profil(path)


def test_several_faults_are_told_at_once(tmp_path: Path) -> None:
    root = good()
    root["unit_kerja"][0]["kode"] = ""
    root["kerja"]["hari_kerja"]["workweek"] = 9
    (tmp_path / "x").write_bytes(json.dumps(root).encode())

    with pytest.raises(DomainError, match=r"(?s)unit kerja 1, kode.*hari kerja, workweek"):
        read_profil(tmp_path / "x")


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        ("templat/nota_dinas/hal", "{tak_ada}", "Teks Nota Dinas permintaan, bagian hal: isian"),
        ("templat/nota_dinas/judul_lain", "x", "“judul_lain” tidak dikenal"),
        ("templat/nota_dinas/hal", ["x"], "Bagian “hal” harus teks"),
        ("templat/nota_dinas/tembusan", "Satu", "Bagian “tembusan” harus daftar"),
        ("sop/isi", "bukan = [", "sop.toml"),
    ],
)
def test_words_and_sop_are_looked_over_before_anything_is_shown(
    app: App, office: Office, tmp_path: Path, path: str, value: str, told: str
) -> None:
    (tmp_path / "x").write_bytes(put(path, value))
    was = app.profil.now()

    with pytest.raises(DomainError, match=told):
        app.profil.take(app.profil.read(tmp_path / "x"), ALL)
    assert app.profil.now() == was
