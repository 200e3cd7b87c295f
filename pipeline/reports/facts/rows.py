"""Rows the reports read, as frozen facts; nothing is worded, rounded or judged here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Opgoerelse:
    """The run: which period, known by which day, from which delivery."""

    plan_id: str
    periode: str
    periodetype: str
    sidste_dag: date
    opgjort_pr: date
    udtraeksdato: date
    foreloebig: bool
    program_version: str


@dataclass(frozen=True)
class Resultat:
    """One row of `indikator_resultat`; percents are unrounded."""

    indikator_id: str
    kilde: str
    periodetype: str
    periode: str
    team_id: str
    taeller: int
    naevner: int
    undtaget: int
    afventer: int
    vaerdi: float | None
    ki_nedre: float | None
    ki_oevre: float | None
    milepael_procent: float | None
    milepael_dato: date | None
    naeste_procent: float | None
    naeste_dato: date | None
    afstand_pp: float | None
    status: str
    usikker: bool


@dataclass(frozen=True)
class Mangel:
    """One unit of the reported period that was not met; `aarsag` is for_sent, mangler or indhold.

    `overtaget_sent`: the team took the case over from another in the deadline's last fourteen days.
    """

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

    indikator_id: str
    enhed_id: str
    sag_id: str | None
    team_id: str
    raadgiver_id: str | None
    frist_dato: date
    tilstand: str
    dage: int


@dataclass(frozen=True)
class Aktivitetsstatus:
    """What was reported of one activity milestone."""

    milepael_id: str
    status: str
    dato: date | None
    antal: int | None
    i_alt: int | None


@dataclass(frozen=True)
class Hold:
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
    foer_taeller: int
    foer_naevner: int


@dataclass(frozen=True)
class Kommentar:
    """A leader's word on a figure (confidential: printed in reports, never published)."""

    indikator_id: str
    team_id: str
    periode: str
    tekst: str
    dato: date | None
    ansvarlig: str | None


@dataclass(frozen=True)
class Svar:
    """One answer of the reported period's case reviews, with the reviewer's remark (confidential)."""

    tilsyn_id: str
    maalepunkt: str
    sag_id: str
    team_id: str
    raadgiver_id: str | None
    gennemgaaet_dato: date
    svar: str
    bemaerkning: str | None


@dataclass(frozen=True)
class Fund:
    """Something in the register that is probably not as it should be.

    `slags` is one of the kinds of `page/registration.py`; for `advarsel` `extract` and `hvad` say where
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
class Trin:
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


@dataclass(frozen=True)
class Sagstal:
    """Open cases of the department at the end of a month, and how many each caseworker has."""

    maaned: str
    aabne_sager: int
    sager_pr_raadgiver: float | None
