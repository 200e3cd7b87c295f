"""The commands of whoever reads the published file: results, explanations, questions and copies."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipeline.commands.begin import udgivet_fil
from pipeline.commands.options import Arbejdsmappevalg, Format, Formatvalg, Periodevalg, Planvalg
from pipeline.errors import ExitKode, ForkertBrug


class Filformat(StrEnum):
    """What `export` writes."""

    parquet = "parquet"
    csv = "csv"
    xlsx = "xlsx"


def status(
    periode: Periodevalg = None,
    team: Annotated[
        str | None, typer.Option("--team", metavar="TEAM", help="Et teams id; standard: hele afdelingen.")
    ] = None,
    format_: Formatvalg = Format.table,
    arbejdsmappe: Arbejdsmappevalg = None,
) -> None:
    """Vis de udgivne resultater for en periode.

    Eksempel: ledelsestilsyn status --periode 2021-04 --team T1 --format csv
    """
    from pipeline.commands.terminal import vis_status
    from pipeline.status import hent_status

    vis_status(hent_status(udgivet_fil(arbejdsmappe), periode, team), format_.value)


def explain(
    indikator: Annotated[str, typer.Argument(metavar="INDIKATOR", help="Indikatorens nummer, fx 5.1.")],
    sag: Annotated[
        str | None, typer.Option("--sag", metavar="ID", help="Vis trin for trin, hvordan denne sag tæller.")
    ] = None,
    periode: Annotated[
        str | None,
        typer.Option("--periode", metavar="PERIODE", help="Kun denne måned eller dette kvartal (med --sag)."),
    ] = None,
    plan: Planvalg = None,
    arbejdsmappe: Arbejdsmappevalg = None,
) -> None:
    """Forklar en indikator: definition, milepæle og SQL, eller hvorfor en sag tæller, som den gør.

    Eksempel: ledelsestilsyn explain 5.1 --sag S000336
    """
    from pipeline.call import STANDARDPLAN
    from pipeline.commands.terminal import vis_linjer
    from pipeline.definitions.plans import laes_plan
    from pipeline.economist.case import Spoergsmaal, forklar_sag
    from pipeline.economist.explain import forklar
    from pipeline.economist.published import aabn_udgivelse

    if periode and sag is None:
        raise ForkertBrug("--periode hører til --sag.")
    valgt = laes_plan(plan or STANDARDPLAN)
    if sag is None:
        vis_linjer(forklar(valgt, indikator))
        return
    spurgt = Spoergsmaal(valgt, valgt.indikator(indikator), sag, periode)
    with aabn_udgivelse(udgivet_fil(arbejdsmappe)) as database:
        vis_linjer(forklar_sag(database, spurgt))


def shell(arbejdsmappe: Arbejdsmappevalg = None) -> None:
    """Stil spørgsmål til den udgivne database med SQL; eksempler og forklaringer er ved hånden.

    Eksempel: ledelsestilsyn shell
    """
    from pipeline.commands.answers import vis_svar_kort
    from pipeline.commands.terminal import vis_linje
    from pipeline.economist.published import aabn_udgivelse
    from pipeline.economist.shell import Skaerm, Skal, tastede_linjer

    with aabn_udgivelse(udgivet_fil(arbejdsmappe)) as database:
        skal = Skal(database, Skaerm(vis_linje, vis_svar_kort))
        if sys.stdin.isatty():
            skal.hjaelp("")
        skal.koer(tastede_linjer(lambda: skal.klar))
    if skal.fejl and not sys.stdin.isatty():
        raise typer.Exit(ExitKode.FORKERT_BRUG)


def examples(
    navn: Annotated[
        str | None, typer.Argument(metavar="NAVN", help="Eksemplet; uden navn vises dem, der er.")
    ] = None,
    format_: Formatvalg = Format.table,
    vis_sql: Annotated[bool, typer.Option("--sql", help="Vis forespørgslen i stedet for svaret.")] = False,
    arbejdsmappe: Arbejdsmappevalg = None,
) -> None:
    """Færdige spørgsmål til den udgivne database: vis dem, eller kør et af dem.

    Eksempel: ledelsestilsyn examples ventetid_pr_tilbud
    """
    from pipeline.commands.answers import vis_eksempel, vis_eksempler
    from pipeline.commands.terminal import vis_linje
    from pipeline.economist.examples import alle_eksempler, eksempel, svar_paa
    from pipeline.economist.published import aabn_udgivelse

    if navn is None:
        vis_eksempler(alle_eksempler())
        return
    valgt = eksempel(navn)
    if vis_sql:
        vis_linje(valgt.sql.rstrip())
        return
    with aabn_udgivelse(udgivet_fil(arbejdsmappe)) as database:
        vis_eksempel(valgt, svar_paa(database, valgt.sql), format_.value)


def export(
    visninger: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="VISNING",
            help="Visninger, tabeller, eksempler eller filer med en forespørgsel (*.sql); "
            "uden navn alle visninger.",
        ),
    ] = None,
    format_: Annotated[Filformat, typer.Option("--format", help="parquet, csv eller xlsx.")] = Filformat.xlsx,
    til: Annotated[
        Path,
        typer.Option("--til", metavar="STED", help="Mappen, filerne skal ligge i, eller selve filen."),
    ] = Path(),
    arbejdsmappe: Arbejdsmappevalg = None,
) -> None:
    """Kopiér visninger fra den udgivne database til Excel, CSV eller Parquet.

    Eksempel: ledelsestilsyn export status_nu helaarsanbragte --til kvartal.xlsx
    """
    from pipeline.commands.terminal import fremdrift, vis_linje
    from pipeline.economist.export import eksporter
    from pipeline.economist.published import aabn_udgivelse

    with aabn_udgivelse(udgivet_fil(arbejdsmappe)) as database, fremdrift() as fortael:
        filer = eksporter(database, visninger or [], format_.value, til, fortael)
    for fil in filer:
        vis_linje(f"Skrevet: {fil}")
