"""Archive copies: a finished letter of ours as PDF/A-2b (ISO 19005-2, level B).

The pages stay as they are, byte for byte: our letters embed every font, hold no transparency
beyond the soft mask of a logo and use RGB and grey only. What the standard asks for beyond that
is added: an output intent with an sRGB profile, an XMP packet that agrees with the document
information, a file identifier. The same letter gives the same bytes.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from sopapp.documents.srgb_profile import NAME, srgb_profile
from sopapp.documents.text import one_line
from sopapp.domain.errors import DomainError

if TYPE_CHECKING:
    from pikepdf import Object, Page, Pdf

_VERSION = "1.7"
_CREATOR, _PRODUCER = "Pemutakhiran DIK", "ReportLab"
_LANGUAGE = "id-ID"
# What an archive copy must not hold (ISO 19005-2, 6.1.3, 6.1.11, 6.5 and 6.6), and what could
# carry it: none of it is ever in a letter of ours.
_FOREIGN_ROOT = ("/AcroForm", "/OpenAction", "/AA", "/Names", "/AF", "/OCProperties", "/Perms")
_FOREIGN_PAGE = ("/Annots", "/AA", "/AF", "/PresSteps")
_FOREIGN_FILTERS = {"/LZWDecode", "/Crypt", "/JPXDecode", "/DCTDecode"}
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{office}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{about}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{moment}</xmp:CreateDate>
<xmp:ModifyDate>{moment}</xmp:ModifyDate>
<xmp:MetadataDate>{moment}</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:{identity}</xmpMM:DocumentID>
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True, slots=True)
class ArchiveInfo:
    """What the copy says about itself, and nothing else: no person but those in the title.

    `author` is the office. `date` is the day of the letter, which the copy carries as midnight
    UTC, so that it depends neither on the PC's clock nor on its zone.
    """

    title: str
    author: str
    subject: str
    date: dt.date


def archive_copy(pdf: bytes, about: ArchiveInfo) -> bytes:
    """Return the PDF/A-2b copy of a finished letter.

    Raises DomainError when `pdf` is no letter of this program: damaged, locked by a password,
    or holding forms, links, attached files, or fonts that are not embedded.
    """
    import pikepdf

    try:
        with pikepdf.open(BytesIO(pdf)) as document:
            _refuse_foreign(document)
            _tidy(document)
            _add_output_intent(document)
            _add_metadata(document, about, pdf)
            target = BytesIO()
            document.save(
                target,
                force_version=_VERSION,
                deterministic_id=True,
                # Page contents stay as they are; the packet stays readable as plain text.
                compress_streams=False,
                stream_decode_level=pikepdf.StreamDecodeLevel.none,
                object_stream_mode=pikepdf.ObjectStreamMode.disable,
                fix_metadata_version=False,
            )
            return target.getvalue()
    except (pikepdf.PdfError, pikepdf.PasswordError) as error:
        raise DomainError(_refusal("filenya rusak atau terkunci")) from error


def _refusal(reason: str) -> str:
    return (
        f"Salinan arsip (PDF/A) tidak dapat dibuat: {reason}. Salinan arsip hanya dibuat dari "
        "surat yang dibuat program ini; buat suratnya lagi, lalu ulangi."
    )


def _refuse_foreign(document: Pdf) -> None:
    """Raise DomainError for what the standard forbids and our letters never hold."""
    if document.is_encrypted:
        raise DomainError(_refusal("filenya dikunci dengan kata sandi"))
    found = [key for key in _FOREIGN_ROOT if key in document.Root]
    found += [key for page in document.pages for key in _FOREIGN_PAGE if key in page.obj]
    found += [name for name in _filters(document) if name in _FOREIGN_FILTERS]
    if found:
        raise DomainError(_refusal(f"filenya memuat {found[0].lstrip('/')}"))
    for page in document.pages:
        for font in _fonts(page):
            if not _is_embedded(font):
                raise DomainError(_refusal(f"huruf {font.get('/BaseFont', '')} tidak disertakan"))


def _filters(document: Pdf) -> Iterator[str]:
    """The filters of all streams."""
    import pikepdf

    for item in document.objects:
        if isinstance(item, pikepdf.Stream) and "/Filter" in item:
            own = item.Filter
            yield from map(str, own if isinstance(own, pikepdf.Array) else [own])


def _fonts(page: Page) -> Iterator[Object]:
    fonts = page.resources.get("/Font")
    if fonts is not None:
        yield from (font for _name, font in fonts.items())


def _is_embedded(font: Object) -> bool:
    """Whether the outlines are inside (6.2.11.4.1)."""
    descriptor = font.get("/FontDescriptor")
    return descriptor is not None and "/FontFile2" in descriptor


def _tidy(document: Pdf) -> None:
    """Remove what says nothing: an empty page transition, and the old document information."""
    for page in document.pages:
        if "/Trans" in page.obj:
            del page.obj["/Trans"]
    for key in list(document.docinfo.keys()):
        del document.docinfo[key]


def _add_output_intent(document: Pdf) -> None:
    """State what the colours mean (6.2.3): sRGB, with its profile inside."""
    import pikepdf

    profile = document.make_stream(srgb_profile(), N=3, Alternate=pikepdf.Name.DeviceRGB)
    intent = pikepdf.Dictionary(
        Type=pikepdf.Name.OutputIntent,
        S=pikepdf.Name.GTS_PDFA1,
        OutputConditionIdentifier=pikepdf.String(NAME),
        RegistryName=pikepdf.String("http://www.color.org"),
        Info=pikepdf.String(NAME),
        DestOutputProfile=document.make_indirect(profile),
    )
    document.Root.OutputIntents = pikepdf.Array([document.make_indirect(intent)])


def _add_metadata(document: Pdf, about: ArchiveInfo, pdf: bytes) -> None:
    """Write document information and XMP packet that agree with each other (6.6)."""
    import pikepdf

    title, office = one_line(about.title), one_line(about.author)
    said = one_line(about.subject)
    day = f"{about.date:%Y%m%d}000000+00'00'"
    entries = {
        "/Title": title, "/Author": office, "/Subject": said, "/Creator": _CREATOR,
        "/Producer": _PRODUCER, "/CreationDate": f"D:{day}", "/ModDate": f"D:{day}",
    }  # fmt: skip
    for key, value in entries.items():
        document.docinfo[key] = pikepdf.String(value)
    moment = f"{about.date:%Y-%m-%d}T00:00:00+00:00"
    packet = _PACKET.format(
        title=escape(title), office=escape(office), about=escape(said), language=_LANGUAGE,
        creator=_CREATOR, producer=_PRODUCER, moment=moment,
        identity=_identity(pdf, title, office, said, moment),
    )  # fmt: skip
    stream = document.make_stream(packet.encode("utf-8"))
    stream.Type, stream.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
    document.Root.Metadata = stream


def _identity(pdf: bytes, *texts: str) -> uuid.UUID:
    """An identifier that belongs to this letter and these words alone."""
    digest = hashlib.sha256(pdf)
    digest.update("\0".join(texts).encode("utf-8"))
    return uuid.uuid5(uuid.NAMESPACE_OID, digest.hexdigest())
