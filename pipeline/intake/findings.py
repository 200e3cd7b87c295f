"""What is wrong with rows beyond their single values: keys, references, and rules between columns.

Columns come from the expectations, so each rule first puts the columns it needs under fixed names; what
is then asked of them stands in one SQL file per rule.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.database import Database, Relation, Udtryk, citat, felt, kald, konstant
from pipeline.definitions.extracts import HAR_KLOKKESLAET, Alvor, Extract, Henvisning
from pipeline.intake.csv_lines import FELTSKEL
from pipeline.intake.typed import LINJE

TYPEDE = "typede"
"""The working table of one extract's typed rows."""


def find_alt(database: Database, extract: Extract, udtraeksdato: object) -> None:
    """Put every fault and warning of the rows in `typede` into `fund`, and who falls in `i_karantaene`."""
    forbindelse = database.forbindelse
    _afviste_vaerdier(database)
    database.koer_fil("intake", "misshapen")
    forbindelse.register("raekkenoegle", _noegler(forbindelse.table(TYPEDE), extract))
    database.koer_fil("intake", "conflicting_keys", kolonne=", ".join(extract.noegle))
    for navn, kolonne in extract.kolonner.items():
        if kolonne.henviser and kolonne.henviser.ukendt in {"karantaene", "advarsel"}:
            _henvisning(database, navn, kolonne.henviser)
    _regler(database, extract, udtraeksdato)
    database.koer_fil("intake", "quarantined")


def husk_noegler(database: Database, extract: Extract) -> None:
    """Let later extracts refer to this one's keys."""
    if len(extract.noegle) == 1:
        database.koer_fil("intake", "keys", extract=extract.extract)


def _afviste_vaerdier(database: Database) -> None:
    raekker = database.forbindelse.table("raekke")
    for (navn,) in database.koer("select distinct kolonne from afvist order by all").fetchall():
        database.forbindelse.register("felt", raekker.project(felt(LINJE), felt(navn).alias("raa")))
        database.koer_fil("intake", "refused", kolonne=navn)


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


def _regler(database: Database, extract: Extract, udtraeksdato: object) -> None:
    """Rules between the columns of one row, all in one pass."""
    samlet: Relation | None = None
    raekker = database.forbindelse.table(TYPEDE)
    fund = [
        *_for_tidlige_slut(extract, raekker),
        *_krav(extract, raekker, database),
        *_efter_leverancen(extract, raekker, udtraeksdato),
        *_kun_dag(extract, raekker),
        *_for_tidlige_gerninger(extract, raekker, database),
        *_begge(extract, raekker),
    ]
    for del_ in fund:
        samlet = samlet.union(del_) if samlet else del_
    if samlet:
        samlet.insert_into("fund")


def _fund(raekker: Relation, kolonne: str, alvor: Alvor, aarsag: str) -> Relation:
    """The rows as rows of `fund`."""
    faste = [konstant(kolonne), konstant(alvor), konstant(aarsag), konstant(True)]
    return raekker.project(felt(LINJE), *faste)


def _paa_klokken(extract: Extract, navn: str) -> Udtryk:
    er_tidspunkt = extract.kolonner[navn].type == "tidspunkt"
    return felt(navn + HAR_KLOKKESLAET) if er_tidspunkt else konstant(False)


def _for_tidlige_slut(extract: Extract, raekker: Relation) -> Iterator[Relation]:
    for orden in extract.tidsorden:
        foer = kald(
            "foer",
            felt(orden.sidst),
            _paa_klokken(extract, orden.sidst),
            felt(orden.foerst),
            _paa_klokken(extract, orden.foerst),
        )
        yield _fund(raekker.filter(foer), orden.sidst, "karantaene", f"Datoen ligger før {orden.foerst}")


def _krav(extract: Extract, raekker: Relation, database: Database) -> Iterator[Relation]:
    """A value that is there but was refused is no missing value: its own fault says enough."""
    fundne = database.forbindelse.table("fund").project(felt(LINJE).alias("l"), felt("kolonne").alias("k"))
    for krav in extract.kraever:
        mangler = raekker
        for navn, koder in krav.naar.items():
            mangler = mangler.filter(felt(navn).isin(*(konstant(kode) for kode in koder)))
        for navn in krav.en_af:
            mangler = mangler.filter(felt(navn).isnull())
        sagt = fundne.filter(felt("k").isin(*(konstant(navn) for navn in krav.en_af)))
        mangler = mangler.join(sagt, felt(LINJE) == felt("l"), how="anti")
        yield _fund(mangler, ", ".join(krav.en_af), krav.alvor, krav.aarsag)


def _efter_leverancen(extract: Extract, raekker: Relation, udtraeksdato: object) -> Iterator[Relation]:
    for navn, kolonne in extract.kolonner.items():
        if kolonne.haendelse:
            senere = raekker.filter(felt(navn).cast("DATE") > konstant(udtraeksdato))
            yield _fund(senere, navn, "advarsel", "Datoen ligger efter leverancens dato")


def _kun_dag(extract: Extract, raekker: Relation) -> Iterator[Relation]:
    for navn, kolonne in extract.kolonner.items():
        if kolonne.type == "tidspunkt":
            uden = raekker.filter(felt(navn + HAR_KLOKKESLAET) == konstant(False))
            yield _fund(uden, navn, "advarsel", "Klokkeslættet mangler, så kun dagen er kendt")


def _for_tidlige_gerninger(extract: Extract, raekker: Relation, database: Database) -> Iterator[Relation]:
    for gerning in extract.gerninger:
        navn = gerning.gerning
        grundlag, begyndt, paa_klokken = raekker, [], konstant(False)
        for sti in gerning.begyndt:
            via, _, kolonne = sti.rpartition(".")
            if via:
                grundlag = _med_henvist(extract, grundlag, via, kolonne, database)
            begyndt.append(felt(f"{via}·{kolonne}" if via else kolonne))
        if len(gerning.begyndt) == 1 and "." not in gerning.begyndt[0]:
            paa_klokken = _paa_klokken(extract, gerning.begyndt[0])
        foer = kald("foer", felt(navn), _paa_klokken(extract, navn), foerste(begyndt), paa_klokken)
        aarsag = f"Datoen ligger før {gerning.begyndt[0].rpartition('.')[2]}"
        yield _fund(grundlag.filter(foer), navn, "advarsel", aarsag)


def _med_henvist(extract: Extract, raekker: Relation, via: str, kolonne: str, database: Database) -> Relation:
    """The rows with one column of the row that `via` refers to."""
    henvisning = extract.kolonner[via].henviser
    assert henvisning is not None  # noqa: S101 - checked when the expectations were read
    andre = database.forbindelse.table(f"data.{citat(henvisning.extract)}")
    andre = andre.project(felt(henvisning.kolonne).alias(f"{via}·"), felt(kolonne).alias(f"{via}·{kolonne}"))
    return raekker.join(andre, felt(via) == felt(f"{via}·"), how="left")


def foerste(udtryk: list[Udtryk]) -> Udtryk:
    """The first of them that is filled."""
    valgt = udtryk[-1]
    for tidligere in reversed(udtryk[:-1]):
        valgt = kald("ifnull", tidligere, valgt)
    return valgt


def _begge(extract: Extract, raekker: Relation) -> Iterator[Relation]:
    for begge in extract.ikke_begge:
        en, anden = begge.kolonner
        fyldte = raekker.filter(felt(en).isnotnull()).filter(felt(anden).isnotnull())
        yield _fund(fyldte, ", ".join(begge.kolonner), "advarsel", begge.aarsag)
