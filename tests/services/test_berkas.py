"""The life of a berkas: begun, carried, sent back, cancelled, finished."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sopapp.app import App
from sopapp.clock import FixedClock
from sopapp.domain.berkas import StatusBerkas
from sopapp.domain.changes import Changes
from sopapp.domain.dik import JenisUsulan, Putusan
from sopapp.domain.errors import DomainError, IncompleteError, NotFoundError
from sopapp.domain.sop import LaneCode as L
from sopapp.domain.surat import LampiranLain
from sopapp.domain.teks_masuk import periksa_masukan
from sopapp.services.berkas import NeedsReasonError
from sopapp.services.libur import LiburKantor
from sopapp.services.permintaan import Jawaban
from tests.conftest import TODAY, Office
from tests.services import carrying


def place(app: App, berkas_id: int) -> tuple[int, int, L]:
    card = app.berkas.get(berkas_id).card
    assert card is not None
    return (card.stage, card.step_index, card.lane)


def riwayat(app: App) -> int:
    return len(app.riwayat.list(limit=None))


@pytest.mark.parametrize(
    ("judul", "tahun", "mulai", "field", "words"),
    [
        ("  ", 2026, TODAY, "judul", "belum diisi"),
        ("x" * 301, 2026, TODAY, "judul", r"\(301 huruf\); paling banyak 300"),
        ("x", 1999, date(1999, 1, 1), "tahun", "2000 sampai 2100"),
        ("x", 2101, date(2101, 1, 1), "tahun", "2000 sampai 2100"),
        ("x", 2026, date(2028, 1, 1), "mulai", "terlalu jauh"),
        ("x", 2026, date(2024, 12, 31), "mulai", "terlalu jauh"),
    ],
)
def test_what_cannot_begin(
    app: App, judul: str, tahun: int, mulai: date, field: str, words: str
) -> None:
    before = riwayat(app)
    with pytest.raises(DomainError, match=words) as caught:
        app.berkas.create(judul, tahun, mulai)

    assert caught.value.field == field
    assert app.berkas.list() == ()
    assert riwayat(app) == before


def test_a_berkas_begins_in_the_first_step_with_a_clean_title(app: App) -> None:
    berkas_id = app.berkas.create("  Pemutakhiran\n DIK  2026 ", 2026, TODAY)
    detail = app.berkas.get(berkas_id)

    assert detail.judul == "Pemutakhiran DIK 2026"
    assert place(app, berkas_id) == (1, 0, L.ADMIN_PPID)
    assert detail.status is StatusBerkas.BERJALAN
    assert detail.card.due == date(2026, 11, 30)
    assert detail.card.days_left == 5
    assert [lack.key for lack in detail.missing] == ["unit_dipilih"]
    assert app.riwayat.list()[0].berkas_id == berkas_id


def test_the_whole_way(app: App, office: Office, tmp_path: Path, clock: FixedClock) -> None:
    berkas_id = carrying.to_answers(app, office.units)
    clock.day = date(2026, 11, 27)
    carrying.answer_all(app, berkas_id)
    app.berkas.advance(berkas_id)
    carrying.propose(app, berkas_id, office.units[0], carrying.complete("Data pemohon"))
    carrying.to_penetapan(app, berkas_id)
    carrying.sign(app, berkas_id, "1")
    carrying.apply(app, berkas_id, tmp_path)
    clock.day = date(2026, 12, 2)
    carrying.finish(app, berkas_id)
    detail = app.berkas.get(berkas_id)

    assert detail.status is StatusBerkas.SELESAI
    assert detail.card is None
    assert detail.missing == ()
    assert app.board.load().cards == ()
    assert [(run.stage, run.mulai, run.selesai, run.outcome) for run in detail.runs] == [
        (1, TODAY, date(2026, 11, 27), "maju"),
        (2, date(2026, 11, 27), date(2026, 11, 27), "maju"),
        (3, date(2026, 11, 27), date(2026, 11, 27), "maju"),
        (4, date(2026, 11, 27), date(2026, 12, 2), "maju"),
        (5, date(2026, 12, 2), date(2026, 12, 2), "maju"),
    ]
    assert [step.lane for step in detail.runs[0].steps] == [
        L.ADMIN_PPID, L.PPID_PEMBANTU, L.UNIT_KERJA,
    ]  # fmt: skip
    # Nothing was sent back, so the SOP passes over the unit's mending.
    assert [step.index for step in detail.runs[1].steps] == [0, 2]
    (row,) = app.berkas.list(StatusBerkas.SELESAI)
    assert (row.id, row.ended, row.stage, row.lane) == (
        berkas_id, date(2026, 12, 2), None, None,
    )  # fmt: skip
    assert app.berkas.list(StatusBerkas.BERJALAN) == ()


def test_a_finished_berkas_takes_no_change(app: App, office: Office, tmp_path: Path) -> None:
    unit = office.units[0]
    berkas_id = carrying.to_register(app, office.units, tmp_path, "1", [(unit, "Satu")])
    carrying.finish(app, berkas_id)
    before = riwayat(app)
    surat = app.surat.list(berkas_id)[0]
    for call in (
        lambda: app.berkas.advance(berkas_id),
        lambda: app.berkas.move(berkas_id, 1, L.ADMIN_PPID, "alasan"),
        lambda: app.berkas.send_back(berkas_id, 1, "alasan"),
        lambda: app.berkas.cancel(berkas_id, "alasan"),
        lambda: app.berkas.rename(berkas_id, "lain"),
        lambda: app.permintaan.choose_units(berkas_id, [unit]),
        lambda: app.surat.number_all(berkas_id, TODAY),
        lambda: app.surat.set_number(surat.id, "9", TODAY),
        lambda: app.surat.keep(surat.id, b"%PDF-lain", "dicetak"),
        lambda: app.usulan.add(berkas_id, unit, JenisUsulan.BARU, carrying.complete("x")),
        lambda: app.usulan.judge(app.usulan.list(berkas_id)[0].id, Putusan.TERBUKA),
        lambda: app.usulan.remove(app.usulan.list(berkas_id)[0].id),
        lambda: app.keputusan.unsign(berkas_id, "alasan"),
        lambda: app.dik.apply(berkas_id),
        lambda: app.dokumentasi.publish(berkas_id, "laman", TODAY),
        lambda: app.dokumentasi.write_bundle(berkas_id),
    ):
        with pytest.raises(DomainError):
            call()
    assert riwayat(app) == before


def test_an_incomplete_step_is_not_left_and_says_what_is_missing(app: App, office: Office) -> None:
    berkas_id = carrying.start(app)
    app.permintaan.choose_units(berkas_id, office.units[:2])
    before = riwayat(app)
    with pytest.raises(IncompleteError) as caught:
        app.berkas.advance(berkas_id)

    assert [(lack.key, lack.panel) for lack in caught.value.missing] == [
        ("nota_dinas_bernomor", 1),
        ("nota_dinas_dicetak", 1),
    ]
    assert "2 unit kerja belum mempunyai Nota Dinas bernomor." in str(caught.value)
    assert place(app, berkas_id) == (1, 0, L.ADMIN_PPID)
    assert riwayat(app) == before


def test_the_units_that_did_not_answer_are_named(app: App, office: Office) -> None:
    berkas_id = carrying.to_answers(app, office.units)
    with pytest.raises(IncompleteError, match="3 unit kerja belum menjawab: Bidang 1; Bidang 2"):
        app.berkas.advance(berkas_id)


def test_a_stage_is_left_only_when_all_of_it_still_holds(app: App, office: Office) -> None:
    """A letter that changed after it was printed holds the berkas at the stage's end."""
    berkas_id = carrying.to_answers(app, office.units)
    carrying.answer_all(app, berkas_id)
    surat = app.surat.list(berkas_id)[0]
    app.surat.set_number(surat.id, "999", TODAY, alasan="Nomor keliru")
    with pytest.raises(IncompleteError) as caught:
        app.berkas.advance(berkas_id)

    assert [lack.key for lack in caught.value.missing] == ["nota_dinas_dicetak"]


