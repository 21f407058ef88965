"""Stages 4 and 5: the scan, the list, its publication, and the archive bundle."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from sopapp.app import App
from sopapp.clock import FixedClock
from sopapp.domain.dik import JenisUsulan
from sopapp.domain.errors import DomainError, EnvironmentProblem
from sopapp.services.bundle import BundleFile, write_bundle
from sopapp.services.file_names import file_name
from sopapp.services.permintaan import Jawaban
from tests.conftest import TODAY, Office
from tests.services import carrying
from tests.services.carrying import PDF


@pytest.fixture
def signed(app: App, office: Office) -> int:
    """A berkas at the start of stage 4."""
    berkas_id = carrying.to_validasi(app, office.units)
    carrying.propose(app, berkas_id, office.units[0], carrying.complete("Data pemohon"))
    carrying.to_penetapan(app, berkas_id)
    carrying.sign(app, berkas_id, "7/UJI")
    app.berkas.advance(berkas_id)
    return berkas_id


@pytest.fixture
def documented(app: App, signed: int, tmp_path: Path) -> int:
    """A berkas at the start of stage 5."""
    app.dokumentasi.attach_scan(signed, carrying.scan_file(tmp_path))
    app.dik.apply(signed)
    app.berkas.advance(signed)
    return signed


class TestScan:
    @pytest.mark.parametrize(
        ("data", "media_type"),
        [
            (PDF, "application/pdf"),
            (b"\xef\xbb\xbf\n" + PDF, "application/pdf"),
            (carrying.photo(), "image/jpeg"),
            (carrying.photo("PNG"), "image/png"),
        ],
    )
    def test_its_content_tells_what_it_is(
        self, app: App, signed: int, tmp_path: Path, data: bytes, media_type: str
    ) -> None:
        source = tmp_path / "pindaian.dat"
        source.write_bytes(data)
        scan = app.dokumentasi.attach_scan(signed, source)

        assert scan == app.dokumentasi.scan(signed)
        assert (scan.nama, scan.tipe, scan.ukuran) == ("pindaian.dat", media_type, len(data))
        assert scan.sha256 == hashlib.sha256(data).hexdigest()

    @pytest.mark.parametrize("data", [b"MZ program", b"", b"PK\x03\x04 zip"])
    def test_anything_else_is_refused_by_name(
        self, app: App, signed: int, tmp_path: Path, data: bytes
    ) -> None:
        source = tmp_path / "pindaian.pdf"
        source.write_bytes(data)
        with pytest.raises(DomainError, match=r"pindaian\.pdf"):
            app.dokumentasi.attach_scan(signed, source)
        assert app.dokumentasi.scan(signed) is None

    def test_the_newest_counts_and_the_older_stay(
        self, app: App, signed: int, tmp_path: Path
    ) -> None:
        first = app.dokumentasi.attach_scan(signed, carrying.scan_file(tmp_path))
        better = tmp_path / "lebih jelas.pdf"
        better.write_bytes(PDF + b"jelas")
        assert app.dokumentasi.attach_scan(signed, better) == app.dokumentasi.scan(signed)
        assert app.attachments.read(first.id) == PDF + b"pindaian"

    def test_a_copy_is_handed_out(self, app: App, signed: int, tmp_path: Path) -> None:
        scan = app.dokumentasi.attach_scan(signed, carrying.scan_file(tmp_path))
        target = tmp_path / "salinan.pdf"
        target.write_bytes(b"lama")
        app.attachments.save_copy(scan.id, target)
        assert target.read_bytes() == PDF + b"pindaian"
        with pytest.raises(EnvironmentProblem, match="tidak dapat ditulis"):
            app.attachments.save_copy(scan.id, tmp_path / "tiada" / "salinan.pdf")

    def test_a_copy_of_a_changed_file_is_not_handed_out(
        self, app: App, signed: int, tmp_path: Path
    ) -> None:
        scan = app.dokumentasi.attach_scan(signed, carrying.scan_file(tmp_path))
        app._files.path(app.attachments.get(scan.id).sha256).write_bytes(b"lain")
        target = tmp_path / "salinan.pdf"
        with pytest.raises(EnvironmentProblem, match="telah berubah"):
            app.attachments.save_copy(scan.id, target)
        assert not target.exists()


class TestList:
    def test_not_before_the_register_follows(self, app: App, signed: int) -> None:
        with pytest.raises(DomainError, match="belum diselaraskan"):
            app.dokumentasi.compose_list(signed)

    def test_it_lists_what_is_closed_and_cites_the_keputusan(
        self, app: App, documented: int
    ) -> None:
        listed = app.dokumentasi.compose_list(documented)
        assert [row.informasi for row in listed.daftar] == ["Data pemohon"]
        assert (listed.nomor_keputusan, listed.tanggal_keputusan) == ("7/UJI", TODAY)

    def test_the_bytes_are_kept_as_they_were(self, app: App, documented: int) -> None:
        assert app.dokumentasi.list_pdf(documented) is None
        app.dokumentasi.keep_list(documented, PDF + b"1")
        app.dokumentasi.keep_list(documented, PDF + b"2")
        assert app.dokumentasi.list_pdf(documented) == PDF + b"2"

    @pytest.mark.parametrize(
        ("tempat", "day", "field", "words"),
        [
            (" ", TODAY, "tempat", "Tuliskan tempat"),
            ("Laman", date(2026, 11, 24), "tanggal", "masa depan"),
            ("Laman", date(2026, 11, 22), "tanggal", "mendahului tanggal Keputusan"),
        ],
    )
    def test_what_cannot_be_published(
        self, app: App, documented: int, tempat: str, day: date, field: str, words: str
    ) -> None:
        with pytest.raises(DomainError, match=words) as caught:
            app.dokumentasi.publish(documented, tempat, day)
        assert caught.value.field == field
        assert app.dokumentasi.publications(documented) == ()

    def test_places_are_recorded_and_a_slip_is_taken_back(self, app: App, documented: int) -> None:
        app.dokumentasi.publish(documented, " Laman ", TODAY, " https://contoh ")
        app.dokumentasi.publish(documented, "Papan", TODAY)
        laman, papan = app.dokumentasi.publications(documented)
        assert (laman.tempat, laman.tanggal, laman.tautan) == ("Laman", TODAY, "https://contoh")
        app.dokumentasi.unpublish(laman.id)
        app.dokumentasi.unpublish(laman.id)
        assert app.dokumentasi.publications(documented) == (papan,)
        assert app.riwayat.list(documented)[0].sebelum["tempat"] == "Laman"


class TestBundle:
    def test_it_holds_every_paper_with_checksums(
        self, app: App, office: Office, tmp_path: Path
    ) -> None:
        berkas_id = carrying.to_answers(app, office.units, "Pemutakhiran: 2026/ke-1")
        answer = tmp_path / "usulan.docx"
        answer.write_bytes(b"PK\x03\x04 usulan")
        app.usulan.add(berkas_id, office.units[0], JenisUsulan.BARU, carrying.complete("x"))
        first = app.permintaan.list(berkas_id)[0]
        app.permintaan.answer(first.id, Jawaban.USULAN, TODAY, file=answer)
        for each in app.permintaan.list(berkas_id)[1:]:
            app.permintaan.answer(each.id, Jawaban.NIHIL, TODAY)
        app.berkas.advance(berkas_id)
        carrying.exclude(app, app.usulan.list(berkas_id)[0].id)
        carrying.to_penetapan(app, berkas_id)
        carrying.sign(app, berkas_id, "7/UJI")
        carrying.apply(app, berkas_id, tmp_path)
        app.berkas.advance(berkas_id)
        with pytest.raises(DomainError, match="Buat daftar"):
            app.dokumentasi.write_bundle(berkas_id)
        app.dokumentasi.keep_list(berkas_id, PDF + b"daftar")
        bundle = app.dokumentasi.write_bundle(berkas_id)

        assert bundle == app.dokumentasi.bundle(berkas_id)
        assert (bundle.nama, bundle.tipe) == (
            "Arsip-Pemutakhiran-2026-ke-1.zip", "application/zip",
        )  # fmt: skip
        with zipfile.ZipFile(io.BytesIO(app.attachments.read(bundle.id))) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
        assert sorted(members) == [
            "SHA256SUMS",
            "daftar/Daftar-Informasi-yang-Dikecualikan.pdf",
            "jawaban/U1-usulan.docx",
            "pindaian/Keputusan-7-UJI-bertanda-tangan.pdf",
            "riwayat.json",
            "riwayat.txt",
            "surat/Keputusan-7-UJI.pdf",
            "surat/Nota-Dinas-permintaan-500.12-1-UJI-XI-2026-Bidang-1.pdf",
            "surat/Nota-Dinas-permintaan-500.12-2-UJI-XI-2026-Bidang-2.pdf",
            "surat/Nota-Dinas-permintaan-500.12-3-UJI-XI-2026-Bidang-3.pdf",
        ]
        assert members["surat/Keputusan-7-UJI.pdf"].startswith(b"%PDF-")
        assert members["jawaban/U1-usulan.docx"] == b"PK\x03\x04 usulan"
        for line in members.pop("SHA256SUMS").decode().splitlines():
            digest, name = line.split("  ")
            assert hashlib.sha256(members.pop(name)).hexdigest() == digest
        assert members == {}

    def test_riwayat_in_it_is_that_of_the_berkas_from_the_beginning(
        self, app: App, documented: int
    ) -> None:
        app.dokumentasi.keep_list(documented, PDF)
        told = [event.id for event in reversed(app.riwayat.list(documented, limit=None))]
        bundle = app.dokumentasi.write_bundle(documented)
        with zipfile.ZipFile(io.BytesIO(app.attachments.read(bundle.id))) as archive:
            events = json.loads(archive.read("riwayat.json"))
            text = archive.read("riwayat.txt").decode()
        assert [event["id"] for event in events] == told
        assert "dimulai" in text.splitlines()[3]

    def test_the_same_input_gives_the_same_bytes_and_names_never_meet(self) -> None:
        files = [
            BundleFile("jawaban", title, suffix, title.encode)
            for title in ("A/B", "a-b", "A B", "…", "CON", "x" * 200)
            for suffix in (".pdf", "", ".p\ndf")
        ]
        now = datetime(2026, 11, 23, tzinfo=UTC)
        first, second = (write_bundle("Judul", files, (), now) for _ in range(2))
        assert first == second
        with zipfile.ZipFile(io.BytesIO(first)) as archive:
            names = archive.namelist()
            assert len({name.casefold() for name in names}) == len(files) + 3
            assert all(name.startswith("jawaban/") for name in names[: len(files)])
            assert not any("\n" in name or "\\" in name for name in names)
            sums = archive.read("SHA256SUMS").decode().splitlines()
        assert len(sums) == len(files) + 2

    @pytest.mark.parametrize(
        ("title", "name"),
        [
            ("Nota Dinas 1/2/3", "Nota-Dinas-1-2-3.pdf"),
            ("..", "berkas.pdf"),
            ("Né <b>", "Né-b.pdf"),
            ("x" * 89 + "..y", "x" * 89 + ".pdf"),
            (f"Lembar Uji {'Rencana ' * 9}pengawasan", f"Lembar-Uji{'-Rencana' * 9}.pdf"),
        ],
    )
    def test_file_names(self, title: str, name: str) -> None:
        assert file_name(title, ".pdf") == name

    def test_it_counts_only_while_nothing_came_after_it(
        self, app: App, clock: FixedClock, office: Office, tmp_path: Path
    ) -> None:
        berkas_id = carrying.to_validasi(app, office.units)
        carrying.to_penetapan(app, berkas_id)
        carrying.sign(app, berkas_id, "7/UJI")
        carrying.apply(app, berkas_id, tmp_path)
        app.berkas.advance(berkas_id)
        app.dokumentasi.keep_list(berkas_id, PDF + b"daftar")
        app.dokumentasi.write_bundle(berkas_id)
        clock.day = date(2026, 11, 24)
        app.dokumentasi.publish(berkas_id, "Laman", TODAY)
        assert [lack.key for lack in app.berkas.get(berkas_id).missing] == ["arsip_dibuat"]

        app.dokumentasi.write_bundle(berkas_id)
        assert app.berkas.get(berkas_id).missing == ()
