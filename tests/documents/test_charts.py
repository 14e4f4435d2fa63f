"""The drawn charts: what is in them, what is not, and that nothing stands on anything else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from cpdocs.documents.charts import graphviz
from cpdocs.documents.charts.due import due_days
from cpdocs.documents.charts.family import Family, family_of
from cpdocs.documents.charts.layout import (
    Homes,
    Layout,
    Stroke,
    Way,
    laid_out,
    part_laid_out,
)
from cpdocs.documents.charts.parts import Fits, in_parts
from cpdocs.documents.charts.words import EM, Words
from cpdocs.errors import MissingProgram
from cpdocs.languages import Language, load_language
from cpdocs.model.people import Child, Person, RelationKind
from cpdocs.model.ruling import RuledName
from cpdocs.model.view import View
from tests.documents.contract import breaches
from tests.documents.families import (
    EIGHT,
    SIXTEEN,
    THREE,
    TWELVE,
    TWENTY,
    charted,
    child,
    family_view,
    person,
)
from tests.documents.views import RULED, STYLE, ruled, view_for
from tests.languages.pseudo import make_language, words_of

K = RelationKind
ENGLISH = load_language("en")
SVG = "{http://www.w3.org/2000/svg}"
FAMILIES = {
    "three": THREE,
    "eight": EIGHT,
    "twelve": TWELVE,
    "sixteen": SIXTEEN,
    "twenty": TWENTY,
}
OWN = (*words_of(STYLE), "as soon as possible")
every_family = pytest.mark.parametrize("name", FAMILIES)


@pytest.fixture(scope="module")
def right_to_left(tmp_path_factory: pytest.TempPathFactory) -> Language:
    return load_language("xr", make_language(tmp_path_factory.mktemp("languages"), OWN))


def figures(view: View, language: Language = ENGLISH) -> list[etree._Element]:
    return list(etree.fromstring(charted(view, language).body).iter("figure"))


def words_in(element: etree._Element) -> str:
    return " ".join(" ".join(str(text) for text in element.itertext()).split())


def drawn_lines(figure: etree._Element) -> str:
    return " ".join(text.text or "" for text in figure[0].iter(f"{SVG}text"))


def without(view: View, *gone: str) -> View:
    """What the view is for a reader who may not know of some people: neither they nor any word of
    theirs is in it."""
    records = view.records
    people = tuple(
        each.model_copy(update={"relations": tuple(r for r in each.relations if r.of not in gone)})
        for each in records.people
        if each.id not in gone
    )
    children = tuple(each for each in records.children if each.id not in gone)
    cut = records.model_copy(update={"people": people, "children": children})
    return view.model_copy(update={"records": cut})


# -- who is in it ----------------------------------------------------------------------------------


@every_family
def test_every_member_and_relation_that_is_drawn_is_told_in_words(name: str) -> None:
    view = family_view(FAMILIES[name])
    figure = figures(view)[0]
    rows = {words_in(row[0]): words_in(row[1]) for row in figure.iterfind("table/tbody/tr")}
    family = family_of(view)
    assert len(rows) == len(family.members)
    names = {each.id: each.name.full for each in view.records.people}
    names |= {each.id: each.name.full for each in view.records.children if each.name}
    for each in view.records.people:
        for relation in each.relations:
            told = rows[names[each.id]]
            assert relation.kind.replace("-", " ") in told.lower()
            assert names.get(relation.of, "unborn baby") in told


@every_family
def test_what_a_box_says_is_in_the_words_below_it(name: str) -> None:
    figure = figures(family_view(FAMILIES[name]))[0]
    below = " ".join(words_in(each) for each in figure if each.tag in {"p", "table", "ul"}).lower()
    said = re.findall(r"\w+", drawn_lines(figure).lower())
    assert said
    assert [word for word in said if word not in below] == []


@pytest.mark.parametrize("gone", ["tess", "sal", "oz", "di", "eb", "rose"])
def test_a_chart_of_a_view_without_somebody_holds_no_trace_of_them(gone: str) -> None:
    view = family_view(TWELVE)
    never = tuple(
        tuple(
            each.model_copy(update={"relations": tuple(r for r in each.relations if r.of != gone)})
            if isinstance(each, Person)
            else each
            for each in group
            if each.id != gone
        )
        for group in TWELVE
    )
    cut = without(view, gone)
    made = charted(cut, ENGLISH).body
    children = tuple(each for each in never[0] if isinstance(each, Child))
    people = tuple(each for each in never[1] if isinstance(each, Person))
    records = cut.records.model_copy(update={"children": children, "people": people})
    assert made == charted(cut.model_copy(update={"records": records}), ENGLISH).body
    held = view.records.person(gone) or view.records.child(gone)
    assert held is not None
    given = held.name.given if held.name else "unborn"
    assert given not in made
    assert given in charted(view, ENGLISH).body


def test_a_relation_that_the_view_does_not_hold_is_not_drawn() -> None:
    view = family_view(THREE)
    tom = view.records.person("tom")
    assert tom is not None
    people = tuple(
        each.model_copy(update={"relations": ()}) if each.id == "tom" else each
        for each in (*without(view, "tom").records.people, tom)
    )
    cut = view.model_copy(update={"records": view.records.model_copy(update={"people": people})})
    assert [member.id for member in family_of(cut).members] == ["ana", "liz"]
    assert "Tom" not in charted(cut, ENGLISH).body


def test_a_home_that_the_view_does_not_hold_is_neither_ringed_nor_told() -> None:
    view = family_view(THREE)
    cut = view.model_copy(update={"records": view.records.model_copy(update={"households": ()})})
    for seen, expected in ((view, True), (cut, False)):
        body = charted(seen, ENGLISH).body
        assert ('class="ring"' in body) is expected
        assert ("Live together: <bdi" in body.split("</figure>")[0]) is expected


def test_helpers_and_friends_are_no_part_of_the_structure() -> None:
    told = (
        *THREE[1],
        person("kit", "Kit Friend", "h1", (K.FRIEND, "ana")),
        person("lou", "Lou Helper", None, (K.SUPPORTER, "liz")),
    )
    assert family_of(family_view((THREE[0], told))) == family_of(family_view(THREE))


def test_nothing_is_drawn_where_nobody_is_joined_to_the_child() -> None:
    view = family_view((THREE[0], ()))
    assert len(figures(view)) == 1  # the days alone


# -- what the lines say ----------------------------------------------------------------------------


def ties(*people: Person, children: tuple[Child, ...] = THREE[0]) -> set[tuple[str, str]]:
    family = family_of(family_view((children, people)))
    return {(tie.line.value, " ".join((*tie.of, "-", *tie.to))) for tie in family.ties}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([("liz", K.MOTHER, "ana"), ("tom", K.FATHER, "ana")], {("parents", "liz tom - ana")}),
        ([("liz", K.FOSTER_CARER, "ana")], {("other", "liz - ana")}),
        (
            [("liz", K.MOTHER, "ana"), ("liz", K.PARTNER, "tom"), ("tom", K.PARTNER, "liz")],
            {("parents", "liz - ana"), ("partners", "liz - tom")},
        ),
        (
            [("liz", K.MOTHER, "ana"), ("liz", K.FORMER_PARTNER, "tom")],
            {("parents", "liz - ana"), ("former-partners", "liz - tom")},
        ),
        (  # a grandmother through the mother, and one of whom no more is recorded
            [("liz", K.MOTHER, "ana"), ("tom", K.MOTHER, "liz"), ("tom", K.GRANDMOTHER, "ana")],
            {("parents", "liz - ana"), ("parents", "tom - liz")},
        ),
        ([("tom", K.GRANDMOTHER, "ana")], {("other", "tom - ana")}),
        (  # an aunt through her sister, and one of whom no more is recorded
            [("liz", K.MOTHER, "ana"), ("tom", K.SISTER, "liz"), ("tom", K.AUNT, "ana")],
            {("parents", "liz - ana"), ("other", "tom - liz")},
        ),
        ([("tom", K.AUNT, "ana")], {("other", "tom - ana")}),
        (  # a stepfather through the mother's partnership, and one of whom no more is recorded
            [("liz", K.MOTHER, "ana"), ("tom", K.PARTNER, "liz"), ("tom", K.STEPFATHER, "ana")],
            {("parents", "liz - ana"), ("partners", "liz - tom")},
        ),
        ([("tom", K.STEPFATHER, "ana")], {("other", "tom - ana")}),
    ],
)
def test_each_relation_is_one_line_and_none_is_drawn_twice(
    told: list[tuple[str, RelationKind, str]], expected: set[tuple[str, str]]
) -> None:
    names = {"liz": "Liz Reed", "tom": "Tom Hale"}
    people = [
        person(who, name, None, *((kind, of) for by, kind, of in told if by == who))
        for who, name in names.items()
    ]
    assert ties(*people) == expected


def test_generations_stand_in_rows() -> None:
    family = family_of(family_view(TWELVE))
    rows = {row: {member.id for member in family.members if member.row == row} for row in (0, 1, 2)}
    assert rows == {
        0: {"pat", "quin", "rose", "tess"},
        1: {"may", "ned", "oz", "sal"},
        2: {"bo", "cy", "di", "eb"},
    }


# -- where everything stands -----------------------------------------------------------------------


def sizes_of(family: Family, width: float = 70.0) -> dict[str, tuple[float, float]]:
    return {m.id: (width + 7 * (n % 4), 40.0 + 9 * (n % 3)) for n, m in enumerate(family.members)}


def faults(family: Family, layout: Layout) -> Iterator[str]:
    """Everything in a drawing that stands on something else, or outside it."""
    for (one, box), (other, second) in combinations(layout.boxes.items(), 2):
        if box.meets(second):
            yield f"{one} stands on {other}"
    for stroke in layout.strokes:
        x, y = zip(stroke.start, stroke.end, strict=True)
        if x[0] != x[1] and y[0] != y[1]:
            yield "a line that is neither level nor upright"
        if min(x) < 0 or max(x) > layout.width or min(y) < 0 or max(y) > layout.height:
            yield "a line outside the drawing"
        for name, box in layout.boxes.items():
            if (
                min(x) < box.right - 0.1
                and max(x) > box.left + 0.1
                and min(y) < box.bottom - 0.1
                and max(y) > box.top + 0.1
            ):
                yield f"a line over {name}"
    for ring in layout.rings:
        inside = {name for name, box in layout.boxes.items() if ring.meets(box)}
        if inside not in [set(home) for home in family.households]:
            yield "a ring round people of two homes"
    for box in (*layout.boxes.values(), *layout.rings):
        if box.left < 0 or box.top < 0 or box.right > layout.width or box.bottom > layout.height:
            yield "a box outside the drawing"


def shared(one: Stroke, other: Stroke) -> float:
    """How far two lines run on top of each other."""
    for axis in (0, 1):
        if one.start[axis] == one.end[axis] and other.start[axis] == other.end[axis]:
            if abs(one.start[axis] - other.start[axis]) > 1:
                continue
            a = sorted((one.start[1 - axis], one.end[1 - axis]))
            b = sorted((other.start[1 - axis], other.end[1 - axis]))
            return min(a[1], b[1]) - max(a[0], b[0])
    return 0.0


@every_family
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("homes", Homes)
@pytest.mark.parametrize("way", Way)
def test_nothing_stands_on_anything_else(name: str, way: Way, homes: Homes, direction: str) -> None:
    family = family_of(family_view(FAMILIES[name]))
    layout = laid_out(family, sizes_of(family), way, direction, homes)
    assert list(faults(family, layout)) == []
    strokes = combinations(layout.strokes, 2)
    mixed = [pair for pair in strokes if len({stroke.line for stroke in pair}) == 2]
    assert [pair for pair in mixed if shared(*pair) > 1] == []


_IDS = [f"p{number}" for number in range(8)]
_KINDS = [kind for kind in K if kind not in {K.FRIEND, K.SUPPORTER, K.ADVOCATE}]


@st.composite
def any_family(draw: st.DrawFn) -> View:
    """Children and adults with any relations at all, impossible ones too."""
    children = tuple(
        child(f"c{n}", "Kim", "Reed", date(2010 + n, 1, 1), draw(st.sampled_from([None, "h1"])))
        for n in range(draw(st.integers(1, 4)))
    )
    others = [*_IDS, *(each.id for each in children)]
    people = []
    for who in _IDS[: draw(st.integers(1, 8))]:
        told = draw(
            st.lists(
                st.tuples(
                    st.sampled_from(_KINDS), st.sampled_from([o for o in others if o != who])
                ),
                max_size=3,
            )
        )
        home = draw(st.sampled_from([None, "h1", "h2"]))
        people.append(person(who, "Jo Reed", home, *told))
    return family_view((children, tuple(people)))


@settings(max_examples=40, deadline=None)
@given(any_family())
def test_any_family_at_all_is_drawn_with_nothing_on_anything_else(view: View) -> None:
    family = family_of(view)
    for way in Way:
        layout = laid_out(family, sizes_of(family), way, "ltr", Homes.RINGED)
        assert set(layout.boxes) == {member.id for member in family.members}
        assert list(faults(family, layout)) == []


@every_family
def test_words_stand_inside_their_boxes(name: str) -> None:
    figure = figures(family_view(FAMILIES[name]))[0]
    groups = [group for group in figure.iter(f"{SVG}g") if group.find(f"{SVG}rect") is not None]
    assert groups
    for group in groups:
        box = group.find(f"{SVG}rect")
        assert box is not None
        left, top, width, height = (float(box.get(n, "0")) for n in ("x", "y", "width", "height"))
        for text in group.iter(f"{SVG}text"):
            line = Words(text=text.text or "", bold=text.get("class") == "name")
            half = line.width * EM / 2
            x, y = float(text.get("x", "0")), float(text.get("y", "0"))
            assert left <= x - half
            assert x + half <= left + width
            assert top + EM * 0.7 <= y <= top + height - EM * 0.2


def test_the_eldest_stand_where_reading_begins(right_to_left: Language) -> None:
    """Twelve people stand in columns: grandparents on the left in English, else on the right."""
    for language, eldest_first in ((ENGLISH, True), (right_to_left, False)):
        figure = figures(family_view(TWELVE), language)[0]
        at = {words_in(g): float(g[0].get("x", "0")) for g in figure[0].iter(f"{SVG}g")}
        tess = next(x for words, x in at.items() if words.startswith("Tess"))
        bo = next(x for words, x in at.items() if words.startswith("Bo"))
        assert (tess < bo) is eldest_first


def test_brothers_and_sisters_stand_from_the_eldest_on(right_to_left: Language) -> None:
    for language, eldest_first in ((ENGLISH, True), (right_to_left, False)):
        figure = figures(family_view(EIGHT), language)[0]
        at = {words_in(g).split()[0]: float(g[0].get("x", "0")) for g in figure[0].iter(f"{SVG}g")}
        assert (at["Ana"] < at["Bee"] < at["Callum"]) is eldest_first
        assert (at["Ana"] > at["Bee"] > at["Callum"]) is not eldest_first


def test_a_chart_that_fits_stands_in_rows_and_a_wider_one_in_columns() -> None:
    usual = ("three", "eight", "twelve", "sixteen")
    drawn = {name: figures(family_view(FAMILIES[name]))[0] for name in usual}
    boxes = {
        name: [float(v) / EM for v in figure[0].get("viewBox", "").split()[2:]]
        for name, figure in drawn.items()
    }
    assert all(width <= 40 and height <= 53 for width, height in boxes.values()), boxes


def test_families_are_drawn_the_same_every_time_and_as_the_contract_says(
    right_to_left: Language,
) -> None:
    for language in (ENGLISH, right_to_left):
        for told in FAMILIES.values():
            first = charted(family_view(told), language)
            graphviz.places.cache_clear()
            assert first == charted(family_view(told), language)
            assert breaches(first) == []


# -- in several drawings ---------------------------------------------------------------------------


def told_pairs(family: Family) -> set[tuple[str, str, str]]:
    """Every line of a family, from one person to one other."""
    return {(tie.line, one, other) for tie in family.ties for one in tie.of for other in tie.to}


def at_most(people: int) -> Fits:
    """A page that holds so many people."""
    return lambda part, _: len(part.members) <= people


@pytest.mark.parametrize("people", [3, 4, 6, 30])
@every_family
def test_everybody_and_every_line_is_in_some_drawing_and_no_line_in_two(
    name: str, people: int
) -> None:
    family = family_of(family_view(FAMILIES[name]))
    parts = in_parts(family, at_most(people))
    drawn = [pair for part in parts for pair in told_pairs(part.family)]
    assert sorted(drawn) == sorted(told_pairs(family))
    assert {m.id for part in parts for m in part.family.members} == {m.id for m in family.members}
    assert all(len(part.family.members) <= people for part in parts)
    assert (len(parts) == 1) is (people >= len(family.members))


@every_family
def test_whoever_is_in_several_drawings_is_sent_from_each_to_the_next(name: str) -> None:
    parts = in_parts(family_of(family_view(FAMILIES[name])), at_most(3))
    standing = [{member.id for member in part.family.members} for part in parts]
    for number, part in enumerate(parts, start=1):
        for who in standing[number - 1]:
            others = [n for n, here in enumerate(standing, start=1) if who in here and n != number]
            later = [other for other in others if other > number]
            assert part.elsewhere.get(who) == next(iter([*later, *others]), None)


def test_the_first_drawing_is_of_a_child_of_the_conference_and_their_parents() -> None:
    first = in_parts(family_of(family_view(TWELVE)), at_most(5))[0]
    assert {member.id for member in first.family.members} >= {"bo", "cy", "may", "ned"}


def test_a_page_too_narrow_for_two_parents_has_a_drawing_for_each() -> None:
    family = family_of(family_view((THREE[0], THREE[1])))
    parts = in_parts(family, at_most(2))
    assert [sorted(told_pairs(part.family)) for part in parts] == [
        [("parents", "liz", "ana")],
        [("parents", "tom", "ana")],
        [("former-partners", "liz", "tom")],
    ]


def test_where_two_people_are_too_many_nothing_is_drawn() -> None:
    assert in_parts(family_of(family_view(TWELVE)), at_most(1)) == ()


def test_somebody_whom_no_line_joins_is_drawn() -> None:
    alone = child("zoe", "Zoe", "Reed", date(2020, 1, 1), None)
    family = family_of(family_view(((*THREE[0], alone), THREE[1])))
    assert {m.id for part in in_parts(family, at_most(2)) for m in part.family.members} == {
        *("ana", "zoe", "liz", "tom")
    }


@settings(max_examples=40, deadline=None)
@given(any_family(), st.sampled_from([2, 3, 5]))
def test_any_family_at_all_is_drawn_in_parts_with_nothing_on_anything_else(
    view: View, people: int
) -> None:
    family = family_of(view)
    parts = in_parts(family, at_most(people))
    assert not family.ties or parts or people == 2
    for part in parts:
        for way in Way:
            for direction in ("ltr", "rtl"):
                layout = part_laid_out(part.family, sizes_of(part.family), way, direction)
                assert list(faults(part.family, layout)) == []


def several(view: View, language: Language = ENGLISH) -> list[list[etree._Element]]:
    """For each size of page, the drawings that the family has there."""
    found = figures(view, language)[0].iterfind("div[@class='parts']")
    return [parts.findall(f"{SVG}svg") for parts in found]


def boxes_in(drawing: etree._Element) -> list[str]:
    groups = drawing.iter(f"{SVG}g")
    return [words_in(each) for each in groups if each.find(f"{SVG}rect") is not None]


@every_family
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_in_parts_everybody_has_a_box_and_the_way_to_their_next(
    name: str, direction: str, right_to_left: Language
) -> None:
    language = ENGLISH if direction == "ltr" else right_to_left
    view = family_view(FAMILIES[name])
    people = [each.name.full for each in view.records.people]
    for drawings in several(view, language):
        said = [words for drawing in drawings for words in boxes_in(drawing)]
        told = " ".join(said).replace("- ", "-")
        assert [person for person in people if person not in told] == []
        if direction == "ltr" and len(drawings) > 1:
            for number, drawing in enumerate(drawings, start=1):
                assert words_in(drawing).startswith(
                    f"Chart {number} of {len(drawings)} of the family. "
                )
                for box in boxes_in(drawing):
                    sent = re.search(r"See chart (\d+)", box)
                    if sent:
                        who = box[: sent.start()]
                        assert int(sent[1]) != number
                        there = boxes_in(drawings[int(sent[1]) - 1])
                        assert any(other.startswith(who.split(" ")[0]) for other in there)
            once = [box for box in said if "See chart" not in box]
            assert len(once) == len(set(once))


@every_family
def test_nothing_of_a_part_is_over_its_edge(name: str) -> None:
    for drawings in several(family_view(FAMILIES[name])):
        for drawing in drawings:
            _, _, width, height = map(float, drawing.get("viewBox", "").split())
            for shape in drawing.iter(f"{SVG}rect", f"{SVG}line"):
                at = {str(key): float(n) for key, n in shape.items() if key != "class"}
                if "x1" in at:
                    sides = at["x1"], at["x2"], at["y1"], at["y2"]
                else:
                    right, bottom = at["x"] + at["width"], at["y"] + at["height"]
                    sides = at["x"], right, at["y"], bottom
                assert min(sides) >= 0
                assert max(sides[:2]) <= width
                assert max(sides[2:]) <= height


def test_a_line_across_another_is_told_from_one_that_meets_it() -> None:
    family = family_of(family_view(THREE))
    plain = part_laid_out(family, sizes_of(family), Way.BELOW, "ltr")
    assert not plain.has_crossing
    level = replace(plain.strokes[0], tie=9, start=(0.0, 50.0), end=(100.0, 50.0))
    across = replace(level, tie=8, start=(50.0, 0.0), end=(50.0, 100.0))
    meeting = replace(across, start=(50.0, 50.0))
    assert replace(plain, strokes=(level, across)).has_crossing
    assert not replace(plain, strokes=(level, meeting)).has_crossing
    assert not replace(plain, strokes=(level, replace(across, tie=9))).has_crossing


# -- the program -----------------------------------------------------------------------------------


def test_the_program_is_told_numbers_and_never_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    real = graphviz.places

    def listen(graph: str) -> dict[str, float]:
        asked.append(graph)
        return real(graph)

    monkeypatch.setattr(graphviz, "places", listen)
    charted(family_view(SIXTEEN), ENGLISH)
    assert asked
    known = {"graph", "digraph", "node", "edge", "rank", "same", "subgraph", "style", "invis"}
    known |= {"newrank", "true", "nodesep", "ranksep", "shape", "box", "fixedsize", "label"}
    known |= {"width", "height", "dir", "none", "weight", "margin"}
    words = {word for graph in asked for word in re.findall(r"[A-Za-z_]{2,}", graph)}
    assert words - known == {"cluster_"}


def test_without_the_program_the_error_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    graphviz.places.cache_clear()
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingProgram, match="Debian: graphviz") as raised:
        charted(family_view(THREE), ENGLISH)
    assert raised.value.exit_code == 3


def test_a_program_that_fails_is_said_to_and_nothing_of_its_input_is_passed_on(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    graphviz.places.cache_clear()
    broken = tmp_path / "dot"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setattr("shutil.which", lambda _: str(broken))
    with pytest.raises(MissingProgram, match="did not lay out") as raised:
        charted(family_view(THREE), ENGLISH)
    assert raised.value.__cause__ is None


# -- the days --------------------------------------------------------------------------------------


def test_days_stand_in_order_and_what_is_due_on_one_day_stands_together() -> None:
    days = due_days(view_for())
    assert [day.on for day in days] == sorted({day.on for day in days})
    assert days[0].what == (RuledName.REPORTS_DUE, RuledName.REPORT_TO_FAMILY_DUE)
    assert [day.on for day in days if None in day.what] == [date(2026, 11, 23)]


def test_a_day_that_the_view_does_not_hold_is_not_on_the_line() -> None:
    kept = tuple(value for value in RULED if value.name is not RuledName.REVIEW_DUE)
    assert "22 February 2027" in charted(view_for(), ENGLISH).body
    assert "22 February 2027" not in charted(view_for(ruled=kept), ENGLISH).body


def test_what_has_no_day_is_not_on_the_line() -> None:
    view = view_for(ruled=(ruled(RuledName.MINUTES_DUE, None, "as soon as possible"),))
    assert due_days(view)[0].what == (None,)
    assert not [f for f in figures(view) if "days that matter" in words_in(f)]


_NOT_DAYS = {
    *(RuledName.ARRIVE_BY, RuledName.PROFESSIONALS_ARRIVE_BY, RuledName.QUORATE),
    *(name for name in RuledName if name.endswith("-every")),
}


@pytest.mark.parametrize("name", [name for name in RuledName if name not in _NOT_DAYS])
def test_every_value_with_a_day_has_words(name: RuledName) -> None:
    figure = figures(view_for(ruled=(ruled(name, date(2026, 12, 30)),)))[-1]
    assert re.search(r"30 December 2026 \w+ \w+", drawn_lines(figure))


def test_the_line_and_the_table_below_it_say_the_same() -> None:
    late = ruled(RuledName.CORE_GROUP_DUE, datetime(2026, 12, 2, 9, 30))
    figure = figures(view_for(ruled=(*RULED, late)))[-1]
    drawn = [
        " ".join(text.text or "" for text in group.iter(f"{SVG}text"))
        for group in figure[0].iter(f"{SVG}g")
    ]
    told = [words_in(row) for row in figure.iterfind("table/tbody/tr")]
    assert drawn == told
    assert "2 December 2026 First meeting of the core group" in drawn
