import pytest

from tests.formats.making import W, zipped

MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def run(text):
    return f"<m:r><m:t>{text}</m:t></m:r>"


def element(name, *parts, properties=""):
    """Return an element of parts (name, content)."""
    inside = "".join(f"<m:{part}>{content}</m:{part}>" for part, content in parts)
    return f"<m:{name}><m:{name}Pr>{properties}</m:{name}Pr>{inside}</m:{name}>"


def value(name, text):
    return f'<m:{name} m:val="{text}"/>'


A, B, SUM = run("a"), run("b"), run("a+b")
ROW = "<m:mr><m:e>{}</m:e><m:e>{}</m:e></m:mr>".format
MATRIX = f"<m:m>{ROW(A, B)}{ROW(run('c'), run('d'))}</m:m>"


@pytest.mark.parametrize(
    ("formula", "wanted"),
    [
        (element("f", ("num", A), ("den", B)), "a/b"),
        (element("f", ("num", SUM), ("den", run("2a"))), "(a+b)/(2a)"),
        (element("f", ("num", run("路程")), ("den", run("时间"))), "路程/时间"),
        (element("f", ("num", A), ("den", element("f", ("num", A), ("den", B)))), "a/(a/b)"),
        (
            element(
                "d",
                ("e", element("f", ("num", run("n")), ("den", run("k")),
                              properties=value("type", "noBar"))),
            ),
            "(n¦k)",
        ),
        (element("sSup", ("e", run("x")), ("sup", run("2"))), "x²"),
        (element("sSup", ("e", SUM), ("sup", run("n+1"))), "(a+b)ⁿ⁺¹"),
        (element("sSup", ("e", run("e")), ("sup", run("2πi"))), "e^(2πi)"),
        (element("sSub", ("e", run("x")), ("sub", run("i"))), "xᵢ"),
        (element("sSub", ("e", run("x")), ("sub", run("中"))), "x_中"),
        (element("sSubSup", ("e", run("x")), ("sub", run("1")), ("sup", run("2"))), "x₁²"),
        (element("sPre", ("sub", run("6")), ("sup", run("14")), ("e", run("C"))), "₆¹⁴C"),
        (element("rad", ("deg", ""), ("e", run("x")), properties=value("degHide", "1")), "√x"),
        (element("rad", ("deg", run("3")), ("e", SUM)), "∛(a+b)"),
        (element("rad", ("deg", run("n")), ("e", run("x"))), "ⁿ√x"),
        (
            element("nary", ("sub", run("i=1")), ("sup", run("n")), ("e", run("x")),
                    properties=value("chr", "∑")),
            "∑ᵢ₌₁ⁿ x",
        ),
        (element("nary", ("sub", run("0")), ("sup", run("1")), ("e", run("x"))), "∫₀¹ x"),
        (element("d", ("e", A), ("e", B)), "(a|b)"),
        (
            element("d", ("e", A), properties=value("begChr", "[") + value("endChr", "]")),
            "[a]",
        ),
        (MATRIX, "[a, b; c, d]"),
        (element("d", ("e", MATRIX)), "(a, b; c, d)"),
        (
            element("d", ("e", element("eqArr", ("e", A), ("e", B))),
                    properties=value("begChr", "{") + value("endChr", "")),
            "{a; b",
        ),
        (element("func", ("fName", run("sin")), ("e", run("x"))), "sin x"),
        (
            element("func", ("fName", element("limLow", ("e", run("lim")), ("lim", run("x→0")))),
                    ("e", run("x"))),
            "lim_(x→0) x",
        ),
        (element("acc", ("e", run("x"))), "x\u0302"),
        (element("bar", ("e", run("x")), properties=value("pos", "top")), "x\u0305"),
        (element("borderBox", ("e", A)), "a"),
        (element("somethingNew", ("e", A)), "a"),
    ],
)  # fmt: skip
def test_a_formula_in_a_sentence(formula, wanted, blocks):
    body = (
        f"<w:p><w:r><w:t>由</w:t></w:r><m:oMath>{formula}</m:oMath><w:r><w:t>得</w:t></w:r></w:p>"
    )
    data = zipped({"word/document.xml": f"<w:document {W} {MATH}>{body}</w:document>"})
    assert blocks(data) == [("paragraph", 0, f"由{wanted}得")]


def test_a_formula_that_nests_without_end_is_read(blocks):
    depth = 20_000
    formula = "<m:f><m:num/><m:den>" * depth + run("a") + "</m:den></m:f>" * depth
    body = f"<w:p><m:oMathPara><m:oMath>{formula}</m:oMath></m:oMathPara></w:p>"
    data = zipped({"word/document.xml": f"<w:document {W} {MATH}>{body}</w:document>"})
    ((_, _, text),) = blocks(data)
    assert text.count("/") == depth
    assert text.count("(") == text.count(")")


def test_deleted_and_hidden_parts_of_a_formula_are_not_read(blocks):
    hidden = "<m:r><w:rPr><w:vanish/></w:rPr><m:t>x</m:t></m:r>"
    body = f"<w:p><m:oMath>{A}<w:del>{B}</w:del>{hidden}{run('c')}</m:oMath></w:p>"
    data = zipped({"word/document.xml": f"<w:document {W} {MATH}>{body}</w:document>"})
    assert blocks(data) == [("paragraph", 0, "ac")]
