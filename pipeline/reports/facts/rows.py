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


@dataclass(frozen=True)
class Group(Figures):
    """One row of `indikator_gruppe` in the reported period."""

    gruppe: str


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
class Shortfall:
    """One unit of the reported period that was not met; `aarsag` is for_sent, mangler or indhold.

    `overtaget_sent`: the team took the case over from another in the deadline's last fourteen days.
    """

    plan_id: str
    indikator_id: str
    kilde: str
    enhed_id: str
    sag_id: str | None
    team_id: str
    raadgiver_id: str | None
    frist_dato: date | None
    haendelsesdato: date | None
    referencedato: date
    aarsag: str
    overtaget_sent: bool


@dataclass(frozen=True)
class Frist:
    """One open deadline; `dage` since it passed (`overskredet`) or until it falls (`kommende`)."""

    plan_id: str
    indikator_id: str
    enhed_id: str
    sag_id: str | None
    team_id: str
    raadgiver_id: str | None
    frist_dato: date
    tilstand: str
    dage: int

    @property
    def overdue(self) -> bool:
        """Whether its day has passed."""
        return self.tilstand == "overskredet"

    def due_within(self, days: int) -> bool:
        """Whether it is still to come, in so many days at most."""
        return not self.overdue and self.dage <= days


@dataclass(frozen=True)
class ActivityStatus:
    """What was reported of one activity, or of one occurrence of it (`<id>@<periode>`)."""

    milepael_id: str
    status: str
    dato: date | None
    antal: int | None
    i_alt: int | None


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


@dataclass(frozen=True)
class Reply:
    """One answer of the reported period's case reviews, with the reviewer's remark (confidential)."""

    plan_id: str | None
    tilsyn_id: str
    maalepunkt: str
    sag_id: str
    team_id: str
    raadgiver_id: str | None
    gennemgaaet_dato: date
    svar: str
    bemaerkning: str | None


@dataclass(frozen=True)
class Finding:
    """Something in the register that is probably not as it should be.

    `slags` is one of the kinds of `papers/registration.py`; for `advarsel` `extract` and `hvad` say where
    the intake found it and what it said.
    """

    slags: str
    team_id: str
    raadgiver_id: str | None
    sag_id: str | None
    enhed_id: str | None
    dato: date | None
    extract: str | None
    hvad: str | None


@dataclass(frozen=True)
class Step:
    """One step of the ladder of measures: children whose highest step it is, now and a quarter ago.

    `op` and `ned` are those who have come to the step from a lower or a higher one since then, `nye` those
    who stood on none, `forladt` those who stood on it and now stand on none.
    """

    trin: int
    nu: int
    foer: int
    op: int
    ned: int
    nye: int
    forladt: int
