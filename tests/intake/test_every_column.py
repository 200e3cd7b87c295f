"""What systems write for nothing, a day, yes or a number is understood in every column there is."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pytest

from pipeline.definitions.extracts import read_extracts
from pipeline.intake.tidy import NOTHING
from tests.intake.delivery import OPENED_GATES, Delivery, Udfald
from tests.intake.full_delivery import Typed, columns, full, row, typed, write

Case = tuple[str, str, str]
"""Extract, column, and what is written in it."""


@dataclass(frozen=True)
class Place:
    """Where a case was planted, and what became of the row."""

    udfald: Udfald
    extract: str
    line: int
    name: str
    text: str

    @cached_property
    def stored(self) -> Any:
        """The typed value; lines and typed rows meet by the row's first column."""
        first = next(iter(read_extracts()[self.extract].kolonner))
        (raw,) = [r for r in self.udfald.fetch(f"from raa.{self.extract}") if r["linje"] == self.line]
        typed = self.udfald.fetch(f"from data.{self.extract}")
        return next((found[self.name] for found in typed if found[first] == raw[first]), None)

    @cached_property
    def refused(self) -> set[tuple[str | None, str]]:
        """Column and reason of what the row is quarantined for."""
        return {(n, why) for at, n, why in self.udfald.karantaene(self.extract) if at == self.line}

    @cached_property
    def said(self) -> set[tuple[str | None, str]]:
        """Column and reason of all that is said of the row, whether it was refused or warned of."""
        return self.refused | {
            (n, why) for at, n, why in self.udfald.finding(self.extract) if at == self.line
        }


Places = dict[str, list[Place]]
"""Where the cases of each test were planted."""


def planted(delivery: Delivery, cases: dict[str, list[Case]]) -> Places:
    """The full delivery and, for each case, one further row with its text; taken in."""
    rows, at = full(delivery), defaultdict(list)
    for test, each in cases.items():
        for extract, name, text in each:
            rows[extract].append(row(extract, len(rows[extract]), **{name: text}))
            at[test].append((extract, len(rows[extract]) + 1, name, text))
    write(delivery, rows)
    udfald = delivery.take_in()
    return {test: [Place(udfald, *place) for place in each] for test, each in at.items()}


def in_turn(texts: Sequence[str], *types: str, but: Callable[[str, str], bool]) -> list[Case]:
    """The texts one after the other, in every column of these types but some."""
    turn = itertools.cycle(texts)
    return [(e, n, next(turn)) for e, n, _ in columns(*types) if not but(e, n)]


def is_key(extract: str, name: str) -> bool:
    return read_extracts()[extract].kolonner[name].noegle


def of_teams(extract: str, _: str) -> bool:
    return extract == "teams"  # where any fault stops the run


def no_column(*_: str) -> bool:
    return False


OUTSIDE = ("01-01-1800", "01-03-0021", "0201-03-01", "31-12-9999", "01-01-2100")
BOUNDS = [
    ("sager", "oprettet_dato", "01-01-1990", "31-12-1989"),
    ("underretninger", "modtaget_tidspunkt", "01-01-1990 00:00", "31-12-1989 23:59"),
    ("sager", "foedselsdato", "01-01-1900", "31-12-1899"),
    ("raadgivere", "ansat_fra", "01-01-1950", "31-12-1949"),
    ("teams", "aktiv_fra", "01-01-1950", "31-12-1949"),
    ("indsatser", "slut_dato", "31-12-2099", "01-01-2100"),
]
"""A column, the first or last day that can be meant in it, and the one beyond."""
ZONES = (
    "2021-03-01T10:15:00Z",
    "2021-03-01 10:15+01:00",
    "01-03-2021 10:15:00 UTC",
    "2021-03-01T10:15:00.000+0100",
)
CLOCKS = (
    "01-03-2021 00:00:00",
    "2021-03-01T00:00:00.000",
    "01-03-2021 9:05",
    "01-03-2021 09.05.00",
    "2021-03-01 9.05",
)
YES, NO = (
    ("J", "ja", "TRUE", "Sand", "yes", "x", "X", "1", "-1", "1.0", "1,0"),
    ("N", "nej", "false", "FALSK", "No", "0", "0.0"),
)
WORDS = (*NOTHING, "null", "#n/a", "-", "Ukendt")


@pytest.fixture(scope="module")
def understood(tmp_path_factory: pytest.TempPathFactory) -> Places:
    """What is one value each, in one delivery; two words of its own stand for nothing."""
    delivery = Delivery(tmp_path_factory.mktemp("forstaaet"))
    delivery.settings = OPENED_GATES.model_copy(update={"tomme": ("-", "ukendt")})
    cases = {
        "bounds": [(e, n, text) for e, n, *texts in BOUNDS for text in texts],
        "not filled": [("handleplaner", "oprettet_dato", "01-01-1900")],
        "zones": in_turn(ZONES, "dato", "tidspunkt", but=of_teams),
        "clocks": in_turn(CLOCKS, "dato", "tidspunkt", but=is_key),
        "yes and no": [(e, n, text) for e, n, _ in columns("bool") for text in (*YES, *NO)],
        "noughts": [(e, n, text) for e, n, _ in columns("heltal") for text in ("3.0", "3,0")]
        + [(e, n, f"{code}.0") for e, n, k in columns("kode") for code in k.koder if code.isdecimal()],
        "nothing": in_turn(WORDS, but=of_teams),
    }
    return planted(delivery, cases)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Places:
    """What one line of the message tells of for each column, in one delivery."""
    outside = in_turn(OUTSIDE, "dato", "tidspunkt", but=no_column)
    cases = {
        "outside": [case for case in outside for _ in range(2)],
        **{
            kind: [(e, n, "hemmeligt") for e, n, _ in columns(kind) if e != "teams" for _ in range(3)]
            for kind in ("kode", "bool")
        },
    }
    return planted(Delivery(tmp_path_factory.mktemp("fortalt")), cases)


