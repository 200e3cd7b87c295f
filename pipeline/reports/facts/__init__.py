"""What the reports read: one query per table for all teams at once, as frozen facts.

Nothing is worded, rounded or judged here; `Grundlag` only makes the rows easy to look up.
"""

from pipeline.reports.facts.grundlag import ALLE, UKENDT, Grundlag, efter, rullende_til
from pipeline.reports.facts.read import hent_grundlag
from pipeline.reports.facts.rows import (
    Aktivitetsstatus,
    Frist,
    Fund,
    Hold,
    Kommentar,
    Mangel,
    Opgoerelse,
    Resultat,
    Revision,
    Sagstal,
    Svar,
    Trin,
)

__all__ = [
    "ALLE",
    "UKENDT",
    "Aktivitetsstatus",
    "Frist",
    "Fund",
    "Grundlag",
    "Hold",
    "Kommentar",
    "Mangel",
    "Opgoerelse",
    "Resultat",
    "Revision",
    "Sagstal",
    "Svar",
    "Trin",
    "efter",
    "hent_grundlag",
    "rullende_til",
]
