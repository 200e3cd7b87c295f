"""Which reserve steps in: the next one, unless its case is being read or has been read since the draw."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.review.eliminate import eliminate
from tests.review.drawn import empty_reviews

DAY = date(2021, 4, 12)
FRAME = """
    U1 T1 R1 -
    U2 T1 R1 .
    U3 T1 R1 .
"""
SAME_CASE = FRAME + "    U4 T2 R2 -"


@pytest.mark.parametrize(
    ("since_the_draw", "rest", "instead"),
    [
        ("nothing", 12, "U2"),
        ("U2's case has another object in the round", 0, "U3"),
        ("U2 is out in another theme's round", 12, "U3"),
        ("U2 has been read in another theme's round", 12, "U3"),
        ("U2 has been read in another theme's round", 0, "U2"),
        ("U2's case has been read, says the delivery", 12, "U3"),
        ("U2's case has been read, says the delivery", 0, "U2"),
    ],
)
def test_a_reserve_whose_case_is_read_by_now_is_passed_over(since_the_draw: str, rest: int, instead: str):
    """The draw asked the same of every object; what has happened since is asked when a reserve steps in."""
    with empty_reviews() as reviews:
        store = reviews.database
        round_ = reviews.round(SAME_CASE if "the round" in since_the_draw else FRAME)
        store.run("update gennemgang.traekning_genstand set sag_id = 'S-U2' where genstand_id = 'U4'")
        if "another theme's" in since_the_draw:
            reviews.round(f"U2 T1 R1 {'ja' if 'read' in since_the_draw else '-'}", tema="moeder")
        store.run("create table tilsynssvar (sag_id varchar, gennemgaaet_dato date)")
        if "delivery" in since_the_draw:
            store.run("insert into tilsynssvar values ('S-U2', '2021-04-02')")
        gone = eliminate(store, round_, "U1", "flyttet", DAY, rest)
        assert gone.drawn
        assert gone.drawn.genstand_id == instead
