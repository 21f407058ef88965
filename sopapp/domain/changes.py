"""What a write changed, so that every open view knows whether to refresh."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """Kinds of record that a view can depend on."""

    BERKAS = "berkas"
    PERMINTAAN = "permintaan"
    USULAN = "usulan"
    SURAT = "surat"
    DIK = "dik"
    ATTACHMENT = "attachment"
    PUBLIKASI = "publikasi"
    PERMOHONAN = "permohonan"
    INSTANSI = "instansi"
    UNIT_KERJA = "unit_kerja"
    PEJABAT = "pejabat"
    LIBUR = "libur"
    SETTING = "setting"
    SOP = "sop"


class Changes(NamedTuple):
    """The kinds touched by one service call and, where there is one, its berkas."""

    kinds: frozenset[Kind]
    berkas_id: int | None = None

    def touches(self, *kinds: Kind) -> bool:
        """Whether any of `kinds` changed."""
        return not self.kinds.isdisjoint(kinds)
