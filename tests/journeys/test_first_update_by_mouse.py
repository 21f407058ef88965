"""The first update of a new office, from an empty folder to the archive, by mouse."""

from __future__ import annotations

import zipfile
from datetime import date
from io import BytesIO

from sopapp.domain.dik import Putusan
from sopapp.domain.sop import LaneCode
from tests.journeys.driving import Desk
from tests.journeys.papers import pages_of, text_of
from tests.services.carrying import PDF

ANSWER = PDF + b"% jawaban Sekretariat"

UNITS = (
    "SET; Sekretariat; Sekretaris\n"
    "IND; Bidang Industri & Agro; Kepala Bidang Industri & Agro\n"
    "DAG; Bidang Perdagangan; Kepala Bidang Perdagangan"
)
SALARY = "Data gaji dan rekening pegawai"
AUDIT = "Kertas kerja pemeriksaan yang belum final"
PRICES = "Rencana harga satuan pengadaan"


def test_from_an_empty_folder_to_the_archive(desk: Desk):
    set_up_office(desk)
    begin(desk)
    ask(desk)
    answers(desk)
    validate(desk)
    decide(desk)
    update(desk)
    document(desk)
    look_back(desk)
    look_at_papers(desk)


# -- settings ---------------------------------------------------------------------------------


def set_up_office(desk: Desk) -> None:
    desk.wait(lambda: desk.reads("Lengkapi data kantor dahulu"))
    desk.click("Buka Pengaturan")
    desk.fill("Pemerintah", "Pemerintah Provinsi Uji")
    desk.fill("Nama instansi", "Dinas Perindustrian Uji")
    desk.fill("Singkatan", "DPU")
    desk.fill("Alamat", "Jalan Uji Coba Nomor 1, Kota Uji 85111\nTelepon (0380) 123456")
    desk.fill("Kota", "Kota Uji")
    desk.click("Simpan")
    assert desk.reads("Perubahan tersimpan.")
    desk.tab("Unit kerja")
    desk.click("Tempel beberapa baris…")
    desk.fill("Baris unit kerja", UNITS)
    desk.click("Tambah 3 unit")
    assert [row[1] for row in desk.table("Unit kerja")] == [
        "Sekretariat",
        "Bidang Industri & Agro",
        "Bidang Perdagangan",
    ]
    desk.tab("Pejabat")
    official(desk, "Budi Contoh, S.Sos.", "Sekretaris", "PPID Pembantu")
    desk.click("Tambah")
    official(desk, "Ani Contoh, M.Si.", "Kepala Dinas Perindustrian Uji", "Atasan PPID Pembantu")
    desk.tab("Surat")
    desk.fill("Klasifikasi", "500.12")
    desk.click("Simpan")
    assert desk.app.instansi.ready() == ()


def official(desk: Desk, nama: str, jabatan: str, peran: str) -> None:
    desk.fill("Nama dan gelar", nama)
    desk.fill("NIP", "19700101 199503 1 001")
    desk.fill("Jabatan", jabatan)
    desk.choose("Peran", peran)
    desk.fill_day("Berlaku dari", date(2026, 1, 5))
    desk.click("Simpan")
    assert nama in [row[0] for row in desk.table("Pejabat")]


# -- stage 1 ----------------------------------------------------------------------------------


def begin(desk: Desk) -> None:
    desk.click("Papan")
    desk.click("Buat berkas pertama")
    assert desk.reads("Senin, 30 November 2026")
    desk.click("Mulai berkas")
    desk.wait(lambda: desk.window.front == "berkas")
    assert desk.reads("Belum ada unit kerja yang diminta")


def ask(desk: Desk) -> None:
    desk.click("Pilih unit kerja…")
    desk.click("Pakai pilihan ini")
    desk.click("Buat Nota Dinas")
    desk.pick("Satu surat per unit kerja")
    desk.click("Nomori semua…")
    desk.click("Nomori 3 surat")
    assert [row[1] for row in desk.table("Permintaan per unit kerja")] == [
        "500.12/1/DPU/XI/2026",
        "500.12/2/DPU/XI/2026",
        "500.12/3/DPU/XI/2026",
    ]
    desk.row("Permintaan per unit kerja", "Industri")
    desk.click("Ubah surat…")
    desk.fill("Lampiran", "1 (satu) formulir")
    desk.settle()
    desk.click("Simpan teks")
    desk.click("Cetak semua…")
    desk.print_shown("Cetak 3 surat…")
    assert {row[3] for row in desk.table("Permintaan per unit kerja")} == {"Dicetak"}
    desk.advance()
    assert desk.stands() == (1, LaneCode.PPID_PEMBANTU)
    desk.advance()
    assert desk.stands() == (1, LaneCode.UNIT_KERJA)


