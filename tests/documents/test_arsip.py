"""Archive copies: each part of PDF/A-2b that a letter of ours can break, one test each.

Clauses are those of ISO 19005-2:2011.
"""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from PIL import Image, ImageCms

from sopapp.documents.arsip import ArchiveInfo, archive_copy
from sopapp.documents.build import build
from sopapp.documents.paper_parts import F4, FontFamily, PageSetup
from sopapp.documents.srgb_profile import srgb_profile
from sopapp.domain.errors import DomainError
from tests.documents import preflight
from tests.documents.buku_samples import buku_agenda
from tests.documents.penolakan_samples import PENOLAKAN
from tests.documents.samples import KEPUTUSAN, KOP, NOTA_DINAS, daftar
from tests.documents.sop_samples import LEMBAR_SOP
from tests.documents.uji_samples import BERITA_ACARA

ABOUT = ArchiveInfo(
    title="Nota Dinas & <Hal> “Permintaan”",
    author="Dinas Percontohan dan Peragaan",
    subject="Nomor 500.12/45/CONTOH/XII/2026",
    date=date(2026, 12, 7),
)
LETTERS = {
    "nota_dinas": NOTA_DINAS,
    "keputusan": replace(KEPUTUSAN, daftar=daftar(60)),
    "penolakan": PENOLAKAN,
    "sop": replace(LEMBAR_SOP, page=PageSetup(paper=F4, font=FontFamily.BOOKMAN)),
    "berita_acara": BERITA_ACARA,
    "agenda": buku_agenda(5, batal=(2,)),
    "other_signs": replace(NOTA_DINAS, body="Suhu 5 °C, 10⁵ m², “kutipan” – **tebal**, Ωμέγα, Ж."),
}
NS = {
    "rdf": "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}",
    "dc": "{http://purl.org/dc/elements/1.1/}",
    "xmp": "{http://ns.adobe.com/xap/1.0/}",
    "xmpMM": "{http://ns.adobe.com/xap/1.0/mm/}",
    "pdf": "{http://ns.adobe.com/pdf/1.3/}",
    "pdfaid": "{http://www.aiim.org/pdfa/ns/id/}",
}


@pytest.fixture(scope="module")
def early() -> bytes:
    """A copy that is made before all others, so that a stamp of the present moment would show."""
    return archive_copy(build(NOTA_DINAS), ABOUT)


@pytest.fixture(scope="module")
def pdfs(early) -> dict[str, bytes]:
    return {name: build(letter) for name, letter in LETTERS.items()}


@pytest.fixture(scope="module")
def copies(pdfs) -> dict[str, bytes]:
    return {name: archive_copy(pdf, ABOUT) for name, pdf in pdfs.items()}


def _opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def _images(page: pikepdf.Page) -> list[pikepdf.Object]:
    return [image for _name, image in page.resources.get("/XObject", {}).items()]


def _xmp(pdf: bytes) -> ET.Element:
    with _opened(pdf) as document:
        packet = document.Root.Metadata.read_raw_bytes().decode("utf-8")
    return ET.fromstring(packet[packet.index("<x:") : packet.rindex("<?")])


def _said(root: ET.Element, name: str) -> str:
    space, local = name.split(":")
    (found,) = root.iter(NS[space] + local)
    return "".join(found.itertext()).strip()


@pytest.mark.parametrize("name", LETTERS)
def test_pages_are_the_same_bytes(pdfs, copies, name):
    with _opened(pdfs[name]) as before, _opened(copies[name]) as after:
        assert len(before.pages) == len(after.pages)
        for old, new in zip(before.pages, after.pages, strict=True):
            assert new.obj.Contents.read_raw_bytes() == old.obj.Contents.read_raw_bytes()
            assert new.mediabox == old.mediabox


def test_the_same_letter_gives_the_same_bytes_and_another_one_others(early, pdfs, copies):
    assert archive_copy(pdfs["nota_dinas"], ABOUT) == copies["nota_dinas"] == early
    other = archive_copy(pdfs["nota_dinas"], replace(ABOUT, date=date(2026, 12, 8)))
    assert _said(_xmp(other), "xmpMM:DocumentID") != _said(
        _xmp(copies["nota_dinas"]), "xmpMM:DocumentID"
    )


