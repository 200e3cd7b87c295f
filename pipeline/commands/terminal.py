"""What is seen in the terminal: progress on stderr, results on stdout. Counts only, never rows of cases."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from rich.console import Console as RichConsole
from rich.table import Table
from rich.text import Text

from pipeline.base.cpr import masked_cell, masked_line
from pipeline.base.errors import ReaderGone
from pipeline.base.harmless import plain
from pipeline.base.interrupt import require_running
from pipeline.base.text import count_of, enumeration, number
from pipeline.commands.output import drop
from pipeline.commands.status_table import NARROWEST, is_exception, status_tables

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.call import Outcome, PlanChecked, WeekOutcome
    from pipeline.definitions.plans import Plan
    from pipeline.intake.gates import FileCounts
    from pipeline.intake.ingest import Intake
    from pipeline.publication.status import Status


class Console(RichConsole):
    """As the library's own, but that a text is a text, and for a reader who is gone: `| head` has enough.

    What comes from data is neither markup nor a sequence a terminal obeys, and no CPR number is shown.
    """

    def __init__(self, *, stderr: bool = False, width: int | None = None) -> None:
        super().__init__(stderr=stderr, width=width, markup=False, emoji=False, highlight=False)

    def render_str(self, text: str, **option: Any) -> Text:
        """Every text that is printed, a table's cells and titles too, comes through here."""
        return super().render_str(masked_line(plain(text)), **option)

    def on_broken_pipe(self) -> None:
        """End the program in silence; where only its progress is read no more, let the work go on.

        Raises:
            ReaderGone: the output itself has no reader.
        """
        if not self.stderr:
            raise ReaderGone
        self.quiet = True
        drop("stderr")


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """A line on stderr that tells what is being done; plain lines where stderr is no terminal."""
    console = Console(stderr=True)

    def tell(text: str) -> None:
        require_running()
        console.print(f"{text} …", soft_wrap=True)

    if not console.is_terminal:
        yield tell
        return
    with console.status(Text("Begynder …")) as status:

        def update(text: str) -> None:
            require_running()
            status.update(console.render_str(f"{text} …"))

        yield update


def notice(text: str) -> None:
    """A line on stderr that stays: something to know that is no fault of this call."""
    Console(stderr=True).print(f"Bemærk: {text}", markup=False, highlight=False, soft_wrap=True)


def show_line(text: str) -> None:
    """One line on stdout, never broken by the terminal's width."""
    Console().print(text, soft_wrap=True)


def show_lines(lines: Iterable[str]) -> None:
    """Lines on stdout."""
    for line in lines:
        show_line(line)


def show_result(result: Outcome, *, everything: bool = False) -> None:
    """The end of a run: what was taken in, how the department stands, where everything lies, what to do.

    Without `everything` only what is out of the ordinary: files with faults, what is not reached or cannot be
    computed, and what has changed.
    """
    from pipeline.publication.status import fetch_status

    status = fetch_status(result.results, result.periode, None)
    show_intake(result.intake, everything=everything)
    if everything:
        show_status(status, "table")
    else:
        show_exceptions(status)
    show_line(f"Rapporter: {result.reports}")
    show_line(f"Database:  {result.database}")
    show_line(f"Mails:     {result.outbox}")
    show_lines(result.lines)
    show_line(result.next_)


def show_week(outcome: WeekOutcome) -> None:
    """The end of a week's run: what was taken in, where the lists lie, and how the mails are released."""
    show_intake(outcome.intake, everything=False)
    show_line(f"Lister for {outcome.name}: {outcome.pages}")
    show_lines(outcome.lines)
    show_line(outcome.next_)


def show_intake(intake: Intake, *, everything: bool = True) -> None:
    """Row accounting per file, and what the analyst should know about the delivery.

    Without `everything` the files that something was refused of, or came twice in, and the rest in one line.
    """
    faulty = [file for file in intake.files if file.karantaene or file.dubletter]
    chosen = intake.files if everything else faulty
    if chosen:
        _show_files(intake, chosen)
    rest = [file for file in intake.files if file not in chosen]
    if rest:
        read, warned = sum(file.laest for file in rest), sum(file.advarsler for file in rest)
        warnings = f", {number(warned)} med advarsel" if warned else ""
        show_line(
            f"{count_of(len(rest), 'fil', 'filer')} uden fejl: {count_of(read, 'række', 'rækker')}{warnings}."
        )
    for message in intake.messages:
        show_line(f"• {message}")


def _show_files(intake: Intake, files: Iterable[FileCounts]) -> None:
    table = Table(title=f"Leverancen af {intake.udtraeksdato:%d-%m-%Y}", title_justify="left")
    table.add_column("Udtræk")
    for heading in ("Læst", "Accepteret", "Dubletter", "Karantæne", "Advarsler"):
        table.add_column(heading, justify="right")
    for file in files:
        counted = (file.laest, file.accepteret, file.dubletter, file.karantaene, file.advarsler)
        table.add_row(file.extract, *(number(n) for n in counted))
    Console().print(table)


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


def write_data(columns: Sequence[str], rows: Iterable[Sequence[Any]], format_: str) -> None:
    """Every row for scripts: `json`, or `csv` with a header and lower-case `true` and `false`; unrounded.

    A text has no control signs and no CPR number: it may be a terminal that reads it. JSON has signs that the
    output's code page lacks as escapes, which every reader understands.

    Raises:
        ReaderGone: nobody reads the output any more.
    """
    shown = ([_harmless(*pair) for pair in zip(columns, row, strict=True)] for row in rows)
    try:
        (_write_json if format_ == "json" else _write_csv)(columns, shown)
    except BrokenPipeError:
        raise ReaderGone from None


def _harmless(column: str, value: Any) -> Any:
    return masked_cell(column, plain(value)) if isinstance(value, str) else value


def _write_json(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    records = [dict(zip(columns, row, strict=True)) for row in rows]
    escaped = not (sys.stdout.encoding or "utf-8").lower().startswith("utf")
    json.dump(records, sys.stdout, ensure_ascii=escaped, indent=2, default=_json)
    sys.stdout.write("\n")


def _write_csv(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_csv(value) for value in row] for row in rows)


def _json(value: object) -> float | str:
    return float(value) if isinstance(value, Decimal) else str(value)


def _csv(value: object) -> object:
    return str(value).lower() if isinstance(value, bool) else value
