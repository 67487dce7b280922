"""Menu lines that a crawler took for text: 上一篇：无  下一篇：无, 【打印】【关闭】."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.repair.calibration import SHOWN
from reader.repair.mechanism import Context, Layer, Stretch
from reader.repair.proposal import Proposal
from reader.text.evidence import Evidence
from reader.text.kinds import RepairKind
from reader.text.lazy_pattern import lazy_pattern

_NEAR = 40  # lines at the top and at the bottom of a text that may be menus
_LONGEST = 90  # characters of a menu line
_LINE = lazy_pattern(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_WORDS = (
    "返回顶部|返回首页|返回列表|返回上页|返回目录|返回|回到顶部|网站首页|首页|上一页|下一页|上页|下页|末页|尾页|"
    "上一篇|下一篇|上一条|下一条|上一章|下一章|打印本页|打印本文|打印|关闭窗口|关闭本页|关闭|收藏本页|加入收藏|"
    "收藏|设为首页|分享到|分享|新浪微博|腾讯微博|微信好友|微信|微博|朋友圈|QQ空间|QQ好友|复制链接|"
    "推荐给好友|字体|字号|大|中|小|登录|注册|网站地图|联系我们|关于我们|网站声明|隐私政策|无障碍浏览|手机版|"
    "扫一扫|点赞|举报|纠错|评论|无|没有了|更多|目录"
)
_GAP = r"[\s\u3000|｜/·:：,，\[\]【】()（）<>《》>›»←→^↑-]*"
_MENU = lazy_pattern(rf"{_GAP}(?:(?:{_WORDS}){_GAP}){{2,}}")
_BRACKETED = lazy_pattern(rf"\s*(?:[【\[]\s*(?:{_WORDS})\s*[】\]]\s*)+")
_LINES = (
    lazy_pattern(r"\s*(?:上|下)一(?:篇|页|条|章)\s*[：:].*"),
    lazy_pattern(r"\s*(?:当前|您的|您现在的|你的|所在)位置\s*[：:].*"),
    lazy_pattern(r"\s*(?:网站)?首页\s*(?:>+|›|»|＞|→)\s*.*"),
    lazy_pattern(
        r"\s*(?:点击|浏览|阅读|访问)(?:次数|量|数)\s*[：:]\s*[\[(（]?\s*\d*\s*[\])）]?\s*次?\s*"
    ),
    lazy_pattern(r"\s*(?:版权所有|Copyright\b|©|\(c\)\s).*", re.IGNORECASE),
    lazy_pattern(r"\s*\w{1,3}ICP[备证]\s*\d+\s*号.*"),
    lazy_pattern(r"\s*(?:返回|回到)(?:顶部|首页|列表)\s*"),
    lazy_pattern(r"\s*分享(?:到|至)\s*[：:].*"),
)


class MenuLines:
    """Menu lines near the top and the bottom of a text; they are marked and stay."""

    name = "menus"
    kinds = frozenset((RepairKind.DEBRIS,))
    layer = Layer.PAGE

    def propose(self, stretch: Stretch, context: Context) -> Iterator[Proposal]:
        """Yield each line that looks like a menu."""
        for start, line in {**_top_lines(stretch.text), **_bottom_lines(stretch.text)}.items():
            if stretch.low <= start < stretch.high and _is_menu(line):
                yield Proposal(
                    start,
                    start + len(line),
                    "",
                    RepairKind.DEBRIS,
                    "debris.navigation",
                    SHOWN,
                    (Evidence("navigation"),),
                )


def _is_menu(line: str) -> bool:
    if not 2 <= len(line.strip()) <= _LONGEST:
        return False
    return (
        _MENU.fullmatch(line) is not None
        or _BRACKETED.fullmatch(line) is not None
        or any(pattern.fullmatch(line) for pattern in _LINES)
    )


def _top_lines(text: str) -> dict[int, str]:
    lines: dict[int, str] = {}
    for found in _LINE.finditer(text):
        lines[found.start()] = found[0]
        if len(lines) >= _NEAR:
            break
    return lines


def _bottom_lines(text: str) -> dict[int, str]:
    start = len(text)
    for _ in range(_NEAR):
        start = text.rfind("\n", 0, start)
        if start < 0:
            return {}  # the top has them all
    return {found.start(): found[0] for found in _LINE.finditer(text, start)}
