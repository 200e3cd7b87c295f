"""The analyst's commands: the monthly job, its steps alone, and a trial of it all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.base.errors import UsageFault
from pipeline.commands.begin import begin
from pipeline.commands.options import (
    AsKnownOption,
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
    from datetime import date

    from pipeline.call import Call, Leverance


def run(
    leverance: Annotated[
        Path | None, typer.Option("--leverance", metavar="MAPPE", help="Mappen med CSV-udtræk.")
    ] = None,
    periode: PeriodeOption = None,
    udtraeksdato: DateOption = None,
    workspace: WorkspaceOption = None,
    plan: PlansOption = None,
    settings: SettingsOption = None,
    allow_karantaene: KarantaeneOption = None,
    allow_drop: DropOption = False,
    allow_missing_column: MissingColumnOption = False,
    everything: Annotated[
        bool,
        typer.Option("--alt", help="Vis alle filer og alle tal til sidst, ikke kun det, der skiller sig ud."),
    ] = False,
    allow_less: LessOption = False,
    som_af: AsKnownOption = None,
) -> None:
    """Månedens kørsel: indlæs, kontrollér, opgør, skriv rapporter, udgiv, og læg mails i udbakken.

    Eksempel: ledelsestilsyn run --periode 2021-04 --leverance udtraek/2021-04-30
    """
    from pipeline.call import Leverance

    if som_af:
        _refuse(
            "kan ikke bruges med --som-af, som regner på de leverancer, der er indlæst",
            leverance=leverance,
            udtraeksdato=udtraeksdato,
            tillad_karantaene=allow_karantaene,
            tillad_fald=allow_drop or None,
            tillad_manglende_kolonne=allow_missing_column or None,
        )
        _run_as_known(som_af, periode, workspace, settings, plan)
        return
    if leverance is None:
        raise UsageFault(
            "--leverance mangler: skriv --leverance MAPPE. Mappen med CSV-udtræk. "
            "Se ledelsestilsyn run --help."
        )
    taken = Leverance(leverance, udtraeksdato, allow_karantaene, allow_drop, allow_missing_column)
    with begin(workspace, settings, plan) as call:
        _get_ready(call, taken)
        from pipeline.run import run

        result = run(call, taken, periode, allow_less=allow_less)
    from pipeline.commands.terminal import show_result

    show_result(result, everything=everything)


def _run_as_known(
    day: date,
    periode: str | None,
    workspace: Path | None,
    settings: Path | None,
    plan: Sequence[str] | None,
) -> None:
    """Compute and report by what was known on a day."""
    from pipeline.commands.terminal import show_line, show_lines
    from pipeline.keeping import run_as_known

    with begin(workspace, settings, plan) as call:
        made = run_as_known(call, day, periode)
    show_line(f"Rapporter: {made.reports}")
    show_line(f"Database:  {made.database}")
    show_lines(made.lines)


def week(
    leverance: LeveranceOption,
    udtraeksdato: DateOption = None,
    workspace: WorkspaceOption = None,
    plan: PlansOption = None,
    settings: SettingsOption = None,
    allow_karantaene: KarantaeneOption = None,
) -> None:
    """Ugens lister: hver leders frister fra en let leverance, som sider og mails; intet udgives.

    Eksempel: ledelsestilsyn week --leverance udtraek/2021-05-10
    """
    from pipeline.call import Leverance
    from pipeline.commands.terminal import show_week
    from pipeline.run import week

    with begin(workspace, settings, plan) as call:
        outcome = week(call, Leverance(leverance, udtraeksdato, allow_karantaene))
    show_week(outcome)


def demo(workspace: WorkspaceOption = None) -> None:
    """Prøv det hele på en opdigtet kommune: tre leverancer, rapporter og en database.

    Eksempel: ledelsestilsyn demo --arbejdsmappe proeve
    """
    from pipeline import run as runs
    from pipeline.commands.terminal import show_result

    with begin(workspace) as call:
        result = runs.demo(call)
    show_result(result, everything=True)


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
        _refuse("kan ikke bruges med --kun-leverance, som intet opgør", periode=periode, plan=plan or None)
        if leverance is None:
            raise UsageFault("--kun-leverance kræver --leverance MAPPE.")
        from pipeline.call import Leverance

        limits = (allow_karantaene, allow_drop, allow_missing_column)
        _take_in(Leverance(leverance, udtraeksdato, *limits), workspace, settings, only_check=True)
        return
    _refuse(
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
        _get_ready(call, leverance)
        from pipeline.run import take_in

        intake = take_in(call, leverance, only_check=only_check)
    from pipeline.commands.terminal import show_intake

    show_intake(intake)


def _get_ready(call: Call, leverance: Leverance) -> None:
    """Begin what loads for longest, in the second process, before this one loads the rest."""
    from pipeline.ready import get_ready

    get_ready(call.folder, leverance)


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


def _refuse(why: str, **option: object) -> None:
    """Refuse options that this call would not use; those left out are None."""
    from pipeline.base.text import enumeration

    if given := [f"--{name.replace('_', '-')}" for name, value in option.items() if value is not None]:
        raise UsageFault(f"{enumeration(given)} {why}.")


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
