"""What the search for leaks misses and what it holds wrongly, over invented cases.

Run `python -m tests.laws.measure_search --cases 1000`; `docs/search.md` has the figures.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable, Iterator
from random import Random
from typing import NamedTuple

from cpdocs.case.case import Case
from cpdocs.matching import near, spellings, words, written
from cpdocs.model.people import PersonName
from cpdocs.model.places import Address
from cpdocs.model.ruling import Ruling
from cpdocs.model.view import Section
from cpdocs.sharing import NothingToShare, Shared, share_whole
from cpdocs.sharing.hits import Searcher, Where
from cpdocs.sharing.needles import strings_in
from cpdocs.sharing.share import everybody
from cpdocs.sharing.slips import slips
from tests.documents.views import STYLE
from tests.generators.cases import random_case
from tests.laws.dressed import EVERYDAY, ORDINARY, Pool, dressed

Write = Callable[[PersonName], str]
NAME_FORMS: dict[str, Write] = {
    "in full": lambda n: n.full,
    "in capitals": lambda n: n.full.upper(),
    "in small letters": lambda n: n.full.lower(),
    "with accents": lambda n: n.full.replace("a", "á").replace("e", "ë"),
    "possessive": lambda n: f"{n.given}’s brother",
    "possessive without apostrophe": lambda n: f"{n.given}s brother",
    "given name": lambda n: n.given,
    "family name": lambda n: n.family,
    "title and family name": lambda n: f"Mrs {n.family}",
    "initial and family name": lambda n: f"{n.given[0]}. {n.family}",
    "given name and initial": lambda n: f"{n.given} {n.family[0]}.",
    "family name first": lambda n: f"{n.family}, {n.given}",
    "plural": lambda n: f"the {n.family}s",
    "soft hyphen": lambda n: f"{n.given[:2]}\u00ad{n.given[2:]} {n.family}",
    "zero-width space": lambda n: f"{n.given[:2]}\u200b{n.given[2:]} {n.family}",
    "full-width letters": lambda n: "".join(chr(ord(c) + 0xFEE0) for c in n.given) + f" {n.family}",
    "no-break space": lambda n: n.full.replace(" ", "\u00a0"),
    "broken over lines": lambda n: f"{n.given[:2]}-\n{n.given[2:]} {n.family}",
    "one letter left out": lambda n: n.given[:2] + n.given[3:],
    "two letters swapped": lambda n: n.given[:2] + n.given[3:4] + n.given[2:3] + n.given[4:],
    "one letter of six or more left out": lambda n: n.given[:2] + n.given[3:],
}
ADDRESS_FORMS: dict[str, Callable[[Address], str]] = {
    "house and street": lambda a: a.lines[0],
    "street alone": lambda a: a.lines[0].split(" ", 1)[1],
    "abbreviated": lambda a: a.lines[0].replace("Street", "St.").replace("Road", "Rd"),
    "postcode": lambda a: a.postcode or "",
    "postcode without its space": lambda a: (a.postcode or "").replace(" ", ""),
    "postcode in small letters": lambda a: (a.postcode or "").lower(),
}
SAME_SOUND = (
    ("Amina", "Ameena"),
    ("Katherine", "Catherine"),
    ("Mohammed", "Muhammad"),
    ("Mohammed", "Mohamed"),
    ("Hussain", "Hussein"),
    ("Lukasz", "Łukasz"),
    ("Yusuf", "Youssef"),
    ("Fatima", "Fatema"),
    ("Aisha", "Ayesha"),
    ("Stephen", "Steven"),
    ("Philip", "Phillip"),
    ("Aleksandra", "Alexandra"),
    ("Dmitri", "Dmitry"),
    ("Chowdhury", "Choudhury"),
    ("Nadia", "Nadya"),
    ("Sorensen", "Sørensen"),
)


_READERS = 2  # of each case


class Told(NamedTuple):
    """What one reader may have of a case, and what it is searched for."""

    shared: Shared
    searcher: Searcher


def told(case: Case) -> Iterator[Told]:
    """Two of the family and children who may have something of the conference."""
    found = 0
    for reader in reversed(everybody(case)):
        if found == _READERS or case.professional(reader):
            continue
        try:
            whole = share_whole(
                case=case,
                ruling=Ruling(),
                style=STYLE,
                reader=reader,
                conference=case.conferences[0].id,
            )
        except NothingToShare:
            continue
        found += 1
        yield Told(whole.told(frozenset(Section)), Searcher(whole.ledger.needles))


def withheld_names(one: Told) -> Iterator[PersonName]:
    """Names that the reader does not get, and that nobody whom they know bears."""
    held = {word for text in strings_in(one.shared.view) for word in words(text)}
    gone = {entry.path for entry in one.shared.ledger.withheld}
    for group in ("children", "people"):
        for person in getattr(one.shared.whole.facts.case, group):
            paths = (f"{group}.{person.id}", f"{group}.{person.id}.name")
            if person.name and gone & set(paths) and not {*words(person.name.full)} & held:
                yield person.name


def withheld_addresses(one: Told) -> Iterator[Address]:
    """Addresses of homes that the reader does not get, and knows in no other way."""
    held = {words(text) for text in strings_in(one.shared.view)}
    gone = {entry.path for entry in one.shared.ledger.withheld}
    for home in one.shared.whole.facts.case.households:
        if home.address is None:
            continue
        known = words(home.address.postcode or "")
        if gone & {f"households.{home.id}", f"households.{home.id}.address"} and known not in held:
            yield home.address


def found(one: Told, text: str) -> bool:
    """Whether a passage that says so is found."""
    return any(one.searcher.hits(f"It was {text} who rang about it.", Where.CASE))


_SOUNDS = (("ph", "f"), ("ck", "k"), ("ks", "x"), ("kh", "k"), ("gh", "g"), ("dh", "d"))
_LIKE = str.maketrans("cqzvwy", "kksfui")


def sound(word: str) -> str:
    """A word's consonants, alike where languages write one sound in several ways."""
    for written_as, like in _SOUNDS:
        word = word.replace(written_as, like)
    like = word.translate(_LIKE)
    first, rest = like[:1], "".join(c for c in like[1:] if c not in "aeiouh")
    return "".join(c for n, c in enumerate(first + rest) if n == 0 or c != (first + rest)[n - 1])


