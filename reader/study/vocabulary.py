"""The words of a document, counted: how often, how hard, how many of them one knows."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property

from reader.language.names import SURNAMES
from reader.language.own_segments import NO_SEGMENTS, OwnSegments
from reader.language.segment import tag_words
from reader.study.dictionary.entry import NO_LEVELS, Levels
from reader.study.dictionary.lookup import Dictionary, WordSet
from reader.study.grouping import Span, find_words
from reader.study.levels import LevelList
from reader.study.settled import Share
from reader.study.status import WordStatus
from reader.text.document import Document
from reader.text.doubts import doubts_of
from reader.text.paragraph import Paragraph

_AT_ONCE = 50_000  # code points that are looked at together; more would only take more memory
_PLACE_ENDS = frozenset("省市县区州旗镇乡村")
_LONGEST_NAME, _SHORTEST_FOREIGN = 4, 3  # characters
# What foreign names are written with.
_FOREIGN = frozenset(
    "阿埃艾爱安昂奥巴拜班邦保鲍贝本比彼宾波伯博布查达代戴丹道德登迪蒂丁东杜多厄恩尔法凡范菲费芬佛弗福"
    "富盖冈戈格古瓜圭哈汉翰豪赫亨胡霍基吉加贾杰金卡凯坎康考科克肯库夸奎拉莱赖兰朗劳勒雷里利历丽莉列林琳"
    "卢鲁伦罗洛马玛迈麦曼芒梅门蒙米密摩莫姆穆拿那纳娜内尼倪涅宁纽努诺欧帕潘庞佩彭皮珀普奇齐恰钦琼让热仁"
    "荣茹儒瑞若撒萨塞赛桑沙莎舍圣施史思斯苏索塔泰坦汤唐陶特提廷图托瓦万旺威韦维魏温翁沃乌武希谢休许雅亚"
    "延扬耶叶伊依因尤于约赞泽扎詹珍兹佐夫娅妮"
)
_USUAL = 3.0  # Zipf: what a compound of which nobody counted how frequent it is may have

Check = Callable[[], None]
"""Called now and then; what it raises ends the counting."""


class WordKind(Enum):
    """What a word is to a learner; the value is a stable id."""

    WORD = "word"
    PERSON = "person"  # the name of a person
    PLACE = "place"  # the name of a place, but for those that lists of levels teach: 北京


@dataclass(frozen=True, slots=True)
class CountedWord:
    """A word of a document.

    `count` is how often it stands there, `sure` how often without resting on a repair that is
    unsure or undecided; `first` is its first place, and the first sure one if there is any (code
    points of the clean text). `frequency` is on the Zipf scale, None where it is not known.
    """

    word: str
    count: int
    sure: int
    first: int
    kind: WordKind = WordKind.WORD
    levels: Levels = NO_LEVELS
    frequency: float | None = None
    is_in_dictionary: bool = True

    @property
    def is_doubtful(self) -> bool:
        """Whether all of it rests on unsure repairs: then it is never counted, nor taught."""
        return not self.sure

    @property
    def is_name(self) -> bool:
        """Whether it is the name of a person or a place, which nobody learns as a word."""
        return self.kind is not WordKind.WORD

    @property
    def can_be_taught(self) -> bool:
        """Whether it is a word to learn: no name, and not in doubt."""
        return not self.is_doubtful and not self.is_name


@dataclass(frozen=True)
class Vocabulary:
    """The words of a document in the order in which they first stand there. Immutable.

    It knows nothing of the learner: methods that need it take the statuses of words, as
    `Library.statuses()` gives them, so that a changed status costs no second count. Names and
    doubtful occurrences are left out of all shares and profiles.
    """

    words: tuple[CountedWord, ...]
    characters: int  # code points of the clean text
    running: int  # words as they follow each other, names and doubtful ones among them

    def __len__(self) -> int:
        return len(self.words)

    def __iter__(self) -> Iterator[CountedWord]:
        return iter(self.words)

    def get(self, word: str) -> CountedWord | None:
        """Return what is known of a word, None if the document does not have it."""
        return self._by_word.get(word)

    def known_share(self, statuses: Mapping[str, WordStatus]) -> Share:
        """Return how many running words are known; ignored words count on neither side."""
        known = total = 0
        for one in self.words:
            status = statuses.get(one.word, WordStatus.NEW)
            if one.is_name or status is WordStatus.IGNORED:
                continue
            total += one.sure
            if status is WordStatus.KNOWN:
                known += one.sure
        return Share(known, total)

    def level_profile(self, levels: LevelList = LevelList.HSK2025) -> dict[int, int]:
        """Return how many running words are of each level, in order; 0 is for those in no list."""
        counts: Counter[int] = Counter()
        for one in self.words:
            if one.can_be_taught:
                counts[levels.level_of(one.levels) or 0] += one.sure
        return dict(sorted(counts.items()))

    def to_learn(self, statuses: Mapping[str, WordStatus]) -> list[CountedWord]:
        """Return the words that can be taught and are neither known nor ignored, in order."""
        return [
            one
            for one in self.words
            if one.can_be_taught and not statuses.get(one.word, WordStatus.NEW).is_settled
        ]

    def hardest(
        self,
        number: int,
        statuses: Mapping[str, WordStatus],
        levels: LevelList = LevelList.HSK2025,
    ) -> list[CountedWord]:
        """Return the hardest words that are still to be learned, the hardest first.

        Harder is what is of a higher level or in no list, and of two of one level the rarer one. A
        word in no dictionary is none of them: it may be a slip of the segmenter.
        """

        def ease(one: CountedWord) -> tuple[int, float, int]:
            level = levels.level_of(one.levels) or levels.highest + 1
            return -level, _USUAL if one.frequency is None else one.frequency, one.first

        found = (one for one in self.to_learn(statuses) if one.is_in_dictionary)
        return sorted(found, key=ease)[:number]

    def with_characters(self, characters: str) -> list[CountedWord]:
        """Return the words that hold one of some characters, the most frequent first."""
        wanted = set(characters)
        found = (one for one in self.words if not wanted.isdisjoint(one.word))
        return sorted(found, key=lambda one: (-one.count, one.first))

    @cached_property
    def _by_word(self) -> dict[str, CountedWord]:
        return {one.word: one for one in self.words}


def count_words(
    text: Document | str,
    dictionary: Dictionary,
    *,
    own: OwnSegments = NO_SEGMENTS,
    known: WordSet | None = None,
    check: Check = lambda: None,
) -> Vocabulary:
    """Count the words of a document, or of a clean text, as the page has them.

    `own` is how the user cuts words, `known` are all words of the dictionary, where somebody has
    loaded them. `check` is called for every part; what it raises ends the
    counting. 1,000,000 characters take some three seconds. Never raises on any str.
    """
    document = Document.of(text) if isinstance(text, str) else text
    known = known or dictionary.vocabulary(document.text)
    counter = _Counter()
    for start, paragraphs in _parts(document):
        check()
        part = "".join(paragraph.text for paragraph in paragraphs)
        spans = find_words(part, dictionary, own, known.words)
        counter.add(part, start, spans, list(doubts_of(paragraphs)))
    words = tuple(
        replace(
            one,
            count=(count := counter.counts[one.word]),
            sure=count - counter.doubtful[one.word],
            first=counter.sure_first.get(one.word, counter.first[one.word]),
        )
        for one in describe_words(counter.counts, dictionary, own, known)
    )
    return Vocabulary(words, len(document.text), counter.counts.total())


def describe_words(
    words: Collection[str],
    dictionary: Dictionary,
    own: OwnSegments = NO_SEGMENTS,
    known: WordSet | None = None,
) -> Iterator[CountedWord]:
    """Yield what is known of words, in their order, none of them counted yet.

    `known` are the words of the dictionary, where all of them were loaded.
    """
    known = known or _look_up(words, dictionary)
    levels = dictionary.levels_of(words)
    for word in words:
        yield CountedWord(
            word,
            0,
            0,
            -1,
            _kind_of(word, known, levels),
            *levels.get(word, (NO_LEVELS, None)),
            # What the user made a word of is no slip of the segmenter.
            word in known.words or own.is_joined(word),
        )


def _look_up(words: Collection[str], dictionary: Dictionary) -> WordSet:
    """Return what of some words, and of what they begin with, the dictionary holds.

    All of its words take 0.2 s, in which nobody else may ask: too long for a window.
    """
    asked = {*words, *(word[:2] for word in words)}
    held = dictionary.known(asked)
    names = (word for word in held if not dictionary.in_glossary(word))
    return WordSet(
        held, frozenset(word for word in names if all(one.is_name for one in dictionary.find(word)))
    )


class _Counter:
    """Counts words part by part."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.doubtful: Counter[str] = Counter()
        self.first: dict[str, int] = {}
        self.sure_first: dict[str, int] = {}

    def add(self, part: str, base: int, spans: list[Span], doubts: list[Span]) -> None:
        """Add the words of a part that begins at `base`; `doubts` are in order."""
        words = [part[start:end] for start, end in spans]
        self.counts.update(words)
        # From behind, so that the first place is the one that stays.
        firsts = {
            word: span[0] for word, span in zip(reversed(words), reversed(spans), strict=True)
        }
        for word, at in firsts.items():
            self.first.setdefault(word, base + at)
        if not doubts:
            return
        starts, ends = array("q", (span[0] for span in doubts)), [span[1] for span in doubts]
        unsure = [
            (at := bisect_right(starts, end - 1)) > 0 and ends[at - 1] > start
            for start, end in spans
        ]
        self.doubtful.update(
            word for word, is_unsure in zip(words, unsure, strict=True) if is_unsure
        )
        for word, span, is_unsure in zip(words, spans, unsure, strict=True):
            if not is_unsure:
                self.sure_first.setdefault(word, base + span[0])


