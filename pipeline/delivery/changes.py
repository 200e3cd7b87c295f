"""What changed since last month, on one screen: for the person who is to look at the mails.

Verdicts turned or given for the first time, teams that came or went, earlier figures revised, rows the
delivery had refused, and what the reports warn of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any

from pipeline.base.database import Database
from pipeline.base.labels import SOURCE_LABELS, WITHOUT_VERDICT, status_words
from pipeline.base.periods import Periode, read_periode, shifted
from pipeline.base.text import TOO_FEW, amount, count_of, enumeration, number, periode_text
from pipeline.delivery.addresses import ALL

NAMED_AT_MOST = 8
Row = dict[str, Any]


def changes(database: Database, *, has_earlier: bool) -> tuple[str, ...]:
    """The lines to show.

    `database` holds what is about to be published. What it replaces is attached as `tidligere` where it can
    be compared; `has_earlier` says whether there is any.
    """
    (opgoerelse,) = database.rows("outbox", "opgoerelse")
    periode = read_periode(opgoerelse["periode"])
    told = _Told(database)
    return (
        *told.turned(periode),
        *_teams(database, periode),
        *(told.revised() if has_earlier else ("Tidligere tal: dette er den første udgivelse.",)),
        *_refused(database, opgoerelse["udtraeksdato"]),
        *_reservations(database),
    )


class _Told:
    """Lines about indicators, told by plan where two plans of the run have one of the same id."""

    def __init__(self, database: Database) -> None:
        self._database = database
        ids = Counter(r["indikator_id"] for r in database.fetch("select indikator_id from indikator"))
        self._twice: Collection[str] = {id_ for id_, count in ids.items() if count > 1}
        plans = database.fetch("select plan_id, titel, slags from plan")
        self._plans = {r["plan_id"]: r["titel"] for r in plans}
        self._words = {r["plan_id"]: status_words(r["slags"]) for r in plans}

    def turned(self, periode: Periode) -> Iterator[str]:
        """By the source the reports lead with; the other one is shown beside it there."""
        previous = shifted(periode, -1)
        rows = self._database.rows("outbox", "verdicts", **_names(periode, previous))
        if not rows:
            yield "Vurderinger: der er ingen tidligere periode at sammenligne med."
            return
        others = [r for r in rows if self._verdict(r, "foer_") != self._verdict(r, "")]
        turned = [r for r in others if r["foer_status"] not in WITHOUT_VERDICT]
        collected = [r for r in turned if r["team_id"] == ALL]
        before = periode_text(previous)
        yield f"Vurderinger, der er vendt siden {before}: {len(collected) or 'ingen'} for afdelingen."
        yield from _at_most([self._from_to(r) for r in collected])
        per_team = Counter(r["team_id"] for r in turned if r["team_id"] != ALL)
        if per_team:
            yield f"  Teams: {enumeration([f'{team_id} ({n})' for team_id, n in sorted(per_team.items())])}."
        yield from self._new([r for r in others if r["team_id"] == ALL])

    def _new(self, rows: Sequence[Row]) -> Iterator[str]:
        """The department's alone: a milestone begins for every team in the same month.

        Too few to tell is no verdict to begin with.
        """
        before_without = [r for r in rows if r["foer_status"] in WITHOUT_VERDICT]
        new = [r for r in before_without if r["status"] not in WITHOUT_VERDICT and not r["usikker"]]
        if new:
            yield f"Nye vurderinger, hvor der ingen var før: {len(new)} for afdelingen."
            yield from _at_most([self._from_to(r) for r in new])

    def revised(self) -> Iterator[str]:
        """Late registration moves earlier months; whoever sends the mails should know."""
        if not _attached(self._database, "tidligere"):
            yield (
                "Tal for tidligere måneder kan ikke sammenlignes med sidste udgivelse, som en tidligere "
                "version har lavet."
            )
            return
        rows = self._database.rows("outbox", "revised")
        collected = [r for r in rows if r["team_id"] == ALL]
        teams = len(rows) - len(collected)
        if rows:
            yield (
                "Tal for tidligere måneder, der er ændret siden sidste udgivelse: "
                f"{len(collected)} for afdelingen, {teams} for teams."
            )
            yield from _at_most(
                [
                    f"{self._name(r)}, {r['periode']}: {_figure(r, 'foer_')} → {_figure(r, '')}"
                    for r in collected
                ]
            )
        else:
            yield "Tal for tidligere måneder: ingen er ændret siden sidste udgivelse."
        if others := self._database.rows("outbox", "measured_otherwise"):
            count = count_of(len(others), "indikator", "indikatorer")
            yield f"Ikke sammenlignet med sidste udgivelse, fordi de opgøres på en ny måde: {count}."

    def _from_to(self, r: Row) -> str:
        """Old and new verdict; where another source leads than before, it is said."""
        before, now = self._verdict(r, "foer_"), self._verdict(r, "")
        if r["foer_kilde"] != r["kilde"]:
            before, now = (
                f"{verdict} ({SOURCE_LABELS[r[side]]})"
                for verdict, side in ((before, "foer_kilde"), (now, "kilde"))
            )
        return f"{self._name(r)}: {before} → {now}"

    def _name(self, r: Row) -> str:
        plan = f" ({self._plans[r['plan_id']]})" if r["indikator_id"] in self._twice else ""
        return f"{r['indikator_id']} {r['titel']}{plan}"

    def _verdict(self, r: Row, side: str) -> str:
        """As the reports word it: too few goes before a verdict, but not before one that says as much."""
        status = r[f"{side}status"]
        firm = status not in WITHOUT_VERDICT and status != "ikke_til_at_skelne"
        return TOO_FEW if r[f"{side}usikker"] and firm else self._words[r["plan_id"]][status]


def _figure(r: Row, side: str) -> str:
    """A share by its counts, since a percent hides how few they are; else the value, or what was counted."""
    taeller, naevner, value = (r[f"{side}{name}"] for name in ("taeller", "naevner", "vaerdi"))
    if r["vaerdienhed"] == "procent":
        return f"{number(taeller)} af {number(naevner)}"
    if r["vaerdienhed"] and value is not None:
        return amount(value) if r["vaerdienhed"] == "antal" else f"{amount(value)} {r['vaerdienhed']}"
    return number(taeller or naevner or 0)


def _teams(database: Database, periode: Periode) -> Iterator[str]:
    rows = database.rows("outbox", "team_changed", **_names(periode, shifted(periode, -1)))
    for new, word in ((True, "Nye teams"), (False, "Teams uden rapport, som havde en sidst")):
        if teams := [r["team_id"] for r in rows if r["ny"] is new]:
            yield f"{word}: {enumeration(teams)}."


def _refused(database: Database, udtraeksdato: date) -> Iterator[str]:
    rows = database.rows("outbox", "refused")
    now, before = (sum(r[side] or 0 for r in rows) for side in ("nu", "foer"))
    last = f" (forrige leverance: {before})" if any(r["foer"] is not None for r in rows) else ""
    place = f"; se karantaene/{udtraeksdato}/" if now else ""
    yield f"Rækker i karantæne: {now or 'ingen'}{last}{place}."
    yield from _at_most(
        [
            f"{r['extract']}: {r['nu']}" + (f" (før {r['foer']})" if r["foer"] is not None else "")
            for r in sorted(rows, key=lambda r: -(r["nu"] or 0))
            if (r["nu"] or 0) > (r["foer"] or 0)
        ]
    )


def _reservations(database: Database) -> Iterator[str]:
    """What the reports themselves warn of: a column that is gone makes good work look undone."""
    if rows := database.rows("outbox", "remarks"):
        yield "Rapporterne og mailene tager dette forbehold:"
        yield from (f"  {r['tekst']}" for r in rows)


def _at_most(lines: Sequence[str]) -> Iterator[str]:
    """The first few lines, indented, and how many more there are."""
    yield from (f"  {line}" for line in lines[:NAMED_AT_MOST])
    if len(lines) > NAMED_AT_MOST:
        yield f"  … og {count_of(len(lines) - NAMED_AT_MOST, 'anden', 'andre')}"


def _attached(database: Database, name: str) -> bool:
    return bool(
        database.value("select count(*) from duckdb_databases() where database_name = $navn", navn=name)
    )


def _names(periode: Periode, previous: Periode) -> dict[str, str]:
    return {"periodetype": periode.periodetype, "periode": periode.periode, "forrige": previous.periode}
