"""Fragments of the pages as they are written, kept beside this file; whole pages would hide what has changed.

`LEDELSESTILSYN_NYE_FRAGMENTER=1 pytest tests/reports/test_fragments.py` writes them anew: read the diff.
"""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import pytest

HER = Path(__file__).with_name("fragmenter")


def _uden_billeder(html: str) -> str:
    """A picture has tests of its own; here only that it stands in its place, with its words."""
    return re.sub(r"data:image/svg\+xml;base64,[\w+/=]+", "…", html)


@pytest.fixture
def fragment(fil, rapport):
    """Compare what stands between two marks of a team's report with what is kept."""

    def fragment(navn: str, fra: str, til: str, team_id: str = "T1") -> None:
        html = _uden_billeder(rapport(team_id))
        fundet = html[html.index(fra) : html.index(til, html.index(fra)) + len(til)] + "\n"
        gemt = HER / f"{navn}.html"
        if os.environ.get("LEDELSESTILSYN_NYE_FRAGMENTER"):
            gemt.parent.mkdir(exist_ok=True)
            gemt.write_text(fundet, encoding="utf-8")
        assert fundet == gemt.read_text(encoding="utf-8")

    return fragment


def test_an_indicator_with_everything_beside_it(fil, fragment):
    """Verdict, both sources, curve, figures, since when, how far, revised, and the leader's words."""
    fil.leverance()
    fil.hold("T1", "Team Nord")
    fil.resultat("5.1", "T1", 3, 16, periode="2021-03")
    fil.udgiv_tidligere()
    fil.database.koer("update tidligere.indikator_resultat set taeller = 2")
    fil.resultat("5.1", "T1", 3, 16, undtaget=1, afventer=2)
    fil.resultat("5.1", "T1", 20, 90, rullende=True)
    fil.resultat("5.1", "T1", 1, 2, kilde="tilsyn")
    fil.resultat("5.1", "ALLE", 30, 60)
    fil.frist("5.1", "T1", "U1", date(2021, 5, 3))
    fil.kommentar("5.1", "T1", "2021-04", "To faste vagter\nfra maj.", dato=date(2021, 5, 4))
    fragment("indikator", '<article class="indikator" aria-labelledby="i-5-1">', "</article>")


def test_what_there_was_nothing_of(fil, fragment):
    """Indicators without a case are one line each, never 0 %."""
    fil.resultat("5.1", "T1", 3, 16)
    fragment("uden_tal", '<div class="uden-tal">', "</div>")


def test_the_action_list_by_caseworker(fil, fragment):
    """One row per unit with all that is missing, what is overdue first."""
    fil.resultat("5.1", "T1", 3, 16)
    fil.frist("5.1", "T1", "U1", date(2021, 4, 2))
    fil.frist("5.2", "T1", "U1", date(2021, 4, 16))
    fil.frist("5.1", "T1", "U2", date(2021, 5, 3), raadgiver_id=None)
    fragment("handleliste", '<h2 id="handleliste">', "</section>")
