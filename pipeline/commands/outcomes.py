"""What a command came to, as the terminal shows it: counts only, never rows of cases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rich.table import Table

from pipeline.base.text import count_of, enumeration, number
from pipeline.commands.status_table import NARROWEST, is_exception, status_tables
from pipeline.commands.terminal import Console, show_line, show_lines, write_data

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.call import Outcome, PlanChecked, WeekOutcome
    from pipeline.definitions.plans import Plan
    from pipeline.intake.ingest import Intake
    from pipeline.publication.status import Status


def show_result(result: Outcome, *, everything: bool = False) -> None:
    """The end of a run: what was taken in, how the department stands, where everything lies, what to do.

    Without `everything`, of the figures only what is not reached or cannot be computed, and what has changed.
    """
    from pipeline.publication.status import fetch_status

    status = fetch_status(result.results, result.periode, None)
    show_intake(result.intake)
    if everything:
        show_status(status, "table")
    else:
        show_exceptions(status)
    show_line(f"Rapporter: {result.reports}")
    show_line(f"Database:  {result.database}")
    if result.outbox:
        show_line(f"Mails:     {result.outbox}")
    show_lines(result.lines)
    show_line(result.next_)


def show_week(outcome: WeekOutcome) -> None:
    """The end of a week's run: what was taken in, where the lists lie, and how the mails are released."""
    show_intake(outcome.intake)
    show_line(f"Lister for {outcome.name}: {outcome.pages}")
    show_lines(outcome.lines)
    show_line(outcome.next_)


def show_intake(intake: Intake) -> None:
    """Row accounting of every file, so that each row is seen to be somewhere, and what to know beside it."""
    table = Table(title=f"Leverancen af {intake.udtraeksdato:%d-%m-%Y}", title_justify="left")
    table.add_column("Udtræk")
    for heading in ("Læst", "Accepteret", "Dubletter", "Karantæne", "Advarsler"):
        table.add_column(heading, justify="right")
    for file in intake.files:
        counted = (file.laest, file.accepteret, file.dubletter, file.karantaene, file.advarsler)
        table.add_row(file.extract, *(number(n) for n in counted))
    Console().print(table)
    for message in intake.messages:
        show_line(f"• {message}")


def show_exceptions(status: Status) -> None:
    """What is not reached, or cannot be computed; where the whole table is to be had."""
    rows = tuple(row for row in status.rows if is_exception(row))
    if rows:
        show_line("Ikke nået, dårligere end ved start, eller kan ikke opgøres:")
        show_status(replace(status, rows=rows), "table")
    else:
        show_line("Ingen milepæl er misset, og alt kan opgøres.")
    rest = len(status.rows) - len(rows)
    show_line(
        f"{count_of(rest, 'tal', 'tal')} mere vises af status --periode {status.periode} og af run --alt."
    )


def show_status(status: Status, format_: str) -> None:
    """Results as a table for people, or as JSON or CSV for scripts."""
    if format_ == "table":
        console = Console()
        wide = console if console.width >= NARROWEST else Console(width=NARROWEST)
        for table in status_tables(status):
            wide.print(table)
    else:
        write_data(list(status.rows[0]), (tuple(r.values()) for r in status.rows), format_)


def show_plans(plans: Sequence[Plan], own: Path) -> None:
    """The plans there are, the workspace's own first; `own` is their folder."""
    for heading, chosen in (
        (f"Arbejdsmappens egne ({own}):", [plan for plan in plans if plan.folder == own]),
        ("Følger med:", [plan for plan in plans if plan.folder != own]),
    ):
        if chosen:
            show_line(heading)
        for plan in chosen:
            indicators = count_of(len(plan.indikatorer), "indikator", "indikatorer")
            show_line(f"  {plan.plan_id}: {plan.titel} ({plan.organisation}), {indicators}")


def show_checked_plan(checked: PlanChecked) -> None:
    """That a plan holds, what its examples showed, and what it has no data for."""
    plan = checked.plan
    indicators = count_of(len(plan.indikatorer), "indikator", "indikatorer")
    one, several = ("krav", "krav") if plan.slags == "lov" else ("milepæl", "milepæle")
    milepaele = count_of(sum(len(i.milepaele) for i in plan.indikatorer), one, several)
    show_line(f"{checked.file.name}: i orden ({indicators}, {milepaele}).")
    show_line(_examples(checked))
    show_lines(_data(checked))


def _examples(checked: PlanChecked) -> str:
    if not checked.examples:
        return "Eksempler: ingen. De lægges i eksempler/<indikator>.yaml ved siden af planfilen."
    said = "1 er kørt og kom ud" if checked.examples == 1 else f"{checked.examples} er kørt og kom ud"
    return f"Eksempler: {said} som ventet."


def _data(checked: PlanChecked) -> Iterator[str]:
    if checked.leverance is None:
        yield "Data: arbejdsmappen har ingen leverance endnu, så det kan ikke siges, om planens data er der."
        return
    of = f"leverancen af {checked.leverance:%d-%m-%Y}"
    if not checked.unfilled:
        yield f"Data: {of} udfylder alle de kolonner, indikatorerne læser."
        return
    yield f"Data: {of} udfylder ikke alt, indikatorerne læser:"
    alike: dict[tuple[str, ...], list[str]] = {}
    for indikator_id, lacking in checked.unfilled.items():
        alike.setdefault(lacking, []).append(indikator_id)
    for lacking, ids in alike.items():
        yield f"  {enumeration(ids)}: {enumeration(lacking)}"
