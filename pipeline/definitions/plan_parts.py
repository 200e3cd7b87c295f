"""The parts a plan file is made of beside its indicators: targets, actions, activities, and who reads it.

A paper is never chosen by a plan's name: the committee's is written for the plan whose uses name it, the note
for the plan that says which of its uses is one.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, TypeAlias, get_args

from pydantic import Field

from pipeline.base.periods import read_periode
from pipeline.base.strict import Strict
from pipeline.definitions.occurrences import Interval, Occurrence, read_span, spans
from pipeline.definitions.plan_fields import (
    Acts,
    Column,
    Dato,
    Figures,
    Id,
    Maaned,
    MaanedEnd,
    Milepaelstal,
    Number,
    PeriodeName,
    Severity,
    Text,
    Tidsrum,
)


class Milepael(Strict):
    """From the day `dato` at least (`faldende`: at most) `procent` is promised.

    `procent` is in the indicator's own unit: percent for a share, else its `vaerdienhed` (days, kr.)
    or, for a count, units. `slutmaal`: the document prints "(slutmål)" or its goal column names the
    number. `vedtaget`: the day a revision was adopted, None for what the plan said from the start.
    """

    dato: MaanedEnd
    procent: Milepaelstal
    slutmaal: bool = False
    vedtaget: Dato | None = None


class Reference(Strict):
    """A published figure to set beside one's own, never a verdict.

    `vaerdi` is in the indicator's own unit, null where the source prints words alone; `dato` the last
    day of what it describes; `tekst` names it in few words; `kilde` is who published it and
    `forbehold` why it is not quite the same thing.
    """

    vaerdi: Figures | None
    dato: MaanedEnd
    tekst: Text
    kilde: Text
    forbehold: Text


SEVERITIES: tuple[str, ...] = get_args(Severity)
"""The gravest first."""


class Action(Strict):
    """`goer` says it as a call ("Partshør"), `hvem` who acts.

    `alvor`: `barnets_sikkerhed` is a deadline of hours or days on a child's safety and comes before all
    others, `retssikkerhed` one by law or promise to a family, `forloeb` what keeps a case on its way.
    `mangler` is what is said of the units whose deadline has passed ("mangler 24-timers vurdering"),
    `gerning` the deed itself, one and several ("24-timers vurdering", "24-timers vurderinger").
    `hvis_gammel` is asked of one so old that it is rather done and not registered.
    """

    alvor: Severity
    goer: Text
    hvem: Acts
    mangler: Text | None = None
    gerning: tuple[Text, Text] | None = None
    hvis_gammel: Text = "Er det gjort, men ikke skrevet ind?"

    @property
    def rank(self) -> int:
        """Its place among the severities, 0 for the gravest."""
        return SEVERITIES.index(self.alvor)


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


NoteSpan: TypeAlias = Literal["maaned", "kvartal", "tertial", "aar"]
PlanKind: TypeAlias = Literal["udviklingsplan", "lov"]


class Track(Strict):
    """One of the tracks the political committee follows, and what of the plan shows how it goes.

    `hele_planen`: the track is the plan itself; else the indicators and activities named. With
    nothing at all only the administration can speak of it.
    """

    nr: Number
    titel: Text
    hele_planen: bool = False
    indikatorer: tuple[Id, ...] = ()
    aktiviteter: tuple[Id, ...] = ()


class Use(Strict):
    """Who the plan says uses the figures, how often, and for what.

    `udvalg`: the political committee, whose paper speaks to it by this name. `notat`: the reported kind of
    period for which a note is written that tells what has moved since the baseline; `indikatorer` are those
    it follows, none: all that are held against a baseline, and `aktiviteter` what it tells of beside them.
    """

    modtager: Text
    hyppighed: Text
    formaal: Text
    udvalg: bool = False
    notat: NoteSpan | None = None
    indikatorer: tuple[Id, ...] = ()
    aktiviteter: tuple[Id, ...] = ()
