"""Every paper as the services make it from records: words, places, pages, fonts, archive copies.

Short and hostile content, on A4 and F4; the figures are measured in the PDFs.
"""

from __future__ import annotations

import io
import itertools
import shutil
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest

from sopapp.documents.paper_parts import PAPERS
from sopapp.services.letter_settings import LetterSettings
from tests.documents import preflight
from tests.documents.measuring import Measured, measure
from tests.documents.office_story import Papers, Story
from tests.documents.office_words import FIVE_TITLES, HAL, SHORT, hostile
from tests.documents.reading import squeezed

KOP_SHORT = ("PEMERINTAH PROVINSI CONTOH TIMUR", "DINAS PERCONTOHAN DAN PERAGAAN", "Jalan Contoh")
KOP_HOSTILE = ("PEMERINTAH PROVINSI KEPULAUAN CONTOH TIMUR RAYA", "DINAS PERINDUSTRIAN",
               "Jalan Raya Percontohan")  # fmt: skip
PPID = ("SEKRETARIS SELAKU", "PPID PEMBANTU,", "MARIA CONTOH, S.Sos., M.Si.", "Pembina Tingkat I",
        "NIP 19750505 200003 2 002")  # fmt: skip
ATASAN = ("KEPALA DINAS", "PROVINSI CONTOH TIMUR,", "MARTHEN CONTOH, S.E., M.Si.",
          "Pembina Utama Muda", "NIP 19700101 199503 1 001")  # fmt: skip
UB = ("a.n. KEPALA DINAS", "SEKRETARIS", "u.b.", "KEPALA BIDANG LAYANAN", "SELAKU PPID PEMBANTU,",
      "YOHANES PERAGA, S.Kom.", "NI PPPK 19900101 202321 1 012")  # fmt: skip
PLT = ("Plt. KEPALA DINAS", "PROVINSI CONTOH TIMUR,", *FIVE_TITLES.split(", "),
       "Pembina Utama Muda", "NIP 19700101 199503 2 001")  # fmt: skip
CLOSING = "Demikian untuk dilaksanakan. Atas perhatian dan kerja sama Saudara"
KEPUTUSAN = ("KEPUTUSAN KEPALA DINAS", "NOMOR : 500.12/1/KEP/UJI/XII/2026", "TENTANG",
             "KEPALA DINAS PERCONTOHAN DAN PERAGAAN PROVINSI CONTOH TIMUR,", "Menimbang", ":", "a.",
             "bahwa", "b.", "c.", "Mengingat")  # fmt: skip
SET = ("Ditetapkan di Kota Contoh", "pada tanggal 7 Desember 2026")

