import pytest

from reader import restore
from reader.formats.scripts import LEVEL, LOWERED, RAISED, ScriptedText


def written(*pieces):
    line = ScriptedText()
    for text, level in pieces:
        line.add(text, level)
    return line.result()


def on_line(text):
    return text, LEVEL


def up(text):
    return text, RAISED


def down(text):
    return text, LOWERED


@pytest.mark.parametrize(
    ("pieces", "wanted"),
    [
        ([on_line("面积50m"), up("2"), on_line("。")], "面积50m²。"),
        ([on_line("10"), up("-"), up("3")], "10⁻³"),
        ([on_line("H"), down("2"), on_line("O")], "H₂O"),
        ([on_line("SO"), down("4"), up("2-")], "SO₄²⁻"),
        ([on_line("x"), down("n+1")], "xₙ₊₁"),
        ([on_line("e"), up("2πi")], "e^(2πi)"),
        ([on_line("2"), up("0.5")], "2^(0.5)"),
        ([on_line("R"), up("j")], "R^j"),
        ([on_line("研究表明"), up("1,2"), on_line("。")], "研究表明¹,²。"),
        ([on_line("张三"), up("1 ")], "张三¹ "),
        ([up("1"), on_line("某大学")], "¹某大学"),
    ],
)
def test_raised_and_lowered_characters(pieces, wanted):
    assert written(*pieces) == wanted


@pytest.mark.parametrize(
    "pieces",
    [
        [on_line("the 1"), up("st"), on_line(" day")],
        [on_line("国发"), up("〔2013〕"), on_line("5号")],
        [on_line("国发〔"), up("2013"), on_line("〕5号")],
        [on_line("如前所述"), up("[3]"), on_line("。")],
        [on_line("如前所述"), up("①"), on_line("。")],
        [on_line("V"), down("max")],
        [on_line("Jingdu"), up("TM")],
        [up("整段都升高的文字2")],
        [on_line("正文"), down("说明")],
        [on_line("第"), up("n"), on_line("个")],
        [on_line("a"), up("")],
    ],
)
def test_what_has_no_such_character_or_means_something_else_stays(pieces):
    assert written(*pieces) == "".join(text for text, _ in pieces)


def test_what_was_written_so_is_not_repaired_away():
    text = "面积50m²，约10⁻³克，H₂O和CO₂，e^(2πi)，∑ᵢ₌₁ⁿ xᵢ=√(x+1)，[a, b; c, d]。"
    assert restore(text).text == text
