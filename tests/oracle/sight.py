"""What somebody sees: the cells of the table, matter by matter, for one pair of eyes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cpdocs.model.conference import Action, Decision, Part
from cpdocs.model.people import Child, Person
from cpdocs.model.places import Agency, AgencyKind, Household, Place
from cpdocs.model.sharing import Passage, Sharing
from cpdocs.values import Sensitivity
from tests.oracle.eyes import Eyes
from tests.oracle.table import POLICY


class Says(StrEnum):
    """What a cell answers."""

    NO = "no"
    YES = "yes"
    PLAIN = "plain"  # a passage, in its plain wording alone


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What is asked of a cell."""

    about: str | None = None
    part: Part | None = None
    block: Sharing | None = None  # the record's own
    also: Sharing | None = None  # its part's, for what only its part shuts
    agency: str | None = None  # of whoever gave a passage
    worded: bool = False  # there are agreed words for this reader
    passage: bool = False
    at_home: bool = False  # the reader lives there
    works_with: bool = False  # the reader works with somebody who lives or goes there
    homes: tuple[Household, ...] = ()  # protected homes that it gives away
    owners: tuple[str, ...] = ()


def _by_chair(eyes: Eyes, asked: Asked) -> bool:
    if asked.homes:
        return all(eyes.agreed(home.sharing) for home in asked.homes)
    return eyes.agreed(asked.block) or eyes.agreed(asked.also)


def _both_there(eyes: Eyes, asked: Asked) -> bool:
    part = asked.part.id if asked.part else None
    if asked.about in eyes.people and part is not None:
        return part in eyes.was_in(eyes.who) and part in eyes.was_in(asked.about or "")
    return False


def _cell(eyes: Eyes, cell: str, asked: Asked) -> bool:  # noqa: PLR0912 one branch a word
    about, me = asked.about, eyes.professional
    contacts = set(me.direct_contact_with) if me else set()
    if cell == "yes":
        return True
    if cell == "no":
        return False
    if cell == "chair":
        return _by_chair(eyes, asked)
    if cell == "in-writing":
        return bool(asked.homes) and all(eyes.agreed_in_writing(h.sharing) for h in asked.homes)
    if cell == "theirs":
        return about in contacts
    if cell == "patient":
        return about in contacts or asked.works_with
    if cell == "household":
        child = eyes.children[about or ""]
        with_me = eyes.lives_at is not None and child.lives_at == eyes.lives_at
        return about in eyes.parent_of(eyes.who) or with_me
    if cell == "police":
        police = me is not None and eyes.agencies[me.agency].kind is AgencyKind.POLICE
        return police or _by_chair(eyes, asked)
    if cell == "provider":
        gave = me is not None and asked.agency == me.agency
        return gave or _by_chair(eyes, asked)
    if cell == "was-there":
        return asked.part is not None and asked.part.id in eyes.was_in(eyes.who)
    if cell == "core-group":
        return eyes.in_core_group_of(about or "") or _by_chair(eyes, asked)
    if cell == "core-member":
        return eyes.in_core_group_of(about or "")
    if cell == "core-action":
        return eyes.in_core_group_of(about or "") or eyes.who in asked.owners
    if cell == "plan-ended":
        return about in eyes.plans_ended()
    if cell == "own-action":
        return eyes.who in asked.owners
    if cell == "own-requests":
        return asked.block is not None and asked.block.asked_by == eyes.who
    if cell == "if-invited":
        return eyes.invited and not eyes.out_of_all
    if cell == "if-decided":
        return (eyes.invited or eyes.told_the_outcome) and not eyes.out_of_all
    if cell == "lives-there":
        return asked.at_home
    if cell == "self":
        return about == eyes.who
    if cell == "parts":
        return asked.part is None or asked.part.id in eyes.gets
    if cell == "both-there":
        return _both_there(eyes, asked) or _by_chair(eyes, asked)
    if cell == "agreed":
        return asked.worded or _by_chair(eyes, asked)
    raise AssertionError(cell)


def asks(eyes: Eyes, matter: str, asked: Asked) -> Says:
    """The answer of every column in which this person stands: the narrowest of them."""
    part = asked.part.id if asked.part else None
    columns = eyes.columns(asked.about, part)
    cells = {POLICY[matter, column] for column in columns}
    if not cells or not all(cell == "plain" or _cell(eyes, cell, asked) for cell in cells):
        return Says.NO
    return Says.PLAIN if "plain" in cells and asked.passage else Says.YES


def _yes(eyes: Eyes, matter: str, asked: Asked) -> bool:
    return asks(eyes, matter, asked) is not Says.NO


# The conference


def facts(eyes: Eyes) -> bool:
    """Type, date and place; without these there is no view."""
    return _yes(eyes, "facts", Asked())