def test_the_missing_of_the_page_are_those_that_advance_names(app: App, office: Office) -> None:
    berkas_id = carrying.to_answers(app, office.units)
    with pytest.raises(IncompleteError) as caught:
        app.berkas.advance(berkas_id)

    assert app.berkas.get(berkas_id).missing == caught.value.missing


def test_the_next_activity_is_named(app: App, office: Office) -> None:
    berkas_id = carrying.to_validasi(app, office.units)
    carrying.propose(
        app, berkas_id, office.units[0], carrying.complete("x"), putusan=Putusan.DIKEMBALIKAN
    )
    assert app.berkas.get(berkas_id).next_activity.startswith("Unit Kerja Memperbaiki")
    app.usulan.judge(app.usulan.list(berkas_id)[0].id, Putusan.TERBUKA)
    assert app.berkas.get(berkas_id).next_activity.startswith("PPID Pembantu Menutup")


class TestMove:
    def test_to_its_own_cell_does_nothing(self, app: App) -> None:
        berkas_id = carrying.start(app)
        before = riwayat(app)
        app.berkas.move(berkas_id, 1, L.ADMIN_PPID)

        assert riwayat(app) == before

    def test_forwards_passes_each_step_on_the_way(self, app: App, office: Office) -> None:
        berkas_id = carrying.start(app)
        carrying.ask(app, berkas_id, office.units)
        before = riwayat(app)
        app.berkas.move(berkas_id, 1, L.UNIT_KERJA)

        assert place(app, berkas_id) == (1, 2, L.UNIT_KERJA)
        assert [step.index for step in app.berkas.get(berkas_id).runs[0].steps] == [0, 1, 2]
        assert riwayat(app) == before + 1

    def test_forwards_stops_nowhere_when_a_step_on_the_way_lacks_something(
        self, app: App, office: Office
    ) -> None:
        berkas_id = carrying.start(app)
        carrying.ask(app, berkas_id, office.units)
        before = riwayat(app)
        with pytest.raises(IncompleteError):
            app.berkas.move(berkas_id, 2, L.PPID_PEMBANTU)

        assert place(app, berkas_id) == (1, 0, L.ADMIN_PPID)
        assert riwayat(app) == before

    def test_into_the_next_stage(self, app: App, office: Office) -> None:
        berkas_id = carrying.to_answers(app, office.units)
        carrying.answer_all(app, berkas_id)
        app.berkas.move(berkas_id, 2, L.PPID_PEMBANTU)

        assert place(app, berkas_id) == (2, 0, L.PPID_PEMBANTU)

    def test_to_a_step_that_is_passed_over(self, app: App, office: Office) -> None:
        berkas_id = carrying.to_validasi(app, office.units)
        with pytest.raises(DomainError, match="tidak diperlukan"):
            app.berkas.move(berkas_id, 2, L.UNIT_KERJA)

        assert place(app, berkas_id) == (2, 0, L.PPID_PEMBANTU)

    def test_two_stages_at_once_is_refused(self, app: App, office: Office) -> None:
        berkas_id = carrying.start(app)
        with pytest.raises(DomainError, match="satu tahap sekaligus"):
            app.berkas.move(berkas_id, 3, L.ADMIN_PPID)

    @pytest.mark.parametrize("stage", [-1, 0, 6, 99])
    def test_to_a_stage_that_there_is_not(self, app: App, stage: int) -> None:
        berkas_id = carrying.start(app)
        with pytest.raises(DomainError):
            app.berkas.move(berkas_id, stage, L.ADMIN_PPID, "alasan")

    def test_to_a_cell_without_a_step(self, app: App) -> None:
        berkas_id = carrying.start(app)
        with pytest.raises(DomainError, match="tidak memberi Atasan PPID Pembantu langkah"):
            app.berkas.move(berkas_id, 1, L.ATASAN_PPID_PEMBANTU)

    def test_back_inside_a_stage_asks_for_a_reason(self, app: App, office: Office) -> None:
        berkas_id = carrying.to_answers(app, office.units)
        for reason in (None, "  "):
            with pytest.raises(NeedsReasonError) as caught:
                app.berkas.move(berkas_id, 1, L.ADMIN_PPID, reason)
            assert caught.value.field == "alasan"
        app.berkas.move(berkas_id, 1, L.ADMIN_PPID, " Salah alamat ")

        assert place(app, berkas_id) == (1, 0, L.ADMIN_PPID)
        detail = app.berkas.get(berkas_id)
        assert detail.card.sent_back == "Salah alamat"
        assert [step.reason for step in detail.runs[0].steps] == ["", "", "Salah alamat", ""]
        assert len(detail.runs) == 1

    def test_back_to_an_earlier_stage_asks_for_a_reason(self, app: App, office: Office) -> None:
        berkas_id = carrying.to_validasi(app, office.units)
        with pytest.raises(NeedsReasonError):
            app.berkas.move(berkas_id, 1, L.ADMIN_PPID)
        app.berkas.move(berkas_id, 1, L.ADMIN_PPID, "Unit baru dibentuk")

        assert place(app, berkas_id) == (1, 0, L.ADMIN_PPID)
        assert app.berkas.get(berkas_id).card.sent_back == "Unit baru dibentuk"


