"""Sverigesmodellen: a template without percents, one function per row of the plan's table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from tests.oracle.answers import reviewed, surveyed
from tests.oracle.cadence import Base, Interval, days_later, months_later
from tests.oracle.caseload import LEVELS, by_level, cases_of_caseworkers, caseworkers
from tests.oracle.days import add_days, add_months
from tests.oracle.periods import Month
from tests.oracle.plan import Plan
from tests.oracle.register import Record, Register
from tests.oracle.registry import Entry
from tests.oracle.rows import (
    IKKE_OPFYLDT,
    INDHOLD,
    OPFYLDT,
    UNDTAGET,
    Judged,
    Verdict,
    measured,
    placed,
    yes_or,
)
from tests.oracle.shared_words import SEEN, caseworker_bases, step
from tests.oracle.units import Deadline, Event, Stock, Unit, Units, fallen, known, stock_row

PLAN_ID = "sverigesmodellen"
KATEGORIER = ("forebyggende_11_3", "forebyggende_52", "aflastning", "anbringelse")
"""Every kind of measure there is."""


def seen_cadence(which: str, i1: Interval, i2: Interval, *kategorier: str) -> Units:
    """S1-S4: a chain of days seen per measure with start_dato."""

    def units(register: Register, plan: Plan) -> Iterator[Unit]:
        for i, begin in register.measures(*kategorier):
            days = tuple(register.followup_days(i, *SEEN))
            yield Base(i["indsats_id"], i["sag_id"], begin, register.end_of(i), i1, i2, days, which)

    return units


def s8(register: Register, plan: Plan) -> Iterator[Unit]:
    """'caseworker with at least one open case': 'gennemsnit; open cases'.

    'gruppe `ny` (ansat_fra > opgjort_pr - 3 months) / `oevrige` (also without ansat_fra)'.
    """

    def on(day: date) -> Iterator[Judged]:
        for raadgiver_id, cases in cases_of_caseworkers(register, day).items():
            employed = register.raadgivere.get(raadgiver_id, {}).get("ansat_fra")
            new = employed is not None and employed > add_months(day, -3)
            yield Judged(
                raadgiver_id,
                None,
                register.desk(raadgiver_id),
                measured(len(cases)),
                day,
                gruppe="ny" if new else "oevrige",
                at_end=True,
            )

    yield Stock(on)


def of_caseworkers(judge: Callable[[list[str]], Verdict]) -> Units:
    """S9, S10: 'open case with a sagsfordeling row by opgjort_pr'.

    The raadgiver_id (non-empty) 'in its rows with fra_dato by opgjort_pr', by fra_dato; 'none known:
    undtaget (S10 too)'.
    """

    def units(register: Register, plan: Plan) -> Iterator[Unit]:
        def on(day: date) -> Iterator[Judged]:
            for sag_id in register.sager:
                rows = [r for r in register.of_sag("sagsfordeling", sag_id) if r["fra_dato"] <= day]
                if rows and register.open_on(sag_id, day):
                    ordered = sorted(rows, key=lambda r: r["fra_dato"])
                    names = [r["raadgiver_id"] for r in ordered if r.get("raadgiver_id") is not None]
                    verdict = judge(names) if names else Verdict(UNDTAGET)
                    yield stock_row(register, sag_id, day, verdict)

        yield Stock(on)

    return units


def one_only(names: list[str]) -> Verdict:
    """S9: 'one raadgiver_id only'."""
    return yes_or(len(set(names)) == 1, INDHOLD)


def changes(names: list[str]) -> Verdict:
    """S10: 'changes of raadgiver_id from one row to the next (by fra_dato, empty ones left out)'."""
    return measured(sum(a != b for a, b in pairwise(names)))


def s11(register: Register, plan: Plan) -> Iterator[Unit]:
    """'measure with start_dato at start + 3 months, in force that day'.

    'median; days seen in (start, start + 3 months]'.
    """
    for i, begin in register.measures(*KATEGORIER):
        day = add_months(begin, 3)
        if register.active(i, day):
            count = sum(begin < d <= day for d in register.followup_days(i, *SEEN))
            yield Event(i["indsats_id"], i["sag_id"], day, known(measured(count)))


def places(*good: str) -> Units:
    """S12-S14: 'active anbringelse; anbringelsessted missing: undtaget'."""

    def units(register: Register, plan: Plan) -> Iterator[Unit]:
        def on(day: date) -> Iterator[Judged]:
            for i in register.all("indsatser"):
                if i["kategori"] == "anbringelse" and register.active(i, day):
                    holder = register.holder(i["sag_id"], day)
                    place = i.get("anbringelsessted")
                    verdict = Verdict(UNDTAGET) if place is None else yes_or(place in good, INDHOLD)
                    yield Judged(i["indsats_id"], i["sag_id"], holder, verdict, day, at_end=True)

        yield Stock(on)

    return units


MOVES = ("ned", "samme", "op")


def moved(register: Register, plan: Plan) -> Iterator[Unit]:
    """S15, V14: 'open case with a known step both on opgjort_pr and 3 months before'."""

    def on(day: date) -> Iterator[Judged]:
        for sag_id in register.sager:
            now, then = step(register, sag_id, day), step(register, sag_id, add_months(day, -3))
            if now is not None and then is not None and register.open_on(sag_id, day):
                move = "samme" if now == then else "op" if now > then else "ned"
                yield stock_row(register, sag_id, day, placed(move))

    yield Stock(on)


@dataclass(frozen=True)
class NoNewPlacement(Deadline):
    """S16: 'an anbringelse of the case with start_dato in (slut + 7 days, F]: ikke_opfyldt'.

    'else the general undtaget; else opfyldt; one with start_dato in [slut, slut + 7 days]: no unit (a
    change of place); decided only at F (until then afventer); reference date slut_dato'.
    """

    starts: tuple[date, ...] = ()
    """The start_dato of the case's other anbringelser."""

    def in_month(self, register: Register, month: Month) -> Iterator[Judged]:
        """No unit once the child has moved to another place."""
        last = min(add_days(self.start, 7), month.opgjort_pr)
        if not any(self.start <= day <= last for day in self.starts):
            yield from super().in_month(register, month)

    def at_deadline(self, register: Register, opgjort: date) -> Verdict:
        """A new placement is documented, but not what is required."""
        if any(add_days(self.start, 7) < day <= self.frist for day in self.starts):
            return Verdict(IKKE_OPFYLDT, INDHOLD)
        return Verdict(UNDTAGET) if self.undtaget(register, opgjort) else Verdict(OPFYLDT)

    def waits(self, register: Register, opgjort: date) -> bool:
        """'until then afventer'."""
        return True

    def reference(self, opgjort: date) -> date:
        """'reference date slut_dato', which is the unit's start."""
        return self.start


