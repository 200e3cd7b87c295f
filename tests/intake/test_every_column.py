"""What systems write for nothing, a day, yes or a number is understood in every column there is."""

from __future__ import annotations

import itertools
from collections import defaultdict
from typing import Any

import pytest

from pipeline.definitions.extracts import read_extracts
from pipeline.intake.tidy import NOTHING
from tests.intake.delivery import OPENED_GATES, Delivery, Udfald
from tests.intake.full_delivery import columns, full, row, write

Places = dict[tuple[str, int], tuple[str, str]]
"""Extract and line -> the column that was changed there, and what was written in it."""


def planted(delivery: Delivery, cases: list[tuple[str, str, str]]) -> Places:
    """The full delivery and, for each (extract, column, text), one further row with that text."""
    rows, places = full(delivery), {}
    for extract, name, text in cases:
        rows[extract].append(row(extract, len(rows[extract]), **{name: text}))
        places[extract, len(rows[extract]) + 1] = name, text
    write(delivery, rows)
    return places


def stored(udfald: Udfald, extract: str, name: str) -> dict[int, Any]:
    """A column's typed values by line: lines and typed rows meet by the row's first column."""
    first = next(iter(read_extracts()[extract].kolonner))
    typed = {found[first]: found[name] for found in udfald.fetch(f"from data.{extract}")}
    return {raw["linje"]: typed.get(raw[first]) for raw in udfald.fetch(f"from raa.{extract}")}


def said(udfald: Udfald, extract: str, line: int) -> set[tuple[str | None, str]]:
    """Column and reason of all that is said of a row, whether it was refused or warned of."""
    found = [*udfald.karantaene(extract), *udfald.finding(extract)]
    return {(name, reason) for at, name, reason in found if at == line}


def is_key(extract: str, name: str) -> bool:
    return read_extracts()[extract].kolonner[name].noegle


OUTSIDE = ("01-01-1800", "01-03-0021", "0201-03-01", "31-12-9999", "01-01-2100")


def test_a_day_that_cannot_be_meant_is_missing_in_every_column_of_dates(delivery: Delivery) -> None:
    """With a warning; quarantined where the column must be filled; one line of the message per column."""
    texts = itertools.cycle(OUTSIDE)
    cases = [(extract, name, next(texts)) for extract, name, _ in columns("dato", "tidspunkt")]
    places = planted(delivery, [case for case in cases for _ in range(2)])
    udfald = delivery.take_in()
    told = defaultdict(set)
    for (extract, line), (name, _) in places.items():
        column = read_extracts()[extract].kolonner[name]
        reason = f"Datoen ligger før {column.tidligst} eller efter 2099 og regnes som manglende"
        if (name, f"{name} skal være udfyldt") in said(udfald, extract, line):
            continue  # a rule between the columns asks for it, and says so
        assert (name, reason) in said(udfald, extract, line), (extract, name)
        quarantined = {at for at, _, _ in udfald.karantaene(extract)}
        assert (line in quarantined) >= column.must_exist, (extract, name)
        assert line in quarantined or stored(udfald, extract, name)[line] is None, (extract, name)
        told[extract, name].add(f"{extract}.csv: {name}: {reason} (2 rækker, første gang i linje ")
    for lines in told.values():
        (start,) = lines
        assert sum(message.startswith(start) for message in udfald.reply.messages) == 1, start


@pytest.mark.parametrize(
    ("extract", "name", "first", "before"),
    [
        ("sager", "oprettet_dato", "01-01-1990", "31-12-1989"),
        ("underretninger", "modtaget_tidspunkt", "01-01-1990 00:00", "31-12-1989 23:59"),
        ("sager", "foedselsdato", "01-01-1900", "31-12-1899"),
        ("raadgivere", "ansat_fra", "01-01-1950", "31-12-1949"),
        ("teams", "aktiv_fra", "01-01-1950", "31-12-1949"),
        ("indsatser", "slut_dato", "31-12-2099", "01-01-2100"),
    ],
)
def test_the_bounds_of_what_can_be_meant(
    delivery: Delivery, extract: str, name: str, first: str, before: str
) -> None:
    """1990, but 1900 for births and 1950 for what may be older than the system; and 2100."""
    places = planted(delivery, [(extract, name, first), (extract, name, before)])
    udfald = delivery.take_in()
    inside, outside = (line for _, line in places)
    assert not any("kan" in reason or "ligger før 1" in reason for _, reason in said(udfald, extract, inside))
    assert any("regnes som manglende" in reason for _, reason in said(udfald, extract, outside))


def test_a_date_taken_as_missing_does_not_fill_what_must_be_filled(delivery: Delivery) -> None:
    """Also where the rule stands between columns: a plan for a child needs its day."""
    places = planted(delivery, [("handleplaner", "oprettet_dato", "01-01-1900")])
    udfald = delivery.take_in()
    ((_, line),) = places
    assert (line, "oprettet_dato", "oprettet_dato skal være udfyldt") in udfald.karantaene("handleplaner")


ZONES = (
    "2021-03-01T10:15:00Z",
    "2021-03-01 10:15+01:00",
    "01-03-2021 10:15:00 UTC",
    "2021-03-01T10:15:00.000+0100",
)


