"""Whether the PC's clock can be believed: a letter's date and every due date hang on it."""

from __future__ import annotations

from datetime import timedelta

from sopapp.domain.tanggal import hari_tanggal, waktu
from sopapp.persistence.store import Store
from sopapp.persistence.stored_time import utc_moment

_BACK = timedelta(hours=1)
"""So much earlier than the last record a clock may be: it is set right now and then."""
_AHEAD = timedelta(days=400)
"""An office that uses the program once a year still stays below this."""


def clock_warning(store: Store) -> str | None:
    """A sentence when the clock stands before the last record or far after it, else None."""
    sql = "SELECT waktu FROM riwayat ORDER BY id DESC LIMIT 1"
    last = store.database.execute_sql(sql).fetchone()
    if last is None:
        return None
    recorded, now = utc_moment(last[0]), store.clock.now()
    today = hari_tanggal(store.clock.today())
    day = hari_tanggal(recorded.astimezone().date())
    if now < recorded - _BACK:
        if today == day:  # the hours tell what the days do not
            today, day = waktu(now), waktu(recorded)
        return (
            f"Jam komputer menunjuk {today}, lebih awal daripada catatan terakhir ({day}). "
            "Betulkan tanggal dan jam komputer sebelum memberi nomor atau mencetak surat."
        )
    if now > recorded + _AHEAD:
        return (
            f"Jam komputer menunjuk {today}, jauh sesudah catatan terakhir ({day}). Periksa "
            "apakah tanggal komputer benar sebelum memberi nomor atau mencetak surat."
        )
    return None
