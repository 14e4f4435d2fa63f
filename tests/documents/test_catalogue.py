"""The catalogue is what the templates' front matter says."""

from __future__ import annotations

import pytest

from cpdocs import resources
from cpdocs.documents.catalogue import About, catalogue, document
from cpdocs.errors import DataError, UsageError
from cpdocs.model.view import Section


def test_the_documents_are_known_and_sorted() -> None:
    ids = [d.id for d in catalogue()]
    assert ids == sorted(ids)
    assert {"agenda", "invitation-agency", "invitation-family", "minutes"} <= set(ids)


@pytest.mark.parametrize(
    ("document_id", "sections"),
    [
        # The reader's own time stands in their invitation, and the agenda must tell no other.
        ("agenda", (Section.AGENDA, Section.INVITATION)),
        ("invitation-agency", (Section.INVITATION,)),
        ("invitation-family", (Section.INVITATION,)),
        ("minutes", (Section.MINUTES,)),
    ],
)
def test_a_document_is_told_only_the_sections_that_it_covers(
    document_id: str, sections: tuple[Section, ...]
) -> None:
    found = document(document_id)
    assert found.covers == sections
    assert found.about is About.MEETING
    assert found.source


def test_an_unknown_document_is_an_error_that_lists_the_known() -> None:
    with pytest.raises(UsageError, match=r"invitation-family, .*minutes"):
        document("minuets")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("<p>words</p>", "begin with front matter"),
        ("{#---\nid: other\n---#}", "front matter is not right"),
        ("{#---\n- a\n---#}", "front matter is not right"),
        (
            "{#---\nid: other\ntitle: T\nabout: none\naudience: [parent]\nstage: minutes\n"
            "source: R 7.6\ncovers: [minutes]\n---#}",
            "must be the file's name",
        ),
    ],
)
def test_front_matter_that_is_not_right_is_refused(
    text: str, wrong: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "template_text", lambda _name: text)
    with pytest.raises(DataError, match=wrong):
        catalogue.__wrapped__()
