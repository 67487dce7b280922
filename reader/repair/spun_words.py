"""Texts whose words were replaced by synonyms: 讼师 for 律师, 莫得 for 没有, 好意思国 for 美国.

Their meaning was changed on purpose, and nobody can tell which words were. The page is marked at
the first place; nothing is changed. One such word says nothing: 讼师 were the lawyers of old.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from types import MappingProxyType

from reader.repair.calibration import ratio_of
from reader.repair.mechanism import Context, Layer, Stretch
from reader.repair.proposal import Proposal
from reader.text.evidence import Evidence
from reader.text.kinds import RepairKind
from reader.text.lazy_pattern import lazy_pattern
from reader.text.repair import SPUN

# Tables of synonyms are applied without a look at words: 美 is 好意思 in 美国, 道 is 说念 in 道路.
_BROKEN = MappingProxyType(
    {
        "好意思国": "美国", "好意思元": "美元", "好意思联储": "美联储", "好意思股": "美股",
        "好意思军": "美军", "好意思方": "美方", "好意思女": "美女", "好意思食": "美食",
        "好意思丽": "美丽", "好意思妙": "美妙", "好意思景": "美景", "好意思术": "美术",
        "好意思容": "美容", "好意思团": "美团", "好意思味": "美味", "好意思洲": "美洲",
        "欧好意思": "欧美", "南好意思": "南美", "北好意思": "北美", "完好意思": "完美",
        "优好意思": "优美", "精好意思": "精美", "俊好意思": "俊美", "赞好意思": "赞美",
        "东说念主": "人", "知说念": "知道", "说念路": "道路", "频说念": "频道",
        "报说念": "报道", "渠说念": "渠道", "说念理": "道理", "轨说念": "轨道",
        "说念歉": "道歉", "街说念": "街道", "赛说念": "赛道", "管说念": "管道",
        "通说念": "通道", "说念德": "道德", "念念想": "思想", "念念维": "思维",
        "念念考": "思考", "念念路": "思路", "意念念": "意思", "酬酢部": "外交部",
        "捏续": "持续", "支捏": "支持", "保捏": "保持", "坚捏": "坚持", "支抓": "支持",
    }
)  # fmt: skip
# Right words, but rare, or of another age or place, and not in this meaning.
_RARE = MappingProxyType(
    {
        "讼师": "律师", "莫得": "没有", "敷陈": "报告", "酬酢": "外交", "阛阓": "市场",
        "寰宇": "全国", "擢升": "提升", "遴荐": "选择", "昭着": "明显", "汲引": "建立",
        "扫数": "全部", "眩惑": "吸引", "激勉": "激发", "居品": "产品", "斥地": "开发",
        "措置": "处理", "已毕": "实现", "宽绰": "广大", "轨制": "制度", "秤谌": "水平",
        "材干": "能力", "圭臬": "标准", "夙昔": "过去", "刻下": "目前", "频年": "近年",
        "比年": "近年", "起首": "首先", "临了": "最后", "终末": "最后", "淌若": "如果",
        "目田": "自由", "因循": "支持", "客岁": "去年", "迥殊": "特别", "罕有": "罕见",
        "抓续": "持续", "坚抓": "坚持",
    }
)  # fmt: skip
_MEANT = {**_BROKEN, **_RARE}
_STEMS = ("好意思", "说念", "念念", "东说", "酬酢部", "捏", "支抓")  # one is in each broken word
_STEM, _RARE_WORD = lazy_pattern("|".join(_STEMS)), lazy_pattern("|".join(_RARE))
_WORD = lazy_pattern("|".join(sorted(_MEANT, key=len, reverse=True)))
_NEAR = 600  # code points in which the words of one page stand together
_WEIGHTS = {**dict.fromkeys(_BROKEN, 3), **dict.fromkeys(_RARE, 1)}
_ENOUGH, _DIFFERENT = 5, 3  # weight of the different words there, and their number
_NAMED = 3  # words that the message names
_NOTHING = ratio_of(0.0)


class SpunWords:
    """Synonyms that only programs write, several of them close together."""

    name = "spun_words"
    kinds = frozenset((RepairKind.VARIANT,))
    layer = Layer.PAGE

    def propose(self, stretch: Stretch, context: Context) -> Iterator[Proposal]:
        """Yield a mark at the first such place of the document; it offers nothing."""
        if not _may_be_spun(stretch.text):
            return
        near: deque[re.Match[str]] = deque()
        for found in _WORD.finditer(stretch.text):
            near.append(found)
            while found.start() - near[0].start() > _NEAR:
                near.popleft()
            words = list(dict.fromkeys(one[0] for one in near))
            if len(words) >= _DIFFERENT and sum(map(_WEIGHTS.__getitem__, words)) >= _ENOUGH:
                yield _mark(near[0], words)
                return


def _may_be_spun(text: str) -> bool:
    """Tell quickly if a text holds enough of the words anywhere; most hold none."""
    if _STEM.search(text) is not None:
        return True
    return len(set(_RARE_WORD.findall(text))) >= _ENOUGH


def _mark(first: re.Match[str], words: list[str]) -> Proposal:
    named = tuple(f"{word} → {_MEANT[word]}" for word in words[:_NAMED])
    return Proposal(
        *first.span(),
        first[0],
        RepairKind.VARIANT,
        SPUN,
        _NOTHING,
        (Evidence("spun_words", (named,)),),
    )
