"""What all exported pages share: a strict frame, escaped text, and the colours of the window.

A page needs nothing but itself: no script, no picture or font from elsewhere, and its policy keeps
a browser from fetching any. Light and dark follow the reader's system; print is always light.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from reader.text.kinds import RepairKind
from reader.text.lazy_pattern import lazy_pattern
from reader.text.theme import DARK, KIND_LINES, LIGHT, STATE_MARKS, TINT, Line, Mark, load_colours

KEPT = "kept"
"""The class of a place at which the user kept the original."""

# What a page may not hold: controls, half surrogate pairs, noncharacters.
_FORBIDDEN = lazy_pattern(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
# What is not written as it is: most texts are some hanzi between two repairs, and hold none of it.
_UNLIKE = lazy_pattern("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff&<>\"']")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'"

FONTS = (
    '"Noto Sans", "Segoe UI", "Helvetica Neue", "Noto Sans CJK SC", "Noto Sans SC", '
    '"PingFang SC", "Microsoft YaHei", sans-serif'
)
# Chinese first, or its punctuation comes from a Latin font and is set half as wide.
TEXT_FONTS = (
    '"Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Source Han Sans SC", '
    '"Microsoft YaHei", sans-serif'
)


def page_text(text: str) -> str:
    """Return `text` for a page: escaped, line ends as pages have them, nothing forbidden."""
    if not _UNLIKE.search(text):
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return escape(_FORBIDDEN.sub("\ufffd", lines), quote=True)


def attribute(text: str) -> str:
    """Return `text` for a quoted attribute, lines kept apart."""
    return page_text(text).replace("\n", "&#10;")


def write_page(title: str, style: str, body: str, *, language: str = "zh-Hans") -> str:
    """Return a page; `style` and `body` are markup, the title is text."""
    return "".join(frame_page(title, style, (body,), language=language))


def frame_page(
    title: str, style: str, body: Iterable[str], *, language: str = "zh-Hans"
) -> Iterator[str]:
    """Yield what `write_page` returns; `body` is in pieces, which may be made meanwhile."""
    yield (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{page_text(title)}</title>\n<style>{style}</style>\n</head>\n<body>"
    )
    yield from body
    yield "</body>\n</html>\n"


def theme_style() -> str:
    """Return the colours of both themes as variables, one a name: --ink, --und-fill."""
    light, dark = load_colours(LIGHT), load_colours(DARK)
    return (
        f":root {{ color-scheme: light dark; {_variables(light)} }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {_variables(dark)} }} }}\n"
        "@media print { :root { color-scheme: light; --page: #fff; } }\n"
    )


def _variables(colours: Mapping[str, str]) -> str:
    return " ".join(f"--{name.replace('_', '-')}: {value};" for name, value in colours.items())


def mark_style() -> str:
    """Return the style of marks: a line a kind over a tint, a box or wave a state.

    A state replaces the line of the kind, so its rules come later. Where nothing is left of the
    text there is a wedge, as in the window.
    """
    kinds = "".join(_kind_rule(kind) for kind in RepairKind)
    states = "".join(
        _STATE_RULES[mark].format(name=state.value.replace(" ", "-"), colour=colour)
        for state, (mark, colour) in STATE_MARKS.items()
        if mark is not Mark.NONE
    )
    return f"{_COMMON}{kinds}{states}{_KEPT}{_GONE}{_EMPTY}"


_COMMON = """mark { color: inherit; background: none; border-radius: 3px; padding: 1px 0 2px;
  -webkit-box-decoration-break: clone; box-decoration-break: clone;
  -webkit-print-color-adjust: exact; print-color-adjust: exact; text-underline-offset: 0.28em; }
"""
# Nothing changed there, so the thick line of a decision is broken.
_KEPT = f"""mark.{KEPT} {{ text-decoration-style: dotted; }}
"""
# A removed place has no width of its own: the wedge points up between its neighbours. It is out of
# the flow, as a box in the line could be parted from what follows: a line would begin with ” or ，.
_EMPTY = """mark:empty, mark.unsure:empty, mark.undecided:empty, mark.by-hand:empty {
  position: relative; padding: 0; border: 0; outline: 0; background: none; }
mark:empty::after { content: ""; position: absolute; left: -3px; bottom: -3px; width: 6px;
  height: 4px; background: var(--own); clip-path: polygon(50% 0, 100% 100%, 0 100%); }
"""
# The '?' stays in the text, to be copied; what is seen is how many bytes are gone.
_GONE = """mark[data-gone] { position: relative; color: transparent; }
mark[data-gone]::after { content: attr(data-gone); position: absolute; inset: 0; color: var(--own);
  text-align: center; font: 600 0.5em/1.5 sans-serif; }
"""
_STATE_RULES = {
    Mark.WAVE: (
        "mark.{name} {{ --own: var(--{colour}); background: var(--{colour}-fill); "
        "text-decoration: underline wavy 1px var(--{colour}); }}\n"
    ),
    Mark.DASHED_BOX: (
        "mark.{name} {{ --own: var(--{colour}); background: var(--{colour}-fill); "
        "text-decoration: none; outline: 1.5px dashed var(--{colour}); outline-offset: -1px; }}\n"
    ),
    Mark.HATCHED_BOX: (
        "mark.{name} {{ --own: var(--{colour}); text-decoration: none; "
        "outline: 1px solid var(--{colour}); background: repeating-linear-gradient(45deg, "
        "var(--{colour}-fill) 0 3px, var(--mid) 3px 4px); }}\n"
    ),
    Mark.THICK_LINE: (
        "mark.{name} {{ --own: var(--{colour}); background: none; "
        "text-decoration: underline solid 2.5px var(--{colour}); }}\n"
    ),
}
_DECORATIONS = {
    Line.SOLID: "solid 1.5px",
    Line.THIN: "solid 1px",
    Line.DOUBLE: "double 1px",
    Line.DASHED: "dashed 1.5px",
    Line.DOTTED: "dotted 2px",
    Line.THICK: "solid 2.5px",
}
# Lines that no text decoration draws: pieces of them, repeated along the lower edge.
_DRAWN = {
    Line.DASH_DOT: (
        "linear-gradient(90deg, var(--own) 0 6px, #0000 6px 9px, var(--own) 9px 11px, "
        "#0000 11px 14px) 0 100% / 14px 1.5px repeat-x"
    ),
    Line.STEPPED: (
        "linear-gradient(90deg, var(--own) 0 4px, #0000 4px) 0 calc(100% - 3px) / 8px 1.5px "
        "repeat-x, linear-gradient(90deg, #0000 0 4px, var(--own) 4px) 0 100% / 8px 1.5px "
        "repeat-x, linear-gradient(90deg, var(--own) 0 1.3px, #0000 1.3px) 0 100% / 4px 4.5px "
        "repeat-x"
    ),
}


def _kind_rule(kind: RepairKind) -> str:
    line = KIND_LINES[kind]
    tint = f"color-mix(in srgb, var(--{kind.value}) {TINT:.0%}, transparent)"
    own = f"--own: var(--{kind.value});"
    if line in _DECORATIONS:
        look = f"background: {tint}; text-decoration: underline {_DECORATIONS[line]} var(--own);"
    else:
        look = f"padding-bottom: 4px; background: {_DRAWN[line]}, {tint};"
    return f"mark.{kind.value} {{ {own} {look} }}\n"
