"""The colours and words of the kinds."""

import itertools
import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

from reader import ReaderError, RepairKind
from reader.text.evidence import Evidence
from reader.text.kinds import RepairState
from reader.text.messages import EVIDENCE
from reader.text.theme import KIND_LINES
from reader.ui.kinds import is_dark, kind_colour, kind_explanation, kind_title
from reader.ui.window.language import Languages
from reader.ui.wording import error_text, evidence_text, state_word
from tests.ui.colours import colours, contrast, linear

# How a red- or green-blind eye mixes linear red, green and blue (Machado and others, 2009).
_DEUTERANOPIA = ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969))
_PROTANOPIA = ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052))


def seen(colour, eye):
    mixed = [sum(a * b for a, b in zip(row, linear(colour), strict=True)) for row in eye]
    clipped = [min(1.0, max(0.0, channel)) for channel in mixed]
    return QColor.fromRgbF(*(c ** (1 / 2.4) for c in clipped))


def distance(first, second):
    return sum((a - b) ** 2 for a, b in zip(first.getRgb(), second.getRgb(), strict=True))


def test_every_kind_has_words_colours_and_an_underline_of_its_own():
    assert all(kind_title(kind) and kind_explanation(kind) for kind in RepairKind)
    assert len({KIND_LINES[kind] for kind in RepairKind}) == len(RepairKind)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_lines_can_be_seen_on_light_and_dark_pages(name):
    page = colours(name)["base"]
    for kind in RepairKind:
        assert contrast(kind_colour(kind, dark=name == "dark"), page) >= 3, kind


def test_colours_differ_for_colour_blind_eyes_too():
    for dark in (False, True):
        for eye in (_DEUTERANOPIA, _PROTANOPIA):
            colours = {kind: seen(kind_colour(kind, dark=dark), eye) for kind in RepairKind}
            # Residue and misread text are told by their lines: thin, dashes and dots.
            del colours[RepairKind.DEBRIS], colours[RepairKind.ENCODING]
            for one, other in itertools.combinations(colours, 2):
                assert distance(colours[one], colours[other]) > 400, (one, other, dark)


def test_a_page_is_dark_when_its_text_is_lighter_than_it():
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.black)
    palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.white)
    assert is_dark(palette)


def test_every_evidence_code_of_the_core_is_said_in_chinese(qapp):
    languages = Languages(qapp, "zh_CN")
    try:
        for code, reason in EVIDENCE.items():
            args = tuple(f"<{number}>" for number in range(len(reason.kinds)))
            english = reason.words.format(*args)
            words = evidence_text(Evidence(code, args))
            assert words != english, code
            assert all((arg in words) == (arg in english) for arg in args)
            assert len(re.findall("[\u4e00-\u9fff]", words)) >= 3
    finally:
        languages.choose("en")
    assert evidence_text(Evidence("word", ("甲",))) == "甲 fits the context best."


def test_what_is_unknown_is_said_as_it_is():
    assert evidence_text(Evidence("new_code", ("甲",))) == "new_code 甲"
    assert evidence_text(Evidence("same_reading", ("甲",))) == "same_reading 甲"
    assert error_text(ReaderError("It broke.", "Mend it.")) == ("It broke.", "Mend it.")


def test_every_state_has_a_word():
    assert len(set(map(state_word, RepairState))) == len(RepairState)
