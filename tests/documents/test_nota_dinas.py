from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopapp.documents.build import build
from sopapp.documents.paper_parts import A4, F4, FontFamily, PageSetup, Signer
from tests.documents.reading import MM, page_texts, words
from tests.documents.samples import BODY, KOP, NOTA_DINAS, SIGNER

LABELS = ("Yth.", "Dari", "Tembusan", "Tanggal", "Nomor", "Sifat", "Lampiran", "Hal")
LONG_BODY = "\n\n".join(f"Paragraf {n} " + "kata yang biasa saja " * 40 for n in range(8))


def test_the_parts_stand_in_the_order_of_the_form():
    text = page_texts(build(NOTA_DINAS))[0]
    parts = [
        "PEMERINTAH PROVINSI CONTOH TIMUR", "DINAS PERCONTOHAN DAN PERAGAAN", "Jalan Contoh",
        "NOTA DINAS", "1.Kepala Bidang Pertama", "Sekretaris selaku PPID Pembantu",
        "Kepala Dinas (sebagai laporan)", "23 November 2026", "500.12/", "Segera",
        "1 (satu) berkas", "Permintaan Dokumen", "Dalam rangka", "1.menyampaikan",
        "2.paling lambat",
        "Demikian", "SEKRETARIS SELAKU", "PPID PEMBANTU,", "MARIA CONTOH, S.E., M.Si.",
        "Pembina Tingkat I", "NIP 19860926 201505 1 001",
    ]  # fmt: skip
    flat = " ".join(text.split()).replace(". ", ".").replace("  ", " ")
    places = [flat.find(part.replace(". ", ".")) for part in parts]
    assert -1 not in places, dict(zip(parts, places, strict=True))
    assert places == sorted(places)


def test_header_labels_and_colons_stand_under_each_other():
    page = words(build(NOTA_DINAS))[0]
    labels = [w for w in page if w["text"] in LABELS and w["x0"] < 31 * MM]
    assert [w["text"] for w in labels] == list(LABELS)
    colons = [w for w in page if w["text"] == ":"]
    assert len(colons) == len(LABELS)
    assert len({round(w["x0"], 1) for w in colons}) == 1
    for label, colon in zip(labels, colons, strict=True):
        assert label["bottom"] == pytest.approx(colon["bottom"], abs=0.1)


def test_a_nota_dinas_without_copies_has_no_such_line():
    text = page_texts(build(replace(NOTA_DINAS, tembusan=())))[0]
    assert "Tembusan" not in text


def test_room_in_the_number_is_kept_and_a_missing_date_leaves_its_line():
    page = words(build(replace(NOTA_DINAS, tanggal=None)))[0]
    nomor = [w for w in page if w["text"].startswith(("500.12/", "/CONTOH"))]
    assert len(nomor) == 2
    assert nomor[1]["x0"] - nomor[0]["x1"] > 4 * 3
    tanggal = next(w for w in page if w["text"] == "Tanggal")
    beside = [w["text"] for w in page if abs(w["bottom"] - tanggal["bottom"]) < 1]
    assert beside == ["Tanggal", ":"]


@pytest.mark.parametrize("paper", [A4, F4], ids=lambda p: p.name)
@pytest.mark.parametrize("font", list(FontFamily))
def test_margins_are_respected_and_the_kop_is_on_page_one_only(paper, font):
    setup = PageSetup(paper=paper, font=font)
    pages = words(build(replace(NOTA_DINAS, page=setup, body=LONG_BODY)))
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        body = [w for w in page if w["top"] > 15 * MM]
        assert min(w["x0"] for w in body) >= setup.left * MM - 0.5
        assert max(w["x1"] for w in body) <= (paper.width - setup.right) * MM + 0.5
        assert min(w["top"] for w in body) >= setup.top * MM - 0.5
        assert max(w["bottom"] for w in body) <= (paper.height - setup.bottom) * MM + 0.5
        assert ("PEMERINTAH" in [w["text"] for w in page]) == (number == 1)


