"""The mail commands, each with the workspace to itself: release, send, and look into the ledger."""

from __future__ import annotations

from pipeline.call import Koersel
from pipeline.delivery.postoffice import Posthus, Svar, godkend_mails, send_mails, vis_postbog
from pipeline.runlog import skriv


def godkend(koersel: Koersel, periode: str, af: str | None = None) -> Svar:
    """Release the mails of a period: somebody has looked at them."""
    with koersel.mappe.laast():
        return godkend_mails(_posthus(koersel), periode, af)


def send(koersel: Koersel, periode: str, team: str | None = None, til: str | None = None) -> Svar:
    """Send the released mails that are not sent yet; with `til`, a trial of all of them to one address."""
    with koersel.mappe.laast(), koersel.trin("send", f"Sender mails for {periode}"):
        svar = send_mails(_posthus(koersel), periode, koersel.miljoe, koersel.fremdrift, team=team, til=til)
        if svar.afsendelse:
            mangler = [{"team": f.team_id, "svar": hvorfor} for f, hvorfor in svar.afsendelse.mangler]
            skriv(koersel.mappe.log, haendelse="mail", sendt=len(svar.afsendelse.sendt), mangler=mangler)
    return svar


def postbog(koersel: Koersel, periode: str, team: str | None = None) -> Svar:
    """What the ledger says of a period's mails."""
    with koersel.mappe.laast():
        return vis_postbog(_posthus(koersel), periode, team)


def _posthus(koersel: Koersel) -> Posthus:
    mappe = koersel.mappe
    return Posthus(
        mappe.postbog, mappe.publiceret, mappe.udbakke, koersel.indstillinger.mail, koersel.kommando
    )
