"""The commands of whoever answers for the mails: look them through, release them, send them."""

from __future__ import annotations

from typing import Annotated

import typer

from pipeline.commands.begin import begynd
from pipeline.commands.options import Arbejdsmappevalg, Indstillingsvalg, Mailperiodevalg
from pipeline.errors import ExitKode, ForkertBrug


def approve(
    periode: Mailperiodevalg,
    af: Annotated[
        str | None, typer.Option("--af", metavar="NAVN", help="Hvem der godkender. Standard: din konto.")
    ] = None,
    arbejdsmappe: Arbejdsmappevalg = None,
    indstillinger: Indstillingsvalg = None,
) -> None:
    """Godkend mails i udbakken, når du har set dem igennem; før det kan de ikke sendes.

    Eksempel: ledelsestilsyn approve --periode 2021-04 --af "Anne Andersen"
    """
    from pipeline import post
    from pipeline.commands.terminal import vis_linjer

    with begynd(arbejdsmappe, indstillinger) as koersel:
        svar = post.godkend(koersel, periode, af)
    vis_linjer(svar.linjer)


def send(
    periode: Mailperiodevalg,
    til: Annotated[
        str | None,
        typer.Option(
            "--til", metavar="ADRESSE", help="Prøve: send alle mails, mærket, kun til denne adresse."
        ),
    ] = None,
    team: Annotated[
        str | None, typer.Option("--team", metavar="TEAM", help="Kun dette teams mails; ALLE er afdelingens.")
    ] = None,
    vis_status: Annotated[
        bool, typer.Option("--status", help="Vis postbogen: hvad der er sendt, og hvad der mangler.")
    ] = False,
    arbejdsmappe: Arbejdsmappevalg = None,
    indstillinger: Indstillingsvalg = None,
) -> None:
    """Send de godkendte mails, der mangler at blive sendt.

    Eksempel: ledelsestilsyn send --periode 2021-04
    """
    from pipeline import post
    from pipeline.commands.terminal import vis_linjer

    if vis_status and til:
        raise ForkertBrug("--status viser kun; brug den uden --til.")
    with begynd(arbejdsmappe, indstillinger) as koersel:
        svar = post.postbog(koersel, periode, team) if vis_status else post.send(koersel, periode, team, til)
    vis_linjer(svar.linjer)
    if not svar.alle_leveret:
        raise typer.Exit(ExitKode.MAIL_MANGLER)
