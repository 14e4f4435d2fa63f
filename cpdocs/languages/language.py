"""A language as data: one folder with `language.yaml` and, save for English, `messages.po`.

English is the language that templates are written in, so it has no catalogue. In every other
language a message without a translation is an error, never silent English.
"""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Literal

import yaml
from babel.core import Locale, UnknownLocaleError
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from cpdocs import resources
from cpdocs.errors import DataError, UsageError

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


def known_languages(folder: Path | None = None) -> tuple[str, ...]:
    """The codes of every language there is, in `data/languages` and in `folder`, sorted."""
    packaged = resources.data_names("languages")
    extra = () if folder is None else (p.parent.name for p in folder.glob("*/language.yaml"))
    return tuple(sorted({*packaged, *extra}))


def load_language(code: str, folder: Path | None = None) -> Language:
    """The language `code`, from `folder` where it has one, else from `data/languages`.

    Raises `UsageError` for a language there is none of, `DataError` for files that are not right.
    """
    known = known_languages(folder)
    if code not in known:
        raise UsageError(f"There is no such language. The languages are: {', '.join(known)}.")
    base = resources.DATA / "languages"
    home = folder if folder is not None and (folder / code).is_dir() else base
    place = f"languages/{code}/language.yaml"
    try:
        told = yaml.safe_load((home / code / "language.yaml").read_text(encoding="utf-8"))
        language = Language.model_validate({**told, "catalogue": _compiled(home / code, code)})
    except (yaml.YAMLError, ValidationError, TypeError, OSError) as error:
        raise DataError(f"{place} cannot be read as a language: {error}") from error
    if language.code != code:
        raise DataError(f"{place}: `code` must be the folder's name, {code}.")
    return language


def _compiled(folder: Path, code: str) -> bytes:
    """The catalogue in gettext's binary form, made in memory; fuzzy messages are left out."""
    if code == SOURCE:
        return b""
    try:
        with (folder / "messages.po").open("rb") as file:
            catalogue = read_po(file, locale=None, abort_invalid=True)
    except (OSError, PoFileError) as error:
        raise DataError(f"languages/{code}/messages.po cannot be read: {error}") from error
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    return compiled.getvalue()
