"""What a development plan promises, as frozen models: one class per kind of entry in `plans/*.yaml`.

Faults inside one entry are found here; what two entries must agree on is in `plan_checks.py`. Texts
are Danish and stand in reports as they are written.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field

from pipeline.definitions.plan_fields import (
    Art,
    Dato,
    Filstamme,
    Id,
    Kilde,
    Kolonne,
    Maaltype,
    Maanedsnummer,
    Maanedsslut,
    Nummer,
    Parameter,
    Periodenavn,
    Procent,
    Retning,
    Tekst,
    Vaerditype,
    mindst_en,
)
from pipeline.definitions.strict import Streng
from pipeline.errors import ForkertBrug
from pipeline.periods import laes_periode


class Udviklingspunkt(Streng):
    """One chapter of the plan; `opfoelgning` is how the plan says it is followed up."""

    nr: Nummer
    titel: Tekst
    formaal: Tekst
    opfoelgning: Tekst


class Milepael(Streng):
    """From the day `dato` at least (`faldende`: at most) `procent` is promised.

    `slutmaal`: the document prints "(slutmål)" or its goal column names the percent. `vedtaget`: the
    day a revision was adopted, None for what the plan said from the start.
    """

    dato: Maanedsslut
    procent: Procent
    slutmaal: bool = False
    vedtaget: Dato | None = None


class Spaend(Streng):
    """A goal from-to, both ends included, in the indicator's own unit."""

    fra: float
    til: float


class Beregning(Streng):
    """Which file in `sql/indicators` yields the units, and the values of its `$parameters`."""

    sql: Filstamme
    parametre: dict[str, Parameter] = Field(default_factory=dict)


class Indikator(Streng):
    """One measure of the plan.

    `planens_ordlyd` is the document's own words; `tilsyn_foerer` is true where it says itself that
    the measure is case review. `antagelse` says plainly what we decided where the plan is silent.
    `enhed` is the Danish name of one unit, and with `opfyldt_ord` makes the conclusion "12 af 16
    {enhed_flertal} {opfyldt_ord}"; `opfyldt_ord_ental` where the words differ for a single unit.
    """

    id: Id
    udviklingspunkt: Nummer
    titel: Tekst
    spoergsmaal: Tekst
    kilde: Kilde
    planens_maaling: Tekst
    planens_ordlyd: Tekst
    tilsyn_foerer: bool
    art: Art
    vaerditype: Vaerditype
    enhed: Tekst
    enhed_flertal: Tekst
    opfyldt_ord: Tekst
    opfyldt_ord_ental: Tekst | None = None
    retning: Retning
    taeller_tekst: Tekst
    naevner_tekst: Tekst
    lovgrundlag: Tekst
    antagelse: Tekst | None = None
    ansvarlig: Tekst
    beregning: Beregning
    maaltype: Maaltype
    milepaele: tuple[Milepael, ...] = ()
    baseline: Maanedsslut | None = None
    spaend: Spaend | None = None

    def enhed_for(self, antal: int) -> str:
        """The unit's name after a count: "underretning" after 1, else "underretninger"."""
        return self.enhed if antal == 1 else self.enhed_flertal

    def opfyldt_for(self, antal: int) -> str:
        """The predicate that follows `enhed_for(antal)`."""
        return self.opfyldt_ord_ental or self.opfyldt_ord if antal == 1 else self.opfyldt_ord


class Aktivitet(Streng):
    """Something the plan promises to do, without a percent; its status comes from `milepaelsstatus`.

    `titel` is the document's own wording, `emne` what it concerns, `kolonne` the column of the plan it
    stands in. At most one of `maaned` (2021-04) and `kvartal` (2021-K2) is filled: the end of what the
    plan says in `planens_tidspunkt`; neither means that the plan fixes no date.
    """

    id: Id
    udviklingspunkt: Nummer
    emne: Tekst
    titel: Tekst
    ansvarlig: Tekst
    kolonne: Kolonne
    maaned: Annotated[Periodenavn, Field(pattern=r"^\d{4}-\d\d$")] | None = None
    kvartal: Annotated[Periodenavn, Field(pattern=r"^\d{4}-K\d$")] | None = None
    planens_tidspunkt: Tekst | None = None
    opfoelgning: Tekst | None = None

    @property
    def frist(self) -> date | None:
        """Last day of the month or quarter; None when the plan fixes no date."""
        periode = self.maaned or self.kvartal
        return laes_periode(periode).sidste if periode else None


class IkkeFastsat(Streng):
    """Something the plan leaves open ("XX antal sager"); shown as not fixed, never as 0."""

    udviklingspunkt: Nummer
    indikator: Id | None = None
    aktivitet: Id | None = None
    planens_ordlyd: Tekst
    forklaring: Tekst


class Spor(Streng):
    """One of the tracks the political committee follows."""

    nr: Nummer
    titel: Tekst


class Anvendelse(Streng):
    """Who the plan says uses the figures, how often, and for what."""

    modtager: Tekst
    hyppighed: Tekst
    formaal: Tekst


class Plan(Streng):
    """One development plan; `antagelser` are the assumptions that hold for all its indicators."""

    plan_id: Filstamme
    titel: Tekst
    organisation: Tekst
    start_dato: Dato
    slut_dato: Dato
    kilde_dokument: Tekst
    rapporteringsmaaneder: tuple[Maanedsnummer, ...]
    antagelser: tuple[Tekst, ...] = ()
    anvendelser: tuple[Anvendelse, ...] = ()
    spor: tuple[Spor, ...] = ()
    udviklingspunkter: Annotated[tuple[Udviklingspunkt, ...], AfterValidator(mindst_en)]
    indikatorer: Annotated[tuple[Indikator, ...], AfterValidator(mindst_en)]
    aktiviteter: tuple[Aktivitet, ...] = ()
    ikke_fastsat: tuple[IkkeFastsat, ...] = ()

    def indikator(self, indikator_id: str) -> Indikator:
        """The indicator with this id.

        Raises:
            ForkertBrug: the plan has none; the message names those it has.
        """
        for fundet in self.indikatorer:
            if fundet.id == indikator_id:
                return fundet
        kendte = ", ".join(i.id for i in self.indikatorer)
        raise ForkertBrug(f"Indikatoren {indikator_id!r} findes ikke i {self.plan_id}: vælg en af {kendte}.")
