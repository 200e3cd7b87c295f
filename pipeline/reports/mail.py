"""View model -> the body of a mail: the page's own words, figures and pictures."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.mailbody import Mailbillede, Mailkrop, Mailramme
from pipeline.reports.page.mail import Mailside
from pipeline.reports.page.model import Side, Trappe
from pipeline.reports.page.pictures import Billedark
from pipeline.reports.render import Skriver

Png = Callable[[Billedark | Trappe], bytes]


def byg_mail(side: Side, ramme: Mailramme, skriver: Skriver, png: Png) -> Mailkrop:
    """The body of the mail about one report; `png` draws a picture of the view."""
    kurver = Mailbillede("kurver.png", png(side.bagud)) if side.bagud else None
    trappe = Mailbillede("indsatstrappe.png", png(side.trappe)) if side.trappe else None
    mail = Mailside(side, ramme, kurver, trappe)
    tekst, html = skriver.skriv_mail(mail)
    return Mailkrop(
        navn=side.sammenfatning.navn,
        periode=side.sammenfatning.periode,
        tekst=tekst,
        html=html,
        billeder=tuple(b for b in (kurver, trappe) if b),
        sagsnumre=bool(mail.sager),
    )
