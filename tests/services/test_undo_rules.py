"""What Ctrl+Z leaves, with the reason it gives, and a decision on every write there is."""

from __future__ import annotations

import ast
import dataclasses
import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import sopapp.app
from sopapp.app import App, open_app
from sopapp.clock import FixedClock
from sopapp.domain.berkas import StatusBerkas
from sopapp.domain.changes import Kind
from sopapp.domain.dik import JenisUsulan
from sopapp.domain.ekspedisi import SerahTerima
from sopapp.domain.errors import DomainError
from sopapp.domain.impor import Kolom
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.numbering import Penomoran
from sopapp.persistence.store import Store
from sopapp.sample.making import make_sample
from sopapp.services.nomor_luar import CatatanLuar
from sopapp.services.undo import NO_MORE, NOTHING, STRANGER, ULANGI
from sopapp.services.undo_rules import EXCEPTED, UNDECIDED, UNDOABLE
from tests.conftest import TODAY, Office
from tests.services import carrying
from tests.services.carrying import PDF, complete
from tests.services.test_impor import GOOD, sheet
from tests.services.test_undo import state, taken_back
from tests.services.undo_checking import CheckingRecorder

SOURCE = Path(sopapp.app.__file__).parent


@pytest.fixture(autouse=True)
def _following(app: App) -> None:
    """From the first write of each test on."""
    assert app.undo.next() is None


@pytest.fixture
def berkas(app: App, office: Office) -> int:
    return carrying.to_answers(app, office.units)


# What stays


def number(app: App, berkas: int) -> None:
    (letter, *_) = app.surat.list(berkas)
    app.surat.set_number(letter.id, "99", TODAY, alasan="Salah nomor")


def keep_again(app: App, berkas: int) -> None:
    app.surat.keep(app.surat.list(berkas)[0].id, PDF + b"lagi", "dicetak ulang")


def correct(app: App, berkas: int) -> None:
    letter = app.surat.list(berkas)[0]
    app.surat.edit(letter.id, dataclasses.replace(letter.isi, hal="Lain"), "Salah ketik")


def void(app: App, berkas: int) -> None:
    app.surat.void(app.surat.list(berkas)[0].id, "Salah alamat")


def used_elsewhere(app: App, _berkas: int) -> None:
    words = CatatanLuar(JenisNaskah.NOTA_DINAS, perihal="Undangan")
    app.nomor_luar.record(Penomoran("77", TODAY), words)


def another_berkas(app: App, _berkas: int) -> None:
    carrying.start(app, "Lain")


@pytest.mark.parametrize(
    ("act", "why"),
    [
        (number, "sudah dicetak tercatat|Nomor surat yang sudah diberikan"),
        (keep_again, "Cetakan disimpan sebagai bukti"),
        (correct, "sudah dicetak tercatat"),
        (void, "tetap BATAL"),
        (used_elsewhere, "tetap di buku agenda"),
        (another_berkas, "Batalkan berkas"),
    ],
)
def test_what_was_given_out_stays_and_says_why(
    app: App, berkas: int, act: Callable[[App, int], None], why: str
) -> None:
    app.berkas.rename(berkas, "Judul")
    act(app, berkas)
    after = state(app)

    assert app.undo.next() is None
    assert re.search(why, app.undo.refusal)
    with pytest.raises(DomainError, match=why):
        app.undo.undo()
    assert state(app) == after  # and what came before is not reached through it


def test_a_signed_letter_stays(app: App, office: Office, tmp_path: Path) -> None:
    berkas = carrying.to_validasi(app, office.units)
    carrying.propose(app, berkas, office.units[0], complete("Satu"))
    carrying.to_penetapan(app, berkas)
    carrying.sign(app, berkas, "1")
    assert "Batalkan pencatatan" in app.undo.refusal
    taken_back(app, lambda: app.berkas.advance(berkas))
    app.berkas.advance(berkas)
    app.dokumentasi.attach_scan(berkas, carrying.scan_file(tmp_path))
    assert "Pindaian" in app.undo.refusal
    app.dik.apply(berkas)
    assert "diselaraskan" in app.undo.refusal
    assert app.undo.next() is None


def test_a_draft_that_was_never_printed_is_open_to_it(app: App, office: Office) -> None:
    berkas = carrying.start(app)
    app.permintaan.choose_units(berkas, office.units)
    taken_back(app, lambda: app.permintaan.choose_units(berkas, office.units[:1]))
    taken_back(app, lambda: app.penyusunan.permintaan(berkas, per_unit=True))
    (letter, *_) = app.penyusunan.permintaan(berkas, per_unit=True)
    taken_back(app, lambda: app.surat.void(letter, "Tidak jadi"))


