"""Spans are found again in an edited text, and nothing is guessed.

In the tables [ and ] mark the span: in the new text where it shall be carried to. Without a mark
there it has no place any more.
"""

import random
from itertools import combinations_with_replacement

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.review.carry import carry

UNHURRIED = settings(deadline=None)
DUTY = "各级人民政府应当依法履行职责"
FUNDS = "所需经费列入财政预算"
FINE = "违反前款规定的处一万元以下罚款"


def read(marked):
    """Return a text without its marks, and the span between them, None without any."""
    text = marked.replace("[", "").replace("]", "")
    return text, (marked.index("["), marked.index("]") - 1) if "[" in marked else None


def expect(old, new):
    text, span = read(old)
    changed, place = read(new)
    assert carry(text, changed, [span]) == [place]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # A character was replaced, inserted, deleted: what does not touch it is carried.
        ("各级人民[政府]应当依法履行职责", "各级人民[政府]应当认真履行职责"),
        ("各级人民政府应当依法[履行]职责", "各级人民政府应当认真履行职责"),
        ("各级人民政府应当依法履[行职]责", "各级人民政府应当认真履[行职]责"),
        ("各级人民政府[应当]依法履行职责", "各级人民政府应当认真履行职责"),
        ("各级人民政府应当[依法]履行职责", "各级人民政府应当认真履行职责"),
        ("各级人民政府应[当依法]履行职责", "各级人民政府应当依照法履行职责"),
        ("各级人民政府应当依法履行[职责]", "人民政府应当依法履行[职责]"),
        ("各级人民[政]府应当依法履行职责", "各级人民[政]府依法履行职责"),
        # At the edge of the paragraph.
        ("[各级]人民政府应当依法履行职责", "[各级]人民政府应当认真履行职责"),
        ("[各级]人民政府应当依法履行职责", "本省[各级]人民政府应当依法履行职责"),
        ("各级人民政府应当依法履行职[责]", "各级人民政府应当依法履行职[责]。"),
        ("[各级人民政府应当依法履行职责]", "[各级人民政府应当依法履行职责]。"),
        ("[各]级人民政府应当依法履行职责", "各地各级人民政府应当依法履行职责"),
        # Insertion points need the same on both sides.
        ("各级人民[]政府应当依法履行职责", "各级人民[]政府应当认真履行职责"),
        ("各级人民政府应当[]依法履行职责", "各级人民政府应当认真履行职责"),
        ("各级人民[]政府应当依法履行职责", "各级人民的政府应当依法履行职责"),
        ("[]各级人民政府应当依法履行职责", "[]各级人民政府应当认真履行职责"),
        ("[]各级人民政府应当依法履行职责", "本省各级人民政府应当依法履行职责"),
        ("各级人民政府应当依法履行职责[]", "各级人民政府应当认真履行职责[]"),
        ("各级人民政府应当依法履行职责[]", "各级人民政府应当依法履行职责。"),
        # Of several equal characters nobody can tell which one went or came.
        ("我们再看[看]看这本书的内容吧", "我们再看看这本书的内容吧"),
        ("我们再看看这[本]书的内容吧", "我们再看看看这[本]书的内容吧"),
        ("我们再看看[]这本书的内容吧", "我们再看看看[]这本书的内容吧"),
        # A new text in the place of another one.
        ("一\n各级人民[政府]应当依法履行职责\n二", f"一\n{FUNDS}\n二"),
        ("[附则]", "国务院规定附则另行公布并且向社会公开"),
    ],
)
def test_a_changed_paragraph(old, new):
    expect(old, new)
    expect(f"前言\n{old}\n\n{FUNDS}", f"前言\n{new}\n\n{FUNDS}")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # Moved, removed, inserted.
        (f"{DUTY}\n所需[经费]列入财政预算\n{FINE}", f"所需[经费]列入财政预算\n{DUTY}\n{FINE}"),
        (f"{DUTY}\n[所]需经费列入财政预算\n{FINE}", f"{DUTY}\n{FINE}\n[所]需经费列入财政预算"),
        (f"{DUTY}\n所需[经费]列入财政预算\n{FINE}", f"{DUTY}\n{FINE}"),
        (
            f"{DUTY}\n所需[经费]列入财政预算",
            f"新的一段\n{DUTY}\n另一段\n所需[经费]列入财政预算\n再一段",
        ),
        # Removed, and what is like it was already there, changed or not.
        ("甲\n罚款一万元的[由]县级决定\n罚款二万元的由县级决定", "甲\n罚款二万元的由县级决定"),
        (
            "第三条 违反[规]定的，处一万元罚款。\n第四条 违反规定的，处二万元罚款。",
            "第三条 违反规定的，处二万元罚款。",
        ),
        # Moved and changed: only what is clearly the same.
        (
            f"{DUTY}并且每年向上级人民政府[报告]工作情况\n{FUNDS}\n{FINE}",
            f"{FUNDS}\n{FINE}\n本省{DUTY}并且每年向上级人民政府[报告]工作情况",
        ),
        (
            f"{DUTY}\n{FUNDS}\n违反前款[规定]的处一万元以下罚款",
            f"违反本法规定的一律处罚\n{DUTY}\n{FUNDS}",
        ),
        # Split and merged.
        ("各级[人民]政府应当依法履行职责", "各级[人民]政府\n应当依法履行职责"),
        ("各级人民政府应当依法[履行]职责", "各级人民政府\n应当依法[履行]职责"),
        ("各级人民政[府应]当依法履行职责", "各级人民政府\n应当依法履行职责"),
        ("各级人民政府[]应当依法履行职责", "各级人民政府\n应当依法履行职责"),
        (
            f"{FINE}\n各级人民政府\n应当[依法]履行职责\n{FUNDS}",
            f"{FINE}\n各级人民政府应当[依法]履行职责\n{FUNDS}",
        ),
        (
            f"{FINE}\n各级[人民]政府\n应当依法履行职责\n{FUNDS}",
            f"{FINE}\n各级[人民]政府应当依法履行职责\n{FUNDS}",
        ),
        (f"{FINE}\n各级人民政[府]\n应当依法履行职责", f"{FINE}\n各级人民政[府]应当依法履行职责"),
        (f"{FINE}\n各级人民政府\n[]应当依法履行职责", f"{FINE}\n各级人民政府应当依法履行职责"),
        # Line ends and blank lines.
        (f"{DUTY}\r\n所需[经费]列入财政预算\r\n", f"{DUTY}\n所需[经费]列入财政预算\n"),
        (f"{DUTY}\n[所]需经费列入财政预算", f"{DUTY}\u2029\n\n[所]需经费列入财政预算\u2028"),
        (f"{DUTY}[]\n{FUNDS}", f"\n\n{DUTY}[]\r{FUNDS}"),
        (f"{DUTY}[\r\n]{FUNDS}", f"{DUTY}\n{FUNDS}"),
        (f"{DUTY}\n[]\n{FUNDS}", f"{DUTY}\n\n\n{FUNDS}"),
        # Across the end of a paragraph.
        (
            "各级人民政府应当依法履行[职责\n所]需经费列入财政预算\n甲",
            "乙\n各级人民政府应当依法履行[职责\n所]需经费列入财政预算",
        ),
        (
            "各级人民政府应当依法履行[职责\n所]需经费列入财政预算",
            "各级人民政府应当依法履行职责\n乙\n所需经费列入财政预算",
        ),
        (f"{DUTY}\n[]\n{FUNDS}\n{FINE}", f"{FINE}\n{DUTY}\n[]\n{FUNDS}"),
        # Code points, not UTF-16 units, and lone surrogates.
        ("𠀀𠀁在文中[𠀂]出现一次而已", "𠮷𠀀𠀁在文中[𠀂]出现一次而已"),
        ("前后\udc80各[\ud840]有\udc00一个半字", "𠮷前后\udc80各[\ud840]有\udc00一个半字"),
        ("[]", "甲"),
        ("[甲]", ""),
        ("\n[]\n", "\n\n\n"),
    ],
)
def test_paragraphs(old, new):
    expect(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # As many on both sides: in order, whatever became of the others.
        ("[同]\n甲\n同\n乙\n同", "[同]\n丙\n同\n丁\n同"),
        ("同\n甲\n[同]\n乙\n同", "同\n丙\n[同]\n丁\n同"),
        ("同\n甲\n同\n乙\n[同]", "同\n丙\n同\n丁\n[同]"),
        ("同\n同\n[同]\n甲", "同\n同\n[同]\n乙"),
        # Otherwise by the neighbours.
        ("甲\n[同]\n乙\n同\n丙", "甲\n[同]\n乙\n丙"),
        ("甲\n同\n乙\n[同]\n丙", "甲\n同\n乙\n丙"),
        ("甲\n同\n乙\n[同]\n丙", "甲\n同\n丁\n同\n乙\n[同]\n丙"),
        ("甲\n同\n[同]\n乙\n同\n丙", "甲\n同\n[同]\n乙\n丙"),
        # Two texts with the same headings change places.
        ("总则\n甲\n附则\n乙\n总则\n丙\n附[则]\n丁", "总则\n丙\n附[则]\n丁\n总则\n甲\n附则\n乙"),
        # Nobody can tell which one went or came.
        ("甲\n[同]\n同\n乙", "甲\n同\n乙"),
        ("甲\n[同]\n乙", "甲\n同\n同\n乙"),
        ("甲\n[同]\n乙", "甲\n同\n丁\n同\n乙"),
        ("甲\n[同]\n乙\n同\n丙", "甲\n同\n丙"),
        ("[同]\n同\n同", "同\n同"),
    ],
)
def test_copies_of_a_paragraph(old, new):
    expect(old, new)
    expect(old.replace("同", f"同{DUTY}"), new.replace("同", f"同{DUTY}"))


