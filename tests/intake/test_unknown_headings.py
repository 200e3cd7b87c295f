"""What stands where headings should may be a row: it is never told, nor may a name forge a message."""

from __future__ import annotations

import csv
import io
import itertools
import logging
from collections.abc import Iterator, Sequence

import pytest

from pipeline.base.errors import DataRefused
from pipeline.definitions.extract_models import Extract
from pipeline.definitions.extracts import read_extracts
from pipeline.intake.csv_lines import LineSource
from pipeline.intake.headings import interpret, recognise
from tests.intake.delivery import Delivery

HIDDEN_TEXT = "hemmelig"
LINES = 3


def planted(number: int, filled: slice, width: int) -> list[str]:
    """A row whose filled cells look as headings do: nothing but their company gives them away."""
    cells = [""] * width
    for place in range(width)[filled]:
        cells[place] = f"Hemmelig {chr(97 + number)}{chr(97 + place)}"
    return cells


def texts(columns: list[str]) -> Iterator[str]:
    """The extract's file as systems write it: separators, line ends, quotes, how much of a row is filled."""
    filled_ones = (slice(None), slice(0, 1), slice(None, None, 2))
    sign = ((";", "\r\n"), (",", "\n"), ("\t", "\r"))
    shapes = itertools.product(sign, (csv.QUOTE_MINIMAL, csv.QUOTE_ALL), filled_ones, (False, True))
    for (separator, end), quoting, filled, tail in shapes:
        out = io.StringIO()
        writer = csv.writer(out, delimiter=separator, lineterminator="\n", quoting=quoting)
        writer.writerows([columns, *(planted(number, filled, len(columns)) for number in range(LINES))])
        text = out.getvalue().replace("\n", f"{separator}\n") if tail else out.getvalue()
        yield text.replace("\n", end)


def damaged(text: str) -> Iterator[str]:
    """The text without one of its first line breaks or quotes, and with a stray quote before each field."""
    lines = text.splitlines(keepends=True)[:LINES]
    end = lines[0][len(lines[0].rstrip("\r\n")) :]
    for until in ("", " ", "\v", "\u2028", "\0", '"'):
        yield text.replace(end, until, 1)
        yield text.replace(end, until, 2)
    for place, sign in enumerate("".join(lines)):
        if sign == '"':
            yield text[:place] + text[place + 1 :]
    for place, sign in enumerate(lines[0][:-1]):
        if sign in ";,\t":
            yield text[: place + 1] + '"' + text[place + 1 :]
            yield text[: place + 1] + '"' + "".join(lines)[place + 1 :].rstrip() + '"' + end
    yield "\ufeff\ufeff" + text.replace(end, "", 1)
    yield text.replace(end, "", 1).encode("utf-16-le").decode("latin-1")
    yield "".join(text.splitlines(keepends=True)[1:])


def fold(word: Sequence[str]) -> list[str]:
    """As the database folds, as far as these headings go; asking it thousands of times would take minutes."""
    return ["_".join(o.lower().split()) for o in word]


def said(text: str, extract: Extract) -> str:
    """All that is told of a file's headings."""
    source = LineSource(io.BytesIO(text.encode()), "utf-8")
    _, found = source.head(lambda o: len(extract.kolonner.keys() & set(recognise(o, {}, fold))))
    head = interpret(found, extract, {}, fold, "fil.csv")
    return " ".join([*head.error, *head.unknown.names, str(head.unknown)])


@pytest.mark.parametrize(
    "name", ["teams", "raadgivere", "underretninger", "boernesamtaler", "sager", "kommentarer"]
)
@pytest.mark.parametrize("only_necessary", [False, True])
def test_no_value_of_a_row_is_told_whatever_glues_it_to_the_headings(name: str, only_necessary: bool) -> None:
    """One line break or quote lost, changed or too many among the first lines; any way a system writes."""
    extract = read_extracts()[name]
    necessary = [n for n, column in extract.kolonner.items() if column.must_exist]
    columns = necessary if only_necessary else [*extract.kolonner]
    for text in texts(columns):
        assert HIDDEN_TEXT in text.lower()
        for spoiled in damaged(text):
            assert HIDDEN_TEXT not in said(spoiled, extract).lower(), spoiled


