"""What stands on the pages of a PDF, read by PDFium: it knows the tables of Chinese fonts.

This runs in a process of its own (`pdf_child`): PDFium crashes on some damaged files and fills the
memory on others. It imports hardly anything else of Jingdu, so that the process starts fast.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from functools import partial
from typing import NewType

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from reader.formats.pdf_page import LineRead, PageRead, Run, blank_page

PAGES = 20_000  # more than any document has; the largest codes of law have five thousand
CHARACTERS = 20_000_000  # on all pages; the longest novels have seven million
_PASSWORD = 4  # PDFium's number for "needs a password"
_SECURITY = 5  # and for a way of locking that it does not know
_LINE_ENDS = (0x0A, 0x0D)
_BLANKS = (0x20, 0xA0, 0x3000)
_HYPHEN = (0x02, 0xFFFE)  # what PDFium makes of a hyphen at the end of a line
_HIGHEST = 0x10FFFF  # a damaged table of characters names numbers above it
_LOST = "\ufffd"
_AT_ENDS = 8  # characters at each end of a line whose boxes are looked at
_OBJECTS = 2_000  # of a page; a map has more, and the first tell what kind of page it is
_DRAWN = 40  # strokes on a page without text that are more than a frame: letters, a drawing
_PICTURE = 36.0  # points; a smaller picture is an ornament
_ANNOTATIONS = 10_000  # of a page
_UNSEEN = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW
_MEDIA = (
    raw.FPDF_ANNOT_FILEATTACHMENT,
    raw.FPDF_ANNOT_SOUND,
    raw.FPDF_ANNOT_MOVIE,
    raw.FPDF_ANNOT_SCREEN,
    raw.FPDF_ANNOT_RICHMEDIA,
)
_FILLED_IN = (
    raw.FPDF_FORMFIELD_TEXTFIELD,
    raw.FPDF_FORMFIELD_COMBOBOX,
    raw.FPDF_FORMFIELD_LISTBOX,
)
_LONGEST_VALUE = 2**22  # bytes of one text in a form
_COMPARED = 1_000_000  # pairs of a line and a text of a form
_FAR = 1e6  # points; farther is a damaged number
_USUAL = 12.0  # points of letters in a form that are not told
_EMPTY = 2  # bytes of a text of PDFium that ends at once
_LONGEST_NAME = 128  # bytes of the name of a font

_Text = NewType("_Text", object)  # the text of a page, as PDFium holds it
_Page = NewType("_Page", object)
_Annotation = NewType("_Annotation", object)
_Drawing = NewType("_Drawing", object)  # one text of a page


class Broken(Exception):  # noqa: N818 - named by what happened
    """The bytes are no PDF."""


class Locked(Exception):  # noqa: N818
    """A password is needed."""


class TooMuch(Exception):  # noqa: N818
    """There are more pages or characters than any document has."""


def read_pages(data: bytes, first: int = 0) -> Iterator[PageRead | int]:
    """Yield the number of pages, then what stands on each from `first` on (the first is 0).

    Raises Broken, Locked or TooMuch.
    """
    try:
        # Mail and web servers put lines before the file; PDFium looks for the mark, within 1 kB.
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        code = getattr(error, "err_code", None)
        if code in (_PASSWORD, _SECURITY) or b"/Encrypt" in data[-4096:]:
            raise Locked from error
        raise Broken from error
    with closing(document):
        if len(document) > PAGES:
            raise TooMuch
        yield len(document)
        form = None
        with suppress(pdfium.PdfiumError):
            document.init_forms()
            form = document.formenv
        left = CHARACTERS
        for number in range(first, len(document)):
            page = _read_page(document, number, form, left)
            if not number:
                page["files"] += max(0, raw.FPDFDoc_GetAttachmentCount(document.raw))
            left -= sum(len(line["text"]) for line in page["lines"])
            yield page


def _read_page(
    document: pdfium.PdfDocument, number: int, form: pdfium.PdfFormEnv | None, most: int
) -> PageRead:
    """Return one page; one that PDFium cannot read is `broken` and does not keep the others."""
    found = blank_page()
    try:
        with closing(document[number]) as page:
            with closing(page.get_textpage()) as text:
                if raw.FPDFText_CountChars(text.raw) > most:
                    raise TooMuch
                found["lines"] = list(_lines(text.raw))
            _read_objects(page.raw, found)
            _read_annotations(page.raw, form, found)
    except pdfium.PdfiumError:
        return blank_page(broken=True)
    return found


# -- annotations and forms


def _read_annotations(page: _Page, form: pdfium.PdfFormEnv | None, found: PageRead) -> None:
    """Put what is typed onto the page among its lines; count what else there is."""
    typed: list[LineRead] = []
    for number in range(min(_ANNOTATIONS, raw.FPDFPage_GetAnnotCount(page))):
        annotation = raw.FPDFPage_GetAnnot(page, number)
        if not annotation:
            continue
        try:
            typed += _read_annotation(annotation, form, found)
        finally:
            raw.FPDFPage_CloseAnnot(annotation)
    if typed:
        found["lines"] = _put_among(found["lines"], typed)


def _read_annotation(
    annotation: _Annotation, form: pdfium.PdfFormEnv | None, found: PageRead
) -> list[LineRead]:
    """Return the lines of an annotation that shows text; count one that holds other things."""
    if raw.FPDFAnnot_GetFlags(annotation) & _UNSEEN:
        return []
    kind = raw.FPDFAnnot_GetSubtype(annotation)
    if kind in (raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP):
        return []  # a link's contents tell where it goes
    if kind in _MEDIA:
        found["files"] += 1
        return []
    if kind == raw.FPDF_ANNOT_WIDGET:
        if form is None:
            return []
        text = _value_of(form, annotation)
        lines = _place(text, annotation)
        is_set = raw.FPDFAnnot_IsChecked(form.raw, annotation) or (
            raw.FPDFAnnot_GetFormFieldType(form.raw, annotation) == raw.FPDF_FORMFIELD_SIGNATURE
            and raw.FPDFAnnot_HasKey(annotation, b"AP")
        )
        found["fields"] += bool(is_set or text) and not lines
        return lines
    text = _text_of(partial(raw.FPDFAnnot_GetStringValue, annotation, b"Contents"))
    lines = _place(text, annotation) if kind == raw.FPDF_ANNOT_FREETEXT else []
    is_stamp = kind in (raw.FPDF_ANNOT_STAMP, raw.FPDF_ANNOT_FREETEXT)
    found["comments"] += bool(text or is_stamp) and not lines
    return lines


def _value_of(form: pdfium.PdfFormEnv, field: _Annotation) -> str:
    """Return what is filled in, or chosen, in a form; empty for a box, a button, a password."""
    if raw.FPDFAnnot_GetFormFieldType(form.raw, field) not in _FILLED_IN:
        return ""
    if raw.FPDFAnnot_GetFormFieldFlags(form.raw, field) & raw.FPDF_FORMFLAG_TEXT_PASSWORD:
        return ""
    return _text_of(partial(raw.FPDFAnnot_GetFormFieldValue, form.raw, field))


def _text_of(give: Callable[[object, int], int]) -> str:
    """Return a text that PDFium writes into a buffer, and whose length it tells."""
    size = give(None, 0)
    if not _EMPTY < size <= _LONGEST_VALUE:
        return ""
    units = (ctypes.c_ushort * (size // 2))()
    give(units, size)
    text = bytes(units).decode("utf-16", "replace")
    return text.partition("\0")[0]


def _place(text: str, annotation: _Annotation) -> list[LineRead]:
    """Return the lines of a text within the rectangle of its annotation."""
    lines = [line for line in text.splitlines() if line.strip()]
    box = raw.FS_RECTF()
    if not lines or not raw.FPDFAnnot_GetRect(annotation, ctypes.byref(box)):
        return []
    bottom, top = sorted((box.bottom, box.top))
    left, right = sorted((box.left, box.right))
    if not (-_FAR < left < right < _FAR and -_FAR < bottom < top < _FAR):
        return []
    height = (top - bottom) / len(lines)
    return [
        LineRead(
            text=line,
            box=(left, right, top - height * (at + 1), top - height * at),
            size=max(1.0, min(height, _USUAL)),
            runs=[],
        )
        for at, line in enumerate(lines)
    ]


def _put_among(lines: list[LineRead], typed: list[LineRead]) -> list[LineRead]:
    """Return the lines with each of those typed after the one that is left of it, or above."""
    after: dict[int, list[LineRead]] = {}
    look = lines if len(lines) * len(typed) <= _COMPARED else lines[-1:]
    for one in typed:
        left, _, bottom, top = one["box"]
        middle = (bottom + top) / 2
        beside = above = -1
        for at, line in enumerate(look):
            box = line["box"]
            if box[2] <= middle <= box[3] and box[0] <= left:
                if beside < 0 or box[0] >= look[beside]["box"][0]:
                    beside = at
            elif box[2] >= middle and (above < 0 or box[2] <= look[above]["box"][2]):
                above = at
        place = beside if beside >= 0 else above
        after.setdefault(place + len(lines) - len(look) if place >= 0 else -1, []).append(one)
    result = after.get(-1, [])
    for at, line in enumerate(lines):
        result += [line, *after.get(at, ())]
    return result


# -- pictures


def _read_objects(page: _Page, found: PageRead) -> None:
    """Tell the pictures of a page, and whether it is drawn."""
    strokes = 0
    number = min(_OBJECTS, raw.FPDFPage_CountObjects(page))
    box = [ctypes.c_float() for _ in range(4)]
    for at in range(number):
        part = raw.FPDFPage_GetObject(page, at)
        kind = raw.FPDFPageObj_GetType(part)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            strokes += 1
        if kind == raw.FPDF_PAGEOBJ_FORM:
            strokes += max(0, raw.FPDFFormObj_CountObjects(part))
        if kind not in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING):
            continue
        if not raw.FPDFPageObj_GetBounds(part, *map(ctypes.byref, box)):
            continue
        left, bottom, right, top = (_whole(one.value) for one in box)
        if right - left >= _PICTURE and top - bottom >= _PICTURE:
            found["pictures"].append((left, bottom, right, top))
    found["drawn"] = bool(found["pictures"]) or strokes >= _DRAWN


def _whole(value: float) -> int:
    return round(value) if abs(value) < _FAR else 0  # also for what is no number


# -- lines


def _lines(page: _Text) -> Iterator[LineRead]:
    """Yield the lines of a page as PDFium parts them, with their places in points."""
    unicode_of = raw.FPDFText_GetUnicode
    letters: list[str] = []
    places: list[int] = []
    count = raw.FPDFText_CountChars(page)
    at = 0
    while at < count:
        code = unicode_of(page, at)
        if code in _LINE_ENDS:
            if letters:
                yield from _line(page, letters, places)
                letters, places = [], []
        elif code in _HYPHEN:
            letters.append("\u00ad")
            places.append(at)
        elif 0xD800 <= code <= 0xDBFF and at + 1 < count:
            low = unicode_of(page, at + 1)
            if 0xDC00 <= low <= 0xDFFF:
                letters.append(chr((code - 0xD800) * 0x400 + low - 0xDC00 + 0x10000))
                places.append(at)
                at += 1
        elif code and not 0xD800 <= code <= 0xDFFF:
            letters.append(chr(code) if code <= _HIGHEST else _LOST)
            places.append(at)
        at += 1
    if letters:
        yield from _line(page, letters, places)


def _line(page: _Text, letters: list[str], places: list[int]) -> Iterator[LineRead]:
    """Yield a line with its box; nothing if it is blank."""
    text = "".join(letters)
    if not text.strip():
        return
    ends = places if len(places) <= 2 * _AT_ENDS else places[:_AT_ENDS] + places[-_AT_ENDS:]
    boxes = [box for at in ends if (box := _box(page, at)) is not None]
    if not boxes:
        return
    left, right = min(box[0] for box in boxes), max(box[1] for box in boxes)
    bottom, top = min(box[2] for box in boxes), max(box[3] for box in boxes)
    size = max(1.0, sorted(box[3] - box[2] for box in boxes)[len(boxes) // 2])
    runs = _runs(page, places)
    yield LineRead(text=text, box=(left, right, bottom, top), size=size, runs=runs)


def _box(page: _Text, at: int) -> tuple[float, float, float, float] | None:
    """Return left, right, bottom and top of a character; None for a space or what has no place."""
    if raw.FPDFText_GetUnicode(page, at) in _BLANKS:
        return None
    box = raw.FS_RECTF()
    if not raw.FPDFText_GetLooseCharBox(page, at, ctypes.byref(box)):
        return None
    # Written so that what is no number or has no end is left out, too.
    if not (-_FAR < box.left < box.right < _FAR and -_FAR < box.bottom < box.top < _FAR):
        return None
    return box.left, box.right, box.bottom, box.top


def _runs(page: _Text, places: list[int]) -> list[Run]:
    """Return the characters of a line by font; nothing if every font names its characters."""
    unnamed = [raw.FPDFText_HasUnicodeMapError(page, at) == 1 for at in places]
    if True not in unnamed:
        return []
    runs: list[Run] = []
    last, name = None, ""
    for at, nameless in zip(places, unnamed, strict=True):
        part = raw.FPDFText_GetTextObject(page, at)
        address = ctypes.cast(part, ctypes.c_void_p).value if part else None
        if address is not None and address != last:  # a space that PDFium adds belongs to none
            last, name = address, _font_name(part)
        if runs and runs[-1][::2] == (name, nameless):
            runs[-1] = (name, runs[-1][1] + 1, nameless)
        else:
            runs.append((name, 1, nameless))
    return runs


def _font_name(part: _Drawing) -> str:
    font = raw.FPDFTextObj_GetFont(part)
    if not font:
        return ""
    name = ctypes.create_string_buffer(_LONGEST_NAME)
    raw.FPDFFont_GetBaseFontName(font, name, _LONGEST_NAME)
    return name.value.decode("latin-1")
