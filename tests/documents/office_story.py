"""Every paper of an office made through the services, from records as people type them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from sopapp.app import open_app
from sopapp.clock import FixedClock
from sopapp.documents.build import build
from sopapp.documents.content import Letter
from sopapp.domain.agenda import AgendaFilter
from sopapp.domain.dik import IsiDik, JenisUsulan, Putusan
from sopapp.domain.ekspedisi import SerahTerima
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.numbering import Penomoran
from sopapp.domain.pejabat import PejabatInput
from sopapp.domain.permohonan import PermohonanInput
from sopapp.domain.surat import IsiKeputusan, IsiNotaDinas, JenisSurat
from sopapp.domain.uji import IsiBeritaAcara, IsiUji
from sopapp.services.instansi import Instansi
from sopapp.services.letter_settings import LetterSettings
from sopapp.services.nomor_luar import CatatanLuar
from sopapp.services.permintaan import Jawaban
from sopapp.services.unit_kerja import UnitKerjaInput
from sopapp.sop_file import bundled_sop_text
from tests.documents.samples import logo

START = date(2026, 11, 23)
REMINDED_EARLY, REMINDED_LATE = date(2026, 11, 26), date(2026, 12, 2)
TESTED, SIGNED, REFUSED = date(2026, 12, 3), date(2026, 12, 7), date(2026, 12, 10)


@dataclass(frozen=True, slots=True)
class Words:
    """What the office, its people and its units write; `nota_dinas` and `keputusan` are edits."""

    instansi: Instansi
    units: tuple[UnitKerjaInput, ...]
    pejabat: tuple[PejabatInput, ...]
    judul: str
    tested: tuple[tuple[IsiDik, IsiUji], ...]
    returned: tuple[tuple[IsiDik, str], ...]
    requests: tuple[PermohonanInput, ...]
    first_list: tuple[IsiDik, ...] = ()
    nota_dinas: IsiNotaDinas | None = None
    keputusan: IsiKeputusan | None = None
    late: bool = False
    with_logo: bool = True
    sop: tuple[tuple[str, str], ...] = ()
    """Words of the SOP file that are replaced by others."""


@dataclass(slots=True)
class Papers:
    """What came out: each paper by name, and the letters that were frozen with their prints."""

    letters: dict[str, Letter] = field(default_factory=dict)
    pdfs: dict[str, bytes] = field(default_factory=dict)
    frozen: dict[str, tuple[bytes, bytes]] = field(default_factory=dict)


class Story:
    """One berkas from the first Nota Dinas to the list, then requests and the books."""

    def __init__(self, folder: Path, words: Words, settings: LetterSettings) -> None:
        self.folder, self.words, self.settings = folder, words, settings
        self.clock = FixedClock(START)
        self.papers = Papers()

    def tell(self, data: Path) -> Papers:
        """Make every paper in the data folder; gives them."""
        with open_app(data, self.clock, "Penguji") as app:
            app._database.execute_sql("PRAGMA synchronous = off")
            self.app = app
            self._office()
            berkas_id = app.berkas.create(self.words.judul, 2026, START)
            self._ask(berkas_id)
            self._remind(berkas_id)
            self._validate(berkas_id)
            self._decide(berkas_id)
            self._refuse()
            self._books(berkas_id)
        return self.papers

    # Steps

    def _office(self) -> None:
        app, words = self.app, self.words
        app.instansi.save(words.instansi)
        if words.with_logo:
            path = self.folder / "logo.png"
            path.write_bytes(logo())
            app.instansi.set_logo(path)
        app.setting.save(self.settings)
        if words.sop:
            text = bundled_sop_text()
            for old, new in words.sop:
                assert old in text, old
                text = text.replace(old, new)
            path = self.folder / "revisi.toml"
            path.write_text(text, encoding="utf-8")
            app.sop.load(path)
        self.units = app.unit_kerja.add_all(words.units)
        for each in words.pejabat:
            app.pejabat.add(each)
        if words.first_list:
            rows = [
                (self.units[number % len(self.units)], isi)
                for number, isi in enumerate(words.first_list)
            ]
            app.dik_awal.bring_in("500.12/3/KEP/2024", date(2024, 12, 9), rows)

    def _ask(self, berkas_id: int) -> None:
        app = self.app
        app.permintaan.choose_units(berkas_id, self.units)
        app.penyusunan.permintaan(berkas_id, per_unit=False)
        (letter,) = app.surat.list(berkas_id)
        if self.words.nota_dinas is not None:
            own = self.words.nota_dinas
            if letter.isi.daftar_penerima:
                own = replace(own, daftar_penerima=letter.isi.daftar_penerima, yth=letter.isi.yth)
            app.surat.edit(letter.id, own)
        self._compose("nota_dinas_konsep", letter.id)
        app.surat.number_all(berkas_id, START)
        self._sign("nota_dinas", letter.id)
        app.berkas.advance(berkas_id)
        app.berkas.advance(berkas_id)

    def _remind(self, berkas_id: int) -> None:
        app = self.app
        self.clock.day = REMINDED_LATE if self.words.late else REMINDED_EARLY
        letter_id = app.penyusunan.pengingat(berkas_id, self.units[:1])[0]
        app.surat.number_letters((letter_id,), self.clock.day)
        self._sign("pengingat", letter_id)

    def _validate(self, berkas_id: int) -> None:
        app, words = self.app, self.words
        self.clock.day = TESTED
        unit = self.units[0]
        usulan = [
            app.usulan.add(berkas_id, unit, JenisUsulan.BARU, isi)
            for isi, _rest in (*words.tested, *words.returned)
        ]
        for each in app.permintaan.list(berkas_id):
            answer = Jawaban.USULAN if each.usulan_count else Jawaban.NIHIL
            app.permintaan.answer(each.id, answer, TESTED)
        app.berkas.advance(berkas_id)
        tested, returned = usulan[: len(words.tested)], usulan[len(words.tested) :]
        for usulan_id, (_isi, note) in zip(returned, words.returned, strict=True):
            app.usulan.judge(usulan_id, Putusan.DIKEMBALIKAN, note)
        letter_id = app.penyusunan.pengembalian(berkas_id, unit)
        app.surat.number_letters((letter_id,), TESTED)
        self._sign("pengembalian", letter_id)
        for usulan_id, (_isi, test) in zip(tested, words.tested, strict=True):
            app.uji.record(usulan_id, test)
        for usulan_id in returned:
            app.usulan.mended(usulan_id, app.usulan.get(usulan_id).isi)
            app.usulan.judge(usulan_id, Putusan.TERBUKA, "Tidak perlu dikecualikan.")
        self._made("lembar_uji", app.uji.compose_lembar(tested[-1]))
        app.uji.keep_lembar(tested[-1], self.papers.pdfs["lembar_uji"])
        place = words.tested[0][1].tempat
        app.uji.set_berita_acara(
            berkas_id, IsiBeritaAcara("500.12/1/BA/UJI/XII/2026", TESTED, place)
        )
        (minutes,) = (s for s in app.surat.list(berkas_id) if s.jenis is JenisSurat.BERITA_ACARA)
        self._sign("berita_acara", minutes.id)
        while app.berkas.get(berkas_id).card.stage == 2:
            app.berkas.advance(berkas_id)

    def _decide(self, berkas_id: int) -> None:
        app = self.app
        self.clock.day = SIGNED
        keputusan_id = app.keputusan.draft(berkas_id)
        if self.words.keputusan is not None:
            app.surat.edit(keputusan_id, self.words.keputusan)
        letter_id = app.penyusunan.pengantar(berkas_id)
        app.surat.number_letters((letter_id,), SIGNED)
        self._sign("pengantar", letter_id)
        self._compose("keputusan_konsep", keputusan_id)
        app.surat.keep(keputusan_id, self.papers.pdfs["keputusan_konsep"], "dicetak")
        app.berkas.advance(berkas_id)
        nomor = app.surat.propose_number(JenisSurat.KEPUTUSAN, SIGNED)
        letter = app.surat.compose(keputusan_id, nomor, SIGNED)
        self._made("keputusan", letter)
        app.keputusan.sign(berkas_id, nomor, SIGNED, self.papers.pdfs["keputusan"])
        self._keep_frozen("keputusan", keputusan_id)
        self._made("salinan", app.keputusan.compose_salinan(berkas_id))
        app.berkas.advance(berkas_id)
        scan = self.folder / "pindaian.pdf"
        scan.write_bytes(self.papers.pdfs["pengantar"])
        app.dokumentasi.attach_scan(berkas_id, scan)
        app.dik.apply(berkas_id)
        self._made("daftar_publik", app.dokumentasi.compose_list(berkas_id))

    def _refuse(self) -> None:
        app = self.app
        self.clock.day = REFUSED
        entries = [entri.id for entri in app.dik.current()]
        for number, request in enumerate(self.words.requests, start=1):
            chosen = tuple(entries[at - 1] for at in request.entri_ids)
            permohonan_id = app.permohonan.add(replace(request, entri_ids=chosen))
            letter_id = app.permohonan.draft_letter(permohonan_id)
            app.surat.number_letters((letter_id,), REFUSED)
            self._sign(f"penolakan_{number}", letter_id)

    def _books(self, berkas_id: int) -> None:
        app = self.app
        wait = replace(self.words.requests[0], nomor_pendaftaran="99/PI/2026")
        entri = next(iter(app.dik.current()))
        void = app.permohonan.draft_letter(app.permohonan.add(replace(wait, entri_ids=(entri.id,))))
        app.surat.number_letters((void,), REFUSED)
        app.surat.keep(void, build(app.surat.compose(void)), "dicetak")
        app.surat.void(void, "Pemohon menarik kembali permohonannya.")
        elsewhere = CatatanLuar(JenisNaskah.NOTA_DINAS, "Undangan rapat", "Kepala Bidang 1")
        app.nomor_luar.record_range((9, 10), REFUSED, elsewhere)
        app.nomor_luar.record(
            Penomoran("500.12/1.01/UJI/XI/2026", START, "Disisipkan atas permintaan Sekretaris."),
            elsewhere,
        )
        letters = [s for s in app.surat.list(berkas_id) if s.nomor]
        given = app.ekspedisi.record(
            [(s.id, SerahTerima("Kepala Bidang 1", REFUSED)) for s in letters[:2]]
        )
        app.ekspedisi.receive(given[:1], REFUSED, "Petugas Penerima")
        self._made("buku_agenda", app.agenda.compose(AgendaFilter(2026)))
        self._made("buku_ekspedisi", app.ekspedisi.compose(berkas_id=berkas_id))
        self._made("sop", app.lembar_sop.compose())

    # Papers

    def _made(self, name: str, letter: Letter) -> None:
        self.papers.letters[name] = letter
        self.papers.pdfs[name] = build(letter)

    def _compose(self, name: str, surat_id: int) -> None:
        self._made(name, self.app.surat.compose(surat_id))

    def _sign(self, name: str, surat_id: int) -> None:
        """Print a numbered letter, sign it and keep what was frozen."""
        self._compose(name, surat_id)
        self.app.surat.keep(surat_id, self.papers.pdfs[name], "dicetak")
        self.app.surat.sign(surat_id)
        self._keep_frozen(name, surat_id)

    def _keep_frozen(self, name: str, surat_id: int) -> None:
        kept = self.app.surat.kept(surat_id)
        assert kept is not None
        self.papers.frozen[name] = (self.papers.pdfs[name], kept)