TEXTS: dict[str, dict[str, tuple[str, ...]]] = {
    "short": {
        "nota_dinas_konsep": (
            *KOP_SHORT, "NOTA DINAS", "Yth.", "1.Kepala Subbagian Umum", "3.Kepala Bidang",
            "Dari", "Sekretaris selaku PPID Pembantu", "Tanggal:Nomor", "500.12//UJI/XI/2026",
            *PPID,
        ),
        "nota_dinas": (
            *KOP_SHORT, "NOTA DINAS", "Yth.", "Dari", "Tanggal", "23 November 2026", "Nomor",
            "500.12/1/UJI/XI/2026", "Sifat", "Segera", "Lampiran", "-", "Hal",
            "Permintaan Dokumen Daftar Informasi yang Dikecualikan Tahun 2026", "Dalam rangka",
            "1.menyampaikan usulan", "a.baru", "d.dibuka kembali",
            "4.menyampaikan jawaban dalam waktu 5 (lima) hari kerja", "30 November 2026.",
            CLOSING, *PPID,
        ),
        "pengingat": (
            *KOP_SHORT, "NOTA DINAS", "Kepala Subbagian Umum", "26 November 2026",
            "Menindaklanjuti Nota Dinas Nomor 500.12/1/UJI/XI/2026 tanggal 23 November 2026",
            "belum diterima", "diingatkan", "30 November 2026", CLOSING, *PPID,
        ),
        "pengembalian": (
            *KOP_SHORT, "NOTA DINAS", "3 Desember 2026", "Pengembalian Usulan",
            "usulan Sekretariat",
            "1.Rencana pengawasan: Tuliskan konsekuensi apabila informasi dibuka.",
            "paling lambat tanggal", CLOSING, *PPID,
        ),
        "pengantar": (
            *KOP_SHORT, "NOTA DINAS", "Kepala Dinas Percontohan", "1 (satu) berkas",
            "Penyampaian Rancangan Keputusan", "memuat 1 (satu) informasi", "menandatangani", *PPID,
        ),
        "lembar_uji": (
            *KOP_SHORT, "LEMBAR UJI KONSEKUENSI", "Informasi yang diuji", "Identitas pelapor",
            "Unit kerja pemilik", "Kamis, 3 Desember 2026", "Dasar hukum", "Konsekuensi bila",
            "Kepentingan publik", "Kepatutan", "Jawaban: Tidak", "Kesimpulan",
            "Dikecualikan seluruhnya", "5 tahun", "Peserta uji konsekuensi:", "Maria Contoh",
            "Menyetujui,", "Menetapkan,", "MARIA CONTOH, S.Sos., M.Si.",
        ),
        "berita_acara": (
            *KOP_SHORT, "BERITA ACARA UJI KONSEKUENSI", "NOMOR : 500.12/1/BA/UJI/XII/2026",
            "Pada hari ini Kamis, tanggal tiga, bulan Desember, tahun dua ribu dua puluh enam",
            "(03-12-2026)", "1 (satu) informasi", "Dikecualikan", "Demikian Berita Acara",
            "Menyetujui,", "Menetapkan,", "DAFTAR HADIR", "Yohanes Peraga",
        ),
        "keputusan": (
            *KOP_SHORT, *KEPUTUSAN, "Undang-Undang Nomor 14 Tahun 2008",
            "Peraturan Pemerintah Nomor 61", "Keputusan Gubernur", "MEMUTUSKAN :", "Menetapkan",
            "KESATU", "KEDUA", "KETIGA", "KEEMPAT", *SET, *ATASAN, "Tembusan:", "1.PPID Utama",
            "(sebagai laporan);", "2.Kepala Unit Kerja", "LAMPIRAN", "NOMOR", "TANGGAL",
            "7 DESEMBER 2026", "TENTANG", "DAFTAR INFORMASI PUBLIK YANG DIKECUALIKAN TAHUN 2026",
            "1.", "Identitas pelapor", *ATASAN,
        ),
        "salinan": (
            "SALINAN", *KOP_SHORT, *KEPUTUSAN, "MEMUTUSKAN :", *SET, "KEPALA DINAS", "ttd.",
            "MARTHEN CONTOH", "Tembusan:", "Salinan sesuai dengan aslinya", *PPID, "LAMPIRAN",
            "ttd.",
        ),
        "daftar_publik": (
            *KOP_SHORT, "DAFTAR INFORMASI PUBLIK YANG DIKECUALIKAN DI LINGKUNGAN",
            "Berdasarkan Keputusan Nomor 500.12/1/KEP/UJI/XII/2026 tanggal 7 Desember 2026",
            "Identitas pelapor", "5 tahun", "Sekretariat", "tidak dipungut biaya.",
        ),
        "penolakan_1": (
            *KOP_SHORT, "SURAT KEPUTUSAN PPID", "TENTANG", "PENOLAKAN PERMOHONAN INFORMASI",
            "NOMOR : 500.12/1/PPID/UJI/XII/2026", "07/PI/XI/2026", "Antonius Contoh",
            "0812 3456 7890", "Nama pelapor", "INFORMASI YANG DIKECUALIKAN",
            "Pasal 17 huruf h angka 2 dan huruf j Undang-Undang", "Pasal 4 ayat (2)",
            "nomor urut 1",
            "Pelapor dapat diintimidasi", "PERMOHONAN INFORMASI DITOLAK", "30 (tiga puluh) hari",
            "tidak dipungut biaya.", "Kota Contoh, 10 Desember 2026", *PPID, "Lampiran:",
            "Lembar Uji Konsekuensi atas 1 (satu) informasi.",
        ),
        "sop": (
            "Nomor SOP", "5 September 2022", "MARTHEN CONTOH", "Dasar Hukum", "Keterkaitan",
            "Peringatan", "Pencatatan", "PPID Pembantu", "Unit Kerja", "Admin PPID", "5 hari kerja",
            "Total Waktu", "11 hari kerja",
        ),
        "buku_agenda": (
            *KOP_SHORT, "BUKU AGENDA SURAT KELUAR TAHUN 2026", "500.12/1/UJI/XI/2026",
            "BATAL:", "permohonannya.", "Nomor sisipan", "1.01",
            "Sekretaris. Nomor dipakai di luar program", "Nomor yang belum dipakai:",
            "Nota Dinas 5–8.",
        ),
        "buku_ekspedisi": (
            *KOP_SHORT, "BUKU EKSPEDISI", "Pemutakhiran DIK Tahun 2026", "Kepala Bidang 1",
            "Petugas Penerima",
        ),
    },
    "hostile": {
        "nota_dinas": (
            *KOP_HOSTILE, "NOTA DINAS", "(daftar terlampir)", "Tembusan", "1.Gubernur",
            "3.Inspektur", "Sangat Segera", "3 (tiga) lembar", HAL, "Dalam rangka",
            "(5 * 3 tidak miring)", "-satu lembar", "b.usulan yang tidak lengkap", CLOSING, *UB,
            "Lampiran Nota Dinas", "DAFTAR PENERIMA NOTA DINAS",
            *(f"{n}.Kepala UPTD Balai Pengujian dan Sertifikasi Mutu Barang Wilayah {n}"
              for n in range(1, 41)),
            *UB,
        ),
        "pengingat": (*KOP_HOSTILE, "2 Desember 2026", "telah lewat 2 (dua) hari kerja", *UB),
        "pengembalian": (*KOP_HOSTILE, "1.Berita acara", "*tahap* 1:", "6.", CLOSING, *UB),
        "pengantar": (*KOP_HOSTILE, "Plt. Kepala Dinas", "informasi. Rancangan Keputusan", *UB),
        "lembar_uji": (
            *KOP_HOSTILE, "Dikecualikan sebagian", "nama, alamat, dan nomor telepon pelapor",
            "Peserta 12", "Plt. KEPALA DINAS", "YOHANES PERAGA",
        ),
        "berita_acara": (*KOP_HOSTILE, "2 (dua) informasi", "Menyetujui,", "DAFTAR HADIR",
                         "Peserta 12"),
        "keputusan": (
            *KOP_HOSTILE, *KEPUTUSAN, *(f"{n}.Peraturan Menteri" for n in range(1, 10)),
            "Memperhatikan", "MEMUTUSKAN :", "Lampiran II", "Lampiran III", "a.tata cara; dan",
            *SET, *PLT, "3.Yang bersangkutan untuk diketahui.", "LAMPIRAN I",
            "DAFTAR INFORMASI PUBLIK YANG DIKECUALIKAN TAHUN 2026", "1.", "30.", *PLT,
            "LAMPIRAN II", "TATA CARA PERMINTAAN INFORMASI", *PLT, "LAMPIRAN III", "BAGAN ALIR",
            *PLT,
        ),
        "salinan": ("SALINAN", *KOP_HOSTILE, "ttd.", "Salinan sesuai dengan aslinya", *UB, "ttd.",
                    "LAMPIRAN III", "ttd."),
        "daftar_publik": (*KOP_HOSTILE, "bagian yang dikecualikan: nomor rekening", "30.",
                          "tidak dipungut biaya."),
        "penolakan_1": (
            *KOP_HOSTILE, FIVE_TITLES, "INFORMASI YANG DIKECUALIKAN", "nomor urut 1",
            "nomor urut 2", "nomor urut 5", "nomor urut 7", ", dan nomor urut 10", "a.", "e.",
            "PERMOHONAN INFORMASI DITOLAK", *UB, "Salinan Keputusan",
        ),
        "penolakan_2": (
            *KOP_HOSTILE, "INFORMASI YANG DIKECUALIKAN UNTUK SEBAGIAN, YAITU: NAMA, ALAMAT",
            "PERMOHONAN INFORMASI DITOLAK UNTUK SEBAGIAN", *UB,
        ),
        "sop": ("Plt. KEPALA DINAS", "Memvalidasi setiap usulan. Pelapor", "11 hari kerja"),
        "buku_agenda": (*KOP_HOSTILE, "Wilayah 3; dan 37 penerima lain", HAL[:60], "BATAL:",
                        "permohonannya."),
        "buku_ekspedisi": (*KOP_HOSTILE, "BUKU EKSPEDISI", "Petugas Penerima"),
    },
}  # fmt: skip
"""Words of each paper in the order in which they are drawn, spaces apart."""

