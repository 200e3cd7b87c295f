"""The calendar of the case review as a table for people, and as rows for scripts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from rich import box
from rich.table import Table

from pipeline.base.text import number
from pipeline.commands.terminal import Console, show_lines, write_data

if TYPE_CHECKING:
    from pipeline.review.rounds import Due, TeamCount

STATE_WORDS = {
    "skal_traekkes": "skal trækkes",
    "ikke_trukket": "ikke trukket",
    "ude": "ude",
    "overskredet": "overskredet",
    "laest": "læst",
}
COLUMNS = (
    "plan_id", "tema_id", "periode", "frist", "tilstand", "traekning_id", "udvaelgelse", "team_id", "ramme",
    "trukket", "laest", "udgaaet", "mangler", "paabegyndt",
)  # fmt: skip
NONE = "–"


def show_rounds(rounds: Sequence[Due], silent: Sequence[str], format_: str) -> None:
    """A row per round and per team; below, for people, the plans that have none."""
    if format_ != "table":
        write_data(COLUMNS, _rows(rounds), format_)
        return
    for plan_id, of_plan in groupby(rounds, key=lambda due: due.plan_id):
        Console().print(_table(plan_id, list(of_plan)))
    show_lines(silent)


def _rows(rounds: Sequence[Due]) -> Iterator[tuple[object, ...]]:
    for due in rounds:
        about = (due.plan_id, due.tema_id, due.periode, due.frist, due.tilstand)
        drawn = (due.traekning_id, due.udvaelgelse)
        for count in (due.whole, *due.teams):
            figures = _figures(count) if count else (None,) * 6
            yield (*about, *drawn, count.team_id if count else "ALLE", *figures)


def _figures(count: TeamCount) -> tuple[int, ...]:
    return count.ramme, count.trukket, count.laest, count.udgaaet, count.mangler, count.paabegyndt


def _table(plan_id: str, rounds: Sequence[Due]) -> Table:
    table = Table(
        title=f"Ledelsestilsynets runder, {plan_id}",
        title_justify="left",
        caption="Trukket = læst + udgået + mangler. Af dem, der mangler, kan nogle være påbegyndt.",
        caption_justify="left",
        box=box.SIMPLE_HEAD,
        padding=(0, 1, 0, 0),
    )
    table.add_column("Tema", overflow="fold", min_width=12)
    for heading in ("Runde", "Tilstand"):
        table.add_column(heading, no_wrap=True)
    for heading in ("Ramme", "Trukket", "Læst", "Udgået", "Mangler"):
        table.add_column(heading, justify="right", no_wrap=True)
    for due in rounds:
        number_ = f".{due.traekning_id.rpartition('.')[2]}" if due.traekning_id else ""
        about = (due.tema_id, f"{due.periode}{number_}", STATE_WORDS[due.tilstand])
        table.add_row(*about, *_cells(due.whole))
        for count in due.teams:
            table.add_row(f"  {count.team_id}", "", "", *_cells(count), style="dim")
    return table


def _cells(count: TeamCount | None) -> tuple[str, ...]:
    return tuple(number(figure) for figure in _figures(count)[:5]) if count else (NONE,) * 5
