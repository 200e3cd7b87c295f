"""Publishes typed rows drawn in a test, by the same steps as a run, and draws what comes out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from pipeline.database import Database, aabn
from pipeline.definitions.extracts import laes_extracts
from pipeline.definitions.plans import Plan, laes_plan
from pipeline.delivery.publish import kommenter, kopier_extracts, kopier_leverancer
from pipeline.economist.examples import Svar
from pipeline.economist.views import opret_visninger
from pipeline.indicators.calculate import opgoer
from pipeline.periods import laes_periode
from tests.indicators.opstilling import Raekker, indsaet
from tests.indicators.tegning import tabel, typede

BOGHOLDERI = ("leverance_fil", "karantaene")
LEVERANCE = {
    "leverance_id": "L1",
    "udtraeksdato": date(2021, 12, 31),
    "indlaest_tidspunkt": datetime(2022, 1, 3, 8, 15),  # noqa: DTZ001 - stored without one
    "indhold_sha256": "ab12",
}


def udgiv(
    data: Raekker,
    fil: Path,
    *,
    udtraeksdato: date = date(2021, 12, 31),
    periode: str = "2021-12",
    plan: Plan | None = None,
) -> Path:
    """Write the published file of these typed rows; rows of `BOGHOLDERI` stand beside the delivery L1."""
    with aabn([fil.parent]) as database:
        database.koer("attach ':memory:' as lev")
        database.brug("lev")
        database.koer_fil("intake", "delivery_tables")
        database.indsaet(
            "lev.main.leverance",
            [{**LEVERANCE, "udtraeksdato": udtraeksdato, "definition_sha256": "cd34"}],
        )
        database.brug("lev", "data")
        for navn, extract in laes_extracts().items():
            database.opret_tom(navn, extract.typer)
            indsaet(database, navn, extract.typer, data.get(navn, ()))
        database.tilknyt(fil, "ud", skrivbar=True)
        _saml(database, data, udtraeksdato, periode, plan or laes_plan("slagelse_2021_2023"))
        database.brug("memory")
        database.frakobl("ud")
    return fil


def _saml(database: Database, data: Raekker, udtraeksdato: date, navn: str, plan: Plan) -> None:
    periode = laes_periode(navn)
    opgoer(database, plan, periode, udtraeksdato)
    kopier_extracts(database, laes_extracts())
    kopier_leverancer(database, [])
    database.indsaet("ud.leverance", [{**LEVERANCE, "udtraeksdato": udtraeksdato}])
    for tabelnavn in BOGHOLDERI:
        database.indsaet(f"ud.{tabelnavn}", data.get(tabelnavn, ()))
    database.koer_fil(
        "published",
        "opgoerelse",
        plan_id=plan.plan_id,
        periode=periode.periode,
        periodetype=periode.periodetype,
        foerste_dag=periode.foerste,
        sidste_dag=periode.sidste,
        opgjort_pr=periode.opgjort_pr(udtraeksdato),
        foreloebig=periode.foreloebig(udtraeksdato),
        program_version="0.0.1",
    )
    kommenter(database, laes_extracts())
    opret_visninger(database)


def tegnede(extracts: Mapping[str, str]) -> Raekker:
    """Drawn tables as typed rows; amounts are read as such."""
    boeger = {navn: tabel(tekst) for navn, tekst in extracts.items() if navn in BOGHOLDERI}
    typet = typede({navn: tekst for navn, tekst in extracts.items() if navn not in BOGHOLDERI})
    for raekke in typet.get("udgifter", ()):
        for kolonne in ("beloeb", "budget"):
            raekke[kolonne] = Decimal(str(raekke[kolonne])) if raekke.get(kolonne) else None
    return {**typet, **{navn: [_bog(r) for r in raekker] for navn, raekker in boeger.items()}}


def _bog(raekke: Mapping[str, str]) -> dict[str, object]:
    tal = {"linje", "laest", "accepteret", "dubletter", "karantaene", "advarsler"}
    return {
        "leverance_id": "L1",
        **{k: (int(v) if k in tal else v) if v else None for k, v in raekke.items()},
    }


def tegn(svar: Svar) -> list[dict[str, str]]:
    """An answer as it is drawn: days 2021-04-30, yes and no as ja and nej, missing as empty."""
    return [dict(zip(svar.kolonner, map(_vist, raekke), strict=True)) for raekke in svar.raekker]


def _vist(vaerdi: object) -> str:
    if vaerdi is None:
        return ""
    if isinstance(vaerdi, bool):
        return "ja" if vaerdi else "nej"
    if isinstance(vaerdi, float):
        return repr(vaerdi + 0.0).removesuffix(".0")
    return str(vaerdi)


def ventet(tekst: str) -> Sequence[Mapping[str, str]]:
    """The rows of one drawn answer, in their order."""
    return tabel(tekst)