def test_a_time_zone_is_refused_by_name_in_every_column_of_dates(delivery: Delivery) -> None:
    """Another zone's evening is our next day: it is not guessed which was meant."""
    texts = itertools.cycle(ZONES)
    places = planted(
        delivery, [(e, n, next(texts)) for e, n, _ in columns("dato", "tidspunkt") if e != "teams"]
    )
    udfald = delivery.take_in()
    for (extract, line), (name, _) in places.items():
        (reason,) = [why for where, why in said(udfald, extract, line) if where == name and "tidszone" in why]
        assert line in {at for at, _, _ in udfald.karantaene(extract)}, (extract, name, reason)


def test_a_date_followed_by_a_time_is_a_date(delivery: Delivery) -> None:
    """In every column of dates, however the time is written; and a point in time keeps it."""
    texts = itertools.cycle(
        (
            "01-03-2021 00:00:00",
            "2021-03-01T00:00:00.000",
            "01-03-2021 9:05",
            "01-03-2021 09.05.00",
            "2021-03-01 9.05",
        )
    )
    cases = [(e, n, next(texts)) for e, n, _ in columns("dato", "tidspunkt") if not is_key(e, n)]
    places = planted(delivery, cases)
    udfald = delivery.take_in()
    for (extract, line), (name, text) in places.items():
        found = str(stored(udfald, extract, name)[line])
        clock = "00:00:00" if "00:00" in text else "09:05:00"
        of_type = read_extracts()[extract].kolonner[name].type
        assert found == ("2021-03-01" if of_type == "dato" else f"2021-03-01 {clock}"), (extract, name, text)


YES, NO = (
    ("J", "ja", "TRUE", "Sand", "yes", "x", "X", "1", "-1", "1.0", "1,0"),
    ("N", "nej", "false", "FALSK", "No", "0", "0.0"),
)


def test_yes_and_no_are_understood_in_every_column_of_them(delivery: Delivery) -> None:
    """As DUBU, Excel, Access and others write them."""
    cases = [(extract, name, text) for extract, name, _ in columns("bool") for text in (*YES, *NO)]
    places = planted(delivery, cases)
    udfald = delivery.take_in()
    values = {(extract, name): stored(udfald, extract, name) for extract, name, _ in columns("bool")}
    for (extract, line), (name, text) in places.items():
        assert values[extract, name][line] is (text in YES), (extract, name, text)


def test_whole_numbers_and_codes_may_end_in_nought(delivery: Delivery) -> None:
    """A table with gaps writes its whole numbers as 3.0: in numbers and in codes of digits."""
    cases = [(e, n, text) for e, n, _ in columns("heltal") for text in ("3.0", "3,0")]
    cases += [(e, n, f"{code}.0") for e, n, k in columns("kode") for code in k.koder if code.isdecimal()]
    places = planted(delivery, cases)
    udfald = delivery.take_in()
    for (extract, line), (name, text) in places.items():
        assert str(stored(udfald, extract, name)[line]) == text[:-2], (extract, name, text)


def test_a_word_for_nothing_is_nothing_everywhere_but_in_prose(delivery: Delivery) -> None:
    """Missing where it may be, quarantined where it must be filled, left where somebody wrote it as text."""
    delivery.settings = OPENED_GATES.model_copy(update={"tomme": ("-", "ukendt")})
    words = itertools.cycle([*NOTHING, "null", "#n/a", "-", "Ukendt"])
    cases = [(e, n, next(words)) for e, n, _ in columns() if e != "teams"]
    places = planted(delivery, cases)
    udfald = delivery.take_in()
    for (extract, line), (name, text) in places.items():
        column = read_extracts()[extract].kolonner[name]
        quarantined = {(at, where) for at, where, why in udfald.karantaene(extract)}
        if column.must_exist and not column.fritekst:
            assert (line, name) in quarantined, (extract, name, text)
        elif line not in {at for at, _ in quarantined}:
            kept = stored(udfald, extract, name)[line]
            assert kept == (text if column.fritekst else None), (extract, name, text)


def test_a_spreadsheets_guards_are_taken_off_every_value(delivery: Delivery) -> None:
    """Whole tables as written for Excel are the same tables."""
    rows = full(delivery)
    plain = delivery.take_in()
    before = {name: plain.fetch(f"from data.{name} order by all") for name in rows}
    guards = itertools.cycle(('="{}"', "'{}", "{}", '="{} "'))
    for each in rows.values():
        for found in each:
            found |= {name: next(guards).format(text) if text else '=""' for name, text in found.items()}
    write(delivery, rows)
    udfald = delivery.take_in()
    assert {name: udfald.fetch(f"from data.{name} order by all") for name in rows} == before
    assert all(udfald.figures(name)[1] == len(each) for name, each in rows.items())


@pytest.mark.parametrize("kind", ["kode", "bool"])
def test_a_word_that_is_not_known_is_told_with_where_to_map_it(delivery: Delivery, kind: str) -> None:
    """One line for each column, whatever its rows; it names the place in the settings file, and no value."""
    found = [(e, n, k) for e, n, k in columns(kind) if e != "teams"]
    planted(delivery, [(e, n, "hemmeligt") for e, n, _ in found for _ in range(3)])
    messages = delivery.take_in().reply.messages
    assert not any("hemmeligt" in message for message in messages)
    for extract, name, _ in found:
        (line,) = [text for text in messages if f"[vaerdier.{extract}.{name}]" in text]
        assert line.startswith(f"{extract}.csv: {name}: ")
        assert "(3 rækker, første gang i linje " in line
