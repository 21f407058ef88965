"""What the table of requests shows of each unit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt

from sopapp.domain.ribuan import ribuan
from sopapp.domain.surat import Surat
from sopapp.domain.tanggal import tanggal_pendek
from sopapp.services.permintaan import Jawaban, Permintaan
from ui.berkas.reminding import reminders_by_unit
from ui.surat.letter_look import STATUS_TONE, LetterModel
from ui.widgets.rows_model import Column

_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_STALE = "Cetak ulang"


class RequestModel(LetterModel[Permintaan]):
    """The units in order, each with the state of its letter and what it answered."""

    state_column = 3

    def __init__(self, parent: QObject) -> None:
        self._letters: dict[int, Surat] = {}
        self._reminders: dict[int | None, tuple[Surat, ...]] = {}
        columns: tuple[Column[Permintaan], ...] = (
            Column("Unit kerja", lambda p: p.unit.nama, 34, align=_MIDDLE, grows=True),
            Column("Nomor Nota Dinas", _number, 38, align=_MIDDLE),
            Column(
                "Tanggal", lambda p: tanggal_pendek(p.diminta) if p.diminta else "–", 16,
                align=_MIDDLE,
            ),
            Column("Surat", self._state, 18, align=_MIDDLE),
            Column("Jawaban", self._answer, 25, align=_MIDDLE),
            Column(
                "Dijawab", lambda p: tanggal_pendek(p.dijawab) if p.dijawab else "–", 16,
                align=_MIDDLE, spare=True,
            ),
            Column(
                "Usulan", lambda p: ribuan(p.usulan_count) if p.usulan_count else "–", 9,
                align=_MIDDLE,
            ),
        )  # fmt: skip
        super().__init__(columns, key=lambda p: p.id, parent=parent)

    def show_requests(self, rows: Sequence[Permintaan], letters: Sequence[Surat]) -> None:
        """Show the requests with the letters of their berkas."""
        self._letters = {surat.id: surat for surat in letters}
        self._reminders = reminders_by_unit(letters)
        self.set_rows(rows)

    @property
    def letters(self) -> tuple[Surat, ...]:
        """All letters of the berkas."""
        return tuple(self._letters.values())

    def letter(self, request: Permintaan | None) -> Surat | None:
        """The letter of a request."""
        if request is None or request.surat_id is None:
            return None
        return self._letters.get(request.surat_id)

    def reminders(self, request: Permintaan) -> tuple[Surat, ...]:
        """The reminders to a unit that are not void, oldest first."""
        return self._reminders.get(request.unit.id, ())

    def tone(self, row: Permintaan) -> str:
        """The token of the letter's state."""
        surat = self.letter(row)
        if surat is None:
            return ""
        return "warn" if _stale(surat) else STATUS_TONE[surat.status]

    def _state(self, row: Permintaan) -> str:
        surat = self.letter(row)
        if surat is None:
            return "–"
        return _STALE if _stale(surat) else surat.status.label

    def _answer(self, row: Permintaan) -> str:
        if row.jawaban is Jawaban.USULAN:
            return "Usulan"
        if row.jawaban is not None:
            return row.jawaban.label
        reminders = self.reminders(row)
        sent = sum(bool(surat.nomor) for surat in reminders)
        if sent:
            return f"Belum, {sent}× diingatkan"
        return "Belum, draf pengingat" if reminders else "Belum"


def _number(row: Permintaan) -> str:
    return row.nomor or ("Belum" if row.surat_id else "–")


def _stale(surat: Surat) -> bool:
    """Whether what was printed says something else than the letter."""
    return bool(surat.cetakan) and not (surat.dicetak or surat.ditandatangani or surat.batal)
