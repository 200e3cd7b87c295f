"""What the leaders' reading of cases said, as frozen facts: of one plan, by round, question and team.

The figures are the published tables'; objects, forms that are out and themes chosen come from the store.
Nothing of a reader is here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, TypeVar

from pipeline.base.database import Database

_T = TypeVar("_T")


@dataclass(frozen=True)
class Round:
    """One round drawn: `udvaelgelse` tilfaeldig, kriterier or alle; `enhed` genstand or raadgiver.

    The frame reaches from `fra_dato` to `til_dato`; `udtraeksdato` is the delivery's it was drawn from,
    `senest_laest` the day of its last answer.
    """

    traekning_id: str
    tema_id: str
    periode: str
    nr: int
    udvaelgelse: str
    enhed: str
    fra_dato: date
    til_dato: date
    udtraeksdato: date
    senest_laest: date | None


@dataclass(frozen=True)
class Coverage:
    """How much of a round came back, of a team or of all: drawn = read + eliminated + missing.

    Read is what every question is answered of; `paabegyndt` of the missing have an answer.
    """

    traekning_id: str
    team_id: str
    genstand_type: str
    ramme: int
    trukket: int
    laest: int
    udgaaet: int
    paabegyndt: int
    raadgivere: int
    raadgivere_laest: int

    @property
    def missing(self) -> int:
        """Objects that some question is still to be answered of."""
        return self.trukket - self.laest - self.udgaaet


@dataclass(frozen=True)
class Answers:
    """The answers to one question in one round; columns as in `tilsyn_svar`."""

    traekning_id: str
    maalepunkt_id: str
    team_id: str
    ja: int
    delvist: int
    nej: int
    ikke_relevant: int
    kan_ikke_ses: int
    medarbejdere: int
    medarbejdere_ja: int
    ramme: int
    grundlag: str
    andel: float | None
    ki_nedre: float | None
    ki_oevre: float | None

    @property
    def read(self) -> int:
        """The relevant objects that were read."""
        return self.ja + self.delvist + self.nej + self.kan_ikke_ses


@dataclass(frozen=True)
class Readers:
    """How far two readers agreed on one question in the last twelve months."""

    maalepunkt_id: str
    laest_to_gange: int
    enige: int
    enighed: float
    ac1: float


@dataclass(frozen=True)
class AgainstRegister:
    """One question's objects both read and judged by the register; columns as in `tilsyn_mod_register`."""

    traekning_id: str
    maalepunkt_id: str
    team_id: str
    begge_ja: int
    begge_nej: int
    kun_register: int
    kun_laesning: int
    register_andel: float | None = None
    rettet_andel: float | None = None
    rettet_nedre: float | None = None
    rettet_oevre: float | None = None
    ikke_registreret: float | None = None
    ikke_gjort: float | None = None
    ikke_fundet: float | None = None

    @property
    def compared(self) -> int:
        """Objects with a word of both."""
        return self.begge_ja + self.begge_nej + self.differing

    @property
    def differing(self) -> int:
        """Objects where the two say otherwise."""
        return self.kun_register + self.kun_laesning


@dataclass(frozen=True)
class Difference:
    """One object where the reading saw otherwise than the register says (`register_ja`)."""

    traekning_id: str
    maalepunkt_id: str
    genstand_type: str
    genstand_id: str
    sag_id: str
    team_id: str
    raadgiver_id: str | None
    register_ja: bool
    svar: str

    @property
    def enhed_id(self) -> str:
        """The object as the register names the unit."""
        return self.genstand_id


@dataclass(frozen=True)
class Doubt:
    """One object and question that two readers answered otherwise."""

    traekning_id: str
    maalepunkt_id: str
    genstand_type: str
    genstand_id: str
    sag_id: str
    foerste: str
    anden: str


@dataclass(frozen=True)
class Missing:
    """Objects of a round that a team's leader has not read through, `dage` after the delivery's day."""

    traekning_id: str
    team_id: str
    antal: int
    dage: int


@dataclass(frozen=True)
class Followed:
    """What the leaders' meeting on a period chose as a theme: an indicator, or a question that is none's."""

    indikator_id: str
    periode: str


@dataclass(frozen=True)
class Reading:
    """All of it; empty where the plan has no reading, or the workspace no store."""

    rounds: tuple[Round, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    answers: tuple[Answers, ...] = ()
    readers: tuple[Readers, ...] = ()
    register: tuple[AgainstRegister, ...] = ()
    differences: tuple[Difference, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    missing: tuple[Missing, ...] = ()
    followed: tuple[Followed, ...] = ()


_TABLES: Mapping[str, tuple[str, Callable[..., Any]]] = {
    "rounds": ("laesning_runder", Round),
    "coverage": ("laesning_daekning", Coverage),
    "answers": ("laesning_svar", Answers),
    "readers": ("laesning_enighed", Readers),
    "register": ("laesning_register", AgainstRegister),
    "differences": ("laesning_forskelle", Difference),
    "doubts": ("laesning_uenige", Doubt),
    "missing": ("laesning_mangler", Missing),
    "followed": ("laesning_temaer", Followed),
}
"""Each part with the file that reads it and what its rows are."""


def fetch_reading(database: Database, opgjort_pr: date) -> dict[str, Reading]:
    """What the reading said by a day, by plan; the store is attached as `gennemgang`."""
    for file in ("svar_i_kraft", "registerets_ord", "genstand_status"):
        database.run_file("review", file, opgjort_pr=opgjort_pr)
    found: dict[str, dict[str, tuple[Any, ...]]] = {}
    for part, (file, type_) in _TABLES.items():
        rows = database.rows("reports", file, dag=opgjort_pr)
        for plan_id in dict.fromkeys(row["plan_id"] for row in rows):
            found.setdefault(plan_id, {})[part] = _all(type_, (r for r in rows if r["plan_id"] == plan_id))
    return {plan_id: Reading(**parts) for plan_id, parts in found.items()}


def _all(type_: Callable[..., _T], rows: Iterable[Mapping[str, Any]]) -> tuple[_T, ...]:
    names = [f.name for f in fields(type_)]  # type: ignore[arg-type]
    return tuple(type_(**{name: row[name] for name in names}) for row in rows)
