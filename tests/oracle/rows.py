"""One row of indikator_raekke, with the column order of the contract's section 3."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from tests.oracle.register import Holder

OPFYLDT, IKKE_OPFYLDT, UNDTAGET, AFVENTER = "opfyldt", "ikke_opfyldt", "undtaget", "afventer"
OPGJORT = "opgjort"
FOR_SENT, MANGLER, INDHOLD = "for_sent", "mangler", "indhold"

Number = int | Decimal | Fraction


@dataclass(frozen=True)
class Verdict:
    """What became of one unit; `aarsag` only at ikke_opfyldt, a value or a category only at opgjort."""

    udfald: str
    aarsag: str | None = None
    vaerdi: Number | None = None
    kategori: str | None = None


def yes_or(met: bool, aarsag: str) -> Verdict:
    """opfyldt, or ikke_opfyldt for the reason given."""
    return Verdict(OPFYLDT) if met else Verdict(IKKE_OPFYLDT, aarsag)


def yes_no(value: object) -> Verdict:
    """A bool: missing 'is not documented', no is 'documented, but not what is required'."""
    return yes_or(value is True, MANGLER if value is None else INDHOLD)


def among(value: object, good: tuple[object, ...]) -> Verdict:
    """A value that is one of the good ones; none is 'not documented', another is not what is required."""
    return yes_or(value in good, MANGLER if value is None else INDHOLD)


def measured(value: Number) -> Verdict:
    """A unit that carries a number."""
    return Verdict(OPGJORT, vaerdi=value)


def placed(kategori: str) -> Verdict:
    """A unit that carries a category."""
    return Verdict(OPGJORT, kategori=kategori)


COUNTED = Verdict(OPGJORT, vaerdi=1)
"""'vaerdi is 1 for antal and rate'."""


@dataclass(frozen=True)
class Judged:
    """One unit in one month, before it is known which plan asks.

    `at_end` is true of what is 'afventer and stock', which counts only at the end of a longer period.
    """

    enhed_id: str
    sag_id: str | None
    holder: Holder
    verdict: Verdict
    referencedato: date
    startdato: date | None = None
    frist_dato: date | None = None
    haendelsesdato: date | None = None
    gruppe: str | None = None
    at_end: bool = False


@dataclass(frozen=True)
class Row:
    """One measured unit of one indicator of one plan in one month."""

    plan_id: str
    indikator_id: str
    kilde: str
    month: str
    judged: Judged
    gruppe: str | None

    @property
    def team_id(self) -> str:
        """The team the results count the unit under."""
        return self.judged.holder.team_id

    @property
    def udfald(self) -> str:
        """The unit's outcome."""
        return self.judged.verdict.udfald

    def as_dict(self) -> dict[str, object]:
        """The row as indikator_raekke shows it; 'rows of kilde spoergeskema carry no team'."""
        j = self.judged
        number = j.verdict.vaerdi
        return {
            "plan_id": self.plan_id,
            "indikator_id": self.indikator_id,
            "kilde": self.kilde,
            "periodetype": "maaned",
            "periode": self.month,
            "enhed_id": j.enhed_id,
            "sag_id": j.sag_id,
            "team_id": None if self.kilde == "spoergeskema" else self.team_id,
            "raadgiver_id": j.holder.raadgiver_id,
            "team_siden": j.holder.since,
            "startdato": j.startdato,
            "referencedato": j.referencedato,
            "frist_dato": j.frist_dato,
            "haendelsesdato": j.haendelsesdato,
            "udfald": self.udfald,
            "aarsag": j.verdict.aarsag,
            "vaerdi": None if number is None else float(number),
            "kategori": j.verdict.kategori,
            "gruppe": self.gruppe,
        }
