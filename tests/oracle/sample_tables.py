"""Who sees which passage of `data/cases/rotherham-initial`, decided by hand from `docs/sharing.md`.

Nothing here is computed from the case, and nothing is imported from `cpdocs`. Every passage stands
in each reader's table exactly once. Change a table only after reading the policy again, never to
agree with what the program does.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Gets(StrEnum):
    """What a reader gets of one passage."""

    FULL = "full"
    PLAIN = "plain"  # the plain wording alone, as a child has it
    VARIANT = "variant"  # agreed words alone
    GAP = "gap"  # one constant mark
    WITHHELD = "withheld"


@dataclass(frozen=True, kw_only=True)
class Reading:
    """Everything that one reader may have of the sample, in ids of the case file."""

    passages: dict[str, Gets]
    children: frozenset[str]  # whose records they see
    decisions: frozenset[str]  # children whose decision they see
    core_groups: frozenset[str]  # children whose core group they see
    actions: frozenset[str]
    never: tuple[str, ...]  # strings that no copy of theirs may hold
    must: tuple[str, ...]  # strings that their copy of the minutes holds


def _ids(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


def _passages(
    *, full: str = "", plain: str = "", variant: str = "", gap: str = "", withheld: str = ""
) -> dict[str, Gets]:
    listed = (
        (Gets.FULL, full),
        (Gets.PLAIN, plain),
        (Gets.VARIANT, variant),
        (Gets.GAP, gap),
        (Gets.WITHHELD, withheld),
    )
    pairs = [(passage, gets) for gets, ids in listed for passage in ids.split()]
    table = dict(pairs)
    if len(table) != len(pairs):
        raise ValueError("a passage stands in a table twice")
    return table


CASE = "rotherham-initial"
CONFERENCE = "initial-1"

# pu: purpose, as invitations tell it. f: Mr Mahmood's views. v: information and views.
# k: confidential section. l: legal advice. d: decision and plan. t: Mr Mahmood is told.
# ra, rz, rb: reasons of the decision for Amina, Zayn, the baby.

# In the parts about information, decision and plan. Adults' private matters other than her own go
# to her only in agreed words: she was in the part and the men were not.
_MOTHER = _passages(
    full="""
        pu1 pu2
        v01 v02 v03 v05 v06 v08 v09 v10 v11 v12 v13 v15 v16 v17 v18 v20 v21 v22 v23 v27 v28 v29
        v33 v35 v37 v38 v39 v41 v42 v43 v44 v45
        d01 d02 d03 d04 d05 d07 d08 d09 d10 d11 d12 d13 d14 d15 d16 d17
        ra1 ra2 rz1 rz2 rb1 rb2
    """,
    variant="v04 v07 v19 v24 v31 v32 v34 v36 v40 d06 ra3 rb3",
    gap="v30",  # Mr Thackray's own treatment
    withheld="""
        f01 f02 f03 f04 f05 f06 f07 f08 f09 f10 f11 f12 f13 f14
        v14 v25 v26
        k01 k02 k03 k04 k05 k06 l01 l02 l03 t01 t02 t03 t04
    """,
)
MOTHER = Reading(
    passages=_MOTHER,
    children=frozenset({"child-a", "child-z", "child-b", "child-s"}),
    decisions=frozenset({"child-a", "child-z", "child-b"}),
    core_groups=frozenset({"child-a", "child-z", "child-b"}),
    actions=_ids("ac01 ac02 ac03 ac04 ac06 ac07 ac08 ac09 ac10 ac11 ac12 ac14 ac15"),
    never=(
        "cannabis",
        "Mahmood",
        "Turnstone",
        "unpaid work",
        "suspended sentence",
        "women's accommodation",
        "five-a-side",
        "borrowed van",
        "sleeps in her school shoes",
        "back step in the dark",
        "men had come",
        "threshold for care proceedings",
        "12 Tenterfield Row",
        "47 Gasworks Hill",
        "part-police",
    ),
    must=(
        "hardest thing that she has done",
        "talking therapy in Urdu",
        "ring 999 if she sees him",
        "alternate Sundays",
        "chest of drawers",
        "I want it to be quiet",
        "long stay away",
        "Fridays after school",
        "violent to Ms Yusuf between 2017 and 2020",
        "seriously assaulted at 21 weeks",
    ),
)

# Excluded from two parts; came to one of his own, and left by choice the one where he was told.
FATHER_OF_AMINA = Reading(
    passages=_passages(
        full="pu1 f01 f02 f03 f04 f05 f06 f07 f08 f09 f11 f13 f14 t01 t02 t03 t04 ra1 ra3",
        variant="pu2 f10 f12",
        withheld="""
            v01 v02 v03 v04 v05 v06 v07 v08 v09 v10 v11 v12 v13 v14 v15 v16 v17 v18 v19 v20 v21 v22
            v23 v24 v25 v26 v27 v28 v29 v30 v31 v32 v33 v34 v35 v36 v37 v38 v39 v40 v41 v42 v43 v44
            v45
            k01 k02 k03 k04 k05 k06 l01 l02 l03
            d01 d02 d03 d04 d05 d06 d07 d08 d09 d10 d11 d12 d13 d14 d15 d16 d17
            ra2 rz1 rz2 rb1 rb2 rb3
        """,
    ),
    children=frozenset({"child-a"}),
    decisions=frozenset({"child-a"}),
    core_groups=frozenset({"child-a"}),
    actions=frozenset({"ac01", "ac02", "ac05", "ac06"}),
    never=(
        "Zayn",
        "Samira",
        "Nadia",
        "Holroyd",
        "Thackray",
        "Bibi",
        "expecting a baby",
        "pregnant",
        "14 October",
        "Kestlewick",
        "Pennyroyal",
        "Ellershaw",
        "Larkmoor",
        "Carruthers",
        "Maddock",
        "Deshpande",
        "midwife",
        "Gallacher",
        "ZZ99 3WZ",
        "01632 960588",
        "harassment warning",
        "five-a-side",
    ),
    must=(
        "kite at Ashlar Park",
        "nine of twelve sessions",
        "mild asthma",
        "14 messages",
        "loud voices make her tummy hurt",
        "Amina has moved with her mother",
        "unpaid work",
        "asked for letters to Amina",
        "ended the call himself",
        "his messages in September 2026",
    ),
)

# Free to come to the parts that the mother was in, and did not come: what is about Zayn, about
# himself or about nobody, and nothing else said there.
FATHER_OF_ZAYN = Reading(
    passages=_passages(
        full="""
            pu1
            v01 v02 v06 v09 v10 v16 v17 v23 v30 v31 v32 v33 v38 v41 v44 v45
            d01 d03 d08 d10 d11 d13 d17
            rz1
        """,
        variant="pu2 v08 d15 rz2",
        withheld="""
            f01 f02 f03 f04 f05 f06 f07 f08 f09 f10 f11 f12 f13 f14
            v03 v04 v05 v07 v11 v12 v13 v14 v15 v18 v19 v20 v21 v22 v24 v25 v26 v27 v28 v29 v34 v35
            v36 v37 v39 v40 v42 v43
            k01 k02 k03 k04 k05 k06 l01 l02 l03
            d02 d04 d05 d06 d07 d09 d12 d14 d16
            t01 t02 t03 t04
            ra1 ra2 ra3 rb1 rb2 rb3
        """,
    ),
    children=frozenset({"child-z"}),
    decisions=frozenset({"child-z"}),
    core_groups=frozenset({"child-z"}),
    actions=frozenset({"ac07", "ac08", "ac09", "ac10"}),
    never=(
        "Amina",
        "Samira",
        "Holroyd",
        "Mahmood",
        "Turnstone",
        "pregnant",
        "by the throat",
        "low mood",
        "£640",
        "Kestlewick",
        "Pennyroyal",
        "Ellershaw",
        "Larkmoor",
        "Skelhorn",
        "Deshpande",
        "Maddock",
        "midwife",
        "Gallacher",
        "ZZ99 3WZ",
        "14 October",
    ),
    must=(
        "smokes at weekends",
        "Sundays together",
        "sand tray",
        "about thirty words",
        "his own mug",
        "speech and language therapy",
        "long stay away",
        "freezes at sudden sounds",
        "help for him does not rest",
        "child in need plan",
    ),
)

# Wider family and in every core group: decisions and plan, with the reasons that the chair shared;
# of the minutes, what she said herself and one passage in agreed words.
GRANDMOTHER = Reading(
    passages=_passages(
        full="ra1 rz1 rb2",
        variant="pu1 pu2 v08 v36 d06",
        withheld="""
            f01 f02 f03 f04 f05 f06 f07 f08 f09 f10 f11 f12 f13 f14
            v01 v02 v03 v04 v05 v06 v07 v09 v10 v11 v12 v13 v14 v15 v16 v17 v18 v19 v20 v21 v22 v23
            v24 v25 v26 v27 v28 v29 v30 v31 v32 v33 v34 v35 v37 v38 v39 v40 v41 v42 v43 v44 v45
            k01 k02 k03 k04 k05 k06 l01 l02 l03
            d01 d02 d03 d04 d05 d07 d08 d09 d10 d11 d12 d13 d14 d15 d16 d17
            t01 t02 t03 t04
            ra2 ra3 rz2 rb1 rb3
        """,
    ),
    children=frozenset({"child-a", "child-z", "child-b", "child-s"}),
    decisions=frozenset({"child-a", "child-z", "child-b"}),
    core_groups=frozenset({"child-a", "child-z", "child-b"}),
    actions=_ids("ac01 ac02 ac06 ac07 ac08 ac09 ac10 ac11 ac15"),
    never=(
        "Holroyd",
        "Mahmood",
        "cannabis",
        "by the throat",
        "low mood",
        "£640",
        "mild asthma",
        "sand tray",
        "Kestlewick",
        "Pennyroyal",
        "Ellershaw",
        "Larkmoor",
        "ZZ99 3WZ",
        "hardest thing that she has done",
    ),
    must=(
        "quiet and happy in her house",
        "papers in large print",
        "Fridays after school",
        "The children have moved with their mother",
        "looks after others before herself",
        "freezes at sudden sounds",
        "safe place and time of birth",
        "together for tea on Fridays",
    ),
)

# In every part but the legal advice.
POLICE_OFFICER = Reading(
    passages=_passages(
        full="""
            pu1 pu2
            f01 f02 f03 f04 f05 f06 f07 f08 f09 f10 f11 f12 f13 f14
            v01 v02 v03 v04 v05 v06 v07 v08 v09 v10 v11 v12 v13 v14 v15 v16 v17 v18 v19 v20 v21 v22
            v23 v24 v25 v27 v28 v29 v30 v31 v32 v33 v34 v35 v36 v37 v38 v39 v40 v41 v42 v43 v44 v45
            k01 k02 k03 k04 k05 k06
            d01 d02 d03 d04 d05 d06 d07 d08 d09 d10 d11 d12 d13 d14 d15 d16 d17
            t01 t02 t03 t04
            ra1 ra2 ra3 rz1 rz2 rb1 rb2 rb3
        """,
        withheld="v26 l01 l02 l03",  # v26: third-party information that housing gave
    ),
    children=frozenset({"child-a", "child-z", "child-b", "child-s"}),
    decisions=frozenset({"child-a", "child-z", "child-b"}),
    core_groups=frozenset({"child-a", "child-z", "child-b"}),
    actions=_ids("ac01 ac02 ac03 ac04 ac05 ac06 ac07 ac08 ac09 ac10 ac11 ac12 ac13 ac14 ac15"),
    never=(
        "men had come",
        "The tenant would not say more",
        "threshold for care proceedings",
        "unless he is registered as the father",
        "legal planning meeting",
        "07700 900142",
        "07700 900527",
    ),
    must=(
        "women's accommodation by postcode",
        "suspended sentence",
        "five-a-side",
        "sleeps in her school shoes",
        "back step in the dark",
        "unpaid work",
        "smokes at weekends",
        "borrowed van",
        "ended the call himself",
    ),
)

# Sent the minutes by rule, and invited; came to nothing. His patients are Amina and Zayn. v21 is
# from a doctor of his own surgery.
GP_OF_CHILDREN = Reading(
    passages=_passages(
        full="""
            pu1
            f01 f03 f04 f05 f08 f14
            v01 v02 v05 v06 v09 v10 v11 v12 v13 v15 v16 v17 v21 v22 v23 v33 v37 v38 v44 v45
            d01 d02 d03 d07 d08 d10 d11 d12 d13 d17
            t01 t04
            ra1 rz1
        """,
        variant="pu2",
        gap="v30",
        withheld="""
            f02 f06 f07 f09 f10 f11 f12 f13
            v03 v04 v07 v08 v14 v18 v19 v20 v24 v25 v26 v27 v28 v29 v31 v32 v34 v35 v36 v39 v40 v41
            v42 v43
            k01 k02 k03 k04 k05 k06 l01 l02 l03
            d04 d05 d06 d09 d14 d15 d16
            t02 t03
            ra2 ra3 rz2 rb1 rb2 rb3
        """,
    ),
    children=frozenset({"child-a", "child-z"}),
    decisions=frozenset({"child-a", "child-z"}),
    core_groups=frozenset({"child-a", "child-z"}),
    actions=frozenset({"ac08"}),
    never=(
        "cannabis",
        "by the throat",
        "unpaid work",
        "sleeps in her school shoes",
        "back step in the dark",
        "long stay away",
        "£640",
        "growing as expected",
        "five-a-side",
        "women's accommodation",
        "hardest thing that she has done",
    ),
    must=(
        "Her chest was clear",
        "A hearing test has been asked for",
        "low mood and broken sleep",
        "about thirty words",
        "loud voices make her tummy hurt",
        "chest of drawers",
        "freezes at sudden sounds",
        "1 February 2027",
    ),
)

# Everything, third-party passages too by the chair's decision; never the reasons for withholding
# that others gave.
LEAD_WORKER = Reading(
    passages=_passages(
        full="""
            pu1 pu2
            f01 f02 f03 f04 f05 f06 f07 f08 f09 f10 f11 f12 f13 f14
            v01 v02 v03 v04 v05 v06 v07 v08 v09 v10 v11 v12 v13 v14 v15 v16 v17 v18 v19 v20 v21 v22
            v23 v24 v25 v26 v27 v28 v29 v30 v31 v32 v33 v34 v35 v36 v37 v38 v39 v40 v41 v42 v43 v44
            v45
            k01 k02 k03 k04 k05 k06 l01 l02 l03
            d01 d02 d03 d04 d05 d06 d07 d08 d09 d10 d11 d12 d13 d14 d15 d16 d17
            t01 t02 t03 t04
            ra1 ra2 ra3 rz1 rz2 rb1 rb2 rb3
        """,
    ),
    children=frozenset({"child-a", "child-z", "child-b", "child-s"}),
    decisions=frozenset({"child-a", "child-z", "child-b"}),
    core_groups=frozenset({"child-a", "child-z", "child-b"}),
    actions=_ids("ac01 ac02 ac03 ac04 ac05 ac06 ac07 ac08 ac09 ac10 ac11 ac12 ac13 ac14 ac15"),
    never=(
        "what police plan would put",
        "asked police not to be identified",
        "The tenant asked not to be identified",
        "has not told the rest of the family",
        "He is on bail for the assault",
    ),
    must=(
        "women's accommodation by postcode",
        "suspended sentence",
        "threshold for care proceedings",
        "men had come",
        "back step in the dark",
        "sleeps in her school shoes",
        "smokes at weekends",
        "nine of twelve sessions",
        "long stay away",
    ),
)

# In the three open parts where most was said; convictions, third-party information, the
# confidential section and the legal advice are not hers.
HEALTH_VISITOR = Reading(
    passages=_passages(
        full="""
            pu1 pu2
            f01 f02 f03 f04 f05 f07 f08 f09 f10 f11 f12 f13 f14
            v01 v02 v03 v04 v05 v06 v07 v08 v09 v10 v11 v12 v13 v14 v15 v16 v17 v18 v19 v20 v21 v22
            v23 v24 v27 v28 v29 v30 v31 v32 v33 v34 v35 v36 v37 v38 v39 v40 v41 v42 v43 v44 v45
            d01 d02 d03 d04 d05 d06 d07 d08 d09 d10 d11 d12 d13 d14 d15 d16 d17
            t01 t02 t03 t04
            ra1 ra2 ra3 rz1 rz2 rb1 rb2 rb3
        """,
        withheld="f06 v25 v26 k01 k02 k03 k04 k05 k06 l01 l02 l03",
    ),
    children=frozenset({"child-a", "child-z", "child-b", "child-s"}),
    decisions=frozenset({"child-a", "child-z", "child-b"}),
    core_groups=frozenset({"child-a", "child-z", "child-b"}),
    actions=_ids("ac01 ac02 ac03 ac04 ac05 ac06 ac07 ac08 ac09 ac10 ac11 ac12 ac13 ac14 ac15"),
    never=(
        "unpaid work",
        "suspended sentence",
        "women's accommodation",
        "five-a-side",
        "threshold for care proceedings",
        "back step in the dark",
        "men had come",
        "07700 900142",
    ),
    must=(
        "sleeps in her school shoes",
        "smokes at weekends",
        "borrowed van",
        "about thirty words",
        "low mood and broken sleep",
        "growing as expected",
        "nine of twelve sessions",
        "ended the call himself",
    ),
)

# At most what the mother sees. A supporter is sent a guide and no minutes: nothing must be there.
SUPPORTER = Reading(
    passages=_MOTHER,
    children=MOTHER.children,
    decisions=MOTHER.decisions,
    core_groups=MOTHER.core_groups,
    actions=MOTHER.actions,
    never=(*MOTHER.never, "31 Larkmoor Rise", "07700 900142"),
    must=(),
)

# Not asked to come, and told what was decided about them: in no part, and of what is about others
# beside themselves nothing.
_NOT_SAID = """
    f01 f02 f03 f04 f05 f06 f07 f08 f09 f10 f11 f12 f13 f14
    v01 v02 v03 v04 v05 v06 v07 v08 v09 v10 v11 v12 v13 v14 v15 v16 v17 v18 v19 v20 v21 v22
    v23 v24 v25 v26 v27 v28 v29 v30 v31 v32 v33 v34 v35 v36 v37 v38 v39 v40 v41 v42 v43 v44 v45
    k01 k02 k03 k04 k05 k06 l01 l02 l03
    d01 d02 d03 d04 d05 d06 d07 d08 d09 d10 d11 d12 d13 d14 d15 d16 d17
    t01 t02 t03 t04
    pu2 ra2 ra3 rz2 rb1 rb2 rb3
