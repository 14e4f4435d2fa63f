"""Everybody's box in a family chart: its words, the size that they need, and how it is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from markupsafe import Markup

from cpdocs.documents.charts import drawing
from cpdocs.documents.charts.family import HEAVY, UNBORN, Family, Line, Member
from cpdocs.documents.charts.layout import Layout, Way
from cpdocs.documents.charts.words import EM, LINE, Words, pitch, plain, wrapped
from cpdocs.languages import Language

WIDEST = 8.5  # ems of a line, where no word is longer: most names stand on two lines
_LEAST = 4.5  # ems: the narrowest box
_TRIANGLE = 1.1 * EM
_SLASH = 0.5 * EM  # half the height of the two strokes on a line of former partners

Labels = Mapping[str, tuple[str, ...]]  # what each member's box says, the name first
Sizes = Mapping[str, tuple[float, float]]


@dataclass(frozen=True, kw_only=True)
class Setting:
    """How the words of one drawing are set."""

    step: float  # from line to line
    direction: str
    lines: Callable[[tuple[str, ...], float], tuple[Words, ...]]


def setting(language: Language) -> Setting:
    """How words of a language are set. A drawing asks for the same lines many times."""
    return Setting(step=pitch(language) * EM, direction=language.direction, lines=cache(wrapped))


def as_labels(labels: Mapping[str, Sequence[str]]) -> Labels:
    """Labels without the markup that templates put round names."""
    return {member: tuple(map(plain, things)) for member, things in labels.items()}


@dataclass(frozen=True, kw_only=True)
class Boxes:
    """The words of each box, and the sizes that they need."""

    words: Mapping[str, tuple[Words, ...]]
    sizes: Sizes
    setting: Setting

    def saying(self, labels: Labels) -> Boxes:
        """The same boxes with other words, which need no more room."""
        widest = {each: max(line.width for line in lines) for each, lines in self.words.items()}
        words = {each: self.setting.lines(labels[each], widest[each]) for each in self.words}
        return replace(self, words=words)


def boxes_for(
    family: Family, labels: Labels, widest: Mapping[str, float], pad: float, setting: Setting
) -> Boxes:
    """Boxes in lines of at most so many ems, `pad` units from their words."""
    words = {m.id: setting.lines(labels[m.id], widest[m.id]) for m in family.members}
    sizes = {
        m.id: (
            max(_LEAST, *(line.width for line in words[m.id])) * EM + 2 * pad,
            _height(m, words[m.id], setting.step) + 2 * pad,
        )
        for m in family.members
    }
    return Boxes(words=words, sizes=sizes, setting=setting)


def _height(member: Member, lines: tuple[Words, ...], step: float) -> float:
    return len(lines) * step + (_triangle(step) if member.standing in UNBORN else 0)


def _triangle(step: float) -> float:
    """The room above the words of a child not born yet: tall words rise over their line."""
    return _TRIANGLE + (step - LINE * EM) / 2


def shapes(family: Family, layout: Layout, boxes: Boxes) -> Iterator[Markup]:
    """Every shape of a family's drawing, boxes over lines over rings."""
    step = boxes.setting.step
    for ring in layout.rings:
        yield drawing.box("ring", ring.left, ring.top, ring.width, ring.height)
    for stroke in layout.strokes:
        kind = "tie" if stroke.line is Line.OTHER else "kin"
        yield drawing.stroke(kind, stroke.start, stroke.end)
    for x, y in layout.parted:
        for aside in (-0.35 * _SLASH, 0.35 * _SLASH):
            lean = 0.35 * _SLASH
            if layout.way is Way.BELOW:
                ends = (x + aside - lean, y + _SLASH), (x + aside + lean, y - _SLASH)
            else:
                ends = (x - _SLASH, y + aside + lean), (x + _SLASH, y + aside - lean)
            yield drawing.stroke("kin", *ends)
    for member in family.members:
        box, lines = layout.boxes[member.id], boxes.words[member.id]
        kind = "subject" if member.standing in HEAVY else "member"
        x, middle = box.middle
        unborn = member.standing in UNBORN
        top = middle - _height(member, lines, step) / 2
        parts = [drawing.box(kind, box.left, box.top, box.width, box.height)]
        if unborn:
            parts.append(drawing.triangle(x, top, _TRIANGLE))
            top += _triangle(step)
        parts.append(drawing.lines(lines, x, top, step, "middle"))
        yield drawing.group(parts)
