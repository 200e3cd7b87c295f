"""What a plan promises to do: once by a day, on and on from a day, or again and again."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from pipeline.base.periods import read_periode
from pipeline.base.strict import Strict
from pipeline.definitions.occurrences import Interval, Occurrence, read_span, spans
from pipeline.definitions.plan_fields import Column, Id, Maaned, Number, PeriodeName, Text, Tidsrum


class Activity(Strict):
    """Something the plan promises to do, without a percent; its status comes from `milepaelsstatus`.

    `titel` is the document's own wording, `emne` what it concerns, `kolonne` the column of the plan it
    stands in, `planens_tidspunkt` its words for the time. One of these at most says when:
    `maaned` (2021-04) or `kvartal` (2021-K2), by whose last day it is to be done; `loebende_fra`, a
    month or quarter from which it goes on without end ("og fremefter"); `gentages`, how often it is
    to be done, from `gentages_fra` to `gentages_til` (else the plan's end). None of them means that
    the plan fixes no time.
    """

    id: Id
    udviklingspunkt: Number
    emne: Text
    titel: Text
    ansvarlig: Text
    kolonne: Column
    maaned: Maaned | None = None
    kvartal: Annotated[PeriodeName, Field(pattern=r"^\d{4}-K\d$")] | None = None
    loebende_fra: PeriodeName | None = None
    gentages: Interval | None = None
    gentages_fra: Tidsrum | None = None
    gentages_til: Tidsrum | None = None
    planens_tidspunkt: Text | None = None
    opfoelgning: Text | None = None

    @property
    def frist(self) -> date | None:
        """Last day of the month or quarter; None when it is ongoing, recurring or not dated."""
        periode = self.maaned or self.kvartal
        return read_periode(periode).last if periode else None

    @property
    def begun_by(self) -> date | None:
        """The day an ongoing activity must have begun: its first period's last; None for the others."""
        return read_periode(self.loebende_fra).last if self.loebende_fra else None

    def occurrences(self, until: date) -> tuple[Occurrence, ...]:
        """The times a recurring activity is due up to a day, that day included, oldest first."""
        if not (self.gentages and self.gentages_fra):
            return ()
        last = read_span(self.gentages_til).last if self.gentages_til else until
        return tuple(
            Occurrence(f"{self.id}@{span.name}", span.name, span.last)
            for span in spans(self.gentages, read_span(self.gentages_fra).first, min(last, until))
            if span.last <= until
        )
