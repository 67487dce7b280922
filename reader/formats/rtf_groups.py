r"""What the groups of a Rich Text file are for: {\header …} is no text, {\*\shptxt …} is."""

from __future__ import annotations

from reader.formats.scripts import LEVEL

# Groups that hold no text of the document; those that begin with \* are left out too.
UNREAD = frozenset(
    b"aftnsep aftnsepc aftncn author background bkmkend bkmkstart blipuid category colortbl "
    b"comment company creatim datafield datastore doccomm docvar falt filetbl fldinst fonttbl "
    b"formfield ftncn ftnsep ftnsepc generator info keywords latentstyles listname "
    b"listoverridetable listtable manager nonesttables nonshppict objdata operator panose printim "
    b"private revtbl revtim rsidtbl shprslt sp stylesheet subject tc template themedata title "
    b"txe upr userprops xe xmlnstbl objclass atnid atnauthor".split()
)
COUNTED = {
    b"header": "headers", b"headerl": "headers", b"headerr": "headers", b"headerf": "headers",
    b"footer": "footers", b"footerl": "footers", b"footerr": "footers", b"footerf": "footers",
    b"annotation": "comments", b"pict": "pictures",
}  # fmt: skip
"""Groups that are left out, too, but that a reader would miss."""
READ_STARRED = frozenset(
    b"shpinst shptxt do dptxbxtext ud footnote nesttableprops shppict moMath moMathPara cs ds ts "
    b"mmath annotation pntext objclass fldinst".split()
)
r"""Groups that are what they are although they begin with \*."""
FLOWS = frozenset((b"footnote", b"shptxt", b"dptxbxtext"))
BREAKS = frozenset((b"par", b"sect", b"page", b"column"))
LAYOUT = BREAKS | frozenset(
    b"pard intbl itap trowd outlinelevel ilvl s cell nestcell row nestrow".split()
)
"""What moves paragraphs, cells and rows."""
SIGNS = {
    b"tab": "\t", b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’",
    b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•", b"emspace": "\u2003",
    b"enspace": "\u2002", b"qmspace": "\u2005", b"line": "\n", b"lbr": "\n",
}  # fmt: skip
_LONGEST = 2000  # bytes that tell what a group says


class LeftOutGroup:
    """A group that is not read: what it is, and whether anybody would miss it."""

    __slots__ = ("has_number", "has_words", "start", "word")

    def __init__(self, word: bytes) -> None:
        self.word = word
        self.has_words = False
        self.has_number = False
        self.start = b""

    def take(self, text: bytes) -> None:
        """Look at some of its bytes."""
        if len(self.start) < _LONGEST:
            self.start += text[:_LONGEST]
        if not self.has_words:
            # Word puts a number of the page between marks and spaces: - 2 -.
            self.has_number = self.has_number or any(48 <= byte < 58 for byte in text)
            self.has_words = any(byte >= 0x80 or bytes((byte,)).isalpha() for byte in text)


class Group:
    """What a group inherits and gives back."""

    __slots__ = (
        "font", "has_flow", "in_object", "is_deleted", "is_hidden", "label", "left_out", "math",
        "script", "shape_mark", "skip", "wide",
    )  # fmt: skip

    def __init__(self, font: int | None) -> None:
        self.left_out: LeftOutGroup | None = None
        self.is_hidden = False
        self.is_deleted = False
        self.font = font
        self.skip = 1  # characters that stand for one \u
        self.label = False  # the number or bullet before a paragraph
        self.script = LEVEL
        self.wide = False  # fonts named now are those of Chinese characters
        self.in_object = False
        self.shape_mark = -1  # what had been read when a shape began
        self.has_flow = False  # of its own; not inherited
        self.math = ""  # the part of a formula that it is; not inherited

    def inner(self) -> Group:
        """Return what a group inside this one begins with."""
        group = Group(self.font)
        group.left_out = self.left_out
        group.is_hidden = self.is_hidden
        group.is_deleted = self.is_deleted
        group.skip = self.skip
        group.label = self.label
        group.script = self.script
        group.wide = self.wide
        group.in_object = self.in_object
        group.shape_mark = self.shape_mark
        return group
