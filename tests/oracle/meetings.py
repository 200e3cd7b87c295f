"""Meetings: 'the opfoelgninger of one sag_id and dato with form moede, taken together'."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from tests.oracle.plan import Plan
from tests.oracle.register import Record, Register
from tests.oracle.rows import INDHOLD, MANGLER, Verdict, yes_or
from tests.oracle.units import Event, Unit, Units, known


def day_id(owner: str, day: date) -> str:
    """'its enhed_id is `sag_id@yyyy-mm-dd`'."""
    return f"{owner}@{day.isoformat()}"


@dataclass(frozen=True)
class Meeting:
    """One meeting of a case."""

    sag_id: str
    day: date
    followups: tuple[Record, ...]

    def true(self, *columns: str) -> bool:
        """'a bool is true when true on any of them', each of the columns."""
        return all(any(o.get(c) is True for o in self.followups) for c in columns)

    def documented(self, *columns: str) -> bool:
        """Whether any of them says yes or no, of each of the columns."""
        return all(any(o.get(c) is not None for o in self.followups) for c in columns)

    def verdict(self, *columns: str) -> Verdict:
        """All true; one nobody filled in is 'not documented'."""
        return yes_or(self.true(*columns), INDHOLD if self.documented(*columns) else MANGLER)


def meetings(register: Register) -> Iterator[Meeting]:
    """Every meeting of the delivery."""
    together: dict[tuple[str, date], list[Record]] = defaultdict(list)
    for o in register.all("opfoelgninger"):
        if o["form"] == "moede":
            together[o["sag_id"], o["dato"]].append(o)
    for (sag_id, day), followups in together.items():
        yield Meeting(sag_id, day, tuple(followups))


def meeting_units(judge: Callable[[Register, Meeting], Verdict | None]) -> Units:
    """Events out of meetings; those judged None are not in the population."""

    def units(register: Register, plan: Plan) -> Iterator[Unit]:
        for m in meetings(register):
            verdict = judge(register, m)
            if verdict is not None:
                yield Event(day_id(m.sag_id, m.day), m.sag_id, m.day, known(verdict))

    return units
