"""The made-up plan of `proeveplan/`, its extracts, and how a run of it is laid where the reports read it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from pipeline.base.database import Database, open_database
from pipeline.base.periods import Periode
from pipeline.base.text import HARD_SPACE
from pipeline.definitions.plan_models import Plan
from pipeline.definitions.plans import read_plan_file
from pipeline.indicators.calculate import calculate
from pipeline.indicators.laid import lay

OWN = Path(__file__).with_name("proeveplan") / "proeveplan.yaml"
READ = (
    "teams",
    "sager",
    "sagsfordeling",
    "indsatser",
    "udgifter",
    "underretninger",
    "milepaelsstatus",
    "tilsynssvar",
)
"""The extracts the reports read from the published file."""


@pytest.fixture(scope="session")
def own() -> Plan:
    return read_plan_file(OWN)


def extracts() -> dict[str, list[dict[str, object]]]:
    """Two teams; eight cases with a measure, met or not; answers that came faster in the second quarter."""
    cases = range(1, 9)
    team = {number: f"T{1 + number % 2}" for number in cases}
    begun = date(2021, 1, 4)
    met = [
        {
            "opfoelgning_id": f"O{n}-{week}",
            "sag_id": f"S{n}",
            "dato": begun + timedelta(weeks=week),
            "form": "moede",
        }
        for n in cases
        for week in range(3, 24, 3)
        if n < 7
    ]
    slow, fast = ((date(2021, 2, 1), 40, 0), (date(2021, 5, 3), 9, 100))
    answered = [
        {
            "underretning_id": f"U{offset + n}",
            "sag_id": f"S{1 + n % 8}",
            "underretter_type": "fagperson",
            "modtaget_tidspunkt": datetime.combine(first, datetime.min.time()) + timedelta(days=n, hours=9),
            "genvurdering": n % 3 == 0,
            "tilbagemelding_dato": first + timedelta(days=n + wait + n % 4),
        }
        for first, wait, offset in (slow, fast)
        for n in range(12)
    ]
    return {
        "teams": [{"team_id": "T1", "navn": "Team Nord"}, {"team_id": "T2", "navn": "Team Syd"}],
        "sager": [
            {"sag_id": f"S{n}", "barn_id": f"B{n}", "sagstype": "barn", "oprettet_dato": begun} for n in cases
        ],
        "sagsfordeling": [
            {"sag_id": f"S{n}", "fra_dato": begun, "team_id": team[n], "raadgiver_id": f"R{n}"} for n in cases
        ],
        "indsatser": [
            {
                "indsats_id": f"I{n}",
                "sag_id": f"S{n}",
                "paragraf": "52",
                "start_dato": begun,
                "kategori": "anbringelse" if n % 2 else "aflastning",
                "afgoerelse_dato": begun,
            }
            for n in cases
        ],
        "opfoelgninger": met,
        "underretninger": answered,
        "aktiviteter": [
            {"aktivitet_id": f"A{n}", "sag_id": f"S{n}", "type": "kontakt", "dato": begun}
            for n in range(1, 7)
        ],
        "milepaelsstatus": [
            {"plan_id": "proeveplan", "milepael_id": "A1@2021-04", "status": "opfyldt"},
            {"plan_id": "proeveplan", "milepael_id": "A1@2021-05", "status": "opfyldt"},
        ],
    }


@pytest.fixture
def database() -> Iterator[Database]:
    """The extracts, laid where a delivery's are, and an empty file to be published."""
    with open_database() as opened:
        opened.run("attach ':memory:' as udtraek")
        opened.run("attach ':memory:' as ud")
        opened.use("udtraek")
        lay(opened, extracts())
        yield opened


def publish(database: Database, plans: list[Plan], periode: Periode, drawn: date) -> None:
    """Compute the plans, and lay what the reports read beside the results."""
    calculate(database, plans, periode, drawn)
    for name in READ:
        database.copy(name, f"ud.{name}", database.columns(name))
    database.use("ud")
    database.run("create table bemaerkning (nr integer, tekst varchar)")
    database.run(
        "create table opgoerelse as select $plan_id as plan_id, $name as periode, $kind as periodetype, "
        "$last as sidste_dag, $drawn as opgjort_pr, $drawn as udtraeksdato, false as foreloebig, "
        "'9.9.9' as program_version",
        plan_id=plans[0].plan_id,
        name=periode.periode,
        kind=periode.periodetype,
        last=periode.last,
        drawn=drawn,
    )


def plain(html: str) -> str:
    """The words of a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", html.replace(HARD_SPACE, " ")).split())
