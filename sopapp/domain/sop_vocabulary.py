"""The words that an SOP file may use for what a step needs and when it applies."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

REQUIREMENTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "unit_dipilih": "Unit kerja yang diminta sudah dipilih.",
        "nota_dinas_bernomor": "Setiap Nota Dinas permintaan sudah bernomor.",
        "nota_dinas_dicetak": "Setiap Nota Dinas permintaan sudah dicetak.",
        "unit_terjawab": "Setiap unit kerja sudah menjawab atau ditutup dengan alasan.",
        "usulan_dinilai": "Setiap usulan sudah dinilai atau dikembalikan.",
        "usulan_diperbaiki": "Setiap usulan yang dikembalikan sudah diperbaiki unit kerja.",
        "usulan_diputus": "Setiap usulan sudah diputus dikecualikan atau terbuka.",
        "keputusan_disusun": "Keputusan beserta lampirannya sudah disusun.",
        "keputusan_dicetak": "Keputusan beserta lampirannya sudah dicetak.",
        "keputusan_bernomor": "Nomor dan tanggal Keputusan yang ditandatangani sudah dicatat.",
        "keputusan_dipindai": "Hasil pindai Keputusan yang ditandatangani sudah dilampirkan.",
        "register_diselaraskan": "Register sudah diselaraskan dengan Keputusan.",
        "daftar_ditulis": "Daftar yang dapat diumumkan sudah ditulis.",
        "daftar_diumumkan": "Tempat dan tanggal pengumuman daftar sudah dicatat.",
        "arsip_dibuat": "Bundel arsip sudah dibuat.",
    }
)
"""Key of `syarat` in the SOP file, and what must hold before the step is left."""

CONDITIONS: Final[Mapping[str, str]] = MappingProxyType(
    {"ada_usulan_dikembalikan": "Ada usulan yang dikembalikan kepada unit kerja."}
)
"""Key of `bila` in the SOP file, and what must hold for the step to apply at all."""

REQUIREMENT_KEYS: Final = tuple(REQUIREMENTS)
CONDITION_KEYS: Final = tuple(CONDITIONS)