def answers(desk: Desk) -> None:
    desk.day(date(2026, 11, 25))
    letter = desk.folder / "Jawaban Sekretariat.pdf"
    letter.write_bytes(ANSWER)
    desk.advance()
    assert desk.prompts.missing[0].text.startswith("3 unit kerja belum menjawab")

    desk.row("Permintaan per unit kerja", "Sekretariat")
    desk.click("Tambah usulan…")
    usulan(desk, SALARY)
    desk.click("Catat jawaban…")
    desk.prompts.file = letter
    desk.click("Pilih file…")
    desk.click("Simpan jawaban")

    desk.row("Permintaan per unit kerja", "Industri")
    desk.click("Catat jawaban…")
    desk.click("Nihil – tidak ada yang diusulkan")
    desk.click("Simpan jawaban")

    desk.row("Permintaan per unit kerja", "Perdagangan", double=True)
    desk.click("Tidak menjawab – ditutup tanpa jawaban")
    desk.click("Simpan jawaban")
    assert desk.reads("Tuliskan mengapa unit kerja ditutup tanpa jawaban.")
    desk.fill("Alasan", "Sudah diingatkan dua kali")
    desk.click("Simpan jawaban")

    assert [row[4] for row in desk.table("Permintaan per unit kerja")] == [
        "Usulan",
        "Nihil",
        "Tidak menjawab",
    ]
    desk.advance()
    assert desk.stands() == (2, LaneCode.PPID_PEMBANTU)


def usulan(desk: Desk, informasi: str, *, complete: bool = True) -> None:
    desk.fill("Informasi", informasi)
    if complete:
        desk.choose("Huruf Pasal 17", "huruf h")
        desk.fill("Konsekuensi bila dibuka", "Identitas pegawai dapat disalahgunakan pihak lain.")
        desk.fill("Manfaat bila ditutup", "Privasi pegawai terlindungi dari penyalahgunaan.")
        desk.choose("Jenis jangka waktu", "Selama")
        desk.fill("Lama dalam tahun", "5")
    desk.click("Simpan usulan")


# -- stage 2 ----------------------------------------------------------------------------------


def validate(desk: Desk) -> None:
    for unit, informasi, complete in (
        ("Bidang Perdagangan", AUDIT, False),
        ("Sekretariat", PRICES, True),
    ):
        desk.click("Tambah usulan…")
        desk.click("Simpan usulan")
        assert desk.reads("Pilih unit kerja yang mengusulkan.")
        desk.choose("Unit kerja", unit)
        usulan(desk, informasi, complete=complete)
    assert len(desk.table("Usulan unit kerja")) == 3

    desk.row("Usulan unit kerja", AUDIT)
    assert desk.reads("Belum dapat dikecualikan: • Pilih huruf Pasal 17")
    desk.click("Kembalikan ke unit…")
    assert "Pilih huruf Pasal 17" in desk.field("Yang perlu diperbaiki").toPlainText()
    desk.click("Kembalikan")
    desk.row("Usulan unit kerja", SALARY)
    desk.weigh()
    desk.row("Usulan unit kerja", PRICES)
    desk.click("Terbuka")

    desk.advance()
    assert desk.stands() == (2, LaneCode.UNIT_KERJA)
    desk.day(date(2026, 11, 26))
    desk.row("Usulan unit kerja", AUDIT)
    desk.click("Sudah diperbaiki…")
    usulan(desk, AUDIT)
    desk.advance()
    assert desk.stands() == (2, LaneCode.PPID_PEMBANTU)
    desk.row("Usulan unit kerja", AUDIT)
    desk.weigh()
    desk.tab("Rancangan daftar")
    assert desk.reads("2 ditambahkan, 0 diubah, 0 dibuka kembali, 0 tetap.")
    desk.advance()
    assert desk.stands() == (3, LaneCode.ADMIN_PPID)


# -- stage 3 ----------------------------------------------------------------------------------


def decide(desk: Desk) -> None:
    desk.click("Susun rancangan")
    desk.settle()
    desk.click("Ubah teks…")
    desk.fill("Tembusan", "Gubernur Provinsi Uji di Kota Uji (sebagai laporan)")
    desk.settle()
    desk.click("Simpan teks")
    desk.click("Pratinjau dan cetak…")
    desk.settle()
    assert desk.reads("tempat nomor dan tanggal dibiarkan kosong")
    desk.print_shown()
    desk.advance()
    assert desk.stands() == (3, LaneCode.ATASAN_PPID_PEMBANTU)
    desk.day(date(2026, 11, 30))
    desk.click("Catat nomor dan tanggal…")
    desk.fill("Nomor", "500.12/7/DPU/2026")
    desk.fill_day("Tanggal surat", date(2026, 11, 27))
    desk.click("Simpan")
    desk.settle()
    assert desk.reads("Nomor 500.12/7/DPU/2026 tanggal 27 November 2026")
    desk.advance()
    assert desk.stands() == (4, LaneCode.ADMIN_PPID)


