"""What comes from data is plain text to a terminal: no markup, no sequence it obeys, nobody's number."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from rich.console import Console as RichConsole

from pipeline.base.errors import UsageFault
from pipeline.base.harmless import plain
from pipeline.commands import end, terminal
from pipeline.commands.answers import show_reply
from pipeline.commands.outcomes import show_intake, show_status
from pipeline.commands.review_table import show_rounds
from pipeline.commands.terminal import progress, show_line, write_data
from pipeline.economist.examples import Answer
from pipeline.intake.gates import FileCounts
from pipeline.intake.ingest import Intake
from pipeline.publication.status import PublishedPlan, Status
from pipeline.review.rounds import Due, TeamCount
from tests.commands.test_terminal import ROW

MARKUP = "Nord [/Vest]"
HOSTILE = f"{MARKUP} [red]:smile: \x1b]0;ejet\x07\x9b31m\u202e 610112-1234"
SHOWN = "Nord [/Vest] [red]:smile: ]0;ejet31m xxxxxx-xxxx"
COUNT = TeamCount(HOSTILE, 5, 4, 3, 0, 1, 0)


@pytest.fixture(autouse=True)
def wide_window(monkeypatch: pytest.MonkeyPatch) -> None:
    """No line is folded, and nothing is coloured."""
    monkeypatch.setenv("COLUMNS", "240")


def said(capsys: pytest.CaptureFixture[str]) -> str:
    found = capsys.readouterr()
    return found.out + found.err


def by_line() -> None:
    show_line(HOSTILE)


def by_progress() -> None:
    with progress() as tell:
        tell(HOSTILE)


def by_error() -> None:
    end._say(UsageFault(HOSTILE).lines)


def by_account() -> None:
    show_intake(Intake("l", date(2021, 4, 30), None, (FileCounts(HOSTILE, "", 1, 1, 0, 0, 0, 0),), False, ()))


def by_status() -> None:
    rows = ({**ROW, "titel": HOSTILE},)
    show_status(
        Status(
            "2021-08", "maaned", HOSTILE, date(2021, 8, 31), False, rows, {"p": PublishedPlan(MARKUP, None)}
        ),
        "table",
    )


def by_answer() -> None:
    show_reply(Answer(("navn", MARKUP), ((HOSTILE, 1),)))


def by_rounds() -> None:
    due = Due("p", HOSTILE, "", "2021-K2", date(2021, 6, 30), "ude", None, None, COUNT, (COUNT,))
    show_rounds([due], [], "table")


@pytest.mark.parametrize(
    "how",
    [by_line, by_progress, by_error, by_account, by_status, by_answer, by_rounds],
    ids=lambda h: h.__name__,
)
def test_a_hostile_text_is_shown_as_it_is_and_does_nothing(how, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever way it takes to the terminal."""
    how()
    shown = said(capsys)
    assert SHOWN in " ".join(shown.split())
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(shown)
    assert "610112" not in shown


def test_progress_at_a_terminal_reads_no_markup(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The moving line obeys the library's sequences, and none of the data's."""
    monkeypatch.setattr(RichConsole, "is_terminal", True)
    by_progress()
    shown = said(capsys)
    assert SHOWN in shown
    assert not {"\x1b]", "\x07", "\x9b", "\u202e"} & {*shown, *map("".join, pairwise(shown))}


@pytest.mark.parametrize("format_", ["csv", "json"])
def test_scripts_read_the_same_text(format_: str, capsys: pytest.CaptureFixture[str]) -> None:
    """As CSV and as JSON; ids that are a system's own stay, and so do numbers."""
    write_data(("navn", "sag_id", "sum"), [(HOSTILE, "6101121234", 6101121234)], format_)
    text = capsys.readouterr().out
    (row,) = json.loads(text) if format_ == "json" else list(csv.DictReader(io.StringIO(text)))
    assert (row["navn"], row["sag_id"], str(row["sum"])) == (SHOWN, "6101121234", "6101121234")


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("to\nlinjer\tog tabulator", "to\nlinjer\tog tabulator"),
        ("\x1b[2Jryd", "[2Jryd"),
        ("\x9b2Jryd", "2Jryd"),
        ("\x1bPq\x1b\\", "Pq\\"),
        ("a\rb\x08\x7f", "ab"),
        ("Æble \u2066baglæns\u2069", "Æble baglæns"),
    ],
)
def test_no_control_sign_is_left(text: str, outcome: str) -> None:
    """Lines and tabulators are."""
    assert plain(text) == outcome


def test_every_console_is_ours() -> None:
    """The library's own reads markup in whatever is printed."""
    files = Path(terminal.__file__).parents[1].rglob("*.py")
    found = [f.name for f in files if "rich.console" in f.read_text(encoding="utf-8")]
    assert found == ["terminal.py"]
