"""A folder of CSV files -> a delivery in the workspace, or a refusal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pipeline.call import Koersel, Leverance
from pipeline.definitions.plans import kendte_maalepunkter
from pipeline.errors import ForkertBrug
from pipeline.intake.ingest import Indlaesning, udtraeksdato_af
from pipeline.intake.ingest import indlaes as tag_ind
from pipeline.intake.pseudonyms import noegle
from pipeline.intake.quarantine import mappe_for
from pipeline.intake.store import Lager
from pipeline.periods import Periode, perioder, seneste_hele_maaned
from pipeline.workspace import udtraeksdato


def leverancens_dato(leverance: Leverance) -> date:
    """The day a delivery was drawn: as the caller says, else as its folder is named.

    Raises:
        ForkertBrug: there is no such folder, it may not be read, or neither its name nor the caller says.
    """
    try:
        next(leverance.mappe.iterdir(), None)
    except PermissionError:
        raise ForkertBrug(f"{leverance.mappe}: du har ikke ret til at læse mappen.") from None
    except OSError:
        raise ForkertBrug(
            f"{leverance.mappe}: mappen findes ikke (forventet: en mappe med CSV-udtræk)."
        ) from None
    return leverance.dato or udtraeksdato_af(leverance.mappe)


def periode_for(koersel: Koersel, leverance: Leverance, oensket: Periode | None) -> Periode:
    """The period to report once the delivery is in: the one asked for, else the delivery's last whole month.

    Raises:
        ForkertBrug: as `leverancens_dato`; or neither this delivery nor one already there reaches the period.
    """
    dato = leverancens_dato(leverance)
    periode = oensket or seneste_hele_maaned(dato)
    perioder(periode, max([dato, *map(udtraeksdato, koersel.mappe.leverancefiler())]))
    return periode


def indlaes(koersel: Koersel, leverance: Leverance, *, kun_kontrol: bool = False) -> Indlaesning:
    """Take a delivery in, or with `kun_kontrol` only say whether it would be accepted.

    Raises:
        ForkertBrug: as `leverancens_dato`.
        DataAfvist: the delivery is refused.
    """
    dato = leverancens_dato(leverance)
    with koersel.trin("indlaesning", f"Indlæser og kontrollerer leverancen af {dato:%d-%m-%Y}"):
        indlaesning = tag_ind(
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
    return replace(indlaesning, beskeder=(*indlaesning.beskeder, *_karantaene(koersel, indlaesning)))


def _karantaene(koersel: Koersel, indlaesning: Indlaesning) -> tuple[str, ...]:
    """Where the rows in quarantine lie; a trial leaves those of the delivery in force alone."""
    if not any(fil.karantaene for fil in indlaesning.filer):
        return ()
    navn = mappe_for(koersel.mappe.rod, indlaesning.udtraeksdato).name
    if indlaesning.database is None and Lager(koersel.mappe.rod, indlaesning.udtraeksdato).fil.is_file():
        navn += ".proevet"
    return (f"Rækkerne i karantæne ligger med årsag i arbejdsmappen under karantaene/{navn}/.",)


def kend_noeglen(koersel: Koersel) -> None:
    """Stop a call whose key is not the workspace's, also one that reads no child's id.

    Raises:
        NoegleFejl: the key is missing, too short, or another one.
    """
    noegle(koersel.mappe.rod, koersel.miljoe)


def nyere_leverance(koersel: Koersel, indlaesning: Indlaesning) -> tuple[str, ...]:
    """A word when what was taken in is not what the figures rest on."""
    gaeldende = udtraeksdato(koersel.mappe.nyeste_leverance())
    if gaeldende == indlaesning.udtraeksdato:
        return ()
    return (f"Arbejdsmappen har en nyere leverance, af {gaeldende:%d-%m-%Y}; tallene bygger på den.",)
