"""What `compose` promises of every document."""

from __future__ import annotations

import pytest

from cpdocs.documents.catalogue import About, catalogue, document
from cpdocs.documents.compose import compose
from cpdocs.documents.composed import Composed
from cpdocs.errors import CopyError, UsageError
from cpdocs.languages import load_language
from cpdocs.model.conference import ConferenceType, MeetingForm, Venue
from cpdocs.model.people import Delivery, DeliveryWay
from cpdocs.model.view import Reader, ReaderKind, View
from cpdocs.values import StatementKind
from tests.coverage.sources import by_source
from tests.documents.contract import breaches
from tests.documents.goldens import COPIES, FOLDER, view_of, words_of
from tests.documents.views import (
    BABY,
    HEALTH_VISITOR,
    MOTHER,
    RECORDS,
    STYLE,
    minutes_with,
    passage,
    said,
    view_for,
)
from tests.meets import meets

ENGLISH = load_language("en")


def composed(document_id: str, view: View) -> Composed:
    return compose(document(document_id), view, ENGLISH)


def told_to(kind: ReaderKind, view: View, of: ConferenceType) -> View:
    """The same view, as a reader of another kind has it of a conference of another type."""
    reader = view.reader.model_copy(update={"kind": kind})
    conference = view.conference.model_copy(update={"type": of})
    return view.model_copy(update={"reader": reader, "conference": conference})


def reader_for(document_id: str) -> Reader:
    return MOTHER if ReaderKind.PARENT in document(document_id).audience else HEALTH_VISITOR


@pytest.mark.parametrize("name", by_source(COPIES))
def test_the_words_are_those_that_were_read_and_agreed(name: str) -> None:
    assert words_of(name) == (FOLDER / f"{name}.html").read_text(encoding="utf-8")


def test_every_golden_is_compared() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == set(COPIES)


@pytest.mark.parametrize("kind", ConferenceType)
@pytest.mark.parametrize("document_id", [d.id for d in catalogue()])
def test_every_document_keeps_the_contract_for_every_reader_and_type(
    document_id: str, kind: ConferenceType
) -> None:
    view = view_of(document_id)
    for reader_kind in document(document_id).audience:
        copy = composed(document_id, told_to(reader_kind, view, kind))
        assert breaches(copy) == []
        assert copy.title == copy.running.title != ""
        if document(document_id).about is not About.NONE:
            assert copy.about == (view.about or view.conference.id)


@pytest.mark.parametrize("document_id", [d.id for d in catalogue()])
def test_a_reader_for_whom_no_wording_is_written_is_refused(document_id: str) -> None:
    view = view_of(document_id)
    with pytest.raises(UsageError, match="is written for"):
        composed(document_id, told_to(ReaderKind.OBSERVER, view, view.conference.type))


def test_every_missing_fact_is_told_at_once_and_by_place_alone() -> None:
    nowhere = MOTHER.model_copy(update={"address": None})
    view = view_for(
        nowhere,
        letters_dated=None,
        place=Venue(form=MeetingForm.HYBRID),
        records=RECORDS.model_copy(update={"children": ()}),
    )
    with pytest.raises(CopyError) as caught:
        composed("invitation-family", view)
    told = str(caught.value)
    for place in (
        "invitation-family",
        "conferences.initial-1.letters_dated",
        "conferences.initial-1.children",
        "conferences.initial-1.place.venue",
        "conferences.initial-1.place.joining",
        "delivery of nadia",
    ):
        assert place in told
    assert "Yusuf" not in told


@pytest.mark.parametrize(
    ("document_id", "changes", "place"),
    [
        ("invitation-agency", {"letters_dated": None}, "letters_dated"),
        ("invitation-agency", {"chair": "nobody"}, "initial-1.chair"),
        ("minutes", {"minutes": None}, "initial-1.minutes"),
        ("minutes", {"children": ()}, "initial-1.children"),
        ("agenda", {"style": STYLE.model_copy(update={"agenda": {}})}, "exampleton.agenda.initial"),
    ],
)
def test_a_fact_that_must_be_printed_holds_the_copy(
    document_id: str, changes: dict[str, object], place: str
) -> None:
    with pytest.raises(CopyError, match=place):
        composed(document_id, view_for(reader_for(document_id), **changes))