class TestSendBack:
    @pytest.mark.parametrize("stage", [0, 2, 3])
    def test_only_to_an_earlier_stage(self, app: App, office: Office, stage: int) -> None:
        berkas_id = carrying.to_validasi(app, office.units)
        with pytest.raises(DomainError, match="tahap sebelumnya"):
            app.berkas.send_back(berkas_id, stage, "alasan")

    def test_the_card_gives_the_reason_of_its_own_last_return_while_that_is_mended(
        self, app: App, office: Office
    ) -> None:
        berkas_id = carrying.to_validasi(app, office.units)
        app.berkas.send_back(carrying.to_validasi(app, office.units, "Lain"), 1, "Salah unit")
        for reason in ("Kurang satu unit", "Kurang satu lagi"):
            assert app.board.card(berkas_id).sent_back == ""
            app.berkas.send_back(berkas_id, 1, reason)
            assert app.board.card(berkas_id).sent_back == reason
            while app.board.card(berkas_id).stage == 1:
                app.berkas.advance(berkas_id)

    def test_its_due_date_counts_from_the_day_of_the_return(
        self, app: App, office: Office, clock: FixedClock
    ) -> None:
        berkas_id = carrying.to_validasi(app, office.units)
        clock.day = date(2026, 12, 1)
        app.berkas.send_back(berkas_id, 1, "alasan")
        runs = app.berkas.get(berkas_id).runs

        assert [(run.stage, run.outcome, run.reason) for run in runs] == [
            (1, "maju", ""),
            (2, "kembali", "alasan"),
            (1, None, ""),
        ]
        assert runs[-1].due == date(2026, 12, 8)

    def test_a_reason_does_not_follow_into_the_next_stage(self, app: App, office: Office) -> None:
        berkas_id = carrying.to_validasi(app, office.units)
        app.berkas.send_back(berkas_id, 1, "alasan")
        while app.berkas.get(berkas_id).card.stage == 1:
            assert app.berkas.get(berkas_id).card.sent_back == "alasan"
            app.berkas.advance(berkas_id)
        assert app.berkas.get(berkas_id).card.sent_back == ""

    def test_not_behind_a_signed_keputusan(self, app: App, office: Office) -> None:
        berkas_id = carrying.to_validasi(app, office.units)
        carrying.to_penetapan(app, berkas_id)
        carrying.sign(app, berkas_id, "1")
        with pytest.raises(DomainError, match="sudah ditandatangani"):
            app.berkas.send_back(berkas_id, 2, "alasan")
        app.keputusan.unsign(berkas_id, "salah ketik")
        app.berkas.send_back(berkas_id, 2, "alasan")
        assert place(app, berkas_id)[0] == 2

    def test_not_behind_the_register(self, app: App, office: Office, tmp_path: Path) -> None:
        berkas_id = carrying.to_register(app, office.units, tmp_path, "1", [])
        app.berkas.advance(berkas_id)
        with pytest.raises(DomainError, match="buat berkas baru"):
            app.berkas.send_back(berkas_id, 3, "alasan")
        app.berkas.send_back(berkas_id, 4, "pindaian terbalik")
        assert place(app, berkas_id)[0] == 4

    def test_runs_follow_each_other_though_the_pcs_clock_jumps_back(
        self, app: App, office: Office, clock: FixedClock
    ) -> None:
        berkas_id = carrying.to_validasi(app, office.units)
        clock.day = date(2026, 11, 25)
        app.berkas.advance(berkas_id)
        clock.day = date(2026, 11, 24)
        app.berkas.send_back(berkas_id, 1, "alasan")
        back, again = app.berkas.get(berkas_id).runs[-2:]

        assert back.selesai == date(2026, 11, 25)
        assert again.mulai >= back.selesai


