r"""Rich Text: .rtf, and what old programs call .doc.

Read here and not by striprtf, which decodes by the font of the moment alone: Word writes Chinese as
\loch\f0\dbch\f13 \'d6\'d0 and other programs as \'d6a, and both come out wrong there; it knows no
headings, and puts | between the cells of a table.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace

from reader.formats.content import Content, Source
from reader.text.errors import BrokenFile, NoTextInside
from reader.text.structure import BlockKind, StructureWriter, with_label

_KIND = "RTF"
_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})? ?|((?:\\'[0-9a-fA-F]{2})+)|\\([^a-zA-Z])|([{}])"
    rb"|([^\\{}\r\n]+)|[\r\n]+|\\",
    re.S,
)
# Groups that hold no text of the document; those that begin with \* are left out too.
_UNREAD = frozenset(
    b"author background bkmkend bkmkstart blipuid category colortbl comment company creatim "
    b"datafield datastore doccomm docvar falt filetbl fldinst fonttbl footer footerf footerl "
    b"footerr formfield generator header headerf headerl headerr info keywords latentstyles "
    b"listname listoverridetable listtable manager nonesttables objdata operator panose pict "
    b"printim private revtbl revtim rsidtbl shpinst sp stylesheet subject tc template themedata "
    b"title txe userprops xe xmlnstbl".split()
)
_STYLE = re.compile(rb"\{\\s([0-9]{1,4})(?![0-9])((?:[^{}]|\{[^{}]*\})*)\}")
_CHARSETS = {
    128: "cp932", 129: "cp949", 134: "gb18030", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250",
}  # fmt: skip
_DOUBLE = frozenset(("cp932", "cp949", "gb18030", "cp950"))
_SIGNS = {
    b"tab": "\t", b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’",
    b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•", b"emspace": "\u2003",
    b"enspace": "\u2002", b"qmspace": "\u2005", b"line": "\n",
}  # fmt: skip
_PARAGRAPHS = frozenset((b"par", b"sect", b"page", b"column"))
_ESCAPED = {b"~": "\u00a0", b"_": "-", b"{": "{", b"}": "}", b"\\": "\\"}


@dataclass(frozen=True, slots=True)
class _State:
    """What a group inherits and gives back."""

    unread: bool = False
    hidden: bool = False
    font: int | None = None
    skip: int = 1  # characters that stand for one \u
    label: bool = False  # the number or bullet before a paragraph


def read(source: Source) -> Content:
    """Return the text of a Rich Text file with headings and tables.

    Raises ReaderError: cut off before its text begins, no text.
    """
    data, where = source.data, source.where
    reader = _Reader(data)
    reader.read()
    if not len(reader.writer):
        if b"\\pard" not in data and b"\\par" not in data:
            raise BrokenFile(where, _KIND)
        raise NoTextInside(where, _KIND)
    return Content.of(reader.writer, reader.page, "declared", reader.lost)


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.writer = StructureWriter()
        self.lost = 0
        self._data = data
        self.page = _code_page(data)
        self._fonts = _fonts(data)
        self._state = _State()
        self._above: list[_State] = []
        self._bytes = bytearray()  # of one encoding, not yet decoded
        self._words: list[str] = []
        self._cells: list[str] = []
        self._styles = _headings(data)
        self._outline: int | None = None
        self._label: str | None = None
        self._level = 0  # of a list
        self._in_table = False
        self._skip = 0

    def read(self) -> None:
        at = 0
        while at < len(self._data):
            token = _TOKEN.match(self._data, at)
            if token is None:
                break
            at = token.end()
            word, number, code, sign, brace, plain = token.groups()
            if code is not None:
                self._read_plain(bytes.fromhex(code.replace(b"\\'", b"").decode("ascii")))
            elif plain is not None:
                self._read_plain(plain)
            elif word is not None:
                if word == b"bin" and number is not None:
                    at += max(0, int(number))  # raw bytes, braces and all
                    continue
                self._read_word(word, number)
            elif brace is not None:
                self._read_brace(brace)
            elif sign is not None:
                self._read_sign(sign)
        self._end_paragraph()

    def _read_brace(self, brace: bytes) -> None:
        self._decode()
        self._skip = 0
        if brace == b"{":
            self._above.append(self._state)
        elif self._above:
            if self._state.label and not self._above[-1].label:
                self._label = self._take().strip()
            self._state = self._above.pop()

    def _read_plain(self, text: bytes) -> None:
        taken = min(self._skip, len(text))
        self._skip -= taken
        if not self._is_silent():
            # Decoded with the bytes before it: the second byte of a character may be a letter.
            self._bytes += text[taken:]

    def _read_sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._state = replace(self._state, unread=True)
        elif sign in (b"\n", b"\r"):
            self._end_paragraph()
        elif sign in (b"{", b"}", b"\\") and self._bytes and self._half():
            self._bytes += sign  # 鸤 is \'f8\}: the second byte is a brace
        elif self._skip:
            self._skip -= 1
        elif sign in _ESCAPED and not self._is_silent():
            self._say(_ESCAPED[sign])

    def _read_word(self, word: bytes, number: bytes | None) -> None:
        value = None if number is None else int(number)
        if word == b"u" and value is not None:
            self._read_unicode(value)
            return
        self._decode()
        self._skip = 0
        if word in _UNREAD:
            self._state = replace(self._state, unread=True)
        elif word in (b"listtext", b"pntext"):
            self._state = replace(self._state, label=True, unread=False)
        elif word == b"uc":
            self._state = replace(self._state, skip=max(0, value or 0))
        elif word == b"f":
            self._state = replace(self._state, font=value)
        elif word == b"plain":
            self._state = replace(self._state, font=None, hidden=False)
        elif word == b"v":
            self._state = replace(self._state, hidden=value != 0)
        elif self._is_silent():
            return
        elif word in _SIGNS:
            self._say(_SIGNS[word])
        else:
            self._read_layout(word, value)

    def _read_layout(self, word: bytes, value: int | None) -> None:
        if word in _PARAGRAPHS:
            self._end_paragraph()
        elif word == b"pard":
            self._outline = None
            self._in_table = False
            self._level = 0
        elif word == b"intbl":
            self._in_table = True
        elif word == b"outlinelevel":
            self._outline = value
        elif word == b"ilvl":
            self._level = max(0, value or 0)
        elif word == b"s" and value in self._styles:
            self._outline = self._styles[value]
        elif word in (b"cell", b"nestcell"):
            self._cells.append(self._take())
        elif word in (b"row", b"nestrow"):
            self._decode()
            self.writer.add_row(self._cells)
            self._cells = []

    def _read_unicode(self, value: int) -> None:
        self._decode()
        self._skip = self._state.skip
        if self._is_silent():
            return
        unit = value % 0x10000
        before = self._words[-1] if self._words else ""
        if 0xDC00 <= unit < 0xE000 and before and "\ud800" <= before < "\udc00":
            pair = (ord(before) - 0xD800) * 0x400 + unit - 0xDC00 + 0x10000
            self._words[-1] = chr(pair)
        else:
            self._words.append(chr(unit))

    def _is_silent(self) -> bool:
        return self._state.unread or self._state.hidden

    def _say(self, text: str) -> None:
        self._decode()
        self._words.append(text)

    def _half(self) -> bool:
        """Tell whether the bytes at hand end in the first half of a character."""
        decoder = codecs.getincrementaldecoder(self._encoding())("replace")
        decoder.decode(bytes(self._bytes))
        return bool(decoder.getstate()[0])

    def _encoding(self) -> str:
        """Return the encoding of the bytes at hand.

        A Chinese file is read as Chinese whatever a Western font claims: Word names Times New
        Roman for the Latin letters of a run, not for its bytes.
        """
        font = None if self._state.font is None else self._fonts.get(self._state.font)
        if font is None or (font not in _DOUBLE and self.page in _DOUBLE):
            return self.page
        return font

    def _decode(self) -> None:
        if self._bytes:
            text = bytes(self._bytes).decode(self._encoding(), "replace")
            self.lost += text.count("\ufffd")
            self._words.append(text)
            self._bytes.clear()

    def _take(self) -> str:
        self._decode()
        text = "".join(self._words)
        self._words.clear()
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

    def _end_paragraph(self) -> None:
        text = self._take()
        label, self._label = self._label, None
        if self._in_table and text.strip():
            self._words.append(f"{text} ")  # a paragraph inside a cell
        elif self._outline is not None and 0 <= self._outline < 9:
            text = with_label(label or "", text.replace("\n", ""))
            self.writer.add(text, BlockKind.HEADING, min(self._outline + 1, 6))
        else:
            first, *more = text.split("\n")
            if label is None:
                self.writer.add(first)
            else:
                self._add_item(label, first)
            for line in more:
                self.writer.add(line)

    def _add_item(self, label: str, text: str) -> None:
        is_number = any(sign.isalnum() for sign in label)
        if is_number:
            text = with_label(label, text)
        self.writer.add(text, BlockKind.ITEM, self._level + 1, ordered=is_number)


def _code_page(data: bytes) -> str:
    r"""Return the encoding of \'xx outside any font: \ansicpg936 is GBK."""
    found = re.search(rb"\\ansicpg([0-9]{2,5})", data[:4096])
    number = int(found[1]) if found else 1252
    name = {936: "gb18030", 54936: "gb18030", 65001: "utf-8", 0: "cp1252"}.get(
        number, f"cp{number}"
    )
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"


