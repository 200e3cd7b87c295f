"""One published municipality out of the generator of nasty deliveries, for tests that only look."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from pipeline.definitions.plans import Plan
from tests.economist.publication_made import PLANS, drawn_delivery, publish
from tests.oracle.generator import generate

DATO = date(2021, 9, 15)
MONEY_AND_WAITING = {
    "udgifter": """
        postering_id | sag_id | maaned  | beloeb   | budget | art
        P2           | S1     | 2021-08 | 1000.50  | 900    | ydelse
        P1           | S1     | 2021-07 | 250      |        |
    """,
    "ventetider": """
        henvisning_id | sag_id | tilbud  | henvist_dato | igangsat_dato
        V2            | S1     | samtale | 2021-06-01   | 2021-06-20
        V1            | S1     | gruppe  | 2021-07-01   |
    """,
}
"""What the generator leaves out."""


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published file of a whole delivery, reported for a month that was not over."""
    return _published(tmp_path_factory.mktemp("publiceret"), PLANS[:1])


@pytest.fixture(scope="session")
def several(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same delivery, with two plans that know the same ids."""
    return _published(tmp_path_factory.mktemp("flere"), PLANS)


def _published(folder: Path, plans: Sequence[Plan]) -> Path:
    books = drawn_delivery(
        {
            "leverance_fil": """
                extract | sha256 | laest | accepteret | dubletter | karantaene | advarsler
                sager   | ef56   | 100   | 95         | 1         | 4          | 19
                teams   | ef57   | 0     | 0          | 0         | 0          | 0
            """,
            "karantaene": "extract | linje | kolonne | aarsag\nsager | 7 | sagstype | Koden kendes ikke",
        }
    )
    data = {**books, **generate(3, DATO)}
    sager = [row["sag_id"] for row in data["sager"]]
    data["tilsynssvar"] = [*data["tilsynssvar"], *_tilsyn(sager[0], "6.1"), *_tilsyn(sager[0], "5.8")]
    drawn = drawn_delivery(
        {name: text.replace("S1", str(sager[0])) for name, text in MONEY_AND_WAITING.items()}
    )
    data |= {name: [*data.get(name, ()), *drawn[name]] for name in MONEY_AND_WAITING}
    file = folder / "ledelsestilsyn.duckdb"
    return publish(data, file, udtraeksdato=DATO, periode="2021-09", plans=plans)


def _tilsyn(sag_id: object, maalepunkt: str) -> list[dict[str, object]]:
    """Enough answers of August for the case review to lead where the plan says so."""
    return [
        {
            "tilsyn_id": f"{maalepunkt}-{number}", "maalepunkt": maalepunkt, "sag_id": sag_id,
            "team_id": "T1", "gennemgaaet_dato": date(2021, 8, 1 + number), "svar": "ja" if number else "nej",
        }
        for number in range(6)
    ]  # fmt: skip
