"""A file of schema 2 keeps every letter, number, print and setting when it is brought up."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from sopapp.app import App, open_app
from sopapp.clock import FixedClock
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.sop import LaneCode
from sopapp.domain.surat import JenisSurat, StatusSurat
from sopapp.paths import RESOURCES
from sopapp.persistence.check import check_data
from sopapp.persistence.migrate import migrate
from sopapp.persistence.steps import STEPS

_DAY = "2026-03-02"
_LETTERS = {
    "paper": "F4", "top": 15.0, "bottom": 25.0, "left": 30.0, "right": 20.0,
    "nota_dinas_font": "bookman", "nota_dinas_size": 11.0, "keputusan_font": "arial",
    "keputusan_size": 12.0, "label_yth": "Kepada", "sifat": "Biasa", "selaku_line": True,
    "klasifikasi": "500.12", "nota_dinas_pola": "{urut:3}/ND/{tahun}",
    "keputusan_pola": "{urut}/KEP/{tahun}", "nota_dinas_signer": "admin_ppid",
    "keputusan_signer": "ppid_pembantu",
}  # fmt: skip


def head(nomor: str) -> str:
    return json.dumps({"nomor": nomor, "tanggal": _DAY, "tempat": "Aula"})


def fill(connection: sqlite3.Connection) -> None:
    run = connection.execute
    run("INSERT INTO setting VALUES ('surat', ?)", (json.dumps(_LETTERS),))
    run("INSERT INTO unit_kerja VALUES (1, 'A', 'Bidang A', 'Kepala', 1, 1)")
    sop = next((RESOURCES / "sop").glob("*.toml")).read_text(encoding="utf-8")
    run("INSERT INTO sop_versi VALUES (1, ?, 'sop', ?, '2026-01-01T00:00:00Z')", ("0" * 64, sop))
    for number in (1, 2, 3, 4):
        run("INSERT INTO berkas VALUES (?, ?, 2026, 1, ?)", (number, f"Berkas {number}", _DAY))
        run(
            "INSERT INTO attachment VALUES (?, ?, 'a.pdf', 1, 'application/pdf', '')",
            (number, f"{number}" * 64),
        )
    run("INSERT INTO surat VALUES (1, 1, 'nota_dinas', 1, '004/ND/2026', ?, 0, 0, NULL)", (_DAY,))
    run("INSERT INTO surat VALUES (2, 1, 'nota_dinas', 1, NULL, NULL, 0, 1, NULL)")
    run("INSERT INTO surat VALUES (3, 1, 'keputusan', NULL, '004/ND/2026', ?, 1, 0, NULL)", (_DAY,))
    run("INSERT INTO cetakan VALUES (1, 1, 1, 'abc', 'dicetak', '2026-03-02T01:00:00Z')")
    run("INSERT INTO pindaian VALUES (1, 3, 2, '2026-03-03T01:00:00Z')")
    for berkas, nomor in ((1, " 7/BA "), (2, "7/ba"), (3, "")):
        run("INSERT INTO berita_acara VALUES (?, ?)", (berkas, head(nomor)))
    for number, berkas in enumerate((1, 4, 4), 1):
        run(
            "INSERT INTO cetakan_uji VALUES (?, ?, NULL, 'berita_acara', ?, ?)",
            (number, berkas, number, f"2026-03-0{number}T01:00:00Z"),
        )
    run("INSERT INTO cetakan_uji VALUES (9, 1, NULL, 'lembar_uji', 4, '2026-03-02T01:00:00Z')")
    run("INSERT INTO dik_terbitan VALUES (1, 3, NULL, NULL, NULL, '2026-03-03T01:00:00Z')")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    with closing(sqlite3.connect(tmp_path / "data.sqlite3")) as connection:
        connection.isolation_level = None
        migrate(connection, tmp_path / "data.sqlite3", STEPS[:2])
        fill(connection)
    return tmp_path


@pytest.fixture
def app(old: Path):
    with open_app(old, FixedClock(date(2026, 11, 23)), "Penguji") as opened:
        yield opened


def letters(app: App) -> dict[int, tuple]:
    sql = "SELECT id, jenis, deret, nomor, tanggal FROM surat ORDER BY id"
    return {row[0]: row[1:] for row in app._database.execute_sql(sql)}


def test_letters_keep_number_and_state(app: App) -> None:
    found = letters(app)
    assert found[1] == ("nota_dinas", "Nota Dinas", "004/ND/2026", _DAY)
    assert found[2] == ("nota_dinas", "", None, None)
    assert found[3] == ("keputusan", "Keputusan", "004/ND/2026", _DAY)
    surat = app.surat.list(1)
    assert [one.jenis for one in surat].count(JenisSurat.NOTA_DINAS) == 2
    assert [len(one.cetakan) for one in surat if one.id == 1] == [1]
    assert [one.pindaian for one in surat if one.id == 3] == [(2,)]
    (terbitan,) = app.dik.terbitan()
    assert (terbitan.nomor, terbitan.tanggal) == ("004/ND/2026", date(2026, 3, 2))


def test_the_next_number_goes_on_behind_the_old_ones(app: App) -> None:
    day = date(2026, 11, 23)
    assert app.surat.propose_number(JenisSurat.NOTA_DINAS, day) == "005/ND/2026"
    assert app.surat.propose_number(JenisSurat.NOTA_DINAS, date(2027, 1, 4)) == "001/ND/2027"


def test_the_places_of_old_numbers_outlast_a_change_of_the_pattern(app: App) -> None:
    group = app.setting.naskah(JenisNaskah.NOTA_DINAS)
    app.setting.save_naskah(JenisNaskah.NOTA_DINAS, group._replace(pola="B/{urut}/{tahun}"))
    assert app.surat.propose_number(JenisSurat.NOTA_DINAS, date(2026, 11, 23)) == "B/5/2026"
    assert [str(each) for each in app.agenda.all_gaps(2026)] == ["Nota Dinas 1–3"]


def test_a_draft_keputusan_is_printed_anew_before_it_is_signed(old: Path) -> None:
    with closing(sqlite3.connect(old / "data.sqlite3", isolation_level=None)) as connection:
        connection.execute(
            "INSERT INTO surat VALUES (4, 2, 'keputusan', NULL, NULL, NULL, 0, 0, NULL)"
        )
    with open_app(old, FixedClock(date(2026, 11, 23)), "Penguji") as app:
        stale = dict(app._database.execute_sql("SELECT id, perlu_cetak FROM surat"))
    assert (stale[3], stale[4]) == (0, 1)  # what was signed stays what it was


def test_a_berita_acara_becomes_a_letter_with_its_prints(app: App) -> None:
    heads = {berkas: app.uji.berita_acara(berkas) for berkas in (1, 2, 3)}
    assert [(head.nomor, head.tempat) for head in heads.values()] == [
        ("7/BA", "Aula"), ("7/ba", "Aula"), ("", "Aula"),
    ]  # fmt: skip
    papers = {berkas: [each.jenis for each in app.uji.kept(berkas)] for berkas in (1, 4)}
    assert sorted(papers[1]) == ["berita_acara", "lembar_uji"]
    assert papers[4] == ["berita_acara", "berita_acara"]
    assert (
        next(one for one in app.surat.list(4) if one.jenis is JenisSurat.BERITA_ACARA).status
        is StatusSurat.DICETAK
    )


def test_each_kind_gets_the_settings_that_held_for_it(app: App) -> None:
    common = app.setting.letters()
    assert (common.paper, common.top, common.sifat, common.klasifikasi) == (
        "F4", 15.0, "Biasa", "500.12",
    )  # fmt: skip
    request = app.setting.naskah(JenisNaskah.NOTA_DINAS)
    assert (request.font, request.size, request.pola, request.label_yth, request.signer) == (
        "bookman", 11.0, "{urut:3}/ND/{tahun}", "Kepada", LaneCode.ADMIN_PPID,
    )  # fmt: skip
    assert app.setting.naskah(JenisNaskah.PENGINGAT) == request
    keputusan = app.setting.naskah(JenisNaskah.KEPUTUSAN)
    assert (keputusan.font, keputusan.pola, keputusan.selaku_line, keputusan.signer) == (
        "arial", "{urut}/KEP/{tahun}", True, LaneCode.PPID_PEMBANTU,
    )  # fmt: skip
    assert keputusan.deret == "Keputusan"


def test_what_was_signed_or_printed_cannot_be_changed_behind_the_programs_back(app: App) -> None:
    for statement, said in (
        ("UPDATE surat SET nomor = 'x' WHERE id = 3", "tidak boleh diubah"),
        ("UPDATE cetakan SET keterangan = 'x'", "tidak boleh diubah"),
        ("DELETE FROM cetakan", "tidak boleh dihapus"),
    ):
        with pytest.raises(Exception, match=said):
            app._database.execute_sql(statement)


def test_the_check_finds_nothing_new(old: Path, app: App) -> None:
    said = check_data(old / "data.sqlite3", old / "dokumen")
    # The file was made by hand, so its numbers have no riwayat and its prints no bytes.
    assert not [
        one
        for one in said
        if not {"riwayat", "File", "Posisi"} & set(one.replace(".", " ").split())
    ], said