def barred(eyes: Eyes) -> bool:
    """Excluded from the whole, and the chair decided on nothing that they may have."""
    return eyes.out_of_all and not (eyes.may_have_parts or eyes.may_have_decisions)


# People


def child(eyes: Eyes, it: Child) -> bool:
    """That there is this child, their name, and whether they are a subject."""
    if eyes.named_out(it.sharing) or barred(eyes):
        return False
    return _yes(eyes, "child-name", Asked(about=it.id, block=it.sharing))


def child_private(eyes: Eyes, it: Child) -> bool:
    """Birth and due dates, needs, legal status and background."""
    if eyes.out_of_all and it.id != eyes.who:
        return False
    return child(eyes, it) and _yes(eyes, "child-private", Asked(about=it.id))


def person(eyes: Eyes, it: Person) -> bool:
    """A family member's name and relations."""
    if eyes.named_out(it.sharing):
        return False
    if it.id == eyes.who:
        return True
    if barred(eyes) or not eyes.columns(it.id):
        return False
    if eyes.professional:
        return _yes(eyes, "family-name", Asked(about=it.id))
    mine = {r.of for r in eyes.person.relations} if eyes.person else set()
    helps = {r.of for r in it.relations if r.kind in ("supporter", "advocate")}
    helped = {
        r.of
        for r in (eyes.person.relations if eyes.person else ())
        if r.kind in ("supporter", "advocate")
    }
    if eyes.who in helps or it.id in helped & mine:
        return True
    return bool(eyes.parts_of(it.id) & eyes.knows_of)


def adult_private(eyes: Eyes, who: str) -> bool:
    """Needs of an adult: nothing but the standing of the reader opens them."""
    if eyes.out_of_all and who != eyes.who:
        return False
    return _yes(eyes, "adult-private", Asked(about=who))


def contact(eyes: Eyes, who: str) -> bool:
    """Contact and delivery of family and children."""
    if eyes.out_of_all and who != eyes.who:
        return False
    return _yes(eyes, "family-call", Asked(about=who))


def gives_away(eyes: Eyes, reveals: tuple[str, ...]) -> bool:
    """It reveals a home whose address this person may not see."""
    return any(not address(eyes, eyes.households[home]) for home in reveals)


def agency(eyes: Eyes, it: Agency) -> bool:
    """An agency's name: as the names of its professionals."""
    return eyes.professional is not None or not gives_away(eyes, it.reveals)


def professional(eyes: Eyes, who: str) -> bool:
    """A professional's name, designation and agency."""
    it = eyes.professionals[who]
    if eyes.named_out(it.sharing) or not facts(eyes):
        return False
    if eyes.professional:
        return _yes(eyes, "professional", Asked(about=who))
    home = eyes.agencies[it.agency]
    if gives_away(eyes, it.reveals) or gives_away(eyes, home.reveals):
        return False
    if who == eyes.conference.chair:
        return True  # who holds the conference is one of its facts
    if barred(eyes):
        return False
    for column in eyes.columns(who):
        cell = POLICY["professional", column]
        if cell == "if-invited" and (not eyes.invited or eyes.out_of_all):
            return False
        if cell == "key-workers" and not key_worker(eyes, who):
            return False
    return True


def key_worker(eyes: Eyes, who: str) -> bool:
    """The chair, or a lead worker: the child's own, for an adult one for any child of it."""
    children = set(eyes.conference.children) & ({eyes.who} if eyes.child else set(eyes.children))
    leads = set(eyes.professionals[who].lead_worker_for)
    return who == eyes.conference.chair or bool(leads & children)


def professional_contact(eyes: Eyes, who: str) -> bool:
    """How a professional can be reached."""
    if not professional(eyes, who):
        return False
    return eyes.professional is not None or key_worker(eyes, who)


# Homes and places


def _homes_of(eyes: Eyes, users: list[Child | Person]) -> set[str]:
    return {user.lives_at for user in users if user.lives_at}


def residents(eyes: Eyes, home: str) -> list[str]:
    """The adults who live there; the children, where no adult does."""
    adults = [p.id for p in eyes.case.people if p.lives_at == home]
    return adults or [c.id for c in eyes.case.children if c.lives_at == home]


def users(eyes: Eyes, place: str) -> list[Child | Person]:
    """Everybody who goes to a place."""
    found: list[Child | Person] = [
        c for c in eyes.case.children if place in (c.school, c.nursery, c.surgery)
    ]
    found += [p for p in eyes.case.people if p.surgery == place]
    return found


def _anyone(eyes: Eyes, ids: list[str]) -> bool:
    me = eyes.professional
    return me is not None and bool(set(me.direct_contact_with) & set(ids))


