from reader.export.material import Material
from reader.export.table import Use
from reader.review.decisions import Decision, apply_decisions
from tests.export.cases import LINE

HEAD = "damaged\trestored\tkind\tmechanism\twhy\n"
TYPED = apply_decisions(LINE, [Decision(1, 2, "阳")])
CASES = {
    "nothing decided": (Use.CLEAN, Material(LINE), HEAD),
    "one typed": (
        Use.WINDOW,
        Material(TYPED),
        HEAD + "重慶(qing)\t重阳\twild\tgloss+script\t慶 became 阳 by hand\n",
    ),
}