def test_a_span_outside_the_text_has_no_place():
    assert carry("甲乙", "甲乙丙", [(0, 3), (2, 1), (-1, 1), (0, 1)]) == [None, None, None, (0, 1)]


def test_the_order_of_the_spans_is_kept():
    assert carry("甲乙丙丁", "戊\n甲乙丙丁", [(3, 4), (0, 1), (3, 4)]) == [(5, 6), (2, 3), (5, 6)]


ANY = st.text(alphabet="甲乙丙\n\r𠀀", max_size=40)


@st.composite
def spans_in(draw, text):
    offsets = st.integers(0, len(text))
    return [(min(pair), max(pair)) for pair in draw(st.lists(st.tuples(offsets, offsets)))]


@UNHURRIED
@given(st.data(), ANY, ANY)
def test_what_is_carried_is_the_same_text_and_stays_apart(data, old, new):
    spans = data.draw(spans_in(old))
    carried = carry(old, new, spans)
    assert len(carried) == len(spans)
    for (start, end), place in zip(spans, carried, strict=True):
        assert place is None or old[start:end] == new[place[0] : place[1]]
    singles = carry(old, new, [(at, at + 1) for at in range(len(old))])
    places = [place for place in singles if place]
    assert len(places) == len(set(places))


@UNHURRIED
@given(st.data(), ANY)
def test_in_the_same_text_every_span_stays(data, text):
    spans = data.draw(spans_in(text))
    assert carry(text, text, spans) == spans