GOOD = "bfu_id;sag_id;startet_dato;afsluttet_dato;{}\n"


@pytest.mark.parametrize("heading", ["Sagsnr.", "Begyndt den", "Antal møder (hjem)", "A1"])
def test_what_looks_like_a_heading_is_named(heading: str) -> None:
    """Where the known headings vouch for it: it tells the analyst what to map."""
    reply = said(GOOD.format(heading), read_extracts()["undersoegelser"])
    assert heading in reply


@pytest.mark.parametrize(
    "heading",
    [
        "Mor ringede i går.",
        "a@b.example",
        "R0091",
        "2018-01-01",
        "x" * 41,
        '"to\nlinjer"',
        '"a,b"',
        "\x1b[31mrod",
        "'citat'",
        "§ i brev",
    ],
)
def test_what_looks_like_a_value_is_told_by_its_place(heading: str) -> None:
    """And then no other heading of the file is named either."""
    reply = said(GOOD.format(f"Begyndt den;{heading}"), read_extracts()["undersoegelser"])
    assert reply == "kolonne 5 og 6 er ikke kendte overskrifter"


def test_a_heading_that_begins_as_a_missing_one_is_told_by_its_place() -> None:
    """The last heading and a row's first value, where the separator between them is lost too."""
    reply = said("bfu_id;sag_id;Begyndt den;startet datoX1\n", read_extracts()["undersoegelser"])
    assert "; kolonne 3 og 4 er ikke kendte overskrifter" in reply


def test_headings_that_are_unknown_and_alike_are_told_by_their_places() -> None:
    """They may be two values of a row."""
    reply = said(GOOD.format("Hemmelig;x;hemmelig"), read_extracts()["undersoegelser"])
    assert "kolonne 5 og 7 har samme overskrift" in reply
    assert HIDDEN_TEXT not in reply.lower()


@pytest.mark.parametrize("name", ["teams", "kommentarer"])
@pytest.mark.parametrize("damage", ["linjeskift", "anfoersel"])
def test_no_value_of_a_glued_row_is_said_logged_or_stored_as_a_message(
    delivery: Delivery,
    name: str,
    damage: str,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """Whether the delivery is refused or, where all the columns may be missing, taken in."""
    caplog.set_level(logging.DEBUG)
    columns = [*read_extracts()[name].kolonner]
    head, *rest = [
        ";".join(r) for r in (columns, *(planted(number, slice(None), len(columns)) for number in (0, 1)))
    ]
    if damage == "linjeskift":
        text = f"{head};{rest[0]}\n{rest[1]}\n"
    else:
        first, _, last = head.rpartition(";")
        text = f'{first};"{last}\n{rest[0]}\n{rest[1]}"\n'
    try:
        udfald = delivery.text(name, text).take_in()
    except DataRefused as error:
        told = str(error)
    else:
        kept = [
            udfald.fetch(f"from {table}") for table in ("besked", "bemaerkning", "leverance", "leverance_fil")
        ]
        told = f"{udfald.reply.messages} {kept}"
    out = capfd.readouterr()
    assert name in told
    assert HIDDEN_TEXT not in f"{told} {caplog.text} {out.out} {out.err}".lower()


def test_a_files_name_cannot_forge_a_message(delivery: Delivery) -> None:
    """It is shown as one line without control signs, no longer than sixty signs."""
    delivery.files["teams\nFejl: alt er godt\x1b[31m.txt"] = b""
    delivery.files["y" * 80 + ".txt"] = b""
    (skipped, *_) = delivery.take_in().reply.messages
    assert skipped == (
        f"Filer, der ikke er udtræk, er sprunget over: teams Fejl: alt er godt [31m.txt, {'y' * 59}…."
    )


def test_a_refusal_is_one_line_whatever_the_file_is_called(delivery: Delivery) -> None:
    """Also of a file that is the extract but for a line break at the end of its name."""
    delivery.files["undersoegelser\n.csv"] = delivery.files.pop("undersoegelser.csv").replace(b"bfu_id", b"x")
    with pytest.raises(DataRefused) as caught:
        delivery.take_in()
    assert caught.value.lines[0] == "undersoegelser .csv: kolonnen bfu_id mangler"
    assert not any("\n" in line for line in caught.value.lines)
