"""What templates may ask for: facts of the view, said in the copy's language, and no decision."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from typing import Any

from jinja2 import Undefined
from markupsafe import Markup, escape

from cpdocs.documents import charts, markup
from cpdocs.documents.missing import Blank, Missing
from cpdocs.languages import Language, formats
from cpdocs.languages.language import translations
from cpdocs.model.conference import CoreGroup, Invitation
from cpdocs.model.people import CARERS, Child, Person, RelationKind
from cpdocs.model.places import Address
from cpdocs.model.ruling import Ruled, RuledName
from cpdocs.model.sharing import Passage
from cpdocs.model.view import View

Tool = Callable[..., Any]


def _blank_for_blank(tool: Tool) -> Tool:
    """Let a missing fact pass through, so that every missing fact of a copy is found."""

    def told(*given: object, **named: object) -> object:
        if any(isinstance(value, Undefined) for value in given):
            return Markup("")
        return tool(*given, **named)

    return told


class Telling:
    """The functions that one copy's template is given, beside `view`."""

    def __init__(self, view: View, language: Language, missing: Missing) -> None:
        self._view = view
        self._language = language
        self._missing = missing
        self._messages = translations(language)

    def tools(self) -> dict[str, object]:
        """The functions by the names that templates use."""
        by_name: dict[str, Tool] = {
            "own": self.own,
            "first": self.first,
            "day": self.day,
            "date": self.date,
            "time": self.time,
            "age": self.age,
            "listed": self.listed,
            "lines": markup.lines,
            "language_name": self.language_name,
            "bdi": lambda text: markup.isolated(str(text)),
            "keep": lambda text: markup.unbroken(str(text)),
            "address": self.address,
            "address_line": markup.address_line,
            "phone": markup.telephone,
            "email": markup.mail,
            "recorded": self.recorded,
            "paragraphs": self.paragraphs,
            "said": self.said,
            "kin": self.kin,
            "mother_of": self.mother_of,
            "readers_own": self.readers_own,
            "mine": self.mine,
            "core_groups": self.core_groups,
            "ruled": self.ruled,
        }
        return {
            **{name: _blank_for_blank(tool) for name, tool in by_name.items()},
            **charts.tools(self._view, self._language),
            "gettext": self.gettext,
            "ngettext": self.ngettext,
            "need": self._missing.need,
        }

    def gettext(self, message: str, **named: object) -> Markup:
        """A template's message in the copy's language, with what is named put in its place."""
        return self._filled(self._messages.gettext(message), named)

    def ngettext(self, one: str, many: str, number: int, **named: object) -> Markup:
        """The message that goes with a number."""
        return self._filled(self._messages.ngettext(one, many, number), named)

    def own(self, words: str) -> Markup:
        """The authority's own words (a term, an item of its agenda), in the copy's language."""
        return markup.spoken(self._messages.gettext(words), self._language)

    def first(self, words: str | Markup) -> Markup:
        """The same words with a capital letter, for the head of a line."""
        text = words if isinstance(words, Markup) else escape(words)
        return Markup(text[:1].upper() + text[1:])  # noqa: S704 (escaped above)

    def day(self, value: date) -> Markup:
        """A date with its weekday."""
        return markup.isolated(formats.in_day(self._language, value))

    def date(self, value: date) -> Markup:
        """A date."""
        return markup.isolated(formats.in_date(self._language, value))

    def time(self, value: time | datetime) -> Markup:
        """A time on the clock."""
        return markup.unbroken(formats.in_time(self._language, value))

    def age(self, child: Child) -> Markup | None:
        """A child's age at the conference; None where the date of birth is not told."""
        if child.born is None:
            return None
        on = self._view.conference.starts.date()
        return markup.isolated(formats.in_age(self._language, child.born, on))

    def listed(self, items: Iterable[str]) -> Markup:
        """Things one after another, as the language joins them."""
        escaped = [str(escape(item).strip()) for item in items]
        return Markup(formats.in_list(self._language, escaped))  # noqa: S704 (escaped above)

    def language_name(self, code: str) -> Markup:
        """The name of a language, in the copy's language."""
        return markup.spoken(formats.in_language_name(self._language, code), self._language)

    def address(self, value: Address) -> Markup:
        """An address, a line for each of its lines."""
        return markup.address_lines(value)

    def recorded(self, text: str) -> Markup:
        """A short piece of free text of the case, as it was recorded."""
        return markup.as_recorded(" ".join(text.split()), self._language)

    def paragraphs(self, text: str, css_class: str | None = None) -> Markup:
        """Free text of the case, as it was recorded, in paragraphs."""
        parts = markup.split_paragraphs(text)
        return markup.paragraphs((markup.as_recorded(p, self._language) for p in parts), css_class)

    def said(
        self,
        passage: Passage,
        place: str,
        css_class: str | None = None,
        words: str | None = None,
    ) -> Markup:
        """A passage in the copy's language, in paragraphs; a missing translation is told.

        `words`: other English words of its own to say it in, such as its plain wording.
        """
        text: str | Blank = words or passage.text
        if not self._language.is_source:
            code = self._language.code
            text = self._missing.need(
                passage.translations.get(code),
                f"{place}.translations.{code}",
                "This passage has no translation into the copy's language. Record one.",
            )
        if isinstance(text, Undefined):
            return Markup("")
        parts = markup.split_paragraphs(text)
        return markup.paragraphs((markup.spoken(p, self._language) for p in parts), css_class)

    def kin(self, person_id: str) -> tuple[tuple[RelationKind, tuple[str, ...]], ...]:
        """What a family member is to whom, kind by kind, of those whom this view holds."""
        person = self._view.records.person(person_id)
        held = {*self._view.conference.children, *(c.id for c in self._view.records.children)}
        held |= {p.id for p in self._view.records.people}
        kinds: dict[RelationKind, list[str]] = {}
        for relation in person.relations if person else ():
            if relation.of in held:
                kinds.setdefault(relation.kind, []).append(relation.of)
        return tuple((kind, tuple(ids)) for kind, ids in kinds.items())

    def mother_of(self, child_id: str) -> Person | None:
        """The child's mother, where this view holds her and says so."""
        mothers = frozenset({RelationKind.MOTHER})
        people = self._view.records.people
        return next((p for p in people if child_id in p.related(mothers)), None)

    def readers_own(self, child_id: str) -> bool:
        """Whether the reader is parent or carer of the child."""
        reader = self._view.records.person(self._view.reader.id)
        return reader is not None and child_id in reader.related(CARERS)

    def mine(self) -> Invitation | None:
        """The reader's own invitation."""
        rows = self._view.conference.invitations
        return next((row for row in rows if row.who == self._view.reader.id), None)

    def core_groups(self) -> tuple[CoreGroup, ...]:
        """The core groups, those that meet as one (same people, time and place) told once."""
        minutes = self._view.conference.minutes
        met: dict[tuple[object, ...], CoreGroup] = {}
        for group in minutes.core_groups if minutes else ():
            key = (group.members, group.first_meeting, group.place)
            same = met.get(key)
            children = (*same.children, *group.children) if same else group.children
            met[key] = group.model_copy(update={"children": tuple(dict.fromkeys(children))})
        return tuple(met.values())

    def ruled(self, name: str) -> Ruled | None:
        """The computed value of that name, where this view holds it."""
        return self._view.ruling(RuledName(name))

    def _filled(self, message: str, named: dict[str, object]) -> Markup:
        values = {name: escape(value).strip() for name, value in named.items()}
        return escape(message) % _Inflected(values, self._language)


class _Inflected(dict[str, Markup]):
    """Values of a message, and each term in the form that the message asks for: `plan:gen`."""

    def __init__(self, values: dict[str, Markup], language: Language) -> None:
        super().__init__(values)
        self._language = language

    def __missing__(self, key: str) -> Markup:
        name, _, form = key.partition(":")
        if not form:
            raise KeyError(key)
        return markup.spoken(self._language.in_form(self[name].unescape(), form), self._language)
