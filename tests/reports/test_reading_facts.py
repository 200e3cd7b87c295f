"""What the reports read of the leaders' reading: rounds, what came back, and what is open, by plan."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.reports.facts.reading import fetch_reading
from tests.review.drawn import NOW, PLAN, empty_reviews


@pytest.fixture
def reading():
    """The reading of one plan, of what a test has drawn."""
    with empty_reviews() as reviews:

        def read():
            reviews.all_told("tilsyn_svar")
            with reviews.database.using("ud"):
                return fetch_reading(reviews.database, NOW)[PLAN]

        yield reviews, read


def test_drawn_is_read_eliminated_and_missing(reading):
    """Read is what every question is answered of; begun is missing; by team and for all."""
    reviews, read = reading
    reviews.round(
        """
        A T1 R1 ja nej
        B T1 R2 ja -
        C T1 R2 - -
        D T2 R3 ja ja
        E T2 R3 x x
        F T2 R4 . .
        """,
        asks="6.1 6.2",
    )
    found = {
        c.team_id: (c.ramme, c.trukket, c.laest, c.udgaaet, c.missing, c.paabegyndt, c.raadgivere_laest,
                    c.raadgivere)
        for c in read().coverage
    }  # fmt: skip
    assert found == {
        "ALLE": (5, 5, 2, 1, 2, 1, 2, 4),
        "T1": (3, 3, 1, 0, 2, 1, 1, 2),
        "T2": (2, 2, 1, 1, 0, 0, 1, 2),
    }


def test_forms_that_are_out_are_the_readers(reading):
    """By the team whose leader reads, first and second reading, with the days since the delivery."""
    reviews, read = reading
    reviews.round("A T1 R1 ja/nej\nB T1 R1 -\nC T2 R2 -", til=date(2021, 3, 31))
    assert [(m.team_id, m.antal, m.dage) for m in read().missing] == [("T1", 1, 30), ("T2", 1, 30)]
    reviews.round("D T1 R1 -/-", periode="2021-03", til=date(2021, 2, 28))
    assert [(m.team_id, m.antal, m.dage) for m in read().missing][:2] == [("T1", 1, 61), ("T9", 1, 61)]


def test_objects_the_two_differ_on(reading):
    """Yes against anything but yes; what is not relevant is no difference, nor a second reader's answer."""
    reviews, read = reading
    reviews.round("A T1 R1 ja\nB T1 R1 delvist\nC T1 R1 ja\nD T1 R1 ikke_relevant\nE T1 R1 ja/nej")
    reviews.register("A- B+ C+ D+ E+")
    found = read()
    assert [(d.genstand_id, d.register_ja, d.svar) for d in found.differences] == [
        ("A", False, "ja"),
        ("B", True, "delvist"),
    ]
    assert [(d.genstand_id, d.foerste, d.anden) for d in found.doubts] == [("E", "ja", "nej")]


def test_a_round_drawn_later_is_not_drawn_yet(reading):
    """By the day of its delivery; another plan's is not told."""
    reviews, read = reading
    reviews.round("A T1 R1 -", til=date(2021, 5, 31), periode="2021-05")
    reviews.round("A T1 R1 ja", plan_id="plan_2")
    first = reviews.round("A T1 R1 ja", til=date(2021, 3, 31))
    assert [(r.traekning_id, r.senest_laest) for r in read().rounds] == [(first, date(2021, 4, 9))]


def test_the_newest_version_of_a_theme_is_followed(reading):
    """The leaders' choice is of all plans; each plan has its own."""
    reviews, read = reading
    reviews.round("A T1 R1 ja")
    reviews.choose("2021-03", "1", f"{PLAN}/6.2")
    reviews.choose("2021-03", "1", f"{PLAN}/6.1", version=2)
    reviews.choose("2021-03", "2", "plan_2/B1")
    reviews.choose("2021-03", "3", None)
    assert [(f.indikator_id, f.periode) for f in read().followed] == [("6.1", "2021-03")]
