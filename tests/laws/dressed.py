"""Invented cases in plain English: everyday words for names, and the prose of real minutes.

`dressed(case, rng, pool)` keeps a generated case's people, parts and decisions, and gives names
from the pool to whoever has one. Its texts name nobody of the case, so whatever a search finds in
them it finds wrongly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import yaml

from cpdocs.case.case import Case

CASES = Path(__file__).parents[2] / "data" / "cases"


class Pool(NamedTuple):
    """Names to draw from."""

    given: tuple[str, ...]
    family: tuple[str, ...]


def _names(words: str) -> tuple[str, ...]:
    return tuple(word.capitalize() for word in words.split())


# Chosen from lists of given and family names, not from `data/everyday-words.txt`.
EVERYDAY = Pool(
    _names("""hope rose may grace mark will rich sunny art dean faith joy lily daisy ivy holly
    heather hazel olive poppy violet ruby pearl amber crystal jade sky star angel melody harmony
    patience bill bob drew frank grant jack jay nick pat ray rob sue chase cliff dale guy hunter
    king max miles norm prince reed robin rusty sandy summer autumn june april dawn eve christian
    destiny blessing precious willow teddy penny carol jean kit bonny basil ginger rocky sonny duke
    earl comfort promise chip bud river phoenix justice trinity heaven charm fern clover honey"""),
    _names("""page church park street bell dean day field wood hall hill king young short long
    little moody savage close cross fisher cook baker butcher parsons pope bishop knight judge law
    land banks rivers brook marsh moor stone rock steel gold silver cotton glass key lock gates
    walls towers temple house kitchen gardener walker hunter singer porter skinner wise sharp smart
    strong swift keen good best noble bright white black green gray brown rose lily berry rice bacon
    salt pepper sugar lamb fish bird fox wolf bull hawk crane frost snow rain flood summers winter
    spring may march friday weekes power price sales rich penny pound cash bond case child grant
    will mark art may hope"""),
)
ORDINARY = Pool(
    _names("""amina zayn katherine mohammed hussain yusuf lukasz zoe tariq nadia callum siobhan
    oluwaseun priya rajesh fatima ibrahim aleksandra wojciech catherine stephen philip
    michaela jessica thomas rebecca abdullah khadija zeynep mehmet nguyen svetlana
    dmitri chiamaka kwame patrick eleanor francesca giovanni marcus natalie harpreet
    gurdeep sameera aisha leanne kieran rhiannon angharad euan morag alasdair josephine
    bartholomew"""),
    _names("""khan hussain begum kowalski nowak okafor adeyemi mensah patel sharma singh kaur
    chowdhury rahman prescott holroyd tindall whitlock hartley okonkwo macdonald
    campbell davies griffiths llewellyn evans roberts edwards thompson robinson mahmood
    yusuf ahmed ali akhtar ivanov petrov yilmaz demir fernandes silva rossi schmidt
    jorgensen sorensen dubois nguyen tran zhang ferguson sutherland pemberton cartwright
    hargreaves ashworth"""),
)
STREETS = ("Street", "Road", "Lane", "Close", "Avenue", "Drive", "Court", "Gardens")
TOWNS = (
    "Wells",
    "Bath",
    "Reading",
    "Deal",
    "Battle",
    "Rugby",
    "Sandwich",
    "Ware",
    "Hull",
    "Settle",
)
TITLES = ("Views of the family", "Information from agencies", "Police information", "Background")
POSTS = ("Social worker", "Team manager", "Health visitor", "Class teacher", "Police constable")
# Everyday words as everybody uses them, large and small.
SAID = (
    "She may come on Friday, and he will ring in May or June.",
    "He hopes to mark the day with a walk in Hope Park.",
    "They met at the church hall in Rose Lane on Sunday.",
    "The dean of the college rang on Page Street.",
    "I will grant that it was a long day; the bill was paid in cash.",
    "It was a joy to see how she rose to the chase and the art class.",
    "Will he go to the park? May she stay in the house until spring?",
    "Grace is said before meals. Faith matters to the family.",
    "He works at the Bell in King Street, and fishes in the brook at Marsh End.",
    "See page 3 of the report, and Page 4 of the plan.",
    "On Good Friday they went to Black Rock, and to the Green on Sunday.",
    "She has a kit for judo, a penny jar and a teddy, and likes to sing.",
    "The price of the house is high; the bank and the court know it.",
    "Mother and baby are well. The midwife saw them in the Summer Ward.",
    "He will be five in April. Summer was hard, and Autumn Term is better.",
    "Nobody would chip in. The frank talk was a star moment, sunny and rich in hope.",
    "The Park and the Church both run groups; Justice and Trinity are among the values.",
    "They live by the river; a rocky path leads to the fern garden.",
)
_ID = re.compile(r"[A-Za-z]+-qzx\d+")


@cache
def prose() -> tuple[str, ...]:
    """The sentences of the sample cases that name nobody of theirs."""
    trees = [yaml.safe_load(p.read_text(encoding="utf-8")) for p in sorted(CASES.glob("*/*.yaml"))]
    names = {word for tree in trees for text in _strings(tree, NAMED) for word in text.split()}
    names -= {"May", "The"}
    found = {
        sentence
        for tree in trees
        for text in _strings(tree, frozenset({"text"}))
        for sentence in re.split(r"(?<=[.?!])\s+", text)
    }
    return tuple(sorted(s for s in found if not names & set(re.findall(r"\w+", s))))


NAMED = frozenset({"given", "family", "known_as", "name"})


def _strings(value: Any, fields: frozenset[str], name: str = "") -> Iterator[str]:
    """The strings of some fields in a tree."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _strings(inner, fields, key)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner, fields, name)
    elif isinstance(value, str) and name in fields:
        yield value


