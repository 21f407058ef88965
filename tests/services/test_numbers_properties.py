"""However letters are numbered, voided and replaced: never a duplicate, never a silent gap.

Calls over all kinds of letter, the numbers used elsewhere among them, with sequences shared or
apart, patterns that change and years that turn. Whatever is refused is refused with DomainError.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sopapp.app import App, open_app
from sopapp.clock import FixedClock
from sopapp.domain.errors import DomainError
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.numbering import BentukSisipan, Penomoran
from sopapp.domain.permohonan import PermohonanInput
from sopapp.domain.surat import JenisSurat
from sopapp.services.letter_settings import LetterSettings
from sopapp.services.nomor_luar import CatatanLuar
from tests.conftest import TODAY, fill_office
from tests.services import carrying
from tests.services.carrying import PDF

PATTERNS = (
    "{klasifikasi}/{urut}/{unit}/{bulan_romawi}/{tahun}",
    "{urut:3}/{klasifikasi}/{tahun}",
    "{klasifikasi}{urut}",
    "{urut}{klasifikasi}",
    "{urut}{bulan}",
    "{tahun}{urut}",
    "ND  {urut} . {sifat}",
)
KINDS = [jenis for jenis in JenisNaskah if jenis.bernomor]
SEQUENCES = ("Nota Dinas", "Surat keluar", "Keputusan")
DAYS = st.one_of(
    st.sampled_from([TODAY, date(2026, 11, 20), date(2026, 12, 31), date(2027, 1, 1)]),
    st.dates(date(2025, 12, 1), date(2027, 2, 1)),
)
TYPED = st.one_of(
    st.sampled_from(
        ["1", "01", "001/500.12/2026", "500.12/2/uji/xi/2026", "500.121", "211", "20261",
         "999999999", "500.12/1.01/UJI/XI/2026", "Ä/1", "ä/1", "500.12/3/UJI/X/2026"]
    ),
    st.text(st.sampled_from("0123456789/.aA "), min_size=1, max_size=12),
)  # fmt: skip
WHICH = st.integers(0, 30)
CALL = st.one_of(
    st.tuples(st.just("propose"), WHICH, st.just(""), DAYS),
    st.tuples(st.just("propose"), WHICH, st.just(""), DAYS),
    st.tuples(st.just("type"), WHICH, TYPED, DAYS),
    st.tuples(st.just("insert"), WHICH, TYPED, DAYS),
    st.tuples(st.just("between"), WHICH, st.just(""), DAYS),
    st.tuples(st.just("all"), WHICH, st.just(""), DAYS),
    st.tuples(st.just("print"), WHICH, st.just(""), DAYS),
    st.tuples(st.just("void"), WHICH, st.just(""), DAYS),
    st.tuples(st.just("replace"), WHICH, st.just(""), DAYS),
    st.tuples(st.just("sign"), WHICH, st.just(""), DAYS),
    st.tuples(st.just("unsign"), WHICH, st.just(""), DAYS),
    st.tuples(st.just("keputusan"), WHICH, TYPED, DAYS),
    st.tuples(st.just("outside"), WHICH, TYPED, DAYS),
    st.tuples(st.just("outside range"), WHICH, st.just(""), DAYS),
    st.tuples(st.just("minutes"), WHICH, TYPED, DAYS),
    st.tuples(st.just("pattern"), WHICH, st.sampled_from(["500.12", "12", "a/b", " x  y "]), DAYS),
    st.tuples(st.just("sequence"), WHICH, st.sampled_from(SEQUENCES), DAYS),
)
CALLS = st.lists(CALL, max_size=16)


@pytest.fixture(scope="module")
def lettered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with every kind of letter in draft, five berkas in their stages."""
    root = tmp_path_factory.mktemp("bernomor")
    with open_app(root, FixedClock(TODAY), "Penguji") as app:
        app._database.execute_sql("PRAGMA synchronous = off")
        office = fill_office(app)
        asked = carrying.start(app, "Diminta")
        app.permintaan.choose_units(asked, office.units)
        app.penyusunan.permintaan(asked, per_unit=True)
        shared = carrying.start(app, "Bersama")
        app.permintaan.choose_units(shared, office.units)
        app.penyusunan.permintaan(shared, per_unit=False)
        late = carrying.to_answers(app, office.units[:1], "Terlambat")
        app.penyusunan.pengingat(late)
        for judul in ("Satu", "Dua"):
            tested = carrying.to_validasi(app, office.units[:1], judul)
            carrying.propose(app, tested, office.units[0], carrying.complete(f"Data {judul}"))
            app.uji.keep_berita_acara(tested, PDF)
            back = app.usulan.list(tested)[0]
            carrying.to_penetapan(app, tested)
            carrying.print_keputusan(app, tested)
            app.penyusunan.pengantar(tested)
            assert back
        carrying.to_register(
            app, office.units[:1], tmp_path_factory.mktemp("pindaian"), "1",
            [(office.units[0], "Dikecualikan")],
        )  # fmt: skip
        entri = app.dik.current()[0].id
        request = app.permohonan.add(
            PermohonanInput("1/2026", TODAY, "Nama", "Alamat", "08", "Rincian", (entri,))
        )
        app.permohonan.draft_letter(request)
    return root


