"""One published municipality out of the generator of nasty deliveries, for tests that only look."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.economist.udgivelse import tegnede, udgiv
from tests.oracle.generator import generer

DATO = date(2021, 9, 15)


@pytest.fixture(scope="session")
def udgivet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published file of a whole delivery, reported for a month that was not over."""
    boeger = tegnede(
        {
            "leverance_fil": """
                extract | sha256 | laest | accepteret | dubletter | karantaene | advarsler
                sager   | ef56   | 100   | 95         | 1         | 4          | 19
                teams   | ef57   | 0     | 0          | 0         | 0          | 0
            """,
            "karantaene": "extract | linje | kolonne | aarsag\nsager | 7 | sagstype | Koden kendes ikke",
        }
    )
    data = {**boeger, **generer(3, DATO)}
    mappe = tmp_path_factory.mktemp("publiceret")
    return udgiv(data, mappe / "ledelsestilsyn.duckdb", udtraeksdato=DATO, periode="2021-09")
