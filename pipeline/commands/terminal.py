"""What a person sees in the terminal: progress on stderr, results on stdout. Counts only, never rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from rich import box
from rich.console import Console
from rich.table import Table

from pipeline.commands.data import skriv_data
from pipeline.danish import FAERREST, FOR_FAA, STATUSORD, Procent, antal, milepael, tal

if TYPE_CHECKING:
    from pipeline.call import Resultat
    from pipeline.definitions.plans import Plan
    from pipeline.intake.ingest import Indlaesning
    from pipeline.status import Status

TEGN = {
    "ingen_data": "○",
    "uden_milepael": "–",
    "foer_foerste_milepael": "–",
    "foran": "▲",
    "naaet": "✓",
    "ikke_naaet": "✗",
}
KORT_FOR_FAA = "? for få"
KILDEORD = {"tilsyn": " (tilsyn)", "spoergeskema": " (spørgeskema)", "sofus": " (SOFUS)"}
INGEN = "–"
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
        optalt = (fil.laest, fil.accepteret, fil.dubletter, fil.karantaene, fil.advarsler)
        tabel.add_row(fil.extract, *(tal(n) for n in optalt))
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
        caption=f"▲ også næste milepæl er nået.  ? {FOR_FAA}.  Under {FAERREST} ingen procent.",
        caption_justify="left",
        box=box.SIMPLE_HEAD,
        padding=(0, 1, 0, 0),
    )
    # Only the words may give way in a narrow window; a number cut short would be another number.
    tabel.add_column("Nr.", no_wrap=True, min_width=4)
    tabel.add_column("Indikator", overflow="fold")
    for overskrift, bredde in (("Antal", 10), ("Værdi", 6), ("Mål", 5)):
        tabel.add_column(overskrift, justify="right", no_wrap=True, min_width=bredde)
    tabel.add_column("Vurdering", no_wrap=True)
    for r in status.raekker:
        tabel.add_row(
            r["indikator_id"],
            r["titel"] + KILDEORD.get(r["kilde"], ""),
            f"{tal(r['taeller'])} af {tal(r['naevner'])}",
            _andel(r),
            INGEN if r["milepael_procent"] is None else milepael(r["milepael_procent"]),
            KORT_FOR_FAA if r["usikker"] else f"{TEGN[r['status']]} {STATUSORD[r['status']]}",
            style=None if r["usikker"] else FARVER.get(r["status"]),
        )
    return tabel


def vis_planer(planer: Sequence[Plan]) -> None:
    """The plans there are."""
    for plan in planer:
        indikatorer = antal(len(plan.indikatorer), "indikator", "indikatorer")
        vis_linje(f"{plan.plan_id}: {plan.titel} ({plan.organisation}), {indikatorer}")


def _andel(r: dict[str, Any]) -> str:
    """The percent as the reports show it, rounded so that it agrees with the verdict."""
    if r["naevner"] < FAERREST:
        return INGEN
    return str(Procent(r["taeller"], r["naevner"], (r["milepael_procent"], r["naeste_procent"])))
