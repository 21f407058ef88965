"""The Buku Agenda: what is in it, what is missing from it, numbers used elsewhere."""

from __future__ import annotations

import io
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sopapp.app import App
from sopapp.clock import FixedClock
from sopapp.domain.agenda import (
    Agenda,
    AgendaFilter,
    KeadaanAgenda,
    Rentang,
    Uraian,
    gaps_between,
    running_numbers,
)
from sopapp.domain.errors import DomainError
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.numbering import Penomoran
from sopapp.domain.surat import JenisSurat, StatusSurat
from sopapp.persistence import tables
from sopapp.publication.agenda_xlsx import SHEET, SISIPAN, write_agenda
from sopapp.services.agenda import AgendaService
from sopapp.services.nomor_luar import CatatanLuar
from tests.conftest import ACTOR, TODAY, fill_office
from tests.services import carrying

ND, SK = JenisNaskah.NOTA_DINAS, JenisNaskah.KEPUTUSAN
YEAR = AgendaFilter(TODAY.year)


def luar(seperti: JenisNaskah = ND, **changed: str) -> CatatanLuar:
    return CatatanLuar(seperti, **({"perihal": "Undangan rapat"} | changed))


def number(app: App, urut: int, day: date = TODAY, *, sk: bool = False) -> str:
    return app.agenda._parts.pattern(SK if sk else ND).text(urut, day)


def take(app: App, urut: int, day: date = TODAY, *, sk: bool = False, **changed: str) -> int:
    new = Penomoran(number(app, urut, day, sk=sk), day)
    return app.nomor_luar.record(new, luar(SK if sk else ND, **changed))


@pytest.fixture
def berkas(app: App, office) -> int:
    return carrying.start(app)


def letter(
    app: App, berkas_id: int, urut: int, day: date = TODAY, unit: int | None = None, **columns
) -> int:
    """A numbered Nota Dinas, straight into the book."""
    with app._store.write("uji") as entry:
        columns = {"perihal": "Permintaan dokumen", "tujuan": "Kepala Bidang 1"} | columns
        row = tables.Surat.create(
            berkas=berkas_id,
            jenis="nota_dinas",
            unit=unit,
            deret="Nota Dinas",
            nomor=number(app, urut, day),
            tanggal=day.isoformat(),
            urut=urut,
            **columns,
        )
        entry.say("Uji.")
    return row.id


def shown(app: App, **wanted) -> list[str]:
    rows = app.agenda.rows(AgendaFilter(**({"year": TODAY.year} | wanted)))
    return [row.no_urut for row in rows]


# -- what a line says ------------------------------------------------------------------------


def test_a_line_says_what_the_columns_of_the_book_ask_for(app, office, berkas):
    made = letter(
        app, berkas, 7, unit=office.units[0], klasifikasi="500.12", penanda_tangan="Sekretaris",
        lampiran="1 (satu) berkas",
    )  # fmt: skip
    app.ekspedisi.record([(made, carrying_to("Kepala Bidang 1"))])
    (row,) = app.agenda.rows(YEAR)

    assert (row.no_urut, row.nomor, row.tanggal) == ("7", number(app, 7), TODAY)
    assert (row.tujuan, row.perihal) == ("Kepala Bidang 1", "Permintaan dokumen")
    assert (row.klasifikasi, row.lampiran) == ("500.12", "1 (satu) berkas")
    assert (row.penanda_tangan, row.dikirim) == ("Sekretaris", TODAY)
    assert (row.berkas_id, row.status, row.dipindai) == (berkas, StatusSurat.BERNOMOR, False)
    assert row.keterangan == ""


def carrying_to(kepada: str):
    from sopapp.domain.ekspedisi import SerahTerima

    return SerahTerima(kepada, TODAY)


def test_a_void_letter_keeps_its_number_and_says_why(app, berkas):
    old = letter(app, berkas, 3, batal="Salah alamat", dibatalkan="2026-11-23T00:00:00Z")
    letter(app, berkas, 4, mengganti=old)
    void, new = app.agenda.rows(YEAR)

    assert void.status is StatusSurat.BATAL
    assert void.keterangan == f"BATAL: Salah alamat. Diganti dengan Nomor {new.nomor}"
    assert new.keterangan == f"Pengganti Nomor {void.nomor}"
    assert app.agenda.gaps("Nota Dinas", TODAY.year).rentang == (Rentang(1, 2),)


