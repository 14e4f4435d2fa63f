"""The command line: calls the stages, prints what they say, ends with an exit code to rely on."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from cpdocs import cli_show as show
from cpdocs.cli_lists import lists
from cpdocs.cli_show import AsJson
from cpdocs.errors import CpdocsError, InputFaults, UsageError
from cpdocs.findings import Finding
from cpdocs.values import Edition, Format, Showing

OWN_FAULT = 70  # EX_SOFTWARE of sysexits.h
INTERRUPTED = 130

app = typer.Typer(
    name="cpdocs",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    pretty_exceptions_show_locals=False,
    rich_markup_mode=None,
    help="Every document of a child protection conference, for every reader, from one case file.",
    epilog="Exit codes: 0 done; 1 copies held or findings; 2 bad input or usage; "
    "3 a program or font is missing; 70 a fault of cpdocs itself; 130 stopped.",
)
app.add_typer(lists)

CaseArgument = Annotated[str, typer.Argument(metavar="CASE", help="The case file; - is stdin.")]
About = Annotated[
    str | None,
    typer.Option(metavar="ID", help="The conference, child or paper, where there are several."),
]
Reader = Annotated[str, typer.Option("--for", metavar="PERSON", help="The reader's id.")]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the number that the program ends with. No traceback is ever shown."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        app(args=arguments, prog_name="cpdocs")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except InputFaults as error:
        if "--json" in arguments:
            show.say_json({"faults": error.faults})
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    except CpdocsError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    except (
        Exception
    ) as error:  # the message may quote the case: only the kind and the place are told
        from cpdocs.packs.holding import where

        sys.stderr.write(
            f"cpdocs met a fault of its own and stopped: {type(error).__name__} at {where(error)}\n"
            "Nothing was left half written. Report these words to whoever looks after cpdocs.\n"
        )
        return OWN_FAULT
    return 0


def _version(wanted: bool) -> None:
    if wanted:
        from cpdocs import __version__

        typer.echo(f"cpdocs {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    pass


@app.command()
def new(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make it in.")],
) -> None:
    """Write a commented case file to start from."""
    from cpdocs.packs.store import make_folder, write_file
    from cpdocs.resources import data_text

    path = directory / "case.yaml"
    try:
        make_folder(directory)
        write_file(path, data_text("starter/case.yaml").encode())
    except FileExistsError:
        raise UsageError(f"{path} is there already. Name another folder.") from None
    except OSError as error:
        raise UsageError(f"{path} cannot be written ({error.strerror}). Name another.") from None
    typer.echo(f"A case file to start from: {path}\nFill it in, then run: cpdocs pack {path}")


@app.command()
def render(  # noqa: PLR0913, PLR0917 (a command's options)
    case: CaseArgument,
    document: Annotated[str, typer.Argument(help="An id that `cpdocs documents` lists.")],
    reader: Reader,
    about: About = None,
    edition: Annotated[Edition | None, typer.Option(help="Else as the reader needs.")] = None,
    size: Annotated[int | None, typer.Option(help="Points; else as the reader needs.")] = None,
    file_format: Annotated[Format | None, typer.Option("--format", help="Else PDF.")] = None,
    language: Annotated[str | None, typer.Option(help="Else as the reader needs.")] = None,
    marked: Annotated[
        bool,
        typer.Option("--marked", help="For the chair alone: mark what others may not have."),
    ] = False,
    out: Annotated[
        str | None, typer.Option("-o", metavar="FILE", help="Where to write it; - is stdout.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Make one copy for one reader."""
    from cpdocs.packs.one import Wanted, render_copy
    from cpdocs.packs.store import replace_file

    kind = file_format or _format_of(out)
    if out not in (None, "-") and Path(str(out)).suffix.lower() != f".{kind}":
        raise UsageError(f"The file would be a {kind}: name it so that it ends in .{kind}.")
    wanted = Wanted(
        edition=edition,
        size=size,
        format=kind,
        language=language,
        showing=Showing.MARKED if marked else Showing.OWN,
    )
    copy = render_copy(show.read_case(case), document, reader=reader, about=about, wanted=wanted)
    if as_json and out != "-":
        show.say_json({"outcome": copy.outcome, "findings": copy.findings})
    for finding in copy.findings:
        sys.stderr.write(f"{finding.place}: {finding.code}: {finding.says}\n")
    if copy.rendition is None:
        sys.stderr.write("This copy is held, and nothing was written.\n")
        raise typer.Exit(1)
    if out == "-":
        sys.stdout.buffer.write(copy.rendition.content)
        sys.stdout.buffer.flush()
        return
    path = Path(out or copy.rendition.name)
    replace_file(path, copy.rendition.content)
    sys.stderr.write(f"Written: {path}\n")


