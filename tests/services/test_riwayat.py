"""Riwayat found again: by words, day, person, kind, berkas, and by the record it is about."""

from __future__ import annotations

import ast
import io
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pypdfium2
import pytest

from sopapp.app import App, open_app
from sopapp.clock import FixedClock
from sopapp.documents.build import build
from sopapp.documents.list_content import TabelCetak
from sopapp.documents.printable import printable_tabel
from sopapp.domain.dik import JenisUsulan
from sopapp.domain.errors import EnvironmentProblem, NotFoundError
from sopapp.domain.permohonan import PermohonanInput
from sopapp.domain.riwayat import Catatan, JenisCatatan, Kelompok, RiwayatFilter
from sopapp.persistence import tables
from sopapp.services.riwayat_book import filter_words, printed_book
from sopapp.services.unit_kerja import UnitKerjaInput
from tests.conftest import SAMPLE_DAY, TODAY, Office, Sample
from tests.services import carrying

ROOT = Path(__file__).parents[2]


@pytest.fixture
def busy(sample_data: Sample, tmp_path: Path) -> Iterator[App]:
    shutil.copytree(sample_data.folder, tmp_path / "kantor")
    with open_app(tmp_path / "kantor", FixedClock(SAMPLE_DAY)) as opened:
        yield opened


def said(app: App, wanted: RiwayatFilter) -> list[str]:
    return [row.ringkasan for row in app.riwayat.rows(wanted)]


def about(app: App, kind: JenisCatatan, number: int) -> list[str]:
    return said(app, RiwayatFilter(catatan=Catatan(kind, number)))


class TestFilter:
    """What is asked for, newest first."""

    def test_without_anything_asked_for_every_row_is_there(self, busy: App) -> None:
        rows = busy.riwayat.rows(RiwayatFilter())
        assert [row.id for row in rows] == [event.id for event in busy.riwayat.list(limit=None)]
        assert len(rows) == busy.riwayat.count()

    def test_every_word_is_looked_for_in_sentence_person_and_berkas(self, busy: App) -> None:
        wanted = RiwayatFilter(text="SUSULAN usulan")
        found = busy.riwayat.rows(wanted)
        titles = busy.riwayat.titles()
        assert found
        for row in found:
            text = f"{row.ringkasan} {row.pelaku} {titles.get(row.berkas_id, '')}".casefold()
            assert "susulan" in text
            assert "usulan" in text

    def test_both_ends_of_the_days_are_wanted(self, busy: App) -> None:
        first = date(2026, 11, 19)
        rows = busy.riwayat.rows(RiwayatFilter(dari=first, sampai=first + timedelta(days=1)))
        days = {row.waktu.astimezone().date() for row in rows}
        assert days == {first, first + timedelta(days=1)}

    def test_a_write_is_there_at_once(self, app: App) -> None:
        before = app.riwayat.count()
        app.unit_kerja.add(UnitKerjaInput("U9", "Bidang 9", "Kepala"))
        newest = app.riwayat.rows(RiwayatFilter())[0]
        assert app.riwayat.count() == before + 1
        assert newest.ringkasan == "Unit kerja ditambahkan: Bidang 9."
        assert app.riwayat.get(newest.id).sesudah is not None

    def test_kinds_hold_what_they_say(self, busy: App) -> None:
        kinds = {row.aksi for row in busy.riwayat.rows(RiwayatFilter(kelompok=Kelompok.NOMOR))}
        assert {"surat.nomor", "keputusan.tanda_tangan", "agenda.catat"} <= kinds
        assert not any(kind.startswith("usulan.") for kind in kinds)


def acts_of_the_program() -> set[str]:
    """Every act that a service writes, as its code names it."""
    found: set[str] = set()
    for path in (ROOT / "sopapp").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if ".write(" not in text:
            continue
        tree = ast.parse(text)
        names = {
            target.id: node.value.value
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
            for target in node.targets
            if isinstance(target, ast.Name) and isinstance(node.value.value, str)
        }
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "write"
                and ast.unparse(node.func.value).endswith("store")
                and node.args
            ):
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    found.add(first.value)
                elif isinstance(first, ast.Name) and first.id in names:
                    found.add(names[first.id])
    return found


@pytest.mark.parametrize("text", ["{separuh", "[1]", "7"])
def test_a_row_that_another_program_spoilt_is_told(app: App, office: Office, text: str) -> None:
    app._database.execute_sql("DROP TRIGGER riwayat_tetap")
    app._database.execute_sql("UPDATE riwayat SET sesudah = ? WHERE id = 2", (text,))

    with pytest.raises(EnvironmentProblem, match="Isi riwayat di file data tidak terbaca"):
        app.riwayat.get(2)
    assert app.riwayat.rows(RiwayatFilter()), "the others can still be looked at"


