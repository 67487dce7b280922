"""Makes PDF files from objects, for what `making.pdf` has no word for: fonts, forms, bombs."""


def assemble(objects, root=1):
    """Return a PDF file of objects, in their order; the first is 1 0 R."""
    data = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, root, start,
    )  # fmt: skip
    return bytes(data)


def stream(content, entries=b""):
    """Return an object that is a stream."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


HELVETICA = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def cid_font(name, to_unicode=0):
    """Return a font that numbers its drawings, and whether it names them in object `to_unicode`."""
    table = b"/ToUnicode %d 0 R" % to_unicode if to_unicode else b""
    return (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H %s"
        b" /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%s /DW 1000"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
        b" /FontDescriptor << /Type /FontDescriptor /FontName /%s /Flags 4 /ItalicAngle 0"
        b" /FontBBox [0 0 1000 1000] /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>] >>"
    ) % (name, table, name, name)


def table_of(pairs):
    """Return the stream that names the drawings of a font: pairs of a number and a character."""
    lines = b"\n".join(
        b"<%04X> <%s>" % (number, text.encode("utf-16-be").hex().encode()) for number, text in pairs
    )
    return stream(
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        b"%d beginbfchar\n%s\nendbfchar\nendcmap end end" % (len(pairs), lines)
    )


def pages_of(contents, *, fonts=(HELVETICA,), more=(), annotations=None, catalog=b"", page=b""):
    """Return a PDF file with a page for each content; its fonts are F1, F2 and so on.

    `more` are objects after those of the fonts, which `page` names, in the resources of every page;
    `annotations` gives the annotations of some pages, by their numbers.
    """
    first = 3 + len(fonts) + len(more)
    kids = b" ".join(b"%d 0 R" % (first + 2 * at) for at in range(len(contents)))
    named = b" ".join(b"/F%d %d 0 R" % (at, at + 2) for at in range(1, len(fonts) + 1))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(contents)),
        *fonts,
        *more,
    ]
    for at, content in enumerate(contents):
        notes = b"/Annots [%s]" % annotations[at] if annotations and at in annotations else b""
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R %s /Resources"
            b" << /Font << %s >> %s >> >>" % (first + 2 * at + 1, notes, named, page)
        )
        objects.append(stream(content))
    return assemble(objects)


def show(text, *, x=72, y=700, size=12, font=1):
    """Return what draws a text: bytes in one byte a letter, str in two."""
    drawn = text if isinstance(text, bytes) else text.encode("utf-16-be")
    return b"BT /F%d %d Tf 1 0 0 1 %d %d Tm <%s> Tj ET\n" % (font, size, x, y, drawn.hex().encode())


def bomb(good_pages=0):
    """Return 1 kB that takes gigabytes: a drawing of which each contains itself ten times."""
    form = stream(
        b"/X Do " * 10,
        b"/Type /XObject /Subtype /Form /BBox [0 0 600 800]"
        b" /Resources << /XObject << /X 4 0 R >> >>",
    )
    good = [show(b"Page number %d is a page like any other." % at) for at in range(good_pages)]
    return pages_of(
        [*good[:1], b"/X Do " + show(b"Hello world"), *good[1:]],
        more=(form,),
        page=b"/XObject << /X 4 0 R >>",
    )
