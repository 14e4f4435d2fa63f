"""Catalogues for translators: kept in step with the messages, filled piece by piece, and judged."""

from __future__ import annotations

import gettext
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import write_po

from cpdocs.languages import words
from cpdocs.languages.glossary import Glossary, read_glossary
from cpdocs.languages.language import Language, read_catalogue

TEMPLATE = "messages.pot"
CATALOGUE = "messages.po"
FOR_FAMILIES = "for families"  # the comment that tells such a message

_PLACEHOLDER = re.compile(r"%\((?P<name>\w+)(?::(?P<form>\w+))?\)s|\{(?P<plain>\w+)\}")
_STRAY = re.compile(r"%(?!\()")
_LATIN = re.compile(r"[A-Za-z]{2,}")
_NUMBERS = range(201)  # enough to meet every plural form of every language
_WIDTH = 100

Words = str | tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How far a catalogue is, message by message."""

    done: int  # messages for families that are translated
    of: int
    missing: tuple[str, ...]  # messages for families that are not
    others: int  # messages for professionals that are translated
    obsolete: tuple[str, ...]
    fuzzy: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether every message for families is translated, and nothing stands in doubt."""
        return not (self.missing or self.obsolete or self.fuzzy)


def short_id(message: words.Message) -> str:
    """What a translator's file calls a message: the same for as long as its words are the same."""
    return hashlib.sha256(message.id.encode()).hexdigest()[:8]


def template_text() -> str:
    """`messages.pot`: every message with what a translator has to know."""
    blank = {m.key: ("", "") if m.plural else "" for m in words.all_messages()}
    return _written(None, blank)


def updated(folder: Path, locale: str) -> str:
    """The catalogue in `folder` brought into step with the messages: nothing is guessed."""
    forms = Catalog(locale=locale).num_plurals
    kept = held(folder)
    strings: dict[tuple[str, str] | str, Words] = {}
    for message in words.all_messages():
        told = kept.get(message.key)
        fits = isinstance(told, tuple) and len(told) == forms if message.plural else bool(told)
        strings[message.key] = told if told and fits else ("",) * forms if message.plural else ""
    return _written(locale, strings)


def filled(folder: Path, language: Language, given: Mapping[str, object]) -> tuple[str, list[str]]:
    """The catalogue with translations put in, by a message's short id or its words, and what is
    wrong with those that were not put in."""
    by_name = {name: m for m in words.all_messages() for name in (short_id(m), m.id)}
    kept = held(folder)
    wrong = []
    for name, told in given.items():
        message = by_name.get(name)
        if message is None:
            wrong.append(f"{name}: there is no such message")
            continue
        said = tuple(told) if isinstance(told, list) else told
        faults = list(shape_faults(message, said, language))
        if faults:
            wrong += [f"{name} ({message.id[:50]}): {fault}" for fault in faults]
        elif isinstance(said, str | tuple):
            kept[message.key] = said
    forms = Catalog(locale=language.locale).num_plurals
    strings: dict[tuple[str, str] | str, Words] = {
        m.key: kept.get(m.key) or (("",) * forms if m.plural else "") for m in words.all_messages()
    }
    return _written(language.locale, strings), wrong


def standing(folder: Path) -> Standing:
    """How far the catalogue in `folder` is."""
    catalogue = read_catalogue(folder)
    known = {m.key: m for m in words.all_messages()}
    told = {_key(m): m for m in catalogue if m.id}
    families = [m for m in known.values() if m.for_families]
    done = {key for key, m in told.items() if _is_whole(_strings(m)) and not m.fuzzy}
    missing = tuple(m.id for m in families if m.key not in done)
    return Standing(
        done=len(families) - len(missing),
        of=len(families),
        missing=missing,
        others=len(done & known.keys()) - (len(families) - len(missing)),
        obsolete=tuple(
            str(key) for key in (*(k for k in told if k not in known), *catalogue.obsolete)
        ),
        fuzzy=tuple(str(key) for key, m in told.items() if m.fuzzy),
    )


def faults(folder: Path, language: Language) -> Iterator[str]:
    """Everything that is wrong with the translations that there are."""
    glossary = read_glossary(folder)
    yield from glossary_faults(glossary, language)
    kept = held(folder)
    for message in words.all_messages():
        said = kept.get(message.key)
        if not said:
            continue
        found = [
            *shape_faults(message, said, language),
            *english_faults(message, said, language),
            *term_faults(message, said, glossary),
        ]
        yield from (f"{short_id(message)} {message.id[:60]!r}: {fault}" for fault in found)


def shape_faults(message: words.Message, said: object, language: Language) -> Iterator[str]:
    """What is wrong with a translation's placeholders, plural forms and signs."""
    forms = Catalog(locale=language.locale).num_plurals
    if message.plural and not (isinstance(said, tuple) and len(said) == forms):
        yield f"it needs a list of {forms} forms"
        return
    each = said if isinstance(said, tuple) else (said,)
    if not message.plural and len(each) != 1:
        yield "it has one form"
        return
    for form in each:
        if not isinstance(form, str) or not form.strip():
            yield "it is empty"
        else:
            yield from _text_faults(message, form, language)


