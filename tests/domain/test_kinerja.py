"""The performance of a year against a naive count: day by day, berkas by berkas."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopapp.domain.days_off import YearStatus
from sopapp.domain.hari_kerja import HariKerja
from sopapp.domain.kinerja import Keadaan, Kinerja, Rekap
from sopapp.domain.kinerja_angka import angka, kali, persen, rentang, tepat
from sopapp.domain.kinerja_hitung import hitung_bertahap, ringkas, sampai_selesai
from sopapp.domain.kinerja_jalan import (
    Dijalani,
    Diminta,
    KembaliLangkah,
    Serupa,
    Tinggal,
    UnitDiminta,
)
from sopapp.domain.kinerja_kata import laporan
from sopapp.domain.laporan import Nada
from sopapp.domain.penilai import Penilai
from sopapp.sop_file import bundled_sop_path, parse_sop
from tests.domain.test_hari_kerja import Source

SOP = parse_sop(bundled_sop_path().read_text(encoding="utf-8"), "sop.toml")
MONDAY = date(2026, 11, 2)
TODAY = date(2026, 11, 30)
UNIT = UnitDiminta(1, "Bidang 1", 0, 0)
DAYS = st.dates(date(2026, 10, 1), date(2027, 1, 20))


def days(start: date, *lengths: int) -> list[date]:
    """`start` and the days so many calendar days after it, one after the other."""
    found = [start]
    for length in lengths:
        found.append(found[-1] + timedelta(length))
    return found


def naive_used(calendar: HariKerja, start: date, end: date, length: int, *, first: bool) -> int:
    """Working days used, by walking: all days of the count until `end`, one more when late."""
    counts_start = first and calendar.count_start_day
    day = start if counts_start else start + timedelta(1)
    worked = []
    while len(worked) < length:
        if calendar.is_working(day):
            worked.append(day)
        day += timedelta(1)
    if end <= worked[-1]:
        return sum(each <= end for each in worked)
    late = (worked[-1] + timedelta(n) for n in range(1, (end - worked[-1]).days + 1))
    return length + max(1, sum(calendar.is_working(each) for each in late))


def year(berkas=(), diminta=(), units=(UNIT,), today=TODAY, calendar=None) -> Kinerja:
    parts = hitung_bertahap(2026, today, berkas, units, diminta, calendar or HariKerja(Source()))
    return sampai_selesai(parts)


def path(number: int, start: date, stops: list[tuple[int, int]], *, running: bool = False):
    """A berkas whose stays are (stage, calendar days); the last is open when it runs."""
    stays, day = [], start
    for place, (stage, length) in enumerate(stops):
        last = place == len(stops) - 1
        end = None if running and last else day + timedelta(length)
        after = stage + 1 if last else stops[place + 1][0]
        outcome = None if end is None else ("kembali" if after < stage else "maju")
        stays.append(Tinggal(stage, day, end, outcome, "alasan" if outcome == "kembali" else ""))
        day = end or day
    return Dijalani(number, f"Berkas {number}", start, SOP, stays, ())


@st.composite
def berkas(draw, number: int = 1):
    stops = [(1, draw(st.integers(0, 12)))]
    while stops[-1][0] < 5 and len(stops) < 9:
        stage = stops[-1][0]
        back = stage > 1 and draw(st.integers(0, 4)) == 0
        stops.append((draw(st.integers(1, stage - 1)) if back else stage + 1,
                      draw(st.integers(0, 9))))  # fmt: skip
    running = stops[-1][0] < 5 or draw(st.booleans())
    return path(number, draw(st.dates(date(2026, 9, 1), date(2026, 10, 10))), stops,
                running=running)  # fmt: skip


@given(DAYS, DAYS, st.integers(1, 12), st.booleans(), st.booleans())
def test_days_used_are_those_that_a_walk_counts(start, end, length, first, counted):
    calendar = HariKerja(Source(), count_start_day=counted)
    measured = Penilai(calendar, TODAY).ukur(start, end, length, first=first)
    if end < start:
        assert measured.keadaan is Keadaan.TAK_DINILAI
        assert measured.hari is None
        return
    assert measured.hari == naive_used(calendar, start, end, length, first=first)
    on_time = end <= (calendar.due(start, length) if first else calendar.add(start, length))
    assert (measured.keadaan is Keadaan.TEPAT) == on_time == (measured.hari <= length)


@given(st.lists(berkas(), max_size=8), st.booleans())
def test_the_counts_of_a_year_are_those_of_its_berkas(each, counted):
    calendar = HariKerja(Source(), count_start_day=counted)
    kinerja = year(each, calendar=calendar)
    for stage in kinerja.tahap:
        sums = []
        for one in each:
            own = [(n, s) for n, s in enumerate(one.tinggal) if s.tahap == stage.nomor]
            if not own:
                continue
            used = sum(
                naive_used(calendar, s.mulai, s.selesai or max(TODAY, s.mulai),
                           stage.standar[0], first=n == 0)
                for n, s in own
            )  # fmt: skip
            last = one.tinggal[-1]
            sums.append((used, last.selesai is not None or stage.nomor < last.tahap))
        done = [used for used, over in sums if over]
        least = stage.standar[0]
        assert stage.rekap.tepat == sum(used <= least for used in done)
        assert stage.rekap.terlambat == sum(used > least for used in done)
        assert stage.rekap.lewat == sum(used > least for used, over in sums if not over)
        assert stage.rekap.berjalan == sum(used <= least for used, over in sums if not over)
        assert stage.rekap.terlama == (max(done) if done else None)
        assert stage.rekap.rata == pytest.approx(sum(done) / len(done) if done else None)
        back = sum(a.tahap == stage.nomor and b.tahap < a.tahap
                   for one in each for a, b in pairwise(one.tinggal))  # fmt: skip
        assert stage.kembali == back
    assert len(kinerja.kembali) == sum(stage.kembali for stage in kinerja.tahap)
    whole = [
        naive_used(calendar, one.mulai, one.tinggal[-1].selesai or TODAY, 11, first=True)
        for one in each
    ]
    assert [one.ukuran.hari for one in kinerja.berkas] == whole


def test_a_stage_that_was_done_twice_takes_the_days_of_both_times():
    """Two days in stage 2, back to 1, two days again: four beside a standard of two."""
    stops = [(1, 1), (2, 1), (1, 1), (2, 3), (3, 0), (4, 0), (5, 0)]
    kinerja = year([path(1, MONDAY, stops)])
    validasi = kinerja.tahap[1]
    assert validasi.rekap.terlama == 1 + 1  # Tue to Wed; Thu to Sunday, which is one worked day
    assert (kinerja.tahap[0].rekap.terlama, validasi.kembali) == (2, 1)
    (back,) = kinerja.kembali
    assert (back.dari, back.ke, back.tanggal, back.alasan) == (2, 1, date(2026, 11, 4), "alasan")


def test_what_lies_behind_the_running_stage_will_be_done_again():
    """Sent back from 3 to 1: stage 2 has its days, but nobody can say yet how many in all."""
    kinerja = year([path(1, MONDAY, [(1, 1), (2, 1), (3, 1), (1, 0)], running=True)])
    permintaan, validasi, penetapan = (stage.rekap for stage in kinerja.tahap[:3])
    assert (validasi.selesai, validasi.berjalan) == (0, 1)
    assert (penetapan.selesai, penetapan.berjalan) == (0, 1)
    assert permintaan.lewat == 1  # it stands there since the beginning of November
    assert kinerja.seluruh.rata is None


def test_a_late_one_that_runs_counts_against_the_share_but_not_in_the_mean():
    done = path(1, MONDAY, [(1, 2), (2, 1), (3, 1), (4, 1), (5, 1)])
    kinerja = year([done, path(2, MONDAY, [(1, 0)], running=True)])
    whole = kinerja.seluruh
    assert (whole.tepat, whole.lewat, whole.dinilai, whole.bagian_tepat) == (1, 1, 2, 0.5)
    assert whole.rata == 4  # the other one will take longer, nobody knows how long


def test_cancelled_berkas_are_told_and_not_counted():
    gone = path(1, MONDAY, [(1, 9)])
    gone = gone._replace(tinggal=[gone.tinggal[0]._replace(hasil="batal")])
    kinerja = year([gone])
    assert (kinerja.batal, kinerja.berkas, kinerja.seluruh.dinilai) == (1, (), 0)
    assert "1 berkas yang batal tidak ikut dihitung." in laporan(kinerja, "SOP").catatan


def test_a_return_within_a_stage_is_a_return_too():
    one = path(1, MONDAY, [(1, 1), (2, 1)], running=True)
    kinerja = year([one._replace(langkah=[KembaliLangkah(2, MONDAY, "salah lampiran")])])
    assert kinerja.tahap[1].kembali == 1
    assert kinerja.berkas_kembali == 1
    assert laporan(kinerja, "SOP").bagian[2].tabel.baris[0][3] == "langkah sebelumnya"


def test_the_report_of_a_mixed_year():
    """As long as the SOP allows, late and sent back, running on time and not, and cancelled."""
    late = path(1, MONDAY, [(1, 10), (2, 4), (1, 1), (2, 2), (3, 2), (4, 1), (5, 1)])
    exact = path(2, MONDAY, [(1, 7), (2, 4), (3, 2), (4, 1), (5, 1)])
    beyond = path(3, MONDAY, [(1, 0)], running=True)
    fresh = path(4, TODAY, [(1, 0)], running=True)
    gone = fresh._replace(tinggal=[fresh.tinggal[0]._replace(hasil="batal")])
    report = laporan(year([late, exact, beyond, fresh, gone]), "SOP")
    assert [(one.nilai, one.keterangan, one.nada) for one in report.pokok] == [
        ("5", "2 selesai, 2 berjalan, 1 batal", Nada.NETRAL),
        ("13 hari", "standar 11 hari kerja", Nada.TERLAMBAT),
        ("33%", "1 dari 3 berkas", Nada.TERLAMBAT),
        ("1 kali", "pada 1 dari 4 berkas", Nada.NETRAL),
    ]
    hari, tepat_waktu = (chart.batang[-1] for chart in report.bagian[0].grafik)
    assert (hari.label, hari.bagian) == ("Seluruh SOP", ((13.0, Nada.TERLAMBAT),))
    assert tepat_waktu.bagian == ((1.0, Nada.TEPAT), (2.0, Nada.TERLAMBAT), (1.0, Nada.BERJALAN))
    assert tepat_waktu.kata == "1 dari 3 (33%), 1 berjalan"
    rows = report.bagian[0].tabel.baris
    assert rows[-1] == ("Seluruh SOP", "11", "13", "15", "1 dari 3 (33%)", "2 (1 lewat)", "1 kali")
    assert rows[-2][5] == "–"
    alone = laporan(year([exact, fresh]), "SOP")
    assert [one.nada for one in alone.pokok[1:3]] == [Nada.TEPAT, Nada.TEPAT]
    assert alone.pokok[0].keterangan == "1 selesai, 1 berjalan"
    assert alone.bagian[0].grafik[0].batang[0].bagian == ((5.0, Nada.TEPAT),)
    assert alone.bagian[0].tabel.baris[-1][5] == "1"


def test_days_whose_holidays_nobody_knows_are_not_judged_and_estimates_are_told():
    done = path(1, MONDAY, [(1, 2), (2, 1), (3, 1), (4, 1), (5, 1)])
    unknown = year([done], calendar=HariKerja(Source({2026: YearStatus.UNKNOWN})))
    assert (unknown.seluruh.tak_dinilai, unknown.seluruh.dinilai) == (1, 0)
    assert unknown.berkas[0].ukuran.hari is None
    assert any("Tidak dapat dinilai" in text for text in laporan(unknown, "SOP").catatan)

    estimated = year([done], calendar=HariKerja(Source({2026: YearStatus.ESTIMATED})))
    assert (estimated.seluruh.perkiraan, estimated.seluruh.tepat) == (1, 1)
    assert any("perkiraan" in text for text in laporan(estimated, "SOP").catatan)

    sure = year([done])
    assert not sure.perkiraan
    assert laporan(sure, "SOP").catatan == laporan(year(), "SOP").catatan


def test_what_cannot_be_judged_is_counted_in_words_and_an_estimated_answer_is_told():
    rows = [Diminta(1, None, MONDAY, True, 5, 2)]
    done = path(1, MONDAY, [(1, 2), (2, 1), (3, 1), (4, 1), (5, 1)])
    unknown = year([done], rows, calendar=HariKerja(Source({2026: YearStatus.UNKNOWN})))
    note = laporan(unknown, "SOP").catatan[-1]
    assert ": 1 berkas, 5 kali di suatu tahap, 2 jawaban unit kerja. " in note
    assert "dihitung: 2 jawaban unit kerja. " in laporan(year((), rows), "SOP").catatan[-1]
    answered = [Diminta(1, MONDAY, TODAY, True, 5, 1)]
    estimated = HariKerja(Source({2026: YearStatus.ESTIMATED}))
    assert year(diminta=answered, calendar=estimated).perkiraan


def test_a_feast_that_may_move_makes_only_what_touches_it_uncertain():
    calendar = HariKerja(Source(moving=True))
    judge = Penilai(calendar, TODAY)
    assert not judge.ukur(date(2026, 12, 1), date(2026, 12, 4), 5, first=True).perkiraan
    touching = judge.ukur(date(2026, 12, 21), date(2026, 12, 28), 5, first=True)
    assert touching.perkiraan
    assert calendar.certainty(date(2026, 12, 21), date(2026, 12, 29)).sentence


def test_a_berkas_that_begins_tomorrow_has_used_nothing():
    kinerja = year([path(1, TODAY + timedelta(3), [(1, 0)], running=True)])
    assert (kinerja.berkas[0].ukuran.hari, kinerja.seluruh.berjalan) == (0, 1)


@given(st.lists(st.tuples(DAYS, st.one_of(st.none(), DAYS), st.booleans(), st.integers(1, 3))))
def test_answers_of_a_unit(asked):
    rows = [Diminta(1, start, end, answered, 5, often) for start, end, answered, often in asked]
    found = year(diminta=rows).unit
    if not asked:
        assert found == ()
        return
    (unit,) = found
    calendar = HariKerja(Source())
    judged = [row for row in rows if row.dijawab and row.selesai and row.selesai >= row.tanggal]
    on_time = sum(row.jumlah for row in judged if row.selesai <= calendar.due(row.tanggal, 5))
    assert unit.rekap.tepat == on_time
    assert unit.rekap.selesai == sum(row.jumlah for row in judged)
    silent = sum(row.jumlah for row in rows if row.selesai and not row.dijawab)
    assert unit.tidak_menjawab == silent
    assert unit.dinilai == unit.rekap.dinilai + silent
    assert sum((unit.rekap.tepat, unit.rekap.terlambat, unit.rekap.berjalan, unit.rekap.lewat,
                unit.rekap.tak_dinilai, silent)) == sum(row.jumlah for row in rows)  # fmt: skip


def test_an_answer_to_an_undated_letter_cannot_be_judged_and_no_letter_is_no_request():
    rows = [Diminta(1, None, MONDAY, True, 5, 2), Diminta(1, None, None, True, 5, 7)]
    (unit,) = year(diminta=rows).unit
    assert (unit.rekap.tak_dinilai, unit.dinilai, unit.rekap.berjalan) == (2, 0, 0)


def test_a_unit_that_only_kept_silent_is_told():
    rows = [Diminta(1, MONDAY, TODAY, False, 5, 1)]
    (unit,) = year(diminta=rows).unit
    assert (unit.tidak_menjawab, unit.bagian_tepat, unit.standar) == (1, 0, (5, 5))
    row = laporan(year(diminta=rows), "SOP").bagian[1].tabel.baris[0]
    assert row[4:6] == ("0 dari 1 (0%)", "1 tanpa jawaban")
    open_too = [*rows, Diminta(1, TODAY, None, True, 5, 2)]
    row = laporan(year(diminta=open_too), "SOP").bagian[1].tabel.baris[0]
    assert row[5] == "2; 1 tanpa jawaban"
    row = laporan(year(diminta=open_too[1:]), "SOP").bagian[1].tabel.baris[0]
    assert row[5] == "2"
    (bar,) = laporan(year(diminta=rows), "SOP").bagian[1].grafik[0].batang
    assert bar.kata == "belum ada jawaban, standar\u00a05"


def test_two_sops_in_a_year_show_both_standards():
    stages = tuple(stage._replace(hari_kerja=stage.hari_kerja + 1) for stage in SOP.stages)
    longer = SOP._replace(stages=stages)
    first = path(1, MONDAY, [(1, 5), (2, 0)], running=True)
    kinerja = year([first, first._replace(id=2, sop=longer)])
    assert kinerja.standar == (11, 16)
    assert laporan(kinerja, "SOP").bagian[0].tabel.baris[0][1] == "5–6"


def test_bars_say_in_words_what_they_show():
    done = path(1, MONDAY, [(1, 10), (2, 1), (3, 1), (4, 1), (5, 1)])
    report = laporan(year([done]), "SOP")
    days_chart, on_time = report.bagian[0].grafik
    first = days_chart.batang[0]
    assert first.bagian == ((8.0, Nada.TERLAMBAT),)
    assert (first.patokan, first.kata) == (5.0, "8 hari, standar\u00a05")
    assert "1. Permintaan: 8 hari, standar\u00a05." in days_chart.teks()
    assert on_time.batang[0].kata == "0 dari 1 (0%)"
    assert days_chart.skala >= max(bar.panjang for bar in days_chart.batang)
    assert len(days_chart.awal(2, "dan {} lagi").batang) == 3
    assert days_chart.awal(2, "dan {} lagi").batang[-1].label == "dan 4 lagi"


def test_an_empty_year_says_so():
    report = laporan(year(), "SOP")
    assert [part.tabel.baris for part in report.bagian] == [()] * 4
    assert [one.nilai for one in report.pokok] == ["0", "–", "–", "0 kali"]
    assert [one.bawah for one in report.pokok][1:3] == [
        ("belum ada berkas",), ("belum ada yang selesai",),
    ]  # fmt: skip
    assert [chart.batang for part in report.bagian for chart in part.grafik] == [()] * 3


def test_the_year_before_stands_below_each_main_figure():
    calendar = HariKerja(Source())
    whole = Serupa(MONDAY, date(2026, 11, 13), "maju", 11, 2, 0)
    alike = [
        whole,
        whole._replace(selesai=date(2026, 11, 24), jumlah=1, kembali=3),
        whole._replace(selesai=MONDAY, hasil="batal", jumlah=4, kembali=9),
    ]
    report = laporan(replace(year(), lalu=ringkas(2025, TODAY, alike, calendar)), "SOP")
    assert [one.lalu for one in report.pokok] == [
        "Tahun 2025: 7 berkas", "Tahun 2025: 11,3 hari", "Tahun 2025: 67%", "Tahun 2025: 3 kali",
    ]  # fmt: skip
    running = ringkas(2025, MONDAY, [whole._replace(selesai=None, hasil=None)], calendar)
    report = laporan(replace(year(), lalu=running), "SOP")
    assert [one.lalu for one in report.pokok][1:3] == ["", ""]
    assert ringkas(2025, TODAY, [], calendar) is None


@settings(max_examples=25)
@given(st.lists(berkas(), max_size=6), st.booleans())
def test_the_year_after_tells_of_a_year_what_it_told_itself(each, counted):
    calendar = HariKerja(Source(), count_start_day=counted)
    own = year(each, calendar=calendar)
    alike = []
    for one in each:
        last = one.tinggal[-1]
        back = sum(stay.hasil == "kembali" for stay in one.tinggal)
        alike.append(Serupa(one.mulai, last.selesai, last.hasil, 11, 1, back))
    told = ringkas(2026, TODAY, alike, calendar)
    if not each:
        assert told is None
        return
    whole = own.seluruh
    expected = (len(each), whole.rata, whole.bagian_tepat, len(own.kembali))
    assert (told.jumlah, told.rata, told.bagian_tepat, told.kembali) == expected


def test_figures_as_texts():
    assert [angka(value) for value in (None, 5.0, 4.5, 5.04, 12)] == ["–", "5", "4,5", "5,04", "12"]
    assert [persen(share) for share in (None, 0, 0.001, 0.8, 0.999, 1)] == [
        "–", "0%", "1%", "80%", "99%", "100%"
    ]  # fmt: skip
    assert [rentang(each) for each in ((5, 5), (4, 5), (0, 0))] == ["5", "4–5", "–"]
    assert tepat(4, 5, 0.8) == "4 dari 5 (80%)"
    assert tepat(0, 0, None) == "–"


def test_thousands_have_points():
    lalu = ringkas(2025, TODAY, [Serupa(MONDAY, TODAY, "maju", 11, 4000, 0)], HariKerja(Source()))
    much = Rekap(tepat=1500, terlambat=500, jumlah_hari=22_000)
    report = laporan(replace(year(), seluruh=much, batal=2400, lalu=lalu), "SOP")
    pokok = {one.judul: one for one in report.pokok}
    assert (pokok["Berkas"].nilai, pokok["Berkas"].keterangan[-11:]) == ("2.400", "2.400 batal")
    assert pokok["Berkas"].lalu == "Tahun 2025: 4.000 berkas"
    assert pokok["Selesai tepat waktu"].keterangan == "1.500 dari 2.000 berkas"
    assert tepat(1500, 2000, 0.75) == "1.500 dari 2.000 (75%)"
    assert kali(2000) == "2.000 kali"