@contextmanager
def opened(lettered: Path) -> Iterator[App]:
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(lettered, folder, dirs_exist_ok=True)
        with open_app(Path(folder), FixedClock(TODAY), "Penguji") as app:
            app._database.execute_sql("PRAGMA synchronous = off")
            yield app


@given(calls=CALLS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example(
    [
        ("type", 0, "5", date(2026, 12, 31)),
        ("print", 0, "", TODAY),
        ("type", 0, "5", date(2027, 1, 1)),
    ]
)
@example([("insert", 0, "500.12/1/UJI/XI/2026", TODAY), ("propose", 1, "", TODAY)])
@example([("pattern", 6, "500.12", TODAY), ("propose", 0, "", TODAY), ("propose", 1, "", TODAY)])
@example([("pattern", 3, "500.12", TODAY), ("propose", 0, "", TODAY), ("propose", 1, "", TODAY)])
def test_no_number_twice_and_no_silent_gap(
    lettered: Path, calls: list[tuple[str, int, str, date]]
) -> None:
    with opened(lettered) as app:
        before = lines(app)
        for call in calls:
            carry_out(app, *call)
            now = lines(app)
            refuse_twins(now)
            refuse_lost_numbers(before, now)
            before = now
        refuse_silent_gaps(app)


def lines(app: App) -> list[tuple[int, str, str, str, int | None, str, str]]:
    """(id, deret, tahun, nomor, urut, sisipan, batal) of the whole book."""
    return app._database.execute_sql(
        "SELECT id, deret, substr(tanggal, 1, 4), nomor, urut, sisipan, batal FROM surat "
        "WHERE nomor IS NOT NULL ORDER BY id"
    ).fetchall()


def refuse_twins(book: list[tuple]) -> None:
    texts = Counter((deret, year, nomor.casefold()) for _, deret, year, nomor, *_ in book)
    assert max(texts.values(), default=1) == 1, texts.most_common(1)
    places = Counter(
        (deret, year, urut)
        for _, deret, year, _, urut, sisipan, _ in book
        if urut is not None and not sisipan
    )
    assert max(places.values(), default=1) == 1, places.most_common(1)


def refuse_lost_numbers(before: list[tuple], now: list[tuple]) -> None:
    """What is void stays so, word for word."""
    void = {line[1:4] for line in before if line[6]}
    assert void <= {line[1:4] for line in now if line[6]}


def refuse_silent_gaps(app: App) -> None:
    """Each place up to the highest is held by one ordinary line, or told as a gap."""
    held: dict[tuple[str, int], list[int]] = {}
    for _, deret, year, _, urut, sisipan, _ in lines(app):
        if urut is not None and not sisipan and urut < 2000:
            held.setdefault((deret, int(year)), []).append(urut)
    for (deret, year), places in held.items():
        gaps = {
            (span.first, span.last)
            for each in app.agenda.all_gaps(year)
            if each.deret == deret
            for span in each.rentang
        }
        told = {n for first, last in gaps for n in range(first, min(last, max(places)) + 1)}
        formed = app.nomor.places(deret, year) - set(places)
        silent = set(range(1, max(places) + 1)) - set(places) - told - formed
        assert not silent, (deret, year, silent)
        assert not told & set(places)


def carry_out(app: App, what: str, which: int, text: str, day: date) -> None:
    letters = [row[0] for row in app._database.execute_sql(
        "SELECT id FROM surat WHERE jenis NOT IN ('lain', 'keputusan') ORDER BY id")]  # fmt: skip
    surat_id = letters[which % len(letters)]
    if what == "propose":
        use_proposal(app, surat_id, day)
    elif what == "between":
        use_sisipan(app, surat_id, day)
    elif what == "sequence":
        jenis = KINDS[which % len(KINDS)]
        app.setting.save_naskah(jenis, app.setting.naskah(jenis)._replace(deret=text))
    elif what == "pattern":
        jenis = KINDS[which % len(KINDS)]
        forms = list(BentukSisipan)
        app.setting.save(LetterSettings(klasifikasi=text, sisipan=forms[which % 2]))
        pola = PATTERNS[which % len(PATTERNS)]
        app.setting.save_naskah(jenis, app.setting.naskah(jenis)._replace(pola=pola))
    else:
        with suppress(DomainError):  # and nothing else
            try_to(app, what, surat_id, which, text, day)


def use_proposal(app: App, surat_id: int, day: date) -> None:
    """A proposal is always taken when it is used at once."""
    surat = app.surat.get(surat_id)
    if surat.batal or surat.ditandatangani:
        return
    day = possible(surat.jenis, day)
    nomor = app.surat.propose_number(surat.jenis, day)
    void = {line[3].casefold() for line in lines(app) if line[6] and line[2] == str(day.year)}
    app.surat.set_number(surat_id, nomor, day, alasan="diberi nomor")
    assert nomor.casefold() not in void or surat.deret  # of another sequence at most
    assert app.surat.get(surat_id).nomor == nomor


def possible(jenis: JenisSurat, day: date) -> date:
    """The day, or the nearest that the kind of letter can have."""
    if jenis is JenisSurat.BERITA_ACARA:
        return TODAY
    # A refusal cites the list of its day, and the first was in force from TODAY.
    return max(day, TODAY) if jenis is JenisSurat.PENOLAKAN else day


def use_sisipan(app: App, surat_id: int, day: date) -> None:
    surat = app.surat.get(surat_id)
    if surat.batal or surat.ditandatangani or surat.nomor:
        return
    day = possible(surat.jenis, day)
    upcoming = app.surat.propose_number(surat.jenis, day)
    nomor = ""
    with suppress(DomainError):  # there is nothing yet to stand behind
        nomor = app.nomor.propose_sisipan(surat.jenis.naskah, day)
    if not nomor:
        return
    app.surat.set_number(surat_id, nomor, day, "disisipkan")
    assert app.surat.propose_number(surat.jenis, day) == upcoming


def try_to(app: App, what: str, surat_id: int, which: int, text: str, day: date) -> None:
    like = CatatanLuar(KINDS[which % len(KINDS)], "di luar")
    tested = 4 + which % 2  # the two berkas with a Berita Acara and a Keputusan
    head = app.uji.berita_acara(tested)
    acts: dict[str, Callable[[], object]] = {
        "type": lambda: app.surat.set_number(surat_id, text, day, alasan="salah ketik"),
        "insert": lambda: insert(app, surat_id, text, day),
        "all": lambda: app.surat.number_all(which % 3 + 1, day),
        "print": lambda: app.surat.keep(surat_id, PDF + str(which).encode(), "dicetak"),
        "void": lambda: app.surat.void(surat_id, "keliru"),
        "replace": lambda: app.surat.replace(surat_id, "keliru"),
        "sign": lambda: app.surat.sign(surat_id),
        "unsign": lambda: app.surat.unsign(surat_id, "salah surat"),
        "keputusan": lambda: sign_or_unsign(app, tested, text if which % 3 else "", day),
        "outside": lambda: app.nomor_luar.record(Penomoran(text, day), like),
        "outside range": lambda: app.nomor_luar.record_range((which, which + 2), day, like),
        "minutes": lambda: app.uji.set_berita_acara(
            tested, replace(head, nomor=text, tanggal=TODAY)
        ),
    }
    acts[what]()


def insert(app: App, surat_id: int, nomor: str, day: date) -> None:
    """A sisipan of any form never moves the counter."""
    surat = app.surat.get(surat_id)
    if surat.nomor:
        return
    upcoming = app.surat.propose_number(surat.jenis, day)
    app.surat.set_number(surat_id, nomor, day, "disisipkan")
    assert app.surat.propose_number(surat.jenis, day) == upcoming


def sign_or_unsign(app: App, berkas_id: int, nomor: str, day: date) -> None:
    surat_id = app.keputusan.draft(berkas_id)
    if app.surat.get(surat_id).ditandatangani:
        app.keputusan.unsign(berkas_id, "salah ketik")
        return
    if not app.surat.get(surat_id).dicetak:
        app.surat.keep(surat_id, PDF, "dicetak")
    day = min(day, TODAY)
    app.keputusan.sign(
        berkas_id, nomor or app.surat.propose_number(JenisSurat.KEPUTUSAN, day), day, PDF
    )
