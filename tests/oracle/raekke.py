"""One row of indikator_raekke, with the column order of the contract's section 3."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tests.oracle.kalender import Periode
from tests.oracle.register import Holder

PLAN_ID = "slagelse_2021_2023"

OPFYLDT, IKKE_OPFYLDT, UNDTAGET, AFVENTER = "opfyldt", "ikke_opfyldt", "undtaget", "afventer"
FOR_SENT, MANGLER, INDHOLD = "for_sent", "mangler", "indhold"


@dataclass(frozen=True)
class Enhedsraekke:
    """One measured unit in one period.

    `team_id` is the team the results count the unit under; `vis_team` is false for the survey, whose
    rows 'carry no team'.
    """

    indikator_id: str
    kilde: str
    periode: Periode
    enhed_id: str
    sag_id: str | None
    team_id: str
    raadgiver_id: str | None
    team_siden: date | None
    startdato: date | None
    referencedato: date
    frist_dato: date | None
    haendelsesdato: date | None
    udfald: str
    aarsag: str | None
    vis_team: bool = True

    def som_dict(self) -> dict[str, object]:
        """The row as indikator_raekke shows it."""
        return {
            "plan_id": PLAN_ID,
            "indikator_id": self.indikator_id,
            "kilde": self.kilde,
            "periodetype": self.periode.periodetype,
            "periode": self.periode.periode,
            "enhed_id": self.enhed_id,
            "sag_id": self.sag_id,
            "team_id": self.team_id if self.vis_team else None,
            "raadgiver_id": self.raadgiver_id,
            "team_siden": self.team_siden,
            "startdato": self.startdato,
            "referencedato": self.referencedato,
            "frist_dato": self.frist_dato,
            "haendelsesdato": self.haendelsesdato,
            "udfald": self.udfald,
            "aarsag": self.aarsag,
        }


@dataclass(frozen=True)
class Dom:
    """What became of one unit in one period; `aarsag` only at ikke_opfyldt."""

    udfald: str
    aarsag: str | None = None


def ja_ellers(opfyldt: bool, aarsag: str) -> Dom:
    """opfyldt, or ikke_opfyldt for the reason given."""
    return Dom(OPFYLDT) if opfyldt else Dom(IKKE_OPFYLDT, aarsag)


def lav_raekke(
    indikator_id: str,
    kilde: str,
    periode: Periode,
    enhed_id: str,
    sag_id: str | None,
    holder: Holder,
    referencedato: date,
    dom: Dom,
    *,
    startdato: date | None = None,
    frist_dato: date | None = None,
    haendelsesdato: date | None = None,
    vis_team: bool = True,
) -> Enhedsraekke:
    """Put a judgement, its days and who answers for it into one row."""
    return Enhedsraekke(
        indikator_id,
        kilde,
        periode,
        enhed_id,
        sag_id,
        holder.team_id,
        holder.raadgiver_id,
        holder.siden,
        startdato,
        referencedato,
        frist_dato,
        haendelsesdato,
        dom.udfald,
        dom.aarsag,
        vis_team,
    )