def test_pages_are_numbered_top_centre_from_the_second():
    pages = words(build(replace(NOTA_DINAS, body=LONG_BODY)))
    assert not [w for w in pages[0] if w["top"] < 15 * MM]
    for number, page in enumerate(pages[1:], start=2):
        [mark] = [w for w in page if w["top"] < 15 * MM]
        assert mark["text"] == str(number)
        assert (mark["x0"] + mark["x1"]) / 2 == pytest.approx((30 + 190) / 2 * MM, abs=1)


@settings(max_examples=25, deadline=None)
@given(
    lines=st.integers(1, 90),
    last=st.integers(1, 60),
    points=st.booleans(),
)
def test_the_signature_never_parts_from_the_last_lines(lines, last, points):
    body = "\n".join(f"baris {n}" for n in range(lines)) + "\n\n"
    mark = "1. " if points else ""
    closing = " ".join(["penutup surat dinas ini"] * last * 3)
    letter = replace(NOTA_DINAS, body=f"{body}{mark}{closing} AKHIR")
    texts = page_texts(build(letter))
    [signed] = [number for number, text in enumerate(texts) if "NIP" in text]
    signature = texts[signed]
    assert "AKHIR" in signature
    for part in ("SEKRETARIS SELAKU", "PPID PEMBANTU,", "MARIA CONTOH", "Pembina Tingkat I"):
        assert part in signature
    if last * 3 > 10:
        # Company of at least two lines, not one word.
        assert len(signature.split("AKHIR")[0].strip().splitlines()) >= 2
    assert signed == len(texts) - 1


@pytest.mark.parametrize("lines", range(12, 26))
def test_a_single_closing_line_does_not_go_to_another_page_alone(lines):
    body = "\n\n".join(f"Baris {n}." for n in range(lines)) + "\n\nSekian."
    sheets = [text.splitlines() for text in page_texts(build(replace(NOTA_DINAS, body=body)))]
    (said,) = [sheet for sheet in sheets if "Sekian." in sheet]
    assert said[said.index("Sekian.") - 1] == f"Baris {lines - 1}."
    assert "SEKRETARIS SELAKU" in said


def test_there_is_room_for_a_wet_signature_and_for_paraf_beside_it():
    page = words(build(NOTA_DINAS))[0]
    jabatan = next(w for w in page if w["text"] == "PEMBANTU,")
    nama = next(w for w in page if w["text"] == "MARIA")
    assert nama["top"] - jabatan["bottom"] > 4 * 12
    below = [w for w in page if w["top"] > jabatan["top"] - 1]
    assert min(w["x0"] for w in below) >= (30 + 80) * MM - 0.5


def test_a_signer_without_rank_or_nip_has_no_empty_lines():
    signer = replace(SIGNER, pangkat=None, nip=None)
    text = page_texts(build(replace(NOTA_DINAS, signer=signer)))[0]
    assert text.rstrip().endswith("MARIA CONTOH, S.E., M.Si.")


@pytest.mark.parametrize(
    ("nip", "printed"),
    [
        ("19860926 201505 1 001", "NIP 19860926 201505 1 001"),
        ("19860926.201505.1.001", "NIP 19860926 201505 1 001"),
        ("12345", "NIP 12345"),
        ("NI PPPK 199001012023211012", "NI PPPK 199001012023211012"),
    ],
)
def test_the_nip_is_grouped_when_it_is_one(nip, printed):
    signer = replace(SIGNER, nip=nip)
    text = page_texts(build(replace(NOTA_DINAS, signer=signer)))[0]
    assert printed in text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    "jabatan", [("SEKRETARIS",), ("SEKRETARIS,",), ("a.n. KEPALA DINAS", "SEKRETARIS")]
)
def test_one_comma_ends_the_jabatan(jabatan):
    text = page_texts(build(replace(NOTA_DINAS, signer=replace(SIGNER, jabatan=jabatan))))[0]
    assert text.count("SEKRETARIS,") == 1
    assert "SEKRETARIS,," not in text
    assert "KEPALA DINAS," not in text


