"""The commands that list what there is: documents, languages, authorities, editions, the schema."""

from __future__ import annotations

from collections.abc import Sequence

import typer

from cpdocs import cli_show as show
from cpdocs.cli_show import AsJson
from cpdocs.values import SIZES, Edition, Format

lists = typer.Typer()


@lists.command()
def documents(as_json: AsJson = False) -> None:
    """List the documents that there are."""
    from cpdocs.documents.catalogue import catalogue

    heads = ("id", "title", "about", "audience", "stage", "source")
    rows = [(d.id, d.title, d.about, ", ".join(d.audience), d.stage, d.source) for d in catalogue()]
    _say_list(heads, rows, as_json)


@lists.command()
def languages(as_json: AsJson = False) -> None:
    """List the languages, each with how far its translation is."""
    from cpdocs.languages import all_languages, load_language
    from cpdocs.languages.catalogue import standing
    from cpdocs.languages.language import home_of

    rows = []
    for each in map(load_language, all_languages()):
        now = None if each.is_source else standing(home_of(each.code))
        done = f"{now.done} of {now.of}" if now else "the source"
        checked = f"{each.reviewed.by}, {each.reviewed.on}" if each.reviewed else "no"
        checked = "the source" if each.is_source else checked
        rows.append((each.code, each.tag, each.name, each.direction, each.state, done, checked))
    heads = ("code", "tag", "name", "direction", "state", "complete", "checked")
    _say_list(heads, rows, as_json)


@lists.command()
def authorities(as_json: AsJson = False) -> None:
    """List the authorities whose procedures are known."""
    from cpdocs.procedures import authority_slugs, load_authority

    known = [load_authority(slug) for slug in authority_slugs()]
    _say_list(("slug", "name"), [(each.slug, each.style.name) for each in known], as_json)


@lists.command()
def editions(as_json: AsJson = False) -> None:
    """List the editions, with their sizes in points and their formats."""
    rows = [(e, ", ".join(map(str, SIZES[e])), ", ".join(Format)) for e in Edition]
    _say_list(("edition", "sizes", "formats"), rows, as_json)


@lists.command()
def schema() -> None:
    """Print the JSON Schema of the case file, for editors and case systems."""
    from cpdocs.case.schema import schema as of_case

    show.say_json(of_case())


def _say_list(heads: Sequence[str], rows: Sequence[Sequence[str]], as_json: bool) -> None:
    if as_json:
        show.say_json([dict(zip(heads, row, strict=True)) for row in rows])
    else:
        show.say_table(heads, rows)
