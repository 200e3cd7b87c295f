"""A delivery's typed rows, looked up the way the contract's sentences ask for them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from tests.oracle.days import before, by

UKENDT = "UKENDT"
ALLE = "ALLE"
FIFTY_TWO = frozenset({"forebyggende_52", "aflastning", "anbringelse"})
"""'"52" = indsats of kategori forebyggende_52, aflastning or anbringelse.'"""
EXCUSING = frozenset({"fraflyttet", "fyldt_18", "doed"})

Record = dict[str, Any]


@cache
def folded(text: str | None) -> str:
    """Compare 'without regard to case, surrounding blanks, æ/ae, ø/oe, å/aa, blank, underscore, hyphen'."""
    small = (text or "").strip().casefold().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    return re.sub(r"[\s_-]+", "_", small)


@dataclass(frozen=True)
class Holder:
    """Who answers for a unit; `since` is the deciding sagsfordeling row's fra_dato."""

    team_id: str
    raadgiver_id: str | None
    since: date | None = None


class Register:
    """The rows of one delivery by extract, by case and by indsats."""

    def __init__(self, extracts: dict[str, list[Record]], delivery_date: date) -> None:
        self.delivery_date = delivery_date
        self._extracts = {name: list(rows) for name, rows in extracts.items()}
        self.sager: dict[str, Record] = {r["sag_id"]: r for r in self.all("sager")}
        self.indsatser: dict[str, Record] = {r["indsats_id"]: r for r in self.all("indsatser")}
        self.raadgivere: dict[str, Record] = {r["raadgiver_id"]: r for r in self.all("raadgivere")}
        self._by_sag: dict[tuple[str, str], list[Record]] = defaultdict(list)
        for name, rows in self._extracts.items():
            for row in rows:
                if row.get("sag_id") is not None:
                    self._by_sag[name, row["sag_id"]].append(row)
        self._named: dict[str, list[Record]] = defaultdict(list)
        for o in self.all("opfoelgninger"):
            if o.get("indsats_id") is not None:
                self._named[o["indsats_id"]].append(o)
        self._held = {
            sag_id: sorted(self.of_sag("sagsfordeling", sag_id), key=lambda r: r["fra_dato"])
            for sag_id in self.sager
        }

    def has(self, extract: str) -> bool:
        """Whether the delivery has the extract at all."""
        return extract in self._extracts

    def all(self, extract: str) -> list[Record]:
        """Every row of an extract; none when the extract is missing."""
        return self._extracts.get(extract, [])

    def of_sag(self, extract: str, sag_id: str | None) -> list[Record]:
        """An extract's rows that carry this sag_id."""
        return [] if sag_id is None else self._by_sag.get((extract, sag_id), [])

    def closed_by(self, sag_id: str | None, day: date) -> bool:
        """Whether the case was closed by the day, for whatever reason."""
        return sag_id is not None and by(self.sager[sag_id].get("lukket_dato"), day)

    def excused(self, sag_id: str | None, start: date, end: date) -> bool:
        """'the case closed with lukket_aarsag fraflyttet, fyldt_18 or doed' in [start, end].

        'An underretning with barn_id alone has no case to close.'
        """
        if sag_id is None or self.sager[sag_id].get("lukket_aarsag") not in EXCUSING:
            return False
        closed = self.sager[sag_id].get("lukket_dato")
        return closed is not None and start <= closed <= end

    def opened(self, sag_id: str) -> date:
        """The day the case was opened."""
        day: date = self.sager[sag_id]["oprettet_dato"]
        return day

    def born(self, sag_id: str) -> date | None:
        """The child's birth date, or the term."""
        day: date | None = self.sager[sag_id].get("foedselsdato")
        return day

    def unborn(self, sag_id: str, day: date) -> bool:
        """'unborn on a day: sagstype ufoedt and foedselsdato missing or later'."""
        born = self.born(sag_id)
        return self.sager[sag_id].get("sagstype") == "ufoedt" and (born is None or born > day)

    def open_on(self, sag_id: str, day: date) -> bool:
        """'an open case (oprettet <= the day, lukket missing or later)'."""
        return self.opened(sag_id) <= day and not self.closed_by(sag_id, day)

    def begin(self, indsats: Record) -> date | None:
        """'Begin of a measure: the later of start_dato and the case's oprettet_dato'."""
        start: date | None = indsats.get("start_dato")
        return None if start is None else max(start, self.opened(indsats["sag_id"]))

    def measures(self, *kategorier: str) -> Iterator[tuple[Record, date]]:
        """Measures of these kinds that have a start_dato, each with its begin."""
        for i in self.all("indsatser"):
            begin = self.begin(i)
            if i["kategori"] in kategorier and begin is not None:
                yield i, begin

    def decided(self, *kategorier: str) -> Iterator[tuple[Record, date]]:
        """Measures of these kinds with an afgoerelse_dato.

        'a measure decided (afgoerelse_dato) before the case's oprettet_dato is no unit of what counts
        decisions'.
        """
        for i in self.all("indsatser"):
            day = i.get("afgoerelse_dato")
            if i["kategori"] in kategorier and day is not None and day >= self.opened(i["sag_id"]):
                yield i, day

    def end_of(self, indsats: Record) -> date | None:
        """'the earliest of the base's own end, bortfaldet_dato and the case's lukket_dato'."""
        ends = (
            indsats.get("slut_dato"),
            indsats.get("bortfaldet_dato"),
            self.sager[indsats["sag_id"]].get("lukket_dato"),
        )
        return min((d for d in ends if d is not None), default=None)

    def active(self, indsats: Record, day: date) -> bool:
        """The stock rule.

        'start <= opgjort_pr, no end or end > opgjort_pr, not bortfaldet by then, and the case not lukket
        by opgjort_pr'; 'A measure's start is here its begin'.
        """
        end = self.end_of(indsats)
        return by(self.begin(indsats), day) and (end is None or end > day)

    def active_of(self, sag_id: str, day: date, *kategorier: str) -> list[Record]:
        """The case's measures of these kinds (none given: any) that are active on the day."""
        return [
            i
            for i in self.of_sag("indsatser", sag_id)
            if (not kategorier or i["kategori"] in kategorier) and self.active(i, day)
        ]

    def followups(self, indsats: Record) -> list[Record]:
        """A measure's own follow-ups.

        'opfoelgninger that name it, and those of its sag_id without indsats_id on a day it is active
        (begin <= day, no slut or slut >= day); never form udeblevet'.
        """
        begin = self.begin(indsats)
        unnamed = [
            o
            for o in self.of_sag("opfoelgninger", indsats["sag_id"])
            if o.get("indsats_id") is None
            and by(begin, o["dato"])
            and not before(indsats.get("slut_dato"), o["dato"])
        ]
        named = self._named.get(indsats["indsats_id"], [])
        return [o for o in named + unnamed if o["form"] != "udeblevet"]

    def followup_days(self, indsats: Record, *forms: str) -> list[date]:
        """The days of a measure's own follow-ups of these forms, each once, in order."""
        return sorted({o["dato"] for o in self.followups(indsats) if o["form"] in forms})

    def holder(self, sag_id: str | None, day: date, notification: Record | None = None) -> Holder:
        """'the sagsfordeling row with the latest fra_dato <= min(reference date, opgjort_pr)'.

        Else in turn 'the underretning's own team_id; else the case's first row; else sager.team_id; else
        team UKENDT'.
        """
        held = self._held[sag_id] if sag_id is not None else []
        earlier = [r for r in held if r["fra_dato"] <= day]
        if earlier:
            return _from_row(earlier[-1])
        if notification is not None and notification.get("team_id") is not None:
            return Holder(notification["team_id"], notification.get("raadgiver_id"))
        if held:
            return _from_row(held[0])
        if sag_id is not None and self.sager[sag_id].get("team_id") is not None:
            return Holder(self.sager[sag_id]["team_id"], self.sager[sag_id].get("raadgiver_id"))
        return Holder(UKENDT, None)

    def desk(self, raadgiver_id: str | None) -> Holder:
        """A caseworker's 'own team and id, unknown: UKENDT'."""
        known = self.raadgivere.get(raadgiver_id or "")
        return Holder(UKENDT if known is None else known["team_id"], raadgiver_id)


def _from_row(row: Record) -> Holder:
    return Holder(row["team_id"], row.get("raadgiver_id"), row["fra_dato"])