def address(eyes: Eyes, home: Household) -> bool:
    """A household's address and landline."""
    if eyes.named_out(home.sharing):
        return False
    at_home = eyes.lives_at == home.id
    if eyes.out_of_all:
        return at_home
    if at_home and eyes.columns(eyes.who):
        return True
    everyone = [p.id for p in eyes.case.people if p.lives_at == home.id]
    everyone += [c.id for c in eyes.case.children if c.lives_at == home.id]
    matter = "protected" if home.protected else "address"
    asked = [
        Asked(
            about=who,
            homes=(home,) if home.protected else (),
            works_with=_anyone(eyes, everyone),
        )
        for who in residents(eyes, home.id)
    ]
    return (bool(asked) and all(_yes(eyes, matter, one) for one in asked)) or (
        not asked and eyes.professional is not None and _yes(eyes, matter, Asked(homes=(home,)))
    )


def lives_at(eyes: Eyes, it: Child | Person) -> bool:
    """Where a person lives, as told in their record."""
    home = eyes.households.get(it.lives_at or "")
    if home is None or eyes.named_out(home.sharing):
        return False
    at_home = eyes.lives_at == home.id
    if eyes.out_of_all:
        return it.id == eyes.who
    if at_home:
        return True
    asked = Asked(about=it.id, homes=(home,) if home.protected else ())
    return _yes(eyes, "protected" if home.protected else "address", asked)


def homes_given_away(eyes: Eyes, it: Place) -> tuple[Household, ...]:
    """The protected homes that somebody who knows of the place could find."""
    known = {*it.reveals, *_homes_of(eyes, users(eyes, it.id))}
    return tuple(h for h in eyes.case.households if h.id in known and h.protected)


def goes_to(eyes: Eyes, it: Child | Person, place: str) -> bool:
    """That a person goes to this school, nursery or surgery, as told in their record."""
    homes = homes_given_away(eyes, eyes.places[place])
    if eyes.out_of_all:
        return it.id == eyes.who
    if it.id == eyes.who or (eyes.lives_at is not None and it.lives_at == eyes.lives_at):
        return True
    asked = Asked(about=it.id, homes=homes)
    return _yes(eyes, "protected" if homes else "address", asked)


def place(eyes: Eyes, it: Place) -> bool:
    """A place's name and address."""
    homes = homes_given_away(eyes, it)
    going = users(eyes, it.id)
    mine = eyes.lives_at is not None and eyes.lives_at in _homes_of(eyes, going)
    if eyes.out_of_all:
        return any(user.id == eyes.who for user in going)
    if mine or any(user.id == eyes.who for user in going):
        return True
    adults = [user.id for user in going if user.id in eyes.people]
    about = adults or [user.id for user in going]
    asked = [
        Asked(about=who, homes=homes, works_with=_anyone(eyes, [user.id for user in going]))
        for who in about
    ]
    return all(_yes(eyes, "protected" if homes else "address", one) for one in asked)


# Between offices, and what an excluded person is told


def between_offices(eyes: Eyes, about: str | None = None) -> bool:
    """What passes between the lead worker, the office and another authority."""
    return not eyes.out_of_all and _yes(eyes, "office", Asked(about=about))


def told_in_writing(eyes: Eyes, who: str) -> bool:
    """What the chair tells somebody of their exclusion."""
    return _yes(eyes, "told-in-writing", Asked(about=who))


# Decisions and plans


def decision(eyes: Eyes, child_id: str, block: Sharing | None = None) -> bool:
    """Decision, category, reasons and dissent for a child; `block`: of the record that tells."""
    if eyes.out_of_all and not eyes.may_have_decisions:
        return False
    return _yes(eyes, "decision", Asked(about=child_id, block=block))


def sees_decision(eyes: Eyes, it: Decision) -> bool:
    """One decision, with its own sharing block."""
    return not eyes.named_out(it.sharing) and decision(eyes, it.child, it.sharing)


def action(eyes: Eyes, it: Action, own: str | None = None) -> bool:
    """One action of a plan; `own`: the child whose own plan it stands in."""
    if eyes.named_out(it.sharing) or eyes.out_of_all or not facts(eyes):
        return False
    if eyes.who in it.owners:
        return True
    if not all(
        _yes(
            eyes,
            "childs-own-plan" if who == own else "plan",
            Asked(about=who, block=it.sharing, owners=it.owners),
        )
        for who in it.children
    ):
        return False
    return all(
        _yes(eyes, "adult-private", Asked(about=who, block=it.sharing))
        for who in it.about
        if who in eyes.people
    )


