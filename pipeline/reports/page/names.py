"""What a page calls a team."""

from __future__ import annotations

from pipeline.reports.facts import ALLE, UKENDT, Grundlag

AFDELING = "Hele afdelingen"
UKENDT_NAVN = "Ukendt team"


def holdnavn(grundlag: Grundlag, team_id: str) -> str:
    """The team's public name; its id where it has none; the department for `ALLE`."""
    if team_id in {ALLE, UKENDT}:
        return AFDELING if team_id == ALLE else UKENDT_NAVN
    return next((hold.navn for hold in grundlag.hold if hold.team_id == team_id), team_id)