def test_words_of_a_numbered_letter_go_back_but_not_its_number(app: App, office: Office) -> None:
    berkas = carrying.start(app)
    app.permintaan.choose_units(berkas, office.units)
    app.penyusunan.permintaan(berkas, per_unit=True)
    app.surat.number_all(berkas, TODAY)
    letter = app.surat.list(berkas)[0]
    taken_back(app, lambda: app.surat.edit(letter.id, dataclasses.replace(letter.isi, hal="X")))

    assert app.surat.get(letter.id).nomor == letter.nomor


def test_a_hand_over_noted_by_mistake_goes_back(app: App, berkas: int) -> None:
    letter = app.surat.list(berkas)[0]
    taken_back(app, lambda: app.ekspedisi.record([(letter.id, SerahTerima("Staf", TODAY))]))


@pytest.mark.usefixtures("office")
def test_words_on_a_number_used_elsewhere_go_back(app: App) -> None:
    words = CatatanLuar(JenisNaskah.NOTA_DINAS, perihal="Undangan")
    line = app.nomor_luar.record(Penomoran("77", TODAY), words)
    new = dataclasses.replace(words, perihal="Rapat")
    taken_back(app, lambda: app.nomor_luar.edit(line, Penomoran("77", TODAY), new))


def test_an_imported_sheet_goes_back_whole(app: App, berkas: int, tmp_path: Path) -> None:
    unit = app.unit_kerja.list()[0].id
    app.usulan.add(berkas, unit, JenisUsulan.BARU, complete("Informasi dari lembar 1"))
    path = sheet(tmp_path, [GOOD | {Kolom.INFORMASI: f"Informasi {n}"} for n in range(30)])
    hasil = app.impor.check(path, berkas, unit)
    taken_back(app, lambda: app.impor.store(berkas, unit, hasil, path))


# Every write there is


def named_in_source() -> set[str]:
    """The aksi of every write in the program's source."""
    found: set[str] = set()
    for path in SOURCE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if ".write(" not in text:
            continue
        tree = ast.parse(text)
        writes = [
            node
            for node in ast.walk(tree)
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "write"
            and "store" in ast.unparse(node.func.value)
        ]
        for call in writes:
            name = call.args[0]
            if isinstance(name, ast.Constant):
                found.add(name.value)
            else:  # given by the caller: every word of the module that looks like one
                words = (each.value for each in ast.walk(tree) if isinstance(each, ast.Constant))
                found |= {
                    word
                    for word in words
                    if isinstance(word, str) and re.fullmatch(r"[a-z_]+\.[a-z_]+", word)
                }
    return found


def test_each_write_is_decided_on() -> None:
    assert not UNDOABLE & EXCEPTED.keys()
    assert named_in_source() - UNDOABLE - EXCEPTED.keys() - {"urungkan", ULANGI} == set()


def test_a_write_nobody_decided_on_stays(app: App) -> None:
    with app._store.write("baru.sekali", Kind.SETTING) as entry:
        app._database.execute_sql("INSERT INTO setting VALUES ('x', '1')")
        entry.say("Baru.")

    assert (app.undo.next(), app.undo.refusal) == (None, UNDECIDED)


@pytest.mark.parametrize("why", [*EXCEPTED.values(), UNDECIDED, NOTHING, NO_MORE, STRANGER])
def test_each_reason_fits_the_status_line(why: str) -> None:
    assert len(why) <= 110
    assert why.endswith(".")


def test_every_write_of_the_sample_could_be_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: Counter[str] = Counter()

    def watched(*arguments: object) -> Store:
        store = Store(*arguments)
        store.recorder = CheckingRecorder(store, seen)
        return store

    monkeypatch.setattr(sopapp.app, "Store", watched)
    # An empty folder will do, and the year may turn meanwhile.
    folder, day = tmp_path / "contoh", date(2027, 1, 5)
    folder.mkdir()
    make_sample(folder, day, lambda *_: None)

    with open_app(folder, FixedClock(day), "Penguji") as app:
        assert [row.status for row in app.berkas.list()] == [StatusBerkas.SELESAI]
    assert {"usulan.tambah", "uji.catat", "berkas.maju", "pejabat.tambah"} <= seen.keys()
    assert sum(seen.values()) > 50
