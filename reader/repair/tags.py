"""HTML tags left in running text: 依法处理。</p><br> is 依法处理。."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from reader.language.glosses import without_glosses
from reader.language.hanzi import HANZI
from reader.repair.calibration import SHOWN, ratio_of
from reader.repair.lines import find_suspect_lines
from reader.repair.mechanism import Context, Layer, Stretch
from reader.repair.proposal import Proposal
from reader.text.evidence import Evidence
from reader.text.kinds import RepairKind
from reader.text.lazy_pattern import lazy_pattern

_NAMES = (
    "a|abbr|article|aside|b|big|blockquote|body|br|button|center|dd|div|dl|dt|em|embed|fieldset|"
    "figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|label|"
    "li|link|main|marquee|meta|nav|nobr|noscript|object|o:p|ol|option|p|param|section|select|"
    "small|span|st1:[a-z]+|strike|strong|sub|sup|table|tbody|td|tfoot|th|thead|title|tr|tt|u|ul|"
    "v:[a-z]+|w:[a-z]+|wbr"
)
_VALUE = r"""(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>=]+)"""
_TAG = lazy_pattern(
    rf"<!--.{{0,500}}?-->|<(script|style)\b[^<>]{{0,200}}>.{{0,2000}}?</\1\s*>"
    rf"|<(/?)({_NAMES})((?:\s+[a-zA-Z:_-]+(?:\s*=\s*{_VALUE})?){{0,20}})\s*/?>",
    re.IGNORECASE,
)
_BLOCKS = ("br", "p", "div", "hr", "li", "tr", "td", "img", "nobr", "wbr")
_HANZI = lazy_pattern(f"[{HANZI}]")
_LEFT_OVER = ratio_of(0.95)
_GLOSSED = 20  # code points before a tag in which a gloss may stand
_QUOTES = "“”‘’\"'`「」『』（）()"
# Words next to a tag in a text about HTML: 使用<br>标签换行.
_MEANT_AFTER = lazy_pattern(
    r"[”’\"'`」』）)]?\s?(?:等|这个|一?对|与|和|或|及)?\s?(?:标签|元素|标记|代码|命令|属性|语句)"
)
_MEANT_BEFORE = lazy_pattern(
    r"(?:标签|(?:元素|标记|代码|命令|写成|写作|输入|插入|使用|如)[：:]?)\s?[“‘\"'`「『（(]?$"
)


_NAMED = lazy_pattern(
    r"(?<![./\w])(?:X?HTML5?|html5?|XML|xml|CSS3?|JSX|Vue|React|DOM)(?![\w./])"
    r"|标签(?!\s?[：:])|转义|空元素|字符实体|网页(?:设计|制作|编程)"
)
_TWO = lazy_pattern(r"\s?(?:和|与|或|及|、|到)\s?")
_USED_BEFORE = lazy_pattern(r"(?:用|在|以|把|将|写|加上|加个)\s?$")
_USED_AFTER = lazy_pattern(r"\s?(?:开始|结束|开头|结尾|表示|包[围裹]?|括|之间|即可|[，。、；]|$)")


def speaks_of_markup(line: str) -> bool:
    """Tell whether a line is about markup, so that its tags are meant: HTML 里 <br> 是换行."""
    return _NAMED.search(line) is not None


def is_page_source(text: str) -> bool:
    """Tell whether a text is the source of a page, or quotes code: its tags are meant."""
    head = text[:2000].lower()
    return "<!doctype" in head or "<html" in head or "\n```" in text


class Tags:
    """Tags in Chinese text.

    a<b, <GB/T 1234>, 《》 and code stay, and tags that a text about HTML names.
    """

    name = "tags"
    kinds = frozenset((RepairKind.DEBRIS,))
    layer = Layer.PAGE

    def propose(self, stretch: Stretch, context: Context) -> Iterator[Proposal]:
        """Yield the tags to be deleted; those that may be meant are only shown."""
        if "<" not in stretch.text or is_page_source(stretch.text):
            return
        for shift, line in find_suspect_lines(stretch):
            if "<" in line:
                yield from _propose_tags(line, shift)


def _propose_tags(line: str, shift: int) -> Iterator[Proposal]:
    tags = [tag for tag in _TAG.finditer(line) if _is_tag(line, tag)]
    if not tags:
        return
    rest = _TAG.sub("", line)
    # Tags and Latin letters may be code, and so may a line of nothing but tags.
    chinese = _HANZI.search(rest) is not None
    if not chinese and rest.strip():
        return
    spoken = speaks_of_markup(rest) or any(_is_used(line, tag) for tag in tags) or _lists_tags(line)
    for tag in tags:
        shown = tag[0] if len(tag[0]) <= 40 else f"{tag[0][:39]}…"
        # An unclosed <b> may be meant; a <p> or a </b> never is.
        name = (tag[3] or "p").lower()
        telling = tag[2] or tag[4] or len(tags) > 1 or name in _BLOCKS or f"?/{name}>" in line
        sure = chinese and bool(telling) and not spoken
        yield Proposal(
            tag.start() + shift,
            tag.end() + shift,
            "",
            RepairKind.DEBRIS,
            "debris.tag",
            _LEFT_OVER if sure else SHOWN,
            (Evidence("tag", (shown,)),),
        )


def _is_tag(line: str, tag: re.Match[str]) -> bool:
    before, after = line[: tag.start()], line[tag.end() :]
    if before[-1:] and before[-1] in _QUOTES and after[:1] and after[0] in _QUOTES:
        return False  # the text is about “<br>”
    if _MEANT_AFTER.match(after) or _MEANT_BEFORE.search(before[-12:]):
        return False
    bare = tag[3] is not None and not tag[2] and not tag[4]
    if bare and len(tag[3]) == 1:
        # 若 a<b>c: an opening tag of one letter between letters is a comparison.
        # The parenthesis of a gloss is none of a formula: 當(dāng)<p>.
        near = without_glosses(before[-_GLOSSED:]).rstrip(" ")[-1:]
        return not (near.isascii() and (near.isalnum() or near in tuple(")]")))
    return True


def _is_used(line: str, tag: re.Match[str]) -> bool:
    """Tell whether a tag is a word of its sentence: 段落用<p>开始，用</p>结束."""
    before, after = line[: tag.start()], line[tag.end() :]
    return bool(_USED_BEFORE.search(before[-3:]) and _USED_AFTER.match(after))


def _lists_tags(line: str) -> bool:
    """Tell whether two tags are listed: <br>和<hr>, but not <b>甲</b>和<b>乙</b>."""
    tags = list(_TAG.finditer(line))
    return any(
        _TWO.fullmatch(line, one.end(), two.start()) and not (one[2] and not two[2])
        for one, two in pairwise(tags)
    )
