"""What the table of requests shows of each unit."""

from __future__ import annotations

from PySide6.QtCore import Qt

from sopapp.domain.tanggal import tanggal_pendek
from sopapp.services.permintaan import Jawaban, Permintaan
from ui.widgets.rows_model import Column


def _answer(p: Permintaan) -> str:
    if p.jawaban is None:
        return "belum"
    if p.jawaban is Jawaban.USULAN:
        return "Usulan"
    return p.jawaban.label


def _printed(p: Permintaan) -> str:
    if p.surat_id is None:
        return "–"
    return "sudah" if p.dicetak else "belum"


_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
COLUMNS = (
    Column("Unit kerja", lambda p: p.unit.nama, 40, align=_MIDDLE),
    Column(
        "Nomor Nota Dinas", lambda p: p.nomor or ("belum" if p.surat_id else "–"), 32, align=_MIDDLE
    ),
    Column("Tanggal", lambda p: tanggal_pendek(p.diminta) if p.diminta else "–", 15, align=_MIDDLE),
    Column("Dicetak", _printed, 11, align=_MIDDLE),
    Column("Jawaban", _answer, 21, align=_MIDDLE),
    Column("Dijawab", lambda p: tanggal_pendek(p.dijawab) if p.dijawab else "–", 15, align=_MIDDLE),
    Column("Usulan", lambda p: str(p.usulan_count) if p.usulan_count else "–", 9, align=_MIDDLE),
)
