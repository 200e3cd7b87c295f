"""The steps of the monthly job, each alone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.base.errors import UsageFault
from pipeline.commands.begin import begin, begin_loading, refuse
from pipeline.commands.options import (
    CalculatedOption,
    DateOption,
    DropOption,
    KarantaeneOption,
    LessOption,
    LeveranceOption,
    MissingColumnOption,
    PeriodeOption,
    PlansOption,
    SettingsOption,
    WorkspaceOption,
)

if TYPE_CHECKING:
    from pipeline.call import Leverance


def ingest(
    leverance: LeveranceOption,
    udtraeksdato: DateOption = None,
    workspace: WorkspaceOption = None,
    settings: SettingsOption = None,
    allow_karantaene: KarantaeneOption = None,
    allow_drop: DropOption = False,
    allow_missing_column: MissingColumnOption = False,
) -> None:
    """Indlæs og kontrollér en leverance uden at opgøre noget.

    Eksempel: ledelsestilsyn ingest --leverance udtraek/2021-04-30
    """
    from pipeline.call import Leverance

    limits = (allow_karantaene, allow_drop, allow_missing_column)
    _take_in(Leverance(leverance, udtraeksdato, *limits), workspace, settings, only_check=False)


def check(
    periode: PeriodeOption = None,
    leverance: Annotated[
        Path | None,
        typer.Option("--leverance", metavar="MAPPE", help="Mappen med CSV-udtræk (med --kun-leverance)."),
    ] = None,
    only_leverance: Annotated[
        bool, typer.Option("--kun-leverance", help="Kontrollér kun en leverance; intet gemmes eller udgives.")
    ] = False,
    udtraeksdato: DateOption = None,
    workspace: WorkspaceOption = None,
    plan: PlansOption = None,
    settings: SettingsOption = None,
    allow_karantaene: KarantaeneOption = None,
    allow_drop: DropOption = False,
    allow_missing_column: MissingColumnOption = False,
) -> None:
    """Opgør indikatorerne for den seneste leverance, eller kontrollér kun en ny leverance.

    Eksempel: ledelsestilsyn check --kun-leverance --leverance udtraek/2021-04-30
    """
    if only_leverance:
        refuse("kan ikke bruges med --kun-leverance, som intet opgør", periode=periode, plan=plan or None)
        if leverance is None:
            raise UsageFault("--kun-leverance kræver --leverance MAPPE.")
        from pipeline.call import Leverance

        limits = (allow_karantaene, allow_drop, allow_missing_column)
        _take_in(Leverance(leverance, udtraeksdato, *limits), workspace, settings, only_check=True)
        return
    refuse(
        "hører til --kun-leverance; brug ingest eller run til at indlæse",
        leverance=leverance,
        udtraeksdato=udtraeksdato,
        tillad_karantaene=allow_karantaene,
        tillad_fald=allow_drop or None,
        tillad_manglende_kolonne=allow_missing_column or None,
    )
    _check_in_force(periode, workspace, settings, plan)


def _take_in(leverance: Leverance, folder: Path | None, settings: Path | None, *, only_check: bool) -> None:
    """Take a delivery in, or only say whether it would be accepted."""
    with begin(folder, settings) as call:
        begin_loading(call, leverance)
        from pipeline.run import take_in

        intake = take_in(call, leverance, only_check=only_check)
    from pipeline.commands.outcomes import show_intake

    show_intake(intake)


def _check_in_force(
    periode: str | None, workspace: Path | None, settings: Path | None, plan: Sequence[str] | None
) -> None:
    """Compute the delivery in force, and say what can be done next."""
    from pipeline.commands.terminal import show_line, show_lines
    from pipeline.run import calculate

    with begin(workspace, settings, plan) as call:
        lines = calculate(call, periode)
    show_lines(lines)
    show_line(f"Skriv rapporter med: {call.command('report')}")
    show_line(f"Udgiv derefter med: {call.command('publish')}")


def report(
    periode: CalculatedOption = None,
    workspace: WorkspaceOption = None,
    plan: PlansOption = None,
    settings: SettingsOption = None,
) -> None:
    """Skriv rapporterne for det, der sidst blev opgjort.

    Eksempel: ledelsestilsyn report
    """
    from pipeline.commands.terminal import show_line
    from pipeline.run import reports

    with begin(workspace, settings, plan) as call:
        folder = reports(call, periode)
    show_line(f"Rapporter: {folder}")


def publish(
    periode: CalculatedOption = None,
    workspace: WorkspaceOption = None,
    settings: SettingsOption = None,
    allow_less: LessOption = False,
) -> None:
    """Udgiv det, der er skrevet rapporter for, til økonomen, og læg mails i udbakken.

    Eksempel: ledelsestilsyn publish
    """
    from pipeline.commands.terminal import show_line
    from pipeline.run import publish_latest

    with begin(workspace, settings) as call:
        file = publish_latest(call, periode, allow_less=allow_less)
    show_line(f"Udgivet: {file}")
