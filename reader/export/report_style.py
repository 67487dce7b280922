"""How the report looks: on a screen, light or dark, and printed on A4 across."""

from reader.export.page import FONTS, TEXT_FONTS
from reader.text.kinds import RepairKind
from reader.text.resources import resource_path

_BARS = "".join(
    f".profile .{kind.value} {{ fill: color-mix(in srgb, var(--{kind.value}) 62%, "
    "var(--page)); }\n"
    for kind in RepairKind
)

REPORT_STYLE = f"""* {{ box-sizing: border-box; }}
body {{ margin: 0; background: var(--page); color: var(--ink); font: 13px/1.4 {FONTS};
  -webkit-print-color-adjust: exact; print-color-adjust: exact; }}
main {{ max-width: 1228px; margin: 0 auto; padding: 32px 24px 48px; }}
h1, h2, p, ul {{ margin: 0; padding: 0; }}
header {{ display: flex; align-items: center; gap: 12px; padding-bottom: 12px;
  border-bottom: 2px solid var(--ink); }}
h1 {{ flex: 1; font-size: 24px; line-height: 1.25; overflow-wrap: anywhere; }}
h2 {{ margin-bottom: 8px; font-size: 15px; break-after: avoid; }}
h2 small {{ margin-left: 8px; color: var(--muted); font-size: 12px; font-weight: normal; }}
.seal svg {{ display: block; width: 36px; height: 36px; }}
.facts {{ color: var(--muted); text-align: right; font-size: 12px; line-height: 1.5; }}
section {{ padding: 14px 0 12px; border-bottom: 1px solid var(--line); }}
.summary {{ display: flex; gap: 16px 40px; align-items: flex-start; flex-wrap: wrap; }}
.figure b {{ font-size: 32px; font-weight: 300; line-height: 1.2; }}
.figure p + p {{ color: var(--muted); font-size: 12px; }}
.summary ul {{ flex: 1; min-width: 480px; display: grid; list-style: none;
  grid-template-columns: repeat(3, 1fr); gap: 6px 28px; padding-top: 10px; }}
.summary li {{ display: flex; align-items: baseline; gap: 8px; }}
.summary li span {{ flex: 1; }}
.summary li b {{ font-weight: normal; font-variant-numeric: tabular-nums; }}
.summary mark {{ font-size: 11px; line-height: 1.3; }}
.profile {{ display: block; width: 100%; height: 60px; }}
{_BARS}.profile .open {{ fill: var(--und); }}
.profile .ground {{ fill: var(--line); }}
.ends {{ display: flex; justify-content: space-between; gap: 16px; padding-top: 4px;
  color: var(--muted); font-size: 12px; }}
.both {{ border-bottom: 0; }}
.pair {{ display: grid; grid-template-columns: 36px 1fr 1fr; gap: 0 24px; padding: 5px 0;
  break-inside: avoid; white-space: pre-wrap; overflow-wrap: anywhere; line-break: strict; }}
.pair i {{ color: var(--faint); text-align: right; font: 11px/30px {FONTS}; }}
.pair p {{ font: 18px/1.8 {TEXT_FONTS}; }}
.pair p + p {{ font-size: 15px; line-height: 1.75; }}
.pair p + p .gloss {{ color: var(--muted); }}
.heading p {{ font-weight: bold; }}
.heading p + p {{ font-weight: normal; }}
.h1 {{ padding-bottom: 10px; }}
.h1 p:first-of-type {{ font-size: 20px; }}
.item p {{ padding-left: 1.2em; text-indent: -1.2em; }}
.row p {{ tab-size: 8; border-bottom: 1px solid var(--line); }}
table {{ width: 100%; border-collapse: collapse; }}
thead {{ display: table-header-group; }}
tr {{ break-inside: avoid; }}
th {{ padding: 4px 8px; border-bottom: 1px solid var(--mid); color: var(--muted);
  font-size: 12px; font-weight: normal; text-align: left; vertical-align: bottom; }}
td {{ padding: 5px 8px; border-bottom: 1px solid var(--line); vertical-align: top;
  overflow-wrap: anywhere; }}
td.text {{ width: 24%; line-break: strict; font: 15px/1.6 {TEXT_FONTS}; }}
td.number, th.number {{ text-align: right; white-space: nowrap;
  font-variant-numeric: tabular-nums; }}
td.kind {{ width: 15%; }}
td p + p, td .rule {{ color: var(--muted); }}
td .rule {{ font-size: 12px; }}
.note {{ color: var(--cur); }}
.more {{ padding: 6px 8px; color: var(--muted); }}
.check {{ counter-reset: wrong; }}
.check .tick {{ width: 44px; text-align: center; }}
.check input {{ width: 16px; height: 16px; margin: 2px; accent-color: var(--cur); }}
.check input.wrong {{ accent-color: var(--und); }}
.check input.wrong:checked {{ counter-increment: wrong; }}
.check .result {{ display: flex; gap: 8px 28px; flex-wrap: wrap; padding: 10px 8px 2px; }}
.check .result b {{ font-weight: 600; }}
.check .result .found::after {{ content: counter(wrong); font-weight: 600; }}
.check > p {{ margin-bottom: 8px; max-width: 76em; }}
footer {{ padding-top: 12px; color: var(--muted); font-size: 12px; overflow-wrap: anywhere; }}
@media screen and (max-width: 760px) {{
  .pair {{ grid-template-columns: 28px 1fr; }}
  .pair p + p {{ grid-column: 2; }}
  .summary ul {{ min-width: 0; grid-template-columns: 1fr; }}
}}
@page {{ size: A4 landscape; margin: 12mm 14mm; }}
@media print {{
  main {{ max-width: none; padding: 0; }}
  body {{ font-size: 9.5pt; }}
  .pair p {{ font-size: 12pt; }}
  .pair p + p {{ font-size: 10.5pt; }}
  td.text {{ font-size: 11pt; }}
  .check .found {{ display: none; }}
}}
"""


def draw_seal() -> str:
    """Return the seal as SVG; it is ours and part of the page."""
    return resource_path("icons", "jingdu.svg").read_text("utf-8")
