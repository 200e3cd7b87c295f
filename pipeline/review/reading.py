"""What the reading says: the answers of each round, how far two readers agree, and what the register says.

The published tables `tilsyn_svar`, `tilsyn_enighed` and `tilsyn_mod_register`: no free text, no reader, and
nothing of a caseworker alone. How far the answers speak for the frame is decided here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any, TypeAlias

from pipeline.base.database import Database
from pipeline.review.agreement import agreement
from pipeline.review.intervals import limits_in_percent
from pipeline.review.store import NAME
from pipeline.review.weighted import Stratum, register_corrected, weighted_share

ALL = "ALLE"
"""All teams together; also, in a round's place, the rounds of the last twelve months together."""
ANSWERS = ("ja", "delvist", "nej", "ikke_relevant", "kan_ikke_ses")
"""What every question can be answered with."""

Row: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True)
class Spoken:
    """How far some answers speak for the frame they were drawn from; percents are None where they do not.

    `grundlag`: `genstande` (objects by lot), `alle` (every object of the frame), `vejet` (a lot per
    caseworker, each weighing as many objects as they have), `medarbejdere` (that lot, too thin for any
    share of objects), `udvalgt` (picked by criteria), `skaev` (a lot that fell unevenly on the teams).
    """

    grundlag: str
    andel: float | None = None
    ki_nedre: float | None = None
    ki_oevre: float | None = None


def write_reading(database: Database, opgjort_pr: date) -> None:
    """Make the tables of what the reading says in `ud`, and fill them where a store is attached.

    `ud` holds the plans of the run and the judged rows.
    """
    with database.using("ud"):
        database.run_file("review", "laesning_tabeller")
        if database.has(NAME):
            _fill(database, opgjort_pr)


def _fill(database: Database, opgjort_pr: date) -> None:
    database.run_file("review", "svar_i_kraft", opgjort_pr=opgjort_pr)
    database.run_file("review", "registerets_ord")
    for table, rows in (
        ("tilsyn_svar", _answers(database.rows("review", "svar_strata"))),
        ("tilsyn_enighed", _agreements(database.rows("review", "svar_par", opgjort_pr=opgjort_pr))),
        ("tilsyn_mod_register", _against_register(database.rows("review", "mod_register"))),
    ):
        database.insert(table, list(rows))


# answers ---------------------------------------------------------------------------------------------

_ROUND_AND_QUESTION = ("plan_id", "traekning_id", "tema_id", "periode", "maalepunkt_id")


def _answers(strata: Iterable[Row]) -> Iterator[Row]:
    """A row per round, question and team with an answer, and one for them all."""
    for _, asked in groupby(strata, itemgetter(*_ROUND_AND_QUESTION)):
        rows = list(asked)
        for team_id, own in _teams(rows):
            if any(_read(row) or row["ikke_relevant"] for row in own):
                yield _told(team_id, own)


def _teams(rows: Sequence[Row]) -> Iterator[tuple[str, Sequence[Row]]]:
    yield ALL, rows
    for team_id, own in groupby(rows, itemgetter("team_id")):
        yield str(team_id), list(own)


def _told(team_id: str, rows: Sequence[Row]) -> Row:
    first = rows[0]
    counted = {answer: sum(row[answer] for row in rows) for answer in ANSWERS}
    asked = sum(row["medarbejdere"] for row in rows)
    return {
        **{name: first[name] for name in _ROUND_AND_QUESTION},
        "team_id": team_id,
        **counted,
        "medarbejdere": asked,
        "medarbejdere_ja": asked - sum(row["medarbejdere_nej"] for row in rows),
        "ramme": sum(row["ramme"] for row in rows),
        **vars(_spoken(rows)),
    }


def _stratum(row: Row) -> Stratum:
    """A stratum less what was found not to be relevant.

    How many of the rest are relevant nobody knows; as many as can be gives the widest interval.
    """
    return Stratum(row["ramme"] - row["ikke_relevant"], _read(row), row["ja"])


def _read(row: Row) -> int:
    """The relevant objects that were read: what could not be seen was not as it should be."""
    return int(row["ja"] + row["delvist"] + row["nej"] + row["kan_ikke_ses"])