# Passages


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What becomes of a passage: withheld, full, plain, or agreed words (by position)."""

    how: str
    variant: int | None = None


WITHHELD = Outcome(how="withheld")
FULL = Outcome(how="full")
PLAIN = Outcome(how="plain")

_MATTERS = {
    Sensitivity.CHILD_PRIVATE: "child-private",
    Sensitivity.ADULT_PRIVATE: "adult-private",
    Sensitivity.CHILD_CONFIDED: "child-confided",
    Sensitivity.KEPT_FROM_CHILD: "kept-from-child",
    Sensitivity.POLICE: "police",
    Sensitivity.CRIMINAL: "criminal",
    Sensitivity.THIRD_PARTY: "third-party",
    Sensitivity.LEGAL_ADVICE: "legal-advice",
    Sensitivity.CONFIDENTIAL_SECTION: "confidential",
}


def _agency_of(eyes: Eyes, by: str | None) -> str | None:
    it = eyes.professionals.get(by or "")
    return it.agency if it else None


class Among(StrEnum):
    """Among which words a passage stands."""

    MINUTES = "minutes"
    PURPOSE = "purpose"  # and a booking's, a stand-down's
    REASONS = "reasons"  # of a decision
    PAPER = "paper"
    ENDING = "ending"  # and a cover: what an excluded reader may have with the decisions


@dataclass(frozen=True, kw_only=True)
class Where:
    """Where a passage stands, and so what is asked of it beside its own words."""

    among: Among
    part: Part | None = None
    by: str | None = None  # who gave it
    decides: str | None = None  # the child whose decision it is a reason for
    children: tuple[str, ...] = ()  # the paper's: whom words about nobody are about
    with_paper: frozenset[str] = frozenset()  # of whom the paper itself tells
    matters: tuple[tuple[str, str | None], ...] = ()  # asked beside those of its own words


def passage(eyes: Eyes, it: Passage, where: Where) -> Outcome:
    """What one pair of eyes gets of a passage."""
    if eyes.named_out(it.sharing) or not facts(eyes):
        return WITHHELD
    if where.part is not None and not eyes.in_reach(where.part):
        return WITHHELD
    if eyes.out_of_all and where.among in (Among.PURPOSE, Among.PAPER):
        return WITHHELD
    outcome = _outcome(eyes, it, where)
    # Words agreed for a helper stand where their person sees the passage at all.
    return outcome if outcome == WITHHELD else _agreed(it, eyes.reader) or outcome


def _agreed(it: Passage, who: str) -> Outcome | None:
    for number, words in enumerate(it.wording_for):
        if who in words.readers and words.agreed_by_chair:
            return Outcome(how="variant", variant=number)
    return None


def _outcome(eyes: Eyes, it: Passage, where: Where) -> Outcome:
    agreed = _agreed(it, eyes.who)
    if agreed is not None:
        return agreed
    gave = _agency_of(eyes, where.by)
    if eyes.professional and gave is not None and gave == eyes.professional.agency:
        return FULL
    part = where.part
    asked = Asked(part=part, block=it.sharing, agency=gave, passage=True)
    answers = {_answer(eyes, matter, asked, about) for matter, about in _matters(eyes, it, where)}
    if part is not None:
        answers |= {_part_answer(eyes, matter, part, asked) for matter in _part_matters(part)}
    if Says.NO in answers:
        return WITHHELD
    if Says.PLAIN in answers:
        return PLAIN if it.plain else WITHHELD
    return FULL


def gets_part(eyes: Eyes, it: Passage, part: Part) -> bool:
    """The part as such comes to this person, so that a mark may stand for this passage of it."""
    asked = Asked(part=part, block=it.sharing)
    return eyes.in_reach(part) and all(
        _part_answer(eyes, matter, part, asked) is not Says.NO for matter in _part_matters(part)
    )


def _matters(eyes: Eyes, it: Passage, where: Where) -> list[tuple[str, str | None]]:
    found = list(where.matters)
    if where.decides:
        found.append(("decision", where.decides))
    # A reason is about its child, as words in a paper are about the paper's.
    about = it.about or where.children or (where.decides,)
    for who in about:
        if who in eyes.children and who not in where.with_paper:
            found.append(("child-private", who))
        if who in eyes.people:
            found.append(("adult-private", who))
    if it.sensitivity:
        matter = _MATTERS.get(it.sensitivity, "process")
        found += [(matter, who) for who in about]
    return found


def _answer(eyes: Eyes, matter: str, asked: Asked, about: str | None) -> Says:
    return asks(
        eyes,
        matter,
        Asked(
            about=about,
            part=asked.part,
            block=asked.block,
            agency=asked.agency,
            passage=True,
        ),
    )


def _part_matters(part: Part | None) -> list[str]:
    if part is None:
        return []
    shut = ["confidential"] * part.confidential + ["legal-advice"] * part.legal_advice
    return shut or ["open-part"]


def _part_answer(eyes: Eyes, matter: str, part: Part, asked: Asked) -> Says:
    # A passage's own block opens an open part alone, never a confidential section.
    own = None if part.confidential or part.legal_advice else asked.block
    return asks(eyes, matter, Asked(part=part, block=own, also=part.sharing, passage=True))