PAGES = {
    ("short", "A4"): {
        "nota_dinas_konsep": 2, "nota_dinas": 2, "pengingat": 1, "pengembalian": 1, "pengantar": 1,
        "lembar_uji": 2, "berita_acara": 2, "keputusan": 4, "salinan": 4, "daftar_publik": 1,
        "penolakan_1": 1, "sop": 3, "buku_agenda": 2, "buku_ekspedisi": 2,
    },
    ("short", "F4"): {
        "nota_dinas_konsep": 1, "nota_dinas": 1, "pengingat": 1, "pengembalian": 1, "pengantar": 1,
        "lembar_uji": 2, "berita_acara": 2, "keputusan": 3, "salinan": 4, "daftar_publik": 1,
        "penolakan_1": 1, "sop": 3, "buku_agenda": 2, "buku_ekspedisi": 1,
    },
    ("hostile", "A4"): {
        "nota_dinas": 4, "pengingat": 2, "pengembalian": 2, "pengantar": 2, "lembar_uji": 3,
        "berita_acara": 4, "keputusan": 29, "penolakan_1": 3, "penolakan_2": 2, "sop": 3,
        "buku_agenda": 3, "buku_ekspedisi": 2,
    },
    ("hostile", "F4"): {
        "nota_dinas": 4, "pengingat": 1, "pengembalian": 2, "pengantar": 1, "lembar_uji": 3,
        "berita_acara": 3, "penolakan_1": 2, "penolakan_2": 2, "sop": 3, "buku_agenda": 3,
        "buku_ekspedisi": 2,
    },
}  # fmt: skip
LANDSCAPE = ("daftar_publik", "sop", "buku_agenda", "buku_ekspedisi")
NOTA_DINAS = ("nota_dinas", "pengingat", "pengembalian", "pengantar")
SIGNED_RIGHT = (*NOTA_DINAS, "keputusan", "penolakan_1")
LEFT, RIGHT, TOP, BOTTOM = 30.0, 20.0, 20.0, 25.0
ROWS = {"A4": 120, "F4": 30}
"""Rows of the hostile list; more than a hundred once, for every page of them is measured."""
CASES = [(words, paper) for words in ("short", "hostile") for paper in ("A4", "F4")]


