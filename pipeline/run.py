"""The stages in order; the only module that knows all rooms.

    delivery -> ingest -> check -> report -> publish -> mails in the outbox

Each stage can be run alone. What `check` computes lies in the workspace as a candidate; it becomes
the publication only when everything before has gone well, so a failed run leaves the old one as it was.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline import __version__
from pipeline.errors import ForkertBrug
from pipeline.periods import Periode, laes_periode, seneste_hele_maaned
from pipeline.report_sources import gem_tidligere, rapportgrundlag
from pipeline.resources import ressource
from pipeline.runlog import Stopur
from pipeline.settings import FILNAVN, Indstillinger, laes_indstillinger
from pipeline.workspace import Arbejdsmappe, erstat_fil, erstat_mappe, udtraeksdato

if TYPE_CHECKING:
    from pipeline.database import Database
    from pipeline.definitions.plans import Plan
    from pipeline.delivery.outbox import Udbakke
    from pipeline.intake.ingest import Indlaesning

STANDARDPLAN = "slagelse_2021_2023"


def _stille(_: str) -> None:
    """Progress nobody watches."""


@dataclass(frozen=True)
class Koersel:
    """One call of the tool: where it works, with which settings, and who is told how far it is."""

    mappe: Arbejdsmappe
    indstillinger: Indstillinger = field(default_factory=Indstillinger)
    plan_id: str = STANDARDPLAN
    fremdrift: Callable[[str], None] = _stille
    miljoe: Mapping[str, str] = field(default_factory=lambda: os.environ)

    def trin(self, navn: str, tekst: str) -> Stopur:
        """Announce a stage and time it into the log."""
        self.fremdrift(tekst)
        return Stopur(self.mappe.log, navn)


@dataclass(frozen=True)
class Leverance:
    """A delivery on its way in; the two exceptions lift limits for this run only."""

    mappe: Path
    dato: date | None = None
    tillad_karantaene: float | None = None
    tillad_fald: bool = False


@dataclass(frozen=True)
class Resultat:
    """What a run made."""

    periode: str
    indlaesning: Indlaesning
    database: Path
    rapporter: Path
    mails: tuple[Path, ...]
    aendringer: tuple[str, ...]


def koer(koersel: Koersel, leverance: Leverance, periode: str | None = None) -> Resultat:
    """The monthly job: ingest, check, report, publish, and the mails to the outbox; nothing is sent."""
    from pipeline.delivery.account import udbakkens_linjer

    oensket = laes_periode(periode) if periode else None
    _plan(koersel)  # a wrong period or plan is said before the work begins
    with koersel.mappe.laast():
        indlaesning = _indlaes(koersel, leverance)
        _opgoer(koersel, oensket or seneste_hele_maaned(indlaesning.udtraeksdato))
        navn, nye = _byg_rapporter(koersel)
        aendringer = _aendringer(koersel)
        _udgiv(koersel)
        rapporter = _frigiv_rapporter(koersel, navn, nye)
        udbakke = _skriv_mails(koersel)
    linjer = (*_nyere_leverance(koersel, indlaesning), *udbakkens_linjer(udbakke), *aendringer)
    return Resultat(navn, indlaesning, koersel.mappe.publiceret, rapporter, udbakke.mails, linjer)


def indlaes(koersel: Koersel, leverance: Leverance, *, kun_kontrol: bool = False) -> Indlaesning:
    """Take a delivery in, or with `kun_kontrol` only say whether it would be accepted."""
    with koersel.mappe.laast():
        return _indlaes(koersel, leverance, kun_kontrol=kun_kontrol)


def opgoer(koersel: Koersel, periode: str | None = None) -> str:
    """Compute every indicator of the delivery in force; the reported period's name."""
    oensket = laes_periode(periode) if periode else None
    with koersel.mappe.laast():
        _kend_noeglen(koersel)
        return _opgoer(koersel, oensket).periode


def rapporter(koersel: Koersel, periode: str | None = None) -> Path:
    """Write the reports of what was last computed; their folder."""
    with koersel.mappe.laast():
        _kend_noeglen(koersel)
        _kraev_kandidat(koersel, periode)
        return _frigiv_rapporter(koersel, *_byg_rapporter(koersel))


