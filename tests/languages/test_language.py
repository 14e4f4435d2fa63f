"""Languages are data, and what they lack is an error."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from cpdocs import resources
from cpdocs.errors import DataError, UsageError
from cpdocs.languages import known_languages, load_language
from cpdocs.languages.language import translations
from tests.languages.pseudo import FIXTURE, called_in, make_language, messages, pseudo


def test_english_needs_no_catalogue_and_speaks_its_messages() -> None:
    english = load_language("en")
    assert (english.tag, english.direction, english.is_source) == ("en-GB", "ltr", True)
    assert translations(english).gettext("By hand") == "By hand"


def test_an_unknown_language_is_an_error_that_lists_the_known(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\ben\b.*\bxr\b"):
        load_language("tlh", make_language(tmp_path, ()))


def test_a_language_of_an_extra_folder_is_known_there_alone(tmp_path: Path) -> None:
    folder = make_language(tmp_path, ())
    assert "xr" in known_languages(folder)
    assert "xr" not in known_languages()
    found = load_language("xr", folder)
    assert found.direction == "rtl"
    assert load_language("en", folder) == load_language("en")


def test_a_language_can_be_sent_to_another_process(tmp_path: Path) -> None:
    found = load_language("xr", make_language(tmp_path, ()))
    sent = pickle.loads(pickle.dumps(found))  # noqa: S301 (made here)
    assert sent == found
    assert translations(sent).gettext("By hand") == pseudo("By hand")


def test_a_message_that_a_catalogue_lacks_is_never_english(tmp_path: Path) -> None:
    found = translations(load_language("xr", make_language(tmp_path, (), without="By hand")))
    with pytest.raises(DataError, match="By hand"):
        found.gettext("By hand")
    with pytest.raises(DataError, match="One day"):
        found.ngettext("One day", "Many days", 2)


def test_a_fuzzy_message_does_not_count_as_translated(tmp_path: Path) -> None:
    folder = make_language(tmp_path, ())
    catalogue = folder / "xr" / "messages.po"
    text = catalogue.read_text(encoding="utf-8")
    marked = text.replace('msgid "By hand"', '#, fuzzy\nmsgid "By hand"')
    assert marked != text
    catalogue.write_text(marked, encoding="utf-8")
    with pytest.raises(DataError, match="By hand"):
        translations(load_language("xr", folder)).gettext("By hand")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("code: xr", "code: xx"),
        ("locale: ar", "locale: nowhere"),
        ("direction: rtl", "direction: up"),
        ("fonts: [Noto Naskh Arabic, Noto Sans]", "fonts: []"),
        ("name: لغة", "colour: red"),
    ],
)
def test_a_language_file_that_is_not_right_is_refused(old: str, new: str, tmp_path: Path) -> None:
    folder = make_language(tmp_path, ())
    told = folder / "xr" / "language.yaml"
    text = told.read_text(encoding="utf-8")
    assert old in text
    told.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(DataError, match=r"xr/language\.yaml"):
        load_language("xr", folder)


def test_a_language_without_a_catalogue_is_refused() -> None:
    with pytest.raises(DataError, match=r"messages\.po"):
        load_language("xr", FIXTURE.parent)


def test_every_message_of_every_template_is_extracted() -> None:
    extracted = {words for forms in messages() for words in forms}
    names = sorted(resources.TEMPLATES.rglob("*.html"))
    assert names
    for name in names:
        called = set(called_in(name.read_text(encoding="utf-8")))
        assert called <= extracted, name.name