def test_a_day_that_cannot_be_meant_is_missing_in_every_column_of_dates(told: Places) -> None:
    """With a warning; quarantined where the column must be filled; one line of the message per column."""
    starts = defaultdict(set)
    for place in told["outside"]:
        extract, name = place.extract, place.name
        column = read_extracts()[extract].kolonner[name]
        reason = f"Datoen ligger før {column.tidligst} eller efter 2099 og regnes som manglende"
        if (name, f"{name} skal være udfyldt") in place.said:
            continue  # a rule between the columns asks for it, and says so
        assert (name, reason) in place.said, (extract, name)
        assert bool(place.refused) >= column.must_exist, (extract, name)
        assert place.refused or place.stored is None, (extract, name)
        starts[extract, name].add(f"{extract}.csv: {name}: {reason} (2 rækker, første gang i linje ")
    messages = told["outside"][0].udfald.reply.messages
    for lines in starts.values():
        (start,) = lines
        assert sum(message.startswith(start) for message in messages) == 1, start


@pytest.mark.parametrize("number", range(len(BOUNDS)), ids=["-".join(bound) for bound in BOUNDS])
def test_the_bounds_of_what_can_be_meant(understood: Places, number: int) -> None:
    """1990, but 1900 for births and 1950 for what may be older than the system; and 2100."""
    inside, outside = understood["bounds"][2 * number : 2 * number + 2]
    assert [inside.text, outside.text] == list(BOUNDS[number][2:])
    assert not any("kan" in reason or "ligger før 1" in reason for _, reason in inside.said)
    assert any("regnes som manglende" in reason for _, reason in outside.said)


def test_a_date_taken_as_missing_does_not_fill_what_must_be_filled(understood: Places) -> None:
    """Also where the rule stands between columns: a plan for a child needs its day."""
    (place,) = understood["not filled"]
    assert ("oprettet_dato", "oprettet_dato skal være udfyldt") in place.refused


def test_a_time_zone_is_refused_by_name_in_every_column_of_dates(understood: Places) -> None:
    """Another zone's evening is our next day: it is not guessed which was meant."""
    for place in understood["zones"]:
        (reason,) = [why for where, why in place.said if where == place.name and "tidszone" in why]
        assert place.refused, (place.extract, place.name, reason)


def test_a_date_followed_by_a_time_is_a_date(understood: Places) -> None:
    """In every column of dates, however the time is written; and a point in time keeps it."""
    for place in understood["clocks"]:
        extract, name, text = place.extract, place.name, place.text
        found = str(place.stored)
        clock = "00:00:00" if "00:00" in text else "09:05:00"
        of_type = read_extracts()[extract].kolonner[name].type
        assert found == ("2021-03-01" if of_type == "dato" else f"2021-03-01 {clock}"), (extract, name, text)


def test_yes_and_no_are_understood_in_every_column_of_them(understood: Places) -> None:
    """As DUBU, Excel, Access and others write them."""
    for place in understood["yes and no"]:
        assert place.stored is (place.text in YES), (place.extract, place.name, place.text)


def test_whole_numbers_and_codes_may_end_in_nought(understood: Places) -> None:
    """A table with gaps writes its whole numbers as 3.0: in numbers and in codes of digits."""
    for place in understood["noughts"]:
        assert str(place.stored) == place.text[:-2], (place.extract, place.name, place.text)


def test_a_word_for_nothing_is_nothing_everywhere_but_in_prose(understood: Places) -> None:
    """Missing where it may be, quarantined where it must be filled, left where somebody wrote it as text."""
    for place in understood["nothing"]:
        column = read_extracts()[place.extract].kolonner[place.name]
        about = (place.extract, place.name, place.text)
        if column.must_exist and not column.fritekst:
            assert place.name in {where for where, _ in place.refused}, about
        elif not place.refused:
            assert place.stored == (place.text if column.fritekst else None), about


def test_a_spreadsheets_guards_are_taken_off_every_value(delivery: Delivery, plain: Typed) -> None:
    """Whole tables as written for Excel are the same tables."""
    rows = full(delivery)
    guards = itertools.cycle(('="{}"', "'{}", "{}", '="{} "'))
    for each in rows.values():
        for found in each:
            found |= {name: next(guards).format(text) if text else '=""' for name, text in found.items()}
    write(delivery, rows)
    udfald = delivery.take_in()
    assert typed(udfald) == plain
    assert all(udfald.figures(name)[1] == len(each) for name, each in rows.items())


@pytest.mark.parametrize("kind", ["kode", "bool"])
def test_a_word_that_is_not_known_is_told_with_where_to_map_it(told: Places, kind: str) -> None:
    """One line for each column, whatever its rows; it names the place in the settings file, and no value."""
    messages = told[kind][0].udfald.reply.messages
    assert not any("hemmeligt" in message for message in messages)
    for extract, name in {(place.extract, place.name): None for place in told[kind]}:
        (line,) = [text for text in messages if f"[vaerdier.{extract}.{name}]" in text]
        assert line.startswith(f"{extract}.csv: {name}: ")
        assert "(3 rækker, første gang i linje " in line
