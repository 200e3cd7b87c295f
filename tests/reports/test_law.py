"""A law as a plan: steps of a case with paragraph and deadline, demands that are met, no words of plans."""

from __future__ import annotations

import re
from datetime import date

import pytest

from pipeline.base.mailbody import MailFrame
from pipeline.base.periods import read_periode
from pipeline.base.text import HARD_SPACE
from pipeline.definitions.plan_models import Plan
from pipeline.reports import Reports
from pipeline.reports.words.terms import LAW, terms_of
from pipeline.reports.words.values import value_of
from pipeline.reports.words.verdicts import assess, conclusion
from tests.reports.own_plan import plain, publish
from tests.reports.test_values import MET, Q2, indicator, result

NOT_SAID = re.compile(r"\b(milepæl\w*|udviklingspunkt\w*|udviklingsplan\w*|planens?|plan)\b", re.IGNORECASE)


@pytest.fixture
def law(own: Plan) -> Plan:
    """The made-up plan as a law: P1 has a deadline in words."""
    first, *rest = own.indikatorer
    given = first.model_copy(update={"frist_tekst": "Hver måned.", "lovgrundlag": "Lov § 1."})
    bare = {"aktiviteter": (), "spor": ()}
    return own.model_copy(update={"slags": "lov", "indikatorer": (given, *rest), **bare})


@pytest.fixture
def reports(database, law) -> Reports:
    """The second quarter's reports of the law alone."""
    publish(database, [law], read_periode("2021-K2"), date(2021, 6, 30))
    return Reports(database, [law])


def test_no_page_speaks_of_a_plan(reports, tmp_path):
    """Nor does the mail; what the law's own texts say is theirs."""
    reports.write(tmp_path)
    pages = {f: f.read_text(encoding="utf-8") for f in tmp_path.rglob("rapport.html")}
    assert len(pages) == 4
    with reports.mails() as body:
        texts = [*map(plain, pages.values()), body("ALLE", MailFrame("K", "r")).text]
    for text in texts:
        spoken = re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL)
        assert NOT_SAID.findall(spoken) == []


@pytest.mark.parametrize(
    ("status", "words", "against"),
    [
        ("naaet", "Overholdt", "kravet på 75 % er overholdt."),
        ("ikke_naaet", "Ikke overholdt", "kravet på 75 % er ikke overholdt, der mangler 25 procentpoint."),
        ("foer_foerste_milepael", "Intet krav endnu", "det første krav er 90 % den 31. december 2021."),
        ("uden_milepael", "Intet krav i tal", "loven sætter intet krav i tal."),
    ],
)
def test_a_demand_is_met_or_not(status: str, words: str, against: str):
    """In the verdict and the conclusion alike."""
    in_force = 75.0 if status.endswith("naaet") else None
    target, day = (90.0, date(2021, 12, 31)) if status == "foer_foerste_milepael" else (None, None)
    r = result(
        50.0,
        20,
        10,
        status=status,
        milepael_procent=in_force,
        naeste_procent=target,
        naeste_dato=day,
    )
    value = value_of(indicator("andel", **MET), "dubu", LAW)
    assert assess(value, r).words == words
    assert conclusion(value, r, Q2, date(2021, 6, 30)).replace(HARD_SPACE, " ").endswith(against)


def test_a_step_begins_with_paragraph_deadline_and_what_is_overdue(reports):
    """Counted from the open deadlines of the reader's own; what has no days of its own has no count."""
    for team, over in (("ALLE", "8"), ("T1", "4")):
        (section,) = reports.page(team).section
        assert section.step.rows[0][:4] == ("P1 Opfølgning til tiden", "Lov § 1.", "Hver måned.", over)
        assert section.step.rows[1][2:] == ("–", "–", "–", "–")


def test_a_development_plan_has_no_such_table(database, own):
    """Its chapters are no steps of a case."""
    publish(database, [own], read_periode("2021-K2"), date(2021, 6, 30))
    (section,) = Reports(database, [own]).page("T1").section
    assert section.step is None
    assert terms_of(own).target == "milepæl"
