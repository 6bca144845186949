"""Write small PDFs, Word files, mails and EPUBs for tests, by hand where no library does it."""

from __future__ import annotations

import textwrap
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from email.message import EmailMessage
from io import BytesIO
from typing import NamedTuple

STORY = tuple(
    """\
The ferry between Orlund and the mainland was suspended on Monday after a fire in its engine room, \
the line said. Nobody was hurt.
“We will not sail until every valve has been checked,” said Ines Dahl, head of Nordsund Lines. \
“That may take a week.”
Mayor Peter Aas demanded a replacement boat. “People here cannot wait a week,” Aas said.
About 1,200 people live on the island. The school has asked parents to keep their children at home \
until the boat sails again.
""".splitlines()
)


class Set(NamedTuple):
    """A line of a page: its left end and its baseline in points, its size, its weight."""

    text: str
    x: float = 72
    y: float = 700
    size: float = 10
    bold: bool = False


def pdf(
    pages: Sequence[Iterable[Set]], info: Mapping[str, str] | None = None, extra: str = ""
) -> bytes:
    """Return a PDF of *pages*, each line drawn in the order given; *extra* goes into the root."""
    objects = [f"<< /Type /Catalog /Pages 2 0 R {extra} >>".encode()]
    numbers = " ".join(f"{6 + 2 * place} 0 R" for place in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{numbers}] /Count {len(pages)} >>".encode())
    for name in ("Helvetica", "Helvetica-Bold"):
        font = f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>"
        objects.append(font.encode())
    said = " ".join(f"/{key} ({value})" for key, value in (info or {}).items())
    objects.append(f"<< {said} >>".encode())
    for place, page in enumerate(pages):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>" % (7 + 2 * place)
        )
        drawn = b"\n".join(map(_drawn, page))
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
    return _file(objects)


def _drawn(line: Set) -> bytes:
    raw = line.text.encode("cp1252")
    for mark in (b"\\", b"(", b")"):
        raw = raw.replace(mark, b"\\" + mark)
    font = b"/F2" if line.bold else b"/F1"
    return b"BT %s %g Tf %g %g Td (%s) Tj ET" % (font, line.size, line.x, line.y, raw)


def _file(objects: Sequence[bytes]) -> bytes:
    out = BytesIO()
    out.write(b"%PDF-1.4\n")
    places = []
    for number, each in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, each))
    start = out.tell()
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    out.write(b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, rows))
    out.write(b"trailer << /Size %d /Root 1 0 R /Info 5 0 R >>\n" % (len(objects) + 1))
    out.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return out.getvalue()


def column(
    paragraphs: Iterable[str], *, x: float = 72, y: float = 700, width: int = 60, size: float = 10
) -> list[Set]:
    """Return the lines of *paragraphs*, wrapped at *width* letters, with space between them."""
    lines: list[Set] = []
    for paragraph in paragraphs:
        for text in textwrap.wrap(paragraph, width):
            lines.append(Set(text, x, y, size))
            y -= size * 1.2
        y -= size
    return lines


def mail(
    plain: str = "",
    html: str = "",
    *,
    subject: str = "Ferry suspended",
    sender: str = "Harbour Post <news@post.example>",
    date: str = "Fri, 14 Mar 2025 09:12:05 +0100",
) -> EmailMessage:
    """Return a mail with *plain* text, *html*, or both."""
    made = EmailMessage()
    made["From"], made["Subject"], made["Date"] = sender, subject, date
    if plain:
        made.set_content(plain)
    if html and plain:
        made.add_alternative(html, subtype="html")
    elif html:
        made.set_content(html, subtype="html")
    return made


def page(paragraphs: Iterable[str] = STORY, above: str = "", below: str = "") -> str:
    """Return a page in HTML with *paragraphs* between what stands *above* and *below*."""
    told = "".join(f"<p>{each}</p>" for each in paragraphs)
    return f"<html><head><title>x</title></head><body>{above}{told}{below}</body></html>"


CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/content.opf"/></rootfiles></container>'
)
OPF = (
    '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<metadata><dc:title>Harbour Post, 14 March</dc:title><dc:language>en-GB</dc:language>"
    "<dc:date>2025-03-14</dc:date><dc:publisher>Harbour Post</dc:publisher></metadata>"
    "<manifest>{items}</manifest><spine>{refs}</spine></package>"
)


def epub(pages: Mapping[str, str], *, container: str = CONTAINER, missing: str = "") -> bytes:
    """Return an EPUB with *pages* by name; one called *missing* is listed and not there."""
    names = [*pages, *([missing] if missing else [])]
    items = "".join(
        f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>'
        for n, name in enumerate(names)
    )
    refs = "".join(f'<itemref idref="i{n}"/>' for n in range(len(names)))
    parts = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": container,
        "OEBPS/content.opf": OPF.format(items=items, refs=refs),
        **{f"OEBPS/{name}": text for name, text in pages.items()},
    }
    return packed(parts)


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP archive of *parts*; the first, as in an EPUB, is not compressed."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for place, (name, content) in enumerate(parts.items()):
            kind = zipfile.ZIP_DEFLATED if place else zipfile.ZIP_STORED
            archive.writestr(name, content, compress_type=kind)
    return out.getvalue()