def test_recipients_stand_on_a_second_sheet_that_is_signed():
    names = tuple(f"Kepala Bidang ke-{n}" for n in range(1, 15))
    pages = page_texts(build(replace(NOTA_DINAS, yth=(), daftar_penerima=names)))
    assert "(daftar terlampir)" in pages[0]
    assert "Kepala Bidang ke-3" not in pages[0]
    assert all(name in pages[1] for name in names)
    assert "NIP" in pages[1]
    assert "500.12/" in pages[1]


def test_the_body_keeps_markup_line_breaks_and_spaces_as_typed():
    body = "Nilai <b>5 & 6</b> &amp; a < b\nbaris baru\n\n- <para> &nbsp;"
    text = page_texts(build(replace(NOTA_DINAS, body=body)))[0]
    assert "Nilai <b>5 & 6</b> &amp; a < b\n" in text
    assert "baris baru" in text
    assert "<para> &nbsp;" in text


@pytest.mark.parametrize("before", range(7, 16))
@pytest.mark.parametrize("marks", ["", "**"])
def test_no_line_ends_between_a_figure_and_its_word(before, marks):
    kept = ("23 Oktober", "Pasal 17", "huruf j", "5 (lima)", "Tahun 2008")
    body = f"{'kata ' * before}tanggal 23 Oktober 2026 menurut {marks}Pasal 17 huruf j UU{marks} "
    body += "Nomor 14 Tahun 2008 dijawab dalam waktu 5 (lima) hari kerja."
    (text,) = page_texts(build(replace(NOTA_DINAS, body=body)))
    assert [words for words in kept if words not in text] == []


def test_points_hang_and_nested_points_stand_deeper():
    body = "1. " + "kata " * 40 + "\na. anak " + "kata " * 40
    page = words(build(replace(NOTA_DINAS, body=body)))[0]
    outer = next(w for w in page if w["text"] == "1." and w["top"] > 90 * MM)
    inner = next(w for w in page if w["text"] == "a.")
    starts = sorted({round(w["x0"]) for w in page if w["text"] == "kata" and w["x0"] < 55 * MM})
    assert outer["x0"] == pytest.approx(30 * MM, abs=0.5)
    assert inner["x0"] == pytest.approx(37.5 * MM, abs=0.5)
    assert starts[0] == round(37.5 * MM)
    assert round(45 * MM) in starts


def test_the_same_letter_gives_the_same_bytes():
    assert build(NOTA_DINAS) == build(replace(NOTA_DINAS, body=BODY))
    assert build(NOTA_DINAS) != build(replace(NOTA_DINAS, body=BODY + "x"))


def test_a_kop_with_a_very_long_name_shrinks_and_wraps_inside_the_page():
    name = "Dinas Perindustrian, Perdagangan, Koperasi, Usaha Mikro, Kecil dan Menengah " * 2
    for logo in (KOP.logo, None):
        page = words(build(replace(NOTA_DINAS, kop=replace(KOP, instansi=name, logo=logo))))[0]
        kop = [w for w in page if w["top"] < 55 * MM and w["text"].isupper()]
        assert max(w["x1"] for w in kop) <= 190 * MM + 0.5
        assert " ".join(w["text"] for w in kop).count("KOPERASI,") == 2
        left = 56 if logo else 30
        assert min(w["x0"] for w in kop if "KOPERASI" in w["text"]) >= left * MM - 0.5


def test_government_and_office_keep_the_ratio_three_to_four():
    page = words(build(NOTA_DINAS))[0]
    government = next(w for w in page if w["text"] == "PEMERINTAH")
    office = next(w for w in page if w["text"] == "DINAS")
    ratio = (government["bottom"] - government["top"]) / (office["bottom"] - office["top"])
    assert ratio == pytest.approx(0.75, abs=0.02)


def test_signature_lines_of_any_length_stay_in_their_half():
    signer = Signer(("KEPALA " * 30,), "NAMA " * 40, "Pangkat " * 20, "1" * 120)
    pages = words(build(replace(NOTA_DINAS, signer=signer)))
    spots = [w for page in pages for w in page if w["text"] in ("KEPALA", "NAMA", "Pangkat")]
    assert len(spots) == 29 + 40 + 20
    assert min(w["x0"] for w in spots) >= 110 * MM - 0.5
    assert max(w["x1"] for w in spots) <= 190 * MM + 0.5
