"""A report's view that says little, and the mail that the reports make of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pipeline.mailbody import Mailkrop, Mailramme
from pipeline.reports.charts import Tegner
from pipeline.reports.mail import byg_mail
from pipeline.reports.page.model import Linje, Sammenfatning, Side
from pipeline.reports.page.pictures import Billedark, Minikurve
from pipeline.reports.page.tasks import Handleliste, Opgave, Opgavegruppe, Opgaveliste
from pipeline.reports.render import Skriver

KURVE = Minikurve("5.1", "20 % ikke nået", (30.0, None, 20.0), (False, False, True), (None, 25.0, 25.0))


def krop(side: Side, ramme: Mailramme) -> Mailkrop:
    """The body, written and drawn by the reports."""
    with Tegner() as tegner:
        return byg_mail(side, ramme, Skriver(tegner.tegn), tegner.png)


def lille_side(
    navn: str, bemaerkninger: tuple[str, ...] = (), frister: Sequence[dict[str, Any]] = ()
) -> Side:
    """One line, one small curve and the deadlines of one caseworker, whose name must never leave the page."""
    sammenfatning = Sammenfatning(
        navn, "maj 2021", "31. maj 2021", None, (Linje("Milepæle", "1 af 2 milepæle er nået."),)
    )
    over, kommende = (
        _liste([f for f in frister if f["tilstand"] == tilstand]) for tilstand in ("overskredet", "kommende")
    )
    return Side(
        titel=f"Ledelsestilsyn: {navn}, maj 2021",
        plan="Planen",
        organisation="Prøve Kommune",
        sammenfatning=sammenfatning,
        bemaerkninger=bemaerkninger,
        bagud=Billedark((KURVE,), "Små kurver, senest: 5.1: 20 % ikke nået."),
        holdnavne=(),
        oversigt=(),
        afsnit=(),
        hold=None,
        trappe=None,
        bilag=None,
        handleliste=Handleliste("Handleliste", over, kommende, _liste([]), _liste([]), ""),
        antagelser=(),
        fodnoter=(),
        version="9",
    )


def _liste(frister: Sequence[dict[str, Any]]) -> Opgaveliste:
    opgaver = tuple(
        Opgave(f["sag_id"], f["enhed_id"], (f"5.1 Partshøring: frist {f['frist_dato']:%d-%m-%Y}",))
        for f in frister
    )
    return Opgaveliste("Frister", "", (Opgavegruppe("Rådgiver R77", "", opgaver),), "Ingen.", kort=True)
