"""Every word that has to be translated is found, and families' words are never left out."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from cpdocs import resources
from cpdocs.documents.catalogue import catalogue, document
from cpdocs.documents.compose import compose
from cpdocs.errors import DataError
from cpdocs.languages import Language, load_language
from cpdocs.languages.catalogue import TEMPLATE, template_text
from cpdocs.languages.words import FAMILY, all_messages
from cpdocs.procedures import authority_slugs, load_authority
from tests.documents.goldens import EXAMPLES
from tests.documents.views import STYLE
from tests.languages.pseudo import FIXTURE, messages, pseudo, words_of

FOR_FAMILIES = {d.id for d in catalogue() if FAMILY & set(d.audience)}
INVENTED = (*words_of(STYLE), "as soon as possible")  # of the authority of the examples
READ = [e for e in EXAMPLES if e.document in FOR_FAMILIES and e.view.reader.kind in FAMILY]


def test_what_babel_finds_in_the_templates_is_found_here() -> None:
    told = {(m.id, m.plural) if m.plural else (m.id,) for m in all_messages()}
    assert set(messages()) <= told


@pytest.mark.parametrize("slug", authority_slugs())
def test_what_an_authority_says_in_its_own_words_is_found(slug: str) -> None:
    assert set(words_of(load_authority(slug).style)) <= {m.id for m in all_messages()}


def test_the_template_for_translators_is_the_one_that_the_words_make() -> None:
    kept = (resources.DATA / "languages" / TEMPLATE).read_text(encoding="utf-8")
    assert kept == template_text(), "Run `python -m cpdocs.languages extract`, then `update`."


def families_alone(folder: Path, without: str | None = None) -> Language:
    """An invented language that has the families' messages and no other."""
    home = folder / "xr"
    home.mkdir(parents=True)
    (home / "language.yaml").write_bytes((FIXTURE / "language.yaml").read_bytes())
    made = Catalog(locale="ar")
    for message in all_messages():
        if message.for_families and message.id != without:
            said = pseudo(message.plural or message.id)
            made.add(message.key, string=(said,) * made.num_plurals if message.plural else said)
    for words in INVENTED:
        made.add(words, string=pseudo(words))
    with (home / "messages.po").open("wb") as file:
        write_po(file, made)
    return load_language("xr", folder)


@pytest.fixture(scope="module")
def language(tmp_path_factory: pytest.TempPathFactory) -> Language:
    return families_alone(tmp_path_factory.mktemp("families"))


@pytest.mark.parametrize("name", [e.name for e in READ])
def test_no_copy_of_a_family_asks_for_a_message_outside_their_set(
    name: str, language: Language
) -> None:
    example = next(e for e in READ if e.name == name)
    compose(document(example.document), example.view, language)


def test_a_message_of_theirs_that_is_missing_would_be_told(tmp_path: Path) -> None:
    language = families_alone(tmp_path, without="Yours sincerely")
    example = next(e for e in READ if e.document == "invitation-family")
    with pytest.raises(DataError, match="Yours sincerely"):
        compose(document(example.document), example.view, language)
