"""Characters that an encoding lacks and that were saved as '?': special spaces, 〔〕 and 《》.

关键词??低碳 is 关键词 低碳, 摘? ? 要 is 摘要, 国发?2013?25号 is 国发〔2013〕25号. Only the form of
the text around them says so: a label, the number of an article, a document's number, a law's title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from math import inf

from reader.language.forms import simplify_characters
from reader.language.hanzi import HANZI
from reader.language.ngram import CharacterModel
from reader.language.segment import is_listed
from reader.repair.calibration import SHOWN, ratio_of
from reader.repair.lines import find_lines
from reader.repair.mechanism import Context, Layer, Stretch
from reader.repair.page_signs import SignPlace, propose_places
from reader.repair.proposal import Proposal
from reader.repair.torn_words import find_word_across
from reader.text.evidence import Evidence
from reader.text.kinds import RepairKind
from reader.text.lazy_pattern import lazy_pattern

_TRIGGER = lazy_pattern(rf"\?(?:[?{HANZI}]| \?|(?:19|20)\d\d[?〕]|第?\d{{1,5}}号)")

# -- brackets

_YEAR = r"(?:19|20)\d\d"
# 生的?2013?25号 may be questions: no abbreviation of an office ends in these.
_NUMBER = lazy_pattern(
    rf"(?:(?<=[{HANZI}])(?<![的了吗呢么吧啊呀嘛是在有去来到月日])|(?<![^\s（(，、：“]))"
    rf"(?P<open>\?\??|〔)(?P<year>{_YEAR})(?P<close>\?\??|〕)(?=第?\d{{1,5}}号)"
)
# A run of question marks with spaces is an indent: ? ? ? 四、基本制度? ?
_TITLE = lazy_pattern(
    rf"(?<!\?)(?<!\? )(?P<open>\?\??)(?P<title>[{HANZI}]{{2}}[{HANZI}0-9、（）()〈〉]{{0,58}})"
    r"(?P<close>\?\??)(?! ?\?)"
)
_IS_TITLE = lazy_pattern(
    "(?:(?<![方做看想说用书语疗作手无魔算写打技唱司执])法|条例|办法|规定|细则|规则|规程"
    "|章程|准则|通则|总则|民法典|通知|意见|决定|决议|公报|公告|通告|批复|纲要|规划|方案|宪法|解释|公约|协定|标准|规范|制度|名录|目录|指南|报告|计划|守则|公约|要点)"
    "(?:[（(](?:试行|暂行|草案|修订|修正案?|征求意见稿|修订草案|送审稿|\\d{4}年[^）)]{0,6})[）)])?$"
)
# No question ends in these, so that a '?' behind one opens something; one may end in 票据.
_OPENS = lazy_pattern(
    "(?:^|[，。、；：“（(》?\\s]|根据|依据|依照|按照|遵照|参照|对照|执行|贯彻|落实|印发|发布|公布|颁布|下发|"
    "转发|修订|修改|制定|制订|通过|违反|符合|遵守|学习|实施|关于|适用|属于|称为|签署|批准|废止|以及|"
    "(?<![票数证单收凭论])据|[和与及或按自从])$"
)

# -- spaces

_RUN = r"(?:[ \u3000]?\?(?:[ \u3000]?\?)+[ \u3000]?)"
_SPREAD = lazy_pattern(
    rf"(?:(?<=[\s：:。；])|^)[ \u3000]*(?P<word>[{HANZI}](?:{_RUN}[{HANZI}]){{1,3}})"
    rf"(?=\s|[：:，。（(]|{_RUN}|$)"
)
_ARTICLE = (
    r"第[一二三四五六七八九十百千零〇\d]{1,8}[编章节条]|(?:附件|附表|表|图)\d{1,3}"
    "|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）"
)
_HEAD = (  # of a paper or a document: nobody asks for it as 地址?? asks for an address
    "关键词|关键字|中图分类号|文献标识码|文章编号|收稿日期|基金项目|作者简介|作者单位|通讯作者|参考文献"
    "|主题词|索引号|发文机关|成文日期|发布机构|责任编辑"
)
_FIELD = (
    "摘要|来源|作者|编辑|日期|时间|地址|电话|邮编|单位|姓名|文号|发布日期|联系人|抄送|主送|附件"
)
_LABEL = lazy_pattern(
    rf"^[ \u3000?]*(?:(?P<article>{_ARTICLE})|(?P<head>(?:{_HEAD})[：:]?)|(?:{_FIELD})[：:]?)"
    rf"(?P<run>[ \u3000]?\?(?:[ \u3000]?\?)*[ \u3000]?)(?=[{HANZI}“《（])"
)
_INDENT = lazy_pattern(rf"^(?P<run>\?{{2,8}})(?=[{HANZI}“《（\d])")
_MIDDLE = lazy_pattern(rf"(?<=[{HANZI}，。、；：）》”\d])(?P<run>{_RUN})(?=[{HANZI}“《（\d])")
_GARBLED = 7.5  # nats per character from which on the text behind is out of step
_HABIT = 2  # places whose form tells, from which on the page lost its spaces
_INDENTED = 3  # lines that begin alike
_LONG_LINE = 12  # code points of a line that may be a paragraph
_FORCED, _SURE, _LIKELY = ratio_of(0.97), ratio_of(0.95), ratio_of(0.8)
_TOLD, _UNTOLD = SHOWN, -inf  # nats of a place whose form speaks for a lost space, and of others
_RULE = "encoding.question"


class Unencodable:
    """Question marks that stand for a space or a bracket, as the text around them tells."""

    name = "unencodable"
    kinds = frozenset((RepairKind.ENCODING,))
    layer = Layer.PAGE

    def propose(self, stretch: Stretch, context: Context) -> Iterator[Proposal]:
        """Yield the places whose form leaves no other explanation."""
        text = stretch.text
        if _TRIGGER.search(text) is None:
            return
        lines = find_lines(text, 0, len(text), (_TRIGGER,))
        spaces: list[SignPlace] = []
        for shift, line in lines:
            yield from _propose_brackets(line, shift)
            spaces += _find_spaces(line, shift, context.model)
        spaces += _find_indents(lines, context.model)
        yield from _propose_spaces(spaces)


def _propose_brackets(line: str, shift: int) -> Iterator[Proposal]:
    for found in _NUMBER.finditer(line):
        places = {mark: found.span(name) for name, mark in (("open", "〔"), ("close", "〕"))}
        word = f"〔{found['year']}〕"
        yield from _propose_pair(line, shift, places, "document_number", word)
    at = 0
    while (title := _TITLE.search(line, at)) is not None:
        at = title.end()
        if not (
            _IS_TITLE.search(title["title"])
            and _OPENS.search(line, max(0, title.start() - 4), title.start())
        ):
            at = title.start("title")
            continue
        places = {mark: title.span(name) for name, mark in (("open", "《"), ("close", "》"))}
        yield from _propose_pair(line, shift, places, "law_title", title["title"])


def _propose_pair(
    line: str, shift: int, spans: Mapping[str, tuple[int, int]], code: str, word: str
) -> Iterator[Proposal]:
    """Yield both brackets of a word, but for one that stands there."""
    places = [
        SignPlace(low + shift, high + shift, mark, word, _FORCED)
        for mark, (low, high) in spans.items()
        if line[low:high] != mark
    ]
    rule, reason = f"{_RULE}_brackets", Evidence(code, (word,))
    return propose_places(places, RepairKind.ENCODING, rule, lambda one: one.gain, lambda _: reason)


def _propose_spaces(spaces: list[SignPlace]) -> Iterator[Proposal]:
    """Yield the spaces that the form of their places tells, and all if the page lost several."""
    known = sum(one.gain >= _TOLD for one in spaces) >= _HABIT

    def weigh(one: SignPlace) -> float | None:
        if known:
            return _SURE if one.gain >= _TOLD else _LIKELY
        return one.gain if one.gain >= _TOLD else None

    def explain(one: SignPlace) -> Evidence:
        return Evidence("lost_space", (one.word,))

    return propose_places(spaces, RepairKind.ENCODING, f"{_RULE}_spaces", weigh, explain)


def _find_spaces(line: str, shift: int, model: CharacterModel) -> list[SignPlace]:
    """Return the runs of a line that stand for a space, or for one inside a spread word."""
    found: list[SignPlace] = []
    for spread in _SPREAD.finditer(line):
        word = re.sub("[? ]", "", spread["word"])
        if find_word_across(word[:1], word[1:]) != word:
            continue
        for run in re.finditer(_RUN, spread["word"]):
            start, end = run.start() + spread.start("word"), run.end() + spread.start("word")
            sure = " " in run[0] or len(word) > 2
            found.append(SignPlace(start + shift, end + shift, "", word, _SURE if sure else _TOLD))
    taken = {one.start - shift for one in found}
    label = _LABEL.match(line)
    if label is not None and _reads_on(line, label.end(), model):
        start, end = label.span("run")
        several = label["run"].count("?") > 1
        gain = _UNTOLD
        if several and (label["article"] or label["head"]):
            gain = _SURE if label["head"] else _TOLD
        word = line[: label.start("run")].strip()
        found.append(SignPlace(start + shift, end + shift, " ", word, gain))
        taken.add(start)
    for run in _MIDDLE.finditer(line):
        start, end = run.span()
        if start not in taken and _reads_on(line, end, model):
            word = line[max(0, start - 4) : start]
            found.append(SignPlace(start + shift, end + shift, " ", word, _UNTOLD))
    return found


def _find_indents(lines: list[tuple[int, str]], model: CharacterModel) -> list[SignPlace]:
    """Return the indents of paragraphs, if several lines begin with as many question marks."""
    found: dict[int, list[SignPlace]] = {}
    for shift, line in lines:
        indent = _INDENT.match(line)
        if indent is not None and len(line) > _LONG_LINE and _reads_on(line, indent.end(), model):
            size = indent.end()
            word = line[size : size + 4]
            one = SignPlace(shift, shift + size, "\u3000\u3000", word, _SURE)
            found.setdefault(size, []).append(one)
    return [one for alike in found.values() if len(alike) >= _INDENTED for one in alike]


def _reads_on(line: str, at: int, model: CharacterModel) -> bool:
    """Tell if the text behind a run of question marks is in step: 第三条??嗽 is not."""
    behind = simplify_characters(line[at : at + 8].split("?")[0].strip())
    if is_listed(behind[:2]):
        return True
    return bool(behind) and model.text_cost(behind) < _GARBLED * len(behind)
