"""Keeps the catalogues: `python -m cpdocs.languages extract | update | status | fill | check`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from cpdocs import resources
from cpdocs.languages import all_languages, catalogue, load_language
from cpdocs.languages.language import SOURCE, home_of, locale_of

tools = typer.Typer(add_completion=False, help=__doc__)
Code = Annotated[str, typer.Argument(help="The language's folder, such as ur.")]
_FOLDER = resources.DATA / "languages"


def _codes() -> tuple[str, ...]:
    return tuple(code for code in all_languages() if code != SOURCE)


@tools.command()
def extract() -> None:
    """Write `data/languages/messages.pot` anew from the templates and the authorities' files."""
    (_FOLDER / catalogue.TEMPLATE).write_text(catalogue.template_text(), encoding="utf-8")


@tools.command()
def update() -> None:
    """Bring every catalogue into step with the messages: new ones empty, old ones gone."""
    for code in _codes():
        home = home_of(code)
        text = catalogue.updated(home, locale_of(home))
        (home / catalogue.CATALOGUE).write_text(text, encoding="utf-8")


@tools.command()
def status(code: Annotated[str | None, typer.Argument()] = None) -> None:
    """Say how far each catalogue is, or for one language which messages it lacks."""
    for one in (code,) if code else _codes():
        now = catalogue.standing(home_of(one))
        typer.echo(
            f"{one}: {now.done} of {now.of} for families, {now.others} others, "
            f"{len(now.obsolete)} obsolete, {len(now.fuzzy)} fuzzy"
        )
        if code:
            for missing in now.missing:
                typer.echo(f"  {missing}")


@tools.command()
def fill(code: Code, files: Annotated[list[Path], typer.Argument()]) -> None:
    """Put translations into a catalogue from JSON files of short id (or English) to translation.

    What is wrong is left out and told; the rest is put in.
    """
    home, language = home_of(code), load_language(code)
    wrong_at_all = False
    for file in files:
        given = json.loads(file.read_text(encoding="utf-8"))
        text, wrong = catalogue.filled(home, language, given)
        (home / catalogue.CATALOGUE).write_text(text, encoding="utf-8")
        for fault in wrong:
            typer.echo(fault, err=True)
        wrong_at_all |= bool(wrong)
    now = catalogue.standing(home)
    typer.echo(f"{code}: {now.done} of {now.of} for families")
    raise typer.Exit(1 if wrong_at_all else 0)


@tools.command()
def check(code: Code) -> None:
    """Say everything that is wrong with a language's glossary and translations."""
    found = list(catalogue.faults(home_of(code), load_language(code)))
    for fault in found:
        typer.echo(fault)
    raise typer.Exit(1 if found else 0)


if __name__ == "__main__":
    tools()
