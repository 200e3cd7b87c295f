"""Any mix of the ways systems write one delivery is that delivery; what is broken is accounted for."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.base.errors import DataRefused
from pipeline.definitions.extracts import Column, read_extracts
from tests.intake.delivery import Delivery
from tests.intake.full_delivery import DAY, Typed, columns, full, typed, write

WRITTEN = "tekst "
"""How every text of the full delivery begins; a heading never does."""
YES = ("J", "ja", "TRUE", "Sand", "yes", "x", "1", "-1", "1.0")


@dataclass(frozen=True)
class Dialect:
    """How one file is written."""

    charset: str
    separator: str
    end: str
    first: str
    last: str
    underline: bool
    tail: str
    again: bool
    surplus: str
    guard: str
    nothing: str
    day: str
    time: str
    yes: str
    whole: str
    amount: str
    heading: str

    def text(self, columns: dict[str, Column], rows: list[dict[str, str]]) -> bytes:
        """The file."""
        lines = [[self.heading.format(name) for name in columns]]
        lines += [["--"] * len(columns)] * self.underline
        first_row, *others = [[self.cell(columns[name], found[name]) for name in columns] for found in rows]
        lines += [first_row, *lines * self.again, *others]
        lines[0] = [*lines[0], *self.surplus]
        body = [self.separator.join(line) + self.tail * (number > 0) for number, line in enumerate(lines)]
        first = [self.first.format(self.separator)] * bool(self.first)
        return self.end.join([*first, *body, self.last]).encode(self.charset)

    def cell(self, column: Column, text: str) -> str:
        """One value as this dialect writes it, in quotes where it must be."""
        if not text:
            return "" if column.fritekst else self.nothing
        forms = {"dato": self.day, "tidspunkt": self.time, "bool": self.yes, "decimal": self.amount}
        text = forms.get(column.type, text)
        if column.type == "heltal" or (column.type == "kode" and text.isdecimal()):
            text += self.whole
        text = self.guard.format(text)
        if any(sign in text for sign in (self.separator, '"')) and not text.startswith('="'):
            text = '"' + text.replace('"', '""') + '"'
        return text


ISO = "2021-03-01"
DIALECTS = st.builds(
    Dialect,
    charset=st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]),
    separator=st.sampled_from([";", ",", "\t"]),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    first=st.sampled_from(["", "sep={}"]),
    last=st.sampled_from(
        ["", "\x1a", "(2 rows affected)", "\n\n", "Antal rækker: 2", "Udskrevet 30-04-2021 kl. 10"]
    ),
    underline=st.booleans(),
    tail=st.sampled_from(["", "  "]),
    again=st.booleans(),
    surplus=st.sampled_from(["", " "]),
    guard=st.sampled_from(["{}", "'{}", "'{}'", '="{}"', " {}\u00a0", "{} "]),
    nothing=st.sampled_from(["", "NULL", "(null)", r"\N", "N/A", "#I/T"]),
    day=st.sampled_from([DAY, ISO, f"{DAY} 00:00:00", f"{ISO}T00:00:00.000"]),
    time=st.sampled_from([f"{DAY} 10:05", f"{ISO} 10.05.00", f"{ISO}T10:05:00.0000000", f"{DAY} 10:05:00"]),
    yes=st.sampled_from(YES),
    whole=st.sampled_from(["", ".0"]),
    amount=st.sampled_from(["1234,50", "1.234,50", "1234.5", "kr. 1 234,50", "1.234,50 kr."]),
    heading=st.sampled_from(["{}", " {} ", "'{}", "{}\u00a0"]),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("dialekter")


@settings(deadline=None, max_examples=4, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(DIALECTS, min_size=len(read_extracts()), max_size=len(read_extracts())))
def test_the_same_rows_in_any_dialect_are_the_same_cell_for_cell(
    folder: Path, plain: Typed, dialects: list[Dialect]
) -> None:
    """Each file in a dialect of its own."""
    delivery = Delivery(folder)
    rows = full(delivery)
    for (name, extract), dialect in zip(read_extracts().items(), dialects, strict=True):
        delivery.text(name, dialect.text(extract.kolonner, rows[name]))
    udfald = delivery.take_in()
    assert typed(udfald) == plain
    assert [udfald.figures(name)[2:] for name in rows] == [(0, 0)] * len(rows)


REFERRED_TO = {column.henviser.extract for _, _, column in columns() if column.henviser}
STROKES = st.tuples(
    st.sampled_from([name for name in read_extracts() if name != "teams"]),
    st.integers(0, 10**6),
    st.integers(0, 3),
    st.sampled_from(
        [b"", b'"', b";", b"\n", b"\r", b"\x00", b"\x1a", b"\xff", b"\x9b", b"\xc3", b"'", b'="', b"NULL",
         b"|", b"\xef\xbb\xbf", b"1900", b",", b".0", b"?", b"\xe2\x80\x8b", b"103121234",
         b"(2 rows affected)\n", b"\nTotal;2\n", b"44316", b"#REFERENCE!", b"\n-;-;-\n"]
    ),
)  # fmt: skip


@settings(deadline=None, max_examples=8, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(STROKES, min_size=1, max_size=8))
def test_whatever_is_done_to_the_files_every_row_is_accounted_for_and_none_is_told(
    folder: Path, strokes: list[tuple[str, int, int, bytes]]
) -> None:
    """It is refused in plain words or taken in with books that balance; no value is said or logged."""
    delivery = Delivery(folder)
    kept = REFERRED_TO | {name for name, *_ in strokes}
    write(delivery, {name: rows if name in kept else [] for name, rows in full(delivery).items()})
    for name, place, length, new in strokes:
        content = delivery.files[f"{name}.csv"]
        at = place % len(content)
        delivery.files[f"{name}.csv"] = content[:at] + new + content[at + length :]
    with Records() as logged:
        try:
            udfald = delivery.take_in()
        except DataRefused as error:
            told = list(error.lines)
        else:
            told = list(udfald.reply.messages)
            for figures in udfald.reply.files:
                assert figures.laest == figures.accepteret + figures.dubletter + figures.karantaene
    assert not any(WRITTEN in line or "103121234" in line for line in [*told, *logged.lines])
    quarantined = (delivery.workspace / "karantaene").rglob("*.csv")
    assert not any("103121234" in file.read_text("utf-8-sig") for file in quarantined)


class Records(logging.Handler):
    """All that is logged while it is open."""

    def __enter__(self) -> Records:
        self.lines: list[str] = []
        logging.getLogger().addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger().removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep what is said."""
        self.lines.append(record.getMessage())
