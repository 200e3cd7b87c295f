"""Whoever types a team's id need not mind its letters' case."""

from __future__ import annotations

import pytest

from pipeline.errors import ForkertBrug
from pipeline.teams import vaelg_team


@pytest.mark.parametrize(
    ("skrevet", "kendte", "ventet"),
    [
        ("T01", ["T01", "T02"], "T01"),
        ("t01", ["T01", "T02"], "T01"),
        ("t01", ["T01", "t01"], "t01"),
        ("alle", ["ALLE", "T01"], "ALLE"),
    ],
)
def test_a_team_is_found_in_small_letters_or_large(skrevet: str, kendte: list[str], ventet: str):
    """As the data have it; where two ids differ in case alone, the one that was typed."""
    assert vaelg_team(skrevet, kendte, "findes ikke") == ventet


@pytest.mark.parametrize(("skrevet", "kendte"), [("T9", ["T1", "T2", "T1"]), ("ny", ["Ny", "NY"])])
def test_a_team_that_is_not_there_is_answered_with_those_that_are(skrevet: str, kendte: list[str]):
    """Each once, in their order; two that differ in case alone leave no one to guess."""
    with pytest.raises(ForkertBrug) as fejl:
        vaelg_team(skrevet, kendte, "har ingen mails")
    assert str(fejl.value) == (
        f"Teamet {skrevet!r} har ingen mails: vælg en af {', '.join(dict.fromkeys(kendte))}."
    )
