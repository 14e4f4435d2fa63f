"""Gates over every catalogue: a language that words copies badly or in part is never offered."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from cpdocs import resources
from cpdocs.languages import Language, all_languages, catalogue, known_languages, load_language
from cpdocs.languages.language import SOURCE, home_of, read_catalogue
from cpdocs.languages.words import Message, all_messages

CODES = tuple(code for code in all_languages() if code != SOURCE)
OFFERED = tuple(code for code in known_languages() if code != SOURCE)
UNSEEN = set("\u200c\u200d\u200e\u200f\u2066\u2069\u00ad ")


@cache
def signs_of(family: str) -> frozenset[int]:
    """The signs that a family has, bold and upright."""
    told = subprocess.run(
        ["fc-list", f":family={family}", "file", "style"],  # noqa: S607 (found on the path)
        capture_output=True,
        text=True,
        check=True,
    )
    files = [line.split(":")[0] for line in told.stdout.splitlines()]
    upright = [f for f in files if f.endswith(("-Regular.ttf", "-Bold.ttf"))]
    assert upright, f"{family} is not installed"
    return frozenset.intersection(*(frozenset(TTFont(f).getBestCmap()) for f in upright))


def texts(folder: Path) -> list[str]:
    """Every translation that is there."""
    told = [m.string for m in read_catalogue(folder) if m.id]
    return [text for t in told for text in (t if isinstance(t, tuple | list) else (t,)) if text]


def missing_signs(folder: Path, language: Language) -> set[str]:
    """What the language's fonts cannot show."""
    known = frozenset().union(*map(signs_of, language.fonts))
    return {c for text in texts(folder) for c in text if ord(c) not in known} - UNSEEN


@pytest.mark.parametrize("code", CODES)
def test_a_catalogue_has_no_message_that_nobody_asks_for_and_none_in_doubt(code: str) -> None:
    now = catalogue.standing(home_of(code))
    assert (now.obsolete, now.fuzzy) == ((), ())


@pytest.mark.parametrize("code", CODES)
def test_placeholders_and_plural_forms_of_every_translation_are_right(code: str) -> None:
    language = load_language(code)
    held = catalogue.held(home_of(code))
    wrong = {
        m.id: found
        for m in all_messages()
        if m.key in held and (found := list(catalogue.shape_faults(m, held[m.key], language)))
    }
    assert wrong == {}


@pytest.mark.parametrize("code", CODES)
def test_the_languages_fonts_have_every_sign(code: str) -> None:
    assert missing_signs(home_of(code), load_language(code)) == set()


@pytest.mark.parametrize("code", CODES)
def test_the_plural_forms_are_those_of_the_language(code: str) -> None:
    forms = {"cy": 5, "pl": 3, "ro": 3, "sk": 3, "ar": 6, "ur": 2, "pa": 2, "bn": 2}
    examples = catalogue.plural_examples(load_language(code).locale)
    assert len(examples) == forms.get(code, len(examples))
    assert read_catalogue(home_of(code)).num_plurals == len(examples)


@pytest.mark.parametrize("code", OFFERED)
def test_a_language_that_is_offered_is_whole_and_keeps_to_its_glossary(code: str) -> None:
    assert catalogue.standing(home_of(code)).is_whole
    assert list(catalogue.faults(home_of(code), load_language(code))) == []


POLISH = "plan ochrony dziecka"
HOW_IT_IS_GOING = next(m for m in all_messages() if "how the %(plan)s is going" in m.id)
ONCE_A_WEEK = next(m for m in all_messages() if m.id == "once a week")
CHILD = next(m for m in all_messages() if m.id == "Child")


@pytest.fixture
def polish(tmp_path: Path) -> Path:
    """A copy of Polish with a glossary of one term and no message yet."""
    home = tmp_path / "pl"
    home.mkdir()
    shutil.copy(resources.DATA / "languages/pl/language.yaml", home)
    (home / "glossary.yaml").write_text(
        f"child protection plan:\n  use: {POLISH}\n"
        f"  forms: {{gen: planu, dat: planowi, acc: plan, ins: planem, loc: planie}}\n"
        "review: {use: przegląd, also: [przegl]}\n",
        encoding="utf-8",
    )
    (home / "messages.po").write_text(catalogue.updated(home, "pl_PL"), encoding="utf-8")
    return home


