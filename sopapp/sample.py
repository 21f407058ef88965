"""Sample data: an office, its units, 25 entries, and berkas carried along the SOP.

The words come from resources/contoh/contoh.toml; the data folder is marked as a sample.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from sopapp.app import App, open_app
from sopapp.clock import FixedClock
from sopapp.documents.build import build
from sopapp.domain.dik import (
    DasarPengecualian,
    IsiDik,
    JangkaWaktu,
    JenisJangka,
    JenisUsulan,
    Putusan,
)
from sopapp.domain.errors import DomainError, EnvironmentProblem
from sopapp.domain.pejabat import PejabatInput
from sopapp.domain.sop import LaneCode
from sopapp.domain.surat import JenisSurat
from sopapp.paths import RESOURCES, DataFolder
from sopapp.sample_uji import sample_tests
from sopapp.services.bundle import file_name
from sopapp.services.instansi import Instansi
from sopapp.services.letter_settings import LetterSettings
from sopapp.services.permintaan import Jawaban
from sopapp.services.unit_kerja import UnitKerjaInput

OUTPUT = "keluaran"
"""Folder inside the sample folder that the letters are written to."""

_ACTOR = "Admin Contoh"
_LENGTH = 15
"""Working days before today on which the finished sample berkas began."""

Say = Callable[[str], None]


def make_sample(folder: Path, today: date, say: Say, *, running: bool = False) -> None:
    """Fill `folder` with sample data and one finished berkas; letters go to its OUTPUT.

    With `running` some more berkas stand in different stages, for a look at the board.
    `say` hears the path of each file written. Raises DomainError when the folder is not empty.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        msg = f"Folder {folder} tidak kosong. Pilih folder baru; data yang ada tidak disentuh."
        raise DomainError(msg)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        mark = DataFolder(folder).sample_mark
        mark.write_text("Folder ini berisi data contoh, bukan data kantor.\n", encoding="utf-8")
    except OSError as error:
        msg = f"Folder {folder} tidak dapat dibuat ({error.strerror or error}). Pilih yang lain."
        raise EnvironmentProblem(msg) from error
    data = tomllib.loads((RESOURCES / "contoh" / "contoh.toml").read_text(encoding="utf-8"))
    clock = FixedClock(today)
    with open_app(folder, clock, _ACTOR) as app:
        clock.day = app.calendar().back(today, _LENGTH)
        units = _fill_office(app, data, clock.day)
        _Carrier(app, clock, folder / OUTPUT, say).carry(data, units)
        if running:
            _leave_running(app, clock, today, units)


def _fill_office(app: App, data: Mapping[str, Any], day: date) -> dict[str, int]:
    office = data["instansi"]
    app.instansi.save(
        Instansi(
            office["pemerintah"],
            office["nama"],
            office["singkatan"],
            tuple(office["alamat"]),
            office["kota"],
        )
    )
    app.setting.save(LetterSettings(klasifikasi=office["klasifikasi"]))
    for official in data["pejabat"]:
        app.pejabat.add(
            PejabatInput(
                nama=official["nama"],
                jabatan=official["jabatan"],
                peran=LaneCode(official["peran"]),
                berlaku_dari=day.replace(month=1, day=1),
                nip=official["nip"],
                pangkat=official["pangkat"],
                golongan=official["golongan"],
                selaku=official["selaku"],
            )
        )
    return {
        unit["kode"]: app.unit_kerja.add(
            UnitKerjaInput(unit["kode"], unit["nama"], unit["pimpinan"])
        )
        for unit in data["unit"]
    }


def _content(entry: Mapping[str, Any]) -> IsiDik:
    months = entry.get("bulan")
    return IsiDik(
        informasi=entry["informasi"],
        dasar=tuple(
            DasarPengecualian(each["huruf"], None, each["undang_undang"]) for each in entry["dasar"]
        ),
        konsekuensi_dibuka=entry["dibuka"],
        manfaat_ditutup=entry["ditutup"],
        jangka=JangkaWaktu(JenisJangka.DURASI, bulan=months)
        if months
        else JangkaWaktu(JenisJangka.PERISTIWA, peristiwa=entry["peristiwa"]),
        bentuk="Dokumen cetak dan elektronik",
        bagian=entry.get("bagian", ""),
    )


