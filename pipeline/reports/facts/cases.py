"""Rows about single cases and caseworkers, as frozen facts: for their own team's leader."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Duty:
    """What is owed to one unit by one indicator, and who answers for it."""

    plan_id: str
    indikator_id: str
    enhed_id: str
    sag_id: str | None
    team_id: str
    raadgiver_id: str | None

    @property
    def on_raadgiver(self) -> bool:
        """Whether the unit is the caseworker, or a link of the caseworker's chain (contract, section 2)."""
        who = self.raadgiver_id
        own = self.enhed_id == who or self.enhed_id.startswith(f"{who}@")
        return self.sag_id is None and who is not None and own

    @property
    def base(self) -> str:
        """What the unit hangs on: of a chain's link or of a day seen the measure, else the unit itself."""
        base, _, day = self.enhed_id.rpartition("@")
        return base if base and is_day(day) else self.enhed_id


def is_day(text: str) -> bool:
    """Whether an id's last part is a day, as in `<base>@<day>` (contract, section 2)."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


@dataclass(frozen=True)
class Shortfall(Duty):
    """One unit of the reported period that was not met; `aarsag` is for_sent, mangler or indhold.

    `overtaget_sent`: the team took the case over from another in the deadline's last fourteen days.
    `ogsaa`: ids of other plans' indicators that ask the same of the unit.
    """

    kilde: str
    frist_dato: date | None
    haendelsesdato: date | None
    referencedato: date
    aarsag: str
    overtaget_sent: bool
    ogsaa: tuple[str, ...] = ()


@dataclass(frozen=True)
class Frist(Duty):
    """One open deadline; `dage` since it passed (`overskredet`) or until it falls (`kommende`).

    `ogsaa` as in `Shortfall`.
    """

    frist_dato: date
    tilstand: str
    dage: int
    ogsaa: tuple[str, ...] = ()

    @property
    def overdue(self) -> bool:
        """Whether its day has passed."""
        return self.tilstand == "overskredet"

    def due_within(self, days: int) -> bool:
        """Whether it is still to come, in so many days at most."""
        return not self.overdue and self.dage <= days


@dataclass(frozen=True)
class Caseworker:
    """What came of a caseworker's own units in the reported period, for the team's leader alone.

    `opfyldt` of `afgjort` that could be judged; of other kinds of value the number or the category's name.
    """

    indikator_id: str
    team_id: str
    raadgiver_id: str
    opfyldt: int
    afgjort: int
    vaerdi: float | None
    kategori: str | None


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
    who stood on none, `forladt` those who stood on it and now stand on none. `mest` is the kind of measure
    there is most of on it now: a place where it is a placement, else a kategori.
    """

    trin: int
    nu: int
    foer: int
    op: int
    ned: int
    nye: int
    forladt: int
    mest: str | None