@pytest.mark.parametrize("name", LETTERS)
def test_header_trailer_and_structure(copies, name):
    pdf = copies[name]
    # 6.1.2: the header, then a comment with four bytes above 127.
    assert re.match(rb"%PDF-1\.7\n%[\x80-\xff]{4}", pdf)
    assert pdf.rstrip().endswith(b"%%EOF")
    # 6.1.7.1: a line end before each endstream, and lengths that are right.
    assert not re.search(rb"[^\r\n]endstream", pdf)
    with _opened(pdf) as document:
        assert document.check_pdf_syntax() == []
        # 6.1.3: a file identifier, no encryption.
        assert len(bytes(document.trailer.ID[0])) == 16
        assert "/Encrypt" not in document.trailer
        for item in document.objects:
            if isinstance(item, pikepdf.Stream):
                # 6.1.7.1 no external data, 6.1.7.2 no LZW, no Crypt.
                assert not {"/F", "/FFilter", "/FDecodeParms"} & set(item.keys())
                assert "LZW" not in str(item.get("/Filter"))
                assert "Crypt" not in str(item.get("/Filter"))
            if isinstance(item, pikepdf.Dictionary):
                # 6.5.1 no actions, 6.1.11 and 6.8 no embedded files, 6.10 no alternates.
                keys = {"/JS", "/JavaScript", "/EF", "/AA", "/OpenAction", "/AcroForm"}
                assert not (keys | {"/PresSteps", "/AlternatePresentations"}) & set(item.keys())
        # 6.1.13: no page is longer than 14,400 units or shorter than 3.
        for page in document.pages:
            assert all(3 <= float(side) <= 14400 for side in page.mediabox[2:])


@pytest.mark.parametrize("name", LETTERS)
def test_the_output_intent_holds_an_srgb_profile(copies, name):
    # 6.2.3: one output intent with an embedded profile of the class mntr or prtr.
    with _opened(copies[name]) as document:
        (intent,) = document.Root.OutputIntents
        assert intent.S == "/GTS_PDFA1"
        assert str(intent.OutputConditionIdentifier)
        profile = intent.DestOutputProfile
        assert profile.N == 3
        data = profile.read_bytes()
    assert data[12:16] in (b"mntr", b"prtr")
    assert data[36:40] == b"acsp"
    assert int.from_bytes(data[:4], "big") == len(data)


def test_the_profile_is_srgb_to_a_colour_engine():
    own = ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile()))
    assert "sRGB" in ImageCms.getProfileDescription(own)
    colours = Image.frombytes("RGB", (512, 1), bytes((n * 37) % 256 for n in range(512 * 3)))
    converted = ImageCms.profileToProfile(colours, own, ImageCms.createProfile("sRGB"))
    pairs = zip(colours.tobytes(), converted.tobytes(), strict=True)
    assert max(abs(a - b) for a, b in pairs) <= 1


@pytest.mark.parametrize("name", LETTERS)
def test_colours_are_those_the_intent_speaks_of(copies, name):
    # 6.2.4.3: DeviceRGB and DeviceGray only, since the output intent is RGB.
    with _opened(copies[name]) as document:
        for page in document.pages:
            for _operands, operator in pikepdf.parse_content_stream(page):
                assert str(operator) not in {"k", "K", "cs", "CS", "sc", "SC", "scn", "SCN", "sh"}
                # 6.2.6: intents are standard ones; ours set none. 6.2.5: no graphics state.
                assert str(operator) not in {"ri", "gs"}


@pytest.mark.parametrize("name", LETTERS)
def test_images_are_allowed_ones(copies, name):
    with _opened(copies[name]) as document:
        for page in document.pages:
            for image in _images(page):
                for one in (image, image.get("/SMask")):
                    if one is not None:
                        # 6.2.8: no interpolation, no alternates, no OPI.
                        assert not one.get("/Interpolate", False)
                        assert not {"/Alternates", "/OPI"} & set(one.keys())
                        assert one.ColorSpace in ("/DeviceRGB", "/DeviceGray")


def test_a_logo_keeps_its_soft_mask_as_part_2_allows(copies):
    with _opened(copies["nota_dinas"]) as document:
        (image,) = _images(document.pages[0])
        assert "/SMask" in image
        # 6.2.10: with an output intent no page group is needed; none is there to go wrong.
        assert "/Group" not in document.pages[0].obj


@pytest.mark.parametrize("name", LETTERS)
def test_fonts_are_embedded_mapped_and_as_wide_as_they_say(copies, name):
    with _opened(copies[name]) as document:
        for page in document.pages:
            fonts = dict(page.resources.Font.items())
            used = _used_codes(page)
            assert used
            for key, codes in used.items():
                font = fonts[key]
                # 6.2.11.2: simple TrueType; so no CIDToGIDMap or CIDSet is called for.
                assert font.Subtype == "/TrueType"
                # 6.2.11.4.1: the outlines are inside.
                face = TTFont(io.BytesIO(font.FontDescriptor.FontFile2.read_bytes()))
                # 6.2.11.6: symbolic, so no Encoding and one cmap.
                assert int(font.FontDescriptor.Flags) & 4
                assert "/Encoding" not in font
                (table,) = face["cmap"].tables
                mapped = font.ToUnicode.read_bytes()
                scale = 1000 / face["head"].unitsPerEm
                for code in codes:
                    # 6.2.11.8: no .notdef; 6.2.11.5: widths agree within 1.
                    glyph = table.cmap[code]
                    assert glyph != face.getGlyphOrder()[0]
                    said = float(font.Widths[code - int(font.FirstChar)])
                    assert abs(said - face["hmtx"][glyph][0] * scale) <= 1
                assert b"begincmap" in mapped


