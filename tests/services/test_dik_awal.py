"""The list that the office has becomes the first version."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta
from pathlib import Path

import pytest

from sopapp.app import App
from sopapp.domain.dik import JenisUsulan
from sopapp.domain.errors import DomainError
from tests.conftest import TODAY, Office
from tests.services import carrying
from tests.services.carrying import complete

DAY = date(2024, 3, 4)


def bring_in(app: App, office: Office, nomor: str = "5/KEP/2024", day: date = DAY) -> int:
    rows = [(office.units[1], complete("Dua")), (office.units[0], complete("Satu"))]
    return app.dik_awal.bring_in(nomor, day, rows)


def test_it_is_in_force_from_the_day_of_its_keputusan(app: App, office: Office) -> None:
    assert app.dik_awal.possible()
    bring_in(app, office)

    assert not app.dik_awal.possible()
    assert list(app.dik.as_of(DAY - timedelta(1))) == []
    entries = app.dik.as_of(DAY)
    assert [(e.isi.informasi, e.keputusan_nomor, e.mulai) for e in entries] == [
        ("Satu", "5/KEP/2024", DAY),
        ("Dua", "5/KEP/2024", DAY),
    ]
    (version,) = app.dik.terbitan()
    assert (version.nomor, version.tanggal, version.berkas_id, version.jumlah) == (
        "5/KEP/2024", DAY, None, 2,
    )  # fmt: skip


def test_it_is_brought_in_only_once(app: App, office: Office) -> None:
    bring_in(app, office)
    with pytest.raises(DomainError, match="sudah berisi"):
        bring_in(app, office, "6")
    assert len(app.dik.current()) == 2


@pytest.mark.parametrize(
    ("nomor", "day", "field"), [(" ", DAY, "nomor"), ("1", TODAY + timedelta(1), "tanggal")]
)
def test_what_cannot_be_is_refused_and_nothing_stored(
    app: App, office: Office, nomor: str, day: date, field: str
) -> None:
    with pytest.raises(DomainError) as caught:
        bring_in(app, office, nomor, day)
    assert caught.value.field == field
    assert app.dik_awal.possible()


def test_the_next_keputusan_names_and_follows_it(app: App, office: Office, tmp_path: Path) -> None:
    bring_in(app, office)
    berkas_id = carrying.to_validasi(app, office.units)
    entry = app.dik.current()[0]
    carrying.propose(
        app, berkas_id, office.units[0], complete("Satu baru"), JenisUsulan.UBAH, entry.id
    )
    carrying.to_penetapan(app, berkas_id)
    surat_id = app.keputusan.draft(berkas_id)
    printed = repr(app.surat.compose(surat_id))
    assert "Nomor 5/KEP/2024 tanggal 4 Maret 2024" in printed

    carrying.sign(app, berkas_id, "1/2026")
    carrying.apply(app, berkas_id, tmp_path)
    assert [e.isi.informasi for e in app.dik.current()] == ["Satu baru", "Dua"]
    assert [e.ditetapkan_nomor for e in app.dik.current()] == ["1/2026", "5/KEP/2024"]
    assert [e.isi.informasi for e in app.dik.as_of(TODAY - timedelta(1))] == ["Satu", "Dua"]


def test_a_keputusan_before_it_is_refused(app: App, office: Office) -> None:
    bring_in(app, office, day=TODAY)
    app.clock.day = TODAY - timedelta(30)
    berkas_id = carrying.to_validasi(app, office.units)
    carrying.to_penetapan(app, berkas_id)
    with pytest.raises(DomainError, match="mendahului Keputusan Nomor 5/KEP/2024"):
        carrying.sign(app, berkas_id, "1", TODAY - timedelta(30))


def test_riwayat_tells_it_whole(app: App, office: Office) -> None:
    bring_in(app, office)
    newest = app.riwayat.list(None, limit=1)[0]
    assert "Daftar awal dimasukkan: 2 informasi" in newest.ringkasan


def test_its_number_is_not_given_again_in_its_year(app: App, office: Office) -> None:
    bring_in(app, office, nomor="5/kep/2026", day=date(2026, 1, 5))
    berkas_id = carrying.to_validasi(app, office.units)
    carrying.to_penetapan(app, berkas_id)
    with pytest.raises(DomainError, match="daftar awal") as caught:
        carrying.sign(app, berkas_id, "5/KEP/2026")
    assert caught.value.field == "nomor"


def test_it_is_refused_beside_a_signed_keputusan(app: App, office: Office, tmp_path: Path) -> None:
    berkas_id = carrying.to_validasi(app, office.units)
    carrying.propose(app, berkas_id, office.units[0], complete("Baru"))
    carrying.to_penetapan(app, berkas_id)
    carrying.sign(app, berkas_id, "1/2026")
    with pytest.raises(DomainError, match="Keputusan Nomor 1/2026"):
        bring_in(app, office)

    carrying.apply(app, berkas_id, tmp_path)
    assert [entry.isi.informasi for entry in app.dik.current()] == ["Baru"]


def test_a_signed_keputusan_that_was_cancelled_does_not_stand_in_the_way(
    app: App, office: Office
) -> None:
    berkas_id = carrying.to_validasi(app, office.units)
    carrying.to_penetapan(app, berkas_id)
    carrying.sign(app, berkas_id, "1/2026")
    app.berkas.cancel(berkas_id, "Tidak jadi")
    bring_in(app, office)
    assert len(app.dik.current()) == 2


def test_riwayat_names_what_the_list_came_from(app: App, office: Office, tmp_path: Path) -> None:
    sheet, scan = tmp_path / "daftar.xlsx", carrying.scan_file(tmp_path)
    sheet.write_bytes(b"PK\x03\x04 tabel")
    rows = [(office.units[0], complete("Satu"))]
    app.dik_awal.bring_in("5", DAY, rows, scan, sheet)

    told = app.riwayat.list(limit=1)[0].sesudah
    for path, name, digest in ((sheet, "file", "sha256"), (scan, "pindaian", "pindaian_sha256")):
        assert told[name] == path.name
        assert told[digest] == hashlib.sha256(path.read_bytes()).hexdigest()
