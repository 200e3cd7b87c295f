"""What a person sees in the terminal: progress on stderr, results on stdout. Counts only, never rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from babel.numbers import format_decimal
from rich import box
from rich.console import Console
from rich.table import Table

from pipeline.commands.data import skriv_data

if TYPE_CHECKING:
    from pipeline.call import Resultat
    from pipeline.definitions.plans import Plan
    from pipeline.intake.ingest import Indlaesning
    from pipeline.status import Status

STATUSORD = {
    "ingen_data": "○ ingen data",
    "uden_milepael": "– ikke fastsat",
    "foer_foerste_milepael": "– ingen endnu",
    "foran": "▲ foran",
    "naaet": "✓ nået",
    "ikke_naaet": "✗ ikke nået",
}
KILDEORD = {"tilsyn": " (tilsyn)", "spoergeskema": " (spørgeskema)", "sofus": " (SOFUS)"}
FLEST_DECIMALER = 6
FARVER = {"foran": "blue", "naaet": "blue", "ikke_naaet": "dark_orange"}


@contextmanager
def fremdrift() -> Iterator[Callable[[str], None]]:
    """A line on stderr that tells what is being done; plain lines where stderr is no terminal."""
    konsol = Console(stderr=True)
    if not konsol.is_terminal:
        yield lambda tekst: konsol.print(f"{tekst} …", markup=False, highlight=False, soft_wrap=True)
        return
    with konsol.status("Begynder …") as status:
        yield lambda tekst: status.update(f"{tekst} …")


def vis_linje(tekst: str) -> None:
    """One line on stdout, never broken by the terminal's width."""
    Console().print(tekst, markup=False, highlight=False, soft_wrap=True)


def vis_linjer(linjer: Iterable[str]) -> None:
    """Lines on stdout."""
    for linje in linjer:
        vis_linje(linje)


def vis_resultat(resultat: Resultat) -> None:
    """The end of a run: what was taken in, the department's statuses, where everything lies, what to do."""
    from pipeline.status import hent_status

    vis_indlaesning(resultat.indlaesning)
    vis_status(hent_status(resultat.database, resultat.periode, None), "table")
    vis_linje(f"Rapporter: {resultat.rapporter}")
    vis_linje(f"Database:  {resultat.database}")
    vis_linje(f"Mails:     {resultat.udbakke}")
    vis_linjer(resultat.linjer)
    vis_linje(resultat.naeste)


def vis_indlaesning(indlaesning: Indlaesning) -> None:
    """Row accounting per file, and what the analyst should know about the delivery."""
    tabel = Table(title=f"Leverancen af {indlaesning.udtraeksdato:%d-%m-%Y}", title_justify="left")
    tabel.add_column("Udtræk")
    for overskrift in ("Læst", "Accepteret", "Dubletter", "Karantæne", "Advarsler"):
        tabel.add_column(overskrift, justify="right")
    for fil in indlaesning.filer:
        tal = (fil.laest, fil.accepteret, fil.dubletter, fil.karantaene, fil.advarsler)
        tabel.add_row(fil.extract, *(_heltal(t) for t in tal))
    Console().print(tabel)
    for besked in indlaesning.beskeder:
        vis_linje(f"• {besked}")


def vis_status(status: Status, format_: str) -> None:
    """Results as a table for people, or as JSON or CSV for scripts."""
    if format_ == "table":
        Console().print(_statustabel(status))
    else:
        skriv_data(list(status.raekker[0]), (tuple(r.values()) for r in status.raekker), format_)


def _statustabel(status: Status) -> Table:
    hvem = "Hele afdelingen" if status.team_id == "ALLE" else f"Team {status.team_id}"
    forbehold = " – foreløbig" if status.foreloebig else ""
    tabel = Table(
        title=f"{hvem}, {status.periode} (opgjort pr. {status.opgjort_pr:%d-%m-%Y}){forbehold}",
        title_justify="left",
        caption="▲ foran: også næste milepæl er nået.  ‡ for få til at konkludere.",
        caption_justify="left",
        box=box.SIMPLE_HEAD,
        padding=(0, 1, 0, 0),
    )
    # Only the words may give way in a narrow window; a number cut short would be another number.
    tabel.add_column("Nr.", no_wrap=True, min_width=4)
    tabel.add_column("Indikator", overflow="fold")
    for overskrift, bredde in (("Antal", 10), ("Værdi", 6), ("Mål", 5)):
        tabel.add_column(overskrift, justify="right", no_wrap=True, min_width=bredde)
    tabel.add_column("Milepæl", no_wrap=True, min_width=15)
    for r in status.raekker:
        tabel.add_row(
            r["indikator_id"],
            r["titel"] + KILDEORD.get(r["kilde"], ""),
            f"{r['taeller']} af {r['naevner']}",
            _vaerdi(r["vaerdi"], r["milepael_procent"]),
            _procent(r["milepael_procent"]),
            STATUSORD[r["status"]] + (" ‡" if r["usikker"] else ""),
            style=FARVER.get(r["status"]),
        )
    return tabel


def vis_planer(planer: Sequence[Plan]) -> None:
    """The plans there are."""
    for plan in planer:
        vis_linje(f"{plan.plan_id}: {plan.titel} ({plan.organisation}), {len(plan.indikatorer)} indikatorer")


def _vaerdi(vaerdi: float | None, milepael: float | None) -> str:
    """A value with as many decimals as it takes to stand on the milestone's own side: 49,96 % is not 50 %."""
    if vaerdi is None or milepael is None:
        return _procent(vaerdi, 1)
    tal = range(1, FLEST_DECIMALER)
    enige = (d for d in tal if (round(vaerdi, d) >= milepael) == (vaerdi >= milepael))
    return _procent(vaerdi, next(enige, FLEST_DECIMALER))


def _procent(vaerdi: float | None, decimaler: int = FLEST_DECIMALER) -> str:
    moenster = f"0.{'#' * decimaler}"
    return "–" if vaerdi is None else f"{format_decimal(vaerdi, moenster, locale='da_DK')} %"


def _heltal(vaerdi: int) -> str:
    return format_decimal(vaerdi, locale="da_DK")
