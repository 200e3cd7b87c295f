"""The plan file promises exactly what the development plan's document promises.

`DOKUMENTET` is the document's "Milepæl/Tidsplan" column, copied series by series, with the words of
its goal column that name a percent. Nothing in it is computed from the plan file.
"""

from __future__ import annotations

import re
from datetime import date

import pytest

from pipeline.base.periods import end_of_month
from pipeline.definitions.plans import Milepael, read_plan

MAANEDER = (
    "Januar", "Februar", "Marts", "April", "Maj", "Juni",
    "Juli", "August", "September", "Oktober", "November", "December",
)  # fmt: skip

DEC_2021 = date(2021, 12, 31)

# Indicators that share a series | the milestone column's words | the goal column's words on the percent.
DOCUMENT: tuple[tuple[str, str, str], ...] = (
    (
        "3.1",
        "April 2021: 40 % af sagerne August 2021: 75 % af sagerne December 2021: 100 % af sagerne",
        "December 2021 At den lovpligtige børnesamtale jf. servicelovens § 48 afholdes i 100 % i sagerne.",
    ),
    (
        "3.2 3.3",
        "August 2021: 30 % December 2021: 45% April 2022: 75% August 2022: 100 % (slutmål)",
        "Det fremgår af sagerne (sagsgennemgang) Slutmål 100%",
    ),
    (
        "4.1",
        "August 2021: 40 % December 2021: 50 % April 2022: 75 %",
        "",  # the goal column's 75 % is of every supplier: 4.5's
    ),
    (
        "5.1",
        "April 2021: 25 % af sagerne August 2021: 50 % af sagerne December 2021: 100 % af sagerne (slutmål)",
        "Fristen for partshøring indenfor 14 dage er overholdt i 100 % af sagerne.",
    ),
    (
        "5.2",
        "April 2021: 25 % af sagerne August 2021: 40 % af sagerne December 2021: 75 % af sagerne (slutmål)",
        "Fristen for faglig vurdering (§11, §50 eller luk) indenfor 4 uger er overholdt i 75 % af sagerne.",
    ),
    (
        "5.3",
        "April 2021: 25 % af sagerne. August 2021: 50 % af sagerne December 2021: 100 % af sagerne (slutmål)",
        "Orientering/tilbage melding til underretter i 100 % af sagerne ift. de professionelle fagpersoner.",
    ),
    (
        "6.1",
        "April 2021: 30 % af BFU August 2021: 75 % af BFU December 2021: 100 % af BFU (slutmål)",
        "At der altid udarbejdes undersøgelsesplan skriftligt i 100 % af BFU",
    ),
    (
        "6.2",
        "August 2021: 25 % af BFU December 2021: 40 % April 2022: 70 % af BFU (slutmål)",
        "netværksmøder, som en del af BFU i stedet for indhentet skriftlig status i 70 % af BFU.",
    ),
    (
        "6.3",
        "August 2021: 30 % af BFU December 2021: 75 % af BFU April 2022: 90 % af BFU (slutmål)",
        "At der afholdes mundtlige parts-høringer i BFU på minimum 90 %.",
    ),
    (
        "6.4",
        (
            "April 2021: 25 % August 2021: 35 % December 2021: 45 % "
            "April 2022: 60 % August 2022: 80 % December 2022: 100 % (slutmål)"
        ),
        "Mål: 100 % i BFU.",
    ),
    (
        "6.5",
        (
            "April 2021: 25 % August 2021: 35 % December 2021: 45 % "
            "April 2022: 60 % August 2022: 80 % December 2022: 100 % (slutmål)"
        ),
        "Mål: 100 % i BFU.",
    ),
    (
        "6.6",
        (
            "April 2021: 25 % August 2021: 35 % December 2021: 45 % "
            "April 2022: 60 % August 2022: 80 % December 2022: 100 % (slutmål)"
        ),
        "Mål: 100 % i BFU.",
    ),
    (
        "6.7",
        (
            "April 2021: 25 % August 2021: 35 % December 2021: 45 % "
            "April 2022: 60 % August 2022: 80 % December 2022: 100 % (slutmål)"
        ),
        "Mål: 100 % i BFU.",
    ),
    (
        "6.8",
        (
            "Juni 2021: 25 % December 2021: 30 % Juni 2022: 50 % December 2022: 65% "
            "Juni 2023: 80 % December 2023: 90 % (slutmål)"
        ),
        "At 90 % af de børnefaglige undersøgelser er afsluttet indenfor den lovpligtige tidsfrist.",
    ),
    (
        "6.9",
        (
            "August 2021: 20 % December 2021: 45 % April 2022: 60 % August 2022: 80 % "
            "December 2022: 100 % (slutmål)"
        ),
        'sammenhæng imellem faglig vurdering og handleplan/indsats i 100 % af "efterslæbs" sagerne.',
    ),
    (
        "7.1",
        (
            "Juni 2021: 25 % December 2021: 30 % Juni 2022: 50 % December 2022: 65% "
            "Juni 2023: 80 % December 2023: 95 % (slutmål)"
        ),
        "Mål minimum 95 %.",
    ),
    (
        "7.2",
        (
            "April 2021: 40 % August 2021: 50 % December 2021: 60 % April 2022: 65 % August 2022: 75 % "
            "December 2022: 80 %"
        ),
        "Målene skal være konkrete og målbare, og afspejle den faglige vurdering. Mål 80 %.",
    ),
    (
        "7.3",
        (
            "April 2022: 30 % August 2022: 40 % December 2022: 50 % April 2023: 75 % August 2023: 95 % "
            "December 2023: 100 %"
        ),
        "At rådgiver anvender feltet i handleplan til beskrivelse af målopfølgelse: Mål 100 %",
    ),
    (
        "7.5",
        "April 2021: 35 % August 2021: 75 % December 2021: 100 % (slutmål)",
        "en forældrehandleplan i alle sager med anbringelser udenfor hjemmet i 100 % af sagerne.",
    ),
    (
        "7.6",
        "December 2021: 35 % April 2022: 45 % August 2022: 50 % December 2022: 70 %",
        "",  # the goal column's 70 % is of plans made together with the parents: 7.17's
    ),
    (
        "7.7",
        "December 2021: 35 % August 2022: 70 % December 2022: 100 %",
        "Data for opfølgingsmøde skal fremgå af sagen. Mål 100 %",
    ),
    (
        "7.8",
        "December 2021: 35 % August 2022: 70 % December 2022: 100 %",
        "på anbringelsesstedet (afholdes i forbindelse med opfølgingsmøderne) Mål 100 %",
    ),
    (
        "7.9",
        "December 2021: 35 % August 2022: 70 % December 2022: 100 %",
        (
            "At der er lavet et samarbejde eller en orientering til almenområdet "
            "i forbindelse med afslutningen (når almenområdet er involveret)."
        ),
    ),
)

