"""Rules between the columns of one row, all of them in one pass over the rows.

Each rule is a number and a condition that holds where the rule is broken; what a broken rule means is
joined on by its number (`sql/intake/broken_rules.sql`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.database import Database, Relation, Udtryk, citat, felt, kald, konstant
from pipeline.definitions.extract_models import HAR_KLOKKESLAET, Alvor, Extract
from pipeline.intake.typed import LINJE, TYPEDE


@dataclass(frozen=True)
class Regel:
    """`brudt` holds for the rows that break the rule, but those already at fault in `springes_over`."""

    kolonne: str
    alvor: Alvor
    aarsag: str
    brudt: Udtryk
    springes_over: tuple[str, ...] = ()


def find_brud(database: Database, extract: Extract, udtraeksdato: date) -> None:
    """Put every broken rule of the rows in `typede` into `fund`."""
    regler = list(_regler(extract, udtraeksdato))
    if not regler:
        return
    numre = [kald("hvis", regel.brudt, konstant(nr)) for nr, regel in enumerate(regler)]
    brudte = kald("brudte", kald("list_value", *numre)).alias("numre")
    database.forbindelse.register("brud", _med_henviste(database, extract).project(felt(LINJE), brudte))
    database.koer_fil(
        "intake",
        "broken_rules",
        regler=[
            {
                "nr": nr,
                "kolonne": regel.kolonne,
                "alvor": regel.alvor,
                "aarsag": regel.aarsag,
                "springes_over": list(regel.springes_over),
            }
            for nr, regel in enumerate(regler)
        ],
    )


def _regler(extract: Extract, udtraeksdato: date) -> Iterator[Regel]:
    yield from _for_tidlige_slut(extract)
    yield from _krav(extract)
    yield from _efter_leverancen(extract, udtraeksdato)
    yield from _kun_dag(extract)
    yield from _for_tidlige_gerninger(extract)
    yield from _begge(extract)


def _for_tidlige_slut(extract: Extract) -> Iterator[Regel]:
    for orden in extract.tidsorden:
        brudt = _foer(extract, orden.sidst, (orden.foerst,))
        yield Regel(orden.sidst, "karantaene", f"Datoen ligger før {orden.foerst}", brudt)


def _krav(extract: Extract) -> Iterator[Regel]:
    for krav in extract.kraever:
        betingelser = [felt(navn).isnull() for navn in krav.en_af]
        betingelser += [
            felt(navn).isin(*(konstant(kode) for kode in koder)) for navn, koder in krav.naar.items()
        ]
        yield Regel(", ".join(krav.en_af), krav.alvor, krav.aarsag, _alle(betingelser), krav.en_af)


def _efter_leverancen(extract: Extract, udtraeksdato: date) -> Iterator[Regel]:
    for navn, kolonne in extract.kolonner.items():
        if kolonne.haendelse:
            brudt = felt(navn).cast("DATE") > konstant(udtraeksdato)
            yield Regel(navn, "advarsel", "Datoen ligger efter leverancens dato", brudt)


def _kun_dag(extract: Extract) -> Iterator[Regel]:
    for navn, kolonne in extract.kolonner.items():
        if kolonne.type == "tidspunkt":
            brudt = felt(navn + HAR_KLOKKESLAET) == konstant(False)
            yield Regel(navn, "advarsel", "Klokkeslættet mangler, så kun dagen er kendt", brudt)


def _for_tidlige_gerninger(extract: Extract) -> Iterator[Regel]:
    for gerning in extract.gerninger:
        brudt = _foer(extract, gerning.gerning, gerning.begyndt)
        aarsag = f"Datoen ligger før {' eller '.join(sti.rpartition('.')[2] for sti in gerning.begyndt)}"
        yield Regel(gerning.gerning, "advarsel", aarsag, brudt)


def _begge(extract: Extract) -> Iterator[Regel]:
    for begge in extract.ikke_begge:
        brudt = _alle([felt(navn).isnotnull() for navn in begge.kolonner])
        yield Regel(", ".join(begge.kolonner), "advarsel", begge.aarsag, brudt)


def _foer(extract: Extract, navn: str, andre: tuple[str, ...]) -> Udtryk:
    """Whether a column lies before the first of the others that is filled; null where either is missing."""
    *foerst, valgt = [felt(sti) for sti in andre]
    *foerst_paa_klokken, paa_klokken = [_paa_klokken(extract, sti) for sti in andre]
    for anden, klokke in zip(reversed(foerst), reversed(foerst_paa_klokken), strict=True):
        paa_klokken = kald("if", anden.isnull(), paa_klokken, klokke)
        valgt = kald("ifnull", anden, valgt)
    return kald("foer", felt(navn), _paa_klokken(extract, navn), valgt, paa_klokken)


def _paa_klokken(extract: Extract, sti: str) -> Udtryk:
    """Whether the column is known to the minute in the row."""
    kolonne = extract.kolonner.get(sti)
    return felt(sti + HAR_KLOKKESLAET) if kolonne and kolonne.type == "tidspunkt" else konstant(False)


def _alle(betingelser: list[Udtryk]) -> Udtryk:
    samlet, *resten = betingelser
    for betingelse in resten:
        samlet = samlet & betingelse
    return samlet


def _med_henviste(database: Database, extract: Extract) -> Relation:
    """The typed rows, with the columns of rows they refer to that a rule asks for."""
    raekker = database.forbindelse.table(TYPEDE)
    for sti in {sti for gerning in extract.gerninger for sti in gerning.begyndt if "." in sti}:
        via, _, navn = sti.partition(".")
        if henvisning := extract.kolonner[via].henviser:
            noegle, kolonne = felt(henvisning.kolonne).alias(f"{via}·noegle"), felt(navn).alias(sti)
            andre = database.forbindelse.table(f"data.{citat(henvisning.extract)}").project(noegle, kolonne)
            raekker = raekker.join(andre, felt(via) == felt(f"{via}·noegle"), how="left")
    return raekker
