"""What a unit's sheet leaves unsaid: present entries whose rows are not in it."""

from __future__ import annotations

from collections.abc import Container, Sequence

from sopapp.domain.formulir import entri_id_of, kode
from sopapp.domain.impor import BarisImpor, Kolom
from sopapp.domain.ribuan import ribuan
from sopapp.services.impor_keadaan import Keadaan, title

_NAMED = 8


def absent_remark(
    rows: Sequence[BarisImpor], kolom: Container[Kolom], now: Keadaan
) -> tuple[str, ...]:
    """A remark on entries that a form held and that came back without; () for none.

    A sheet that names no entry by its code is the unit's own and need not hold them.
    """
    if now.unit_id is None or Kolom.KODE not in kolom:
        return ()
    coded = [row for row in rows if row.lembar.sel(Kolom.KODE)]
    if not any(entri_id_of(row.lembar.sel(Kolom.KODE)) in now.entri for row in coded):
        return ()
    seen = {row.entri_id for row in rows}
    for row in coded:
        if row.entri_id is None:  # a wrong code; its title still says which one it is
            seen.update(now.by_title.get((now.unit_id, title(row.lembar.sel(Kolom.INFORMASI))), ()))
    missing = [kode(each) for each in now.entri if each not in seen]
    if not missing:
        return ()
    named = ", ".join(missing[:_NAMED]) + (", …" if len(missing) > _NAMED else "")
    text = (
        f"{ribuan(len(missing))} informasi {now.units[now.unit_id]} di daftar tidak ada di "
        f"lembar ini ({named}); tidak ada yang diusulkan untuknya, jadi tetap "
        "dikecualikan. Tanyakan bila barisnya dihapus."
    )
    return (text,)
