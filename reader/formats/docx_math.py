"""Formulas of Office, written on one line as people type them: (a+b)/c, x², √(x+1), ∑ᵢ₌₁ⁿ xᵢ."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from reader.formats.scripts import LOWERED, RAISED, in_formula
from reader.formats.xml_events import local

# What needs no brackets: 2.5, x, x², 时间; above a line or behind "sin" also ab.
_SIMPLE = re.compile(r"(?:[0-9]+(?:[.,][0-9]+)*|[一-鿿]+|.)[⁰-ₜ²³¹′\u0300-\u036f\u20d0-\u20ff]*\Z")
_PRODUCT = re.compile(r"[\w.⁰-ₜ²³¹′]+\Z")
_WHOLE = re.compile(r"[(\[{|‖⌊⌈⟨][^()\[\]{}|‖⌊⌈⟨⟩⌉⌋]*[)\]}|‖⟩⌉⌋]\Z")
_ROOTS = {"": "√", "2": "√", "3": "∛", "4": "∜"}
_SCRIPT_PARTS = {"m:sup": RAISED, "m:sub": LOWERED, "m:lim": LOWERED}
_SHORT = 100  # tokens and characters looked at to tell how a part is written
# A part that is written as one thing: with brackets where it is made of several.
_BRACKETED = frozenset(
    ("m:f/m:num", "m:f/m:den", "m:rad/m:e", "m:sSup/m:e", "m:sSub/m:e", "m:sSubSup/m:e",
     "m:acc/m:e", "m:bar/m:e", "m:func/m:e", "m:limLow/m:e", "m:limUpp/m:e")
)  # fmt: skip
_LOOSE = ("m:f/m:num", "m:func/m:e", "m:limLow/m:e")
_SIGNED = ("m:chr", "m:begChr", "m:endChr", "m:sepChr", "m:type", "m:degHide", "m:pos")


@dataclass(slots=True)
class _Open:
    """An element that is being read; `at` is where its first token stands, or will."""

    name: str
    at: int
    properties: dict[str, str] = field(default_factory=dict)
    parts: int = 0


class FormulaWriter:
    """Takes the events of one formula; each token is looked at a fixed number of times."""

    def __init__(self) -> None:
        self._tokens: list[str] = []
        self._open: list[_Open] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Begin an element of the formula."""
        above = self._open[-1] if self._open else None
        if name in _SIGNED and len(self._open) > 1:
            # Its element is above the one that collects properties: m:f above m:fPr.
            self._open[-2].properties[name] = local(attributes).get("val", "")
        elif above is not None:
            self._begin_part(name, above)
        self._open.append(_Open(name, len(self._tokens)))
        is_bracketed = above is not None and f"{above.name}/{name}" in _BRACKETED
        if is_bracketed or name in _SCRIPT_PARTS:
            self._tokens.append("")  # a bracket, if one turns out to be needed

    def _begin_part(self, name: str, above: _Open) -> None:
        """Write what stands before a part: the / of a fraction, the sign of a sum."""
        own = above.properties
        if above.name == "m:f" and name == "m:den":
            kind = own.get("m:type", "bar")
            self._tokens.append("¦" if kind == "noBar" else "/")
        elif above.name == "m:nary" and not above.parts and not name.endswith("Pr"):
            self._tokens.append(own.get("m:chr", "∫"))
        elif above.name == "m:nary" and name == "m:e":
            self._tokens.append(" ")
        elif above.name == "m:d" and name == "m:e":
            sign = own.get("m:sepChr", "|") if above.parts else own.get("m:begChr", "(")
            self._tokens.append(sign)
        elif above.name in ("m:m", "m:eqArr") and above.parts and name in ("m:mr", "m:e"):
            self._tokens.append("; ")
        elif above.name == "m:mr" and above.parts and name == "m:e":
            self._tokens.append(", ")
        elif above.name == "m:m" and name == "m:mr" and not self._is_delimited():
            self._tokens.append("[")
        elif above.name == "m:rad" and name == "m:e" and not above.parts:
            self._tokens.append("√")
        if not name.endswith("Pr"):
            above.parts += 1

    def _is_delimited(self) -> bool:
        """Tell whether the matrix at hand stands alone between brackets of its own."""
        return len(self._open) > 2 and self._open[-3].name == "m:d"

    def text(self, text: str) -> None:
        """Take some of its characters."""
        self._tokens.append(text)

    def end(self, name: str) -> None:
        """End an element of the formula."""
        own = self._open.pop()
        above = self._open[-1] if self._open else None
        if above is not None:
            self._end_part(own, above)
        if name == "m:d":
            if not own.parts:
                self._tokens.append(own.properties.get("m:begChr", "("))
            self._tokens.append(own.properties.get("m:endChr", ")"))
        elif name == "m:m" and own.parts and not (len(self._open) > 1 and self._is_in_d()):
            self._tokens.append("]")
        elif name in ("m:acc", "m:bar"):
            default = "\u0302" if name == "m:acc" else ""
            mark = own.properties.get("m:chr", default)
            if name == "m:bar":
                mark = "\u0305" if own.properties.get("m:pos") == "top" else "\u0332"
            self._tokens.append(mark)

    def _is_in_d(self) -> bool:
        return self._open[-2].name == "m:d"

    def _end_part(self, own: _Open, above: _Open) -> None:
        place = f"{above.name}/{own.name}"
        if place in _BRACKETED:
            self._bracket(own.at, place)
        elif own.name in _SCRIPT_PARTS:
            is_above = above.name == "m:limUpp"
            self._make_script(own.at, RAISED if is_above else _SCRIPT_PARTS[own.name])
        elif place == "m:rad/m:deg":
            degree = self._short(own.at) or ""
            if above.properties.get("m:degHide", "0") in ("1", "on", "true", ""):
                degree = ""
            sign = _ROOTS.get(degree) or f"{in_formula(degree, RAISED)}√"
            self._tokens[own.at :] = [sign]
        elif place == "m:func/m:fName":
            self._tokens.append(" ")

    def _short(self, at: int) -> str | None:
        """Return what stands behind `at`, None if it is long."""
        few = self._tokens[at : at + _SHORT + 1]
        if len(few) > _SHORT or sum(map(len, few)) > _SHORT:
            return None
        return "".join(few).strip()

    def _make_script(self, at: int, level: int) -> None:
        """Write what stands behind `at` raised or lowered; what is long, between brackets."""
        text = self._short(at)
        if text is None:
            self._tokens[at] = "^(" if level > 0 else "_("
            self._tokens.append(")")
        else:
            self._tokens[at:] = [in_formula(text, level)] if text else []

    def _bracket(self, at: int, place: str) -> None:
        text = self._short(at)
        simple = _PRODUCT if place in _LOOSE else _SIMPLE
        if text is None or (text and not (simple.match(text) or _WHOLE.match(text))):
            self._tokens[at] = "("
            self._tokens.append(")")

    def result(self) -> str:
        """Return the formula."""
        return "".join(self._tokens)
