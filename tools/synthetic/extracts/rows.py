"""Activities and follow-ups before they are rows of a table, and the codes they carry."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tools.synthetic.craft.arrays import MISSING, Ints

TYPES = ("moede", "vurdering", "kontakt", "dokument", "sparring")
MOEDE, VURDERING, KONTAKT, DOKUMENT, SPARRING = range(5)
UNDERTYPER = (
    "netvaerksmoede", "familieraadslagning", "foreloebig_vurdering", "bekymringsgrundlag", "genogram",
    "netvaerkskort", "netvaerkscirkel", "sagsgennemgang", "sagssparring", "ledersparring",
    "kollegial_sparring", "supervision", "hjemmebesoeg",
)  # fmt: skip
FORMER = ("moede", "telefon", "besoeg", "administrativ", "udeblevet")
VED_MOEDE, TELEFON, BESOEG, ADMINISTRATIV, UDEBLEVET = range(5)


@dataclass(frozen=True)
class Activities:
    """One entry per row to be; `raadgiver` is set where `sag` is MISSING, else the holder did it."""

    sag: Ints
    day: Ints
    type: Ints
    undertype: Ints
    raadgiver: Ints


def activities(sag: Ints, days: Ints, type_: int, undertype: str) -> Activities:
    """Activities of one kind."""
    same = np.full(len(sag), UNDERTYPER.index(undertype), dtype=np.int64)
    none = np.full(len(sag), MISSING, dtype=np.int64)
    return Activities(sag, days, np.full(len(sag), type_, dtype=np.int64), same, none)


@dataclass(frozen=True)
class FollowUps:
    """One entry per row to be; `indsats` is MISSING where it concerns every measure of the case."""

    sag: Ints
    indsats: Ints
    day: Ints
    form: Ints
    tilsyn: Ints


def follow_ups(sag: Ints, indsats: Ints, days: Ints, form: int, tilsyn: Ints) -> FollowUps:
    """Follow-ups of one form."""
    return FollowUps(sag, indsats, days, np.full(len(sag), form, dtype=np.int64), tilsyn.astype(np.int64))
