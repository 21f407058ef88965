"""The uji konsekuensi of the sample: words and participants from contoh.toml."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sopapp.domain.uji import IsiUji, Kesimpulan, Peserta


def sample_tests(data: Mapping[str, Any], day: date) -> dict[str, IsiUji]:
    """The test of each sample entry by its informasi, held on `day`."""
    units = {unit["kode"]: unit for unit in data["unit"]}
    words = data["uji"]
    present = tuple(
        Peserta(official["nama"], official["jabatan"])
        for role in words["peran_peserta"]
        for official in data["pejabat"]
        if official["peran"] == role
    )
    return {
        entry["informasi"]: IsiUji(
            tanggal=day,
            tempat=words["tempat"],
            kepentingan_publik=entry["kepentingan_publik"],
            kepatutan=entry["kepatutan"],
            pasal_18=False,
            persetujuan=False,
            kesimpulan=Kesimpulan.SEBAGIAN if entry.get("bagian") else Kesimpulan.SELURUHNYA,
            alasan=entry["alasan"],
            peserta=(
                *present,
                Peserta(
                    words["nama_pimpinan"].format(kode=entry["unit"]),
                    units[entry["unit"]]["pimpinan"],
                ),
            ),
        )
        for entry in data["entri"]
    }