def _spoken(rows: Sequence[Row]) -> Spoken:
    """How far the answers of these strata speak for their frame."""
    udvaelgelse, by_caseworker = rows[0]["udvaelgelse"], rows[0]["enhed"] == "raadgiver"
    strata = [_stratum(row) for row in rows]
    frame, read, yes = (sum(part) for part in zip(*((s.frame, s.read, s.yes) for s in strata), strict=True))
    if udvaelgelse == "kriterier":
        return Spoken("udvalgt")
    if udvaelgelse == "tilfaeldig" and (by_caseworker or not _evenly(rows)):
        found = weighted_share(strata)
        thin = "medarbejdere" if by_caseworker else "skaev"
        return Spoken("vejet", found.share, found.lower, found.upper) if found else Spoken(thin)
    grundlag = "alle" if udvaelgelse == "alle" else "genstande"
    if not read or (grundlag == "alle" and read < frame):  # what is still to be read was not left by lot
        return Spoken(grundlag)
    return Spoken(grundlag, 100 * yes / read, *limits_in_percent(yes, read, frame))


def _evenly(rows: Sequence[Row]) -> bool:
    """Whether each stratum was drawn from as its size says, but for rounding: then chances are equal."""
    frame, drawn = sum(row["ramme"] for row in rows), sum(row["trukket"] for row in rows)
    return all(abs(row["trukket"] - drawn * row["ramme"] / frame) <= 1 for row in rows)


# two readers -----------------------------------------------------------------------------------------


def _agreements(pairs: Iterable[Row]) -> Iterator[Row]:
    """A row per question and round read twice, and one per question for the last twelve months."""
    for (plan_id, maalepunkt_id), own in groupby(pairs, itemgetter("plan_id", "maalepunkt_id")):
        rows = list(own)
        rounds = [(str(id_), list(part)) for id_, part in groupby(rows, itemgetter("traekning_id"))]
        for traekning_id, part in [*rounds, (ALL, [row for row in rows if row["seneste_aar"]])]:
            found = agreement([(row["foerste"], row["anden"]) for row in part], ANSWERS)
            if found.pairs:
                yield {
                    "plan_id": plan_id,
                    "maalepunkt_id": maalepunkt_id,
                    "traekning_id": traekning_id,
                    "laest_to_gange": found.pairs,
                    "enige": found.alike,
                    "enighed": found.percent,
                    "ac1": found.ac1,
                }


# the register ----------------------------------------------------------------------------------------

_COUNTED = ("begge_ja", "begge_nej", "kun_register", "kun_laesning", "ramme_ja", "ramme_nej")


def _against_register(rows: Iterable[Row]) -> Iterator[Row]:
    """A row per round, question and team with an object both read and judged, and one for them all."""
    for _, asked in groupby(rows, itemgetter("plan_id", "traekning_id", "maalepunkt_id")):
        for team_id, own in _teams(list(asked)):
            counted = {name: sum(row[name] for row in own) for name in _COUNTED}
            if sum(counted[name] for name in _COUNTED[:4]):
                names = ("plan_id", "traekning_id", "periode", "maalepunkt_id")
                yield {
                    **{name: own[0][name] for name in names},
                    "team_id": team_id,
                    **counted,
                    **_corrected(own[0], counted),
                }


def _corrected(round_: Row, counted: Mapping[str, int]) -> Row:
    """The register put right, where the objects read were drawn by lot: nobody else's speak for the rest."""
    both, neither, register, reading, met, missed = (counted[name] for name in _COUNTED)
    strata = Stratum(met, both + register, both), Stratum(missed, neither + reading, reading)
    by_lot = round_["udvaelgelse"] == "tilfaeldig" and round_["enhed"] == "genstand"
    all_read = all(one.read == one.frame for one in strata)
    found = register_corrected(*strata) if by_lot or all_read else None
    return {
        "register_andel": found.register if found else None,
        "rettet_andel": found.corrected.share if found else None,
        "rettet_nedre": found.corrected.lower if found else None,
        "rettet_oevre": found.corrected.upper if found else None,
        "ikke_registreret": found.not_registered if found else None,
        "ikke_gjort": found.not_done if found else None,
        "ikke_fundet": found.not_found if found else None,
    }