class _Carrier:
    """Carries one berkas through all stages, as the Admin PPID would."""

    def __init__(self, app: App, clock: FixedClock, output: Path, say: Say) -> None:
        self._app = app
        self._clock = clock
        self._output = output
        self._say = say

    def carry(self, data: Mapping[str, Any], units: Mapping[str, int]) -> None:
        app, day = self._app, self._clock.day
        judul = f"Pemutakhiran DIK Tahun {day.year} (contoh)"
        berkas_id = app.berkas.create(judul, day.year, day)
        self._permintaan(berkas_id, data, units)
        self._validasi(berkas_id, data)
        self._penetapan(berkas_id)
        self._pemutakhiran(berkas_id)
        self._dokumentasi(berkas_id)

    def _permintaan(
        self, berkas_id: int, data: Mapping[str, Any], units: Mapping[str, int]
    ) -> None:
        app = self._app
        app.permintaan.choose_units(berkas_id, units.values())
        app.penyusunan.permintaan(berkas_id, per_unit=True)
        app.surat.number_all(berkas_id, self._clock.day)
        for surat in app.surat.list(berkas_id):
            pdf = build(app.surat.compose(surat.id))
            app.surat.keep(surat.id, pdf, "dicetak")
            self._write(f"Nota Dinas {surat.nomor}", ".pdf", pdf)
        app.berkas.advance(berkas_id)
        app.berkas.advance(berkas_id)
        self._forward(3)
        for entry in data["entri"]:
            app.usulan.add(berkas_id, units[entry["unit"]], JenisUsulan.BARU, _content(entry))
        for permintaan in app.permintaan.list(berkas_id):
            answer = Jawaban.USULAN if permintaan.usulan_count else Jawaban.NIHIL
            app.permintaan.answer(permintaan.id, answer, self._clock.day)
        app.berkas.advance(berkas_id)

    def _validasi(self, berkas_id: int, data: Mapping[str, Any]) -> None:
        app = self._app
        usulan = app.usulan.list(berkas_id)
        self._forward(1)
        app.usulan.judge(
            usulan[0].id, Putusan.DIKEMBALIKAN, "Perjelas siapa yang menguasai dokumen."
        )
        tests = sample_tests(data, self._clock.day)
        for each in usulan[1:]:
            app.uji.record(each.id, tests[each.isi.informasi])
        app.berkas.advance(berkas_id)
        app.usulan.mended(usulan[0].id, usulan[0].isi)
        app.berkas.advance(berkas_id)
        app.uji.record(usulan[0].id, tests[usulan[0].isi.informasi])
        for number, each in enumerate(usulan, start=1):
            lembar = build(app.uji.compose_lembar(each.id))
            app.uji.keep_lembar(each.id, lembar)
            self._write(f"Lembar Uji Konsekuensi {number:02}", ".pdf", lembar)
        berita_acara = build(app.uji.compose_berita_acara(berkas_id))
        app.uji.keep_berita_acara(berkas_id, berita_acara)
        self._write("Berita Acara Uji Konsekuensi", ".pdf", berita_acara)
        app.berkas.advance(berkas_id)

    def _penetapan(self, berkas_id: int) -> None:
        app = self._app
        self._forward(1)
        surat_id = app.keputusan.draft(berkas_id)
        draft = build(app.surat.compose(surat_id))
        app.surat.keep(surat_id, draft, "dicetak untuk ditandatangani")
        self._write("Rancangan Keputusan", ".pdf", draft)
        app.berkas.advance(berkas_id)
        self._forward(1)
        day = self._clock.day
        nomor = app.surat.propose_number(JenisSurat.KEPUTUSAN, day)
        app.keputusan.sign(berkas_id, nomor, day)
        self._write("Keputusan", ".pdf", app.surat.kept(surat_id) or b"")
        app.berkas.advance(berkas_id)

    def _pemutakhiran(self, berkas_id: int) -> None:
        # No paper was signed, so the final print stands in for its scan.
        scan = self._output / file_name("Keputusan", ".pdf")
        self._app.dokumentasi.attach_scan(berkas_id, scan)
        self._app.dik.apply(berkas_id)
        self._app.berkas.advance(berkas_id)

    def _dokumentasi(self, berkas_id: int) -> None:
        app = self._app
        self._forward(1)
        pdf = build(app.dokumentasi.compose_list(berkas_id))
        app.dokumentasi.keep_list(berkas_id, pdf)
        self._write("Daftar Informasi Publik yang Dikecualikan", ".pdf", pdf)
        app.dokumentasi.publish(berkas_id, "Papan pengumuman (contoh)", self._clock.day)
        bundle = app.dokumentasi.write_bundle(berkas_id)
        self._write("Bundel Arsip", ".zip", app.attachments.read(bundle.id))
        app.berkas.advance(berkas_id)

    def _forward(self, working_days: int) -> None:
        self._clock.day = self._app.calendar().add(self._clock.day, working_days)

    def _write(self, title: str, suffix: str, data: bytes) -> None:
        self._output.mkdir(exist_ok=True)
        path = self._output / file_name(title, suffix)
        path.write_bytes(data)
        self._say(str(path))


def _leave_running(app: App, clock: FixedClock, today: date, units: Mapping[str, int]) -> None:
    """Three berkas on their way: fresh, waiting for answers, and late in validation."""
    calendar = app.calendar()
    year = today.year

    clock.day = calendar.back(today, 9)
    judul = f"Pemutakhiran susulan Bidang Industri {year} (contoh)"
    late = app.berkas.create(judul, year, clock.day)
    _ask(app, late, [units["AGRO"], units["NAGRO"]], clock.day)
    app.berkas.advance(late)
    app.berkas.advance(late)
    clock.day = calendar.back(today, 5)
    app.usulan.add(
        late,
        units["AGRO"],
        JenisUsulan.BARU,
        IsiDik("Daftar calon penerima fasilitasi mesin yang belum ditetapkan (contoh)"),
    )
    for permintaan in app.permintaan.list(late):
        answer = Jawaban.USULAN if permintaan.usulan_count else Jawaban.NIHIL
        app.permintaan.answer(permintaan.id, answer, clock.day)
    app.berkas.advance(late)

    clock.day = calendar.back(today, 3)
    asking = app.berkas.create(f"Peninjauan entri pengadaan {year} (contoh)", year, clock.day)
    _ask(app, asking, list(units.values()), clock.day)
    app.berkas.advance(asking)
    app.berkas.advance(asking)
    clock.day = calendar.back(today, 1)
    for permintaan in app.permintaan.list(asking)[:3]:
        app.permintaan.answer(permintaan.id, Jawaban.NIHIL, clock.day)

    clock.day = today
    app.berkas.create(f"Pemutakhiran DIK Tahun {year + 1} (contoh)", year + 1, today)


def _ask(app: App, berkas_id: int, unit_ids: list[int], day: date) -> None:
    app.permintaan.choose_units(berkas_id, unit_ids)
    app.penyusunan.permintaan(berkas_id, per_unit=True)
    app.surat.number_all(berkas_id, day)
    for surat in app.surat.list(berkas_id):
        app.surat.keep(surat.id, build(app.surat.compose(surat.id)), "dicetak")
