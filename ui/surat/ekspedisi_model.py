"""The Buku Ekspedisi as a table: who was handed which letter, and which letters wait."""

from __future__ import annotations

from PySide6.QtCore import QObject

from sopapp.domain.ekspedisi import BarisSerah
from sopapp.domain.tanggal import tanggal_pendek
from ui.surat.letter_look import LetterModel
from ui.widgets.rows_model import Column


def _state(line: BarisSerah) -> str:
    if line.id is None:
        return "Menunggu"
    return "Diterima" if line.diterima else "Diserahkan"


_TONES = {"Menunggu": "warn", "Diserahkan": "accent", "Diterima": "ok"}
_COLUMNS: tuple[Column[BarisSerah], ...] = (
    Column("Nomor surat", lambda line: line.nomor, 36, folded=20),
    Column("Kepada", lambda line: line.kepada, 27, grows=True),
    Column("Isi ringkas", lambda line: line.perihal, 32, grows=True),
    Column(
        "Tgl. kirim", lambda line: tanggal_pendek(line.dikirim) if line.dikirim else "", 15,
        key=lambda line: line.dikirim,
    ),
    Column(
        "Diterima", lambda line: tanggal_pendek(line.diterima) if line.diterima else "", 15,
        key=lambda line: line.diterima,
    ),
    Column("Penerima", lambda line: line.penerima, 20, grows=True),
    Column("Keadaan", _state, 14),
)  # fmt: skip


class EkspedisiModel(LetterModel[BarisSerah]):
    """Hand-overs, then letters that wait."""

    state_column = 6

    def __init__(self, parent: QObject) -> None:
        super().__init__(
            _COLUMNS, key=lambda line: (line.id, line.surat_id, line.kepada), parent=parent
        )

    def tone(self, row: BarisSerah) -> str:
        """The token of the state."""
        return _TONES[_state(row)]
