"""Whoever types a team's id need not mind its letters' case."""

from __future__ import annotations

import pytest

from pipeline.base.errors import UsageFault
from pipeline.base.names import choose_team


@pytest.mark.parametrize(
    ("written", "known", "outcome"),
    [
        ("T01", ["T01", "T02"], "T01"),
        ("t01", ["T01", "T02"], "T01"),
        ("t01", ["T01", "t01"], "t01"),
        ("alle", ["ALLE", "T01"], "ALLE"),
    ],
)
def test_a_team_is_found_in_small_letters_or_large(written: str, known: list[str], outcome: str):
    """As the data have it; where two ids differ in case alone, the one that was typed."""
    assert choose_team(written, known, "findes ikke") == outcome


@pytest.mark.parametrize(("written", "known"), [("T9", ["T1", "T2", "T1"]), ("ny", ["Ny", "NY"])])
def test_a_team_that_is_not_there_is_answered_with_those_that_are(written: str, known: list[str]):
    """Each once, in their order; two that differ in case alone leave no one to guess."""
    with pytest.raises(UsageFault) as error:
        choose_team(written, known, "har ingen mails")
    assert str(error.value) == (
        f"Teamet {written!r} har ingen mails: vælg en af {', '.join(dict.fromkeys(known))}."
    )
