"""Every word that a translator translates: the templates' messages and the authorities' own words.

A message is one for families where a document written for a family, a young person or whoever
helps them can say it: it stands in such a template, or in a part or macro that one uses. What such
a template says to professionals alone counts too: the set can be too large, never too small.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import yaml
from jinja2 import Environment, nodes

from cpdocs import resources

FAMILY = frozenset({"child", "parent", "family", "helper"})  # readers, as front matter names them
_OPENS, _CLOSES = "{#---\n", "\n---#}"
_FOLDERS = ("letters", "plans", "reports")
_ALWAYS = "_parts/running.html"  # on every copy, beside its template
_UNCHECKED = "_parts/unchecked.html"  # on every copy in a language that nobody has checked
_OWN = "terms"
_SAID = ("title", "says", "not_set")  # what an authority's points, items and timescales say
_LEAFLETS = "leaflets"  # titles of other people's papers, printed as they are


@dataclass(frozen=True, kw_only=True)
class Message:
    """One message, with what a translator has to know about it."""

    id: str
    plural: str | None
    used: tuple[str, ...]  # templates, or places of authorities' files
    for_families: bool
    holds: tuple[tuple[str, str], ...]  # each placeholder, with what stands for it
    is_term: bool = False  # an authority's word, which stands inside other messages

    @property
    def key(self) -> tuple[str, str] | str:
        """What gettext catalogues know it by."""
        return (self.id, self.plural) if self.plural else self.id


@dataclass(kw_only=True)
class _Found:
    plural: str | None = None
    used: dict[str, None] = field(default_factory=dict)
    families: list[str] = field(default_factory=list)
    holds: dict[str, str] = field(default_factory=dict)
    term: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class _Template:
    name: str
    macros: dict[str, nodes.Macro]
    imported: dict[str, tuple[str, str]]  # name here: template, name there
    top: tuple[nodes.Node, ...]


@cache
def all_messages() -> tuple[Message, ...]:
    """Every message, in the order of the places where it is used."""
    found: dict[str, _Found] = {}
    for name in _names():
        for node in _parsed(name).find_all(nodes.Call):
            _note(node, name, found)
    reach = _family_reach()
    for call in reach.calls:
        words = _words_of(call)
        if words is not None:
            found[words[0]].families.append("template")
    for words_, place, key in _authority_words():
        one = found.setdefault(words_, _Found())
        one.used.setdefault(place)
        if place.startswith(_OWN):
            one.term.append(key)
        if key in reach.names:
            one.families.append(key)
    return tuple(
        Message(
            id=words,
            plural=told.plural,
            used=tuple(told.used),
            for_families=bool(told.families),
            holds=tuple(told.holds.items()),
            is_term=bool(told.term),
        )
        for words, told in found.items()
    )


def _names() -> tuple[str, ...]:
    """Parts last: a message is best read in the document that says it."""
    return tuple(name for f in (*_FOLDERS, "_parts") for name in resources.template_names(f))


@cache
def _parsed(name: str) -> nodes.Template:
    environment = Environment(trim_blocks=True, lstrip_blocks=True)  # noqa: S701 (parses alone)
    return environment.parse(resources.template_text(name))


def _words_of(call: nodes.Call) -> tuple[str, str | None] | None:
    """The message of a call and its plural; None for a call that asks for no message."""
    if not isinstance(call.node, nodes.Name) or call.node.name not in {"_", "gettext", "ngettext"}:
        return None
    told = [arg.value for arg in call.args if isinstance(arg, nodes.Const)]
    return (told[0], told[1] if call.node.name == "ngettext" else None) if told else None


def _note(call: nodes.Call, name: str, found: dict[str, _Found]) -> None:
    words = _words_of(call)
    if words is None:
        return
    one = found.setdefault(words[0], _Found(plural=words[1]))
    one.used.setdefault(name)
    for keyword in call.kwargs:
        one.holds.setdefault(keyword.key, _told(keyword.value))


def _told(node: nodes.Node) -> str:
    """What an expression gives, for a translator: `own(terms.chair)`, `day(...)`."""
    if isinstance(node, nodes.Call):
        return f"{_told(node.node)}({', '.join(map(_told, node.args))})"
    if isinstance(node, nodes.Getattr):
        return f"{_told(node.node)}.{node.attr}"
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Const):
        return str(node.value)
    if isinstance(node, nodes.CondExpr):
        return f"{_told(node.expr1)} or {_told(node.expr2) if node.expr2 else ''}"
    return "..."


@dataclass(frozen=True, kw_only=True)
class _Reach:
    """What documents for families can say: messages asked for, and names of things told."""

    calls: tuple[nodes.Call, ...]
    names: frozenset[str]


@cache
def _template(name: str) -> _Template:
    tree = _parsed(name)
    imported = {}
    for node in tree.find_all(nodes.FromImport):
        source = node.template.value if isinstance(node.template, nodes.Const) else ""
        for asked in node.names:
            there, here = asked if isinstance(asked, tuple) else (asked, asked)
            imported[here] = (source, there)
    macros = {node.name: node for node in tree.find_all(nodes.Macro)}
    top = tuple(node for node in tree.body if not isinstance(node, nodes.Macro))
    return _Template(name=name, macros=macros, imported=imported, top=top)


def _family_reach() -> _Reach:
    seen: dict[tuple[str, str], None] = {}
    calls: list[nodes.Call] = []
    names: set[str] = set()
    waiting = [(name, "") for name in (*_written_for_families(), _ALWAYS, _UNCHECKED)]
    waiting += [(_ALWAYS, macro) for macro in _template(_ALWAYS).macros]
    while waiting:
        place = waiting.pop()
        if place in seen:
            continue
        seen[place] = None
        template = _template(place[0])
        for node in _bodies(template, place[1]):
            waiting += _asked(node, template)
            calls += node.find_all(nodes.Call)
            calls += [node] if isinstance(node, nodes.Call) else []
            names |= {n.attr for n in node.find_all(nodes.Getattr)}
            names |= {n.value for n in node.find_all(nodes.Const) if isinstance(n.value, str)}
    return _Reach(calls=tuple(calls), names=frozenset(names))


def _bodies(template: _Template, macro: str) -> tuple[nodes.Node, ...]:
    return (template.macros[macro],) if macro else template.top


def _asked(node: nodes.Node, template: _Template) -> Iterator[tuple[str, str]]:
    """Macros and templates that a piece of a template uses."""
    for name in node.find_all(nodes.Name):
        if name.name in template.macros:
            yield template.name, name.name
        elif name.name in template.imported:
            source, there = template.imported[name.name]
            yield source, ""
            yield source, there
    included = [node] if isinstance(node, nodes.Include) else []
    for include in (*included, *node.find_all(nodes.Include)):
        if isinstance(include.template, nodes.Const):
            yield include.template.value, ""


def _written_for_families() -> Iterator[str]:
    for name in _names():
        text = resources.template_text(name)
        if text.startswith(_OPENS):
            told = yaml.safe_load(text[len(_OPENS) : text.index(_CLOSES)])
            if FAMILY & set(told["audience"]):
                yield name


def _authority_words() -> Iterator[tuple[str, str, str]]:
    """What authorities say in their own words: the words, their place, and the name that templates
    ask for them by."""
    for file in resources.data_names("authorities", ".yaml"):
        told = yaml.safe_load(resources.data_text(f"authorities/{file}"))
        slug = file.removesuffix(".yaml")
        for name, stated in _stated(told.get(_OWN, {})):
            yield stated, f"{_OWN}.{name} ({slug})", name.partition(".")[0]
        for key, stated in _single(told):
            yield stated, f"{key} ({slug})", key
        for section, body in told.items():
            if section in {_OWN, _LEAFLETS}:
                continue
            entries = body.items() if section == "timescales" else [(section, body)]
            for key, entry in entries:
                for words in _said(entry):
                    yield words, f"{key} ({slug})", key


def _stated(terms: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name, told in terms.items():
        if "value" in told:
            yield name, told["value"]
        else:
            yield from ((f"{name}.{kind}", each["value"]) for kind, each in told.items())


def _single(told: dict[str, Any]) -> Iterator[tuple[str, str]]:
    hours = told.get("letterhead", {}).get("hours")
    for key, stated in (("hours", hours), ("reports_to", told.get("reports_to"))):
        if stated:
            yield key, stated["value"]


def _said(told: Any) -> Iterator[str]:
    if isinstance(told, list):
        for each in told:
            yield from _said(each)
    elif isinstance(told, dict):
        for key, value in told.items():
            if key in _SAID and isinstance(value, str):
                yield " ".join(value.split())
            else:
                yield from _said(value)
