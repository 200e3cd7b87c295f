"""What counts as a share that has moved: much, of many, and by more than chance."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.intake.account import Account
from pipeline.intake.distribution import Change, Shares, changes
from tests.intake.delivery import FACTS, Delivery

KEY = ("indsatser", "kategori")


def moved(before: Shares, now: Shares) -> list[tuple[str, int, int]]:
    found = changes({KEY: now}, {KEY: before})
    return [(change.kode, round(change.foer), round(change.nu)) for change in found]


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        # k of n then, k of n now: percents where it is told
        ((50, 100), (80, 100), (50, 80)),
        ((80, 100), (50, 100), (80, 50)),
        ((50, 100), (59, 100), None),  # nine points
        ((8, 20), (14, 20), None),  # thirty points, but of few: chance
        ((2, 19), (19, 19), None),  # fewer than twenty rows
        ((2, 20), (20, 20), (10, 100)),
        ((500, 1000), (590, 1000), None),  # not chance, but under ten points
        ((500, 1000), (610, 1000), (50, 61)),
        ((0, 100), (0, 100), None),
    ],
)
def test_a_share_has_moved(
    before: tuple[int, int], now: tuple[int, int], told: tuple[int, int] | None
) -> None:
    """Ten points or more, twenty rows or more both times, z over three."""
    then, later = (Shares({"a": k}, n, n) for k, n in (before, now))
    assert moved(then, later) == ([("a", *told)] if told else [])


def test_a_code_that_went_and_one_that_came_are_both_told() -> None:
    """A code renamed at the source is two."""
    assert moved(Shares({"a": 50, "b": 50}, 100, 100), Shares({"a": 50, "c": 50}, 100, 100)) == [
        ("b", 50, 0),
        ("c", 0, 50),
    ]


def test_how_much_a_column_is_filled_is_a_share_too() -> None:
    """A field that half of the new rows no longer fill."""
    assert moved(Shares({}, 90, 100), Shares({}, 40, 100)) == [("udfyldt", 90, 40)]


def test_what_was_not_there_before_is_no_change() -> None:
    """A new column has nothing to have moved from."""
    assert list(changes({KEY: Shares({}, 90, 100)}, {})) == []


def test_the_account_of_a_delivery_says_how_it_was_read_and_what_moved(delivery: Delivery) -> None:
    """From the files themselves, compared with the latest delivery before."""
    accounts: list[Account] = []

    def keep(account: Account, _: Path) -> None:
        accounts.append(account)

    indsatser = [
        {**FACTS["indsatser"][0], "indsats_id": f"I{n}", "indsatstrin": "3", "slut_dato": "01-04-2021"}
        for n in range(40)
    ]
    delivery.rows("indsatser", indsatser).take_in(account_to=keep)
    delivery.udtraeksdato = date(2021, 5, 31)
    moved_on = [{**row, "indsatstrin": "4" if n % 2 else ""} for n, row in enumerate(indsatser)]
    text = delivery.rows("indsatser", [*moved_on, {"sag_id": "S1"}]).files["indsatser.csv"].decode()
    delivery.text("indsatser", text.replace(";", ",").encode("cp1252")).take_in(account_to=keep)
    account = accounts[1]
    (file,) = [file for file in account.files if file.counts.extract == "indsatser"]
    assert (account.before, account.refused) == (date(2021, 4, 30), ())
    assert (file.read.encoding, file.read.separator, file.read.heading_line) == ("UTF-8", "komma", 1)
    assert file.changes == (
        Change("indsatser", "indsatstrin", "udfyldt", 100.0, 50.0),
        Change("indsatser", "indsatstrin", "3", 100.0, 0.0),
        Change("indsatser", "indsatstrin", "4", 0.0, 100.0),
    )
    assert [(cause.kolonne, cause.raekker, cause.linje) for cause in file.quarantined] == [
        ("indsats_id", 1, 42),
        ("kategori", 1, 42),
        ("paragraf", 1, 42),
    ]
    assert "afgoerelse_dato" in file.never_filled
    assert file.lost == ()
