"""Groups of RTF that are text, that are none, and that a reader would miss."""

import pytest

from reader.formats.open import text_of

HEAD = r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset134 SimSun;}}"


def read(text, head=HEAD):
    """Return the lines of a text, and what is left out."""
    found, origin = text_of(f"{head}{text}}}".encode(), None)
    return found.splitlines(), {one.what: one.number for one in origin.left_out}


def lines(text, head=HEAD):
    return read(text, head)[0]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (r"a{\footnote b}c\par", ["ac", "b"]),
        (r"a{\*\footnote b}c\par d\par", ["ac", "d", "b"]),
        (r"a{\footnote b\par c}d\par", ["ad", "b", "c"]),
        (r"a{\footnote b{\footnote c}d}e\par", ["ae", "c", "bd"]),
        (r"a{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt b\par}}}c\par d\par", ["ac", "b", "d"]),
        (r"a{\*\do{\dptxbxtext b\par}}c\par", ["ac", "b"]),
        (r"{\shp{\*\shpinst{\shptxt b}}{\shprslt b}}a\par", ["a", "b"]),
        (r"{\shp{\*\shpinst{\sp{\sn x}}}{\shprslt b}}a\par", ["ba"]),
        (r"a{\shp{\*\shpinst{\shptxt b{\shp{\*\shpinst{\shptxt c}}}d}}}e\par", ["ae", "bd", "c"]),
        (r"a{\upr{?}{\*\ud b}}c\par", ["abc"]),
        (r"a{\*\cs7 b}c\par", ["abc"]),
        (r"{\b\*\cs7\i a}\par", ["a"]),
        (r"a{\*\nobodyknows b}c\par", ["ac"]),
        (r"a{\field{\*\fldinst{PAGE}}{\fldrslt 1}}\par", ["a1"]),
        (r"{\field{\*\fldinst HYPERLINK}{\fldrslt{\b a}}}\par", ["a"]),
        (r"a\bin4 }}{{b\par", ["ab"]),
        (r"a{\pict\bin3 }}}b}c\par", ["ac"]),
    ],
)
def test_groups_that_are_text_and_groups_that_are_not(text, wanted):
    assert lines(text) == wanted


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        (r"a{\header \'d6\'d0\par}{\headerf }\par", {"headers": 1}),
        (r"a{\footerl - {\field{\*\fldinst PAGE}{\fldrslt 2}} -\par}\par", {"page_numbers": 1}),
        (r"a{\footer b}\par", {"footers": 1}),
        (r"a{\*\atnid b}{\*\atnauthor c}{\*\annotation{\*\atndate 1}d}\par", {"comments": 1}),
        (r"a{\*\shppict{\pict ff}}{\nonshppict{\pict ff}}\par", {"pictures": 1}),
        (r"a{\shp{\*\shpinst{\sp{\sn pib}{\sv{\pict ff}}}}{\shprslt{\pict ff}}}\par",
         {"pictures": 1}),
        (r"a{\object{\*\objclass Excel.Sheet}{\*\objdata ff}{\result{\pict ff}}}\par",
         {"objects": 1}),
        (r"a{\object{\*\objclass Equation.3}{\*\objdata ff}}\par", {"formulas": 1}),
        (r"a{\deleted b}{\deleted c}\deleted d\deleted0\par", {"deleted": 1}),
        (r"a{\v b}\v c\v0\par", {"hidden": 1}),
        (r"a{\info{\title b}}{\*\generator c;}\par", {}),
    ],
)  # fmt: skip
def test_what_is_left_out_is_counted(text, left_out):
    assert read(text) == (["a"], left_out)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (r"50m{\super 2}\par", "50m²"),
        (r"H\sub 2\nosupersub O\par", "H₂O"),
        (r"10{\up6 -3}a\par", "10⁻³a"),
        (r"x{\dn4 2}{\dn6 2}\par", "x2₂"),
        (r"1{\super st}\par", "1st"),
        (r"m\super 2\plain 3\par", "m²3"),
        (r"m\super2\super0 3\par", "m3"),
        (r"m\up6 2\up0 3\par", "m²3"),
    ],
)
def test_raised_and_lowered_characters(text, wanted):
    assert lines(text) == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (r"{\mf{\mfPr}{\mnum{\mr a}}{\mden{\mr b+c}}}", "a/(b+c)"),
        (r"{\msSup{\msSupPr{\mctrlPr\b}}{\me{\mr\mscr0 x}}{\msup{\mr 2}}}", "x²"),
        (r"{\mnary{\mnaryPr{\mchr \u8721?}}{\msub{\mr i=1}}{\msup{\mr n}}{\me{\mr x}}}",
         "∑ᵢ₌₁ⁿ x"),
        (r"{\mrad{\mradPr{\mdegHide on}}{\mdeg}{\me{\mr x}}}", "√x"),
    ],
)  # fmt: skip
def test_formulas(text, wanted):
    assert lines(rf"u{{\*\moMath {text}}}v\par") == [f"u{wanted}v"]


@pytest.mark.parametrize("depth", [100_000])
def test_groups_in_groups_without_end(depth):
    assert lines("{" * depth + r"a\par") == ["a"]


WHOLE = r"{\rtf1\ansi a\par{\b b}\par c\par}"


def read_alone(text):
    found, origin = text_of(text.encode(), None)
    return found.splitlines(), {one.what: one.number for one in origin.left_out}


@pytest.mark.parametrize("end", [r"", "\n", "\0\0\0", "}", r"{\rtf1 x}"])
def test_a_whole_file_is_not_called_cut(end):
    assert "unreadable" not in read_alone(WHOLE + end)[1]


@pytest.mark.parametrize("at", range(16, len(WHOLE)))
def test_a_file_whose_end_is_cut_off_says_so(at):
    lines, left_out = read_alone(WHOLE[:at])
    assert lines[0] == "a"
    assert left_out == {"unreadable": 1}


def test_bytes_that_were_to_come_are_said_to_be_missing():
    assert read_alone(r"{\rtf1\ansi a\par\bin5000 b}")[1] == {"unreadable": 1}
