"""Every sentence that the reader of case files says about the shape of a file, in one place.

Slots are filled from cpdocs' own words (field names, allowed words, limits), never from the file.
What the rules over a whole case say stands beside each rule, in `cpdocs/case/rules/`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Words:
    """What is wrong, and what to write instead. `{slots}` are filled by `str.format`."""

    wrong: str
    mend: str


WORDS: Final[dict[str, Words]] = {
    "file-too-large": Words(
        "The file is larger than {limit} megabytes.", "Split it: one file holds one family's case."
    ),
    "not-utf-8": Words(
        "The file is not in UTF-8.",
        "Save it again as UTF-8 (in Word or Notepad: Save As, Encoding).",
    ),
    "control-character": Words(
        "There is a character here that cannot be seen or printed.",
        "Delete it, or type the line again.",
    ),
    "hidden-character": Words(
        "This text holds a hidden character (one that turns text round, or takes no room).",
        "Type the text again without it; cpdocs sets the direction of each language itself.",
    ),
    "empty-file": Words(
        "There is nothing in the file.", "Start from the file that `cpdocs new` makes."
    ),
    "not-yaml": Words(
        "The file cannot be read from here on.",
        "Look for a missing quotation mark, bracket or colon, a tab, or a line that is set in too "
        "far; text that holds `: ` or ` #` goes in quotation marks.",
    ),
    "several-documents": Words(
        "A second document starts here.", "Keep one case to a file, and take out the line `---`."
    ),
    "alias-refused": Words("Anchors and aliases (`&`, `*`) are not read.", "Write the value out."),
    "tag-refused": Words(
        "Tags (a word that starts with `!`) are not read.",
        "Write the value without it, or put the text in quotation marks.",
    ),
    "too-deep": Words("Fields are nested too deeply here.", "A case needs {limit} levels at most."),
    "too-many-values": Words(
        "The file holds more than {limit} values.", "Split it: one file holds one family's case."
    ),
    "not-a-block": Words("A group of fields is needed here.", "Write them as `name: value`."),
    "not-a-list": Words(
        "A list is needed here.", "Start each item with `- `, or write them as `[one, two]`."
    ),
    "not-text": Words(
        "A single text is needed here, not a list or a group of fields.",
        "Write it after the colon; in quotation marks if it starts with `[` or `{{`.",
    ),
    "empty-item": Words("An item of this list is empty.", "Write it, or take the item out."),
    "field-name-not-text": Words("The name of a field must be one word.", "Write `name: value`."),
    "field-twice": Words("This field is written twice.", "Keep one of the two."),
    "unknown-field": Words("There is no field of this name here.", "{suggestion}"),
    "missing-field": Words("`{name}` is missing.", "Write it: it is needed here."),
    "newer-format": Words(
        "The file says it is of a version that this cpdocs does not know.",
        "Write `cpdocs: 1`, or install a newer cpdocs.",
    ),
    "not-yes-or-no": Words("Yes or no is needed here.", "Write `true` or `false`."),
    "not-a-number": Words("A whole number is needed here.", "Write it in digits."),
    "not-a-date": Words("A date is needed here.", "Write year, month and day, such as 2026-11-23."),
    "not-a-time": Words("A time is needed here.", "Write it by the 24-hour clock, such as 09:30."),
    "not-a-date-and-time": Words(
        "A date with a time is needed here.", "Write it as 2026-11-23 10:00, in UK time."
    ),
    "not-a-choice": Words("This is not one of the words used here.", "{suggestion}"),
    "bad-language": Words(
        "A language code is needed here.", "Write a short code, such as ur, pl or cy."
    ),
    "relation-without-kind": Words(
        "A relation must say to whom, once.", "Write one of {known}, with an id after it."
    ),
    "bad-id": Words(
        "An id must be a neutral short name, because it becomes part of file names.",
        "Use up to 41 small letters, digits and hyphens, starting with a letter or digit.",
    ),
    "bad-case-reference": Words(
        "The case's reference cannot be used in a file name.",
        "Use up to 41 letters, digits and hyphens, starting with a letter or digit.",
    ),
    "bad-authority": Words(
        "This cannot be the name of an authority.",
        "Write a name that `cpdocs authorities` lists, such as rotherham.",
    ),
    "id-twice": Words(
        "This id is used for something else in this file as well.", "Give each record its own id."
    ),
    "unknown-id": Words(
        "There is no {kind} with this id.", "Write one of the ids given under {where}."
    ),
    "too-many-faults": Words(
        "There are more than {limit} faults, and no more are listed.",
        "Check that this is a case file; `cpdocs new` makes one to start from.",
    ),
    "not-accepted": Words("This value is not accepted.", "See docs/case-file.md for the field."),
}