def udgiv(koersel: Koersel, periode: str | None = None) -> Path:
    """Publish what was last computed, and write its mails to the outbox; the published file."""
    with koersel.mappe.laast():
        _kend_noeglen(koersel)
        _kraev_kandidat(koersel, periode)
        _udgiv(koersel)
        _skriv_mails(koersel)
    return koersel.mappe.publiceret


def demo(koersel: Koersel) -> Resultat:
    """Take in every sample delivery and run the monthly job on the last one."""
    proever = sorted(sti for sti in ressource("data_samples").iterdir() if sti.is_dir())
    if not (egne := koersel.mappe.rod / FILNAVN).exists():
        koersel.mappe.opret()
        shutil.copyfile(ressource("data_samples", FILNAVN), egne)
        egne.chmod(0o600)
    koersel = replace(koersel, indstillinger=laes_indstillinger(egne))
    for proeve in proever[:-1]:
        indlaes(koersel, Leverance(proeve))
    return koer(koersel, Leverance(proever[-1]))


def _nyere_leverance(koersel: Koersel, indlaesning: Indlaesning) -> tuple[str, ...]:
    """A word when what was taken in is not what the figures rest on."""
    gaeldende = udtraeksdato(koersel.mappe.nyeste_leverance())
    if gaeldende == indlaesning.udtraeksdato:
        return ()
    return (f"Arbejdsmappen har en nyere leverance, af {gaeldende:%d-%m-%Y}; tallene bygger på den.",)


def _kend_noeglen(koersel: Koersel) -> None:
    """Stop a run whose key is not the workspace's, also one that reads no child's id."""
    from pipeline.intake.pseudonyms import noegle

    noegle(koersel.mappe.rod, koersel.miljoe)


def _indlaes(koersel: Koersel, leverance: Leverance, *, kun_kontrol: bool = False) -> Indlaesning:
    from pipeline.definitions.plans import kendte_maalepunkter
    from pipeline.intake.ingest import indlaes as tag_ind
    from pipeline.intake.ingest import udtraeksdato_af
    from pipeline.intake.pseudonyms import noegle

    if not leverance.mappe.is_dir():
        raise ForkertBrug(f"{leverance.mappe}: mappen findes ikke (forventet: en mappe med CSV-udtræk).")
    dato = leverance.dato or udtraeksdato_af(leverance.mappe)
    with koersel.trin("indlaesning", f"Indlæser og kontrollerer leverancen af {dato:%d-%m-%Y}"):
        return tag_ind(
            leverance.mappe,
            dato,
            koersel.mappe.rod,
            koersel.indstillinger,
            noegle(koersel.mappe.rod, koersel.miljoe),
            kendte_maalepunkter(),
            tillad_karantaene=leverance.tillad_karantaene,
            tillad_fald=leverance.tillad_fald,
            kun_kontrol=kun_kontrol,
            fremdrift=koersel.fremdrift,
        )


def _opgoer(koersel: Koersel, oensket: Periode | None) -> Periode:
    from pipeline.database import aabn
    from pipeline.definitions.extracts import laes_extracts
    from pipeline.delivery.publish import kommenter, kopier_extracts, kopier_leverancer
    from pipeline.economist.views import opret_visninger
    from pipeline.indicators.calculate import opgoer as beregn

    mappe, fil = koersel.mappe, _leverancefil(koersel)
    dato = udtraeksdato(fil)
    periode = oensket or seneste_hele_maaned(dato)
    plan, extracts = _plan(koersel), laes_extracts()
    ny = mappe.beregning / "ny.duckdb"
    ny.unlink(missing_ok=True)
    with (
        koersel.trin("indikatorer", f"Opgør indikatorerne for {periode.periode}"),
        aabn([mappe.rod], midlertidig=mappe.beregning / "spild") as database,
    ):
        database.tilknyt(fil, "lev")
        database.tilknyt(ny, "ud", skrivbar=True)
        ny.chmod(0o600)
        database.brug("lev", "data")
        beregn(database, plan, periode, dato)
        with koersel.trin("udgivelse_bygges", "Samler det, der skal udgives"):
            kopier_extracts(database, extracts)
            kopier_leverancer(database, mappe.leverancefiler())
            database.koer_fil("published", "opgoerelse", **_opgoerelse(plan, periode, dato))
            kommenter(database, extracts)
            opret_visninger(database)
            database.brug("memory")
            database.frakobl("ud")
    ny.replace(mappe.kandidat)
    return periode


