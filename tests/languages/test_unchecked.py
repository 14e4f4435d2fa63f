"""A copy in words that no accredited translator has checked says so, in both languages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from cpdocs.documents.catalogue import document
from cpdocs.documents.compose import compose
from cpdocs.languages import Language, load_language
from cpdocs.languages.language import Checked
from tests.documents.goldens import view_of
from tests.languages.pseudo import pseudo
from tests.languages.test_words import families_alone

ENGLISH = "An accredited translator has not checked this translation yet."


def body_in(language: Language) -> str:
    return compose(document("guide-parents"), view_of("guide-parents"), language).body


def test_until_somebody_has_checked_it_a_copy_ends_with_the_line_in_both(tmp_path: Path) -> None:
    body = body_in(families_alone(tmp_path))
    last = body[body.rindex('<p class="note">') :]
    assert f'<bdi dir="ltr" lang="en-GB">{ENGLISH}' in last
    assert pseudo("If anything is not clear, please ask us.") in last


def test_once_a_check_is_recorded_the_line_is_gone(tmp_path: Path) -> None:
    checked = Checked(by="Sana Qureshi", on=date(2027, 1, 31))
    language = families_alone(tmp_path).model_copy(update={"reviewed": checked})
    assert ENGLISH not in body_in(language)


def test_an_english_copy_has_no_such_line() -> None:
    assert ENGLISH not in body_in(load_language("en"))
