"""What an affix makes of the word it stands at: 副局长 deputy, 云州市 City, 节水型 type.

`affixes.tsv` holds them. {} is the meaning of the rest; a template of names has {Name}, a proper
name in pinyin; {does} is a verb in the third person ("one who contributes"). What stands behind a
bar is for a rest that is no verb: "one who {does}|{} person".
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from reader.text.resources import resource_path

NAME = "{Name}"
_DOES = "{does}"


class Affix(NamedTuple):
    """An affix; `place` is "before" a word, "adverb" before a verb, or "after" a word."""

    text: str
    place: str
    template: str

    @property
    def takes_name(self) -> bool:
        """Whether a proper name is the rest."""
        return NAME in self.template

    @property
    def is_before(self) -> bool:
        """Whether it stands before the rest."""
        return self.place in ("before", "adverb")

    @property
    def word_class(self) -> str:
        """Return the class of the rest that the template asks for, "" for any."""
        if self.place == "adverb":
            return "v"
        wants_verb = "to {}" in self.template or _DOES in self.template
        return "vn" if self.place == "after" and not wants_verb else ""

    def rest_of(self, word: str) -> str:
        """Return what of the word is not the affix, "" if it does not stand there."""
        if len(word) <= len(self.text):
            return ""
        if self.is_before:
            return word[len(self.text) :] if word.startswith(self.text) else ""
        return word[: -len(self.text)] if word.endswith(self.text) else ""

    def fill(self, meaning: str) -> str:
        """Put the meaning of the rest in; a verb keeps its "to" only where it stands first."""
        verb, _, other = self.template.partition("|")
        is_verb = meaning.startswith("to ")
        template = verb if is_verb or not other else other
        bare = meaning.removeprefix("to ")
        filled = template.replace(_DOES, _third_person(bare) if is_verb else f"is {bare}")
        if is_verb and not (filled.startswith("{}") and self.is_before):
            wants = "to {}" in template or self.is_before
            meaning = bare if wants else _gerund(bare)
        return filled.replace("{}", meaning).replace("- ", "-")


@lru_cache(maxsize=1)
def affixes() -> tuple[Affix, ...]:
    """Return the affixes of words, the longest first."""
    found = (one for one in _rows() if one.place in ("before", "adverb", "after"))
    return tuple(sorted(found, key=lambda one: -len(one.text)))


@lru_cache(maxsize=1)
def counted() -> dict[tuple[str, str], str]:
    """Return the templates of what is counted: ("ordinal", "条") is "Article {#}".

    ("country", "乌") is the adjective of the country.
    """
    return {
        (one.place, one.text): one.template
        for one in _rows()
        if one.place in ("ordinal", "number", "country")
    }


def _rows() -> tuple[Affix, ...]:
    lines = resource_path("data", "affixes.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return tuple(Affix(text, place, template) for text, place, template in rows)


def _third_person(verb: str) -> str:
    """Return a verb as he or she does it: contributes, undertakes work, carries out, is.

    >>> _third_person("carry out"), _third_person("teach")
    ('carries out', 'teaches')
    """
    first, blank, more = verb.partition(" ")
    if first == "be":
        first = "is"
    elif first == "have":
        first = "has"
    elif re.search("[^aeiou]y$", first):
        first = f"{first[:-1]}ies"
    else:
        first += "es" if re.search("(?:s|x|z|ch|sh|o)$", first) else "s"
    return f"{first}{blank}{more}"


def _gerund(verb: str) -> str:
    """Return the deed of a verb: building, saving water, planning.

    >>> _gerund("save water"), _gerund("plan"), _gerund("die")
    ('saving water', 'planning', 'dying')
    """
    first, blank, more = verb.partition(" ")
    if first.endswith("ie"):
        first = f"{first[:-2]}y"
    elif re.search("[^eoy]e$", first):
        first = first[:-1]
    elif re.fullmatch("[^aeiou]*[aeiou][bdgklmnprt]", first):
        first += first[-1]
    return f"{first}ing{blank}{more}"