# -- stages 4 and 5 ---------------------------------------------------------------------------


def update(desk: Desk) -> None:
    scan = desk.folder / "Pindaian SK.pdf"
    scan.write_bytes(desk.app.surat.kept(desk.app.keputusan.find(1)))
    desk.prompts.file = scan
    desk.click("Pilih file…")
    assert desk.reads("Pindaian SK.pdf ·")
    assert {row[0] for row in desk.table("Perubahan pada daftar")} == {"Ditambahkan"}
    desk.prompts.shown.clear()
    desk.click("Terapkan ke daftar…")
    assert desk.prompts.shown[0].startswith("2 informasi ditambahkan, 0 diubah")
    assert desk.reads("Daftar sudah sesuai dengan Keputusan.")
    desk.advance()
    assert desk.stands() == (5, LaneCode.ADMIN_PPID)


def document(desk: Desk) -> None:
    desk.settle()
    desk.click("Buat daftar (PDF)")
    desk.settle()
    desk.click("Catat pengumuman…")
    desk.fill("Tempat", "Laman PPID")
    desk.fill("Tautan", "https://ppid.contoh.go.id/dik?tahun=2026&jenis=dik")
    desk.click("Simpan")
    desk.click("Buat bundel")
    desk.settle()
    desk.advance()
    assert desk.stands() is None


def look_back(desk: Desk) -> None:
    desk.click("Papan")
    desk.wait(lambda: desk.reads("Tidak ada berkas berjalan"))
    desk.click("Arsip")
    assert desk.table("Berkas di arsip") == [
        ("Pemutakhiran DIK Tahun 2026", "2026", "Selesai", "23 Nov 2026", "30 Nov 2026", "")
    ]
    desk.click("Daftar (DIK)")
    assert set(desk.column("Daftar informasi", "Informasi")) == {SALARY, AUDIT}
    decisions = desk.column("Daftar informasi", "Keputusan")
    assert set(decisions) == {"500.12/7/DPU/2026, 27 Nov 2026"}
    desk.click("Riwayat")
    assert any("Keputusan Nomor 500.12/7/DPU/2026" in row[2] for row in desk.table("Riwayat"))
    verdicts = {each.isi.informasi: each.putusan for each in desk.app.usulan.list(1)}
    assert verdicts[PRICES] is Putusan.TERBUKA


def look_at_papers(desk: Desk) -> None:
    app = desk.app
    secretariat, industry, _trade, keputusan = app.surat.list(1)
    assert "Lampiran : 1 (satu) formulir" in text_of(app.surat.kept(industry.id))
    words = text_of(app.surat.kept(secretariat.id))
    for said in (
        "DINAS PERINDUSTRIAN UJI",
        "Jalan Uji Coba Nomor 1, Kota Uji 85111",
        "500.12/1/DPU/XI/2026",
        "23 November 2026",
        "Sekretaris",
        "30 November 2026",
        "Budi Contoh, S.Sos.",
        "NIP 19700101 199503 1 001",
    ):
        assert said in words, said
    words = text_of(app.surat.kept(keputusan.id))
    for said in (
        "KEPALA DINAS PERINDUSTRIAN UJI",
        "NOMOR : 500.12/7/DPU/2026",
        "Gubernur Provinsi Uji di Kota Uji (sebagai laporan)",
        "Ditetapkan di Kota Uji",
        "27 November 2026",
        "Ani Contoh, M.Si.",
        SALARY,
        AUDIT,
        "Pasal 17 huruf h",
        "5 tahun",
    ):
        assert said in words, said
    assert PRICES not in words
    listed = text_of(app.dokumentasi.list_pdf(1))
    assert SALARY in listed
    assert "500.12/7/DPU/2026" in listed

    # What was on screen is what was kept, and as many sheets of it came out of the printer.
    first_prints = [app.attachments.read(s.cetakan[0].attachment_id) for s in app.surat.list(1)]
    assert desk.shown == [first_prints[0], first_prints[3]]
    assert "27 November 2026" not in text_of(first_prints[3])
    letters, decision = (pages_of(path.read_bytes()) for path in desk.printed)
    assert letters == sum(pages_of(pdf) for pdf in first_prints[:3])
    assert decision == pages_of(first_prints[3])

    bundle = app.attachments.read(app.dokumentasi.bundle(1).id)
    with zipfile.ZipFile(BytesIO(bundle)) as archive:
        held = [archive.read(name) for name in archive.namelist()]
        assert archive.testzip() is None
    for pdf in (*(app.surat.kept(s.id) for s in app.surat.list(1)), app.dokumentasi.list_pdf(1)):
        assert pdf in held
    assert (desk.folder / "Pindaian SK.pdf").read_bytes() in held
    assert ANSWER in held
    assert desk.check() == ()
