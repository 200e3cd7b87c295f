"""Seeded choices for the generator: dates that crowd around the edges of the rules."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import TypeVar

from tests.oracle.kalender import EN_DAG, plus_maaneder, sidste_dag

T = TypeVar("T")

ANKRE = (
    date(2020, 2, 29),
    date(2020, 8, 31),
    date(2020, 9, 30),
    date(2020, 10, 1),
    date(2020, 11, 30),
    date(2020, 12, 31),
    date(2021, 1, 31),
    date(2021, 2, 28),
    date(2021, 3, 31),
    date(2021, 4, 30),
    date(2021, 5, 31),
    date(2021, 6, 30),
    date(2021, 8, 31),
    date(2021, 9, 30),
    date(2021, 12, 31),
)
"""Leap day, the first counted day, month ends and milestone dates."""


class Terning:
    """A seeded source of choices; `dage` is the pool of interesting days of the case at hand."""

    def __init__(self, froe: int, udtraeksdato: date) -> None:
        # A test generator, not a secret: the same seed must give the same data everywhere.
        self._random = random.Random(froe)  # noqa: S311
        self._udtraeksdato = udtraeksdato
        self._ankre = [*ANKRE, udtraeksdato, udtraeksdato, udtraeksdato.replace(day=1)]
        self.dage: list[date] = []

    def held(self, sandsynlighed: float) -> bool:
        """True with this probability."""
        return self._random.random() < sandsynlighed

    def en_af(self, muligheder: Sequence[T]) -> T:
        """One of the possibilities."""
        return self._random.choice(muligheder)

    def antal(self, mindst: int, hoejst: int) -> int:
        """A whole number in [mindst, hoejst]."""
        return self._random.randint(mindst, hoejst)

    def ja_nej_tom(self) -> bool | None:
        """A bool as registers have them: yes, no or not filled."""
        return self.en_af((True, True, False, None))

    def ny_sag(self) -> None:
        """Forget the days of the case before, and give this one a few of its own."""
        self.dage = []
        self.dage = [self.dag() for _ in range(2)]

    def dag(self) -> date:
        """A day: near one the case already has, near an anchor, or anywhere in the history."""
        slags = self._random.random()
        if self.dage and slags < 0.5:
            return self.husk(self.naer(self.en_af(self.dage)))
        if slags < 0.85:
            return self.husk(self.naer(self.en_af(self._ankre)))
        spand = (self._udtraeksdato - date(2020, 1, 1)).days
        return self.husk(date(2020, 1, 1) + self.antal(0, spand + 30) * EN_DAG)

    def opgjort_pr(self) -> date:
        """A day on which something is counted: a month's last, or the delivery's."""
        dag = self._udtraeksdato if self.held(0.4) else self.en_af(self._ankre)
        return dag if dag == self._udtraeksdato else min(sidste_dag(dag.year, dag.month), self._udtraeksdato)

    def naer(self, dag: date) -> date:
        """The day itself, the one before or after, some days or some months away."""
        if self.held(0.7):
            return dag + self.en_af((-1, 0, 0, 0, 1)) * EN_DAG
        if self.held(0.5):
            return dag + self.en_af((-28, -15, -14, 14, 28, 29)) * EN_DAG
        return plus_maaneder(dag, self.en_af((-6, -4, -3, 1, 3, 4, 6)))

    def husk(self, dag: date) -> date:
        """Let later events of the case gather round this day."""
        self.dage.append(dag)
        return dag

    def maaske_dag(self, sandsynlighed: float = 0.6) -> date | None:
        """A day, or none."""
        return self.dag() if self.held(sandsynlighed) else None

    def om_frist(self, start: date, frist: date, mindst: date | None = None) -> date | None:
        """When a deed was done: not, before its start, on it, early, on the deadline, the day after, late."""
        self.husk(frist)
        midt = start + (frist - start) // 2
        valg = self.en_af(
            (None, start - EN_DAG, start, midt, frist - EN_DAG, frist, frist, frist + EN_DAG, None)
        )
        if valg is None and self.held(0.3):
            valg = frist + self.antal(2, 60) * EN_DAG
        if valg is not None and mindst is not None and valg < mindst:
            valg = mindst
        return valg if valg is None else self.husk(valg)

    def fra_og_med(self, start: date | None, sandsynlighed: float = 0.5) -> date | None:
        """An end that is not before its start, or none."""
        if not self.held(sandsynlighed):
            return None
        dag = self.dag()
        return dag if start is None else max(dag, start)

    def tidspunkt(self, dag: date) -> tuple[datetime, bool]:
        """A timestamp on the day and whether its clock is known; midnight may well be a known clock."""
        if self.held(0.3):
            return datetime(dag.year, dag.month, dag.day), False  # noqa: DTZ001 - the register's local time
        klokken = self.en_af(((0, 0), (8, 15), (12, 0), (23, 59), (self.antal(0, 23), self.antal(0, 59))))
        return datetime(dag.year, dag.month, dag.day, *klokken), True  # noqa: DTZ001

    def efter_24_timer(self, modtaget: datetime) -> tuple[datetime | None, bool]:
        """When a notification was assessed: around exactly 24 hours later, by the clock or by date alone."""
        skridt = self.en_af(
            (
                timedelta(hours=24),
                timedelta(hours=24),
                timedelta(hours=24, seconds=1),
                timedelta(hours=23, minutes=59),
                timedelta(hours=24, minutes=1),
                timedelta(minutes=-1),
                timedelta(0),
                timedelta(hours=3),
                timedelta(hours=36),
                timedelta(days=2),
                timedelta(days=-1),
                None,
            )
        )
        if skridt is None:
            return None, False
        da = modtaget + skridt
        self.husk(da.date())
        if self.held(0.3):
            return datetime(da.year, da.month, da.day), False  # noqa: DTZ001
        return da, True
