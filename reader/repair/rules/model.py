"""What rules of the user are: one file of them, and the files of several levels together.

Everything here is immutable: a change returns a copy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, IntEnum
from typing import Any

QUOTES = ("“”", "「」")
"""The styles of quotation marks, by their outer pair."""


class Level(IntEnum):
    """For what a file of rules holds; the higher level wins where two disagree."""

    USER = 1  # all documents of the user
    FOLDER = 2  # those of a folder; only literal rules, and only once they are trusted
    DOCUMENT = 3
    GIVEN = 4  # named on the command line


class Digits(Enum):
    """What becomes of full-width digits and letters; the value is the word in files."""

    KEEP = "keep"
    HALF_WIDTH = "half-width"


class Marks(Enum):
    """What becomes of half-width marks between hanzi; the value is the word in files."""

    KEEP = "keep"
    REPAIR = "repair"


@dataclass(frozen=True, slots=True)
class Replacement:
    """`before` becomes `after`, always or never; with a `context` only inside that text.

    The context includes `before`: 皇后 for 后. `line` is where it stands in its file, 0 where it
    stands in none yet; comparison ignores it.
    """

    before: str
    after: str
    context: str = ""
    line: int = field(default=0, compare=False)

    @property
    def place(self) -> tuple[str, str]:
        """Where it holds: `before` and its context."""
        return self.before, self.context


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one file.

    `pairs` are always replaced, `exceptions` never. `protected` texts stay as the source has them,
    and so do the `glosses`, each written as "(ma)" or, behind one character only, "吗(ma)".
    `switched_off` are ids of `known.SWITCHES`; `switched_on` undoes that of a lower level.
    `quotes` is one of `QUOTES`, "keep", or empty where the file says nothing; `digits` and `marks`
    are None there.
    """

    pairs: tuple[Replacement, ...] = ()
    exceptions: tuple[Replacement, ...] = ()
    protected: tuple[str, ...] = ()
    glosses: tuple[str, ...] = ()
    switched_off: tuple[str, ...] = ()
    switched_on: tuple[str, ...] = ()
    quotes: str = ""
    digits: Digits | None = None
    marks: Marks | None = None

    def __len__(self) -> int:
        """Return how many rules there are."""
        listed = (self.pairs, self.exceptions, self.protected, self.glosses)
        switches = (self.switched_off, self.switched_on)
        style = (self.quotes, self.digits, self.marks)
        return sum(map(len, (*listed, *switches))) + sum(map(bool, style))

    def add_pair(self, before: str, after: str, context: str = "") -> Rules:
        """Return a copy in which `before` always becomes `after`, instead of what it became.

        Raises ValueError if that is no rule (see `check_replacement`).
        """
        new = _make(before, after, context)
        return replace(
            self,
            pairs=(*(one for one in self.pairs if one.place != new.place), new),
            exceptions=tuple(one for one in self.exceptions if one != new),
        )

    def add_exception(self, before: str, after: str, context: str = "") -> Rules:
        """Return a copy in which `before` never becomes `after`.

        Raises ValueError if that is no rule.
        """
        new = _make(before, after, context)
        return replace(
            self,
            pairs=tuple(one for one in self.pairs if one != new),
            exceptions=(*(one for one in self.exceptions if one != new), new),
        )

    def protect(self, text: str) -> Rules:
        """Return a copy in which `text` stays as it is. Raises ValueError if that is no rule."""
        if problem := check_text(text):
            raise ValueError(f"{text!r}: {problem}")
        return self if text in self.protected else replace(self, protected=(*self.protected, text))

    def keep_gloss(self, gloss: str) -> Rules:
        """Return a copy in which a gloss stays. Raises ValueError if it is none."""
        if problem := check_gloss(gloss):
            raise ValueError(f"{gloss!r}: {problem}")
        return self if gloss in self.glosses else replace(self, glosses=(*self.glosses, gloss))

    def switch_off(self, rule: str) -> Rules:
        """Return a copy with one of Jingdu's rules, or a mechanism by its name, off."""
        return self._switch(rule, off=True)

    def switch_on(self, rule: str) -> Rules:
        """Return a copy with a rule on, even if a lower level has it off."""
        return self._switch(rule, off=False)

    def add_all(self, more: Rules) -> Rules:
        """Return a copy with other rules added, which win where both are about the same text."""
        # All at once: to add one by one takes the square of thousands of rules.
        places, exceptions = {one.place for one in more.pairs}, frozenset(more.exceptions)
        pairs = (*(one for one in self.pairs if one.place not in places), *more.pairs)
        taken = exceptions.union(more.pairs)
        kept = (one for one in self.exceptions if one not in taken)
        made = replace(
            self,
            pairs=tuple(one for one in pairs if one not in exceptions),
            exceptions=(*kept, *dict.fromkeys(more.exceptions)),
            protected=tuple(dict.fromkeys((*self.protected, *more.protected))),
            glosses=tuple(dict.fromkeys((*self.glosses, *more.glosses))),
        )
        for rule in more.switched_off:
            made = made.switch_off(rule)
        for rule in more.switched_on:
            made = made.switch_on(rule)
        return replace(
            made,
            quotes=more.quotes or made.quotes,
            digits=more.digits or made.digits,
            marks=more.marks or made.marks,
        )

    def patch(self, before: Rules, after: Rules) -> Rules:
        """Return a copy with what changed from `before` to `after` done to these rules, too.

        So a file keeps what somebody else has added to it since `before` was read.
        """

        def listed(name: str) -> tuple[Any, ...]:
            old, new = frozenset(getattr(before, name)), getattr(after, name)
            gone = old.difference(new)
            kept = [one for one in getattr(self, name) if one not in gone]
            known = old.union(kept)
            return (*kept, *(one for one in new if one not in known))

        made: dict[str, Any] = {name: listed(name) for name in _LISTS}
        # Somebody else may have made another pair for the same text: the later one holds.
        made["pairs"] = tuple({one.place: one for one in made["pairs"]}.values())
        for name in ("quotes", "digits", "marks"):
            changed = getattr(after, name) != getattr(before, name)
            made[name] = getattr(after if changed else self, name)
        return Rules(**made)

    def _switch(self, rule: str, *, off: bool) -> Rules:
        others_off = tuple(one for one in self.switched_off if one != rule)
        others_on = tuple(one for one in self.switched_on if one != rule)
        if off:
            return replace(self, switched_off=(*others_off, rule), switched_on=others_on)
        return replace(self, switched_off=others_off, switched_on=(*others_on, rule))


