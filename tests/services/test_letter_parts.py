"""Parts of letters that come from the register."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from sopapp.app import App
from sopapp.domain.uji import Kesimpulan
from tests.conftest import Office
from tests.services import carrying


def test_a_lampiran_names_the_part_that_is_excluded(
    app: App, office: Office, tmp_path: Path
) -> None:
    berkas_id = carrying.to_validasi(app, office.units)
    part = dataclasses.replace(carrying.complete("Data pemohon"), bagian="nomor rekening")
    usulan_id = app.usulan.add(berkas_id, office.units[0], carrying.JenisUsulan.BARU, part)
    app.uji.record(usulan_id, carrying.weighed(app, Kesimpulan.SEBAGIAN), part)
    carrying.to_penetapan(app, berkas_id)
    printed = app.surat.compose(app.keputusan.draft(berkas_id))

    (row,) = printed.daftar
    assert row.informasi == "Data pemohon (bagian yang dikecualikan: nomor rekening)"

    carrying.sign(app, berkas_id, "1")
    carrying.apply(app, berkas_id, tmp_path)
    (public,) = app.ekspor.value_of_berkas(berkas_id).baris
    assert public.informasi == row.informasi
