"""Parentheses that are meant, to be put into paragraphs: none may be taken for a gloss."""

from __future__ import annotations

from random import Random

from pypinyin import Style, pinyin

from tests.bench import corpus
from tests.damage import styles
from tests.damage.damaged import Cell, Damaged, cells_of, is_hanzi

# After any hanzi: abbreviations, units, list marks, numbers.
ANYWHERE = (
    "(GDP)", "(ISO)", "(Wi-Fi)", "(pH)", "(mg)", "(km)", "(kg)", "(kWh)", "(dB)", "(A级)",
    "(a)", "(b)", "(c)", "(i)", "(ii)", "(1)", "(2020)", "(一)", "(二)", "(甲)", "(含)", "(略)",
    "(COVID-19)", "(WTO)", "(VOCs)", "(APP)", "(AI)", "(PPP)", "(m)", "(t)", "(PM2.5)", "(%)",
    "(Li Na)", "(Wang Wei)", "(X)", "(CO2)", "(the)", "(at/in/on)", "(No.3)", "(QR code)",
    "（GDP）", "（一）", "（试行）", "（mg）", "（以下简称办法）",
)  # fmt: skip
# After a word of their own, which comes along: a translation or a name, not a reading.
WITH_WORD = (
    "他(he)", "男人(men)", "我(me)", "的(of)", "去(go)", "不(no)", "是(is)", "大(big)",
    "和(and)", "人(man)", "在(at)", "李(Li Na)", "好(fine)", "书(book)", "水(water)", "手(hand)",
    "他们(they)", "你(you)", "女(woman)", "一(one)", "两(two)", "十(ten)", "日(sun)", "火(fire)",
    "山(mountain)", "上(on)", "下(under)", "来(come)", "走(walk)", "狗(dog)", "鸡(hen)", "笔(pen)",
    "太阳(sun)", "钢笔(pen)", "跑(run)", "乐趣(fun)", "枪(gun)", "锅(pan)", "风扇(fan)",
    "歌曲(song)", "长(long)", "错误(bug)", "帽子(hat)", "浓度(pH)", "生产总值(GDP)",
)  # fmt: skip


def _readings(char: str) -> set[str]:
    found = pinyin(char, style=Style.NORMAL, heteronym=True, errors="ignore")
    return set(found[0]) if found else set()


def _meant(before: str, parenthesis: str) -> bool:
    """Tell whether the parenthesis cannot be a reading of the character before it."""
    inner = parenthesis.strip("()（）").lower()
    return inner not in _readings(before) and not before.endswith(("(", "（"))


def paragraphs(count: int = 2_000, *, scored: bool = True) -> list[tuple[str, tuple[str, ...]]]:
    """Return paragraphs with honest parentheses, and what must be left of them.

    Half of the paragraphs are clean, half damaged in the seed style around the parentheses. The
    second part lists each parenthesis with the simplified character before it, in order. Those to
    look at (`scored` false) are made of other paragraphs.
    """
    random = Random("honest" if scored else "honest to look at")
    sources = corpus.to_damage() if scored else corpus.to_look_at()
    made: list[tuple[str, tuple[str, ...]]] = []
    while len(made) < count:
        text = random.choice(sources)
        whole, marks = _insert(text, random)
        if not marks:
            continue
        if len(made) % 2:
            whole = _damaged_around(whole, marks, random)
        kept = tuple(part for _, part in marks)
        if not missing(whole, kept):  # a slip may have eaten one
            made.append((whole, kept))
    return made


def _insert(text: str, random: Random) -> tuple[str, list[tuple[int, str]]]:
    places = sorted(random.sample(range(1, len(text)), min(3, len(text) - 1)))
    pieces, marks = [], []
    at = length = 0
    for place in places:
        if not is_hanzi(text[place - 1]) or place - at < 6:
            continue
        pieces.append(text[at:place])
        length += place - at
        at = place
        if random.random() < 0.5:
            added = random.choice(WITH_WORD)
            word, parenthesis = added[: added.index("(")], added[added.index("(") :]
        else:
            word, parenthesis = "", random.choice(ANYWHERE)
        before = (word or text[place - 1])[-1]
        if not _meant(before, parenthesis):
            continue
        pieces += [word, parenthesis]
        length += len(word)
        marks.append((length, parenthesis))
        length += len(parenthesis)
    pieces.append(text[at:])
    return "".join(pieces), marks


def _damaged_around(text: str, marks: list[tuple[int, str]], random: Random) -> str:
    """Damage everything but the parentheses, which stay one untouched piece each."""
    kept = dict(marks)
    cells: list[Cell] = []
    at = 0
    while at < len(text):
        if at in kept:
            cells.append(Cell(kept[at], kept[at]))
            at += len(kept[at])
        else:
            cells.extend(cells_of(text[at]))
            at += 1
    return styles.seed(Damaged(tuple(cells)), random).text


_WIDE = str.maketrans("（）", "()")


def missing(restored: str, kept: tuple[str, ...]) -> list[str]:
    """Return the parentheses that are gone from a restored text; their width may have changed."""
    folded = restored.translate(_WIDE)
    gone = []
    at = 0
    for parenthesis in kept:
        narrow = parenthesis.translate(_WIDE)
        found = folded.find(narrow, at)
        if found < 0:
            gone.append(parenthesis)
        else:
            at = found + len(narrow)
    return gone