def check_text(text: str) -> str:
    """Return why a text cannot be looked for, as a code of the table of messages; "" if it can."""
    if not text:
        return "rule_empty"
    if _HALF.search(text):
        return "rule_of_halves"
    return "" if text.splitlines() == [text] else "rule_of_lines"


def check_replacement(one: Replacement) -> str:
    """Return why this is no rule, as a code of the table of messages; "" if it is one."""
    if problem := check_text(one.before):
        return problem
    if one.after and (problem := check_text(one.after)):
        return problem
    if one.before == one.after:
        return "rule_of_nothing"
    if one.context and (problem := check_text(one.context)):
        return problem
    return "rule_outside_context" if one.context and one.before not in one.context else ""


def check_gloss(gloss: str) -> str:
    """Return why a text names no gloss, as a code of the table of messages; "" if it does."""
    if problem := check_text(gloss):
        return problem
    return "" if split_gloss(gloss) else "rule_no_gloss"


def split_gloss(gloss: str) -> tuple[str, str] | None:
    """Return the hanzi, or "", and the reading of a gloss such as 吗(ma); None if it is none."""
    head, bracket, tail = gloss.replace("（", "(").replace("）", ")").partition("(")
    reading = tail.removesuffix(")").strip()
    shaped = bracket and tail.endswith(")") and reading and "(" not in reading
    return (head, reading) if shaped and len(head) <= 1 else None


def _make(before: str, after: str, context: str) -> Replacement:
    made = Replacement(before, after, context)
    if problem := check_replacement(made):
        raise ValueError(f"{before!r} -> {after!r}: {problem}")
    return made


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rules of all levels that hold for a document.

    `levels` has each level once at most, `names` says what each file is called in evidence.
    """

    levels: Mapping[Level, Rules] = field(default_factory=dict)
    names: Mapping[Level, str] = field(default_factory=dict, compare=False)

    def __bool__(self) -> bool:
        """Tell if any level has a rule."""
        return any(self.levels.values())

    def at(self, level: Level) -> Rules:
        """Return the rules of a level."""
        return self.levels.get(level, Rules())

    def with_level(self, level: Level, rules: Rules, name: str = "") -> RuleSet:
        """Return a copy with other rules at a level; its file keeps its name if none is given."""
        name = name or self.names.get(level, "")
        return RuleSet({**self.levels, level: rules}, {**self.names, level: name})

    def ascending(self) -> Iterator[tuple[Level, Rules]]:
        """Yield the levels that have rules, the one that wins last."""
        for level in sorted(self.levels):
            if self.levels[level]:
                yield level, self.levels[level]

    @property
    def switched_off(self) -> frozenset[str]:
        """The ids of what is off in the end."""
        off: set[str] = set()
        for _, rules in self.ascending():
            off = (off | set(rules.switched_off)) - set(rules.switched_on)
            if rules.marks is not None:
                off = off | {_MARKS} if rules.marks is Marks.KEEP else off - {_MARKS}
        return frozenset(off)

    @property
    def quotes(self) -> str:
        """The style of quotation marks in the end, empty where they stay."""
        said = [rules.quotes for _, rules in self.ascending() if rules.quotes]
        return said[-1] if said and said[-1] in QUOTES else ""

    @property
    def digits(self) -> Digits:
        """What becomes of full-width digits and letters in the end."""
        said = [rules.digits for _, rules in self.ascending() if rules.digits is not None]
        return said[-1] if said else Digits.KEEP

    @property
    def fingerprint(self) -> str:
        """A hash of what the rules do, empty without rules; names and lines do not count."""
        if not self:
            return ""
        import json  # few users have rules
        from hashlib import sha256

        said = [
            [
                int(level),
                [[one.before, one.after, one.context] for one in rules.pairs],
                [[one.before, one.after, one.context] for one in rules.exceptions],
                [rules.protected, rules.glosses, rules.switched_off, rules.switched_on],
                [rules.quotes, *(one.value if one else "" for one in (rules.digits, rules.marks))],
            ]
            for level, rules in self.ascending()
        ]
        text = json.dumps(said, ensure_ascii=True)
        return sha256(text.encode("ascii")).hexdigest()[:16]


_MARKS = "marks"
_HALF = re.compile("[\ud800-\udfff]")
"""Half of a surrogate pair: UTF-8, and so a file of rules, cannot hold it."""
_LISTS = ("pairs", "exceptions", "protected", "glosses", "switched_off", "switched_on")
NO_RULES = RuleSet()
