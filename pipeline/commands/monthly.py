"""The analyst's commands: the monthly job, its steps alone, and a trial of it all."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.commands.begin import begynd
from pipeline.commands.options import (
    Arbejdsmappevalg,
    Datovalg,
    Faldvalg,
    Indstillingsvalg,
    Karantaenevalg,
    Leverancevalg,
    Opgjortvalg,
    Periodevalg,
    Planvalg,
)
from pipeline.errors import ForkertBrug


def run(
    leverance: Leverancevalg,
    periode: Periodevalg = None,
    udtraeksdato: Datovalg = None,
    arbejdsmappe: Arbejdsmappevalg = None,
    plan: Planvalg = None,
    indstillinger: Indstillingsvalg = None,
    tillad_karantaene: Karantaenevalg = None,
    tillad_fald: Faldvalg = False,
) -> None:
    """Månedens kørsel: indlæs, kontrollér, opgør, skriv rapporter, udgiv, og læg mails i udbakken.

    Eksempel: ledelsestilsyn run --periode 2021-04 --leverance udtraek/2021-04-30
    """
    from pipeline.call import Leverance
    from pipeline.commands.terminal import vis_resultat
    from pipeline.run import koer

    with begynd(arbejdsmappe, indstillinger, plan) as koersel:
        resultat = koer(koersel, Leverance(leverance, udtraeksdato, tillad_karantaene, tillad_fald), periode)
    vis_resultat(resultat)


def demo(arbejdsmappe: Arbejdsmappevalg = None) -> None:
    """Prøv det hele på en opdigtet kommune: tre leverancer, rapporter og en database.

    Eksempel: ledelsestilsyn demo --arbejdsmappe proeve
    """
    from pipeline import run as koersler
    from pipeline.commands.terminal import vis_resultat

    with begynd(arbejdsmappe) as koersel:
        resultat = koersler.demo(koersel)
    vis_resultat(resultat)


def ingest(
    leverance: Leverancevalg,
    udtraeksdato: Datovalg = None,
    arbejdsmappe: Arbejdsmappevalg = None,
    indstillinger: Indstillingsvalg = None,
    tillad_karantaene: Karantaenevalg = None,
    tillad_fald: Faldvalg = False,
) -> None:
    """Indlæs og kontrollér en leverance uden at opgøre noget.

    Eksempel: ledelsestilsyn ingest --leverance udtraek/2021-04-30
    """
    from pipeline.call import Leverance
    from pipeline.commands.terminal import vis_indlaesning
    from pipeline.run import indlaes

    with begynd(arbejdsmappe, indstillinger) as koersel:
        indlaesning = indlaes(koersel, Leverance(leverance, udtraeksdato, tillad_karantaene, tillad_fald))
    vis_indlaesning(indlaesning)


def check(
    periode: Periodevalg = None,
    leverance: Annotated[
        Path | None,
        typer.Option("--leverance", metavar="MAPPE", help="Mappen med CSV-udtræk (med --kun-leverance)."),
    ] = None,
    kun_leverance: Annotated[
        bool, typer.Option("--kun-leverance", help="Kontrollér kun en leverance; intet gemmes eller udgives.")
    ] = False,
    udtraeksdato: Datovalg = None,
    arbejdsmappe: Arbejdsmappevalg = None,
    plan: Planvalg = None,
    indstillinger: Indstillingsvalg = None,
    tillad_karantaene: Karantaenevalg = None,
    tillad_fald: Faldvalg = False,
) -> None:
    """Opgør indikatorerne for den seneste leverance, eller kontrollér kun en ny leverance.

    Eksempel: ledelsestilsyn check --kun-leverance --leverance udtraek/2021-04-30
    """
    from pipeline.call import Leverance
    from pipeline.commands.terminal import vis_indlaesning, vis_linje
    from pipeline.run import indlaes, opgoer

    if kun_leverance:
        _afvis("kan ikke bruges med --kun-leverance, som intet opgør", periode=periode, plan=plan)
        if leverance is None:
            raise ForkertBrug("--kun-leverance kræver --leverance MAPPE.")
    else:
        _afvis(
            "hører til --kun-leverance; brug ingest eller run til at indlæse",
            leverance=leverance,
            udtraeksdato=udtraeksdato,
            tillad_karantaene=tillad_karantaene,
            tillad_fald=tillad_fald or None,
        )
    if leverance is None:
        with begynd(arbejdsmappe, indstillinger, plan) as koersel:
            navn = opgoer(koersel, periode)
        vis_linje(f"Opgjort: {navn}.")
        vis_linje(f"Skriv rapporter med: {koersel.kommando('report')}")
        vis_linje(f"Udgiv derefter med: {koersel.kommando('publish')}")
        return
    valgt = Leverance(leverance, udtraeksdato, tillad_karantaene, tillad_fald)
    with begynd(arbejdsmappe, indstillinger) as koersel:
        indlaesning = indlaes(koersel, valgt, kun_kontrol=True)
    vis_indlaesning(indlaesning)


def _afvis(hvorfor: str, **tilvalg: object) -> None:
    """Refuse options that this call would not use; those left out are None."""
    from pipeline.danish import opremsning

    if givne := [f"--{navn.replace('_', '-')}" for navn, vaerdi in tilvalg.items() if vaerdi is not None]:
        raise ForkertBrug(f"{opremsning(givne)} {hvorfor}.")


def report(
    periode: Opgjortvalg = None,
    arbejdsmappe: Arbejdsmappevalg = None,
    plan: Planvalg = None,
    indstillinger: Indstillingsvalg = None,
) -> None:
    """Skriv rapporterne for det, der sidst blev opgjort.

    Eksempel: ledelsestilsyn report
    """
    from pipeline.commands.terminal import vis_linje
    from pipeline.run import rapporter

    with begynd(arbejdsmappe, indstillinger) as koersel:
        mappe = rapporter(koersel, periode, plan)
    vis_linje(f"Rapporter: {mappe}")


def publish(
    periode: Opgjortvalg = None,
    arbejdsmappe: Arbejdsmappevalg = None,
    indstillinger: Indstillingsvalg = None,
) -> None:
    """Udgiv det, der er skrevet rapporter for, til økonomen, og læg mails i udbakken.

    Eksempel: ledelsestilsyn publish
    """
    from pipeline.commands.terminal import vis_linje
    from pipeline.run import udgiv

    with begynd(arbejdsmappe, indstillinger) as koersel:
        fil = udgiv(koersel, periode)
    vis_linje(f"Udgivet: {fil}")