def test_a_sisipan_stands_apart_and_moves_no_counter(app, berkas):
    letter(app, berkas, 5)
    with app._store.write("uji") as entry:
        tables.Surat.create(
            berkas=berkas, jenis="nota_dinas", deret="Nota Dinas", urut=5,
            nomor="500.12/005.01/UJI/XI/2026", tanggal=TODAY.isoformat(), sisipan="Surat susulan",
        )  # fmt: skip
        entry.say("Uji.")
    book = app.agenda.book(YEAR)

    assert [row.no_urut for row in book.baris] == ["5"]
    assert [row.no_urut for row in book.sisipan] == ["5.01"]
    assert "sisipan: Surat susulan" in book.sisipan[0].keterangan
    assert app.nomor.propose(ND, TODAY) == number(app, 6)


def test_a_sisipan_behind_a_number_that_is_not_there_makes_no_gap(app, office):
    take(app, 1)
    elsewhere = number(app, 9).replace("/9/", "/9.01/")
    app.nomor_luar.record(Penomoran(elsewhere, TODAY, "Nomor dari Tata Usaha"), luar())
    assert app.agenda.all_gaps(TODAY.year) == ()
    assert shown(app, keadaan=KeadaanAgenda.SISIPAN) == ["9.01"]


def test_a_letter_of_before_the_book_is_described_when_it_is_looked_at(app, office, berkas):
    old = letter(app, berkas, 2, unit=office.units[1], perihal="", tujuan="")
    asked = []

    def describe(surat_id: int) -> Uraian:
        asked.append(surat_id)
        return Uraian("Permintaan lama", "Kepala Bidang 2")

    book = AgendaService(app._store, app.nomor, app.agenda._parts, describe).rows(YEAR)
    assert (len(book), asked) == (1, [])
    assert (book[0].perihal, book[0].tujuan, asked) == ("Permintaan lama", "Kepala Bidang 2", [old])


def test_a_letter_that_cannot_be_described_has_a_line_all_the_same(app, office, berkas):
    letter(app, berkas, 2, unit=office.units[1], perihal="", tujuan="")

    def describe(_surat_id: int) -> Uraian:
        raise DomainError("Pejabat belum diisi.")

    (row,) = AgendaService(app._store, app.nomor, app.agenda._parts, describe).rows(YEAR)
    assert (row.perihal, row.tujuan) == ("Nota Dinas permintaan", "Bidang 2")


# -- filter -----------------------------------------------------------------------------------


def test_the_book_is_in_order_of_days_and_numbers(app, berkas):
    letter(app, berkas, 3, date(2026, 3, 2))
    letter(app, berkas, 2, date(2026, 3, 2))
    letter(app, berkas, 1, date(2026, 3, 5))
    assert shown(app) == ["2", "3", "1"]
    assert shown(app, deret="Nota Dinas") == ["1", "2", "3"]


def test_filters_narrow_together(app, office, berkas):
    one = letter(app, berkas, 1, date(2025, 5, 5))
    letter(app, berkas, 1, unit=office.units[0])
    two = letter(app, berkas, 2, unit=office.units[1], tujuan="Kepala UPTD Metrologi")
    take(app, 3, perihal="Undangan")
    take(app, 1, sk=True)
    assert app.agenda.years() == (2026, 2025)
    assert app.agenda.sequences()[:2] == ("Nota Dinas", "Berita Acara")
    assert app.agenda.rows(AgendaFilter(2025)).ids == (one,)
    assert shown(app, jenis=JenisSurat.LAIN) == ["1", "3"]
    assert shown(app, deret="Nota Dinas") == ["1", "2", "3"]
    assert shown(app, unit_id=office.units[1]) == ["2"]
    assert app.agenda.rows(AgendaFilter(2026, text="metrologi UPTD")).ids == (two,)
    assert shown(app, text="undangan", deret="Keputusan") == ["1"]
    assert shown(app, text="tidak ada") == []


def test_words_are_found_in_every_column_also_beyond_ascii(app, office, berkas):
    letter(app, berkas, 1, perihal="Évaluasi kinerja", penanda_tangan="Yohana")
    letter(app, berkas, 2, unit=office.units[2])
    take(app, 3, perihal="Undangan", keterangan="Dipakai Sekretariat")
    assert shown(app, text="évaluasi") == ["1"]
    assert shown(app, text="ÉVALUASI") == ["1"]
    assert shown(app, text="yohana") == ["1"]
    assert shown(app, text="bidang 3") == ["2"]
    assert shown(app, text="sekretariat") == ["3"]
    assert shown(app, text="di luar program") == ["3"]
    assert shown(app, text="500.12") == ["1", "2", "3"]
    assert shown(app, text="100%_") == []


