"""Mechanism 8: what is left of a page in its text: entities, tags, invisible characters, noise."""

from __future__ import annotations

from random import Random

from tests.damage.damaged import Cell, Damaged, Source, cells_of, damaged, is_hanzi

INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_NAMED = {
    "“": "&ldquo;", "”": "&rdquo;", "‘": "&lsquo;", "’": "&rsquo;", "—": "&mdash;",
    "…": "&hellip;", "·": "&middot;", "&": "&amp;", "<": "&lt;", ">": "&gt;", "×": "&times;",
    "《": "&#12298;", "》": "&#x300b;",
}  # fmt: skip
_TAGS = ("<br>", "<br/>", "</p>", "<p>", "</span>", '<span style="color:red">', "</strong>")
NAVIGATION = (
    "首页 > 政务公开 > 政策文件",
    "上一篇：无  下一篇：无",
    "【打印】【关闭】【收藏】",
    "分享到：微信 微博 QQ空间",
)


def entities(source: Source, random: Random, *, share: float = 1.0) -> Damaged:
    """Write marks, and a few hanzi, as HTML entities (“ -> &ldquo;, 一 -> &#x4e00;)."""
    cells = []
    for cell in cells_of(source):
        text = cell.text
        if text in _NAMED and random.random() < share:
            text = _NAMED[text]
        elif is_hanzi(text) and random.random() < share * 0.02:
            text = random.choice((f"&#{ord(text)};", f"&#x{ord(text):x};"))
        cells.append(cell.became(text, "entity"))
    return damaged(cells)


def invisible(source: Source, random: Random, *, share: float = 0.03) -> Damaged:
    """Put zero-width characters and soft hyphens between hanzi."""
    return _between(source, random, share, INVISIBLE, "invisible")


def private_use(source: Source, random: Random, *, share: float = 0.01) -> Damaged:
    """Put private-use characters between hanzi, as icon fonts leave them."""
    return _between(source, random, share, "\ue004\ue5ca\uf0a7", "private")


def doubled_spaces(source: Source, random: Random, *, share: float = 0.02) -> Damaged:
    """Put runs of ordinary, full-width and no-break spaces between hanzi."""
    runs = ("  ", "\u00a0", "&nbsp;", "\u3000\u3000", " \u00a0")
    return _between(source, random, share, runs, "space")


def _between(
    source: Source, random: Random, share: float, added: str | tuple[str, ...], kind: str
) -> Damaged:
    cells = cells_of(source)
    noisy = []
    for index, cell in enumerate(cells):
        noisy.append(cell)
        following = cells[index + 1].truth if index + 1 < len(cells) else ""
        if is_hanzi(cell.truth) and is_hanzi(following) and random.random() < share:
            noisy.append(Cell("", random.choice(added), (kind,)))
    return damaged(noisy)


def tags(source: Source, random: Random, *, share: float = 0.3) -> Damaged:
    """Leave tags at the ends of sentences."""
    cells = []
    for cell in cells_of(source):
        cells.append(cell)
        if cell.truth in ("。", "；") and random.random() < share:
            cells.append(Cell("", random.choice(_TAGS), ("tag",)))
    return damaged(cells)


def anti_copy(source: Source, random: Random, *, share: float = 0.01) -> Damaged:
    """Put a forum's anti-copy noise between sentences: `) A0 x& ^! M9" i`."""
    signs = (
        "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!\"#$%&'()*+,-./:;=?@^_~|"
    )
    cells = []
    for cell in cells_of(source):
        cells.append(cell)
        if cell.truth in ("。", "，", "；") and random.random() < share * 10:
            groups = [
                "".join(random.choice(signs) for _ in range(random.randint(1, 3)))
                for _ in range(random.randint(4, 8))
            ]
            cells.append(Cell("", " ".join(groups), ("anti_copy",)))
    return damaged(cells)


def navigation(source: Source, random: Random) -> Damaged:
    """Put a page's navigation lines before and after the text."""
    first, last = random.sample(NAVIGATION, 2)
    cells = [
        Cell("", first + "\n", ("navigation",)),
        *cells_of(source),
        Cell("", "\n" + last, ("navigation",)),
    ]
    return damaged(cells)


def page(source: Source, random: Random) -> Damaged:
    """Entities and invisible characters together, as a hasty crawler leaves them."""
    return invisible(entities(source, random), random)
