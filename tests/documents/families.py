"""Views of invented families of three, eight, twelve, sixteen and twenty people, for the charts."""

from __future__ import annotations

from datetime import date

from cpdocs.documents import charts
from cpdocs.documents.compose import environment
from cpdocs.documents.composed import Composed, Running
from cpdocs.documents.missing import Missing
from cpdocs.documents.telling import Telling
from cpdocs.languages import Language
from cpdocs.model.people import Child, Person, PersonName, Relation, RelationKind
from cpdocs.model.places import Household
from cpdocs.model.view import Records, View
from tests.documents.views import view_for

K = RelationKind
Told = tuple[RelationKind, str]


def child(child_id: str, given: str, family: str, born: date | None, home: str | None) -> Child:
    """A child of the conference; without a birth date, one who is due in March 2027."""
    name = PersonName(given=given, family=family) if born else None
    due = None if born else date(2027, 3, 14)
    return Child(id=child_id, subject=True, name=name, born=born, due=due, lives_at=home)


def person(person_id: str, name: str, home: str | None, *told: Told) -> Person:
    """Somebody, and what they are to whom."""
    given, family = name.split(" ", maxsplit=1)
    return Person(
        id=person_id,
        name=PersonName(given=given, family=family),
        lives_at=home,
        relations=tuple(Relation(kind=kind, of=of) for kind, of in told),
    )


THREE = (
    (child("ana", "Ana", "Reed", date(2019, 5, 4), "h1"),),
    (
        person("liz", "Liz Reed", "h1", (K.MOTHER, "ana"), (K.FORMER_PARTNER, "tom")),
        person("tom", "Tom Hale", None, (K.FATHER, "ana")),
    ),
)

_FOUR = ("ana", "bee", "cal", "dot")
EIGHT = (
    (
        child("ana", "Ana", "Reed", date(2019, 5, 4), "h1"),
        child("bee", "Bee", "Reed", date(2021, 5, 4), "h1"),
        child("cal", "Callum", "Reed", date(2022, 8, 4), "h1"),
        child("dot", "", "", None, None),
    ),
    (
        person("liz", "Liz Reed", "h1", *((K.MOTHER, each) for each in _FOUR)),
        person("tom", "Tom Hale", "h1", *((K.FATHER, e) for e in _FOUR), (K.PARTNER, "liz")),
        person("gil", "Gill Reed", None, (K.MOTHER, "liz")),
        person("hal", "Halima Hale", None, (K.MOTHER, "tom")),
    ),
)

TWELVE = (
    (
        child("bo", "Bo", "Achebe", date(2012, 1, 9), "h1"),
        child("cy", "Cyprian", "Achebe", date(2016, 6, 1), "h1"),
        child("di", "Diamond", "Achebe-Fitzwilliam", date(2024, 12, 9), "h1"),
        child("eb", "", "", None, None),
    ),
    (
        person(
            "may",
            "May Achebe",
            "h1",
            *((K.MOTHER, each) for each in ("bo", "cy", "di", "eb")),
            (K.FORMER_PARTNER, "ned"),
            (K.PARTNER, "oz"),
        ),
        person("ned", "Ned Achebe", "h2", (K.FATHER, "bo"), (K.FATHER, "cy")),
        person(
            "oz",
            "Oswald Fitzwilliam",
            "h1",
            (K.FATHER, "di"),
            (K.FATHER, "eb"),
            (K.STEPFATHER, "bo"),
            (K.STEPFATHER, "cy"),
        ),
        person("pat", "Patience Okonkwo", "h2", (K.GRANDMOTHER, "bo"), (K.MOTHER, "ned")),
        person("quin", "Quin Achebe", "h2", (K.FATHER, "ned"), (K.PARTNER, "pat")),
        person("rose", "Rose Montgomery", None, (K.MOTHER, "may"), (K.GRANDMOTHER, "di")),
        person("sal", "Sal Montgomery", None, (K.SISTER, "may"), (K.AUNT, "bo")),
        person("tess", "Tess Fitzwilliam", None, (K.GRANDMOTHER, "di"), (K.GRANDMOTHER, "eb")),
    ),
)

SIXTEEN = (
    (*TWELVE[0], child("fay", "Fay", "Montgomery", date(2010, 2, 2), "h3")),
    (
        *TWELVE[1],
        person("uli", "Ulrich Brandt", "h3", (K.FATHER, "fay"), (K.FORMER_PARTNER, "may")),
        person("vic", "Vic Brandt", "h3", (K.FOSTER_CARER, "fay"), (K.PARTNER, "uli")),
        person("wyn", "Wyn Lloyd", None, (K.RELATIVE, "cy")),
    ),
)

TWENTY = (
    (*SIXTEEN[0], child("gus", "Gus", "Brandt", date(2023, 3, 3), "h3")),
    (
        *SIXTEEN[1],
        person("xan", "Xanthe Brandt", None, (K.MOTHER, "uli"), (K.GRANDMOTHER, "gus")),
        person("yve", "Yvette Mbeki", None, (K.MOTHER, "gus"), (K.FORMER_PARTNER, "vic")),
        person("zac", "Zachary Brandt", "h3", (K.FATHER, "gus"), (K.BROTHER, "uli")),
    ),
)


def family_view(told: tuple[tuple[Child, ...], tuple[Person, ...]]) -> View:
    """A view that holds a family, and the households that its people name."""
    children, people = told
    lived_at = (*(each.lives_at for each in children), *(each.lives_at for each in people))
    homes = sorted({home for home in lived_at if home})
    records = Records(
        case="CP-2026-0412",
        children=children,
        people=people,
        households=tuple(Household(id=home) for home in homes),
    )
    return view_for(records=records, children=tuple(each.id for each in children))


_CHARTS = """{% from "_parts/charts.html" import family_chart, timeline with context %}
<article class="report" lang="{{ language.tag }}" dir="{{ language.direction }}">
<h1>{{ first(_("the conference")) }}</h1>
<h2>{{ _("The family in words") }}</h2>
{{ family_chart() }}
<h2>{{ _("The days that matter") }}</h2>
{{ timeline() }}
<p>{{ _("Live together: %(names)s", names=bdi("A")) }}</p>
<p>{{ _("Live together: %(names)s", names=bdi("B")) }}</p>
<p>{{ _("Live together: %(names)s", names=bdi("C")) }}</p>
</article>"""


def charted(view: View, language: Language) -> Composed:
    """A short report with both charts of a view, as a template asks for them."""
    told = {**Telling(view, language, Missing()).tools(), **charts.tools(view, language)}
    template = environment().from_string(_CHARTS)
    return Composed(
        document="minutes",
        about="initial-1",
        language=language.tag,
        direction=language.direction,
        title="Charts",
        author="Exampleton Council",
        reference="AB12-CD34",
        body=template.render({**told, "view": view, "language": language}),
        running=Running(
            marking="OFFICIAL: SENSITIVE",
            title="Charts",
            reference="AB12-CD34",
            page_of="Page {page} of {pages}",
        ),
    )
