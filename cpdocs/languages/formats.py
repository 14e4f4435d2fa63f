"""How a language writes days, times, ages and lists: by Babel, never by the environment."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime, time

from babel.core import Locale
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.units import format_unit

from cpdocs.errors import DataError
from cpdocs.languages.language import Counted, Language

_DIGITS = "latn"  # public letters in the United Kingdom have 1, 2, 3 in every language
_MARKUP = re.compile(r"<[^>]*>")
# A name that begins with W or Y begins with a consonant; a word, with a vowel.
_WELSH_VOWELS = frozenset("aeiouwyAEIOU")
_MONTHS_UNTIL = 24  # below two years, an age is told in months


def in_day(language: Language, day: date) -> str:
    """A date with its weekday: `Monday 23 November 2026`."""
    return format_date(_as_date(day), language.formats.day, locale=language.locale)


def in_date(language: Language, day: date) -> str:
    """A date: `23 November 2026`."""
    return format_date(_as_date(day), language.formats.date, locale=language.locale)


def in_time(language: Language, moment: time | datetime) -> str:
    """A wall-clock time: `10am`, `10:30am`, `midday`."""
    clock = moment.time() if isinstance(moment, datetime) else moment
    named = {time(12): language.formats.midday, time(0): language.formats.midnight}.get(clock)
    if named is not None:
        return named
    pattern = language.formats.time if clock.minute else language.formats.hour
    return format_time(clock, pattern, locale=language.locale)


def in_list(language: Language, items: Sequence[str]) -> str:
    """Things said one after another: `A, B and C`."""
    if Locale.parse(language.locale).language == "cy" and len(items) > 1:
        return _in_welsh(items)
    return format_list(list(items), style="standard", locale=language.locale)


def _in_welsh(items: Sequence[str]) -> str:
    """Welsh says `ac` before a vowel and `a` before any other letter; CLDR leaves it at `a(c)`."""
    *others, last = items
    begins = _MARKUP.sub("", last)[:1]
    vowel = unicodedata.normalize("NFD", begins)[:1] in _WELSH_VOWELS
    return f"{', '.join(others)} {'ac' if vowel else 'a'} {last}"


def in_age(language: Language, born: date, on: date) -> str:
    """An age on a day: `7 years`, or in months below two years: `14 months`."""
    months = (on.year - born.year) * 12 + on.month - born.month - (on.day < born.day)
    months = max(months, 0)
    in_months = months < _MONTHS_UNTIL
    number = months if in_months else months // 12
    if language.ages is not None:
        return _counted(
            language, language.ages.months if in_months else language.ages.years, number
        )
    unit = "duration-month" if in_months else "duration-year"
    return format_unit(number, unit, "long", locale=language.locale, numbering_system=_DIGITS)


def _counted(language: Language, words: Counted, number: int) -> str:
    category = Locale.parse(language.locale).plural_form(number)
    return str(getattr(words, category) or words.other).format(number)


def in_language_name(language: Language, code: str) -> str:
    """What `language` calls the language `code`: `Urdu`."""
    named = Locale.parse(language.locale).languages.get(code)
    if named is None:
        raise DataError("A language that a person needs has no name. Write its ISO 639 code.")
    return str(named)


def _as_date(day: date) -> date:
    return day.date() if isinstance(day, datetime) else day
