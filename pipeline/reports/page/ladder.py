"""The ladder of measures: children on each step, and how many have moved in a quarter."""

from __future__ import annotations

from pipeline.danish import antal, dato, opremsning, tal
from pipeline.reports.facts import Grundlag
from pipeline.reports.page.model import Kolonne, Tabel, Trappe

_KOLONNER = (
    Kolonne("Trin"),
    Kolonne("Børn nu", tal=True),
    Kolonne("For tre måneder siden", tal=True),
    Kolonne("Rykket op hertil", tal=True),
    Kolonne("Rykket ned hertil", tal=True),
    Kolonne("Nye på trappen", tal=True),
    Kolonne("Forladt trappen", tal=True),
)


def byg_trappe(grundlag: Grundlag) -> Trappe | None:
    """The whole department's ladder; None where no child stood on it now or then."""
    trin = grundlag.trappe
    if not any(t.nu or t.foer for t in trin):
        return None
    op, ned = sum(t.op for t in trin), sum(t.ned for t in trin)
    nye, forladt = sum(t.nye for t in trin), sum(t.forladt for t in trin)
    boern = antal(sum(t.nu for t in trin), "barn", "børn")
    status = (
        f"{boern} har en indsats i gang pr. {dato(grundlag.opgoerelse.opgjort_pr)}, hvert talt på sit "
        f"højeste trin. Siden for tre måneder siden er {tal(op)} rykket op, {tal(ned)} rykket ned, "
        f"{tal(nye)} kommet til og {tal(forladt)} har forladt trappen."
    )
    led = [f"{tal(t.nu)} på trin {t.trin}" for t in trin]
    return Trappe(
        trin=tuple((t.trin, t.nu, t.nu - t.foer) for t in trin),
        status=status,
        tabel=Tabel(
            titel="Indsatstrappen trin for trin",
            kolonner=_KOLONNER,
            raekker=tuple(
                (f"Trin {t.trin}", *(tal(n) for n in (t.nu, t.foer, t.op, t.ned, t.nye, t.forladt)))
                for t in trin
            ),
        ),
        alt=f"Indsatstrappen: {opremsning(led)}. I parentes ændringen siden for tre måneder siden. {status}",
    )