def test_a_letter_for_several_units_belongs_to_each(app, office, berkas):
    app.permintaan.choose_units(berkas, office.units[:2])
    made = letter(app, berkas, 1)
    with app._store.write("uji") as entry:
        tables.Permintaan.update(surat=made).execute()
        entry.say("Uji.")
    assert shown(app, unit_id=office.units[1]) == ["1"]
    assert shown(app, unit_id=office.units[2]) == []


def test_states_can_be_looked_for(app, berkas):
    letter(app, berkas, 1, batal="Salah", dibatalkan="2026-11-23T00:00:00Z")
    sent = letter(app, berkas, 2)
    app.ekspedisi.record([(sent, carrying_to("Kepala Bidang 1"))])
    letter(app, berkas, 3)
    take(app, 4)
    assert shown(app, keadaan=KeadaanAgenda.BATAL) == ["1"]
    assert shown(app, keadaan=KeadaanAgenda.BELUM_DIKIRIM) == ["3"]
    assert shown(app, keadaan=KeadaanAgenda.BELUM_DIPINDAI) == ["2", "3"]


def test_a_large_book_reads_only_what_is_looked_at():
    read = []

    def rows(ids):
        read.extend(ids)
        return ()

    book = Agenda(tuple(range(1, 10_001)), rows)
    assert len(book) == 10_000
    with pytest.raises(KeyError):
        book[9_999]
    assert len(read) <= 100


def test_lines_are_counted_from_either_end(app, berkas):
    letter(app, berkas, 1)
    letter(app, berkas, 2)
    book = app.agenda.rows(YEAR)
    assert (book[-1].no_urut, [row.no_urut for row in book[:1]]) == ("2", ["1"])


# -- numbers used elsewhere ---------------------------------------------------------------------


def test_a_number_used_elsewhere_is_not_proposed_again(app, office):
    assert app.nomor.propose(ND, TODAY) == number(app, 1)
    made = take(app, 1, tujuan="Sekretaris Daerah", keterangan="Dicatat SRIKANDI")
    assert app.nomor.propose(ND, TODAY) == number(app, 2)
    row = app.agenda.row(made)
    assert (row.keadaan, row.klasifikasi) == ("Di luar program", "500.12")
    assert row.keterangan == "Nomor dipakai di luar program. Dicatat SRIKANDI"


def test_a_number_is_never_taken_twice(app, office):
    take(app, 1)
    for nomor, field in ((number(app, 1), "nomor"), (number(app, 1).lower(), "nomor")):
        with pytest.raises(DomainError) as told:
            app.nomor_luar.record(Penomoran(nomor, TODAY), luar())
        assert told.value.field == field
    assert len(app.agenda.rows(YEAR)) == 1


def test_what_a_number_was_for_must_be_said(app, office):
    with pytest.raises(DomainError) as told:
        app.nomor_luar.record(Penomoran(number(app, 1), TODAY), luar(perihal="  "))
    assert told.value.field == "perihal"
    assert len(app.agenda.rows(YEAR)) == 0


def test_a_range_is_taken_in_one_go_or_not_at_all(app, office):
    take(app, 15)
    with pytest.raises(DomainError, match="15") as told:
        app.nomor_luar.record_range(running_numbers("12 sampai 20"), TODAY, luar())
    assert told.value.field == "urut"
    assert shown(app) == ["15"]
    before = len(app.riwayat.list())
    app.nomor_luar.record_range(running_numbers("12-14, 16 s.d. 20"), TODAY, luar())
    assert shown(app) == [str(n) for n in range(12, 21)]
    assert len(app.riwayat.list()) == before + 1


def test_a_typing_mistake_can_be_mended(app, office):
    made = take(app, 12)
    app.nomor_luar.edit(made, Penomoran(number(app, 2), TODAY), luar(tujuan="Gubernur"))
    assert app.nomor_luar.get(made) == (Penomoran(number(app, 2), TODAY), luar(tujuan="Gubernur"))
    assert shown(app) == ["2"]
    taken = take(app, 3)
    with pytest.raises(DomainError):
        app.nomor_luar.edit(taken, Penomoran(number(app, 2), TODAY), luar())
    assert app.agenda.row(taken).nomor == number(app, 3)


def test_a_reserved_number_that_was_not_used_stays_as_void(app, office):
    made = take(app, 1)
    with pytest.raises(DomainError):
        app.nomor_luar.void(made, "  ")
    app.nomor_luar.void(made, "Tidak jadi dipakai")
    assert app.agenda.row(made).keterangan.startswith("BATAL: Tidak jadi dipakai")
    assert app.nomor.propose(ND, TODAY) == number(app, 2)
    with pytest.raises(DomainError, match="BATAL"):
        take(app, 1)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("4", (4,)),
        (" 7 sampai 9, 4 ", (4, 7, 8, 9)),
        ("12–14; 14-15 dan 20", (12, 13, 14, 15, 20)),
        ("1 sampai dengan 3", (1, 2, 3)),
        ("1 s.d. 2", (1, 2)),
    ],
)
def test_running_numbers_are_read_as_people_write_them(text, numbers):
    assert running_numbers(text) == numbers


