"""The oracle: the contract's section 2 computed a second time, slowly and literally, in plain Python.

Written from the contract's words alone, without a look at the SQL, so that the two can confirm each
other cell by cell. It knows no cleverness: it loops over units and periods, and each small function
quotes the words it obeys. Only the standard library is used.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tests.oracle import beholdning, frist, haendelse, svar
from tests.oracle.fristliste import fristliste
from tests.oracle.kalender import perioder, rapporteret_opgjort_pr
from tests.oracle.register import Register
from tests.oracle.resultat import Milepael, resultater

__all__ = ["HOVEDKILDER", "Milepael", "Oracle", "opgoer"]

HOVEDKILDER: dict[str, str] = (
    dict.fromkeys([*frist.FRISTER, *haendelse.HAENDELSER, "7.5", "7.7", "7.11"], "dubu")
    | {"4.3": "sofus"}
    | dict.fromkeys(svar.TILSYN, "tilsyn")
    | dict.fromkeys(svar.SPOERGSMAAL, "spoergeskema")
)
"""Each indicator's main source: 'dubu, unless it reads ventetider, tilsynssvar or spoergeskemasvar'."""


@dataclass(frozen=True)
class Oracle:
    """The three computed tables, rows in no particular order; values are not rounded."""

    raekker: list[dict[str, object]]
    resultater: list[dict[str, object]]
    fristliste: list[dict[str, object]]


def opgoer(
    extracts: dict[str, list[dict[str, object]]],
    udtraeksdato: date,
    rapporteret: str,
    milepaele: list[Milepael],
) -> Oracle:
    """Compute indikator_raekke, indikator_resultat and fristliste for one delivery.

    `extracts` holds typed accepted rows by extract name (a missing optional extract may be absent),
    timestamps with a companion `<column>_har_klokkeslaet`; `rapporteret` is `2021-04` or `2021-K2`;
    `milepaele` are (indikator_id, dato, procent, vedtaget).
    Raises ValueError when the reported period begins after the delivery.
    """
    register = Register(extracts)
    alle_perioder = perioder(rapporteret, udtraeksdato)
    raekker = [
        *frist.raekker(register, alle_perioder),
        *haendelse.raekker(register, alle_perioder),
        *beholdning.raekker(register, alle_perioder),
        *svar.tilsynsraekker(register, alle_perioder, set(HOVEDKILDER)),
        *svar.spoergeskemaraekker(register, alle_perioder),
    ]
    return Oracle(
        [r.som_dict() for r in raekker],
        list(resultater(register, alle_perioder, raekker, HOVEDKILDER, milepaele)),
        list(fristliste(register, rapporteret_opgjort_pr(rapporteret, udtraeksdato))),
    )
