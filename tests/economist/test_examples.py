"""Every example answers its question with the numbers worked out by hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.base.errors import UsageFault
from pipeline.definitions.plans import read_plan
from pipeline.economist.examples import all_examples, answer_to, example
from pipeline.economist.published import open_publication
from tests.economist.example_replies import SAMPLES
from tests.economist.publication_made import drawn_delivery, outcome, publish, sign

CHOSEN = re.compile(r"values \('(\w+)', '([\w.]+)'\)")


@pytest.mark.parametrize("name", SAMPLES)
def test_the_example_gives_the_answer_worked_out_by_hand(name: str, tmp_path: Path):
    """What an example answers is what its question means, down to the last digit and the order."""
    trial = SAMPLES[name]
    file = publish(drawn_delivery(trial.extracts), tmp_path / "ledelsestilsyn.duckdb")
    with open_publication(file) as database:
        assert sign(answer_to(database, example(name).sql)) == outcome(trial.reply), trial.why


def test_every_example_has_a_worked_answer():
    """No example is shipped that nobody has checked, and at least a dozen are."""
    assert {e.name for e in all_examples()} == set(SAMPLES)
    assert len(SAMPLES) >= 12


@pytest.mark.parametrize("chosen", all_examples(), ids=lambda e: e.name)
def test_an_example_says_what_it_asks_and_how_to_read_it(chosen):
    """A reader sees the row, the question and the reading before any number."""
    assert chosen.row.startswith("én række")
    assert chosen.question.endswith("?")
    assert chosen.read.endswith(".")
    assert "$" not in chosen.sql  # it runs as it stands, in any client
    assert "order by" in chosen.sql


def test_an_example_that_needs_a_plan_states_it_in_its_first_line():
    """The plan and the indicator stand together, where a reader changes them, and the heading names both."""
    with_plan = {e.name for e in all_examples() if CHOSEN.search(e.sql)}
    assert with_plan == {"tidlig_indsats_holder", "undersoegelser_uden_boernesamtale"}
    for chosen in all_examples():
        first = next(line for line in chosen.sql.splitlines() if not line.startswith("--"))
        rest = chosen.sql.replace(first, "")
        assert not re.search(r"'\d+\.\d+'|'[a-z_]+_20\d\d|20\d\d-\d\d", rest), chosen.name
        if found := CHOSEN.search(first):
            assert read_plan(found[1]).indicator(found[2])
            assert f"Indikator {found[2]} i" in chosen.read


def test_an_unknown_example_is_refused_with_the_names_there_are():
    """A misspelt name is the user's to mend."""
    with pytest.raises(UsageFault, match="ventetid_pr_tilbud"):
        example("ventetider")
