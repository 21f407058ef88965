"""Parts of letters that come from the register."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from sopapp.app import App
from sopapp.documents.build import build
from sopapp.domain.sop import DasarHukum
from sopapp.domain.uji import Kesimpulan
from sopapp.services.letter_parts import mengingat
from sopapp.sop_file import bundled_sop_text, parse_sop
from tests.conftest import Office
from tests.documents.reading import page_texts
from tests.documents.samples import KEPUTUSAN
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


def test_mengingat_goes_by_rank_then_year_then_number_however_the_sop_has_them() -> None:
    right = (
        "Undang-Undang Nomor 8 Tahun 2008 tentang A",
        "Undang-Undang Nomor 14 Tahun 2008 tentang B",
        "Undang-Undang Nomor 27 Tahun 2022 tentang C",
        "Peraturan Pemerintah Nomor 61 Tahun 2010 tentang Pelaksanaan UU Nomor 14 Tahun 2008",
        "Peraturan Menteri Dalam Negeri Nomor 3 Tahun 2017 tentang D",
        "Peraturan Lembaga Contoh Nomor 9 Tahun 2019 tentang E",
        "Peraturan Komisi Informasi Nomor 1 Tahun 2021 tentang F",
        "Peraturan Daerah Nomor 5 Tahun 2016 tentang G",
        "Peraturan Gubernur Contoh Nomor 3 Tahun 2021 tentang H",
        "Peraturan Gubernur Contoh Nomor 22 Tahun 2022 tentang I",
        "Keputusan Gubernur Contoh Nomor 91/KEP/HK/2019 tentang J",
        "Kesepakatan bersama tanpa nomor",
    )
    laws = tuple(DasarHukum(text, text) for text in reversed(right))
    sop = parse_sop(bundled_sop_text(), "sop")._replace(dasar_hukum=laws)
    assert mengingat(sop) == right
    paper = dataclasses.replace(KEPUTUSAN, mengingat=mengingat(sop))
    text = " ".join("".join(page_texts(build(paper))).split())
    places = [text.find(law[:24]) for law in right]
    assert places == sorted(places)
