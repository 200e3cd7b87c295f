"""A column that an earlier delivery filled and this one does not: the run stops, or goes on and says so."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

import pytest

from pipeline.base.database import open_database
from pipeline.base.errors import DataRefused
from pipeline.intake.store import Store
from tests.intake.delivery import FACTS, OPENED_GATES, Delivery, Udfald

LATER = date(2021, 5, 31)
INDSATS = {**FACTS["indsatser"][0], "slut_dato": "01-04-2021", "indsatstrin": "3"}


def loss(extract: str, columns: Collection[str]) -> Sequence[str]:
    return ("4.4", "4.5") if "slut_dato" in columns else ()


@pytest.fixture
def before(delivery: Delivery) -> Delivery:
    """A delivery of April that fills slut_dato and indsatstrin is taken in; the next one is May's."""
    delivery.rows("indsatser", [INDSATS]).take_in()
    delivery.udtraeksdato = LATER
    return delivery


def refused(delivery: Delivery, **option: Any) -> tuple[str, ...]:
    with pytest.raises(DataRefused) as caught:
        delivery.take_in(loss=loss, **option)
    return caught.value.lines


def lost(udfald: Udfald) -> list[tuple[str, str]]:
    return [(r["extract"], r["kolonne"]) for r in udfald.fetch("from mistet_kolonne order by all")]


def test_a_column_that_is_gone_stops_the_run(before: Delivery) -> None:
    """Named with the delivery that filled it, what to do, and what going on costs."""
    assert refused(before.rows("indsatser", [INDSATS], without=["slut_dato"])) == (
        (
            "indsatser.csv: kolonnen slut_dato mangler, men var udfyldt i leverancen af 30-04-2021. Ret "
            "udtrækket, eller oversæt i indstillingsfilen under [overskrifter.indsatser]; "
            "--tillad-manglende-kolonne går videre "
            "uden, og så kan 4.4 og 4.5 ikke opgøres."
        ),
    )


def test_an_earlier_delivery_says_itself_what_it_fills(before: Delivery) -> None:
    """Its rows are not looked through again; those an earlier version took in are, and say the same."""
    april = before.workspace / "leverancer" / "2021-04-30.duckdb"
    gone = before.rows("indsatser", [INDSATS], without=["slut_dato"])
    store, empty = Store(before.workspace, LATER), {"indsatser": ["slut_dato", "slut_aarsag"]}
    with open_database([april.parent]) as database:
        database.attach(april, "april", writable=True)
        database.run("create table april.data.gemt as from april.data.indsatser")
        database.run("drop table april.data.indsatser")
    told = store.lost(empty)
    assert told.columns == told.lately == {"indsatser": ["slut_dato"]}
    with open_database([april.parent]) as database:
        database.attach(april, "april", writable=True)
        database.run("create table april.data.indsatser as from april.data.gemt")
        database.run("drop table april.udfyldt")
    assert store.lost(empty) == told
    assert refused(gone)


def test_a_heading_that_may_be_the_missing_one_is_named(before: Delivery) -> None:
    """A renamed heading is the likeliest reason."""
    before.rows("indsatser", [INDSATS])
    renamed = before.files["indsatser.csv"].decode().replace("slut_dato", "Slut den")
    (line,) = refused(before.text("indsatser", renamed))
    assert "(i filen kendes ikke overskrifterne Slut den)" in line


@pytest.mark.parametrize(
    "changed",
    [{"slut_dato": ""}, {"slut_dato": "", "indsatstrin": "9"}],
    ids=["empty", "every value an unknown code"],
)
def test_a_column_without_a_usable_value_stops_it_too(before: Delivery, changed: dict[str, str]) -> None:
    """Codes nobody knows are taken as missing, and would look the same."""
    (line, *_) = refused(before.rows("indsatser", [{**INDSATS, **changed}]))
    names = "kolonnerne slut_dato og indsatstrin" if "indsatstrin" in changed else "kolonnen slut_dato"
    assert line.startswith(f"indsatser.csv: {names} er uden værdier, men var udfyldt")
    assert "[vaerdier.indsatser]" in line


def test_one_run_may_go_on_without_it(before: Delivery) -> None:
    """It is told, in the delivery's remarks and its table of lost columns, for as long as it is gone."""
    without = before.rows("indsatser", [INDSATS], without=["slut_dato"])
    udfald = without.take_in(loss=loss, allow_missing_column=True)
    assert lost(udfald) == [("indsatser", "slut_dato")]
    said = (
        "Udtrækket indsatser har ingen værdier i kolonnen slut_dato, som en tidligere leverance udfyldte; "
        "så kan 4.4 og 4.5 ikke opgøres."
    )
    assert said in [row["tekst"] for row in udfald.fetch("from bemaerkning")]
    assert said in udfald.reply.messages
    without.udtraeksdato = date(2021, 6, 30)
    later = without.take_in(loss=loss)  # the latest one did not fill it: nothing new is lost
    assert lost(later) == [("indsatser", "slut_dato")]


def test_a_column_that_comes_back_is_lost_no_more(before: Delivery) -> None:
    """Nothing is remembered but the deliveries themselves."""
    before.rows("indsatser", [INDSATS], without=["slut_dato"]).take_in(allow_missing_column=True)
    before.udtraeksdato = date(2021, 6, 30)
    assert lost(before.rows("indsatser", [INDSATS]).take_in()) == []


def test_what_no_earlier_delivery_filled_is_not_missed(delivery: Delivery) -> None:
    """Nor what is empty in a first delivery, nor in a file without rows or that is left out."""
    delivery.add("ventetider", {"henvisning_id": "H1", "sag_id": "S1", "tilbud": "x",
                                "henvist_dato": "01-03-2021", "igangsat_dato": "02-03-2021"})  # fmt: skip
    assert lost(delivery.rows("sager", FACTS["sager"], without=["distrikt"]).take_in()) == []
    delivery.udtraeksdato = LATER
    delivery.rows("sager", FACTS["sager"], without=["distrikt", "lukket_dato"]).without("ventetider")
    assert lost(delivery.rows("indsatser", []).take_in()) == []


def test_a_later_delivery_asks_nothing_of_an_earlier_one(before: Delivery) -> None:
    """Only what came before by date counts, whenever it was taken in."""
    before.udtraeksdato = date(2021, 3, 31)
    assert lost(before.rows("indsatser", [INDSATS], without=["slut_dato"]).take_in()) == []


def test_lost_columns_are_told_together_with_what_else_is_wrong(before: Delivery) -> None:
    """One refusal, everything in it."""
    before.settings = OPENED_GATES.model_copy(update={"graenser": type(OPENED_GATES.graenser)()})
    before.rows("indsatser", [INDSATS], without=["slut_dato"])
    before.rows("sager", [*FACTS["sager"], {"sag_id": "S9", "sagstype": "x"}])
    lines = refused(before)
    assert [line.split(":")[0] for line in lines if "csv:" in line][-2:] == ["sager.csv", "indsatser.csv"]
