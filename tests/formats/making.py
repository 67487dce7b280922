"""Makes small files of every format, whole and broken, as programs and attackers write them."""

import io
import struct
import zipfile
import zlib

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NAVIGATION = "".join(
    f'<a href="/{n}.html">{word}</a> | '
    for n, word in enumerate(("首页", "机构职能", "新闻动态", "政务公开", "办事服务", "互动交流"))
)
LINKS = "".join(
    f'<li><a href="/{n}.html">某县召开第{n}次协调劳动关系三方会议</a><span>2021-03-0{n}</span></li>'
    for n in range(1, 9)
)
PARAGRAPHS = (
    "为贯彻落实上级关于构建和谐劳动关系的意见，进一步做好全市劳动关系协调工作，现通知如下。",
    "各地要加强组织领导，健全工作机制，明确责任分工，推动各项任务落到实处，取得实效。",
    "各级人力资源社会保障部门要会同工会和企业代表组织，定期分析形势，及时化解矛盾纠纷。",
)
TITLE = "某市人民政府关于做好劳动关系协调工作的通知"


def page(content, *, title=TITLE, charset="utf-8", head=""):
    """Return a page of an authority: navigation, the text, a list of news, a foot."""
    return (
        f'<!DOCTYPE html><html><head><meta charset="{charset}">'
        f"<title>{title}_某市人民政府网</title>"
        f"{head}<script>var secret = 1 < 2;</script><style>p {{ margin: 0 }}</style></head><body>"
        f'<div class="header"><div class="nav">{NAVIGATION}</div>'
        '<form><input value="请输入关键字"><button>搜索</button></form></div>'
        f'<div class="main"><div class="TRS_Editor">{content}</div></div>'
        f'<div class="news"><h3>相关新闻</h3><ul>{LINKS}</ul></div>'
        '<div class="footer"><p>主办单位：某市人民政府办公室 网站标识码：3406000012</p></div>'
        "</body></html>"
    )


def zipped(members, *, encrypted=False):
    """Return a ZIP archive of name -> text or bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            # Books and OpenDocument name their kind unpacked, so that it can be seen.
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, content, how)
    data = buffer.getvalue()
    if not encrypted:
        return data
    # The bit that says a member needs a password, in both places where it stands.
    raw = bytearray(data)
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.find(mark)
        while at >= 0:
            raw[at + flags] |= 1
            at = raw.find(mark, at + 4)
    return bytes(raw)


def docx(body, *, styles="", numbering="", more=None, encrypted=False):
    """Return a Word document with this body, in Word's XML."""
    members = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {W}>{styles}</w:styles>",
    }
    if numbering:
        members["word/numbering.xml"] = f"<w:numbering {W}>{numbering}</w:numbering>"
    return zipped({**members, **(more or {})}, encrypted=encrypted)


def paragraph(text, *, style="", properties=""):
    """Return one paragraph in Word's XML."""
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{style}{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def epub(pages, *, more=None, package="OEBPS/content.opf"):
    """Return a book of pages (name -> XHTML), read in the order given."""
    items = "".join(
        f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>'
        for n, name in enumerate(pages)
    )
    spine = "".join(f'<itemref idref="i{n}"/>' for n in range(len(pages)))
    members = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": (
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            f'<rootfile full-path="{package}"/></rootfiles></container>'
        ),
        "OEBPS/content.opf": (
            '<package xmlns="http://www.idpf.org/2007/opf">'
            f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
        ),
    }
    members.update({f"OEBPS/{name}": text for name, text in pages.items()})
    return zipped({**members, **(more or {})})


def pdf(pages, *, locked=False):
    """Return a PDF file. A page is a list of (x, y, size, text), places in points.

    The font is not embedded, as in most Chinese PDF files; a page of None is a picture.
    """
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",  # the list of pages, known at the end
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H"
        b" /DescendantFonts [4 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo"
        b" << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 5 0 R >>",
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /ItalicAngle 0 /Ascent 880"
        b" /Descent -120 /CapHeight 880 /StemV 93 /FontBBox [-25 -254 1000 880] >>",
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"
        b" /BitsPerComponent 8 /Length 1 >>\nstream\n\x80\nendstream",
    ]
    kids = []
    for lines in pages:
        if lines is None:
            drawn = b"q 500 0 0 700 40 40 cm /Scan Do Q"
        else:
            drawn = b"".join(
                b"BT /F1 %g Tf 1 0 0 1 %g %g Tm <%s> Tj ET\n"
                % (size, x, y, text.encode("utf-16-be").hex().encode())
                for x, y, size, text in lines
            )
        drawn = zlib.compress(drawn)
        objects.append(
            b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(drawn), drawn)
        )
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources"
            b" << /Font << /F1 3 0 R >> /XObject << /Scan 6 0 R >> >> >>" % len(objects)
        )
        kids.append(len(objects))
    listed = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (listed, len(kids))
    extra = b""
    if locked:
        objects.append(
            b"<< /Filter /Standard /V 1 /R 2 /P -44 /O <%s> /U <%s> >>" % (b"5a" * 32, b"a5" * 32)
        )
        extra = b" /Encrypt %d 0 R /ID [<00> <00>]" % len(objects)
    data = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer\n<< /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        extra,
        start,
    )
    return bytes(data)


