"""What the Admin PPID does next: one service call, chosen from the state and the place in line.

The same state and place always give the same call with the same words, so a story that was
killed goes on where it stood, and a story told twice ends in the same records, byte for byte.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from sopapp.app import App
from sopapp.backup.making import make_backup
from sopapp.backup.place import Place
from sopapp.backup.retention import Rule
from sopapp.backup.source import Source
from sopapp.clock import FixedClock
from sopapp.domain.berkas import StatusBerkas
from sopapp.domain.dik import JenisUsulan, Putusan
from sopapp.domain.ekspedisi import SerahTerima
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.numbering import Penomoran
from sopapp.domain.pejabat import PejabatInput
from sopapp.domain.permohonan import PermohonanInput
from sopapp.domain.sop import LaneCode
from sopapp.domain.surat import JenisSurat, Surat
from sopapp.paths import DataFolder
from sopapp.services.instansi import Instansi
from sopapp.services.letter_settings import LetterSettings
from sopapp.services.libur import LiburKantor
from sopapp.services.nomor_luar import CatatanLuar
from sopapp.services.permintaan import Jawaban
from sopapp.services.register_settings import RegisterSettings
from sopapp.services.setting import GeneralSettings
from sopapp.services.unit_kerja import UnitKerjaInput
from tests.kill import papers
from tests.services.carrying import complete, weighed

FIRST_DAY = date(2026, 1, 5)
_CALLS_A_DAY = 25
_UNITS = 4
_RUNNING = 3
_SIDE_WORK = 0.25
"""Share of the calls that carry no berkas on."""

BACKUP = "cadangan"
KEPT_BACKUPS = Rule(latest=3, weekly=0, monthly=0)

Call = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Desk:
    """Where the story happens: inputs are made in `papers`, copies saved to `saved`."""

    app: App
    clock: FixedClock
    papers: Path
    saved: Path


@dataclass(frozen=True, slots=True)
class Move:
    """One service call with its name."""

    name: str
    call: Call


def day_of(place: int) -> date:
    """The day on which the call at this place in line happens."""
    return FIRST_DAY + timedelta(days=place // _CALLS_A_DAY)


def next_move(desk: Desk, seed: int, place: int) -> Move:
    """The call at this place; its input files are written here already."""
    desk.clock.day = day_of(place)
    rng = Random(f"{seed}/{place}")
    opening = _fill_office(desk.app, rng, desk.papers)
    if opening is not None:
        return opening
    if rng.random() < _SIDE_WORK:
        return rng.choice(list(_side_work(desk, rng)))
    running = [row.id for row in desk.app.berkas.list() if row.status is StatusBerkas.BERJALAN]
    if len(running) < _RUNNING:
        judul = f"Pemutakhiran {place}"
        day = desk.clock.day
        return Move("berkas.create", lambda: desk.app.berkas.create(judul, day.year, day))
    return _carry_on(desk, rng, rng.choice(running))


def _fill_office(app: App, rng: Random, folder: Path) -> Move | None:
    if not app.instansi.get().nama:
        office = Instansi("Pemerintah Provinsi Uji", "Dinas Uji", "UJI", ("Jalan Uji 1",), "Kupang")
        return Move("instansi.save", lambda: app.instansi.save(office))
    if not app.setting.letters().klasifikasi:
        return Move("setting.save", lambda: app.setting.save(LetterSettings(klasifikasi="500.12")))
    if (count := len(app.unit_kerja.list())) < _UNITS:
        unit = UnitKerjaInput(f"U{count}", f"Bidang {count}", f"Kepala Bidang {count}")
        return Move("unit_kerja.add", lambda: app.unit_kerja.add(unit))
    roles = {each.data.peran for each in app.pejabat.list()}
    for role, jabatan in (
        (LaneCode.ATASAN_PPID_PEMBANTU, "Kepala Dinas"),
        (LaneCode.PPID_PEMBANTU, "Sekretaris"),
    ):
        if role not in roles:
            who = PejabatInput(f"Nama {jabatan}", jabatan, role, date(2020, 1, 1))
            return Move("pejabat.add", lambda who=who: app.pejabat.add(who))
    if app.instansi.logo() is None:
        logo = papers.picture(rng, folder)
        return Move("instansi.set_logo", lambda: app.instansi.set_logo(logo))
    return None


def back_up(app: App) -> None:
    """A verified bundle beside the data, older ones removed by rule."""
    folder = DataFolder(app.data)
    make_backup(
        Source(folder.database, folder.attachments),
        Place(folder.backups),
        reason="diminta",
        now=app.clock.now(),
        rule=KEPT_BACKUPS,
    )


# -- one berkas -------------------------------------------------------------------------------


def _carry_on(desk: Desk, rng: Random, berkas_id: int) -> Move:
    """What the berkas needs next, else the step forward."""
    app = desk.app
    card = app.berkas.get(berkas_id).card
    assert card is not None
    stages = {1: _permintaan, 2: _validasi, 3: _penetapan, 4: _pemutakhiran, 5: _dokumentasi}
    needed = stages[card.stage](desk, rng, berkas_id, card.step_index)
    return needed or Move("berkas.advance", lambda: app.berkas.advance(berkas_id))


def _permintaan(desk: Desk, rng: Random, berkas_id: int, step: int) -> Move | None:
    app = desk.app
    asked = app.permintaan.list(berkas_id)
    if not asked:
        units = [unit.id for unit in app.unit_kerja.list()][: rng.randrange(2, _UNITS + 1)]
        return Move("permintaan.choose", lambda: app.permintaan.choose_units(berkas_id, units))
    letters = app.surat.list(berkas_id)
    if not letters:
        return Move(
            "penyusunan.permintaan", lambda: app.penyusunan.permintaan(berkas_id, per_unit=True)
        )
    letter = _letter_on_its_way(desk, rng, letters)
    if letter is not None:
        return letter
    if step == 0:
        return None
    waiting = [each for each in asked if each.jawaban is None]
    if not waiting:
        return None
    each = rng.choice(waiting)
    if rng.random() < 0.15:
        return Move("penyusunan.pengingat", lambda: app.penyusunan.pengingat(berkas_id))
    if each.usulan_count == 0 and rng.random() < 0.7:
        if rng.random() < 0.5:
            sheet = papers.sheet(rng, desk.papers, rng.randrange(1, 5))
            unit = each.unit.id
            return Move(
                "impor.store",
                lambda: app.impor.store(
                    berkas_id, unit, app.impor.check(sheet, berkas_id, unit), sheet
                ),
            )
        isi = complete(f"Data pelapor {rng.randrange(10**9)}")
        return Move(
            "usulan.add",
            lambda: app.usulan.add(berkas_id, each.unit.id, JenisUsulan.BARU, isi),
        )
    answer = Jawaban.USULAN if each.usulan_count else Jawaban.NIHIL
    file = papers.scan(rng, desk.papers) if rng.random() < 0.5 else None
    day = desk.clock.day
    return Move("permintaan.answer", lambda: app.permintaan.answer(each.id, answer, day, "", file))


def _letter_on_its_way(desk: Desk, rng: Random, letters: list[Surat]) -> Move | None:
    """Number, print and sign each letter that still waits for it."""
    app, day = desk.app, desk.clock.day
    alive = [each for each in letters if not each.batal]
    unnumbered = tuple(each.id for each in alive if not each.nomor)
    if unnumbered:
        if len(unnumbered) > 1 and rng.random() < 0.5:
            return Move("surat.number_letters", lambda: app.surat.number_letters(unnumbered, day))
        one = unnumbered[:1]
        return Move("surat.number_letters", lambda: app.surat.number_letters(one, day))
    for each in alive:
        if each.ditandatangani:
            continue
        if not each.dicetak:
            return Move("surat.keep", lambda each=each: _print(app, each.id))
        scan = papers.scan(rng, desk.papers) if rng.random() < 0.6 else None
        return Move("surat.sign", lambda each=each, scan=scan: app.surat.sign(each.id, scan))
    return None


def _print(app: App, surat_id: int) -> None:
    from sopapp.documents.build import build

    app.surat.keep(surat_id, build(app.surat.compose(surat_id)), "dicetak")


def _validasi(desk: Desk, rng: Random, berkas_id: int, _step: int) -> Move | None:
    app = desk.app
    for each in app.usulan.list(berkas_id):
        if each.putusan is Putusan.DIKEMBALIKAN:
            return Move("usulan.mended", lambda each=each: app.usulan.mended(each.id, each.isi))
        if each.putusan is None:
            if rng.random() < 0.2:
                return Move(
                    "usulan.judge",
                    lambda each=each: app.usulan.judge(each.id, Putusan.TERBUKA, "Dibuka saja."),
                )
            return Move("uji.record", lambda each=each: app.uji.record(each.id, weighed(app)))
    if rng.random() < 0.2 and (tested := [u for u in app.usulan.list(berkas_id) if u.uji]):
        usulan_id = rng.choice(tested).id
        page = papers.pdf(b"% lembar uji")
        return Move("uji.keep_lembar", lambda: app.uji.keep_lembar(usulan_id, page))
    return None


def _penetapan(desk: Desk, rng: Random, berkas_id: int, step: int) -> Move | None:
    app, day = desk.app, desk.clock.day
    surat_id = app.keputusan.find(berkas_id)
    if surat_id is None:
        return Move("keputusan.draft", lambda: app.keputusan.draft(berkas_id))
    surat = app.surat.get(surat_id)
    if surat.ditandatangani:
        return None
    if not surat.dicetak:
        return Move("surat.keep", lambda: _print(app, surat_id))
    if step == 0:
        return None
    return Move(
        "keputusan.sign",
        lambda: app.keputusan.sign(
            berkas_id, app.surat.propose_number(JenisSurat.KEPUTUSAN, day), day
        ),
    )


def _pemutakhiran(desk: Desk, rng: Random, berkas_id: int, _step: int) -> Move | None:
    app = desk.app
    detail = app.berkas.get(berkas_id)
    if app.dokumentasi.scan(berkas_id) is None:
        scan = papers.scan(rng, desk.papers)
        return Move("dokumentasi.scan", lambda: app.dokumentasi.attach_scan(berkas_id, scan))
    if detail.missing:
        return Move("dik.apply", lambda: app.dik.apply(berkas_id))
    return None


def _dokumentasi(desk: Desk, rng: Random, berkas_id: int, _step: int) -> Move | None:
    app, day = desk.app, desk.clock.day
    if app.dokumentasi.list_pdf(berkas_id) is None:
        page = papers.pdf(b"% daftar " + rng.randbytes(5000).hex().encode())
        return Move("dokumentasi.keep_list", lambda: app.dokumentasi.keep_list(berkas_id, page))
    if not app.dokumentasi.publications(berkas_id):
        return Move("dokumentasi.publish", lambda: app.dokumentasi.publish(berkas_id, "Papan", day))
    if app.dokumentasi.bundle(berkas_id) is None:
        return Move("dokumentasi.bundle", lambda: app.dokumentasi.write_bundle(berkas_id))
    return None


# -- beside the way ---------------------------------------------------------------------------


def _side_work(desk: Desk, rng: Random) -> Iterator[Move]:
    """Each thing that can be done on any day."""
    app, day = desk.app, desk.clock.day
    number = rng.randrange(10**6)
    limit = rng.randrange(1, 300)
    yield Move("setting.register", lambda: app.setting.save(RegisterSettings(limit)))
    yield Move("setting.general", lambda: app.setting.save(GeneralSettings(f"Admin {number}")))
    off = LiburKantor(day + timedelta(days=rng.randrange(1, 200)), False, f"Edaran {number}")
    yield Move("libur.save", lambda: app.libur.save(off))
    yield Move("katalog.add_law", lambda: app.katalog.add_law(f"UU Nomor {number} Tahun 2020"))
    request = PermohonanInput(
        nomor_pendaftaran=f"{number}/PI",
        diterima=day,
        nama="Antonius Contoh",
        alamat="Jalan Peragaan 3",
        kontak="0812 3456 7890",
        rincian="Nama pelapor pengaduan",
        entri_ids=tuple(entry.id for entry in app.dik.current()[:2]),
    )
    yield Move("permohonan.add", lambda: app.permohonan.add(request))
    elsewhere = CatatanLuar(JenisNaskah.NOTA_DINAS, perihal=f"Undangan {number}")
    yield Move(
        "nomor_luar.record",
        lambda: app.nomor_luar.record(
            Penomoran(app.nomor.propose(JenisNaskah.NOTA_DINAS, day), day), elsewhere
        ),
    )
    yield from _hand_over(desk, rng)
    yield from _change_unit(desk, rng, number)
    yield from _save_copy(desk, rng)
    yield from _void_letter(desk, rng)
    yield Move(BACKUP, lambda: back_up(app))


def _hand_over(desk: Desk, rng: Random) -> Iterator[Move]:
    app, day = desk.app, desk.clock.day
    lines = [line for line in app.ekspedisi.of_day(day) if line.dikirim is None]
    if lines:
        line = rng.choice(lines)
        given = SerahTerima(line.kepada, day)
        yield Move("ekspedisi.record", lambda: app.ekspedisi.record([(line.surat_id, given)]))


def _change_unit(desk: Desk, rng: Random, number: int) -> Iterator[Move]:
    app = desk.app
    unit = rng.choice(app.unit_kerja.list())
    changed = UnitKerjaInput(unit.kode, f"Bidang {number}", unit.pimpinan)
    yield Move("unit_kerja.edit", lambda: app.unit_kerja.edit(unit.id, changed))


def _save_copy(desk: Desk, rng: Random) -> Iterator[Move]:
    """A file handed out; its name says which, so that it can be compared after a kill."""
    app = desk.app
    sql = "SELECT id, sha256 FROM attachment ORDER BY id"
    rows = app._database.execute_sql(sql).fetchall()
    if rows:
        attachment_id, sha256 = rng.choice(rows)
        target = desk.saved / sha256
        yield Move("save_copy", lambda: app.attachments.save_copy(attachment_id, target))


def _void_letter(desk: Desk, rng: Random) -> Iterator[Move]:
    """A numbered letter that is made void and written anew."""
    app = desk.app
    for row in app.berkas.list():
        for each in app.surat.list(row.id):
            naskah = each.jenis is JenisSurat.NOTA_DINAS
            if naskah and each.nomor and not each.ditandatangani and not each.batal:
                yield Move("surat.replace", lambda each=each: app.surat.replace(each.id, "Salah."))
                return