def alike(word: str, name: str) -> bool:
    """Whether a word sounds as a name does."""
    key = sound(name)
    return word != name and len(key) >= 3 and sound(word) == key


MATCHES: dict[str, Callable[[str, str], bool]] = {
    "one letter off, six letters or more": lambda w, n: min(len(w), len(n)) >= 6 and near(w, n),
    "alike in sound": alike,
    "in the table of spellings": lambda w, n: w in spellings().get(n, ()),
}


def _shown(title: str, of: Counter[str], out_of: Counter[str]) -> None:
    print(f"\n{title}")
    for form, asked in out_of.items():
        print(f"  {form}: {of[form]} of {asked} ({100 * of[form] / asked:.1f} %)")


def measure(cases: range, pool: Pool) -> float:
    """Print which views are held wrongly, for their texts name nobody of the case, and how many of
    each form of a withheld name or address are missed. Returns the share held wrongly."""
    views, held, by = 0, 0, Counter[str]()
    missed, asked = Counter[str](), Counter[str]()
    for seed in cases:
        for one in told(dressed(random_case(seed), Random(seed), pool)):  # noqa: S311 no secret
            views += 1
            wrong = slips(one.shared)
            held += bool(wrong)
            by.update({each.says.split("`")[1].rsplit(".", 1)[-1] for each in wrong})
            for form, text in _written(one):
                asked[form] += 1
                missed[form] += not found(one, text)
    print(f"\n{held} of {views} views held wrongly ({100 * held / views:.2f} %)")
    print("  by the field of what was searched for:", by.most_common())
    _shown("Missed, by form", missed, asked)
    return held / views


def _written(one: Told) -> Iterator[tuple[str, str]]:
    """Every form of a withheld name and address."""
    for name in withheld_names(one):
        for form, write in NAME_FORMS.items():
            if "six or more" not in form or len(name.given) >= 6:
                yield form, write(name)
    for address in withheld_addresses(one):
        yield from ((form, put(address)) for form, put in ADDRESS_FORMS.items())


def measure_near(cases: range) -> None:
    """What looser matching would find of other spellings, and how many views it would hold."""
    for title, matches in MATCHES.items():
        kept = [f"{a}/{b}" for a, b in SAME_SOUND if matches(*map(_bare, (b, a)))]
        print(f"\n{title}: finds {len(kept)} of {len(SAME_SOUND)} spellings: {', '.join(kept)}")
    wrong, views, what = Counter[str](), 0, Counter[str]()
    for seed in cases:
        for one in told(dressed(random_case(seed), Random(seed), ORDINARY)):  # noqa: S311
            views += 1
            names = {_bare(part) for n in withheld_names(one) for part in (n.given, n.family)}
            spoken = _capitals(one)
            for title, matches in MATCHES.items():
                for which, among in (("", spoken), (" (capitals alone)", spoken & _large(one))):
                    pairs = [(w, n) for n in names for w in among if matches(w, n)]
                    wrong[title + which] += bool(pairs)
                    what.update(f"{title}: {w} for {n}" for w, n in pairs)
    _shown(
        f"Views that looser matching holds, of {views}", wrong, Counter(dict.fromkeys(wrong, views))
    )
    print("  most often:", what.most_common(12))


def _bare(name: str) -> str:
    return " ".join(words(name))


def _capitals(one: Told) -> set[str]:
    return {word for text in strings_in(one.shared.view.records) for word in words(text)}


def _large(one: Told) -> set[str]:
    return {
        word.casefold()
        for text in strings_in(one.shared.view.records)
        for word in written(text)[1:]
        if word[0].isupper()
    }


def main() -> None:
    """Measure, and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--cases", type=int, default=1000)
    cases = range(asked.parse_args().cases)
    for called, pool in (("everyday", EVERYDAY), ("ordinary", ORDINARY)):
        began = time.monotonic()
        part = cases if pool is EVERYDAY else range(len(cases) // 5)
        print(f"\n{len(part)} cases with {called} names")
        measure(part, pool)
        print(f"  ({time.monotonic() - began:.0f} s)", flush=True)
    measure_near(range(len(cases) // 5))


if __name__ == "__main__":
    main()