class TestCancel:
    def test_it_leaves_the_board_and_keeps_its_record(self, app: App, office: Office) -> None:
        berkas_id = carrying.to_answers(app, office.units)
        with pytest.raises(NeedsReasonError):
            app.berkas.cancel(berkas_id, " ")
        app.berkas.cancel(berkas_id, " Digabung ")
        detail = app.berkas.get(berkas_id)

        assert detail.status is StatusBerkas.BATAL
        assert detail.batal_alasan == "Digabung"
        assert app.board.load().cards == ()
        assert len(app.surat.list(berkas_id)) == 3
        (row,) = app.berkas.list(StatusBerkas.BATAL)
        assert (row.note, row.ended) == ("Digabung", TODAY)

    def test_not_once_the_register_follows(self, app: App, office: Office, tmp_path: Path) -> None:
        berkas_id = carrying.to_register(app, office.units, tmp_path, "1", [])
        with pytest.raises(DomainError, match="tidak dapat dibatalkan"):
            app.berkas.cancel(berkas_id, "alasan")


def test_renaming(app: App) -> None:
    berkas_id = carrying.start(app, "Lama")
    before = riwayat(app)
    app.berkas.rename(berkas_id, " Lama ")
    assert riwayat(app) == before
    app.berkas.rename(berkas_id, "Baru")

    assert app.berkas.get(berkas_id).judul == "Baru"
    event = app.riwayat.list(berkas_id)[0]
    assert (event.sebelum, event.sesudah) == ({"judul": "Lama"}, {"judul": "Baru"})
    with pytest.raises(DomainError) as caught:
        app.berkas.rename(berkas_id, "")
    assert caught.value.field == "judul"


