"""A column that an earlier delivery filled and this one does not: the run stops, or goes on and says so."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path
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


@pytest.fixture(scope="module")
def april(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workspace after a delivery of April that fills slut_dato and indsatstrin."""
    delivery = Delivery(tmp_path_factory.mktemp("april"))
    delivery.rows("indsatser", [INDSATS]).take_in()
    return delivery.workspace


@pytest.fixture
def before(delivery: Delivery, april: Path) -> Delivery:
    """A copy of it, into which the next one, May's, is to be taken."""
    shutil.copytree(april, delivery.workspace)
    delivery.udtraeksdato = LATER
    return delivery


def refused(delivery: Delivery, **option: Any) -> tuple[str, ...]:
    with pytest.raises(DataRefused) as caught:
        delivery.take_in(loss=loss, **option)
    return caught.value.lines


def lost(udfald: Udfald) -> list[tuple[str, str]]:
    return [(r["extract"], r["kolonne"]) for r in udfald.fetch("from mistet_kolonne order by all")]


BFU = {"bfu_id": "X1", "sag_id": "S1", "startet_dato": "01-03-2021"}
PLAN = {"handleplan_id": "H1", "sag_id": "S1", "type": "barn", "oprettet_dato": "01-03-2021"}
SAMTALE = {"samtale_id": "C1", "sag_id": "S1", "dato": "01-03-2021", "paragraf": "50", "udfald": "afholdt"}


@pytest.fixture(scope="module")
def refusal(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What is said of each file where five have lost what they had in April, each in a way of its own."""
    delivery = Delivery(tmp_path_factory.mktemp("mistet"))
    delivery.rows("indsatser", [INDSATS])
    delivery.rows("undersoegelser", [{**BFU, "afsluttet_dato": "02-03-2021"}])
    delivery.rows("handleplaner", [{**PLAN, "antal_maal": "3"}])
    delivery.add("sager", {**FACTS["sager"][0], "sag_id": "S4", "distrikt": "Nord", "lukket_aarsag": "doed"})
    delivery.rows("boernesamtaler", [SAMTALE]).take_in()
    delivery.udtraeksdato = LATER
    delivery.rows("indsatser", [INDSATS], without=["slut_dato"])
    renamed = delivery.files["undersoegelser.csv"].decode().replace("afsluttet_dato", "Slut den")
    delivery.text("undersoegelser", renamed)
    delivery.rows("handleplaner", [PLAN])
    delivery.add("sager", {**FACTS["sager"][0], "sag_id": "S4", "lukket_aarsag": "flyttet"})
    lines = refused(delivery)
    found = {extract: line for extract in delivery.files for line in lines if line.startswith(f"{extract}: ")}
    assert sorted(found.values()) == sorted(lines)  # a line each, and nothing of boernesamtaler
    return found


def test_a_column_that_is_gone_stops_the_run(refusal: dict[str, str]) -> None:
    """Named with the delivery that filled it, what to do, and what going on costs."""
    assert refusal["indsatser.csv"] == (
        "indsatser.csv: kolonnen slut_dato mangler, men var udfyldt i leverancen af 30-04-2021. Ret "
        "udtrækket, eller oversæt i indstillingsfilen under [overskrifter.indsatser]; "
        "--tillad-manglende-kolonne går videre "
        "uden, og så kan 4.4 og 4.5 ikke opgøres."
    )


def test_a_heading_that_may_be_the_missing_one_is_named(refusal: dict[str, str]) -> None:
    """A renamed heading is the likeliest reason."""
    assert "(i filen kendes ikke overskrifterne Slut den)" in refusal["undersoegelser.csv"]


@pytest.mark.parametrize(
    ("extract", "names"),
    [("handleplaner", "kolonnen antal_maal"), ("sager", "kolonnerne lukket_aarsag og distrikt")],
    ids=["empty", "empty, and every value an unknown code"],
)
def test_a_column_without_a_usable_value_stops_it_too(
    refusal: dict[str, str], extract: str, names: str
) -> None:
    """Codes nobody knows are taken as missing, and would look the same."""
    line = refusal[f"{extract}.csv"]
    assert line.startswith(f"{extract}.csv: {names} er uden værdier, men var udfyldt")
    assert f"[vaerdier.{extract}]" in line


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


@pytest.fixture(scope="module")
def months(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Udfald]:
    """Delivery after delivery of one workspace, by what is told of each below."""
    delivery = Delivery(tmp_path_factory.mktemp("maaneder"))
    offer = {"henvisning_id": "H1", "sag_id": "S1", "tilbud": "x", "henvist_dato": "01-03-2021"}
    delivery.rows("ventetider", [{**offer, "igangsat_dato": "02-03-2021"}])
    delivery.rows("sager", FACTS["sager"], without=["distrikt"]).rows("indsatser", [INDSATS])
    made = {"first": delivery.take_in()}
    delivery.without("ventetider").rows("sager", FACTS["sager"], without=["distrikt", "lukket_dato"])
    delivery.udtraeksdato = LATER
    delivery.rows("indsatser", [INDSATS], without=["slut_dato"])
    made["allowed"] = delivery.take_in(loss=loss, allow_missing_column=True)
    delivery.udtraeksdato = date(2021, 6, 30)
    made["still gone"] = delivery.take_in(loss=loss)
    delivery.udtraeksdato = date(2021, 3, 31)
    made["earlier"] = delivery.take_in()
    delivery.udtraeksdato = date(2021, 7, 31)
    made["no rows"] = delivery.rows("indsatser", []).take_in()
    delivery.udtraeksdato = date(2021, 8, 31)
    made["back"] = delivery.rows("indsatser", [INDSATS]).take_in()
    return made


def test_one_run_may_go_on_without_it(months: dict[str, Udfald]) -> None:
    """It is told, in the delivery's remarks and its table of lost columns, for as long as it is gone."""
    udfald = months["allowed"]
    assert lost(udfald) == [("indsatser", "slut_dato")]
    said = (
        "Udtrækket indsatser har ingen værdier i kolonnen slut_dato, som en tidligere leverance udfyldte; "
        "så kan 4.4 og 4.5 ikke opgøres."
    )
    assert said in [row["tekst"] for row in udfald.fetch("from bemaerkning")]
    assert said in udfald.reply.messages
    # The latest one did not fill it: nothing new is lost.
    assert lost(months["still gone"]) == [("indsatser", "slut_dato")]


def test_a_column_that_comes_back_is_lost_no_more(months: dict[str, Udfald]) -> None:
    """Nothing is remembered but the deliveries themselves."""
    assert lost(months["back"]) == []


def test_what_no_earlier_delivery_filled_is_not_missed(months: dict[str, Udfald]) -> None:
    """Nor what is empty in a first delivery, nor in a file without rows or that is left out."""
    assert lost(months["first"]) == []
    assert lost(months["no rows"]) == []


def test_a_later_delivery_asks_nothing_of_an_earlier_one(months: dict[str, Udfald]) -> None:
    """Only what came before by date counts, whenever it was taken in."""
    assert lost(months["earlier"]) == []


def test_lost_columns_are_told_together_with_what_else_is_wrong(before: Delivery) -> None:
    """One refusal, everything in it."""
    before.settings = OPENED_GATES.model_copy(update={"graenser": type(OPENED_GATES.graenser)()})
    before.rows("indsatser", [INDSATS], without=["slut_dato"])
    before.rows("sager", [*FACTS["sager"], {"sag_id": "S9", "sagstype": "x"}])
    lines = refused(before)
    assert [line.split(":")[0] for line in lines if "csv:" in line][-2:] == ["sager.csv", "indsatser.csv"]
