"""What keeps a uji konsekuensi, or the day of its Berita Acara, from being recorded."""

from __future__ import annotations

from datetime import date

from sopapp.domain import panduan
from sopapp.domain.dik import EntriDik, IsiDik, JenisUsulan, Putusan
from sopapp.domain.errors import DomainError
from sopapp.domain.kekurangan import must_mend
from sopapp.domain.tanggal import tanggal
from sopapp.domain.uji import IsiUji, kekurangan_uji
from sopapp.services.uji_rows import standing_tests
from sopapp.services.usulan import BUKA_TETAP_DIKECUALIKAN


def refuse_test(
    jenis: JenisUsulan, entry: EntriDik | None, uji: IsiUji, isi: IsiDik, today: date
) -> None:
    """Raise DomainError naming the field when this test of `isi` cannot be stored.

    `entry` is what a `tetap` usulan keeps, as the register has it today.
    """
    excludes = uji.kesimpulan.putusan is Putusan.DIKECUALIKAN
    if excludes and jenis is JenisUsulan.BUKA:
        raise DomainError(BUKA_TETAP_DIKECUALIKAN, field="kesimpulan", topic=panduan.DIBUKA_KEMBALI)
    if not isi.informasi.strip():
        raise DomainError("Informasi yang diuji belum disebut.", field="informasi")
    if uji.tanggal > today:
        msg = "Tanggal uji konsekuensi tidak boleh di masa depan."
        raise DomainError(msg, field="tanggal")
    lacking = [*(must_mend(isi) if excludes else ())]
    lacking += [lack for lack in kekurangan_uji(isi, uji) if not lack.warning]
    if lacking:
        head = "Belum dapat dikecualikan" if excludes else "Uji konsekuensi belum lengkap"
        words = " ".join(lack.text for lack in lacking)
        raise DomainError(
            f"{head}: {words}", field=lacking[0].field, topic=panduan.ISIAN_PENGECUALIAN
        )
    if excludes and jenis is JenisUsulan.TETAP and entry is not None:
        _refuse_ended(entry, isi, uji.tanggal)


def refuse_berita_acara_day(berkas_id: int, day: date, today: date) -> None:
    """Raise DomainError when the Berita Acara of a berkas cannot be dated `day`."""
    if day > today:
        msg = "Tanggal Berita Acara tidak boleh di masa depan."
        raise DomainError(msg, field="tanggal")
    last = max((test.uji.tanggal for _unit, test in standing_tests(berkas_id)), default=None)
    if last is not None and day < last:
        msg = (
            f"Uji terakhir dilakukan {tanggal(last)}; tanggal Berita Acara tidak boleh sebelum itu."
        )
        raise DomainError(msg, field="tanggal")


def _refuse_ended(entry: EntriDik, isi: IsiDik, day: date) -> None:
    """What is past its period has become public (PP 61/2010); it does not stay as it was."""
    if entry.berakhir is None or entry.berakhir >= day or isi.jangka != entry.isi.jangka:
        return
    msg = (
        f"Jangka waktunya sudah berakhir pada {tanggal(entry.berakhir)}, jadi tidak dapat “Tetap” "
        "begitu saja. Isi jangka waktu yang baru, simpulkan terbuka, atau hapus usulan ini lalu "
        "usulkan perpanjangannya pada tab Jangka waktu."
    )
    raise DomainError(msg, field="jangka", topic=panduan.JANGKA_BERAKHIR)
