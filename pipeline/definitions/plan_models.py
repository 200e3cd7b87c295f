"""What a development plan promises, as frozen models: one class per kind of entry in `plans/*.yaml`.

Faults inside one entry are found here; what two entries, or two keys of one, must agree on is in
`plan_checks.py` and `plan_indicator_checks.py`. Texts are Danish and stand in reports as written.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Self

from pydantic import AfterValidator, Field, PrivateAttr

from pipeline.base.errors import UsageFault
from pipeline.base.periods import Periode, read_periode
from pipeline.base.strict import Strict
from pipeline.definitions.occurrences import Occurrence
from pipeline.definitions.plan_fields import (
    Dato,
    Direction,
    FileStem,
    Id,
    Kind,
    Maaned,
    Number,
    Parameter,
    Source,
    TargetType,
    Text,
    ValueType,
    at_least_one,
    at_least_one_text,
)
from pipeline.definitions.plan_parts import Action as Action
from pipeline.definitions.plan_parts import Activity as Activity
from pipeline.definitions.plan_parts import Milepael as Milepael
from pipeline.definitions.plan_parts import PlanKind
from pipeline.definitions.plan_parts import Reference as Reference
from pipeline.definitions.plan_parts import Track as Track
from pipeline.definitions.plan_parts import Use as Use
from pipeline.definitions.plan_review import Maalepunkt, Tema
from pipeline.definitions.sql_files import unit_file

Names = Annotated[dict[str, Text], AfterValidator(at_least_one_text)]
"""Codes of the results, each with the Danish words for it, in the order they are shown in."""

UNKNOWN = "ukendt"
"""The group of a unit whose group is not registered (contract, section 2)."""


class Udviklingspunkt(Strict):
    """One chapter of the plan; `opfoelgning` is how the plan says it is followed up."""

    nr: Number
    titel: Text
    formaal: Text
    opfoelgning: Text


class Groups(Strict):
    """What the units of an indicator are parted by, and the Danish name of each group."""

    titel: Text
    navne: Names

    def name(self, group: str) -> str:
        """A group's name in words; one that the plan does not name keeps its code."""
        return self.navne.get(group, "Ikke oplyst" if group == UNKNOWN else group)


class Computation(Strict):
    """Which file in `sql/units` yields the units, and the values of its `$parameters`."""

    sql: FileStem
    parametre: dict[str, Parameter] = Field(default_factory=dict)


class Indicator(Strict):
    """One measure of the plan.

    `planens_ordlyd` is the document's own words; `tilsyn_foerer` is true where it says itself that
    the measure is case review. `antagelse` says plainly what we decided where the plan is silent.
    `enhed` is the Danish name of one unit, `frist_tekst` the deadline in words where there is one, `handling`
    what is to be done while it is open.

    Shares and counts (andel, antal) have `opfyldt_ord`, the predicate after the count: "12 af 16
    {enhed_flertal} {opfyldt_ord}"; `opfyldt_ord_ental` where the words differ for a single unit.
    Numbers in a unit (rate, sum, gennemsnit, median) have `vaerdienhed` and `vaerdi_ord`: "{value}
    {vaerdienhed} {vaerdi_ord}". A distribution (fordeling) has `kategorier`, and none of these.
    """

    id: Id
    udviklingspunkt: Number
    titel: Text
    spoergsmaal: Text
    kilde: Source
    planens_maaling: Text
    planens_ordlyd: Text
    tilsyn_foerer: bool
    art: Kind
    vaerditype: ValueType
    enhed: Text
    enhed_flertal: Text
    opfyldt_ord: Text | None = None
    opfyldt_ord_ental: Text | None = None
    vaerdienhed: Text | None = None
    vaerdi_ord: Text | None = None
    kategorier: Names | None = None
    grupper: Groups | None = None
    retning: Direction
    taeller_tekst: Text
    naevner_tekst: Text
    lovgrundlag: Text
    frist_tekst: Text | None = None
    antagelse: Text | None = None
    ansvarlig: Text
    handling: Action | None = None
    beregning: Computation
    maaltype: TargetType
    milepaele: tuple[Milepael, ...] = ()
    baseline: Maaned | None = None
    referencer: tuple[Reference, ...] = ()

    def unit_for(self, count: int) -> str:
        """The unit's name after a count: "underretning" after 1, else "underretninger"."""
        return self.enhed if count == 1 else self.enhed_flertal

    def met_for(self, count: int) -> str:
        """The predicate that follows `unit_for(count)`; empty for kinds of value that have none."""
        singular = self.opfyldt_ord_ental if count == 1 else None
        return singular or self.opfyldt_ord or ""


