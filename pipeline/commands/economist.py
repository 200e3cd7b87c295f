"""The commands of whoever reads the published file: results, explanations, questions and copies."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipeline.base.errors import ExitCode, UsageFault
from pipeline.commands.begin import begin, own_plans, own_workspace, published_file
from pipeline.commands.options import Format, FormatOption, PeriodeOption, PlanOption, WorkspaceOption


class FileFormat(StrEnum):
    """What `export` writes."""

    parquet = "parquet"
    csv = "csv"
    xlsx = "xlsx"


def status(
    periode: PeriodeOption = None,
    team: Annotated[
        str | None, typer.Option("--team", metavar="TEAM", help="Et teams id; standard: hele afdelingen.")
    ] = None,
    plan: PlanOption = None,
    format_: FormatOption = Format.table,
    workspace: WorkspaceOption = None,
) -> None:
    """Vis de udgivne resultater for en periode.

    Eksempel: ledelsestilsyn status --periode 2021-04 --team T1 --format csv
    """
    from pipeline.commands.outcomes import show_status
    from pipeline.publication.status import fetch_status

    show_status(fetch_status(published_file(workspace), periode, team, plan), format_.value)


def explain(
    indicator: Annotated[str, typer.Argument(metavar="INDIKATOR", help="Indikatorens nummer, fx 5.1.")],
    sag: Annotated[
        str | None, typer.Option("--sag", metavar="ID", help="Vis trin for trin, hvordan denne sag tæller.")
    ] = None,
    periode: Annotated[
        str | None,
        typer.Option("--periode", metavar="PERIODE", help="Kun denne periode (med --sag)."),
    ] = None,
    plan: PlanOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Forklar en indikator: definition, milepæle og SQL, eller hvorfor en sag tæller, som den gør.

    Eksempel: ledelsestilsyn explain 5.1 --sag S000336
    """
    from pipeline.commands.terminal import show_lines
    from pipeline.economist.case import Question, explain_sag
    from pipeline.economist.explain import explain, find_plan, not_computed
    from pipeline.economist.published import open_publication

    if periode and sag is None:
        raise UsageFault("--periode hører til --sag.")
    file = published_file(workspace)
    chosen = find_plan(indicator, plan, file, own_plans(workspace))
    if sag is None:
        show_lines(explain(chosen, indicator))
        show_lines(not_computed(file, chosen, chosen.indicator(indicator)))
        return
    asked = Question(chosen, chosen.indicator(indicator), sag, periode)
    with open_publication(file) as database:
        show_lines(explain_sag(database, asked))


def shell(workspace: WorkspaceOption = None) -> None:
    """Stil spørgsmål til den udgivne database med SQL; eksempler og forklaringer er ved hånden.

    Eksempel: ledelsestilsyn shell
    """
    from pipeline.commands.answers import show_reply_briefly
    from pipeline.commands.terminal import show_line
    from pipeline.economist.published import open_publication
    from pipeline.economist.shell import Screen, Shell, typed_lines

    with open_publication(published_file(workspace)) as database:
        must = Shell(database, Screen(show_line, show_reply_briefly))
        if sys.stdin.isatty():
            must.hint("")
        must.run(typed_lines(lambda: must.ready))
    if must.errors and not sys.stdin.isatty():
        raise typer.Exit(ExitCode.USAGE_FAULT)


def examples(
    name: Annotated[
        str | None, typer.Argument(metavar="NAVN", help="Eksemplet; uden navn vises dem, der er.")
    ] = None,
    format_: FormatOption = Format.table,
    show_sql: Annotated[bool, typer.Option("--sql", help="Vis forespørgslen i stedet for svaret.")] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Færdige spørgsmål til den udgivne database: vis dem, eller kør et af dem.

    Eksempel: ledelsestilsyn examples ventetid_pr_tilbud
    """
    from pipeline.commands.answers import show_example, show_examples
    from pipeline.commands.terminal import show_line
    from pipeline.economist.examples import all_examples, answer_to, example
    from pipeline.economist.published import open_publication

    if name is None:
        show_examples(all_examples())
        return
    chosen = example(name)
    if show_sql:
        show_line(chosen.sql.rstrip())
        return
    with open_publication(published_file(workspace)) as database:
        show_example(chosen, answer_to(database, chosen.sql), format_.value)


ViewsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="VISNING",
        help="Visninger, tabeller, eksempler eller filer med en forespørgsel (*.sql); "
        "uden navn alle visninger.",
    ),
]
FileFormatOption = Annotated[FileFormat, typer.Option("--format", help="parquet, csv eller xlsx.")]
PlaceOption = Annotated[
    Path,
    typer.Option("--til", metavar="STED", help="Mappen, filerne skal ligge i, eller selve filen."),
]
OpenOption = Annotated[
    bool,
    typer.Option(
        "--aaben",
        help="Til dem, der ikke må se rækker: hele afdelingens tal, som udvalget har fået dem.",
    ),
]


def export(
    views: ViewsArgument = None,
    format_: FileFormatOption = FileFormat.xlsx,
    until: PlaceOption = Path(),
    is_open: OpenOption = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Kopiér visninger fra den udgivne database til Excel, CSV eller Parquet.

    Eksempel: ledelsestilsyn export status_nu helaarsanbragte --til kvartal.xlsx
    """
    from pipeline.commands.terminal import progress, show_line
    from pipeline.keeping import export, export_open

    if is_open and views:
        raise UsageFault("--aaben kopierer altid det samme; skriv den uden navne.")
    if is_open:
        with begin(workspace) as call:
            files = export_open(call, format_.value, until)
    else:
        published_file(workspace)
        with progress() as tell:
            files = export(own_workspace(workspace), views or [], format_.value, until, tell)
    for file in files:
        show_line(f"Skrevet: {file}")
