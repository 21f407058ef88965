"""Pejabat: who signs what, in which capacity and since when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from sopapp.domain.changes import Kind
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.pejabat import (
    SIGNING_ROLES,
    Pejabat,
    PejabatInput,
)
from sopapp.domain.riwayat import JenisCatatan
from sopapp.domain.sop import LaneCode
from sopapp.domain.tanggal import tanggal_pendek
from ui.settings.pejabat_fields import PejabatFields
from ui.settings.record_tab import RecordTab
from ui.settings.signature_preview import SignaturePreview
from ui.widgets.form import FormPanel
from ui.widgets.rows_model import Column, RowsModel

if TYPE_CHECKING:
    from ui.context import UiContext

_INPUTS = (
    "nama", "jabatan", "selaku", "nip", "atas_nama", "melalui", "ranks", "pangkat", "golongan",
    "kepegawaian", "status", "peran", "mandate", "dari", "sampai", "warned",
)  # fmt: skip


class PejabatTab(RecordTab):
    """Officials; a past term is ended, not overwritten."""

    kinds = (Kind.PEJABAT, Kind.SOP)
    printed = ("nama", "nip", "pangkat", "jabatan", "selaku", "atas_nama", "melalui")
    record_kind = JenisCatatan.PEJABAT
    new_title = "Pejabat baru"
    edit_title = "Pejabat terpilih"
    remove_question = (
        "Hapus pejabat “{}”? Surat yang sudah dicetak tidak berubah. Bila masa jabatannya "
        "berakhir, lebih baik isi “berlaku sampai”."
    )

    def __init__(self, context: UiContext) -> None:
        self._today = context.app.clock.today()
        self._listed: tuple[Pejabat, ...] = ()
        self._roles = {lane.code: lane.name for lane in context.app.sop.current().lanes}
        columns: tuple[Column[Pejabat], ...] = (
            Column("Nama", lambda row: row.data.nama, 34, grows=True),
            Column("Peran", lambda row: self._role_words(row.data.peran), 22, grows=True),
            Column("Berlaku", _term, 28, folded=14),
            Column("Jabatan", _post, 34, grows=True, spare=True),
        )
        model = RowsModel(
            columns,
            key=lambda row: row.id,
            muted=lambda row: not row.in_office(self._today),
        )
        super().__init__(context, model, "Pejabat")

    def build_form(self, form: FormPanel) -> None:
        """All that is known of an official."""
        self.fields = PejabatFields(form, self._roles, self._today)
        for name in _INPUTS:
            setattr(self, name, getattr(self.fields, name))
        self.fields.changed.connect(self._on_input)

    def below_table(self) -> tuple[QWidget, ...]:
        """The block as it stands under a letter."""
        self.preview = SignaturePreview(self)
        return (self.preview,)

    def records(self) -> tuple[Pejabat, ...]:
        """Signers first, then by name; who is out of office last."""

        def place(row: Pejabat) -> tuple[bool, bool, str]:
            return (
                not row.in_office(self._today),
                row.data.peran not in SIGNING_ROLES,
                row.data.nama,
            )

        self._listed = tuple(sorted(self.context.app.pejabat.list(), key=place))
        return self._listed

    def blank(self) -> PejabatInput:
        """From today, in the first signing role that nobody holds."""
        held = {row.data.peran for row in self._listed if row.in_office(self._today)}
        role = next((each for each in SIGNING_ROLES if each not in held), SIGNING_ROLES[0])
        return PejabatInput("", "", role, self._today)

    def input_of(self, record: Pejabat) -> PejabatInput:
        """The official's data."""
        return record.data

    def name_of(self, record: Pejabat) -> str:
        """The official's name."""
        return record.data.nama

    def value(self) -> PejabatInput:
        """The official as typed."""
        return self.fields.value()

    def show_value(self, value: PejabatInput) -> None:
        """Fill the form."""
        self.fields.show_value(value)
        self._follow()

    def first_field(self) -> QWidget:
        """The name."""
        return self.fields.nama

    def add(self, value: PejabatInput) -> int:
        """Store a new official."""
        return self.context.app.pejabat.add(value)

    def edit(self, record_id: int, value: PejabatInput) -> None:
        """Store a changed official."""
        self.context.app.pejabat.edit(record_id, value)

    def remove(self, record_id: int) -> None:
        """Remove an official."""
        self.context.app.pejabat.remove(record_id)

    def _role_words(self, peran: LaneCode | None) -> str:
        return "Lainnya" if peran is None else self._roles.get(peran, "")

    def _on_input(self, *_args: object) -> None:
        if not self._filling:
            self._follow()
        self.touch()

    def _follow(self) -> None:
        """Draw the block and say what looks wrong, as it is typed."""
        value = self.value()
        self.preview.show_official(value)
        self.fields.warn(self._others(), self._decider(), judge=self._typed(value))

    def _typed(self, value: PejabatInput) -> bool:
        """Whether there is an official to judge; a blank form is not two holders of a post."""
        return self.editing is not None or bool(value.nama or value.jabatan or value.nip)

    def _others(self) -> list[PejabatInput]:
        return [row.data for row in self._listed if row.id != self.editing]

    def _decider(self) -> LaneCode:
        return self.context.app.setting.naskah(JenisNaskah.KEPUTUSAN).signer


def _post(row: Pejabat) -> str:
    words = row.data.status.prefix + row.data.jabatan
    return f"{words} (a.n. {row.data.atas_nama})" if row.data.atas_nama else words


def _term(row: Pejabat) -> str:
    start, end = row.data.berlaku_dari, row.data.berlaku_sampai
    if end is None:
        return f"sejak {tanggal_pendek(start)}"
    return f"{tanggal_pendek(start)} – {tanggal_pendek(end)}"
