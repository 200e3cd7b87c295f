"""What a plan has its leaders read in the cases: the questions they answer, and the themes they draw by."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, Field

from pipeline.base.errors import InternalError
from pipeline.base.strict import Strict
from pipeline.definitions.occurrences import MONTHS, Span, read_span, spans
from pipeline.definitions.plan_fields import (
    Dato,
    FileStem,
    Id,
    Number,
    Parameter,
    PeriodeName,
    Text,
    at_least_one,
)
from pipeline.definitions.sql_files import find_frame_file

ObjectType: TypeAlias = Literal[
    "sag", "underretning", "undersoegelse", "indsats", "handleplan", "opfoelgning"
]
Area: TypeAlias = Literal["visitation", "undersoegelse", "anbringelse", "andet"]


class Maalepunkt(Strict):
    """One question a leader answers about an object read, as it is worded from `gyldig_fra` to `gyldig_til`.

    One whose wording changes stands once per wording. `tema` is the heading it stands under. `genstand_type`
    is what it is asked about; `sag` is the whole case, whatever the object. `indikator` is the indicator
    the answers count in, which has the same id; null where they are read in the review's own tables alone.
    """

    id: Id
    gyldig_fra: Dato
    gyldig_til: Dato | None = None
    tema: Text
    ordlyd: Text
    vejledning: Text
    genstand_type: ObjectType
    indikator: Id | None

    def holds_on(self, day: date) -> bool:
        """Whether it is worded so on a day."""
        return self.gyldig_fra <= day and (self.gyldig_til is None or day <= self.gyldig_til)


class Tema(Strict):
    """One theme of the case review: what is drawn, how often, and what is asked.

    `genstand` names the frame, a file in `sql/review/rammer`, with its `parametre`; it reaches
    `tilbage_maaneder` months back. `enhed` raadgiver: `antal` objects (else one) of each caseworker;
    genstand: `antal` objects in all, or as many as whoever draws decides. `omraade`: only teams of it.
    `laeser` paa_tvaers: the leader of another team reads. `foerste_periode` is the first round's.
    """

    id: FileStem
    titel: Text
    planens_ordlyd: Text | None = None
    antagelse: Text | None = None
    genstand: FileStem
    parametre: dict[str, Parameter] = Field(default_factory=dict)
    maalepunkter: Annotated[tuple[Id, ...], AfterValidator(at_least_one)]
    hyppighed: Literal["maaned", "kvartal"]
    foerste_periode: PeriodeName
    enhed: Literal["genstand", "raadgiver"]
    omraade: Area | None = None
    antal: Number | None = None
    tilbage_maaneder: Number
    laeser: Literal["leder", "paa_tvaers"]

    @property
    def months(self) -> int:
        """How many months lie between two rounds."""
        return MONTHS[self.hyppighed]

    def rounds(self, until: date) -> tuple[Span, ...]:
        """The periods that have a round, from the first to the one that holds `until`."""
        return tuple(spans(self.hyppighed, read_span(self.foerste_periode).first, until))

    def frame_file(self, plan_folder: Path | None) -> Path:
        """The SQL file that yields what can be drawn.

        Raises:
            InternalError: there is none; a plan that was read from its file has been checked for it.
        """
        if found := find_frame_file(self.genstand, plan_folder):
            return found
        raise InternalError(f"sql/review/rammer/{self.genstand}.sql findes ikke")
