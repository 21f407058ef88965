"""The finished berkas of the sample, carried through all stages as the Admin PPID would."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sopapp.app import App
from sopapp.clock import FixedClock
from sopapp.documents.build import build
from sopapp.domain.dik import JenisUsulan, Putusan
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.numbering import Penomoran
from sopapp.domain.surat import JenisSurat
from sopapp.sample.entry import entry_content, known_entries
from sopapp.sample.letters import SampleLetters
from sopapp.sample.uji import sample_tests
from sopapp.services.nomor_luar import CatatanLuar
from sopapp.services.permintaan import Jawaban, Permintaan


class FinishedBerkas:
    """One berkas from its first day to its archive; its days are those of the clock."""

    def __init__(
        self, app: App, clock: FixedClock, letters: SampleLetters, data: Mapping[str, Any]
    ) -> None:
        self._app = app
        self._clock = clock
        self._letters = letters
        self._data = data
        self._words = data["surat"]
        self._known = known_entries(app)
        self._signed = Path()

    def carry(self, units: Mapping[str, int]) -> int:
        """Start it on the clock's day and bring it to its end; gives its id."""
        app, day = self._app, self._clock.day
        judul = f"Pemutakhiran DIK Tahun {day.year} (contoh)"
        berkas_id = app.berkas.create(judul, day.year, day)
        self._ask(berkas_id, units)
        self._wait_for_answers(berkas_id, units)
        app.berkas.advance(berkas_id)
        self._validasi(berkas_id)
        self._penetapan(berkas_id)
        self._pemutakhiran(berkas_id)
        self._dokumentasi(berkas_id)
        return berkas_id

    # Stage 1

    def _ask(self, berkas_id: int, units: Mapping[str, int]) -> None:
        """A Nota Dinas for each unit; one is printed with a mistake, made void and replaced."""
        app, letters = self._app, self._letters
        app.permintaan.choose_units(berkas_id, units.values())
        asked = app.penyusunan.permintaan(berkas_id, per_unit=True)
        for surat_id in asked:
            letters.put_out(surat_id)
        again = app.surat.replace(asked[-1], self._words["alasan_batal"])
        letters.put_out(again)
        good = (*asked[:-1], again)
        for surat_id in good:
            letters.sign(surat_id)
        app.berkas.advance(berkas_id)
        letters.hand_over(*good)
        app.berkas.advance(berkas_id)

    def _wait_for_answers(self, berkas_id: int, units: Mapping[str, int]) -> None:
        """Two units are reminded a day before the last; one of them is late and reminded again."""
        app, letters = self._app, self._letters
        slow, late = (units[code] for code in self._words["diingatkan"])
        self._forward(1)
        self._used_elsewhere("rapat")
        self._forward(3)
        (to_slow,) = app.penyusunan.pengingat(berkas_id, [slow])
        letters.send(to_slow)
        (to_late,) = app.penyusunan.pengingat(berkas_id, [late])
        handed_over = self._clock.day
        self._forward(1)
        self._used_elsewhere("undangan")
        # Handed over yesterday without a number; later numbers are in use by now.
        nomor = app.nomor.propose_sisipan(JenisNaskah.PENGINGAT, handed_over)
        app.surat.set_number(to_late, nomor, handed_over, self._words["alasan_sisipan"])
        letters.put_out(to_late)
        letters.sign(to_late)
        letters.hand_over(to_late, day=handed_over)
        for entry in self._data["entri"]:
            if units[entry["unit"]] != late:
                self._propose(berkas_id, units, entry)
        self._answer([each for each in app.permintaan.list(berkas_id) if each.unit.id != late])
        self._forward(1)
        letters.send(*app.penyusunan.pengingat(berkas_id))
        self._forward(1)
        for entry in self._data["entri"]:
            if units[entry["unit"]] == late:
                self._propose(berkas_id, units, entry)
        self._answer([each for each in app.permintaan.list(berkas_id) if each.jawaban is None])

    def _propose(self, berkas_id: int, units: Mapping[str, int], entry: Mapping[str, Any]) -> None:
        """The entry as the unit wants it; one that the register has stays or is changed."""
        isi, known = entry_content(entry), self._known.get(entry["informasi"])
        jenis = JenisUsulan.BARU
        if known is not None:
            jenis = JenisUsulan.TETAP if known.isi == isi else JenisUsulan.UBAH
        self._app.usulan.add(
            berkas_id, units[entry["unit"]], jenis, isi, known.id if known else None
        )

    def _answer(self, waiting: list[Permintaan]) -> None:
        for permintaan in waiting:
            answer = Jawaban.USULAN if permintaan.usulan_count else Jawaban.NIHIL
            self._app.permintaan.answer(permintaan.id, answer, self._clock.day)

    def _used_elsewhere(self, which: str) -> None:
        """A letter that was made without the program takes a number of the same sequence."""
        app, words, day = self._app, self._words["luar"][which], self._clock.day
        nomor = app.nomor.propose(JenisNaskah.NOTA_DINAS, day)
        app.nomor_luar.record(
            Penomoran(nomor, day), CatatanLuar(seperti=JenisNaskah.NOTA_DINAS, **words)
        )

    # Stage 2

    def _validasi(self, berkas_id: int) -> None:
        app, letters = self._app, self._letters
        usulan = app.usulan.list(berkas_id)
        self._forward(1)
        first = usulan[0]
        app.usulan.judge(first.id, Putusan.DIKEMBALIKAN, self._words["perbaiki"])
        letters.send(app.penyusunan.pengembalian(berkas_id, first.unit.id))
        tests = sample_tests(self._data, self._clock.day)
        for each in usulan[1:]:
            app.uji.record(each.id, tests[each.isi.informasi])
        app.berkas.advance(berkas_id)
        self._forward(1)
        app.usulan.mended(first.id, first.isi)
        app.berkas.advance(berkas_id)
        app.uji.record(first.id, sample_tests(self._data, self._clock.day)[first.isi.informasi])
        for number, each in enumerate(usulan, start=1):
            paper = app.uji.compose_lembar(each.id)
            lembar = letters.write_paper(f"Lembar Uji Konsekuensi {number:02}", paper)
            app.uji.keep_lembar(each.id, lembar)
        self._berita_acara(berkas_id)
        app.berkas.advance(berkas_id)

    def _berita_acara(self, berkas_id: int) -> None:
        app = self._app
        app.uji.keep_berita_acara(berkas_id, build(app.uji.compose_berita_acara(berkas_id)))
        (surat,) = (
            each for each in app.surat.list(berkas_id) if each.jenis is JenisSurat.BERITA_ACARA
        )
        self._letters.put_out(surat.id)
        self._letters.sign(surat.id)
        self._letters.hand_to(surat.id, [self._words["penyimpan_berita_acara"]])

    # Stages 3 to 5

    def _penetapan(self, berkas_id: int) -> None:
        app, letters = self._app, self._letters
        self._forward(1)
        surat_id = app.keputusan.draft(berkas_id)
        draft = letters.write_paper("Rancangan Keputusan", app.surat.compose(surat_id))
        app.surat.keep(surat_id, draft, "dicetak untuk ditandatangani")
        letters.send(app.penyusunan.pengantar(berkas_id))
        app.berkas.advance(berkas_id)
        self._forward(1)
        day = self._clock.day
        app.keputusan.sign(berkas_id, app.surat.propose_number(JenisSurat.KEPUTUSAN, day), day)
        self._signed = letters.write("Keputusan", ".pdf", app.surat.kept(surat_id) or b"")
        app.berkas.advance(berkas_id)

    def _pemutakhiran(self, berkas_id: int) -> None:
        app, letters = self._app, self._letters
        self._forward(1)
        # No paper was signed, so the final print stands in for its scan.
        app.dokumentasi.attach_scan(berkas_id, self._signed)
        copy = letters.write_paper("Salinan Keputusan", app.keputusan.compose_salinan(berkas_id))
        app.keputusan.keep_salinan(berkas_id, copy)
        letters.hand_to(app.keputusan.draft(berkas_id), self._words["penerima_keputusan"])
        app.dik.apply(berkas_id)
        app.berkas.advance(berkas_id)

    def _dokumentasi(self, berkas_id: int) -> None:
        app, letters = self._app, self._letters
        self._forward(1)
        pdf = letters.write_paper(
            "Daftar Informasi Publik yang Dikecualikan", app.dokumentasi.compose_list(berkas_id)
        )
        app.dokumentasi.keep_list(berkas_id, pdf)
        app.dokumentasi.publish(berkas_id, "Papan pengumuman (contoh)", self._clock.day)
        bundle = app.dokumentasi.write_bundle(berkas_id)
        letters.write("Bundel Arsip", ".zip", app.attachments.read(bundle.id))
        app.berkas.advance(berkas_id)

    def _forward(self, working_days: int) -> None:
        self._clock.day = self._app.calendar().add(self._clock.day, working_days)
