import pytest

from reader.formats.eq_field import is_eq, read_eq
from reader.formats.open import text_of
from tests.formats.making import docx


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        (r"EQ \o\ac(○,1)", "①"),
        (r" eq \o\ac(○,20) ", "⑳"),
        (r"EQ \o\ac(○,a)", "ⓐ"),
        (r"EQ \o\ac(○,三)", "㊂"),
        (r"EQ \o\ac(○,密)", "(密)"),
        (r'EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(pīn),拼)', "拼"),
        (r"EQ \f(1,2)", "1/2"),
        (r"EQ \f(a+b;c)", "(a+b)/c"),
        (r"EQ \r(3,x)", "³√x"),
        (r"EQ \r(,x+1)", "√(x+1)"),
        (r"EQ x\s\up5(2)", "x²"),
        (r"EQ x\s\do5(i)", "xᵢ"),
        (r"EQ \b(\a\al(1,2))", "(1, 2)"),
        (r"EQ \i(0,1,x)", "∫₀¹x"),
        (r"EQ \f(1,\r(,2))", "1/(√2)"),
        (r"EQ \x(a\,b)", "a,b"),
        (r"EQ \f(1", "1"),
        (r"EQ )", ")"),
        ("EQ", ""),
        ("EQ " + "x" * 3000, ""),
        ("EQ " + r"\f(" * 300, ""),
    ],
)
def test_what_a_code_draws(code, wanted):
    assert read_eq(code) == wanted


@pytest.mark.parametrize(("code", "wanted"), [("EQ x", True), ("PAGE", False), ("EQUATION", False)])
def test_which_codes_draw(code, wanted):
    assert is_eq(code) is wanted


def field(code, shown=""):
    return (
        '<w:p><w:r><w:t>第</w:t><w:fldChar w:fldCharType="begin"/><w:instrText>'
        f'{code}</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>{shown}</w:t>'
        '<w:fldChar w:fldCharType="end"/><w:t>项</w:t></w:r></w:p>'
    )


@pytest.mark.parametrize(
    ("code", "shown", "wanted", "left_out"),
    [
        (r"EQ \o\ac(○,1)", "", "第①项", []),
        (r"EQ \o\ac(○,1)", "一", "第一项", []),
        ("PAGE", "", "第项", []),
        ("EQ", "", "第项", [("formulas", 1)]),
    ],
)
def test_a_field_in_a_document(code, shown, wanted, left_out):
    text, origin = text_of(docx(field(code, shown)), None)
    assert (text, [tuple(one) for one in origin.left_out]) == (f"{wanted}\n", left_out)


@pytest.mark.parametrize(
    ("field", "wanted"),
    [
        (r"{\field{\*\fldinst {EQ \\o\\ac(\'a1\'f0,1)}}{\fldrslt }}", "a①b"),
        (r"{\field{\*\fldinst EQ \\o\\ac(\u9675?,2)}{\fldrslt{\b}}}", "a②b"),
        (r"{\field{\*\fldinst EQ \\o\\ac(\'a1\'f0,1)}{\fldrslt x}}", "axb"),
        (r"{\header{\field{\*\fldinst EQ \\f(1,2)}}}", "ab"),
        (r"{\field{\*\fldinst PAGE}}", "ab"),
    ],
)
def test_a_field_in_rtf(field, wanted):
    text, _ = text_of(rf"{{\rtf1\ansi\ansicpg936 a{field}b\par}}".encode(), None)
    assert text == f"{wanted}\n"
