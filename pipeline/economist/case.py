"""Why a case counts as it does in an indicator, step by step: the lines of `explain --sag`.

Everything is read in the published file, so that what is explained is what was published.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from pipeline.base.database import Database, quote, sql_file
from pipeline.base.errors import UsageFault
from pipeline.base.periods import add_months, read_periode
from pipeline.base.text import enumeration
from pipeline.definitions.plans import Indicator, Plan
from pipeline.economist.explain import cannot_tell, parameter_text
from pipeline.economist.published import require_this_version
from pipeline.economist.sources import read_columns
from pipeline.economist.steps import Row, day, days, step

UDFALD = {
    "opfyldt": "opfyldt",
    "ikke_opfyldt": "ikke opfyldt",
    "undtaget": "undtaget",
    "afventer": "afventer",
    "opgjort": "talt med",
}
LONGER = {"kvartal": "kvartal", "tertial": "tertial", "aar": "året"}
"""Periods longer than a month that a unit is told to count in, and what they are called."""
CLOSED = {
    "afsluttet": "støtten er afsluttet",
    "fraflyttet": "barnet er flyttet fra kommunen",
    "fyldt_18": "den unge er fyldt 18 år",
    "doed": "barnet er død",
    "andet": "anden grund",
}


@dataclass(frozen=True)
class Question:
    """What is asked: one indicator of one plan, one case, and perhaps one period."""

    plan: Plan
    indicator: Indicator
    sag_id: str
    periode: str | None = None

    @property
    def key(self) -> dict[str, str]:
        """Parameters of the queries."""
        return {"plan_id": self.plan.plan_id, "indikator_id": self.indicator.id, "sag_id": self.sag_id}


def explain_sag(database: Database, asked: Question) -> Iterator[str]:
    """The lines that tell why the case counts as it does.

    Raises:
        UsageFault: the plan or the case is not in the published file, or the period has no such name.
    """
    periode = read_periode(asked.periode).periode if asked.periode else None
    require_this_version(database)
    plans = [r["plan_id"] for r in database.fetch("select plan_id from plan order by orden")]
    if asked.plan.plan_id not in plans:
        raise UsageFault(f"Planen {asked.plan.plan_id!r} er ikke udgivet; det er {enumeration(plans)}.")
    found = database.rows("economist", "sag", sag_id=asked.sag_id)
    if not found:
        raise UsageFault(_is_missing(database, asked.sag_id))
    sag = found[0]
    rows = [Row(**r) for r in database.rows("economist", "sag_raekker", **asked.key)]
    yield f"Sag {asked.sag_id} og {asked.indicator.id} {asked.indicator.titel}"
    yield f"Opgjort pr. {day(sag['opgjort_pr'])} på data trukket {day(sag['udtraeksdato'])}."
    yield _sag(sag)
    what = "Kravet" if asked.indicator.vaerditype == "andel" else "Måles"
    yield f"{what}: {asked.indicator.taeller_tekst}"
    if parameters := asked.indicator.beregning.parametre:
        yield f"Regnet med: {parameter_text(parameters)}"
    if why := cannot_tell(database, asked.plan, asked.indicator):
        yield why
    yield ""
    yield from _units(database, asked, sag, rows, periode)
    yield from _facts(database, asked, {r.kilde for r in rows})


def _is_missing(database: Database, sag_id: str) -> str:
    dato = database.value("select udtraeksdato from opgoerelse")
    return (
        f"Sagen {sag_id!r} findes ikke i den udgivne database. "
        f"Dens række kan være sat i karantæne: se karantaene/{dato}/sager.csv "
        "i arbejdsmappen."
    )


def _sag(sag: dict[str, Any]) -> str:
    created, closed = f"Sagen: oprettet {day(sag['oprettet_dato'])}", sag["lukket_dato"]
    if closed is None or closed > sag["opgjort_pr"]:
        age = f"; barnet er {sag['alder']} år" if sag["alder"] is not None else ""
        return f"{created} og åben{age}."
    reason = CLOSED.get(sag["lukket_aarsag"], "uden oplyst grund")
    return f"{created} og lukket {day(closed)} ({reason})."


def _units(
    database: Database,
    asked: Question,
    sag: dict[str, Any],
    rows: Sequence[Row],
    periode: str | None,
) -> Iterator[str]:
    """A paragraph per unit and source; with a period, only of those that count in it."""
    frister = {
        (f["enhed_id"], f["startdato"]): f for f in database.rows("economist", "sag_frister", **asked.key)
    }
    is_chain = asked.indicator.art == "kadence"
    figures = 0
    for (enhed_id, source), group in groupby(rows, key=lambda r: (r.enhed_id, r.kilde)):
        own = list(group)
        chosen = _chosen(own, periode)
        if chosen is None:
            continue
        figures += 1
        yield f"{figures}. {_unit(asked.indicator, source)} {enhed_id}"
        yield from (f"   - {line}" for line in step(asked.indicator, sag, chosen))
        yield from (f"   - {line}" for line in _where(own))
        on_list = (chosen.base if is_chain else enhed_id, chosen.startdato)
        if source == asked.indicator.kilde and (frist := frister.get(on_list)):
            yield f"   - {_on_fristliste(frist, sag)}"
        yield ""
    if not figures:
        yield from _does_not_count(database, asked, rows, periode)


def _unit(indicator: Indicator, source: str) -> str:
    if source == "tilsyn":
        return "Ledelsestilsyn, gennemgang"
    return indicator.enhed[:1].upper() + indicator.enhed[1:]


def _chosen(own: Sequence[Row], periode: str | None) -> Row | None:
    """The row to tell about: the asked period's, else the last month's."""
    if periode is None:
        return max((r for r in own if r.periodetype == "maaned"), key=lambda r: r.periode, default=None)
    return next((r for r in own if r.periode == periode and r.periodetype != "rullende12"), None)


def _where(own: Sequence[Row]) -> Iterator[str]:
    """Every period the unit counts in, with equal months that follow each other together."""
    course = [
        f"{_from_to(perioder)} {UDFALD[udfald]}"
        for udfald, perioder in _pieces([r for r in own if r.periodetype == "maaned"])
    ]
    yield f"Måned for måned: {'; '.join(course)}."
    longer = {
        word: [r.periode for r in own if r.periodetype == type_ and r.udfald != "afventer"]
        for type_, word in LONGER.items()
    }
    if names := [f"{word} {_from_to(perioder)}" for word, perioder in longer.items() if perioder]:
        yield f"Tæller også med i {enumeration(names)}."
    rolling = [r.periode for r in own if r.periodetype == "rullende12" and r.udfald != "afventer"]
    if rolling:
        yield f"Tæller også med i tolvmånedersperioderne, der slutter i {_from_to(rolling)}."


def _pieces(maaneder: Sequence[Row]) -> list[tuple[str, list[str]]]:
    """Runs of months that follow each other with one outcome."""
    pieces: list[tuple[str, list[str]]] = []
    previous = None
    for r in maaneder:
        first = read_periode(r.periode).first
        if pieces and pieces[-1][0] == r.udfald and add_months(first, -1) == previous:
            pieces[-1][1].append(r.periode)
        else:
            pieces.append((r.udfald, [r.periode]))
        previous = first
    return pieces


def _from_to(perioder: Sequence[str]) -> str:
    return perioder[0] if len(perioder) == 1 else f"{perioder[0]} til {perioder[-1]}"


def _on_fristliste(frist: dict[str, Any], sag: dict[str, Any]) -> str:
    count = days(frist["dage"])
    standing = f"overskredet med {count}" if frist["tilstand"] == "overskredet" else f"{count} tilbage"
    return f"Står på fristlisten pr. {day(sag['opgjort_pr'])}: {standing}."


def _does_not_count(
    database: Database, asked: Question, rows: Sequence[Row], periode: str | None
) -> Iterator[str]:
    others = sorted({r.periode for r in rows if r.periodetype == "maaned"})
    if periode and others:
        yield f"Sagen tæller ikke med i {periode}. Den tæller med i {', '.join(others)}."
    elif asked.indicator.kilde == "spoergeskema":
        yield "Indikatoren måles med spørgeskema; den har besvarelser, men ingen sager."
    elif _is_without_sager(database, asked):
        yield f"Indikatoren måles ikke på enkelte sager, men på hver {asked.indicator.enhed}."
    else:
        yield "Sagen tæller ikke med i indikatoren."
        yield f"Med er: {asked.indicator.naevner_tekst}"
    yield ""


def _is_without_sager(database: Database, asked: Question) -> bool:
    """Whether what is measured belongs to no case at all, such as caseworkers."""
    (found,) = database.rows("economist", "enheder_uden_sag", plan_id=asked.plan.plan_id,
                                 indikator_id=asked.indicator.id)  # fmt: skip
    return bool(found["enheder"]) and not found["med_sag"]


def _facts(database: Database, asked: Question, sources: set[str]) -> Iterator[str]:
    """What the register holds about the case in the columns the indicator reads."""
    yield "Det, registeret har om sagen, og som beregningen læser:"
    read = read_columns(asked.plan.unit_file(asked.indicator))
    if "tilsyn" in sources:
        read |= read_columns(sql_file("units", "tilsynssvar"))
    for extract, columns in read.items():
        exists = set(database.columns(quote(extract)))
        shown = [k for k in columns if k in exists and k != "sag_id"]
        if "sag_id" not in exists or not shown:
            continue
        rows = _rows(database, extract, shown, asked)
        yield f"  {extract}: {len(rows)} række{'' if len(rows) == 1 else 'r'}"
        for row in rows:
            yield "    " + "  ".join(f"{k}={_shown(v)}" for k, v in row.items())


def _rows(database: Database, extract: str, columns: Sequence[str], asked: Question) -> list[dict[str, Any]]:
    """The case's rows; of a case review only the answers about this indicator."""
    selected = ", ".join(quote(k) for k in columns)
    rows = database.fetch(
        f"select {selected} from {quote(extract)} where sag_id = $sag_id order by all",  # noqa: S608
        sag_id=asked.sag_id,
    )
    return [r for r in rows if r.get("maalepunkt", asked.indicator.id) == asked.indicator.id]


def _shown(value: object) -> str:
    if value is None:
        return "–"
    return ("ja" if value else "nej") if isinstance(value, bool) else str(value)
