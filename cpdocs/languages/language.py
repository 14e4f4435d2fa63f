"""A language as data: one folder with `language.yaml` and, save for English, `messages.po`.

English is the language that templates are written in, so it has no catalogue. In every other
language a message without a translation is an error, never silent English.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

import yaml
from babel.core import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from cpdocs import resources
from cpdocs.errors import DataError, UsageError
from cpdocs.languages.glossary import read_glossary

_BEGUN = "in-progress"
SOURCE = "en"  # the language of the templates


class Formats(BaseModel):
    """How a language writes days and times: CLDR date patterns, in the style its readers expect."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    day: str  # with the weekday
    date: str
    time: str
    hour: str  # a time on the hour
    midday: str | None = None  # a word for 12:00, where the pattern could be misread
    midnight: str | None = None


class Counted(BaseModel):
    """A number of months or years, for each plural category that CLDR has for the language."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    zero: str | None = None
    one: str | None = None
    two: str | None = None
    few: str | None = None
    many: str | None = None
    other: str  # the words, with `{}` for the number


class Ages(BaseModel):
    """How a language tells an age, where CLDR does not say."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    months: Counted
    years: Counted


class Checked(BaseModel):
    """Who answers for the catalogue: an accredited translator, and the day of the check."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    by: str = Field(min_length=1)
    on: date


class Language(BaseModel):
    """A language: plain data, so that it can be hashed, compared and sent to another process."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str  # the folder's name, as case files say it: `en`, `ur`
    tag: str  # BCP 47, as documents declare it: `en-GB`, `ur`
    locale: str  # CLDR locale for dates, times and lists: `en_GB`
    direction: Literal["ltr", "rtl"]
    name: str  # its own name for itself
    fonts: tuple[str, ...] = Field(min_length=1)  # families, first choice first
    formats: Formats
    state: Literal["in-progress", "offered"] = "offered"  # offered once it was read back whole
    reviewed: Checked | None = None  # until then every copy says that nobody has checked it
    script: Literal["latin", "other"] = "latin"  # where other, Latin letters are English left over
    ages: Ages | None = None  # where CLDR has no words for months or years
    forms: tuple[str, ...] = ()  # what its terms' forms are called: `gen` in `%(plan:gen)s`
    kept: tuple[str, ...] = ()  # words that stay as they are in English
    inflected: tuple[tuple[str, str, str], ...] = Field(default=(), repr=False)  # term, form, words
    catalogue: bytes = Field(default=b"", repr=False)  # compiled messages; empty for the source

    @field_validator("locale")
    @classmethod
    def _known_to_cldr(cls, value: str) -> str:
        try:
            Locale.parse(value)
        except (UnknownLocaleError, ValueError) as error:
            raise ValueError("not a CLDR locale") from error
        return value

    @property
    def is_source(self) -> bool:
        """Whether templates and case files are written in this language."""
        return self.code == SOURCE

    @property
    def is_unchecked(self) -> bool:
        """Whether copies have to say that no accredited translator has checked the words."""
        return not self.is_source and self.reviewed is None

    def in_form(self, words: str, form: str) -> str:
        """A term in one of its forms. Raises `DataError` for a term that has no such form."""
        small = words[:1].lower() + words[1:]
        for term, name, changed in self.inflected:
            if name == form and term in {words, small}:
                return changed if term == words else changed[:1].upper() + changed[1:]
        raise DataError(
            f"data/languages/{self.code}/glossary.yaml: {words!r} has no form {form!r}. Add it."
        )


class _Untranslated(NullTranslations):
    """Asked for what a catalogue does not have."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self._code = code

    def _fail(self, message: str) -> str:
        raise DataError(
            f"data/languages/{self._code}/messages.po: no translation of {message!r}. "
            "Translate it there (a message marked fuzzy does not count)."
        )

    def gettext(self, message: str) -> str:
        return self._fail(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG002 (gettext's own)
        return self._fail(msgid1)


@cache
def translations(language: Language) -> NullTranslations:
    """The language's messages. Asking a catalogue for one that it lacks raises `DataError`."""
    if language.is_source:
        return NullTranslations()
    messages = GNUTranslations(BytesIO(language.catalogue))
    messages.add_fallback(_Untranslated(language.code))
    return messages


def all_languages(folder: Path | None = None) -> tuple[str, ...]:
    """The codes of every language there is, in `data/languages` and in `folder`, sorted."""
    homes = (resources.DATA / "languages", *([folder] if folder else []))
    return tuple(sorted({p.parent.name for home in homes for p in home.glob("*/language.yaml")}))


def known_languages(folder: Path | None = None) -> tuple[str, ...]:
    """The codes of the languages that copies are offered in."""
    codes = all_languages(folder)
    return tuple(code for code in codes if _told(home_of(code, folder)).get("state") != _BEGUN)


def load_language(code: str, folder: Path | None = None) -> Language:
    """The language `code`, from `folder` where it has one, else from `data/languages`.

    Raises `UsageError` for a language there is none of, `DataError` for files that are not right.
    """
    if code not in all_languages(folder):
        known = ", ".join(known_languages(folder))
        raise UsageError(f"There is no such language. The languages are: {known}.")
    home = home_of(code, folder)
    place = f"languages/{code}/language.yaml"
    try:
        made = {**_told(home), "catalogue": _compiled(home, code), "inflected": _inflected(home)}
        language = Language.model_validate(made)
    except (yaml.YAMLError, ValidationError, TypeError, OSError) as error:
        raise DataError(f"{place} cannot be read as a language: {error}") from error
    if language.code != code:
        raise DataError(f"{place}: `code` must be the folder's name, {code}.")
    return language


def _told(home: Path) -> dict[str, Any]:
    told: dict[str, Any] = yaml.safe_load((home / "language.yaml").read_text(encoding="utf-8"))
    return told


def locale_of(home: Path) -> str:
    """The locale of the language in `home`, which may have no catalogue yet."""
    return str(_told(home)["locale"])


def home_of(code: str, folder: Path | None = None) -> Path:
    """The folder of a language."""
    inside = folder is not None and (folder / code).is_dir()
    return (folder if folder and inside else resources.DATA / "languages") / code


def read_catalogue(folder: Path) -> Catalog:
    """The catalogue of the language in `folder`, as it is written."""
    try:
        with (folder / "messages.po").open("rb") as file:
            return read_po(file, locale=None, abort_invalid=True)
    except (OSError, PoFileError) as error:
        raise DataError(f"languages/{folder.name}/messages.po cannot be read: {error}") from error


def _compiled(folder: Path, code: str) -> bytes:
    """The catalogue in gettext's binary form, made in memory; fuzzy messages are left out."""
    if code == SOURCE:
        return b""
    catalogue = read_catalogue(folder)
    for message in list(catalogue):
        if message.id and isinstance(message.string, tuple) and not all(message.string):
            catalogue.delete(message.id)  # Babel would fill in the English plural
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    return compiled.getvalue()


def _inflected(folder: Path) -> tuple[tuple[str, str, str], ...]:
    terms = read_glossary(folder).terms.values()
    return tuple((t.use, form, words) for t in terms for form, words in t.forms.items())
