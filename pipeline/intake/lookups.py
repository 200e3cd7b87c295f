"""Values that stand for something: codes, folded text, a municipality's own words, perhaps unknown teams.

Each distinct value is looked up once (`kodebog`) and joined back to the rows.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from pipeline.database import Database, Relation, Udtryk, felt, kald, konstant
from pipeline.definitions.extract_models import Extract, Kolonne
from pipeline.intake.own_words import BOOL_ORD


@dataclass(frozen=True)
class Opslag:
    """The columns of an extract whose values are looked up, and what they may stand for.

    `egne` are the municipality's own values; `henviste` the keys a column with `ukendt: mangler` may
    hold; `maalepunkter` the known ones, folded.
    """

    extract: Extract
    egne: Mapping[str, Mapping[str, str]]
    henviste: Mapping[str, Collection[str]]
    maalepunkter: Collection[str]

    @cached_property
    def kolonner(self) -> dict[str, Kolonne]:
        """The columns looked up."""
        return {
            navn: kolonne
            for navn, kolonne in self.extract.kolonner.items()
            if kolonne.koder or kolonne.foldes or navn in self.egne or navn in self.henviste
        }

    def kendte(self, navn: str) -> Collection[str]:
        """The values a looked-up column may stand for; none where it may stand for any."""
        kolonne = self.extract.kolonner[navn]
        if navn in self.henviste:
            return self.henviste[navn]
        if kolonne.kendte_maalepunkter:
            return self.maalepunkter
        return kolonne.koder or kolonne.kendte

    def tekst(self, navn: str) -> Udtryk:
        """In `opslaaede`: the text of a column after looking up."""
        return felt(f"{navn}·kode") if navn in self.kolonner else felt(navn)


def slaa_op(database: Database, opslag: Opslag) -> None:
    """Fill `kodebog` from `raekke`: what each distinct value of a looked-up column stands for."""
    if not opslag.kolonner:
        return
    raekker = database.forbindelse.table("raekke")
    tekster = [kald("tekster", konstant(navn), felt(navn)) for navn in opslag.kolonner]
    samlet = raekker.aggregate([kald("list_value", *tekster).alias("kolonner")])
    database.forbindelse.register("opslag", samlet)
    database.koer_fil(
        "intake",
        "look_up",
        kolonner=[
            {"kolonne": n, "foldes": bool(k.koder) or k.gemmes_foldet} for n, k in opslag.kolonner.items()
        ],
        koder=[
            {"kolonne": n, "kode": kode} for n, k in opslag.kolonner.items() for kode in _koder(opslag, n, k)
        ],
        oversat=[
            {"kolonne": n, "fra": fra, "til": til} for n, af in opslag.egne.items() for fra, til in af.items()
        ],
    )


def _koder(opslag: Opslag, navn: str, kolonne: Kolonne) -> Collection[str]:
    """What a folded value may be; an id is never folded."""
    if kolonne.type == "bool":
        return BOOL_ORD
    return opslag.kendte(navn) if kolonne.koder or kolonne.foldes else ()


def opslaaede(database: Database, opslag: Opslag) -> Relation:
    """The rows of `raekke`, with what their looked-up values stand for (see `Opslag.tekst`)."""
    raekker = database.forbindelse.table("raekke")
    kodebog = database.forbindelse.table("kodebog")
    for navn in opslag.kolonner:
        ordbog = kodebog.filter(felt("kolonne") == konstant(navn)).project(
            felt("raa").alias(f"{navn}·raa"), felt("kode").alias(f"{navn}·kode")
        )
        raekker = raekker.join(ordbog, felt(navn) == felt(f"{navn}·raa"), how="left")
    return raekker


def glem_ukendte(database: Database, opslag: Opslag) -> None:
    """Take what is refused of a code, or of a reference that may be unknown, as missing."""
    navne = [navn for navn, k in opslag.kolonner.items() if k.koder or navn in opslag.henviste]
    database.koer_fil("intake", "forget_unknown", kolonner=navne)