def _headings(data: bytes) -> dict[int | None, int]:
    """Return the outline level (0 is the highest) of the styles that are headings."""
    start = data.find(b"\\stylesheet")
    if start < 0:
        return {}
    levels: dict[int | None, int] = {}
    for number, words in _STYLE.findall(
        data[start : start + 500_000].partition(b"\\pard\\plain ")[0]
    ):
        outline = re.search(rb"\\outlinelevel([0-8])", words)
        if outline:
            levels[int(number)] = int(outline[1])
        elif named := re.search(rb"[ }][Hh]eading ([1-9]);", words):
            levels[int(number)] = int(named[1]) - 1
        elif re.search(rb"[ }][Tt]itle;", words):
            levels[int(number)] = 0
    return levels


def _fonts(data: bytes) -> dict[int, str]:
    """Return the encodings that the table of fonts gives."""
    start = data.find(b"\\fonttbl")
    if start < 0:
        return {}
    table = data[start : start + 200_000]
    stop = re.search(rb"\\(?:colortbl|stylesheet)|\\pard", table)
    table = table[: stop.start()] if stop else table
    found = re.findall(rb"\\f([0-9]{1,6})(?![0-9])[^;]{0,400}?\\fcharset([0-9]{1,3})", table)
    fonts = {int(font): _CHARSETS.get(int(charset)) for font, charset in found}
    return {font: name for font, name in fonts.items() if name is not None}
