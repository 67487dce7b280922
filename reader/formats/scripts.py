"""Raised and lowered characters: a text without sizes writes m², 10⁻³ and H₂O with Unicode's own.

What Unicode has no character for is written e^(2πi) where the place tells a formula, and stays as
it stood where it does not: 1st, [3] behind a sentence, 〔2013〕.
"""

from __future__ import annotations

import re

RAISED, LEVEL, LOWERED = 1, 0, -1

_DIGITS = "0123456789+-−–=()"
_RAISE = str.maketrans(f"{_DIGITS}nixy", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱˣʸ")
_LOWER = str.maketrans(f"{_DIGITS}aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
_RAISED = re.compile(rf"[{re.escape(_DIGITS)}nixy,，]+")
_LOWERED = re.compile(rf"[{re.escape(_DIGITS)}aehijklmnoprstuvx]+")
_LONGEST = 12  # characters of a script; more is a line that somebody moved
_YEAR = re.compile("[0-9]{4}")  # 2013 is a year, in 〔2013〕 as in every other place
_WORD = re.compile("(?![ijk]{2})[A-Za-z]{2}")  # V of "max": letters that are a word stay one
_SIGN = re.compile("[0-9+=−Α-Ωα-ω-]")
_BASE = re.compile(r"[0-9A-Za-zΑ-Ωα-ω)\]}⁰-₟²³¹√∑∏∫ℝℤℕℂℚ𝐀-𝟿]\Z")
_IN_FORMULA = re.compile(r"[0-9A-Za-zΑ-Ωα-ω+\-−–=()./*,: ∞π′→]+")
_LONE = re.compile(r"(?:\A|[^A-Za-z])[A-Za-zΑ-Ωα-ω]\Z")  # a variable, not the end of a word
_LETTER = re.compile("[A-Za-zΑ-Ωα-ω]")
_ORDINAL = re.compile("(?:st|nd|rd|th)", re.I)


class ScriptedText:
    """Collects the pieces of a line with their levels; `result` writes them as plain text."""

    __slots__ = ("_first", "_level", "_pieces")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._level = LEVEL
        self._first = 0  # of the pieces that stand on this level

    def __bool__(self) -> bool:
        return bool(self._pieces)

    def add(self, text: str, level: int = LEVEL) -> None:
        """Add some text that is RAISED, LOWERED, or stands on the line (LEVEL)."""
        if level != self._level:
            self._close()
            self._level = level
        self._pieces.append(text)

    def _close(self) -> None:
        """Join the pieces of one level, so that 10 and -, 3 raised one by one are 10⁻³."""
        if self._level != LEVEL and self._first < len(self._pieces):
            before = self._pieces[self._first - 1] if self._first else ""
            script = as_script("".join(self._pieces[self._first :]), self._level, before)
            self._pieces[self._first :] = [script]
        self._level = LEVEL
        self._first = len(self._pieces)

    def result(self) -> str:
        """Return the line."""
        self._close()
        return "".join(self._pieces)


def as_script(text: str, level: int, before: str) -> str:
    """Return a raised or lowered text, given the text right before it: 10 and -3 make ⁻³."""
    inner = text.strip()
    if not inner or len(inner) > _LONGEST or _YEAR.search(inner):
        return text
    lead, trail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    is_digit = bool(re.search("[0-9]", inner))
    if level > 0 and _RAISED.fullmatch(inner) and not (_ORDINAL.fullmatch(inner)):
        if is_digit or _BASE.search(before):
            return f"{lead}{inner.translate(_RAISE)}{trail}"
        return text
    if level < 0 and _LOWERED.fullmatch(inner) and not _WORD.search(inner):
        if is_digit or _BASE.search(before):
            return f"{lead}{inner.translate(_LOWER)}{trail}"
        return text
    if _LETTER.fullmatch(inner) and _LONE.search(before):
        return f"{lead}{in_formula(inner, level)}{trail}"
    formula = _BASE.search(before) and _SIGN.search(inner) and _IN_FORMULA.fullmatch(inner)
    if formula and not inner.startswith("("):
        return f"{lead}{'^' if level > 0 else '_'}({inner}){trail}"
    return text


def in_formula(text: str, level: int) -> str:
    """Return the script of a formula, where none may be lost: x of n+1 is xⁿ⁺¹, of ab x^(ab)."""
    wanted, table = (_RAISED, _RAISE) if level > 0 else (_LOWERED, _LOWER)
    if wanted.fullmatch(text) and "," not in text and "，" not in text:
        return text.translate(table)
    mark = "^" if level > 0 else "_"
    return f"{mark}{text}" if len(text) == 1 else f"{mark}({text})"
