"""The leaders' own words, under the figure they concern.

Those on the reported period stand; where a team has said nothing about it, its latest earlier word does,
as long as the period it concerns is in the trend. The department's page shows every team's, a team's
page its own alone.
"""

from __future__ import annotations

from pipeline.danish import dato, periode_tekst
from pipeline.errors import ForkertBrug
from pipeline.periods import Periode, laes_periode
from pipeline.reports.facts import ALLE, Grundlag, Kommentar
from pipeline.reports.page.model import Citat
from pipeline.reports.page.names import holdnavn


def byg_kommentarer(grundlag: Grundlag, indikator_id: str, team_id: str) -> tuple[Citat, ...]:
    """What leaders have said about one indicator, the department's word first, then team by team."""
    pr_hold: dict[str, list[tuple[Periode, Kommentar]]] = {}
    for k in grundlag.kommentarer:
        periode = _periode(k.periode)
        if k.indikator_id == indikator_id and team_id in (ALLE, k.team_id) and periode:
            pr_hold.setdefault(k.team_id, []).append((periode, k))
    return tuple(
        _citat(grundlag, periode, k)
        for hold in sorted(pr_hold, key=lambda h: (h != ALLE, holdnavn(grundlag, h), h))
        for periode, k in _valgte(grundlag, pr_hold[hold])
    )


def _periode(tekst: str) -> Periode | None:
    """The period a comment names; None for what is no period of ours."""
    try:
        return laes_periode(tekst)
    except ForkertBrug:
        return None


def _valgte(grundlag: Grundlag, egne: list[tuple[Periode, Kommentar]]) -> list[tuple[Periode, Kommentar]]:
    nu, fra = grundlag.periode, grundlag.historik[0].foerste
    om_nu = [(p, k) for p, k in egne if nu.foerste <= p.sidste <= nu.sidste]
    tidligere = [(p, k) for p, k in egne if fra <= p.sidste < nu.foerste]
    return om_nu or sorted(tidligere, key=lambda par: (par[0].sidste, par[0].foerste))[-1:]


def _citat(grundlag: Grundlag, periode: Periode, k: Kommentar) -> Citat:
    led = [holdnavn(grundlag, k.team_id), f"om {periode_tekst(periode)}"]
    underskrift = ", ".join(filter(None, (k.ansvarlig, dato(k.dato) if k.dato else "")))
    return Citat(" ".join(led) + (f" ({underskrift})" if underskrift else ""), k.tekst)
