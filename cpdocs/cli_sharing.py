"""How the command line shows the operator who may see what: by place and rule, without words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from cpdocs.case.case import Case
from cpdocs.cli_show import console, say_table, say_under
from cpdocs.packs.occasions import Due, copies_due
from cpdocs.packs.one import conference_of, known_reader
from cpdocs.packs.verify import ledger_of
from cpdocs.sharing import NothingToShare, Withheld
from cpdocs.sharing.explain import Explanation, explain
from cpdocs.sharing.share import everybody


@dataclass(frozen=True, kw_only=True)
class ReaderLine:
    """One reader of one conference: what the authority sends them, and what sharing withholds."""

    conference: str
    reader: str
    documents: tuple[str, ...]
    withheld: dict[str, int] | None  # places by rule; None: they may see nothing at all


def lines(case: Case, about: str | None) -> tuple[ReaderLine, ...]:
    """A line for each person of the case and each conference, or the one that `about` names."""
    conferences = case.conferences if about is None else (conference_of(case, about),)
    return tuple(
        ReaderLine(
            conference=conference.id,
            reader=reader,
            documents=_documents(due, reader),
            withheld=_by_rule(case, reader, conference.id),
        )
        for conference in conferences
        for due in (copies_due(case, conference),)
        for reader in everybody(case)
    )


def say_lines(told: tuple[ReaderLine, ...]) -> None:
    """The lines as a table."""
    rows = [
        (line.conference, line.reader, ", ".join(line.documents) or "nothing", _withheld(line))
        for line in told
    ]
    say_table(("conference", "reader", "is sent", "places withheld, by matter or rule"), rows)


def say_withheld(places: tuple[Withheld, ...]) -> None:
    """The places that one reader does not get, as a table."""
    rows = [
        (each.path, each.rule, each.source, each.asked_by or "", str(each.agreed_by_chair or ""))
        for each in places
    ]
    say_table(("place", "rule", "source", "asked by", "chair agreed"), rows)
    console().print(f"{len(places)} places are withheld.")


def withheld(case: Case, reader: str, about: str | None) -> tuple[Withheld, ...]:
    """The places that one reader does not get of a conference, each with its rule and source."""
    return ledger_of(case, reader, conference_of(case, about).id).withheld


def explained(case: Case, reader: str, about: str | None, place: str) -> tuple[Explanation, ...]:
    """Why a reader gets, or does not get, a place. Raises UsageError for a name there is not."""
    known_reader(case, reader)
    return explain(case, conference_of(case, about).id, reader, place)


def say_explained(explanations: tuple[Explanation, ...]) -> None:
    """A line for each question that a person would ask of a decision."""
    for each in explanations:
        console().print(each.place)
        say_under(f"gets it: {each.gets}")
        say_under(f"rule: {each.rule}")
        say_under(f"decided at: {each.decided_at}")
        say_under(f"source: {each.source}")
        say_under(f"asked by: {each.asked_by or 'nobody recorded'}")
        say_under(f"chair agreed: {each.agreed_by_chair or 'no date recorded'}")


def _documents(due: tuple[Due, ...], reader: str) -> tuple[str, ...]:
    mine = (each.sending.document for each in due if each.sending.reader == reader)
    return tuple(dict.fromkeys(mine))


def _by_rule(case: Case, reader: str, conference: str) -> dict[str, int] | None:
    try:
        places = ledger_of(case, reader, conference).withheld
    except NothingToShare:
        return None
    return dict(sorted(Counter(place.rule for place in places).items()))


def _withheld(line: ReaderLine) -> str:
    if line.withheld is None:
        return "may see nothing of this conference"
    if not line.withheld:
        return "none"
    matters: Counter[str] = Counter()
    for rule, count in line.withheld.items():
        matters[rule.partition(":")[0]] += count  # `adult's private: Half: no`: the matter alone
    told = ", ".join(f"{matter} {count}" for matter, count in sorted(matters.items()))
    return f"{matters.total()}: {told}"