def test_every_act_of_the_program_is_of_some_kind() -> None:
    acts = acts_of_the_program()
    assert len(acts) > 60
    assert {act for act in acts if not any(kind.holds(act) for kind in Kelompok)} == set()


def test_nothing_but_the_store_writes_riwayat() -> None:
    """Backups copy whole files and salvage makes a new one; the open file's rows stay."""
    forbidden = re.compile(
        r"Riwayat\.(create|insert|insert_many|update|delete|replace|save|bulk)|"
        r"(INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE|DELETE\s+FROM|REPLACE\s+INTO|DROP\s+TABLE|ALTER\s+TABLE)"
        r"\s+[\"`]?riwayat\b|DROP\s+TRIGGER\s+(IF\s+EXISTS\s+)?[\"`]?riwayat_|writable_schema",
        re.IGNORECASE,
    )
    writing = {
        path.relative_to(ROOT).as_posix()
        for folder in ("sopapp", "ui")
        for path in (ROOT / folder).rglob("*.py")
        if forbidden.search(path.read_text(encoding="utf-8"))
    }
    assert writing - {"sopapp/backup/salvage.py"} == {"sopapp/persistence/store.py"}


class TestRecords:
    """What riwayat tells of one record."""

    def test_a_letter_from_its_draft_to_its_hand_over(self, busy: App) -> None:
        own = (tables.Surat.jenis == "nota_dinas") & tables.Surat.unit.is_null(False)
        letter = tables.Surat.select().where(own).order_by(tables.Surat.id).first()
        found = about(busy, JenisCatatan.SURAT, letter.id)
        assert found[-1].startswith("8 Nota Dinas disusun")
        assert found[-2] == f"1 Nota Dinas diberi nomor: {letter.nomor}."
        assert "ditandatangani" in found[1]
        assert found[0].startswith("Serah terima 8 surat dicatat")
        assert not any("XI/2026" in words and letter.nomor not in words for words in found)

    def test_a_letter_is_followed_through_its_former_number(self, busy: App) -> None:
        letter = (
            tables.Surat.select()
            .where((tables.Surat.jenis == "nota_dinas") & tables.Surat.nomor.is_null(False)
                   & ~tables.Surat.ditandatangani & (tables.Surat.batal == ""))
            .order_by(tables.Surat.id.desc())
            .first()
        )  # fmt: skip
        before = len(about(busy, JenisCatatan.SURAT, letter.id))
        busy.surat.set_number(letter.id, "500.12/900/X", SAMPLE_DAY, "sisip", "Salah nomor.")
        found = about(busy, JenisCatatan.SURAT, letter.id)
        assert len(found) == before + 1
        assert "diberi Nomor 500.12/900/X" in found[0]
        assert any(letter.nomor in words for words in found)

    def test_the_only_keputusan_of_a_berkas(self, busy: App) -> None:
        kind = tables.Surat.jenis == "keputusan"
        letter = tables.Surat.select().where(kind).order_by(tables.Surat.id.desc()).first()
        found = about(busy, JenisCatatan.SURAT, letter.id)
        assert found[-1] == "Rancangan Keputusan disusun."
        assert any("ditandatangani" in words for words in found)
        assert any(words.startswith("Salinan Keputusan") for words in found)

    def test_an_entry_from_its_proposal_on(self, busy: App) -> None:
        entry = busy.dik.current()[0]
        found = about(busy, JenisCatatan.ENTRI, entry.id)
        assert any(words.startswith("Daftar diselaraskan") for words in found)
        assert any(words.startswith("Usulan baru") for words in found)
        busy.dik.set_note(entry.id, "Catatan untuk arsip.")
        assert about(busy, JenisCatatan.ENTRI, entry.id)[0].startswith("Catatan internal")

    def test_a_usulan_is_followed_through_its_former_title(self, app: App, office: Office) -> None:
        berkas_id = carrying.start(app)
        one, other = (
            app.usulan.add(berkas_id, office.units[0], JenisUsulan.BARU, carrying.complete(title))
            for title in ("Data A", "Data AB")
        )
        app.usulan.edit(one, carrying.complete("Data C"))
        app.usulan.edit(one, carrying.complete("Data D"))
        found = about(app, JenisCatatan.USULAN, one)
        assert len(found) == 3
        assert found[-1].endswith(": Data A")
        assert len(about(app, JenisCatatan.USULAN, other)) == 1

    def test_proposals_of_one_name_are_told_apart_by_what_they_hold(
        self, app: App, office: Office
    ) -> None:
        berkas_id = carrying.start(app)
        one, other = (
            app.usulan.add(berkas_id, unit, JenisUsulan.BARU, carrying.complete("Data A"))
            for unit in office.units[:2]
        )
        app.usulan.edit(one, replace(carrying.complete("Data A"), bentuk="Cetak"))
        app.usulan.edit(other, replace(carrying.complete("Data A"), bentuk="Digital"))
        app.usulan.edit(one, replace(carrying.complete("Data A"), bentuk="Cetak dan digital"))

        def rows(usulan: int) -> list[str]:
            wanted = RiwayatFilter(catatan=Catatan(JenisCatatan.USULAN, usulan))
            found = [app.riwayat.get(row.id) for row in app.riwayat.rows(wanted)]
            return [(each.sesudah or {})["bentuk"] for each in found]

        first = carrying.complete("Data A").bentuk
        assert rows(one) == ["Cetak dan digital", "Cetak", first]
        assert rows(other) == ["Digital", first]

    def test_an_official_and_a_unit_by_their_former_names(self, app: App, office: Office) -> None:
        official = next(each for each in app.pejabat.list() if each.id == office.kepala)
        app.pejabat.edit(office.kepala, replace(official.data, nama="Nama Baru"))
        assert len(about(app, JenisCatatan.PEJABAT, office.kepala)) == 2
        app.unit_kerja.edit(office.units[0], UnitKerjaInput("U1", "Bidang Baru", "Kepala"))
        found = about(app, JenisCatatan.UNIT_KERJA, office.units[0])
        assert found[0] == "Unit kerja “Bidang Baru” diubah."
        assert "Bidang 1" in found[1]
        assert not any("Bidang 2" in words for words in found)

    def test_a_request_with_its_letter(self, busy: App) -> None:
        request = tables.Permohonan.select().first()
        found = about(busy, JenisCatatan.PERMOHONAN, request.id)
        assert found[-1].endswith("dicatat.")
        assert any("disusun" in words for words in found)
        assert any("ditandatangani" in words for words in found)
        other = tables.Permohonan.select().order_by(tables.Permohonan.id.desc()).first()
        assert not any(other.nomor_pendaftaran in words for words in found)

    @pytest.mark.parametrize("kind", list(JenisCatatan))
    def test_a_record_that_is_gone_is_said_to_be(self, app: App, kind: JenisCatatan) -> None:
        with pytest.raises(NotFoundError):
            app.riwayat.about(Catatan(kind, 999))