def test_a_berkas_that_there_is_not(app: App) -> None:
    for call in (app.berkas.get, app.berkas.advance, app.surat.get, app.usulan.get):
        with pytest.raises(NotFoundError):
            call(404)


def test_a_berkas_that_begins_in_the_future_is_not_left_before_it_began(app: App) -> None:
    berkas_id = app.berkas.create("Nanti", 2027, date(2027, 1, 4))
    app.berkas.cancel(berkas_id, "alasan")

    assert app.berkas.get(berkas_id).runs[0].selesai == date(2027, 1, 4)


def test_require_stage_names_where_it_is_and_where_it_should_be(app: App, office: Office) -> None:
    berkas_id = carrying.start(app)
    with pytest.raises(
        DomainError, match=r"di tahap 1 \(Permintaan\); perubahan ini dilakukan di tahap 3"
    ):
        app.keputusan.draft(berkas_id)


class TestBoard:
    def test_the_most_urgent_card_comes_first(self, app: App, clock: FixedClock) -> None:
        late = app.berkas.create("Terlambat", 2026, date(2026, 11, 2))
        fresh = app.berkas.create("Baru", 2026, TODAY)
        between = app.berkas.create("Tengah", 2026, date(2026, 11, 18))

        cards = app.board.load().cards
        assert [card.berkas_id for card in cards] == [late, between, fresh]
        assert [card.days_left for card in cards] == [-10, 2, 5]

    def test_progress_counts_units_and_then_usulan(self, app: App, office: Office) -> None:
        berkas_id = carrying.to_answers(app, office.units)
        first = app.permintaan.list(berkas_id)[0]
        app.permintaan.answer(first.id, Jawaban.NIHIL, TODAY)
        assert app.board.load().cards[0].progress == (1, 3, "unit menjawab")
        carrying.answer_all(app, berkas_id)
        app.berkas.advance(berkas_id)
        for putusan in (Putusan.TERBUKA, Putusan.DIKEMBALIKAN, None):
            carrying.propose(
                app, berkas_id, office.units[0], carrying.complete("x"), putusan=putusan
            )
        assert app.board.load().cards[0].progress == (1, 3, "usulan diputus")

    def test_it_shows_the_sop_in_force_and_today(self, app: App) -> None:
        board = app.board.load()
        assert (board.today, board.sop, board.cards) == (TODAY, app.sop.current(), ())

    def test_an_office_day_moves_the_due_date(self, app: App) -> None:
        berkas_id = carrying.start(app)
        app.libur.save(LiburKantor(date(2026, 11, 25), masuk=False, alasan="Pesta paroki"))
        assert app.berkas.get(berkas_id).card.due == date(2026, 12, 1)
        app.libur.remove(date(2026, 11, 25))
        assert app.berkas.get(berkas_id).card.due == date(2026, 11, 30)


def test_a_service_call_tells_its_listeners_once(app: App, office: Office) -> None:
    heard: list[Changes] = []
    berkas_id = carrying.start(app)
    app.subscribe(heard.append)
    carrying.ask(app, berkas_id, office.units)
    app.berkas.move(berkas_id, 1, L.UNIT_KERJA)

    assert {changes.berkas_id for changes in heard} == {berkas_id}
    assert len(heard) == 3 + len(office.units) + 1  # choose, draft, number; prints; move


def test_the_title_of_an_attachment_may_be_longer_than_that_of_a_berkas() -> None:
    periksa_masukan((LampiranLain(judul="x" * 1000, isi="Isi"),), "lampiran")
    with pytest.raises(DomainError, match=r"paling banyak 1\.000"):
        periksa_masukan((LampiranLain(judul="x" * 1001, isi="Isi"),), "lampiran")