# Goals with one percent and no steps: indicator | its day | goal column | is it its own goal.
SINGLE: tuple[tuple[str, date, str, bool], ...] = (
    (
        "4.5",
        date(2023, 12, 31),  # the goal column gives no date: the plan's end is our choice
        "75% af § 11, stk. 3 sager bliver lukket efter 6 måneder.",
        True,
    ),
    ("5.4", DEC_2021, "Den faglige begrundelse skal fremgå i alle underretninger (100 %)", False),
    ("5.5", DEC_2021, "Den faglige begrundelse skal fremgå i alle underretninger (100 %)", True),
    ("5.6", DEC_2021, "talt med barnet ift. den aktuelle underretning i 100 % af sagerne.", True),
    ("5.7", DEC_2021, "At underretter inddrages i parts-høringen i 75 % af sagerne", True),
    ("5.9", DEC_2021, "Den faglige begrundelse skal fremgå i alle underretninger (100 %)", True),
    (
        "7.17",
        date(2022, 12, 31),
        "At forældrehandleplanerne er udarbejdet i et samarbejde med forældrene i 70 % af sagerne.",
        True,
    ),
)

# Everything else the plan says, without a dated percent.
WITHOUT_MILEPAELE = (
    "1.1 1.2 1.3 2.1 3.4 3.5 3.6 4.2 4.3 4.4 4.6 4.7 4.8 5.8 5.10 6.10 6.11 6.12 "
    "7.4 7.10 7.11 7.12 7.13 7.14 7.15 7.16"
)


