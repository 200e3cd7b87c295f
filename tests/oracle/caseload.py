"""Caseload: which open case belongs to which caseworker on a day, and the units that are caseworkers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import date

from tests.oracle.plan import Plan
from tests.oracle.register import Register
from tests.oracle.rows import Judged, Verdict, placed
from tests.oracle.units import Stock, Unit, Units

LEVELS = ("1-14", "15-19", "20-25", "26-30", "over 30")


def level(count: int) -> str:
    """4.8: 'kategori of the number of open cases'."""
    for name, most in zip(LEVELS, (14, 19, 25, 30), strict=False):
        if count <= most:
            return name
    return LEVELS[-1]


def is_caseworker(register: Register, raadgiver_id: str) -> bool:
    """'if that one's rolle is not leder or andet'; 'rolle (empty: raadgiver)'; an unknown one is a unit."""
    return register.raadgivere.get(raadgiver_id, {}).get("rolle") not in ("leder", "andet")


def cases_of_caseworkers(register: Register, day: date) -> dict[str, list[str]]:
    """'an open case belongs to the caseworker whom the team rule names on that day'."""
    held: dict[str, list[str]] = defaultdict(list)
    for sag_id in register.sager:
        if register.open_on(sag_id, day):
            raadgiver_id = register.holder(sag_id, day).raadgiver_id
            if raadgiver_id is not None and is_caseworker(register, raadgiver_id):
                held[raadgiver_id].append(sag_id)
    return held


def caseworkers(judge: Callable[[Register, date, str, list[str]], Verdict | None]) -> Units:
    """'per-caseworker units have enhed_id = raadgiver_id, no sag_id, and the team of raadgivere'.

    Those judged None are not in the population.
    """

    def units(register: Register, plan: Plan) -> Iterator[Unit]:
        def on(day: date) -> Iterator[Judged]:
            for raadgiver_id, cases in cases_of_caseworkers(register, day).items():
                verdict = judge(register, day, raadgiver_id, cases)
                if verdict is not None:
                    holder = register.desk(raadgiver_id)
                    yield Judged(raadgiver_id, None, holder, verdict, day, at_end=True)

        yield Stock(on)

    return units


def by_level(register: Register, day: date, raadgiver_id: str, cases: list[str]) -> Verdict | None:
    """How many open cases the caseworker has, by level."""
    return placed(level(len(cases)))


def teams_of(register: Register, sag_ids: list[str], day: date) -> Counter[str]:
    """How many of the cases each team holds on the day."""
    return Counter(register.holder(sag_id, day).team_id for sag_id in sag_ids)
