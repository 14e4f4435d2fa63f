"""The languages that documents speak, each a folder of data, and how it writes days and times."""

from cpdocs.languages.language import (
    Formats,
    Language,
    all_languages,
    known_languages,
    load_language,
)

__all__ = ["Formats", "Language", "all_languages", "known_languages", "load_language"]