def test_what_people_wrote_is_never_read_as_markup() -> None:
    words = "A & B <c> {{ view }} \"d\" 'e' %(name)s"
    view = view_for(
        HEALTH_VISITOR,
        minutes=minutes_with(contributions=(said("shared", "hv", StatementKind.FACT, words),)),
    )
    copy = composed("minutes", view)
    assert "A &amp; B &lt;c&gt; {{ view }} \"d\" 'e' %(name)s</p>" in copy.body
    assert breaches(copy) == []


def test_control_characters_hold_the_copy_and_are_not_repeated() -> None:
    view = view_for(purpose=(passage("Secret\x0bword"),))
    with pytest.raises(CopyError, match="control") as caught:
        composed("invitation-family", view)
    assert "Secret" not in str(caught.value)


@pytest.mark.parametrize("document_id", [d.id for d in catalogue()])
def test_the_reference_is_a_function_of_the_copys_own_words(document_id: str) -> None:
    view = view_of(document_id)
    first = composed(document_id, view)
    unread = view.records.model_copy(update={"case": "CP-2026-9999"})  # printed nowhere
    assert composed(document_id, view.model_copy(update={"records": unread})) == first
    if document(document_id).about is About.NONE:
        return  # a guide bears no protective marking
    marked = STYLE.model_copy(update={"marking": "OFFICIAL"})
    changed = composed(document_id, view.model_copy(update={"style": marked}))
    assert changed.reference != first.reference


@pytest.mark.parametrize("document_id", ["agenda", "invitation-agency", "minutes"])
def test_other_words_have_another_reference(document_id: str) -> None:
    reader = reader_for(document_id)
    first = composed(document_id, view_for(reader))
    moved = composed(document_id, view_for(reader, children=("amina",)))
    assert moved.body != first.body
    assert moved.reference != first.reference


@pytest.mark.parametrize("document_id", ["invitation-family", "invitation-agency", "minutes"])
def test_the_reference_is_printed_in_the_copy(document_id: str) -> None:
    copy = composed(document_id, view_for(reader_for(document_id)))
    assert f'<bdi dir="ltr" class="keep">{copy.reference}</bdi>' in copy.body
    assert copy.running.reference == copy.reference


def test_a_letter_given_by_hand_says_so_and_needs_no_address() -> None:
    by_hand = MOTHER.model_copy(
        update={"address": None, "delivery": Delivery(by=DeliveryWay.HAND, through="sw")}
    )
    body = composed("invitation-family", view_for(by_hand)).body
    meta = body[body.index('<div class="meta">') :]
    assert ". By hand</p>" in meta[: meta.index("</div>")]


@meets("C31")
def test_a_letter_by_secure_email_says_so_and_needs_no_address() -> None:
    mailed = HEALTH_VISITOR.model_copy(
        update={
            "address": None,
            "delivery": Delivery(by=DeliveryWay.SECURE_EMAIL),
            "email": "g.okafor@health.example",
        }
    )
    body = composed("invitation-agency", view_for(mailed)).body
    window, meta = body.split('<div class="meta">')[:2]
    assert "g.okafor@health.example" in window
    assert ". By secure email</p>" in meta[: meta.index("</div>")]


@pytest.mark.parametrize("delivery", [None, Delivery(by=DeliveryWay.SECURE_EMAIL)])
def test_a_letter_with_neither_an_address_nor_a_secure_email_is_refused(
    delivery: Delivery | None,
) -> None:
    nowhere = HEALTH_VISITOR.model_copy(
        update={"address": None, "delivery": delivery, "email": None}
    )
    with pytest.raises(CopyError, match="delivery of hv"):
        composed("invitation-agency", view_for(nowhere))


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        ("own", "your unborn baby"),
        ("mother", 'the unborn baby of <bdi dir="ltr">Nadia Yusuf</bdi>'),
        ("nobody", "an unborn baby"),
    ],
)
def test_an_unborn_baby_is_named_by_whom_the_reader_may_know(seen: str, expected: str) -> None:
    reader = MOTHER if seen == "own" else HEALTH_VISITOR
    people = () if seen == "nobody" else RECORDS.people
    records = RECORDS.model_copy(update={"people": people, "children": (BABY,)})
    document_id = "invitation-family" if seen == "own" else "invitation-agency"
    body = composed(document_id, view_for(reader, records=records, children=("baby",))).body
    assert f"conference for {expected}" in body
