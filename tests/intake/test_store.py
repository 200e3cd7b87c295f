"""A delivery is stored whole or not at all, once for each content."""

from __future__ import annotations

import hashlib
import os
import shutil
from datetime import date

import pytest

from pipeline.base.errors import DataRefused
from pipeline.base.settings import Limits, Settings
from pipeline.intake.ingest import Intake
from tests.intake.conftest import Once
from tests.intake.delivery import FACTS, OPENED_GATES, Delivery

SAGER = FACTS["sager"]


def files(delivery: Delivery) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (delivery.workspace / "leverancer").iterdir()}


def test_the_same_content_twice_changes_nothing(delivery: Delivery, first: Intake) -> None:
    """Not a byte; and it is said."""
    before = files(delivery)
    again = delivery.take_in().reply
    assert (first.unchanged, again.unchanged) == (False, True)
    assert again.leverance_id == first.leverance_id
    assert sorted(again.files, key=lambda figures: figures.extract) == sorted(
        first.files, key=lambda figures: figures.extract
    )
    assert again.database == first.database
    assert again.messages[-1] == "Leverancen er indlæst før med samme indhold; intet er ændret."
    assert files(delivery) == before


def test_other_content_of_the_same_date_replaces_it(delivery: Delivery, first: Intake) -> None:
    """One delivery per date: the last."""
    udfald = delivery.rows("sager", SAGER[:2]).take_in()
    assert udfald.reply.leverance_id != first.leverance_id
    assert len(udfald.data("sager", "sag_id")) == 2
    assert len(files(delivery)) == 1


def test_other_words_in_the_settings_read_the_same_files_anew(delivery: Delivery, first: Intake) -> None:
    """The maps decide what is read, so they are part of the content."""
    delivery.settings = OPENED_GATES.model_copy(update={"vaerdier": {"sager": {"sagstype": {"b": "barn"}}}})
    assert delivery.take_in().reply.leverance_id != first.leverance_id


@pytest.mark.usefixtures("first")
def test_files_that_are_no_extracts_are_no_content(delivery: Delivery) -> None:
    """Nor is the order or the case of file names."""
    delivery.files["note.txt"] = b"hej"
    delivery.files["SAGER.CSV"] = delivery.files.pop("sager.csv")
    assert delivery.take_in().reply.unchanged


@pytest.mark.usefixtures("first")
def test_a_refused_delivery_leaves_the_older_one_as_it_was(delivery: Delivery) -> None:
    """And no half of a new one."""
    before = files(delivery)
    delivery.rows("teams", [*FACTS["teams"], {"team_id": "T3", "navn": ""}])
    with pytest.raises(DataRefused):
        delivery.take_in()
    assert files(delivery) == before


def test_a_fault_of_ours_leaves_nothing_half_done(
    delivery: Delivery, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever breaks in the middle."""

    def breaks(*_: object, **__: object) -> None:
        raise RuntimeError("midt i det hele")

    monkeypatch.setattr("pipeline.intake.judge.write", breaks)
    with pytest.raises(RuntimeError):
        delivery.take_in()
    assert files(delivery) == {}


def test_a_delivery_is_flushed_through_a_file_open_for_writing(taken_in_once: Once) -> None:
    """Windows refuses to flush what is only open for reading; its folder cannot be opened otherwise."""
    assert taken_in_once.flushed[0] == os.O_RDWR
    assert set(taken_in_once.flushed[1:]) == {os.O_RDONLY}


def test_what_a_killed_run_left_is_removed(taken_in_once: Once) -> None:
    """Half a file of another date does not stay for ever."""
    assert not taken_in_once.rest.exists()
    assert set(files(taken_in_once.delivery)) == {"2021-04-30.duckdb"}


def test_checking_alone_stores_nothing(delivery: Delivery, taken_in_once: Once) -> None:
    """It says what would happen, also of a delivery that is stored already."""
    only = delivery.take_in(only_check=True).reply
    assert only.database is None
    assert files(delivery) == {}
    kept = taken_in_once.udfald.reply
    shutil.copytree(taken_in_once.delivery.workspace, delivery.workspace, dirs_exist_ok=True)
    again = delivery.take_in(only_check=True).reply
    assert (again.unchanged, again.database) == (False, None)
    assert [figures.laest for figures in again.files] == [figures.laest for figures in kept.files]


def test_a_file_that_has_shrunk_is_measured_against_the_delivery_before(delivery: Delivery) -> None:
    """The latest with an earlier date; neither a later one nor the same date's."""
    delivery.settings = Settings(graenser=Limits())
    many = [{**SAGER[0], "sag_id": f"S{number}"} for number in range(1, 11)]
    delivery.udtraeksdato = date(2021, 3, 31)
    march = delivery.rows("sager", many).take_in().reply.database
    assert march
    delivery.udtraeksdato = date(2021, 6, 30)
    june = delivery.rows("sager", many[:8]).take_in().reply.database
    assert june
    delivery.udtraeksdato = date(2021, 4, 30)
    delivery.rows("sager", many[:7])
    with pytest.raises(DataRefused, match=r"sager.csv: filen har 7 rækker, den forrige leverance havde 10"):
        delivery.take_in()
    shutil.copy(june, march.with_name("2021-04-30.duckdb"))  # one of eight cases, between the two
    delivery.udtraeksdato = date(2021, 5, 31)
    delivery.take_in()


def test_the_books_are_kept(taken_in_once: Once) -> None:
    """The delivery's id holds its date and the beginning of its content's fingerprint; files have theirs."""
    udfald = taken_in_once.udfald
    (leverance,) = udfald.fetch("from leverance")
    assert leverance["leverance_id"] == f"2021-04-30-{leverance['indhold_sha256'][:8]}"
    assert leverance["udtraeksdato"] == date(2021, 4, 30)
    kept = {row["extract"]: row["sha256"] for row in udfald.fetch("from leverance_fil")}
    assert kept == {
        name.removesuffix(".csv"): hashlib.sha256(content).hexdigest()
        for name, content in taken_in_once.delivery.files.items()
    }


def test_progress_is_told(taken_in_once: Once) -> None:
    """One line per file, without its content."""
    assert "Kontrollerer sager" in taken_in_once.said