@app.command()
def pack(
    cases: Annotated[list[str], typer.Argument(metavar="CASE...", help="Case files; - is stdin.")],
    stage: Annotated[str | None, typer.Option(help="One stage; else every one.")] = None,
    out: Annotated[Path, typer.Option("-o", metavar="DIR", help="The folder of packs.")] = Path(
        "build/packs"
    ),
    jobs: Annotated[int | None, typer.Option(help="Copies at once; else one a core.")] = None,
    month: Annotated[
        datetime | None,
        typer.Option(
            metavar="MONTH",
            formats=["%Y-%m"],
            help="Report on the timeliness of that month's conferences; else, of several cases, "
            "of all.",
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Make every copy of these cases, for everybody who is sent one."""
    from cpdocs import cli_pack
    from cpdocs.packs.run import pack as make_packs

    given = [show.read_case(case) if case == "-" else Path(case) for case in cases]
    with cli_pack.progress() as progress:
        report = make_packs(
            cases=given,
            out=out,
            stage=stage,
            jobs=jobs,
            month=month.date() if month else None,
            progress=progress,
        )
    if as_json:
        show.say_json(report)
    else:
        cli_pack.say_pack(report)
    raise typer.Exit(report.exit_code)


@app.command()
def check(
    case: CaseArgument,
    on: Annotated[
        datetime | None,
        typer.Option(metavar="DATE", formats=["%Y-%m-%d"], help="As on that day; else today."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Check a case against its authority's procedures: what is late, missing or contradictory."""
    from cpdocs import cli_check
    from cpdocs.procedures.checks import check as check_case

    day = on.date() if on else cli_check.day_in_london()
    findings = check_case(show.read_case(case), on=day)
    if as_json:
        show.say_json(findings)
    else:
        cli_check.say(findings, day)
    raise typer.Exit(cli_check.exit_code(findings))


@app.command()
def sharing(
    case: Annotated[str | None, typer.Argument(metavar="CASE", help="The case file.")] = None,
    reader: Annotated[
        str | None, typer.Option("--for", metavar="PERSON", help="Their places, one by one.")
    ] = None,
    why: Annotated[
        str | None, typer.Option(metavar="PLACE", help="Why they see this place, or do not.")
    ] = None,
    about: About = None,
    policy: Annotated[bool, typer.Option("--policy", help="Print the sharing policy.")] = False,
    as_json: AsJson = False,
) -> None:
    """Show who may see what, and by which rule."""
    if policy:
        from cpdocs.sharing.policy import table

        typer.echo(table())
        return
    if case is None:
        raise UsageError("Name a case file, or ask for --policy.")
    if why is not None and reader is None:
        raise UsageError("Name the reader too: --why PLACE --for PERSON.")
    _say_sharing(case, reader, why, about, as_json)


@app.command()
def diff(
    case: CaseArgument,
    document: Annotated[str, typer.Argument(help="An id that `cpdocs documents` lists.")],
    readers: Annotated[
        str, typer.Option("--readers", metavar="A,B", help="The ids of two readers.")
    ],
    about: About = None,
    text: Annotated[
        bool, typer.Option("--text", help="Print the words of the case too. Keep them safe.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Show what one reader gets of a document and another does not, and by which rule."""
    from cpdocs import cli_diff

    told = cli_diff.compared(show.read_case(case), document, readers, about)
    if not text:
        told = cli_diff.without_words(told)
    if as_json:
        show.say_json(told)
    else:
        cli_diff.say(told)


@app.command()
def audit(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A PDF, DOCX, HTML, EPUB, BRF or PEF file.")
    ],
    case: Annotated[str, typer.Option("--case", metavar="CASE", help="The case file.")],
    reader: Reader,
    about: About = None,
    as_json: AsJson = False,
) -> None:
    """Search any file for what is withheld from its reader, such as a copy edited by hand."""
    from cpdocs import cli_audit

    findings = cli_audit.searched(file, show.read_case(case), reader, about)
    cli_audit.say(findings, as_json)
    raise typer.Exit(cli_audit.exit_code(findings))


@app.command()
def verify(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="One case's pack.")],
    case: Annotated[
        str | None, typer.Option("--case", metavar="CASE", help="Search for leaks again.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Check that a pack is as it was made."""
    from cpdocs.packs.verify import verify as verify_pack

    findings = verify_pack(directory, None if case is None else show.read_case(case))
    _say_findings(findings, as_json, "The pack is as it was made.")


def _say_sharing(
    case: str, reader: str | None, why: str | None, about: str | None, as_json: bool
) -> None:
    from cpdocs import cli_sharing

    loaded = show.read_case(case)
    told: object
    say: Callable[[], None]
    if reader is None:
        lines = cli_sharing.lines(loaded, about)
        told, say = lines, lambda: cli_sharing.say_lines(lines)
    elif why is None:
        withheld = cli_sharing.withheld(loaded, reader, about)
        told, say = withheld, lambda: cli_sharing.say_withheld(withheld)
    else:
        reason = cli_sharing.explained(loaded, reader, about, why)
        told, say = reason, lambda: cli_sharing.say_explained(reason)
    if as_json:
        show.say_json(told)
    else:
        say()


def _say_findings(findings: Sequence[Finding], as_json: bool, clean: str) -> None:
    if as_json:
        show.say_json(findings)
    elif findings:
        show.say_findings(findings)
    else:
        typer.echo(clean)
    raise typer.Exit(1 if findings else 0)


def _format_of(out: str | None) -> Format:
    """The format that the name of the file to write asks for, else PDF."""
    suffix = "" if out is None else Path(out).suffix.lower()
    return next((kind for kind in Format if suffix == f".{kind}"), Format.PDF)