class NotSet(Strict):
    """Something the plan leaves open ("XX antal sager"); shown as not fixed, never as 0."""

    udviklingspunkt: Number
    indikator: Id | None = None
    aktivitet: Id | None = None
    planens_ordlyd: Text
    forklaring: Text


class Plan(Strict):
    """One development plan; `antagelser` are the assumptions that hold for all its indicators.

    `foerste_periode` is the first month that is computed, also before the plan begins where it has
    something to be compared with. `slags` says what the document is, which gives the reports their words:
    a development plan has milestones that are reached, a law has demands that are met.
    """

    plan_id: FileStem
    titel: Text
    slags: PlanKind = "udviklingsplan"
    organisation: Text
    start_dato: Dato
    slut_dato: Dato
    foerste_periode: Maaned
    kilde_dokument: Text
    antagelser: tuple[Text, ...] = ()
    anvendelser: tuple[Use, ...] = ()
    spor: tuple[Track, ...] = ()
    udviklingspunkter: Annotated[tuple[Udviklingspunkt, ...], AfterValidator(at_least_one)]
    indikatorer: Annotated[tuple[Indicator, ...], AfterValidator(at_least_one)]
    aktiviteter: tuple[Activity, ...] = ()
    ikke_fastsat: tuple[NotSet, ...] = ()
    maalepunkter: tuple[Maalepunkt, ...] = ()
    tilsyn: tuple[Tema, ...] = ()
    _folder: Path | None = PrivateAttr(default=None)

    @property
    def first_month(self) -> Periode:
        """The first month that is computed."""
        return read_periode(self.foerste_periode)

    def lying_in(self, folder: Path) -> Self:
        """The same plan, known to have been read from a file in this folder."""
        plan = self.model_copy()
        plan._folder = folder
        return plan

    @property
    def folder(self) -> Path | None:
        """The folder its file was read from."""
        return self._folder

    def unit_file(self, indicator: Indicator) -> Path:
        """The SQL file that yields an indicator's units: in `sql` beside the plan's file, else a shipped one.

        Raises:
            InternalError: there is none; a plan that was read from its file has been checked for it.
        """
        return unit_file(indicator.beregning.sql, self._folder)

    @property
    def told_to_committee(self) -> bool:
        """Whether the committee has a paper on it: a plan that names its readers names the committee too."""
        return not self.anvendelser or any(use.udvalg for use in self.anvendelser)

    def indicator(self, indikator_id: str) -> Indicator:
        """The indicator with this id.

        Raises:
            UsageFault: the plan has none; the message names those it has.
        """
        for found in self.indikatorer:
            if found.id == indikator_id:
                return found
        known = ", ".join(i.id for i in self.indikatorer)
        raise UsageFault(f"Indikatoren {indikator_id!r} findes ikke i {self.plan_id}: vælg en af {known}.")

    def theme(self, tema_id: str) -> Tema:
        """The theme of the case review with this id.

        Raises:
            UsageFault: the plan has none; the message names those it has.
        """
        for found in self.tilsyn:
            if found.id == tema_id:
                return found
        known = ", ".join(theme.id for theme in self.tilsyn) or "(planen har ingen)"
        raise UsageFault(f"Temaet {tema_id!r} findes ikke i {self.plan_id}: vælg et af {known}.")

    def questions(self, theme: Tema, day: date) -> tuple[Maalepunkt, ...]:
        """What a theme asks, as it is worded on a day, in the theme's order."""
        worded = {question.id: question for question in self.maalepunkter if question.holds_on(day)}
        return tuple(worded[id_] for id_ in theme.maalepunkter if id_ in worded)

    def occurrences(self, until: date) -> tuple[Occurrence, ...]:
        """Every time a recurring activity is due up to a day, but not after the plan's end."""
        last = min(until, self.slut_dato)
        return tuple(due for activity in self.aktiviteter for due in activity.occurrences(last))
