"""What is typed into a PDF is read where it stands; what only hangs on it is counted."""

from reader.formats.open import text_of
from tests.formats.making_pdf import HELVETICA, assemble, pages_of, show, stream

PAGE = show(b"Name of the applicant") + show(b"Reason of the application", x=140, y=660)


def text(value):
    return b"<FEFF%s>" % value.encode("utf-16-be").hex().encode()


def note(subtype, value="", *, rect=(300, 695, 500, 715), more=b""):
    contents = b"/Contents " + text(value) if value else b""
    return b"<< /Type /Annot /Subtype /%s /Rect [%d %d %d %d] %s %s >>" % (
        subtype, *rect, contents, more,
    )  # fmt: skip


def field(kind, value, *, rect=(300, 695, 500, 715), more=b""):
    filled = b"/FT /%s /T (%d) /V %s %s" % (kind, rect[1], value, more)
    return note(b"Widget", rect=rect, more=filled)


def read(*annotations, form=False):
    objects = tuple(annotations)
    names = b" ".join(b"%d 0 R" % (4 + at) for at in range(len(objects)))
    catalog = b"/AcroForm << /Fields [%s] >>" % names if form else b""
    data = pages_of([PAGE], more=objects, annotations={0: names}, catalog=catalog)
    found, origin = text_of(data, None)
    return found.splitlines(), dict(origin.left_out)


NAME, REASON = "Name of the applicant", "Reason of the application"


def test_what_is_filled_in_stands_after_its_name():
    lines, left_out = read(
        field(b"Tx", text("家中有事"), rect=(300, 655, 500, 675)),
        field(b"Tx", text("王小明")),
        form=True,
    )
    assert lines == [NAME, "王小明", REASON, "家中有事"]
    assert left_out == {}


def test_a_choice_is_read_a_box_and_a_password_are_not():
    lines, left_out = read(
        field(b"Ch", text("北京"), more=b"/Ff 131072 /Opt [(a) (b)]"),
        field(b"Btn", b"/Yes", rect=(300, 600, 320, 620)),
        field(b"Tx", text("secret"), rect=(300, 500, 400, 520), more=b"/Ff 8192"),
        form=True,
    )
    assert lines == [NAME, "北京", REASON]
    assert left_out == {}


def test_boxes_that_are_ticked_are_counted():
    drawn = b"/AP << /N << /Yes 6 0 R >> >> /AS /%s"
    form = b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 0 >>\nstream\n\nendstream"
    found = read(
        field(b"Btn", b"/Yes", more=drawn % b"Yes"),
        field(b"Btn", b"/Off", rect=(300, 600, 320, 620), more=drawn % b"Off"),
        form,
        form=True,
    )
    assert found == ([NAME, REASON], {"fields": 1})


def test_signatures_that_are_shown_are_counted():
    signed = b"<< /Type /Sig /Filter /Adobe.PPKLite >>"
    form = b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 0 >>\nstream\n\nendstream"
    found = read(field(b"Sig", signed, more=b"/AP << /N 5 0 R >>"), form, form=True)
    assert found == ([NAME, REASON], {"fields": 1})
    assert read(field(b"Sig", b"null"), form=True) == ([NAME, REASON], {})


def test_a_text_of_several_lines_is_read_line_by_line():
    lines, _ = read(field(b"Tx", text("第一行\r\n第二行"), rect=(300, 600, 500, 640)), form=True)
    assert lines == [NAME, REASON, "第一行", "第二行"]


def test_an_empty_form_has_only_its_names():
    assert read(field(b"Tx", b"()"), form=True) == ([NAME, REASON], {})


def test_text_typed_onto_the_page_is_read():
    assert read(note(b"FreeText", "补充说明")) == ([NAME, "补充说明", REASON], {})


def test_notes_are_counted():
    notes = [note(kind, "请核实") for kind in (b"Text", b"Highlight", b"StrikeOut")]
    assert read(*notes) == ([NAME, REASON], {"comments": 3})


def test_stamps_and_films_are_counted():
    found = read(note(b"Stamp"), note(b"Movie", "片"), note(b"Sound"))
    assert found == ([NAME, REASON], {"comments": 1, "objects": 2})


def test_what_says_nothing_or_is_hidden_is_not_counted():
    found = read(
        note(b"Highlight"),
        note(b"Link", "https://example.com"),
        note(b"Popup", "请核实"),
        note(b"Text", "旧的", more=b"/F 2"),
        note(b"FreeText", "旧的", more=b"/F 2"),
    )
    assert found == ([NAME, REASON], {})


def test_files_inside_are_counted():
    attached = note(b"FileAttachment", "数据", more=b"/FS << /Type /Filespec /F (a.txt) >>")
    assert read(attached) == ([NAME, REASON], {"objects": 1})
    names = (
        b"/Names << /EmbeddedFiles << /Names [(a.txt) << /Type /Filespec /F (a.txt) /EF"
        b" << /F 4 0 R >> >>] >> >>"
    )
    _, origin = text_of(pages_of([PAGE], more=(stream(b"x"),), catalog=names), None)
    assert origin.left_out == (("objects", 1),)


def test_a_damaged_page_does_not_keep_the_others():
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources"
        b" << /Font << /F1 5 0 R >> >> >>",
        stream(PAGE),
        HELVETICA,
        b"(no page at all)",
    ]
    found, origin = text_of(assemble(objects), None)
    assert found.splitlines() == [NAME, REASON]
    assert origin.left_out == (("unreadable", 1),)
