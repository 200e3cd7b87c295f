"""A folder of CSV files -> a delivery in the workspace, or a refusal."""

from __future__ import annotations

from pipeline.call import Koersel, Leverance
from pipeline.definitions.plans import kendte_maalepunkter
from pipeline.errors import ForkertBrug
from pipeline.intake.ingest import Indlaesning, udtraeksdato_af
from pipeline.intake.ingest import indlaes as tag_ind
from pipeline.intake.pseudonyms import noegle
from pipeline.workspace import udtraeksdato


def indlaes(koersel: Koersel, leverance: Leverance, *, kun_kontrol: bool = False) -> Indlaesning:
    """Take a delivery in, or with `kun_kontrol` only say whether it would be accepted.

    Raises:
        ForkertBrug: there is no such folder, or neither its name nor the caller says when it was drawn.
        DataAfvist: the delivery is refused.
    """
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
