"""A request for information as the office takes it in."""

from __future__ import annotations

from sopapp.domain.permohonan import PermohonanInput
from tests.conftest import TODAY

REQUEST = PermohonanInput(
    nomor_pendaftaran="07/PI/XI/2026",
    diterima=TODAY,
    nama="Antonius Contoh",
    alamat="Jalan Peragaan Nomor 3",
    kontak="0812 3456 7890",
    rincian="Nama pelapor pengaduan konsumen",
)
