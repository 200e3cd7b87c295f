"""From an extract's raw text to typed columns, by SQL macros (`sql/typed/typer.sql`)."""

from __future__ import annotations

from collections.abc import Collection

from pipeline.database import Database, Relation, Udtryk, citat, felt, kald, konstant
from pipeline.definitions.extract_models import HAR_KLOKKESLAET, Extract, Kolonne
from pipeline.intake.lookups import Opslag, opslaaede

LINJE = "linje"
TYPEDE = "typede"
"""The working table of one extract's typed rows."""


def vis_raekker(database: Database, extract: Extract, fundet: Collection[str]) -> None:
    """Name `raekke` the file's rows but duplicates: every column of the extract as text.

    A column that is not among `fundet` is missing throughout.
    """
    forbindelse = database.forbindelse
    dubletter = forbindelse.table("dublet").project(felt(LINJE).alias("dublet"))
    raa = forbindelse.table(f"raa.{citat(extract.extract)}")
    raekker = raa.join(dubletter, felt(LINJE) == felt("dublet"), how="anti")
    udvalg = [(felt(navn) if navn in fundet else _tom()).alias(navn) for navn in extract.kolonner]
    forbindelse.register("raekke", raekker.project(felt(LINJE), *udvalg))


def typede(database: Database, opslag: Opslag) -> Relation:
    """The rows of `raekke`: `linje` and every column as its type."""
    udvalg: list[Udtryk] = [felt(LINJE)]
    for navn, kolonne in opslag.extract.kolonner.items():
        udvalg += _typet(navn, kolonne, opslag.tekst(navn))
    return opslaaede(database, opslag).project(*udvalg)


def ingen(database: Database, extract: Extract) -> Relation:
    """Every typed column, and no rows."""
    udvalg = [udtryk for navn, k in extract.kolonner.items() for udtryk in _typet(navn, k, _tom())]
    return database.forbindelse.table("dublet").filter(konstant(False)).project(*udvalg)


def som_type(kolonne: Kolonne, tekst: Udtryk) -> Udtryk:
    """The text as the column's type; null when it does not parse."""
    if kolonne.type == "kode":
        return kald("som_tal" if kolonne.som_tal else "som_tekst", tekst)
    return kald(f"som_{kolonne.type}", tekst)


def _typet(navn: str, kolonne: Kolonne, tekst: Udtryk) -> list[Udtryk]:
    """The typed column; for a timestamp also whether its clock is known."""
    typet = [som_type(kolonne, tekst).alias(navn)]
    if kolonne.type == "tidspunkt":
        typet.append(kald("har_klokkeslaet", tekst).alias(navn + HAR_KLOKKESLAET))
    return typet


def _tom() -> Udtryk:
    return konstant(None).cast("VARCHAR")
