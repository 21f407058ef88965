"""The SOP sheet as the office prints it, out of the version that runs the board."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sopapp.documents.content import LangkahSop, LembarSop, TahapSop
from sopapp.documents.paper_parts import Kop, Signer
from sopapp.domain.errors import DomainError
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.nip import nip_printed
from sopapp.domain.sop import Sop, SopHead, Stage
from sopapp.domain.tanggal import tanggal
from sopapp.services.checked_input import checked_input
from sopapp.services.letter_parts import signature_block
from sopapp.services.office_parts import OfficeParts
from sopapp.services.sop import SopService

_JUDGING = frozenset({"usulan_dinilai", "keputusan_bernomor"})
"""Requirements by which a step judges the work of another: it lets it pass or sends it back."""


@checked_input()
class LembarSopService:
    """Composes the sheet; changes nothing."""

    def __init__(self, parts: OfficeParts, sop: SopService) -> None:
        self._parts = parts
        self._sop = sop

    def compose(self, sop_id: int | None = None) -> LembarSop:
        """The sheet of a version, of the present one without an id. Raises NotFoundError.

        What is blank in the SOP is blank on the sheet, but for who confirmed it.
        """
        sop = self._sop.current() if sop_id is None else self._sop.get(sop_id)
        head = sop.head
        return LembarSop(
            kop=self._kop(head),
            page=self._parts.page(JenisNaskah.SOP),
            kepala=_head_rows(head),
            nama=head.nama,
            pengesah=self._confirmed_by(head, sop_id),
            dasar_hukum=tuple(law.teks for law in sop.dasar_hukum),
            keterkaitan=sop.keterkaitan,
            peringatan=sop.peringatan,
            peralatan=_lines(head.peralatan),
            kualifikasi=(),  # the SOP file has none
            pencatatan=sop.pencatatan,
            pelaksana=tuple(lane.name for lane in sop.lanes),
            tahap=tuple(_stage(sop, stage) for stage in sop.stages),
            total=_working_days(sop.total_hari_kerja),
        )

    def _kop(self, head: SopHead) -> Kop:
        """The office that the SOP names, with the letterhead's logo where there is one."""
        try:
            kop = self._parts.kop()
        except DomainError:  # an office that has not named itself yet may read its SOP
            kop = Kop("", "", ())
        return replace(kop, pemerintah=head.pemerintah, instansi=head.instansi)

    def _confirmed_by(self, head: SopHead, sop_id: int | None) -> Signer:
        """Who the SOP says, else the present official who signs the sheet.

        A NIP that the SOP has without a name is not his; it stands only where there is nobody.
        """
        jabatan = head.disahkan_jabatan.upper()
        if head.disahkan_nama:
            nip = nip_printed(head.disahkan_nip)
            return Signer((jabatan,), head.disahkan_nama, None, nip or None)
        try:
            official = self._parts.official(JenisNaskah.SOP, None, sop_id)
        except DomainError:  # nobody is in office: the pen writes the name
            return Signer((jabatan,), "", None, nip_printed(head.disahkan_nip) or None)
        return signature_block(replace(official, selaku=""))


def _head_rows(head: SopHead) -> tuple[tuple[str, str], ...]:
    return (
        ("Nomor SOP", head.nomor),
        ("Tanggal Pembuatan", _day(head.tanggal_pembuatan)),
        ("Tanggal Revisi", _day(head.tanggal_revisi)),
        ("Tanggal Efektif", _day(head.tanggal_efektif)),
        ("Pengawas", head.pengawas),
        ("Kontak/Telepon", head.kontak),
    )


def _stage(sop: Sop, stage: Stage) -> TahapSop:
    place = {lane.code: index for index, lane in enumerate(sop.lanes)}
    return TahapSop(
        nomor=stage.number,
        kegiatan=stage.name,
        langkah=tuple(
            LangkahSop(place[step.lane], step.activity, _can_send_back(stage, index))
            for index, step in enumerate(stage.steps)
        ),
        kelengkapan=stage.kelengkapan,
        waktu=_working_days(stage.hari_kerja),
        output=stage.output,
        keterangan=stage.keterangan,
    )


def _can_send_back(stage: Stage, index: int) -> bool:
    """Whether the step decides the way: a step that may be left out follows it, or it judges."""
    following = stage.steps[index + 1 : index + 2]
    forks = any(step.only_if is not None for step in following)
    return forks or not _JUDGING.isdisjoint(stage.steps[index].needs)


def _day(day: date | None) -> str:
    return "" if day is None else tanggal(day)


def _working_days(days: int) -> str:
    return f"{days} hari kerja"


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