def _parts(document: Document) -> Iterator[tuple[int, list[Paragraph]]]:
    """Yield paragraphs that stand together, and where they begin in the clean text."""
    starts = document.starts[2]
    first = 0
    count = len(document.paragraphs)
    while first < count:
        last = first + 1
        while last < count and starts[last + 1] - starts[first] <= _AT_ONCE:
            last += 1
        yield starts[first], list(document.paragraphs[first:last])
        first = last


def _kind_of(
    word: str, known: WordSet, levels: Mapping[str, tuple[Levels, float | None]]
) -> WordKind:
    """Return what a word is, by its class; 文明 is a given name to the segmenter, and a word."""
    if word in known.words and word not in known.names:
        return WordKind.WORD
    if word in levels and levels[word][0]:
        return WordKind.WORD  # 中国 and 北京 are taught at the first level
    classes = tag_words(word)
    if len(classes) == 1 and classes[0].startswith("nr"):
        if _looks_like_person(word):
            return WordKind.PERSON
        return WordKind.PLACE if word in known.names else WordKind.WORD
    is_place = classes[:1] == ["ns"] and (
        word in known.names or word[-1] in _PLACE_ENDS or word[:2] in known.names
    )
    return WordKind.PLACE if is_place else WordKind.WORD


def _looks_like_person(word: str) -> bool:
    """Tell if what the segmenter calls a name may be one: 王小明, 蒂纳丹, but not 隆重庆祝."""
    if word[0] in SURNAMES:
        return len(word) <= _LONGEST_NAME
    return len(word) >= _SHORTEST_FOREIGN and _FOREIGN.issuperset(word)
