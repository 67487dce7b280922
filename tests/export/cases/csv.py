from reader.export.material import Material
from reader.export.table import Use
from tests.export.cases import LINE, NOTHING

HEAD = (
    "\ufefffile,number,line,column,kind,state,decision,decided_by,before,after,confidence,"
    "proposed,proposed_confidence,rule,reasons,alternatives,context,note\r\n"
)
CASES = {
    "two repairs": (
        Use.CLEAN,
        Material(LINE, notes={(2, 8): "核"}),
        HEAD + ",1,1,2,script,certain,,,慶,庆,0.9900,,,script.table,,,重〔庆〕,\r\n"
        ",2,1,3,gloss,certain,,,(qing),,0.9800,,,gloss.reading,"
        "The gloss qing is a reading of 慶.,,重庆〔〕,核\r\n",
    ),
    "none": (Use.WINDOW, Material(NOTHING), HEAD),
}