def s16(register: Register, plan: Plan) -> Iterator[Unit]:
    """'anbringelse with slut_dato; the unit starts at slut_dato; F = slut + 12 months (a)'."""
    for i in register.all("indsatser"):
        slut = i.get("slut_dato")
        if i["kategori"] == "anbringelse" and slut is not None:
            yield NoNewPlacement(
                i["indsats_id"],
                i["sag_id"],
                slut,
                add_months(slut, 12),
                fell=fallen(i),
                starts=tuple(_other_starts(register, i)),
            )


def _other_starts(register: Register, i: Record) -> Iterator[date]:
    for other in register.of_sag("indsatser", i["sag_id"]):
        own = other["indsats_id"] == i["indsats_id"]
        if other["kategori"] == "anbringelse" and not own and other.get("start_dato") is not None:
            yield other["start_dato"]


PREVENTIVE = ("forebyggende_11_3", "forebyggende_52")

ENTRIES: dict[str, Entry] = {
    "S1": Entry(seen_cadence("foerste", days_later(14), days_later(42), "anbringelse"), "kadence"),
    "S2": Entry(seen_cadence("senere", days_later(14), days_later(42), "anbringelse"), "kadence"),
    "S3": Entry(seen_cadence("foerste", days_later(28), months_later(3), *PREVENTIVE), "kadence"),
    "S4": Entry(seen_cadence("senere", days_later(28), months_later(3), *PREVENTIVE), "kadence"),
    "S5": Entry(caseworkers(by_level), "beholdning", "fordeling", kategorier=LEVELS),
    "S6": Entry(caseworker_bases(14, "ledersparring"), "kadence"),
    "S7": Entry(caseworker_bases(14, "kollegial_sparring", "supervision"), "kadence"),
    "S8": Entry(s8, "beholdning", "gennemsnit", grupper=True),
    "S9": Entry(of_caseworkers(one_only), "beholdning"),
    "S10": Entry(of_caseworkers(changes), "beholdning", "gennemsnit"),
    "S11": Entry(s11, "haendelse", "median"),
    "S12": Entry(places("institution", "opholdssted"), "beholdning"),
    "S13": Entry(places("netvaerksplejefamilie"), "beholdning"),
    "S14": Entry(places("kost_efterskole", "eget_vaerelse"), "beholdning"),
    "S15": Entry(moved, "beholdning", "fordeling", kategorier=MOVES),
    "S16": Entry(s16, "frist", listed=False),
    **reviewed("S17", "S18"),
    "S19": surveyed("bliver_lyttet_til"),
}
