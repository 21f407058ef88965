"""The bundled SOP as read, and broken SOP files: each tells file, place and what is expected."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from sopapp import paths
from sopapp.domain.errors import DomainError, EnvironmentProblem
from sopapp.domain.sop import LaneCode, Sop, StageKind
from sopapp.domain.sop_vocabulary import CONDITIONS, REQUIREMENTS
from sopapp.sop_file import BUNDLED_NAME, bundled_sop_path, bundled_sop_text, parse_sop

TEXT = bundled_sop_text()
PPID, UNIT, ATASAN, ADMIN = LaneCode


@pytest.fixture(scope="module")
def sop() -> Sop:
    return parse_sop(TEXT, BUNDLED_NAME)


def test_five_stages_take_eleven_working_days(sop):
    assert [stage.hari_kerja for stage in sop.stages] == [5, 2, 2, 1, 1]
    assert sop.total_hari_kerja == 11
    assert [stage.kind for stage in sop.stages] == list(StageKind)
    assert [stage.number for stage in sop.stages] == [1, 2, 3, 4, 5]


def test_lanes_stand_in_the_order_of_the_sheet(sop):
    assert [lane.code for lane in sop.lanes] == [PPID, UNIT, ATASAN, ADMIN]
    assert [lane.name for lane in sop.lanes] == [
        "PPID Pembantu",
        "Unit Kerja",
        "Atasan PPID Pembantu",
        "Admin PPID",
    ]


def test_the_path_through_lanes_and_what_each_step_needs(sop):
    path = [[(s.lane, s.needs, s.only_if) for s in stage.steps] for stage in sop.stages]
    assert path == [
        [
            (ADMIN, ("unit_dipilih", "nota_dinas_bernomor", "nota_dinas_dicetak"), None),
            (PPID, (), None),
            (UNIT, ("unit_terjawab",), None),
        ],
        [
            (PPID, ("usulan_dinilai",), None),
            (UNIT, ("usulan_diperbaiki",), "ada_usulan_dikembalikan"),
            (PPID, ("usulan_diputus",), None),
        ],
        [
            (ADMIN, ("keputusan_disusun", "keputusan_dicetak"), None),
            (ATASAN, ("keputusan_bernomor",), None),
        ],
        [(ADMIN, ("keputusan_dipindai", "register_diselaraskan"), None)],
        [(ADMIN, ("daftar_ditulis", "daftar_diumumkan", "arsip_dibuat"), None)],
    ]


def test_each_stage_needs_what_the_one_before_gave(sop):
    assert [(stage.kelengkapan, stage.output) for stage in sop.stages] == [
        ("Nota Dinas", "Nota Dinas permintaan informasi publik yang akan dimutakhirkan"),
        (
            "Usulan Daftar Informasi yang Dikecualikan",
            "Draft informasi publik yang akan dimutakhirkan dari masing-masing unit kerja",
        ),
        (
            "Draft SK pemutakhiran Daftar Informasi Publik",
            "SK pemutakhiran Daftar Informasi yang Dikecualikan",
        ),
        (
            "SK pemutakhiran Daftar Informasi yang Dikecualikan",
            "Scan copy SK pemutakhiran Daftar Informasi yang Dikecualikan",
        ),
        ("Scan copy SK", "Dokumentasi, publikasi, dan arsip"),
    ]


def test_the_head_and_the_lists_are_those_of_the_sheet(sop):
    assert sop.head.nama == "Pemutakhiran Daftar Informasi Publik yang Dikecualikan"
    assert sop.head.tanggal_pembuatan == date(2022, 9, 5)
    assert sop.head.tanggal_revisi is None
    assert sop.head.tanggal_efektif is None
    assert (sop.head.nomor, sop.head.disahkan_nama, sop.head.pengawas) == ("", "", "")
    assert sop.head.disahkan_nip == "19631016 199203 1 005"
    counts = (sop.dasar_hukum, sop.keterkaitan, sop.peringatan, sop.pencatatan)
    assert [len(items) for items in counts] == [5, 7, 1, 2]
    assert "tidak dipungut biaya" in sop.pencatatan[1]


def test_laws_are_cited_with_their_gazette(sop):
    uu, pp = sop.dasar_hukum[:2]
    assert uu.kutipan.startswith("Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan")
    assert "Tahun 2008 Nomor 61, Tambahan" in uu.kutipan
    assert uu.kutipan.endswith("Nomor 4846)")
    assert "Tahun 2010 Nomor 99, Tambahan" in pp.kutipan
    assert pp.kutipan.endswith("Nomor 5149)")


def test_the_slips_of_the_scan_are_mended():
    for slip in (
        "pemuktahiran",
        "dimutakabirkan",
        "penganganan",
        "dinkes",
        "dikcapil",
        " ada dinas",
    ):
        assert slip not in TEXT.lower().replace('"ada dinas"', "")


def test_every_word_that_the_admin_may_use_is_explained_in_the_file():
    remarks = [line for line in TEXT.splitlines() if line.startswith("#")]
    for key in (*REQUIREMENTS, *CONDITIONS):
        assert any(key in line.split() for line in remarks), key


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_file_saved_by_notepad_reads_the_same(sop, newline):
    assert parse_sop("\ufeff" + TEXT.replace("\n", newline), "sop.toml") == sop


def test_lines_of_a_long_text_become_one(sop):
    name = '\nnama = "Unit Kerja"'
    assert name in TEXT
    assert parse_sop(TEXT.replace(name, '\nnama = """Unit\n   Kerja"""'), "sop.toml") == sop


def test_absent_means_blank_where_the_sheet_may_be_blank(sop):
    shorter = TEXT
    for line in ('pengawas = ""\n', 'tanggal_revisi = ""\n', 'keterangan = ""\n', "syarat = []\n"):
        assert line in TEXT
        shorter = shorter.replace(line, "")
    assert parse_sop(shorter, "sop.toml") == sop


# --- broken files ----------------------------------------------------------------------

BROKEN = [
    # what is replaced, by what, place, words that must be told
    ("hari_kerja = 5", "hari_kerja = 0", "tahap 1, hari_kerja", ["1 sampai 365", "bukan 0"]),
    ("hari_kerja = 5", "hari_kerja = 366", "tahap 1, hari_kerja", ["1 sampai 365"]),
    ("hari_kerja = 5", 'hari_kerja = "5"', "tahap 1, hari_kerja", ["bilangan bulat", '"5"']),
    ("hari_kerja = 5", "hari_kerja = 2.5", "tahap 1, hari_kerja", ["bilangan bulat"]),
    ("hari_kerja = 5", "hari_kerja = true", "tahap 1, hari_kerja", ["bilangan bulat"]),
    ("hari_kerja = 5\n", "", "tahap 1, hari_kerja", ["belum ada"]),
    (
        "hari_kerja = 5",
        "hari_kerj = 5",
        "tahap 1, hari_kerj",
        ["tidak dikenal", "maksudnya hari_kerja"],
    ),
    ("nomor = 3", "nomor = 4", "tahap 3, nomor", ["harus bilangan bulat 3", "bukan 4"]),
    ('jenis = "validasi"', 'jenis = "penetapan"', "tahap 2, jenis", ["harus validasi"]),
    ('ringkas = "Validasi"\n', "", "tahap 2, ringkas", ["belum ada"]),
    ('ringkas = "Validasi"', 'ringkas = "  "', "tahap 2, ringkas", ["tidak boleh kosong"]),
    ('ringkas = "Validasi"', "ringkas = 7", "tahap 2, ringkas", ["tanda kutip", "bukan 7"]),
    ('ringkas = "Validasi"', 'ringkas = "V\\u0007"', "tahap 2, ringkas", ["U+0007"]),
    (
        'pelaksana = "ppid_pembantu"\nkegiatan = "Memvalidasi',
        'pelaksana = "ppid_pembatu"\nkegiatan = "Memvalidasi',
        "tahap 2, langkah 1, pelaksana",
        ["salah satu dari", "atasan_ppid_pembantu", "maksudnya ppid_pembantu"],
    ),
    (
        'kegiatan = "Menandatangani Nota Dinas"\n',
        "",
        "tahap 1, langkah 2, kegiatan",
        ["belum ada"],
    ),
    (
        '"unit_dipilih",',
        '"unit_terpilih",',
        "tahap 1, langkah 1, syarat ke-1",
        ["maksudnya unit_dipilih"],
    ),
    ('["unit_terjawab"]', '"unit_terjawab"', "tahap 1, langkah 3, syarat", ["kurung siku"]),
    (
        '["unit_terjawab"]',
        '["unit_terjawab", "unit_terjawab"]',
        "tahap 1, langkah 3, syarat ke-2",
        ["sudah disebut"],
    ),
    (
        'bila = "ada',
        'bila = "ad',
        "tahap 2, langkah 2, bila",
        ["maksudnya ada_usulan_dikembalikan"],
    ),
    ('bila = "ada', 'bil = "ada', "tahap 2, langkah 2, bil", ["tidak dikenal"]),
    ('kode = "unit_kerja"', 'kode = "admin_ppid"', "pelaksana 4, kode", ["tepat satu kali"]),
    ('kode = "unit_kerja"', 'kode = "bidang"', "pelaksana 2, kode", ["salah satu dari"]),
    ("[kepala]", "[kepalaa]", "kepalaa", ["tidak dikenal", "maksudnya kepala"]),
    ('instansi = "Dinas', 'instansi_ = "Dinas', "kepala, instansi_", ["tidak dikenal"]),
    ("= 2022-09-05", '= "5 September 2022"', "kepala, tanggal_pembuatan", ["misalnya 2022-09-05"]),
    ("= 2022-09-05", "= 2022-09-05T08:00:00", "kepala, tanggal_pembuatan", ["harus tanggal"]),
    ("199203 1 005", "199203 1", "kepala, disahkan_nip", ["18 angka"]),
    ("peringatan = [", "peringatan = []\nlain = [", "lain", ["tidak dikenal"]),
    ("peringatan = [", "peringatan = [1,", "peringatan ke-1", ["tanda kutip"]),
    ('teks = "UU', 'tek = "UU', "dasar_hukum 1, tek", ["maksudnya teks"]),
]


@pytest.mark.parametrize(("old", "new", "place", "words"), BROKEN)
def test_a_slip_is_told_with_file_place_and_what_is_expected(old, new, place, words):
    assert old in TEXT
    with pytest.raises(DomainError) as told:
        parse_sop(TEXT.replace(old, new, 1), "sop-kantor.toml")
    message = str(told.value)
    assert "sop-kantor.toml" in message
    assert told.value.field == place
    line = next(line for line in message.splitlines() if line.startswith(f"{place}: "))
    for word in words:
        assert word in line


def without(pattern: str) -> str:
    changed, times = re.subn(pattern, "", TEXT, flags=re.DOTALL)
    assert times == 1
    return changed


@pytest.mark.parametrize(
    ("text", "place", "word"),
    [
        ("", "kepala", "[kepala]"),
        (without(r"\[\[tahap\]\]\nnomor = 5.*"), "tahap", "tepat 5 tahap, bukan 4"),
        (TEXT + "\n[[tahap]]\nnomor = 6\n", "tahap", "tepat 5 tahap, bukan 6"),
        (
            without(r'\[\[tahap\.langkah\]\]\npelaksana = "admin_ppid"\nkegiatan = "Mendok.*'),
            "tahap 5, langkah",
            "[[tahap.langkah]]",
        ),
        (
            without(r'\[\[pelaksana\]\]\nkode = "admin_ppid"\nnama = "Admin PPID"\n'),
            "pelaksana",
            "admin_ppid belum ada",
        ),
        ("kepala = 1", "kepala", "[kepala]"),
    ],
)
def test_missing_and_surplus_parts_are_told(text, place, word):
    with pytest.raises(DomainError) as told:
        parse_sop(text, "sop.toml")
    assert told.value.field == place
    assert word in str(told.value)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('ringkas = "Validasi"', 'ringkas = "Validasi', "Validasi"),
        ('ringkas = "Validasi"', "ringkas = Validasi", "Validasi"),
        ('ringkas = "Validasi"', 'ringkas "Validasi"', "Validasi"),
        ("[kepala]", "[kepala", "kepala"),
        ("hari_kerja = 5", "hari_kerja = 5\nhari_kerja = 6", "duplicate"),
    ],
)
def test_bad_toml_is_told_with_its_line(old, new, line):
    broken = TEXT.replace(old, new, 1)
    number = broken[: broken.index(new)].count("\n") + 1 + (line == "duplicate")
    with pytest.raises(DomainError, match=rf"sop\.toml, baris {number}, kolom \d+: .*TOML"):
        parse_sop(broken, "sop.toml")


def test_bad_toml_at_the_end_of_the_file_is_told():
    with pytest.raises(DomainError, match=r"sop\.toml, .*baris 2.*TOML"):
        parse_sop('keterkaitan = [\n"SOP', "sop.toml")


def test_many_slips_are_told_together_but_not_without_end():
    with pytest.raises(DomainError) as told:
        parse_sop(TEXT.replace("pelaksana =", "plaksana ="), "sop.toml")
    lines = str(told.value).splitlines()
    assert len(lines) == 10
    assert re.fullmatch(r"dan \d+ kesalahan lain\.", lines[-1])


def test_a_missing_bundled_file_names_itself(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "RESOURCES", tmp_path)
    with pytest.raises(EnvironmentProblem, match=re.escape(str(tmp_path))):
        bundled_sop_text()


def test_a_frozen_program_finds_its_resources_beside_it(tmp_path):
    ask = (
        f"import sys; sys._MEIPASS = {str(tmp_path)!r}; "
        "from sopapp import paths; print(paths.RESOURCES)"
    )
    done = subprocess.run(
        [sys.executable, "-c", ask],
        cwd=Path(__file__).resolve().parents[1],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == str(tmp_path / "resources")
    assert bundled_sop_path().is_file()