def _opgoerelse(plan: Plan, periode: Periode, dato: date) -> dict[str, Any]:
    return {
        "plan_id": plan.plan_id,
        "periode": periode.periode,
        "periodetype": periode.periodetype,
        "foerste_dag": periode.foerste,
        "sidste_dag": periode.sidste,
        "opgjort_pr": periode.opgjort_pr(dato),
        "foreloebig": periode.foreloebig(dato),
        "program_version": __version__,
    }


def _byg_rapporter(koersel: Koersel) -> tuple[str, Path]:
    """Reports in a folder of their own, so that half a set never stands where people look."""
    from pipeline.reports.build import byg_rapporter

    _kraev_kandidat(koersel)
    with rapportgrundlag(koersel.mappe) as database:
        navn = str(database.vaerdi("select periode from opgoerelse"))
        nye = koersel.mappe.beregning / "rapporter"
        shutil.rmtree(nye, ignore_errors=True)
        nye.mkdir(mode=0o700)
        with koersel.trin("rapporter", f"Skriver rapporter for {navn}"):
            byg_rapporter(database, _plan(koersel), nye, koersel.fremdrift)
    return navn, nye


def _frigiv_rapporter(koersel: Koersel, navn: str, nye: Path) -> Path:
    maal = koersel.mappe.rapporter / navn
    erstat_mappe(nye, maal, koersel.indstillinger.rettigheder)
    return maal


def _udgiv(koersel: Koersel) -> None:
    _kraev_kandidat(koersel)
    with koersel.trin("udgivelse", "Udgiver databasen"):
        gem_tidligere(koersel.mappe)
        erstat_fil(koersel.mappe.kandidat, koersel.mappe.publiceret, koersel.indstillinger.rettigheder)


def _skriv_mails(koersel: Koersel) -> Udbakke:
    """The mails of what was last computed, to the outbox and the ledger."""
    from pipeline.definitions.plans import laes_plan
    from pipeline.delivery.outbox import Grundlag, skriv_mails
    from pipeline.reports import mappenavn, sammenfatter

    with koersel.trin("mails", "Skriver mails til udbakken"), _kandidat(koersel) as database:
        navn = str(database.vaerdi("select periode from opgoerelse"))
        plan = laes_plan(str(database.vaerdi("select plan_id from opgoerelse")))
        return skriv_mails(
            Grundlag(
                database,
                _leverancefil(koersel),
                plan,
                sammenfatter(database, plan),
                mappenavn,
            ),
            koersel.mappe.udbakke / navn,
            koersel.mappe.postbog,
            koersel.indstillinger,
        )


def _aendringer(koersel: Koersel) -> tuple[str, ...]:
    """What is about to change, told before the file published so far is replaced."""
    from pipeline.database import aabn
    from pipeline.delivery.changes import aendringer

    _kraev_kandidat(koersel)
    with aabn([koersel.mappe.rod]) as database:
        database.tilknyt(koersel.mappe.kandidat.resolve(), "nu")
        if har_tidligere := koersel.mappe.publiceret.is_file():
            database.tilknyt(koersel.mappe.publiceret.resolve(), "tidligere")
        database.brug("nu")
        return aendringer(database, har_tidligere=har_tidligere)


def _kandidat(koersel: Koersel) -> Database:
    from pipeline.database import aabn_fil

    _kraev_kandidat(koersel)
    return aabn_fil(koersel.mappe.kandidat)


def _kraev_kandidat(koersel: Koersel, periode: str | None = None) -> None:
    """Something has been computed; and where a period is named, that one."""
    from pipeline.database import aabn_fil

    if not koersel.mappe.kandidat.is_file():
        raise ForkertBrug(f"{koersel.mappe.rod}: der er ikke opgjort noget endnu; kør først check.")
    if periode is None:
        return
    oensket = laes_periode(periode).periode
    with aabn_fil(koersel.mappe.kandidat) as database:
        opgjort = database.vaerdi("select periode from opgoerelse")
    if opgjort != oensket:
        raise ForkertBrug(f"Det er {opgjort}, der sidst blev opgjort; kør først check --periode {oensket}.")


def _leverancefil(koersel: Koersel) -> Path:
    return koersel.mappe.nyeste_leverance()


def _plan(koersel: Koersel) -> Plan:
    from pipeline.definitions.plans import laes_plan

    return laes_plan(koersel.plan_id)