@dataclass(frozen=True, slots=True)
class Case:
    """The papers of one office on one paper."""

    words: str
    paper: str
    papers: Papers
    measured: dict[str, Measured]


@pytest.fixture(scope="module", params=CASES, ids="-".join)
def case(request, tmp_path_factory, blank_data) -> Case:
    words, paper = request.param
    folder: Path = tmp_path_factory.mktemp(f"{words}-{paper}")
    shutil.copytree(blank_data, folder / "data")
    settings = LetterSettings(paper=paper, klasifikasi="500.12")
    told = Story(folder, SHORT if words == "short" else hostile(ROWS[paper]), settings)
    papers = told.tell(folder / "data")
    measured = {
        name: measure(pdf) for name, pdf in papers.pdfs.items() if name != "keputusan_konsep"
    }
    return Case(words, paper, papers, measured)


def test_the_words_stand_in_their_order(case):
    for name, expected in TEXTS[case.words].items():
        text, place = case.measured[name].text, 0
        for part in map(squeezed, expected):
            found = text.find(part, place)
            assert found >= 0, (name, part, text[place : place + 300])
            place = found + len(part)


def test_the_number_of_pages(case):
    found = {name: len(case.measured[name].sheets) for name in PAGES[case.words, case.paper]}
    assert found == PAGES[case.words, case.paper]


def test_the_sheets_are_of_the_chosen_paper_and_nothing_stands_outside_the_margins(case):
    paper = PAPERS[case.paper]
    for name, pdf in case.measured.items():
        for number, sheet in enumerate(pdf.sheets, start=1):
            wide = name in LANDSCAPE or sheet.width > sheet.height
            size = (paper.height, paper.width) if wide else (paper.width, paper.height)
            assert (sheet.width, sheet.height) == pytest.approx(size, abs=0.1), name
            text = [line for line in sheet.lines if line.top > TOP - 5]
            marks = [line.text.strip(" -") for line in sheet.lines if line not in text]
            assert marks == ([str(number)] if number > 1 else []), (name, number)
            assert text, f"{name}: page {number} is empty"
            assert min(line.x0 for line in text) > LEFT - 0.3, name
            assert max(line.x1 for line in text) < sheet.width - RIGHT + 0.3, name
            assert min(line.top for line in text) > TOP - 0.3, name
            assert max(line.bottom for line in text) < sheet.height - BOTTOM + 0.5, name
            for x0, x1, y, _thick in sheet.rules:
                assert LEFT - 0.5 < x0 < x1 < sheet.width - RIGHT + 0.5, name
                assert TOP - 0.5 < y < sheet.height - BOTTOM + 0.5, name