"""
AMINA = Reading(
    passages=_passages(full="pu1", plain="ra1", withheld=f"{_NOT_SAID} rz1"),
    children=_ids("child-a"),
    decisions=_ids("child-a"),
    core_groups=_ids("child-a"),
    actions=frozenset(),
    never=(),
    must=(),
)
ZAYN = Reading(
    passages=_passages(full="pu1", plain="rz1", withheld=f"{_NOT_SAID} ra1"),
    children=_ids("child-z"),
    decisions=_ids("child-z"),
    core_groups=_ids("child-z"),
    actions=frozenset(),
    never=(),
    must=(),
)

# Not told of the conference: no folder, no file, nothing.
FATHER_OF_BABY = Reading(
    passages=_passages(
        withheld="""
            pu1 pu2
            f01 f02 f03 f04 f05 f06 f07 f08 f09 f10 f11 f12 f13 f14
            v01 v02 v03 v04 v05 v06 v07 v08 v09 v10 v11 v12 v13 v14 v15 v16 v17 v18 v19 v20 v21 v22
            v23 v24 v25 v26 v27 v28 v29 v30 v31 v32 v33 v34 v35 v36 v37 v38 v39 v40 v41 v42 v43 v44
            v45
            k01 k02 k03 k04 k05 k06 l01 l02 l03
            d01 d02 d03 d04 d05 d06 d07 d08 d09 d10 d11 d12 d13 d14 d15 d16 d17
            t01 t02 t03 t04
            ra1 ra2 ra3 rz1 rz2 rb1 rb2 rb3
        """,
    ),
    children=frozenset(),
    decisions=frozenset(),
    core_groups=frozenset(),
    actions=frozenset(),
    never=("9 November 2026", "Aldergate House", "Amina", "Zayn", "Ormerod", "CP-2026-0412"),
    must=(),
)

READINGS: dict[str, Reading] = {
    "mother-n": MOTHER,
    "father-t": FATHER_OF_AMINA,
    "father-c": FATHER_OF_ZAYN,
    "father-d": FATHER_OF_BABY,
    "child-a": AMINA,
    "child-z": ZAYN,
    "gran-r": GRANDMOTHER,
    "friend-f": SUPPORTER,
    "pc-1": POLICE_OFFICER,
    "gp-1": GP_OF_CHILDREN,
    "sw-1": LEAD_WORKER,
    "hv-1": HEALTH_VISITOR,
}
