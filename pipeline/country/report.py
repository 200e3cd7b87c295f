"""The country's report: how many reached, how the municipalities lie, and who lies outside the funnel."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from pipeline import __version__
from pipeline.base.database import Database, open_file
from pipeline.base.labels import SOURCE_LABELS
from pipeline.base.periods import Periode
from pipeline.base.text import HARD_SPACE, amount, count_of, milepael, number, periode_text, short_date
from pipeline.country.national import FAULT, IN_ORDER, REFUSED
from pipeline.reports.blocks.suppression import UNDER
from pipeline.reports.blocks.views import Chapter, Document, Table, TableColumn

Row = Mapping[str, Any]
_NONE = "–"
_STATES = {IN_ORDER: "i orden", REFUSED: "leverancen blev afvist", FAULT: "kørslen blev ikke færdig"}
_FUNNEL = (
    "Tragten viser, hvor langt en kommunes andel kan ligge fra landets alene ved et tilfælde: jo færre den "
    "bygger på, jo længere. Uden for 95 % ligger 1 af 20 ved et tilfælde, uden for 99,8 % 1 af 500. Uden for "
    "betyder, at der er noget at spørge til, ikke hvorfor: børn, registrering og arbejde er forskellige fra "
    "kommune til kommune."
)
_HIDDEN = f"Skjult: 1 til 4, der står som „{UNDER}“, og det, de kunne regnes ud af."


def write_report(file: Path, periode: Periode) -> str:
    """The page, made from the country's file."""
    from pipeline.reports.render import Writer

    with open_file(file) as database:
        return Writer().page("document.html.j2", build_page(database, periode))


def build_page(database: Database, periode: Periode) -> Document:
    """The page, in the form of the small papers beside the reports."""
    members = database.rows("country", "kommuner")
    return Document(
        title=f"Landet, {periode_text(periode)}",
        kicker="Ledelsestilsyn · landet",
        heading=f"Kommunerne i {periode_text(periode)}",
        meta=f"{_joined(members)} af {count_of(len(members), 'kommune', 'kommuner')} er med.",
        introduction=(_FUNNEL, _HIDDEN),
        chapters=(_members(members), *_plans(database)),
        note="Siden rummer hele kommuners tal, ikke sager eller teams.",
        version=__version__,
    )


def _joined(members: Sequence[Row]) -> str:
    return number(sum(member["med"] for member in members))


def _members(members: Sequence[Row]) -> Chapter:
    stopped = [m["navn"] for m in members if m["tilstand"] != IN_ORDER]
    texts = (f"Ikke i orden: {', '.join(stopped)}.",) if stopped else ()
    columns = _columns("Kommune", "Kørslen", "Tallene", "Leverance", "#Rækker", "#I karantæne")
    return Chapter("Kommunerne", texts, (Table("Kommuner", columns, tuple(map(_member, members))),))


def _member(row: Row) -> tuple[str, ...]:
    figures = "med" if row["tilstand"] == IN_ORDER else "fra forrige kørsel" if row["med"] else "ikke med"
    if not row["med"]:
        return row["navn"], _STATES[row["tilstand"]], figures, _NONE, _NONE, _NONE
    drawn, read, away = short_date(row["udtraeksdato"]), number(row["laest"]), number(row["karantaene"])
    return row["navn"], _STATES[row["tilstand"]], figures, drawn, read, away


def _plans(database: Database) -> Iterator[Chapter]:
    """A chapter per plan; a measure that municipalities take by several definitions has a row for each."""
    lying = {_key(row): row for row in database.fetch("from fordeling")}
    outside = {
        plan_id: list(rows)
        for plan_id, rows in groupby(database.rows("country", "uden_for"), itemgetter("plan_id"))
    }
    for plan_id, rows in groupby(database.fetch("from naaede"), itemgetter("plan_id")):
        measured = list(rows)
        names = {_key(row): f"{row['indikator_id']} {row['titel']}" for row in measured}
        yield Chapter(
            measured[0]["plan"],
            (),
            (
                _outside(outside.get(plan_id, ()), names),
                _reached([row for row in measured if row["naaede"] or row["naaede_ikke"]], names),
                _lying([lying[key] for key in names if lying[key]["med_vaerdi"]], names),
            ),
        )


def _key(row: Row) -> tuple[str, str, str]:
    return row["plan_id"], row["indikator_id"], row["definition"]


def _outside(rows: Sequence[Row], names: Mapping[tuple[str, str, str], str]) -> Table:
    return Table(
        "Uden for tragten",
        _columns("Indikator", "Kommune", "#Antal", "#Andel", "#Landet", "#95 % af gangene", "Afviger"),
        tuple(
            (
                f"{names[_key(row)]} ({SOURCE_LABELS[row['kilde']]})",
                row["navn"],
                number(row["antal"]),
                _percents(row["procent_mindst"], row["procent_hoejst"]),
                _percent(row["landet"]),
                _percents(row["nedre_95"], row["oevre_95"]),
                _placed(row),
            )
            for row in rows
        ),
        empty="ingen kommune afviger mere fra landet, end et tilfælde kan give.",
    )


def _placed(row: Row) -> str:
    side, _, limit = row["placering"].partition("_")
    better = (side == "over") != row["faldende"]
    return f"{'bedre' if better else 'dårligere'} ({'99,8' if limit == '998' else '95'}{HARD_SPACE}%)"


def _reached(rows: Sequence[Row], names: Mapping[tuple[str, str, str], str]) -> Table:
    return Table(
        "Har nået milepælen",
        _columns(
            "Indikator", "#Kommuner", "#Nåede", "#Nåede ikke", "#Andel, der nåede", "#For få", "#Skjult"
        ),
        tuple(
            (
                names[_key(row)],
                *(number(row[name]) for name in ("kommuner", "naaede", "naaede_ikke")),
                _percent(row["andel_naaede"]),
                number(row["usikre"]),
                number(row["skjulte"]),
            )
            for row in rows
        ),
        empty="ingen milepæl gælder i perioden.",
        explanation="For få: kommuner, hvor der er for få til at konkludere; de er talt med til venstre.",
    )


def _lying(rows: Sequence[Row], names: Mapping[tuple[str, str, str], str]) -> Table:
    parts = ("mindste", "nedre_kvartil", "midterste", "oevre_kvartil", "stoerste")
    return Table(
        "Kommunernes værdier",
        _columns(
            "Indikator", "#Kommuner", "#Mindste", "#Nedre kvartil", "#Midterste", "#Øvre kvartil", "#Største"
        ),
        tuple(
            (
                names[_key(row)],
                number(row["med_vaerdi"]),
                *(_value(row[part], row["vaerdienhed"]) for part in parts),
            )
            for row in rows
        ),
        empty="ingen kommune har en værdi, der kan vises.",
        explanation="Kun kommuner, hvis værdi ikke er skjult.",
    )


def _columns(*names: str) -> tuple[TableColumn, ...]:
    """Columns by name; with a number sign in front they are figures."""
    return tuple(TableColumn(name.lstrip("#"), numeric=name.startswith("#")) for name in names)


def _value(value: float, unit: str | None) -> str:
    return _percent(value) if unit == "procent" else f"{amount(value)}{HARD_SPACE}{unit or ''}".rstrip()


def _percents(least: float, most: float) -> str:
    return _percent(least) if least == most else f"{_percent(least)[:-2]}–{_percent(most)}"


def _percent(value: float | None) -> str:
    return _NONE if value is None else milepael(round(value, 1))
