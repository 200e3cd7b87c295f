"""The page that tells whoever took a delivery in how it was read and what became of it."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pipeline.base.errors import DataRefused
from pipeline.base.settings import Settings
from pipeline.base.workspace import Workspace
from pipeline.call import Call, Leverance
from pipeline.intake.ingest import Intake
from pipeline.stages.ingest import take_in
from tests.intake.delivery import FACTS, OPENED_GATES, Delivery

CONTENT = "Hemmeligheden"
SAG = {**FACTS["sager"][0], "sag_id": "S9", "oprettet_dato": CONTENT, "distrikt": CONTENT}


def call_in(root: Path) -> Call:
    folder = Workspace(root / "tilsyn")
    folder.create()
    own = {"sager": {"Barnets bydel": "distrikt"}}
    return Call(folder, OPENED_GATES.model_copy(update={"overskrifter": own}), environment={})


def drawn_in(root: Path) -> Delivery:
    """A case in quarantine with words of its own, and a heading that the settings map."""
    drawn = Delivery(root).rows("sager", [*FACTS["sager"], SAG])
    text = drawn.files["sager.csv"].decode().replace("distrikt", "Barnets bydel")
    return drawn.text("sager", text)


@pytest.fixture
def call(tmp_path: Path) -> Call:
    return call_in(tmp_path)


@pytest.fixture
def delivery(tmp_path: Path) -> Delivery:
    return drawn_in(tmp_path)


@pytest.fixture(scope="module")
def taken_in(tmp_path_factory: pytest.TempPathFactory) -> tuple[Call, Intake]:
    """It taken in; whoever takes in more takes a copy of the workspace."""
    root = tmp_path_factory.mktemp("rapport")
    call = call_in(root)
    return call, take_in(call, Leverance(drawn_in(root).write()))


@pytest.fixture
def stood(taken_in: tuple[Call, Intake], call: Call) -> Call:
    """A copy of its workspace."""
    shutil.copytree(taken_in[0].folder.root, call.folder.root, dirs_exist_ok=True)
    return call


def page(call: Call, folder: str) -> str:
    return (call.folder.root / "karantaene" / folder / "leverance.html").read_text(encoding="utf-8")


def words(html: str) -> str:
    """The text of a page, without its marks."""
    body = html.partition("<body>")[2]
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


def test_the_page_tells_how_each_file_was_read_and_what_became_of_its_rows(
    taken_in: tuple[Call, Intake],
) -> None:
    """Counts, causes with column and first line, encoding, separator, mapped headings; no content."""
    call, intake = taken_in
    html, text = page(call, "2021-04-30"), words(page(call, "2021-04-30"))
    assert "Leverancen er i orden" in text
    assert "sager 4 3 0 1 0" in text
    assert "sager oprettet_dato 1 5 Værdien er ikke en dato" in text
    assert "sager UTF-8 semikolon 1 Oversat: Barnets bydel = distrikt." in text
    assert CONTENT not in html
    assert "http://" not in html
    assert "https://" not in html
    assert intake.messages[-1] == "Hele kontrollen af leverancen står i karantaene/2021-04-30/leverance.html."


def test_a_refused_delivery_has_its_page_too_with_the_reasons_first(stood: Call, delivery: Delivery) -> None:
    """Beside the delivery in force, whose page stands; the refusal says where."""
    before = page(stood, "2021-04-30")
    strict = replace(stood, settings=stood.settings.model_copy(update={"graenser": Settings().graenser}))
    delivery.rows("teams", [{"team_id": "T1"}])
    with pytest.raises(DataRefused) as refused:
        take_in(strict, Leverance(delivery.write()))
    assert refused.value.lines[-1].endswith("karantaene/2021-04-30.afvist/leverance.html.")
    assert "Leverancen er afvist" in words(page(stood, "2021-04-30.afvist"))
    assert refused.value.lines[0] in words(page(stood, "2021-04-30.afvist"))
    assert page(stood, "2021-04-30") == before


def test_a_delivery_refused_at_its_headings_says_why_and_nothing_of_rows(
    call: Call, delivery: Delivery
) -> None:
    """None has been read."""
    delivery.text("teams", "noget;andet\n1;2\n")
    with pytest.raises(DataRefused):
        take_in(call, Leverance(delivery.write()), only_check=True)
    text = words(page(call, "2021-04-30"))
    assert "Hvorfor den er afvist" in text
    assert "Filerne" not in text


def test_a_trial_tells_in_the_terminal_what_is_not_told_otherwise(call: Call, delivery: Delivery) -> None:
    """The causes that are not about values, columns without a value; where the page lies comes last."""
    text = delivery.files["sager.csv"].decode() + "S10;for;mange\r\n"
    intake = take_in(call, Leverance(delivery.text("sager", text).write()), only_check=True)
    said = " ".join(intake.messages)
    assert said.count("Rækken har 3 felter, overskriften har 13 (1 række, første gang i linje 6)") == 1
    assert "kolonner uden en eneste værdi: lukket_dato" in said
    assert said.endswith("leverance.html.")


def test_the_page_of_a_new_month_compares_with_the_one_before(stood: Call, delivery: Delivery) -> None:
    """The rule is stated where something could have moved."""
    delivery.udtraeksdato = date(2021, 5, 31)
    take_in(stood, Leverance(delivery.write()))
    text = words(page(stood, "2021-05-31"))
    assert "Sammenlignet med leverancen af 30. april 2021." in text.replace("\N{NO-BREAK SPACE}", " ")
    assert "flyttet sig mindst 10 procentpoint" in text