def test_the_kop_stands_at_the_top_of_the_first_page_above_its_two_rules(case):
    kop = KOP_SHORT if case.words == "short" else KOP_HOSTILE
    for name, pdf in case.measured.items():
        if name == "sop":  # its head is a table
            continue
        government, office, street = (pdf.find(text) for text in kop)
        assert government.page == office.page == street.page == 0
        assert government.top < (33 if name == "salinan" else 28), name
        assert government.bottom < office.top < street.top, name
        assert office.bottom - office.top > government.bottom - government.top, name
        below = sorted(rule[2:] for rule in pdf.sheets[0].rules if rule[2] > street.bottom)[:2]
        (thick_y, thick), (thin_y, thin) = below
        assert thin_y - thick_y < 2, name
        assert thick > 2 * thin, name
        again = [line for line in pdf.lines if line.page and kop[0] in line.text]
        assert not again, name


def test_labels_and_colons_of_a_nota_dinas_stand_under_each_other(case):
    for name in NOTA_DINAS:
        pdf = case.measured[name]
        title = pdf.find("NOTA DINAS")
        labels = [pdf.find(label) for label in ("Yth.", "Dari", "Tanggal", "Nomor", "Sifat",
                                                "Lampiran", "Hal")]  # fmt: skip
        assert title.bottom < labels[0].top, name
        assert [line.top for line in labels] == sorted(line.top for line in labels), name
        assert max(line.x0 for line in labels) - min(line.x0 for line in labels) < 0.5, name
        first = [line for line in pdf.sheets[0].lines if line.text.strip() == ":"]
        assert len({round(line.x0, 1) for line in first}) == 1, name
        number = pdf.find("500.12/")
        assert number.x0 == pytest.approx(first[0].x1 + 3.5, abs=0.6), name
        assert number.bottom == pytest.approx(labels[3].bottom, abs=0.5), name


@pytest.mark.parametrize("name", ["keputusan", "berita_acara", "penolakan_1"])
def test_a_number_below_a_title_is_centred(case, name):
    number = case.measured[name].find("NOMOR")
    middle = (LEFT + PAPERS[case.paper].width - RIGHT) / 2
    assert number.page == 0
    assert number.middle == pytest.approx(middle, abs=0.5)


def test_signatures_stand_in_the_right_half_with_room_to_sign_and_words_beside_them(case):
    ppid = ("PPID PEMBANTU,", "MARIA CONTOH, S.Sos.", "SEKRETARIS SELAKU PPID PEMBANTU,")
    if case.words == "hostile":
        ppid = ("SELAKU PPID PEMBANTU,", "YOHANES PERAGA", "")
    atasan = ("PROVINSI CONTOH TIMUR,", "MARTHEN" if case.words == "short" else "Prof. Dr.", "")
    for name in SIGNED_RIGHT:
        pdf = case.measured[name]
        jabatan, nama, in_one = atasan if name == "keputusan" else ppid
        signed = pdf.find(nama, 0 if name == "keputusan" else -1)
        ends = [line for line in pdf.sheets[signed.page].lines
                if squeezed(line.text) in (squeezed(jabatan), squeezed(in_one))
                and line.top < signed.top]  # fmt: skip
        own = ends[-1]
        middle = LEFT + (PAPERS[case.paper].width - LEFT - RIGHT) / 2
        assert signed.x0 > middle - 0.5, name
        assert own.x0 > middle - 0.5, name
        assert signed.top - own.bottom > 16, name
        above = [line for line in pdf.sheets[signed.page].lines if TOP - 5 < line.top < own.top]
        beside = [line for line in above if line.x0 < middle - 1]
        assert beside, f"{name}: the signature stands alone"


@pytest.mark.parametrize("name", ["lembar_uji", "berita_acara"])
def test_two_signatures_stand_side_by_side(case, name):
    pdf = case.measured[name]
    left, right = pdf.find("Menyetujui,"), pdf.find("Menetapkan,")
    approves, sets = ("MARTHEN", "MARIA CONTOH, S.Sos.")
    if case.words == "hostile":
        approves, sets = ("Prof. Dr. Ir. Hj. MARIA", "YOHANES PERAGA")
    name_left, name_right = pdf.find(approves, -1), pdf.find(sets, -1)
    assert len({line.page for line in (left, right, name_left, name_right)}) == 1
    assert left.x0 == pytest.approx(LEFT, abs=0.6)
    assert right.x0 > left.x0 + 60
    assert left.top == pytest.approx(right.top, abs=0.5)
    assert name_left.top == pytest.approx(name_right.top, abs=0.5)


