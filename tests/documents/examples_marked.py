"""The example of a chair's copy: minutes in which what others do not get is marked."""

from __future__ import annotations

from cpdocs.model.marks import Mark, Marks, Numbering, OtherWords, Run
from cpdocs.model.view import Reader, ReaderKind
from tests.documents.example import Example
from tests.documents.views import MINUTES, view_for

CHAIR_READS = Reader(id="chair", kind=ReaderKind.CHAIR, name="Helen Marsh", greeting="Helen Marsh")
PLACE = "conferences.initial-1.minutes"
MARKS = Marks(
    readers=("Grace Okafor", "Ms Nadia Yusuf", "Tariq Aziz"),
    without_copy=("Zoe Page",),
    marks=(
        Mark(
            record=MINUTES.contributions[0],
            place=f"{PLACE}.contributions.0",
            not_for=("Tariq Aziz", "Ms Nadia Yusuf"),
        ),
        Mark(
            record=MINUTES.contributions[3],
            place=f"{PLACE}.contributions.3",
            other_words=(OtherWords(readers=("Tariq Aziz",), words="There is help."),),
        ),
        Mark(record=MINUTES.actions[0], place=f"{PLACE}.actions.0", not_for=("Tariq Aziz",)),
    ),
    numberings=(
        Numbering(readers=("Grace Okafor",), same=True, runs=(Run(first=1, last=5, theirs=1),)),
        Numbering(readers=("Ms Nadia Yusuf",), same=False, runs=(Run(first=2, last=5, theirs=1),)),
        Numbering(readers=("Tariq Aziz",), same=False, runs=()),
    ),
)

EXAMPLES = (
    Example(name="minutes-chair", document="minutes", view=view_for(CHAIR_READS, marks=MARKS)),
)
