"""The life of a berkas: begun, moved along the SOP, sent back, cancelled, finished."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sopapp.domain import panduan
from sopapp.domain.berkas import (
    NO_WAY_BACK,
    BerkasDetail,
    BerkasRow,
    StatusBerkas,
    status_of,
)
from sopapp.domain.changes import Kind
from sopapp.domain.errors import DomainError, IncompleteError, Missing
from sopapp.domain.facts import Facts
from sopapp.domain.hari_kerja import HariKerja
from sopapp.domain.route import blocking, next_step, position
from sopapp.domain.sop import STAGE_NUMBER, LaneCode, Sop, StageKind
from sopapp.persistence import tables
from sopapp.persistence.store import Entry, Store
from sopapp.persistence.stored_time import day_of
from sopapp.services.berkas_history import runs_of
from sopapp.services.berkas_places import BerkasPlace, BerkasPlaces
from sopapp.services.berkas_rows import berkas_rows
from sopapp.services.board import BoardService
from sopapp.services.checked_input import checked_input
from sopapp.services.facts import facts_of
from sopapp.services.sop import SopService


class NeedsReasonError(DomainError):
    """A return was asked for without saying why."""


@checked_input()
class BerkasService:
    """Reads and moves berkas."""

    def __init__(
        self,
        store: Store,
        sop: SopService,
        board: BoardService,
        calendar: Callable[[], HariKerja],
    ) -> None:
        self._store = store
        self._sop = sop
        self._board = board
        self._calendar = calendar
        self._places = BerkasPlaces(store, sop)

    # Reading

    def list(self, status: StatusBerkas | None = None) -> tuple[BerkasRow, ...]:
        """All berkas, newest first, of one status or all."""
        rows = berkas_rows(self._store.database)
        return tuple(row for row in rows if status is None or row.status is status)

    def get(self, berkas_id: int) -> BerkasDetail:
        """One berkas whole. Raises NotFoundError."""
        row = self._places.berkas(berkas_id)
        sop = self._sop.get(row.sop_id)
        runs = runs_of(berkas_id, sop, self._calendar())
        facts = facts_of(self._store.database, berkas_id)
        card = self._board.card(berkas_id, facts)
        lacks: tuple[Missing, ...] = ()
        upcoming = ""
        if card is not None:
            stage = sop.stage(card.stage)
            lacks = blocking(stage, card.step_index, facts)
            upcoming = _upcoming(sop, card.stage, card.step_index, facts)
        last = runs[-1]
        return BerkasDetail(
            id=row.id,
            judul=row.judul,
            tahun=row.tahun,
            mulai=day_of(row.mulai),
            status=status_of(last.outcome),
            sop=sop,
            card=card,
            runs=runs,
            facts=facts,
            missing=lacks,
            next_activity=upcoming,
            batal_alasan=last.reason if last.outcome == "batal" else "",
        )

    def require_stage(self, berkas_id: int, *kinds: StageKind) -> Sop:
        """Raise DomainError unless the berkas runs in one of these stages; give its SOP."""
        place = self._places.of(berkas_id)
        if place.run.stage not in {STAGE_NUMBER[kind] for kind in kinds}:
            here = place.sop.stage(place.run.stage)
            wanted = " atau ".join(
                f"{STAGE_NUMBER[kind]} ({place.sop.stage(STAGE_NUMBER[kind]).short_name})"
                for kind in kinds
            )
            msg = (
                f"Berkas ini berada di tahap {here.number} ({here.short_name}); perubahan ini "
                f"dilakukan di tahap {wanted}."
            )
            raise DomainError(msg, topic=panduan.BUKAN_TAHAPNYA)
        return place.sop

    def stage_kind(self, berkas_id: int) -> StageKind:
        """What the present stage of a running berkas is about. Raises DomainError."""
        place = self._places.of(berkas_id)
        return place.sop.stage(place.run.stage).kind

    def sop_id(self, berkas_id: int) -> int:
        """The SOP version that the berkas began on. Raises NotFoundError."""
        return int(self._places.berkas(berkas_id).sop_id)

    # Writing

    def create(self, judul: str, tahun: int, mulai: date) -> int:
        """Begin a berkas on the SOP in force, in its first step. Raises DomainError by field."""
        judul = _checked_title(judul)
        if not 2000 <= tahun <= 2100:
            raise DomainError("Tahun adalah 2000 sampai 2100.", field="tahun")
        if abs(mulai.year - tahun) > 1:
            msg = "Tanggal mulai terlalu jauh dari tahun berkas. Perbaiki tanggal atau tahunnya."
            raise DomainError(msg, field="mulai")
        sop_id = self._sop.current_id
        sop = self._sop.get(sop_id)
        with self._store.write("berkas.mulai", Kind.BERKAS) as entry:
            row = tables.Berkas.create(
                judul=judul, tahun=tahun, sop=sop_id, mulai=mulai.isoformat()
            )
            self._places.open_run(row.id, sop, 1, 0, mulai)
            entry.say(
                f"Berkas “{judul}” dimulai.",
                sesudah={"judul": judul, "tahun": tahun, "mulai": mulai},
                berkas_id=row.id,
            )
        return int(row.id)

    def rename(self, berkas_id: int, judul: str) -> None:
        """Change the title of a running berkas. Raises DomainError."""
        before = self._places.of(berkas_id).row.judul
        judul = _checked_title(judul)
        if judul == before:
            return
        with self._store.write("berkas.judul", Kind.BERKAS, berkas_id=berkas_id) as entry:
            tables.Berkas.update(judul=judul).where(tables.Berkas.id == berkas_id).execute()
            entry.say(
                f"Judul berkas diubah menjadi “{judul}”.",
                sebelum={"judul": before},
                sesudah={"judul": judul},
            )

    def advance(self, berkas_id: int) -> None:
        """Leave the present step; from the last step of the last stage the berkas is finished.

        Raises IncompleteError listing exactly what is missing.
        """
        with self._store.write("berkas.maju", Kind.BERKAS, berkas_id=berkas_id) as entry:
            self._advance(self._places.of(berkas_id), entry)

    def move(self, berkas_id: int, stage: int, lane: LaneCode, reason: str | None = None) -> None:
        """Bring a card to a cell of the board: forwards as `advance` does, else a return.

        Raises DomainError for a cell off the path or too far, IncompleteError when a step on
        the way lacks something, NeedsReasonError for a return without a reason.
        """
        place = self._places.of(berkas_id)
        here = place.run.stage
        if stage == here and lane == place.step.lane:
            return
        if not 1 <= stage <= len(place.sop.stages):
            raise DomainError(f"SOP tidak mempunyai tahap {stage}.")
        if position(place.sop, stage, lane) is None:
            name = place.sop.lane_name(lane)
            msg = f"SOP tidak memberi {name} langkah di tahap {stage}. Pilih petak yang berjalur."
            raise DomainError(msg, topic=panduan.ATURAN_JALUR)
        forward_here = stage == here and position(place.sop, stage, lane, after=place.step.step)
        if stage > here or forward_here:
            self._move_forward(place, stage, lane)
        elif stage == here:
            self._return_in_stage(place, lane, reason)
        else:
            self.send_back(berkas_id, stage, reason or "", lane)

    def send_back(
        self, berkas_id: int, stage: int, reason: str, lane: LaneCode | None = None
    ) -> None:
        """Return the berkas to the start of an earlier stage, or to `lane`'s first step in it.

        Raises DomainError.
        """
        place = self._places.of(berkas_id)
        reason = _checked_reason(reason, "mengembalikan")
        if not 1 <= stage < place.run.stage:
            raise DomainError("Berkas hanya dapat dikembalikan ke tahap sebelumnya.")
        self._refuse_return(place.facts, stage)
        name = place.sop.stage(stage).short_name
        index = 0 if lane is None else position(place.sop, stage, lane) or 0
        with self._store.write("berkas.kembali", Kind.BERKAS, berkas_id=berkas_id) as entry:
            self._close(place, "kembali", reason)
            self._places.open_run(berkas_id, place.sop, stage, index, self._places.today(place))
            entry.say(
                f"Dikembalikan dari tahap {place.run.stage} ke tahap {stage} ({name}): {reason}",
                sebelum={"tahap": place.run.stage},
                sesudah={"tahap": stage, "alasan": reason},
            )

    def cancel(self, berkas_id: int, reason: str) -> None:
        """Stop the berkas; its record and letters stay. Raises DomainError."""
        place = self._places.of(berkas_id)
        reason = _checked_reason(reason, "membatalkan")
        if place.facts.register_applied:
            msg = (
                "Daftar sudah diselaraskan dengan Keputusan berkas ini, jadi berkas tidak dapat "
                "dibatalkan. Selesaikan berkas ini, lalu buat berkas baru untuk mengubahnya."
            )
            raise DomainError(msg, topic=panduan.SUDAH_SELARAS)
        with self._store.write("berkas.batal", Kind.BERKAS, berkas_id=berkas_id) as entry:
            self._close(place, "batal", reason)
            entry.say(f"Berkas dibatalkan: {reason}", sebelum={"tahap": place.run.stage})

    # Inside a write

    def _advance(self, place: BerkasPlace, entry: Entry) -> bool:
        """One step onwards; False when that finished the berkas."""
        stage = place.sop.stage(place.run.stage)
        lacks = blocking(stage, place.step.step, place.facts)
        if lacks:
            listed = "\n".join(f"• {lack.text}" for lack in lacks)
            raise IncompleteError(f"Belum dapat dilanjutkan:\n{listed}", lacks)
        today = self._places.today(place)
        index = next_step(stage, place.step.step, place.facts)
        self._places.close_step(place, today)
        if index is not None:
            self._places.open_step(place.run.id, stage.steps[index].lane, index, today)
            lane = place.sop.lane_name(stage.steps[index].lane)
            entry.say(f"Tahap {stage.number}: diteruskan kepada {lane}.")
            return True
        self._places.close_run(place, today, "maju")
        if stage.number == len(place.sop.stages):
            entry.say("Berkas selesai.")
            return False
        upcoming = place.sop.stage(stage.number + 1)
        self._places.open_run(place.row.id, place.sop, upcoming.number, 0, today)
        entry.say(
            f"Tahap {stage.number} selesai; tahap {upcoming.number} "
            f"({upcoming.short_name}) dimulai."
        )
        return True

    def _move_forward(self, place: BerkasPlace, stage: int, lane: LaneCode) -> None:
        if stage > place.run.stage + 1:
            msg = "Berkas hanya dapat dilanjutkan satu tahap sekaligus."
            raise DomainError(msg, topic=panduan.BUKAN_TAHAPNYA)
        berkas_id = place.row.id
        with self._store.write("berkas.maju", Kind.BERKAS, berkas_id=berkas_id) as entry:
            while (place.run.stage, place.step.lane) != (stage, lane):
                if place.run.stage > stage or not self._advance(place, entry):
                    break
                place = self._places.of(berkas_id)
            else:
                return
            msg = (
                f"Langkah {place.sop.lane_name(lane)} di tahap {stage} sekarang tidak diperlukan, "
                "jadi dilewati oleh SOP."
            )
            raise DomainError(msg, topic=panduan.ATURAN_JALUR)

    def _return_in_stage(self, place: BerkasPlace, lane: LaneCode, reason: str | None) -> None:
        reason = _checked_reason(reason or "", "mengembalikan")
        index = position(place.sop, place.run.stage, lane)
        if index is None:  # a cell that only an older SOP had
            raise DomainError("Langkah itu tidak ada di SOP berkas ini.")
        with self._store.write("berkas.kembali", Kind.BERKAS, berkas_id=place.row.id) as entry:
            today = self._places.today(place)
            self._places.close_step(place, today, reason)
            self._places.open_step(place.run.id, lane, index, today)
            entry.say(
                f"Tahap {place.run.stage}: dikembalikan kepada "
                f"{place.sop.lane_name(lane)}: {reason}",
                sesudah={"alasan": reason},
            )

    def _close(self, place: BerkasPlace, outcome: str, reason: str) -> None:
        today = self._places.today(place)
        self._places.close_step(place, today)
        self._places.close_run(place, today, outcome, reason)

    def _refuse_return(self, facts: Facts, stage: int) -> None:
        if facts.register_applied and stage < STAGE_NUMBER[StageKind.PEMUTAKHIRAN]:
            raise DomainError(NO_WAY_BACK, topic=panduan.SUDAH_SELARAS)
        if facts.keputusan_signed and stage < STAGE_NUMBER[StageKind.PENETAPAN]:
            msg = (
                "Keputusan sudah ditandatangani. Kembalikan ke tahap 3, batalkan pencatatan "
                "nomornya di sana, lalu kembalikan lagi ke tahap ini."
            )
            raise DomainError(msg, topic=panduan.KEPUTUSAN_TERKUNCI)


def _upcoming(sop: Sop, number: int, step: int, facts: Facts) -> str:
    stage = sop.stage(number)
    index = next_step(stage, step, facts)
    if index is None:
        if number == len(sop.stages):
            return ""
        stage, index = sop.stage(number + 1), 0
    upcoming = stage.steps[index]
    return f"{sop.lane_name(upcoming.lane)} {upcoming.activity}"


def _checked_title(judul: str) -> str:
    judul = " ".join(judul.split())
    if not judul:
        raise DomainError("Judul berkas belum diisi.", field="judul")
    return judul


def _checked_reason(reason: str, what: str) -> str:
    reason = reason.strip()
    if not reason:
        raise NeedsReasonError(f"Tuliskan alasan {what} berkas.", field="alasan")
    return reason
