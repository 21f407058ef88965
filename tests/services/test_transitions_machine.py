"""Whatever is called in whatever order: the rules of the SOP hold, and riwayat tells it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from sopapp.app import open_app
from sopapp.clock import FixedClock
from sopapp.domain.berkas import StatusBerkas
from sopapp.domain.dik import IsiDik, JenisUsulan, Putusan
from sopapp.domain.errors import SopappError
from sopapp.domain.requirements import missing
from sopapp.domain.sop import LaneCode
from sopapp.domain.uji import Kesimpulan
from sopapp.services.facts import facts_of, facts_of_running
from sopapp.services.permintaan import Jawaban
from tests.conftest import ACTOR, TODAY, fill_office
from tests.services import carrying
from tests.services.carrying import PDF, complete

WHICH = st.integers(0, 1)
REASON = st.sampled_from(["Alasan", "Alasan", "Alasan", "", "  "])
NAMES = ("unrecorded_names", "unanswered_names", "unjudged_titles", "returned_titles")


class SopMachine(RuleBasedStateMachine):
    """Two berkas in one office."""

    template: Path
    """A data folder with the office and the two berkas, copied for each run."""

    @initialize(stage=st.integers(1, 5))
    def begin(self, stage: int) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="sop-dik-uji-"))
        shutil.copytree(self.template, self.folder, dirs_exist_ok=True)
        self.clock = FixedClock(TODAY)
        self.app = open_app(self.folder, self.clock, ACTOR)
        self.app._database.execute_sql("PRAGMA synchronous = off")
        self.berkas = [row.id for row in self.app.berkas.list()]
        self.units = [unit.id for unit in self.app.unit_kerja.list()]
        self.scan = carrying.scan_file(self.folder)
        self.bring_the_first_to(stage)

    def bring_the_first_to(self, stage: int) -> None:
        """Else few runs would ever see the later stages."""
        first = self.berkas[0]
        if stage > 1:
            carrying.ask(self.app, first, self.units)
            self.app.berkas.move(first, 1, LaneCode.UNIT_KERJA)
            carrying.answer_all(self.app, first)
            self.app.berkas.advance(first)
            carrying.propose(self.app, first, self.units[0], complete("Satu"))
        if stage > 2:
            carrying.to_penetapan(self.app, first)
        if stage > 3:
            carrying.sign(self.app, first, "0")
            self.app.berkas.advance(first)
        if stage > 4:
            self.app.dokumentasi.attach_scan(first, self.scan)
            self.app.dik.apply(first)
            self.app.berkas.advance(first)

    def teardown(self) -> None:
        if hasattr(self, "app"):
            self.app.close()
            shutil.rmtree(self.folder)

    # What is counted around each call

    def rows(self) -> int:
        return self.app._database.execute_sql("SELECT count(*) FROM riwayat").fetchone()[0]

    def runs(self, berkas_id: int) -> int:
        return len(self.app.berkas.get(berkas_id).runs)

    def call(self, action: Callable[[], object], writes: int | None = None) -> bool:
        """Do it; whether it was let. Any error but the program's own fails the test."""
        before, changes = self.rows(), self.app._database.connection().total_changes
        try:
            action()
        except SopappError:
            assert self.rows() == before
            return False
        grown = self.rows() - before
        if self.app._database.connection().total_changes == changes:
            assert grown == 0
        else:
            assert grown == 1
        assert writes is None or grown == writes
        return True

    def place(self, which: int) -> tuple[int, int, int] | None:
        card = self.app.board.card(self.berkas[which])
        return card and (self.runs(self.berkas[which]), card.stage, card.step_index)

    # The way

    @rule(which=WHICH)
    def advance(self, which: int) -> None:
        berkas_id = self.berkas[which]
        card = self.app.board.card(berkas_id)
        lacks = self.app.berkas.get(berkas_id).missing
        whole = self.lacks_of_stage(berkas_id)
        if not self.call(lambda: self.app.berkas.advance(berkas_id)):
            assert card is None or lacks
            return
        assert lacks == ()
        after = self.app.board.card(berkas_id)
        if after is None or after.stage != card.stage:
            assert whole == ()
            assert after is None or (after.stage, after.step_index) == (card.stage + 1, 0)
        else:
            assert after.step_index > card.step_index

    def lacks_of_stage(self, berkas_id: int) -> tuple[object, ...]:
        """What the berkas' whole present stage lacks, asked of the rules themselves."""
        detail = self.app.berkas.get(berkas_id)
        if detail.card is None:
            return ()
        steps = detail.sop.stage(detail.card.stage).steps
        return missing(tuple(key for step in steps for key in step.needs), detail.facts)

    @rule(which=WHICH, stage=st.integers(0, 6), lane=st.sampled_from(LaneCode), reason=REASON)
    def move(self, which: int, stage: int, lane: LaneCode, reason: str) -> None:
        berkas_id = self.berkas[which]
        before, whole = self.place(which), self.lacks_of_stage(berkas_id)
        if self.call(lambda: self.app.berkas.move(berkas_id, stage, lane, reason)):
            card = self.app.board.card(berkas_id)
            assert (card.stage, card.lane) == (stage, lane)
            if stage > before[1]:
                assert whole == ()
        else:
            assert self.place(which) == before

    @rule(which=WHICH, stage=st.integers(0, 5), reason=REASON)
    def send_back(self, which: int, stage: int, reason: str) -> None:
        berkas_id = self.berkas[which]
        before = self.app.board.card(berkas_id)
        if self.call(lambda: self.app.berkas.send_back(berkas_id, stage, reason), 1):
            card = self.app.board.card(berkas_id)
            assert (card.stage, card.step_index, card.sent_back) == (stage, 0, "Alasan")
            assert stage < before.stage
            assert reason.strip()

    @rule(which=WHICH, reason=REASON, sure=st.integers(0, 9))
    def cancel(self, which: int, reason: str, sure: int) -> None:
        if sure:  # seldom, else no berkas gets far
            return
        self.call(lambda: self.app.berkas.cancel(self.berkas[which], reason), 1)

    @rule(days=st.integers(-1, 9))
    def wait(self, days: int) -> None:
        self.clock.day += timedelta(days)

    # Stage 1

    @rule(which=WHICH, chosen=st.lists(st.integers(0, 2), max_size=3))
    def choose_units(self, which: int, chosen: list[int]) -> None:
        ids = [self.units[n] for n in chosen]
        self.call(lambda: self.app.permintaan.choose_units(self.berkas[which], ids))

    @rule(which=WHICH, per_unit=st.booleans())
    def draft(self, which: int, per_unit: bool) -> None:
        self.call(lambda: self.app.penyusunan.permintaan(self.berkas[which], per_unit=per_unit))

    @rule(which=WHICH)
    def number_all(self, which: int) -> None:
        self.call(lambda: self.app.surat.number_all(self.berkas[which], self.clock.day))

    @rule(which=WHICH)
    def print_all(self, which: int) -> None:
        sql = "SELECT id FROM surat WHERE berkas_id = ?"
        letters = self.app._database.execute_sql(sql, (self.berkas[which],)).fetchall()
        for (surat_id,) in letters:
            self.call(lambda surat_id=surat_id: self.app.surat.keep(surat_id, PDF, "dicetak"))

    @rule(which=WHICH)
    def ask_everybody(self, which: int) -> None:
        """All of stage 1's first step at once, so that runs get further."""
        self.choose_units(which, [0, 1])
        self.draft(which, per_unit=True)
        self.number_all(which)
        self.print_all(which)

    @rule(which=WHICH, place=st.integers(0, 2), jawaban=st.sampled_from(Jawaban), reason=REASON)
    def answer(self, which: int, place: int, jawaban: Jawaban, reason: str) -> None:
        requests = self.app.permintaan.list(self.berkas[which])
        if place < len(requests):
            each = requests[place].id
            self.call(lambda: self.app.permintaan.answer(each, jawaban, self.clock.day, reason))

    @rule(which=WHICH)
    def answer_all(self, which: int) -> None:
        for place, each in enumerate(self.app.permintaan.list(self.berkas[which])):
            self.answer(which, place, Jawaban.USULAN if each.usulan_count else Jawaban.NIHIL, "")

    # Stage 2

    @rule(
        which=WHICH,
        jenis=st.sampled_from(JenisUsulan),
        isi=st.sampled_from([complete("Satu"), complete("Dua"), IsiDik("Kurang"), IsiDik(" ")]),
        entry=st.integers(0, 3),
    )
    def add_usulan(self, which: int, jenis: JenisUsulan, isi: IsiDik, entry: int) -> None:
        present = self.app.dik.current()
        entri_id = present[entry].id if entry < len(present) else None
        berkas_id, unit = self.berkas[which], self.units[entry % 3]
        self.call(lambda: self.app.usulan.add(berkas_id, unit, jenis, isi, entri_id), 1)

    @rule(which=WHICH, place=st.integers(0, 3), putusan=st.sampled_from(Putusan), reason=REASON)
    def judge(self, which: int, place: int, putusan: Putusan, reason: str) -> None:
        usulan = self.app.usulan.list(self.berkas[which])
        if place < len(usulan):
            self.call(lambda: self.app.usulan.judge(usulan[place].id, putusan, reason), 1)

    @rule(which=WHICH)
    def judge_all(self, which: int) -> None:
        for each in self.app.usulan.list(self.berkas[which]):
            if each.kekurangan or each.jenis is JenisUsulan.BUKA:
                self.call(lambda each=each: self.app.usulan.judge(each.id, Putusan.TERBUKA))
            else:
                self.call(lambda each=each: carrying.exclude(self.app, each.id))

    @rule(which=WHICH, place=st.integers(0, 3), kesimpulan=st.sampled_from(Kesimpulan))
    def weigh_one(self, which: int, place: int, kesimpulan: Kesimpulan) -> None:
        usulan = self.app.usulan.list(self.berkas[which])
        if place < len(usulan):
            uji = carrying.weighed(self.app, kesimpulan)
            self.call(lambda: self.app.uji.record(usulan[place].id, uji), 1)

    @rule(
        which=WHICH,
        place=st.integers(0, 3),
        what=st.sampled_from(["mend", "edit", "remove", "clear"]),
    )
    def change_usulan(self, which: int, place: int, what: str) -> None:
        usulan = self.app.usulan.list(self.berkas[which])
        if place >= len(usulan):
            return
        usulan_id = usulan[place].id
        actions: dict[str, Callable[[], object]] = {
            "mend": lambda: self.app.usulan.mended(usulan_id, complete("Diperbaiki")),
            "edit": lambda: self.app.usulan.edit(usulan_id, complete("Disunting")),
            "remove": lambda: self.app.usulan.remove(usulan_id),
            "clear": lambda: self.app.usulan.clear_verdict(usulan_id),
        }
        self.call(actions[what])

    # Stages 3 to 5

    @rule(which=WHICH)
    def draft_keputusan(self, which: int) -> None:
        self.call(lambda: self.app.keputusan.draft(self.berkas[which]))
        self.print_all(which)

    @rule(which=WHICH, nomor=st.sampled_from(["1", "2", "3", ""]))
    def sign(self, which: int, nomor: str) -> None:
        day = self.clock.day
        self.call(lambda: self.app.keputusan.sign(self.berkas[which], nomor, day, PDF), 1)

    @rule(which=WHICH, reason=REASON)
    def unsign(self, which: int, reason: str) -> None:
        self.call(lambda: self.app.keputusan.unsign(self.berkas[which], reason), 1)

    @rule(which=WHICH)
    def scan_and_apply(self, which: int) -> None:
        self.call(lambda: self.app.dokumentasi.attach_scan(self.berkas[which], self.scan), 1)
        rows = self.app.keputusan.rows(self.berkas[which])
        if self.call(lambda: self.app.dik.apply(self.berkas[which]), 1):
            said = [(row.perubahan, row.unit_id, row.isi) for row in rows]
            kept = self.app.keputusan.rows(self.berkas[which])
            assert [(row.perubahan, row.unit_id, row.isi) for row in kept] == said

    @rule(which=WHICH)
    def publish(self, which: int) -> None:
        berkas_id = self.berkas[which]
        self.call(lambda: self.app.dokumentasi.keep_list(berkas_id, PDF), 1)
        self.call(lambda: self.app.dokumentasi.publish(berkas_id, "Laman", self.clock.day), 1)
        self.call(lambda: self.app.dokumentasi.write_bundle(berkas_id), 1)

    # What always holds

    @invariant()
    def a_running_berkas_stands_in_exactly_one_step(self) -> None:
        if not hasattr(self, "app"):
            return
        for berkas_id in self.berkas:
            detail = self.app.berkas.get(berkas_id)
            open_runs = [run for run in detail.runs if run.selesai is None]
            running = detail.status is StatusBerkas.BERJALAN
            assert len(open_runs) == running
            for run in detail.runs:
                steps = detail.sop.stage(run.stage).steps
                open_steps = [step for step in run.steps if step.selesai is None]
                assert len(open_steps) == (run.selesai is None)
                for step in run.steps:
                    assert step.lane == steps[step.index].lane
                    assert step.selesai is None or step.mulai <= step.selesai
            for earlier, later in zip(detail.runs, detail.runs[1:], strict=False):
                assert earlier.selesai <= later.mulai

    @invariant()
    def nothing_is_excluded_without_a_test_of_it(self) -> None:
        if not hasattr(self, "app"):
            return
        for berkas_id in self.berkas:
            for each in self.app.usulan.list(berkas_id):
                if each.putusan is Putusan.DIKECUALIKAN:
                    assert each.uji.berlaku
                    assert each.uji.uji.kesimpulan.putusan is Putusan.DIKECUALIKAN

    @invariant()
    def the_board_says_what_the_page_says(self) -> None:
        if not hasattr(self, "app"):
            return
        cards = {card.berkas_id: card for card in self.app.board.load().cards}
        for berkas_id in self.berkas:
            card = self.app.berkas.get(berkas_id).card
            assert (berkas_id in cards) == (card is not None)
            if card is not None:
                # The page names the units and usulan, the board only counts them.
                on_board = cards[berkas_id]
                assert card._replace(missing=()) == on_board._replace(missing=())
                assert [text.partition(":")[0].rstrip(".") for text in card.missing] == [
                    text.rstrip(".") for text in on_board.missing
                ]

    @invariant()
    def facts_in_bulk_are_the_facts_of_each(self) -> None:
        if not hasattr(self, "app"):
            return
        database = self.app._database
        bulk = facts_of_running(database)
        for berkas_id in self.berkas:
            if self.app.board.card(berkas_id) is not None and berkas_id in bulk:
                single = facts_of(database, berkas_id)
                assert bulk[berkas_id] == single._replace(**dict.fromkeys(NAMES, ()))


def test_the_rules_hold_whatever_is_called(
    tmp_path: Path, blank_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(blank_data, tmp_path, dirs_exist_ok=True)
    with open_app(tmp_path, FixedClock(TODAY), ACTOR) as app:
        fill_office(app)
        app.berkas.create("Pertama", 2026, date(2026, 11, 20))
        app.berkas.create("Kedua", 2026, TODAY)
    monkeypatch.setattr(SopMachine, "template", tmp_path, raising=False)
    case = SopMachine.TestCase
    case.settings = settings(
        max_examples=10,
        stateful_step_count=30,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    case("runTest").runTest()