@pytest.mark.parametrize("text", ["", "empat", "0", "9-7", "1-2-3", "1-999999999", "-4", "1,,2"])
def test_what_is_no_running_number_is_refused(text):
    with pytest.raises(DomainError) as told:
        running_numbers(text)
    assert told.value.field == "urut"


def test_no_more_are_taken_at_once_than_is_said():
    assert len(running_numbers("1-100, 50-300")) == 300
    for text in ("1-301", "1-300, 302", "1-299, 400-500"):
        with pytest.raises(DomainError, match="Paling banyak 300"):
            running_numbers(text)


def test_a_long_paste_is_not_repeated_whole():
    for text in ("9" * 30_000, "kata " * 6_000):
        with pytest.raises(DomainError) as told:
            running_numbers(text)
        assert len(str(told.value)) < 150


# -- nothing is missing silently -----------------------------------------------------------------


@given(st.sets(st.integers(1, 400)))
@example({1_000_000_000})
def test_gaps_are_exactly_what_is_not_held(held):
    gaps = gaps_between(held)
    assert all(gap.first <= gap.last for gap in gaps)
    if max(held, default=0) <= 400:
        missing = {n for gap in gaps for n in range(gap.first, gap.last + 1)}
        assert missing == set(range(1, max(held, default=0))) - held


_ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("catat"), st.integers(1, 30), st.integers(-40, 3), st.booleans()),
        st.tuples(st.just("rentang"), st.integers(1, 30), st.integers(0, 4), st.booleans()),
        st.tuples(st.just("batal"), st.integers(0, 60), st.just(0), st.just(False)),
        st.tuples(st.just("ubah"), st.integers(0, 60), st.integers(1, 30), st.just(False)),
        st.tuples(st.just("sisip"), st.integers(-40, 3), st.just(0), st.booleans()),
        st.tuples(st.just("usul"), st.integers(-400, 3), st.just(0), st.booleans()),
    ),
    max_size=14,
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory) -> App:
    """One office for all examples; each begins with an empty book."""
    from sopapp.app import open_app

    with open_app(tmp_path_factory.mktemp("agenda"), FixedClock(TODAY), ACTOR) as app:
        app._database.execute_sql("PRAGMA synchronous = off")
        fill_office(app)
        yield app


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=_ACTS)
def test_lines_and_gaps_cover_every_sequence_whatever_is_done(shared, acts):
    app = shared
    app._database.execute_sql("DELETE FROM surat")
    made: list[int] = []
    for act in acts:
        with suppress(DomainError):  # refused: the book stays as it was
            made += do(app, made, *act)
    seen: set[tuple[str, int, str]] = set()
    for year in app.agenda.years():
        rows = tuple(app.agenda.rows(AgendaFilter(year)))
        for row in rows:
            assert (row.deret, year, row.nomor.casefold()) not in seen
            seen.add((row.deret, year, row.nomor.casefold()))
        for deret in app.agenda.sequences():
            held = sorted(r.urut for r in rows if r.deret == deret and not r.sisipan and r.urut)
            assert len(held) == len(set(held))
            gaps = app.agenda.gaps(deret, year)
            missing = [n for gap in gaps.rentang for n in range(gap.first, gap.last + 1)]
            assert sorted(held + missing) == list(range(1, max(held, default=0) + 1))
            # Narrowed to the sequence there are the same lines.
            narrowed = app.agenda.rows(AgendaFilter(year, deret=deret))
            assert set(narrowed.ids) == {row.id for row in rows if row.deret == deret}
    assert len(seen) == tables.Surat.select().count()


def do(app: App, made: list[int], what: str, a: int, b: int, sk: bool) -> list[int]:
    naskah = SK if sk else ND
    if what == "catat":
        return [take(app, a, TODAY + timedelta(days=b), sk=sk)]
    if what == "rentang":
        numbers = tuple(range(a, a + b + 1))
        return list(app.nomor_luar.record_range(numbers, TODAY, luar(naskah)))
    if what in ("sisip", "usul"):
        day = TODAY + timedelta(days=a)
        sisip = what == "sisip"
        nomor = (app.nomor.propose_sisipan if sisip else app.nomor.propose)(naskah, day)
        new = Penomoran(nomor, day, "Susulan" if sisip else "")
        return [app.nomor_luar.record(new, luar(naskah))]
    if made and what == "batal":
        app.nomor_luar.void(made[a % len(made)], "Uji")
    elif made:
        app.nomor_luar.edit(made[a % len(made)], Penomoran(number(app, b), TODAY), luar())
    return []