def book(app: App, wanted: RiwayatFilter) -> TabelCetak:
    titles = app.riwayat.titles()
    return printed_book(
        app.riwayat.rows(wanted), filter_words(wanted, "", ""), titles, app.riwayat.end(),
        app.setting.letters().page(), app.instansi.get().nama, app.clock.today(),
    )  # fmt: skip


class TestBook:
    """The printed register."""

    def test_it_is_kept_oldest_first_and_carries_the_end_of_the_chain(self, busy: App) -> None:
        wanted = RiwayatFilter(kelompok=Kelompok.NOMOR, dari=date(2026, 11, 1), sampai=TODAY)
        letter = book(busy, wanted)
        newest = busy.riwayat.list(limit=1)[0].id
        rantai = tables.Riwayat.get_by_id(newest).rantai
        assert letter.kaki == f"Rantai riwayat sampai nomor {newest}: {rantai}"
        assert [int(row[0]) for row in letter.baris] == sorted(int(row[0]) for row in letter.baris)
        assert letter.keterangan.startswith(
            "Nomor surat, tanggal 1 November 2026 sampai 23 November 2026: "
        )

    def test_the_chain_stands_at_the_foot_of_every_sheet(self, busy: App) -> None:
        letter = printable_tabel(book(busy, RiwayatFilter()))
        document = pypdfium2.PdfDocument(io.BytesIO(build(letter)))
        end = busy.riwayat.end()
        assert end is not None
        assert len(document) > 2
        for number, page in enumerate(document, 1):
            text = page.get_textpage().get_text_range()
            assert end.rantai in text
            assert f"Halaman {number} dari {len(document)}" in text

    def test_nothing_of_an_applicant_is_printed(self, app: App) -> None:
        number = app.permohonan.add(
            PermohonanInput(
                "12/PPID", TODAY, "Pemohon Rahasia", "Jalan Sunyi 7", "0812-3456-7890",
                "Salinan arsip.",
            )
        )  # fmt: skip
        found = app.permohonan.get(number)
        app.permohonan.edit(number, replace(found.data, nama="Orang Lain"))
        app.permohonan.cancel(number, "Dicabut.")
        letter = book(app, RiwayatFilter(kelompok=Kelompok.PERMOHONAN))
        assert len(letter.baris) == 3
        for secret in ("Rahasia", "Orang Lain", "Sunyi", "0812"):
            assert secret not in repr(letter)
