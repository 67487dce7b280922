"""All that the window says of evidence and errors is Chinese in the Chinese window."""

import errno
import os
import re
from pathlib import Path

import pytest

from reader.text.causes import Cause
from reader.text.errors import CannotFetch, CannotRead, reading_failed, writing_failed
from reader.text.evidence import Bytes, Characters, Evidence
from reader.text.messages import (
    CAUSES,
    CHARACTER_NAMES,
    ERRORS,
    EVIDENCE,
    FORMATS,
    LESS_THAN_ONE,
    LIST,
    NAMELESS,
    NAMELESS_IN_WINDOW,
    Kind,
)
from reader.text.sentences import error_words, evidence_words
from reader.ui.window.language import Languages
from reader.ui.wording import error_text, translate
from tests.text.test_errors import EVERY, USUAL, VALUES

# Names, and what is typed as it stands.
ALLOWED = re.compile(
    "HTML|HTTP|https?|(UTF|utf)-(8|16)|gb18030|big5|GBK|Windows-1252|Unihan|kZVariant|MB|PDF|OCR|CC-CEDICT|README|md|"
    "Office|LibreOffice|Word|Excel|ZIP|CSV|Anki|AnkiConnect|espeak-ng|doc|docx|jingdu|clean|--url|--force|txt|html|x|br|nonsense|ma|ValueError|"
    "Python|pip|install|pyarrow|batch|JSON|Dask|tcp|csv|zip|--column|--resume|-j|j"
)
LATIN = re.compile("[A-Za-z][A-Za-z0-9-]*|--[a-z]+")
SAMPLES = {
    Kind.TEXT: ["谐"],
    Kind.COUNT: [3],
    Kind.PER_HUNDRED: [0, 12],
    Kind.BYTES: [Bytes(b"\x12\x34"), Bytes(bytes(9), "UTF-8", (1,))],
    Kind.PAIRS: [Bytes(b"\x12\x34")],
    Kind.ENCODING: ["GBK"],
    Kind.MISREADING: [("UTF-8", "Windows-1252")],
    Kind.SOURCES: [("Unihan kZVariant", "Unihan kZVariant")],
    Kind.SEEN: [Characters(" "), Characters("“")],
    Kind.UNSEEN: [Characters("\u00ad\u200b\u200c\u200d\u2060\ufeff"), Characters("\u00ad")],
    Kind.CODES: [Characters("\ue000")],
}


@pytest.fixture(autouse=True)
def chinese(qapp):
    languages = Languages(qapp, "zh_CN")
    yield
    languages.choose("en")


def check(words):
    """Fail on an English word, a code point apart."""
    found = LATIN.findall(re.sub(r"U\+[0-9A-F]{4}", "", words))
    assert [one for one in found if not ALLOWED.fullmatch(one)] == [], words
    assert len(re.findall("[\u4e00-\u9fff]", words)) >= 3, words


def test_every_template_has_its_translation():
    reasons = [("Evidence", reason.words) for reason in EVIDENCE.values()]
    names = [("Evidence", name) for name in (*CHARACTER_NAMES.values(), LESS_THAN_ONE, LIST)]
    errors = [("Errors", text) for message in ERRORS.values() for text in message if text]
    causes = [("Errors", words) for code, words in CAUSES.items() if code != "system"]
    others = [("Errors", text) for text in (*FORMATS, NAMELESS, NAMELESS_IN_WINDOW)]
    every = (*reasons, *names, *errors, *causes, *others)
    same = [text for context, text in every if translate(context, text) == text]
    assert same == []


def test_every_translation_names_what_the_english_names():
    """But for the phrase of an answer, which is English itself, and {2} of the cut bytes."""
    texts = [("Evidence", reason.words) for reason in EVIDENCE.values()]
    texts += [("Errors", text) for message in ERRORS.values() for text in message if text]
    texts += [("Errors", words) for words in CAUSES.values()]
    for context, text in texts:
        named, translated = (
            set(re.findall(r"\{\w+\}", one)) for one in (text, translate(context, text))
        )
        assert named - translated <= {"{phrase}"}
        assert translated <= named


@pytest.mark.parametrize("code", EVIDENCE)
@pytest.mark.parametrize("which", [0, -1])
@pytest.mark.parametrize("short", [False, True])
def test_evidence_is_chinese(code, which, short):
    args = tuple(SAMPLES[kind][which] for kind in EVIDENCE[code].kinds)
    words = evidence_words(Evidence(code, args), translate, short=short)
    check(words)


@pytest.mark.parametrize("error", EVERY, ids=lambda error: error.message_id)
def test_errors_are_chinese(error):
    check("".join(error_text(error)))
    check("".join(error_words(error.message_id, error.values, translate)))


@pytest.mark.parametrize("code", CAUSES)
def test_causes_are_chinese(code):
    cause = Cause(code, **VALUES)
    for error in (CannotRead(Path("报告"), cause), CannotFetch("网址", cause)):
        check("".join(error_text(error)))


@pytest.mark.parametrize("name", USUAL)
def test_what_the_system_refuses_is_told_in_chinese(name):
    number = getattr(errno, name)
    error = OSError(number, os.strerror(number))
    for failed in (reading_failed(Path("报告"), error), writing_failed(Path("报告"), error)):
        check("".join(error_text(failed)))
