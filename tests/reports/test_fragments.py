"""Fragments of the pages as they are written, kept beside this file; whole pages would hide what has changed.

`LEDELSESTILSYN_NYE_FRAGMENTER=1 pytest tests/reports/test_fragments.py` writes them anew: read the diff.
"""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import pytest

HERE = Path(__file__).with_name("fragmenter")


def _without_pictures(html: str) -> str:
    """A picture has tests of its own; here only that it stands in its place, with its words."""
    return re.sub(r"data:image/svg\+xml;base64,[\w+/=]+", "…", html)


@pytest.fixture
def fragment(file, report):
    """Compare what stands between two marks of a team's report with what is kept."""

    def fragment(name: str, since: str, until: str, team_id: str = "T1") -> None:
        html = _without_pictures(report(team_id))
        found = html[html.index(since) : html.index(until, html.index(since)) + len(until)] + "\n"
        kept = HERE / f"{name}.html"
        if os.environ.get("LEDELSESTILSYN_NYE_FRAGMENTER"):
            kept.parent.mkdir(exist_ok=True)
            kept.write_text(found, encoding="utf-8")
        assert found == kept.read_text(encoding="utf-8")

    return fragment


def test_an_indicator_with_everything_beside_it(file, fragment):
    """Verdict, both sources, curve, figures, since when, how far, revised, and the leader's words."""
    file.leverance()
    file.team("T1", "Team Nord")
    file.result("5.1", "T1", 3, 16, periode="2021-03")
    file.publish_earlier()
    file.database.run("update tidligere.indikator_resultat set taeller = 2")
    file.result("5.1", "T1", 3, 16, undtaget=1, afventer=2)
    file.result("5.1", "T1", 20, 90, rolling=True)
    file.result("5.1", "T1", 1, 2, source="tilsyn")
    file.result("5.1", "ALLE", 30, 60)
    file.frist("5.1", "T1", "U1", date(2021, 5, 3))
    file.comment("5.1", "T1", "2021-04", "To faste vagter\nfra maj.", dato=date(2021, 5, 4))
    fragment("indikator", '<article class="indikator" aria-labelledby="i-5-1">', "</article>")


def test_what_there_was_nothing_of(file, fragment):
    """Indicators without a case are one line each, never 0 %."""
    file.result("5.1", "T1", 3, 16)
    fragment("uden_tal", '<p class="uden-tal">', "</p>")


def test_the_action_list_by_caseworker(file, fragment):
    """One row per unit with all that is missing, what is overdue first."""
    file.result("5.1", "T1", 3, 16)
    file.frist("5.1", "T1", "U1", date(2021, 4, 2))
    file.frist("5.2", "T1", "U1", date(2021, 4, 16))
    file.frist("5.1", "T1", "U2", date(2021, 5, 3), raadgiver_id=None)
    fragment("handlingsliste", '<h2 id="handlingsliste">', "</section>")
