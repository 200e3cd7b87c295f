"""What changed since last month, on one screen: for the person who is to look at the mails.

Verdicts turned or given for the first time, teams that came or went, earlier figures revised, rows the
delivery had refused, and what the reports warn of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from pipeline.danish import FOR_FAA, STATUSORD, antal, opremsning, periode_tekst
from pipeline.database import Database
from pipeline.delivery.addresses import ALLE
from pipeline.delivery.figures import forrige_periode
from pipeline.periods import Periode, laes_periode

NAEVNES_HOEJST = 8
UDEN_DOM = {"ingen_data", "uden_milepael", "foer_foerste_milepael"}


def aendringer(database: Database, tilsyn_foerer: Sequence[str], *, har_tidligere: bool) -> tuple[str, ...]:
    """The lines to show.

    `database` holds what is about to be published; with `har_tidligere` the file it replaces is attached
    as `tidligere`. `tilsyn_foerer` are the indicators that case review leads where there is one.
    """
    (opgoerelse,) = database.raekker("outbox", "opgoerelse")
    periode = laes_periode(opgoerelse["periode"])
    return (
        *_vendte(database, periode, tilsyn_foerer),
        *_hold(database, periode),
        *(_reviderede(database) if har_tidligere else ("Tidligere tal: dette er den første udgivelse.",)),
        *_afviste(database, opgoerelse["udtraeksdato"]),
        *_forbehold(database),
    )


def _vendte(database: Database, periode: Periode, tilsyn_foerer: Sequence[str]) -> Iterator[str]:
    """By the source the reports lead with; the other one is shown beside it there."""
    forrige = forrige_periode(periode)
    if forrige is None:
        yield "Vurderinger: der er ingen tidligere periode at sammenligne med."
        return
    raekker = database.raekker(
        "outbox", "vurderinger", tilsyn_foerer=tilsyn_foerer, **_navne(periode, forrige)
    )
    andre = [r for r in raekker if _dom(r, "foer_") != _dom(r, "")]
    vendte = [r for r in andre if r["foer_status"] not in UDEN_DOM]
    samlede = [r for r in vendte if r["team_id"] == ALLE]
    siden = periode_tekst(forrige)
    yield f"Vurderinger, der er vendt siden {siden}: {len(samlede) or 'ingen'} for afdelingen."
    yield from _hoejst([_fra_til(r) for r in samlede])
    pr_hold = Counter(r["team_id"] for r in vendte if r["team_id"] != ALLE)
    if pr_hold:
        yield f"  Teams: {opremsning([f'{team_id} ({n})' for team_id, n in sorted(pr_hold.items())])}."
    yield from _nye([r for r in andre if r["team_id"] == ALLE])


def _nye(raekker: Sequence[dict[str, Any]]) -> Iterator[str]:
    """The department's alone: a milestone begins for every team in the same month.

    Too few to tell is no verdict to begin with.
    """
    foer_uden = [r for r in raekker if r["foer_status"] in UDEN_DOM]
    nye = [r for r in foer_uden if r["status"] not in UDEN_DOM and not r["usikker"]]
    if nye:
        yield f"Nye vurderinger, hvor der ingen var før: {len(nye)} for afdelingen."
        yield from _hoejst([_fra_til(r) for r in nye])


def _fra_til(r: dict[str, Any]) -> str:
    return f"{_navn(r)}: {_dom(r, 'foer_')} → {_dom(r, '')}"


def _dom(r: dict[str, Any], side: str) -> str:
    status = r[f"{side}status"]
    return FOR_FAA if r[f"{side}usikker"] and status not in UDEN_DOM else STATUSORD[status]


def _hold(database: Database, periode: Periode) -> Iterator[str]:
    if forrige := forrige_periode(periode):
        raekker = database.raekker("outbox", "hold_skiftet", **_navne(periode, forrige))
        for ny, ord_ in ((True, "Nye teams"), (False, "Teams uden rapport, som havde en sidst")):
            if hold := [r["team_id"] for r in raekker if r["ny"] is ny]:
                yield f"{ord_}: {opremsning(hold)}."


def _reviderede(database: Database) -> Iterator[str]:
    """Late registration moves earlier months; whoever sends the mails should know."""
    raekker = database.raekker("outbox", "revideret")
    samlede = [r for r in raekker if r["team_id"] == ALLE]
    hold = len(raekker) - len(samlede)
    if not raekker:
        yield "Tal for tidligere måneder: ingen er ændret siden sidste udgivelse."
        return
    yield (
        "Tal for tidligere måneder, der er ændret siden sidste udgivelse: "
        f"{len(samlede)} for afdelingen, {hold} for teams."
    )
    yield from _hoejst(
        [
            f"{_navn(r)}, {r['periode']}: {r['foer_taeller']} af {r['foer_naevner']} → "
            f"{r['taeller']} af {r['naevner']}"
            for r in samlede
        ]
    )


def _afviste(database: Database, udtraeksdato: date) -> Iterator[str]:
    raekker = database.raekker("outbox", "afviste")
    nu, foer = (sum(r[side] or 0 for r in raekker) for side in ("nu", "foer"))
    sidst = f" (forrige leverance: {foer})" if any(r["foer"] is not None for r in raekker) else ""
    sted = f"; se karantaene/{udtraeksdato}/" if nu else ""
    yield f"Rækker i karantæne: {nu or 'ingen'}{sidst}{sted}."
    yield from _hoejst(
        [
            f"{r['extract']}: {r['nu']}" + (f" (før {r['foer']})" if r["foer"] is not None else "")
            for r in sorted(raekker, key=lambda r: -(r["nu"] or 0))
            if (r["nu"] or 0) > (r["foer"] or 0)
        ]
    )


def _forbehold(database: Database) -> Iterator[str]:
    """What the reports themselves warn of: a column that is gone makes good work look undone."""
    if raekker := database.raekker("outbox", "bemaerkninger"):
        yield "Rapporterne og mailene tager dette forbehold:"
        yield from (f"  {r['tekst']}" for r in raekker)


def _hoejst(linjer: Sequence[str]) -> Iterator[str]:
    """The first few lines, indented, and how many more there are."""
    yield from (f"  {linje}" for linje in linjer[:NAEVNES_HOEJST])
    if len(linjer) > NAEVNES_HOEJST:
        yield f"  … og {antal(len(linjer) - NAEVNES_HOEJST, 'anden', 'andre')}"


def _navn(r: dict[str, Any]) -> str:
    return f"{r['indikator_id']} {r['titel']}"


def _navne(periode: Periode, forrige: Periode) -> dict[str, str]:
    return {"periodetype": periode.periodetype, "periode": periode.periode, "forrige": forrige.periode}