def test_numbers_of_before_the_book_have_their_place_by_their_form(app, berkas):
    letter(app, berkas, 1)
    letter(app, berkas, 4)
    with app._store.write("uji") as entry:
        tables.Surat.update(urut=None).where(tables.Surat.nomor == number(app, 4)).execute()
        entry.say("Uji.")
    assert set(shown(app)) == {"1", "4"}
    assert str(app.agenda.gaps("Nota Dinas", TODAY.year)) == "Nota Dinas 2–3"


# -- the book handed out ---------------------------------------------------------------------------


def test_the_paper_holds_lines_sisipan_and_gaps(app, berkas):
    letter(app, berkas, 1)
    letter(app, berkas, 4, batal="Salah", dibatalkan="2026-11-23T00:00:00Z")
    take(app, 3, sk=True)
    day = date(2026, 11, 24)
    sisip = app.nomor.propose_sisipan(ND, day)
    app.nomor_luar.record(Penomoran(sisip, day, "Terlambat dicatat"), luar())
    paper = app.agenda.compose(YEAR)

    assert paper.judul == "Buku Agenda Surat Keluar Tahun 2026"
    assert [line.urut for line in paper.baris] == ["3", "1", "4"]
    assert [line.deret for line in paper.baris] == ["Keputusan", "Nota Dinas", "Nota Dinas"]
    assert [line.batal for line in paper.baris] == [False, False, True]
    assert [line.urut for line in paper.sisipan] == ["4.01"]
    assert paper.rumpang == ("Nota Dinas 2–3; Keputusan 1–2",)
    of_one = app.agenda.compose(AgendaFilter(2026, deret="Nota Dinas"))
    assert [line.deret for line in (*of_one.baris, *of_one.sisipan)] == ["", "", ""]
    pasted = app.agenda.compose(AgendaFilter(2026, text="kata " * 6000))
    assert len(pasted.keterangan) < 120
    narrowed = app.agenda.compose(AgendaFilter(2026, jenis=JenisSurat.NOTA_DINAS, text="dokumen"))
    assert narrowed.keterangan == "Nota Dinas permintaan, memuat “dokumen”"
    assert narrowed.rumpang == ()  # what is hidden is not missing
    # A workbook has no kop, so its office says of which region it is.
    assert app.agenda.book(YEAR).instansi == "Dinas Uji Provinsi Uji"


def test_the_workbook_has_real_dates_and_nothing_that_runs(app, berkas, tmp_path: Path):
    letter(app, berkas, 1, perihal='=HYPERLINK("http://x")', tujuan="+62 812")
    letter(app, berkas, 2, batal="@salah", dibatalkan="2026-11-23T00:00:00Z")
    sisip = app.nomor.propose_sisipan(ND, TODAY)
    app.nomor_luar.record(Penomoran(sisip, TODAY, "Susulan"), luar())
    told = []
    data = write_agenda(app.agenda.book(YEAR), lambda done, total: told.append((done, total)))
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book[SHEET]
    head = next(n for n in range(1, 12) if sheet.cell(n, 1).value == "No. Urut")

    assert told[-1] == (3, 3)
    assert sheet.freeze_panes == f"C{head + 1}"
    first = list(sheet[head + 1])
    assert first[0].value == 1
    assert first[0].alignment.horizontal == "center"  # else 1 and 500.12/1 read as one number
    assert sheet.row_dimensions[2].height > sheet[2][0].font.sz
    assert first[2].is_date
    assert first[2].value.date() == TODAY
    assert (first[5].value, first[5].data_type) == ('=HYPERLINK("http://x")', "s")
    assert first[5].quotePrefix
    assert first[4].quotePrefix
    void = sheet[head + 2]
    assert void[0].font.strike
    assert void[1].font.strike
    assert void[9].value == "BATAL: @salah"
    assert not void[9].font.strike
    assert book[SISIPAN].max_row > head
    assert not any(cell.data_type == "f" for each in book for row in each for cell in row)


def test_an_empty_book_can_be_handed_out(app, office):
    assert app.agenda.years() == (TODAY.year,)
    assert app.agenda.compose(YEAR).baris == ()
    data = write_agenda(app.agenda.book(YEAR))
    assert SISIPAN not in openpyxl.load_workbook(io.BytesIO(data)).sheetnames
