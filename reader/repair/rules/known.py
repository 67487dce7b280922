"""The rules that a user can switch off: one table, for files, the command line and the window.

A mechanism is switched off by its name ("marks"), one of its rules by the id that its repairs carry
("spacing.between_hanzi"). Rules of bytes that are lost for good stand in no table: nothing is
written there that one could take back.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reader.text.marked import marked
from reader.text.sentences import Translate

MECHANISM_TITLES: Mapping[str, str] = MappingProxyType(
    {
        "cuts": marked("Rules", "Incomplete characters"),
        "misread": marked("Rules", "Text in the wrong encoding"),
        "entities": marked("Rules", "HTML codes"),
        "escapes": marked("Rules", "Codes for characters"),
        "invisible": marked("Rules", "Invisible characters"),
        "private_use": marked("Rules", "Characters that need a special font"),
        "doubled_spaces": marked("Rules", "Doubled spaces"),
        "tags": marked("Rules", "HTML tags"),
        "noise": marked("Rules", "Anti-copy noise from forums"),
        "unencodable": marked("Rules", "Spaces and brackets that became question marks"),
        "torn_words": marked("Rules", "Signs inside words"),
        "pinyin_words": marked("Rules", "Pinyin in place of characters"),
        "spun_words": marked("Rules", "Words replaced by synonyms"),
        "menus": marked("Rules", "Web page menu lines"),
        "byte_slips": marked("Rules", "Text decoded one byte off"),
        "glosses": marked("Rules", "Pinyin in parentheses"),
        "script": marked("Rules", "Traditional characters in undamaged text"),
        "forms": marked("Rules", "Traditional and variant forms in replaced text"),
        "form_words": marked("Rules", "Words with a fixed form"),
        "marks": marked("Rules", "Half-width punctuation"),
        "spaces": marked("Rules", "Stray spaces"),
    }
)
"""What each mechanism that can be switched off undoes."""

RULE_TITLES: Mapping[str, str] = MappingProxyType(
    {
        "slip.cut": marked("Rules", "Characters completed from their bytes"),
        "slip.guessed": marked("Rules", "Characters guessed from context"),
        "slip.gloss": marked("Rules", "Pinyin between the two bytes of a character"),
        "slip.byte": marked("Rules", "Lines realigned by one byte"),
        "encoding.gbk_as_latin": marked("Rules", "GBK decoded as Windows-1252"),
        "encoding.big5_as_latin": marked("Rules", "Big5 decoded as Windows-1252"),
        "encoding.utf8_as_latin": marked("Rules", "UTF-8 decoded as Windows-1252"),
        "encoding.utf8_as_gbk": marked("Rules", "UTF-8 decoded as GBK"),
        "encoding.as_narrow": marked("Rules", "Chinese decoded as letters of Europe"),
        "encoding.as_wide": marked("Rules", "Chinese decoded as other characters of East Asia"),
        "encoding.unread": marked("Rules", "Lines whose encoding is only identified"),
        "debris.escape": marked("Rules", "Codes for characters such as \\u516c or %E5%85%AC"),
        "debris.entity": marked("Rules", "HTML codes such as &nbsp;"),
        "debris.invisible": marked("Rules", "Zero-width characters and soft hyphens"),
        "debris.private_use": marked("Rules", "Private-use characters"),
        "debris.space": marked("Rules", "Two spaces instead of one"),
        "debris.tag": marked("Rules", "HTML tags such as <br>"),
        "debris.noise": marked("Rules", "Random characters at line ends"),
        "encoding.question_spaces": marked("Rules", "Question marks that were spaces"),
        "encoding.question_brackets": marked("Rules", "Question marks that were 〔〕 or 《》"),
        "debris.inside_word": marked("Rules", "Question marks and dots that split words"),
        "debris.pinyin": marked("Rules", "Characters written in pinyin"),
        "variant.synonyms": marked("Rules", "Pages whose words were replaced"),
        "debris.navigation": marked("Rules", "Menu lines such as “Next page”"),
        "gloss.removed": marked("Rules", "Pinyin after a character"),
        "gloss.repeated": marked("Rules", "Second pinyin after a character"),
        "gloss.proposed": marked("Rules", "Pinyin that may be intended"),
        "script.t2s": marked("Rules", "Traditional characters by table"),
        "script.word": marked("Rules", "Traditional characters by word"),
        "variant.table": marked("Rules", "Variants listed in dictionaries"),
        "variant.evidence": marked("Rules", "Variants by sound and shape"),
        "punctuation.full_width": marked("Rules", "Full-width punctuation"),
        "spacing.between_hanzi": marked("Rules", "Spaces between characters"),
    }
)
"""What each rule that can be switched off does."""

OTHER_TITLES: Mapping[str, str] = MappingProxyType(
    {
        "encoding.lost": marked("Rules", "Bytes that are gone"),
        "manual.typed": marked("Rules", "Typed where nothing was repaired"),
        "witness.text": marked("Rules", "Text taken from the second copy"),
        "user.pair": marked("Rules", "Pairs of your rules"),
        "user.kept": marked("Rules", "Protected by your rules"),
        "user.quotes": marked("Rules", "Quotation marks of your rules"),
        "user.digits": marked("Rules", "Digits and letters of your rules"),
    }
)
"""What is called by the other ids that repairs carry; none of these can be switched off."""

RULES_OF: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "cuts": ("slip.cut", "slip.guessed"),
        "misread": (
            "encoding.gbk_as_latin",
            "encoding.big5_as_latin",
            "encoding.utf8_as_latin",
            "encoding.utf8_as_gbk",
            "encoding.as_narrow",
            "encoding.as_wide",
            "encoding.unread",
        ),
        "entities": ("debris.entity",),
        "escapes": ("debris.escape",),
        "invisible": ("debris.invisible",),
        "private_use": ("debris.private_use",),
        "doubled_spaces": ("debris.space",),
        "tags": ("debris.tag",),
        "noise": ("debris.noise",),
        "unencodable": ("encoding.question_spaces", "encoding.question_brackets"),
        "torn_words": ("debris.inside_word",),
        "pinyin_words": ("debris.pinyin",),
        "spun_words": ("variant.synonyms",),
        "menus": ("debris.navigation",),
        "byte_slips": ("slip.byte", "slip.gloss"),
        "glosses": ("gloss.removed", "gloss.repeated", "gloss.proposed"),
        "script": ("script.t2s",),
        "forms": ("variant.table", "variant.evidence"),
        "form_words": ("script.word",),
        "marks": ("punctuation.full_width",),
        "spaces": ("spacing.between_hanzi",),
    }
)
"""Under which mechanism each rule is listed. "forms" and "script" share "script.t2s"."""

SWITCHES: Mapping[str, str] = MappingProxyType({**MECHANISM_TITLES, **RULE_TITLES})
"""Everything that can be switched off: its id and its title."""


def rule_name(rule: str, translate: Translate = marked) -> str:
    """Return what a rule of the engine is called; its id where it has no name."""
    title = RULE_TITLES.get(rule) or OTHER_TITLES.get(rule)
    return rule if title is None else translate("Rules", title)
