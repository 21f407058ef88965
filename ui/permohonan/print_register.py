"""The register of refused requests as sheets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sopapp.documents.list_content import KolomCetak, TabelCetak
from sopapp.domain.tanggal import tanggal_pendek
from sopapp.publication.tabel_xlsx import TabelExcel
from sopapp.services.letter_parts import full_name
from ui.permohonan.request_row import RequestRow, due_text, status_text

if TYPE_CHECKING:
    from sopapp.app import App

JUDUL = "Register Permohonan Informasi yang Ditolak"
_KEEP_IN = "Memuat data pribadi pemohon: tidak untuk diumumkan."
_COLUMNS = (
    ("No.", 4), ("Nomor Pendaftaran", 14), ("Diterima", 10), ("Pemohon", 24),
    ("Informasi yang Diminta", 32), ("Informasi dalam Daftar", 28), ("Tenggat", 16),
    ("Keadaan", 18), ("Keterangan", 20),
)  # fmt: skip


def printed_register(app: App, rows: Iterable[RequestRow], keterangan: str) -> TabelCetak:
    """The rows given; the paper itself says that it is not to be published."""
    return TabelCetak(
        page=app.setting.letters().page(),
        instansi=full_name(app.instansi.get()),
        judul=JUDUL,
        keterangan=f"{keterangan} {_KEEP_IN}".strip(),
        kolom=tuple(KolomCetak(title, float(share)) for title, share in _COLUMNS),
        baris=tuple(_line(app, number, row) for number, row in enumerate(rows, start=1)),
        tanggal_cetak=app.clock.today(),
    )


def workbook(register: TabelCetak) -> TabelExcel:
    """The same register for a workbook."""
    return TabelExcel(
        lembar="Register",
        instansi=register.instansi,
        judul=register.judul,
        keterangan=register.keterangan,
        kolom=tuple((column.judul, column.bobot) for column in register.kolom),
        baris=register.baris,
        ditulis=register.tanggal_cetak,
    )


def _line(app: App, number: int, row: RequestRow) -> tuple[str, ...]:
    request = row.permohonan
    data = request.data
    day = request.surat.tanggal if request.surat else None
    grounds = [each.judul for each in app.permohonan.entries(data.entri_ids, day)]
    dated = f"\n{tanggal_pendek(day)}" if day else ""
    notes = (
        f"BATAL: {request.batal}" if request.batal else "",
        f"Ditolak sebagian: {data.ditolak}" if data.ditolak else "",
        f"Diperpanjang: {data.perpanjangan}" if data.perpanjangan else "",
    )
    return (
        str(number),
        data.nomor_pendaftaran,
        tanggal_pendek(data.diterima),
        "\n".join(text for text in (data.nama, data.alamat, data.kontak) if text),
        data.rincian,
        "\n".join(grounds),
        due_text(row),
        status_text(request) + dated,
        "\n".join(note for note in notes if note),
    )
