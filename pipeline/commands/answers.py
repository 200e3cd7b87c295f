"""Answers to an economist's questions in the terminal: a table for people, JSON and CSV for scripts.

Unlike everything else the tool prints, this shows rows of the published file: it is what was asked for.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

from pipeline.base.cpr import masked_cell
from pipeline.base.harmless import plain
from pipeline.base.text import count_of, number
from pipeline.commands.terminal import Console, show_line, write_data

if TYPE_CHECKING:
    from pipeline.economist.examples import Answer, Example

WIDE = 10_000
"""Width where there is no terminal: a table in a file or a pipe is never folded."""

DECIMALS = 4
MOST_ON_SCREEN = 200


def show_examples(examples: Sequence[Example]) -> None:
    """Every example's name and question."""
    width = max(len(e.name) for e in examples)
    for e in examples:
        show_line(f"{e.name:<{width}}  {e.question}")


def show_example(example: Example, reply: Answer, format_: str) -> None:
    """One example's question and answer; for scripts the answer alone."""
    if format_ == "table":
        show_line(example.question)
        show_line(f"Læs: {example.read} ({example.row}.)")
    show_reply(reply, format_)


def show_reply(reply: Answer, format_: str = "table", *, most: int | None = None) -> None:
    """An answer; of a table at most `most` rows, with a word about the rest."""
    if format_ == "table":
        _show_table(reply, most)
    else:
        write_data(reply.columns, reply.rows, format_)


def show_reply_briefly(reply: Answer) -> None:
    """As `show_reply`, but never more than a screen can be scrolled through."""
    show_reply(reply, most=MOST_ON_SCREEN)


def _show_table(reply: Answer, most: int | None) -> None:
    console = Console() if sys.stdout.isatty() else Console(width=WIDE)
    shown = reply.rows[:most]
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for index, name in enumerate(reply.columns):
        is_figures = any(_is_figures(row[index]) for row in shown)
        table.add_column(name, justify="right" if is_figures else "left", overflow="fold")
    for row in shown:
        cells = zip(reply.columns, map(_text, row), strict=True)
        table.add_row(*(Text(masked_cell(name, plain(text))) for name, text in cells))
    console.print(table)
    i_alt = len(reply.rows)
    rest = f"; de første {number(most)} er vist" if most and i_alt > most else ""
    show_line(f"{count_of(i_alt, 'række', 'rækker')}{rest}")


def _is_figures(value: object) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def _text(value: object) -> str:
    """A value as Danes write it; whole numbers as they stand, since a year has no thousands point."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "sand" if value else "falsk"
    if isinstance(value, float):
        return f"{value:.{DECIMALS}f}".rstrip("0").rstrip(".").replace(".", ",")
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ",")
    return str(value)
