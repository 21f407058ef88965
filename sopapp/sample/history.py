"""The berkas of earlier years in the sample: what Arsip, Laporan and the versions look back on."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sopapp.app import App
from sopapp.clock import FixedClock
from sopapp.documents.build import build
from sopapp.domain.dik import JenisUsulan, Putusan
from sopapp.domain.surat import JenisSurat
from sopapp.sample.entry import entry_content, known_entries
from sopapp.sample.letters import SampleLetters
from sopapp.sample.uji import sample_tests
from sopapp.services.permintaan import Jawaban

_VALIDASI = 2


def leave_history(
    app: App, clock: FixedClock, data: Mapping[str, Any], units: Mapping[str, int], year: int
) -> None:
    """Carry each `lampau` of contoh.toml through all stages, before the berkas of `year`.

    Their papers are kept with the data only, not beside those of the finished berkas.
    """
    with tempfile.TemporaryDirectory() as scans:
        letters = SampleLetters(app, data["surat"], Path(scans), lambda _path: None)
        for words in data["lampau"]:
            clock.day = first_day(app, words, year)
            _PastBerkas(app, clock, letters, data, words).carry(units, year + words["tahun"])


def first_day(app: App, words: Mapping[str, Any], year: int) -> date:
    """The first working day from the one on which a `lampau` is said to begin."""
    tahun = year + words["tahun"]
    said = date.fromisoformat(words["mulai"].format(tahun=tahun, tahun_lalu=tahun - 1))
    return app.calendar().add(said - timedelta(days=1), 1)


class _PastBerkas:
    """One berkas with no more papers than its stages ask for."""

    def __init__(
        self,
        app: App,
        clock: FixedClock,
        letters: SampleLetters,
        data: Mapping[str, Any],
        words: Mapping[str, Any],
    ) -> None:
        self._app = app
        self._clock = clock
        self._letters = letters
        self._data = data
        self._words = words
        current = {entry["informasi"]: entry for entry in data["entri"]}
        self._entries = [
            {**current.get(each["informasi"], {}), **each} for each in words.get("usulan", ())
        ]

    def carry(self, units: Mapping[str, int], tahun: int) -> None:
        """Start it on the clock's day and bring it to its end."""
        app, reason = self._app, self._words.get("dikembalikan")
        judul = self._words["judul"].format(tahun=tahun)
        validasi, penetapan, pemutakhiran, dokumentasi = self._words["hari"]
        berkas_id = app.berkas.create(judul, tahun, self._clock.day)
        self._ask(berkas_id, units)
        self._take_answers(berkas_id, units)
        self._validate(berkas_id, validasi)
        if reason:
            self._forward(1)
            app.berkas.send_back(berkas_id, _VALIDASI, reason)
            self._validate(berkas_id, validasi)
        signed = self._decide(berkas_id, penetapan)
        self._bring_in(berkas_id, signed, pemutakhiran)
        self._archive(berkas_id, dokumentasi)

    def _ask(self, berkas_id: int, units: Mapping[str, int]) -> None:
        """One Nota Dinas for all units, signed and handed over on the first day."""
        app, letters = self._app, self._letters
        app.permintaan.choose_units(berkas_id, [units[kode] for kode in self._words["jawab"]])
        letters.send(*app.penyusunan.permintaan(berkas_id, per_unit=False))
        app.berkas.advance(berkas_id)
        app.berkas.advance(berkas_id)

    def _take_answers(self, berkas_id: int, units: Mapping[str, int]) -> None:
        app, asked = self._app, self._clock.day
        requests = {each.unit.id: each.id for each in app.permintaan.list(berkas_id)}
        listed = known_entries(app)
        for kode, days in self._words["jawab"].items():
            self._clock.day = app.calendar().add(asked, days)
            own = [entry for entry in self._entries if entry["unit"] == kode]
            for entry in own:
                jenis = JenisUsulan(entry.get("jenis", "baru"))
                known = listed.get(entry["informasi"])
                isi = known.isi if known and jenis is JenisUsulan.BUKA else entry_content(entry)
                entri_id = known.id if known else None
                app.usulan.add(berkas_id, units[kode], jenis, isi, entri_id)
            answer = Jawaban.USULAN if own else Jawaban.NIHIL
            app.permintaan.answer(requests[units[kode]], answer, self._clock.day)
        app.berkas.advance(berkas_id)

    def _validate(self, berkas_id: int, days: int) -> None:
        app = self._app
        self._forward(days)
        reasons = {entry["informasi"]: entry.get("catatan", "") for entry in self._entries}
        closed = [entry for entry in self._entries if entry.get("jenis") != JenisUsulan.BUKA]
        tests = sample_tests({**self._data, "entri": closed}, self._clock.day)
        for each in app.usulan.list(berkas_id):
            informasi = each.isi.informasi
            if each.jenis is JenisUsulan.BUKA:
                app.usulan.judge(each.id, Putusan.TERBUKA, reasons[informasi])
            else:
                app.uji.record(each.id, tests[informasi])
        app.berkas.advance(berkas_id)
        app.berkas.advance(berkas_id)

    def _decide(self, berkas_id: int, days: int) -> bytes:
        """Draft, number and sign the Keputusan; gives its PDF."""
        app = self._app
        surat_id = app.keputusan.draft(berkas_id)
        app.surat.keep(surat_id, build(app.surat.compose(surat_id)), "dicetak untuk ditandatangani")
        app.berkas.advance(berkas_id)
        self._forward(days)
        day = self._clock.day
        app.keputusan.sign(berkas_id, app.surat.propose_number(JenisSurat.KEPUTUSAN, day), day)
        app.berkas.advance(berkas_id)
        return app.surat.kept(surat_id) or b""

    def _bring_in(self, berkas_id: int, signed: bytes, days: int) -> None:
        app, letters = self._app, self._letters
        self._forward(days)
        app.dokumentasi.attach_scan(berkas_id, letters.write("Keputusan", ".pdf", signed))
        letters.hand_to(app.keputusan.draft(berkas_id), self._data["surat"]["penerima_keputusan"])
        app.dik.apply(berkas_id)
        app.berkas.advance(berkas_id)

    def _archive(self, berkas_id: int, days: int) -> None:
        app = self._app
        self._forward(days)
        app.dokumentasi.keep_list(berkas_id, build(app.dokumentasi.compose_list(berkas_id)))
        app.dokumentasi.publish(berkas_id, "Papan pengumuman (contoh)", self._clock.day)
        app.dokumentasi.write_bundle(berkas_id)
        app.berkas.advance(berkas_id)

    def _forward(self, working_days: int) -> None:
        self._clock.day = self._app.calendar().add(self._clock.day, working_days)