def test_points_hang_and_a_dash_below_a_letter_stands_deeper_than_the_letter(case):
    if case.words == "short":
        return
    pdf = case.measured["nota_dinas"]
    number = pdf.find("1.", 1)  # behind the first Tembusan
    letter, dash = pdf.find("a. "), pdf.find("-", -1)
    assert number.x0 == pytest.approx(LEFT, abs=0.6)
    assert letter.x0 - number.x0 == pytest.approx(7.5, abs=0.6)
    assert dash.x0 - letter.x0 == pytest.approx(7.5, abs=0.6)


def test_no_heading_ends_in_a_lone_word_and_no_line_is_torn_apart(case):
    if case.words == "short" and case.paper == "A4":
        assert case.measured["nota_dinas"].find("Tahun 2026").x0 > 40
        assert case.measured["keputusan"].find("TAHUN 2026", -1).page == 3
    if case.words == "hostile":
        pdf = case.measured["keputusan"]
        assert pdf.find("Berita Acara Uji Konsekuensi Nomor").x1 < PAPERS[case.paper].width - 45


def test_the_head_of_a_list_stands_on_every_page_of_it(case):
    if case.words == "short":
        return
    for name in ("keputusan", "daftar_publik"):
        wide = [s for s in case.measured[name].sheets if s.width > s.height]
        assert len(wide) > ROWS[case.paper] / 8
        for sheet in wide:
            assert sum("Konsekuensi/Pertimbangan" in line.text for line in sheet.lines) == 1
    rows = [
        line.text.strip()
        for line in case.measured["daftar_publik"].lines
        if line.x1 < LEFT + 12 and line.text.strip().removesuffix(".").isdigit()
    ]
    assert rows == [f"{number}." for number in range(1, ROWS[case.paper] + 1)]


def test_the_caption_of_the_sisipan_stands_with_them(case):
    pdf = case.measured["buku_agenda"]
    assert pdf.find("Nomor sisipan").page == pdf.find("1.01").page


def test_the_letters_of_a_void_number_are_struck_through(case):
    pdf = case.measured["buku_agenda"]
    void = pdf.find("BATAL:")
    sheet = pdf.sheets[void.page]
    height = next(line for line in sheet.lines if line.x0 < void.x0 and
                  abs(line.top - void.top) < 1 and line.text.startswith("500.12/"))  # fmt: skip
    struck = [rule for rule in sheet.rules if height.top < rule[2] < height.bottom]
    assert any(rule[0] < height.x0 + 0.5 and rule[1] > height.x1 - 0.5 for rule in struck)


def test_all_fonts_are_embedded(case):
    for name, pdf in case.papers.pdfs.items():
        with pikepdf.open(io.BytesIO(pdf)) as document:
            fonts = {
                str(font.BaseFont): "/FontFile2" in font.get("/FontDescriptor", {})
                for page in document.pages
                for font in page.resources.get("/Font", {}).values()
            }
        assert fonts, name
        assert all(fonts.values()), (name, fonts)


def test_archive_copies_are_the_printed_letters(case):
    assert set(case.papers.frozen) >= {*NOTA_DINAS, "berita_acara", "keputusan", "penolakan_1"}
    for name, (printed, frozen) in case.papers.frozen.items():
        with (
            pikepdf.open(io.BytesIO(printed)) as before,
            pikepdf.open(io.BytesIO(frozen)) as after,
        ):
            pairs = itertools.zip_longest(before.pages, after.pages)
            assert all(
                old.obj.Contents.read_raw_bytes() == new.obj.Contents.read_raw_bytes()
                for old, new in pairs
            ), name
        with pdfium.PdfDocument(printed) as before, pdfium.PdfDocument(frozen) as after:
            for place in {0, len(before) - 1}:
                old, new = (each[place].render(scale=0.7).to_numpy() for each in (before, after))
                assert (old == new).all(), (name, place)


@pytest.mark.skipif(not preflight.AVAILABLE, reason="PDFBox preflight is not installed")
def test_an_independent_validator_has_nothing_to_say_of_frozen_letters(case, tmp_path):
    copies = {name: frozen for name, (_printed, frozen) in case.papers.frozen.items()}
    said = preflight.complaints(copies, tmp_path)
    assert set(said) == set(copies)
    if case.words == "short":  # with a logo
        assert all(map(preflight.only_soft_masks, said.values())), said
    else:
        assert not any(said.values()), said
