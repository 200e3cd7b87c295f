"""The terminal: progress on stderr, lines and data on stdout, all of it harmless."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

from rich.console import Console as RichConsole
from rich.text import Text

from pipeline.base.cpr import masked_cell, masked_line
from pipeline.base.errors import ReaderGone
from pipeline.base.harmless import plain
from pipeline.base.interrupt import require_running
from pipeline.commands.output import drop


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