@UNHURRIED
@given(st.data(), st.lists(st.text("甲乙丙", min_size=1, max_size=5), min_size=1, max_size=12))
def test_paragraphs_inserted_elsewhere_leave_every_span_its_place(data, paragraphs):
    """Copies, too: as many stand in both texts and none moved."""
    kept = [(text, number) for number, text in enumerate(paragraphs)]
    for at in data.draw(st.lists(st.integers(0, len(kept)), max_size=5)):
        kept.insert(at, ("戊己", None))
    end = data.draw(st.sampled_from(["\n", "\r\n", "\n\n", "\u2029"]))
    starts = {number: start for start, (_, number) in zip(offsets(kept, end), kept, strict=True)}
    spans, places = [], []
    for number, start in enumerate(offsets([(text, None) for text in paragraphs], "\n")):
        length = len(paragraphs[number])
        for low, high in combinations_with_replacement(range(length + 1), 2):
            spans.append((start + low, start + high))
            places.append((starts[number] + low, starts[number] + high))
    assert carry("\n".join(paragraphs), end.join(text for text, _ in kept), spans) == places


def offsets(paragraphs, end):
    """Return where paragraphs start that are joined by a line end."""
    lengths = [len(text) + len(end) for text, *_ in paragraphs]
    return [sum(lengths[:number]) for number in range(len(lengths))]


def write_law(number, rng):
    """Return a paragraph as laws have them: much of it stands in others, too."""
    subject = rng.choice(
        ("县级以上人民政府", "教育行政部门", "用人单位", "有关主管部门", "村民委员会")
    )
    clauses = rng.sample(CLAUSES, rng.randint(2, 5))
    return f"第{number}条 {subject}{'，'.join(clauses)}。"


