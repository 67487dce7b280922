"""Reads the words of a Word document event by event, and counts what is not words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from reader.formats.budget import Budget
from reader.formats.docx_alternatives import Alternatives
from reader.formats.docx_blocks import Blocks, Line
from reader.formats.docx_math import FormulaWriter
from reader.formats.docx_numbers import Numbering
from reader.formats.docx_styles import Style, heading_of, is_on, script_of, whole
from reader.formats.eq_field import is_eq, read_eq
from reader.formats.scripts import LEVEL, ScriptedText
from reader.formats.symbols import symbol
from reader.formats.xml_events import local
from reader.text.structure import BlockKind, StructureWriter

_SIGNS = {
    "w:tab": "\t", "w:noBreakHyphen": "-", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "a:br": "\n",
}  # fmt: skip
# What has no words of the text: settings, readings above characters, codes of fields.
_UNREAD = frozenset(
    ("w:rt", "w:delInstrText", "w:sdtPr", "w:sdtEndPr", "w:tblPr", "w:tblPrEx",
     "w:tcPr", "w:rubyPr", "w:moveFrom", "w:tblGrid", "w:customXmlPr", "w:smartTagPr", "a:pPr",
     "a:rPr", "w:ffData", "w:pgNum", "m:ctrlPr", "w:sectPr")
)  # fmt: skip
_DELETED = frozenset(("w:delText", "w:t", "m:t"))
_PLAIN = Style()
_NOTHING: Mapping[str, str] = MappingProxyType({})
_PARAGRAPH_STEPS = 3  # what a paragraph takes more than another element
_LABEL_STEPS = 4  # characters of a number that take as long as an element
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")
_WORDS = frozenset(("w:t", "m:t", "a:t"))
_EQUATIONS = ("Equation", "MathType", "AxMath")


class _Paragraph:
    __slots__ = ("is_hidden", "line", "properties", "words")

    def __init__(self, line: Line) -> None:
        self.line = line
        self.words: ScriptedText | None = None
        self.properties: Mapping[str, str] = _NOTHING
        self.is_hidden = False  # by its style


class _Field(NamedTuple):
    """A field that is open: its code so far, and how much text had been read before it."""

    code: list[str]
    words: int


class Body:
    """Takes the events of a part with text and puts it down line by line.

    `on_part` is told of other parts in place: in which body, by which element ("w:altChunk"), and
    by which id the part at hand leads to it; it tells whether it wrote any text.
    """

    def __init__(
        self,
        writer: StructureWriter,
        styles: Mapping[str, Style],
        numbering: Numbering,
        counts: Counter[str],
        budget: Budget,
        on_part: Callable[[Body, str, str], bool],
    ) -> None:
        self.blocks = Blocks(writer)
        self.counts = counts
        self._styles = styles
        self._numbering = numbering
        self._budget = budget
        self._on_part = on_part
        self._paragraphs: list[_Paragraph] = []
        self._alternatives = Alternatives(counts)
        self._runs: list[tuple[int, bool]] = []  # how the runs around stand, and whether hidden
        self._script, self._is_hidden = LEVEL, False
        self._properties: dict[str, str] | None = None  # of the paragraph or run, while they come
        self._depth = 0  # elements open in them
        self._skipped = 0  # elements open in what is passed over
        self._deleted: bool | None = None  # whether what is passed over, deleted text, has words
        self._formula: FormulaWriter | None = None
        self._formula_depth = 0  # elements open in it
        self._in_words = False
        self._initial = ""
        self._in_code = False
        self._fields: list[_Field] = []
        self._words = 0  # pieces of text read so far
        self._hidden_before = False
        self._object = ""  # what an embedded object was counted as

    # -- events

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Begin an element."""
        if self._skipped:
            self._skipped += 1
            if name in _DELETED and self._deleted is False:
                self._deleted = True
        elif self._properties is not None:
            self._depth += 1
            self._start_property(name, attributes)
        elif name in _WORDS:
            self._in_words = True
        elif name in _SIGNS:
            self._say(_SIGNS[name])
        elif name in _UNREAD:
            self._skipped = 1
            self.counts["readings"] += name == "w:rt"
        else:
            if self._formula is not None and name.startswith("m:"):
                self._formula_depth += 1
                self._formula.start(name, attributes)
            if begin := _BEGIN.get(name):
                begin(self, local(attributes))

    def end(self, name: str) -> None:
        """End an element."""
        if self._skipped:
            self._skipped -= 1
            if not self._skipped and self._deleted is not None:
                self.counts["deleted"] += self._deleted
                self._deleted = None
        elif self._properties is not None:
            if self._depth:
                self._depth -= 1
            else:
                self._end_properties(name)
        elif name in _WORDS:
            self._in_words = False
        else:
            if self._formula is not None and name.startswith("m:"):
                self._end_in_formula(name)
            if end := _END.get(name):
                end(self)

    def text(self, text: str) -> None:
        """Take some text, which counts where it stands in words."""
        if self._skipped:
            return
        if self._in_words:
            self._say(text)
        elif self._in_code and self._fields:
            self._fields[-1].code.append(text)

    def finish(self) -> None:
        """Write what is left where the part broke off."""
        self._end_formula()
        while self._paragraphs:
            self._end_paragraph()
        if self._initial:
            self._say(self._initial)
        self.blocks.finish()

    # -- words

    def _say(self, text: str) -> None:
        if self._is_hidden:
            # One passage may be many runs.
            self.counts["hidden"] += not self._hidden_before and bool(text.strip())
            self._hidden_before = self._hidden_before or bool(text.strip())
            return
        self._words += bool(text.strip())
        if self._formula is not None:
            self._formula.text(text)
            return
        self._hidden_before = False
        if self._paragraphs:
            paragraph = self._paragraphs[-1]
            if paragraph.words is None:
                paragraph.words = ScriptedText()
            paragraph.words.add(text, self._script)
        else:
            self.blocks.begin().text = text
            self.blocks.end()

    def _say_symbol(self, own: dict[str, str]) -> None:
        code = own.get("char", "")
        try:
            found = symbol(int(code[:8], 16), own.get("font", ""))
        except ValueError:
            return
        if found is None:
            self.counts["symbols"] += 1
        else:
            self._say(found)

    def _begin_code(self, _own: dict[str, str]) -> None:
        self._in_code = True

    def _end_code(self) -> None:
        self._in_code = False

    def _change_field(self, own: dict[str, str]) -> None:
        """Begin or end a field; one that draws by its code, and shows nothing else, is read."""
        kind = own.get("fldCharType")
        if kind == "begin":
            self._fields.append(_Field([], self._words))
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            code = "".join(ended.code)
            if is_eq(code) and ended.words == self._words:
                drawn = read_eq(code)
                self.counts["formulas"] += not drawn
                self._say(drawn)

    def _skip_deleted(self, _own: dict[str, str]) -> None:
        self._skipped, self._deleted = 1, False

    # -- paragraphs and runs

    def _begin_paragraph(self, _own: dict[str, str]) -> None:
        self._budget.spend(_PARAGRAPH_STEPS)
        self._paragraphs.append(_Paragraph(self.blocks.begin()))

    def _end_paragraph(self) -> None:
        if not self._paragraphs:
            return
        paragraph = self._paragraphs.pop()
        if paragraph.words is not None:
            text, self._initial = self._initial + paragraph.words.result(), ""
            if paragraph.properties.get("w:framePr") in ("drop", "margin"):
                self._initial = text  # a big first letter, in a frame before the rest of its word
            else:
                paragraph.line.text = text
        if paragraph.properties:
            self._describe(paragraph.line, paragraph.properties)
        self.blocks.end()

    def _describe(self, line: Line, own: Mapping[str, str]) -> None:
        """Say what a paragraph is, and which number Word shows before it."""
        style = self._style(own.get("w:pStyle"))
        heading = heading_of("", own["w:outlineLvl"]) if "w:outlineLvl" in own else style.heading
        number, level = style.number, style.list_level
        if "w:numId" in own or "w:ilvl" in own:
            number = own.get("w:numId", style.number)
            level = whole(own.get("w:ilvl"), style.list_level)
        is_gone = "w:del" in own or "w:moveFrom" in own  # its end was deleted, with all its words
        if number and not (is_gone and not line.text.strip()):
            line.label, line.ordered = self._numbering.label(number, level)
            self._budget.spend(1 + len(line.label) // _LABEL_STEPS)
        if heading:
            line.kind, line.level = BlockKind.HEADING, heading
        elif number and number != "0":
            line.kind, line.level = BlockKind.ITEM, level + 1

    def _begin_properties(self, _own: dict[str, str]) -> None:
        self._properties = {}

    def _start_property(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in ("w:pPrChange", "w:rPrChange", "w:sectPr"):
            self._depth -= 1  # its end is the end of what is passed over
            self._skipped = 1
        elif self._properties is not None and name not in ("w:rPr", "w:numPr"):
            own = local(attributes)
            self._properties.setdefault(name, own.get("val", own.get("dropCap", "")))

    def _end_properties(self, name: str) -> None:
        own, self._properties = self._properties or {}, None
        if name == "w:rPr":
            self._look(own)
        elif self._paragraphs:
            paragraph = self._paragraphs[-1]
            paragraph.properties = own
            paragraph.is_hidden = bool(self._style(own.get("w:pStyle")).hidden)

    def _style(self, name: str | None) -> Style:
        return self._styles.get(name or "", _PLAIN)

    def _look(self, own: dict[str, str]) -> None:
        """Take what the properties of a run say about how it is shown."""
        style = self._style(own.get("w:rStyle"))
        script = script_of(own.get("w:vertAlign"), own.get("w:position"))
        self._script = (style.script if script is None else script) or LEVEL
        if "w:vanish" in own:
            self._is_hidden = is_on(own["w:vanish"])
        elif style.hidden is not None:
            self._is_hidden = style.hidden

    def _begin_run(self, _own: dict[str, str]) -> None:
        self._runs.append((self._script, self._is_hidden))
        self._script = LEVEL
        self._is_hidden = bool(self._paragraphs) and self._paragraphs[-1].is_hidden

    def _end_run(self) -> None:
        self._script, self._is_hidden = self._runs.pop()

    # -- formulas, boxes, tables

    def _begin_formula(self, _own: dict[str, str]) -> None:
        if self._formula is None:
            self._formula, self._formula_depth = FormulaWriter(), 0

    def _end_in_formula(self, name: str) -> None:
        if self._formula is not None and self._formula_depth:
            self._formula_depth -= 1
            self._formula.end(name)
        else:
            self._end_formula()

    def _end_formula(self) -> None:
        if self._formula is not None:
            text, self._formula = self._formula.result(), None
            if text:
                self._say(text)

    def _say_shape(self, own: dict[str, str]) -> None:
        """Write the words that a shape shows bent or slanted; they are an attribute of it."""
        text = own.get("string", "")
        if text.strip():
            self._words += 1
            self.blocks.begin().text = text
            self.blocks.end()

    def _begin_note(self, own: dict[str, str]) -> None:
        if own.get("type") in _SEPARATORS:
            self._skipped = 1

    # -- what several programs read in several ways

    def _begin_alternative(self, _own: dict[str, str]) -> None:
        self._alternatives.begin(self._words)

    def _begin_branch(self, _own: dict[str, str]) -> None:
        if self._alternatives.has_been_read(self._words):
            self._skipped = 1

    def _end_branch(self) -> None:
        self._alternatives.end_branch(self._words)

    def _end_alternative(self) -> None:
        self._alternatives.end()

    # -- what is no text

    def _count_picture(self, _own: dict[str, str]) -> None:
        self.counts["pictures"] += not self._object

    def _begin_object(self, _own: dict[str, str]) -> None:
        self._object = "objects"
        self.counts["objects"] += 1

    def _name_object(self, own: dict[str, str]) -> None:
        if self._object == "objects" and own.get("ProgID", "").startswith(_EQUATIONS):
            self._object = "formulas"
            self.counts["objects"] -= 1
            self.counts["formulas"] += 1

    def _end_object(self) -> None:
        self._object = ""

    def _read_chart(self, own: dict[str, str]) -> None:
        self._read_part("c:chart", own.get("id"))

    def _read_diagram(self, own: dict[str, str]) -> None:
        self._read_part("dgm:relIds", own.get("dm"))

    def _read_chunk(self, own: dict[str, str]) -> None:
        self._read_part("w:altChunk", own.get("id"))

    def _read_document(self, own: dict[str, str]) -> None:
        self._read_part("w:subDoc", own.get("id"))

    def _read_part(self, element: str, identity: str | None) -> None:
        if identity is not None:
            self._words += self._on_part(self, element, identity)


_BEGIN: dict[str, Callable[[Body, dict[str, str]], None]] = {
    "w:p": Body._begin_paragraph,
    "a:p": Body._begin_paragraph,
    "w:pPr": Body._begin_properties,
    "w:r": Body._begin_run,
    "m:r": Body._begin_run,
    "w:rPr": Body._begin_properties,
    "w:sym": Body._say_symbol,
    "w:del": Body._skip_deleted,
    "w:instrText": Body._begin_code,
    "w:fldChar": Body._change_field,
    "w:tbl": lambda body, _: body.blocks.begin_table(),
    "w:tr": lambda body, _: body.blocks.begin_row(),
    "w:tblHeader": lambda body, own: body.blocks.mark_head() if is_on(own.get("val")) else None,
    "w:tc": lambda body, _: body.blocks.begin_cell(),
    "w:footnote": Body._begin_note,
    "w:endnote": Body._begin_note,
    "m:oMath": Body._begin_formula,
    "v:textpath": Body._say_shape,
    "mc:AlternateContent": Body._begin_alternative,
    "mc:Choice": Body._begin_branch,
    "mc:Fallback": Body._begin_branch,
    "pic:pic": Body._count_picture,
    "v:imagedata": Body._count_picture,
    "w:object": Body._begin_object,
    "o:OLEObject": Body._name_object,
    "c:chart": Body._read_chart,
    "dgm:relIds": Body._read_diagram,
    "w:altChunk": Body._read_chunk,
    "w:subDoc": Body._read_document,
}
_END: dict[str, Callable[[Body], None]] = {
    "w:instrText": Body._end_code,
    "w:p": Body._end_paragraph,
    "a:p": Body._end_paragraph,
    "w:r": Body._end_run,
    "m:r": Body._end_run,
    "w:tbl": lambda body: body.blocks.end_table(),
    "mc:AlternateContent": Body._end_alternative,
    "mc:Choice": Body._end_branch,
    "mc:Fallback": Body._end_branch,
    "w:object": Body._end_object,
}
