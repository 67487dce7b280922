"""What the library says in words: times, shares, where a document is, how far one is."""

from __future__ import annotations

from datetime import date, datetime
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from reader.study.history import ReadDocument
from reader.study.settled import Share
from reader.ui.document.recent_words import address_words, day_words, folder_words
from reader.ui.wording import percent

_MINUTE, _HOUR = 60, 3600  # seconds
_HOURS_FROM = 90  # minutes
_READ_FROM = 0.995  # a share from which all is read

translate = QCoreApplication.translate


class Place(NamedTuple):
    """Where one is in a text: how much of it lies behind (0 to 1), and what is left of it."""

    share: float
    minutes: float


def course_words(place: Place, known: Share | None) -> str:
    """Return how far one has read and what is left, for the status line."""
    parts = [translate("Library", "{share} read").format(share=percent(place.share))]
    minutes = ceil(place.minutes)
    if place.share < 1:
        parts.append(left_words(minutes))
    if known is not None and known.value is not None:
        words = translate("Library", "{share} of words known")
        parts.append(words.format(share=percent(known.value)))
    return translate("Library", ", ").join(parts)


def left_words(minutes: int) -> str:
    """Return how many minutes of reading are left, about."""
    number = QLocale().toString
    if minutes <= 1:
        return translate("Library", "about a minute left")
    if minutes < _HOURS_FROM:
        return translate("Library", "about {number} minutes left").format(number=number(minutes))
    hours = QLocale().toString(round(minutes / 60 * 2) / 2, "g", 4)
    return translate("Library", "about {number} hours left").format(number=hours)


def time_words(seconds: int) -> str:
    """Return how long was read: 45 min, 2 h 10 min; empty for nothing."""
    number = QLocale().toString
    if not seconds:
        return ""
    if seconds < _MINUTE:
        return translate("Library", "< 1 min")
    hours, minutes = seconds // _HOUR, seconds % _HOUR // _MINUTE
    if not hours:
        return translate("Library", "{minutes} min").format(minutes=minutes)
    if not minutes:
        return translate("Library", "{hours} h").format(hours=number(hours))
    words = translate("Library", "{hours} h {minutes} min")
    return words.format(hours=number(hours), minutes=minutes)


def progress_words(document: ReadDocument) -> str:
    """Return how far a document was read."""
    if document.progress >= _READ_FROM:
        return translate("Library", "finished")
    return translate("Library", "{share} read").format(share=percent(document.progress))


def is_finished(document: ReadDocument) -> bool:
    """Tell if all of a document was read."""
    return document.progress >= _READ_FROM


def known_words(document: ReadDocument) -> str:
    """Return the share of words that are known, a dash where there are none."""
    share = document.known_share
    if share is None:
        return "–" if document.counted else ""
    return percent(share)


def title_words(document: ReadDocument) -> str:
    """Return what a document is called; a text without a line has no name."""
    return document.title or translate("Library", "Untitled")


def place_words(document: ReadDocument, *, gone: bool) -> str:
    """Return where a document is: its folder, its address, or nowhere."""
    if document.path is not None:
        folder = folder_words(document.path.parent)
        if gone:
            return translate("Library", "missing from {folder}").format(folder=folder)
        return folder
    if document.address:
        return address_words(document.address)
    return translate("Library", "pasted text")


def read_words(document: ReadDocument, today: date) -> str:
    """Return when a document was read last."""
    return day_words(local_time(document.read), today)


def local_time(moment: datetime | None) -> datetime | None:
    """Return a moment by the local clock, as the rest of the window has it."""
    return None if moment is None else moment.astimezone().replace(tzinfo=None)


def date_words(day: date) -> str:
    """Return a date with its year, in the language of the window."""
    locale = QLocale(translate("Recent", "en", "the language in which dates are written"))
    return locale.toString(QDate(day.year, day.month, day.day), translate("Recent", "d MMM yyyy"))


def short_date_words(day: date) -> str:
    """Return a date without its year."""
    locale = QLocale(translate("Recent", "en", "the language in which dates are written"))
    return locale.toString(QDate(day.year, day.month, day.day), translate("Recent", "d MMM"))


def month_words(day: date) -> str:
    """Return the short name of a month."""
    locale = QLocale(translate("Recent", "en", "the language in which dates are written"))
    return locale.toString(QDate(day.year, day.month, 1), "MMM")


def weekday_words(number: int) -> str:
    """Return the short name of a day of the week, 1 for Monday."""
    locale = QLocale(translate("Recent", "en", "the language in which dates are written"))
    return locale.dayName(number, QLocale.FormatType.ShortFormat)


def level_name(level: int) -> str:
    """Return what a level is called; 0 is that of words in no list."""
    if not level:
        return translate("Library", "in no list")
    shown = "7–9" if level == 7 else str(level)
    return translate("Library", "HSK {level}").format(level=shown)


def levels_words(document: ReadDocument) -> str:
    """Return the share of each level in words."""
    total = sum(document.levels.values())
    if not total:
        return ""
    levels = sorted(document.levels, key=lambda level: (not level, level))
    parts = [
        translate("Library", "{level} {share}").format(
            level=level_name(level), share=percent(document.levels[level] / total)
        )
        for level in levels
        if document.levels[level]
    ]
    return translate("Library", ", ").join(parts)


def help_words(*, remembers: bool) -> str:
    """Return what counts as reading, and where it is kept; or that nothing is."""
    if not remembers:
        return translate(
            "Library",
            "Reading history is off. Turn it on with Words > Remember what I read.",
        )
    return translate(
        "Library",
        "Time counts while the window is in front and you scroll, move the pointer over the text "
        "or press keys. Pauses of more than two minutes and time spent reviewing repairs do not "
        "count. A passage counts as read once it has been on the screen long enough to be read. "
        "All of this stays on this computer.",
    )
