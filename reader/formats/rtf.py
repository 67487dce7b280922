r"""Rich Text: .rtf, and what old programs call .doc.

Read here and not by striprtf, which decodes by the font of the moment alone: Word writes Chinese as
\loch\f0\dbch\f13 \'d6\'d0 and other programs as \'d6a, and both come out wrong there; it knows no
headings, and puts | between the cells of a table.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from reader.formats.budget import Budget
from reader.formats.content import Content, Source
from reader.formats.docx_math import PROPERTIES, FormulaWriter
from reader.formats.eq_field import is_eq, read_eq
from reader.formats.rtf_bytes import Decoder
from reader.formats.rtf_flow import Flows
from reader.formats.rtf_groups import (
    BREAKS,
    COUNTED,
    FLOWS,
    LAYOUT,
    READ_STARRED,
    SIGNS,
    UNREAD,
    Group,
    LeftOutGroup,
)
from reader.formats.rtf_tables import code_page, default_font, fonts, headings
from reader.formats.scripts import LEVEL, LOWERED, RAISED
from reader.text.errors import BrokenFile, NoTextInside
from reader.text.structure import StructureWriter

_KIND = "RTF"
_TOKENS = 8_000_000  # of a file; a thousand pages have half a million
_SECONDS = 60.0
_TOKEN = re.compile(
    rb"((?:\\u-?[0-9]{1,5} ?\?){1,4096})"
    rb"|\\([a-zA-Z]{1,32})(-?[0-9]{1,10})? ?|((?:\\'[0-9a-fA-F]{2})+)|\\([^a-zA-Z])|([{}])"
    rb"|([^\\{}\r\n]+)|[\r\n]+|\\",
    re.S,
)
_UNITS = re.compile(rb"\\u(-?[0-9]+)")
_ESCAPED = {b"~": "\u00a0", b"_": "-", b"{": "{", b"}": "}", b"\\": "\\"}
_FIRST_UNIT = re.compile(rb"\\u(-?[0-9]{1,5}) ?")
_SHIFT = 6  # half points; a little up or down only lines up characters of two fonts
_DEEPEST_LIST = 8
_EQUATIONS = (b"Equation", b"MathType", b"AxMath")
_IN_FORMULA = re.compile(rb"m[A-Za-z]{1,12}")


def read(source: Source) -> Content:
    """Return the text of a Rich Text file with headings, tables and notes.

    Raises ReaderError: cut off before its text begins, no text, too much inside.
    """
    data, where = source.data, source.where
    budget = Budget(where, seconds=_SECONDS, steps=_TOKENS)
    reader = _Reader(data, budget)
    reader.read()
    if not len(reader.writer) and b"\\pard" in data:
        # A group before the text was never closed, and all seemed to stand in it.
        reader = _Reader(data, budget, text_at=data.find(b"\\pard"))
        reader.read()
    if not len(reader.writer):
        if b"\\pard" not in data and b"\\par" not in data:
            raise BrokenFile(where, _KIND)
        raise NoTextInside(where, _KIND)
    return Content.of(reader.writer, reader.page, "declared", reader.lost, reader.counts)


class _Drawn(NamedTuple):
    """What a field draws by its code, what had been said before, and how deep the field is."""

    text: str
    said: int
    depth: int


class _Reader:
    def __init__(self, data: bytes, budget: Budget, text_at: int = -1) -> None:
        self.writer = StructureWriter()
        self.counts: Counter[str] = Counter()
        self.page = code_page(data)
        self._data = data
        self._budget = budget
        self._text_at = text_at
        self._bytes = Decoder(self.page, fonts(data), self.counts)
        self._styles = headings(data)
        self._default_font = default_font(data)
        self._flows = Flows(self.writer)
        self._group = Group(font=self._default_font)
        self._above: list[Group] = []
        self._skip = 0  # characters to come that stand for the \u before them
        self._is_first = False  # whether nothing stands in the group yet
        self._is_starred = False
        self._is_cut = False  # whether words or braces stand between the bytes so far and these
        self._formula: FormulaWriter | None = None
        self._property: list[str] = []  # what a property of a formula says
        self._drawn: _Drawn | None = None
        self._said = 0  # pieces of text read so far
        self._passed_over = ""  # why text was passed over last: one passage may be many runs

    @property
    def lost(self) -> int:
        """How many bytes are no characters."""
        return self._bytes.lost

    def read(self) -> None:
        data, at, spend = self._data, 0, self._budget.spend
        while at < len(data):
            token = _TOKEN.match(data, at)
            if token is None:
                break
            spend()
            if token.start() == self._text_at:
                self._above.clear()
                self._group = Group(font=self._default_font)
            at = token.end()
            units, word, number, code, sign, brace, plain = token.groups()
            if plain is not None:
                self._read_plain(plain, is_code=False)
            elif code is not None:
                text = bytes.fromhex(code.replace(b"\\'", b"").decode("ascii"))
                self._read_plain(text, is_code=True)
            elif word is not None:
                if word == b"bin" and number is not None:
                    at += max(0, int(number))  # raw bytes, braces and all
                    self._is_first = False
                    continue
                self._read_word(word, number)
            elif brace is not None:
                self._read_brace(brace)
            elif sign is not None:
                self._read_sign(sign)
            elif units is not None:
                at = self._read_units(units, token.start())
        self.counts["unreadable"] += bool(self._above) or at > len(data)  # its end is cut off
        while self._above:
            self._read_brace(b"}")
        self._decode()
        self._flows.finish()

    # -- groups

    def _read_brace(self, brace: bytes) -> None:
        self._skip = 0
        self._is_cut = True
        self._is_starred = False
        self._is_first = brace == b"{"
        if brace == b"{":
            self._above.append(self._group)
            self._group = self._group.inner()
        elif self._above:
            self._end_group(self._group, self._above.pop())

    def _end_group(self, group: Group, above: Group) -> None:
        if group.label and not above.label:
            self._decode()
            self._flows.end_label()
        if group.has_flow:
            self._decode()
            self._flows.end()
        if group.math:
            self._end_math(group.math)
        self._group = above
        if self._drawn is not None and len(self._above) < self._drawn.depth:
            self._end_field(self._drawn)
        if group.left_out is not None and group.left_out is not above.left_out:
            self._count(group.left_out)

    def _count(self, group: LeftOutGroup) -> None:
        kind = COUNTED.get(group.word)
        if kind == "pictures":
            self.counts["pictures"] += 1
        elif kind in ("headers", "footers") and not group.has_words:
            self.counts["page_numbers"] += group.has_number
        elif kind is not None and group.has_words:
            self.counts[kind] += 1
        elif group.word == b"objclass" and group.start.startswith(_EQUATIONS):
            self.counts["objects"] -= 1
            self.counts["formulas"] += 1
        elif group.word == b"fldinst" and not self._is_silent():
            code = group.start.decode(self.page, "replace")
            if is_eq(code):
                self._drawn = _Drawn(read_eq(code), self._said, len(self._above))

    def _end_field(self, drawn: _Drawn) -> None:
        """Read what a field draws by its code, if it shows nothing else."""
        self._drawn = None
        if self._said == drawn.said:
            self.counts["formulas"] += not drawn.text
            self._say_sign(drawn.text)

    def _begin_group(self, word: bytes, *, is_starred: bool) -> bool:
        """Take a word as what its group is for, if it is one of these."""
        group = self._group
        if is_starred and word not in READ_STARRED:
            group.left_out = LeftOutGroup(word)
        elif word == b"ud" and len(self._above) > 1:
            group.left_out = self._above[-2].left_out  # instead of the text in bytes beside it
        elif group.left_out is not None:
            if word == b"pict" and group.left_out.word == b"sp":
                self.counts["pictures"] += not group.in_object  # the picture that fills a shape
            elif word in (b"objclass", b"fldinst") and group.left_out.word != word:
                group.left_out = LeftOutGroup(word)
            return word in UNREAD or word in COUNTED
        elif word == b"shp":
            group.shape_mark = self._read_so_far()
        elif word == b"shprslt" and group.shape_mark == self._read_so_far():
            pass  # the shape as older programs have it; its newer form had nothing
        elif word in FLOWS:
            self._decode()
            group.has_flow = True
            self._flows.begin(is_note=word == b"footnote")
        elif word in UNREAD or word in COUNTED:
            name = b"" if word == b"pict" and group.in_object else word
            group.left_out = LeftOutGroup(name)
        elif word == b"object":
            group.in_object = True
            self.counts["objects"] += 1
        elif word in (b"listtext", b"pntext"):
            self._decode()
            group.label = True
        else:
            return False
        return True

    def _read_so_far(self) -> int:
        return self._said + self.counts["pictures"]

    # -- formulas: the words of RTF are those of Office with an m before them

    def _begin_math(self, word: bytes) -> bool:
        if self._group.left_out is not None:
            return False
        if word == b"moMath" and self._formula is None:
            self._decode()
            self._formula = FormulaWriter()
            self._group.math = "m:oMath"
            return True
        if self._formula is None or not _IN_FORMULA.fullmatch(word):
            return False
        name = f"m:{word[1:].decode('ascii')}"
        self._group.math = name
        if name in PROPERTIES:
            self._property.clear()
        else:
            self._formula.start(name, {})
        return True

    def _end_math(self, name: str) -> None:
        self._decode()
        formula = self._formula
        if formula is None:
            return
        if name == "m:oMath":
            self._formula = None
            self._say(formula.result(), LEVEL)
        elif name in PROPERTIES:
            formula.start(name, {"val": "".join(self._property)})
            formula.end(name)
        else:
            formula.end(name)

    # -- words

    def _is_silent(self) -> bool:
        group = self._group
        return group.left_out is not None or group.is_hidden or group.is_deleted

    def _pass_over(self, text: bytes) -> None:
        """Note what is not read, so that it is counted where somebody would miss it."""
        group = self._group
        if group.left_out is not None:
            group.left_out.take(text)
        elif text.strip():
            why = "deleted" if group.is_deleted else "hidden"
            self.counts[why] += self._passed_over != why
            self._passed_over = why

    def _say(self, text: str, script: int | None = None) -> None:
        if not text:
            return
        self._said += 1
        self._passed_over = ""
        if self._formula is None:
            group = self._group
            level = group.script if script is None else script
            self._flows.say(text, level, in_label=group.label)
        elif self._group.math in PROPERTIES:
            self._property.append(text)
        else:
            self._formula.text(text)

    def _say_sign(self, text: str) -> None:
        self._decode()
        self._say(text)

    def _read_plain(self, text: bytes, *, is_code: bool) -> None:
        self._is_first = False
        taken = min(self._skip, len(text))
        self._skip -= taken
        text = text[taken:]
        if not text:
            return
        if self._is_silent():
            self._pass_over(text)
            return
        # The second byte of a character may be a letter, but only right behind the first.
        is_apart = self._is_cut and not is_code
        self._is_cut = False
        self._say(self._bytes.decode(text, self._group.font, is_apart=is_apart))

    def _decode(self) -> None:
        """Give up waiting for the second half of a character."""
        self._say(self._bytes.finish())

    # -- signs, numbers of characters, words

    def _read_sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._is_starred = self._is_first  # behind other words it means nothing
            return
        self._is_first = False
        if sign in (b"\n", b"\r"):
            self._read_layout(b"par", None)
        elif sign in (b"{", b"}", b"\\") and self._bytes.has_half and not self._is_silent():
            self._read_plain(sign, is_code=True)  # 鸤 is \'f8\}: the second byte is a brace
        elif self._skip:
            self._skip -= 1
        elif sign in _ESCAPED:
            if self._is_silent():
                self._pass_over(sign)
            else:
                self._say_sign(_ESCAPED[sign])

    def _read_units(self, units: bytes, at: int) -> int:
        """Read characters by their numbers, each with a ? behind it; return where to go on."""
        end = at + len(units)
        if self._group.skip == 1:
            self._read_unicode([int(unit) for unit in _UNITS.findall(units)])
            self._skip = 0
            return end
        first = _FIRST_UNIT.match(units)
        if first is not None:
            self._read_unicode([int(first[1])])
            end = at + first.end()
        return end

    def _read_unicode(self, values: list[int]) -> None:
        self._is_first = False
        self._skip = self._group.skip
        if self._is_silent():
            self._pass_over(self._as_bytes(values))
            return
        self._decode()
        font = self._group.font
        self._say("".join(self._bytes.character(value, font) for value in values))

    def _as_bytes(self, values: list[int]) -> bytes:
        """Return characters that are not read, as far as it matters which they are."""
        group = self._group.left_out
        if group is None or group.word != b"fldinst":
            return b"\xff"
        return "".join(chr(value % 0x10000) for value in values).encode(self.page, "replace")

    def _read_word(self, word: bytes, number: bytes | None) -> None:
        value = None if number is None else int(number)
        is_first, self._is_first = self._is_first, False
        is_starred, self._is_starred = self._is_starred, False
        if word == b"u" and value is not None:
            self._read_unicode([value])
            return
        self._is_cut = True
        if self._skip and word in SIGNS and word not in (b"tab", b"line"):
            self._skip -= 1  # what older programs show for the character before
            return
        self._skip = 0
        if is_first and self._begin_math(word):
            return
        if self._begin_group(word, is_starred=is_starred) or self._read_look(word, value):
            return
        if self._is_silent():
            return
        if word in SIGNS:
            self._say_sign(SIGNS[word])
        elif word in LAYOUT:
            self._read_layout(word, value)

    def _read_look(self, word: bytes, value: int | None) -> bool:
        """Take a word that says how the characters behind it look."""
        group = self._group
        if word == b"uc":
            group.skip = max(0, value or 0)
        elif word == b"f" or (word == b"af" and group.wide):
            group.font = value
        elif word in (b"loch", b"hich", b"dbch"):
            group.wide = word == b"dbch"
        elif word == b"plain":
            group.font, group.is_hidden, group.script = self._default_font, False, LEVEL
        elif word == b"v":
            group.is_hidden = value != 0
        elif word == b"deleted":
            group.is_deleted = value != 0
        elif word in (b"super", b"sub"):
            on = RAISED if word == b"super" else LOWERED
            group.script = on if value != 0 else LEVEL
        elif word == b"nosupersub":
            group.script = LEVEL
        elif word in (b"up", b"dn"):
            on = RAISED if word == b"up" else LOWERED
            group.script = on if (_SHIFT if value is None else value) >= _SHIFT else LEVEL
        else:
            return False
        return True

    def _read_layout(self, word: bytes, value: int | None) -> None:
        if self._is_silent():
            return
        self._decode()
        now = self._flows.now
        if word in BREAKS:
            self._flows.end_paragraph()
        elif word == b"pard":
            now.begin_paragraph()
        elif word == b"intbl":
            now.in_table = True
        elif word == b"itap":
            self._flows.set_depth(value or 0)
        elif word == b"trowd":
            now.has_row = True
        elif word == b"outlinelevel":
            now.outline = value
        elif word == b"ilvl":
            now.level = min(max(0, value or 0), _DEEPEST_LIST)
        elif word == b"s" and value in self._styles:
            now.outline = self._styles[value]
        elif word in (b"cell", b"nestcell"):
            self._flows.end_cell(nested=word == b"nestcell")
        elif word == b"row":
            self._flows.end_row()
        elif word == b"nestrow":
            self._flows.end_inner_row()
