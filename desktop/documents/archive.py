"""The archive copy of a paper: the kept file as it is, with what PDF/A-2u asks for after it.

The additions are an update in the sense of PDF: the first bytes are the kept file, so that its
hash can be taken of the copy too. Fonts are embedded with their characters by the engine. No
validator was to be had, so that this is the intent of PDF/A-2u and no certificate of it.
"""

import re
from io import BytesIO
from xml.sax.saxutils import escape

from desktop.documents.errors import DocumentError
from desktop.documents.preview import file_facts

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<pdf:Keywords>{keywords}</pdf:Keywords><pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{created}</xmp:CreateDate><xmp:ModifyDate>{changed}</xmp:ModifyDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""

_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)([+-]\d\d)'(\d\d)'?")


def archive_copy(pdf: bytes) -> bytes:
    """Return the archive copy of a paper that this program made.

    :raises DocumentError: ``pdf_unreadable``, the file is no such paper.
    """
    end = re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", pdf)
    trailer = pdf[pdf.rfind(b"trailer") :]
    root, info = (re.search(rb"/%s (\d+) 0 R" % name, trailer) for name in (b"Root", b"Info"))
    size, names = re.search(rb"/Size (\d+)", trailer), re.search(rb"/ID\s*(\[.*?\])", trailer, re.S)
    if not (end and root and info and size and names):
        raise DocumentError("pdf_unreadable", reason="no trailer of ours")
    catalog = re.search(rb"\n%s 0 obj\s*<<(.*?)>>\s*endobj" % root[1], pdf, re.S)
    if catalog is None:
        raise DocumentError("pdf_unreadable", reason="no catalog of ours")
    first = int(size[1])
    profile, intent, words = first, first + 1, first + 2
    objects = {
        int(root[1]): b"<<%s/Metadata %d 0 R /OutputIntents [%d 0 R]>>"
        % (catalog[1], words, intent),
        profile: _stream(b"/N 3", _profile()),
        intent: b"<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB)"
        b" /Info (sRGB IEC61966-2.1) /DestOutputProfile %d 0 R>>" % profile,
        words: _stream(b"/Type /Metadata /Subtype /XML", _packet(pdf).encode()),
    }
    known = (
        b"<< /Size %d /Root %s 0 R /Info %s 0 R /Prev %s /ID %s >>"
        % (first + 3, root[1], info[1], end[1], names[1].replace(b"\n", b" "))
    )  # fmt: skip
    return _updated(pdf, objects, known)


def _updated(pdf: bytes, objects: dict[int, bytes], trailer: bytes) -> bytes:
    """Return the file with objects added or replaced by an update after its end."""
    out = BytesIO()
    out.write(pdf if pdf.endswith(b"\n") else pdf + b"\n")
    places = {}
    for number, body in objects.items():
        places[number] = out.tell()
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n")
    for number, place in sorted(places.items()):
        out.write(b"%d 1\n%010d 00000 n \n" % (number, place))
    out.write(b"trailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (trailer, start))
    return out.getvalue()


def _stream(entries: bytes, data: bytes) -> bytes:
    """Return a stream; nothing is packed, an archive is to be read with any tool."""
    return b"<<%s /Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data)


def _profile() -> bytes:
    from PIL import ImageCms

    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def _packet(pdf: bytes) -> str:
    """Return the metadata in XMP, word for word what the file says of itself already."""
    facts = {name: escape(value) for name, value in file_facts(pdf).items()}
    return _PACKET.format(
        title=facts["Title"],
        author=facts["Author"],
        subject=facts["Subject"],
        keywords=facts["Keywords"],
        producer=facts["Producer"],
        creator=facts["Creator"],
        created=_moment(facts["CreationDate"]),
        changed=_moment(facts["ModDate"]),
    )


def _moment(told: str) -> str:
    found = _DATE.fullmatch(told)
    return "{}-{}-{}T{}:{}:{}{}:{}".format(*found.groups()) if found else ""
