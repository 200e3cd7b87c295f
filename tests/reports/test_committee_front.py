"""The committee's two pages: children, what it is asked, milestones, money, what is overdue."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.base.text import HARD_SPACE
from pipeline.reports.blocks.spending import build_spending
from pipeline.reports.papers.committee import build_udvalg
from pipeline.reports.words.glossary import EXPLAINED, explained

START = date(2020, 1, 1)


@pytest.fixture
def front(file):
    """The front of the third quarter of 2021."""
    file.calculate("2021-K3")

    def front():
        facts = file.facts()
        return build_udvalg([facts], facts).front

    return front


def plain(text):
    return text.replace(HARD_SPACE, " ")


def measure(file, number, step, start=START, end=None):
    file.set_("sager", sag_id=f"S{number}", barn_id=f"B{number}", oprettet_dato=START)
    file.set_("indsatser", sag_id=f"S{number}", indsatstrin=step, start_dato=start, slut_dato=end)


def test_three_sentences_about_children(file, front):
    """How many are helped, the promise kept for most, the one broken for most."""
    for number in range(12):
        measure(file, number, 2)
    for number in range(7):
        file.set_("indsatser", sag_id=f"S{number}", indsatstrin=4, start_dato=date(2021, 9, 1))
    file.result("5.1", "ALLE", 10, 80)
    file.result("5.2", "ALLE", 70, 80)
    file.result("6.1", "ALLE", 39, 40)
    helped, kept, broken = (plain(text) for text in front().children)
    assert helped == (
        "12 børn har en indsats i gang pr. 30. september 2021; i de seneste tre måneder er 7 rykket op og "
        "ingen ned ad indsatstrappen."
    )
    assert kept == (
        "70 af 80 underretninger fik en faglig vurdering inden for 4 uger (88 %); både milepælen på 40 % og "
        "den næste på 75 % (31. december 2021) er nået."
    )
    assert broken == (
        "10 af 80 underretninger blev partshørt inden for 14 dage (13 %); milepælen på 50 % er ikke nået, "
        "der mangler 37 procentpoint."
    )


def test_few_children_are_not_counted_in_the_sentences(file, front):
    """Three moves are under five, and what is hidden is no sentence."""
    for number in range(9):
        measure(file, number, 3)
    for number in range(3):
        file.set_("indsatser", sag_id=f"S{number}", indsatstrin=4, start_dato=date(2021, 9, 1))
    file.result("5.1", "ALLE", 3, 80)
    (helped,) = front().children
    assert "er under 5 rykket op og ingen ned" in helped


def test_four_children_with_a_measure_are_not_told_of(file, front):
    """Nobody is to be recognised."""
    for number in range(4):
        measure(file, number, 3)
    assert front().children == ()


def test_what_the_committee_is_asked(file, front):
    """To take note always; to discuss what is behind, and what is overdue, where anything is."""
    assert front().asked == ("tage orienteringen til efterretning",)
    file.result("5.1", "ALLE", 10, 80)
    file.activity("A1.05", "i_gang", count=3, i_alt=40)
    found = front()
    assert found.asked == (
        "tage orienteringen til efterretning",
        "drøfte, hvad der skal til for 5.1 Partshøring inden for 14 dage, som er bagud",
        "tage stilling til 1 aktivitet, der er overskredet",
    )
    assert [(a.id, a.verdict.words) for a in found.overdue] == [("A1.05", "Overskredet")]


def test_milestones_are_one_verdict_a_row_with_the_quarter_before(file, front):
    """Missed before too few before reached; a figure that may not be told is told in neither period."""
    file.result("5.1", "ALLE", 10, 80, periode="2021-K2")
    file.result("5.1", "ALLE", 10, 80)
    file.result("5.2", "ALLE", 70, 80)
    file.result("6.2", "ALLE", 3, 40, periode="2021-K2")
    file.result("6.2", "ALLE", 3, 40)
    rows = [
        (r.name.partition(" ")[0], plain(r.figure), r.count, r.verdict.words, plain(r.before))
        for r in front().milestones
    ]
    assert rows[:2] == [
        ("5.1", "13 %", "10 af 80", "Ikke nået", "13 %, ikke nået"),
        ("6.2", "", "under 5 af 40", "Ikke nået", "–"),
    ]
    assert rows[-1] == ("5.2", "88 %", "70 af 80", "Foran", "–")


def place(file, kind, count, first=0, amount=30_000, months=("2021-07", "2021-08", "2021-09")):
    """Children placed throughout the quarter, with what each costs a month."""
    for number in range(first, first + count):
        file.set_("sager", sag_id=f"A{number}", barn_id=f"A{number}", oprettet_dato=START)
        file.set_(
            "indsatser", indsats_id=f"I{number}", sag_id=f"A{number}", kategori="anbringelse",
            anbringelsessted=kind, start_dato=START,
        )  # fmt: skip
        for month in months:
            file.set_(
                "udgifter", postering_id=f"{month}{number}", sag_id=f"A{number}", indsats_id=f"I{number}",
                maaned=month, beloeb=amount, budget=amount - 1000,
            )  # fmt: skip


def test_what_placements_cost_by_kind_and_in_all(file):
    """92 nights each; the price of a year is the quarter's by its nights."""
    file.calculate("2021-K3")
    place(file, "plejefamilie", 20)
    place(file, "institution", 10, first=20, amount=90_000)
    file.set_("udgifter", postering_id="U", sag_id="A1", maaned="2021-08", beloeb=50_000)
    table = build_spending(file.facts().run)
    assert list(table.rows) == [
        ("Døgninstitution", "10", "2,5", "2.700", "+30", "1.071"),
        ("Plejefamilie", "20", "5,0", "1.800", "+60", "357"),
        ("Anbringelser i alt", "–", "7,6", "4.500", "+90", "595"),
        ("Andre indsatser og uden indsats", "–", "–", "50", "–", "–"),
        ("Alle udgifter", "–", "–", "4.550", "–", "–"),
    ]


def test_a_kind_of_few_children_is_told_with_others(file):
    """Three in lodgings alone would be three children's cost; with the ten of the institution nobody's."""
    file.calculate("2021-K3")
    place(file, "plejefamilie", 20)
    place(file, "institution", 10, first=20)
    place(file, "eget_vaerelse", 3, first=30)
    table = build_spending(file.facts().run)
    assert [row[:2] for row in table.rows[:2]] == [("Plejefamilie", "20"), ("Andre anbringelser", "13")]


def test_the_price_waits_until_every_month_is_posted(file):
    """Two months of costs by three months of nights would be too low."""
    file.calculate("2021-K3")
    place(file, "plejefamilie", 20, months=("2021-07", "2021-08"))
    table = build_spending(file.facts().run)
    assert [c.name for c in table.columns][-1] == "Mod budget, 1.000 kr."
    assert "Der er kun bogført i 2 måneder af kvartalets 3" in table.explanation


def test_no_money_is_told_where_none_was_delivered(file):
    """Nights alone say nothing of what they cost."""
    file.calculate("2021-K3")
    place(file, "plejefamilie", 20, months=())
    assert build_spending(file.facts().run) is None


def test_a_word_is_explained_where_it_is_used_and_once():
    """In any form of it; an abbreviation only by itself."""
    told = [
        term
        for term, _ in explained(["Mundtlig partshøring i undersøgelsen", "ICS-trekanten", "Partshøringen"])
    ]
    assert told == ["BFU", "ICS", "Partshøring"]
    assert explained(["Sager pr. rådgiver"]) == ()
    assert len({term for term, _, _ in EXPLAINED}) == len(EXPLAINED)
