"""What is wrong with rows: refused values, keys, references, and rules between columns (row_rules.py).

Columns come from the expectations, so each rule first puts the columns it needs under fixed names; what
is then asked of them stands in one SQL file per rule.
"""

from __future__ import annotations

from datetime import date

from pipeline.database import Database, Relation, citat, felt, kald, konstant
from pipeline.definitions.extract_models import Extract, Henvisning
from pipeline.intake.csv_lines import FELTSKEL
from pipeline.intake.row_rules import find_brud
from pipeline.intake.typed import LINJE, TYPEDE


def find_alt(database: Database, extract: Extract, udtraeksdato: date) -> None:
    """Put every fault and warning of the rows in `typede` into `fund`, and who falls in `i_karantaene`."""
    forbindelse = database.forbindelse
    _afviste_vaerdier(database)
    database.koer_fil("intake", "misshapen")
    forbindelse.register("raekkenoegle", _noegler(forbindelse.table(TYPEDE), extract))
    noegle = ", ".join(extract.noegle)
    database.koer_fil("intake", "conflicting_keys", kolonne=noegle)
    if extract.stop_ved_karantaene:
        database.koer_fil("intake", "keys_alike", kolonne=noegle)
    for navn, kolonne in extract.kolonner.items():
        if kolonne.henviser and kolonne.henviser.ukendt in {"karantaene", "advarsel"}:
            _henvisning(database, navn, kolonne.henviser)
    find_brud(database, extract, udtraeksdato)
    database.koer_fil("intake", "quarantined")


def husk_noegler(database: Database, extract: Extract) -> None:
    """Let later extracts refer to this one's keys."""
    if len(extract.noegle) == 1:
        database.koer_fil("intake", "keys", extract=extract.extract)


def _afviste_vaerdier(database: Database) -> None:
    afviste = database.hent("select distinct kolonne from afvist order by all")
    if not afviste:
        return
    felter = [kald("felt", konstant(r["kolonne"]), felt(r["kolonne"])) for r in afviste]
    raekker = database.forbindelse.table("raekke")
    database.forbindelse.register(
        "mulige", raekker.project(felt(LINJE), kald("list_value", *felter).alias("felter"))
    )
    database.koer_fil("intake", "refused")


def _noegler(raekker: Relation, extract: Extract) -> Relation:
    """`linje` and the key as one text; a row with any part missing has no key."""
    dele = [felt(navn) for navn in extract.noegle]
    for del_ in dele:
        raekker = raekker.filter(del_.isnotnull())
    return raekker.project(felt(LINJE), kald("concat_ws", konstant(FELTSKEL), *dele).alias("noegle"))


def _henvisning(database: Database, navn: str, henvisning: Henvisning) -> None:
    forbindelse = database.forbindelse
    deler = felt(henvisning.deler) if henvisning.deler else konstant(None)
    raekker = forbindelse.table(TYPEDE)
    forbindelse.register(
        "henvisning", raekker.project(felt(LINJE), felt(navn).alias("noegle"), deler.alias("deler"))
    )
    database.koer_fil(
        "intake",
        "unknown_references",
        kolonne=navn,
        til=henvisning.extract,
        alvor=henvisning.ukendt,
        undtagen=list(henvisning.undtagen),
    )
    if henvisning.deler:
        henviste = forbindelse.table(f"data.{citat(henvisning.extract)}")
        forbindelse.register(
            "henvist", henviste.project(felt(henvisning.kolonne).alias("noegle"), deler.alias("deler"))
        )
        database.koer_fil(
            "intake", "other_cases", kolonne=navn, til=henvisning.extract, deler=henvisning.deler
        )