def _text_faults(message: words.Message, form: str, language: Language) -> Iterator[str]:
    asked = _names(message.plural or message.id)
    given = _names(form)
    may_lack = asked - _names(message.id) if message.plural else set()
    if message.plural:
        may_lack |= {"count", "days"}  # `once a day` need not say its number
    if given - asked or asked - given - may_lack:
        yield f"its placeholders are {sorted(given)}, not {sorted(asked)}"
    terms = {name for name, told in message.holds if is_term(told)}
    for found in _PLACEHOLDER.finditer(form):
        if found["form"] and found["name"] not in terms:
            yield f"{found.group()}: only a term has forms, and this holds none"
        elif found["form"] and found["form"] not in language.forms:
            yield f"{found.group()}: the language's forms are {', '.join(language.forms) or 'none'}"
    if _STRAY.search(form) or ("%(" in _PLACEHOLDER.sub("", form)):
        yield "a percent sign stands where no placeholder is whole"
    if "<" in form or "\n" in form or form != form.strip():
        yield "no tag, line break or outer space belongs in it"


def is_term(told: str) -> bool:
    """Whether what stands for a placeholder is one of an authority's terms."""
    return "terms." in told or "conference_term" in told


def english_faults(message: words.Message, said: Words, language: Language) -> Iterator[str]:
    """English that is left over."""
    each = said if isinstance(said, tuple) else (said,)
    bare = _PLACEHOLDER.sub(" ", message.id)
    if any(c.isalpha() for c in bare) and message.id in each and message.id not in language.kept:
        yield "it is the English"
    if language.script != "latin":
        kept = {word for words_ in language.kept for word in words_.split()}
        for form in each:
            found = set(_LATIN.findall(_PLACEHOLDER.sub(" ", form))) - kept
            if found:
                yield f"Latin letters are left in it: {', '.join(sorted(found))}"


def term_faults(message: words.Message, said: Words, glossary: Glossary) -> Iterator[str]:
    """Terms of the glossary that the English has and the translation does not keep to."""
    each = said if isinstance(said, tuple) else (said,)
    for english, term in glossary.in_text(message.id):
        kept = [form for form in each if term.is_in(form)]
        if len(kept) != len(each):
            yield f"the glossary has {term.use!r} for {english!r}"


def glossary_faults(glossary: Glossary, language: Language) -> Iterator[str]:
    """Authorities' terms for families that lack a form that sentences may ask for."""
    for message in words.all_messages():
        if not (message.is_term and message.for_families):
            continue
        term = glossary.terms.get(message.id)
        if term is None:
            yield f"glossary.yaml: no {message.id!r}"
        elif lacking := set(language.forms) - term.forms.keys():
            yield f"glossary.yaml: {message.id!r} lacks {', '.join(sorted(lacking))}"


def plural_examples(locale: str) -> tuple[tuple[int, ...], ...]:
    """For each plural form of the language, the first few numbers that it goes with."""
    catalogue = Catalog(locale=locale)
    chosen = gettext.c2py(catalogue.plural_expr)
    found: list[list[int]] = [[] for _ in range(catalogue.num_plurals)]
    for number in _NUMBERS:
        found[chosen(number)].append(number)
    return tuple(tuple(numbers[:6]) for numbers in found)


def _names(text: str) -> set[str]:
    return {found["name"] or found["plain"] for found in _PLACEHOLDER.finditer(text)}


def _key(message: Message) -> tuple[str, str] | str:
    return (message.id[0], message.id[1]) if isinstance(message.id, tuple | list) else message.id


def _strings(message: Message) -> Words:
    told = message.string
    return tuple(told) if isinstance(told, tuple | list) else str(told or "")


def _is_whole(said: Words) -> bool:
    return all(said) if isinstance(said, tuple) else bool(said)


def held(folder: Path) -> dict[tuple[str, str] | str, Words]:
    """What is translated, without what is fuzzy; a term as the glossary has it."""
    if not (folder / CATALOGUE).exists():
        return {}
    terms = read_glossary(folder).terms
    named = {m.key: terms[m.id].use for m in words.all_messages() if m.is_term and m.id in terms}
    found = ((m, _strings(m)) for m in read_catalogue(folder) if m.id and not m.fuzzy)
    return {**{_key(m): said for m, said in found if _is_whole(said)}, **named}


def _header(locale: str | None) -> Iterable[str]:
    """No date and no name, so that the same words make the same file."""
    yield "Content-Type: text/plain; charset=utf-8"
    yield "Content-Transfer-Encoding: 8bit"
    if locale:
        yield f"Language: {locale}"
        yield f"Plural-Forms: {Catalog(locale=locale).plural_forms}"


def _written(locale: str | None, strings: Mapping[tuple[str, str] | str, Words]) -> str:
    catalogue = Catalog(locale=locale)
    for message in words.all_messages():
        told = [FOR_FAMILIES] if message.for_families else []
        told += [f"{name}: {what}" for name, what in message.holds]
        catalogue.add(
            message.key,
            string=strings[message.key],
            locations=[(_short(place), 0) for place in message.used],
            auto_comments=told,
        )
    made = BytesIO()
    write_po(made, catalogue, width=_WIDTH, omit_header=True, include_lineno=False)
    top = "".join(f'"{line}\\n"\n' for line in _header(locale))
    return f'msgid ""\nmsgstr ""\n{top}\n{made.getvalue().decode()}'


def _short(place: str) -> str:
    return place.replace(" ", "_")
