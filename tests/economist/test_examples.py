"""Every example answers its question with the numbers worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.economist.examples import alle_eksempler, eksempel, svar_paa
from pipeline.economist.published import aabn_udgivelse
from pipeline.errors import ForkertBrug
from tests.economist.eksempelsvar import PROEVER
from tests.economist.udgivelse import tegn, tegnede, udgiv, ventet


@pytest.mark.parametrize("navn", PROEVER)
def test_the_example_gives_the_answer_worked_out_by_hand(navn: str, tmp_path: Path):
    """What an example answers is what its question means, down to the last digit and the order."""
    proeve = PROEVER[navn]
    fil = udgiv(tegnede(proeve.extracts), tmp_path / "ledelsestilsyn.duckdb")
    with aabn_udgivelse(fil) as database:
        assert tegn(svar_paa(database, eksempel(navn).sql)) == ventet(proeve.svar), proeve.hvorfor


def test_every_example_has_a_worked_answer():
    """No example is shipped that nobody has checked, and at least a dozen are."""
    assert {e.navn for e in alle_eksempler()} == set(PROEVER)
    assert len(PROEVER) >= 12


@pytest.mark.parametrize("valgt", alle_eksempler(), ids=lambda e: e.navn)
def test_an_example_says_what_it_asks_and_how_to_read_it(valgt):
    """A reader sees the row, the question and the reading before any number."""
    assert valgt.raekke.startswith("én række")
    assert valgt.spoergsmaal.endswith("?")
    assert valgt.laes.endswith(".")
    assert "$" not in valgt.sql  # it runs as it stands, in any client
    assert "order by" in valgt.sql


def test_an_unknown_example_is_refused_with_the_names_there_are():
    """A misspelt name is the user's to mend."""
    with pytest.raises(ForkertBrug, match="ventetid_pr_tilbud"):
        eksempel("ventetider")