CLAUSES = (
    "应当依法履行职责",
    "不得违反国家有关规定",
    "可以委托符合条件的单位实施",
    "由上级机关责令限期改正",
    "并处一万元以上五万元以下罚款",
    "构成犯罪的依法追究刑事责任",
    "将所需经费列入本级财政预算",
    "建立健全监督管理制度",
    "定期向社会公布检查结果",
    "对作出突出贡献的个人给予表彰",
    "加强宣传教育和业务培训",
    "保护公民法人和其他组织的合法权益",
)


def edit(paragraphs, rng, kinds):
    """Change every tenth paragraph; return the new text and where old characters stand in it.

    What is written anew is ☆, which stands nowhere else, so there is no doubt what became of what.
    """
    pieces, moved, start = [], [], 0
    for number, paragraph in enumerate(paragraphs):
        piece = [(char, start + at) for at, char in enumerate(paragraph)]
        start += len(paragraph) + 1
        kind = rng.choice(kinds) if number % 10 == 5 else None
        if kind == "change":
            for at in rng.sample(range(2, len(piece) - 2), 2):
                piece[at : at + rng.randint(0, 1)] = [("☆", None)]
        if kind == "move":
            moved.append(piece)
        elif kind != "remove":
            pieces.append(piece)
    for piece in moved:
        pieces.insert(rng.randint(0, len(pieces)), piece)
    text = [char for piece in pieces for char in [*piece, ("\n", None)]][:-1]
    places = {source: at for at, (_, source) in enumerate(text) if source is not None}
    return "".join(char for char, _ in text), places


def find_place(old, new, places, span):
    """Return where a span in one paragraph stands if nothing in it or right beside it changed."""
    start, end = span
    low = start if start == 0 or old[start - 1] == "\n" else start - 1
    high = end if end == len(old) or old[end] == "\n" else end + 1
    found = [places.get(at) for at in range(low, high)]
    if None in found or found != list(range(found[0], found[0] + high - low)):
        return None
    at = found[0] + start - low
    return at, at + end - start


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(
    "kinds", [("change", "move", "remove"), ("change",), ("move",), ("remove",)]
)
def test_every_tenth_paragraph_changed_moved_or_removed(seed, kinds):
    rng = random.Random(seed)
    paragraphs = [write_law(number, rng) for number in range(400)]
    old = "\n".join(paragraphs)
    new, places = edit(paragraphs, rng, kinds)
    starts = [rng.randrange(len(old)) for _ in range(4000)]
    spans = sorted((start, start + rng.randint(0, 4)) for start in starts)
    spans = [span for span in spans if "\n" not in old[slice(*span)] and span[1] <= len(old)]
    expected = [find_place(old, new, places, span) for span in spans]
    carried = carry(old, new, spans)
    assert carried == expected
    if "move" not in kinds:
        found = [place for place in carried if place]
        assert found == sorted(found)


def test_a_replacement_everywhere_leaves_the_rest_its_place():
    rng = random.Random(1)
    old = "\n".join(write_law(number, rng) for number in range(300))
    spans = [(at, at + 2) for at in range(0, len(old) - 2, 3) if "\n" not in old[at - 1 : at + 3]]
    carried = carry(old, old.replace("，", ","), spans)
    for (start, end), place in zip(spans, carried, strict=True):
        assert place == (None if "，" in old[start - 1 : end + 1] else (start, end))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("甲" * 200_000, "甲" * 200_001),
        ("甲乙" * 100_000, "乙甲" * 100_001),
        ("同一行\n" * 30_000, "同一行\n" * 30_001),
        ("同一行\n" * 30_000, "同二行\n" * 30_000),
        ("\n" * 100_000, "\n" * 100_001),
        ("".join(map(chr, range(0x4E00, 0x9000))), "".join(map(chr, range(0x9000, 0x4E00, -1)))),
    ],
    ids=["a letter", "two letters", "copies", "changed copies", "empty lines", "backwards"],
)
def test_where_all_is_in_doubt_nothing_is_carried_and_soon(old, new):
    spans = [(at, at + 1) for at in range(5, len(old) - 5, 100)]
    assert set(carry(old, new, spans)) == {None}


def test_a_long_line_is_carried_on_both_sides_of_a_change():
    rng = random.Random(1)
    line = "".join(write_law(number, rng) for number in range(3000))
    middle = len(line) // 2
    new = f"{line[:middle]}☆☆{line[middle + 1 :]}"
    spans = [(at, at + 1) for at in range(0, len(line), 50)]
    carried = carry(line, new, spans)
    for (start, end), place in zip(spans, carried, strict=True):
        if abs(start - middle) > 1:
            by = 1 if start > middle else 0
            assert place == (start + by, end + by)
