"""Rows the reports read, as frozen facts; nothing is worded, rounded or judged here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Opgoerelse:
    """The run: which period, known by which day, from which delivery; `plan_id` is the leading plan's."""

    plan_id: str
    periode: str
    periodetype: str
    sidste_dag: date
    opgjort_pr: date
    udtraeksdato: date
    foreloebig: bool
    program_version: str


@dataclass(frozen=True)
class Share:
    """One category of a distribution, `tekst` as the plan names it; percents are unrounded."""

    tekst: str
    antal: int
    andel: float | None
    ki_nedre: float | None
    ki_oevre: float | None


@dataclass(frozen=True)
class Figures:
    """What was counted and what came of it, unrounded; columns as in `indikator_resultat`."""

    indikator_id: str
    kilde: str
    team_id: str
    taeller: int | None
    naevner: float | None
    undtaget: int
    afventer: int
    vaerdi: float | None
    ki_nedre: float | None
    ki_oevre: float | None
    milepael_procent: float | None
    naeste_procent: float | None

    @property
    def measured(self) -> bool:
        """Whether there was anything to measure."""
        return self.vaerdi is not None or bool(self.naevner)

    @property
    def met(self) -> int:
        """The units counted above the line; 0 for a kind that has none."""
        return self.taeller or 0

    @property
    def units(self) -> int:
        """The units the figure rests on, where its naevner counts units."""
        return int(self.naevner or 0)


@dataclass(frozen=True)
class Result(Figures):
    """One row of `indikator_resultat`; of a distribution also its categories in the plan's order.

    `grund` says what the delivery lacks where it cannot be computed.
    """

    periodetype: str
    periode: str
    milepael_dato: date | None
    naeste_dato: date | None
    afstand_pp: float | None
    status: str
    usikker: bool
    foerer: bool
    baseline_periode: str | None
    baseline_vaerdi: float | None
    baseline_naevner: float | None
    forskel: float | None
    forskel_nedre: float | None
    forskel_oevre: float | None
    grund: str | None = None
    shares: tuple[Share, ...] = ()


def result_key(r: Result) -> tuple[str, str, str, str, str]:
    """What a result is found by: team, indicator, source, kind of period, period."""
    return r.team_id, r.indikator_id, r.kilde, r.periodetype, r.periode


@dataclass(frozen=True)
class Group(Figures):
    """One row of `indikator_gruppe` in the reported period, or in the one before."""

    gruppe: str
    periode: str


@dataclass(frozen=True)
class TakenOver:
    """Judged units that a team took over from another in the deadline's last fourteen days.

    `hvornaar`: `nu` in the reported period, `foer` in the one before.
    """

    indikator_id: str
    kilde: str
    team_id: str
    hvornaar: str
    taeller: int
    naevner: int

    @property
    def met(self) -> int:
        """Those that were met."""
        return self.taeller

    @property
    def units(self) -> int:
        """All of them."""
        return self.naevner


@dataclass(frozen=True)
class Start:
    """How many units of the reported period started at one of several places."""

    start_fra: str
    antal: int


@dataclass(frozen=True)
class Review:
    """Answers on cases picked by criteria: how many yes of how many that could be answered."""

    indikator_id: str
    team_id: str
    ja: int
    i_alt: int


@dataclass(frozen=True)
class ActivityStatus:
    """What was reported of one activity, or of one occurrence of it (`<id>@<periode>`)."""

    milepael_id: str
    status: str
    dato: date | None
    antal: int | None
    i_alt: int | None
    bemaerkning: str | None = None


@dataclass(frozen=True)
class Agreement:
    """One action that a leader and a caseworker agreed on in a case review, and that is still open."""

    aftale_id: str
    plan_id: str
    sag_id: str
    maalepunkt_id: str
    team_id: str
    raadgiver_id: str | None
    tekst: str
    frist: date | None
    oprettet_dato: date


@dataclass(frozen=True)
class ChosenTheme:
    """One theme of the reported period that the leaders' meeting chose; `indikator` is `<plan_id>/<id>`."""

    nr: str
    indikator: str | None
    begrundelse: str | None


@dataclass(frozen=True)
class Spending:
    """What one kind of placement cost in the reported period, or all else (`sted` None), and its nights.

    `maaneder` is how many of the period's months anything is posted in.
    """

    sted: str | None
    boern: int
    doegn: int
    udgift: float
    budget: float | None
    maaneder: int


@dataclass(frozen=True)
class Team:
    """One team with results in the reported period."""

    team_id: str
    navn: str


@dataclass(frozen=True)
class Revision:
    """One figure of an earlier period that is not what the last publication said: late registration."""

    indikator_id: str
    kilde: str
    periodetype: str
    periode: str
    team_id: str
    foer_taeller: int | None
    foer_naevner: float | None
    foer_vaerdi: float | None


@dataclass(frozen=True)
class Comment:
    """A leader's word on a figure (confidential: printed in reports, never published)."""

    indikator_id: str
    team_id: str
    periode: str
    tekst: str
    dato: date | None
    ansvarlig: str | None