class _Dresser:
    def __init__(self, rng: Random, pool: Pool) -> None:
        self.rng = rng
        self.pool = pool

    def text(self) -> str:
        return f"{self.rng.choice(prose())} {self.rng.choice(SAID)} {self.rng.choice(prose())}"

    def name(self) -> dict[str, str]:
        return {
            "given": self.rng.choice(self.pool.given),
            "family": self.rng.choice(self.pool.family),
        }

    def address(self) -> list[str]:
        named = self.rng.choice(self.pool.family)
        house = f"{self.rng.randint(1, 200)} {named} {self.rng.choice(STREETS)}"
        return [house, self.rng.choice(TOWNS)]

    def value(self, value: Any, holder: str, name: str) -> Any:
        if isinstance(value, dict) and "given" in value:
            known = self.rng.choice(self.pool.given) if value["known_as"] else None
            return {**self.name(), "known_as": known, "title": value["title"]}
        if isinstance(value, dict):
            return {key: self.value(inner, name, key) for key, inner in value.items()}
        if name == "lines" and value:
            return self.address()
        if isinstance(value, list | tuple):
            return [self.value(inner, holder, name) for inner in value]
        if not isinstance(value, str) or "qzx" not in value or _ID.fullmatch(value):
            return value
        return self.string(holder, name)

    def string(self, holder: str, name: str) -> str:
        match holder, name:
            case ("professionals", "name"):
                return " ".join(self.name().values())
            case ("agencies", "name"):
                return f"{self.rng.choice(self.pool.family)} Project"
            case ("places", "name"):
                return f"{self.rng.choice(self.pool.family)} Primary School"
            case (_, "designation"):
                return self.rng.choice(POSTS)
            case (_, "title"):
                return self.rng.choice(TITLES)
            case (_, "email"):
                return ".".join(self.name().values()).lower() + "@example.org"
        return self.text()


def dressed(case: Case, rng: Random, pool: Pool) -> Case:
    """The case in plain English, with names from the pool."""
    return Case.model_validate(_Dresser(rng, pool).value(case.model_dump(), "", ""))
