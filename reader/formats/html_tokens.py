"""Takes the text of a page apart into tags and text, as browsers do, in time linear in its length.

Every pattern here is possessive, or ends at the next character of one kind: what an attacker
writes, or a download cuts off, is looked at once and never again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from html import unescape
from types import MappingProxyType
from typing import NamedTuple

from reader.formats.budget import Budget


class Token(Enum):
    """What a piece of a page is."""

    START = "start"
    END = "end"
    TEXT = "text"


class Piece(NamedTuple):
    """A tag, by its name in small letters, or a text whose entities are read.

    `closed` says that a start tag ends in "/", which means something in XML alone. `raw` is set for
    the content of a script and the like, which belongs to the start tag before it.
    """

    token: Token
    name: str = ""
    text: str = ""
    attributes: Mapping[str, str] = MappingProxyType({})
    closed: bool = False
    raw: bool = False


_KEPT_NAMES = """
    alt aria-hidden class content data-src encoding epub:type height hidden href id name role src
    start style type value viewbox width xlink:href
"""
KEPT = frozenset(_KEPT_NAMES.split())
"""Attributes that somebody asks for. Others are dropped: a tag may have a million of them."""

_LONGEST = 4000  # code points of an attribute; a picture in one (data:image/png) has millions
_CUT_TAG = 400  # code points of a tag that the end of a file cut off
_SPACE = "\t\n\f\r "
_NAME = re.compile(rf"[A-Za-z][^{_SPACE}/>]*+")
_VALUE = rf"\"[^\"]*+\"?|'[^']*+'?|[^{_SPACE}>]*+"
_ATTRIBUTES = re.compile(
    rf"(?:[{_SPACE}/]++|[^{_SPACE}/>][^{_SPACE}/>=]*+(?:[{_SPACE}]*+=[{_SPACE}]*+(?:{_VALUE}))?)*+"
)
_ATTRIBUTE = re.compile(rf"([^{_SPACE}/>][^{_SPACE}/>=]*+)(?:[{_SPACE}]*+=[{_SPACE}]*+({_VALUE}))?")
_COMMENT_END = re.compile("--!?>")
_DOCTYPE = re.compile(r"<!doctype[^\[>]*+(?:\[[^\]]*+\][^>]*+)?>", re.I)
_SCRIPT = re.compile(rf"<!--|-->|<(/?)script(?=[{_SPACE}/>])", re.I)
# Up to their end tag, what stands in these is text and no tags. Of <noscript>, <noframes> and
# <noembed> too, in a browser; here their content is looked at, as nothing runs scripts.
_RAW = {
    name: re.compile(rf"</{name}(?=[{_SPACE}/>])", re.I)
    for name in ("style", "xmp", "iframe", "title", "textarea")
}
_WITH_ENTITIES = ("title", "textarea")
_FOREIGN = ("svg", "math")  # <title> and <style> in these are elements like others
_LONG_NUMBER = re.compile("&#(?:[0-9]{8,}+|[xX][0-9A-Fa-f]{7,}+);?")  # of no character there is
# lxml takes none of these. Browsers pass NUL over; the others show as nothing.
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1b\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("[\x0b\x0c\x1c-\x1f]")


def split_page(text: str, budget: Budget, *, xml: bool = False) -> Iterator[Piece]:
    """Yield the tags and texts of a page in order; comments and declarations are passed over.

    `xml` takes <a/> as empty and a CDATA section as text, as in a book. Raises ReaderError where
    `budget` is spent.
    """
    return _Splitter(text, budget, xml=xml).split()


class _Splitter:
    def __init__(self, text: str, budget: Budget, *, xml: bool) -> None:
        self._text = text
        self._budget = budget
        self._xml = xml
        self._foreign = 0  # <svg> and <math> that are open
        self._last_end = text.rfind(">")
        self._broken = False  # a quotation mark was never closed: tags end at the next ">"

    def split(self) -> Iterator[Piece]:
        text, size = self._text, len(self._text)
        at = begun = 0
        while True:
            at = text.find("<", at)
            if at < 0:
                break
            self._budget.spend()
            after = self._skip(at)
            if after is None:  # "<" is a character like others
                at += 1
                continue
            if begun < at:
                yield Piece(Token.TEXT, text=read_entities(text[begun:at]))
            if after >= 0:
                if text.startswith("<![CDATA[", at) and self._has_cdata:
                    end = after - 3 if text.endswith("]]>", at, after) else after
                    yield Piece(Token.TEXT, text=_clean(text[at + 9 : end]))
                at = begun = after
                continue
            piece, at = self._read_tag(at)
            if piece is not None:
                yield piece
                if piece.token is Token.START and not (piece.closed and self._xml):
                    content, at = self._read_raw(piece.name, at)
                    if content:
                        yield Piece(Token.TEXT, text=content, raw=True)
            begun = at
        if begun < size:
            yield Piece(Token.TEXT, text=read_entities(text[begun:]))

    @property
    def _has_cdata(self) -> bool:
        return self._xml or self._foreign > 0

    def _skip(self, at: int) -> int | None:
        """Return where what begins with "<" ends if it is no tag; -1 for a tag, None for text."""
        text = self._text
        second = text[at + 1 : at + 2]
        if at > self._last_end and len(text) - at > _CUT_TAG:
            return None  # no tag ends any more, and this is too long for one that was cut off
        if second.isalpha() and second.isascii():
            return -1
        if second == "/":
            third = text[at + 2 : at + 3]
            if third.isalpha() and third.isascii():
                return -1
            return self._find(">", at + 2) if third else None
        if second == "!":
            return self._skip_declaration(at)
        if second == "?":
            return self._find("?>" if self._xml else ">", at)
        return None

    def _skip_declaration(self, at: int) -> int:
        text = self._text
        if text.startswith("<!--", at):
            for short in ("<!-->", "<!--->"):
                if text.startswith(short, at):
                    return at + len(short)
            end = _COMMENT_END.search(text, at + 4)
            return end.end() if end else len(text)
        if text.startswith("<![CDATA[", at) and self._has_cdata:
            return self._find("]]>", at)
        declared = _DOCTYPE.match(text, at)
        return declared.end() if declared else self._find(">", at)

    def _find(self, mark: str, at: int) -> int:
        """Return where the next mark ends; the end of the page if there is none."""
        found = self._text.find(mark, at)
        return len(self._text) if found < 0 else found + len(mark)

    def _read_tag(self, at: int) -> tuple[Piece | None, int]:
        """Return the tag that begins at an offset, and where it ends."""
        text = self._text
        is_end = text[at + 1] == "/"
        named = _NAME.match(text, at + 1 + is_end)
        if named is None:  # cannot be: `_skip` saw a letter
            return None, at + 1
        end = named.end()
        if not self._broken:
            found = _ATTRIBUTES.match(text, end)
            end = found.end() if found else end
            if end == len(text):
                # A browser shows nothing of what follows an open quotation mark; a reader misses
                # it. From here on a tag ends where it seems to.
                self._broken = True
        if self._broken:
            end = text.find(">", named.end())
            if end < 0:
                return None, len(text)
        name = named[0].lower().partition("\x00")[0]
        closed = text[end - 1] == "/" and end > named.end()
        if name in _FOREIGN:
            self._foreign = max(0, self._foreign + (-1 if is_end else not closed))
        if is_end:
            return Piece(Token.END, name), end + 1
        attributes = _read_attributes(text[named.end() : end])
        return Piece(Token.START, name, "", attributes, closed), end + 1

    def _read_raw(self, name: str, at: int) -> tuple[str, int]:
        """Return the content of an element that has no tags in it, and where that ends."""
        text = self._text
        if name == "plaintext":
            return _clean(text[at:]), len(text)
        if name == "script":
            end = _script_end(text, at)
            return _clean(text[at:end]), end
        if name not in _RAW or (self._foreign and name in ("title", "style")):
            return "", at
        found = _RAW[name].search(text, at)
        end = found.start() if found else len(text)
        content = text[at:end]
        return read_entities(content) if name in _WITH_ENTITIES else _clean(content), end


def _script_end(text: str, at: int) -> int:
    """Return where the end tag of a script begins: in <!-- <script> </script> --> not the first."""
    in_comment = in_script = False
    for found in _SCRIPT.finditer(text, at):
        if found[0] == "<!--":
            in_comment = True
        elif found[0] == "-->":
            in_comment = in_script = False
        elif not found[1]:
            in_script = in_comment
        elif in_script:
            in_script = False
        else:
            return found.start()
    return len(text)


def _read_attributes(text: str) -> Mapping[str, str]:
    """Return those attributes of a tag that somebody asks for; of two of one name the first."""
    found: dict[str, str] = {}
    if not text:
        return found
    for attribute in _ATTRIBUTE.finditer(text):
        name = attribute[1].lower()
        if name in KEPT and name not in found:
            value = attribute[2] or ""
            if value[:1] in ("'", '"'):
                value = value[1:].removesuffix(value[0])
            found[name] = read_entities(value[:_LONGEST])
    return found


def read_entities(text: str) -> str:
    """Return a text with its entities read, once: &amp;lt; is &lt;."""
    if "&" in text:
        text = unescape(_LONG_NUMBER.sub("\ufffd", text))
    return _clean(text)


def _clean(text: str) -> str:
    return _BREAKS.sub(" ", _NO_TEXT.sub(_no_text, text))


def _no_text(found: re.Match[str]) -> str:
    return "\ufffd" if found[0] >= "\ud800" else ""
