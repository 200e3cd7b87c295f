"""Results of one period as tables for people, one per plan, each row in the words of its kind of value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from rich import box
from rich.table import Table

from pipeline.base.labels import CANNOT_TELL, status_words
from pipeline.base.text import FEWEST, TOO_FEW, Percent, amount, enumeration, milepael, number

if TYPE_CHECKING:
    from pipeline.publication.status import Status

MARKS = {
    "ingen_data": "○",
    "uden_milepael": "–",
    "foer_foerste_milepael": "–",
    "foran": "▲",
    "naaet": "✓",
    "ikke_naaet": "✗",
    "foer_baseline": "–",
    "baseline": "–",
    "baseline_mangler": "○",
    "bedre": "✓",
    "daarligere": "✗",
    "ikke_til_at_skelne": "≈",
    "uden_vurdering": "–",
}
SHORT_TOO_FEW = "? for få"
SHORTER = {"ikke_til_at_skelne": "ikke til at skelne"}
"""Instead of the reports' words, where they leave no room for the rest of the row."""
SOURCE_WORDS = {"tilsyn": " (tilsyn)", "spoergeskema": " (spørgeskema)", "sofus": " (SOFUS)"}
NARROWEST_NAME, NARROWEST_VERDICT = 14, 8
NARROWEST = 60
"""What a row needs with names and verdicts folded between words; a narrower window folds the lines itself."""
NONE = "–"
COLOURS = {
    "foran": "blue",
    "naaet": "blue",
    "bedre": "blue",
    "ikke_naaet": "dark_orange",
    "daarligere": "dark_orange",
}
Row = dict[str, Any]


def is_exception(row: Row) -> bool:
    """Whether a figure is behind by more than chance, or cannot be computed; a source beside is neither."""
    behind = row["status"] in {"ikke_naaet", "daarligere"} and not row["usikker"]
    return bool(row["foerer"]) and (behind or bool(row["grund"]))


def status_tables(status: Status) -> Iterator[Table]:
    """The tables, in the order of the run; a plan is named only where there are several."""
    several = len(status.plans) > 1
    for plan_id, plan in status.plans.items():
        rows = [row for row in status.rows if row["plan_id"] == plan_id]
        yield _table(status, rows, f"{plan.titel} ({plan_id}): " if several else "", plan.slags)


def _table(status: Status, rows: list[Row], plan: str, slags: str | None) -> Table:
    words = {**status_words(slags), **SHORTER}
    who = "Hele afdelingen" if status.team_id == "ALLE" else f"Team {status.team_id}"
    preliminary = " – foreløbig" if status.foreloebig else ""
    table = Table(
        title=f"{plan}{who}, {status.periode} (opgjort pr. {status.opgjort_pr:%d-%m-%Y}){preliminary}",
        title_justify="left",
        caption=_caption(rows, slags),
        caption_justify="left",
        box=box.SIMPLE_HEAD,
        padding=(0, 1, 0, 0),
    )
    # Only the words may give way in a narrow window, and names never letter by letter: rather the line is too
    # long. A number cut short would be another number.
    table.add_column("Nr.", no_wrap=True, min_width=4)
    table.add_column("Indikator", overflow="fold", min_width=NARROWEST_NAME)
    for heading, width in (("Antal", 10), ("Værdi", 6), ("Mål", 5)):
        table.add_column(heading, justify="right", no_wrap=True, min_width=width)
    table.add_column("Vurdering", overflow="fold", min_width=NARROWEST_VERDICT)
    for row in rows:
        table.add_row(
            row["indikator_id"],
            _name(row),
            _count(row),
            _value(row),
            _goal(row),
            _verdict(row, words),
            style=_style(row),
        )
    return table


def _caption(rows: list[Row], slags: str | None) -> str:
    ahead = "også det næste krav er overholdt" if slags == "lov" else "også næste milepæl er nået"
    told = f"▲ {ahead}.  ? {TOO_FEW}.  Under {FEWEST} ingen procent."
    if any(row["baseline_periode"] for row in rows):
        told += "  Mål i parentes: værdien i baseline."
    return "\n".join([told, *_cannot_tell(rows)])


def _cannot_tell(rows: list[Row]) -> Iterator[str]:
    """A line for each thing the delivery lacks, with what cannot be told for want of it."""
    reasons: dict[str, list[str]] = {}
    for row in rows:
        if row["grund"]:
            reasons.setdefault(row["grund"], []).append(row["indikator_id"])
    for reason, ids in reasons.items():
        yield f"{CANNOT_TELL.capitalize()}: {enumeration(list(dict.fromkeys(ids)))}; {reason}."


def _name(row: Row) -> str:
    """The title, where it comes from, and what the value is a number of where it is no percent or count."""
    unit = f", {row['vaerdienhed']}" if row["vaerdienhed"] not in {None, "procent", "antal"} else ""
    return f"{row['titel']}{unit}{SOURCE_WORDS.get(row['kilde'], '')}"


def _count(row: Row) -> str:
    if row["vaerditype"] == "andel":
        return f"{number(row['taeller'])} af {number(row['naevner'])}"
    counted = row["taeller"] if row["taeller"] is not None else row["naevner"]
    return NONE if counted is None else number(round(counted))


def _value(row: Row) -> str:
    """The value as the reports show it, rounded so that it agrees with the verdict."""
    if row["vaerdi"] is None or _too_few_to_show(row):
        return NONE
    if row["vaerditype"] == "andel":
        return str(Percent(row["taeller"], row["naevner"], (row["milepael_procent"], row["naeste_procent"])))
    if row["vaerditype"] == "antal":
        return number(round(row["vaerdi"]))
    return amount(row["vaerdi"], (row["milepael_procent"], row["naeste_procent"]))


def _too_few_to_show(row: Row) -> bool:
    """Counts and sums are what they are; of the others one case more would turn them over."""
    number = row["taeller"] if row["vaerditype"] == "rate" else row["naevner"]
    return row["vaerditype"] not in {"antal", "sum"} and (number or 0) < FEWEST


def _goal(row: Row) -> str:
    """The milestone in force; of what is held against a baseline the value it had then, in brackets."""
    if row["baseline_vaerdi"] is not None:
        return f"({_in_unit(row, row['baseline_vaerdi'])})"
    return NONE if row["milepael_procent"] is None else _in_unit(row, row["milepael_procent"])


def _in_unit(row: Row, value: float) -> str:
    if row["vaerditype"] != "andel":
        return amount(value)
    return milepael(value) if row["baseline_vaerdi"] is None else milepael(round(value, 1))


def _verdict(row: Row, words: Mapping[str, str]) -> str:
    if row["grund"]:
        return f"{MARKS[row['status']]} {CANNOT_TELL}"
    if row["usikker"] and row["status"] != "ikke_til_at_skelne":
        return SHORT_TOO_FEW
    return f"{MARKS[row['status']]} {words[row['status']]}"


def _style(row: Row) -> str | None:
    """A verdict that holds has its colour; a source that does not lead stands back."""
    if not row["foerer"]:
        return "dim"
    return None if row["usikker"] else COLOURS.get(row["status"])
