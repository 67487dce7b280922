"""How the triage report looks, beside what it shares with the report on one document."""

from reader.batch.archive.row import Damage

# A colour of the theme for each class; the words stand beside each patch of it.
_COLOURS = {
    Damage.CLEAN: "ok",
    Damage.SPUN: "gloss",
    Damage.SLIPPED: "slip",
    Damage.MISREAD: "found",
    Damage.LOST: "lost",
    Damage.OTHER: "mid",
    Damage.FAILED: "und",
    Damage.ASIDE: "uns",
}
_CLASSES = "".join(
    f".patch.{damage.value} {{ background: var(--{colour}); }}\n"
    f"rect.{damage.value} {{ fill: var(--{colour}); }}\n"
    for damage, colour in _COLOURS.items()
)

TRIAGE_STYLE = f"""{_CLASSES}
h3 {{ margin: 14px 0 4px; font-size: 13px; break-after: avoid; }}
h3 small {{ margin-left: 8px; color: var(--muted); font-size: 12px; font-weight: normal; }}
.asked {{ padding-top: 8px; color: var(--muted); font-size: 12px; overflow-wrap: anywhere; }}
code {{ font: 12px/1.5 ui-monospace, "DejaVu Sans Mono", Consolas, monospace; }}
code.command {{ user-select: all; -webkit-user-select: all; padding: 1px 5px;
  border-radius: 3px; background: var(--chrome); color: var(--ink); overflow-wrap: anywhere; }}
a {{ color: var(--cur); text-decoration: none; }}
a:hover {{ text-decoration: underline; }}
rect {{ stroke: var(--page); stroke-width: 1px; vector-effect: non-scaling-stroke; }}
.bar {{ display: block; width: 100%; height: 22px; margin: 4px 0 10px; border-radius: 3px; }}
.thin {{ display: block; width: 100%; height: 10px; margin-top: 5px; }}
.patch {{ display: inline-block; width: 10px; height: 10px; margin-right: 7px;
  border-radius: 2px; }}
.class {{ white-space: nowrap; }}
.classes td, .where td {{ padding: 3px 8px; }}
nav {{ display: flex; gap: 4px 20px; flex-wrap: wrap; padding-top: 8px; font-size: 12px; }}
.classes td.means, .where td.rest {{ color: var(--muted); }}
.classes tr:last-child td, .where tr.sum td {{ border-bottom: 0; }}
td.picture, th.picture {{ width: 16%; }}
td.page {{ width: 26%; min-width: 200px; }}
td.page p + p {{ font-size: 12px; }}
td.open {{ width: 28%; }}
td.place {{ color: var(--muted); text-align: right; }}
.error {{ color: var(--und); }}
section > p {{ margin-bottom: 8px; max-width: 84em; }}
.kinds ul {{ display: grid; grid-template-columns: repeat(auto-fill, minmax(200px, 1fr));
  gap: 6px 28px; list-style: none; }}
.kinds li {{ display: flex; align-items: baseline; gap: 8px; }}
.kinds li span {{ flex: 1; }}
.kinds mark {{ font-size: 11px; line-height: 1.3; }}
.kinds b, .figure + b {{ font-weight: normal; font-variant-numeric: tabular-nums; }}
.samples td.text {{ width: 38%; }}
.copies ul {{ list-style: none; }}
.copies li {{ padding: 1px 0; color: var(--muted); font-size: 12px; }}
.copies td.text {{ width: 22%; }}
.copies td:last-child {{ width: 28%; }}
@media screen and (max-width: 820px) {{
  header {{ flex-wrap: wrap; }}
  .facts {{ flex-basis: 100%; text-align: left; }}
  section {{ overflow-x: auto; }}
  .means {{ display: none; }}
}}
@media print {{
  nav {{ display: none; }}
  a {{ color: inherit; }}
  code.command {{ background: none; padding: 0; }}
}}
"""