def _used_codes(page: pikepdf.Page) -> dict[str, set[int]]:
    """Return the codes that a page shows in each of its fonts."""
    used: dict[str, set[int]] = {}
    font = ""
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            font = str(operands[0])
        elif str(operator) in ("Tj", "'"):
            used.setdefault(font, set()).update(bytes(operands[0]))
        elif str(operator) == "TJ":
            for part in operands[0]:
                if isinstance(part, pikepdf.String):
                    used.setdefault(font, set()).update(bytes(part))
    return used


@pytest.mark.parametrize("name", LETTERS)
def test_metadata_says_part_2_level_b_and_agrees_with_the_document_information(copies, name):
    # 6.6.2.1: a packet without filters; 6.6.4: part and conformance; 6.6.3: information agrees.
    with _opened(copies[name]) as document:
        stream = document.Root.Metadata
        assert "/Filter" not in stream
        assert (stream.Type, stream.Subtype) == ("/Metadata", "/XML")
        assert stream.read_raw_bytes().startswith(b'<?xpacket begin="\xef\xbb\xbf"')
        information = {key: str(value) for key, value in document.docinfo.items()}
    root = _xmp(copies[name])
    assert (_said(root, "pdfaid:part"), _said(root, "pdfaid:conformance")) == ("2", "B")
    assert information == {
        "/Title": _said(root, "dc:title"),
        "/Author": _said(root, "dc:creator"),
        "/Subject": _said(root, "dc:description"),
        "/Creator": _said(root, "xmp:CreatorTool"),
        "/Producer": _said(root, "pdf:Producer"),
        "/CreationDate": "D:20261207000000+00'00'",
        "/ModDate": "D:20261207000000+00'00'",
    }
    assert _said(root, "dc:title") == ABOUT.title
    for stamp in ("xmp:CreateDate", "xmp:ModifyDate"):
        assert _said(root, stamp) == "2026-12-07T00:00:00+00:00"
    assert _said(root, "xmpMM:DocumentID").startswith("uuid:")


def test_nothing_is_said_beyond_title_office_and_subject(copies):
    root = _xmp(copies["nota_dinas"])
    said = {element.tag for element in root.iter() if not element.tag.startswith(NS["rdf"])}
    assert len(said) == 14
    assert "MARIA" not in ET.tostring(root, encoding="unicode")


def test_what_is_no_letter_of_ours_is_refused(pdfs):
    pdf = pdfs["nota_dinas"]
    for change, word in (
        (lambda d: d.attachments.__setitem__("a.txt", b"x"), "Names"),
        (lambda d: d.Root.__setitem__("/OpenAction", pikepdf.Dictionary(S="/JavaScript")), "Open"),
        (lambda d: d.Root.__setitem__("/AcroForm", pikepdf.Dictionary()), "AcroForm"),
        (lambda d: d.pages[0].obj.__setitem__("/Annots", pikepdf.Array()), "Annots"),
        (_without_outlines, "huruf"),
    ):
        with pytest.raises(DomainError, match=word):
            archive_copy(_changed(pdf, change), ABOUT)
    for damaged in (b"", b"%PDF-1.4 x", b"teks"):
        with pytest.raises(DomainError, match="rusak"):
            archive_copy(damaged, ABOUT)


def test_a_locked_file_is_refused(pdfs):
    for user in ("", "rahasia"):
        with _opened(pdfs["nota_dinas"]) as document:
            buffer = io.BytesIO()
            document.save(buffer, encryption=pikepdf.Encryption(owner="x", user=user))
        with pytest.raises(DomainError, match=r"terkunci|sandi"):
            archive_copy(buffer.getvalue(), ABOUT)


def _changed(pdf: bytes, change) -> bytes:
    with _opened(pdf) as document:
        change(document)
        buffer = io.BytesIO()
        document.save(buffer)
    return buffer.getvalue()


def _without_outlines(document: pikepdf.Pdf) -> None:
    font = next(iter(document.pages[0].resources.Font.values()))
    del font.FontDescriptor["/FontFile2"]


@pytest.mark.skipif(not preflight.AVAILABLE, reason="PDFBox preflight is not installed")
def test_an_independent_validator_has_nothing_to_say(copies, tmp_path):
    plain = replace(NOTA_DINAS, kop=replace(KOP, logo=None))
    shown = {
        "tanpa_logo": archive_copy(build(plain), ABOUT),
        **{name: copies[name] for name in ("keputusan", "penolakan", "sop", "other_signs")},
    }
    said = preflight.complaints(shown, tmp_path)
    assert said.pop("tanpa_logo") == []
    # The soft mask of the logo, which part 2 allows and part 1 did not.
    assert all(
        len(lines) == 1 and lines[0].startswith("2.2.2") and "Soft Mask" in lines[0]
        for lines in said.values()
    ), said