def set_as_page(paragraphs, *, size=12, chars=30, top=780, indent=2):
    """Return the lines of a page as a printer sets paragraphs: indented, full lines, one margin."""
    lines, y = [], top
    for text in paragraphs:
        first = True
        while text:
            room = chars - indent if first else chars
            x = 72 + (size * indent if first else 0)
            lines.append((x, y, size, text[:room]))
            text, first, y = text[room:], False, y - size * 1.5
    return lines


def ole(*streams, locked=False):
    """Return a file of Office 97 with empty streams of these names at its root."""

    def entry(name, kind, *, right=0xFFFFFFFF, child=0xFFFFFFFF, start=0xFFFFFFFE):
        text = name.encode("utf-16-le")
        return struct.pack(
            "<64sHBBIII36xIQ", text, len(text) + 2, kind, 1, 0xFFFFFFFF, right, child, start, 4096
        )

    entries = [entry("Root Entry", 5, child=1)]
    for n, name in enumerate(streams, 1):
        following = 0xFFFFFFFF if n == len(streams) else n + 1
        entries.append(entry(name, 2, right=following, start=len(streams) // 4 + 2))
    entries += [bytes(128)] * (-len(entries) % 4)
    directory = len(entries) // 4
    end, free = 0xFFFFFFFE, 0xFFFFFFFF
    table = [0xFFFFFFFD, *range(2, directory + 1), end]
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, end, 0, end, 0,
    )  # fmt: skip
    first = b"\xec\xa5\xc1\x00" + bytes(6) + (b"\x00\x01" if locked else bytes(2))
    return b"".join((
        header, struct.pack("<109I", 0, *[free] * 108),
        struct.pack("<128I", *table, *[free] * (128 - len(table))),
        *entries, first.ljust(4096, b"\0"),
    ))  # fmt: skip


OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def ofd_text(text, x, y, *, size=4.0, steps=None, more=""):
    """Return an object of text in OFD's XML; places in millimetres from the top left corner."""
    steps = f"g {max(len(text) - 1, 1)} {size}" if steps is None else steps
    return (
        f'<ofd:TextObject Boundary="{x} {y} 200 {size}" Font="1" Size="{size}" {more}>'
        f'<ofd:TextCode X="0" Y="{size}" DeltaX="{steps}">{text}</ofd:TextCode></ofd:TextObject>'
    )


def ofd_page(objects, *, template="", more=""):
    """Return a page of A4, with the id of its template."""
    used = f'<ofd:Template TemplateID="{template}"/>' if template else ""
    return (
        f"<ofd:Page {OFD}><ofd:Area><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:Area>"
        f"{used}{more}<ofd:Content><ofd:Layer>{objects}</ofd:Layer></ofd:Content></ofd:Page>"
    )


def ofd(pages, *, templates=(), common="", document="", body="", more=None, encrypted=False):
    """Return an OFD file of pages; the first template has the id t0."""
    listed = "".join(
        f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages))
    )
    backs = "".join(
        f'<ofd:TemplatePage ID="t{n}" BaseLoc="/Doc_0/Tpls/Tpl_{n}/Content.xml"/>'
        for n in range(len(templates))
    )
    members = {
        "OFD.xml": (
            f'<?xml version="1.0" encoding="UTF-8"?><ofd:OFD {OFD} DocType="OFD" Version="1.0">'
            f"<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>{body}</ofd:DocBody>"
            "</ofd:OFD>"
        ),
        "Doc_0/Document.xml": (
            f"<ofd:Document {OFD}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
            f"</ofd:PhysicalBox></ofd:PageArea>{backs}{common}</ofd:CommonData>"
            f"<ofd:Pages>{listed}</ofd:Pages>{document}</ofd:Document>"
        ),
    }
    for n, page in enumerate(pages):
        members[f"Doc_0/Pages/Page_{n}/Content.xml"] = page
    for n, template in enumerate(templates):
        members[f"Doc_0/Tpls/Tpl_{n}/Content.xml"] = template
    return zipped({**members, **(more or {})}, encrypted=encrypted)


def ofd_lines(paragraphs, *, size=4.0, chars=30, top=30.0):
    """Return the objects of paragraphs as a printer sets them: indented, full lines, one margin."""
    objects, y = "", top
    for text in paragraphs:
        first = True
        while text:
            room = chars - 2 if first else chars
            objects += ofd_text(text[:room], 30 + (size * 2 if first else 0), y, size=size)
            text, first, y = text[room:], False, y + size * 1.5
    return objects


ODF = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"),
        ("draw", "drawing"), ("form", "form"), ("svg", "svg-compatible"),
    )
)  # fmt: skip


def odt(body, *, styles="", shared="", kind="text", more=None, flat=False):
    """Return an OpenDocument text with this body; `styles` are its own, `shared` in styles.xml."""
    mimetype = f"application/vnd.oasis.opendocument.{kind}"
    own = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    text = f"<office:body><office:text>{body}</office:text></office:body>"
    if flat:
        return (
            f'<?xml version="1.0"?><office:document {ODF} office:mimetype="{mimetype}">{shared}'
            f"{own}{text}</office:document>"
        ).encode()
    members = {
        "mimetype": mimetype,
        "content.xml": f"<office:document-content {ODF}>{own}{text}</office:document-content>",
        "styles.xml": f"<office:document-styles {ODF}>{shared}</office:document-styles>",
    }
    return zipped({**members, **(more or {})})