def ladder(word: str) -> list[tuple[date, float]]:
    """The dated percents in the document's words; a month stands for its last day."""
    step = re.findall(rf"({'|'.join(MAANEDER)}) (\d{{4}}): (\d+) ?%", word)
    return [
        (end_of_month(date(int(year), MAANEDER.index(maaned) + 1, 1)), float(percent))
        for maaned, year, percent in step
    ]


def percents(word: str) -> list[float]:
    return [float(percent) for percent in re.findall(r"(\d+) ?%", word)]


def milepaele(indikator_id: str) -> tuple[Milepael, ...]:
    return read_plan("slagelse_2021_2023").indicator(indikator_id).milepaele


def test_the_document_holds_23_stepped_series_with_97_dated_percents():
    """The count agreed when the document was read; 3.2 and 3.3 share one series."""
    assert len(DOCUMENT) == 23
    assert sum(len(ladder(word)) for _, word, _ in DOCUMENT) == 97
    assert all(len(ladder(word)) == len(percents(word)) for _, word, _ in DOCUMENT)


@pytest.mark.parametrize(("indicators", "word", "target"), DOCUMENT, ids=[r[0] for r in DOCUMENT])
def test_a_series_is_the_documents(indicators: str, word: str, target: str):
    """Every dated percent of the document stands in the plan file, and no other."""
    for indikator_id in indicators.split():
        assert [(m.dato, m.procent) for m in milepaele(indikator_id)] == ladder(word)


@pytest.mark.parametrize(("indicators", "word", "target"), DOCUMENT, ids=[r[0] for r in DOCUMENT])
def test_slutmaal_is_what_the_document_names_as_goal(indicators: str, word: str, target: str):
    """slutmaal: the document prints "(slutmål)" at the milestone, or its goal column names the percent."""
    last = ladder(word)[-1][1]
    outcome = word.endswith("(slutmål)") or last in percents(target)
    for indikator_id in indicators.split():
        *before, end = (m.slutmaal for m in milepaele(indikator_id))
        assert (any(before), end) == (False, outcome)


@pytest.mark.parametrize(("indikator_id", "day", "word", "own"), SINGLE, ids=[r[0] for r in SINGLE])
def test_a_single_goal_is_the_documents(indikator_id: str, day: date, word: str, own: bool):
    """5.4's percent is the law's, so the plan does not call it its goal; the others are named as such."""
    (only,) = milepaele(indikator_id)
    assert (only.dato, [only.procent], only.slutmaal) == (day, percents(word), own)


def test_the_plan_file_holds_31_series_with_108_milestones_and_nothing_else():
    """A series with no place in the document would be an invention of ours."""
    series = {i.id: len(i.milepaele) for i in read_plan("slagelse_2021_2023").indikatorer}
    in_document = {name for names, _, _ in DOCUMENT for name in names.split()} | {r[0] for r in SINGLE}
    assert {name for name, count in series.items() if count} == in_document
    assert {name for name, count in series.items() if not count} == set(WITHOUT_MILEPAELE.split())
    assert (len(in_document), sum(series.values())) == (31, 108)


def test_no_milestone_of_the_first_plan_is_a_revision():
    """The document is the plan as first adopted."""
    plan = read_plan("slagelse_2021_2023")
    assert {m.vedtaget for i in plan.indikatorer for m in i.milepaele} == {None}
