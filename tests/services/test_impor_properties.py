"""Forms that went out and came back: as they were, filled in by hand, and damaged."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sopapp.app import App, open_app
from sopapp.clock import FixedClock
from sopapp.domain.dik import DasarPengecualian, IsiDik, JangkaWaktu, JenisJangka
from sopapp.domain.errors import DomainError
from sopapp.domain.formulir import nilai_formulir
from sopapp.domain.impor import HasilPeriksa, Kolom, StatusBaris
from sopapp.domain.kekurangan import kekurangan
from sopapp.services.impor_isi import lacks
from sopapp.spreadsheet.ditto import DITTO
from sopapp.spreadsheet.unit_form import write_form
from tests.conftest import TODAY, fill_office
from tests.services import carrying

# Each example begins a berkas of its own in the one office of the test.
REUSED = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
NASTY = st.sampled_from(
    ["", " ", "=1+1", "-", "a\r\nb", "x\x01y", "\ufeffDua", "a\u200bb", "  dua  spasi ", "“kutip”",
     "\ud800", "<r>a</r>", "_x000D_", "123", "2030-01-01", "Jumlah", "Nihil", "e\u0301", "5 tahun",
     "DIK-1", "h.2; j", "\u2028baris", "TRUE", "1e5", "'a", "@SUM(A1)"]
)  # fmt: skip
WORDS = st.text(max_size=30) | NASTY | st.sampled_from(["Rekam medis pegawai", "Kata sandi sistem"])
# A cell with a mark alone points to the one above, also where an entry says nothing else.
TEXT = WORDS.filter(lambda text: " ".join(text.split()) not in DITTO)
JANGKA = (
    st.none()
    | st.builds(JangkaWaktu, st.just(JenisJangka.DURASI), bulan=st.integers(-1, 400))
    | st.builds(JangkaWaktu, st.just(JenisJangka.TANGGAL), sampai=st.dates())
    | st.builds(JangkaWaktu, st.just(JenisJangka.PERISTIWA), peristiwa=TEXT)
)
DASAR = st.builds(
    DasarPengecualian, st.sampled_from("abhjz"), st.none() | st.integers(-1, 9), TEXT, TEXT
)
ISI = st.builds(
    IsiDik,
    informasi=TEXT.map(lambda text: f"Informasi {text}"),
    dasar=st.lists(DASAR, max_size=3).map(tuple),
    konsekuensi_dibuka=TEXT,
    manfaat_ditutup=TEXT,
    jangka=JANGKA,
    bentuk=TEXT,
    bagian=TEXT,
)


def encodable(isi: IsiDik) -> bool:
    """Half a character cannot be stored at all."""
    try:
        "".join(
            (isi.informasi, isi.konsekuensi_dibuka, isi.manfaat_ditutup, isi.bentuk, isi.bagian,
             *(d.undang_undang + d.pasal for d in isi.dasar),
             isi.jangka.peristiwa if isi.jangka else "")
        ).encode()  # fmt: skip
    except UnicodeEncodeError:
        return False
    return True


def filled(blank_data: Path, folder: Path, entries: list[IsiDik]) -> App:
    """An open office whose register holds these entries of its first unit."""
    shutil.copytree(blank_data, folder)
    app = open_app(folder, FixedClock(TODAY), "Penguji")
    app._database.execute_sql("PRAGMA synchronous = off")
    office = fill_office(app, units=2)
    app.dik_awal.bring_in("SK/1", date(2025, 4, 30), [(office.units[0], isi) for isi in entries])
    return app


@given(entries=st.lists(ISI.filter(encodable), min_size=1, max_size=8))
@settings(max_examples=15, deadline=None)
def test_a_form_comes_back_as_it_went_out(
    entries: list[IsiDik], blank_data: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("bolak")
    with filled(blank_data, folder / "data", entries) as app:
        unit = app.unit_kerja.list()[0].id
        berkas_id = carrying.start(app)
        path = folder / "formulir.xlsx"
        path.write_bytes(write_form(app.formulir.value(berkas_id, unit)))
        hasil = app.impor.check(path, berkas_id, unit)

        assert [row.entri_id for row in hasil.baris] == [entry.id for entry in app.dik.current()]
        assert {row.status for row in hasil.baris} == {StatusBaris.TIDAK_BERUBAH}
        assert [row.isi for row in hasil.baris] == entries
        assert app.impor.store(berkas_id, unit, hasil, path) == 0
    shutil.rmtree(folder)


@pytest.fixture
def busy(blank_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """An office with three entries, in which one berkas after another is begun."""
    folder = tmp_path_factory.mktemp("rusak") / "data"
    with filled(blank_data, folder, [carrying.complete(f"Informasi {n}") for n in "abc"]) as app:
        yield app


CELL = st.sampled_from(
    ["", "h", "j", "a. b", "Baru", "ubah", "Tetap", "Dibuka kembali", "DIK-1", "DIK-2", "DIK-77",
     "-", "5 tahun", "31/02/2030", "Informasi a", "INFORMASI B", "Informasi d", "Bidang 2", "U1",
     "x" * 5001, "UU 27/2022", "Akibat yang cukup merugikan."]
) | st.text(max_size=12)  # fmt: skip
EDITS = st.lists(st.tuples(st.integers(0, 5), st.sampled_from(list(Kolom)), CELL), max_size=14)


def stored(app: App) -> list[tuple[object, ...]]:
    sql = "SELECT id, unit_id, jenis, entri_id, isi FROM usulan ORDER BY id"
    return list(app._database.execute_sql(sql))


def attempt(app: App, path: Path, berkas_id: int, unit: int | None) -> tuple[str, int, int]:
    """The sentence it was refused with or "", the rows that were ready, the usulan stored."""
    try:
        hasil = app.impor.check(path, berkas_id, unit)
        ready = hasil.jumlah(StatusBaris.SIAP)
        return "", ready, app.impor.store(berkas_id, unit, hasil, path)
    except DomainError as error:
        return str(error), 0, 0


@given(edits=EDITS, order=st.permutations(list(Kolom)), by_row=st.booleans())
@settings(max_examples=40, deadline=None, suppress_health_check=REUSED)
def test_a_form_filled_in_anyhow_is_taken_whole_or_not_at_all(
    edits: list[tuple[int, Kolom, str]],
    order: list[Kolom],
    by_row: bool,
    busy: App,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    app = busy
    rows = [dict(nilai_formulir(entry)) for entry in app.dik.current()] + [{}, {}, {}]
    for at, kolom, text in edits:
        rows[at][kolom] = text
    path = tmp_path_factory.mktemp("lembar") / "usulan.csv"
    with path.open("w", encoding="utf-8", errors="replace", newline="") as handle:
        lines = [[row.get(kolom, "") for kolom in order] for row in rows]
        csv.writer(handle).writerows([[kolom.label for kolom in order], *lines])
    unit = None if by_row else app.unit_kerja.list()[0].id
    berkas_id = carrying.start(app)
    before = stored(app)
    refused, ready, count = attempt(app, path, berkas_id, unit)
    assert len(stored(app)) == len(before) + count
    assert count == ready
    if not refused:
        again = app.impor.check(path, berkas_id, unit)
        assert {row.status for row in again.baris} <= {StatusBaris.TIDAK_BERUBAH}


ROW = st.fixed_dictionaries(
    {
        Kolom.KODE: st.sampled_from(["", "", "DIK-1", "DIK-2"]),
        Kolom.INFORMASI: st.sampled_from(["Informasi a", "INFORMASI A", "Informasi b", "Lain"]),
        Kolom.BAGIAN: st.sampled_from(["", "", "-", "Sebagian"]),
        Kolom.HURUF: st.sampled_from(["h", "x y"]),
    }
)


ROW_KOLOM = (Kolom.KODE, Kolom.INFORMASI, Kolom.BAGIAN, Kolom.HURUF)


@given(rows=st.lists(ROW, min_size=1, max_size=5), data=st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=REUSED)
def test_a_row_typed_anew_or_left_out_judges_the_others_as_a_new_check_would(
    rows: list[dict[Kolom, str]],
    data: st.DataObject,
    busy: App,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    unit = busy.unit_kerja.list()[0].id
    berkas_id = carrying.start(busy)
    path = tmp_path_factory.mktemp("ulang") / "usulan.csv"

    def checked() -> HasilPeriksa:
        with path.open("w", encoding="utf-8", newline="") as handle:
            heads = list(ROW_KOLOM)
            lines = [[row[kolom] for kolom in heads] for row in rows]
            csv.writer(handle).writerows([[kolom.label for kolom in heads], *lines])
        return busy.impor.check(path, berkas_id, unit)

    hasil = checked()
    at, new = data.draw(st.integers(0, len(rows) - 1)), data.draw(ROW)
    nomor = hasil.baris[at].lembar.nomor
    hasil = busy.impor.recheck(hasil, nomor, new)
    rows[at] = new
    assert hasil.baris == checked().baris

    without = busy.impor.drop(hasil, nomor)
    del rows[at]
    if rows:
        told = [(row.status, row.entri_id, len(row.catatan)) for row in without.baris]
        fresh = [(row.status, row.entri_id, len(row.catatan)) for row in checked().baris]
        assert told == fresh


@given(data=st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=REUSED)
def test_damaged_bytes_are_refused_with_a_sentence_or_read(
    data: st.DataObject, busy: App, tmp_path_factory: pytest.TempPathFactory
) -> None:
    unit = busy.unit_kerja.list()[0].id
    berkas_id = carrying.start(busy)
    whole = write_form(busy.formulir.value(berkas_id, unit))
    damaged = bytearray(whole[: data.draw(st.integers(0, len(whole)) | st.just(len(whole)))])
    for place in data.draw(st.lists(st.integers(0, max(0, len(damaged) - 1)), max_size=6)):
        if damaged:
            damaged[place] ^= data.draw(st.integers(1, 255))
    path = tmp_path_factory.mktemp("bita") / "formulir.xlsx"
    path.write_bytes(damaged)
    before = stored(busy)
    _refused, ready, count = attempt(busy, path, berkas_id, unit)

    assert count == ready
    assert len(stored(busy)) == len(before) + count


@given(ISI, st.booleans())
def test_each_gap_of_a_content_is_told_once(isi: IsiDik, warn: bool) -> None:
    """The gaps are judged by the length of the texts; this holds as long as the rules do too."""
    told = lacks(isi, (), warn=warn)
    rules = kekurangan(isi)

    assert len(told) == len(rules)
    for note, rule in zip(told, rules, strict=True):
        assert note.text.startswith(rule.text)
        assert note.warning == (warn or rule.warning)
