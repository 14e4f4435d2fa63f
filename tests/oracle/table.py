"""The sharing policy typed a second time, by hand, from its meaning: one line a matter.

The columns stand in the order of `COLUMNS`, in three tables: professionals and the
receiving authority first, then professionals who were not asked, then family and children. A cell
is one of the words in `CELLS`.
"""

from __future__ import annotations

from typing import Final

PROFESSIONAL_COLUMNS: Final = (
    *("chair", "lead", "present", "invited", "routine", "outside"),
    *("core", "earlier"),
)
FAMILY_COLUMNS: Final = ("own", "other-parent", "half", "family", "child", "sibling")

_PROFESSIONALS: Final = """
matter            | chair | lead         | present      | invited    | routine | outside
facts             | yes   | yes          | yes          | yes        | yes     | yes
child-name        | yes   | yes          | yes          | yes        | theirs  | yes
professional      | yes   | yes          | yes          | yes        | yes     | yes
professional-call | yes   | yes          | yes          | yes        | yes     | yes
family-name       | yes   | yes          | yes          | yes        | yes     | yes
address           | yes   | yes          | yes          | yes        | patient | yes
protected         | yes   | yes          | police       | chair      | chair   | yes
family-call       | yes   | yes          | no           | no         | no      | yes
child-private     | yes   | yes          | yes          | yes        | patient | yes
child-confided    | yes   | yes          | yes          | chair      | chair   | yes
adult-private     | yes   | yes          | yes          | yes        | chair   | yes
kept-from-child   | yes   | yes          | yes          | yes        | chair   | yes
police            | yes   | yes          | yes          | yes        | chair   | yes
criminal          | yes   | yes          | police       | chair      | no      | chair
third-party       | yes   | chair        | provider     | chair      | no      | chair
legal-advice      | yes   | yes          | was-there    | no         | no      | chair
confidential      | yes   | yes          | was-there    | chair      | chair   | yes
open-part         | yes   | yes          | yes          | yes        | yes     | yes
decision          | yes   | yes          | yes          | yes        | yes     | yes
plan              | yes   | yes          | yes          | core-group | chair   | yes
report            | yes   | yes          | yes          | yes        | no      | yes
visit             | yes   | yes          | core-member  | chair      | no      | yes
visit-notes       | yes   | yes          | core-member  | chair      | no      | yes
childs-own-plan   | yes   | yes          | yes          | core-group | chair   | yes
office            | yes   | yes          | no           | no         | no      | yes
told-in-writing   | yes   | no           | no           | no         | no      | no
process           | yes   | own-requests | own-requests | no         | no      | no
"""

# Those who were not asked: in a core group, or asked to where a plan began that ends here.
_NOT_ASKED: Final = """
matter            | core        | earlier
facts             | yes         | yes
child-name        | core-group  | plan-ended
professional      | yes         | yes
professional-call | yes         | yes
family-name       | yes         | no
address           | patient     | no
protected         | chair       | no
family-call       | no          | no
child-private     | core-group  | patient
child-confided    | chair       | no
adult-private     | chair       | no
kept-from-child   | chair       | no
police            | chair       | no
criminal          | no          | no
third-party       | no          | no
legal-advice      | no          | no
confidential      | chair       | no
open-part         | chair       | no
decision          | core-group  | plan-ended
plan              | core-group  | no
report            | chair       | no
visit             | core-member | no
visit-notes       | core-member | no
childs-own-plan   | core-group  | no
office            | no          | no
told-in-writing   | no          | no
process           | no          | no
"""

_FAMILY: Final = """
matter            | own        | other-parent | half       | family      | child       | sibling
facts             | yes        | yes          | yes        | if-invited  | if-decided  | if-invited
child-name        | household  | household    | household  | chair       | self        | self
professional      | no-reveal  | no-reveal    | no-reveal  | if-invited  | key-workers | key-workers
professional-call | key-workers| key-workers  | key-workers| key-workers | key-workers | key-workers
family-name       | same-parts | same-parts   | same-parts | same-parts  | same-parts  | same-parts
address           | lives-there| no           | no         | lives-there | lives-there | lives-there
protected         | lives-there| in-writing   | in-writing | chair       | lives-there | chair
family-call       | self       | no           | no         | self        | self        | no
child-private     | yes        | parts        | no         | chair       | plain       | no
child-confided    | chair      | chair        | no         | no          | yes         | no
adult-private     | self       | both-there   | both-there | no          | chair       | no
kept-from-child   | yes        | parts        | no         | no          | chair       | no
police            | agreed     | agreed       | agreed     | no          | no          | no
criminal          | self       | chair        | chair      | no          | no          | no
third-party       | chair      | chair        | chair      | no          | no          | no
legal-advice      | no         | no           | no         | no          | no          | no
confidential      | no         | no           | no         | no          | no          | no
open-part         | parts      | parts        | parts      | no          | chair       | no
decision          | yes        | yes          | no         | core-member | plain       | no
plan              | yes        | yes          | own-action | core-action | no          | no
report            | yes        | yes          | no         | no          | chair       | no
visit             | yes        | yes          | no         | no          | self        | no
visit-notes       | no         | no           | no         | no          | no          | no
childs-own-plan   | yes        | yes          | no         | core-member | yes         | no
office            | no         | no           | no         | no          | no          | no
told-in-writing   | self       | no           | no         | no          | self        | no
process           | no         | no           | no         | no          | no          | no
"""

# What each word grants.
CELLS: Final = {
    "yes": "always",
    "no": "never",
    "chair": "where the chair agreed to share it with this reader, with a date",
    "in-writing": "the same, and in writing",
    "theirs": "the child is somebody whom the professional works with",
    "household": "the reader is parent or carer of the child, or lives with the child",
    "patient": "the person is somebody whom the professional works with",
    "police": "the reader is of the police; others where the chair agreed",
    "provider": "the reader's agency gave it; others where the chair agreed",
    "was-there": "the reader was in that part",
    "core-group": "the reader is in the child's core group; others where the chair agreed",
    "core-member": "the reader is in the child's core group",
    "core-action": "the reader is in the child's core group, or it is theirs to do",
    "plan-ended": "the child's plan ends here, and the reader was asked where it began",
    "own-action": "it is the reader's to do",
    "own-requests": "the reader asked for it",
    "no-reveal": "it gives away no home whose address the reader may not see",
    "if-invited": "the reader is invited and not excluded from the whole (and no-reveal)",
    "if-decided": "the same, or something was decided about the reader",
    "key-workers": "it is the lead worker or the chair (and no-reveal)",
    "same-parts": "the person was asked to, or was in, a part that the reader knows of",
    "lives-there": "the reader lives there, or with the person who goes there",
    "self": "it is about the reader",
    "parts": "the reader gets that part of the minutes; what is in no part: yes",
    "plain": "a passage: in its plain wording, where it has one; anything else: yes",
    "both-there": "reader and adult were both in that part; else where the chair agreed",
    "agreed": "in words agreed for the reader, or where the chair agreed",
}


def _read(table: str) -> dict[tuple[str, str], str]:
    head, *rows = [
        [cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()
    ]
    return {
        (row[0], column): cell
        for row in rows
        for column, cell in zip(head[1:], row[1:], strict=True)
    }


POLICY: Final = _read(_PROFESSIONALS) | _read(_NOT_ASKED) | _read(_FAMILY)
