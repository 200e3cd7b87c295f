"""Answers to an economist's questions in the terminal: a table for people, JSON and CSV for scripts.

Unlike everything else the tool prints, this shows rows of the published file: it is what was asked for.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.commands.data import skriv_data
from pipeline.commands.terminal import vis_linje
from pipeline.danish import antal, tal

if TYPE_CHECKING:
    from pipeline.economist.examples import Eksempel, Svar

BREDT = 10_000
"""Width where there is no terminal: a table in a file or a pipe is never folded."""

DECIMALER = 4
MEST_PAA_SKAERMEN = 200


def vis_eksempler(eksempler: Sequence[Eksempel]) -> None:
    """Every example's name and question."""
    bredde = max(len(e.navn) for e in eksempler)
    for e in eksempler:
        vis_linje(f"{e.navn:<{bredde}}  {e.spoergsmaal}")


def vis_eksempel(eksempel: Eksempel, svar: Svar, format_: str) -> None:
    """One example's question and answer; for scripts the answer alone."""
    if format_ == "table":
        vis_linje(eksempel.spoergsmaal)
        vis_linje(f"Læs: {eksempel.laes} ({eksempel.raekke}.)")
    vis_svar(svar, format_)


def vis_svar(svar: Svar, format_: str = "table", *, mest: int | None = None) -> None:
    """An answer; of a table at most `mest` rows, with a word about the rest."""
    if format_ == "table":
        _vis_tabel(svar, mest)
    else:
        skriv_data(svar.kolonner, svar.raekker, format_)


def vis_svar_kort(svar: Svar) -> None:
    """As `vis_svar`, but never more than a screen can be scrolled through."""
    vis_svar(svar, mest=MEST_PAA_SKAERMEN)


def _vis_tabel(svar: Svar, mest: int | None) -> None:
    konsol = Console() if sys.stdout.isatty() else Console(width=BREDT)
    vist = svar.raekker[:mest]
    tabel = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for nr, navn in enumerate(svar.kolonner):
        er_tal = any(_er_tal(raekke[nr]) for raekke in vist)
        tabel.add_column(navn, justify="right" if er_tal else "left", overflow="fold")
    for raekke in vist:
        tabel.add_row(*(Text(_tekst(vaerdi)) for vaerdi in raekke))
    konsol.print(tabel, highlight=False)
    i_alt = len(svar.raekker)
    rest = f"; de første {tal(mest)} er vist" if mest and i_alt > mest else ""
    vis_linje(f"{antal(i_alt, 'række', 'rækker')}{rest}")


def _er_tal(vaerdi: object) -> bool:
    return isinstance(vaerdi, int | float | Decimal) and not isinstance(vaerdi, bool)


def _tekst(vaerdi: object) -> str:
    """A value as Danes write it; whole numbers as they stand, since a year has no thousands point."""
    if vaerdi is None:
        return ""
    if isinstance(vaerdi, bool):
        return "sand" if vaerdi else "falsk"
    if isinstance(vaerdi, float):
        return f"{vaerdi:.{DECIMALER}f}".rstrip("0").rstrip(".").replace(".", ",")
    if isinstance(vaerdi, Decimal):
        return f"{vaerdi:f}".replace(".", ",")
    return str(vaerdi)