@pytest.mark.parametrize(
    ("message", "said", "fault"),
    [
        (HOW_IT_IS_GOING, "Jak idzie plan", "placeholders"),
        (HOW_IT_IS_GOING, "Jak idzie %(plan)s i %(chair)s", "placeholders"),
        (HOW_IT_IS_GOING, "Jak idzie %(plan:voc)s", "forms are"),
        (HOW_IT_IS_GOING, "Jak idzie %(plan)s w 100% ", "percent"),
        (HOW_IT_IS_GOING, "Jak <b>idzie</b> %(plan)s", "no tag"),
        (ONCE_A_WEEK, "co tydzień", "list of 3"),
        (ONCE_A_WEEK, ("raz", "co %(count)s"), "list of 3"),
        (ONCE_A_WEEK, ("raz", "co %(count)s", ""), "empty"),
        (CHILD, "", "empty"),
        (CHILD, "%(child:gen)s", "placeholders"),
    ],
)
def test_a_translation_of_the_wrong_shape_is_left_out_and_told(
    polish: Path, message: Message, said: str | tuple[str, ...], fault: str
) -> None:
    language = load_language("pl", polish.parent)
    given = {message.id: list(said) if isinstance(said, tuple) else said}
    text, wrong = catalogue.filled(polish, language, given)
    assert any(fault in told for told in wrong)
    assert text == catalogue.updated(polish, "pl_PL")


def test_a_right_translation_goes_in_and_stays_when_the_messages_are_read_again(
    polish: Path,
) -> None:
    language = load_language("pl", polish.parent)
    given = {
        catalogue.short_id(CHILD): "Dziecko",
        HOW_IT_IS_GOING.id: "Mowa o przebiegu %(plan:gen)s.",
        ONCE_A_WEEK.id: ["raz na tydzień", "co %(count)s tygodnie", "co %(count)s tygodni"],
    }
    text, wrong = catalogue.filled(polish, language, given)
    assert wrong == []
    (polish / "messages.po").write_text(text, encoding="utf-8")
    assert catalogue.updated(polish, "pl_PL") == text
    assert catalogue.standing(polish).done == len(given) + 1  # and the glossary's own term


def put(home: Path, message: Message, said: str) -> list[str]:
    """What the gate says once the translation stands in the catalogue."""
    language = load_language("pl", home.parent)
    text, wrong = catalogue.filled(home, language, {message.id: said})
    assert wrong == []
    (home / "messages.po").write_text(text, encoding="utf-8")
    return [told for told in catalogue.faults(home, language) if "glossary.yaml" not in told]


def test_english_left_over_is_told(polish: Path) -> None:
    assert "it is the English" in put(polish, CHILD, "Child")[0]


def test_latin_letters_are_told_in_a_language_of_another_script() -> None:
    urdu = load_language("ur")
    found = list(catalogue.english_faults(CHILD, "بچہ child", urdu))
    assert found == ["Latin letters are left in it: child"]


def test_a_term_that_is_not_the_glossarys_is_told(polish: Path) -> None:
    review = next(m for m in all_messages() if m.id.startswith("Then it is decided"))
    assert "%(plan)s" in review.id
    assert "przegląd" in put(polish, review, "Potem. %(plan)s. Ocena.")[0]
    assert put(polish, review, "Potem. %(plan)s. Przegląd.") == []


def test_an_authoritys_term_without_a_form_is_told(polish: Path) -> None:
    found = list(catalogue.faults(polish, load_language("pl", polish.parent)))
    assert "glossary.yaml: no 'core group'" in found
    assert not any(told.startswith("glossary.yaml: 'child protection plan'") for told in found)
    glossary = polish / "glossary.yaml"
    text = glossary.read_text(encoding="utf-8")
    glossary.write_text(text.replace("gen: planu, ", ""), encoding="utf-8")
    found = list(catalogue.faults(polish, load_language("pl", polish.parent)))
    assert "glossary.yaml: 'child protection plan' lacks gen" in found


def test_an_obsolete_a_fuzzy_and_a_missing_message_are_told(polish: Path) -> None:
    po = polish / "messages.po"
    text = po.read_text(encoding="utf-8")
    old = '\nmsgid "Nobody says this"\nmsgstr "x"\n\n#, fuzzy\nmsgid "Nor this"\nmsgstr "y"\n'
    po.write_text(text + old, encoding="utf-8")
    now = catalogue.standing(polish)
    assert set(now.obsolete) == {"Nobody says this", "Nor this"}
    assert now.fuzzy == ("Nor this",)
    assert "Child" in now.missing
    assert not now.is_whole
    assert "Nobody says this" not in catalogue.updated(polish, "pl_PL")


def test_a_sign_that_no_font_has_is_told(polish: Path) -> None:
    put(polish, CHILD, "Dziecko 子")
    assert missing_signs(polish, load_language("pl", polish.parent)) == {"子"}
