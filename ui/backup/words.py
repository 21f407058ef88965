"""Sentences about backups, the same in tab, banner and dialogs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopapp.domain.ribuan import ribuan
from sopapp.domain.tanggal import waktu
from ui.widgets.breakable import breakable

if TYPE_CHECKING:
    from sopapp.backup.manifest import BundleInfo, Details
    from sopapp.services.cadangan_job import BackupOutcome

REASONS = {
    "tutup": "Saat ditutup",
    "harian": "Harian",
    "impor": "Sebelum impor",
    "migrasi": "Sebelum pembaruan",
    "diminta": "Diminta",
    "pulih": "Sebelum pemulihan",
}
KEPT = (
    "Data yang sekarang tidak dihapus. Semuanya dipindahkan ke folder sebelum-pulih-… di dalam "
    "folder data, dan dapat dipakai lagi."
)
_UNITS = ("B", "KB", "MB", "GB", "TB")
_STEP = 1000
_FEW = 3


def size(count: float) -> str:
    """`1,4 GB`."""
    unit = 0
    while count >= _STEP and unit < len(_UNITS) - 1:
        count /= _STEP
        unit += 1
    told = f"{count:.1f}".replace(".", ",") if unit and count < 100 else f"{count:.0f}"
    return f"{told} {_UNITS[unit]}"


def listed(names: tuple[str, ...]) -> str:
    """The first few, and how many more."""
    more = len(names) - _FEW
    told = "; ".join(names[:_FEW])
    return f"{told}; dan {more} lagi" if more > 0 else told


def outcome_words(outcome: BackupOutcome) -> tuple[str, str]:
    """A sentence and its tone for how a backup ended."""
    parts = []
    if outcome.unchanged:
        parts.append("Tidak ada perubahan sejak cadangan terakhir; semuanya sudah dicadangkan.")
    if outcome.local:
        what = "Cadangan di komputer ini" if outcome.outside_problem else "Cadangan"
        new = outcome.copied_files
        copied = f"; {ribuan(new)} file baru disalin" if new else ""
        parts.append(f"{what} selesai dan sudah diperiksa{copied}.")
    elif outcome.outside:
        parts.append("Cadangan di tempat kedua selesai dan sudah diperiksa.")
    if outcome.problem:
        parts.append(f"Cadangan di folder data tidak dibuat. {outcome.problem}")
    if outcome.outside_problem:
        parts.append(f"Salinan di tempat kedua tidak dibuat. {outcome.outside_problem}")
    if outcome.damaged:
        parts.append(damage_words(outcome.damaged))
    bad = outcome.problem or outcome.outside_problem or outcome.damaged
    return " ".join(parts), "warn" if bad else "ok"


def damage_words(damaged: tuple[str, ...]) -> str:
    """Stored files that could not be backed up, and what to do."""
    told = listed(tuple(each.rstrip(".") for each in damaged))
    return (
        f"{ribuan(len(damaged))} file tersimpan hilang atau berubah: {told}. "
        "Jalankan Periksa data di Pengaturan, bagian Cadangan."
    )


def contents_words(info: BundleInfo, details: Details) -> str:
    """What is inside a bundle, in lines."""
    what = (
        f"{ribuan(details.berkas)} berkas, {ribuan(details.surat)} surat, "
        f"{ribuan(details.entri)} informasi, {ribuan(len(details.files))} file tersimpan"
    )
    lines = [
        f"Instansi: {details.instansi or '(belum diisi)'}",
        f"Dibuat: {waktu(info.made)}",
        f"Isi: {what}",
        f"Riwayat sampai nomor {ribuan(info.riwayat)}; skema data versi {info.schema}",
        f"File: {breakable(str(info.path))}",
    ]
    if details.damaged:
        names = tuple(each.name for each in details.damaged)
        lines.append(f"Sudah hilang saat dicadangkan: {listed(names)}")
    return "\n".join(lines)
