import pytest

from reader.formats.budget import Budget
from reader.formats.docx_numbers import Numbering, numeral
from reader.formats.docx_package import PREFIXES
from reader.formats.xml_events import walk_xml
from tests.formats.making import W


def level(at, text, *, shape="decimal", start=1, more=""):
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{shape}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


def numbering(*levels, more=""):
    """Return the lists of a file: 1 has these levels."""
    found = Numbering()
    data = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="5">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>{more}</w:numbering>'
    )
    walk_xml(data.encode(), PREFIXES, found, Budget(None))
    return found


def labels(found, *places, number="1"):
    return [found.label(number, place)[0] for place in places]


THREE = (level(0, "%1"), level(1, "%1.%2"), level(2, "%1.%2.%3"))


def test_a_level_begins_anew_under_the_next_above():
    assert labels(numbering(*THREE), 0, 1, 1, 0, 1) == ["1", "1.1", "1.2", "2", "2.1"]


def test_a_level_that_was_skipped_counts_as_its_first():
    assert labels(numbering(*THREE), 2, 1, 0) == ["1.1.1", "1.2", "2"]


@pytest.mark.parametrize(
    ("restart", "wanted"),
    [("0", ["1", "1.1", "1.1.1", "1.2", "1.2.2", "2", "2.1.3"]),
     ("1", ["1", "1.1", "1.1.1", "1.2", "1.2.2", "2", "2.1.1"]),
     ("2", ["1", "1.1", "1.1.1", "1.2", "1.2.1", "2", "2.1.1"])],
)  # fmt: skip
def test_what_begins_a_level_anew_may_be_said(restart, wanted):
    third = level(2, "%1.%2.%3", more=f'<w:lvlRestart w:val="{restart}"/>')
    assert labels(numbering(*THREE[:2], third), 0, 1, 2, 1, 2, 0, 2) == wanted


def test_numbers_of_laws_are_plain():
    chinese = level(0, "第%1章", shape="chineseCounting")
    legal = level(1, "%1.%2", more="<w:isLgl/>")
    assert labels(numbering(chinese, legal), 0, 1) == ["第一章", "1.1"]


def test_levels_without_numbers_show_none():
    assert labels(numbering(level(0, "x", shape="bullet"), level(1, "%1.%2")), 0, 1) == ["", ".1"]


def test_a_list_may_have_a_level_of_its_own():
    own = (
        '<w:num w:numId="2"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="0">'
        f"{level(0, '(%1)', start=4)}</w:lvlOverride></w:num>"
    )
    found = numbering(*THREE, more=own)
    assert labels(found, 0, 1, number="2") == ["(4)", "4.1"]
    assert labels(numbering(*THREE, more=own), 0) == ["1"]


def test_a_list_may_take_its_levels_from_a_style():
    more = (
        f'<w:abstractNum w:abstractNumId="6"><w:styleLink w:val="S"/>{level(0, "§%1")}'
        '</w:abstractNum><w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="S"/>'
        '</w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
    )
    assert labels(numbering(more=more), 0, 0, number="2") == ["§1", "§2"]


@pytest.mark.parametrize("text", ["%1" * 1000, "条" * 100_000])
@pytest.mark.parametrize("shape", ["upperRoman", "lowerLetter", "chineseCounting", "decimal"])
def test_no_number_is_longer_than_a_line(text, shape):
    """%1 a hundred times, each of 999999 Ms: numbers of 40 kB before each paragraph."""
    (label,) = labels(numbering(level(0, text, shape=shape, start=999_999)), 0)
    assert len(label) <= 400


@pytest.mark.parametrize(
    ("count", "style", "wanted"),
    [
        (3999, "upperRoman", "MMMCMXCIX"),
        (4000, "upperRoman", "4000"),
        (780, "lowerLetter", "z" * 30),
        (781, "lowerLetter", "781"),
        (0, "lowerLetter", "0"),
        (0, "decimalEnclosedCircle", "0"),
    ],
)
def test_numerals_at_their_ends(count, style, wanted):
    assert numeral(count, style) == wanted
