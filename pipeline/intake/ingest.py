"""Take a delivery in: judge every file, refuse what is not fit, and store the rest at one stroke."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from pipeline.database import Database, aabn
from pipeline.definitions.extracts import laes_extracts
from pipeline.errors import ForkertBrug
from pipeline.harmless import enlinje
from pipeline.intake.arrival import Modtaget, modtag
from pipeline.intake.assumptions import antagelser, bortfald
from pipeline.intake.causes import hovedaarsager
from pipeline.intake.gates import FilTal, Lempelser, porte, proev, uden_raekker
from pipeline.intake.judge import Dommer
from pipeline.intake.own_words import EgneOrd, Fold, laes_egne_ord
from pipeline.intake.quarantine import flyt, mappe_for, ryd
from pipeline.intake.raw import Raalag
from pipeline.intake.store import Lager, definition_sha256
from pipeline.intake.validate import Validator
from pipeline.settings import Indstillinger

__all__ = ["FilTal", "Indlaesning", "indlaes", "udtraeksdato_af"]


@dataclass(frozen=True)
class Indlaesning:
    """What became of a delivery; `database` is None when it was only checked.

    `uaendret`: the same content was taken in before, and nothing was done.
    """

    leverance_id: str
    udtraeksdato: date
    database: Path | None
    filer: tuple[FilTal, ...]
    uaendret: bool
    beskeder: tuple[str, ...]


def udtraeksdato_af(mappe: Path) -> date:
    """The day a delivery was drawn, from its folder's name: `2021-04-30`, or the last day of `2021-04`.

    Raises:
        ForkertBrug: the name is neither.
    """
    navn = mappe.resolve().name
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", navn, re.ASCII):
            return date.fromisoformat(navn)
        if re.fullmatch(r"\d{4}-\d{2}", navn, re.ASCII):
            aar, maaned = int(navn[:4]), int(navn[5:])
            return date(aar, maaned, calendar.monthrange(aar, maaned)[1])
    except ValueError:  # no such day or month
        pass
    raise ForkertBrug(
        f"{enlinje(str(mappe))}: mappens navn er ikke en dato (forventet: åååå-mm-dd eller åååå-mm); "
        "angiv --udtraeksdato."
    )


def indlaes(
    mappe: Path,
    udtraeksdato: date,
    arbejdsmappe: Path,
    indstillinger: Indstillinger,
    noegle: bytes,
    kendte_maalepunkter: frozenset[str],
    *,
    tillad_karantaene: float | None = None,
    tillad_fald: bool = False,
    kun_kontrol: bool = False,
    fremdrift: Callable[[str], None] | None = None,
) -> Indlaesning:
    """Take in the folder `mappe`, or with `kun_kontrol` only say whether it would be accepted.

    The caller holds the workspace's lock. Quarantined rows are written to the workspace either way.

    Raises:
        ForkertBrug: the folder cannot be read, or `tillad_karantaene` is no percentage.
        IndstillingsFejl: the settings' maps name something unknown.
        DataAfvist: the delivery is refused (contract, section 1); one line per reason.
    """
    if tillad_karantaene is not None and not 0 <= tillad_karantaene <= 100:
        raise ForkertBrug("--tillad-karantaene skal være et tal fra 0 til 100.")
    koersel = _Koersel(
        Lager(arbejdsmappe, udtraeksdato),
        indstillinger,
        noegle,
        kendte_maalepunkter,
        Lempelser(tillad_karantaene, tillad_fald),
        fremdrift or _stille,
    )
    koersel.lager.mappe.mkdir(mode=0o700, parents=True, exist_ok=True)
    with aabn([koersel.lager.mappe]) as database:
        ankomst = koersel.modtag(database, mappe)
        if not kun_kontrol and (samme := koersel.uaendret(ankomst)):
            return samme
        return koersel.doem(database, ankomst, gem=not kun_kontrol)


@dataclass(frozen=True)
class _Ankomst:
    """A delivery that has arrived, and what its words mean."""

    modtaget: Modtaget
    egne_ord: EgneOrd
    fold: Fold
    leverance_id: str
    definition_sha256: str


@dataclass(frozen=True)
class _Koersel:
    """One delivery on its way in."""

    lager: Lager
    indstillinger: Indstillinger
    noegle: bytes
    maalepunkter: frozenset[str]
    lempelser: Lempelser
    fremdrift: Callable[[str], None]

    def modtag(self, database: Database, mappe: Path) -> _Ankomst:
        """Find the files and what their headings mean."""
        database.koer_fil("typed", "typer")
        database.koer_fil("typed", "profile")
        fold = _fold(database)
        egne_ord = laes_egne_ord(self.indstillinger, laes_extracts(), fold)
        modtaget = modtag(mappe, laes_extracts(), egne_ord, self.indstillinger, fold)
        leverance_id = f"{self.lager.udtraeksdato}-{modtaget.indhold_sha256[:8]}"
        return _Ankomst(modtaget, egne_ord, fold, leverance_id, definition_sha256(self.maalepunkter))

    def uaendret(self, ankomst: _Ankomst) -> Indlaesning | None:
        """What is stored already, when it has the same content and was judged by the same rules."""
        gemt = self.lager.gemt()
        nyt = (ankomst.modtaget.indhold_sha256, ankomst.definition_sha256)
        if gemt is None or (gemt["indhold_sha256"], gemt["definition_sha256"]) != nyt:
            return None
        beskeder = (*self.lager.beskeder(), "Leverancen er indlæst før med samme indhold; intet er ændret.")
        return self._indlaesning(ankomst, self.lager.filtal(), beskeder, gemt=True, uaendret=True)

    def doem(self, database: Database, ankomst: _Ankomst, *, gem: bool) -> Indlaesning:
        """Judge every file, and store the delivery when it is fit to be."""
        endelig = mappe_for(self.lager.arbejdsmappe, self.lager.udtraeksdato)
        karantaene = self._arbejdskarantaene(endelig, gem=gem)
        ryd(karantaene)
        with self.lager.ny_fil(database, gem=gem):
            database.koer_fil("intake", "delivery_tables")
            filer = self._filer(self._dommer(database, ankomst, karantaene), ankomst)
            antaget = (*antagelser(database, laes_extracts()), *self._bortfald(ankomst))
            bemaerkninger = (*antaget, *self.lempelser.bemaerkninger())
            beskeder = (*ankomst.modtaget.beskeder, *uden_raekker(filer), *bemaerkninger)
            self._besegl(database, ankomst, bemaerkninger, beskeder)
            gaeldende = porte(self.indstillinger.graenser, self.lempelser)
            foer = self.lager.tidligere_laest()
            aarsager = hovedaarsager(database, laes_extracts())
            proev(filer, laes_extracts(), gaeldende, foer, karantaene.name, aarsager)
        if gem:
            flyt(karantaene, endelig)
        return self._indlaesning(ankomst, filer, beskeder, gemt=gem, uaendret=False)

    def _bortfald(self, ankomst: _Ankomst) -> Iterator[str]:
        return bortfald(ankomst.modtaget.overskrifter, laes_extracts(), self.lager.tidligere_udfyldte)

    def _arbejdskarantaene(self, endelig: Path, *, gem: bool) -> Path:
        """Where quarantined rows go until the delivery is taken in.

        What lies in the delivery in force's own folder is left alone by a trial or a refusal.
        """
        if self.lager.gemt() is None:
            return endelig
        return endelig.with_name(f"{endelig.name}.{'afvist' if gem else 'proevet'}")

    def _dommer(self, database: Database, ankomst: _Ankomst, karantaene: Path) -> Dommer:
        self.fremdrift("Gør klar til at kontrollere")
        return Dommer(
            database,
            Raalag(database, self.noegle),
            Validator(),
            ankomst.egne_ord,
            frozenset(ankomst.fold(sorted(self.maalepunkter))),
            ankomst.leverance_id,
            self.lager.udtraeksdato,
            karantaene,
        )

    def _filer(self, dommer: Dommer, ankomst: _Ankomst) -> tuple[FilTal, ...]:
        tal: list[FilTal] = []
        for navn, extract in laes_extracts().items():
            if fil := ankomst.modtaget.filer.get(navn):
                self.fremdrift(f"Kontrollerer {navn}")
                tal.append(dommer.doem(extract, fil, ankomst.modtaget.overskrifter[navn]))
            else:
                dommer.uden_fil(extract)
        return tuple(tal)

    def _besegl(
        self, database: Database, ankomst: _Ankomst, bemaerkninger: Sequence[str], beskeder: Sequence[str]
    ) -> None:
        database.koer_fil(
            "intake",
            "seal",
            leverance_id=ankomst.leverance_id,
            udtraeksdato=self.lager.udtraeksdato,
            indlaest_tidspunkt=datetime.now().replace(microsecond=0),  # noqa: DTZ005 - local: people read it
            indhold_sha256=ankomst.modtaget.indhold_sha256,
            definition_sha256=ankomst.definition_sha256,
            bemaerkninger=list(bemaerkninger),
            beskeder=list(beskeder),
        )

    def _indlaesning(
        self,
        ankomst: _Ankomst,
        filer: tuple[FilTal, ...],
        beskeder: tuple[str, ...],
        *,
        gemt: bool,
        uaendret: bool,
    ) -> Indlaesning:
        fil = self.lager.fil if gemt else None
        return Indlaesning(ankomst.leverance_id, self.lager.udtraeksdato, fil, filer, uaendret, beskeder)


def _fold(database: Database) -> Fold:
    def fold(tekster: Sequence[str]) -> list[str]:
        svar = database.vaerdi(
            "select list_transform($tekster::varchar[], lambda t: foldet(t))", tekster=list(tekster)
        )
        return list(svar)

    return fold


def _stille(_: str) -> None:
    """Progress nobody watches."""
