"""The commands of whoever runs the case review: draw a round, take an object out, see how far it has come."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipeline.base.errors import UsageFault
from pipeline.commands.begin import begin
from pipeline.commands.options import (
    Format,
    FormatOption,
    PlanOption,
    PlansOption,
    SettingsOption,
    WorkspaceOption,
)


class Selection(StrEnum):
    """How the objects of a round are found."""

    tilfaeldig = "tilfaeldig"
    kriterier = "kriterier"
    alle = "alle"


class Reason(StrEnum):
    """Why an object leaves a round."""

    flyttet = "flyttet"
    fejlregistreret = "fejlregistreret"
    andet = "andet"


def _day(text: str) -> date:
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no time zone
    except ValueError:
        raise UsageFault("--dato: skriv datoen som 2021-04-30.") from None


DayOption = Annotated[
    date | None,
    typer.Option("--dato", metavar="DATO", parser=_day, help="Dagen (2021-04-30). Standard: i dag."),
]


TemaOption = Annotated[str, typer.Option("--tema", metavar="ID", help="Temaets id; se review status.")]
RoundOption = Annotated[
    str,
    typer.Option("--periode", metavar="PERIODE", help="Runden: måned (2021-03) eller kvartal (2021-K2)."),
]
CountOption = Annotated[
    int | None,
    typer.Option(
        "--antal",
        metavar="ANTAL",
        min=1,
        max=100_000,
        help="Hvor mange i alt, eller af hver rådgivers. Uden: temaets eget, og hvad flere ville give.",
    ),
]
SelectionOption = Annotated[
    Selection,
    typer.Option("--udvaelgelse", help="tilfaeldig, kriterier (lederens valg) eller alle."),
]
ObjectOption = Annotated[
    list[str] | None,
    typer.Option("--genstand", metavar="ID", help="Id på det, lederen har valgt; kan gentages."),
]
ObjectsFileOption = Annotated[
    Path | None,
    typer.Option("--genstande", metavar="FIL", help="En fil med de valgte ids, ét på hver linje."),
]
SeedOption = Annotated[
    int | None,
    typer.Option("--seed", metavar="TAL", min=0, max=2**62, help="Frøet, for at trække det samme igen."),
]
AgainOption = Annotated[bool, typer.Option("--igen", help="Træk en runde til; den tidligere bevares.")]


def draw(
    tema: TemaOption,
    periode: RoundOption,
    antal: CountOption = None,
    udvaelgelse: SelectionOption = Selection.tilfaeldig,
    genstand: ObjectOption = None,
    genstande: ObjectsFileOption = None,
    seed: SeedOption = None,
    again: AgainOption = False,
    plan: PlanOption = None,
    workspace: WorkspaceOption = None,
    settings: SettingsOption = None,
) -> None:
    """Træk de sager, lederne skal læse, blandt dem, temaet gælder, og gem trækningen.

    Eksempel: ledelsestilsyn review draw --tema undersoegelser --periode 2021-K1 --antal 10
    """
    from pipeline.base.periods import read_periode
    from pipeline.commands.terminal import show_lines
    from pipeline.review.draw import Asked
    from pipeline.review.words import drawn_lines, frame_lines, precision_lines
    from pipeline.run import draw_round

    chosen = (*(genstand or ()), *(_ids(genstande) if genstande else ()))
    _require_agreement(udvaelgelse, antal, chosen)
    asked = Asked(tema, read_periode(periode), udvaelgelse.value, antal, seed, chosen, again)
    with begin(workspace, settings, [plan] if plan else None) as call:
        drawn = draw_round(call, asked)
        show_lines(frame_lines(drawn.frame, call.settings.gennemgang.karens_maaneder))
        by_chance = udvaelgelse is Selection.tilfaeldig and drawn.theme.enhed == "genstand"
        if antal is None and by_chance:
            show_lines(precision_lines(len(drawn.frame.objects)))
        if drawn.traekning is None:
            raise UsageFault(f"Temaet {tema} siger ikke, hvor mange der skal læses: angiv --antal ANTAL.")
        show_lines(drawn_lines(drawn.traekning, drawn.genstande))


def _require_agreement(udvaelgelse: Selection, antal: int | None, chosen: tuple[str, ...]) -> None:
    """What is chosen and how many belong to one way of drawing each."""
    if udvaelgelse is Selection.kriterier and not chosen:
        raise UsageFault("--udvaelgelse kriterier kræver --genstand ID eller --genstande FIL.")
    if udvaelgelse is not Selection.kriterier and chosen:
        raise UsageFault("--genstand og --genstande hører til --udvaelgelse kriterier.")
    if udvaelgelse is not Selection.tilfaeldig and antal is not None:
        raise UsageFault(f"--antal hører ikke til --udvaelgelse {udvaelgelse.value}.")


def _ids(file: Path) -> tuple[str, ...]:
    """The ids of a file, one on each line; blank lines count for nothing."""
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        raise UsageFault(f"{file}: filen med ids kan ikke læses (den skal være tekst i UTF-8).") from None
    return tuple(line.strip() for line in lines if line.strip())


def eliminate(
    traekning: Annotated[
        str, typer.Option("--traekning", metavar="ID", help="Trækningens id; se review status.")
    ],
    genstand: Annotated[str, typer.Option("--genstand", metavar="ID", help="Id på det, der udgår.")],
    reason: Annotated[Reason, typer.Option("--aarsag", help="flyttet, fejlregistreret eller andet.")],
    day: DayOption = None,
    workspace: WorkspaceOption = None,
    settings: SettingsOption = None,
) -> None:
    """Lad en sag, der ikke kan læses, udgå af en runde; den næste i rækken trækkes i stedet.

    Eksempel: ledelsestilsyn review eliminate --traekning P.t.2021-03.1 --genstand U7 --aarsag flyttet
    """
    from pipeline.commands.terminal import show_lines
    from pipeline.review.words import eliminated_lines
    from pipeline.run import take_out

    with begin(workspace, settings) as call:
        gone = take_out(call, traekning, genstand, reason.value, day or _today())
    show_lines(eliminated_lines(gone.gone, gone.drawn))


def forms(
    periode: Annotated[
        str | None,
        typer.Option(
            "--periode",
            metavar="PERIODE",
            help="Rundernes periode. Standard: alle, der mangler at blive læst.",
        ),
    ] = None,
    workspace: WorkspaceOption = None,
    settings: SettingsOption = None,
) -> None:
    """Skriv skemaerne til det, der er udtrukket, i læsernes mapper, og nævn dem i deres mails.

    Eksempel: ledelsestilsyn review forms --periode 2021-03
    """
    from pipeline.commands.terminal import show_lines
    from pipeline.run import write_forms

    with begin(workspace, settings) as call:
        show_lines(write_forms(call, periode))


def read(
    place: Annotated[
        Path, typer.Argument(metavar="MAPPE", help="Mappen med udfyldte skemaer, eller ét skema.")
    ],
    workspace: WorkspaceOption = None,
    settings: SettingsOption = None,
) -> None:
    """Læs udfyldte skemaer; et skema med fejl afvises helt, og det siges, hvad der mangler.

    Eksempel: ledelsestilsyn review read besvarelser
    """
    from pipeline.base.errors import DataRefused
    from pipeline.commands.terminal import show_lines
    from pipeline.run import read_forms

    with begin(workspace, settings) as call:
        result = read_forms(call, place)
    show_lines(result.lines())
    if result.refused:
        raise DataRefused(*result.refused)


def status(
    periode: Annotated[
        str | None,
        typer.Option(
            "--periode",
            metavar="PERIODE",
            help="Runderne i en måned, et kvartal eller et år. Standard: den nuværende og den forrige.",
        ),
    ] = None,
    day: DayOption = None,
    format_: FormatOption = Format.table,
    plan: PlansOption = None,
    workspace: WorkspaceOption = None,
    settings: SettingsOption = None,
) -> None:
    """Vis ledelsestilsynets kalender: hvilke runder der skal trækkes, er ude og er læst.

    Eksempel: ledelsestilsyn review status --periode 2021
    """
    from pipeline.commands.review_table import show_rounds
    from pipeline.run import due_rounds

    with begin(workspace, settings, plan) as call:
        rounds, silent = due_rounds(call, day or _today(), periode)
    show_rounds(rounds, silent, format_.value)


def _today() -> date:
    return datetime.now().astimezone().date()
