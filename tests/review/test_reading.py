"""What the reading says: answers with what they can show, two readers, and the register beside them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.review.drawn import empty_reviews


@pytest.fixture
def reviews():
    with empty_reviews() as found:
        yield found


# answers ---------------------------------------------------------------------------------------------

DRAWN = """
    U1 T1 R1 ja
    U2 T1 R2 delvist
    U3 T1 R2 -
    U4 T2 R3 nej
    U5 T2 R3 kan_ikke_ses
    U6 T2 R4 ikke_relevant
    U7 T2 R4 .
    U8 T1 R1 .
    U9 T1 R1 x
"""


def test_answers_are_counted_by_team_and_for_all(reviews):
    """What was not read, not drawn or eliminated has no answer; the eliminated has left the frame too."""
    reviews.round(DRAWN)
    columns = ("team_id", "ja", "delvist", "nej", "ikke_relevant", "kan_ikke_ses", "ramme")
    assert reviews.told("tilsyn_svar", *columns) == [
        ("ALLE", 1, 1, 1, 1, 1, 8),
        ("T1", 1, 1, 0, 0, 0, 4),
        ("T2", 0, 0, 1, 1, 1, 4),
    ]


def test_a_random_draw_has_the_exact_interval_of_its_frame(reviews):
    """One yes of four relevant ones read, in a frame of seven that may be: not relevant is neither."""
    reviews.round(DRAWN)
    (row, *_) = reviews.told("tilsyn_svar", "team_id", "grundlag", "andel", "ki_nedre", "ki_oevre")
    assert row == ("ALLE", "genstande", 25.0, pytest.approx(100 / 7), pytest.approx(400 / 7))


@pytest.mark.parametrize(
    ("udvaelgelse", "enhed", "objects", "outcome"),
    [
        ("tilfaeldig", "genstand", "A T1 R1 ja, B T1 R1 nej, C T1 R1 .", ("genstande", 50)),
        ("alle", "genstand", "A T1 R1 ja, B T1 R1 nej", ("alle", 50)),
        ("alle", "genstand", "A T1 R1 ja, B T1 R1 -", ("alle", None)),
        ("kriterier", "genstand", "A T1 R1 ja, B T1 R1 nej", ("udvalgt", None)),
        ("tilfaeldig", "raadgiver", "A T1 R1 ja, B T1 R2 nej, C T1 R2 .", ("medarbejdere", None)),
        ("tilfaeldig", "raadgiver", "A T1 R1 ja, B T1 R1 ja, C T1 R2 nej, D T1 R2 nej, E T1 R2 .",
         ("vejet", 40)),
        ("tilfaeldig", "genstand", "A T1 R1 ja, B T2 R2 ja, C T2 R2 ., D T2 R2 ., E T2 R2 ., F T2 R2 .",
         ("genstande", 100)),
        ("tilfaeldig", "genstand", "A T1 R1 ja, B T1 R1 ja, C T1 R1 ja, D T2 R2 nej, " + ", ".join(
            f"E{n} T2 R2 ." for n in range(9)), ("skaev", None)),
        ("tilfaeldig", "genstand", "A T1 R1 ja, B T1 R1 ja, C T1 R1 ja, D T1 R1 ja, F T2 R2 nej, "
         "G T2 R2 nej, " + ", ".join(f"E{n} T2 R2 ." for n in range(10)), ("vejet", 25)),
        ("tilfaeldig", "genstand", "A T1 R1 ikke_relevant, B T1 R1 -", ("genstande", None)),
    ],
)  # fmt: skip
def test_how_far_answers_speak_for_their_frame(reviews, udvaelgelse, enhed, objects, outcome):
    """By lot with equal chances: exactly. One per caseworker, or an uneven lot: weighted, or not at all."""
    reviews.round(objects.replace(",", "\n"), udvaelgelse=udvaelgelse, enhed=enhed)
    (row, *_) = reviews.told("tilsyn_svar", "team_id", "grundlag", "andel")
    assert row[1:] == outcome


def test_seven_of_eight_caseworkers(reviews):
    """A caseworker with any answer but yes is none of those with a yes; not relevant is not asked of them."""
    reviews.round(
        "A T1 R1 ja\nB T1 R2 delvist\nC T1 R3 ja\nD T1 R3 nej\nE T1 R4 ikke_relevant", enhed="raadgiver"
    )
    assert reviews.told("tilsyn_svar", "team_id", "medarbejdere", "medarbejdere_ja")[0] == ("ALLE", 3, 1)


def test_the_highest_version_is_in_force_and_the_second_readers_answer_enters_no_share(reviews):
    """Also where it takes the answer back; what is read after the day of the run is not read yet."""
    round_ = reviews.round("A T1 R1 nej/ja\nB T1 R1 ja\nC T1 R1 ja")
    reviews.answer(round_, "A", "6.1", "delvist", version=2)
    reviews.answer(round_, "B", "6.1", None, version=2)
    reviews.answer(round_, "C", "6.1", "ja", version=2, read=date(2021, 5, 3))
    assert reviews.told("tilsyn_svar", "team_id", "ja", "delvist", "nej") == [
        ("ALLE", 0, 1, 0),
        ("T1", 0, 1, 0),
    ]


def test_each_round_question_and_plan_by_itself(reviews):
    """A plan that is not of the run is left in the store."""
    reviews.round("A T1 R1 ja nej\nB T1 R1 nej", asks="6.1 6.2")
    reviews.round("A T1 R1 ja", periode="2021-03")
    reviews.round("A T1 R1 ja", plan_id="plan_2")
    assert reviews.told("tilsyn_svar", "periode", "maalepunkt_id", "team_id", "ja", "nej") == [
        ("2021-03", "6.1", "ALLE", 1, 0),
        ("2021-03", "6.1", "T1", 1, 0),
        ("2021-04", "6.1", "ALLE", 1, 1),
        ("2021-04", "6.1", "T1", 1, 1),
        ("2021-04", "6.2", "ALLE", 0, 1),
        ("2021-04", "6.2", "T1", 0, 1),
    ]


# two readers -----------------------------------------------------------------------------------------


def test_two_readers_by_round_and_for_the_last_twelve_months(reviews):
    """Raw agreement beside AC1; a round longer ago is told by itself alone."""
    reviews.round("A T1 R1 ja/ja\nB T1 R1 ja/nej\nC T1 R1 nej", periode="2021-03")
    reviews.round("D T1 R1 nej/nej\nE T1 R1 ja/ja")
    reviews.round("F T1 R1 ja/nej", periode="2020-03", read=date(2020, 3, 9))
    found = reviews.told("tilsyn_enighed", "traekning_id", "laest_to_gange", "enige", "enighed")
    assert found == [
        ("ALLE", 4, 3, 75),
        ("plan_1.bfu.2020-03.1", 1, 0, 0),
        ("plan_1.bfu.2021-03.1", 2, 1, 50),
        ("plan_1.bfu.2021-04.1", 2, 2, 100),
    ]
    chance = (5 / 8 * 3 / 8 + 3 / 8 * 5 / 8) / 4
    (lately,) = [ac1 for id_, ac1 in reviews.told("tilsyn_enighed", "traekning_id", "ac1") if id_ == "ALLE"]
    assert lately == pytest.approx((0.75 - chance) / (1 - chance))


# the register ----------------------------------------------------------------------------------------


def test_register_and_reading_of_the_same_object_in_four(reviews):
    """By the same unit of the same case; what waits, is not relevant, or nobody read is in none of them."""
    reviews.round("""
        A T1 R1 ja
        B T1 R1 nej
        C T1 R1 delvist
        D T1 R1 ja
        E T1 R1 ja
        F T1 R1 ikke_relevant
        G T1 R1 -
        H T1 R1 .
        I T2 R1 kan_ikke_ses
    """)
    reviews.register("A+ B- C+ D- E? F+ G+ H- I-")
    columns = ("begge_ja", "begge_nej", "kun_register", "kun_laesning", "ramme_ja", "ramme_nej")
    assert reviews.told("tilsyn_mod_register", "team_id", *columns) == [
        ("ALLE", 1, 2, 1, 1, 3, 4),
        ("T1", 1, 1, 1, 1, 3, 3),
        ("T2", 0, 1, 0, 0, 0, 1),
    ]


def test_the_registers_latest_word_counts(reviews):
    """A stock is judged every month."""
    reviews.round("A T1 R1 ja")
    reviews.register("A-", periode="2021-01")
    reviews.register("A+", periode="2021-03")
    assert reviews.told("tilsyn_mod_register", "team_id", "begge_ja", "kun_laesning")[0] == ("ALLE", 1, 0)


@pytest.mark.parametrize(
    ("udvaelgelse", "enhed", "shown"),
    [
        ("tilfaeldig", "genstand", True),
        ("alle", "genstand", False),
        ("kriterier", "genstand", False),
        ("tilfaeldig", "raadgiver", False),
    ],
)
def test_the_register_is_put_right_only_by_objects_drawn_by_lot(reviews, udvaelgelse, enhed, shown):
    """Ten read on either side: 10 of 20 the register does not know were done all the same."""
    objects = [(f"A{n}", "ja" if n < 10 else ".", "+") for n in range(30)]
    objects += [(f"B{n}", ("ja" if n < 5 else "nej") if n < 10 else ".", "-") for n in range(20)]
    lines = "\n".join(f"{id_} T1 R1 {svar}" for id_, svar, _ in objects)
    reviews.round(lines, udvaelgelse=udvaelgelse, enhed=enhed)
    reviews.register(" ".join(id_ + sign for id_, _, sign in objects))
    columns = ("register_andel", "rettet_andel", "ikke_registreret", "ikke_gjort", "ikke_fundet")
    (row, *_) = reviews.told("tilsyn_mod_register", *columns)
    assert row == (pytest.approx((60, 80, 20, 20, 0)) if shown else (None,) * 5)
